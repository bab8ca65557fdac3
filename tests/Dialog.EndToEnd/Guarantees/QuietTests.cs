using Dialog.EndToEnd.Interviews;
using Dialog.EndToEnd.Running;
using Dialog.EndToEnd.Slack;

namespace Dialog.EndToEnd.Guarantees;

public sealed class QuietTests
{
    [Fact]
    public async Task Without_klar_the_interview_is_had_by_falling_quiet()
    {
        const string User = "U0MANAGER1";
        var seed = new SeedInterview();
        await using var slack = await FakeSlack.StartAsync();
        await using var program = await ProgramUnderTest.HostAsync(
            slack.Settings, new Dictionary<string, string> { ["Interview__QuietWindow"] = "00:00:01.5", ["Interview__WholeAnswerWindow"] = "00:00:01.5" });
        var person = new SlackSender(slack, program, User);
        var talk = new SlackTalk(slack, person);
        var assignment = await program.Api.OpenAsync(seed.OrderFor(await program.Api.AddPersonAsync("slack", FakeSlack.Team, User)));
        await talk.HearAsync();

        foreach (var (_, lines) in seed.Lines)
        {
            await talk.SayAsync(string.Join('\n', lines));
            await talk.HearAsync();
        }

        (await Outcome.OfAsync(program, assignment)).AssertAnswers(seed);
    }
}
