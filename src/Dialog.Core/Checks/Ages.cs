using Dialog.Core.Reading;

namespace Dialog.Core.Checks;

/// <summary>Somebody's age: 92-åring, 8 år gammal, aged 40, "Gun-Britt, 92,"; not a span of time (i tio år).</summary>
internal static class Ages
{
    private const int Oldest = 120;

    public static List<(Piece Place, int Word)> Find(CheckText read, List<(Piece Place, int First, int Last)> names)
    {
        var ages = new List<(Piece, int)>();
        for (var word = 0; word < read.Words.Count; word++)
        {
            var text = read.Words[word].Of(read.Lower);
            if (!char.IsAsciiDigit(text[0]))
            {
                continue;
            }

            var digits = text.IndexOfAnyExceptInRange('0', '9') is var end && end < 0 ? text.Length : end;
            if (digits > 3 || int.Parse(text[..digits], System.Globalization.CultureInfo.InvariantCulture) > Oldest)
            {
                continue;
            }

            var tail = text[digits..];
            if (tail.StartsWith("-årig") || tail.StartsWith("-åring") || tail.StartsWith("åring") || tail.StartsWith("-year-old")
                || tail.IsEmpty && (IsYears(read, word) || FollowsName(read, word, names)))
            {
                ages.Add((read.Words[word], word));
            }
        }

        return ages;
    }

    private static bool IsYears(CheckText read, int word)
    {
        if (word > 0 && read.Words[word - 1].Of(read.Lower) is "aged" or "ålder" or "åldern")
        {
            return true;
        }

        if (word + 1 >= read.Words.Count || read.Words[word + 1].Of(read.Lower) is not ("år" or "years" or "åring"))
        {
            return false;
        }

        if (word + 2 < read.Words.Count && read.Words[word + 2].Of(read.Lower) is "gammal" or "gamla" or "gammalt" or "old")
        {
            return true;
        }

        for (var before = word - 1; before >= 0 && word - before <= 3 && !read.StartsSentence(before + 1); before--)
        {
            if (read.Is(before, Mark.AgePersons) || read.Words[before].Of(read.Lower) is "fyllde" or "fyller" or "turned")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"Gun-Britt, 92, hade slutat äta": between commas or in brackets right behind a name.</summary>
    private static bool FollowsName(CheckText read, int word, List<(Piece Place, int First, int Last)> names)
    {
        var place = read.Words[word];
        var index = names.FindIndex(name => name.Last == word - 1);
        return index >= 0
            && read.Text.AsSpan(names[index].Place.End, place.Start - names[index].Place.End) is ", " or " ("
            && (place.End == read.Text.Length || read.Text[place.End] is ',' or ')' or '.');
    }
}
