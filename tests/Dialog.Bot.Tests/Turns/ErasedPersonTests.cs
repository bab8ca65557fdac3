using Dialog.Bot.Store;
using Dialog.Bot.Tests.Support;
using Dialog.Bot.Turns;
using Dialog.Core.Access;
using Dialog.Core.Assignments;
using Dialog.Core.Drafts;
using Dialog.Core.Interviews;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dialog.Bot.Tests.Turns;

/// <summary>What is done to texts that were kept when the person was erased: the desk goes on with them, and nobody is told.</summary>
public sealed class ErasedPersonTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_kept_text_is_changed_approved_published_corrected_and_withdrawn_and_nobody_is_told()
    {
        await using var house = await House.BuildAsync();
        var assignment = await ApprovedAsync(house);
        await EraseAsync(house, assignment);
        var draft = $"{assignment}-web";

        await house.ReviewAsync($"{assignment}-x", ReviewAction.Spike);
        Assert.Null(await house.Reviews.OrderAsync(new ReviewOrder(draft, ReviewAction.Edit, Actor.Desk) { Text = "Bussarna fastnade varje morgon." }, Cancelled));
        await house.ReviewAsync(draft, ReviewAction.Approve);
        await house.ReviewAsync(draft, ReviewAction.Publish);
        Assert.Equal((AssignmentState.Completed, AssignmentStage.Published), await StandsAsync(house, assignment));
        Assert.Null(await house.Reviews.OrderAsync(new ReviewOrder(draft, ReviewAction.Restore, Actor.Desk) { Restores = 1 }, Cancelled));
        Assert.Equal((AssignmentState.Submitted, AssignmentStage.Review), await StandsAsync(house, assignment));
        await house.ReviewAsync(draft, ReviewAction.Withdraw);

        await using var db = house.OpenStore();
        Assert.Equal(DraftStatus.Withdrawn, await StatusAsync(db, draft));
        Assert.False(await db.Messages.AnyAsync(Cancelled));
        Assert.False(await db.Outbox.AnyAsync(Cancelled));
        Assert.Null(FinalRecord.Read((await db.Records.SingleAsync(Cancelled)).Body).Name);
    }

    [Fact]
    public async Task A_text_that_was_changed_is_put_to_the_approvers_again_and_their_yes_counts()
    {
        await using var house = await House.BuildAsync();
        var assignment = await ApprovedAsync(house);
        await EraseAsync(house, assignment);
        var approver = (await house.AddPersonAsync("U9", "approver")).Id;

        Assert.Null(await house.Reviews.OrderAsync(new ReviewOrder($"{assignment}-web", ReviewAction.Edit, Actor.Desk) { Text = "Bussarna fastnade varje morgon." }, Cancelled));
        await house.Postman.CarryAsync(Cancelled);

        await using var db = house.OpenStore();
        var asked = StateJson.Read<Outgoing>((await db.Messages.SingleAsync(message => message.PersonId == approver, Cancelled)).Body!);
        Assert.Contains("Någon har svarat om ”Varför twittrar kommunchefen?”", asked.Text, StringComparison.Ordinal);
        var yes = new Incoming.Chose(asked.Choices[0].Value) { Key = "yes", At = house.Clock.GetUtcNow() };
        await house.Turns.TakeAsync(approver, yes, Cancelled);
        await house.Postman.CarryAsync(Cancelled);
        Assert.Equal(DraftStatus.Approved, await StatusAsync(db, $"{assignment}-web"));
        await house.Postman.CarryAsync(Cancelled);
        Assert.False(await db.Mail.AnyAsync(Cancelled));
    }

    [Fact]
    public async Task Nothing_can_be_asked_of_somebody_who_is_gone()
    {
        await using var house = await House.BuildAsync();
        var assignment = await ApprovedAsync(house);
        await EraseAsync(house, assignment);
        var readers = house.Services.GetRequiredService<ReaderBook>();

        Assert.Equal(Refusal.PersonGone, await house.Reviews.OrderAsync(new ReviewOrder($"{assignment}-web", ReviewAction.RequestChanges, Actor.Desk) { Comment = "Kortare." }, Cancelled));
        var row = (await house.Desk.FindAsync(assignment, Cancelled))!;
        Assert.NotNull(await house.Desk.WithdrawAsync(row, Cancelled));
        Assert.NotNull(await house.Desk.ReopenAsync(row, Cancelled));
        Assert.NotNull(await house.Desk.ReorderAsync(row, new OrderChange { Topic = "Något annat" }, Cancelled));
        Assert.False(await readers.CanAskAsync(assignment, Cancelled));
        await Assert.ThrowsAsync<KeyNotFoundException>(() => house.Turns.TakeAsync("nobody", new Incoming.Reopened(assignment) { Key = "reopen", At = house.Clock.GetUtcNow() }, Cancelled));
    }

    [Fact]
    public async Task What_readers_say_is_kept_and_asked_of_nobody()
    {
        await using var house = await House.BuildAsync();
        var assignment = await ApprovedAsync(house);
        await EraseAsync(house, assignment);
        var readers = house.Services.GetRequiredService<ReaderBook>();

        await readers.AddAsync(assignment, new Reaction("r1", "Och parkeringen?", null, null), Asking.Always, Cancelled);
        await house.ReviewAsync($"{assignment}-web", ReviewAction.Publish);
        await readers.AddAsync(assignment, new Reaction("r2", "Och cykelbanan?", null, null), Asking.Always, Cancelled);

        var kept = (await readers.ReadAsync(assignment, Cancelled))!;
        Assert.Equal(["Och parkeringen?", "Och cykelbanan?"], kept.Alone.Select(voice => voice.Text));
        Assert.Empty(kept.Groups);
    }

    private static async Task<string> ApprovedAsync(House house)
    {
        var assignment = await house.InterviewedAsync();
        await house.ReviewAsync($"{assignment}-web", ReviewAction.Approve);
        return assignment;
    }

    private static async Task EraseAsync(House house, string assignment) =>
        Assert.Single((await house.PersonalData.EraseAsync((await house.Desk.FindAsync(assignment, Cancelled))!.PersonId, Cancelled))!.Kept);

    private static Task<DraftStatus> StatusAsync(DialogDb db, string draft) =>
        db.Drafts.Where(row => row.Id == draft).OrderByDescending(row => row.Revision).Select(row => row.Status).FirstAsync(Cancelled);

    private static async Task<(AssignmentState State, AssignmentStage Stage)> StandsAsync(House house, string assignment)
    {
        var row = (await house.Desk.FindAsync(assignment, Cancelled))!;
        return (row.State, row.Stage);
    }
}
