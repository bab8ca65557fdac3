using Dialog.Bot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Dialog.Bot.Tests.Turns;

/// <summary>Where somebody was last heard from is where the bot writes on its own accord.</summary>
public class HeardTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_writes_again_at_once_is_noted_again_a_minute_later()
    {
        await using var house = await House.BuildAsync();
        var first = house.Clock.GetUtcNow();
        await house.SayAsync("hej", "e1");
        house.Clock.Advance(TimeSpan.FromSeconds(59));
        await house.SayAsync("hej", "e2");
        Assert.Equal(first, await HeardAsync(house));
        house.Clock.Advance(TimeSpan.FromSeconds(1));
        await house.SayAsync("hej", "e3");
        Assert.Equal(first.AddMinutes(1), await HeardAsync(house));
    }

    [Fact]
    public async Task Who_was_heard_elsewhere_meanwhile_is_noted_at_once()
    {
        await using var house = await House.BuildAsync();
        var person = await house.AddPersonAsync();
        await house.SayAsync("hej", "e1");
        await house.RunAsync($"""INSERT INTO "Addresses" ("Channel", "Workspace", "User", "PersonId", "HeardAt") VALUES ('teams', 'T', 'U', '{person.Id}', {house.Clock.GetUtcNow().AddSeconds(10).ToUnixTimeMilliseconds()})""");
        house.Clock.Advance(TimeSpan.FromSeconds(20));
        await house.SayAsync("hej", "e2");

        Assert.Equal(house.Clock.GetUtcNow(), await HeardAsync(house));
    }

    [Fact]
    public async Task Another_room_is_noted_at_once()
    {
        await using var house = await House.BuildAsync();
        await house.SayAsync("hej", "e1");
        await house.Turns.TakeAsync(house.Said("hej", "e2") with { Room = new("D2") }, Stop);

        await using var db = house.OpenStore();
        Assert.Equal("D2", (await db.Addresses.SingleAsync(Stop)).RoomId);
    }

    private static async Task<DateTimeOffset?> HeardAsync(House house)
    {
        await using var db = house.OpenStore();
        return await db.Addresses.Where(address => address.Channel == "slack").Select(address => address.HeardAt).SingleAsync(Stop);
    }
}
