using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Dialog.Bot.Channels.Teams;

/// <summary>Whether an activity was sent by the Bot Framework to this bot: the full checklist of the connector's tokens.</summary>
internal sealed class TeamsToken(TeamsOptions options, ServiceHosts hosts, IConfigurationManager<OpenIdConnectConfiguration> metadata, TimeProvider time)
{
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    private static readonly string[] Algorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512];

    private readonly JsonWebTokenHandler handler = new() { MapInboundClaims = false };

    /// <summary>How long a token with an unknown key may wait for the metadata to be fetched anew.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(100);

    /// <summary>The metadata is fetched anew for an unknown key this often at most: anybody can send one.</summary>
    private static readonly TimeSpan RefreshEvery = TimeSpan.FromMinutes(5);

    private long lastRefresh = DateTimeOffset.MinValue.Ticks;

    /// <summary>What the token proves, before the body is looked at.</summary>
    /// <returns>The valid token, or why it is refused.</returns>
    /// <exception cref="InvalidOperationException">The metadata could not be had.</exception>
    public async Task<(TokenValidationResult? Token, string? Refusal)> ValidateAsync(string? authorization, CancellationToken cancellationToken)
    {
        if (authorization?.Split(' ') is not [var scheme, { Length: > 0 } token] || !scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase) || !handler.CanReadToken(token))
        {
            return (null, "no token");
        }

        var configuration = await metadata.GetConfigurationAsync(cancellationToken);
        var result = await handler.ValidateTokenAsync(token, Parameters(configuration));
        if (result is { IsValid: false, Exception: SecurityTokenSignatureKeyNotFoundException } && await RotatedAsync(handler.ReadJsonWebToken(token).Kid, cancellationToken) is { } rotated)
        {
            result = await handler.ValidateTokenAsync(token, Parameters(rotated));
        }

        return result.IsValid ? (result, null) : (null, result.Exception?.GetType().Name ?? "invalid");
    }

    /// <summary>Whether the token was made for this activity; null when it was.</summary>
    public static string? Mismatch(TokenValidationResult token, Activity activity, TeamsOptions options, ServiceHosts hosts)
    {
        if (activity.ChannelId != "msteams")
        {
            return "channel";
        }

        if (!Endorses(token, activity.ChannelId))
        {
            return "endorsement";
        }

        if (!token.Claims.TryGetValue("serviceurl", out var claim) || claim is not string serviceUrl || activity.ServiceUrl is null
            || !string.Equals(serviceUrl.TrimEnd('/'), activity.ServiceUrl.TrimEnd('/'), StringComparison.OrdinalIgnoreCase))
        {
            return "serviceUrl";
        }

        if (!hosts.Allows(activity.ServiceUrl))
        {
            return "host";
        }

        var tenants = new[] { activity.ConversationTenant, activity.ChannelTenant }.OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        return tenants.Count > 1 || options.AllowedTenants.Count > 0 && !tenants.Exists(tenant => options.AllowedTenants.Contains(tenant, StringComparer.OrdinalIgnoreCase)) ? "tenant" : null;
    }

    /// <summary>Whether the token was made for this activity; null when it was.</summary>
    public string? Mismatch(TokenValidationResult token, Activity activity) => Mismatch(token, activity, options, hosts);

    /// <summary>The metadata with a key that was not known before; null when there is none. Whoever comes while it is being fetched waits for it, too.</summary>
    private async Task<OpenIdConnectConfiguration?> RotatedAsync(string? kid, CancellationToken cancellationToken)
    {
        if (kid is null)
        {
            return null;
        }

        var now = time.GetUtcNow().Ticks;
        var last = Interlocked.Read(ref lastRefresh);
        if (now - last >= RefreshEvery.Ticks && Interlocked.CompareExchange(ref lastRefresh, now, last) == last)
        {
            metadata.RequestRefresh();
        }

        for (var waited = TimeSpan.FromTicks(now - Interlocked.Read(ref lastRefresh)); waited <= Patience; waited += LookEvery)
        {
            var configuration = await metadata.GetConfigurationAsync(cancellationToken);
            if (configuration.JsonWebKeySet?.Keys.Any(key => key.Kid == kid) == true)
            {
                return configuration;
            }

            await Task.Delay(LookEvery, time, cancellationToken);
        }

        return null;
    }

    /// <summary>The signing key must be endorsed for the channel.</summary>
    private static bool Endorses(TokenValidationResult token, string channel) =>
        ((JsonWebToken)token.SecurityToken).SigningKey is JsonWebKey key
        && key.AdditionalData.TryGetValue("endorsements", out var endorsements)
        && endorsements is JsonElement { ValueKind: JsonValueKind.Array } list
        && list.EnumerateArray().Any(item => item.ValueKind == JsonValueKind.String && item.GetString() == channel);

    private TokenValidationParameters Parameters(OpenIdConnectConfiguration configuration) => new()
    {
        ValidIssuers = options.OpenIdMetadata == options.Cloud.Metadata ? [options.Cloud.Issuer] : [options.Cloud.Issuer, configuration.Issuer],
        AudienceValidator = (audiences, _, _) => audiences.Any(audience => string.Equals(audience, options.AppId, StringComparison.OrdinalIgnoreCase)),
        IssuerSigningKeys = configuration.JsonWebKeySet?.Keys ?? [],
        TryAllIssuerSigningKeys = false,
        ValidAlgorithms = Algorithms,
        RequireSignedTokens = true,
        RequireExpirationTime = true,
        LifetimeValidator = (notBefore, expires, _, _) =>
        {
            var now = time.GetUtcNow().UtcDateTime;
            return expires is { } end && now < end + Skew && (notBefore is null || now > notBefore - Skew);
        },
    };
}
