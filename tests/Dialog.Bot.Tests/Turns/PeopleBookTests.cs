using Dialog.Bot.Channels;
using Dialog.Bot.Tests.Support;
using Dialog.Bot.Turns;
using Microsoft.EntityFrameworkCore;

namespace Dialog.Bot.Tests.Turns;

public class PeopleBookTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false, "uninstalled")]
    [InlineData(true, null)]
    public async Task A_profile_that_comes_late_makes_nobody_reachable_unless_it_says_so(bool reachable, string? left)
    {
        await using var house = await House.BuildAsync();
        await house.AddPersonAsync();
        var address = new Address(Address.Slack, "T1", "U1");
        await house.People.LearnAsync(address, new Profile { Unreachable = "uninstalled" }, Cancelled);

        await house.People.LearnAsync(address, new Profile { Name = "Mattias Jansson", Reachable = reachable }, Cancelled);

        await using var db = house.OpenStore();
        Assert.Equal(left, (await db.Addresses.SingleAsync(Cancelled)).Unreachable);
    }
}
