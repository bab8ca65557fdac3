using Dialog.Core.Assignments;

namespace Dialog.Core.Texts;

/// <summary>Every sentence the bot can say beside the question set. One complete instance per language: a missing text does not compile.</summary>
public sealed partial record BotTexts
{
    /// <summary>The texts of <c>sv</c> or <c>en</c>; anything else reads as Swedish.</summary>
    public static BotTexts For(string language) => language == "en" ? English : Swedish;

    /// <summary>About changes of what was said.</summary>
    public required AmendTexts Amend { get; init; }

    /// <summary>About the interview itself.</summary>
    public required ExplainTexts Explain { get; init; }

    /// <summary>The opening of an assignment: first name, who asks, brief or topic, day in print.</summary>
    public required Func<string?, string?, string, DateOnly?, string> Opening { get; init; }

    /// <summary>The greeting to somebody who came by themselves: first name.</summary>
    public required Func<string?, string> Welcome { get; init; }

    /// <summary>The person chose a topic; the first question follows.</summary>
    public required Func<string, string> TopicTaken { get; init; }

    /// <summary>Before the first question after a yes.</summary>
    public required string LetsGo { get; init; }

    /// <summary>Help during an interview.</summary>
    public required string Help { get; init; }

    /// <summary>Help outside an interview.</summary>
    public required string HelpOutside { get; init; }

    /// <summary>A message without readable text.</summary>
    public required string NoText { get; init; }

    /// <summary>A very long message: characters written.</summary>
    public required Func<int, string> VeryLong { get; init; }

    /// <summary>Somebody else's mail below the person's words is not read.</summary>
    public required string QuotedMail { get; init; }

    /// <summary>A button the bot never made.</summary>
    public required string UnknownButton { get; init; }

    /// <summary>A button of an older message; the open question follows.</summary>
    public required string OldButton { get; init; }

    /// <summary>Somebody is called away for a moment.</summary>
    public required string TakeYourTime { get; init; }

    /// <summary>Thanks, back to the question.</summary>
    public required string ThanksBack { get; init; }

    /// <summary>A greeting in the middle of the talk.</summary>
    public required string HelloAgain { get; init; }

    /// <summary>The answer was already taken when the person said done.</summary>
    public required string AlreadyGot { get; init; }

    /// <summary>Said after an empty "done": how to stop here.</summary>
    public required string DoneHint { get; init; }

    /// <summary>There is nothing in this slot to be done with.</summary>
    public required string NothingYet { get; init; }

    /// <summary>Really stop?</summary>
    public required string CancelQuestion { get; init; }

    /// <summary>Stopped, and how to undo it.</summary>
    public required string Cancelled { get; init; }

    /// <summary>Not stopped after all.</summary>
    public required string NotCancelled { get; init; }

    /// <summary>The stop was taken back.</summary>
    public required string Undone { get; init; }

    /// <summary>There is nothing to undo.</summary>
    public required string NothingToUndo { get; init; }

    /// <summary>Which answer is to be changed?</summary>
    public required string EditWhich { get; init; }

    /// <summary>Nothing has been answered yet.</summary>
    public required string NothingToEdit { get; init; }

    /// <summary>The answer as it stands, to be replaced: label, text.</summary>
    public required Func<string, string, string> EditThis { get; init; }

    /// <summary>The changed answer is stored.</summary>
    public required string Edited { get; init; }

    /// <summary>What has been said so far; the answers follow.</summary>
    public required string StatusIntro { get; init; }

    /// <summary>One answer in the status: label, text.</summary>
    public required Func<string, string, string> StatusLine { get; init; }

    /// <summary>Postponed to an instant on the person's wall clock.</summary>
    public required Func<DateTimeOffset, string> Snoozed { get; init; }

    /// <summary>Behind a day that was chosen for the person.</summary>
    public required string AnotherDay { get; init; }

    /// <summary>Back after a pause; the question follows.</summary>
    public required string WelcomeBack { get; init; }

    /// <summary>The person said no to the assignment.</summary>
    public required string Declined { get; init; }

    /// <summary>The bot asked the wrong person.</summary>
    public required string WrongPerson { get; init; }

    /// <summary>No interview is going on.</summary>
    public required string NoInterview { get; init; }

    /// <summary>The talk about a topic is finished; what can be done now.</summary>
    public required Func<string, string> AlreadyFinished { get; init; }

    /// <summary>Asks where something belongs that was written when the talk about a topic was finished.</summary>
    public required Func<string, string> Afterwards { get; init; }

    /// <summary>The same when more is written before the reply.</summary>
    public required string AfterwardsMore { get; init; }

    /// <summary>What was written after the end is added to nothing.</summary>
    public required string LetBe { get; init; }

    /// <summary>The person is away: no follow-ups, and how to put the talk off.</summary>
    public required string Away { get; init; }

    /// <summary>Another assignment waits until this one is done: topic being talked about.</summary>
    public required Func<string, string> WaitsForCurrent { get; init; }

    /// <summary>All is answered: first name.</summary>
    public required Func<string?, string> Finished { get; init; }

    /// <summary>The drafts were made anew after a change.</summary>
    public required string Redrafted { get; init; }

    /// <summary>Not enough was answered to write anything.</summary>
    public required Func<string?, string> FinishedThin { get; init; }

    /// <summary>A text left out of all drafts after the headline test.</summary>
    public required string Struck { get; init; }

    /// <summary>There is no other sentence to test.</summary>
    public required string NoOtherSentence { get; init; }

    /// <summary>The first reminder, nothing answered yet: first name, topic.</summary>
    public required Func<string?, string, string> Reminder { get; init; }

    /// <summary>The reminder of an unfinished talk: label of the open question, questions left.</summary>
    public required Func<string, int, string> ReminderUnfinished { get; init; }

    /// <summary>The language was changed.</summary>
    public required string LanguageChanged { get; init; }

    /// <summary>Ready-made closing questions follow as buttons.</summary>
    public required string PickQuestion { get; init; }

    /// <summary>More drafts follow in another message.</summary>
    public required string MoreDrafts { get; init; }

    /// <summary>Under a draft too long to be shown whole in a message; takes how many characters are left out.</summary>
    public required Func<int, string> DraftCut { get; init; }

    /// <summary>To an editor, about somebody's interview: name, topic, what there is to know, when it is too late, whether that has passed.</summary>
    public required Func<string?, string, EditorNote, DateTimeOffset?, bool, string> EditorTold { get; init; }

    /// <summary>What can be done about somebody who is silent.</summary>
    public required string CallOrChange { get; init; }

    /// <summary>What can be done about somebody who cannot answer.</summary>
    public required string ChangePerson { get; init; }

    /// <summary>There are several such notes, which follow line by line: how many.</summary>
    public required Func<int, string> EditorToldMany { get; init; }

    /// <summary>There are more than are listed: how many.</summary>
    public required Func<int, string> EditorToldMore { get; init; }

    /// <summary>A message that is only pictures, files or voice.</summary>
    public required string OnlyAttachment { get; init; }

    /// <summary>A picture or a file came with a text; the text is read.</summary>
    public required string AttachmentBeside { get; init; }

    /// <summary>The answer is said to stand in a file or a mail.</summary>
    public required string OutOfReach { get; init; }

    /// <summary>The person is not sure about the sentence of the headline test: write it anew, take it out or keep it?</summary>
    public required string Unsure { get; init; }

    /// <summary>A message that is only emoji.</summary>
    public required string OnlyEmoji { get; init; }

    /// <summary>The person is in a hurry: one question is enough.</summary>
    public required string OneQuestionOnly { get; init; }

    /// <summary>The editor hears that little was said: the editor, if named.</summary>
    public required Func<string?, string> EnoughForNow { get; init; }

    /// <summary>The open question is left: it is answered already, or somebody else's.</summary>
    public required string MovesOn { get; init; }

    /// <summary>The person's own thesis, before the objection is asked for: sentence.</summary>
    public required Func<string, string> Thesis { get; init; }

    /// <summary>Really throw everything away and begin again?</summary>
    public required string StartOverQuestion { get; init; }

    /// <summary>Begun again; what was written can be had back.</summary>
    public required string StartedOver { get; init; }

    /// <summary>Which assignment first?</summary>
    public required string Which { get; init; }

    /// <summary>There is only this one.</summary>
    public required string OnlyThis { get; init; }

    /// <summary>Now it is about this: topic.</summary>
    public required Func<string, string> NowAbout { get; init; }

    /// <summary>Too late for the ad: deadline on the wall clock, whether it has passed, the instant proposed instead (null when there is none).</summary>
    public required Func<DateTimeOffset, bool, DateTimeOffset?, string> TooLate { get; init; }

    /// <summary>A word that may hurt keeps its sentence out until the editor has read it: editor, if named.</summary>
    public required Func<string?, string> StrongWord { get; init; }

    /// <summary>The sentence to be written anew, without repeating it.</summary>
    public required string RewriteNow { get; init; }

    /// <summary>The editor decides: editor, if named.</summary>
    public required Func<string?, string> EditorDecides { get; init; }

    /// <summary>In office or in private: title, if known.</summary>
    public required Func<string?, string> Capacity { get; init; }

    /// <summary>Private sentences are left out: how many.</summary>
    public required Func<int, string> PrivateLeftOut { get; init; }

    /// <summary>The answer was in the other language; go on in it?</summary>
    public required string OtherLanguage { get; init; }

    /// <summary>The answer was in a language the bot does not speak.</summary>
    public required string UnknownLanguage { get; init; }

    /// <summary>Labels of buttons.</summary>
    public required ButtonTexts Buttons { get; init; }

    /// <summary>Topic of an interview that began with an answer instead of a topic.</summary>
    public required string DefaultTopic { get; init; }
}

/// <summary>Labels of buttons, at most 40 characters.</summary>
public sealed record ButtonTexts
{
    /// <summary>Begin now.</summary>
    public required string Go { get; init; }

    /// <summary>Ask me later.</summary>
    public required string Later { get; init; }

    /// <summary>Ask me the next working day.</summary>
    public required string Tomorrow { get; init; }

    /// <summary>Ask me on Monday.</summary>
    public required string OnMonday { get; init; }

    /// <summary>I am not the one to ask.</summary>
    public required string WrongPerson { get; init; }

    /// <summary>Next question.</summary>
    public required string Skip { get; init; }

    /// <summary>Answer now (in a reminder).</summary>
    public required string AnswerNow { get; init; }

    /// <summary>Nothing to add.</summary>
    public required string Enough { get; init; }

    /// <summary>Stop the interview.</summary>
    public required string ReallyCancel { get; init; }

    /// <summary>Go on with the interview.</summary>
    public required string GoOn { get; init; }

    /// <summary>I stand by it.</summary>
    public required string Yes { get; init; }

    /// <summary>Take the sentence away.</summary>
    public required string StrikeSentence { get; init; }

    /// <summary>The sentence stays as it is.</summary>
    public required string Keep { get; init; }

    /// <summary>Show another sentence.</summary>
    public required string AnotherSentence { get; init; }

    /// <summary>Change an answer.</summary>
    public required string Change { get; init; }

    /// <summary>The answer is complete.</summary>
    public required string Done { get; init; }

    /// <summary>The answer before this question.</summary>
    public required string Back { get; init; }

    /// <summary>Show what I have said.</summary>
    public required string Show { get; init; }

    /// <summary>Stop the interview; asks first.</summary>
    public required string Cancel { get; init; }

    /// <summary>Take a change back.</summary>
    public required string Undo { get; init; }

    /// <summary>All places.</summary>
    public required string All { get; init; }

    /// <summary>Only the last place.</summary>
    public required string OnlyLast { get; init; }

    /// <summary>Leave it as it is.</summary>
    public required string LeaveIt { get; init; }

    public required string LetItBe { get; init; }

    public required string SomethingNew { get; init; }

    /// <summary>Yes, move the answer.</summary>
    public required string MoveIt { get; init; }

    /// <summary>Write the sentence anew.</summary>
    public required string Rewrite { get; init; }

    /// <summary>Strike the sentence.</summary>
    public required string Strike { get; init; }

    /// <summary>The editor decides: editor, if named.</summary>
    public required Func<string?, string> EditorDecides { get; init; }

    /// <summary>Yes, begin again.</summary>
    public required string ReallyStartOver { get; init; }

    /// <summary>Ask at this time: on the wall clock.</summary>
    public required Func<DateTimeOffset, string> AskAt { get; init; }

    /// <summary>Go without my words this time.</summary>
    public required string WithoutMe { get; init; }

    /// <summary>In office: title, if known.</summary>
    public required Func<string?, string> InOffice { get; init; }

    /// <summary>In private: do not use it.</summary>
    public required string InPrivate { get; init; }

    /// <summary>No.</summary>
    public required string No { get; init; }
}
