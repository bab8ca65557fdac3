namespace Dialog.Bot.Desk;

/// <summary>What was done and can be undone.</summary>
public sealed record UndoTexts(string Withdrawn, Func<string, string> Spiked, Func<string, string> Present, string FeedGone, Func<string, string, string> Reassigned)
{
    public static UndoTexts For(string language) => language == "en" ? English : Swedish;

    private static UndoTexts Swedish { get; } = new(
        "Frågan är tillbakatagen, och den tillfrågade har fått veta det. Ångrar du dig ställs den på nytt.",
        outlet => $"Utkastet för {outlet} är kastat. Texten finns kvar.",
        days => $"Frånvaron {days} är borttagen.",
        "Adressen är indragen. Ångrar du dig inom en timme gäller den igen, för dem som redan har den.",
        (to, from) => $"Frågan går till {to} i stället för {from}. Ångrar du dig går den tillbaka.");

    private static UndoTexts English { get; } = new(
        "The question is taken back, and whoever was asked has been told. If you undo it, it is asked again.",
        outlet => $"The draft for {outlet} is thrown away. The text is kept.",
        days => $"The absence {days} is taken out.",
        "The address is taken back. If you undo it within an hour it works again, for those who have it already.",
        (to, from) => $"The question goes to {to} instead of {from}. If you undo it, it goes back.");
}
