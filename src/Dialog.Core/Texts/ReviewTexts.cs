using Dialog.Core.Access;
using Dialog.Core.Assignments;
using Dialog.Core.Drafts;

namespace Dialog.Core.Texts;

/// <summary>What the bot says about drafts under review. One complete instance per language: a missing text does not compile.</summary>
public sealed partial record ReviewTexts
{
    /// <summary>The texts of <c>sv</c> or <c>en</c>; anything else reads as Swedish.</summary>
    public static ReviewTexts For(string language) => language == "en" ? English : Swedish;

    /// <summary>Button: yes to one draft.</summary>
    public required string Approve { get; init; }

    /// <summary>Button: yes to all drafts.</summary>
    public required string ApproveAll { get; init; }

    /// <summary>Button: something is to be changed.</summary>
    public required string Change { get; init; }

    /// <summary>Button: another cut of the same answers.</summary>
    public required string Another { get; init; }

    /// <summary>Button: the sentences that are not used.</summary>
    public required string ShowRest { get; init; }

    /// <summary>Button: the last look's yes.</summary>
    public required string Good { get; init; }

    /// <summary>Button: the text must not go out.</summary>
    public required string Withdraw { get; init; }

    /// <summary>Button: an approver wants changes.</summary>
    public required string RequestChanges { get; init; }

    /// <summary>How much of the answers is used: outlet, used, all.</summary>
    public required Func<string, int, int, string> Used { get; init; }

    /// <summary>Before the sentences that are not used: outlet.</summary>
    public required Func<string, string> RestIntro { get; init; }

    /// <summary>In place of the buttons: a newer message has them.</summary>
    public required string Newer { get; init; }

    /// <summary>Several drafts were shown: of which one another cut is wanted.</summary>
    public required string WhichDraft { get; init; }

    /// <summary>Button: the other drafts.</summary>
    public required string More { get; init; }

    /// <summary>Another cut follows.</summary>
    public required string AnotherCut { get; init; }

    /// <summary>What goes with a draft beside its text: a web page's lead, and the words for search engines.</summary>
    public required Func<string, string> BesideName { get; init; }

    /// <summary>There is no other cut that fits.</summary>
    public required string NoOtherCut { get; init; }

    /// <summary>The answer changed, the drafts did not.</summary>
    public required string SameDrafts { get; init; }

    /// <summary>One of the texts was written by hand and stays until the desk has compared.</summary>
    public required string DeskCompares { get; init; }

    /// <summary>Said when answers change that texts already out were made of.</summary>
    public required Func<string, string> AlreadyOut { get; init; }

    /// <summary>After the person's yes.</summary>
    public required string ThanksForYes { get; init; }

    /// <summary>The text changed between showing and the yes; it follows.</summary>
    public required string ChangedSince { get; init; }

    /// <summary>The desk approved; the text follows: outlet.</summary>
    public required Func<string, string> LastLook { get; init; }

    /// <summary>Asks for the whole text.</summary>
    public required string WriteText { get; init; }

    /// <summary>The person's own text was taken; it follows.</summary>
    public required string TextTaken { get; init; }

    /// <summary>The text stays as it was.</summary>
    public required string LeftAsItIs { get; init; }

    /// <summary>The person took the text back.</summary>
    public required string TakenBack { get; init; }

    /// <summary>To an editor or approver, the drafts follow: name, topic.</summary>
    public required Func<string?, string, string> ReviewAsked { get; init; }

    /// <summary>Why are changes wanted?</summary>
    public required string AskReason { get; init; }

    /// <summary>The reason is on its way.</summary>
    public required string ReasonTaken { get; init; }

    /// <summary>What a review request turned into: what was done, by whom, why; whether others are still asked.</summary>
    public required Func<ReviewAction, string?, string?, bool, string> Settled { get; init; }

    /// <summary>A text is out: topic, outlet, address.</summary>
    public required Func<string, string, string?, string> Published { get; init; }

    /// <summary>A reader's words are put to the person: topic, reaction.</summary>
    public required Func<string, Reaction, string> ReaderSays { get; init; }

    /// <summary>Why something was not done, and what to do instead.</summary>
    public required Func<Refusal, string> Why { get; init; }

    /// <summary>A click on drafts about a topic came to nothing: topic, reason.</summary>
    public string CouldNot(string topic, Refusal refusal) => $"”{topic}”: {Why(refusal)}";

    /// <summary>Readers' words in a question of the bot's, in characters; the whole is at the desk.</summary>
    private const int MostOfReaction = 300;

    private static string Quoted(Reaction reaction) => reaction.Text.Length <= MostOfReaction ? reaction.Text : $"{reaction.Text[..MostOfReaction].TrimEnd()} …";
}
