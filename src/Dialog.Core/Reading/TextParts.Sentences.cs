using System.Buffers;
using System.Collections.Frozen;
using System.Text;

namespace Dialog.Core.Reading;

public static partial class TextParts
{
    private static readonly SearchValues<char> Ends = SearchValues.Create(".!?…");

    /// <summary>Where a sentence may end in a text without pictures: end marks and first characters of smileys.</summary>
    private static readonly SearchValues<char> Stops = SearchValues.Create(".!?:;=<^xX");

    /// <summary>Where no sentence ends in a text with pictures.</summary>
    private static readonly SearchValues<char> Plain = SearchValues.Create(
        "abcdefghijklmnopqrstuvwyzåäöABCDEFGHIJKLMNOPQRSTUVWYZÅÄÖéÉüÜ 0123456789,-–—”\"’'()/%+&@");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Abbreviations =
        new[]
        {
            "t.ex.", "ex.", "bl.a.", "m.m.", "m.fl.", "dvs.", "ca.", "ca", "kl.", "nr.", "s.k.", "p.g.a.", "f.d.", "resp.", "tel.", "osv.", "etc.", "fr.o.m.", "t.o.m.", "e.g.", "i.e.", "mr.", "mrs.", "dr.", "st.",
            "d.v.s.", "enl.", "inkl.", "exkl.", "ang.", "prof.", "tfn.", "avd.", "dnr.", "vs.", "approx.", "u.s.",
            "jfr.", "tf.", "t.f.", "m.a.o.", "ms.", "messrs.", "cllr.", "capt.", "lt.", "cf.", "a.k.a.", "esp.",
        }.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Words that are abbreviations before a number: elsewhere a sentence may end with them.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> BeforeNumber =
        new[]
        {
            "mån.", "tis.", "ons.", "tors.", "fre.", "lör.", "sön.", "mon.", "tue.", "wed.", "thu.", "fri.", "sat.", "sun.", "jan.", "feb.", "mar.", "apr.", "jun.", "aug.", "sep.", "sept.", "okt.", "oct.", "nov.", "dec.", "kap.", "sid.", "s.", "v.", "p.", "pp.", "fig.", "prop.", "max.", "min.", "no.", "nos.", "åk.", "lgh.", "pkt.", "ch.", "vol.",
        }.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>More of them, which end a sentence as often as not: what follows in small letters goes on.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Clipped =
        new[]
        {
            "bl.", "fr.", "kr.", "ev.", "evtl.", "alt.", "adm.", "tim.", "sek.", "mom.", "motsv.", "ungef.", "milj.", "mkr.", "ordf.", "sekr.", "gymn.", "temp.", "tekn.", "ggr.", "vån.", "obs.", "mm.", "mfl.", "tr.",
            "dept.", "govt.", "incl.", "est.", "hrs.", "hr.", "inc.", "ltd.", "co.", "jr.", "sr.", "vol.", "ave.", "rd.",
        }.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Letters of abbreviations that are written with blanks between: bl. a., t. ex., fr. o. m.</summary>
    private static readonly string[] Parted = ["bl. a.", "f. d.", "s. k.", "p. g. a.", "fr. o. m.", "t. o. m.", "t. f.", "d. v. s.", "i. e.", "e. g."];

    /// <summary>A number before these is one of a date: No. 14 January.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Months =
        new[] { "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december" }
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>No family has these names: Etapp A. Vi börjar i vår.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Openers =
        new[]
        {
            "jag", "vi", "det", "den", "de", "han", "hon", "man", "nu", "så", "men", "och", "där", "här", "då", "ni", "du", "en", "ett", "i", "på", "för", "när", "om",
            "we", "it", "they", "he", "she", "the", "that", "this", "you", "so", "but", "and", "there", "a", "in", "on", "for", "when", "if",
        }.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Sentences in order, each trimmed, with its end mark.</summary>
    public static IReadOnlyList<string> Sentences(string text) => SentencePieces(text).ConvertAll(sentence => sentence.In(text));

    /// <summary>Where the sentences stand, white space around them left out; at least <paramref name="most"/> of them where there are so many.</summary>
    internal static List<Piece> SentencePieces(string text, int most = int.MaxValue)
    {
        var sentences = new List<Piece>();
        var start = 0;
        while (start <= text.Length && sentences.Count < most)
        {
            var end = text.AsSpan(start).IndexOf('\n') is var found && found < 0 ? text.Length : start + found;
            Split(text.AsSpan(start, end - start), start, sentences, most);
            start = end + 1;
        }

        return sentences;
    }

    private static void Split(ReadOnlySpan<char> line, int offset, List<Piece> sentences, int most)
    {
        var pictures = line.ContainsAnyInRange('\u2022', '\uFFFF') || line.ContainsAny('©', '®');
        var start = 0;
        var index = 0;
        while (index < line.Length && sentences.Count < most)
        {
            var skip = pictures ? line[index..].IndexOfAnyExcept(Plain) : line[index..].IndexOfAny(Stops);
            if (skip < 0)
            {
                break;
            }

            index += skip;
            if (EndOfSentence(line, index, start, out index))
            {
                Add(line[start..index], offset + start, sentences);
                start = index;
            }
        }

        Add(line[start..], offset + start, sentences);
    }

    /// <summary>Whether the sentence ends with the end mark, or with the emoji before a capital, at <paramref name="index"/>; where it ends, or where to look on.</summary>
    private static bool EndOfSentence(ReadOnlySpan<char> line, int index, int start, out int end)
    {
        if (!Ends.Contains(line[index]))
        {
            var behind = AfterEmoji(line, index);
            end = Math.Max(index + 1, behind);
            var capital = AfterSpaces(line, behind);
            return index > start && behind > index && capital < line.Length && char.IsUpper(line[capital]);
        }

        end = index + 1;
        while (end < line.Length && (Ends.Contains(line[end]) || line[end] is '”' or '“' or '"' or '’' or ')' or '»'))
        {
            end++;
        }

        var next = AfterSpaces(line, end);
        if (next == line.Length || next == end || char.IsLower(line[AfterDash(line, next)])
            || line[index] == '.' && (IsNumbering(line[start..index]) || EndsWithAbbreviation(line[start..(index + 1)], line[next])
                || IsInitial(line[start..index], line[next..]) || NumbersName(line[..index], start, line[next..])))
        {
            return false;
        }

        // An emoji right behind the end mark belongs to the sentence it follows.
        end = AfterEmoji(line, next) is var after && after > next ? after : end;
        return true;
    }

    /// <summary>What a dash joins goes on: Come at 6 p.m. – or write.</summary>
    private static int AfterDash(ReadOnlySpan<char> line, int index) =>
        line[index] is '-' or '–' or '—' && AfterSpaces(line, index + 1) is var behind && behind > index + 1 && behind < line.Length ? behind : index;

    /// <summary>A number alone, or behind a colon, numbers what follows: 1. Det blir billigare.</summary>
    private static bool IsNumbering(ReadOnlySpan<char> text)
    {
        var before = text.TrimEnd("0123456789");
        var lead = before.TrimEnd(' ');
        return text.Length - before.Length is 1 or 2 && (lead.IsEmpty || lead.Length < before.Length && lead[^1] == ':');
    }

    /// <summary>The point behind a word of a text is the word's, not the end of what is said: kr. per dygn.</summary>
    internal static bool IsAbbreviated(ReadOnlySpan<char> text, char next)
    {
        var word = text[(text.LastIndexOf(' ') + 1)..].TrimStart("(”\"“");
        return EndsWithAbbreviation(text, next) || BeforeNumber.Contains(word) || Clipped.Contains(word) || word[..^1].ContainsAny('.', ':');
    }

    /// <summary>A letter for a name: Anna K. Ek, K. Ek. Behind a small letter it may be the last word: plan B.</summary>
    private static bool IsInitial(ReadOnlySpan<char> text, ReadOnlySpan<char> rest)
    {
        if (text.IsEmpty || !char.IsUpper(text[^1]) || !char.IsUpper(rest[0]) || Openers.Contains(FirstWord(rest)))
        {
            return false;
        }

        var before = text[..^1];
        var name = before.TrimEnd(' ');
        return name.IsEmpty || name.Length < before.Length && char.IsUpper(name[name.LastIndexOf(' ') + 1]);
    }

    /// <summary>A sentence may begin with the number of a house or a bus (No. 12 Bridge Street …), where it answers no question.</summary>
    private static bool NumbersName(ReadOnlySpan<char> before, int start, ReadOnlySpan<char> rest)
    {
        if (!before[start..].Trim().Equals("no", StringComparison.OrdinalIgnoreCase) || before[..start].TrimEnd() is [.., '?'])
        {
            return false;
        }

        var name = rest.TrimStart("0123456789");
        var word = name.TrimStart(' ');
        return name.Length < rest.Length && word.Length < name.Length && char.IsUpper(word[0]) && !Months.Contains(FirstWord(word));
    }

    private static ReadOnlySpan<char> FirstWord(ReadOnlySpan<char> text) => text.IndexOfAny(" ,.!?") is var end && end < 0 ? text : text[..end];

    private static bool EndsWithAbbreviation(ReadOnlySpan<char> text, char next)
    {
        var word = text[(text.LastIndexOf(' ') + 1)..].TrimStart("(”\"“");
        if (word is "st." && text[..^word.Length].TrimEnd(' ') is [.., var counted])
        {
            // Five of them, or a saint: Vi köpte 5 st. Kommunen betalar.
            return !char.IsDigit(counted) || !char.IsUpper(next);
        }

        return Abbreviations.Contains(word) || word.Length == 2 && EndsWithParted(text) || word.Length > 1 && char.IsDigit(word[^2]) && char.IsLower(next)
            || char.IsDigit(next) && BeforeNumber.Contains(word) && !IsWhole(text[..^word.Length].TrimEnd(' '), word);
    }

    private static bool EndsWithParted(ReadOnlySpan<char> text)
    {
        foreach (var parted in Parted)
        {
            if (text.EndsWith(parted, StringComparison.OrdinalIgnoreCase) && (text.Length == parted.Length || !char.IsLetterOrDigit(text[^(parted.Length + 1)])))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>No. is an answer where nothing stands before it, min. and pkt. a unit behind a number.</summary>
    private static bool IsWhole(ReadOnlySpan<char> before, ReadOnlySpan<char> word) =>
        before.IsEmpty ? word.Equals("no.", StringComparison.OrdinalIgnoreCase)
        : char.IsDigit(before[^1]) && (word.Equals("min.", StringComparison.OrdinalIgnoreCase) || word.Equals("pkt.", StringComparison.OrdinalIgnoreCase));

    private static int AfterSpaces(ReadOnlySpan<char> line, int index)
    {
        while (index < line.Length && line[index] == ' ')
        {
            index++;
        }

        return index;
    }

    private static int AfterEmoji(ReadOnlySpan<char> line, int index)
    {
        var at = index;
        while (at < line.Length && Rune.DecodeFromUtf16(line[at..], out var rune, out var units) == OperationStatus.Done
            && (Clean.IsPictograph(rune) || rune.Value == 0x200D && at > index))
        {
            at += units;
        }

        if (at > index)
        {
            return at;
        }

        var space = line[index..].IndexOf(' ');
        var chunk = space < 0 ? line[index..] : line.Slice(index, space);
        return (index == 0 || line[index - 1] == ' ') && IsSmiley(chunk) ? index + chunk.Length : index;
    }

    private static void Add(ReadOnlySpan<char> sentence, int offset, List<Piece> sentences)
    {
        var lead = sentence.Length - sentence.TrimStart().Length;
        var length = sentence.Trim().Length;
        if (length > 0)
        {
            sentences.Add(new Piece(offset + lead, length));
        }
    }
}
