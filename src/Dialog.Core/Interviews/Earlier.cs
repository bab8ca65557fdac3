namespace Dialog.Core.Interviews;

/// <summary>Something the person has said in public before.</summary>
/// <param name="AssignmentId">In which assignment.</param>
/// <param name="Topic">What it was about.</param>
/// <param name="At">When it went out.</param>
/// <param name="Quote">A sentence of it, the person's own words.</param>
/// <param name="Url">Where it can be read; null when nobody told.</param>
public sealed record Earlier(string AssignmentId, string Topic, DateTimeOffset At, string Quote, string? Url)
{
    /// <summary>What it is written in; null when nobody told.</summary>
    public string? Language { get; init; }

    /// <summary>
    /// What the event makes it worth to look up, in the words of the question: a new question, or the person's own wish; empty is anything, null nothing.
    /// </summary>
    public static string? Wanted(Conversation before, Incoming what) => what switch
    {
        Incoming.Assigned { Assignment: { ReplyTo: null } assignment } => assignment.Topic,
        Incoming.Said said when Command.Read(said.Text) is { Kind: CommandKind.Before } => before.CurrentInterview() is { IsActive: true } open ? open.Assignment.ReplyTo?.Topic ?? open.Assignment.Topic : "",
        Incoming.DueCame { Due.Name: var name } when name.StartsWith("plan/", StringComparison.Ordinal) && name.EndsWith($"/{nameof(Assignments.PlanStep.Question)}", StringComparison.Ordinal) =>
            before.Interviews.Find(interview => name == $"{Due.PlanOf(interview.Id)}{nameof(Assignments.PlanStep.Question)}")?.Assignment.Topic,
        _ => null,
    };
}
