using System.Globalization;

namespace Dialog.Bot.Channels.Slack;

/// <summary>How Slack is reached (section <c>Slack</c>).</summary>
internal sealed class SlackOptions
{
    /// <summary>Signs what Slack sends us over HTTP.</summary>
    public string? SigningSecret { get; init; }

    /// <summary>The workspace's bot token, <c>xoxb-…</c>, when the app is installed by hand in one workspace.</summary>
    public string? BotToken { get; init; }

    /// <summary>With <see cref="ClientSecret"/>: installs into many workspaces, and renews rotating tokens.</summary>
    public string? ClientId { get; init; }

    public string? ClientSecret { get; init; }

    /// <summary>App-level token, <c>xapp-…</c>, for Socket Mode: no public address is needed.</summary>
    public string? AppToken { get; init; }

    /// <summary>The Web API's base address; another one for a proxy or a test.</summary>
    public string ApiUrl { get; init; } = "https://slack.com/api/";

    /// <summary>Messages to one workspace a minute at most. Slack names "several hundred", and may grant more.</summary>
    public int MessagesPerMinute { get; init; } = SlackPace.UsualMessagesPerMinute;

    /// <summary>Where an administrator allows the app; another one for GovSlack or a test.</summary>
    public string AuthorizeUrl { get; init; } = "https://slack.com/oauth/v2/authorize";

    /// <summary>Where Slack sends the administrator back to; only needed when the app has several redirect addresses.</summary>
    public string? RedirectUrl { get; init; }

    /// <summary>There is, or may come, a token to send with.</summary>
    public bool CanSend => !string.IsNullOrEmpty(BotToken) || CanInstall;

    /// <summary>The app can be installed with a click.</summary>
    public bool CanInstall => !string.IsNullOrEmpty(ClientId) && !string.IsNullOrEmpty(ClientSecret);

    /// <summary>Slack may call us.</summary>
    public bool HearsHttp => CanSend && !string.IsNullOrEmpty(SigningSecret);

    /// <summary>We call Slack and hear on that line.</summary>
    public bool HearsSocket => CanSend && !string.IsNullOrEmpty(AppToken);

    /// <summary>The base address with its closing slash.</summary>
    public Uri Api => field ??= new(ApiUrl.EndsWith('/') ? ApiUrl : ApiUrl + "/");

    /// <exception cref="StartupException">A number is none.</exception>
    public static SlackOptions Read(IConfiguration section)
    {
        var usual = new SlackOptions();
        return new SlackOptions
        {
            SigningSecret = section["SigningSecret"],
            BotToken = section["BotToken"],
            ClientId = section["ClientId"],
            ClientSecret = section["ClientSecret"],
            AppToken = section["AppToken"],
            ApiUrl = section["ApiUrl"] ?? usual.ApiUrl,
            MessagesPerMinute = section["MessagesPerMinute"] switch
            {
                null or "" => usual.MessagesPerMinute,
                var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var messages) && messages > 0 => messages,
                var text => throw new StartupException($"Slack:MessagesPerMinute: ”{text}” is no number of messages. Write e.g. {usual.MessagesPerMinute}."),
            },
            AuthorizeUrl = section["AuthorizeUrl"] ?? usual.AuthorizeUrl,
            RedirectUrl = section["RedirectUrl"],
        };
    }

    /// <exception cref="StartupException">A value cannot work.</exception>
    public void Check()
    {
        CheckAddress("Slack:ApiUrl", ApiUrl, "would send the bot token in the clear");
        CheckAddress("Slack:AuthorizeUrl", AuthorizeUrl, "would send the administrator over an open line");
        if (!string.IsNullOrEmpty(RedirectUrl))
        {
            CheckAddress("Slack:RedirectUrl", RedirectUrl, "would send the administrator's code over an open line", "Write the whole address of /slack/oauth/callback as it stands in the app, or leave it out when it has only one.");
        }

        CheckStart("Slack:AppToken", AppToken, "xapp-", "an app-level token (Basic Information → App-Level Tokens, scope connections:write)");
        if (string.IsNullOrEmpty(ClientId) != string.IsNullOrEmpty(ClientSecret))
        {
            throw Missing(string.IsNullOrEmpty(ClientId) ? "Slack:ClientId" : "Slack:ClientSecret", "the other half of the app's credentials");
        }

        if (CanSend && string.IsNullOrEmpty(SigningSecret) && string.IsNullOrEmpty(AppToken))
        {
            throw Missing("Slack:SigningSecret", "Slack's token");
        }

        if (!CanSend && (!string.IsNullOrEmpty(SigningSecret) || !string.IsNullOrEmpty(AppToken)))
        {
            throw Missing("Slack:BotToken", "the other half of Slack's secrets");
        }
    }

    private static StartupException Missing(string key, string set) =>
        new($"{key}: missing, while {set} is set. Set both, or neither (docs/connect-slack.md).");

    private static void CheckAddress(string key, string value, string danger, string mend = "Leave it out to use Slack's own.")
    {
        if (!Uri.TryCreate(value, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            throw new StartupException($"{key}: ”{Setting.Shown(value)}” is not an address. {mend}");
        }

        if (address.Scheme == "http" && !address.IsLoopback)
        {
            throw new StartupException($"{key}: {Setting.Shown(value)} {danger}. Use https.");
        }
    }

    private static void CheckStart(string key, string? value, string start, string what)
    {
        if (value is { Length: > 0 } && !value.StartsWith(start, StringComparison.Ordinal))
        {
            throw new StartupException($"{key}: does not begin with {start}. It is {what}.");
        }
    }
}
