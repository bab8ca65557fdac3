using System.Globalization;

namespace Dialog.Core.Texts;

public sealed partial record ScheduleTexts
{
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
        NoMoreReminders = "Then I won't remind you any more. The questions stay, and the desk sees that you don't want reminders. Write “remind me again” if you change your mind.",
        RemindersAgain = "Then I'll remind you again, at most once a day.",
    };
}
