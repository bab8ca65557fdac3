using System.Text.RegularExpressions;

namespace Dialog.Core.Interviews;

/// <summary>The person has no time (domain.md §2.5). Only at the beginning of a message: "folk hinner inte" further on is an answer.</summary>
internal static partial class Haste
{
    /// <summary>From this many words on the message says something beside it.</summary>
    public const int MostWords = 8;

    /// <summary>The message begins with it.</summary>
    public static bool Begins(string text) => Words().IsMatch(text);

    [GeneratedRegex(
        @"^(sorry|tyvärr|oj|men|hej|ursäkta|förlåt|nej|nä)?[ ,.!–-]*(jag |vi )?((hinner inte|hinner ej|hinner tyvärr inte|sitter i( ett)? möte|är i( ett)? möte|är stressad|är lite stressad|stressad|har (väldigt |lite |så )?(kort|ont) om tid|kort om tid|ont om tid|har ingen tid|ingen tid|måste (springa|rusa|sticka|iväg|dra|gå))|(i'm |i am )?in a meeting|(i have |i've got )?no time|(i )?(have|need|got) to (run|go|rush)|(i )?gotta (run|go)|(i )?must (run|dash)|in a hurry|in a rush)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
