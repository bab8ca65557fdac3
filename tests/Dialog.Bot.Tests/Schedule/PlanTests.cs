using Dialog.Bot.Store;
using Dialog.Bot.Tests.Support;
using Dialog.Bot.Turns;
using Dialog.Core.Assignments;
using Dialog.Core.Interviews;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;

namespace Dialog.Bot.Tests.Schedule;

/// <summary>The plan in the store: what is due, what cancels it, and what a clock can do to it.</summary>
public class PlanTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_plan_is_stored_with_the_assignment_and_is_what_the_rehearsal_showed()
    {
        await using var house = await House.BuildAsync();
        var assignment = await PlannedAsync(house);
        var shown = await house.Rehearsal.PlanAsync(assignment, Cancelled);
        await using (var before = house.OpenStore())
        {
            Assert.Empty(await before.Due.ToListAsync(Cancelled));
        }

        await house.Assignments.OpenAsync(assignment, null, Cancelled);

        await using var db = house.OpenStore();
        var row = await db.Assignments.SingleAsync(Cancelled);
        Assert.Equal(shown!.Steps, StateJson.Read<ReminderPlan>(row.Plan!).Steps);
        Assert.Equal(
            ["Escalation", "LastCall", "Nudge", "SecondNudge"],
            (await db.Due.ToListAsync(Cancelled)).Select(due => due.Name.Split('/')[^1]).Order());
    }

    [Theory]
    [InlineData("ja", new[] { "AnswersIn", "Unfinished" })]
    [InlineData("nej", new string[0])]
    public async Task An_answer_cancels_what_is_left_in_its_own_transaction(string answer, string[] left)
    {
        await using var house = await House.BuildAsync();
        await house.Assignments.OpenAsync(await PlannedAsync(house), null, Cancelled);
        await house.SayAsync(answer, "m1");

        await using var db = house.OpenStore();
        Assert.Equal(left, (await db.Due.Where(due => due.Name.StartsWith("plan/")).ToListAsync(Cancelled)).Select(due => due.Name.Split('/')[^1]).Order());
    }

    [Fact]
    public async Task What_a_later_release_has_written_down_is_left_for_it_and_holds_nothing_up()
    {
        await using var house = await House.BuildAsync();
        var person = await house.AddPersonAsync();
        await house.SayAsync("hej", "m1");
        await house.RunAsync($"""INSERT INTO "Due" ("PersonId", "Name", "At") VALUES ('{person.Id}', 'party/a1', 0), ('{person.Id}', 'plan/a1/Party', 0), ('{person.Id}', 'snooze/a1', 1)""");
        await house.TickAsync();

        await using var db = house.OpenStore();
        Assert.Equal(["party/a1", "plan/a1/Party"], await db.Due.Where(due => due.Name.EndsWith("a1") || due.Name.EndsWith("Party")).Select(due => due.Name).Order().ToListAsync(Cancelled));
    }

    [Fact]
    public async Task A_reminder_is_sent_once_although_the_clock_is_set_back_an_hour()
    {
        await using var house = await House.BuildAsync();
        var assignment = await PlannedAsync(house);
        await house.Assignments.OpenAsync(assignment, null, Cancelled);
        var nudge = (await house.Rehearsal.PlanAsync(assignment with { Id = "other" }, Cancelled))!.At(PlanStep.Nudge)!.Value;
        house.Clock.SetUtcNow(nudge);
        await house.TickAsync();
        house.Clock.AdjustTime(nudge.AddHours(-1));
        await house.TickAsync();
        house.Clock.SetUtcNow(nudge);
        await house.TickAsync();

        Assert.Equal(1, await RemindersAsync(house));
    }

    [Fact]
    public async Task A_clock_set_back_while_the_reminder_is_taken_leaves_nothing_behind()
    {
        await using var house = await House.BuildAsync();
        var person = await house.AddPersonAsync();
        var at = house.Clock.GetUtcNow().AddHours(1);
        await house.Assignments.OpenAsync(House.Assignment(person.Id) with { RemindAt = [at] }, null, Cancelled);
        await house.Turns.TakeAsync(person.Id, new Incoming.DueCame(await DueAsync(house)) { Key = "due:1", At = at.AddHours(-1) }, Cancelled);

        await using var db = house.OpenStore();
        Assert.Empty(await db.Due.ToListAsync(Cancelled));
    }

    [Fact]
    public async Task Two_clocks_send_a_reminder_once()
    {
        await using var house = await House.BuildAsync();
        var person = await house.AddPersonAsync();
        await house.Assignments.OpenAsync(House.Assignment(person.Id) with { RemindAt = [house.Clock.GetUtcNow().AddHours(2)] }, null, Cancelled);
        house.Clock.Advance(TimeSpan.FromHours(2));
        await Task.WhenAll(house.TickAsync(), house.TickAsync(), house.TickAsync());

        Assert.Equal(1, await RemindersAsync(house));
    }

    [Fact]
    public async Task All_that_is_due_at_nine_goes_out_in_one_tick()
    {
        await using var house = await House.BuildAsync();
        const int Count = 700;
        var at = house.Clock.GetUtcNow().AddHours(2);
        await Parallel.ForEachAsync(Enumerable.Range(0, Count), new ParallelOptions { MaxDegreeOfParallelism = 32, CancellationToken = Cancelled }, async (number, _) =>
            await house.Assignments.OpenAsync(House.Assignment((await house.AddPersonAsync($"U{number}")).Id) with { RemindAt = [at] }, null, Cancelled));
        house.Clock.SetUtcNow(at);
        await house.TickAsync();

        Assert.Equal(Count, await RemindersAsync(house));
    }

    [Fact]
    public async Task What_was_taken_before_is_over_although_the_clock_was_set_back()
    {
        await using var house = await House.BuildAsync();
        var at = house.Clock.GetUtcNow().AddHours(2);
        await house.Assignments.OpenAsync(House.Assignment((await house.AddPersonAsync()).Id) with { RemindAt = [at] }, null, Cancelled);
        await using var db = house.OpenStore();
        var due = await db.Due.AsNoTracking().SingleAsync(Cancelled);
        house.Clock.SetUtcNow(at);
        await house.TickAsync();
        db.Add(new DueRow { PersonId = due.PersonId, Name = due.Name, At = due.At });
        await db.SaveChangesAsync(Cancelled);
        await house.TickAsync();

        Assert.Equal(1, await RemindersAsync(house));
        Assert.Empty(await db.Due.AsNoTracking().ToListAsync(Cancelled));
    }

    [Fact]
    public async Task Those_who_cannot_be_reached_hold_nobody_else_up()
    {
        await using var house = await House.BuildAsync();
        var at = house.Clock.GetUtcNow().AddHours(2);
        await house.Assignments.OpenAsync(House.Assignment((await house.AddPersonAsync()).Id) with { RemindAt = [at] }, null, Cancelled);
        await using (var db = house.OpenStore())
        {
            db.AddRange(Enumerable.Range(0, 1100).Select(number => new DueRow { PersonId = $"nobody{number}", Name = Due.Quiet, At = at.AddMinutes(-1) }));
            await db.SaveChangesAsync(Cancelled);
        }

        house.Clock.SetUtcNow(at);
        await house.TickAsync();

        Assert.Equal(1, await RemindersAsync(house));
    }

    [Fact]
    public async Task When_time_runs_out_the_editor_is_told_in_their_own_conversation_and_at_the_desk()
    {
        await using var house = await House.BuildAsync();
        await house.AddPersonAsync("E1", "editor");
        var assignment = await PlannedAsync(house);
        await house.Assignments.OpenAsync(assignment, null, Cancelled);
        await using (var planned = house.OpenStore())
        {
            house.Clock.SetUtcNow((await planned.Due.SingleAsync(due => due.Name.EndsWith("Escalation"), Cancelled)).At);
        }

        var escalated = house.Clock.GetUtcNow();
        await house.TickAsync();
        await house.Postman.CarryAsync(Cancelled);
        house.Clock.Advance(TimeSpan.FromSeconds(10));
        await house.TickAsync();

        await using var db = house.OpenStore();
        Assert.Contains("har inte svarat", (await db.Outbox.SingleAsync(message => message.User == "E1", Cancelled)).Body);
        Assert.Equal(escalated, (await db.Assignments.SingleAsync(Cancelled)).EscalatedAt);
    }

    [Theory]
    [InlineData("Plan:Nudge", "nio", "Plan:Nudge: ”nio” is not working days")]
    [InlineData("Plan:Nudge", "3 09:00", "Plan:SecondNudge: comes before Plan:Nudge")]
    [InlineData("Plan:Publication", "none", "Plan:Publication: ”none”")]
    [InlineData("Plan:Nudges", "2", "Plan:Nudges: no such setting")]
    [InlineData("Plan:Vacation", "31-28", "Plan:Vacation: ”31-28”")]
    [InlineData("Calendar:Closures:0", "2027-12-40", "Calendar:Closures:0: ”2027-12-40”")]
    [InlineData("Calendar:File", "nowhere.json", "Calendar:File: nowhere.json cannot be used")]
    [InlineData("Organisation:Hours", "17-8", "Organisation:Hours: ”17-8”")]
    public void A_setting_that_cannot_work_is_named_with_the_mend(string key, string value, string problem)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { [key] = value }).Build();
        var exception = Assert.Throws<StartupException>(() => _ = (PlanSettings.ReadPlan(configuration), PlanSettings.ReadCalendar(configuration), PlanSettings.ReadHours(configuration)));

        Assert.StartsWith(problem, exception.Message);
    }

    [Fact]
    public void An_organisation_without_a_second_nudge_and_with_a_closed_day_plans_so()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Plan:SecondNudge"] = "none",
            ["Plan:Nudge"] = "8 10:30",
            ["Calendar:Closures:0"] = "2027-04-19",
        }).Build();
        var plan = ReminderPlan.For(new PlanRequest
        {
            PublishOn = new DateOnly(2027, 4, 29),
            Now = new DateTimeOffset(2027, 4, 1, 8, 0, 0, TimeSpan.Zero),
            Respondent = new() { TimeZone = "Europe/Stockholm" },
            OrganisationTimeZone = "Europe/Stockholm",
            Rules = PlanSettings.ReadPlan(configuration),
            Calendar = PlanSettings.ReadCalendar(configuration),
        });

        Assert.Null(plan.At(PlanStep.SecondNudge));
        Assert.Equal(new DateTimeOffset(2027, 4, 16, 10, 30, 0, TimeSpan.FromHours(2)), plan.At(PlanStep.Nudge));
    }

    private static async Task<Assignment> PlannedAsync(House house) => House.Assignment((await house.AddPersonAsync()).Id) with { PublishOn = new DateOnly(2027, 3, 4) };

    private static async Task<Due> DueAsync(House house)
    {
        await using var db = house.OpenStore();
        var row = await db.Due.SingleAsync(Cancelled);
        return new Due(row.Name, row.At);
    }

    private static async Task<int> RemindersAsync(House house)
    {
        await using var db = house.OpenStore();
        return await db.Messages.CountAsync(message => message.Kind == "reminder", Cancelled);
    }
}
