using System.Text.Json;

namespace Dialog.Bot.Channels.Slack;

/// <summary>Who something came from, and through which installation.</summary>
/// <param name="Workspace">The organisation's id for an installation in a whole organisation, else the team's.</param>
/// <param name="User">Slack's id of the person; empty when nobody in particular.</param>
/// <param name="BotUsers">The bot's own user ids, as far as the payload tells.</param>
internal sealed record SlackSender(string Workspace, string User, IReadOnlyList<string> BotUsers)
{
    public Address Address => new(Address.Slack, Workspace, User);

    /// <summary>The sender of an <c>event_callback</c>; the installation is named by its authorizations. Null when it names none.</summary>
    public static SlackSender? OfEvent(JsonElement body, string? user)
    {
        var authorizations = SlackJson.Items(body, "authorizations").ToList();
        var first = authorizations.FirstOrDefault();
        var workspace = SlackJson.Flag(first, "is_enterprise_install")
            ? SlackJson.Text(first, "enterprise_id")
            : NotEmpty(SlackJson.Text(first, "team_id")) ?? SlackJson.Text(body, "team_id");
        return string.IsNullOrEmpty(workspace) ? null : new SlackSender(workspace, user ?? "", [.. authorizations.Select(a => SlackJson.Text(a, "user_id")).OfType<string>()]);
    }

    /// <summary>Who clicked, submitted or used a shortcut. Null when the payload does not say, or when it is somebody from another organisation (Slack Connect).</summary>
    public static SlackSender? OfInteraction(JsonElement payload)
    {
        var user = SlackJson.Member(payload, "user");
        var workspace = SlackJson.Flag(payload, "is_enterprise_install")
            ? SlackJson.Text(SlackJson.Member(payload, "enterprise"), "id")
            : NotEmpty(SlackJson.Text(SlackJson.Member(payload, "team"), "id")) ?? SlackJson.Text(user, "team_id");
        var stranger = !SlackJson.Flag(payload, "is_enterprise_install") && SlackJson.Text(user, "team_id") is { Length: > 0 } home && home != workspace
            && SlackJson.Text(SlackJson.Member(payload, "enterprise"), "id") is null;
        return stranger ? null : Complete(workspace, SlackJson.Text(user, "id"));
    }

    /// <summary>Who gave a slash command. Null when the form does not say.</summary>
    public static SlackSender? OfCommand(IReadOnlyDictionary<string, string> form) => Complete(
        form.GetValueOrDefault("is_enterprise_install") == "true" ? form.GetValueOrDefault("enterprise_id") : form.GetValueOrDefault("team_id"),
        form.GetValueOrDefault("user_id"));

    private static SlackSender? Complete(string? workspace, string? user) =>
        string.IsNullOrEmpty(workspace) || string.IsNullOrEmpty(user) ? null : new SlackSender(workspace, user, []);

    private static string? NotEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
