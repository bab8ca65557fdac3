using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using Dialog.Bot.Channels.Teams;
using Microsoft.AspNetCore.WebUtilities;

namespace Dialog.Bot.Tests.Channels.Teams;

/// <summary>What goes over the wire for the bot's own token, without a client secret.</summary>
public sealed class TeamsCredentialTests : IDisposable
{
    private const string AppId = "6f1d6c1e-6f0f-4b0e-9a57-0d1a10600001";
    private const string Tenant = "7a51c3a0-2f59-4c35-8c59-0d1a10600002";

    private readonly Entra entra = new();
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("dialog-certificate-");

    [Theory]
    [InlineData("bot.pfx")]
    [InlineData("bot.pem")]
    public async Task A_certificate_signs_an_assertion_that_its_public_key_proves(string name)
    {
        using var rsa = RSA.Create(2048);
        var request = new CertificateRequest("CN=dialog", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        var file = Path.Combine(folder.FullName, name);
        if (name.EndsWith("pfx", StringComparison.Ordinal))
        {
            File.WriteAllBytes(file, certificate.Export(X509ContentType.Pfx, "pw"));
        }
        else
        {
            File.WriteAllText(file, $"{certificate.ExportCertificatePem()}\n{rsa.ExportPkcs8PrivateKeyPem()}\n");
        }

        using var credential = new TeamsCredential(
            new TeamsOptions { AppId = AppId, TenantId = Tenant, CertificateFile = file, CertificatePassword = name.EndsWith("pfx", StringComparison.Ordinal) ? "pw" : null }, entra, TimeProvider.System);

        Assert.Equal("token-1", await credential.GetAsync(fresh: false, TestContext.Current.CancellationToken));
        Assert.Equal("token-1", await credential.GetAsync(fresh: false, TestContext.Current.CancellationToken));
        Assert.Equal("token-2", await credential.GetAsync(fresh: true, TestContext.Current.CancellationToken));

        var (address, form) = entra.Asked[0];
        Assert.Equal($"https://login.microsoftonline.com/{Tenant}/oauth2/v2.0/token", address);
        Assert.Equal(("client_credentials", AppId, "https://api.botframework.com/.default"), (form["grant_type"], form["client_id"], form["scope"].Split(' ')[0]));
        Assert.Equal("urn:ietf:params:oauth:client-assertion-type:jwt-bearer", form["client_assertion_type"]);
        Assert.False(form.ContainsKey("client_secret"));
        var parts = form["client_assertion"].Split('.');
        var (header, claims) = (Decode(parts[0]), Decode(parts[1]));
        Assert.Equal("PS256", header.GetProperty("alg").GetString());
        Assert.Equal(WebEncoders.Base64UrlEncode(SHA256.HashData(certificate.RawData)), header.GetProperty("x5t#S256").GetString());
        Assert.Equal((AppId, AppId, address), (claims.GetProperty("iss").GetString(), claims.GetProperty("sub").GetString(), claims.GetProperty("aud").GetString()));
        using var key = certificate.GetRSAPublicKey()!;
        Assert.True(key.VerifyData(Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), WebEncoders.Base64UrlDecode(parts[2]), HashAlgorithmName.SHA256, RSASignaturePadding.Pss));
    }

    [Fact]
    public async Task A_managed_identity_asks_the_machines_own_endpoint()
    {
        using var credential = new TeamsCredential(new TeamsOptions { AppId = AppId, TenantId = Tenant, ManagedIdentity = true }, entra, TimeProvider.System);

        Assert.StartsWith("token-", await credential.GetAsync(fresh: false, TestContext.Current.CancellationToken), StringComparison.Ordinal);

        var asked = entra.Machine.Last();
        Assert.Equal(("169.254.169.254", "/metadata/identity/oauth2/token"), (asked.Address.Host, asked.Address.AbsolutePath));
        var query = QueryHelpers.ParseQuery(asked.Address.Query);
        Assert.Equal((AppId, "https://api.botframework.com"), (query["client_id"].ToString(), query["resource"].ToString()));
        Assert.Equal("true", asked.Metadata);
    }

    public void Dispose()
    {
        entra.Dispose();
        folder.Delete(recursive: true);
    }

    private static JsonElement Decode(string part) => JsonSerializer.Deserialize<JsonElement>(WebEncoders.Base64UrlDecode(part));

    /// <summary>Entra ID's token endpoint and a virtual machine's metadata service, as a client that all requests go through.</summary>
    private sealed class Entra : HttpMessageHandler, IHttpClientFactory
    {
        private int tokens;

        public List<(string Address, Dictionary<string, string> Form)> Asked { get; } = [];

        public List<(Uri Address, string? Metadata)> Machine { get; } = [];

        public HttpClient CreateClient(string name) => new(this, disposeHandler: false);

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var address = request.RequestUri!;
            if (address.Host == "169.254.169.254")
            {
                Machine.Add((address, request.Headers.TryGetValues("Metadata", out var header) ? header.Single() : null));
                return address.AbsolutePath == "/metadata/identity/oauth2/token"
                    ? Json(new { access_token = $"token-{++tokens}", expires_on = DateTimeOffset.UtcNow.AddHours(1).ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture), resource = "https://api.botframework.com", token_type = "Bearer", client_id = AppId })
                    : new HttpResponseMessage(HttpStatusCode.NotFound);
            }

            if (address.AbsolutePath.EndsWith("/oauth2/v2.0/token", StringComparison.Ordinal))
            {
                var form = QueryHelpers.ParseQuery(await request.Content!.ReadAsStringAsync(cancellationToken)).ToDictionary(field => field.Key, field => field.Value.ToString());
                Asked.Add((address.GetLeftPart(UriPartial.Path), form));
                return Json(new { token_type = "Bearer", expires_in = 3599, access_token = $"token-{++tokens}" });
            }

            return Json(new { tenant_discovery_endpoint = $"https://login.microsoftonline.com/{Tenant}/v2.0/.well-known/openid-configuration", metadata = Array.Empty<object>() });
        }

        private static HttpResponseMessage Json(object body) => new(HttpStatusCode.OK) { Content = new StringContent(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json") };
    }
}
