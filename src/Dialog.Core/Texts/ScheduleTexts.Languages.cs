using System.Globalization;
using Dialog.Core.Assignments;

namespace Dialog.Core.Texts;

public sealed partial record ScheduleTexts
{
    private const string Day = "dddd d MMMM";
    private const string DayAndTime = "dddd d MMMM H.mm";

    private static readonly CultureInfo SwedishCulture = CultureInfo.GetCultureInfo("sv-SE");
    private static readonly CultureInfo EnglishCulture = CultureInfo.GetCultureInfo("en-GB");

    private static ScheduleTexts Swedish { get; } = new()
    {
        AskedEarly = "Jag frågar redan nu, så slipper du tänka på det när du är ledig.",
        SecondNudge = (editor, topic, by) => $"Hej igen! {editor ?? "Redaktionen"} behöver ditt svar om ”{topic}” senast {by.ToString(DayAndTime, SwedishCulture)}. Vill du hellre prata, så ringer {editor ?? "redaktionen"}.",
        LastCall = (topic, by) => $"Sista puffen från mig om ”{topic}”: utan svar senast {by.ToString(DayAndTime, SwedishCulture)} blir annonsen utan dina ord. Säg bara ”hoppa över” om det är okej.",
        Digest = (name, count) => string.Create(CultureInfo.InvariantCulture, $"Hej{(name is null ? "" : $" {name}")}! {count} frågor väntar på dig, tre minuter var. Vilken tar vi först?"),
        Late = due => $"(Det här skulle ha kommit {due.ToString(DayAndTime, SwedishCulture)}.)",
        Away = (last, back) => $"Okej, då är du borta till och med {last.ToString(Day, SwedishCulture)}. Jag hör av mig {back.ToString(DayAndTime, SwedishCulture)}, inte innan.",
        AwayFrom = (first, last, back) => $"Okej, då är du borta {first.ToString(Day, SwedishCulture)} till {last.ToString(Day, SwedishCulture)}. Då hör jag inte av mig förrän {back.ToString(DayAndTime, SwedishCulture)}.",
        NotAway = "Jag är inte borta",
        WelcomeBack = "Välkommen tillbaka!",
        StandIn = name => $"{name ?? "Någon annan"} är borta, så redaktionen undrar om du kan svara i stället.",
        OrderChanged = (topic, by) => $"Redaktionen har ändrat frågan. Den är nu ”{topic}”." + (by is null ? "" : $" Svaret behövs senast {by.Value.ToString(DayAndTime, SwedishCulture)}."),
        PrintMoved = (topic, day) => $"Redaktionen har flyttat annonsen: ”{topic}” trycks {day.ToString(Day, SwedishCulture)}. Du behöver inte göra något.",
        TakenBack = (topic, why) => why switch
        {
            Withdrawal.Reassigned => $"Redaktionen frågar någon annan om ”{topic}”, så du behöver inte göra något mer. Tack!",
            Withdrawal.PersonBack => $"Du behöver inte svara om ”{topic}”: den som skulle svara är tillbaka. Tack ändå!",
            _ => $"Redaktionen behöver inte svaret om ”{topic}” längre, så du behöver inte göra något mer. Tack!",
        },
        Over = "Inte aktuell längre",
        NoMoreReminders = "Då påminner jag dig inte mer. Frågorna ligger kvar, och redaktionen ser att du inte vill bli påmind. Skriv ”påminn mig igen” om du ändrar dig.",
        RemindersAgain = "Då påminner jag dig igen, högst en gång om dagen.",
    };

    private static ScheduleTexts English { get; } = new()
    {
        AskedEarly = "I ask already now, so that you need not think of it while you are off.",
        SecondNudge = (editor, topic, by) => $"Hello again! {editor ?? "The desk"} needs your answer about “{topic}” by {by.ToString(DayAndTime, EnglishCulture)}. Rather talk? {editor ?? "The desk"} will call.",
        LastCall = (topic, by) => $"Last nudge from me about “{topic}”: without an answer by {by.ToString(DayAndTime, EnglishCulture)} the ad goes without your words. Just say “skip” if that is fine.",
        Digest = (name, count) => string.Create(CultureInfo.InvariantCulture, $"Hi{(name is null ? "" : $" {name}")}! {count} questions wait for you, three minutes each. Which one shall we take first?"),
        Late = due => $"(This should have come on {due.ToString(DayAndTime, EnglishCulture)}.)",
        Away = (last, back) => $"Fine, then you are away until the end of {last.ToString(Day, EnglishCulture)}. I'll be back on {back.ToString(DayAndTime, EnglishCulture)}, not before.",
        AwayFrom = (first, last, back) => $"Fine, then you are away from {first.ToString(Day, EnglishCulture)} to {last.ToString(Day, EnglishCulture)}. You won't hear from me then until {back.ToString(DayAndTime, EnglishCulture)}.",
        NotAway = "I am not away",
        WelcomeBack = "Welcome back!",
        StandIn = name => $"{name ?? "Somebody else"} is away, so the desk wonders if you can answer instead.",
        OrderChanged = (topic, by) => $"The desk has changed the question. It is now “{topic}”." + (by is null ? "" : $" The answer is needed by {by.Value.ToString(DayAndTime, EnglishCulture)}."),
        PrintMoved = (topic, day) => $"The desk has moved the ad: “{topic}” is printed on {day.ToString(Day, EnglishCulture)}. You need do nothing.",
        TakenBack = (topic, why) => why switch
        {
            Withdrawal.Reassigned => $"The desk asks somebody else about “{topic}”, so you need do nothing more. Thank you!",
            Withdrawal.PersonBack => $"You need not answer about “{topic}”: the one who was to answer is back. Thank you all the same!",
            _ => $"The desk does not need the answer about “{topic}” any more, so you need do nothing more. Thank you!",
        },
        Over = "No longer needed",
        NoMoreReminders = "Then I won't remind you any more. The questions stay, and the desk sees that you don't want reminders. Write “remind me again” if you change your mind.",
        RemindersAgain = "Then I'll remind you again, at most once a day.",
    };
}
