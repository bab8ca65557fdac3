using Dialog.Bot.Channels;
using Dialog.Bot.Tests.Support;
using Dialog.Core.Assignments;
using Microsoft.EntityFrameworkCore;

namespace Dialog.Bot.Tests.Schedule;

/// <summary>A deputy in the store: the same question to the same deputy is one assignment, however often the person goes and comes.</summary>
public class DeputyTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_person_who_comes_and_goes_has_a_deputy_each_time()
    {
        await using var house = await House.BuildAsync();
        var (person, deputy) = (await house.AddPersonAsync(), await house.AddPersonAsync("E1"));
        await house.Assignments.OpenAsync(House.Assignment(person.Id) with { PublishOn = new DateOnly(2027, 3, 4), DeputyId = deputy.Id }, null, Cancelled);

        await SayAsync("borta till den 5 mars");
        await SayAsync("jag är tillbaka");
        Assert.Equal(AssignmentState.Cancelled, await StateAsync());

        await SayAsync("borta till den 5 mars");
        Assert.Equal(AssignmentState.Assigned, await StateAsync());
        await using var db = house.OpenStore();
        Assert.Empty(await db.Mail.ToListAsync(Cancelled));
        Assert.Equal(2, await db.Messages.CountAsync(message => message.PersonId == deputy.Id && message.Kind == "opening", Cancelled));

        async Task SayAsync(string text)
        {
            await house.SayAsync(text, $"m{house.Clock.GetUtcNow():O}");
            house.Clock.Advance(TimeSpan.FromMinutes(10));
            await house.TickAsync();
            await house.Postman.CarryAsync(Cancelled);
        }

        async Task<AssignmentState> StateAsync()
        {
            await using var store = house.OpenStore();
            return (await store.Assignments.SingleAsync(assignment => assignment.PersonId == deputy.Id, Cancelled)).State;
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Nothing_tells_a_deputy_any_more_for_whom_they_stand_in_when_that_person_is_erased(bool isAsked)
    {
        await using var house = await House.BuildAsync();
        var person = (await house.People.AddAsync("Kvittra Ödla", null, ["respondent"], "sv", "Europe/Stockholm", [new Address(Address.Slack, "T1", "U1")], Cancelled))!;
        var deputy = await house.AddPersonAsync("E1");
        foreach (var topic in (string[])["Varför badar vi?", "Varför cyklar vi?"])
        {
            await house.Assignments.OpenAsync(House.Assignment(person.Id) with { Topic = topic, PublishOn = new DateOnly(2027, 3, 4), DeputyId = deputy.Id }, null, Cancelled);
        }

        await house.SayAsync("borta till den 5 mars", "away");
        house.Clock.Advance(TimeSpan.FromMinutes(10));
        await house.TickAsync();
        if (isAsked)
        {
            await house.Postman.CarryAsync(Cancelled);
        }

        // As an earlier version kept it.
        await house.RunAsync($"UPDATE \"Assignments\" SET \"RequestKey\" = 'mail:due:{person.Id}:' || \"Id\" WHERE \"PersonId\" = '{deputy.Id}'");
        Assert.NotEmpty(await TellingAsync());
        await house.PersonalData.EraseAsync(person.Id, Cancelled);

        Assert.Empty(await TellingAsync());
        await house.Postman.CarryAsync(Cancelled);
        await house.SayAsync("kör", "go", "E1");
        Assert.Empty(await TellingAsync());
        await using var db = house.OpenStore();
        var openings = await db.Messages.Where(line => line.PersonId == deputy.Id && line.Kind == "opening").Select(line => line.Text).ToListAsync(Cancelled);
        Assert.Equal(isAsked ? 2 : 0, openings.Count(opening => opening.StartsWith("Någon annan är borta", StringComparison.Ordinal)));

        Assert.DoesNotContain(
            [.. await db.Assignments.Select(row => row.RequestKey).ToListAsync(Cancelled), .. await db.Messages.Select(row => row.Key).ToListAsync(Cancelled), .. await db.Outbox.Select(row => row.Id).ToListAsync(Cancelled), .. await db.Mail.Select(row => row.Key).ToListAsync(Cancelled)],
            key => key!.Contains(person.Id, StringComparison.Ordinal));

        async Task<List<string>> TellingAsync()
        {
            await using var store = house.OpenStore();
            List<string?> all =
            [
                .. await store.Assignments.Where(row => row.PersonId == deputy.Id).Select(row => row.Body).ToListAsync(Cancelled),
                .. await store.Conversations.Where(row => row.PersonId == deputy.Id).Select(row => row.State).ToListAsync(Cancelled),
                .. await store.Messages.Where(row => row.PersonId == deputy.Id).Select(row => row.Text + row.Body).ToListAsync(Cancelled),
                .. await store.Outbox.Where(row => row.PersonId == deputy.Id).Select(row => row.Body).ToListAsync(Cancelled),
                .. await store.Mail.Where(row => row.PersonId == deputy.Id).Select(row => row.Body).ToListAsync(Cancelled),
            ];
            return [.. all.OfType<string>().Where(text => text.Contains("Kvittra", StringComparison.Ordinal) || text.Contains($"\"personId\":\"{person.Id}\"", StringComparison.Ordinal))];
        }
    }

    [Fact]
    public async Task A_pseudonymised_transcript_does_not_name_for_whom_a_deputy_stood_in()
    {
        await using var house = await House.BuildAsync();
        var person = (await house.People.AddAsync("Kvittra Ödla", null, ["respondent"], "sv", "Europe/Stockholm", [new Address(Address.Slack, "T1", "U1")], Cancelled))!;
        var deputy = await house.AddPersonAsync("E1");
        await house.Assignments.OpenAsync(House.Assignment(person.Id) with { PublishOn = new DateOnly(2027, 3, 4), DeputyId = deputy.Id }, null, Cancelled);
        await house.SayAsync("borta till den 5 mars", "away");
        house.Clock.Advance(TimeSpan.FromMinutes(10));
        await house.TickAsync();
        await house.Postman.CarryAsync(Cancelled);
        await using var db = house.OpenStore();
        await db.Assignments.ExecuteUpdateAsync(row => row.SetProperty(a => a.State, AssignmentState.Declined), Cancelled);
        house.Clock.Advance(TimeSpan.FromDays(400));

        await house.RetainAsync();

        var lines = await db.Messages.AsNoTracking().Where(line => line.AssignmentId != null).Select(line => line.Text).ToListAsync(Cancelled);
        Assert.Contains(lines, line => line.Contains("är borta, så redaktionen undrar", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.Contains("Kvittra", StringComparison.Ordinal));
    }
}
