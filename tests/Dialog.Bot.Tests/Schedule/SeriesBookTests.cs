using Dialog.Bot.Tests.Support;
using Dialog.Bot.Turns;
using Dialog.Core.Assignments;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dialog.Bot.Tests.Schedule;

/// <summary>The clock begins at 2027-02-05 09.05 in Stockholm.</summary>
public class SeriesBookTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_time_is_opened_once_on_its_day()
    {
        await using var house = await House.BuildAsync();
        await house.Series.AddAsync(await SeriesAsync(house), Cancelled);
        await house.Series.OpenDueAsync(Cancelled);
        Assert.Empty(await TopicsAsync(house));

        house.Clock.Advance(TimeSpan.FromDays(14));
        await Task.WhenAll(house.Series.OpenDueAsync(Cancelled), house.Series.OpenDueAsync(Cancelled));
        await house.Series.OpenDueAsync(Cancelled);
        Assert.Equal(["Ett"], await TopicsAsync(house));

        house.Clock.Advance(TimeSpan.FromDays(28));
        await house.Series.OpenDueAsync(Cancelled);
        Assert.Equal(["Ett", "Två"], await TopicsAsync(house));
    }

    /// <summary>The question's day is 16 February.</summary>
    [Theory]
    [InlineData(5, 15, 8)]
    [InlineData(10, 11, 10)]
    [InlineData(5, 17, 16)]
    public async Task Who_has_told_of_an_absence_is_asked_before_it_and_once(int toldOn, int firstDayAway, int asked)
    {
        await using var house = await House.BuildAsync();
        var series = await SeriesAsync(house) with { WorkingDaysBefore = null };
        await house.Series.AddAsync(series, Cancelled);
        house.Clock.SetUtcNow(new DateTimeOffset(2027, 2, toldOn, 10, 0, 0, TimeSpan.Zero));
        await house.Services.GetRequiredService<AbsenceBook>().SetAsync(series.PersonIds[0], [new(new DateOnly(2027, 2, firstDayAway), new DateOnly(2027, 2, 26))], Cancelled);
        for (; house.Clock.GetUtcNow().Month < 3; house.Clock.Advance(TimeSpan.FromHours(6)))
        {
            await house.Series.OpenDueAsync(Cancelled);
        }

        await using var db = house.OpenStore();
        Assert.Equal(new DateOnly(2027, 2, asked), DateOnly.FromDateTime((await db.Assignments.SingleAsync(Cancelled)).CreatedAt.UtcDateTime));
    }

    [Fact]
    public async Task A_time_that_is_opened_in_somebodys_night_is_asked_in_their_morning()
    {
        await using var house = await House.BuildAsync();
        await house.Series.AddAsync(await SeriesAsync(house), Cancelled);
        await house.RunAsync("""UPDATE "People" SET "TimeZone" = 'America/New_York'""");
        house.Clock.SetUtcNow(new DateTimeOffset(2027, 2, 18, 8, 0, 0, TimeSpan.Zero));
        await house.Series.OpenDueAsync(Cancelled);
        Assert.Equal(AssignmentState.Planned, await StateAsync());

        house.Clock.SetUtcNow(new DateTimeOffset(2027, 2, 18, 12, 59, 0, TimeSpan.Zero));
        await house.TickAsync();
        Assert.Equal(AssignmentState.Planned, await StateAsync());

        house.Clock.SetUtcNow(new DateTimeOffset(2027, 2, 18, 13, 0, 0, TimeSpan.Zero));
        await house.TickAsync();
        Assert.Equal(AssignmentState.Assigned, await StateAsync());

        async Task<AssignmentState> StateAsync()
        {
            await using var db = house.OpenStore();
            return (await db.Assignments.SingleAsync(Cancelled)).State;
        }
    }

    [Fact]
    public async Task What_was_missed_over_months_is_caught_up_once_with_the_newest()
    {
        await using var house = await House.BuildAsync();
        await house.Series.AddAsync(await SeriesAsync(house), Cancelled);
        house.Clock.SetUtcNow(new DateTimeOffset(2027, 4, 22, 10, 0, 0, TimeSpan.Zero));
        await house.Series.OpenDueAsync(Cancelled);
        await house.Series.OpenDueAsync(Cancelled);

        Assert.Equal(["Ett"], await TopicsAsync(house));
        await using var db = house.OpenStore();
        Assert.EndsWith("-20270506", (await db.Assignments.SingleAsync(Cancelled)).Id, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_too_late_is_left_out()
    {
        await using var house = await House.BuildAsync();
        await house.Series.AddAsync(await SeriesAsync(house), Cancelled);
        house.Clock.SetUtcNow(new DateTimeOffset(2027, 3, 10, 10, 0, 0, TimeSpan.Zero));
        await house.Series.OpenDueAsync(Cancelled);

        Assert.Empty(await TopicsAsync(house));
    }

    [Fact]
    public async Task Of_several_that_were_missed_each_is_asked_whose_text_can_still_make_the_paper()
    {
        await using var house = await House.BuildAsync();
        await house.Series.AddAsync(await SeriesAsync(house) with { Rule = null, Editions = [new(2027, 3, 3), new(2027, 3, 4), new(2027, 3, 11), new(2027, 3, 18)] }, Cancelled);
        house.Clock.SetUtcNow(new DateTimeOffset(2027, 2, 26, 9, 0, 0, TimeSpan.Zero));
        await Task.WhenAll(house.Series.OpenDueAsync(Cancelled), house.RivalSeries().OpenDueAsync(Cancelled));
        await house.Series.OpenDueAsync(Cancelled);

        await using var db = house.OpenStore();
        Assert.Equal(["s-20270304", "s-20270311"], await db.Assignments.OrderBy(assignment => assignment.Id).Select(assignment => assignment.Id).ToListAsync(Cancelled));
    }

    [Fact]
    public async Task What_has_appeared_is_not_asked_although_it_is_the_newest()
    {
        await using var house = await House.BuildAsync();
        await house.Series.AddAsync(await SeriesAsync(house) with { Rule = null, WorkingDaysBefore = 4, Editions = [new(2027, 3, 4)] }, Cancelled);
        house.Clock.SetUtcNow(new DateTimeOffset(2027, 3, 5, 7, 0, 0, TimeSpan.Zero));
        await house.Series.OpenDueAsync(Cancelled);

        Assert.Empty(await TopicsAsync(house));
    }

    [Fact]
    public async Task Two_editions_whose_questions_go_out_before_the_same_vacation_are_both_asked()
    {
        await using var house = await House.BuildAsync();
        await house.Series.AddAsync(await SeriesAsync(house) with { Rule = null, WorkingDaysBefore = null, Editions = [new(2027, 7, 1), new(2027, 8, 5), new(2027, 8, 19)] }, Cancelled);
        house.Clock.SetUtcNow(new DateTimeOffset(2027, 7, 5, 5, 0, 0, TimeSpan.Zero));
        await house.Series.OpenDueAsync(Cancelled);
        await house.Series.OpenDueAsync(Cancelled);

        await using var db = house.OpenStore();
        Assert.Equal(["s-20270805", "s-20270819"], await db.Assignments.OrderBy(assignment => assignment.Id).Select(assignment => assignment.Id).ToListAsync(Cancelled));
    }

    [Fact]
    public async Task An_edition_that_was_moved_behind_others_holds_none_of_them_up()
    {
        await using var house = await House.BuildAsync();
        var series = await SeriesAsync(house) with { Rule = null, Editions = [new(2027, 3, 4), new(2027, 4, 1), new(2027, 5, 6)] };
        await house.Series.AddAsync(series.Move(new(2027, 3, 4), new(2027, 6, 3)), Cancelled);

        Assert.Equal(["0401"], await OpenedByAsync(3, 18));
        Assert.Equal(["0401", "0506"], await OpenedByAsync(4, 22));
        Assert.Equal(["0304", "0401", "0506"], await OpenedByAsync(5, 21));

        async Task<List<string>> OpenedByAsync(int month, int day)
        {
            house.Clock.SetUtcNow(new DateTimeOffset(2027, month, day, 10, 0, 0, TimeSpan.Zero));
            await house.Series.OpenDueAsync(Cancelled);
            await using var db = house.OpenStore();
            return await db.Assignments.OrderBy(assignment => assignment.Id).Select(assignment => assignment.Id.Substring(6)).ToListAsync(Cancelled);
        }
    }

    [Fact]
    public async Task A_first_edition_whose_question_should_have_gone_out_already_is_asked_at_once_and_only_once()
    {
        await using var house = await House.BuildAsync();
        await house.Series.AddAsync(await SeriesAsync(house) with { Rule = null, Editions = [new(2027, 2, 10), new(2027, 2, 18), new(2027, 4, 1)], From = new(2027, 2, 1) }, Cancelled);
        await Task.WhenAll(house.Series.OpenDueAsync(Cancelled), house.RivalSeries().OpenDueAsync(Cancelled));
        Assert.Equal(["Två"], await TopicsAsync(house));

        await house.Series.ChangeAsync("s", series => series.Skip(new(2027, 2, 18), skipped: true), Cancelled);
        await house.Series.ChangeAsync("s", series => series.Skip(new(2027, 2, 18), skipped: false), Cancelled);
        await house.Series.ChangeAsync("s", series => series with { Ended = true }, Cancelled);
        await house.Series.ChangeAsync("s", series => series with { Ended = false }, Cancelled);
        await house.Series.OpenDueAsync(Cancelled);
        Assert.Equal(["Två"], await TopicsAsync(house));

        house.Clock.SetUtcNow(new DateTimeOffset(2027, 3, 18, 10, 0, 0, TimeSpan.Zero));
        await house.Series.OpenDueAsync(Cancelled);
        Assert.Equal(["Två", "Ett"], await TopicsAsync(house));
    }

    [Fact]
    public async Task An_edition_that_is_moved_to_before_its_question_could_go_out_is_asked_at_once_and_brings_back_none_that_were_left_out()
    {
        await using var house = await House.BuildAsync();
        await house.Series.AddAsync((await SeriesAsync(house) with { Rule = null, Editions = [new(2027, 2, 17), new(2027, 4, 1), new(2027, 5, 6)], From = new(2027, 2, 1) }).Skip(new(2027, 2, 17), skipped: true), Cancelled);
        await house.Series.OpenDueAsync(Cancelled);
        await house.Series.ChangeAsync("s", series => series.Move(new(2027, 4, 1), new(2027, 2, 18)), Cancelled);
        await house.Series.OpenDueAsync(Cancelled);
        await house.Series.OpenDueAsync(Cancelled);

        await using var db = house.OpenStore();
        Assert.Equal("s-20270401", (await db.Assignments.SingleAsync(Cancelled)).Id);
        Assert.Null((await house.Series.FindAsync("s", Cancelled))!.Overdue);
    }

    [Fact]
    public async Task An_edition_that_waits_to_be_asked_at_once_is_not_forgotten_by_a_change_of_something_else()
    {
        await using var house = await House.BuildAsync();
        await house.Series.AddAsync(await SeriesAsync(house) with { Rule = null, Editions = [new(2027, 2, 18), new(2027, 4, 1)], From = new(2027, 2, 1) }, Cancelled);
        await house.Series.ChangeAsync("s", series => series with { Title = "Månadens annons" }, Cancelled);
        await house.Series.OpenDueAsync(Cancelled);

        Assert.Single(await TopicsAsync(house));
    }

    [Fact]
    public async Task What_should_have_been_asked_while_the_series_had_ended_is_not_asked_when_it_is_taken_up_again()
    {
        await using var house = await House.BuildAsync();
        await house.Series.AddAsync(await SeriesAsync(house) with { Rule = null, Editions = [new(2027, 3, 4), new(2027, 5, 6)], From = new(2027, 2, 1) }, Cancelled);
        await house.Series.ChangeAsync("s", series => series with { Ended = true }, Cancelled);
        house.Clock.SetUtcNow(new DateTimeOffset(2027, 2, 19, 10, 0, 0, TimeSpan.Zero));
        await house.Series.OpenDueAsync(Cancelled);
        await house.Series.ChangeAsync("s", series => series with { Ended = false }, Cancelled);
        Assert.Null((await house.Series.FindAsync("s", Cancelled))!.Overdue);
    }

    [Fact]
    public async Task What_moves_back_before_it_was_opened_waits_for_its_day()
    {
        await using var house = await House.BuildAsync();
        await house.Series.AddAsync(await SeriesAsync(house), Cancelled);
        await house.Series.ChangeAsync("s", series => series.Move(new(2027, 3, 4), new(2027, 2, 18)), Cancelled);
        await house.Series.ChangeAsync("s", series => series.Move(new(2027, 3, 4), new(2027, 3, 4)), Cancelled);
        await house.Series.OpenDueAsync(Cancelled);
        Assert.Empty(await TopicsAsync(house));

        house.Clock.Advance(TimeSpan.FromDays(14));
        await house.Series.OpenDueAsync(Cancelled);
        Assert.Equal(["Ett"], await TopicsAsync(house));
    }

    [Fact]
    public async Task Two_processes_open_a_time_once_and_lose_no_editors_change()
    {
        await using var house = await House.BuildAsync();
        await house.Series.AddAsync(await SeriesAsync(house), Cancelled);
        var rival = house.RivalSeries();
        var days = (await house.Series.FindAsync("s", Cancelled))!.Occurrences().Skip(2).Take(6).Select(occurrence => occurrence.RuleDay).ToList();
        await Task.WhenAll(days.Select((day, index) => (index % 2 == 0 ? house.Series : rival).ChangeAsync("s", series => series with { Skipped = series.Skipped.Add(day) }, Cancelled)));
        Assert.Equal(days, (await house.Series.FindAsync("s", Cancelled))!.Skipped.Order());

        house.Clock.Advance(TimeSpan.FromDays(14));
        await Task.WhenAll(house.Series.OpenDueAsync(Cancelled), rival.OpenDueAsync(Cancelled));
        await Task.WhenAll(house.Series.OpenDueAsync(Cancelled), rival.OpenDueAsync(Cancelled));
        Assert.Equal(["Ett"], await TopicsAsync(house));
    }

    [Fact]
    public async Task Two_who_ask_for_a_calendar_at_the_same_time_get_one_that_works()
    {
        await using var house = await House.BuildAsync();
        var secrets = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => house.Feeds.GiveAsync(FeedBook.Desk, Cancelled)));
        var open = new List<string>();
        foreach (var secret in secrets)
        {
            open.AddRange(await house.Feeds.ReadAsync(secret, Cancelled) is null ? [] : [secret]);
        }

        Assert.Single(open);
        Assert.True(await house.Feeds.TakeBackAsync(FeedBook.Desk, Cancelled));
        Assert.False(await house.Feeds.TakeBackAsync(FeedBook.Desk, Cancelled));
    }

    [Fact]
    public async Task A_calendar_has_what_is_ahead_however_long_ago_it_was_ordered_and_leaves_out_what_was_long_ago()
    {
        await using var house = await House.BuildAsync();
        var person = (await house.AddPersonAsync()).Id;
        await OpenAsync("planned", assignment => assignment with { PublishOn = new DateOnly(2027, 10, 14), AsPlanned = true });
        await OpenAsync("asked", assignment => assignment with { CopyDeadline = house.Clock.GetUtcNow().AddDays(200) });
        await OpenAsync("due", assignment => assignment with { Due = house.Clock.GetUtcNow().AddDays(200) });
        await OpenAsync("past", assignment => assignment with { CopyDeadline = house.Clock.GetUtcNow().AddDays(9), PublishOn = new DateOnly(2027, 2, 20) });
        var secret = await house.Feeds.GiveAsync(person, Cancelled);
        house.Clock.Advance(TimeSpan.FromDays(100));
        house.Clock.Advance(TimeSpan.FromDays(10));

        var calendar = (await house.Feeds.ReadAsync(secret, Cancelled))!;

        Assert.All(["UID:planned-deadline@", "UID:planned-print@", "UID:asked-deadline@", "UID:due-answers@"], uid => Assert.Contains(uid, calendar, StringComparison.Ordinal));
        Assert.DoesNotContain("UID:past", calendar, StringComparison.Ordinal);

        async Task OpenAsync(string id, Func<Assignment, Assignment> order) => await house.Assignments.OpenAsync(order(House.Assignment(person)) with { Id = id }, requestKey: null, Cancelled);
    }

    private static async Task<Series> SeriesAsync(House house) => new()
    {
        Id = "s",
        Title = "Månadsannonsen",
        Template = new Assignment { Id = "", Topic = "", PersonId = "", Language = "sv" },
        Rule = new MonthlyRule(1, DayOfWeek.Thursday),
        WorkingDaysBefore = 10,
        PersonIds = [(await house.AddPersonAsync()).Id],
        Questions = [new("Ett"), new("Två")],
        From = new DateOnly(2027, 3, 1),
    };

    private static async Task<List<string>> TopicsAsync(House house)
    {
        await using var db = house.OpenStore();
        return await db.Assignments.OrderBy(assignment => assignment.Id).Select(assignment => assignment.Topic).ToListAsync(Cancelled);
    }
}
