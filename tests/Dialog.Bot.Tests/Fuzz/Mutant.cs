using System.Text;
using CsCheck;

namespace Dialog.Bot.Tests.Fuzz;

/// <summary>Inputs that are nearly right: something a sender really sends, changed in a few places.</summary>
internal static class Mutant
{
    /// <summary>What has broken readers before.</summary>
    private static readonly string[] Nasty =
    [
        "", "\0", "\uFEFF", "\uD83D", "\uDCA5", "💥", "\u202E", "\u200B", "é", "\r\n", "\n\n", "\t", " ", "\"", "'", "\\", "\\u0000", "\\ud800", "/", "%", "%00", "%E5", "%zz", "+", "&", "&&=&", "=", ";", ",", "|", "<", ">", "&lt;",
        "<@U0MANAGER1>", "<@", "<!channel>", "<https://example.se|a>", "<at>", "</at>", "<p>", "<!--", "]]>", "{", "}", "[", "]", "{}", "[]", "null", "true", "-1", "0", "1e400", "9223372036854775808", "99999999999999999999999999", "NaN",
        "2026-02-30", "0001-01-01", "9999-12-31T23:59:59Z", "10000-01-01", "24:00", "99:99", "00:00-00:00", "2026-13", "=cmd|' /c calc'!A1", "@SUM(1)", "*", "_", "`", "#", "$", "(", ")", "^", "?", "!", "…", "RRULE:FREQ=SECONDLY;COUNT=99999", "DTSTART:", "TZID=Nowhere/None",
        new('a', 5000), new('[', 200), new('{', 200), new('"', 200), new('(', 300), string.Concat(Enumerable.Repeat("{\"a\":", 100)), string.Concat(Enumerable.Repeat("a b ", 800)), string.Concat(Enumerable.Repeat("<@U1|", 200)), new(' ', 3000),
    ];

    private static readonly Gen<(int Kind, uint At, uint Length, string Text)> Change =
        Gen.Select(Gen.Int[0, 7], Gen.UInt, Gen.UInt, Gen.OneOf(Gen.OneOfConst(Nasty), Gen.String[0, 8]));

    /// <summary>One of the seeds, changed in up to six places.</summary>
    public static Gen<string> Of(params string[] seeds) =>
        Gen.Select(Gen.OneOfConst(seeds), Change.Array[0, 6]).Select((seed, changes) => changes.Aggregate(seed, Apply));

    private static string Apply(string text, (int Kind, uint At, uint Length, string Text) change)
    {
        var at = (int)(change.At % (uint)(text.Length + 1));
        var length = (int)Math.Min(change.Length % 24, text.Length - at);
        return change.Kind switch
        {
            0 => text.Remove(at, length),
            1 => text.Insert(at, change.Text),
            2 => text.Remove(at, length).Insert(at, change.Text),
            3 => text[..at],
            4 => text.Insert(at, text.Substring(at, length)),
            5 => Token(text, at, change.Text),
            6 => Token(text, at, $"\"{change.Text}\""),
            _ => length < 2 ? text : text[..at] + new string([.. text.Substring(at, length).Reverse()]) + text[(at + length)..],
        };
    }

    /// <summary>Another value in the place of a quoted one, behind the place.</summary>
    private static string Token(string text, int at, string value)
    {
        var from = text.IndexOf('"', at);
        var to = from < 0 ? -1 : text.IndexOf('"', from + 1);
        return to < 0 ? text : new StringBuilder(text).Remove(from, to - from + 1).Insert(from, value).ToString();
    }
}
