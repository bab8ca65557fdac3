using System.Text.Json.Serialization;
using Dialog.Core.Questions;

namespace Dialog.Core.Interviews;

/// <summary>Where a deleted message stood, without what it said: a platform that brings it back sends its text again.</summary>
/// <param name="MessageId">The platform's id of the message.</param>
/// <param name="InterviewId">Which talk.</param>
/// <param name="Slot">Which answer.</param>
/// <param name="Index">Its place among the answer's messages.</param>
/// <param name="FollowUp">See <see cref="Line.FollowUp"/>.</param>
public sealed record Gap(string MessageId, string InterviewId, Slot Slot, int Index, bool FollowUp)
{
    /// <summary>When it was deleted, as the platform tells: what was edited before that does not bring it back.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? At { get; init; }
}
