using System.Text.Json;
using Dialog.Core.Reading;

namespace Dialog.Core.Checks;

/// <summary>The word lists of a language that the detectors look words up in. The lists are data files.</summary>
internal sealed class CheckWords
{
    private static readonly CheckWords Swedish = Load("checks-sv.json", "sv");
    private static readonly CheckWords English = Load("checks-en.json", "en");

    private CheckWords(Dictionary<string, string[]> lists, Lexicon lexicon)
    {
        Lexicon = lexicon;
        Book = new PhraseBook(lists.SelectMany(list => list.Value.Select(entry => (entry, (long)Enum.Parse<Mark>(list.Key, ignoreCase: true)))).Concat(lexicon.Entries));
        StreetEndings = lists["streets"];
        OrganisationEndings = [.. lists["organisationEnds"].Where(ending => ending.Length >= 4)];
    }

    /// <summary>The lexicon of the language.</summary>
    public Lexicon Lexicon { get; }

    /// <summary>All lists and the lexicon's, read in one pass.</summary>
    public PhraseBook Book { get; }

    /// <summary>Endings of street names: gatan, vägen, Lane.</summary>
    public string[] StreetEndings { get; }

    /// <summary>Endings that tell a place or an organisation from a person: skolan, kommun, Council.</summary>
    public string[] OrganisationEndings { get; }

    /// <summary>The lists of <c>sv</c> or <c>en</c>; anything else reads as Swedish.</summary>
    public static CheckWords For(string language) => language == "en" ? English : Swedish;

    private static CheckWords Load(string resource, string language)
    {
        using var stream = typeof(CheckWords).Assembly.GetManifestResourceStream(resource) ?? throw new InvalidOperationException($"{resource} is not part of the program.");
        return new CheckWords(JsonSerializer.Deserialize<Dictionary<string, string[]>>(stream) ?? throw new InvalidOperationException($"{resource} is empty."), Lexicon.For(language));
    }
}
