using System.Text.Json;

namespace Dialog.Bot.Channels.Teams;

/// <summary>What a refusal of the connector leads to.</summary>
internal enum TeamsDecision
{
    /// <summary>This message cannot be sent; the next one may.</summary>
    GiveUp,

    /// <summary>Certainly not carried out; tried again soon.</summary>
    Again,

    /// <summary>What an administrator has to mend; tried again every few minutes.</summary>
    Mend,

    /// <summary>It may have been carried out: repeated only where that does no harm.</summary>
    Unknown,

    /// <summary>The person cannot be reached until heard from again.</summary>
    Unreachable,

    /// <summary>The conversation is gone; opened anew once.</summary>
    Reopen,

    /// <summary>The message to be changed is gone: there is nothing left to change.</summary>
    Gone,

    /// <summary>The tenant is served by another host; gone there once.</summary>
    OtherHost,
}

/// <summary>
/// The connector's refusals (Microsoft's "Status code responses" of bot conversations) and what each leads to. The code counts before the
/// status; an unknown code is decided by its status.
/// </summary>
internal static class TeamsErrors
{
    /// <summary>The table: status, code (empty = any other), decision, reason in plain words.</summary>
    public static readonly IReadOnlyList<(int Status, string Code, TeamsDecision Decision, string Reason)> Table =
    [
        (400, "", TeamsDecision.GiveUp, "Teams does not understand the message"),
        (401, "BotNotRegistered", TeamsDecision.Mend, "the Azure Bot is not registered or has no Teams channel"),
        (401, "", TeamsDecision.Mend, "Teams does not accept the bot's token: check Teams:AppId, its secret and the Azure Bot's Teams channel"),
        (403, "BotNotInConversationRoster", TeamsDecision.Unreachable, "the person has uninstalled the app in Teams"),
        (403, "MessageWritesBlocked", TeamsDecision.Unreachable, "the person has blocked the app in Teams"),
        (403, "ConversationBlockedByUser", TeamsDecision.Unreachable, "the person has blocked the app in Teams"),
        (403, "BotDisabledByAdmin", TeamsDecision.Unreachable, "the Teams administrator has switched the app off for the person"),
        (403, "InvalidBotApiHost", TeamsDecision.OtherHost, "the tenant is served by another host"),
        (403, "NotEnoughPermissions", TeamsDecision.GiveUp, "the app may not do this in Teams"),
        (403, "", TeamsDecision.GiveUp, "Teams forbids the message"),
        (404, "ConversationNotFound", TeamsDecision.Reopen, "the conversation does not exist any more"),
        (404, "ActivityNotFoundInConversation", TeamsDecision.Gone, "the message was deleted in Teams"),
        (404, "MemberNotFoundInConversation", TeamsDecision.Unreachable, "the person is not in the Teams tenant any more"),
        (404, "", TeamsDecision.GiveUp, "the conversation or the message does not exist any more"),
        (412, "", TeamsDecision.Again, "something else happened in the conversation at the same time"),
        (413, "", TeamsDecision.GiveUp, "the message is too big for Teams"),
        (429, "", TeamsDecision.Again, "too many messages"),
        (408, "", TeamsDecision.Unknown, "Teams did not answer"),
        (500, "", TeamsDecision.Unknown, "Teams failed"),
        (502, "", TeamsDecision.Unknown, "Teams failed"),
        (503, "", TeamsDecision.Unknown, "Teams is out of service"),
        (504, "", TeamsDecision.Unknown, "Teams did not answer in time"),
    ];

    public static (TeamsDecision Decision, string Reason) Decide(int status, string? code)
    {
        var row = Table.FirstOrDefault(row => row.Status == status && row.Code == (code ?? ""));
        row = row.Reason is null ? Table.FirstOrDefault(other => other.Status == status && other.Code.Length == 0) : row;
        return row.Reason is not null ? (row.Decision, $"{row.Reason} (HTTP {status}{(code is null ? "" : $" {code}")})")
            : status >= 500 ? (TeamsDecision.Unknown, $"Teams failed (HTTP {status})")
            : (TeamsDecision.GiveUp, $"Teams refused the message (HTTP {status})");
    }

    /// <summary>The code in an answer, which may be an object, an object inside a string, or nothing at all.</summary>
    public static string? CodeOf(JsonElement body)
    {
        var error = Activity.Member(body, "error");
        var inner = Activity.String(error, "message") ?? Activity.String(body, "message");
        return Nested(inner) ?? Known(Activity.String(error, "code") ?? Activity.String(body, "subCode") ?? Activity.String(body, "code"));
    }

    /// <summary>What is no word is not logged or shown: it is the answer of something else than the connector.</summary>
    private static string? Known(string? code) => code is { Length: <= 60 } && code.All(char.IsAsciiLetterOrDigit) ? code : null;

    private static string? Nested(string? text)
    {
        if (text?.StartsWith('{') != true)
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(text);
            return Known(Activity.String(document.RootElement, "subCode") ?? Activity.String(document.RootElement, "code"));
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
