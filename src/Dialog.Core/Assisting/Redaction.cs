using System.Globalization;
using System.Text;
using Dialog.Core.Checks;

namespace Dialog.Core.Assisting;

/// <summary>
/// Takes personal data out of a text before it leaves, and puts it back into what comes back. Each thing, as it is written, gets a stand-in of its own
/// (<c>[namn 1]</c>), so that it comes back letter by letter.
/// </summary>
public sealed class Redaction
{
    private readonly string original;
    private readonly Dictionary<string, string> standIns = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> originals = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="text">What would leave.</param>
    /// <param name="language"><c>sv</c> or <c>en</c>.</param>
    /// <param name="names">Names that are known to stand for people.</param>
    public Redaction(string text, string language, IEnumerable<string> names)
    {
        original = text;
        var places = new PersonalPlaces(language, names, []);
        var counts = new Dictionary<string, int>();
        var redacted = new StringBuilder(text.Length);
        var done = 0;
        foreach (var (start, end, detector) in places.Find(text))
        {
            var found = text[start..end];
            if (!standIns.TryGetValue(found, out var standIn))
            {
                standIn = Next(places.KindOf(detector), text, counts);
                standIns.Add(found, standIn);
                originals.Add(standIn, found);
            }

            redacted.Append(text, done, start - done).Append(standIn);
            done = end;
        }

        Text = redacted.Append(text, done, text.Length - done).ToString();
    }

    /// <summary>The text that may leave.</summary>
    public string Text { get; }

    /// <summary>How many things were taken out.</summary>
    public int Count => originals.Count;

    /// <summary>
    /// Something in a text cannot be taken out by words: the health of somebody, or a client's or patient's age. Such a text does not leave at all.
    /// </summary>
    public static bool IsTooPersonal(string text, string language) =>
        Detectors.Find(text, new CheckContext(language, respondent: null, roster: [], publishedContacts: [])).Exists(finding => finding is { Detector: Detector.Health, Severity: Severity.High });

    /// <summary>The stand-ins of a text replaced by what they stand for; null when there is one that nobody was given.</summary>
    public string? Restore(string text)
    {
        var restored = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] != '[')
            {
                restored.Append(text[at]);
                continue;
            }

            var end = text.IndexOf(']', at);
            var word = end < 0 ? "[" : text[at..(end + 1)];
            if (!originals.TryGetValue(word, out var standsFor) && !original.Contains(word, StringComparison.Ordinal))
            {
                return null;
            }

            restored.Append(standsFor ?? word);
            at += word.Length - 1;
        }

        return restored.ToString();
    }

    /// <summary>The next stand-in that the text does not hold already.</summary>
    private static string Next(string kind, string text, Dictionary<string, int> counts)
    {
        string standIn;
        do
        {
            counts[kind] = counts.GetValueOrDefault(kind) + 1;
            standIn = string.Create(CultureInfo.InvariantCulture, $"[{kind} {counts[kind]}]");
        }
        while (text.Contains(standIn, StringComparison.OrdinalIgnoreCase));

        return standIn;
    }
}
