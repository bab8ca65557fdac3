using System.Globalization;
using Dialog.Core.Drafts;

namespace Dialog.Core.Texts;

public sealed partial record SurfaceTexts
{
    private static readonly CultureInfo En = CultureInfo.GetCultureInfo("en-GB");

    private static SurfaceTexts English { get; } = new()
    {
        Home = "Your page",
        InPrivate = "Let's take that in private. I have written to you in our direct message.",
        Outsider = organisation => $"Hi! I am a bot that interviews people who work at {organisation}. If you want something from them, write to whom you know there.",
        Hello = name => name is null ? "Hi!" : $"Hi {name}!",
        What = "I ask what, why and who, and draft from your own words. You read everything before it goes out.",
        OpenQuestions = "My questions",
        NoOpenQuestions = "Nothing waits for your answer just now. Write to me under Messages when you want to tell something.",
        Until = day => $"by {day.ToString("dddd d MMMM HH:mm", En)}",
        Drafts = "My drafts",
        Answers = "My answers",
        More = count => $"… and {count} more at the desk",
        Settings = "Settings",
        SettingsNow = zone => $"Language: English · Time zone: {zone}",
        OtherLanguage = "Svenska",
        Answer = "Answer",
        Pause = "Not now",
        Change = "Change",
        AskSomebody = "Ask a question",
        EditAnswer = "Change the answer",
        EditDraft = "Change the draft",
        EditDraftHint = "A changed text has to be approved anew. What you write here is marked as changed by hand.",
        RequestChanges = "Ask for a change",
        WhatToChange = "What has to change?",
        WhatToChangeHint = "The editors read what you write.",
        DraftState = status => status switch
        {
            DraftStatus.Working => "in the works",
            DraftStatus.InReview => "read by an approver",
            DraftStatus.ChangesRequested => "to be changed",
            DraftStatus.Approved => "approved",
            DraftStatus.Scheduled => "goes out at a set time",
            DraftStatus.Published => "published",
            DraftStatus.Corrected => "corrected",
            DraftStatus.Withdrawn => "withdrawn",
            _ => "struck",
        },
        AddReaction = "Add a reaction",
        ReactionTo = "What is it about?",
        ReactionText = "What the reader said",
        ReactionSource = "Where it stood",
        NothingToReactTo = "There is no finished assignment yet to add the reaction to.",
        GiveAnswer = "Answer a question",
        YourText = "In your words",
        YourTextHint = "Write the way you talk. The drafts are made anew when you save.",
        Save = "Save",
        Send = "Send",
        Cancel = "Cancel",
        NewAssignment = "Ask a question",
        Person = "Who should answer?",
        Topic = "The question the readers see",
        Brief = "Your words to the person",
        Deadline = "By",
        Outlets = "Where will it be published?",
        Deputy = "Deputy, if the person is away",
        SizeOfAd = "Size of the ad",
        PublishOn = "Day in print",
        NoDeputy = "Choose another deputy than the person who gets the question.",
        AfterPrint = "The text has to leave on the day in print at the latest.",
        Empty = "Write something here.",
        TooLong = most => $"That is too long; {most} characters fit at most.",
        TooLongToEdit = "The answer is longer than what fits here. Edit your message in the chat instead, and the answer changes with it.",
        Past = "That day has passed.",
        Somebody = "a colleague",
        SomeChannel = "a channel",
        NotAPerson = "Choose a colleague, not a bot.",
        NotInTeams = "The person you chose does not have Dialog in Teams yet. Ask them to add the app, ask in a team or a group chat that you both and the app are in, or choose somebody else.",
        DeputyNotInTeams = "The deputy does not have Dialog in Teams yet. Ask them to add the app, or choose somebody else.",
        EditorsOnly = "Only editors can ask questions. Ask the desk to add you.",
        Gone = "That cannot be changed any more. Open your page again to see how things stand.",
        NotKept = "This is over, and I no longer keep what stood here.",
        AnotherQuestion = "The talk has moved on, so this is not the open question any more. Copy your text, close this form and open it again.",
        ChangedSince = "The answer was changed since you opened this form. Copy your text, close it and open it again.",
        NotOpened = canWrite => canWrite
            ? "Did no form open? Press once more, or write to me here instead."
            : "Did no form open? Press once more. If that does not help either, tell the editors.",
        InsteadOfButtons = labels => $"The buttons could not be shown. You can write instead: {string.Join(" · ", labels)}",
        NothingToAnswer = "Nothing waits for your answer just now. Write to me in our direct message when you want to tell something.",
        InDirectMessage = "I answer in our direct message.",
        CommandHelp = command => $"""
            {command} mine: your questions and drafts
            {command} status: how far you have come
            {command} pause: we take it later
            {command} language English or Swedish
            {command} ask @name "Why …?" by Friday (for editors)
            Anything else you write after {command} you say to me in our direct message.
            """,
        AskHelp = command => $"Write it like this: {command} ask @name \"Why do we clear the school paths first?\" by Friday",
        Asked = (name, topic, day) => day is not { } last ? $"Done. I ask {name}: “{topic}”" : $"Done. I ask {name}: “{topic}” Answer by {last.ToString("dddd d MMMM", En)}.",
        NoSuchDay = day => $"I do not understand the day “{day}”. Write for example Friday, tomorrow, 12/3 or 2027-03-12.",
        Progress = (topic, left) => left == 0 ? $"{topic}: all is answered." : left == 1 ? $"{topic}: one question left." : $"{topic}: {left} questions left.",
        LanguageHelp = command => $"Write {command} language English or {command} language Swedish.",
        Withdrawn = "Removed. It is not in the answer any more.",
        TabNotConfigured = "Signing in from Teams is not set up. Whoever runs Dialog sets Desk:Oidc. The chat works all the same.",
        TabNotSignedIn = "Teams could not show who you are. Open the tab again, or write to me in the chat.",
        TabToChat = "You answer in the chat with Dialog.",
        TabToDesk = "Open the desk",
    };
}
