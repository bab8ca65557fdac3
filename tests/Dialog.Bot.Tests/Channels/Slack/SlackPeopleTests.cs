using System.Net;
using System.Text.Json;
using Dialog.Bot.Channels;
using Dialog.Bot.Channels.Slack;
using Dialog.Bot.Turns;
using Microsoft.EntityFrameworkCore;

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

    [Theory]
    [InlineData("en-GB", "en")]
    [InlineData("sv-SE", "sv")]
    [InlineData(null, "sv")]
    public async Task Who_writes_for_the_first_time_is_answered_in_the_language_Slack_speaks_with_them_and_asked_about_once(string? locale, string language)
    {
        house.Api.Answer("users.info", new { ok = true, user = new { id = "U1", team_id = "T1", locale, real_name = "Anna Andersson" } });

        await SayAsync("hi", "1790000010.000100");
        await SayAsync("help", "1790000011.000100");
        await UntilLearntAsync();

        await using var db = house.OpenStore();
        Assert.Equal([language], (await db.Outbox.ToListAsync(TestContext.Current.CancellationToken)).Select(row => JsonSerializer.Deserialize<JsonElement>(row.Body).GetProperty("language").GetString()).Distinct());
        Assert.Single(house.Api.Calls, call => call.Method == "users.info");
    }

    [Fact]
    public async Task Slack_is_answered_in_time_when_it_does_not_tell_who_wrote_for_the_first_time()
    {
        var held = new TaskCompletionSource<HttpResponseMessage>(TaskCreationOptions.RunContinuationsAsynchronously);
        house.Api.AnswerLater("users.info", () => held.Task);

        var taking = SayAsync("hi", "1790000010.000100");
        await house.Api.WaitForAsync("users.info", 1);
        while (!taking.IsCompleted)
        {
            house.Clock.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Yield();
        }

        await taking;
        await using var db = house.OpenStore();
        Assert.Equal(1, await db.Messages.CountAsync(m => m.Incoming, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Whom_an_editor_asks_is_asked_in_their_own_language()
    {
        var eva = await house.Get<PeopleBook>().AddAsync("Eva Editor", null, ["editor"], "sv", "Europe/Stockholm", [Anna], TestContext.Current.CancellationToken);
        house.Api.Answer("users.info", new { ok = true, user = new { id = "U2", team_id = "T1", locale = "en-GB", real_name = "Ellen Green" } });

        var answer = await house.Get<SlackDispatch>().CommandAsync(new Dictionary<string, string> { ["command"] = "/dialog", ["text"] = "fråga <@U2|ellen> \"Varför plogar vi?\"", ["team_id"] = "T1", ["user_id"] = "U1", ["trigger_id"] = "t1" });

        Assert.Contains("Ellen Green", (string?)answer!["text"], StringComparison.Ordinal);
        await using var db = house.OpenStore();
        var opening = await db.Messages.SingleAsync(m => !m.Incoming && m.PersonId != eva!.Id, TestContext.Current.CancellationToken);
        Assert.StartsWith("Hi Ellen!", opening.Text, StringComparison.Ordinal);
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

    private Task SayAsync(string text, string ts) => house.Get<SlackDispatch>().EventAsync(JsonSerializer.SerializeToElement(new
    {
        type = "event_callback",
        team_id = "T1",
        event_id = $"Ev{ts}",
        authorizations = new[] { new { team_id = "T1", user_id = "U0BOT", is_bot = true, is_enterprise_install = false } },
        @event = new { type = "message", user = "U1", text, ts, channel = "D1", channel_type = "im" },
    }));

    private async Task UntilLearntAsync()
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(TimeSpan.FromSeconds(20));
        await using var db = house.OpenStore();
        while (!await db.Addresses.AnyAsync(address => address.ProfileAt != null, deadline.Token))
        {
            await Task.Yield();
        }
    }

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
