namespace Dialog.Bot.Channels;

/// <summary>Who a person is on one channel.</summary>
/// <param name="Channel"><c>slack</c>, <c>teams</c> or <c>web</c>.</param>
/// <param name="Workspace">Slack team id, Teams tenant id, or <c>web</c>.</param>
/// <param name="User">Slack user id, Entra object id (else the 29: id), or the web visitor's id.</param>
internal sealed record Address(string Channel, string Workspace, string User)
{
    public const string Slack = "slack";
    public const string Teams = "teams";
    public const string Web = "web";

    /// <summary>The key of the one arrival there: whoever only opens the chat again is not greeted again.</summary>
    public string ArrivedKey() => Channel == Web ? $"{Web}:arrived:{User}" : $"{Channel}:arrived:{Workspace}:{User}";
}

/// <summary>The place inside a channel where bot and person talk; learnt from what comes in, kept for what goes out.</summary>
/// <param name="Id">Slack DM channel, Teams conversation id; null until the channel has opened one.</param>
/// <param name="Data">What else the channel needs to reach it (Teams: serviceUrl, bot and user ids), as the channel wrote it; opaque to others.</param>
internal sealed record Room(string? Id, string? Data = null);
