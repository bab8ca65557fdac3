using Dialog.EndToEnd.Interviews;
using Dialog.EndToEnd.Slack;

namespace Dialog.EndToEnd.Guarantees;

/// <summary>Several people on one question, several questions for one person.</summary>
public sealed class SeveralTests(SlackWorld world) : IClassFixture<SlackWorld>
{
    private const string Answer = "Vi byggde om rondellen i februari för att bussarna fastnade där varje morgon.";

    [Fact]
    public async Task Two_people_asked_the_same_see_nothing_of_each_other()
    {
        var (first, firstAssignment, _) = await world.InterviewedAsync();
        var (second, secondAssignment, _) = await world.InterviewedAsync();

        await first.SayAsync(Answer);
        await first.SayAsync("klar");
        await second.SayAsync("visa");
        await world.Slack.WaitForMessageAsync(first.Channel, skip: 1);
        await world.Slack.WaitForMessageAsync(second.Channel, skip: 1);

        Assert.NotEmpty(await world.Program.Api.AnswersAsync(firstAssignment));
        Assert.Empty(await world.Program.Api.AnswersAsync(secondAssignment));
        Assert.DoesNotContain(world.Slack.BotPosts(second.Channel), post => post.Text.Contains("rondellen", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_person_with_two_questions_is_asked_which_and_the_answer_lands_there_only()
    {
        var (person, first, _) = await world.InterviewedAsync();
        var personId = (await world.Program.Api.AssignmentAsync(first)).GetProperty("personId").GetString();
        var second = await world.Program.Api.OpenAsync(new { topic = "Rondellen vid sjukhuset", personId });
        await world.Slack.WaitForMessageAsync(person.Channel, skip: 1);

        await person.SayAsync(Answer);
        var which = await world.Slack.WaitForMessageAsync(person.Channel, skip: 2);
        Assert.Equal([new SeedInterview().Topic, "Rondellen vid sjukhuset"], which.Buttons.Select(button => button.Label));
        using (await person.ClickAsync(which, which.Buttons[1]))
        {
            await person.SayAsync("klar");
            await world.Slack.WaitForMessageAsync(person.Channel, skip: 3);
        }

        Assert.Empty(await world.Program.Api.AnswersAsync(first));
        Assert.Equal(Answer, (await world.Program.Api.AnswersAsync(second))["what"]);
    }
}
