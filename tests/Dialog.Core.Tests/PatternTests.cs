using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Dialog.Core.Tests;

/// <summary>No pattern of the core can be made to go on without end.</summary>
public partial class PatternTests
{
    private const int Long = 4000;

    /// <summary>As the program does before the first pattern is made (<c>Limits.BoundPatterns</c>).</summary>
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(2);

    [ModuleInitializer]
    internal static void BoundPatterns() => AppContext.SetData("REGEX_DEFAULT_MATCH_TIMEOUT", Bound);

    public static TheoryData<string> Patterns => [.. All().Select(pattern => pattern.Name).Order(StringComparer.Ordinal)];

    [Fact]
    public void Every_pattern_has_a_bound_or_cannot_backtrack()
    {
        var all = All().ToList();

        Assert.True(all.Count > 50, $"Only {all.Count} patterns were found.");
        Assert.All(all, pattern => Assert.True(pattern.Regex.Options.HasFlag(RegexOptions.NonBacktracking) || pattern.Regex.MatchTimeout > TimeSpan.Zero && pattern.Regex.MatchTimeout <= Bound, pattern.Name));
    }

    /// <summary>Long runs of what a pattern itself is made of, with something behind that does not fit.</summary>
    [Theory]
    [MemberData(nameof(Patterns))]
    public void No_long_run_takes_a_pattern_to_its_bound(string name)
    {
        var regex = All().Single(pattern => pattern.Name == name).Regex;
        var words = Words().Matches(regex.ToString()).Select(match => match.Value).Distinct().ToList();
        foreach (var piece in words.Concat(words.Select(word => $"{word} ")).Concat(["a", " ", "1", "-", "\n", "a ", "1 ", ", ", "\"", "å.", "@a", "https://a"]))
        {
            var run = string.Concat(Enumerable.Repeat(piece, (Long / piece.Length) + 1));
            foreach (var text in new[] { run, $"{run}\0", $"\0{run}", $"{words.FirstOrDefault()} {run}§" })
            {
                Assert.Null(Record.Exception(() => regex.IsMatch(text)));
            }
        }
    }

    private static IEnumerable<(string Name, Regex Regex)> All() =>
        from type in typeof(Dialog.Core.Interviews.Turn).Assembly.GetTypes()
        from method in type.GetMethods(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly)
        where method.GetCustomAttribute<GeneratedRegexAttribute>() is not null
        select ($"{type.Name}.{method.Name}", (Regex)method.Invoke(null, null)!);

    [GeneratedRegex(@"[\p{L}]{2,}")]
    private static partial Regex Words();
}
