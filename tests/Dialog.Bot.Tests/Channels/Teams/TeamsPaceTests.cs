using Dialog.Bot.Channels.Teams;
using Dialog.Bot.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace Dialog.Bot.Tests.Channels.Teams;

public sealed class TeamsPaceTests
{
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2027, 2, 5, 8, 0, 0, TimeSpan.Zero));

    [Fact]
    public void Nobody_waits_longer_because_the_machines_clock_is_set_back()
    {
        var clock = new ShiftedClock(time);
        var pace = new TeamsPace(clock);
        Enumerable.Range(0, 7).ToList().ForEach(_ => Assert.Equal(TimeSpan.Zero, pace.Wait("tenant", "a:1")));
        pace.Hold("tenant", "a:2", TimeSpan.FromSeconds(5));
        clock.Ahead -= TimeSpan.FromHours(1);

        Assert.Equal(TimeSpan.FromSeconds(1), pace.Wait("tenant", "a:1"));
        Assert.Equal(TimeSpan.FromSeconds(5), pace.Wait("tenant", "a:2"));
    }

    [Fact]
    public void A_limit_that_was_reached_is_kept_although_many_others_write()
    {
        var pace = new TeamsPace(time);
        pace.Wait("tenant", "a:held");
        pace.Hold("tenant", "a:held", TimeSpan.FromHours(3));
        time.Advance(TimeSpan.FromHours(2));
        Enumerable.Range(0, 20_001).ToList().ForEach(number => pace.Wait($"tenant {number}", "a:1"));

        Assert.Equal(TimeSpan.FromHours(1), pace.Wait("tenant", "a:held"));
    }
}
