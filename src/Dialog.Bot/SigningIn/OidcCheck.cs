using System.Text.Json;
using System.Text.Json.Nodes;

namespace Dialog.Bot.SigningIn;

/// <summary>Whether people can sign in with the organisation's OpenID provider.</summary>
internal sealed class OidcCheck(OidcOptions oidc, IHttpClientFactory clients) : ICheck
{
    public string Name => "OpenID";

    public async Task<Checked> TryAsync(CancellationToken cancellationToken)
    {
        if (!oidc.IsConfigured)
        {
            return new Checked(Holds: true, "not configured: the desk is signed in to with Desk:Token. Desk:Oidc:Authority, :ClientId and :ClientSecret let people sign in as themselves (docs/sign-in.md)");
        }

        var authority = oidc.Authority!.TrimEnd('/');
        try
        {
            using var client = clients.CreateClient();
            client.Timeout = TimeSpan.FromSeconds(10);
            var metadata = JsonNode.Parse(await client.GetStringAsync(new Uri($"{authority}/.well-known/openid-configuration"), cancellationToken));
            if ((string?)metadata?["issuer"] is not { } issuer || issuer.TrimEnd('/') != authority)
            {
                return new Checked(Holds: false, $"Desk:Oidc:Authority: {authority} says that its issuer is {(string?)metadata?["issuer"] ?? "nobody"}. Set Desk:Oidc:Authority to that");
            }

            if (oidc.SignsIn && ((string?)metadata["authorization_endpoint"] is null || (string?)metadata["token_endpoint"] is null))
            {
                return new Checked(Holds: false, $"Desk:Oidc:Authority: {authority} names no authorization_endpoint or no token_endpoint: people cannot sign in with it");
            }
        }
        catch (Exception exception) when (exception is HttpRequestException or JsonException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return new Checked(Holds: false, $"Desk:Oidc:Authority: {authority}/.well-known/openid-configuration cannot be read ({exception.Message}). Check the address, and that this machine may reach it");
        }

        return new Checked(Holds: true, oidc.SignsIn
            ? $"{authority} answers; register https://<Dialog's address>{OidcSignIn.CallbackPath} there as redirect address"
            : $"{authority} answers, for the tab in Teams. Desk:Oidc:ClientSecret is missing: nobody signs in at the desk with it");
    }
}
