using Dialog.Core.Assignments;
using Dialog.Core.Calendars;
using Dialog.Core.Drafts;
using Dialog.Core.Interviews;
using Dialog.Core.Questions;

namespace Dialog.Bot.Desk;

/// <summary>A line of the desk's list.</summary>
public sealed record DeskLine(string Id, string Topic, string? Person, AssignmentState State, DateTimeOffset MovedAt, DateTimeOffset? CopyDeadline)
{
    /// <summary>How far it has come.</summary>
    public AssignmentStage Stage { get; init; }

    /// <summary>Who answers.</summary>
    public string PersonId { get; init; } = "";

    /// <summary>What the question is written in.</summary>
    public string? Language { get; init; }
}

/// <summary>Somebody a question can be put to.</summary>
public sealed record DeskPerson(string Id, string? Name, string? Title);

/// <summary>People to choose among.</summary>
/// <param name="List">Those that were looked for, as many as a list takes, and those that are chosen already.</param>
/// <param name="Shown">How many of them were looked for.</param>
/// <param name="Count">How many were found in all.</param>
/// <param name="Words">What was looked for; empty for everybody.</param>
public sealed record DeskPeople(IReadOnlyList<DeskPerson> List, int Shown, int Count, string Words)
{
    /// <summary>They are too many for a list, so that they are looked for; or somebody has.</summary>
    public bool AreLookedFor => Count > Shown || Words.Length > 0;

    /// <summary>The others.</summary>
    public DeskPeople Without(string id) => this with { List = [.. List.Where(person => person.Id != id)] };
}

/// <summary>Somebody with the days and hours they are there.</summary>
public sealed record DeskPersonDays(string Id, string? Name, string? Title, string TimeZone, string? Hours, IReadOnlyList<DateSpan> Absences)
{
    /// <summary>Who they are, as it can be changed.</summary>
    public required PersonForm Details { get; init; }

    /// <summary>Where they are reached.</summary>
    public IReadOnlyList<DeskAddress> Addresses { get; init; } = [];
}

/// <summary>Where somebody is reached: the workspace by its name, as far as it is known; why nothing gets there now, if so.</summary>
public sealed record DeskAddress(string Channel, string Workspace, string User, string? Unreachable);

/// <summary>The latest revision of an answer; a question that was passed over has no text, only a status.</summary>
public sealed record DeskAnswer(Slot Slot, string Text, int Revision, DateTimeOffset? At, AnswerStatus? Status);

/// <summary>A line of the transcript; delivery, and why it is not through, only for the bot's.</summary>
public sealed record DeskMessage(bool Incoming, string Channel, string Text, string? Chosen, string? Delivery, string? Reason, DateTimeOffset At, DateTimeOffset? LateFrom);

/// <summary>An assignment with everything that belongs to it.</summary>
public sealed record DeskAssignment(
    Assignment Assignment,
    DeskPerson Person,
    AssignmentState State,
    DateTimeOffset MovedAt,
    IReadOnlyList<DeskAnswer> Answers,
    IReadOnlyList<ReviewedDraft> Drafts,
    IReadOnlyList<DeskMessage> Transcript,
    string? WebUser)
{
    /// <summary>The drafts with those who decide about them.</summary>
    public required ReviewFile Review { get; init; }

    /// <summary>All revisions of the answers.</summary>
    public IReadOnlyList<AnswerVersion> Versions { get; init; } = [];

    /// <summary>All answers together are too little.</summary>
    public bool Thin { get; init; }

    /// <summary>What is planned; null when nothing is.</summary>
    public ReminderPlan? Plan { get; init; }

    /// <summary>When the person began to answer; null when they have not, or nothing is planned.</summary>
    public DateTimeOffset? BeganAt { get; init; }

    /// <summary>Who answers if the person is away; null when nobody is named.</summary>
    public string? Deputy { get; init; }

    /// <summary>The other assignments for the same ad.</summary>
    public IReadOnlyList<DeskLine> SameAd { get; init; } = [];

    /// <summary>What readers say of it, in groups.</summary>
    public required Turns.Readers Readers { get; init; }

    /// <summary>Something of it has gone out.</summary>
    public bool Published { get; init; }

    /// <summary>What the person has published on the same before, the newest first.</summary>
    public IReadOnlyList<Earlier> Earlier { get; init; } = [];

    /// <summary>See the assignment's row.</summary>
    public int Touched { get; init; }

    /// <summary>Whom the question can be put to instead, or too.</summary>
    public required DeskPeople Others { get; init; }
}

/// <summary>Something about the ways to people that an editor or administrator should know.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">The workspace's or the person's name, as far as it is known.</param>
/// <param name="Reason">Why, in plain words.</param>
/// <param name="Channel">The channel.</param>
/// <param name="Id">The workspace's, the person's or the assignment's id.</param>
public sealed record DeskNotice(DeskNoticeKind Kind, string Name, string? Reason, string Channel, string Id)
{
    /// <summary>What the assignment is about.</summary>
    public string? Topic { get; init; }

    /// <summary>What that is written in.</summary>
    public string? Language { get; init; }

    /// <summary>When the text must have left.</summary>
    public DateTimeOffset? Deadline { get; init; }
}

/// <summary>A published text whose readers wait for a word.</summary>
/// <param name="Id">The assignment.</param>
/// <param name="Topic">What it is about.</param>
/// <param name="Person">Who would answer; null when nobody told.</param>
/// <param name="Groups">How many groups there are.</param>
public sealed record ReadersWaiting(string Id, string Topic, string? Person, int Groups)
{
    /// <summary>What the question is written in.</summary>
    public string? Language { get; init; }
}

/// <summary>Many messages that leave at the platform's pace.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="Workspace">The workspace's name; null when nobody told.</param>
/// <param name="Sent">Those of the same wave that have left.</param>
/// <param name="Waiting">Those that wait.</param>
/// <param name="Left">How long it takes them at the pace; null when there is none.</param>
public sealed record DeskWave(string Channel, string? Workspace, int Sent, int Waiting, TimeSpan? Left);

/// <summary>What came of a line of a table.</summary>
/// <param name="AssignmentId">The assignment.</param>
/// <param name="Topic">What is asked.</param>
/// <param name="Language">What it is written in.</param>
/// <param name="PersonId">Who is asked.</param>
/// <param name="New">False when the same table was read before.</param>
public sealed record DeskImported(string AssignmentId, string Topic, string Language, string PersonId, bool New);

/// <summary>What a notice is about.</summary>
public enum DeskNoticeKind
{
    /// <summary>Nothing is sent in a workspace.</summary>
    Stopped,

    /// <summary>An installation waits for a yes.</summary>
    Unconfirmed,

    /// <summary>A person cannot be reached on a channel.</summary>
    Unreachable,

    /// <summary>A person has not answered, and time runs out; the id is the assignment's.</summary>
    NoAnswer,
}
