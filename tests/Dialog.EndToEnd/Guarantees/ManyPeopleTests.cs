using Dialog.EndToEnd.Interviews;
using Dialog.EndToEnd.Slack;

namespace Dialog.EndToEnd.Guarantees;

public sealed class ManyPeopleTests(SlackWorld world) : IClassFixture<SlackWorld>
{
    [Fact]
    public async Task Many_people_at_once_each_have_the_whole_interview_to_themselves()
    {
        const int People = 12;
        var seed = new SeedInterview();

        var assignments = await Task.WhenAll(Enumerable.Range(0, People).Select(async _ =>
        {
            var (person, assignment, _) = await world.InterviewedAsync();
            var talk = new SlackTalk(world.Slack, person);
            await talk.HearAsync();
            await talk.AnswerAsync(seed);
            return assignment;
        }));

        var texts = (await Outcome.OfAsync(world.Program, assignments[0])).Texts();
        foreach (var assignment in assignments)
        {
            var outcome = await Outcome.OfAsync(world.Program, assignment);
            outcome.AssertAnswers(seed);
            Assert.Equal(texts, outcome.Texts());
        }
    }
}
