using Dialog.Core.Access;
using Dialog.Core.Checks;
using Dialog.Core.Drafts;
using Dialog.Core.Questions;

namespace Dialog.Core.Tests.Drafts.ReviewTests;

/// <summary>A draft on the desk: takes orders and remembers what became of it.</summary>
internal sealed class Desk
{
    public const string OwnSentence = "I går satte vi ut 24 bänkar vid sjön.";

    private static readonly DateTimeOffset Morning = new(2027, 2, 5, 9, 5, 0, TimeSpan.FromHours(1));

    private int minutes;

    public Desk(params Reviewer[] staff)
    {
        File = new ReviewFile("a1", "mattias", [], [.. staff]);
        Draft = Review.Begin("a1", Composed($"{OwnSentence} Vad tycker du?"), Mattias, Morning);
    }

    public static Actor Mattias { get; } = new(ReviewRole.Respondent, "mattias", "Mattias Jansson");

    public static Reviewer Anna { get; } = new("anna", "Anna Ek", Editor: false, Approver: true);

    public static Reviewer Bo { get; } = new("bo", "Bo Al", Editor: false, Approver: true);

    public static Reviewer Edit { get; } = new("edit", "Edit Or", Editor: true, Approver: false);

    public ReviewFile File { get; set; }

    public ReviewPolicy Policy { get; set; } = new();

    public ReviewedDraft Draft { get; private set; }

    public static Draft Composed(string text) => new()
    {
        Outlet = "x",
        Text = text,
        Parts = [new DraftPart("reflection", text)],
        Length = text.Length,
        Limit = 280,
        Unit = "weightedCharacters",
        Sentences = [.. Reading.TextParts.Sentences(text).Select((sentence, index) => new DraftSentence(sentence, Origin.Own, new AnswerReference(Slot.What, 1, index)))],
    };

    public static Actor As(Reviewer person) => new(person.Approver ? ReviewRole.Approver : ReviewRole.Editor, person.Id, person.Name);

    /// <summary>Null when it was done.</summary>
    public Refusal? Do(ReviewAction action, Actor? by = null, string? text = null, string? comment = null, int? restores = null, int? ifRevision = null)
    {
        var order = new ReviewOrder(Draft.Id, action, by ?? Actor.Desk) { Text = text, Comment = comment, Restores = restores, IfRevision = ifRevision };
        var ruling = Review.Decide(Draft, order, File, Policy, new Rework(new CheckContext("sv", "Mattias Jansson", [], []), Outlets.BuiltIn), Now());
        Draft = ruling.After;
        return ruling.Refused;
    }

    public void Answers(string text) => Draft = Review.Recompose(Draft, Composed(text), Mattias, "sv", Now()) ?? Draft;

    private DateTimeOffset Now() => Morning.AddMinutes(++minutes);
}
