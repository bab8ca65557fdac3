using System.Net;
using System.Net.Http.Headers;
using Dialog.Bot.Channels;
using Dialog.Bot.Channels.Slack;
using Dialog.Bot.Tests.Support;
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
    public void Nobody_waits_longer_because_the_machines_clock_is_set_back()
    {
        var shown = new ShiftedClock(clock);
        var pace = new SlackPace(shown);
        Enumerable.Range(0, 5).ToList().ForEach(n => pace.Wait("T1", "chat.postMessage", "D1", $"m{n}"));
        pace.Hold("T1", "users.info", TimeSpan.FromSeconds(5));
        shown.Ahead -= TimeSpan.FromHours(1);

        Assert.Equal(TimeSpan.FromSeconds(1), pace.Wait("T1", "chat.postMessage", "D1", "m4"));
        Assert.Equal(TimeSpan.FromSeconds(2), pace.Wait("T1", "chat.postMessage", "D1", "m5"));
        Assert.Equal(TimeSpan.FromSeconds(5), pace.Wait("T1", "users.info", null, "u1"));
    }

    [Fact]
    public void A_wave_over_many_people_stays_within_three_hundred_posts_a_minute()
    {
        var pace = new SlackPace(clock);

        var waits = Enumerable.Range(0, 500).Select(n => pace.Wait("T1", "chat.postMessage", $"D{n}", $"m{n}")).ToList();

        Assert.InRange(waits.Count(wait => wait < TimeSpan.FromMinutes(1)), 290, 300);
        Assert.InRange(waits.Max(), TimeSpan.FromSeconds(95), TimeSpan.FromSeconds(105));
        Assert.Equal(TimeSpan.Zero, pace.Wait("T2", "chat.postMessage", "D1", "other workspace"));
    }

    [Theory]
    [InlineData(300)]
    [InlineData(60)]
    [InlineData(10)]
    [InlineData(1)]
    public void Reminders_and_replies_together_never_exceed_the_limit_and_no_reply_waits_for_reminders(int perMinute)
    {
        var pace = new SlackPace(clock, perMinute);
        var begin = clock.GetUtcNow();
        var asks = new PriorityQueue<(string Ticket, bool Yields), DateTimeOffset>();
        Enumerable.Range(0, perMinute * 6).ToList().ForEach(n => asks.Enqueue(($"reminder{n}", true), begin));
        Enumerable.Range(0, perMinute * 2).ToList().ForEach(n => asks.Enqueue(($"reply{n}", false), begin + (TimeSpan.FromMinutes(4) / (perMinute * 2) * n)));
        var (posts, waited) = (new List<DateTimeOffset>(), new List<TimeSpan>());
        while (asks.TryDequeue(out var ask, out var at))
        {
            clock.SetUtcNow(at > clock.GetUtcNow() ? at : clock.GetUtcNow());
            var wait = pace.Wait("T1", "chat.postMessage", $"D-{ask.Ticket}", ask.Ticket, ask.Yields);
            if (wait > TimeSpan.Zero)
            {
                asks.Enqueue(ask, clock.GetUtcNow() + wait);
                waited.AddRange(ask.Yields ? [] : [wait]);
            }
            else
            {
                posts.Add(clock.GetUtcNow());
            }
        }

        Assert.Equal(perMinute * 8, posts.Count);
        Assert.All(posts, first => Assert.InRange(posts.Count(post => post >= first && post < first.AddMinutes(1)), 0, perMinute));
        Assert.InRange(posts[^1] - begin, TimeSpan.FromMinutes(7), TimeSpan.FromMinutes(11));
        Assert.True(waited.Count == 0 || waited.Max() <= TimeSpan.FromMinutes(1) / Math.Max(1, perMinute / 3), $"A reply waited {waited.DefaultIfEmpty().Max()}.");
    }

    [Fact]
    public async Task A_conversation_that_was_opened_before_the_post_had_to_wait_is_not_opened_again()
    {
        await using var house = await SlackHouse.BuildAsync();
        house.Api.Answer("chat.postMessage", () => new HttpResponseMessage(HttpStatusCode.TooManyRequests) { Headers = { RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromSeconds(30)) } });

        Assert.NotNull(Assert.IsType<SendResult.Again>(await house.SendAsync(room: null, outboxId: "o1")).Room?.Id);
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

    [Theory]
    [InlineData("0")]
    [InlineData("Wed, 01 Jan 2020 00:00:00 GMT")]
    public async Task A_wait_that_is_over_when_Slack_names_it_is_a_moment_all_the_same(string retryAfter)
    {
        await using var house = await SlackHouse.BuildAsync();
        house.Api.Answer("chat.postMessage", () =>
        {
            var limited = new HttpResponseMessage(HttpStatusCode.TooManyRequests);
            limited.Headers.TryAddWithoutValidation("Retry-After", retryAfter);
            return limited;
        });

        Assert.Equal(TimeSpan.FromSeconds(1), Assert.IsType<SendResult.Again>(await house.SendAsync()).After);
    }
}
