using System.Globalization;
using System.Text.RegularExpressions;
using Dialog.EndToEnd.Running;
using Dialog.EndToEnd.Slack;

namespace Dialog.EndToEnd.Desk;

/// <summary>Many reminders at the same instant leave at Slack's pace, and the desk shows how far they have come.</summary>
public sealed partial class DeskWaveTests
{
    private const int People = 45;

    /// <summary>A minute's limit, and what may leave at once within it.</summary>
    private const int PerMinute = 120, Burst = 8;

    [Fact]
    public async Task The_desk_shows_how_far_a_wave_has_come_and_Slack_is_never_called_faster_than_allowed()
    {
        await using var slack = await FakeSlack.StartAsync();
        await using var program = await ProgramUnderTest.StartAsync(slack.Settings, new Dictionary<string, string> { ["Slack__MessagesPerMinute"] = PerMinute.ToString(CultureInfo.InvariantCulture) });
        for (var number = 0; number < People; number++)
        {
            var user = string.Create(CultureInfo.InvariantCulture, $"U0WAVE{number:D3}");
            slack.AddPerson(user);
            await program.Api.OpenAsync(new { topic = "Varför byggs simhallen om?", personId = await program.Api.AddPersonAsync("slack", FakeSlack.Team, user) });
        }

        var desk = await program.DeskAsync(page => Sent().IsMatch(page));
        Assert.InRange(int.Parse(Sent().Match(desk).Groups[1].Value, CultureInfo.InvariantCulture), 0, People - 20);
        Assert.Contains("Resten tar ungefär", desk);
        await slack.WaitForCallsAsync("chat.postMessage", People);
        await program.DeskAsync(page => !page.Contains("Meddelanden på väg", StringComparison.Ordinal));

        var posts = slack.Calls.Where(call => call.Method == "chat.postMessage").Select(call => call.At).ToList();
        Assert.Equal(People, posts.Count);
        Assert.All(posts, first => Assert.InRange(posts.Count(at => at >= first && at - first < TimeSpan.FromSeconds(1)), 1, Burst + (PerMinute / 60)));
    }

    [GeneratedRegex(@"Slack: (\d+) av 45 skickade\.")]
    private static partial Regex Sent();
}
