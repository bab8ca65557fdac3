using System.Net;
using System.Text.Json;
using Dialog.Bot.Channels;
using Dialog.Bot.Channels.Slack;
using Dialog.Bot.Turns;

namespace Dialog.Bot.Tests.Channels.Slack;

/// <summary>Who people are, asked of Slack.</summary>
public sealed class SlackPeopleTests : IAsyncLifetime
{
    private static readonly Address Anna = new(Address.Slack, "T1", "U1"), Bo = new(Address.Slack, "T1", "U2"), Carl = new(Address.Slack, "T1", "U3");

    private SlackHouse house = null!;
    private SlackPeople people = null!;

    public async ValueTask InitializeAsync()
    {
        house = await SlackHouse.BuildAsync();
        people = house.Get<SlackPeople>();
        await people.StartAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await people.StopAsync(CancellationToken.None);
        await house.DisposeAsync();
    }

    [Fact]
    public async Task When_Slack_does_not_answer_somebody_is_asked_about_again_ten_minutes_later()
    {
        await KnowAsync(Anna, Bo);
        house.Api.Answer("users.info", () => new HttpResponseMessage(HttpStatusCode.ServiceUnavailable));

        people.Meet(Anna);
        people.Meet(Bo);
        await house.Api.WaitForAsync("users.info", 2);
        people.Meet(Anna);
        house.Clock.Advance(TimeSpan.FromMinutes(10) + TimeSpan.FromSeconds(1));
        people.Meet(Bo);
        people.Meet(Anna);

        Assert.Equal(["U1", "U2", "U1"], await AskedAsync(3));
    }

    [Theory]
    [InlineData("command")]
    [InlineData("press")]
    public async Task Whoever_is_heard_from_first_by_a_command_or_a_press_is_asked_about_as_after_a_message(string by)
    {
        var dispatch = house.Get<SlackDispatch>();
        await (by == "command"
            ? dispatch.CommandAsync(new Dictionary<string, string> { ["command"] = "/dialog", ["text"] = "hej", ["team_id"] = "T1", ["user_id"] = "U1", ["trigger_id"] = "t1" })
            : dispatch.InteractionAsync(JsonSerializer.SerializeToElement(new
            {
                type = "block_actions",
                team = new { id = "T1" },
                user = new { id = "U1", team_id = "T1" },
                container = new { type = "view", view_id = "V1" },
                actions = new[] { new { action_id = SlackHome.Language, value = "en", action_ts = "1.1" } },
            })));

        Assert.Equal(["U1"], await AskedAsync(1));
    }

    [Fact]
    public async Task Somebody_Slack_does_not_know_is_asked_about_once_a_day()
    {
        await KnowAsync(Anna, Bo, Carl);
        house.Api.Refuse("users.info", "user_not_found").Refuse("users.info", "user_not_found");

        people.Meet(Anna);
        people.Meet(Bo);
        await house.Api.WaitForAsync("users.info", 2);
        house.Clock.Advance(TimeSpan.FromHours(1));
        people.Meet(Anna);
        people.Meet(Carl);

        Assert.Equal(["U1", "U2", "U3"], await AskedAsync(3));
    }

    [Fact]
    public async Task Of_whom_another_process_has_learnt_Slack_is_not_asked()
    {
        await KnowAsync(Anna, Bo);
        await house.Get<PeopleBook>().LearnAsync(Anna, new Profile { Name = "Anna Andersson" }, TestContext.Current.CancellationToken);

        people.Meet(Anna);
        people.Meet(Bo);

        Assert.Equal(["U2"], await AskedAsync(1));
    }

    [Theory]
    [InlineData("""{"team_id":"T1","is_restricted":false}""", true)]
    [InlineData("""{"team_id":"T9","enterprise_user":{"enterprise_id":"T1"},"is_restricted":false}""", true)]
    [InlineData("""{"team_id":"T9","is_restricted":false}""", false)]
    [InlineData("""{"team_id":"T1"}""", false)]
    [InlineData("""{"team_id":"T1","is_restricted":true}""", false)]
    [InlineData("""{"team_id":"T1","is_restricted":false,"is_ultra_restricted":true}""", false)]
    [InlineData("""{"team_id":"T1","is_restricted":false,"deleted":true}""", false)]
    public void A_member_is_who_Slack_says_belongs_to_the_workspace_and_is_no_guest(string user, bool member) =>
        Assert.Equal(member, SlackPeople.Read(JsonElement.Parse(user), "T1").Member);

    private async Task KnowAsync(params Address[] addresses)
    {
        foreach (var address in addresses)
        {
            await house.Get<PeopleBook>().FindOrAddAsync(address, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Whom Slack was asked about, once it was asked so often.</summary>
    private async Task<IEnumerable<string>> AskedAsync(int times)
    {
        await house.Api.WaitForAsync("users.info", times);
        return house.Api.Calls.Where(call => call.Method == "users.info").Select(call => call.Fields["user"]);
    }
}
