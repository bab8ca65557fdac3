using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Dialog.EndToEnd.Running;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Dialog.EndToEnd.Teams;

/// <summary>An OpenID provider on loopback, as Entra ID is one for a tenant.</summary>
internal sealed class FakeOpenId : IAsyncDisposable
{
    public const string ClientId = "9b1d6c1e-6f0f-4b0e-9a57-0d1a10600009";

    private readonly WebApplication app = Loopback.Create();
    private readonly RSA key = RSA.Create(2048);
    private readonly RSA foreign = RSA.Create(2048);

    private FakeOpenId()
    {
        app.MapGet("/tenant/v2.0/.well-known/openid-configuration", () => Results.Json(new { issuer = Authority, jwks_uri = $"{app.Urls.Single()}/keys", authorization_endpoint = $"{Authority}/authorize", token_endpoint = $"{Authority}/token" }));
        app.MapGet("/keys", () =>
        {
            var parameters = key.ExportParameters(includePrivateParameters: false);
            return Results.Json(new { keys = new[] { new { kty = "RSA", use = "sig", kid = "k1", n = Encode(parameters.Modulus!), e = Encode(parameters.Exponent!) } } });
        });
    }

    public string Authority => $"{app.Urls.Single()}/tenant/v2.0";

    public IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string> { ["Desk__Oidc__Authority"] = Authority, ["Desk__Oidc__ClientId"] = ClientId };

    public static async Task<FakeOpenId> StartAsync()
    {
        var provider = new FakeOpenId();
        await provider.app.StartAsync(TestContext.Current.CancellationToken);
        return provider;
    }

    /// <summary>The token Teams hands to a tab for a person, or one with a flaw.</summary>
    public string Token(string objectId, string flaw = "")
    {
        var now = DateTimeOffset.UtcNow + flaw switch { "expired" => TimeSpan.FromHours(-2), "early" => TimeSpan.FromHours(2), _ => TimeSpan.Zero };
        var content = $"{Part(new { alg = flaw == "unsigned" ? "none" : "RS256", kid = flaw == "unknown key" ? "k9" : "k1", typ = "JWT" })}.{Part(new Dictionary<string, object?>
        {
            ["iss"] = flaw == "issuer" ? "https://issuer.example" : Authority,
            ["aud"] = flaw == "audience" ? "api://dialog.example.com/another" : $"api://dialog.example.com/{ClientId}",
            ["nbf"] = now.ToUnixTimeSeconds(),
            ["exp"] = now.AddHours(1).ToUnixTimeSeconds(),
            ["tid"] = flaw == "tenant" ? "11111111-2222-4333-8444-555555555555" : FakeTeams.Tenant,
            ["oid"] = flaw == "nobody" ? null : objectId,
            ["scp"] = flaw == "scope" ? "User.Read" : "access_as_user",
        })}";
        return flaw == "unsigned" ? $"{content}." : $"{content}.{Encode((flaw == "foreign key" ? foreign : key).SignData(Encoding.ASCII.GetBytes(content), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync(CancellationToken.None);
        await app.DisposeAsync();
        key.Dispose();
        foreign.Dispose();
    }

    private static string Part(object part) => Encode(JsonSerializer.SerializeToUtf8Bytes(part));

    private static string Encode(byte[] bytes) => System.Buffers.Text.Base64Url.EncodeToString(bytes);
}
