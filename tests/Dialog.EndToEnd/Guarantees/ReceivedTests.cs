using Dialog.EndToEnd.Interviews;
using Dialog.EndToEnd.Running;
using Dialog.EndToEnd.Slack;
using Dialog.EndToEnd.Teams;

namespace Dialog.EndToEnd.Guarantees;

/// <summary>The person sees at once that a message arrived, although the bot waits for more.</summary>
public sealed class ReceivedTests
{
    private const string Sentence = "Kommunikation handlar om möten, och i sociala medier möts vi.";

    [Fact]
    public async Task In_Slack_a_message_that_waits_for_more_gets_a_mark_and_one_that_is_answered_none()
    {
        await using var slack = await FakeSlack.StartAsync();
        await using var program = await ProgramUnderTest.HostAsync(slack.Settings);
        var (person, _) = await InterviewedAsync(slack, program);
        await person.SayAsync("hjälp");
        var message = person.Message(Sentence);
        await person.DeliverAsync(message);

        Assert.Equal("eyes", await slack.WaitForReactionAsync(person.Channel, SlackSender.TsOf(message)));
        Assert.Single(slack.Reactions);
        await program.StopCalmlyAsync();
    }

    [Fact]
    public async Task A_mark_that_hangs_holds_up_neither_the_acknowledgement_nor_the_reply()
    {
        await using var slack = await FakeSlack.StartAsync();
        await using var program = await ProgramUnderTest.HostAsync(slack.Settings);
        var (person, assignment) = await InterviewedAsync(slack, program);
        slack.Faults.Next("reactions.add", new Fault.HangsAfterStoring());

        await person.SayAsync(Sentence);
        await slack.WaitForCallsAsync("reactions.add", 1);
        await person.SayAsync("klar");
        await slack.WaitForMessageAsync(person.Channel, skip: 1);

        Assert.Equal(Sentence, (await program.Api.AnswersAsync(assignment))["what"]);
        await program.StopCalmlyAsync();
    }

    [Fact]
    public async Task In_Teams_the_bot_is_seen_typing()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var program = await ProgramUnderTest.HostAsync(teams.Settings);
        var person = new TeamsSender(teams, program, "0d1a1060-aaaa-4bbb-8ccc-000000000007");
        await person.InstallAsync();
        await person.SayAsync("jag vill skriva om nya lekplatsen");
        await teams.WaitForMessageAsync(person.Conversation, skip: 1);

        await person.SayAsync(Sentence);

        await teams.WaitForTypingAsync(person.Conversation);
        await program.StopCalmlyAsync();
    }

    private static async Task<(SlackSender Person, string Assignment)> InterviewedAsync(FakeSlack slack, ProgramUnderTest program)
    {
        const string User = "U0MANAGER1";
        var person = new SlackSender(slack, program, User);
        var assignment = await program.Api.OpenAsync(new SeedInterview().OrderFor(await program.Api.AddPersonAsync("slack", FakeSlack.Team, User)));
        await slack.WaitForMessageAsync(person.Channel);
        return (person, assignment);
    }
}
