using System.Text;

namespace Dialog.Core.Reading;

/// <summary>Lines that a mail program broke off at the edge of its window: no sentence ends there.</summary>
internal static class Wrapping
{
    /// <summary>Nobody's window is narrower; shorter lines were broken off by whoever wrote.</summary>
    private const int Narrowest = 40;

    /// <summary>Fewer lines broken off at the edge may be so by chance.</summary>
    private const int FewestBreaks = 2;

    /// <summary>The text with each paragraph whose lines are all broken off at the edge on one line; else as it is.</summary>
    public static string Joined(string text)
    {
        if (!text.Contains('\n', StringComparison.Ordinal))
        {
            return text;
        }

        var lines = text.Split('\n');
        var width = lines.Max(line => line.Length);
        var edges = Enumerable.Range(1, lines.Length - 1).Where(at => IsAtEdge(lines[at - 1], lines[at], width)).ToHashSet();
        if (width < Narrowest || edges.Count < FewestBreaks || edges.Count < Enumerable.Range(1, lines.Length - 1).Count(at => lines[at - 1].Length > 0 && lines[at].Length > 0)
            || !edges.Any(at => IsInSentence(lines[at - 1], lines[at])))
        {
            return text;
        }

        var joined = new StringBuilder(lines[0], text.Length);
        for (var at = 1; at < lines.Length; at++)
        {
            joined.Append(edges.Contains(at) ? ' ' : '\n').Append(lines[at]);
        }

        return joined.ToString();
    }

    /// <summary>The next line's first word had no room on this one.</summary>
    private static bool IsAtEdge(string line, string next, int width)
    {
        var word = next.IndexOf(' ') is var end && end < 0 ? next.Length : end;
        return line.Length > 0 && word > 0 && line.Length + 1 + word > width;
    }

    private static bool IsInSentence(string line, string next) => char.IsLower(next[0]) && !".!?…:;".Contains(line[^1], StringComparison.Ordinal);
}
