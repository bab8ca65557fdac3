using System.Collections.Frozen;

namespace Dialog.Bot.Channels.Slack;

/// <summary>Every error code of the Web API that the methods used here can give (their reference pages), its decision, and its words for the desk.</summary>
internal static class SlackErrors
{
    private static readonly FrozenDictionary<string, SlackDecision> Decisions = Table(
        (SlackDecision.Wait, "ratelimited rate_limited message_limit_exceeded"),
        (SlackDecision.Later, "service_unavailable request_timeout team_added_to_org org_login_required external_channel_migrating update_failed"),
        (SlackDecision.Look, "internal_error fatal_error"),
        (SlackDecision.Refresh, "token_expired"),
        (SlackDecision.StopWorkspace, "account_inactive token_revoked invalid_auth not_authed team_access_not_granted"),
        (SlackDecision.Admin, "missing_scope not_allowed_token_type no_permission access_denied accesslimited ekm_access_denied enterprise_is_restricted restricted_action restricted_action_read_only_channel restricted_action_thread_only_channel restricted_action_non_threadable_channel restricted_action_thread_locked messages_tab_disabled not_enabled two_factor_setup_required deprecated_endpoint method_deprecated"),
        (SlackDecision.Reopen, "channel_not_found is_archived not_in_channel is_inactive user_not_in_channel thread_not_found cannot_reply_to_message"),
        (SlackDecision.Unreachable, "user_not_found users_not_found user_disabled user_not_visible team_not_found cannot_dm_bot"),
        (SlackDecision.Gone, "message_not_found cant_update_message edit_window_closed block_mismatch streaming_state_conflict cant_delete_message invalid_scheduled_message_id"),
        (SlackDecision.PlainText, "invalid_blocks invalid_blocks_format msg_too_long msg_blocks_too_long no_text invalid_arguments invalid_arg_name invalid_array_arg invalid_charset invalid_form_data invalid_post_type missing_post_type invalid_json json_not_object invalid_metadata_format invalid_metadata_schema metadata_too_large metadata_must_be_sent_from_app markdown_text_conflict too_many_attachments restricted_too_many"),
        (SlackDecision.TooLate, "expired_trigger_id exchanged_trigger_id invalid_trigger_id used_url expired_url not_found"),
        (SlackDecision.Reload, "hash_conflict"),
        (SlackDecision.Done, "already_reacted no_reaction"),
        (SlackDecision.GiveUp, "unknown_method view_too_large push_limit_reached duplicate_external_id time_in_past time_too_far invalid_time users_list_not_supplied"));

    private static readonly FrozenDictionary<string, string> Words = new Dictionary<string, string>
    {
        ["account_inactive"] = "the app's account is inactive: install it again",
        ["token_revoked"] = "the bot token was revoked: install the app again",
        ["token_expired"] = "the bot token has expired and could not be renewed: install the app again",
        ["invalid_auth"] = "Slack does not accept the bot token: install the app again, or mend Slack:BotToken",
        ["not_authed"] = "Slack got no bot token: install the app again, or set Slack:BotToken",
        ["team_access_not_granted"] = "the organisation has not let the app into this workspace",
        ["missing_scope"] = "the app lacks a permission: compare its scopes with the manifest and install it again",
        ["messages_tab_disabled"] = "the app's Messages tab is off: turn it on under App Home",
        ["not_enabled"] = "the app's Home tab is off: turn it on under App Home",
        ["two_factor_setup_required"] = "the workspace demands two-factor sign-in",
        ["channel_not_found"] = "the direct message does not exist any more",
        ["is_archived"] = "the direct message is archived",
        ["user_not_found"] = "Slack does not know the person",
        ["users_not_found"] = "Slack does not know the person",
        ["user_disabled"] = "the person's account is deactivated",
        ["user_not_visible"] = "the person cannot be seen by the app",
        ["message_not_found"] = SendReasons.UpdateGone,
        ["cant_update_message"] = "the message cannot be updated",
        ["edit_window_closed"] = "the message cannot be updated any more",
    }.ToFrozenDictionary();

    /// <summary>Every sentence that <see cref="Explain"/> may begin with.</summary>
    public static IEnumerable<string> Phrases => Words.Values;

    /// <summary>A code nobody has written down is given up and shown: repeating what is not understood helps nobody.</summary>
    public static SlackDecision Decide(string code) => code.Length == 0 ? SlackDecision.Look : Decisions.GetValueOrDefault(code, SlackDecision.GiveUp);

    /// <summary>What the desk shows.</summary>
    public static string Explain(SlackAnswer.Refused refused)
    {
        var words = Words.TryGetValue(refused.Code, out var known) ? $"{known} ({refused.Code})" : refused.Code.Length > 0 ? refused.Code : "Slack's answer could not be read";
        return refused.Details.Length > 0 ? $"{words}; {refused.Details}" : words;
    }

    private static FrozenDictionary<string, SlackDecision> Table(params (SlackDecision Decision, string Codes)[] rows) =>
        rows.SelectMany(row => row.Codes.Split(' ').Select(code => KeyValuePair.Create(code, row.Decision))).ToFrozenDictionary();
}
