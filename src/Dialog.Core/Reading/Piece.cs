namespace Dialog.Core.Reading;

/// <summary>A place in a text: a word or a sentence.</summary>
/// <param name="Start">First UTF-16 unit.</param>
/// <param name="Length">UTF-16 units.</param>
internal readonly record struct Piece(int Start, int Length)
{
    /// <summary>The first unit behind it.</summary>
    public int End => Start + Length;

    public ReadOnlySpan<char> Of(string text) => text.AsSpan(Start, Length);

    public string In(string text) => text.Substring(Start, Length);
}
