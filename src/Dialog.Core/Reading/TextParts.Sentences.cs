using System.Buffers;
using System.Collections.Frozen;
using System.Text;

namespace Dialog.Core.Reading;

public static partial class TextParts
{
    private static readonly SearchValues<char> Ends = SearchValues.Create(".!?…");

    /// <summary>Where a sentence may end: at an end mark or at something that may be an emoji or a smiley.</summary>
    private static readonly SearchValues<char> Plain = SearchValues.Create(
        "abcdefghijklmnopqrstuvwyzåäöABCDEFGHIJKLMNOPQRSTUVWYZÅÄÖéÉüÜ 0123456789,-–—”\"’'()/%+&@");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Abbreviations =
        new[]
        {
            "t.ex.", "ex.", "bl.a.", "m.m.", "m.fl.", "dvs.", "ca.", "ca", "kl.", "nr.", "s.k.", "p.g.a.", "f.d.", "resp.", "tel.", "osv.", "etc.", "fr.o.m.", "t.o.m.", "e.g.", "i.e.", "mr.", "mrs.", "dr.", "st.",
        }.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Sentences in order, each trimmed, with its end mark.</summary>
    public static IReadOnlyList<string> Sentences(string text) => SentencePieces(text).ConvertAll(sentence => sentence.In(text));

    /// <summary>Where the sentences stand, white space around them left out.</summary>
    internal static List<Piece> SentencePieces(string text)
    {
        var sentences = new List<Piece>();
        var start = 0;
        while (start <= text.Length)
        {
            var end = text.AsSpan(start).IndexOf('\n') is var found && found < 0 ? text.Length : start + found;
            Split(text.AsSpan(start, end - start), start, sentences);
            start = end + 1;
        }

        return sentences;
    }

    private static void Split(ReadOnlySpan<char> line, int offset, List<Piece> sentences)
    {
        var start = 0;
        var index = 0;
        while (index < line.Length)
        {
            var skip = line[index..].IndexOfAnyExcept(Plain);
            if (skip < 0)
            {
                break;
            }

            index += skip;
            var end = EndOfSentence(line, index, start);
            if (end > 0)
            {
                Add(line[start..end], offset + start, sentences);
                start = end;
                index = end;
            }
            else
            {
                index++;
            }
        }

        Add(line[start..], offset + start, sentences);
    }

    /// <summary>Where the sentence ends that has an end mark, or an emoji before a capital, at <paramref name="index"/>; 0 when it goes on.</summary>
    private static int EndOfSentence(ReadOnlySpan<char> line, int index, int start)
    {
        if (!Ends.Contains(line[index]))
        {
            var behind = index > start ? AfterEmoji(line, index) : index;
            var capital = AfterSpaces(line, behind);
            return behind > index && capital < line.Length && char.IsUpper(line[capital]) ? behind : 0;
        }

        var end = index + 1;
        while (end < line.Length && (Ends.Contains(line[end]) || line[end] is '”' or '“' or '"' or '’' or ')' or '»'))
        {
            end++;
        }

        var next = AfterSpaces(line, end);
        if (next == line.Length || next == end || char.IsLower(line[next]) || line[index] == '.' && EndsWithAbbreviation(line, start, index + 1, line[next]))
        {
            return 0;
        }

        // An emoji right behind the end mark belongs to the sentence it follows.
        return AfterEmoji(line, next) is var after && after > next ? after : end;
    }

    private static bool EndsWithAbbreviation(ReadOnlySpan<char> line, int start, int end, char next)
    {
        var word = line[start..end];
        word = word[(word.LastIndexOf(' ') + 1)..].TrimStart("(”\"“");
        return Abbreviations.Contains(word) || word.Length > 1 && char.IsDigit(word[^2]) && char.IsLower(next);
    }

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
