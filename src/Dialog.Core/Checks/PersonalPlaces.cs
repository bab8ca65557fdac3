using System.Collections.Immutable;

namespace Dialog.Core.Checks;

/// <summary>Where a text points to people: what the detectors find, and the names and ids given.</summary>
internal sealed class PersonalPlaces
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

    /// <summary>What the detectors find, and nothing else.</summary>
    public PersonalPlaces(CheckContext context) => (this.context, known) = (context, []);

    /// <param name="language"><c>sv</c> or <c>en</c>.</param>
    /// <param name="names">Names that stand for people wherever they stand, whole and in parts.</param>
    /// <param name="ids">Ids of people on their channels.</param>
    public PersonalPlaces(string language, IEnumerable<string> names, IEnumerable<string> ids)
    {
        context = new CheckContext(language, respondent: null, roster: [], publishedContacts: []);
        known =
        [
            .. names.SelectMany(name => name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(part => part.Length > 1).Prepend(name)).Where(name => name.Length > 1).Distinct().OrderByDescending(name => name.Length).Select(name => (name, Detector.PersonName)),
            .. ids.Where(id => id.Length > 3).Select(id => (id, Detector.Email)),
        ];
    }

    /// <summary>The detector's finding is a name.</summary>
    public static bool IsName(string detector) => detector is Detector.PersonName or Detector.Child or Detector.ClientOrPatient;

    /// <summary>What such a thing is called: namn, nummer, telefon, adress.</summary>
    public string KindOf(string detector) => context.Language == "en" ? Kinds[detector].English : Kinds[detector].Swedish;

    /// <summary>The places in order, none within another.</summary>
    public IEnumerable<(int Start, int End, string Detector)> Find(string text)
    {
        var places = Detectors.Find(text, context).Where(finding => Kinds.ContainsKey(finding.Detector)).Select(finding => (finding.Start, finding.End, finding.Detector))
            .Concat(Known(text))
            .OrderBy(place => place.Start).ThenByDescending(place => place.End);
        var done = 0;
        foreach (var place in places)
        {
            if (place.Start >= done)
            {
                yield return place;
                done = place.End;
            }
        }
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
}
