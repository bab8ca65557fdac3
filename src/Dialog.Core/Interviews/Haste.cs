using System.Text.RegularExpressions;
using Dialog.Core.Reading;

namespace Dialog.Core.Interviews;

/// <summary>The person has no time (domain.md §2.5). Only at the beginning of a message, and only of themselves: "vi hinner inte salta alla gångvägar" is an answer.</summary>
internal static partial class Haste
{
    /// <summary>From this many words on the message says something beside it.</summary>
    public const int MostWords = 8;

    /// <summary>The message begins with it.</summary>
    public static bool Begins(string text) => text.Replace('’', '\'') is var plain && (NoTimeWords().IsMatch(plain) || ElsewhereWords().IsMatch(plain));

    /// <summary>The first sentence of a message says it, and little else.</summary>
    public static bool IsSentence(string text) => Begins(text) && TextParts.CountWords(TextParts.Sentences(text)[0]) <= MostWords;

    /// <summary>"Jag har inte tid att vänta på bussen" tells of something else: behind it stands nothing but what it is for, and when.</summary>
    [GeneratedRegex(
        @"^((sorry|tyvärr|oj|men|hej|ursäkta|förlåt|nej|nä|no|ja|absolut|visst|okej|ok|gärna)\b[ ,.!–-]*)*((jag )?(har (bara|max|högst|typ) \w{1,6} (min|minut|minuter)( på mig)?|hinner (tyvärr )?(inte|ej)( med)?|hinner jag (tyvärr )?inte( med)?|har (jag )?(tyvärr )?(inte|ingen) tid|har (väldigt |lite |så )?(kort|ont) om tid|är (lite |väldigt )?stressad|(är )?(lite |väldigt )?upptagen|kort om tid|ont om tid|ingen tid|måste gå)|stressad(?=[.! ]*$)|(i'm |i am )?(in a (hurry|rush)|((too|very|so|really|a bit) )?busy)|(i |i've got |i have |i have got |have )?no (more )?time|(i )?(don't have|do not have|haven't|haven't got|have not got) (the |any )?(more )?time|(i )?((have|need|got) to|gotta|must) go)( (att )?(svara|prata|vara med|göra (det|detta)( här)?)| (för |till |med )?(det|den|detta|sånt|sådant)( här)?| to (answer|talk|chat|take part|do (this|that|it))| for (this|that))?( (mer|längre|any ?more|just nu|nu|tyvärr|idag|i dag|i veckan|den här veckan|alls|(right |just )?now|today|this week|at all|hela dagen|all day))*\s*($|[,.;:!…–-])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NoTimeWords();

    [GeneratedRegex(
        @"^(sorry|tyvärr|oj|men|hej|ursäkta|förlåt|nej|nä|no)?[ ,.!–-]*((jag )?((sitter|är) i( ett)? möte|har (ett )?möte(?! *(och|så|men|på|i)\b)|måste (springa|rusa|sticka|iväg|dra))|(i'm |i am )?in a meeting|(i )?((have|need|got) to|gotta|must) (run|rush|dash))\s*($|[,.;:!…–-]|(just|nu|iväg|vidare|till|tills|hela|resten|och|så|men|right|now|all|until|till|and|so|but|to)\b)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ElsewhereWords();
}
