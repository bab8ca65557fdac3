using System.Net;
using System.Text.Json.Nodes;
using Dialog.EndToEnd.BadInput;
using Dialog.EndToEnd.Interviews;
using Dialog.EndToEnd.Running;

namespace Dialog.EndToEnd.Slack;

/// <summary>What goes wrong at the wire: every message is seen once and in order, or the desk says why not.</summary>
public sealed class SlackFaultTests(SlackWorld world) : IClassFixture<SlackWorld>
{
    private const string Answer = "Kommunikation handlar om möten. I sociala medier möts vi, och i mötet utvecklar vi våra tankar om vad Katrineholm ska vara för alla som bor här.";

    public static TheoryData<string> Faults => ["429", "500 after storing", "cut before storing", "cut after storing", "internal_error", "service_unavailable", "channel_not_found", "is_archived", "invalid_blocks"];

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Each_message_is_seen_once_and_in_order(string fault)
    {
        var (person, assignment, _) = await world.InterviewedAsync();
        world.Slack.Faults.Next("chat.postMessage", fault switch
        {
            "429" => new Fault.RateLimited(1),
            "500 after storing" => new Fault.FailsAfterStoring(),
            "cut before storing" => new Fault.CutsBeforeStoring(),
            "cut after storing" => new Fault.CutsAfterStoring(),
            var code => new Fault.Refuses(code),
        });

        await person.SayAsync("ja");
        await person.SayAsync(Answer);
        await person.SayAsync("klar");

        var said = (await Transcript.OfAsync(world.Program, assignment)).FromBot;
        var posts = await world.Slack.WaitForPostsAsync(person.Channel, said.Count);
        Assert.Equal(said, posts.Select(post => post.PlainText.Split("\n\nKnapparna kunde inte visas. I stället kan du skriva: ")[0]));
    }

    [Fact]
    public async Task Events_twice_in_another_order_and_five_minutes_late_are_taken_once()
    {
        var (person, assignment, _) = await world.InterviewedAsync();
        await person.SayAsync("ja");
        var (first, second) = (person.Message(Answer), person.Message("Det var min tes."));
        var late = JsonNode.Parse(first)!;
        late["event_time"] = DateTimeOffset.UtcNow.AddMinutes(-5).ToUnixTimeSeconds();

        foreach (var (body, retry) in new (string, int?)[] { (second, null), (first, null), (second, 1), (first, 1), (late.ToJsonString(), 2), (second, 3) })
        {
            await (await person.DeliverAsync(body, retry)).AssertAsync(HttpStatusCode.OK);
        }

        var heard = (await Transcript.OfAsync(world.Program, assignment)).FromPerson;
        Assert.Equal(1, heard.Count(text => text == Answer));
        Assert.Equal(1, heard.Count(text => text == "Det var min tes."));
    }

    [Theory]
    [InlineData("account_inactive")]
    [InlineData("token_expired")]
    public async Task A_dead_installation_stops_all_sending_and_the_desk_says_so(string code)
    {
        await using var slack = await FakeSlack.StartAsync();
        await using var program = await ProgramUnderTest.HostAsync(slack.Settings);
        var person = new SlackSender(slack, program, "U0MANAGER1");
        slack.Faults.Next("chat.postMessage", new Fault.Refuses(code));
        slack.Faults.Next("auth.test", new Fault.Refuses(code));
        slack.Faults.Next("auth.test", new Fault.Refuses(code));

        await person.SayAsync("hej");
        var desk = await program.DeskAsync(page => page.Contains(code, StringComparison.Ordinal));
        Assert.Contains("Inget skickas i Slack", desk, StringComparison.Ordinal);

        await person.SayAsync("hjälp");
        Assert.Single(slack.Calls, call => call.Method == "chat.postMessage");
    }

    [Fact]
    public async Task An_uninstalled_app_says_nothing_more_and_the_desk_says_why()
    {
        await using var slack = await FakeSlack.StartAsync();
        await using var program = await ProgramUnderTest.HostAsync(slack.Settings);
        var person = new SlackSender(slack, program, "U0MANAGER1");
        var personId = await program.Api.AddPersonAsync("slack", FakeSlack.Team, person.User);

        await (await person.DeliverAsync(SlackSender.Event(new { type = "app_uninstalled" }))).AssertAsync(HttpStatusCode.OK);
        await program.Api.OpenAsync(new SeedInterview().OrderFor(personId));

        Assert.Contains("appen är avinstallerad", await program.DeskAsync(page => page.Contains("avinstallerad", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.DoesNotContain(slack.Calls, call => call.Method is "chat.postMessage" or "conversations.open");
    }

    [Fact]
    public async Task A_deactivated_person_is_named_at_the_desk()
    {
        await using var slack = await FakeSlack.StartAsync();
        await using var program = await ProgramUnderTest.HostAsync(slack.Settings);
        var personId = await program.Api.AddPersonAsync("slack", FakeSlack.Team, "U0GONE0001");
        slack.Faults.Next("conversations.open", new Fault.Refuses("user_disabled"));

        await program.Api.OpenAsync(new SeedInterview().OrderFor(personId));

        Assert.Contains("Mattias Jansson går inte att nå i Slack", await program.DeskAsync(page => page.Contains("user_disabled", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_event_is_acknowledged_in_time_while_Slack_answers_nothing()
    {
        await using var slack = await FakeSlack.StartAsync();
        await using var program = await ProgramUnderTest.HostAsync(slack.Settings);
        var person = new SlackSender(slack, program, "U0MANAGER1");
        foreach (var method in (string[])["chat.postMessage", "conversations.open", "users.info", "views.open", "views.publish", "auth.test"])
        {
            slack.Faults.Next(method, new Fault.HangsAfterStoring());
        }

        // A call to Slack is given up after 20 seconds: whoever is acknowledged before has waited for none. (docs/performance.md says how fast.)
        var limit = TimeSpan.FromSeconds(15);
        await person.SayAsync("hej").WaitAsync(limit, TestContext.Current.CancellationToken);
        await person.OpenHomeAsync().WaitAsync(limit, TestContext.Current.CancellationToken);
        await person.ShortcutAsync("interview.start").WaitAsync(limit, TestContext.Current.CancellationToken);
        await person.CommandAsync("mina").WaitAsync(limit, TestContext.Current.CancellationToken);
    }
}
