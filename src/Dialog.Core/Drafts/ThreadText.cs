using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Dialog.Core.Drafts;

/// <summary>A thread of posts as one text: each post ends with its number, 1/3, at the end of a line.</summary>
public static partial class ThreadText
{
    /// <summary>Length of the longest post by the outlet's rule; of the whole text where the outlet has no threads or nothing is numbered.</summary>
    public static int Length(string text, Outlet outlet) =>
        outlet.Thread ? Posts(text).Select(post => Counter.Count(post, outlet.Counting)).DefaultIfEmpty().Max() : Counter.Count(text, outlet.Counting);

    /// <summary>The posts; what stands behind the last number is one, too.</summary>
    internal static ImmutableList<string> Posts(string text)
    {
        var posts = ImmutableList.CreateBuilder<string>();
        var at = 0;
        foreach (var number in Number().Matches(text).Where(number => number.ValueSpan[1] - '0' == posts.Count + 1))
        {
            posts.Add(text[at..(number.Index + number.Length)].Trim());
            at = number.Index + number.Length;
        }

        if (text[at..].Trim() is { Length: > 0 } rest)
        {
            posts.Add(rest);
        }

        return posts.ToImmutable();
    }

    [GeneratedRegex(@" [1-9]/[2-9] *$", RegexOptions.Multiline)]
    private static partial Regex Number();
}
