using System.Collections.Immutable;

namespace Dialog.Bot.Channels.Slack;

/// <summary>What is known of an installation beside its tokens; stored as JSON with the workspace.</summary>
internal sealed record SlackInstall
{
    /// <summary>The bot's own user id (<c>U…</c> or <c>W…</c>).</summary>
    public string? BotUser { get; init; }

    /// <summary>The app (<c>A…</c>).</summary>
    public string? App { get; init; }

    /// <summary>The organisation (<c>E…</c>) the workspace belongs to, if any.</summary>
    public string? Enterprise { get; init; }

    /// <summary>Installed for a whole organisation: one token for many workspaces.</summary>
    public bool WholeOrganisation { get; init; }

    /// <summary>Its token is the configured one (<c>Slack:BotToken</c>).</summary>
    public bool Configured { get; init; }

    /// <summary>The scopes that were granted.</summary>
    public ImmutableList<string> Scopes { get; init; } = [];

    /// <summary>Slack's id of who installed it.</summary>
    public string? InstalledBy { get; init; }
}

/// <summary>The tokens of an installation; stored encrypted.</summary>
/// <param name="Access">The bot token.</param>
/// <param name="Refresh">What it is renewed with, when tokens rotate; good for one use.</param>
internal sealed record SlackTokens(string Access, string? Refresh);
