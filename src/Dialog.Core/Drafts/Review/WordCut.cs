using System.Collections.Frozen;
using System.Collections.Immutable;
using Dialog.Core.Reading;

namespace Dialog.Core.Drafts;

/// <summary>Whether a sentence is an earlier one with words left out.</summary>
internal static class WordCut
{
    /// <summary>Leaving these out turns a sentence round.</summary>
    private static readonly FrozenSet<string> Turning =
        new[]
        {
            "inte", "ej", "icke", "nej", "aldrig", "ingen", "inget", "inga", "ingenting", "ingenstans", "ingendera", "ingalunda", "varken", "knappt", "knappast", "sällan", "utan", "om", "ifall", "såvida", "men",
            "bara", "endast", "enbart", "nästan", "kanske", "ungefär", "minst", "högst", "ibland", "oftast", "utom", "förutom", "halvt", "delvis", "troligen", "nog",
            "not", "no", "never", "none", "nobody", "nothing", "nowhere", "neither", "nor", "cannot", "hardly", "barely", "scarcely", "seldom", "rarely", "without", "if", "unless", "but",
            "only", "almost", "nearly", "maybe", "perhaps", "about", "roughly", "least", "most", "sometimes", "usually", "mostly", "partly", "except", "probably",
        }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Numbers =
        new[]
        {
            "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv", "tretton", "fjorton", "femton", "sexton", "sjutton", "arton", "nitton", "tjugo", "trettio", "fyrtio", "femtio",
            "sextio", "sjuttio", "åttio", "nittio", "hundra", "tusen", "miljon", "miljoner", "miljard", "miljarder", "hälften", "halva", "halv", "dubbelt", "dubbla",
            "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty", "thirty", "forty",
            "fifty", "sixty", "seventy", "eighty", "ninety", "hundred", "thousand", "million", "billion", "half", "twice", "double", "dozen", "dozens",
        }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Without these the number before them is another.</summary>
    private static readonly FrozenSet<string> Units =
        new[]
        {
            "kronor", "krona", "kr", "öre", "euro", "procent", "promille", "grader", "meter", "kilometer", "mil", "m", "km", "cm", "mm", "hektar", "ha", "kilo", "gram", "kg", "ton", "liter", "timmar", "timme", "minuter", "sekunder", "dagar", "dygn", "veckor", "månader", "år", "kwh", "mwh", "gwh",
            "pounds", "pence", "euros", "dollars", "percent", "degrees", "metres", "kilometres", "miles", "yards", "feet", "acres", "hectares", "kilos", "tonnes", "tons", "litres", "hours", "hour", "minutes", "seconds", "days", "weeks", "months", "years",
        }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The words left out; null when it is no such cut, or when a negation, a hedge, a condition, a number, its unit or a name was left out, or a link came in.</summary>
    public static string? Of(string whole, string cut)
    {
        var words = TextParts.Words(whole);
        var kept = TextParts.Words(cut);
        if (kept.Count < 2 || kept.Count >= words.Count || cut.Contains("://", StringComparison.Ordinal))
        {
            return null;
        }

        var left = ImmutableList.CreateBuilder<string>();
        var at = 0;
        for (var index = 0; index < words.Count; index++)
        {
            if (at < kept.Count && Same(words[index], kept[at], at == 0))
            {
                at++;
            }
            else if (IsCarrying(words[index], index) || index > 0 && IsNumber(words[index - 1]) && Units.Contains(words[index]))
            {
                return null;
            }
            else
            {
                left.Add(words[index]);
            }
        }

        return at == kept.Count ? string.Join(' ', left) : null;
    }

    /// <summary>The first word may have got its capital.</summary>
    private static bool Same(string word, string kept, bool first) => string.Equals(word, kept, first ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);

    private static bool IsNumber(string word) => Numbers.Contains(word) || word.Any(char.IsDigit);

    private static bool IsCarrying(string word, int index) =>
        Turning.Contains(word) || IsNumber(word) || index > 0 && char.IsUpper(word[0])
        || word.EndsWith("n't", StringComparison.OrdinalIgnoreCase) || word.EndsWith("n’t", StringComparison.OrdinalIgnoreCase);
}
