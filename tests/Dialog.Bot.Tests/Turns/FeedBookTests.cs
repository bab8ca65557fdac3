using Dialog.Bot.Channels;
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

    [Theory]
    [InlineData("sv", "Manusstopp")]
    [InlineData("en", "Copy deadline")]
    public async Task A_person_reads_their_dates_in_their_own_language_and_goes_on_to_when_they_have_become_one_with_another_record(string language, string words)
    {
        await using var house = await House.BuildAsync();
        var person = (await house.People.AddAsync("Kim Ek", null, ["respondent"], language, "Europe/Stockholm", [new Address(Address.Slack, "T1", "U1")], Cancelled))!;
        var stands = (await house.People.AddAsync("Kim Ek", null, ["respondent"], language, "Europe/Stockholm", [new Address(Address.Teams, "T2", "U2")], Cancelled))!;
        await house.Assignments.OpenAsync(House.Assignment(person.Id) with { CopyDeadline = house.Clock.GetUtcNow().AddDays(30) }, requestKey: null, Cancelled);
        var secret = await house.Feeds.GiveAsync(person.Id, Cancelled);
        Assert.Contains(words, await house.Feeds.ReadAsync(secret, Cancelled), StringComparison.Ordinal);

        await house.Database.WriteAsync(
            async (session, token) =>
            {
                await Joins.JoinAsync(session, person, stands.Id, house.Clock.GetUtcNow(), token);
                return true;
            },
            Cancelled);

        Assert.Contains(words, await house.Feeds.ReadAsync(secret, Cancelled), StringComparison.Ordinal);
    }
}
