using System.Buffers;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Dialog.Core.Reading;

namespace Dialog.Core.Checks;

/// <summary>What was said on the condition that it is not printed: "mellan oss sagt", "off the record", "don't quote me". Only where the words can mean nothing else.</summary>
internal static partial class Confidences
{
    /// <summary>A sentence of these and the condition says nothing itself: it is about its neighbour.</summary>
    private static readonly ImmutableHashSet<string> Around =
        ["det", "här", "detta", "är", "var", "nu", "och", "men", "på", "om", "så", "bara", "helt", "tack", "snälla", "jag", "säger", "sa", "ok", "okej", "this", "that", "it", "it's", "is", "was", "now", "and", "but", "on", "about", "so", "just", "please", "thanks", "i", "say", "said", "what"];

    /// <summary>Shorter words do not tell which sentence is meant, nor does one word that is no name.</summary>
    private const int TellingLetters = 4;

    private const int LeastTelling = 2;

    /// <summary>A text without any of these holds no condition: a cheap look that spares most texts the reading.</summary>
    private static readonly SearchValues<string> Hints = SearchValues.Create(
        ["mellan oss", "inte det här", "inte detta", "citera", "för publi", "för tryck", "i förtroende", "får inte", "får ej", "behöver du inte", "behöver ni inte", "ska inte", "ska ej", "skall inte", "skriv inte", "nämn inte", "tryck inte", "använd inte", "ta bort det", "stryk det", "till dig", "för dig", "write that", "off the record", "for publication", "for print", "in confidence", "for attribution", "between us", "between you", "quote", "write this", "say this", "print this", "publish this", "print that", "publish that", "inte skriva", "inte trycka", "inte publicera"], StringComparison.OrdinalIgnoreCase);

    public static void Find(CheckText read)
    {
        if (!read.Text.AsSpan().ContainsAny(Hints))
        {
            return;
        }

        var unsaid = new List<(int Order, string What)>();
        for (var index = 0; index < read.Sentences.Count; index++)
        {
            var sentence = read.Sentences[index];
            var text = sentence.In(read.Text);
            if (Conditions().Matches(text).FirstOrDefault(match => !match.Groups["order"].Success || Begins(text[..match.Index])) is not { } said)
            {
                continue;
            }

            read.Add(Detector.Confidence, Severity.Medium, sentence.Start + said.Index, said.Length);
            if (said.Groups["what"] is { Success: true } what)
            {
                unsaid.Add((index, what.Value));
            }
            else if (read.Sentences.Count > 1 && IsAlone(text, said))
            {
                var behind = index > 0 && (said.Groups["before"].Success || PointsBack(text));
                read.Add(Detector.Confidence, Severity.Medium, read.Sentences[index + 1 < read.Sentences.Count && !behind ? index + 1 : index - 1]);
            }
        }

        Unsay(read, unsaid);
    }

    /// <summary>"Skriv inte att lagen kräver det", "nämn inte Bo": the sentences that say so are meant too. Each is found once, however often it is asked.</summary>
    private static void Unsay(CheckText read, List<(int Order, string What)> unsaid)
    {
        var wishes = unsaid.GroupBy(wish => string.Join(' ', Telling(wish.What).Order(StringComparer.Ordinal)), wish => wish.Order)
            .Select(orders => (Words: orders.Key.Split(' ', StringSplitOptions.RemoveEmptyEntries), Orders: orders.ToList())).Where(wish => wish.Words.Length > 0).ToList();
        for (var index = 0; index < read.Sentences.Count && wishes.Count > 0; index++)
        {
            var said = TextParts.Words(read.Sentences[index].In(read.Text)).Select(word => word.ToLowerInvariant()).ToHashSet();
            if (wishes.Exists(wish => (wish.Orders.Count > 1 || wish.Orders[0] != index) && Array.TrueForAll(wish.Words, said.Contains)))
            {
                read.Add(Detector.Confidence, Severity.Medium, read.Sentences[index]);
            }
        }
    }

    /// <summary>The words that tell what is meant: names, and other words where they are enough. None, when nobody can tell.</summary>
    private static HashSet<string> Telling(string what)
    {
        var words = TextParts.Words(what).Where(word => word.Length >= TellingLetters || char.IsUpper(word[0])).Select(word => word.ToLowerInvariant()).ToHashSet();
        return words.Count >= LeastTelling || char.IsUpper(what.TrimStart()[0]) ? words : [];
    }

    /// <summary>"Skriv inte det här" is said to the bot where a clause begins with it; "we don't print this any more" tells something.</summary>
    private static bool Begins(string before) =>
        before.TrimEnd() is "" or [.., ',' or '.' or ':' or ';' or '–'] || TextParts.Words(before) is [.., var last] && last.ToLowerInvariant() is "men" or "snälla" or "but" or "please";

    /// <summary>"That stays between us" is about what was said; "this is between us" may be about what comes.</summary>
    private static bool PointsBack(string sentence) =>
        TextParts.Words(sentence) is [var first, ..] words
        && (first.Equals("that", StringComparison.OrdinalIgnoreCase) || first.Equals("det", StringComparison.OrdinalIgnoreCase) && words is not [_, "här", ..]);

    private static bool IsAlone(string sentence, Match said) =>
        TextParts.Words($"{sentence[..said.Index]} {sentence[(said.Index + said.Length)..]}").All(word => Around.Contains(word.ToLowerInvariant()));

    [GeneratedRegex(
        @"\b(mellan oss sagt|off the record|(inte|ej) för (publicering|tryck)|får (inte|ej) citeras|(det här|detta) får (inte|ej) (publiceras|tryckas|komma ut)|not (for (publication|print|attribution|quotation)|to be quoted)|citera (mig inte|inte mig)|(don['’]?t|do not) quote me)\b|\b(just|strictly) between (us|you and me)\b(?! and\b)|\b(this|that|it) (stays|is) (just )?between us(?=\s*([.,:;!)]|$))|\byou (can['’]?t|cannot|mustn['’]?t|must not|may not|shouldn['’]?t|should not) (write|print|publish|quote) (that|this|me)(?=\s*([.,:;!)]|$))|\b(det|det här|detta) (kan|får|ska) (du|ni) (inte|ej) (skriva|trycka|publicera|citera)\b|\b(det här|detta) är bara (till|för) dig(?=\s*([.,:;!)]|$))|\b(det|det här|detta) (är|stannar|får stanna) (bara )?mellan oss(?=\s*([.,:;!)]|$))|\b(det här|detta|det|(?<before>det (sista|senaste|där))) behöver (du|ni) inte (skriva|nämna|trycka|publicera)\b|\b(det här|detta|(?<before>det (sista|senaste|där))) (ska|skall) (inte|ej) (stå|vara med|tryckas|publiceras|skrivas)(?=( med| i (texten|tidningen|annonsen|tryck))?\s*([.,:;!)–]|$))|\b(?<order>(mellan|between) (oss|us)(?=\s*[:–]|,(?! (we|our|my|vi|vår|våra|min)\b)(?!(\s[\w,]+){1,2}\s(och|and)\b))|skriv inte att (?<what>[^,.;:!?]+)|nämn inte (att )?(?<what>[^,.;:!?]+)|(inte|ej) för publik(?=\s*[:;,.!)–]|\s*$)|(i förtroende|in confidence)(?=\s*[:;,])|i förtroende sagt|(skriv|säg|citera|tryck|publicera) inte (det här|detta)|(skriv|citera|tryck|publicera|använd) inte det(?=\s*([.,!)]|$))|(ta bort|stryk) det(?=\s*([.,!)]|$))|(don['’]?t|do not) (write|print|publish|quote) that(?=\s*([.,:;!)]|$))|(don['’]?t|do not) (write|say|print|publish|quote) this)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Conditions();
}
