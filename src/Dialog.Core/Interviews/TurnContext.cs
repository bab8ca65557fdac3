using Dialog.Core.Drafts;
using Dialog.Core.People;

namespace Dialog.Core.Interviews;

/// <summary>What a turn may look at beside the conversation; data only.</summary>
/// <param name="Respondent">Whom the conversation is with.</param>
/// <param name="Organisation">The organisation's decisions.</param>
/// <param name="QuestionSets">All question sets that running interviews may have begun with.</param>
public sealed record TurnContext(Respondent Respondent, Organisation Organisation, QuestionSets QuestionSets)
{
    /// <summary>The drafts the turn may decide about; loaded only when <see cref="Turn.NeedsReview"/> names their assignment.</summary>
    public ReviewFile? Review { get; init; }
}
