using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Dialog.Core.Drafts;

/// <summary>A piece of two texts compared.</summary>
public sealed record DiffPiece(DiffKind Kind, string Text);

/// <summary>In which of the two texts a piece stands.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DiffKind>))]
public enum DiffKind
{
    /// <summary>In both.</summary>
    [JsonStringEnumMemberName("same")] Same,

    /// <summary>In the later one only.</summary>
    [JsonStringEnumMemberName("added")] Added,

    /// <summary>In the earlier one only.</summary>
    [JsonStringEnumMemberName("removed")] Removed,
}

/// <summary>What changed between two texts, word by word. The same and added pieces together are the later text; the same and removed ones the earlier.</summary>
public static class WordDiff
{
    /// <summary>Above this many pairs of differing words the middle is shown as replaced whole: time and memory stay small.</summary>
    private const int MostPairs = 4_000_000;

    /// <summary>The pieces in reading order, neighbours of one kind joined.</summary>
    public static ImmutableList<DiffPiece> Of(string before, string after)
    {
        var (old, young) = (Tokens(before), Tokens(after));
        var start = 0;
        while (start < old.Count && start < young.Count && old[start] == young[start])
        {
            start++;
        }

        var end = 0;
        while (end < old.Count - start && end < young.Count - start && old[^(end + 1)] == young[^(end + 1)])
        {
            end++;
        }

        var pieces = new List<DiffPiece>();
        Add(pieces, DiffKind.Same, old.Take(start));
        Middle(pieces, old.GetRange(start, old.Count - start - end), young.GetRange(start, young.Count - start - end));
        Add(pieces, DiffKind.Same, old.Skip(old.Count - end));
        return [.. pieces];
    }

    private static void Middle(List<DiffPiece> pieces, List<string> old, List<string> young)
    {
        if ((long)old.Count * young.Count > MostPairs)
        {
            Add(pieces, DiffKind.Removed, old);
            Add(pieces, DiffKind.Added, young);
            return;
        }

        // Longest common subsequence from the back, then read from the front.
        var common = new int[old.Count + 1, young.Count + 1];
        for (var i = old.Count - 1; i >= 0; i--)
        {
            for (var j = young.Count - 1; j >= 0; j--)
            {
                common[i, j] = old[i] == young[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        var (a, b) = (0, 0);
        while (a < old.Count || b < young.Count)
        {
            if (a < old.Count && b < young.Count && old[a] == young[b])
            {
                Add(pieces, DiffKind.Same, [old[a++]]);
                b++;
            }
            else if (a < old.Count && (b == young.Count || common[a + 1, b] >= common[a, b + 1]))
            {
                Add(pieces, DiffKind.Removed, [old[a++]]);
            }
            else
            {
                Add(pieces, DiffKind.Added, [young[b++]]);
            }
        }
    }

    private static void Add(List<DiffPiece> pieces, DiffKind kind, IEnumerable<string> tokens)
    {
        var text = string.Concat(tokens);
        if (text.Length == 0)
        {
            return;
        }

        if (pieces is [.., var last] && last.Kind == kind)
        {
            pieces[^1] = last with { Text = last.Text + text };
        }
        else
        {
            pieces.Add(new DiffPiece(kind, text));
        }
    }

    /// <summary>Words and the white space between them, each on its own.</summary>
    private static List<string> Tokens(string text)
    {
        var tokens = new List<string>();
        var start = 0;
        for (var at = 1; at <= text.Length; at++)
        {
            if (at == text.Length || char.IsWhiteSpace(text[at]) != char.IsWhiteSpace(text[at - 1]))
            {
                tokens.Add(text[start..at]);
                start = at;
            }
        }

        return tokens;
    }
}
