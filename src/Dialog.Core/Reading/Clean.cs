namespace Dialog.Core.Reading;

/// <summary>Reads what people wrote into clean plain text.</summary>
public static class Clean
{
    /// <summary>Normalised text: NFC, plain spaces and line ends, no invisible or direction-changing characters (domain.md §2.3).</summary>
    public static string Text(string raw) => throw new NotImplementedException(raw);
}
