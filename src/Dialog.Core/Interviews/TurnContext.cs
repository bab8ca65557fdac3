using System.Collections.Immutable;
using Dialog.Core.Drafts;
using Dialog.Core.People;
using Dialog.Core.Questions;

namespace Dialog.Core.Interviews;

/// <summary>What a turn may look at beside the conversation; data only.</summary>
/// <param name="Respondent">Whom the conversation is with.</param>
/// <param name="Organisation">The organisation's decisions.</param>
/// <param name="QuestionSets">All question sets that running interviews may have begun with.</param>
public sealed record TurnContext(Respondent Respondent, Organisation Organisation, QuestionSets QuestionSets)
{
    /// <summary>The drafts the turn may decide about: of exactly the assignments that <see cref="Turn.NeedsReview"/> names.</summary>
    public ImmutableList<ReviewFile> Reviews { get; init; } = [];

    /// <summary>With a wish about the person's own data (<see cref="PrivacyDesk.Concerns"/>): what it is answered with.</summary>
    public PrivacyDesk? Privacy { get; init; }

    /// <summary>With an event that makes it worth looking up (<see cref="Earlier.Wanted"/>): what the person has published on the same, the newest first.</summary>
    public ImmutableList<Earlier> Earlier { get; init; } = [];

    /// <summary>With a wish to join two records (<see cref="JoinWish"/>): what it is decided by.</summary>
    public JoinDesk? Join { get; init; }
}
