using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Dialog.Core.Questions;
using Dialog.Core.Reading;

namespace Dialog.Core.Interviews;

/// <summary>One message from the bot, the same for every channel. All text is plain: a channel shows it literally, line breaks kept.</summary>
public sealed record Outgoing
{
    /// <summary>What the message is for; channels may style it, tests read it.</summary>
    public required OutgoingKind Kind { get; init; }

    /// <summary>The message itself, also used as notification text. Never empty.</summary>
    public required string Text { get; init; }

    /// <summary>The language of the message, <c>sv</c> or <c>en</c>.</summary>
    public required string Language { get; init; }

    /// <summary>Buttons under the message, at most five.</summary>
    public ImmutableList<Choice> Choices { get; init; } = [];

    /// <summary>Finished drafts shown under the text.</summary>
    public ImmutableList<DraftPreview> Drafts { get; init; } = [];

    /// <summary>Identity of a message that carries choices, unique in its conversation.</summary>
    public string? PromptId { get; init; }

    /// <summary>
    /// Set when this is not a new message but the end of an older one with choices: the message whose
    /// <see cref="PromptId"/> this names is shown again with <see cref="Chosen"/> in place of its buttons.
    /// </summary>
    public string? Settles { get; init; }

    /// <summary>With <see cref="Settles"/>: the label of the button that was pressed.</summary>
    public string? Chosen { get; init; }

    /// <summary>A page that belongs to the message; null when there is none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PageLink? Link { get; init; }

    /// <summary>Where it is said when not in the person's own conversation with the bot: a thread of a group, as <see cref="Incoming.Mentioned"/> named it, or one of that conversation.</summary>
    public string? Place { get; init; }

    /// <summary>When it should have gone out; null when it did.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? LateFrom { get; init; }

    /// <summary>The assignment the message belongs to, if any.</summary>
    public string? AssignmentId { get; init; }

    /// <summary>The assignments it tells of, when they are several; null otherwise.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableList<string>? About { get; init; }

    /// <summary>The slot a question or follow-up is about.</summary>
    public Slot? Slot { get; init; }

    /// <summary>Nobody sits and waits for it: what answers somebody goes first.</summary>
    [JsonIgnore]
    public bool CanWait => Kind is OutgoingKind.Reminder or OutgoingKind.Opening;

    /// <summary>The button whose label these words are, whatever their case and the marks at their end; null when there is none.</summary>
    public Choice? Labelled(string text) =>
        text.Length <= 60 && ShortReply.Plain(text) is { Length: > 0 } plain ? Choices.Find(choice => ShortReply.Plain(choice.Label) == plain) : null;
}

/// <summary>What a message from the bot is for.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<OutgoingKind>))]
public enum OutgoingKind
{
    /// <summary>A question of the question set.</summary>
    [JsonStringEnumMemberName("question")] Question,

    /// <summary>A follow-up to the answer just given.</summary>
    [JsonStringEnumMemberName("followUp")] FollowUp,

    /// <summary>The opening of an assignment.</summary>
    [JsonStringEnumMemberName("opening")] Opening,

    /// <summary>Greeting, thanks, help, confirmation.</summary>
    [JsonStringEnumMemberName("note")] Note,

    /// <summary>A reminder.</summary>
    [JsonStringEnumMemberName("reminder")] Reminder,

    /// <summary>The finished drafts.</summary>
    [JsonStringEnumMemberName("drafts")] Drafts,

    /// <summary>No message: the person's own page in the channel is drawn anew from what is stored. Channels without one are never given it.</summary>
    [JsonStringEnumMemberName("home")] Home,

    /// <summary>Something the person asked for could not be done; says what to do instead.</summary>
    [JsonStringEnumMemberName("problem")] Problem,

    /// <summary>Not for a person: what has happened, for a program outside (a webhook's body).</summary>
    [JsonStringEnumMemberName("event")] Event,
}

/// <summary>A button.</summary>
/// <param name="Value">Opaque to channels, at most 200 characters, given back in <see cref="Incoming.Chose"/>.</param>
/// <param name="Label">What the person reads, at most 40 characters.</param>
/// <param name="Primary">The suggested choice.</param>
public sealed record Choice(string Value, string Label, bool Primary = false)
{
    /// <summary>
    /// Pressing it asks for a reason. A channel with forms asks for it in one and gives both back in <see cref="Incoming.ChangesWanted"/>;
    /// where it is pressed like any other, the next message is the reason.
    /// </summary>
    public bool AsksReason { get; init; }
}

/// <summary>A page of the program's own that a message leads to.</summary>
/// <param name="Label">What the person reads.</param>
/// <param name="Url">Its whole address.</param>
public sealed record PageLink(string Label, string Url);

/// <summary>A draft as the person sees it in the conversation.</summary>
/// <param name="Outlet">Outlet code, e.g. <c>ad</c> or <c>mastodon</c>.</param>
/// <param name="Name">The outlet's name in the message's language.</param>
/// <param name="Text">The draft.</param>
/// <param name="Length">Length counted by the outlet's own rule.</param>
/// <param name="Limit">The outlet's limit in the same unit; null when there is none.</param>
/// <param name="Unit">What is counted, in the message's language (tecken, ord; characters, words).</param>
public sealed record DraftPreview(string Outlet, string Name, string Text, int Length, int? Limit, string Unit)
{
    /// <summary>What goes with the text without being part of it, a line each that begins with what it is: a web page's lead, and the words for search engines.</summary>
    public ImmutableList<string> Beside { get; init; } = [];

    /// <summary>Characters to show.</summary>
    [JsonIgnore]
    public int Size => Text.Length + Beside.Sum(line => line.Length);

    /// <summary>What the draft is written in, whatever the message is in; null in what an earlier release has stored.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Language { get; init; }
}
