using System.Net;
using Dialog.Bot.Channels;
using Dialog.Bot.Channels.Slack;
using Dialog.Bot.Turns;

namespace Dialog.Bot.Tests.Channels.Slack;

/// <summary>Who people are, asked of Slack.</summary>
public sealed class SlackPeopleTests
{
    private static readonly Address Anna = new(Address.Slack, "T1", "U1"), Bo = new(Address.Slack, "T1", "U2"), Carl = new(Address.Slack, "T1", "U3");

    [Fact]
    public async Task When_Slack_does_not_answer_somebody_is_asked_about_again_ten_minutes_later()
    {
        await using var house = await SlackHouse.BuildAsync();
        await house.Get<PeopleBook>().FindOrAddAsync(Anna, TestContext.Current.CancellationToken);
        await house.Get<PeopleBook>().FindOrAddAsync(Bo, TestContext.Current.CancellationToken);
        house.Api.Answer("users.info", () => new HttpResponseMessage(HttpStatusCode.ServiceUnavailable));
        var people = house.Get<SlackPeople>();
        await people.StartAsync(TestContext.Current.CancellationToken);

        people.Meet(Anna);
        people.Meet(Bo);
        await house.Api.WaitForAsync("users.info", 2);
        people.Meet(Anna);
        house.Clock.Advance(TimeSpan.FromMinutes(10) + TimeSpan.FromSeconds(1));
        people.Meet(Bo);
        people.Meet(Anna);
        await house.Api.WaitForAsync("users.info", 3);

        Assert.Equal(["U1", "U2", "U1"], house.Api.Calls.Where(call => call.Method == "users.info").Select(call => call.Fields["user"]));
        await people.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Somebody_Slack_does_not_know_is_asked_about_once_a_day()
    {
        await using var house = await SlackHouse.BuildAsync();
        await house.Get<PeopleBook>().FindOrAddAsync(Anna, TestContext.Current.CancellationToken);
        await house.Get<PeopleBook>().FindOrAddAsync(Bo, TestContext.Current.CancellationToken);
        await house.Get<PeopleBook>().FindOrAddAsync(Carl, TestContext.Current.CancellationToken);
        house.Api.Refuse("users.info", "user_not_found").Refuse("users.info", "user_not_found");
        var people = house.Get<SlackPeople>();
        await people.StartAsync(TestContext.Current.CancellationToken);

        people.Meet(Anna);
        people.Meet(Bo);
        await house.Api.WaitForAsync("users.info", 2);
        house.Clock.Advance(TimeSpan.FromHours(1));
        people.Meet(Anna);
        people.Meet(Carl);
        await house.Api.WaitForAsync("users.info", 3);

        Assert.Equal(["U1", "U2", "U3"], house.Api.Calls.Where(call => call.Method == "users.info").Select(call => call.Fields["user"]));
        await people.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Somebody_whom_another_process_has_learnt_to_be_a_guest_is_one_here_after_their_next_word()
    {
        await using var house = await SlackHouse.BuildAsync();
        var (book, guests, people) = (house.Get<PeopleBook>(), house.Get<Guests>(), house.Get<SlackPeople>());
        await book.FindOrAddAsync(Anna, TestContext.Current.CancellationToken);
        await book.FindOrAddAsync(Bo, TestContext.Current.CancellationToken);
        Assert.False(await guests.IsGuestAsync(Anna));
        await book.LearnAsync(Anna, new Profile { Name = "Gun Gäst", Outsider = true }, TestContext.Current.CancellationToken);
        await people.StartAsync(TestContext.Current.CancellationToken);

        people.Meet(Anna);
        people.Meet(Bo);
        await house.Api.WaitForAsync("users.info", 1);

        Assert.True(await guests.IsGuestAsync(Anna));
        Assert.Equal("U2", Assert.Single(house.Api.Calls, call => call.Method == "users.info").Fields["user"]);
        await people.StopAsync(TestContext.Current.CancellationToken);
    }
}
