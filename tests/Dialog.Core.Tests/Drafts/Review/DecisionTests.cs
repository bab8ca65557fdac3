using Dialog.Core.Access;
using Dialog.Core.Assignments;
using Dialog.Core.Drafts;

namespace Dialog.Core.Tests.Drafts.ReviewTests;

public class DecisionTests
{
    private const string Other = "I går satte vi ut 24 bänkar vid sjön. Vad säger du?";

    [Fact]
    public void Any_change_of_text_reopens_an_approval()
    {
        var desk = new Desk();
        Assert.Null(desk.Do(ReviewAction.Approve));
        Assert.Equal(DraftStatus.Approved, desk.Draft.Status);

        Assert.Null(desk.Do(ReviewAction.Edit, text: Other));
        Assert.Equal((DraftStatus.InReview, 2), (desk.Draft.Status, desk.Draft.Newest.Number));
        Assert.Equal(Refusal.NotApproved, desk.Do(ReviewAction.Publish));
        Assert.Empty(desk.Draft.Verdicts());
    }

    [Fact]
    public void An_older_text_that_takes_the_place_of_an_approved_one_asks_for_approval()
    {
        var desk = new Desk();
        desk.Do(ReviewAction.Edit, text: Other);
        desk.Do(ReviewAction.Approve);

        Assert.Null(desk.Do(ReviewAction.Restore, restores: 1));
        Assert.Equal((DraftStatus.InReview, 3), (desk.Draft.Status, desk.Draft.Newest.Number));
        Assert.Equal(Refusal.NotApproved, desk.Do(ReviewAction.Publish));
    }

    [Theory]
    [InlineData(ReviewAction.Approve)]
    [InlineData(ReviewAction.Edit)]
    [InlineData(ReviewAction.Withdraw)]
    public void The_desk_never_speaks_as_the_person_whose_words_they_are(ReviewAction action)
    {
        var desk = new Desk(Desk.Anna);

        Assert.Equal(Refusal.NotAllowed, desk.Do(action, new Actor(ReviewRole.Desk, Desk.Mattias.PersonId, Desk.Mattias.Name), text: Other));
        Assert.Single(desk.Draft.Entries);
    }

    [Fact]
    public void The_same_text_is_no_change()
    {
        var desk = new Desk();
        desk.Do(ReviewAction.Approve);

        Assert.Null(desk.Do(ReviewAction.Edit, text: $" {desk.Draft.Draft.Text}\n"));
        Assert.Equal((DraftStatus.Approved, 1), (desk.Draft.Status, desk.Draft.Newest.Number));
    }

    [Fact]
    public void Going_back_to_an_approved_text_asks_for_approval_again()
    {
        var desk = new Desk();
        desk.Do(ReviewAction.Approve);
        desk.Do(ReviewAction.Edit, text: Other);

        Assert.Null(desk.Do(ReviewAction.Restore, restores: 1));
        Assert.Equal((DraftStatus.InReview, 3, DraftRevisionKind.Restored), (desk.Draft.Status, desk.Draft.Newest.Number, desk.Draft.Newest.Kind));
        Assert.Equal(Refusal.Unknown, desk.Do(ReviewAction.Restore, restores: 9));
    }

    [Theory]
    [InlineData(ReviewAction.Approve)]
    [InlineData(ReviewAction.Edit)]
    [InlineData(ReviewAction.RequestChanges)]
    public void Who_read_an_older_revision_decides_nothing(ReviewAction action)
    {
        var desk = new Desk();
        desk.Do(ReviewAction.Edit, text: Other);

        Assert.Equal(Refusal.Stale, desk.Do(action, text: "Något annat.", comment: "Nej", ifRevision: 1));
        Assert.Null(desk.Do(action, text: "Något annat.", comment: "Nej", ifRevision: 2));
    }

    [Fact]
    public void A_published_text_is_corrected_through_the_same_gate()
    {
        var desk = new Desk();
        desk.Do(ReviewAction.Approve);
        Assert.Null(desk.Do(ReviewAction.Publish));
        Assert.Equal(Refusal.AlreadyPublished, desk.Do(ReviewAction.Publish));

        Assert.Null(desk.Do(ReviewAction.Edit, text: Other));
        Assert.Equal(Refusal.NotApproved, desk.Do(ReviewAction.Publish));
        desk.Do(ReviewAction.Approve);
        Assert.Null(desk.Do(ReviewAction.Publish));
        Assert.Equal(DraftStatus.Corrected, desk.Draft.Status);
    }

    [Fact]
    public void Only_named_approvers_and_the_desk_approve()
    {
        var desk = new Desk(Desk.Anna, Desk.Edit);

        Assert.Equal(Refusal.NotAllowed, desk.Do(ReviewAction.Approve, Desk.As(Desk.Edit)));
        Assert.Equal(Refusal.NotAllowed, desk.Do(ReviewAction.Approve, new Actor(ReviewRole.Approver, "stranger")));
        Assert.Equal(Refusal.NotAllowed, desk.Do(ReviewAction.Approve, new Actor(ReviewRole.Administrator)));
        Assert.Null(desk.Do(ReviewAction.Approve, Desk.As(Desk.Anna)));
        Assert.Equal(DraftStatus.Approved, desk.Draft.Status);
    }

    [Fact]
    public void Where_nobody_is_named_the_editors_approve()
    {
        var desk = new Desk(Desk.Edit);

        Assert.Null(desk.Do(ReviewAction.Approve, Desk.As(Desk.Edit)));
        Assert.Equal(DraftStatus.Approved, desk.Draft.Status);
    }

    [Fact]
    public void A_respondent_who_is_approver_too_approves_own_words_only_as_respondent()
    {
        var desk = new Desk(new Reviewer("mattias", "Mattias Jansson", Editor: true, Approver: true), Desk.Anna);

        Assert.Null(desk.Do(ReviewAction.Approve, new Actor(ReviewRole.Approver, "mattias")));
        Assert.Equal(DraftStatus.InReview, desk.Draft.Status);
        Assert.True(desk.Draft.RespondentApproved());
    }

    [Fact]
    public void All_of_waits_for_every_named_approver_also_after_the_desks_yes()
    {
        var desk = new Desk(Desk.Anna, Desk.Bo) { Policy = new ReviewPolicy(ApproverRule.All) };
        desk.Do(ReviewAction.Approve, Desk.As(Desk.Anna));
        desk.Do(ReviewAction.Approve, Desk.As(Desk.Anna));
        desk.Do(ReviewAction.Approve);
        Assert.Equal(DraftStatus.InReview, desk.Draft.Status);

        desk.Do(ReviewAction.Approve, Desk.As(Desk.Bo));
        Assert.Equal(DraftStatus.Approved, desk.Draft.Status);
    }

    [Fact]
    public void All_of_is_not_outvoted()
    {
        var desk = new Desk(Desk.Anna, Desk.Bo) { Policy = new ReviewPolicy(ApproverRule.All) };
        desk.Do(ReviewAction.RequestChanges, Desk.As(Desk.Anna), comment: "Fel år");
        desk.Do(ReviewAction.Approve, Desk.As(Desk.Bo));
        Assert.Equal(DraftStatus.ChangesRequested, desk.Draft.Status);

        desk.Do(ReviewAction.Approve, Desk.As(Desk.Anna));
        Assert.Equal(DraftStatus.Approved, desk.Draft.Status);
    }

    [Fact]
    public void Where_quotes_need_approval_the_persons_yes_to_exactly_this_text_comes_first()
    {
        var desk = new Desk { Policy = new ReviewPolicy(Quotes: QuoteRule.Required) };
        Assert.Equal(Refusal.QuoteNotApproved, desk.Do(ReviewAction.Approve));

        desk.Do(ReviewAction.Approve, Desk.Mattias);
        Assert.Null(desk.Do(ReviewAction.Approve));
        desk.Do(ReviewAction.Edit, text: Other);
        Assert.Equal(Refusal.QuoteNotApproved, desk.Do(ReviewAction.Approve));
    }

    [Fact]
    public void The_person_stops_an_approved_text_and_the_desk_cannot_overrule_it()
    {
        var desk = new Desk();
        desk.Do(ReviewAction.Approve);
        Assert.Null(desk.Do(ReviewAction.RequestChanges, Desk.Mattias));

        Assert.Equal(Refusal.RespondentObjects, desk.Do(ReviewAction.Approve));
        Assert.Equal(Refusal.NotApproved, desk.Do(ReviewAction.Publish));
        desk.Do(ReviewAction.Edit, Desk.Mattias, text: Other);
        Assert.Null(desk.Do(ReviewAction.Approve));
    }

    [Fact]
    public void The_person_withdraws_until_publication()
    {
        var withdrawn = new Desk();
        withdrawn.Do(ReviewAction.Approve);
        Assert.Null(withdrawn.Do(ReviewAction.Withdraw, Desk.Mattias));
        Assert.Equal(Refusal.Withdrawn, withdrawn.Do(ReviewAction.Publish));
        Assert.Equal(Refusal.Withdrawn, withdrawn.Do(ReviewAction.Edit, text: Other));

        var published = new Desk();
        published.Do(ReviewAction.Approve);
        published.Do(ReviewAction.Publish);
        Assert.Equal(Refusal.NotAllowed, published.Do(ReviewAction.Withdraw, Desk.Mattias));
        Assert.Null(published.Do(ReviewAction.Withdraw));
    }

    [Fact]
    public void A_severe_warning_is_resolved_or_accepted_with_a_reason_before_approval()
    {
        var desk = new Desk();
        desk.Do(ReviewAction.Edit, text: $"{Desk.OwnSentence} Ring 121212-1212?");
        Assert.Equal(Refusal.OpenWarnings, desk.Do(ReviewAction.Approve));
        Assert.Equal(Refusal.CommentMissing, desk.Do(ReviewAction.AcceptWarnings));

        Assert.Null(desk.Do(ReviewAction.AcceptWarnings, comment: "Påhittat nummer"));
        Assert.Null(desk.Do(ReviewAction.Approve));
        desk.Do(ReviewAction.Edit, text: $"{Desk.OwnSentence} Ring gärna 121212-1212?");
        Assert.Equal(Refusal.OpenWarnings, desk.Do(ReviewAction.Approve));
    }

    [Theory]
    [InlineData(null, "Eva Ek", "egen bild", Consent.Yes, Refusal.PictureIncomplete)]
    [InlineData("En plog", null, "egen bild", Consent.Yes, Refusal.PictureIncomplete)]
    [InlineData("En plog", "Eva Ek", null, Consent.Yes, Refusal.PictureIncomplete)]
    [InlineData("En plog", "Eva Ek", "egen bild", null, Refusal.PictureIncomplete)]
    [InlineData("En plog", "Eva Ek", "egen bild", Consent.No, Refusal.PictureRefused)]
    [InlineData("En plog", "Eva Ek", "egen bild", Consent.Yes, null)]
    [InlineData("En plog", "Eva Ek", "egen bild", Consent.NotNeeded, null)]
    public void Nothing_is_approved_with_a_picture_that_may_not_go_out(string? alt, string? photographer, string? licence, Consent? consent, Refusal? refused)
    {
        var desk = new Desk();
        desk.File = desk.File with { Picture = new Picture(alt, Photographer: photographer, Licence: licence, Consent: consent) };
        desk.Do(ReviewAction.Edit, text: Other);
        Assert.Equal(refused, desk.Do(ReviewAction.Approve));

        desk.File = desk.File with { Picture = null };
        Assert.Null(desk.Do(ReviewAction.Approve));
    }

    [Fact]
    public void A_no_from_somebody_in_the_picture_stops_what_was_approved()
    {
        var desk = new Desk();
        desk.Do(ReviewAction.Approve);
        desk.File = desk.File with { Picture = new Picture("En plog", Photographer: "Eva Ek", Licence: "egen bild", Consent: Consent.No) };

        Assert.Equal(Refusal.PictureRefused, desk.Do(ReviewAction.Publish));
        Assert.Equal(Refusal.PictureRefused, desk.Do(ReviewAction.Schedule));
        Assert.Null(desk.Do(ReviewAction.Approve, Desk.Mattias));
    }

    [Fact]
    public void Changes_are_requested_with_a_reason()
    {
        var desk = new Desk();

        Assert.Equal(Refusal.CommentMissing, desk.Do(ReviewAction.RequestChanges, comment: " "));
        Assert.Null(desk.Do(ReviewAction.RequestChanges, comment: "Fel år"));
        Assert.Equal(DraftStatus.ChangesRequested, desk.Draft.Status);
    }

    [Fact]
    public void New_answers_take_the_place_of_a_composed_text()
    {
        var desk = new Desk();
        desk.Do(ReviewAction.Approve);
        desk.Answers("I går satte vi ut 25 bänkar vid sjön. Vad tycker du?");

        Assert.Equal((DraftStatus.InReview, 2, DraftRevisionKind.Composed), (desk.Draft.Status, desk.Draft.Newest.Number, desk.Draft.Newest.Kind));
    }

    [Fact]
    public void New_answers_never_overwrite_what_somebody_wrote_by_hand()
    {
        var desk = new Desk();
        desk.Do(ReviewAction.Edit, text: Other);
        desk.Do(ReviewAction.Approve);
        desk.Answers("I går satte vi ut 25 bänkar vid sjön. Vad tycker du?");

        Assert.Equal(Other, desk.Draft.Draft.Text);
        Assert.Equal(DraftStatus.InReview, desk.Draft.Status);
        Assert.Contains("25 bänkar", desk.Draft.Revisions[^2].Draft.Text, StringComparison.Ordinal);
        Assert.Contains(desk.Draft.Draft.Warnings, warning => warning.Code == "answers_changed");
        Assert.Null(desk.Do(ReviewAction.Restore, restores: desk.Draft.Newest.Number - 1));
        Assert.DoesNotContain(desk.Draft.Draft.Warnings, warning => warning.Code == "answers_changed");
    }

    [Fact]
    public void What_has_gone_out_is_not_composed_anew()
    {
        var desk = new Desk();
        desk.Do(ReviewAction.Approve);
        desk.Do(ReviewAction.Publish);
        desk.Answers("I går satte vi ut 25 bänkar vid sjön. Vad tycker du?");

        Assert.Equal((DraftStatus.Published, 1), (desk.Draft.Status, desk.Draft.Newest.Number));
    }
}
