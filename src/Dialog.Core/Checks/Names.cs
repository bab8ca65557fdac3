using Dialog.Core.Reading;

namespace Dialog.Core.Checks;

/// <summary>Names of people in a text: first names of the list, titles with a name, a name said to be one (heter, named), two capitalised words.</summary>
internal static class Names
{
    /// <summary>The names, with the words they begin and end with; respondent and roster, places and organisations are left out.</summary>
    public static List<(Piece Place, int First, int Last)> Find(CheckText read)
    {
        var names = new List<(Piece, int, int)>();
        for (var word = 0; word < read.Words.Count; word++)
        {
            if (!Begins(read, word))
            {
                continue;
            }

            var last = word;
            while (read.Adjacent(last) && IsNamelike(read, last + 1) || last > word && IsSaint(read, last) && IsNamelike(read, last + 1) && IsPerson(read, word))
            {
                last++;
            }

            var first = word > 0 && read.Is(word - 1, Mark.Titles) && read.Words[word].Start - read.Words[word - 1].End <= 2 ? word - 1 : word;
            if (!IsPlace(read, word, last) && !IsKnown(read, word, last))
            {
                names.Add((new Piece(read.Words[first].Start, read.Words[last].End - read.Words[first].Start), first, last));
            }

            word = last;
        }

        return names;
    }

    private static bool Begins(CheckText read, int word)
    {
        var afterKin = word > 0 && read.Is(word - 1, Mark.Kin) && read.Adjacent(word - 1);
        if (!IsCapitalised(read, word))
        {
            // In chat names come in small letters too; only where a name must stand.
            return (afterKin || ClassAfter(read, word) > 0) && IsFirstName(read, word) && !IsAmbiguous(read, word);
        }

        if (IsFirstName(read, word) && (!IsAmbiguous(read, word) || !read.StartsSentence(word) || read.Adjacent(word) && IsNamelike(read, word + 1)))
        {
            return true;
        }

        return IsNamelike(read, word) && (afterKin || word > 0 && read.Is(word - 1, Mark.Titles) || !read.StartsSentence(word) && read.Adjacent(word) && IsNamelike(read, word + 1) && !read.Is(word, Mark.Places | Mark.OrganisationEnds));
    }

    /// <summary>The word after a name that tells its class: Alva i 4B, Alva (4B), Alva i fyran; 0 when there is none.</summary>
    public static int ClassAfter(CheckText read, int last)
    {
        for (var word = last + 1; word < read.Words.Count && word <= last + 2 && !read.StartsSentence(word); word++)
        {
            var text = read.Words[word].Of(read.Text);
            if (text.Length == 2 && text[0] is >= '1' and <= '9' && char.ToUpperInvariant(text[1]) is >= 'A' and <= 'H' || read.Is(word, Mark.Classes))
            {
                return word;
            }

            if (read.Words[word].Of(read.Lower) is not ("i" or "in" or "från" or "from" or "på" or "ur"))
            {
                break;
            }
        }

        return 0;
    }

    private static bool IsFirstName(CheckText read, int word)
    {
        if (read.Is(word, Mark.FirstNames))
        {
            return true;
        }

        var lower = read.Words[word].Of(read.Lower);
        if (lower.Length > 3 && lower[^1] == 's')
        {
            lower = lower[..^1].TrimEnd('\'');
            if (Has(read, lower, Mark.FirstNames))
            {
                return true;
            }
        }

        var hyphen = lower.IndexOf('-');
        return hyphen > 1 && Has(read, lower[..hyphen], Mark.FirstNames) && Has(read, lower[(hyphen + 1)..], Mark.FirstNames);
    }

    /// <summary>A first name, or behind a title: Sarah St. Clair, not Castle St. Then …</summary>
    private static bool IsPerson(CheckText read, int word) => IsFirstName(read, word) || word > 0 && read.Is(word - 1, Mark.Titles);

    /// <summary>St. before another word.</summary>
    private static bool IsSaint(CheckText read, int word) =>
        word + 1 < read.Words.Count && read.Words[word].Of(read.Text) is "St" && read.Text.AsSpan(read.Words[word].End, read.Words[word + 1].Start - read.Words[word].End) is " " or ". ";

    private static bool IsAmbiguous(CheckText read, int word) => read.Is(word, Mark.AmbiguousNames) || Has(read, read.Words[word].Of(read.Lower).TrimEnd('s'), Mark.AmbiguousNames);

    private static bool Has(CheckText read, ReadOnlySpan<char> lower, Mark mark) => ((Mark)read.Context.Words.Book.Of(lower) & mark) != 0;

    private static bool IsCapitalised(CheckText read, int word) => char.IsUpper(read.Text[read.Words[word].Start]);

    /// <summary>A capital, then a small letter.</summary>
    private static bool IsNamelike(CheckText read, int word) =>
        read.Words[word].Length > 1 && IsCapitalised(read, word) && char.IsLower(read.Text[read.Words[word].Start + 1]);

    private static bool IsPlace(CheckText read, int first, int last)
    {
        for (var word = first; word <= last; word++)
        {
            if (read.InPhrase(word, Mark.Organisations) || read.Is(word, Mark.Places | Mark.Directions))
            {
                return true;
            }
        }

        return first > 0 && IsSaint(read, first - 1)
            || read.Is(last, Mark.OrganisationEnds)
            || read.Adjacent(last) && read.Is(last + 1, Mark.BareStreets | Mark.OrganisationEnds)
            || IsFirm(read, last)
            || EndsLikePlace(read, read.Words[last].Of(read.Lower));
    }

    /// <summary>Ove Arup &amp; Partners Ltd.</summary>
    private static bool IsFirm(CheckText read, int last)
    {
        var next = last + 1;
        if (next >= read.Words.Count || read.Text.AsSpan(read.Words[last].End, read.Words[next].Start - read.Words[last].End) is not " & ")
        {
            return false;
        }

        while (!read.Is(next, Mark.OrganisationEnds) && IsNamelike(read, next) && read.Adjacent(next))
        {
            next++;
        }

        return read.Is(next, Mark.OrganisationEnds);
    }

    private static bool EndsLikePlace(CheckText read, ReadOnlySpan<char> lower)
    {
        foreach (var ending in read.Context.Words.OrganisationEndings)
        {
            if (lower.Length > ending.Length && lower.EndsWith(ending))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsKnown(CheckText read, int first, int last)
    {
        for (var word = first; word <= last; word++)
        {
            if (!read.Context.Knows(read.Words[word].In(read.Text)))
            {
                return false;
            }
        }

        return true;
    }
}
