using System.Collections.Immutable;
using Dialog.Core.Reading;

namespace Dialog.Core.Readers;

/// <summary>Many reactions copied from somewhere at once: parted by empty lines where there are any, otherwise one a line.</summary>
public static class ReactionPaste
{
    private static readonly char[] Bullets = ['-', '–', '•', '*', '·', '>'];

    /// <summary>The reactions in order, clean, without bullets, each once.</summary>
    public static ImmutableList<string> Read(string text)
    {
        var lines = Clean.Text(text).ReplaceLineEndings("\n").Split('\n');
        var parted = lines.SkipWhile(string.IsNullOrWhiteSpace).Reverse().SkipWhile(string.IsNullOrWhiteSpace).Any(string.IsNullOrWhiteSpace);
        var found = ImmutableList.CreateBuilder<string>();
        var (open, seen) = (new List<string>(), new HashSet<string>());
        foreach (var line in lines.Append(""))
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                open.Add(open.Count == 0 ? Bare(line) : line.Trim());
            }

            if (open.Count > 0 && (!parted || string.IsNullOrWhiteSpace(line)))
            {
                var reaction = string.Join('\n', open).Trim();
                if (reaction.Length > 0 && seen.Add(reaction))
                {
                    found.Add(reaction);
                }

                open.Clear();
            }
        }

        return found.ToImmutable();
    }

    private static string Bare(string line) =>
        line.Trim() is [var mark, ' ' or '\t' or '\u00A0', .. var rest] && Bullets.Contains(mark) ? rest.TrimStart() : line.Trim();
}
