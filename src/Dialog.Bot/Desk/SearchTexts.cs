namespace Dialog.Bot.Desk;

/// <summary>What the search page says.</summary>
public sealed record SearchTexts(string Title, string WriteFirst, Func<string, string> Nothing, string Hint, Func<string, string> Shown, Func<string, string> Answer, Func<string, string> Draft, string NextPage)
{
    public static SearchTexts For(string language) => language == "en" ? English : Swedish;

    private static SearchTexts Swedish { get; } = new(
        "Sök",
        "Skriv något att söka efter.",
        words => $"Ingenting hittades med ”{words}”.",
        "Det som söks är frågor, beställningar, svar och utkast som de är nu. Alla orden ska finnas i samma text; böjningar hittas också.",
        words => $"Det nyaste med ”{words}” först.",
        slot => $"Svar, {slot}",
        outlet => $"Utkast, {outlet}:",
        "Fler");

    private static SearchTexts English { get; } = new(
        "Search",
        "Write something to search for.",
        words => $"Nothing was found with “{words}”.",
        "Questions, briefs, answers and drafts are searched as they are now. All the words have to be in the same text; their endings may differ.",
        words => $"The newest with “{words}” first.",
        slot => $"Answer, {slot}",
        outlet => $"Draft, {outlet}:",
        "More");
}
