using Dialog.Core.Access;
using Dialog.Core.Drafts;

namespace Dialog.Core.Texts;

public sealed partial record ReviewTexts
{
    private static ReviewTexts English { get; } = new()
    {
        Approve = "Approve",
        ApproveAll = "Approve all",
        Change = "Change",
        Another = "Another cut",
        ShowRest = "Show the rest",
        Good = "It is fine",
        Withdraw = "Withdraw it",
        RequestChanges = "Ask for a change",
        Used = (outlet, used, all) => $"{outlet}: {used} of {all} sentences are used.",
        RestIntro = outlet => $"This was left out ({outlet}):",
        Newer = "There is a newer version",
        WhichDraft = "Which draft would you like another cut of?",
        More = "More",
        BesideName = name => name == "abstract" ? "Lead" : "For search engines",
        AnotherCut = "Here is another cut of the same answers.",
        NoOtherCut = "I have no other cut that fits. Write “edit” if something should sound different.",
        SameDrafts = "Saved. The drafts stay the same.",
        AlreadyOut = outlets => $"What is already out stays as it is: {outlets}. Tell the desk if it should be corrected.",
        DeskCompares = "The desk has written in one of the texts by hand; it stays until they have compared.",
        ThanksForYes = "Thank you! You have approved your words. If anybody changes one, I'll show you the text again.",
        ChangedSince = "The text was changed since you saw it. This is how it reads now.",
        LastLook = outlet => $"The desk has approved the text, {outlet}. This is how it goes out. Is it fine?",
        WriteText = "Write the whole text as you want it in one message, and I'll replace it. Write “cancel” to leave it.",
        TextTaken = "Then this is how it reads. The desk reads it again.",
        LeftAsItIs = "Then it stays.",
        TakenBack = "The text is withdrawn and does not go out. I'll tell the desk.",
        ReviewAsked = (name, topic) => $"{name ?? "Somebody"} has answered about “{topic}”. Are the drafts right?",
        AskReason = "What needs to change? Write it in one message, or “cancel”.",
        ReasonTaken = "Thank you, I'll tell the desk.",
        Settled = (action, by, comment, waits) => action switch
        {
            ReviewAction.Approve when waits => "Your yes is noted, others still have to answer",
            ReviewAction.Approve => $"Approved by {by ?? "the desk"}",
            ReviewAction.RequestChanges => $"Change asked for by {by ?? "the desk"}{(comment is null ? "" : $": {comment}")}",
            ReviewAction.Withdraw => $"Withdrawn by {by ?? "the desk"}",
            _ => "No longer needed",
        },
        Published = (topic, outlet, url) => $"“{topic}” is out now ({outlet}).{(url is null ? "" : $" {url}")} Thank you for your words!",
        ReaderSays = (topic, reaction) => $"A reader answers “{topic}”{(reaction.Source is null ? "" : $" ({reaction.Source})")}: “{Quoted(reaction)}” What do you answer, have you changed your mind in any way?",
        Why = refusal => refusal switch
        {
            Refusal.Unknown => "There is no such draft.",
            Refusal.Stale => "The text was changed since you read it. Read the new one and decide again.",
            Refusal.NotAllowed => "That is not yours to do. Ask an editor or an approver.",
            Refusal.TextMissing => "Write a text.",
            Refusal.CommentMissing => "Write why.",
            Refusal.NotApproved => "The text is not approved. Approve it first, then it can go out.",
            Refusal.OpenWarnings => "There is a severe warning. Change the text, or accept the warning with a comment.",
            Refusal.QuoteNotApproved => "The person whose words they are has to approve them first.",
            Refusal.RespondentObjects => "The person whose words they are wants the text changed. Change it first.",
            Refusal.PictureIncomplete => "The picture needs alternative text, photographer, licence and word about consent. Complete it, or take it away.",
            Refusal.PictureRefused => "Somebody in the picture has said no. Take another picture, or none.",
            Refusal.AlreadyPublished => "The text is out already. Edit it if it needs a correction.",
            Refusal.Withdrawn => "The text is withdrawn. If it should go out after all, ask the person to change an answer.",
            Refusal.Spiked => "The text was thrown away. Restore a revision first.",
            Refusal.PersonGone => "The person whose words they are has had their data erased and cannot be asked. Change the text yourself, or withdraw it.",
            _ => "There is nothing to do here.",
        },
    };
}
