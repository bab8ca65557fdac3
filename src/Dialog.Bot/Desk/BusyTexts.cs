namespace Dialog.Bot.Desk;

/// <summary>What is said while something takes its time, and before a page goes on without what was written on it.</summary>
public sealed record BusyTexts(string Working, string Done, string Unsaved, string GoOn)
{
    public static BusyTexts For(string language) => language == "en" ? English : Swedish;

    private static BusyTexts Swedish { get; } = new("Arbetar … det kan ta en stund.", "Klart.", "Det du har skrivit här är inte sparat och försvinner om du fortsätter", "Vill du fortsätta?");

    private static BusyTexts English { get; } = new("Working … this may take a while.", "Done.", "What you have written here is not saved, and is lost if you go on", "Go on?");
}
