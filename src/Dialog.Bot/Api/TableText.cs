using System.Text;

namespace Dialog.Bot.Api;

/// <summary>The text of a table in a file: UTF-8, UTF-16 that says so, or what a spreadsheet program on Windows writes otherwise (Windows-1252).</summary>
internal static class TableText
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly Encoding Windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    public static async Task<string> ReadAsync(Stream file, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, cancellationToken);
        return Read(bytes.ToArray());
    }

    private static string Read(byte[] bytes)
    {
        try
        {
            return (bytes is [0xFF, 0xFE, ..] ? Encoding.Unicode : bytes is [0xFE, 0xFF, ..] ? Encoding.BigEndianUnicode : Utf8).GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return Windows.GetString(bytes);
        }
    }
}
