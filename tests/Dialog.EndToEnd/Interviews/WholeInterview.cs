using System.Text.RegularExpressions;

namespace Dialog.EndToEnd.Interviews;

/// <summary>What a person says from the first message to the approved drafts, in one language, and what must not be heard in it: the other one.</summary>
internal sealed partial record WholeInterview(string Language, string Topic, string Title, string Yes, string Done, IReadOnlyList<string> Answers, string ApproveAll, string Approve, Regex Foreign)
{
    public static WholeInterview In(string language) => language == "en" ? English : Swedish;

    private static WholeInterview English { get; } = new(
        "en", "Why do we clear the school paths first?", "street manager", "yes", "done",
        [
            "Since November we clear 40 school paths before the bus lanes, from Mill Street to the river. The first plough leaves the depot at four in the morning.",
            "Because pupils walk to school and buses do not slip. I slipped there myself last winter, and since then I know why it matters.",
            "Three drivers and I do it, and the parents at Mill Street notice it first. I drive the second plough myself on Mondays.",
            "Some people say that the main roads should come first, since more cars drive there, and that they get to work late on snowy days.",
            "I answer that a car can wait for ten minutes, but nobody can walk to school in the road. I have changed my mind about one thing: we now tell people the evening before.",
            "Which path would you clear first?",
            "Yes.",
        ],
        "Approve all", "Approve", SwedishWords());

    private static WholeInterview Swedish { get; } = new(
        "sv", "Varför plogar vi skolvägarna först?", "gatuchef", "ja", "klar",
        [
            "Sedan november plogar vi 40 skolvägar före bussgatorna, från Bruksgatan till ån. Den första plogen lämnar förrådet klockan fyra på morgonen.",
            "För att eleverna går till skolan och bussarna inte halkar. Jag halkade där själv i vintras, och sedan dess vet jag varför det spelar roll.",
            "Tre förare och jag gör det, och föräldrarna vid Bruksgatan märker det först. Jag kör själv den andra plogen på måndagar.",
            "En del säger att de stora vägarna borde komma först, eftersom fler bilar kör där, och att de kommer sent till jobbet när det snöar.",
            "Jag svarar att en bil kan vänta i tio minuter, men ingen kan gå till skolan i körbanan. På en punkt har jag ändrat mig: nu talar vi om det kvällen före.",
            "Vilken väg skulle du ploga först?",
            "Ja.",
        ],
        "Godkänn alla", "Godkänn", EnglishWords());

    [GeneratedRegex(@"[åäöÅÄÖ]|\\u00[eEcCdDfF][456]|\b(och|att|inte|jag|svara|annons)\b", RegexOptions.IgnoreCase)]
    private static partial Regex SwedishWords();

    [GeneratedRegex(@"\b(the|and|your|you|answer|with)\b", RegexOptions.IgnoreCase)]
    private static partial Regex EnglishWords();
}
