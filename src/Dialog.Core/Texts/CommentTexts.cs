using Dialog.Core.Reading;

namespace Dialog.Core.Texts;

/// <summary>What the person is told of comments on passages of their text. One complete instance per language.</summary>
public sealed record CommentTexts
{
    private const int MostQuoted = 12;

    private const int MostSaid = 30;

    /// <summary>The texts of <c>sv</c> or <c>en</c>; anything else reads as Swedish.</summary>
    public static CommentTexts For(string language) => language == "en" ? English : Swedish;

    /// <summary>A comment on a passage, at most sixty words: outlet, passage, comment.</summary>
    public required Func<string, string, string, string> About { get; init; }

    /// <summary>There are more of them at the desk: how many.</summary>
    public required Func<int, string> More { get; init; }

    /// <summary>Asks whether to change the answer.</summary>
    public required string ChangeIt { get; init; }

    private static CommentTexts Swedish { get; } = new()
    {
        About = (outlet, quote, said) => $"Redaktionen om ”{Excerpt.Of(quote, MostQuoted)}” ({outlet}): {Excerpt.Of(said, MostSaid)}",
        More = count => count == 1 ? "Det finns en kommentar till hos redaktionen." : $"Det finns {count} kommentarer till hos redaktionen.",
        ChangeIt = "Vill du ändra ditt svar?",
    };

    private static CommentTexts English { get; } = new()
    {
        About = (outlet, quote, said) => $"The desk about “{Excerpt.Of(quote, MostQuoted)}” ({outlet}): {Excerpt.Of(said, MostSaid)}",
        More = count => count == 1 ? "The desk has one more comment." : $"The desk has {count} more comments.",
        ChangeIt = "Would you like to change your answer?",
    };
}
