using System.Collections.Frozen;

namespace Dialog.Core.Drafts;

/// <summary>A sentence that only says how much follows: "Det är två skäl.", "Two reasons really."</summary>
internal static class Announcement
{
    /// <summary>A longer one says something itself.</summary>
    private const int MostSpaces = 5;

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Counts =
        new[] { ("två", 2), ("tre", 3), ("fyra", 4), ("fem", 5), ("two", 2), ("three", 3), ("four", 4), ("five", 5), ("2", 2), ("3", 3), ("4", 4), ("5", 5) }
            .ToFrozenDictionary(pair => pair.Item1, pair => pair.Item2).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Two at least, where the sentence ends with them: "Det finns flera skäl.", not "Several things are hard."</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Vague =
        new[] { "par", "några", "flera", "couple", "several" }.ToFrozenSet().GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Things =
        new[] { "skäl", "anledningar", "orsaker", "saker", "exempel", "punkter", "argument", "reasons", "things", "examples", "points", "arguments" }
            .ToFrozenSet().GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>How many; 0 when it announces nothing.</summary>
    /// <param name="lower">The sentence in lower case.</param>
    public static int Of(ReadOnlySpan<char> lower)
    {
        var bare = lower.TrimEnd(".! ");
        if (bare.Length == lower.Length || bare.Count(' ') > MostSpaces || bare.ContainsAny(",:;–"))
        {
            return 0;
        }

        var (counted, vague) = (0, false);
        foreach (var range in bare.Split(' '))
        {
            var word = bare[range];
            if (counted > 0 && Things.Contains(word) && (!vague || range.End.Value == bare.Length))
            {
                return counted;
            }

            vague = vague || Vague.Contains(word);
            counted = Counts.TryGetValue(word, out var count) ? count : vague ? 2 : counted;
        }

        return 0;
    }
}
