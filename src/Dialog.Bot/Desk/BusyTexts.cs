namespace Dialog.Bot.Desk;

/// <summary>What is said while something takes its time.</summary>
public sealed record BusyTexts(string Working, string Done)
{
    public static BusyTexts For(string language) => language == "en" ? English : Swedish;

    private static BusyTexts Swedish { get; } = new("Arbetar … det kan ta en stund.", "Klart.");

    private static BusyTexts English { get; } = new("Working … this may take a while.", "Done.");
}
