using System.Collections.Frozen;
using Dialog.Core.Reading;

namespace Dialog.Core.Interviews;

/// <summary>The reply to a question of the bot's own that is answered by yes or no, in more words than those: "ja det stämmer", "nej låt bli". Every word of it must be such a word, so that no answer is taken for it.</summary>
internal static class YesOrNo
{
    /// <summary>A longer reply says something itself.</summary>
    private const int MostWords = 7;

    /// <summary>And what says it of what the bot asks beside the interview: "gör det", "it does".</summary>
    private static readonly FrozenSet<string> Yeses = [.. SmallTalk.YesWords, "gör", "bäst", "do", "does"];

    private static readonly FrozenSet<string> Noes =
    [
        .. SmallTalk.NoWords,
        "inte", "ej", "fel", "tvärtom", "låt", "förlåt", "skojade", "ångrade", "fortsätt", "fortsätter", "not", "don't", "doesn't", "isn't", "wasn't", "leave", "keep", "wrong", "continue", "joking", "kidding",
    ];

    /// <summary>Right, to "is that right?"; to other questions it says that something is to stay.</summary>
    private static readonly FrozenSet<string> Rights = ["rätt", "bra", "okej", "fint", "fine", "good", "perfect", "perfekt"];

    private static readonly FrozenSet<string> Around =
    [
        "det", "den", "du", "jag", "vi", "nu", "så", "är", "var", "blir", "blev", "ser", "ut", "helt", "alldeles", "tack", "kan", "vill", "ska", "får", "och", "då", "ju", "väl", "nog", "som", "där", "här", "dit", "bli", "göra", "stå", "vara", "kvar", "alls", "behövs", "behöver", "tänkte", "menade", "menar", "bara",
        "tillbaka", "ändra", "flytta", "byt", "alla", "i", "fall", "ändå", "snälla", "vänta", "avbryt", "avbryta", "om", "börja", "för", "mig", "oss", "rätt", "bra", "fint", "svaret", "hör",
        "that", "that's", "it", "it's", "is", "was", "i", "i'm", "you", "we", "can", "let", "let's", "please", "so", "thanks", "thank", "move", "put", "there", "here", "need", "needed", "wait", "want", "to", "go", "on", "back", "now", "all", "would", "will", "stop", "was", "just", "sorry", "fine", "good", "as", "mind",
    ];

    /// <summary>Yes, no, or null when it is anything else.</summary>
    /// <param name="text">The reply.</param>
    /// <param name="asked">The question.</param>
    public static bool? Read(string text, Confirmation asked)
    {
        var words = text.Length > 60 ? [] : ShortReply.Plain(text).Split([' ', '.', '!', ':', '–', '-', ';'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is 0 or > MostWords || !words.All(word => Yeses.Contains(word) || Noes.Contains(word) || Around.Contains(word) || Rights.Contains(word)))
        {
            return null;
        }

        return words.Any(word => Noes.Contains(word) && !GoesOn(word, asked)) ? false
            : words.Any(word => Yeses.Contains(word) || asked == Confirmation.Echo && Rights.Contains(word)) ? true
            : null;
    }

    /// <summary>"Ja, fortsätt": a no to whether to stop, a yes to whether to go on in another language.</summary>
    private static bool GoesOn(string word, Confirmation asked) => asked == Confirmation.Language && word is "fortsätt" or "fortsätter" or "continue";
}
