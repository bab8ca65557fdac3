using System.Text.RegularExpressions;

namespace Dialog.Core.Interviews;

/// <summary>The person is away from work (domain.md §2.5). Only at the beginning of a message, and only of themselves: "vi är på semester i juli" is an answer.</summary>
internal static partial class Absence
{
    /// <summary>From this many words on the message says something beside it.</summary>
    public const int MostWords = 8;

    /// <summary>The message begins with it.</summary>
    public static bool Begins(string text) => Words().IsMatch(text);

    [GeneratedRegex(
        @"^(sorry|tyvärr|oj|hej|hi|ursäkta|förlåt|nej|nä|no)?[ ,.!–-]*((jag )?((är|går) på (semester|ledighet)|har (semester|ledigt|gått på semester)|är (ledig|föräldraledig|tjänstledig|bortrest|sjuk|sjukskriven|hemma med (sjukt|sjuka) barn)|vabbar)|semester|(i'm |i am )?(on (holiday|vacation|leave|parental leave|sick leave)|off sick|out of (the )?office|away from work)|i('m| am) (off|away|sick))\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
