using Dialog.Bot.Tests.Support;
using Dialog.Bot.Turns;

namespace Dialog.Bot.Tests.Turns;

public sealed class FeedBookTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(59, true)]
    [InlineData(61, false)]
    public async Task An_address_that_was_taken_back_can_be_given_back_for_an_hour(int minutes, bool can)
    {
        await using var house = await House.BuildAsync();
        var secret = await house.Feeds.GiveAsync(FeedBook.Desk, Cancelled);
        Assert.NotNull(await house.Feeds.ReadAsync(secret, Cancelled));
        await house.Feeds.TakeBackAsync(FeedBook.Desk, Cancelled);
        Assert.Null(await house.Feeds.ReadAsync(secret, Cancelled));
        house.Clock.Advance(TimeSpan.FromMinutes(minutes));

        Assert.Equal(can, await house.Feeds.GiveBackAsync(FeedBook.Desk, Cancelled));

        Assert.Equal(can, await house.Feeds.ReadAsync(secret, Cancelled) is not null);
    }
}
