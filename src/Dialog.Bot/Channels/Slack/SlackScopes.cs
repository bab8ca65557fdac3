using System.Collections.Immutable;

namespace Dialog.Bot.Channels.Slack;

/// <summary>What the app asks a workspace for. The manifest lists the same (a test compares them).</summary>
internal static class SlackScopes
{
    /// <summary>Without these the app does not work.</summary>
    public static readonly ImmutableList<string> Needed =
    [
        "app_mentions:read", "chat:write", "commands", "im:history", "im:write", "reactions:write", "users:read", "users:read.email",
    ];

    /// <summary>An administrator may refuse these: then a reply in a group whose outcome is unknown stays unknown.</summary>
    public static readonly ImmutableList<string> Optional = ["channels:history", "groups:history"];

    /// <summary>The events subscribed to.</summary>
    public static readonly ImmutableList<string> Events =
    [
        "app_home_opened", "app_mention", "app_uninstalled", "message.im", "team_join", "tokens_revoked", "user_change",
    ];
}
