using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Dialog.Bench;

/// <summary>What stands between Teams and a bot: the key and the token that activities come with, and the connector that replies go to.</summary>
internal static class BotService
{
    public const string AppId = "6f1d6c1e-6f0f-4b0e-9a57-0d1a10600001";

    private const string KeyId = "bench";

    private static readonly RSA Key = RSA.Create(2048);

    /// <summary>The token that comes with every activity from there; it holds for an hour, and so it is sent again and again.</summary>
    public static string Token(string serviceUrl)
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        var content = $"{Encode($$"""{"alg":"RS256","kid":"{{KeyId}}","x5t":"{{KeyId}}","typ":"JWT"}""")}.{Encode(string.Create(CultureInfo.InvariantCulture, $$"""{"serviceurl":"{{serviceUrl}}","nbf":{{now}},"exp":{{now + 3600}},"iss":"https://api.botframework.com","aud":"{{AppId}}"}"""))}";
        return $"{content}.{Base64Url.EncodeToString(Key.SignData(Encoding.ASCII.GetBytes(content), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";
    }

    /// <summary>A message for somebody; not that the bot is typing, nor the change of an earlier one.</summary>
    public static bool IsMessage(Wire.Message request) =>
        request.Head.Span.StartsWith("POST /teams/v3/conversations/"u8) && request.Body.Span.IndexOf("\"type\":\"message\""u8) >= 0;

    /// <summary>Keys, the bot's own token, and who somebody is; null for what is none of that.</summary>
    /// <param name="request">What was asked.</param>
    /// <param name="address">Where the sink stands.</param>
    public static string? Answer(Wire.Message request, string address) => Encoding.ASCII.GetString(request.Head.Span).Split(' ', 3) switch
    {
        [_, "/metadata", _] => $$"""{"issuer":"https://api.botframework.com","authorization_endpoint":"https://invalid.example/","jwks_uri":"{{address}}/keys","id_token_signing_alg_values_supported":["RS256"],"token_endpoint_auth_methods_supported":["private_key_jwt"]}""",
        [_, "/keys", _] => Keys(),
        [_, "/token", _] => """{"token_type":"Bearer","expires_in":3599,"access_token":"bench"}""",
        ["GET", var path, _] when path.StartsWith("/teams/v3/conversations/", StringComparison.Ordinal) => Member(Uri.UnescapeDataString(path[(path.LastIndexOf('/') + 1)..])),
        _ => null,
    };

    private static string Keys()
    {
        var parameters = Key.ExportParameters(includePrivateParameters: false);
        return $$"""{"keys":[{"kty":"RSA","use":"sig","kid":"{{KeyId}}","x5t":"{{KeyId}}","n":"{{Base64Url.EncodeToString(parameters.Modulus)}}","e":"{{Base64Url.EncodeToString(parameters.Exponent)}}","endorsements":["msteams"]}]}""";
    }

    private static string Member(string user) => $$"""{"id":"{{user}}","aadObjectId":"{{user[3..]}}","name":"Mattias Jansson","email":"{{user[3..]}}@katrineholm.example","userRole":"user"}""";

    private static string Encode(string part) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(part));
}
