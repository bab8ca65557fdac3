using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Dialog.Bot.Store;

/// <summary>How entries hold on to each other: each one's hash covers the hash of the one before, so that none can be changed, taken out, put in or moved unseen.</summary>
internal static class AuditChain
{
    /// <summary>What the first entry holds on to: 64 zeros.</summary>
    public static readonly string Beginning = new('0', 64);

    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>
    /// SHA-256, in lower-case hexadecimal, of the UTF-8 text of a JSON array without spaces: hash of the entry before, seq, instant in UTC milliseconds, door,
    /// by, role, action, kind, subject, detail.
    /// </summary>
    public static string HashOf(AuditRow row, string previous)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer, Compact))
        {
            json.WriteStartArray();
            json.WriteStringValue(previous);
            json.WriteNumberValue(row.Seq);
            json.WriteNumberValue(row.At.ToUnixTimeMilliseconds());
            foreach (var text in (string?[])[row.Door, row.By, row.Role, row.Action, row.Kind, row.Subject, row.Detail])
            {
                json.WriteStringValue(text);
            }

            json.WriteEndArray();
        }

        return Convert.ToHexStringLower(SHA256.HashData(buffer.WrittenSpan));
    }
}

/// <summary>Where the chain ended at some instant. Noted outside the database it shows later whether anything up to there was touched.</summary>
/// <param name="Number">Number of the newest entry; 0 when there is none.</param>
/// <param name="Hash">Its hash.</param>
internal sealed record AuditHead(long Number, string Hash)
{
    /// <summary>Reads <c>12:9f86d0…</c>; null when it is none.</summary>
    public static AuditHead? Read(string text) =>
        text.Split(':') is [var number, { Length: 64 } hash] && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && hash.All(char.IsAsciiHexDigitLower) ? new AuditHead(at, hash) : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number}:{Hash}");
}
