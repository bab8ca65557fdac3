namespace Dialog.Bot.Channels.Slack;

/// <summary>Whether Slack knows the configured tokens, and whether the app may do what it has to.</summary>
internal sealed class SlackCheck(SlackOptions options, SlackApi api) : ICheck
{
    /// <summary>Without these the interview cannot be had (manifest/slack).</summary>
    private static readonly string[] Needed = ["chat:write", "im:write", "im:history"];

    public string Name => "Slack";

    public async Task<Checked> TryAsync(CancellationToken cancellationToken)
    {
        if (!options.CanSend)
        {
            return new Checked(Holds: true, "not configured: set Slack:SigningSecret and Slack:BotToken (docs/connect-slack.md)");
        }

        if (options.HearsSocket && await api.CallAsync("apps.connections.open", options.AppToken, Nothing, cancellationToken) is not SlackAnswer.Ok and var closed)
        {
            return new Checked(Holds: false, $"Slack:AppToken: {Explain(closed)}");
        }

        return string.IsNullOrEmpty(options.BotToken)
            ? new Checked(Holds: true, "an administrator of a workspace installs the app at /slack/install; its tokens are tried when they are used")
            : await TryBotTokenAsync(cancellationToken);
    }

    private static IReadOnlyDictionary<string, string> Nothing { get; } = new Dictionary<string, string>();

    private async Task<Checked> TryBotTokenAsync(CancellationToken cancellationToken)
    {
        var answer = await api.CallAsync("auth.test", options.BotToken, Nothing, cancellationToken);
        if (answer is not SlackAnswer.Ok ok)
        {
            return new Checked(Holds: false, $"Slack:BotToken: {Explain(answer)}");
        }

        var missing = ok.Scopes is null ? [] : Needed.Except(ok.Scopes.Split(',', StringSplitOptions.TrimEntries)).ToList();
        return missing.Count > 0
            ? new Checked(Holds: false, $"Slack:BotToken: the app lacks {string.Join(", ", missing)}. Compare its scopes with manifest/slack and install it again")
            : new Checked(Holds: true, $"the bot token works in {SlackJson.Text(ok.Body, "team")}; Slack itself tries the signing secret when you save the events address");
    }

    private string Explain(SlackAnswer answer) => answer switch
    {
        SlackAnswer.Refused refused => SlackErrors.Explain(refused),
        SlackAnswer.Unreachable => $"{options.Api.Host} cannot be reached. Is this machine allowed to call out?",
        SlackAnswer.NoAnswer none => none.Reason,
        _ => "Slack asks to try again later",
    };
}
