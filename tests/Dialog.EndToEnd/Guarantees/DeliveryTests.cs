using Dialog.EndToEnd.Interviews;
using Dialog.EndToEnd.Running;
using Dialog.EndToEnd.Slack;

namespace Dialog.EndToEnd.Guarantees;

public sealed class DeliveryTests
{
    private const string User = "U0MANAGER1";

    [Fact]
    public async Task A_message_Slack_wants_later_comes_later_once_and_in_order()
    {
        await using var slack = await FakeSlack.StartAsync();
        await using var program = await ProgramUnderTest.HostAsync(slack.Settings);
        slack.Faults.Next("chat.postMessage", new Fault.RateLimited(2));

        var posts = await TalkAsync(slack, program);

        var calls = slack.Calls.Where(call => call.Method == "chat.postMessage").ToList();
        Assert.Equal(posts.Count + 1, calls.Count);
        Assert.InRange(calls[1].At - calls[0].At, TimeSpan.FromSeconds(2), Patience.Limit);
    }

    [Fact]
    public async Task A_message_that_arrived_although_Slack_failed_is_found_and_not_repeated()
    {
        await using var slack = await FakeSlack.StartAsync();
        await using var program = await ProgramUnderTest.HostAsync(slack.Settings);
        slack.Faults.Next("chat.postMessage", new Fault.FailsAfterStoring());

        await TalkAsync(slack, program);

        Assert.Contains(slack.Calls, call => call.Method == "conversations.history");
    }

    [Fact]
    public async Task A_message_that_arrived_although_the_connection_broke_is_found_and_not_repeated()
    {
        await using var slack = await FakeSlack.StartAsync();
        await using var program = await ProgramUnderTest.HostAsync(slack.Settings);
        slack.Faults.Next("chat.postMessage", new Fault.CutsAfterStoring());

        await TalkAsync(slack, program);

        Assert.Contains(slack.Calls, call => call.Method == "conversations.history");
    }

    [Fact]
    public async Task A_message_that_arrived_is_found_however_much_was_written_since()
    {
        await using var slack = await FakeSlack.StartAsync();
        await using var program = await ProgramUnderTest.HostAsync(slack.Settings);
        var person = new SlackSender(slack, program, "U0TALKER01");
        var personId = await program.Api.AddPersonAsync("slack", FakeSlack.Team, person.User);
        slack.Faults.Next("chat.postMessage", new Fault.FailsAfterStoring());

        var assignment = await program.Api.OpenAsync(new SeedInterview().OrderFor(personId));
        await slack.WaitForMessageAsync(person.Channel);
        for (var number = 1; number <= 40; number++)
        {
            slack.Write(person.User, $"rad {number}");
        }

        await person.SayAsync("hjälp");
        await slack.WaitForMessageAsync(person.Channel, skip: 1);
        Assert.Equal(["sent", "sent"], (await Transcript.SettledAsync(program, assignment)).Messages.Where(line => line.GetProperty("direction").GetString() == "out").Select(line => line.GetProperty("delivery").GetString()));
        Assert.Equal(2, slack.BotPosts(person.Channel).Count);
        Assert.Equal(3, slack.Calls.Count(call => call.Method == "conversations.history"));
    }

    /// <summary>An assignment and two answers; what stands in Slack afterwards is what the transcript says, once and in order.</summary>
    private static async Task<IReadOnlyList<SlackPost>> TalkAsync(FakeSlack slack, ProgramUnderTest program)
    {
        var person = new SlackSender(slack, program, User);
        var personId = await program.Api.AddPersonAsync("slack", FakeSlack.Team, User);
        var assignment = await program.Api.OpenAsync(new SeedInterview().OrderFor(personId));
        await person.SayAsync("hjälp");
        await person.SayAsync("Kommunikation handlar om möten. I sociala medier möts vi, och i mötet utvecklar vi våra tankar om vad Katrineholm ska vara för alla som bor här.");
        await person.SayAsync("klar");

        var said = (await Transcript.OfAsync(program, assignment)).FromBot;
        var posts = await slack.WaitForPostsAsync(person.Channel, said.Count);
        Assert.Equal(said, posts.Select(post => post.PlainText));
        return posts;
    }
}
