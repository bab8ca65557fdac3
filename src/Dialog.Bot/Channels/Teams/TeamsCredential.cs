using System.Text.Json;
using Microsoft.Identity.Client;

namespace Dialog.Bot.Channels.Teams;

/// <summary>The bot's own token for calling the connector. Kept until shortly before it ends.</summary>
internal sealed class TeamsCredential : IDisposable
{
    private static readonly TimeSpan Early = TimeSpan.FromMinutes(5);

    private readonly TeamsOptions options;
    private readonly IHttpClientFactory clients;
    private readonly TimeProvider time;
    private readonly IConfidentialClientApplication? application;
    private readonly SemaphoreSlim one = new(1, 1);
    private (string Token, DateTimeOffset Until)? cached;

    public TeamsCredential(TeamsOptions options, IHttpClientFactory clients, TimeProvider time)
    {
        (this.options, this.clients, this.time) = (options, clients, time);
        if (options.IsConfigured && string.IsNullOrEmpty(options.TokenEndpoint))
        {
            application = ConfidentialClientApplicationBuilder.Create(options.AppId)
                .WithClientSecret(options.AppPassword)
                .WithAuthority($"https://login.microsoftonline.com/{options.TenantId}")
                .Build();
        }
    }

    /// <summary>The token; null in the local playground, which wants none.</summary>
    /// <param name="fresh">The connector refused the one at hand.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="HttpRequestException">No token could be had.</exception>
    public async Task<string?> GetAsync(bool fresh, CancellationToken cancellationToken)
    {
        if (!options.IsConfigured)
        {
            return null;
        }

        if (application is not null)
        {
            try
            {
                return (await application.AcquireTokenForClient([TeamsOptions.Scope]).WithForceRefresh(fresh).ExecuteAsync(cancellationToken)).AccessToken;
            }
            catch (MsalException exception)
            {
                throw new HttpRequestException($"no token: {exception.ErrorCode}", exception);
            }
        }

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

    public void Dispose() => one.Dispose();

    private async Task<(string Token, DateTimeOffset Until)> FetchAsync(CancellationToken cancellationToken)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = options.AppId!,
            ["client_secret"] = options.AppPassword!,
            ["scope"] = TeamsOptions.Scope,
        });
        using var response = await clients.CreateClient(TeamsChannel.HttpClientName).PostAsync(new Uri(options.TokenEndpoint!), form, cancellationToken);
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
}
