using System.Collections.Frozen;
using System.Collections.Immutable;
using Dialog.Core.Reading;

namespace Dialog.Core.Drafts;

/// <summary>Whether a sentence is an earlier one with words left out.</summary>
internal static class WordCut
{
    /// <summary>Leaving these out turns a sentence round.</summary>
    private static readonly FrozenSet<string> Turning =
        new[] { "inte", "ej", "icke", "aldrig", "ingen", "inget", "inga", "knappt", "utan", "om", "men", "not", "no", "never", "none", "nobody", "nothing", "hardly", "without", "if", "unless", "but" }
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The words left out; null when it is no such cut, or when a negation, a condition, a number or a name was left out, or a link came in.</summary>
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
            else if (IsCarrying(words[index], index))
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

    private static bool IsCarrying(string word, int index) =>
        Turning.Contains(word) || word.Any(char.IsDigit) || index > 0 && char.IsUpper(word[0]) || word.EndsWith("n't", StringComparison.OrdinalIgnoreCase);
}
