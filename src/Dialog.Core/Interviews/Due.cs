using Dialog.Core.Assignments;

namespace Dialog.Core.Interviews;

/// <summary>A future instant that concerns a conversation. There is at most one per name and conversation; setting it again moves it.</summary>
/// <param name="Name">Which instant: <c>quiet</c> (the person stopped writing), <c>home</c>, <c>erase</c>, <c>told</c>, or <c>plan/…</c>, <c>reminder/…</c>, <c>snooze/…</c>, <c>tell/…</c>, <c>review/…</c>, <c>order/…</c>, <c>spared/…</c> with the assignment's id.</param>
/// <param name="At">When it is due.</param>
public sealed record Due(string Name, DateTimeOffset At)
{
    /// <summary>Fires when the person's own page has to be drawn anew, some seconds after what it shows changed.</summary>
    public const string Home = "home";

    /// <summary>All that is kept of the person is erased, as the person asked.</summary>
    public const string Erase = "erase";

    /// <summary>What an editor ought to know is told, once for all that came together.</summary>
    public const string Told = "told";

    /// <summary>Fires when the respondent has been quiet long enough for the answer to be judged (quiet window).</summary>
    public const string Quiet = "quiet";

    /// <summary>A reminder the editor asked for at an instant.</summary>
    public static Due Reminder(string assignmentId, DateTimeOffset at) => new($"reminder/{assignmentId}/{at.ToUnixTimeSeconds()}", at);

    /// <summary>A step of the assignment's plan.</summary>
    public static Due Plan(string assignmentId, PlanStep step, DateTimeOffset at) => new($"{PlanOf(assignmentId)}{step}", at);

    /// <summary>What the names of an assignment's planned steps begin with.</summary>
    public static string PlanOf(string assignmentId) => $"plan/{assignmentId}/";

    /// <summary>What the names of the reminders an editor asked for begin with.</summary>
    public static string RemindersOf(string assignmentId) => $"reminder/{assignmentId}/";

    /// <summary>The editors hear something about the assignment when they are at the desk again.</summary>
    public static Due Tell(string assignmentId, EditorNote what, DateTimeOffset at) => new($"{TellPrefix}{what}/{assignmentId}", at);

    /// <summary>What the names of what the editors are to hear begin with.</summary>
    public const string TellPrefix = "tell/";

    /// <summary>The editors and approvers are asked to read the assignment's drafts when they are at the desk again.</summary>
    public static Due Review(string assignmentId, DateTimeOffset at) => new($"{ReviewPrefix}{assignmentId}", at);

    /// <summary>What the names of drafts that wait to be read begin with.</summary>
    public const string ReviewPrefix = "review/";

    /// <summary>The respondent hears how the order was changed, once for changes that follow each other.</summary>
    public static Due OrderTold(string assignmentId, DateTimeOffset at) => new($"{OrderPrefix}{assignmentId}", at);

    /// <summary>What the names of changed orders that are to be told begin with.</summary>
    public const string OrderPrefix = "order/";

    /// <summary>Whoever need not answer any more hears of it in their own hours.</summary>
    public static Due Spared(string assignmentId, Withdrawal why, DateTimeOffset at) => new($"{SparedPrefix}{assignmentId}/{why}", at);

    /// <summary>What the names of questions that nobody needs answered any more begin with.</summary>
    public const string SparedPrefix = "spared/";

    /// <summary>The respondent's own wish to be asked later.</summary>
    public static Due Snooze(string assignmentId, DateTimeOffset at) => new($"snooze/{assignmentId}", at);

    /// <summary>Whether this release knows what to do then. What a later one has written down beside it is left for that one.</summary>
    public bool IsKnown() => Name.Split('/') switch
    {
        [Quiet or Home or Told or Erase] or ["reminder", _, _] or ["snooze" or "review" or "order", _] => true,
        ["plan", _, var step] => Enum.IsDefined(typeof(PlanStep), step),
        ["tell", var what, _] => Enum.IsDefined(typeof(EditorNote), what),
        ["spared", _, var why] => Enum.IsDefined(typeof(Withdrawal), why),
        _ => false,
    };
}
