using System.Globalization;
using System.Text.RegularExpressions;
using Dialog.EndToEnd.Running;
using Dialog.EndToEnd.Slack;

namespace Dialog.EndToEnd.Desk;

/// <summary>Many reminders at the same instant leave at Slack's pace, and the desk shows how far they have come.</summary>
public sealed partial class DeskWaveTests
{
    private const int People = 40;

    /// <summary>A minute's limit; two may leave at once within it.</summary>
    private const int PerMinute = 60;

    [Fact]
    public async Task The_desk_shows_how_far_a_wave_has_come_and_Slack_is_never_called_faster_than_allowed()
    {
        await using var slack = await FakeSlack.StartAsync();
        await using var program = await ProgramUnderTest.HostAsync(slack.Settings, new Dictionary<string, string> { ["Slack__MessagesPerMinute"] = PerMinute.ToString(CultureInfo.InvariantCulture) });
        await Task.WhenAll(Enumerable.Range(0, People).Select(async number =>
        {
            var user = string.Create(CultureInfo.InvariantCulture, $"U0WAVE{number:D3}");
            slack.AddPerson(user);
            await program.Api.OpenAsync(new { topic = "Varför byggs simhallen om?", personId = await program.Api.AddPersonAsync("slack", FakeSlack.Team, user) });
        }));

        var desk = await program.DeskAsync(page => Sent().Match(page) is { Success: true } shown && shown.Groups[1].Value != "0");
        Assert.Equal(People.ToString(CultureInfo.InvariantCulture), Sent().Match(desk).Groups[2].Value);
        Assert.Contains("Resten tar ungefär", desk);

        await slack.WaitForCallsAsync("chat.postMessage", 18);
        var posts = slack.Calls.Where(call => call.Method == "chat.postMessage").Select(call => call.At).ToList();
        Assert.All(posts, first => Assert.InRange(posts.Count(at => at >= first && at - first < TimeSpan.FromSeconds(10)), 1, (PerMinute / 6) + 2));
    }

    [GeneratedRegex(@"Slack, Town: (\d+) av (\d+) skickade\.")]
    private static partial Regex Sent();
}
