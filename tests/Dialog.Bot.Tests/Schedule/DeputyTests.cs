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
}
