namespace Dialog.Bot.Desk;

/// <summary>What the preview of a question says.</summary>
public sealed record PreviewTexts(string FirstMessage, string SentNow, Func<string, string> SentAt, string Buttons, string Then, string Change)
{
    public static PreviewTexts For(string language) => language == "en" ? English : Swedish;

    private static PreviewTexts Swedish { get; } = new(
        "Det första som syns",
        "Skickas så fort du ställer frågan.",
        at => $"Skickas {at}, om inget ändras.",
        "Knappar",
        "Svarar personen, ställer Dialog följdfrågor, en i taget. Ingenting publiceras utan ett godkännande.",
        "Ändra");

    private static PreviewTexts English { get; } = new(
        "What is seen first",
        "Sent as soon as you ask.",
        at => $"Sent {at}, if nothing changes.",
        "Buttons",
        "When the person answers, Dialog asks on, one question at a time. Nothing is published without an approval.",
        "Change");
}
