using Dialog.EndToEnd.Interviews;
using Dialog.EndToEnd.Running;
using Dialog.EndToEnd.Slack;

namespace Dialog.EndToEnd.Guarantees;

/// <summary>Each test leaves the program running for the next, and brings a person of its own.</summary>
public sealed class RestartTests(RestartWorld world) : IClassFixture<RestartWorld>
{
    private readonly FakeSlack slack = world.Slack;
    private readonly ProgramUnderTest program = world.Program;

    [Fact]
    public async Task Killed_after_every_answer_the_interview_goes_on_and_asks_nothing_twice()
    {
        var seed = new SeedInterview();
        var person = world.NewPerson();
        var talk = new SlackTalk(slack, person);
        var personId = await program.Api.AddPersonAsync("slack", FakeSlack.Team, person.User);
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
        var person = world.NewPerson();
        var personId = await program.Api.AddPersonAsync("slack", FakeSlack.Team, person.User);
        slack.Faults.Next("chat.postMessage", new Fault.HangsAfterStoring());
        var assignment = await program.Api.OpenAsync(new SeedInterview().OrderFor(personId));
        await slack.WaitForMessageAsync(person.Channel);

        await program.KillAsync();
        var before = Lookups();
        await program.StartAgainAsync();
        await person.SayAsync("hjälp");
        await slack.WaitForMessageAsync(person.Channel, skip: 1);

        var said = (await Transcript.OfAsync(program, assignment)).FromBot;
        Assert.Equal(said, (await slack.WaitForPostsAsync(person.Channel, said.Count)).Select(post => post.PlainText));
        Assert.True(Lookups() > before);
    }

    [Fact]
    public async Task A_reminder_that_fell_due_while_the_program_was_down_is_sent_once()
    {
        var seed = new SeedInterview();
        var person = world.NewPerson();
        var personId = await program.Api.AddPersonAsync("slack", FakeSlack.Team, person.User);
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
        var person = world.NewPerson();
        var personId = await program.Api.AddPersonAsync("slack", FakeSlack.Team, person.User);
        var assignment = await program.Api.OpenAsync(new SeedInterview().OrderFor(personId));
        await slack.WaitForMessageAsync(person.Channel);
        await person.SayAsync("Kommunikation handlar om möten.");

        await program.StopAsync();
        await program.StartAgainAsync();

        Assert.Equal(["Kommunikation handlar om möten."], (await Transcript.OfAsync(program, assignment)).FromPerson);
    }

    [Fact]
    public async Task Ctrl_C_stops_in_time_while_Slack_does_not_answer()
    {
        var person = world.NewPerson();
        var personId = await program.Api.AddPersonAsync("slack", FakeSlack.Team, person.User);
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

    private int Lookups() => slack.Calls.Count(call => call.Method == "conversations.history");
}
