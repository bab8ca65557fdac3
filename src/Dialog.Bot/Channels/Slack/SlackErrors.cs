using System.Collections.Frozen;

namespace Dialog.Bot.Channels.Slack;

/// <summary>What an error code of the Web API means for a message that was to be posted.</summary>
internal static class SlackErrors
{
    private static readonly FrozenSet<string> NotPosted = new[] { "ratelimited", "rate_limited", "message_limit_exceeded", "service_unavailable", "request_timeout", "team_added_to_org", "org_login_required", "external_channel_migrating", "token_expired" }.ToFrozenSet();

    private static readonly FrozenSet<string> MayBePosted = new[] { "internal_error", "fatal_error" }.ToFrozenSet();

    private static readonly FrozenDictionary<string, string> Words = new Dictionary<string, string>
    {
        ["account_inactive"] = "the app's account is inactive: install it again",
        ["token_revoked"] = "the bot token was revoked: install the app again",
        ["invalid_auth"] = "Slack does not accept Slack:BotToken",
        ["not_authed"] = "Slack got no bot token",
        ["missing_scope"] = "the app lacks a permission: compare its scopes with the manifest and install it again",
        ["messages_tab_disabled"] = "the app's Messages tab is off: turn it on under App Home",
        ["channel_not_found"] = "the direct message does not exist any more",
        ["is_archived"] = "the direct message is archived",
        ["user_not_found"] = "Slack does not know the person",
        ["users_not_found"] = "Slack does not know the person",
        ["user_disabled"] = "the person's account is deactivated",
        ["user_not_visible"] = "the person cannot be seen by the app",
        ["message_not_found"] = "the message to update is gone",
        ["cant_update_message"] = "the message cannot be updated",
        ["edit_window_closed"] = "the message cannot be updated any more",
    }.ToFrozenDictionary();

    public static SendResult Read(string? code, IEnumerable<string> details) => code switch
    {
        null => new SendResult.Unknown("Slack's answer could not be read"),
        _ when NotPosted.Contains(code) => new SendResult.Again(null, code),
        _ when MayBePosted.Contains(code) => new SendResult.Unknown(code),
        _ => new SendResult.Failed(Words.TryGetValue(code, out var words) ? $"{words} ({code})" : string.Join("; ", details.Prepend(code))),
    };
}
