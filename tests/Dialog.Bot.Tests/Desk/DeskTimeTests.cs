using Dialog.Bot.Desk;
using Dialog.Bot.Tests.Support;

namespace Dialog.Bot.Tests.Desk;

public sealed class DeskTimeTests
{
    [Theory]
    [InlineData("2027-12-31T22:30:00Z", "sv", "fredag 31 december 23.30")]
    [InlineData("2027-12-31T23:30:00Z", "sv", "lördag 1 januari 2028 0.30")]
    [InlineData("2026-03-02T08:31:00Z", "en", "Monday 2 March 2026 9.31")]
    [InlineData("2027-03-02T08:31:00Z", "en", "Tuesday 2 March 9.31")]
    public async Task An_instant_of_another_year_says_which(string instant, string language, string words)
    {
        await using var house = await House.BuildAsync();
        Assert.Equal(words, DeskTime.Words(DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture), house.Organisation, house.Clock.GetUtcNow(), language));
    }
}
