using CsCheck;
using Dialog.Core.Access;
using Dialog.Core.Drafts;

namespace Dialog.Core.Tests.Drafts.ReviewTests;

public class SequenceTests
{
    private static readonly Actor[] Actors =
        [Actor.Desk, Desk.Mattias, Desk.As(Desk.Anna), Desk.As(Desk.Bo), Desk.As(Desk.Edit), new Actor(ReviewRole.Approver, "stranger"), new Actor(ReviewRole.Administrator)];

    private static readonly string[] Texts = ["I går satte vi ut 24 bänkar vid sjön. Vad tycker du?", "Vi satte ut bänkar.", "Ring 121212-1212.", "En helt annan text?", ""];

    private static readonly Gen<(ReviewAction Action, int Actor, int Text, int Revision)> Step =
        Gen.Select(Gen.Enum<ReviewAction>(), Gen.Int[0, Actors.Length - 1], Gen.Int[0, Texts.Length - 1], Gen.Int[0, 6]);

    [Fact]
    public void No_sequence_of_actions_leaves_a_text_approved_that_nobody_approved_as_it_stands() =>
        Gen.Select(Step.Array[1, 25], Gen.Enum<ApproverRule>(), Gen.Enum<QuoteRule>()).Sample((steps, approvers, quotes) =>
        {
            var desk = new Desk(Desk.Anna, Desk.Bo, Desk.Edit) { Policy = new ReviewPolicy(approvers, quotes) };
            foreach (var step in steps)
            {
                var before = desk.Draft;
                Take(desk, step);
                AssertHolds(before, desk, approvers, quotes);
            }
        });

    private static void Take(Desk desk, (ReviewAction Action, int Actor, int Text, int Revision) step)
    {
        if (step.Action == ReviewAction.Compose)
        {
            desk.Answers($"{Texts[step.Text]} {step.Revision}");
        }
        else
        {
            desk.Do(step.Action, Actors[step.Actor], Texts[step.Text], comment: "Därför", restores: step.Revision, ifRevision: step.Revision == 0 ? null : step.Revision);
        }
    }

    private static void AssertHolds(ReviewedDraft before, Desk desk, ApproverRule approvers, QuoteRule quotes)
    {
        var draft = desk.Draft;
        Assert.Equal(before.Revisions, draft.Revisions.Take(before.Revisions.Count));
        Assert.Equal(before.Entries, draft.Entries.Take(before.Entries.Count));
        Assert.Equal(Enumerable.Range(1, draft.Revisions.Count), draft.Revisions.Select(revision => revision.Number));
        if (draft.Status is not (DraftStatus.Approved or DraftStatus.Scheduled or DraftStatus.Published or DraftStatus.Corrected))
        {
            return;
        }

        var yes = draft.OfNewest().Where(entry => entry.Action == ReviewAction.Approve && entry.Hash == draft.Draft.Hash && entry.By.Role is ReviewRole.Approver or ReviewRole.Desk).ToList();
        Assert.NotEmpty(yes);
        Assert.DoesNotContain(yes, entry => entry.By.PersonId is "stranger" or "edit" or "mattias");
        if (approvers == ApproverRule.All)
        {
            Assert.Superset(new HashSet<string?> { "anna", "bo" }, yes.Select(entry => entry.By.PersonId).ToHashSet());
        }

        if (quotes == QuoteRule.Required)
        {
            Assert.Contains(draft.OfNewest(), entry => entry is { Action: ReviewAction.Approve, By.Role: ReviewRole.Respondent } && entry.Hash == draft.Draft.Hash);
        }
    }
}
