using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Dialog.Core.Access;
using Dialog.Core.Assignments;
using Dialog.Core.Calendars;
using Dialog.Core.Drafts;
using Dialog.Core.Questions;

namespace Dialog.Core.Interviews;

/// <summary>Everything that can happen to a conversation. Nothing else can. What one conversation may mail to another (<see cref="Fact.Mailed"/>) has a name in JSON.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Reviewed), "reviewed")]
[JsonDerivedType(typeof(ReviewAsked), "reviewAsked")]
[JsonDerivedType(typeof(ReviewSettled), "reviewSettled")]
[JsonDerivedType(typeof(ReviewRefused), "reviewRefused")]
[JsonDerivedType(typeof(EditorTold), "editorTold")]
[JsonDerivedType(typeof(Assigned), "assigned")]
[JsonDerivedType(typeof(Withdrawn), "withdrawn")]
[JsonDerivedType(typeof(Reopened), "reopened")]
[JsonDerivedType(typeof(OrderFollowed), "orderFollowed")]
[JsonDerivedType(typeof(Recognised), "recognised")]
[JsonDerivedType(typeof(Moved), "moved")]
public abstract record Incoming
{
    private Incoming()
    {
    }

    /// <summary>Same key = same event, however often a platform delivers it.</summary>
    public required string Key { get; init; }

    /// <summary>When it happened: the only clock the core knows.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The person opened a conversation with the bot (installed the app, opened the chat page) without saying anything.</summary>
    public sealed record Arrived : Incoming;

    /// <summary>The person looks at the bot's own page in the channel (Slack's App Home).</summary>
    public sealed record HomeOpened : Incoming;

    /// <summary>Somebody from outside the organisation wrote.</summary>
    public sealed record Outsider : Incoming;

    /// <summary>The person called the bot by name where others read along.</summary>
    /// <param name="Text">What they wrote, without the name; may be empty.</param>
    /// <param name="Place">Where, opaque: the channel's own name for the thread.</param>
    public sealed record Mentioned(string Text, string Place) : Incoming;

    /// <summary>The person chose which of their questions to talk about.</summary>
    public sealed record Picked(string AssignmentId) : Incoming;

    /// <summary>The person wants one of their questions later.</summary>
    public sealed record PutOff(string AssignmentId) : Incoming;

    /// <summary>The person rewrote an answer in a form.</summary>
    /// <param name="AssignmentId">Which talk.</param>
    /// <param name="Slot">Which answer.</param>
    /// <param name="Text">The whole answer as it is from now on.</param>
    public sealed record Rewritten(string AssignmentId, Slot Slot, string Text) : Incoming;

    /// <summary>A form the person wanted may not have opened.</summary>
    /// <param name="CanWrite">What it is for can be written in the talk instead.</param>
    public sealed record FormMissed(bool CanWrite) : Incoming;

    /// <summary>The person wrote something.</summary>
    /// <param name="Text">Plain text: the channel's markup is already read, nothing is escaped.</param>
    /// <param name="MessageId">The platform's id of the message, by which an edit or deletion later names it.</param>
    public sealed record Said(string Text, string MessageId) : Incoming
    {
        /// <summary>Pictures, files and voice clips that came with it; they are not read.</summary>
        public int Attachments { get; init; }

        /// <summary>When it was edited, if it came edited; see <see cref="Edited.MadeAt"/>.</summary>
        public DateTimeOffset? EditedAt { get; init; }
    }

    /// <summary>The person edited a message on the platform.</summary>
    public sealed record Edited(string Text, string MessageId) : Incoming
    {
        /// <summary>When it was edited, as the platform tells; null when it does not. Edits may come in another order.</summary>
        public DateTimeOffset? MadeAt { get; init; }
    }

    /// <summary>The person deleted a message on the platform.</summary>
    public sealed record Deleted(string MessageId) : Incoming
    {
        /// <inheritdoc cref="Edited.MadeAt"/>
        public DateTimeOffset? MadeAt { get; init; }
    }

    /// <summary>The person pressed a button.</summary>
    /// <param name="Value">What <see cref="Choice.Value"/> said when the button was sent; never trusted.</param>
    public sealed record Chose(string Value) : Incoming;

    /// <summary>The person, an editor or approver, wants changes in drafts and gave the reason in a form.</summary>
    /// <param name="Value">What <see cref="Choice.Value"/> said under the drafts; never trusted.</param>
    /// <param name="Reason">What is to be changed.</param>
    public sealed record ChangesWanted(string Value, string Reason) : Incoming;

    /// <summary>An editor opened an assignment for the person.</summary>
    public sealed record Assigned(Assignment Assignment) : Incoming;

    /// <summary>The question is taken back.</summary>
    /// <param name="AssignmentId">Which.</param>
    /// <param name="Why">What the person is told.</param>
    public sealed record Withdrawn(string AssignmentId, Withdrawal Why) : Incoming
    {
        /// <summary>Put to somebody else instead: their assignment.</summary>
        public Assignment? Replacement { get; init; }

        /// <summary>Put back to whom it was taken from: their assignment, which is asked again.</summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public Assignment? PutBack { get; init; }
    }

    /// <summary>An editor changed the order while the answer is still to come: what is planned is planned anew.</summary>
    /// <param name="AssignmentId">Which.</param>
    /// <param name="Change">What is other.</param>
    public sealed record OrderChanged(string AssignmentId, OrderChange Change) : Incoming
    {
        /// <summary>The order as the editor saw it: what somebody else has changed since is not overwritten. Null when nobody looked.</summary>
        public OrderSeen? Seen { get; init; }
    }

    /// <summary>The order of the person in whose place this one answers was changed: it is theirs too, while the answer is still to come.</summary>
    /// <param name="AssignmentId">The deputy's assignment.</param>
    /// <param name="Change">What is other.</param>
    public sealed record OrderFollowed(string AssignmentId, OrderChange Change) : Incoming;

    /// <summary>An editor asks again what was declined or taken back.</summary>
    public sealed record Reopened(string AssignmentId) : Incoming;

    /// <summary>The person's absences are these from now on: told at the desk, by REST or by a calendar.</summary>
    public sealed record AbsencesTold(ImmutableList<DateSpan> Absences) : Incoming;

    /// <summary>The person's hours or time zone are other ones: what is planned is planned anew.</summary>
    public sealed record DaysChanged : Incoming;

    /// <summary>An instant the turn itself asked for (<see cref="Fact.DueSet"/>) has come.</summary>
    public sealed record DueCame(Due Due) : Incoming;

    /// <summary>Somebody wants something done to the person's drafts: a click at the desk, a REST call, an approver in their own conversation.</summary>
    /// <param name="AssignmentId">The assignment of all the drafts.</param>
    /// <param name="Orders">What is wanted, at most one a draft.</param>
    public sealed record Reviewed(string AssignmentId, ImmutableList<ReviewOrder> Orders) : Incoming;

    /// <summary>A reader reacted to what the person said in public.</summary>
    public sealed record Reacted(string AssignmentId, Reaction Reaction) : Incoming;

    /// <summary>The person, an editor or approver, is asked to read somebody's drafts.</summary>
    /// <param name="AssignmentId">Which assignment.</param>
    /// <param name="RespondentId">Whose words they are.</param>
    /// <param name="Respondent">The name as the byline says; null when nobody told.</param>
    /// <param name="Topic">What it is about.</param>
    /// <param name="Drafts">The texts as they stand.</param>
    /// <param name="Revisions">Revision by draft id: a yes is to these only.</param>
    public sealed record ReviewAsked(
        string AssignmentId, string RespondentId, string? Respondent, string Topic, ImmutableList<DraftPreview> Drafts, ImmutableDictionary<string, int> Revisions) : Incoming;

    /// <summary>A review request is answered, by whomever: it needs no click any more.</summary>
    /// <param name="AssignmentId">Which assignment.</param>
    /// <param name="Action">Approve or request changes; anything else took the drafts out of review in another way.</param>
    /// <param name="By">Who; null for the desk.</param>
    /// <param name="Comment">Why, when changes were requested.</param>
    /// <param name="WaitsForMore">The person's own yes is noted, others are still asked.</param>
    public sealed record ReviewSettled(string AssignmentId, ReviewAction Action, string? By, string? Comment, bool WaitsForMore) : Incoming;

    /// <summary>The person's click in a review request could not be carried out.</summary>
    public sealed record ReviewRefused(string Topic, Refusal Refused) : Incoming
    {
        /// <summary>Which assignment; null in mail of an earlier release.</summary>
        public string? AssignmentId { get; init; }
    }

    /// <summary>Another channel has verified the same e-mail address for another record: it is the same person.</summary>
    /// <param name="IntoPersonId">The record that stays.</param>
    public sealed record Recognised(string IntoPersonId) : Incoming;

    /// <summary>What another record of the person held comes here.</summary>
    /// <param name="FromPersonId">The other record.</param>
    /// <param name="What">What it held.</param>
    public sealed record Moved(string FromPersonId, Moving What) : Incoming
    {
        /// <summary>The two are taken apart: it comes back to where it was.</summary>
        public bool Back { get; init; }
    }

    /// <summary>Something about somebody's interview that the person, who is an editor, ought to know.</summary>
    /// <param name="Respondent">Whose interview it is; null when nobody told.</param>
    /// <param name="Topic">What it is about.</param>
    /// <param name="What">What there is to know.</param>
    public sealed record EditorTold(string? Respondent, string Topic, EditorNote What) : Incoming
    {
        /// <summary>Which assignment; null in mail of an earlier release.</summary>
        public string? AssignmentId { get; init; }

        /// <summary>When it is too late, for a note that is about time.</summary>
        public DateTimeOffset? Deadline { get; init; }
    }

    /// <summary>The person did it, not the desk, the clock or somebody else.</summary>
    [JsonIgnore]
    public bool IsOwn => this is Said or Edited or Deleted or Chose or Picked or PutOff or Rewritten or Mentioned;
}
