using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Dialog.Core.Checks;

/// <summary>
/// Replaces what points to people in the texts of one talk: names, identity numbers, phone numbers and addresses, and the words given. The same thing is always
/// replaced by the same word, e.g. [namn 1], so that the talk can still be followed. Which word stood for what is told nobody.
/// </summary>
public sealed partial class Pseudonyms
{
    private readonly PersonalPlaces places;
    private readonly Dictionary<string, string> given = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int> counts = [];

    /// <summary>Replaces what the detectors find, and nothing else.</summary>
    /// <param name="context">Whose names and contacts stay.</param>
    public Pseudonyms(CheckContext context) => places = new PersonalPlaces(context);

    /// <param name="language">The language of the talk, <c>sv</c> or <c>en</c>.</param>
    /// <param name="names">Names that stand for people wherever they stand, whole and in parts.</param>
    /// <param name="ids">Ids of people on their channels.</param>
    public Pseudonyms(string language, IEnumerable<string> names, IEnumerable<string> ids)
    {
        places = new PersonalPlaces(language, names, ids);
        foreach (var name in names.Where(name => name.Length > 1))
        {
            Word(name, Detector.PersonName);
        }
    }

    /// <summary>The text with everything that points to somebody replaced.</summary>
    public string Replace(string text)
    {
        var replaced = new StringBuilder(text.Length);
        var done = 0;
        foreach (var (start, end, detector) in places.Find(text))
        {
            replaced.Append(text, done, start - done).Append(Word(text[start..end], detector));
            done = end;
        }

        return replaced.Append(text, done, text.Length - done).ToString();
    }

    private string Word(string original, string detector)
    {
        var isName = PersonalPlaces.IsName(detector);
        var key = Spaces().Replace(original.Trim(), " ");
        key = isName ? key.TrimEnd('s', 'S') : key;
        if (!given.TryGetValue(key, out var word))
        {
            var kind = places.KindOf(detector);
            counts[kind] = counts.GetValueOrDefault(kind) + 1;
            word = string.Create(CultureInfo.InvariantCulture, $"[{kind} {counts[kind]}]");
            given.Add(key, word);
            foreach (var part in key.Split(' ').Where(part => isName && part.Length > 1))
            {
                given.TryAdd(part.TrimEnd('s', 'S'), word);
            }
        }

        return word;
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
