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
