using System.Net;
using Dialog.EndToEnd.Running;
using Dialog.EndToEnd.Slack;
using Dialog.EndToEnd.Teams;

namespace Dialog.EndToEnd.Guarantees;

/// <summary>While the store can not be written nothing is acknowledged, and the platform is told when to come again.</summary>
public sealed class OutageTests
{
    [Fact]
    public async Task What_came_while_the_store_was_out_is_refused_and_taken_once_when_it_comes_again()
    {
        await using var slack = await FakeSlack.StartAsync();
        await using var teams = await FakeTeams.StartAsync();
        await using var program = await ProgramUnderTest.HostAsync(slack.Settings, teams.Settings);
        var inSlack = new SlackSender(slack, program, "U0MANAGER1");
        var inTeams = new TeamsSender(teams, program, "3fa85f64-5717-4562-b3fc-2c963f66afa6");
        var (message, activity) = (inSlack.Message("hjälp"), inTeams.Message("hjälp"));

        await using (await program.HoldStoreAsync())
        {
            var answers = await Task.WhenAll(inSlack.DeliverAsync(message), inTeams.PostAsync(activity));
            foreach (var answer in answers)
            {
                using (answer)
                {
                    Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
                    Assert.NotNull(answer.Headers.RetryAfter);
                }
            }

            Assert.False(await program.IsReadyAsync());
        }

        await program.UntilReadyAsync();
        for (var time = 0; time < 2; time++)
        {
            using var fromSlack = await inSlack.DeliverAsync(message, retry: time + 1);
            using var fromTeams = await inTeams.PostAsync(activity);
            Assert.True(fromSlack.IsSuccessStatusCode && fromTeams.IsSuccessStatusCode, program.Output);
        }

        await slack.WaitForMessageAsync(inSlack.Channel);
        await teams.WaitForMessageAsync(inTeams.Conversation);
        Assert.Single(slack.BotPosts(inSlack.Channel));
        Assert.Single(teams.Messages(inTeams.Conversation));
    }

    [Fact]
    public async Task A_full_disk_shows_in_readiness_and_the_log_says_so_once_however_much_is_refused()
    {
        await using var slack = await FakeSlack.StartAsync();
        await using var program = await ProgramUnderTest.StartAsync(slack.Settings);
        var sender = new SlackSender(slack, program, "U0MANAGER1");
        var messages = Enumerable.Range(0, 30).Select(number => sender.Message(number == 0 ? "hjälp" : $"rad {number}")).ToList();

        await program.LimitFilesAsync("0");
        foreach (var message in messages)
        {
            using var refused = await sender.DeliverAsync(message);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        }

        await program.WaitForOutputAsync("The store cannot be used: ");
        Assert.InRange(program.Output.Split("The store cannot be used: ").Length - 1, 1, 3);
        Assert.DoesNotContain("   at Dialog.", program.Output, StringComparison.Ordinal);

        // Readiness may repeat for a second what it found before.
        using var every = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (await program.IsReadyAsync())
        {
            await every.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }

        await program.LimitFilesAsync("unlimited");
        await program.UntilReadyAsync();
        using var taken = await sender.DeliverAsync(messages[0], retry: 1);
        Assert.True(taken.IsSuccessStatusCode, program.Output);
        await slack.WaitForMessageAsync(sender.Channel);
    }
}
