using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Microsoft.Identity.Client;
using Microsoft.Identity.Client.AppConfig;

namespace Dialog.Bot.Channels.Teams;

/// <summary>The bot's own token for calling the connector, by secret, certificate or managed identity. MSAL keeps it until shortly before it ends.</summary>
internal sealed class TeamsCredential : IDisposable
{
    private static readonly TimeSpan Early = TimeSpan.FromMinutes(5);

    private readonly TeamsOptions options;
    private readonly IHttpClientFactory clients;
    private readonly TimeProvider time;
    private readonly Func<bool, CancellationToken, Task<string?>> acquire;
    private readonly SemaphoreSlim one = new(1, 1);
    private (string Token, DateTimeOffset Until)? cached;

    /// <exception cref="StartupException">The certificate cannot be read.</exception>
    public TeamsCredential(TeamsOptions options, IHttpClientFactory clients, TimeProvider time)
    {
        (this.options, this.clients, this.time) = (options, clients, time);
        acquire = options switch
        {
            { IsConfigured: false } => (_, _) => Task.FromResult<string?>(null),
            { TokenEndpoint.Length: > 0 } => FromEndpointAsync,
            { ManagedIdentity: true } => FromManagedIdentity(),
            _ => FromEntra(),
        };
    }

    /// <summary>The token; null in the local playground, which wants none.</summary>
    /// <param name="fresh">The connector refused the one at hand.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="HttpRequestException">No token could be had.</exception>
    public async Task<string?> GetAsync(bool fresh, CancellationToken cancellationToken)
    {
        try
        {
            return await acquire(fresh, cancellationToken);
        }
        catch (MsalException exception)
        {
            throw new HttpRequestException($"no token: {exception.ErrorCode}", exception);
        }
    }

    public void Dispose() => one.Dispose();

    private Func<bool, CancellationToken, Task<string?>> FromEntra()
    {
        var builder = ConfidentialClientApplicationBuilder.Create(options.AppId).WithAuthority($"{options.Cloud.Login}/{options.TenantId}").WithHttpClientFactory(new Clients(clients));
        var application = (options.CertificateFile is { Length: > 0 } file ? builder.WithCertificate(Certificate(file, options.CertificatePassword)) : builder.WithClientSecret(options.AppPassword)).Build();
        return async (fresh, cancellationToken) => (await application.AcquireTokenForClient([options.Cloud.Scope]).WithForceRefresh(fresh).ExecuteAsync(cancellationToken)).AccessToken;
    }

    private Func<bool, CancellationToken, Task<string?>> FromManagedIdentity()
    {
        var application = ManagedIdentityApplicationBuilder.Create(ManagedIdentityId.WithUserAssignedClientId(options.AppId)).WithHttpClientFactory(new Clients(clients)).Build();
        return async (fresh, cancellationToken) => (await application.AcquireTokenForManagedIdentity(options.Cloud.Audience).WithForceRefresh(fresh).ExecuteAsync(cancellationToken)).AccessToken;
    }

    private static X509Certificate2 Certificate(string file, string? password)
    {
        try
        {
            return Path.GetExtension(file).Equals(".pem", StringComparison.OrdinalIgnoreCase)
                ? string.IsNullOrEmpty(password) ? X509Certificate2.CreateFromPemFile(file) : X509Certificate2.CreateFromEncryptedPemFile(file, password)
                : X509CertificateLoader.LoadPkcs12FromFile(file, password);
        }
        catch (Exception exception) when (exception is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new StartupException($"Teams:CertificateFile: {file} cannot be read as a certificate with its private key. Check the file and Teams:CertificatePassword.", exception);
        }
    }

    private async Task<string?> FromEndpointAsync(bool fresh, CancellationToken cancellationToken)
    {
        await one.WaitAsync(cancellationToken);
        try
        {
            if (!fresh && cached is { } kept && time.GetUtcNow() < kept.Until)
            {
                return kept.Token;
            }

            cached = await FetchAsync(cancellationToken);
            return cached.Value.Token;
        }
        finally
        {
            one.Release();
        }
    }

    private async Task<(string Token, DateTimeOffset Until)> FetchAsync(CancellationToken cancellationToken)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = options.AppId!,
            ["client_secret"] = options.AppPassword!,
            ["scope"] = options.Cloud.Scope,
        });
        using var response = await clients.CreateClient(TeamsConnector.HttpClientName).PostAsync(new Uri(options.TokenEndpoint!), form, cancellationToken);
        response.EnsureSuccessStatusCode();
        try
        {
            using var body = JsonDocument.Parse(await response.Content.ReadAsStringAsync(cancellationToken));
            var lifetime = body.RootElement.TryGetProperty("expires_in", out var seconds) && seconds.TryGetInt32(out var value) ? TimeSpan.FromSeconds(value) : TimeSpan.FromHours(1);
            var token = body.RootElement.GetProperty("access_token").GetString() ?? throw new HttpRequestException("no token: the endpoint gave none");
            return (token, time.GetUtcNow() + lifetime - (lifetime > Early * 2 ? Early : TimeSpan.Zero));
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new HttpRequestException("no token: the endpoint's answer could not be read", exception);
        }
    }

    /// <summary>MSAL's requests go through the same, redirect-free client as the rest.</summary>
    private sealed class Clients(IHttpClientFactory clients) : IMsalHttpClientFactory
    {
        public HttpClient GetHttpClient() => clients.CreateClient(TeamsConnector.HttpClientName);
    }
}
