using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Dialog.Core.Assignments;
using Dialog.Core.Questions;

namespace Dialog.Core.Interviews;

/// <summary>The talk about one assignment.</summary>
public sealed record Interview
{
    /// <summary>The assignment as it was when the talk began.</summary>
    public required Assignment Assignment { get; init; }

    /// <summary>Which question set the talk began with (<see cref="QuestionSet.Key"/>); it never changes under way.</summary>
    public required string QuestionSet { get; init; }

    /// <summary>Language of the talk, <c>sv</c> or <c>en</c>.</summary>
    public required string Language { get; init; }

    /// <summary>Where the talk stands.</summary>
    public required InterviewState State { get; init; }

    /// <summary>When the person said yes to the talk; null before.</summary>
    public DateTimeOffset? BeganAt { get; init; }

    /// <summary>The slot being asked.</summary>
    public Slot? Slot { get; init; }

    /// <summary>While an earlier answer is being changed: the slot to go back to.</summary>
    public Slot? ReturnTo { get; init; }

    /// <summary>An earlier answer is being changed: the next message takes its place.</summary>
    public bool Replacing { get; init; }

    /// <summary>The open answer is complete at this instant unless more is written; null when nothing waits to be judged.</summary>
    public DateTimeOffset? JudgeAt { get; init; }

    /// <summary>Answers that came in one message, in the order of the interview: each is still to be judged.</summary>
    public ImmutableList<Slot> ToJudge { get; init; } = [];

    /// <summary>The person said "done" before answering anything in this slot.</summary>
    public bool DoneSaid { get; init; }

    /// <summary>No follow-ups from here on.</summary>
    public bool NoMoreFollowUps { get; init; }

    /// <summary>The person has no time: only the why is asked, if it is still missing.</summary>
    public bool Hasty { get; init; }

    /// <summary>How often the person put the talk off.</summary>
    public int Snoozes { get; init; }

    /// <summary>The person turned to another assignment; this one is taken up again when that is done.</summary>
    public bool SetAside { get; init; }

    /// <summary>The answer that was changed last: "skriv: …" right after means it.</summary>
    public Slot? SpokenOf { get; init; }

    /// <summary>Slots whose answer was asked about as belonging elsewhere.</summary>
    public ImmutableList<Slot> PlaceAsked { get; init; } = [];

    /// <summary>The warnings found in the answers, in order.</summary>
    public ImmutableList<Guard> Guards { get; init; } = [];

    /// <summary>The next message takes the place of this sentence.</summary>
    public Passage? Rewriting { get; init; }

    /// <summary>Whether the person was asked if they speak in office or in private.</summary>
    public bool CapacityAsked { get; init; }

    /// <summary>The person was told that the answer is in another language than the talk.</summary>
    public bool LanguageNoted { get; init; }

    /// <summary>Replies in a row to follow-ups that had under three words.</summary>
    public int ShortReplies { get; init; }

    /// <summary>When what happens, unless the person answers before; null when nothing was planned.</summary>
    public ReminderPlan? Plan { get; init; }

    /// <summary>When the question went out; null before.</summary>
    public DateTimeOffset? AskedAt { get; init; }

    /// <summary>When an editor last gave it other dates; null when they are as they were ordered.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? MovedAt { get; init; }

    /// <summary>The order as the person knows it, while changes of it are still to be told; null when they know it as it is.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public KnownOrder? Known { get; init; }

    /// <summary>Reminders up to this instant are settled: sent, joined to another, or left out.</summary>
    public DateTimeOffset? RemindedUntil { get; init; }

    /// <summary>The person's own wish to be asked again at this instant.</summary>
    public DateTimeOffset? SnoozedUntil { get; init; }

    /// <summary>That wish was for a day the person had said to be away on: it counts all the same.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool SnoozedWhileAway { get; init; }

    /// <summary>The deputy's assignment, when the deputy was asked.</summary>
    public string? DeputyAssignmentId { get; init; }

    /// <summary>The deputy was thanked before beginning, and is asked again when the person is away again.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Spared { get; init; }

    /// <summary>An editor took the question back; the person cannot bring it back.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool TakenBack { get; init; }

    /// <summary>The editors were told that the person puts it off too long.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool PutOffTold { get; init; }

    /// <summary>The editor was told that no answer has come.</summary>
    public bool Escalated { get; init; }

    /// <summary>The person was reminded of the unfinished talk once.</summary>
    public bool ReminderAfterStart { get; init; }

    /// <summary>Drafts were made before; the person came back to change something.</summary>
    public bool FinishedOnce { get; init; }

    /// <summary>The follow-ups asked, in order.</summary>
    public ImmutableList<FollowUp> FollowUps { get; init; } = [];

    /// <summary>The answers by slot; a slot without entry has not been asked.</summary>
    public ImmutableDictionary<Slot, Answer> Answers { get; init; } = ImmutableDictionary<Slot, Answer>.Empty;

    /// <summary>Own sentences the person does not want in any draft.</summary>
    public ImmutableList<string> Struck { get; init; } = [];

    /// <summary>Which proposal is shown, by outlet code; 0 or missing is the best, n is n steps to the next best.</summary>
    public ImmutableDictionary<string, int> Proposals { get; init; } = ImmutableDictionary<string, int>.Empty;

    /// <summary>What readers said, not yet put to the person.</summary>
    public ImmutableList<Reaction> Reactions { get; init; } = [];

    /// <summary>The sentence shown in the headline test, and those shown before it.</summary>
    public ImmutableList<string> HeadlineShown { get; init; } = [];

    /// <summary>The assignment's id.</summary>
    [JsonIgnore]
    public string Id => Assignment.Id;

    /// <summary>The follow-up the person has not yet replied to.</summary>
    [JsonIgnore]
    public FollowUp? OpenFollowUp => FollowUps is [.., { Answered: false } last] && last.Slot == Slot ? last : null;

    /// <summary>The talk can still be gone on with.</summary>
    [JsonIgnore]
    public bool IsActive => State is InterviewState.Offered or InterviewState.Open or InterviewState.Paused;

    /// <summary>Nothing has been answered.</summary>
    [JsonIgnore]
    public bool IsBlank => Answers.Values.All(answer => answer.IsEmpty);

    /// <summary>The slot has been answered, skipped or covered: it is not asked again.</summary>
    public bool IsClosed(Slot slot) => Answers.TryGetValue(slot, out var answer) && (!answer.IsEmpty || answer.Status != AnswerStatus.Given);

    /// <summary>The message that was written last, and where it stands; null when there is none.</summary>
    public (Slot Slot, Line Line)? LastLine()
    {
        (Slot Slot, Line Line)? last = null;
        foreach (var (slot, answer) in Answers.OrderBy(pair => pair.Key).Where(pair => pair.Key != Questions.Slot.Headline))
        {
            foreach (var line in answer.Lines)
            {
                last = last is { } other && other.Line.At > line.At ? last : (slot, line);
            }
        }

        return last;
    }

    /// <summary>The answer in a slot; empty when there is none.</summary>
    public Answer AnswerIn(Slot slot) => Answers.GetValueOrDefault(slot) ?? Answer.Empty;

    /// <summary>One of the answers' messages has this id.</summary>
    public bool Holds(string messageId) => Answers.Values.Any(answer => answer.Lines.Exists(line => line.MessageId == messageId));

    /// <summary>The interview with another answer in a slot.</summary>
    public Interview With(Slot slot, Answer answer) => this with { Answers = Answers.SetItem(slot, answer) };
}

/// <summary>What a person has heard of an order.</summary>
/// <param name="Topic">The question.</param>
/// <param name="By">When the answers are to be in; null when nobody said.</param>
public sealed record KnownOrder(string Topic, DateTimeOffset? By)
{
    /// <summary>The day in print; null when nobody said, or in what an earlier release wrote down.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? PublishOn { get; init; }
}

/// <summary>Where a talk stands.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<InterviewState>))]
public enum InterviewState
{
    /// <summary>Written down; the question has not gone out.</summary>
    [JsonStringEnumMemberName("planned")] Planned,

    /// <summary>The opening has gone out; the person has not said yes.</summary>
    [JsonStringEnumMemberName("offered")] Offered,

    /// <summary>Questions are being asked.</summary>
    [JsonStringEnumMemberName("open")] Open,

    /// <summary>The person wants to go on later.</summary>
    [JsonStringEnumMemberName("paused")] Paused,

    /// <summary>All is answered and drafted.</summary>
    [JsonStringEnumMemberName("finished")] Finished,

    /// <summary>The person said no, or stopped.</summary>
    [JsonStringEnumMemberName("abandoned")] Abandoned,
}

/// <summary>A follow-up that was asked.</summary>
/// <param name="Slot">About which answer.</param>
/// <param name="Rule">By which rule.</param>
/// <param name="Answered">The person has written something since.</param>
public sealed record FollowUp(Slot Slot, FollowUpRule Rule, bool Answered)
{
    /// <summary>The words it was about, as the person wrote them; empty when something was missing.</summary>
    public string Evidence { get; init; } = "";

    /// <summary>When it was asked.</summary>
    public DateTimeOffset? At { get; init; }
}
