using Dialog.Core.Drafts;

namespace Dialog.Core.Texts;

/// <summary>Texts of pages, forms and commands inside a channel. One complete instance per language: a missing text does not compile.</summary>
public sealed partial record SurfaceTexts
{
    /// <summary>The texts of <c>sv</c> or <c>en</c>; anything else reads as Swedish.</summary>
    public static SurfaceTexts For(string language) => language == "en" ? English : Swedish;

    /// <summary>What the person's own page is called.</summary>
    public required string Home { get; init; }

    /// <summary>In a group: the talk goes on in private.</summary>
    public required string InPrivate { get; init; }

    /// <summary>To somebody from outside: the organisation's name.</summary>
    public required Func<string, string> Outsider { get; init; }

    /// <summary>Heading of the page: first name.</summary>
    public required Func<string?, string> Hello { get; init; }

    /// <summary>What Dialog does, in one sentence.</summary>
    public required string What { get; init; }

    /// <summary>Heading: questions that wait for an answer.</summary>
    public required string OpenQuestions { get; init; }

    /// <summary>There are none.</summary>
    public required string NoOpenQuestions { get; init; }

    /// <summary>Until when an answer is wanted: the instant on the person's wall clock.</summary>
    public required Func<DateTimeOffset, string> Until { get; init; }

    /// <summary>Heading: the person's drafts.</summary>
    public required string Drafts { get; init; }

    /// <summary>Heading: the person's answers.</summary>
    public required string Answers { get; init; }

    /// <summary>More of the same stands at the desk: how many.</summary>
    public required Func<int, string> More { get; init; }

    /// <summary>Heading: settings.</summary>
    public required string Settings { get; init; }

    /// <summary>The settings as they are: language's name, time zone.</summary>
    public required Func<string, string> SettingsNow { get; init; }

    /// <summary>Button: the other language.</summary>
    public required string OtherLanguage { get; init; }

    /// <summary>Button: answer this question.</summary>
    public required string Answer { get; init; }

    /// <summary>Button: not now.</summary>
    public required string Pause { get; init; }

    /// <summary>Button: change this.</summary>
    public required string Change { get; init; }

    /// <summary>Button: ask somebody.</summary>
    public required string AskSomebody { get; init; }

    /// <summary>Title of the form for an answer.</summary>
    public required string EditAnswer { get; init; }

    /// <summary>Title of the form for a draft.</summary>
    public required string EditDraft { get; init; }

    /// <summary>Under a draft's text.</summary>
    public required string EditDraftHint { get; init; }

    /// <summary>Title of the form for changes in somebody's drafts.</summary>
    public required string RequestChanges { get; init; }

    /// <summary>Its field: what is to be changed.</summary>
    public required string WhatToChange { get; init; }

    /// <summary>Under the field: who reads it.</summary>
    public required string WhatToChangeHint { get; init; }

    /// <summary>A draft's state, in a word or two.</summary>
    public required Func<DraftStatus, string> DraftState { get; init; }

    /// <summary>Title of the form for a reader's words.</summary>
    public required string AddReaction { get; init; }

    /// <summary>Which talk they belong to.</summary>
    public required string ReactionTo { get; init; }

    /// <summary>The reader's words.</summary>
    public required string ReactionText { get; init; }

    /// <summary>Where they were said.</summary>
    public required string ReactionSource { get; init; }

    /// <summary>Nothing is finished that a reader could react to.</summary>
    public required string NothingToReactTo { get; init; }

    /// <summary>Title of the form for a first answer.</summary>
    public required string GiveAnswer { get; init; }

    /// <summary>Label of a text to be written.</summary>
    public required string YourText { get; init; }

    /// <summary>Under the text of an answer.</summary>
    public required string YourTextHint { get; init; }

    /// <summary>Button: keep.</summary>
    public required string Save { get; init; }

    /// <summary>Button: send.</summary>
    public required string Send { get; init; }

    /// <summary>Button: leave the form.</summary>
    public required string Cancel { get; init; }

    /// <summary>Title of the form for a new assignment.</summary>
    public required string NewAssignment { get; init; }

    /// <summary>Labels of that form.</summary>
    public required string Person { get; init; }

    /// <summary>The question the readers see.</summary>
    public required string Topic { get; init; }

    /// <summary>The editor's own words to the person.</summary>
    public required string Brief { get; init; }

    /// <summary>Last day.</summary>
    public required string Deadline { get; init; }

    /// <summary>Where the text is published.</summary>
    public required string Outlets { get; init; }

    /// <summary>Who is asked when the person is away until it is too late.</summary>
    public required string Deputy { get; init; }

    /// <summary>The booked size of the ad.</summary>
    public required string SizeOfAd { get; init; }

    /// <summary>The day the ad is printed.</summary>
    public required string PublishOn { get; init; }

    /// <summary>The deputy is the person who is asked.</summary>
    public required string NoDeputy { get; init; }

    /// <summary>The text would leave after it is printed.</summary>
    public required string AfterPrint { get; init; }

    /// <summary>Nothing was written.</summary>
    public required string Empty { get; init; }

    /// <summary>Too long: at most so many characters.</summary>
    public required Func<int, string> TooLong { get; init; }

    /// <summary>An answer that does not fit into the form for it.</summary>
    public required string TooLongToEdit { get; init; }

    /// <summary>The day has passed.</summary>
    public required string Past { get; init; }

    /// <summary>In a text, in the place of somebody whose name is not known.</summary>
    public required string Somebody { get; init; }

    /// <summary>In a text, in the place of a channel whose name is not known.</summary>
    public required string SomeChannel { get; init; }

    /// <summary>The bot asks no bots and not itself.</summary>
    public required string NotAPerson { get; init; }

    /// <summary>Whom the editor chose cannot be written to in Teams.</summary>
    public required string NotInTeams { get; init; }

    /// <summary>The same of whom they chose as deputy.</summary>
    public required string DeputyNotInTeams { get; init; }

    /// <summary>Only editors may do that.</summary>
    public required string EditorsOnly { get; init; }

    /// <summary>What was to be changed is not there, or is not the person's.</summary>
    public required string Gone { get; init; }

    /// <summary>In the place of a message whose talk is not kept any more.</summary>
    public required string NotKept { get; init; }

    /// <summary>The talk has come to another question than the one the form shows.</summary>
    public required string AnotherQuestion { get; init; }

    /// <summary>The answer has another text than the one the form shows.</summary>
    public required string ChangedSince { get; init; }

    /// <summary>A form may not have opened: whether what it is for can be written in the talk instead.</summary>
    public required Func<bool, string> NotOpened { get; init; }

    /// <summary>In the place of buttons the channel does not show: what they say.</summary>
    public required Func<IEnumerable<string>, string> InsteadOfButtons { get; init; }

    /// <summary>Nothing is asked just now.</summary>
    public required string NothingToAnswer { get; init; }

    /// <summary>The answer to a command comes in the direct message.</summary>
    public required string InDirectMessage { get; init; }

    /// <summary>The commands there are: the command's name.</summary>
    public required Func<string, string> CommandHelp { get; init; }

    /// <summary>How "ask" is written: the command's name.</summary>
    public required Func<string, string> AskHelp { get; init; }

    /// <summary>A question was sent: to whom, topic, the last day or null.</summary>
    public required Func<string, string, DateOnly?, string> Asked { get; init; }

    /// <summary>A day that is not understood.</summary>
    public required Func<string, string> NoSuchDay { get; init; }

    /// <summary>How far the person has come: topic, questions left.</summary>
    public required Func<string, int, string> Progress { get; init; }

    /// <summary>The languages there are: the command's name.</summary>
    public required Func<string, string> LanguageHelp { get; init; }

    /// <summary>A deleted message was taken out of the answer.</summary>
    public required string Withdrawn { get; init; }

    /// <summary>On the tab: signing in from Teams is not set up.</summary>
    public required string TabNotConfigured { get; init; }

    /// <summary>On the tab: Teams did not prove who is looking.</summary>
    public required string TabNotSignedIn { get; init; }

    /// <summary>On the tab: where to answer.</summary>
    public required string TabToChat { get; init; }

    /// <summary>On the tab: link to the desk.</summary>
    public required string TabToDesk { get; init; }
}
