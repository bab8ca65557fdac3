using Dialog.Bot.Channels;
using Dialog.Bot.Store;
using Dialog.Bot.Tests.Support;
using Dialog.Bot.Turns;
using Dialog.Core.Interviews;
using Microsoft.EntityFrameworkCore;

namespace Dialog.Bot.Tests.Turns;

/// <summary>What a channel tells of somebody, and what becomes of it.</summary>
public class PeopleBookTests
{
    private const string Mail = "Ellen.Green@katrineholm.example";

    private static readonly Address InSlack = new(Address.Slack, "T1", "U7");

    private static readonly Address InTeams = new(Address.Teams, "tenant", "ellen");

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

    [Theory]
    [InlineData(-1, null)]
    [InlineData(0.4, null)]
    [InlineData(1.2, "uninstalled")]
    public async Task That_somebody_is_gone_counts_for_nothing_when_they_were_heard_since_or_in_the_same_millisecond(double later, string? left)
    {
        await using var house = await House.BuildAsync();
        await house.AddPersonAsync();
        await house.SayAsync("hej", "k1");

        await house.People.LearnAsync(new Address(Address.Slack, "T1", "U1"), new Profile { Unreachable = "uninstalled", MadeAt = house.Clock.GetUtcNow().AddMilliseconds(later) }, Cancelled);

        await using var db = house.OpenStore();
        Assert.Equal(left, (await db.Addresses.SingleAsync(Cancelled)).Unreachable);
    }

    [Fact]
    public async Task What_is_written_down_here_stays_and_the_rest_is_taken_over()
    {
        await using var house = await House.BuildAsync();
        await house.People.AddAsync("Ellen Green", null, ["respondent"], null, timeZone: null, [InTeams], Cancelled);

        Assert.True(await house.People.LearnAsync(InTeams, new Profile { Name = "E. Green", Title = "kommunchef", Email = Mail, TimeZone = "Europe/Helsinki", Locale = "en-GB" }, Cancelled));
        Assert.True(await house.People.LearnAsync(InTeams, new Profile { Title = "chef", TimeZone = "Europe/Nowhere" }, Cancelled));

        var (person, address) = await StoredAsync(house, InTeams);
        Assert.Equal(("Ellen Green", "kommunchef", "ellen.green@katrineholm.example", "Europe/Helsinki", "en"), (person.Name, person.Title, person.Email, person.TimeZone, person.Language));
        Assert.Equal(house.Clock.GetUtcNow(), address.ProfileAt);
    }

    [Theory]
    [InlineData("nobody", "Ellen Green-Andersson", "kommunchef")]
    [InlineData("the desk", "Ellen", "chefen")]
    [InlineData("another channel", "Ellen Green", "enhetschef")]
    public async Task A_name_and_a_title_that_changed_are_taken_over_unless_somebody_here_or_another_channel_told_them(string told, string name, string title)
    {
        await using var house = await House.BuildAsync();
        await house.Turns.TakeAsync(house.Said("Hej", "1"), Cancelled);
        var address = new Address(Address.Slack, "T1", "U1");
        await house.People.LearnAsync(address, new Profile { Name = "Ellen Green", Title = "enhetschef" }, Cancelled);
        var person = (await StoredAsync(house, address)).Person;
        if (told == "the desk")
        {
            await house.People.ChangeAsync(person.Id, row => (row.Name, row.Title) = ("Ellen", "chefen"), Cancelled);
        }
        else if (told == "another channel")
        {
            await house.RunAsync($"""INSERT INTO "Addresses" ("Channel", "Workspace", "User", "PersonId", "ProfileAt") VALUES ('teams', 'tenant', 'ellen', '{person.Id}', 1)""");
        }

        await house.People.LearnAsync(address, new Profile { Name = "Ellen Green-Andersson", Title = "kommunchef" }, Cancelled);
        await house.People.LearnAsync(address, new Profile(), Cancelled);

        person = (await StoredAsync(house, address)).Person;
        Assert.Equal((name, title), (person.Name, person.Title));
    }

    [Fact]
    public async Task A_time_zone_that_was_set_here_stays_whatever_the_channel_tells()
    {
        await using var house = await House.BuildAsync();
        var person = await house.AddPersonAsync();
        var address = new Address(Address.Slack, "T1", "U1");
        await house.People.LearnAsync(address, new Profile { TimeZone = "Europe/London" }, Cancelled);
        Assert.Equal("Europe/London", (await StoredAsync(house, address)).Person.TimeZone);

        await house.People.ChangeAsync(person.Id, row => row.TimeZone = "Europe/Helsinki", Cancelled);
        await house.People.LearnAsync(address, new Profile { TimeZone = "Europe/London" }, Cancelled);

        Assert.Equal("Europe/Helsinki", (await StoredAsync(house, address)).Person.TimeZone);
    }

    [Fact]
    public async Task A_name_is_known_without_what_cannot_be_seen_whoever_tells_it()
    {
        await using var house = await House.BuildAsync();
        await house.Turns.TakeAsync(house.Said("Hej", "1") with { Name = "\u200B" }, Cancelled);
        Assert.Null((await StoredAsync(house, new Address(Address.Slack, "T1", "U1"))).Person.Name);

        await house.People.LearnAsync(new Address(Address.Slack, "T1", "U1"), new Profile { Name = "Ellen\u202E Green", Title = "\u2066" }, Cancelled);

        var (person, _) = await StoredAsync(house, new Address(Address.Slack, "T1", "U1"));
        Assert.Equal(("Ellen Green", null), (person.Name, person.Title));
    }

    [Theory]
    [InlineData("Europe/Nowhere")]
    [InlineData("W. Europe Standard Time")]
    public async Task A_time_zone_that_is_not_known_is_nobodys(string zone)
    {
        await using var house = await House.BuildAsync();
        await house.Turns.TakeAsync(house.Said("Hej", "1") with { TimeZone = zone }, Cancelled);
        await house.People.LearnAsync(new Address(Address.Slack, "T1", "U1"), new Profile { TimeZone = zone }, Cancelled);

        Assert.Equal("Europe/Stockholm", (await StoredAsync(house, new Address(Address.Slack, "T1", "U1"))).Person.TimeZone);
        await Assert.ThrowsAsync<StartupException>(() => House.BuildAsync([new("Organisation:TimeZone", zone)]));
    }

    [Fact]
    public async Task Who_was_given_a_time_zone_that_is_not_known_is_answered_by_the_organisations()
    {
        await using var house = await House.BuildAsync();
        await house.RunAsync($"UPDATE \"People\" SET \"TimeZone\" = 'W. Europe Standard Time' WHERE \"Id\" = '{(await house.AddPersonAsync()).Id}'");
        await house.Assignments.OpenAsync(House.Assignment((await StoredAsync(house, new Address(Address.Slack, "T1", "U1"))).Person.Id), requestKey: null, Cancelled);
        await house.SayAsync("i morgon", "1");

        await using var db = house.OpenStore();
        Assert.Contains("9.00", (await db.Messages.Where(m => !m.Incoming).OrderBy(m => m.Seq).LastAsync(Cancelled)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_nothing_changed_only_that_it_was_told_again_is_written_and_once_a_day()
    {
        await using var house = await House.BuildAsync();
        await house.People.AddAsync("Ellen Green", null, ["respondent"], "sv", "Europe/Stockholm", [InTeams], Cancelled);
        var profile = new Profile { Name = "Ellen Green", Email = Mail };
        await house.People.LearnAsync(InTeams, profile, Cancelled);
        var told = house.Clock.GetUtcNow();
        house.Clock.Advance(TimeSpan.FromDays(1));
        await house.People.LearnAsync(InTeams, profile, Cancelled);
        Assert.Equal(told, (await StoredAsync(house, InTeams)).Address.ProfileAt);

        house.Clock.Advance(TimeSpan.FromMinutes(1));
        await house.People.LearnAsync(InTeams, profile, Cancelled);
        Assert.Equal(house.Clock.GetUtcNow(), (await StoredAsync(house, InTeams)).Address.ProfileAt);

        house.Clock.Advance(TimeSpan.FromMinutes(1));
        await house.People.LearnAsync(InTeams, profile with { Title = "kommunchef" }, Cancelled);
        Assert.Equal(house.Clock.GetUtcNow(), (await StoredAsync(house, InTeams)).Address.ProfileAt);
    }

    [Fact]
    public async Task Nobody_is_added_for_an_address_that_is_not_known()
    {
        await using var house = await House.BuildAsync();

        Assert.False(await house.People.LearnAsync(InTeams, new Profile { Name = "Ellen Green" }, Cancelled));

        await using var db = house.OpenStore();
        Assert.Empty(await db.People.ToListAsync(Cancelled));
    }

    [Theory]
    [InlineData(false, "respondent", "")]
    [InlineData(true, "respondent", "respondent")]
    [InlineData(false, "editor", "editor")]
    public async Task A_guest_is_no_respondent_unless_the_desk_asked(bool asked, string roles, string after)
    {
        await using var house = await House.BuildAsync();
        var person = await house.People.AddAsync("Ellen Green", null, [roles], "sv", "Europe/Stockholm", [InTeams], Cancelled);
        if (asked)
        {
            await house.Assignments.OpenAsync(House.Assignment(person!.Id), requestKey: null, Cancelled);
        }

        await house.People.LearnAsync(InTeams, new Profile { Outsider = true }, Cancelled);

        Assert.Equal(after, (await StoredAsync(house, InTeams)).Person.Roles);
    }

    [Fact]
    public async Task The_same_verified_address_elsewhere_is_the_same_person_and_is_told_once()
    {
        await using var house = await House.BuildAsync();
        var old = await AddAsync(house, InSlack);
        house.Clock.Advance(TimeSpan.FromHours(1));
        var young = await AddAsync(house, InTeams);
        await house.People.LearnAsync(InTeams, new Profile { Email = Mail }, Cancelled);

        await house.People.LearnAsync(InSlack, new Profile { Email = Mail.ToLowerInvariant() }, Cancelled);
        await house.People.LearnAsync(InTeams, new Profile { Email = Mail }, Cancelled);

        var mail = Assert.Single(await MailAsync(house));
        Assert.Equal((young, old), (mail.PersonId, Assert.IsType<Incoming.Recognised>(StateJson.Read<Incoming>(mail.Body)).IntoPersonId));
        Assert.Equal(house.Clock.GetUtcNow(), mail.NextAt);
    }

    [Theory]
    [InlineData("workspace")]
    [InlineData("guest")]
    [InlineData("three")]
    [InlineData("joined")]
    public async Task Who_may_be_somebody_else_is_left_apart(string why)
    {
        await using var house = await House.BuildAsync();
        var old = await AddAsync(house, why == "workspace" ? new Address(Address.Teams, "tenant", "green") : InSlack);
        await house.People.ChangeAsync(old, person => person.Email = Mail.ToLowerInvariant(), Cancelled);
        var young = await AddAsync(house, InTeams);
        if (why == "three")
        {
            var third = await AddAsync(house, new Address(Address.Slack, "T2", "U7"));
            await house.People.ChangeAsync(third, person => person.Email = Mail.ToLowerInvariant(), Cancelled);
        }
        else if (why == "joined")
        {
            await house.RunAsync($"""INSERT INTO "Joins" ("PersonId", "Into", "At", "PartedAt", "Body") VALUES ('{young}', '{old}', 1, 2, '')""");
        }

        await house.People.LearnAsync(InTeams, new Profile { Email = Mail, Outsider = why == "guest" }, Cancelled);

        Assert.Empty(await MailAsync(house));
    }

    private static async Task<string> AddAsync(House house, Address address) => (await house.People.AddAsync("Ellen Green", null, ["respondent"], "sv", "Europe/Stockholm", [address], Cancelled))!.Id;

    private static async Task<(PersonRow Person, AddressRow Address)> StoredAsync(House house, Address address)
    {
        await using var db = house.OpenStore();
        var row = await db.Addresses.SingleAsync(a => a.Channel == address.Channel && a.User == address.User, Cancelled);
        return (await db.People.SingleAsync(p => p.Id == row.PersonId, Cancelled), row);
    }

    private static async Task<List<MailRow>> MailAsync(House house)
    {
        await using var db = house.OpenStore();
        return await db.Mail.ToListAsync(Cancelled);
    }
}
