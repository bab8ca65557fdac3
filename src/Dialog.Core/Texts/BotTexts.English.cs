using System.Globalization;
using Dialog.Core.Interviews;

namespace Dialog.Core.Texts;

public sealed partial record BotTexts
{
    private static readonly CultureInfo EnglishCulture = CultureInfo.GetCultureInfo("en-GB");

    private static BotTexts English { get; } = new()
    {
        Amend = AmendTexts.For("en"),
        Explain = ExplainTexts.For("en"),
        Opening = (name, editor, brief, printed) =>
            $"{Hello("Hi", name)}! I'm Dialog, a bot that helps the desk. {editor ?? "The desk"} asks: “{brief}”"
            + (printed is { } day ? $" The answer is for the ad on {day.ToString("d MMMM", EnglishCulture)}." : "")
            + " It takes about three minutes. Answer the way you talk, you will read everything before it goes out. Is now a good time?",
        Welcome = name =>
            $"{Hello("Hi", name)}! I'm Dialog. I help you tell why things are done, in your own words. It takes about three minutes. What would you like to write about? Try “I want to write about the new playground”.",
        TopicTaken = topic => $"Good, let's talk about “{topic}”.",
        LetsGo = "Good, here we go.",
        Help = "Answer the way you talk, in one message or several. Write “done” when the answer is complete, “skip”, “back”, “edit why”, “strike that”, “undo”, “show”, “later”, “start over” or “cancel”. If you wonder about something, ask. You will read everything before it goes out.",
        HelpOutside = "I ask a few short questions, what, why and who, and make drafts for the ad and the posts out of your own words. Write “I want to write about …” and we begin. Skriv ”svenska” om du hellre talar svenska.",
        NoText = "I can't find any text in that message. Write your answer in words and I'll take it from there.",
        VeryLong = characters => $"Thank you, the whole text is saved ({characters.ToString("N0", EnglishCulture)} characters). The ad holds a few sentences, so I will choose among them.",
        UnknownButton = "I don't recognise that button. Please answer in your own words, or write “help”.",
        OldButton = "That question is already settled, so I changed nothing.",
        ThanksBack = "Thank you!",
        HelloAgain = "Hello again!",
        AlreadyGot = "I have that answer.",
        DoneHint = "Would you like to stop here? Write “done” once more and I'll make drafts of what you have said.",
        NothingYet = "I have no answer from you yet.",
        CancelQuestion = "Shall we stop the interview? What you have written stays with you and the desk.",
        Cancelled = "Then we stop. Nothing goes out. Write “undo” if you want to go on after all.",
        NotCancelled = "Then we go on.",
        Undone = "Done, we are back where we were.",
        NothingToUndo = "There is nothing to undo right now.",
        EditWhich = "Which answer would you like to change?",
        NothingToEdit = "You haven't answered anything yet, so there is nothing to change.",
        EditThis = (label, text) => $"This is what it says under {label}\n“{text}”\nWrite the new answer and I'll replace it.",
        Edited = "Changed.",
        StatusIntro = "This is what you have said so far:",
        StatusLine = (label, text) => $"{label} “{text}”",
        Snoozed = at => $"Fine, I'll be back on {at.ToString("dddd d MMMM", EnglishCulture)} at {at.ToString("H.mm", EnglishCulture)}.",
        WelcomeBack = "Hello again! Let's go on.",
        Declined = "Thank you for telling me. I'll let the desk know, and you need do nothing more.",
        WrongPerson = "Thank you for telling me. I'll let the desk know that the question is for someone else.",
        NoInterview = "There is no interview going on right now. Write “I want to write about …” and we begin.",
        AlreadyFinished = topic => $"The interview about “{topic}” is finished and saved. Write “edit why” to change an answer, or “I want to write about …” for something new.",
        WaitsForCurrent = topic => $"We'll take it when you are done with “{topic}”. Write “the other one” if you would rather take it now.",
        Finished = name => $"{Hello("Thank you", name)}! Here are the drafts, in your own words. Nothing goes out until the desk has read it and you have said yes. Write “edit” if something should go or sound different.",
        Redrafted = "Changed. This is how the drafts read now.",
        FinishedThin = name => $"{Hello("Thank you", name)}, that will do. It was a little short for drafts of its own, but the desk sees what you wrote and will get in touch if something is missing.",
        Struck = "That sentence is gone from all drafts.",
        NoOtherSentence = "I have no other sentence to show.",
        Reminder = (name, topic) => $"{Hello("Hi", name)}! A friendly nudge about “{topic}”. Three minutes, a few sentences are enough.",
        ReminderUnfinished = (label, left) => $"Thank you for what you wrote! We were at “{label}” {(left == 1 ? "One question" : $"{left} questions")} left, when it suits you.",
        LanguageChanged = "Let's speak English.",
        PickQuestion = "That's fine. Would one of these do?",
        MoreDrafts = "And these:",
        DraftCut = left => $"… {left} characters more. The desk has the whole text.",
        DefaultTopic = "In our own words",
        EditorTold = (name, topic, what, deadline) => what switch
        {
            EditorNote.NoAnswer => $"{name ?? "Somebody"} has not answered about “{topic}”.{Last(deadline)} Call, change person or go without a personal reflection: you do that at the desk.",
            EditorNote.Unfinished => $"{name ?? "Somebody"} has begun to answer about “{topic}” but not finished.{Last(deadline)}",
            EditorNote.Thin => $"{name ?? "Somebody"} has answered briefly about “{topic}”. The material is thin: ask for a few more sentences, or go without a personal reflection.",
            EditorNote.PutOff => $"{name ?? "Somebody"} wants to put off the answer about “{topic}”, and then it misses the ad.",
            _ => $"{name ?? "Somebody"} does not want to take part this time; it is about “{topic}”.",
        },
        OnlyAttachment = "Thank you, it stays in the chat, but I can only read text. Please write or dictate in your own words.",
        OnlyEmoji = "I see! Please put it in words as well.",
        OneQuestionOnly = "I understand, then one question is enough.",
        EnoughForNow = editor => $"Thank you, that will do nicely. {editor ?? "The desk"} will get in touch if something is missing.",
        Thesis = sentence => $"You say: “{sentence}”",
        StartOverQuestion = "Shall we start from the beginning? The answers are taken away, but you can undo it.",
        StartedOver = "Then we start over. Write “undo” if you want back what you said.",
        Which = "You have more than one question with me. Which one shall we take?",
        OnlyThis = "There is only this question right now.",
        NowAbout = topic => $"Then we talk about “{topic}”.",
        TooLate = (deadline, instead) =>
            $"Then we miss the ad, the copy deadline is {deadline.ToString("dddd d MMMM H.mm", EnglishCulture)}. "
            + (instead is { } at ? $"Shall I ask on {at.ToString("dddd H.mm", EnglishCulture)} instead, or go without this time?" : "Shall we take it now, or go without this time?"),
        StrongWord = editor => $"One word is strongly put, so that sentence waits for {editor ?? "the desk"}. Write “strike that” if it should go.",
        RewriteNow = "Write the sentence as you want it and I'll put it in its place.",
        EditorDecides = editor => $"Then the sentence waits for {editor ?? "the desk"}.",
        Capacity = title => $"Do you answer as {title ?? "an employee"} or as a private person? It shows in the byline.",
        PrivateLeftOut = count => count == 1 ? "Then I don't use that sentence." : string.Create(CultureInfo.InvariantCulture, $"Then I don't use those {count} sentences."),
        OtherLanguage = "That was in Swedish. Shall we go on in Swedish?",
        UnknownLanguage = "I saved it, but I only know Swedish and English. Please write in one of them.",
        Buttons = new ButtonTexts
        {
            Go = "Go ahead",
            Later = "Later",
            Tomorrow = "Tomorrow",
            OnMonday = "On Monday",
            WrongPerson = "Wrong person",
            Skip = "Skip",
            AnswerNow = "Answer now",
            Enough = "No, that's enough",
            ReallyCancel = "Yes, stop",
            GoOn = "No, go on",
            Yes = "Yes",
            StrikeSentence = "No, take it out",
            AnotherSentence = "Choose another",
            Change = "Change an answer",
            Undo = "Undo",
            All = "Yes, all",
            OnlyLast = "Only the last",
            LeaveIt = "No, leave it",
            MoveIt = "Yes, move it",
            Rewrite = "Rewrite",
            Strike = "Strike",
            EditorDecides = editor => $"Let {Short(editor ?? "the desk", 28)} decide",
            ReallyStartOver = "Yes, start over",
            AskAt = at => $"Ask on {at.ToString("dddd H.mm", EnglishCulture)}",
            WithoutMe = "Without me this time",
            InOffice = title => $"As {Short(title ?? "an employee", 36)}",
            InPrivate = "Private, don't use it",
            No = "No",
        },
    };

    private static string Last(DateTimeOffset? deadline) => deadline is { } at ? $" The last moment is {at.ToString("dddd d MMMM H.mm", EnglishCulture)}." : "";
}
