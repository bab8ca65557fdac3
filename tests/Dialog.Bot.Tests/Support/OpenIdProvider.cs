using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Dialog.Bot.Tests.Support;

/// <summary>A small OpenID provider on loopback: code flow with PKCE, one client, RSA-signed tokens. Everybody who comes is the person that the test says.</summary>
internal sealed class OpenIdProvider : IAsyncDisposable
{
    public const string ClientId = "9b1d6c1e-6f0f-4b0e-9a57-0d1a10600009";
    public const string Secret = "the-clients-secret";

    private readonly WebApplication app;
    private readonly string path;
    private readonly RSA key = RSA.Create(2048);
    private readonly RSA foreign = RSA.Create(2048);
    private readonly ConcurrentDictionary<string, (string Challenge, string RedirectUri, string Nonce)> codes = new();

    private OpenIdProvider(string path)
    {
        this.path = path;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.MapGet($"{path}/.well-known/openid-configuration", () => Results.Json(new
        {
            issuer = Issuer ?? Authority,
            jwks_uri = $"{Authority}/keys",
            authorization_endpoint = $"{Authority}/authorize",
            token_endpoint = $"{Authority}/token",
            userinfo_endpoint = $"{Authority}/userinfo",
        }));
        app.MapGet($"{path}/keys", () =>
        {
            var parameters = key.ExportParameters(includePrivateParameters: false);
            return Results.Json(new { keys = new[] { new { kty = "RSA", use = "sig", kid = "k1", n = Encode(parameters.Modulus!), e = Encode(parameters.Exponent!) } } });
        });
        app.MapGet($"{path}/authorize", Authorize);
        app.MapPost($"{path}/token", (Delegate)TokenAsync);
        app.MapGet($"{path}/userinfo", () => Results.Json(UserInfo.SetItem("sub", "s1")));
    }

    public string Authority => $"{app.Urls.Single()}{path}";

    /// <summary>What the provider calls itself; null for what it should.</summary>
    public string? Issuer { get; set; }

    /// <summary>What the token says of whoever signs in.</summary>
    public ImmutableDictionary<string, object> Claims { get; set; } = ImmutableDictionary<string, object>.Empty;

    /// <summary>What is told besides.</summary>
    public ImmutableDictionary<string, object> UserInfo { get; set; } = ImmutableDictionary<string, object>.Empty;

    /// <summary>What is wrong with the tokens.</summary>
    public string Flaw { get; set; } = "";

    /// <summary>Whoever comes is shown a page of the provider's first.</summary>
    public bool Asks { get; set; }

    /// <summary>The scopes that were asked for last.</summary>
    public string? Asked { get; private set; }

    public Dictionary<string, string> Settings => new() { ["Desk:Oidc:Authority"] = Authority, ["Desk:Oidc:ClientId"] = ClientId, ["Desk:Oidc:ClientSecret"] = Secret };

    public static async Task<OpenIdProvider> StartAsync(string path = "/realm")
    {
        var provider = new OpenIdProvider(path);
        await provider.app.StartAsync(TestContext.Current.CancellationToken);
        return provider;
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync(CancellationToken.None);
        await app.DisposeAsync();
        key.Dispose();
        foreign.Dispose();
    }

    private IResult Authorize(HttpContext http)
    {
        var query = http.Request.Query;
        if (query["client_id"] != ClientId || query["response_type"] != "code" || query["code_challenge_method"] != "S256" || query["code_challenge"].Count != 1 || query["nonce"].Count != 1)
        {
            return Results.BadRequest("not the code flow with PKCE");
        }

        if (Asks && !query.ContainsKey("me"))
        {
            return Results.Content($"<!DOCTYPE html><html lang=\"en\"><title>Provider</title><a href=\"{System.Net.WebUtility.HtmlEncode($"{http.Request.QueryString}&me=yes")}\">It is me</a></html>", "text/html");
        }

        Asked = query["scope"];
        var code = Guid.NewGuid().ToString("N");
        codes[code] = (query["code_challenge"]!, query["redirect_uri"]!, query["nonce"]!);
        return Results.Redirect($"{query["redirect_uri"]}?code={code}&state={Uri.EscapeDataString(query["state"]!)}");
    }

    private async Task<IResult> TokenAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync();
        if (form["client_id"] != ClientId || form["client_secret"] != Secret || form["grant_type"] != "authorization_code" || !codes.TryRemove(form["code"].ToString(), out var granted)
            || form["redirect_uri"] != granted.RedirectUri || Encode(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString()))) != granted.Challenge)
        {
            return Results.Json(new { error = "invalid_grant" }, statusCode: StatusCodes.Status400BadRequest);
        }

        return Results.Json(new { access_token = "a1", token_type = "Bearer", expires_in = 300, id_token = Token(granted.Nonce) });
    }

    private string Token(string nonce)
    {
        var now = DateTimeOffset.UtcNow + (Flaw == "expired" ? TimeSpan.FromHours(-2) : TimeSpan.Zero);
        var content = $"{Part(new { alg = Flaw == "unsigned" ? "none" : "RS256", kid = "k1", typ = "JWT" })}.{Part(Claims.SetItems(new Dictionary<string, object>
        {
            ["iss"] = Flaw == "issuer" ? "https://issuer.example" : Authority,
            ["aud"] = Flaw == "audience" ? "another" : ClientId,
            ["sub"] = "s1",
            ["nonce"] = Flaw == "nonce" ? "another" : nonce,
            ["iat"] = now.ToUnixTimeSeconds(),
            ["nbf"] = now.ToUnixTimeSeconds(),
            ["exp"] = now.AddMinutes(5).ToUnixTimeSeconds(),
        }))}";
        return Flaw == "unsigned" ? $"{content}." : $"{content}.{Encode((Flaw == "foreign key" ? foreign : key).SignData(Encoding.ASCII.GetBytes(content), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";
    }

    private static string Part(object part) => Encode(JsonSerializer.SerializeToUtf8Bytes(part));

    private static string Encode(byte[] bytes) => System.Buffers.Text.Base64Url.EncodeToString(bytes);
}
