using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace Dialog.Bot;

/// <summary>
/// Seals texts for one purpose and a time, by the program's clock. The form is that of <see cref="ITimeLimitedDataProtector"/>, which goes by the machine's: what
/// it has sealed is opened, too.
/// </summary>
internal sealed class SealedFor(IDataProtectionProvider protection, string purpose, TimeProvider time)
{
    private const string Form = "Microsoft.AspNetCore.DataProtection.TimeLimitedDataProtector.v1";

    private readonly IDataProtector protector = protection.CreateProtector(purpose).CreateProtector(Form);

    public string Close(string text, TimeSpan lifetime)
    {
        var bytes = new byte[sizeof(long) + Encoding.UTF8.GetByteCount(text)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, (time.GetUtcNow() + lifetime).UtcTicks);
        Encoding.UTF8.GetBytes(text, bytes.AsSpan(sizeof(long)));
        return WebEncoders.Base64UrlEncode(protector.Protect(bytes));
    }

    /// <summary>Null when it is not ours, for another purpose, or too old.</summary>
    public string? Open(string text)
    {
        try
        {
            var bytes = protector.Unprotect(WebEncoders.Base64UrlDecode(text));
            return BinaryPrimitives.ReadInt64BigEndian(bytes) >= time.GetUtcNow().UtcTicks ? Encoding.UTF8.GetString(bytes.AsSpan(sizeof(long))) : null;
        }
        catch (Exception exception) when (exception is CryptographicException or FormatException)
        {
            return null;
        }
    }
}
