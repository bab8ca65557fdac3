using Dialog.EndToEnd.Interviews;
using Dialog.EndToEnd.Running;
using Dialog.EndToEnd.Slack;

namespace Dialog.EndToEnd.Guarantees;

public sealed class RestartTests
{
    private const string User = "U0MANAGER1";

    [Fact]
    public async Task Killed_after_every_answer_the_interview_goes_on_and_asks_nothing_twice()
    {
        var seed = new SeedInterview();
        await using var slack = await FakeSlack.StartAsync();
        await using var program = await ProgramUnderTest.StartAsync(slack.Settings);
        var person = new SlackSender(slack, program, User);
        var talk = new SlackTalk(slack, person);
        var personId = await program.Api.AddPersonAsync("slack", FakeSlack.Team, User);
        var assignment = await program.Api.OpenAsync(seed.OrderFor(personId));
        await talk.HearAsync();

        foreach (var (slot, lines) in seed.Lines)
        {
            foreach (var line in lines)
            {
                await talk.SayAsync(line);
            }

            await program.KillAsync();
            await program.StartAgainAsync();
            if (slot != "headline")
            {
                await talk.SayAsync("klar");
            }

            await talk.HearAsync();
        }

        var outcome = await Outcome.OfAsync(program, assignment);
        outcome.AssertAnswers(seed);
        outcome.AssertReferenceDrafts(seed);
        var posts = slack.BotPosts(person.Channel).Select(post => post.Text).ToList();
        Assert.Equal(posts.Distinct(), posts);
        Assert.Equal(
            seed.Lines.SelectMany(slot => slot.Slot == "headline" ? slot.Lines : [.. slot.Lines, "klar"]),
            (await Transcript.OfAsync(program, assignment)).FromPerson);
    }

    [Fact]
    public async Task Killed_while_a_message_is_on_its_way_the_message_is_not_sent_again()
    {
        await using var slack = await FakeSlack.StartAsync();
        await using var program = await ProgramUnderTest.StartAsync(slack.Settings);
        var person = new SlackSender(slack, program, User);
        var personId = await program.Api.AddPersonAsync("slack", FakeSlack.Team, User);
        slack.Faults.Next("chat.postMessage", new Fault.HangsAfterStoring());
        var assignment = await program.Api.OpenAsync(new SeedInterview().OrderFor(personId));
        await slack.WaitForMessageAsync(person.Channel);

        await program.KillAsync();
        await program.StartAgainAsync();
        await person.SayAsync("hjälp");
        await slack.WaitForMessageAsync(person.Channel, skip: 1);

        var said = (await Transcript.OfAsync(program, assignment)).FromBot;
        Assert.Equal(said, (await slack.WaitForPostsAsync(person.Channel, said.Count)).Select(post => post.PlainText));
        Assert.Contains(slack.Calls, call => call.Method == "conversations.history");
    }

    [Fact]
    public async Task A_reminder_that_fell_due_while_the_program_was_down_is_sent_once()
    {
        var seed = new SeedInterview();
        await using var slack = await FakeSlack.StartAsync();
        await using var program = await ProgramUnderTest.StartAsync(slack.Settings);
        var person = new SlackSender(slack, program, User);
        var personId = await program.Api.AddPersonAsync("slack", FakeSlack.Team, User);
        var remindAt = DateTimeOffset.UtcNow.AddSeconds(4);
        var assignment = await program.Api.OpenAsync(new { topic = seed.Topic, personId, track = "quick", outlets = new[] { "x" }, remindAt = new[] { remindAt }, language = "sv" });
        await slack.WaitForMessageAsync(person.Channel);
        await program.KillAsync();
        await Task.Delay(remindAt > DateTimeOffset.UtcNow ? remindAt - DateTimeOffset.UtcNow : TimeSpan.Zero, TestContext.Current.CancellationToken);

        await program.StartAgainAsync();
        await slack.WaitForMessageAsync(person.Channel, skip: 1);
        await program.StopAsync();
        await program.StartAgainAsync();
        await person.SayAsync("hjälp");
        await slack.WaitForMessageAsync(person.Channel, skip: 2);

        Assert.Equal(3, slack.BotPosts(person.Channel).Count);
        Assert.Equal(3, (await Transcript.OfAsync(program, assignment)).FromBot.Count);
    }

    [Fact]
    public async Task Ctrl_C_stops_in_time_in_the_middle_of_an_interview_and_loses_nothing()
    {
        await using var slack = await FakeSlack.StartAsync();
        await using var program = await ProgramUnderTest.StartAsync(slack.Settings);
        var person = new SlackSender(slack, program, User);
        var personId = await program.Api.AddPersonAsync("slack", FakeSlack.Team, User);
        var assignment = await program.Api.OpenAsync(new SeedInterview().OrderFor(personId));
        await slack.WaitForMessageAsync(person.Channel);
        await person.SayAsync("Kommunikation handlar om möten.");

        await program.StopAsync();
        await program.StartAgainAsync();

        Assert.Equal(["Kommunikation handlar om möten."], (await Transcript.OfAsync(program, assignment)).FromPerson);
        await program.StopCalmlyAsync();
    }

    [Fact]
    public async Task Ctrl_C_stops_in_time_while_Slack_does_not_answer()
    {
        await using var slack = await FakeSlack.StartAsync();
        await using var program = await ProgramUnderTest.StartAsync(slack.Settings);
        var person = new SlackSender(slack, program, User);
        var personId = await program.Api.AddPersonAsync("slack", FakeSlack.Team, User);
        slack.Faults.Next("chat.postMessage", new Fault.HangsAfterStoring());
        await program.Api.OpenAsync(new SeedInterview().OrderFor(personId));
        await slack.WaitForMessageAsync(person.Channel);

        await program.StopAsync();
        await program.StartAgainAsync();
        await person.SayAsync("hjälp");
        await slack.WaitForMessageAsync(person.Channel, skip: 1);

        Assert.Equal(2, slack.BotPosts(person.Channel).Select(post => post.Text).Distinct().Count());
        Assert.Equal(2, slack.BotPosts(person.Channel).Count);
    }
}
