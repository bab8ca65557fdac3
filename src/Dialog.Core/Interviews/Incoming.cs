using System.Text.Json.Serialization;
using Dialog.Core.Assignments;

namespace Dialog.Core.Interviews;

/// <summary>Everything that can happen to a conversation. Nothing else can. What one conversation may mail to another (<see cref="Fact.Mailed"/>) has a name in JSON.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(ReviewAsked), "reviewAsked")]
[JsonDerivedType(typeof(EditorTold), "editorTold")]
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

    /// <summary>Something about somebody's interview that the person, who is an editor, ought to know.</summary>
    /// <param name="Respondent">Whose interview it is; null when nobody told.</param>
    /// <param name="Topic">What it is about.</param>
    /// <param name="What">What there is to know.</param>
    public sealed record EditorTold(string? Respondent, string Topic, EditorNote What) : Incoming;
}
