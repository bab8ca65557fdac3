using Dialog.Bot.Channels;
using Dialog.Bot.Store;
using Dialog.Bot.Tests.Support;
using Dialog.Bot.Turns;
using Dialog.Core.Interviews;
using Microsoft.EntityFrameworkCore;

namespace Dialog.Bot.Tests.Turns;

/// <summary>Which language a person is spoken to in: what they or the desk chose, else what the channel told, whenever it told it, else the organisation's.</summary>
public class LanguageTests
{
    private static readonly Address Ellen = new(Address.Teams, "tenant", "ellen");

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("en-GB", null)]
    [InlineData(null, "en-GB")]
    public async Task Which_of_the_first_two_events_tells_the_language_does_not_matter(string? first, string? second)
    {
        await using var house = await House.BuildAsync();
        var replies = new List<Outgoing>();
        replies.AddRange((await ArriveAsync(house, first)).Replies);
        replies.AddRange((await ArriveAsync(house, second)).Replies);

        Assert.Equal("en", replies[^1].Language);
        Assert.Equal("en", (await StoredAsync(house)).Language);
        Assert.Equal("en", Assert.Single((await SayAsync(house, "help")).Replies).Language);
    }

    [Fact]
    public async Task A_language_that_is_told_a_second_time_changes_nothing()
    {
        await using var house = await House.BuildAsync();
        await ArriveAsync(house, "sv-SE");

        Assert.Empty((await ArriveAsync(house, "en-GB")).Replies);
        Assert.Equal("sv", (await StoredAsync(house)).Language);
    }

    [Fact]
    public async Task A_language_the_person_chose_stays()
    {
        await using var house = await House.BuildAsync();
        await ArriveAsync(house, null);
        await SayAsync(house, "svenska");

        Assert.Empty((await ArriveAsync(house, "en-GB")).Replies);
        Assert.Equal("sv", (await StoredAsync(house)).Language);
    }

    [Theory]
    [InlineData("sv", "sv")]
    [InlineData(null, "en")]
    public async Task A_language_the_desk_wrote_down_stays_and_one_it_left_out_is_the_channels(string? written, string spoken)
    {
        await using var house = await House.BuildAsync();
        await house.People.AddAsync("Ellen Green", null, ["respondent"], written, "Europe/Stockholm", [Ellen], Cancelled);

        Assert.Equal(spoken, Assert.Single((await ArriveAsync(house, "en-GB")).Replies).Language);
        Assert.Equal(spoken, (await StoredAsync(house)).Language);
    }

    [Theory]
    [InlineData("sv", "sv")]
    [InlineData(null, "en")]
    public async Task A_profile_does_not_change_a_language_the_desk_wrote_down(string? written, string spoken)
    {
        await using var house = await House.BuildAsync();
        await house.People.AddAsync("Ellen Green", null, ["respondent"], written, "Europe/Stockholm", [Ellen], Cancelled);

        await house.People.LearnAsync(Ellen, new Profile { Locale = "en-GB" }, Cancelled);
        Assert.Equal(spoken, (await StoredAsync(house)).Language);
    }

    [Theory]
    [InlineData(null, "en")]
    [InlineData("hej", "sv")]
    public async Task A_profile_that_comes_after_somebody_has_only_looked_tells_their_language(string? said, string spoken)
    {
        await using var house = await House.BuildAsync();
        await TakeAsync(house, new Incoming.HomeOpened { Key = "home", At = house.Clock.GetUtcNow() }, null);
        await ArriveAsync(house, null);
        if (said is not null)
        {
            await SayAsync(house, said);
        }

        await house.People.LearnAsync(Ellen, new Profile { Locale = "en-GB" }, Cancelled);

        Assert.Equal(spoken, (await SayAsync(house, "help")).Replies[^1].Language);
    }

    [Fact]
    public async Task A_language_the_desk_changes_is_spoken_from_the_next_turn_on()
    {
        await using var house = await House.BuildAsync();
        await ArriveAsync(house, "sv-SE");
        await house.People.ChangeAsync((await StoredAsync(house)).Id, person => person.Language = "en", Cancelled);

        Assert.Equal("en", Assert.Single((await SayAsync(house, "help")).Replies).Language);
    }

    private static Task<TurnOutcome> ArriveAsync(House house, string? locale) => TakeAsync(house, new Incoming.Arrived { Key = Guid.NewGuid().ToString(), At = house.Clock.GetUtcNow() }, locale);

    private static Task<TurnOutcome> SayAsync(House house, string text) => TakeAsync(house, new Incoming.Said(text, text) { Key = text, At = house.Clock.GetUtcNow() }, null);

    private static Task<TurnOutcome> TakeAsync(House house, Incoming what, string? locale) =>
        house.Turns.TakeAsync(new Arrival(Ellen, new Room("a:ellen"), what) { Locale = locale }, Cancelled);

    private static async Task<PersonRow> StoredAsync(House house)
    {
        await using var db = house.OpenStore();
        return await db.People.SingleAsync(Cancelled);
    }
}
