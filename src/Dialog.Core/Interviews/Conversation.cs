using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Dialog.Core.Calendars;
using Dialog.Core.Texts;

namespace Dialog.Core.Interviews;

/// <summary>Everything we remember of the talk with one person, over all channels. Stored as one document.</summary>
public sealed record Conversation
{
    /// <summary>Language outside an interview, <c>sv</c> or <c>en</c>.</summary>
    public required string Language { get; init; }

    /// <summary>The bot has introduced itself.</summary>
    public bool Greeted { get; init; }

    /// <summary>The person is from outside and was told whom the bot is for.</summary>
    public bool Refused { get; init; }

    /// <summary>How many prompts were shown; numbers the next one.</summary>
    public int Prompts { get; init; }

    /// <summary>The newest message with choices; a click on an older one changes nothing.</summary>
    public Outgoing? OpenPrompt { get; init; }

    /// <summary>Drafts shown that wait for the person's word, oldest first.</summary>
    public ImmutableList<Look> Looks { get; init; } = [];

    /// <summary>The newest "I changed that" with its [Undo]; it stands beside the open question, not in its place.</summary>
    public Outgoing? Echo { get; init; }

    /// <summary>What the bot waits for a short reply to.</summary>
    public Confirmation? Confirming { get; init; }

    /// <summary>With <see cref="Confirming"/>: the change that waits for the reply.</summary>
    public Amendment? Pending { get; init; }

    /// <summary>What the person wrote before it was clear which assignment it is about.</summary>
    public ImmutableList<Line> Held { get; init; } = [];

    /// <summary>With <see cref="Confirmation.Late"/>: what the person wrote after the end.</summary>
    public ImmutableList<Line> Late { get; init; } = [];

    /// <summary>Where the newest deleted messages stood.</summary>
    public ImmutableList<Gap> Gaps { get; init; } = [];

    /// <summary>How many changes were made; numbers the next one.</summary>
    public int ChangesMade { get; init; }

    /// <summary>The newest changes that can be taken back, oldest first.</summary>
    public ImmutableList<Change> Changes { get; init; } = [];

    /// <summary>The right code was said here; the person has to say that it is they.</summary>
    public JoinAsk? JoinAsked { get; init; }

    /// <summary>When wrong codes were said, oldest first.</summary>
    public ImmutableList<DateTimeOffset> WrongCodes { get; init; } = [];

    /// <summary>Records that were joined into this one and can be taken apart again.</summary>
    public ImmutableList<Join> Joins { get; init; } = [];

    /// <summary>When the person last did something.</summary>
    public DateTimeOffset? ActiveAt { get; init; }

    /// <summary>The person asked not to be reminded any more.</summary>
    public bool NoReminders { get; init; }

    /// <summary>When the person was last reminded of anything.</summary>
    public DateTimeOffset? RemindedAt { get; init; }

    /// <summary>What the person, who is an editor, ought to know and has not been told, oldest first; null when there is nothing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableList<Incoming.EditorTold>? Untold { get; init; }

    /// <summary>Days the person is away, as they or the desk told; those that are over are forgotten.</summary>
    public ImmutableList<DateSpan> Absences { get; init; } = [];

    /// <summary>The assignment the person is talking about.</summary>
    public string? Current { get; init; }

    /// <summary>The person's interviews, oldest first.</summary>
    public ImmutableList<Interview> Interviews { get; init; } = [];

    /// <summary>Remembers something of these assignments, or of whose place they are answered in.</summary>
    public bool Knows(IReadOnlySet<string> assignments) =>
        Interviews.Exists(interview => assignments.Contains(interview.Id) || StandsIn(interview, assignments)) || Looks.Exists(look => assignments.Contains(look.AssignmentId)) || Untold?.Exists(told => IsOf(told, assignments)) == true;

    /// <summary>The conversation as if these assignments had never been; whoever answers in the place of somebody who was asked them just answers.</summary>
    public Conversation Without(IReadOnlySet<string> assignments) => Interviews.FindAll(interview => StandsIn(interview, assignments)).Aggregate(Forgetting(assignments), (talk, interview) => talk with
    {
        Interviews = talk.Interviews.Replace(interview, interview with { Assignment = interview.Assignment with { StandsIn = null } }),
        OpenPrompt = talk.OpenPrompt is { } open && open.AssignmentId == interview.Id ? open with { Text = ScheduleTexts.For(interview.Language).WithoutAway(open.Text, interview.Assignment.StandsIn!) } : talk.OpenPrompt,
    });

    private static bool IsOf(Incoming.EditorTold told, IReadOnlySet<string> assignments) => told.AssignmentId is { } about && assignments.Contains(about);

    private static bool StandsIn(Interview interview, IReadOnlySet<string> assignments) => interview.Assignment.StandsIn is { } place && assignments.Contains(place.AssignmentId) && !assignments.Contains(interview.Id);

    private Conversation Forgetting(IReadOnlySet<string> assignments) => this with
    {
        Interviews = Interviews.RemoveAll(interview => assignments.Contains(interview.Id)),
        Looks = Looks.RemoveAll(look => assignments.Contains(look.AssignmentId)),
        Untold = Untold?.RemoveAll(told => IsOf(told, assignments)) is { IsEmpty: false } untold ? untold : null,
        Gaps = Gaps.RemoveAll(gap => assignments.Contains(gap.InterviewId)),
        Changes = Changes.RemoveAll(change => assignments.Contains(change.InterviewId)),
        Joins = Joins.ConvertAll(join => join with { Assignments = join.Assignments.RemoveAll(assignments.Contains) }),
        OpenPrompt = OpenPrompt?.AssignmentId is { } open && assignments.Contains(open) ? null : OpenPrompt,
        Echo = Echo?.AssignmentId is { } echoed && assignments.Contains(echoed) ? null : Echo,
        Held = Current is not null && assignments.Contains(Current) ? [] : Held,
        Late = Current is not null && assignments.Contains(Current) ? [] : Late,
        Current = Current is not null && assignments.Contains(Current) ? null : Current,
    };

    /// <summary>The interview spoken of, if any.</summary>
    public Interview? CurrentInterview() => Interviews.Find(interview => interview.Id == Current);

    /// <summary>The message's buttons that can still be pressed: those of everything that is asked, an [Undo] for as long as its change can be taken back, and those of help.</summary>
    public ImmutableList<Choice> Pressable(Outgoing message) => message.Choices.FindAll(choice => ChoiceValue.Read(choice.Value)?.Verb switch
    {
        { } verb when ChoiceValue.Number(verb, ChoiceValue.Undo) is { } number => Changes.Exists(change => change.Number == number),
        { } verb when ChoiceValue.IsWish(verb) => true,
        _ => IsAsked(message.PromptId),
    });

    private bool IsAsked(string? promptId) => promptId is not null
        && (OpenPrompt is { } open && open.PromptId == promptId && !IsOver(open)
            || Echo?.PromptId == promptId
            || JoinAsked?.Prompt.PromptId == promptId
            || Joins.Exists(join => join.Prompt.PromptId == promptId)
            || Looks.Exists(look => look.Prompt.PromptId == promptId && !look.Prompt.Choices.IsEmpty || look.Which?.PromptId == promptId));

    /// <summary>A question of an interview that has come to its end since, answered in words.</summary>
    private bool IsOver(Outgoing question) => question.Slot is not null && Confirming is null or Confirmation.Echo
        && Interviews.Exists(interview => interview.Id == question.AssignmentId && !interview.IsActive);
}
