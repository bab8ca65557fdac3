using Dialog.Core.Access;
using Dialog.Core.Drafts;
using Dialog.Core.Questions;

namespace Dialog.Core.Tests.Drafts.ReviewTests;

/// <summary>What an editor is told of answers that were changed behind a text that is out.</summary>
public class ChangedAnswerTests
{
    private const string Second = "Folk sitter där varje dag.";

    private static readonly DateTimeOffset Morning = new(2027, 2, 5, 8, 5, 0, TimeSpan.Zero);

    [Fact]
    public void A_changed_answer_is_told_of_with_what_no_longer_stands_in_it()
    {
        var changed = Assert.Single(ChangedAnswer.Behind(Published().Draft, [First(), new AnswerVersion(Slot.What, 2, "i går satte vi ut 24 bänkar vid sjön -- folk sitter där på sommaren", Morning.AddDays(1))]));

        Assert.Equal((Slot.What, ReviewAction.Publish, Morning.AddDays(1)), (changed.Slot, changed.Since, changed.At));
        Assert.Equal([Second], changed.Gone);
    }

    [Theory]
    [InlineData("I går satte vi ut 24 bänkar vid sjön. Folk sitter där varje dag. Men inte i Valla.", 0)]
    [InlineData("", 2)]
    public void What_was_added_or_taken_back_is_a_change_too(string now, int gone) =>
        Assert.Equal(gone, Assert.Single(ChangedAnswer.Behind(Published().Draft, [First(), new AnswerVersion(Slot.What, 2, now, Morning.AddDays(1))])).Gone.Count);

    [Fact]
    public void Behind_a_text_that_is_approved_it_is_told_of_too()
    {
        AnswerVersion[] answers = [First(), new AnswerVersion(Slot.What, 2, $"{Desk.OwnSentence} {Second} Men inte i Valla.", Morning.AddDays(1))];
        var desk = new Desk();
        desk.Answers($"{Desk.OwnSentence} {Second}");
        Assert.Empty(ChangedAnswer.Behind(desk.Draft, answers));
        Assert.Null(desk.Do(ReviewAction.Approve));

        var changed = Assert.Single(ChangedAnswer.Behind(desk.Draft, answers));
        Assert.Equal((ReviewAction.Approve, 0), (changed.Since, changed.Gone.Count));
        Assert.Null(desk.Do(ReviewAction.Publish));
        Assert.Equal(ReviewAction.Publish, Assert.Single(ChangedAnswer.Behind(desk.Draft, answers)).Since);
    }

    [Fact]
    public void What_changed_before_or_changed_back_or_stands_behind_another_text_is_none()
    {
        var draft = Published().Draft;

        Assert.Empty(ChangedAnswer.Behind(draft, [First()]));
        Assert.Empty(ChangedAnswer.Behind(draft, [First(), new AnswerVersion(Slot.What, 2, "Nytt.", Morning.AddMinutes(-1))]));
        Assert.Empty(ChangedAnswer.Behind(draft, [First(), new AnswerVersion(Slot.What, 2, "Nytt.", Morning.AddDays(1)), First() with { Revision = 3, At = Morning.AddDays(2) }]));
        Assert.Empty(ChangedAnswer.Behind(draft, [new AnswerVersion(Slot.Why, 1, "Så.", Morning.AddDays(-1)), new AnswerVersion(Slot.Why, 2, "Nytt.", Morning.AddDays(1))]));
    }

    [Fact]
    public void Nothing_is_told_of_a_text_that_is_not_out_and_no_more_when_it_is_out_corrected()
    {
        AnswerVersion[] answers = [First(), new AnswerVersion(Slot.What, 2, "Nytt.", Morning.AddMinutes(10))];
        var desk = new Desk();
        Assert.Empty(ChangedAnswer.Behind(desk.Draft, answers));

        var published = Published();
        Assert.Single(ChangedAnswer.Behind(published.Draft, answers));
        published.Do(ReviewAction.Edit, text: "Nytt.");
        Assert.Single(ChangedAnswer.Behind(published.Draft, answers));
        for (var minute = 0; minute < 10; minute++)
        {
            published.Do(ReviewAction.Approve);
        }

        published.Do(ReviewAction.Publish);
        Assert.Empty(ChangedAnswer.Behind(published.Draft, answers));
        published.Do(ReviewAction.Withdraw);
        Assert.Empty(ChangedAnswer.Behind(published.Draft, [First(), new AnswerVersion(Slot.What, 2, "Nytt.", Morning.AddDays(3))]));
    }

    private static AnswerVersion First() => new(Slot.What, 1, $"{Desk.OwnSentence} {Second}", Morning.AddDays(-1));

    /// <summary>Out since some minutes after nine.</summary>
    private static Desk Published()
    {
        var desk = new Desk();
        desk.Answers($"{Desk.OwnSentence} {Second}");
        Assert.Null(desk.Do(ReviewAction.Approve));
        Assert.Null(desk.Do(ReviewAction.Publish));
        return desk;
    }
}
