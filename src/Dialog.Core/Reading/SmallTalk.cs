using System.Collections.Frozen;
using System.Text;
using System.Text.RegularExpressions;

namespace Dialog.Core.Reading;

/// <summary>Short replies that are no answers (domain.md §2.3, step 5). Every word of them must be small talk, so that no sentence is taken for it.</summary>
public static partial class SmallTalk
{
    /// <summary>Longer small talk is a sentence.</summary>
    private const int MostWords = 5;

    /// <summary>"God morgon" is no shorter, and nothing that greets is longer.</summary>
    private const int MostGreetingWords = 2;

    /// <summary>So is anything longer than this, read at all only up to here.</summary>
    private const int MostCharacters = 200;

    /// <summary>What is said to whoever asks is no longer, with its marks.</summary>
    private const int MostToWhoAsks = 40;

    /// <summary>Each of these is a yes, whatever was asked.</summary>
    internal static readonly FrozenSet<string> YesWords =
    [
        "ja", "japp", "jadå", "jajamän", "jajamen", "jo", "jodå", "jovisst", "jepp", "absolut", "ok", "okej", "okay", "gärna", "visst", "javisst", "självklart", "såklart", "stämmer", "precis", "exakt", "👍", "👌", "✅",
        "yes", "yep", "yup", "yeah", "sure", "absolutely", "correct", "right", "exactly",
    ];

    /// <summary>Each of these is a no, whatever was asked.</summary>
    internal static readonly FrozenSet<string> NoWords = ["nej", "nä", "näe", "nää", "nix", "no", "nope", "nah", "👎"];

    private static readonly FrozenSet<string> Yeses = [.. YesWords, "kör", "go"];

    private static readonly FrozenSet<string> YesPhrases =
        ["kör igång", "passar bra", "det går bra", "det passar", "det passar bra", "det stämmer", "let's go", "go ahead", "that's right", "ja det kan jag", "ja det passar", "ja det går bra", "jag står för den", "det kan jag", "i do", "i would"];

    private static readonly FrozenSet<string> Noes = [.. NoWords, "nej tack", "helst inte", "nej helst inte", "nej då", "no thanks", "no thank you", "rather not", "absolut inte", "verkligen inte", "absolutely not"];

    private static readonly FrozenSet<string> Greetings =
        ["hej", "hejsan", "hej hej", "hejhej", "tjena", "tjenare", "tjena tjena", "tja", "tjo", "hallå", "morsning", "god morgon", "godmorgon", "god dag", "goddag", "god kväll", "god eftermiddag", "hello", "hi", "hey", "good morning", "good afternoon", "good evening"];

    private static readonly FrozenSet<string> Starts = ["start", "börja", "starta"];

    /// <summary>Whom a greeting is to: "hej på er", "hello everyone".</summary>
    private static readonly FrozenSet<string> Greeted =
        ["igen", "på er", "på dig", "på er alla", "på er allihop", "på er allihopa", "alla", "alla ihop", "allihop", "allihopa", "alla där", "där", "du", "på dig du", "du där", "ni", "ni där", "bot", "boten", "roboten", "dialog", "again", "all", "everyone", "everybody", "all of you", "to you", "to you all", "to all of you", "you", "there", "bot", "folks", "team"];

    private static readonly FrozenSet<string> Pleasantries =
        ["tack", "tackar", "mycket", "så", "stort", "bra", "toppen", "fint", "kul", "perfekt", "kanon", "super", "haha", "hehe", "hihi", "lol", "oj", "wow", "jaha", "aha", "hm", "hmm", "nice", "thanks", "thank", "you", "thx", "very", "much", "great", "good", "perfect", "cool", "fine", "lovely", "det", "var", "är", "that's", "bra", "då", "hej", "blir", "ser", "ut", "all", "it", "it's", "is", "looks"];

    /// <summary>Without one of these a row of pleasantries says nothing ("det är så").</summary>
    private static readonly FrozenSet<string> PleasantryCores =
        ["tack", "tackar", "bra", "toppen", "fint", "kul", "perfekt", "kanon", "super", "haha", "hehe", "hihi", "lol", "oj", "wow", "jaha", "aha", "hm", "hmm", "nice", "thanks", "thank", "thx", "great", "good", "perfect", "cool", "fine", "lovely"];

    private static readonly FrozenSet<string> Praises = ["bra", "toppen", "fint", "kul", "perfekt", "kanon", "super", "nice", "great", "good", "perfect", "cool", "fine", "lovely"];

    private static readonly FrozenSet<string> ToWhoAsks =
    [
        "tack för frågan", "tack för frågorna", "tack för en bra fråga", "tack för bra frågor", "tack för att du frågar", "tack för att du frågade", "tack för att ni frågar", "tack för att ni frågade", "tack för intervjun", "tack för mig",
        "bra fråga", "en bra fråga", "det är en bra fråga", "det var en bra fråga", "nästa fråga", "next question", "svår fråga", "en svår fråga", "det är en svår fråga", "det var en svår fråga", "ja det var en svår fråga", "tough question", "hard question", "that's a tough question", "that's a hard question", "thanks for asking", "thank you for asking", "thanks for the question", "thanks for the questions", "thank you for the question", "thank you for the questions",
        "thanks for the interview", "thank you for the interview", "good question", "great question", "that's a good question", "that is a good question",
    ];

    private static readonly FrozenSet<string> Farewells =
    [
        "hej då", "hejdå", "hej så länge", "adjö", "vi hörs", "hörs", "vi hörs då", "hörs då", "då hörs vi", "vi ses", "ses", "vi ses då", "ses då", "då ses vi", "ha det", "ha det bra", "ha det så bra", "ha det gott", "ha det fint", "ha en bra dag", "ha en fin dag", "ha en trevlig dag", "ha en bra kväll",
        "ha en bra helg", "ha en fin helg", "ha en trevlig helg", "trevlig helg", "glad helg", "trevlig kväll", "god natt", "tack för hjälpen", "tack för idag", "tack för i dag", "tack så länge", "tack på förhand", "tack detsamma", "detsamma", "lycka till", "bra jobbat", "snyggt", "snyggt jobbat", "vad bra", "vad bra det blev", "vad fint det blev",
        "bye", "bye bye", "goodbye", "good bye", "see you", "see you then", "see you later", "talk soon", "talk then", "talk to you then", "speak soon", "speak then", "have a good day", "have a nice day", "have a great day", "have a good one", "have a good weekend", "have a nice weekend", "good luck", "good night", "cheers",
        "thanks for your help", "thanks for the help", "thank you for your help", "thanks for now", "thanks in advance", "you too", "likewise", "well done", "good job", "great job", "nice work",
    ];

    /// <summary>What shows that something was taken note of, and begins nothing: "ok" to "I'll be back at noon".</summary>
    private static readonly FrozenSet<string> Notes = ["ok", "okej", "okay", "visst", "absolut", "jadå", "japp", "precis", "sure", "yep", "alright", "👍", "👌", "✅"];

    private static readonly FrozenSet<string> NotePhrases = ["det passar bra", "passar bra", "det går bra", "det blir bra", "det låter bra", "låter bra", "gör det", "gör så", "sounds good", "that works", "works for me", "do that"];

    /// <summary>ja, absolut, ok, 👍 …</summary>
    public static bool IsYes(string text)
    {
        var plain = Plain(text);
        return YesPhrases.Contains(plain) || Words(plain) is { Length: > 0 and <= MostWords } words && words.Any(Yeses.Contains) && words.All(word => Yeses.Contains(word) || word is "tack" or "please");
    }

    /// <summary>nej, nej tack …</summary>
    public static bool IsNo(string text) => Noes.Contains(Plain(text));

    /// <summary>hej, hello, hej på er …</summary>
    public static bool IsGreeting(string text)
    {
        var words = Words(Plain(text));
        return words is [var only] && Starts.Contains(only) || Enumerable.Range(1, Math.Min(words.Length, MostGreetingWords)).Any(until => Greetings.Contains(string.Join(' ', words[..until])) && (until == words.Length || Greeted.Contains(string.Join(' ', words[until..]))));
    }

    /// <summary>tack, okej bra, haha, mvh Anna …</summary>
    public static bool IsPleasantry(string text)
    {
        if (text.Length <= MostCharacters && Mail.IsSignature(text))
        {
            return true;
        }

        if (IsToWhoAsks(text))
        {
            return true;
        }

        var words = Words(Plain(text));
        if (EndsWith(words, Farewells))
        {
            return true;
        }

        return words is { Length: > 0 and <= MostWords } && words.Any(PleasantryCores.Contains) && words.All(word => Pleasantries.Contains(word) || Yeses.Contains(word));
    }

    /// <summary>ok tack, det passar bra, 👍 …: said to a promise, and no yes to what was asked before it.</summary>
    public static bool IsNote(string text) =>
        IsPleasantry(text) || IsWordless(text) || Words(Plain(text)) is var words && (EndsWith(words, NotePhrases) || words.Length <= MostWords && words.Any(Notes.Contains) && words.All(word => Notes.Contains(word) || Pleasantries.Contains(word)));

    /// <summary>One of the phrases, and before it nothing but small talk.</summary>
    private static bool EndsWith(string[] words, FrozenSet<string> phrases) =>
        Enumerable.Range(0, words.Length).TakeWhile(from => from == 0 || Pleasantries.Contains(words[from - 1]) || Yeses.Contains(words[from - 1])).Any(from => phrases.Contains(string.Join(' ', words[from..])));

    /// <summary>"Tack för frågan", "good question": said to whoever asks, and to nobody who reads it in print.</summary>
    public static bool IsToWhoAsks(string text) => text.Length <= MostToWhoAsks && ToWhoAsks.Contains(Plain(text));

    /// <summary>"Det var allt", "that's all": said when the answer is over, and no part of it.</summary>
    public static bool IsClosing(string text) => text.Length <= MostToWhoAsks && ClosingWords().IsMatch(Plain(text));

    /// <summary>The message ends so, be it with a thank-you behind.</summary>
    public static bool Closes(string message)
    {
        var sentences = TextParts.Sentences(message);
        var last = sentences.Count - 1;
        while (last > 0 && IsPleasantry(sentences[last]))
        {
            last--;
        }

        return last >= 0 && IsClosing(sentences[last]);
    }

    /// <summary>A pleasantry that says that something is good: bra, det ser fint ut, looks great …</summary>
    public static bool IsPraise(string text) => IsPleasantry(text) && Words(Plain(text)).Any(Praises.Contains);

    /// <summary>Nothing but emoji, smileys and marks.</summary>
    public static bool IsWordless(string text) => text.Length > 0 && !HasLetter(text) || text.Length <= MostCharacters && HasOnlySmileys(text);

    private static bool HasOnlySmileys(ReadOnlySpan<char> text)
    {
        for (text = text.TrimStart(); !text.IsEmpty; text = text.TrimStart())
        {
            var end = 0;
            while (end < text.Length && !char.IsWhiteSpace(text[end]))
            {
                end++;
            }

            if (HasLetter(text[..end]) && !TextParts.IsSmiley(text[..end]))
            {
                return false;
            }

            text = text[end..];
        }

        return true;
    }

    private static bool HasLetter(ReadOnlySpan<char> text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
            {
                return true;
            }
        }

        return false;
    }

    private static string Plain(string text) => text.Length > MostCharacters ? "" : ShortReply.Plain(text);

    private static string[] Words(string plain) =>
        Array.FindAll(plain.Split([' ', '.', '!', '-', ':', '–'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), word => !IsWordless(word) || Yeses.Contains(word));

    [GeneratedRegex(@"^((så|ja|jag tror|tror|so|i think|well) )*((att )?det (var|är) (nog |väl )*allt( (från|för) mig| jag hade( att säga)?| för (i ?dag|nu|den här gången))*|(that's|thats|that is|that was) (about |probably )?all( from me| for (now|today)| i (have|had)( to say)?)*)$", RegexOptions.CultureInvariant)]
    private static partial Regex ClosingWords();
}
