using Dialog.Bot.Store;
using Dialog.Bot.Tests.Support;
using Dialog.Bot.Turns;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Dialog.Bot.Tests.Schedule;

/// <summary>What is done again and again is done whatever fails, and whatever becomes of the machine's clock.</summary>
public sealed class TickerTests
{
    private static OutageLog Outages(TimeProvider time) => new(time, NullLogger<OutageLog>.Instance);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_fails_is_done_again_at_the_next_tick()
    {
        var clock = new FakeTimeProvider();
        using var done = new SemaphoreSlim(0);
        var times = 0;
        using var ticker = new Ticker("test", TimeSpan.FromSeconds(5), _ => Work(), clock, Outages(clock), NullLogger<Ticker>.Instance);
        await ticker.StartAsync(Cancelled);
        await DoneAsync(done);
        for (var tick = 2; tick <= 4; tick++)
        {
            clock.Advance(TimeSpan.FromSeconds(5));
            await DoneAsync(done);
            Assert.Equal(tick, times);
        }

        await ticker.StopAsync(Cancelled);

        Task Work()
        {
            times++;
            done.Release();
            return times == 2 ? throw new InvalidOperationException("the store is out") : Task.CompletedTask;
        }
    }

    [Fact]
    public async Task A_stop_ends_work_that_is_under_way()
    {
        using var begun = new SemaphoreSlim(0);
        using var ticker = new Ticker("test", TimeSpan.FromSeconds(5), WorkAsync, TimeProvider.System, Outages(TimeProvider.System), NullLogger<Ticker>.Instance);
        await ticker.StartAsync(Cancelled);
        await DoneAsync(begun);
        await ticker.StopAsync(Cancelled);

        Assert.True(ticker.ExecuteTask!.IsCompletedSuccessfully);

        Task WorkAsync(CancellationToken stopping)
        {
            begun.Release();
            return Task.Delay(Timeout.Infinite, stopping);
        }
    }

    [Fact]
    public async Task A_reminder_comes_at_its_hour_although_the_clock_was_set_back_an_hour()
    {
        // A Wednesday: people may be disturbed.
        var clock = new ShiftedClock(TimeProvider.System) { Ahead = new DateTimeOffset(2027, 2, 3, 10, 0, 0, TimeSpan.Zero) - TimeProvider.System.GetUtcNow() };
        await using var site = await OpenSite.OpenAsync(replace: services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock)));
        clock.Ahead -= TimeSpan.FromHours(1);
        var (person, _) = await site.AddOnTheWebAsync("Anna");
        await site.Services.GetRequiredService<AssignmentOpener>().OpenAsync(House.Assignment(person) with { RemindAt = [clock.GetUtcNow().AddMilliseconds(500)] }, null, Cancelled);

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        limit.CancelAfter(TimeSpan.FromSeconds(20));
        await using var db = await site.Services.GetRequiredService<IDbContextFactory<DialogDb>>().CreateDbContextAsync(limit.Token);
        while (!await db.Messages.AnyAsync(message => message.PersonId == person && message.Kind == "reminder", limit.Token))
        {
            await Task.Yield();
        }
    }

    private static async Task DoneAsync(SemaphoreSlim done) => Assert.True(await done.WaitAsync(TimeSpan.FromSeconds(20), Cancelled), "Nothing was done.");
}
