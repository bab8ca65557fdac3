namespace Dialog.Bot;

/// <summary>Why something was not, or may not have been, delivered, where no platform has said why. What follows them is a name, a code or the system's own words.</summary>
internal static class SendReasons
{
    /// <summary>A reminder that nobody needed any more: nothing is wrong.</summary>
    public const string HeardFirst = "the person was heard from first";

    /// <summary>Whoever deleted the message wants to see no change of it: nothing is wrong.</summary>
    public const string UpdateGone = "the message to update is gone";

    public const string Interrupted = "interrupted";

    public const string Restored = "restored";

    public const string NotBegun = "not begun in time";

    public const string NotAsked = "not asked in time";

    public const string NoAnswer = "the platform did not answer in time";

    public const string NeverThere = "the message to update never reached the platform";

    public const string Repeatable = "safe to repeat";

    public const string NotInHistory = "not in the history";

    public const string TooMuchSince = "too much was written since to look through";

    public const string NoPage = "there is nobody to draw the page for";

    public const string SlackSilent = "Slack did not answer";

    public const string SlackFailed = "Slack failed";

    public const string HookGone = "the webhook is not configured any more";

    public const string HookOver = "the webhook wants no more";

    public const string HookAnswered = "the webhook answered";

    public const string HookSilent = "the webhook did not answer in time";

    public const string HookAway = "the webhook cannot be reached:";

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        HeardFirst, UpdateGone, Interrupted, Restored, NotBegun, NotAsked, NoAnswer, NeverThere, Repeatable, NotInHistory, TooMuchSince, NoPage, SlackSilent, SlackFailed, HookGone, HookOver, HookAnswered, HookSilent, HookAway,
    ];
}
