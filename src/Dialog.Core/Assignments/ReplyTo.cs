using System.Text.Json.Serialization;

namespace Dialog.Core.Assignments;

/// <summary>What an assignment is a reply to: readers' words about something the person has published (antites → syntes).</summary>
/// <param name="AssignmentId">What was published.</param>
/// <param name="GroupId">The group of readers' words.</param>
/// <param name="Topic">What was published was about this.</param>
/// <param name="Readers">How many say it.</param>
/// <param name="Example">One of them, in the reader's own words without who it is.</param>
public sealed record ReplyTo(string AssignmentId, string GroupId, string Topic, int Readers, string Example)
{
    /// <summary>What they speak of, as an editor named it; null when nobody has: single words make no sentence.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Theme { get; init; }

    /// <summary>What they say, in the editor's words, to be read after "that"; null when <see cref="Example"/> says it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Claim { get; init; }
}
