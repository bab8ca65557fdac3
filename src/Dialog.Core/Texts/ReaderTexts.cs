using System.Globalization;
using Dialog.Core.Assignments;
using Dialog.Core.Reading;

namespace Dialog.Core.Texts;

/// <summary>What the bot says about readers' words and about what the person has said before. One complete instance per language.</summary>
public sealed record ReaderTexts
{
    /// <summary>Words of one thing quoted in a message; with what stands around it no message is over sixty.</summary>
    private const int MostQuoted = 24;

    private const int MostTopic = 9;

    private const int MostTheme = 4;

    /// <summary>The texts of <c>sv</c> or <c>en</c>; anything else reads as Swedish.</summary>
    public static ReaderTexts For(string language) => language == "en" ? English : Swedish;

    /// <summary>Readers' words are put to the person, at most sixty words: first name, what they are about.</summary>
    public required Func<string?, ReplyTo, string> Ask { get; init; }

    /// <summary>What a reply is called: the topic of what was published.</summary>
    public required Func<string, string> ReplyTopic { get; init; }

    /// <summary>Before what the person has published about something.</summary>
    public required string Before { get; init; }

    /// <summary>The person has published nothing about it.</summary>
    public required string NothingBefore { get; init; }

    /// <summary>Under a new question: the person has published something on the same: when, what.</summary>
    public required Func<DateTimeOffset, string, string> LastTime { get; init; }

    /// <summary>One of several: when, topic, what.</summary>
    public required Func<DateTimeOffset, string, string, string> BeforeLine { get; init; }

    /// <summary>The link to a text that is out.</summary>
    public required string ReadText { get; init; }

    private static ReaderTexts Swedish { get; } = new()
    {
        Ask = (name, about) =>
            $"{(name is null ? "" : $"Hej {name}! ")}Apropå ”{Excerpt.Of(about.Topic, MostTopic)}”: "
            + (about.Claim is { } claim ? $"{(about.Readers == 1 ? "En läsare" : "Flera läsare")} skriver att {Claim(claim)}. "
                : about.Readers == 1 ? $"En läsare skriver: ”{Excerpt.Of(about.Example, MostQuoted)}” "
                : $"{about.Readers} läsare skriver{(about.Theme is { } theme ? $" om {Excerpt.Of(theme, MostTheme)}" : "")}, en av dem: ”{Excerpt.Of(about.Example, MostQuoted)}” ")
            + (about.Readers == 1 ? "Vad svarar du?" : "Vad svarar du dem?"),
        ReplyTopic = topic => $"Svar till läsarna: {topic}",
        Before = "Det här har du sagt tidigare:",
        NothingBefore = "Du har inget publicerat om det här än.",
        LastTime = (at, quote) => $"Du har svarat om något liknande, {Day(at, "sv-SE")}: ”{Excerpt.Of(quote, MostQuoted)}”",
        BeforeLine = (at, topic, quote) => $"· {Day(at, "sv-SE")}, {Excerpt.Of(topic, 4)} ”{Excerpt.Of(quote, 7)}”",
        ReadText = "Läs texten",
    };

    private static ReaderTexts English { get; } = new()
    {
        Ask = (name, about) =>
            $"{(name is null ? "" : $"Hi {name}! ")}About “{Excerpt.Of(about.Topic, MostTopic)}”: "
            + (about.Claim is { } claim ? $"{(about.Readers == 1 ? "a reader writes" : "several readers write")} that {Claim(claim)}. "
                : about.Readers == 1 ? $"a reader writes: “{Excerpt.Of(about.Example, MostQuoted)}” "
                : $"{about.Readers} readers write{(about.Theme is { } theme ? $" about {Excerpt.Of(theme, MostTheme)}" : "")}, one of them: “{Excerpt.Of(about.Example, MostQuoted)}” ")
            + (about.Readers == 1 ? "What do you answer?" : "What do you answer them?"),
        ReplyTopic = topic => $"A reply to the readers: {topic}",
        Before = "This is what you have said before:",
        NothingBefore = "You have nothing published about this yet.",
        LastTime = (at, quote) => $"You have answered something like it, on {Day(at, "en-GB")}: “{Excerpt.Of(quote, MostQuoted)}”",
        BeforeLine = (at, topic, quote) => $"· {Day(at, "en-GB")}, {Excerpt.Of(topic, 4)} “{Excerpt.Of(quote, 7)}”",
        ReadText = "Read the text",
    };

    private static string Claim(string claim) => Excerpt.Of(claim.Trim().TrimEnd('.', '!', '?'), MostQuoted);

    private static string Day(DateTimeOffset at, string culture) => at.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo(culture));
}
