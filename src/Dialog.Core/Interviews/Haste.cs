using System.Text.RegularExpressions;
using Dialog.Core.Reading;

namespace Dialog.Core.Interviews;

/// <summary>The person has no time (domain.md §2.5). Only at the beginning of a message, and only of themselves: "vi hinner inte salta alla gångvägar" is an answer.</summary>
internal static partial class Haste
{
    /// <summary>From this many words on the message says something beside it.</summary>
    public const int MostWords = 8;

    /// <summary>The message begins with it.</summary>
    public static bool Begins(string text) => Words().IsMatch(text.Replace('’', '\''));

    /// <summary>The first sentence of a message says it, and little else.</summary>
    public static bool IsSentence(string text) => Begins(text) && TextParts.CountWords(TextParts.Sentences(text)[0]) <= MostWords;

    [GeneratedRegex(
        @"^(sorry|tyvärr|oj|men|hej|ursäkta|förlåt|nej|nä|no)?[ ,.!–-]*((jag )?(hinner (tyvärr )?(inte|ej)( med)?|har (jag )?(tyvärr )?(inte|ingen) tid|hinner jag (tyvärr )?inte( med)?|har (väldigt |lite |så )?(kort|ont) om tid|är (lite |väldigt )?stressad|stressad(?=[.! ]*$)|(sitter|är) i( ett)? möte|kort om tid|ont om tid|ingen tid|måste (springa|rusa|sticka|iväg|dra|gå)( iväg| till (ett |nästa |mitt )?möte)?)|(i'm |i am )?(in a (meeting|hurry|rush)|((too|very|so|really|a bit) )?busy)|(i |i've got |i have |i have got |have )?no time|(i )?(don't have|do not have|haven't|haven't got|have not got) (the |any )?time|(i )?((have|need|got) to (run|go|rush)|gotta (run|go)|must (run|dash)))( (att svara|svara|(för |till )?(det|den|detta)( här)?|to (answer|talk|chat)|for (this|that)))?( (just nu|nu|tyvärr|idag|i dag|alls|(right |just )?now|today|at all|hela dagen|all day))*\s*($|[,.;:!…–-])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
