using Dialog.Core.Access;
using Dialog.Core.Assignments;
using Dialog.Core.Calendars;
using Dialog.Core.Drafts;
using Dialog.Core.Interviews;
using Dialog.Core.Questions;

namespace Dialog.Bot.Pages;

/// <summary>Every text of the desk and the chat page. One complete instance per language: a missing text does not compile.</summary>
public sealed partial record PageTexts
{
    public static PageTexts For(string language) => language == "en" ? English : Swedish;

    public required string Language { get; init; }

    public required string OtherLanguage { get; init; }

    public required string OtherLanguageName { get; init; }

    // Chat
    public required string ChatTitle { get; init; }

    public required string ChatSubtitle { get; init; }

    public required string ChatLog { get; init; }

    public required string ChatAnswer { get; init; }

    public required string ChatPlaceholder { get; init; }

    public required string ChatSend { get; init; }

    public required string ChatPromise { get; init; }

    public required string ChatTyping { get; init; }

    public required string ChatOffline { get; init; }

    public required string ChatUnsent { get; init; }

    public required string ChatTaken { get; init; }

    public required string ChatTooLong { get; init; }

    public required string ChatYou { get; init; }

    public required string ChatChoices { get; init; }

    public required string ChatNoScript { get; init; }

    public required string ChatNeedsInvitation { get; init; }

    public required string ChatInvitationOld { get; init; }

    public required string Copy { get; init; }

    public required string Copied { get; init; }

    // Sign-in
    public required string SignInHeading { get; init; }

    public required string SignInToken { get; init; }

    public required string SignInHint { get; init; }

    public required string SignInButton { get; init; }

    public required string SignInWrong { get; init; }

    public required string SignOut { get; init; }

    public required string ToChat { get; init; }

    // List
    public required string DeskTitle { get; init; }

    /// <summary>The way to the desk's first page.</summary>
    public required string ToDesk { get; init; }

    public required string Topic { get; init; }

    public required string Respondent { get; init; }

    public required string State { get; init; }

    public required string Deadline { get; init; }

    public required string Drafts { get; init; }

    public required string Unnamed { get; init; }

    public required Func<AssignmentState, string, string> StateSince { get; init; }

    // New assignment
    public required string NewAssignment { get; init; }

    public required string NewTopicHint { get; init; }

    public required string NewPerson { get; init; }

    public required string NewPersonName { get; init; }

    public required string NewPersonTitle { get; init; }

    public required string NewPersonHint { get; init; }

    public required string NewBrief { get; init; }

    public required string NewSize { get; init; }

    public required string NewOutlets { get; init; }

    public required string NewOpen { get; init; }

    public required string NewMissing { get; init; }

    public required string Nobody { get; init; }

    public required string PublishOn { get; init; }

    public required string StartNow { get; init; }

    public required string StartPlanned { get; init; }

    public required string StartHint { get; init; }

    public required string ShowPlan { get; init; }

    public required string NewDates { get; init; }

    // The plan
    public required string Plan { get; init; }

    public required string PlanPreview { get; init; }

    public required string PlanNone { get; init; }

    public required string PlanDone { get; init; }

    public required Func<PlanStep, string> PlanStepName { get; init; }

    /// <summary>A reminder at an hour that the editor chose.</summary>
    public required string GivenReminder { get; init; }

    public required string NoReminders { get; init; }

    /// <summary>No answer yet: name, topic, deadline (null when there is none).</summary>
    public required Func<string, string?, (string BeforeTopic, string AfterTopic)> NoticeNoAnswer { get; init; }

    public required string LateFrom { get; init; }

    // People and their days, and what is done to an assignment
    public required string People { get; init; }

    public required string Hours { get; init; }

    public required string HoursHint { get; init; }

    public required string HoursWrong { get; init; }

    public required string Absence { get; init; }

    public required string NoAbsence { get; init; }

    public required string FirstDay { get; init; }

    public required string LastDay { get; init; }

    public required string AddAbsence { get; init; }

    public required string Remove { get; init; }

    public required string AbsenceWrong { get; init; }

    public required string ImportCalendar { get; init; }

    public required string ImportCalendarHint { get; init; }

    public required string Import { get; init; }

    public required string CalendarWrong { get; init; }

    public required string Actions { get; init; }

    public required string OtherPerson { get; init; }

    public required string Reassign { get; init; }

    public required string AlsoAsk { get; init; }

    public required string WithdrawQuestion { get; init; }

    public required string ChangeOrder { get; init; }

    public required string ChangeOrderHint { get; init; }

    public required string Reopen { get; init; }

    public required string Deputy { get; init; }

    public required string SameAd { get; init; }

    public required string NoDeputy { get; init; }

    public required Func<DateSpan, string> Span { get; init; }

    // Series
    public required string SeriesHeading { get; init; }

    public required string NoSeries { get; init; }

    public required string NoSeriesHint { get; init; }

    public required string SeriesTitle { get; init; }

    public required string Rule { get; init; }

    public required string NextTime { get; init; }

    public required string NextTimes { get; init; }

    public required string NoTimes { get; init; }

    public required string NewSeries { get; init; }

    public required string Questions { get; init; }

    public required string QuestionsHint { get; init; }

    public required string PersonsHint { get; init; }

    public required string NobodyYet { get; init; }

    public required string WhichDay { get; init; }

    public required string Weekday { get; init; }

    public required string HowOften { get; init; }

    public required string DaysBefore { get; init; }

    public required string RuleHint { get; init; }

    public required string Editions { get; init; }

    public required string EditionsHint { get; init; }

    public required string FromDay { get; init; }

    public required string ShowTimes { get; init; }

    public required string BeginSeries { get; init; }

    public required string InTurn { get; init; }

    public required string EndSeries { get; init; }

    public required string EndHint { get; init; }

    public required string Ended { get; init; }

    public required string SeriesEnded { get; init; }

    public required string TakeUpAgain { get; init; }

    public required string Change { get; init; }

    public required string LeaveOut { get; init; }

    public required string LeftOut { get; init; }

    public required string TakeIn { get; init; }

    public required string Move { get; init; }

    public required string MoveBack { get; init; }

    public required string NewDay { get; init; }

    public required string Asked { get; init; }

    public required string ByList { get; init; }

    public required Func<string, string> MovedFrom { get; init; }

    public required Func<string, string> PreviewOf { get; init; }

    /// <summary>1 to 4, or -1 for the last.</summary>
    public required Func<int, string> Nth { get; init; }

    public required Func<DayOfWeek, string> WeekdayName { get; init; }

    public required Func<int, string> EveryMonths { get; init; }

    /// <summary>Which, weekday, how often.</summary>
    public required Func<string, string, string, string> MonthlyRule { get; init; }

    /// <summary>So many days in a list.</summary>
    public required Func<int, string> ListRule { get; init; }

    /// <summary>The question goes out so many working days before.</summary>
    public required Func<int, string> AskedBefore { get; init; }

    public required string AskedAsPlanned { get; init; }

    public required Func<DateOnly, string> Day { get; init; }

    /// <summary>What is wrong with a field of a new series, by its name in the API.</summary>
    public required Func<string, string> SeriesProblem { get; init; }

    // A table of questions
    public required string ImportTitle { get; init; }

    public required string ImportHint { get; init; }

    public required Func<string, string> ImportColumns { get; init; }

    public required string ImportFile { get; init; }

    public required string ImportText { get; init; }

    public required string ImportLook { get; init; }

    public required string ImportWrong { get; init; }

    public required string ImportTooBig { get; init; }

    public required string ImportMore { get; init; }

    public required string LineNumber { get; init; }

    public required Func<int, string> ImportPreview { get; init; }

    public required Func<int, string> ImportNow { get; init; }

    /// <summary>How many were asked, and how many had been before.</summary>
    public required Func<int, int, string> Imported { get; init; }

    /// <summary>Where something is wrong: the API says <c>line 3</c> or <c>file</c>.</summary>
    public required Func<string, string> ImportPlace { get; init; }

    // Calendars to subscribe to
    public required string Feed { get; init; }

    public required string DeskFeed { get; init; }

    public required string FeedHint { get; init; }

    public required string FeedOnce { get; init; }

    public required string FeedCopy { get; init; }

    public required Func<string, string> FeedGiven { get; init; }

    public required string NoFeed { get; init; }

    public required string FeedMake { get; init; }

    public required string FeedReplaces { get; init; }

    public required string FeedRevoke { get; init; }

    // Assignment
    public required string BackToList { get; init; }

    public required string Brief { get; init; }

    public required string Invitation { get; init; }

    public required string InvitationCopy { get; init; }

    public required string InvitationHint { get; init; }

    public required string Answers { get; init; }

    public required string NoAnswers { get; init; }

    public required Func<Slot, string> SlotName { get; init; }

    /// <summary>How far an answer carries.</summary>
    public required Func<AnswerStatus, string> Grade { get; init; }

    /// <summary>All answers together are too little.</summary>
    public required string Thin { get; init; }

    public required Func<int, string, string> Revision { get; init; }

    public required string NoDrafts { get; init; }

    public required string Provenance { get; init; }

    public required Func<DraftSentence, string> OriginOf { get; init; }

    public required Func<string, string> PartName { get; init; }

    /// <summary>Puts another headline above the text.</summary>
    public required string TakeHeadline { get; init; }

    /// <summary>What has to be known of the picture beside a text: what it shows, who made it, by what right it is used.</summary>
    public required Func<Picture, IEnumerable<string>> PictureLines { get; init; }

    // Review
    public required Func<DraftStatus, string> DraftState { get; init; }

    public required string History { get; init; }

    public required Func<int, string> Version { get; init; }

    public required Func<DraftRevisionKind, string> RevisionKindOf { get; init; }

    /// <summary>Something done to a draft, with who and why.</summary>
    public required Func<ReviewEntry, string> Did { get; init; }

    public required string Export { get; init; }

    public required string ExportLeftOut { get; init; }

    /// <summary>Stands above the version that readers see while a later one waits.</summary>
    public required Func<int, string> ExportStillOut { get; init; }

    /// <summary>An answer was changed after the text made of it was approved or went out: which, when, and what of the text no longer stands in it.</summary>
    public required Func<ChangedAnswer, string, string> AnswerChanged { get; init; }

    /// <summary>What is said once more to whoever copies such a text.</summary>
    public required string CopiedChanged { get; init; }

    public required string EditText { get; init; }

    public required string TextLabel { get; init; }

    public required string CommentLabel { get; init; }

    public required string UrlLabel { get; init; }

    public required string Save { get; init; }

    public required string Approve { get; init; }

    public required string RequestChanges { get; init; }

    public required string AcceptWarnings { get; init; }

    public required string Publish { get; init; }

    public required string Withdraw { get; init; }

    public required string Spike { get; init; }

    public required string Restore { get; init; }

    public required string Decide { get; init; }

    public required Func<string, string> WarningAt { get; init; }

    public required string SeverityHigh { get; init; }

    public required string Added { get; init; }

    public required string Removed { get; init; }

    public required string StaleHeading { get; init; }

    public required string StaleExplains { get; init; }

    public required string StillHere { get; init; }

    public required string YourText { get; init; }

    public required string YourWords { get; init; }

    public required string TheirText { get; init; }

    public required string IAm { get; init; }

    public required string TheDesk { get; init; }

    public required string Editor { get; init; }

    public required string Approver { get; init; }

    public required string Choose { get; init; }

    public required string OwnWords { get; init; }

    public required Func<string, string> ApprovedBy { get; init; }

    public required Func<string, string> WaitsForYes { get; init; }

    public required string RespondentYes { get; init; }

    public required string RespondentSilent { get; init; }

    public required string RespondentNo { get; init; }

    public required string Transcript { get; init; }

    public required string Dialog { get; init; }

    public required Func<string, string> Delivery { get; init; }

    public required string NotFound { get; init; }

    // Ways to people that are closed: channel, and workspace or person.
    public required string NoticesLabel { get; init; }

    public required Func<string, string, string> NoticeStopped { get; init; }

    public required Func<string, string, string> NoticeUnconfirmed { get; init; }

    public required Func<string, string, string> NoticeUnreachable { get; init; }

    public required string NoticeConfirm { get; init; }

    // Messages that leave at the platform's pace: channel, sent, of how many; then minutes.
    public required string QueuesLabel { get; init; }

    public required Func<string, int, int, string> Queue { get; init; }

    public required Func<int, string> QueueLeft { get; init; }

    /// <summary>When a series comes, as somebody would say it.</summary>
    public string RuleInWords(Series series)
    {
        var days = series.Rule is { } rule ? MonthlyRule(Nth(rule.Nth), WeekdayName(rule.Weekday), EveryMonths(rule.EveryMonths)) : ListRule(series.Editions.Count);
        return $"{char.ToUpperInvariant(days[0])}{days[1..]}, {(series.WorkingDaysBefore is { } before ? AskedBefore(before) : AskedAsPlanned)}";
    }

    /// <summary>What the button says that does it.</summary>
    public string ButtonOf(ReviewAction action) => action switch
    {
        ReviewAction.Edit => Save,
        ReviewAction.Restore => Restore,
        ReviewAction.AcceptWarnings => AcceptWarnings,
        ReviewAction.Approve => Approve,
        ReviewAction.RequestChanges => RequestChanges,
        ReviewAction.Publish => Publish,
        ReviewAction.Withdraw => Withdraw,
        ReviewAction.Spike => Spike,
        _ => throw new System.Diagnostics.UnreachableException(action.ToString()),
    };

    /// <summary>A channel's name.</summary>
    public string Channel(string channel) => channel switch { "slack" => "Slack", "teams" => "Teams", "webhook" => "Webhooks", _ => ChatTitle };

    /// <summary>A unit as the API names it, in words.</summary>
    public string Unit(string unit) => unit == "words" ? Words : Characters;

    public required string Words { get; init; }

    public required string Characters { get; init; }
}
