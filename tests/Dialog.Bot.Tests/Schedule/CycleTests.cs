using System.Globalization;
using Dialog.Bot.Tests.Support;
using Dialog.Core.Access;
using Dialog.Core.Assignments;
using Microsoft.EntityFrameworkCore;

namespace Dialog.Bot.Tests.Schedule;

/// <summary>A quarter of the ad, with everything in the store and every message delivered: who hears what, and when.</summary>
public class CycleTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task In_a_quarter_nobody_is_nagged_nobody_woken_and_no_edition_runs_out_in_silence()
    {
        await using var town = await Town.BuildAsync();
        await town.MeetAsync("E1", "editor");
        await town.MeetAsync("E2", "editor", "approver");
        var (a, b, d) = (await town.MeetAsync("A"), await town.MeetAsync("B"), await town.MeetAsync("D"));
        await town.House.Series.AddAsync(
            new Series
            {
                Id = "s",
                Title = "Månadsannonsen",
                Template = new Assignment { Id = "", Topic = "", PersonId = "", Language = "sv", Track = Track.Quick, DeputyId = d.Id },
                Editions = [new(2027, 3, 4), new(2027, 4, 1), new(2027, 5, 6)],
                PersonIds = [a.Id, b.Id],
                Questions = [new("Varför badet?"), new("Varför bron?"), new("Varför torget?")],
                From = new DateOnly(2027, 2, 1),
            },
            Cancelled);

        await town.UntilAsync(3, 19, 22);
        await town.SaysAsync("B", "borta till den 10 april");
        await town.UntilAsync(4, 20, 9);
        await town.SaysAsync("A", "kör");
        await town.UntilAsync(5, 31, 9);

        var said = await town.SaidAsync();
        Assert.Equal(said.Count, town.House.Channel.Sent.Count(posting => posting.Message.Settles is null));
        Assert.Distinct(said.Select(line => (line.To, line.Text)));
        Assert.All(said.Where(line => line.Kind != "note" || line.To.StartsWith('E')), line => Assert.True(line.At.Hour is >= 8 and < 20 && line.At.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday), $"{line}"));
        Assert.All(said.Where(line => line.Kind is "opening" or "reminder").GroupBy(line => (line.To, Week: ISOWeek.GetWeekOfYear(line.At.DateTime))), week => Assert.InRange(week.Count(), 1, 2));
        Assert.DoesNotContain(said, line => line.To == "A" && line.At.Month > 3 && line.Text.Contains("badet", StringComparison.Ordinal));
        Assert.Equal(
            ["02-24 13:00 A Ek har inte svarat om ”Varför badet?”", "03-22 13:00 D Ek har inte svarat om ”Varför bron?”", "03-23 12:00 B Ek är borta, och svaret om ”Varför bron?” hinner inte komma", "04-29 12:00 A Ek har inte svarat om ”Varför torget?”"],
            said.Where(line => line.To == "E1").Select(line => $"{line.At.ToString("MM-dd HH:mm", CultureInfo.InvariantCulture)} {line.Text.Split('.')[0]}"));
    }

    [Fact]
    public async Task Of_three_who_are_silent_at_the_same_hour_one_message_tells_and_it_goes_with_any_of_them()
    {
        await using var town = await Town.BuildAsync();
        var editor = await town.MeetAsync("E1", "editor");
        foreach (var user in (string[])["A", "B", "C"])
        {
            var person = await town.MeetAsync(user);
            await town.OrderAsync(person.Id, order => order with { Id = $"of-{user}", PublishOn = new DateOnly(2027, 3, 4) });
        }

        await town.UntilAsync(2, 26, 9);
        var (at, _, _, text) = Assert.Single(await town.SaidAsync(), line => line.To == "E1");
        Assert.Equal(("02-24 13:00", 5), (at.ToString("MM-dd HH:mm", CultureInfo.InvariantCulture), text.Split('\n').Length));
        Assert.All((string[])["A Ek", "B Ek", "C Ek"], name => Assert.Contains($"• {name} har inte svarat om", text, StringComparison.Ordinal));

        await using var db = town.House.OpenStore();
        Assert.NotNull(await town.House.PersonalData.EraseAsync((await db.Assignments.SingleAsync(assignment => assignment.Id == "of-B", Cancelled)).PersonId, Cancelled));
        Assert.DoesNotContain(await town.SaidAsync(), line => line.To == "E1");
        Assert.False(await db.Outbox.AnyAsync(message => message.PersonId == editor.Id, Cancelled));
    }

    [Fact]
    public async Task What_is_finished_in_the_night_is_put_to_the_approvers_in_the_morning()
    {
        await using var town = await Town.BuildAsync();
        await town.MeetAsync("E1", "approver");
        await town.UntilAsync(2, 5, 21);
        var assignment = await town.House.InterviewedAsync();
        await town.House.ReviewAsync($"{assignment}-x", ReviewAction.Approve);
        await town.UntilAsync(2, 9, 9);

        var (at, _, kind, _) = Assert.Single(await town.SaidAsync(), line => line.To == "E1");
        Assert.Equal(("02-08 08:00", "drafts"), (at.ToString("MM-dd HH:mm", CultureInfo.InvariantCulture), kind));
    }

    [Fact]
    public async Task What_is_asked_again_at_the_end_is_told_while_there_is_time()
    {
        await using var town = await Town.BuildAsync();
        await town.MeetAsync("E1", "editor");
        var person = await town.MeetAsync("A");
        await town.OrderAsync(person.Id, order => order with { Id = "one", PublishOn = new DateOnly(2027, 3, 4) });
        await town.SaysAsync("A", "nej");
        await town.UntilAsync(2, 25, 13);
        await town.House.Desk.ReopenAsync((await town.House.Desk.FindAsync("one", Cancelled))!, Cancelled);
        await town.UntilAsync(3, 10, 9);

        Assert.Equal(
            ["02-05 09:05 A opening", "02-05 09:05 A note", "02-05 09:05 E1 note", "02-25 13:00 A opening", "02-26 09:10 A reminder", "02-26 11:10 E1 note"],
            (await town.LinesAsync()).Select(line => line.Split(':')[0] + ":" + line.Split(':')[1]));
    }
}
