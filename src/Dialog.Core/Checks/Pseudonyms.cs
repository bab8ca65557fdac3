using System.Collections.Immutable;
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
    private static readonly ImmutableDictionary<string, (string Swedish, string English)> Kinds = new Dictionary<string, (string, string)>
    {
        [Detector.PersonName] = ("namn", "name"),
        [Detector.Child] = ("namn", "name"),
        [Detector.ClientOrPatient] = ("namn", "name"),
        [Detector.Personnummer] = ("nummer", "number"),
        [Detector.Samordningsnummer] = ("nummer", "number"),
        [Detector.PersonnummerLike] = ("nummer", "number"),
        [Detector.Phone] = ("telefon", "phone"),
        [Detector.Email] = ("adress", "address"),
        [Detector.Address] = ("adress", "address"),
    }.ToImmutableDictionary();

    private readonly CheckContext context;
    private readonly ImmutableList<(string Word, string Kind)> known;
    private readonly Dictionary<string, string> given = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int> counts = [];

    /// <param name="language">The language of the talk, <c>sv</c> or <c>en</c>.</param>
    /// <param name="names">Names that stand for people wherever they stand, whole and in parts.</param>
    /// <param name="ids">Ids of people on their channels.</param>
    public Pseudonyms(string language, IEnumerable<string> names, IEnumerable<string> ids)
    {
        context = new CheckContext(language, respondent: null, roster: [], publishedContacts: []);
        known =
        [
            .. names.SelectMany(name => name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(part => part.Length > 1).Prepend(name)).Where(name => name.Length > 1).Distinct().OrderByDescending(name => name.Length).Select(name => (name, Detector.PersonName)),
            .. ids.Where(id => id.Length > 3).Select(id => (id, Detector.Email)),
        ];
        foreach (var name in names.Where(name => name.Length > 1))
        {
            Word(name, Detector.PersonName);
        }
    }

    /// <summary>The text with everything that points to somebody replaced.</summary>
    public string Replace(string text)
    {
        var places = Detectors.Find(text, context).Where(finding => Kinds.ContainsKey(finding.Detector)).Select(finding => (finding.Start, finding.End, finding.Detector))
            .Concat(Known(text))
            .OrderBy(place => place.Start).ThenByDescending(place => place.End);
        var replaced = new StringBuilder(text.Length);
        var done = 0;
        foreach (var (start, end, detector) in places)
        {
            if (start >= done)
            {
                replaced.Append(text, done, start - done).Append(Word(text[start..end], detector));
                done = end;
            }
        }

        return replaced.Append(text, done, text.Length - done).ToString();
    }

    private IEnumerable<(int Start, int End, string Detector)> Known(string text)
    {
        foreach (var (word, kind) in known)
        {
            for (var at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(word, at + word.Length, StringComparison.OrdinalIgnoreCase))
            {
                var end = at + word.Length;
                if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end]) || text[end] is 's' or 'S' && (end + 1 == text.Length || !char.IsLetterOrDigit(text[end + 1]))))
                {
                    yield return (at, end, kind);
                }
            }
        }
    }

    private string Word(string original, string detector)
    {
        var isName = detector is Detector.PersonName or Detector.Child or Detector.ClientOrPatient;
        var key = Spaces().Replace(original.Trim(), " ");
        key = isName ? key.TrimEnd('s', 'S') : key;
        if (!given.TryGetValue(key, out var word))
        {
            var kind = context.Language == "en" ? Kinds[detector].English : Kinds[detector].Swedish;
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
