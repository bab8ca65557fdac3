using System.Text.Json.Serialization;
using Dialog.Core.Assignments;

namespace Dialog.Core.Interviews;

/// <summary>Everything that can happen to a conversation. Nothing else can. What one conversation may mail to another (<see cref="Fact.Mailed"/>) has a name in JSON.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(ReviewAsked), "reviewAsked")]
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

    /// <summary>The person rewrote an answer in a form.</summary>
    /// <param name="AssignmentId">Which talk.</param>
    /// <param name="Slot">Which answer.</param>
    /// <param name="Text">The whole answer as it is from now on.</param>
    public sealed record Rewritten(string AssignmentId, Slot Slot, string Text) : Incoming;

    /// <summary>The person wrote something.</summary>
    /// <param name="Text">Plain text: the channel's markup is already read, nothing is escaped.</param>
    /// <param name="MessageId">The platform's id of the message, by which an edit or deletion later names it.</param>
    public sealed record Said(string Text, string MessageId) : Incoming
    {
        /// <summary>Pictures, files and voice clips that came with it; they are not read.</summary>
        public int Attachments { get; init; }
    }

    /// <summary>The person edited a message on the platform.</summary>
    public sealed record Edited(string Text, string MessageId) : Incoming;

    /// <summary>The person deleted a message on the platform.</summary>
    public sealed record Deleted(string MessageId) : Incoming;

    /// <summary>The person pressed a button.</summary>
    /// <param name="Value">What <see cref="Choice.Value"/> said when the button was sent; never trusted.</param>
    public sealed record Chose(string Value) : Incoming;

    /// <summary>An editor opened an assignment for the person.</summary>
    public sealed record Assigned(Assignment Assignment) : Incoming;

    /// <summary>An instant the turn itself asked for (<see cref="Fact.DueSet"/>) has come.</summary>
    public sealed record DueCame(Due Due) : Incoming;

    /// <summary>Somebody's interview is finished; the person, who is an editor or approver, can read the drafts at the desk.</summary>
    /// <param name="Respondent">Whose words they are, as the byline says; null when nobody told.</param>
    /// <param name="Topic">What it is about.</param>
    public sealed record ReviewAsked(string? Respondent, string Topic) : Incoming;
}
