using System.Net;
using System.Net.Http.Headers;
using Dialog.Bot.Channels;
using Dialog.Bot.Channels.Slack;
using Microsoft.Extensions.Time.Testing;

namespace Dialog.Bot.Tests.Channels.Slack;

public sealed class SlackPaceTests
{
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2027, 2, 5, 8, 0, 0, TimeSpan.Zero));

    [Fact]
    public void A_conversation_gets_a_short_burst_and_then_one_message_a_second()
    {
        var pace = new SlackPace(clock);

        var waits = Enumerable.Range(0, 7).Select(n => pace.Wait("T1", "chat.postMessage", "D1", $"m{n}").TotalSeconds).ToList();

        Assert.Equal([0, 0, 0, 0, 1, 2, 3], waits);
    }

    [Fact]
    public void A_place_in_the_queue_is_kept_until_its_time()
    {
        var pace = new SlackPace(clock);
        Enumerable.Range(0, 5).ToList().ForEach(n => pace.Wait("T1", "chat.postMessage", "D1", $"m{n}"));

        Assert.Equal(TimeSpan.FromSeconds(1), pace.Wait("T1", "chat.postMessage", "D1", "m4"));
        clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(TimeSpan.Zero, pace.Wait("T1", "chat.postMessage", "D1", "m4"));
    }

    [Fact]
    public void A_wave_over_many_people_stays_within_three_hundred_posts_a_minute()
    {
        var pace = new SlackPace(clock);

        var waits = Enumerable.Range(0, 500).Select(n => pace.Wait("T1", "chat.postMessage", $"D{n}", $"m{n}")).ToList();

        Assert.InRange(waits.Count(wait => wait < TimeSpan.FromMinutes(1)), 250, 320);
        Assert.InRange(waits.Max(), TimeSpan.FromSeconds(90), TimeSpan.FromSeconds(100));
        Assert.Equal(TimeSpan.Zero, pace.Wait("T2", "chat.postMessage", "D1", "other workspace"));
    }

    [Fact]
    public async Task When_Slack_says_wait_every_sender_of_the_workspace_waits()
    {
        await using var house = await SlackHouse.BuildAsync();
        house.Api.Answer("chat.postMessage", () => new HttpResponseMessage(HttpStatusCode.TooManyRequests) { Headers = { RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromSeconds(30)) } });

        var first = Assert.IsType<SendResult.Again>(await house.SendAsync(room: "D1", outboxId: "o1"));
        house.Clock.Advance(TimeSpan.FromSeconds(10));
        var second = Assert.IsType<SendResult.Again>(await house.SendAsync(room: "D9", outboxId: "o2"));
        house.Clock.Advance(TimeSpan.FromSeconds(21));
        var third = await house.SendAsync(room: "D9", outboxId: "o2");

        Assert.Equal((30, 20), (first.After!.Value.TotalSeconds, second.After!.Value.TotalSeconds));
        Assert.IsType<SendResult.Sent>(third);
        Assert.Equal(2, house.Api.Calls.Count);
    }
}
