using Dialog.EndToEnd.Interviews;
using Dialog.EndToEnd.Running;
using Dialog.EndToEnd.Slack;
using Dialog.EndToEnd.Teams;
using Dialog.EndToEnd.Web;

namespace Dialog.EndToEnd.Guarantees;

/// <summary>One person, one interview, several channels: the talk goes on where the person speaks.</summary>
public sealed class MovingTests
{
    private const string User = "U0MANAGER1";
    private const string ObjectId = "0d1a1060-aaaa-4bbb-8ccc-000000000009";

    [Fact]
    public async Task An_interview_begun_in_Slack_goes_on_in_Teams_and_ends_in_the_browser()
    {
        var seed = new SeedInterview();
        await using var slack = await FakeSlack.StartAsync();
        await using var teams = await FakeTeams.StartAsync();
        await using var program = await ProgramUnderTest.HostAsync(slack.Settings, teams.Settings);
        var (inSlack, inTeams, assignment) = await OpenAsync(slack, teams, program);
        var slackTalk = new SlackTalk(slack, inSlack);
        var teamsTalk = new TeamsTalk(teams, inTeams);

        await slackTalk.HearAsync();
        await AnswerAsync(slackTalk, seed, "what");
        await AnswerAsync(teamsTalk, seed, "why");
        await AnswerAsync(teamsTalk, seed, "who");
        using var web = await WebSender.AcceptInvitationAsync(program, assignment);
        await AnswerAsync(web, seed, "question");
        await web.SayAsync("Ja.");
        await web.HearAsync();

        var outcome = await Outcome.OfAsync(program, assignment);
        outcome.AssertAnswers(seed);
        outcome.AssertReferenceDrafts(seed);
        var said = await program.Api.TranscriptAsync(assignment);
        foreach (var (channel, posts) in new[] { ("slack", slack.BotPosts(inSlack.Channel).Select(post => post.PlainText)), ("teams", teams.Messages(inTeams.Conversation).Select(post => post.Text)) })
        {
            Assert.Equal(
                said.Where(line => line.GetProperty("direction").GetString() == "out" && line.GetProperty("channel").GetString() == channel).Select(line => line.GetProperty("text").GetString()),
                posts);
        }

        await program.StopCalmlyAsync();
    }

    [Fact]
    public async Task A_button_pressed_on_another_channel_than_it_was_sent_to_is_settled_where_it_stands_and_pressed_again_changes_nothing()
    {
        await using var slack = await FakeSlack.StartAsync();
        await using var teams = await FakeTeams.StartAsync();
        await using var program = await ProgramUnderTest.HostAsync(slack.Settings, teams.Settings);
        var (inSlack, _, assignment) = await OpenAsync(slack, teams, program);
        var opening = await slack.WaitForMessageAsync(inSlack.Channel);
        using var web = await WebSender.AcceptInvitationAsync(program, assignment);

        await web.PressAsync("Kör");
        Assert.Contains("Vad handlar det om?", await web.HearAsync(), StringComparison.Ordinal);
        var settled = await slack.WaitForUpdateAsync(inSlack.Channel);
        Assert.Equal(opening.Ts, settled.Ts);
        Assert.Empty(settled.Buttons);

        using var late = await inSlack.ClickAsync(opening, opening.Buttons[0]);
        Assert.StartsWith("Den frågan är redan avklarad", (await slack.WaitForMessageAsync(inSlack.Channel, skip: 1)).Text, StringComparison.Ordinal);
        Assert.Equal("inProgress", (await program.Api.AssignmentAsync(assignment)).GetProperty("state").GetString());
        await program.StopCalmlyAsync();
    }

    [Fact]
    public async Task What_waits_on_the_channel_the_person_left_holds_nothing_up_where_they_are()
    {
        await using var slack = await FakeSlack.StartAsync();
        await using var teams = await FakeTeams.StartAsync();
        await using var program = await ProgramUnderTest.HostAsync(slack.Settings, teams.Settings);
        var (inSlack, inTeams, _) = await OpenAsync(slack, teams, program);
        await slack.WaitForMessageAsync(inSlack.Channel);
        slack.Faults.Next("chat.postMessage", new Fault.RateLimited(3600));
        await inSlack.SayAsync("hjälp");
        await slack.WaitForCallsAsync("chat.postMessage", 2);

        await inTeams.SayAsync("hjälp");

        Assert.StartsWith("Svara som du pratar", (await teams.WaitForMessageAsync(inTeams.Conversation)).Text, StringComparison.Ordinal);
        Assert.Single(slack.BotPosts(inSlack.Channel));
        await program.StopCalmlyAsync();
    }

    [Fact]
    public async Task The_opening_goes_where_the_person_can_be_reached()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var program = await ProgramUnderTest.HostAsync(teams.Settings);
        var inTeams = new TeamsSender(teams, program, ObjectId);
        var personId = await program.Api.AddPersonAsync(("slack", FakeSlack.Team, User), ("teams", FakeTeams.Tenant, ObjectId), ("web", "web", "mattias"));
        await inTeams.InstallAsync();
        await teams.WaitForMessageAsync(inTeams.Conversation);

        await program.Api.OpenAsync(new SeedInterview().OrderFor(personId));

        Assert.Contains("Passar det nu?", (await teams.WaitForMessageAsync(inTeams.Conversation, skip: 1)).Text, StringComparison.Ordinal);
        await program.StopCalmlyAsync();
    }

    /// <summary>A person on three channels who has not yet said anything, with the opening on its way to Slack.</summary>
    private static async Task<(SlackSender Slack, TeamsSender Teams, string Assignment)> OpenAsync(FakeSlack slack, FakeTeams teams, ProgramUnderTest program)
    {
        var inSlack = new SlackSender(slack, program, User);
        var inTeams = new TeamsSender(teams, program, ObjectId);
        var personId = await program.Api.AddPersonAsync(("slack", FakeSlack.Team, User), ("teams", FakeTeams.Tenant, ObjectId), ("web", "web", $"visitor-{Guid.NewGuid():N}"));
        return (inSlack, inTeams, await program.Api.OpenAsync(new SeedInterview().OrderFor(personId)));
    }

    private static async Task AnswerAsync(ITalk talk, SeedInterview seed, string slot)
    {
        foreach (var line in seed.Lines.Single(lines => lines.Slot == slot).Lines)
        {
            await talk.SayAsync(line);
        }

        await talk.SayAsync("klar");
        await talk.HearAsync();
    }
}
