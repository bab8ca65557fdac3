namespace Dialog.Bot.Channels.Slack;

/// <summary>How Slack is reached (section <c>Slack</c>).</summary>
internal sealed class SlackOptions
{
    /// <summary>Signs what Slack sends us.</summary>
    public string? SigningSecret { get; init; }

    /// <summary>The workspace's bot token, <c>xoxb-…</c>.</summary>
    public string? BotToken { get; init; }

    /// <summary>The Web API's base address; another one for a proxy or a test.</summary>
    public string ApiUrl { get; init; } = "https://slack.com/api/";

    /// <summary>Both secrets are there.</summary>
    public bool IsConfigured => !string.IsNullOrEmpty(SigningSecret) && !string.IsNullOrEmpty(BotToken);

    /// <summary>The base address with its closing slash.</summary>
    public Uri Api => new(ApiUrl.EndsWith('/') ? ApiUrl : ApiUrl + "/");

    /// <exception cref="StartupException">A value cannot work.</exception>
    public void Check()
    {
        if (!Uri.TryCreate(ApiUrl, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            throw new StartupException($"Slack:ApiUrl: ”{ApiUrl}” is not an address. Leave it out to use Slack's own.");
        }

        if (address.Scheme == "http" && !address.IsLoopback)
        {
            throw new StartupException($"Slack:ApiUrl: {ApiUrl} would send the bot token in the clear. Use https.");
        }

        if (string.IsNullOrEmpty(SigningSecret) != string.IsNullOrEmpty(BotToken))
        {
            var missing = string.IsNullOrEmpty(SigningSecret) ? "Slack:SigningSecret" : "Slack:BotToken";
            throw new StartupException($"{missing}: missing, while the other half of Slack's secrets is set. Set both, or neither (docs/connect-slack.md).");
        }
    }
}
