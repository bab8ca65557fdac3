using System.Net;
using Dialog.EndToEnd.BadInput;
using Dialog.EndToEnd.Running;
using Dialog.EndToEnd.Slack;
using Dialog.EndToEnd.Teams;

namespace Dialog.EndToEnd.Interviews;

/// <summary>From the first message to the approved drafts over a platform's wire, every word in the language of whoever reads it, whatever the organisation's is.</summary>
public sealed class WholeInterviewTests
{
    [Theory]
    [InlineData("en", "sv")]
    [InlineData("sv", "en")]
    public async Task Over_Teams(string language, string organisations)
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var program = await ProgramUnderTest.HostAsync(teams.Settings, AlwaysOpen.Settings, Spoken(organisations));
        var (person, approver) = (new TeamsSender(teams, program, Guid.NewGuid().ToString()), new TeamsSender(teams, program, Guid.NewGuid().ToString()));

        await WholeAsync(program, language, new Reader("teams", FakeTeams.Tenant, person.ObjectId, new TeamsTalk(teams, person), person.InstallAsync, PressAsync(person)), new Reader("teams", FakeTeams.Tenant, approver.ObjectId, new TeamsTalk(teams, approver), approver.InstallAsync, PressAsync(approver)));

        Assert.All(teams.Messages(person.Conversation).Concat(teams.Messages(approver.Conversation)), post => Assert.DoesNotMatch(WholeInterview.In(language).Foreign, $"{post.Text}\n{string.Join('\n', post.Actions.Select(action => action.GetProperty("title").GetString()))}"));
        await program.StopCalmlyAsync();

        Func<string, Task> PressAsync(TeamsSender reader) => async label =>
        {
            var post = await teams.WaitForMessageAsync(reader.Conversation, post => post.Actions.Any(action => action.GetProperty("title").GetString() == label));
            await reader.PressAsync(post, label);
            await teams.WaitForUpdateAsync(reader.Conversation, post.Id, update => update.Actions.Count == 0);
        };
    }

    [Theory]
    [InlineData("en", "sv")]
    [InlineData("sv", "en")]
    public async Task Over_Slack(string language, string organisations)
    {
        await using var slack = await FakeSlack.StartAsync();
        await using var program = await ProgramUnderTest.HostAsync(slack.Settings, AlwaysOpen.Settings, Spoken(organisations));
        var (person, approver) = (new SlackSender(slack, program, "U0MANAGER1"), new SlackSender(slack, program, "U0APPROVE1"));

        await WholeAsync(program, language, new Reader("slack", FakeSlack.Team, person.User, new SlackTalk(slack, person), null, PressAsync(person)), new Reader("slack", FakeSlack.Team, approver.User, new SlackTalk(slack, approver), null, PressAsync(approver)));

        Assert.All(slack.BotPosts(person.Channel).Concat(slack.BotPosts(approver.Channel)), post => Assert.DoesNotMatch(WholeInterview.In(language).Foreign, $"{post.PlainText}\n{post.Blocks}"));
        await program.StopCalmlyAsync();

        Func<string, Task> PressAsync(SlackSender reader) => async label =>
        {
            var post = await slack.WaitForMessageAsync(reader.Channel, post => post.Buttons.Any(button => button.Label == label));
            await (await reader.ClickAsync(post, post.Buttons.Single(button => button.Label == label))).AssertAsync(HttpStatusCode.OK);
            await slack.WaitUntilAsync(posts => posts.Any(update => update.IsUpdate && update.Ts == post.Ts && update.Buttons.Count == 0), $"what came of {label}");
        };
    }

    private static async Task WholeAsync(ProgramUnderTest program, string language, Reader person, Reader approver)
    {
        var whole = WholeInterview.In(language);
        await AddAsync(program, approver, whole, "Ann Green", "approver");
        var assignment = await program.Api.OpenAsync(new { topic = whole.Topic, personId = await AddAsync(program, person, whole, "Matt Johnson", "respondent"), outlets = new[] { "ad", "x", "web" }, language });

        Assert.Contains(whole.Topic, await person.Talk.HearAsync(), StringComparison.Ordinal);
        await person.Talk.SayAsync(whole.Yes);
        var heard = await person.Talk.HearAsync();
        foreach (var answer in whole.Answers)
        {
            Assert.Contains('?', heard);
            await person.Talk.SayAsync(answer);
            if (answer != whole.Answers[^1])
            {
                await person.Talk.SayAsync(whole.Done);
            }

            heard = await person.Talk.HearAsync();
        }

        await person.PressAsync(whole.ApproveAll);
        await approver.PressAsync(whole.Approve);
        var (answers, drafts) = (await program.Api.AnswersAsync(assignment), await program.Api.DraftsAsync(assignment));
        Assert.Equal(whole.Answers, ((string[])["what", "why", "who", "challenge", "synthesis", "question", "headline"]).Select(slot => answers[slot]));
        Assert.Equal(["ad", "web", "x"], drafts.Select(draft => draft.GetProperty("outlet").GetString()).Order());
        Assert.All(drafts, draft => Assert.Equal("approved", draft.GetProperty("status").GetString()));
        Assert.All(drafts, draft => Assert.DoesNotMatch(whole.Foreign, draft.GetProperty("text").GetString()!));
    }

    /// <summary>Adds them; whoever has an app to install is greeted.</summary>
    private static async Task<string> AddAsync(ProgramUnderTest program, Reader reader, WholeInterview whole, string name, string role)
    {
        var added = await program.Api.CreateAsync("people", new { name, title = whole.Title, roles = new[] { role }, language = whole.Language, timeZone = "Europe/Stockholm", addresses = new[] { new { channel = reader.Channel, workspace = reader.Workspace, user = reader.User } } });
        if (reader.InstallAsync is { } install)
        {
            await install();
            await reader.Talk.HearAsync();
        }

        return added.GetProperty("id").GetString()!;
    }

    private static Dictionary<string, string> Spoken(string language) => new() { ["Organisation__Language"] = language };

    /// <summary>Somebody on a channel. A press is over when the message has turned into what came of it.</summary>
    private sealed record Reader(string Channel, string Workspace, string User, ITalk Talk, Func<Task>? InstallAsync, Func<string, Task> PressAsync);
}
