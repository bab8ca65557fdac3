using System.Collections.Immutable;

namespace Dialog.Core.Interviews;

/// <summary>Short replies that are no answers (domain.md §2.3, step 5).</summary>
public static class SmallTalk
{
    private static readonly ImmutableHashSet<string> Yeses =
        ["ja", "japp", "jadå", "jo", "absolut", "ok", "okej", "okay", "kör", "kör igång", "gärna", "visst", "självklart", "passar bra", "det går bra", "👍", "yes", "yep", "yeah", "sure", "ja tack", "yes please", "go", "let's go", "ja det kan jag", "ja det passar"];

    private static readonly ImmutableHashSet<string> Noes = ["nej", "nä", "nej tack", "helst inte", "no", "nope", "no thanks", "no thank you"];

    private static readonly ImmutableHashSet<string> Greetings =
        ["hej", "hejsan", "hej hej", "tjena", "tja", "hallå", "god morgon", "hello", "hi", "hey", "good morning", "hej dialog", "hello dialog", "start", "börja", "starta"];

    private static readonly ImmutableHashSet<string> Thanks =
        ["tack", "tack tack", "tack så mycket", "stort tack", "bra", "toppen", "haha", "thanks", "thank you", "thx", "great", "good", "lol", "❤️", "😀", "🙂", "😊", ":)"];

    /// <summary>ja, absolut, ok, 👍 …</summary>
    public static bool IsYes(string text) => Yeses.Contains(Command.Plain(text));

    /// <summary>nej, nej tack …</summary>
    public static bool IsNo(string text) => Noes.Contains(Command.Plain(text));

    /// <summary>hej, hello …</summary>
    public static bool IsGreeting(string text) => Greetings.Contains(Command.Plain(text));

    /// <summary>tack, bra, haha …</summary>
    public static bool IsThanks(string text) => Thanks.Contains(Command.Plain(text));
}
