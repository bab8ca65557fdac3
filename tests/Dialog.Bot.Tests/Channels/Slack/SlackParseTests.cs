using System.Text.Json;
using Dialog.Bot.Channels.Slack;
using Dialog.Core.Interviews;

namespace Dialog.Bot.Tests.Channels.Slack;

/// <summary>What Slack sends, read.</summary>
public sealed class SlackParseTests
{
    private static readonly DateTimeOffset Now = new(2027, 2, 5, 8, 5, 0, TimeSpan.Zero);

    /// <summary>The event's own team_id may be the one of whom a channel is shared with.</summary>
    [Theory]
    [InlineData("T0TOWN", "T0TOWN", false)]
    [InlineData("T0TOWN", "T0PAPER", false)]
    [InlineData("T0PAPER", "T0TOWN", true)]
    [InlineData("T0PAPER", "T0PAPER", true)]
    public void Somebody_is_from_outside_who_is_not_of_the_workspace_the_bot_is_in(string theirs, string told, bool outside)
    {
        var body = JsonSerializer.SerializeToElement(new
        {
            team_id = told,
            is_ext_shared_channel = true,
            authorizations = new[] { new { team_id = "T0TOWN", user_id = "U0BOT" } },
            @event = new { type = "message", channel_type = "im", channel = "D1", user = "U1", ts = "1.1", text = "Hej", user_team = theirs },
        });

        var arrival = SlackParse.Event(body, SlackNames.None("sv"), Now).Arrival!;

        Assert.Equal(("T0TOWN", outside), (arrival.From.Workspace, arrival.What is Incoming.Outsider));
    }

    [Theory]
    [InlineData("rest", 0, true)]
    [InlineData("rest", 60, false)]
    [InlineData("edit", 60, false)]
    [InlineData("another", 60, false)]
    [InlineData("another+6", 60, false)]
    [InlineData("another-x", 60, true)]
    [InlineData("yes", 60, true)]
    public void A_button_that_stays_can_be_pressed_again_and_one_that_decides_cannot(string verb, int secondsLater, bool same)
    {
        string Press(int seconds) => SlackParse.Click(
            JsonSerializer.SerializeToElement(new { container = new { channel_id = "D1", message_ts = "1.1" } }),
            JsonSerializer.SerializeToElement(new { action_id = "choose.0", value = $"p3:{verb}" }),
            new SlackSender("T1", "U1", []), Now.AddSeconds(seconds)).Arrival!.What.Key;

        Assert.Equal(same, Press(0) == Press(secondsLater));
    }
}
