namespace Dialog.Bot.Tests.Support;

/// <summary>What stands in a page's forms.</summary>
internal static class Forms
{
    /// <summary>The value without which a form is not ours.</summary>
    public static string TokenOf(string page) => page.Split("name=\"__RequestVerificationToken\" value=\"", 2)[1].Split('"', 2)[0];
}
