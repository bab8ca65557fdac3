using System.Text.Json;

namespace Dialog.Bot.Channels.Slack;

/// <summary>How a call of the Web API ended.</summary>
internal abstract record SlackAnswer
{
    private SlackAnswer()
    {
    }

    /// <summary>Slack said ok.</summary>
    /// <param name="Body">The answer.</param>
    /// <param name="Scopes">What the token may do, separated by commas, when Slack tells.</param>
    public sealed record Ok(JsonElement Body, string? Scopes = null) : SlackAnswer;

    /// <summary>Slack said no; nothing was done unless the code says otherwise.</summary>
    /// <param name="Code">Slack's error code; empty when it gave none.</param>
    /// <param name="Details">Which field it did not like, or which scope it wants; never what was in the message.</param>
    public sealed record Refused(string Code, string Details) : SlackAnswer;

    /// <summary>Too fast; nothing was done.</summary>
    public sealed record Limited(TimeSpan? After) : SlackAnswer;

    /// <summary>The call never left; nothing was done.</summary>
    public sealed record Unreachable : SlackAnswer;

    /// <summary>The call left, and whether it was carried out is not known.</summary>
    /// <param name="Reason">What happened, in plain words.</param>
    /// <param name="Silent">Nothing came back at all: it may still be carried out.</param>
    public sealed record NoAnswer(string Reason, bool Silent = false) : SlackAnswer;
}
