using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Dialog.Bot.Channels.Teams;

/// <summary>Whether the bot gets a token for the connector, and the keys to verify what comes in.</summary>
internal sealed class TeamsCheck(TeamsOptions options, TeamsCredential credential, IConfigurationManager<OpenIdConnectConfiguration> metadata) : ICheck
{
    public string Name => "Teams";

    public async Task<Checked> TryAsync(CancellationToken cancellationToken)
    {
        if (!options.IsConfigured)
        {
            return new Checked(Holds: true, "local playground only: set Teams:AppId, Teams:AppPassword and Teams:TenantId (docs/connect-teams.md)");
        }

        try
        {
            await credential.GetAsync(fresh: true, cancellationToken);
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return new Checked(Holds: false, $"no token for the connector ({exception.Message}): check Teams:AppId, Teams:AppPassword and Teams:TenantId");
        }

        try
        {
            var keys = (await metadata.GetConfigurationAsync(cancellationToken)).SigningKeys.Count;
            return new Checked(Holds: true, $"the bot gets its token, and {keys} signing keys to verify activities with");
        }
        catch (InvalidOperationException)
        {
            return new Checked(Holds: false, $"Teams:OpenIdMetadata: the signing keys cannot be fetched from {options.OpenIdMetadata}. Is this machine allowed to call out?");
        }
    }
}
