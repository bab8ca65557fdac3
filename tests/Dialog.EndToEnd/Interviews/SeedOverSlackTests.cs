using Dialog.EndToEnd.Running;
using Dialog.EndToEnd.Slack;

namespace Dialog.EndToEnd.Interviews;

public sealed class SeedOverSlackTests
{
    [Fact]
    public async Task The_seeds_interview_over_Slack_gives_the_seeds_drafts()
    {
        var seed = new SeedInterview();
        await using var slack = await FakeSlack.StartAsync();
        await using var program = await ProgramUnderTest.StartAsync(slack.Settings);
        var person = new SlackSender(slack, program, "U0MANAGER1");
        var talk = new SlackTalk(slack, person);

        var personId = await program.Api.AddPersonAsync("slack", FakeSlack.Team, "U0MANAGER1");
        var assignment = await program.Api.OpenAsync(seed.OrderFor(personId));
        await talk.HearAsync();
        await talk.AnswerAsync(seed);

        var outcome = await Outcome.OfAsync(program, assignment);
        outcome.AssertAnswers(seed);
        outcome.AssertPromises(seed);
        outcome.AssertReferenceDrafts(seed);
        await program.StopCalmlyAsync();
    }
}
