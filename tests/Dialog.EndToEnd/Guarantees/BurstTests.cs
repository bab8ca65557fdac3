using Dialog.EndToEnd.Interviews;
using Dialog.EndToEnd.Running;
using Dialog.EndToEnd.Slack;

namespace Dialog.EndToEnd.Guarantees;

/// <summary>One answer, many messages; and what becomes of a message that is changed on the platform.</summary>
public sealed class BurstTests
{
    private const string User = "U0MANAGER1";

    private static readonly string[] Burst = ["Vi byggde om rondellen", "den vid sjukhuset", "för att bussarna fastnade varje morgon", "i februari 2027", "och nu kommer alla fram i tid."];

    [Fact]
    public async Task A_burst_is_one_answer_and_gets_one_reply()
    {
        await using var slack = await FakeSlack.StartAsync();
        await using var program = await ProgramUnderTest.HostAsync(slack.Settings, Quiet("00:00:03"));
        var (person, assignment) = await InterviewedAsync(slack, program);

        await Task.WhenAll(Burst.Select(text => person.Message(text)).ToList().ConvertAll(message => person.DeliverAsync(message)));
        await slack.WaitForMessageAsync(person.Channel, skip: 1);
        await person.SayAsync("hjälp");
        await slack.WaitForMessageAsync(person.Channel, skip: 2);

        Assert.Equal(3, slack.BotPosts(person.Channel).Count);
        Assert.Equal(Burst.Order(), (await program.Api.AnswersAsync(assignment))["what"].Split('\n').Order());
        await program.StopCalmlyAsync();
    }

    [Fact]
    public async Task The_quiet_window_goes_on_over_a_power_cut_and_ends_once()
    {
        await using var slack = await FakeSlack.StartAsync();
        await using var program = await ProgramUnderTest.StartAsync(slack.Settings, Quiet("00:00:04"));
        var (person, assignment) = await InterviewedAsync(slack, program);
        await person.SayAsync(Burst[0]);

        await program.KillAsync();
        await program.StartAgainAsync();
        await slack.WaitForMessageAsync(person.Channel, skip: 1);
        await program.KillAsync();
        await program.StartAgainAsync();
        await person.SayAsync("hjälp");
        await slack.WaitForMessageAsync(person.Channel, skip: 2);

        Assert.Equal(3, slack.BotPosts(person.Channel).Count);
        Assert.Equal(3, (await Transcript.OfAsync(program, assignment)).FromBot.Count);
    }

    [Fact]
    public async Task An_edited_message_changes_the_answer_once_and_a_deleted_one_withdraws_it()
    {
        await using var slack = await FakeSlack.StartAsync();
        await using var program = await ProgramUnderTest.HostAsync(slack.Settings);
        var (person, assignment) = await InterviewedAsync(slack, program);
        var (first, second) = (person.Message(Burst[0]), person.Message(Burst[1]));
        await AcceptedAsync(person, first);
        await AcceptedAsync(person, second);

        var edit = person.Edited(first, "Vi byggde om korsningen");
        await AcceptedAsync(person, edit);
        await AcceptedAsync(person, edit);
        Assert.Equal($"Vi byggde om korsningen\n{Burst[1]}", (await program.Api.AnswersAsync(assignment))["what"]);
        Assert.Single(await program.Api.TranscriptAsync(assignment), line => line.GetProperty("kind").GetString() == "edited");

        await AcceptedAsync(person, person.Deleted(second));
        await AcceptedAsync(person, person.Deleted(first));
        Assert.Empty(await program.Api.AnswersAsync(assignment));

        // The opening, and a word for each deletion: there is no message left to see the change at.
        await slack.WaitForMessageAsync(person.Channel, skip: 2);
        await program.StopCalmlyAsync();
        Assert.Equal(3, slack.BotPosts(person.Channel).Count);
    }

    private static Dictionary<string, string> Quiet(string window) => new() { ["Interview__QuietWindow"] = window, ["Interview__WholeAnswerWindow"] = window };

    private static async Task AcceptedAsync(SlackSender person, string body)
    {
        using var answer = await person.DeliverAsync(body);
        Assert.True(answer.IsSuccessStatusCode, $"{(int)answer.StatusCode}");
    }

    private static async Task<(SlackSender Person, string Assignment)> InterviewedAsync(FakeSlack slack, ProgramUnderTest program)
    {
        var person = new SlackSender(slack, program, User);
        var assignment = await program.Api.OpenAsync(new SeedInterview().OrderFor(await program.Api.AddPersonAsync("slack", FakeSlack.Team, User)));
        await slack.WaitForMessageAsync(person.Channel);
        return (person, assignment);
    }
}
