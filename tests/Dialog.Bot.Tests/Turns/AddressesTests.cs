using Dialog.Bot.Channels;
using Dialog.Bot.Store;
using Dialog.Bot.Tests.Support;
using Dialog.Bot.Turns;
using Dialog.Core.Interviews;
using Microsoft.EntityFrameworkCore;

namespace Dialog.Bot.Tests.Turns;

/// <summary>Where somebody was last heard from: there the bot writes on its own accord.</summary>
public class AddressesTests
{
    private static readonly Address Slack = new(Address.Slack, "T1", "U1");
    private static readonly Address Web = new(Address.Web, "web", "w1");

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_goes_on_talking_is_written_down_once_an_hour()
    {
        await using var house = await House.BuildAsync();
        await HearAsync(house, Slack, "e1");
        var first = house.Clock.GetUtcNow();

        house.Clock.Advance(AddressRow.HeardLasts - TimeSpan.FromSeconds(1));
        await HearAsync(house, Slack, "e2");
        Assert.Equal(first, (await AddressAsync(house)).HeardAt);

        house.Clock.Advance(TimeSpan.FromSeconds(1));
        await HearAsync(house, Slack, "e3");
        Assert.Equal(house.Clock.GetUtcNow(), (await AddressAsync(house)).HeardAt);
    }

    [Fact]
    public async Task Whoever_moves_between_channels_is_found_where_they_last_were()
    {
        await using var house = await House.BuildAsync();
        var person = (await house.People.AddAsync("Mattias Jansson", null, ["respondent"], "sv", "Europe/Stockholm", [Slack, Web], Cancelled))!;
        var heard = 0;
        foreach (var from in new[] { Slack, Web, Slack, Slack, Web, Web, Slack })
        {
            house.Clock.Advance(TimeSpan.FromSeconds(1));
            await HearAsync(house, from, $"e{++heard}");

            var found = await house.Database.ReadAsync((session, token) => People.ReachAsync(session, person.Id, [Address.Slack, Address.Web], token), Cancelled);
            Assert.Equal(from, found.Address.Address);
        }
    }

    [Fact]
    public async Task A_room_that_has_changed_is_written_down_at_once()
    {
        await using var house = await House.BuildAsync();
        await HearAsync(house, Slack, "e1");

        await HearAsync(house, Slack, "e2", "D2");

        Assert.Equal("D2", (await AddressAsync(house)).RoomId);
    }

    [Fact]
    public async Task Whoever_writes_can_be_reached_again_at_once()
    {
        await using var house = await House.BuildAsync();
        await HearAsync(house, Slack, "e1");
        await house.RunAsync("""UPDATE "Addresses" SET "Unreachable" = 'the conversation is archived'""");

        await HearAsync(house, Slack, "e2");

        Assert.Null((await AddressAsync(house)).Unreachable);
    }

    private static async Task HearAsync(House house, Address from, string key, string room = "D1") =>
        await house.Turns.TakeAsync(new Arrival(from, new Room(room), new Incoming.Said("hej", key) { Key = key, At = house.Clock.GetUtcNow() }), Cancelled);

    private static async Task<AddressRow> AddressAsync(House house)
    {
        await using var db = house.OpenStore();
        return await db.Addresses.SingleAsync(Cancelled);
    }
}
