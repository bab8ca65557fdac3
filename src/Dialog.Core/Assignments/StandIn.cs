namespace Dialog.Core.Assignments;

/// <summary>Whose place a deputy takes. Nothing the other has answered goes with it.</summary>
/// <param name="AssignmentId">The other's assignment.</param>
/// <param name="PersonId">Who is away.</param>
/// <param name="Name">As the byline says; null when nobody told.</param>
public sealed record StandIn(string AssignmentId, string PersonId, string? Name)
{
    /// <summary>The id of the deputy's assignment: one, however often the other goes and comes.</summary>
    public static string IdFor(string assignmentId) => $"{assignmentId}-deputy";
}
