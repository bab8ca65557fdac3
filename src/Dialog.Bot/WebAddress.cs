namespace Dialog.Bot;

/// <summary>An address that readers can open: whole, on the web, in one piece.</summary>
internal static class WebAddress
{
    private const int MostCharacters = 2000;

    public static bool Is(string text) =>
        text.Length <= MostCharacters && !text.Any(char.IsWhiteSpace) && Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";
}
