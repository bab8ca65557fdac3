using System.Text.Json;

namespace Dialog.Bot.Channels.Teams;

/// <summary>What became of a call to the connector.</summary>
internal abstract record TeamsAnswer
{
    private TeamsAnswer()
    {
    }

    /// <summary>Carried out.</summary>
    /// <param name="Body">What it said; may be nothing.</param>
    public sealed record Done(JsonElement Body) : TeamsAnswer;

    /// <summary>Not even sent: within the limits there was no room, or the connector could not be reached.</summary>
    public sealed record NotSent(TimeSpan? After, string Reason) : TeamsAnswer;

    /// <summary>Refused by the connector.</summary>
    /// <param name="Decision">What that leads to.</param>
    /// <param name="Reason">In plain words.</param>
    /// <param name="After">How long it wants to be left alone, when it said so.</param>
    public sealed record Refused(TeamsDecision Decision, string Reason, TimeSpan? After) : TeamsAnswer;

    /// <summary>Sent, and no answer came.</summary>
    public sealed record NoAnswer(string Reason) : TeamsAnswer;
}
