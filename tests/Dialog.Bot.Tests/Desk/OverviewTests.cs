using Dialog.Bot.Channels;
using Dialog.Bot.Desk;
using Dialog.Bot.Tests.Support;
using Dialog.Bot.Turns;
using Dialog.Core.Access;
using Dialog.Core.Assignments;
using Dialog.Core.Drafts;
using Dialog.Core.Interviews;

namespace Dialog.Bot.Tests.Desk;

/// <summary>The overview reads what turns wrote.</summary>
public class OverviewTests
{
    private static readonly DateTimeOffset Deadline = new(2027, 2, 10, 11, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_question_goes_over_the_board_as_it_lives()
    {
        await using var house = await House.BuildAsync();
        var person = await house.AddPersonAsync();
        var planned = House.Assignment(person.Id) with { PublishOn = new DateOnly(2027, 4, 29), AsPlanned = true };
        await house.Assignments.OpenAsync(planned, requestKey: null, TestContext.Current.CancellationToken);
        Assert.Equal(AssignmentStage.Planned, await StageAsync(house, planned.Id));

        var asked = House.Assignment(person.Id) with { Track = Track.Quick, CopyDeadline = Deadline, Outlets = ["x", "facebook"] };
        await house.Assignments.OpenAsync(asked, requestKey: null, TestContext.Current.CancellationToken);
        Assert.Equal(AssignmentStage.Assigned, await StageAsync(house, asked.Id));

        var lines = new Queue<string>(["ja", "Min tes måste prövas mot andra, eftersom det är lätt att utgå från sin egen världsbild.", "klar", "Vad tycker du?", "klar"]);
        for (var number = 1; lines.TryDequeue(out var line); number++)
        {
            await house.SayAsync(line, $"E{number}");
            house.Clock.Advance(TimeSpan.FromMinutes(2));
            await house.TickAsync();
            if (number == 1)
            {
                Assert.Equal(AssignmentStage.InProgress, await StageAsync(house, asked.Id));
            }
        }

        Assert.Equal(AssignmentStage.Review, await StageAsync(house, asked.Id));
        var overview = Overview(house);
        Assert.Equal([asked.Id], (await overview.BoardAsync(TestContext.Current.CancellationToken)).Single(column => column.Stage == AssignmentStage.Review).Lines.Select(card => card.Id));

        await ReviewAsync(house, asked.Id, "x", ReviewAction.Approve);
        Assert.Equal(AssignmentStage.Review, await StageAsync(house, asked.Id));
        await ReviewAsync(house, asked.Id, "facebook", ReviewAction.Approve);
        Assert.Equal(AssignmentStage.Approved, await StageAsync(house, asked.Id));
        await ReviewAsync(house, asked.Id, "x", ReviewAction.Publish);
        Assert.Equal(AssignmentStage.Approved, await StageAsync(house, asked.Id));
        await ReviewAsync(house, asked.Id, "facebook", ReviewAction.Spike);
        Assert.Equal(AssignmentStage.Published, await StageAsync(house, asked.Id));
        await house.Desk.WithdrawAsync((await house.Desk.FindAsync(planned.Id, TestContext.Current.CancellationToken))!, TestContext.Current.CancellationToken);
        Assert.Equal(AssignmentStage.Ended, await StageAsync(house, planned.Id));
    }

    [Fact]
    public async Task The_month_holds_deadlines_on_the_organisations_clock_and_days_of_publication()
    {
        await using var house = await House.BuildAsync();
        var person = await house.AddPersonAsync();
        var late = House.Assignment(person.Id) with { CopyDeadline = new DateTimeOffset(2027, 2, 28, 23, 30, 0, TimeSpan.Zero), PublishOn = new DateOnly(2027, 3, 4) };
        await house.Assignments.OpenAsync(late, requestKey: null, TestContext.Current.CancellationToken);

        var (february, march) = (await Overview(house).MonthAsync(new DateOnly(2027, 2, 1), TestContext.Current.CancellationToken), await Overview(house).MonthAsync(new DateOnly(2027, 3, 1), TestContext.Current.CancellationToken));

        Assert.Empty(february);
        Assert.Equal(new TimeOnly(0, 30), Assert.Single(march[new DateOnly(2027, 3, 1)]).Deadline);
        Assert.Null(Assert.Single(march[new DateOnly(2027, 3, 4)]).Deadline);
    }

    [Fact]
    public async Task What_is_late_is_what_has_not_left_when_it_should_have()
    {
        await using var house = await House.BuildAsync();
        var person = await house.AddPersonAsync();
        var (late, withdrawn, early) = (House.Assignment(person.Id) with { CopyDeadline = Deadline }, House.Assignment(person.Id) with { CopyDeadline = Deadline }, House.Assignment(person.Id) with { CopyDeadline = Deadline.AddDays(9) });
        foreach (var assignment in new[] { late, withdrawn, early })
        {
            await house.Assignments.OpenAsync(assignment, requestKey: null, TestContext.Current.CancellationToken);
        }

        await house.Desk.WithdrawAsync((await house.Desk.FindAsync(withdrawn.Id, TestContext.Current.CancellationToken))!, TestContext.Current.CancellationToken);
        house.Clock.Advance(Deadline.AddHours(1) - house.Clock.GetUtcNow());

        var (lines, count) = await Overview(house).LateAsync(TestContext.Current.CancellationToken);

        Assert.Equal(late.Id, Assert.Single(lines).Id);
        Assert.Equal(1, count);
    }

    [Fact]
    public async Task A_copy_deadline_that_only_the_plan_tells_counts_as_one_that_was_ordered()
    {
        await using var house = await House.BuildAsync();
        var person = await house.AddPersonAsync();
        var (planned, moved, undated) = (House.Assignment(person.Id) with { PublishOn = new DateOnly(2027, 2, 18) }, House.Assignment(person.Id) with { PublishOn = new DateOnly(2027, 2, 18) }, House.Assignment(person.Id));
        foreach (var assignment in new[] { planned, moved, undated })
        {
            await house.Assignments.OpenAsync(assignment, requestKey: null, TestContext.Current.CancellationToken);
        }

        await house.Desk.ReorderAsync((await house.Desk.FindAsync(moved.Id, TestContext.Current.CancellationToken))!, new OrderChange { PublishOn = new DateOnly(2027, 4, 1) }, TestContext.Current.CancellationToken);
        var deadline = new DateTimeOffset(2027, 2, 12, 11, 0, 0, TimeSpan.Zero);
        house.Clock.Advance(deadline.AddHours(1) - house.Clock.GetUtcNow());

        var (late, count) = await Overview(house).LateAsync(TestContext.Current.CancellationToken);
        var (lines, _) = await Overview(house).ListAsync(new DeskFilter(), among: null, TestContext.Current.CancellationToken);
        var february = await Overview(house).MonthAsync(new DateOnly(2027, 2, 1), TestContext.Current.CancellationToken);

        Assert.Equal((planned.Id, 1), (Assert.Single(late).Id, count));
        Assert.Equal([(planned.Id, deadline), (moved.Id, new DateTimeOffset(2027, 3, 24, 11, 0, 0, TimeSpan.Zero)), (undated.Id, default(DateTimeOffset?))], lines.Select(line => (line.Id, line.CopyDeadline)));
        Assert.Equal(new TimeOnly(12, 0), Assert.Single(february[new DateOnly(2027, 2, 12)]).Deadline);
        await using var db = house.OpenStore();
        Assert.Null(db.Assignments.Single(a => a.Id == planned.Id).CopyDeadline);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Page_after_page_shows_every_line_once_in_order(bool byChange)
    {
        await using var house = await House.BuildAsync();
        var person = await house.AddPersonAsync();
        var all = new List<string>();
        for (var number = 0; number < 60; number++)
        {
            var assignment = House.Assignment(person.Id) with { CopyDeadline = number % 7 == 0 ? null : Deadline.AddHours(number / 4) };
            await house.Assignments.OpenAsync(assignment, requestKey: null, TestContext.Current.CancellationToken);
            all.Add(assignment.Id);
        }

        var shown = new List<DeskLine>();
        var filter = new DeskFilter { ByChange = byChange };
        for (string? next = ""; next is not null;)
        {
            (var lines, next) = await Overview(house).ListAsync(filter with { After = next }, among: null, TestContext.Current.CancellationToken);
            shown.AddRange(lines);
        }

        Assert.Equal(all.Order(StringComparer.Ordinal), shown.Select(line => line.Id).Order(StringComparer.Ordinal));
        Assert.Equal(byChange ? shown.OrderByDescending(line => line.MovedAt) : shown.OrderBy(line => line.CopyDeadline ?? DateTimeOffset.MaxValue), shown);
    }

    [Fact]
    public async Task The_list_is_narrowed_by_stage_person_and_month()
    {
        await using var house = await House.BuildAsync();
        var mattias = await house.AddPersonAsync();
        var anna = (await house.People.AddAsync("Anna_100 %", null, ["respondent"], "sv", "Europe/Stockholm", [new(Address.Slack, "T1", "U2")], TestContext.Current.CancellationToken))!;
        var (hers, his) = (House.Assignment(anna.Id) with { CopyDeadline = Deadline }, House.Assignment(mattias.Id) with { PublishOn = new DateOnly(2027, 3, 4) });
        await house.Assignments.OpenAsync(hers, requestKey: null, TestContext.Current.CancellationToken);
        await house.Assignments.OpenAsync(his, requestKey: null, TestContext.Current.CancellationToken);

        async Task<string[]> ShownAsync(DeskFilter filter) => [.. (await Overview(house).ListAsync(filter, among: null, TestContext.Current.CancellationToken)).Lines.Select(line => line.Id)];
        Assert.Equal([hers.Id], await ShownAsync(new DeskFilter { Person = "anna_100 %" }));
        Assert.Equal([hers.Id], await ShownAsync(new DeskFilter { Person = anna.Id }));
        Assert.Empty(await ShownAsync(new DeskFilter { Person = "%" + "x" }));
        Assert.Equal([his.Id], await ShownAsync(new DeskFilter { Month = new DateOnly(2027, 3, 1) }));
        Assert.Equal([hers.Id, his.Id], await ShownAsync(new DeskFilter { Stage = AssignmentStage.Assigned }));
        Assert.Empty(await ShownAsync(new DeskFilter { Stage = AssignmentStage.Published }));
    }

    [Theory]
    [InlineData("åsa")]
    [InlineData("ÖBERG")]
    [InlineData("a ö")]
    [InlineData("[ek*?^-]")]
    public async Task A_name_is_found_in_capital_letters_and_small_ones(string written)
    {
        await using var house = await House.BuildAsync();
        await house.AddPersonAsync();
        var asa = (await house.People.AddAsync("Åsa Öberg [Ek*?^-]", null, ["respondent"], "sv", "Europe/Stockholm", [new(Address.Slack, "T1", "U2")], TestContext.Current.CancellationToken))!;
        var hers = House.Assignment(asa.Id);
        await house.Assignments.OpenAsync(hers, requestKey: null, TestContext.Current.CancellationToken);

        var (lines, _) = await Overview(house).ListAsync(new DeskFilter { Person = written }, among: null, TestContext.Current.CancellationToken);

        Assert.Equal(hers.Id, Assert.Single(lines).Id);
    }

    [Fact]
    public async Task An_open_overview_hears_of_workspaces_messages_that_did_not_arrive_and_the_hour()
    {
        await using var house = await House.BuildAsync();
        await house.Workspaces.PutAsync(new Workspace(Address.Slack, "T1", house.Clock.GetUtcNow()) { ConfirmedAt = house.Clock.GetUtcNow() }, TestContext.Current.CancellationToken);
        await house.Assignments.OpenAsync(House.Assignment((await house.AddPersonAsync()).Id), requestKey: null, TestContext.Current.CancellationToken);
        var calm = await VersionAsync();
        Assert.Equal(calm, await VersionAsync());

        await house.Workspaces.PutAsync(new Workspace(Address.Slack, "T2", house.Clock.GetUtcNow()), TestContext.Current.CancellationToken);
        var unconfirmed = await VersionAsync();
        await house.Workspaces.StopAsync(Address.Slack, "T1", "the token was revoked", forgetSecret: false, TestContext.Current.CancellationToken);
        var stopped = await VersionAsync();
        await house.RunAsync("UPDATE \"Outbox\" SET \"Status\" = 'Failed', \"NextAt\" = NULL");
        var failed = await VersionAsync();
        house.Clock.Advance(TimeSpan.FromHours(1));

        Assert.Equal(5, new[] { calm, unconfirmed, stopped, failed, await VersionAsync() }.Distinct().Count());

        async Task<string> VersionAsync() => await new LiveRead(house.OpenStore(), house.Clock).OverviewAsync(TestContext.Current.CancellationToken);
    }

    private static OverviewRead Overview(House house) => new(house.OpenStore(), house.Organisation, house.Clock);

    private static async Task<AssignmentStage> StageAsync(House house, string id)
    {
        await using var db = house.OpenStore();
        return db.Assignments.Single(row => row.Id == id).Stage;
    }

    private static async Task ReviewAsync(House house, string assignment, string outlet, ReviewAction action) =>
        Assert.Null(await house.Review.OrderAsync(new ReviewOrder(ReviewedDraft.IdOf(assignment, outlet), action, Actor.Desk), TestContext.Current.CancellationToken));
}
