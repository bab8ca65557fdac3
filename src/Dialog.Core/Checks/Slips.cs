using Dialog.Core.Reading;

namespace Dialog.Core.Checks;

/// <summary>Slips of the pen told by the writer's own words: kommunkation where kommunikation stands too. No dictionary is needed, so no name is ever suspected.</summary>
internal static class Slips
{
    /// <summary>Shorter words differ by one letter too often.</summary>
    private const int ShortestWord = 9;

    /// <summary>The end of a word is inflection (tesen, tesens), its beginning another word.</summary>
    private const int Ending = 4;

    /// <summary>Neighbours looked at in alphabetical order: keeps the time linear.</summary>
    private const int Neighbours = 8;

    public static IEnumerable<Piece> Find(CheckText read)
    {
        var longWords = new List<Piece>();
        foreach (var word in read.Words)
        {
            if (word.Length >= ShortestWord)
            {
                longWords.Add(word);
            }
        }

        longWords.Sort((left, right) => left.Of(read.Lower).CompareTo(right.Of(read.Lower), StringComparison.Ordinal) is var order && order != 0 ? order : left.Start.CompareTo(right.Start));
        for (var index = 0; index < longWords.Count; index++)
        {
            for (var next = index + 1; next < longWords.Count && next <= index + Neighbours; next++)
            {
                var (shorter, longer) = longWords[index].Length < longWords[next].Length ? (longWords[index], longWords[next]) : (longWords[next], longWords[index]);
                if (shorter.Length + 1 == longer.Length && LacksOneLetter(shorter.Of(read.Lower), longer.Of(read.Lower)))
                {
                    yield return shorter;
                }
            }
        }
    }

    /// <summary>One letter inside the longer word is missing, well before its ending.</summary>
    private static bool LacksOneLetter(ReadOnlySpan<char> shorter, ReadOnlySpan<char> longer)
    {
        var same = shorter.CommonPrefixLength(longer);
        return same >= Ending && same < shorter.Length - Ending && shorter[same..].SequenceEqual(longer[(same + 1)..]) && longer[same] != longer[same - 1];
    }
}
