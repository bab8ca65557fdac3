using System.Buffers;
using System.Collections.Frozen;
using Dialog.Core.Reading;

namespace Dialog.Core.Drafts;

/// <summary>How sentences begin (domain.md §3.3): leaning on what stood before, or on the question.</summary>
internal static class SentenceStarts
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Bound =
        new[]
        {
            "det", "den", "detta", "dessa", "de", "där", "då", "så", "men", "och", "eller", "här", "samma", "han", "hon", "hen", "därför", "dessutom", "däremot", "dock", "annars", "sedan",
            "dom", "sen", "samtidigt", "likaså", "också", "även", "därefter", "därmed", "därifrån", "därtill", "ändå", "istället", "tvärtom", "exempelvis", "deras", "dess", "hennes", "denna", "denne", "sådan", "sådant", "sådana",
            "it", "that", "this", "these", "those", "but", "and", "so", "or", "then", "there", "they", "he", "she", "otherwise",
            "moreover", "furthermore", "therefore", "thus", "hence", "meanwhile", "afterwards", "likewise", "similarly", "however", "yet", "also", "nevertheless", "instead", "neither", "nor", "their", "his", "its", "such", "mine", "ours", "hers", "theirs", "yours",
        }.ToFrozenSet().GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>More than a word that leans on what stood before.</summary>
    private static readonly string[] BoundPhrases =
    [
        "av oss ", "av mig", "av er ", "by us ", "å andra sidan", "på så sätt ", "på så vis ", "av den anledningen", "vilket är ", "vilket gör ", "vilket betyder ", "vilket innebär ", "utöver det", "förutom det", "tack vare det", "efter det ", "den ena ", "den andra ", "den andre ",
        "inte heller ", "trots det", "i stället ", "till exempel", "t.ex. ", "en av dem", "ett av dem", "två av dem", "några av dem", "flera av dem", "många av dem", "ingen av dem", "fast jag ", "fast vi ", "fast det ",
        "besides, ", "on the other hand", "as a result", "for that reason", "because of that", "after that", "since then", "at the same time", "in addition", "which is ", "which was ", "which means ", "the former ", "the latter ", "the rest ", "the others ",
        "still, ", "even so", "if so", "for example", "for instance", "in that case", "one of them", "two of them", "some of them", "many of them", "most of them", "none of them",
    ];

    /// <summary>What may stand for something told before.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Pointing =
        new[]
        {
            "det", "den", "de", "dem", "detta", "denna", "denne", "dessa", "han", "hon", "hen", "honom", "henne",
            "it", "this", "that", "these", "those", "they", "them", "he", "she", "him", "her",
        }.ToFrozenSet().GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly SearchValues<char> WordEnds = SearchValues.Create(" ,.!?:;–'’”“\"()\n");

    /// <summary>"Det är … som" is whole in itself.</summary>
    private static readonly SearchValues<string> Clauses = SearchValues.Create([" att ", " när ", " om ", " som "], StringComparison.Ordinal);

    private static readonly string[] NotBound =
    [
        "för att ", "därför att ", "så att ", "so that ", "det finns ", "det går ", "det gäller ", "det behövs ", "det jag ", "det vi ", "det du ", "det man ", "de som ", "den som ", "there is ", "there's ", "there’s ",
        "sen jag ", "sen vi ", "sedan jag ", "sedan vi ", "sedan 1", "sedan 2", "samtidigt som ", "även om ", "hence the ", "tack vare det att ", "förutom det som ", "the rest of ", "as a result of ", "in addition to ", "at the same time as ", "istället för ", "i stället för ", "instead of ", "such as ", "yet another ", "neither of us ",
        "en av dem som ", "ett av dem som ", "två av dem som ", "några av dem som ", "flera av dem som ", "många av dem som ", "ingen av dem som ",
    ];

    /// <summary>With these a sentence turns what stood before.</summary>
    private static readonly string[] Turns =
    [
        "men ", "ändå ", "tvärtom", "däremot ", "dock ", "trots det", "fast jag ", "fast vi ", "fast det ", "nej, ", "nä, ", "så är det inte", "det är inte ", "det var inte ", "det stämmer inte",
        "but ", "however", "yet ", "still, ", "even so", "nevertheless", "no, ", "on the contrary", "that is not ", "that is simply not ", "that isn", "that's not ", "that’s not ", "that was not ", "that wasn",
    ];

    /// <summary>With these a sentence narrows or corrects what stood before, or says whose words it was: "Eller snarare 200 000.", "Or so they said."</summary>
    private static readonly string[] Narrowing =
    [
        "eller snarare ", "eller rättare", "rättare sagt", "nej förresten", "skämt åsido", "jag skojar", "jag överdriver", "å andra sidan", "så trodde ", "så tänkte ", "så säger ", "så sa ", "så står det", "så tycker ", "det säger ", "det är vad ", "det var vad ",
        "i alla fall inte ", "i varje fall inte ", "åtminstone inte ", "utom ",
        "or rather", "or so ", "just kidding", "only joking", "i exaggerate", "i'm exaggerating", "i’m exaggerating", "on the other hand", "that said", "having said that", "so i thought", "so they say", "so people say", "that is what ", "that's what ", "that’s what ",
        "at least not ",
    ];

    /// <summary>The same, where a few words are all that is said: "Inte i Valla.", "Not on Sundays.", "Säger kritikerna."</summary>
    private static readonly string[] NarrowingBriefly =
    [
        "inte ", "förutom ", "åtminstone ", "i alla fall ", "i varje fall ", "om ", "fast ", "tycker ", "tyckte ", "trodde ", "säger ", "sa ", "sade ", "påstår ", "påstod ", "hävdar ", "menar ",
        "not ", "except ", "apart from ", "at least ", "unless ", "if ", "though ", "although ", "says ", "said ",
    ];

    /// <summary>Words that alone narrow or deny what stood before.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Qualifiers =
        new[]
        {
            "ungefär", "oftast", "nästan", "delvis", "kanske", "ibland", "hittills", "troligen", "förmodligen", "i teorin", "på papperet", "för det mesta", "mer eller mindre", "än så länge", "i början", "det var planen", "det var tanken", "det är fel", "det var fel", "det är en myt",
            "not", "almost", "nearly", "roughly", "mostly", "usually", "maybe", "perhaps", "sometimes", "partly", "so far", "in theory", "on paper", "more or less", "at first", "for now", "that was the plan", "that was the idea", "that's wrong", "that’s wrong", "that is wrong", "that was wrong",
        }.ToFrozenSet().GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>So many of those just told of: two told me, båda sa.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Counts =
        new[]
        {
            "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv", "båda", "bägge", "resten", "hälften",
            "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "both", "neither", "another", "others",
        }.ToFrozenSet().GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>What such ones do or are: with a noun behind them they lean on nothing.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Doing =
        new[]
        {
            "sa", "säger", "sade", "berättade", "berättar", "tycker", "tyckte", "tror", "trodde", "vill", "ville", "är", "var", "har", "hade", "kom", "kommer", "blev", "blir", "fick", "får", "går", "gick", "ringde", "ringer", "svarade", "svarar", "frågade", "tackar", "tackade",
            "kan", "kunde", "ska", "skulle", "gör", "gjorde", "bor", "bodde", "stannade", "slutade",
            "said", "say", "told", "tell", "think", "thought", "want", "wanted", "is", "are", "was", "were", "have", "has", "had", "came", "come", "went", "go", "took", "take", "got", "get", "did", "do", "asked", "called", "answered", "would", "could", "will", "can", "ran", "left", "stayed", "never",
        }.ToFrozenSet().GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>A clause that begins so, and does not ask, leaves out who did it.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Unsaid =
        new[] { "lärde", "började", "gick", "satt", "stod", "jobbade", "kände", "flyttade", "köpte", "tänkte", "bestämde", "insåg", "förstod", "learned", "learnt", "started", "grew", "worked", "thought", "went", "felt", "realised", "moved" }
            .ToFrozenSet().GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Prepositions =
        new[] { "i", "på", "om", "för", "till", "från", "med", "av", "hos", "under", "efter", "före", "mellan", "utan", "vid", "över", "in", "on", "at", "from", "with", "about", "by", "of", "under", "after", "before", "between", "without", "over" }
            .ToFrozenSet().GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly SearchValues<string> Also = SearchValues.Create([" too, ", " too.", " också, ", " också.", " likaså, ", " likaså."], StringComparison.Ordinal);

    private static readonly SearchValues<string> Places = SearchValues.Create([" där.", " där!", " dit.", " there.", " there;", " there,", " there!"], StringComparison.Ordinal);

    private static readonly string[] IAnd =
        ["jag och ", "jag + ", "jag & ", "bara jag och ", "mest jag och ", "jag plus ", "jag, 1", "jag, 2", "jag, 3", "jag, 4", "jag, 5", "jag, 6", "jag, 7", "jag, 8", "jag, 9", "me and ", "me + ", "me & ", "just me ", "only me ", "mostly me "];

    /// <summary>Spaces in a sentence of a few words.</summary>
    private const int MostSpacesBriefly = 3;

    /// <summary>Whoever a short denial may be about: it says only that what stood before is not so.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Denied =
        new[] { "det", "den", "de", "så", "jag", "vi", "han", "hon", "it", "that", "this", "they", "he", "she", "i", "we", "you" }
            .ToFrozenSet().GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly SearchValues<string> Denials = SearchValues.Create([" inte", " aldrig", "n't", "n’t", " not", " never"], StringComparison.Ordinal);

    /// <summary>What stands behind the that of "we knew that was wrong".</summary>
    private static readonly string[] Verbs = [" is ", " was ", " isn", " wasn"];

    private static readonly string[] Times = [" month", " year", " week", " morning", " afternoon", " evening", " spring", " summer", " autumn", " winter", " time"];

    private static readonly string[] Elliptic =
        ["för att ", "därför att ", "dels för att ", "dels därför att ", "eftersom ", "pga ", "p.g.a. ", "på grund av ", "att ", "så att ", "because ", "so that ", "due to ", "that ", "since "];

    /// <summary>Begins with det, men, så, it, but …: leans on what stood before.</summary>
    /// <param name="lower">The sentence in lower case.</param>
    public static bool IsBound(ReadOnlySpan<char> lower)
    {
        if (IsNumbered(lower))
        {
            // The first of a numbered row leans on nothing, the others on it.
            return !lower.StartsWith("1.");
        }

        if (lower.StartsWith("rätt eller fel") || Narrows(lower))
        {
            return true;
        }

        var end = lower.IndexOfAny(WordEnds);
        if (end > 0 && Counts.Contains(lower[..end]) && Doing.Contains(FirstWord(lower[end..].TrimStart())))
        {
            return true;
        }

        if (!Bound.Contains(end < 0 ? lower : lower[..end]) && !StartsWithAny(lower, BoundPhrases) || StartsWithAny(lower, NotBound))
        {
            return false;
        }

        return !(lower.StartsWith("det är ") && lower.ContainsAny(Clauses));
    }

    /// <summary>A few words without a verb of their own ("I minus 8 grader."), one that lacks who it is about ("Lärde mig två saker …"), or one that adds somebody ("Teenagers too, …"): the rest of the sentence before.</summary>
    /// <param name="lower">The sentence in lower case.</param>
    /// <param name="asks">It asks.</param>
    /// <param name="english">There i is somebody, not where.</param>
    public static bool IsRest(ReadOnlySpan<char> lower, bool asks, bool english)
    {
        const int MostSpacesOfFragment = 3;
        var first = FirstWord(lower);
        return !asks && (Unsaid.Contains(first) || Prepositions.Contains(first) && !(english && first is "i") && lower.Count(' ') <= MostSpacesOfFragment && !HasVerb(lower)) || AddsSomebody(lower);
    }

    /// <summary>Says only who ("Jag och min båt."): reads well only after the question for it.</summary>
    /// <param name="lower">The sentence in lower case.</param>
    public static bool Names(ReadOnlySpan<char> lower)
    {
        const int MostSpaces = 4;
        return lower.Count(' ') <= MostSpaces && StartsWithAny(lower, IAnd) && !HasVerb(lower) && !EndsLikeVerb(lower);
    }

    /// <summary>A word behind the first name ends as what somebody does: byggde, kör, planted.</summary>
    private static bool EndsLikeVerb(ReadOnlySpan<char> lower)
    {
        const int WordsOfNames = 3;
        var word = 0;
        foreach (var range in lower.Split(' '))
        {
            var bare = lower[range].TrimEnd(".,!");
            if (word++ >= WordsOfNames && !lower.ContainsAnyInRange('0', '9') && (bare.EndsWith("de") || bare.EndsWith("te") || bare.EndsWith("r") || bare.EndsWith("ed")))
            {
                return true;
            }
        }

        return false;
    }

    private static bool AddsSomebody(ReadOnlySpan<char> lower)
    {
        var also = lower.IndexOfAny(Also);
        return also > 0 && lower[..also].Count(' ') == 0;
    }

    private static bool HasVerb(ReadOnlySpan<char> lower)
    {
        for (var end = lower.IndexOfAny(WordEnds); !lower.IsEmpty; end = lower.IndexOfAny(WordEnds))
        {
            if (Doing.Contains(end < 0 ? lower : lower[..end]))
            {
                return true;
            }

            lower = end < 0 ? [] : lower[(end + 1)..];
        }

        return false;
    }

    /// <summary>Turns or denies what stood before it: men …, however …, "We don't."</summary>
    /// <param name="lower">The sentence in lower case.</param>
    public static bool TakesBack(ReadOnlySpan<char> lower)
    {
        const int MostSpaces = 3;
        var end = lower.IndexOfAny(WordEnds);
        return StartsWithAny(lower, Turns)
            || Narrows(lower)
            || end > 0 && Denial(lower).Count(' ') <= MostSpaces && Denied.Contains(lower[..end]) && Denial(lower).ContainsAny(Denials);
    }

    /// <summary>Begins as what leans on, turns or denies what stood before it.</summary>
    public static bool Leans(string sentence) => IsBound(LowerCase.Of(sentence)) || TakesBack(LowerCase.Of(sentence));

    /// <summary>A sentence is not meant as it stands: the next takes it back, or is what it leads in or announces.</summary>
    public static bool GoesOn(string sentence, string next) => sentence.EndsWith(':') || Announcement.Of(LowerCase.Of(sentence)) > 0 || TakesBack(LowerCase.Of(next));

    /// <summary>The sentence, or what stands before its comma where it is about what was said: "Det är det inte, vi kör varje natt."</summary>
    private static ReadOnlySpan<char> Denial(ReadOnlySpan<char> lower) =>
        lower.IndexOf(',') is > 0 and var comma && (lower.StartsWith("det ") || lower.StartsWith("it ") || lower.StartsWith("that ") || lower.StartsWith("they ")) ? lower[..comma] : lower;

    /// <summary>Narrows or corrects what stood before, or says whose words it was.</summary>
    private static bool Narrows(ReadOnlySpan<char> lower) =>
        StartsWithAny(lower, Narrowing)
        || Qualifiers.Contains(lower.TrimEnd(".!… "))
        || lower.Count(' ') <= MostSpacesBriefly && !lower.ContainsAny('?', ',') && StartsWithAny(lower, NarrowingBriefly);

    private static ReadOnlySpan<char> FirstWord(ReadOnlySpan<char> lower) => lower.IndexOfAny(WordEnds) is var end && end < 0 ? lower : lower[..end];

    /// <summary>Holds det, den, it, they …, which may stand for something told before it.</summary>
    /// <param name="lower">The sentence in lower case.</param>
    public static bool PointsBack(ReadOnlySpan<char> lower)
    {
        while (!lower.IsEmpty)
        {
            var end = lower.IndexOfAny(WordEnds);
            if (Pointing.Contains(end < 0 ? lower : lower[..end]) && !PointsElsewhere(lower, end < 0 ? [] : lower[end..]))
            {
                return true;
            }

            lower = end < 0 ? [] : lower[(end + 1)..];
        }

        return false;
    }

    /// <summary>The same, or a place told of before: "Jag har stått där."</summary>
    /// <param name="lower">The sentence in lower case.</param>
    public static bool PointsOut(ReadOnlySpan<char> lower) => PointsBack(lower) || lower.ContainsAny(Places);

    /// <summary>"Det finns", "den 12 mars", "this month" and the that of "we hope that you come" stand for nothing.</summary>
    /// <param name="lower">The sentence from the word on.</param>
    /// <param name="behind">What stands behind the word.</param>
    private static bool PointsElsewhere(ReadOnlySpan<char> lower, ReadOnlySpan<char> behind) =>
        StartsWithAny(lower, NotBound)
        || lower.StartsWith("det är ") && lower.ContainsAny(Clauses)
        || lower.StartsWith("den ") && lower.Length > 4 && char.IsAsciiDigit(lower[4])
        || lower.StartsWith("that ") && !StartsWithAny(behind, Verbs)
        || lower.StartsWith("this ") && StartsWithAny(behind, Times);

    /// <summary>Begins with för att, eftersom, because …: reads well only after its question.</summary>
    /// <param name="lower">The sentence in lower case.</param>
    public static bool IsElliptic(ReadOnlySpan<char> lower) =>
        WithoutNumber(lower) is ['f' or 'd' or 'e' or 'p' or 'a' or 's' or 'b' or 't', ..] words && StartsWithAny(words, Elliptic);

    /// <summary>Begins with its number in a row: 1. Det blir billigare.</summary>
    public static bool IsNumbered(ReadOnlySpan<char> text) => WithoutNumber(text).Length < text.Length;

    /// <summary>What stands behind "1. ".</summary>
    private static ReadOnlySpan<char> WithoutNumber(ReadOnlySpan<char> lower)
    {
        var rest = lower.TrimStart("0123456789");
        return rest.Length < lower.Length && rest.StartsWith(". ") ? rest[2..] : lower;
    }

    private static bool StartsWithAny(ReadOnlySpan<char> lower, string[] starts)
    {
        foreach (var start in starts)
        {
            if (lower.StartsWith(start))
            {
                return true;
            }
        }

        return false;
    }
}
