using System.Threading.Channels;
using Dialog.Bot.Channels;
using Dialog.Bot.Store;
using Dialog.Bot.Turns;
using Microsoft.Extensions.Time.Testing;

namespace Dialog.Bot.Tests.Turns;

public sealed class FirstContactsTests : IAsyncDisposable
{
    private static readonly Address Anna = new(Address.Slack, "T1", "UANNA"), Bo = new(Address.Slack, "T1", "UBO");

    private readonly FakeTimeProvider time = new(DateTimeOffset.Parse("2026-11-27T08:00:00Z", System.Globalization.CultureInfo.InvariantCulture));
    private readonly Channel<Address> heard = Channel.CreateUnbounded<Address>(), failures = Channel.CreateUnbounded<Address>();
    private readonly CancellationTokenSource stop = new();
    private readonly FirstContacts<Address> contacts;
    private Func<Address, Exception?> failing = _ => null;
    private bool silent;
    private int others;
    private Task loop = Task.CompletedTask;

    public FirstContactsTests() => contacts = new(address => address, time, most: 1);

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await loop;
        stop.Dispose();
    }

    [Fact]
    public async Task Somebody_is_asked_about_once_a_day()
    {
        Begin();
        contacts.Meet(Anna);
        Assert.Equal(Anna, await HeardAsync());
        time.Advance(TimeSpan.FromHours(24));
        contacts.Meet(Anna);
        contacts.Meet(Bo);
        Assert.Equal(Bo, await HeardAsync());
        time.Advance(TimeSpan.FromMinutes(1));
        contacts.Meet(Anna);
        Assert.Equal(Anna, await HeardAsync());
    }

    [Fact]
    public async Task When_the_channel_does_not_answer_somebody_is_asked_about_again_soon_and_then_ten_minutes_later()
    {
        Begin();
        silent = true;
        contacts.Meet(Anna);
        Assert.Equal(Anna, await HeardAsync());
        foreach (var wait in new[] { TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5) })
        {
            await IsOverAsync();
            contacts.Meet(Anna);
            time.Advance(wait - TimeSpan.FromSeconds(1));
            await IsOverAsync();
            time.Advance(TimeSpan.FromSeconds(1));
            Assert.Equal(Anna, await HeardAsync());
        }

        await IsOverAsync();
        time.Advance(TimeSpan.FromMinutes(10));
        contacts.Meet(Anna);
        await IsOverAsync();
        time.Advance(TimeSpan.FromSeconds(1));
        contacts.Meet(Anna);
        Assert.Equal(Anna, await HeardAsync());
    }

    [Fact]
    public async Task A_channel_that_answers_the_second_time_is_not_asked_a_third_time()
    {
        Begin();
        silent = true;
        contacts.Meet(Anna);
        Assert.Equal(Anna, await HeardAsync());
        await IsOverAsync();
        silent = false;
        time.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(Anna, await HeardAsync());
        time.Advance(TimeSpan.FromHours(1));
        contacts.Meet(Anna);
        await IsOverAsync();
    }

    [Fact]
    public async Task Whoever_could_not_be_written_down_is_asked_about_at_the_next_contact()
    {
        failing = _ => new StoreBusyException();
        Begin();
        contacts.Meet(Anna);
        Assert.Equal(Anna, await FailedAsync());
        failing = _ => null;
        contacts.Meet(Anna);
        Assert.Equal(Anna, await HeardAsync());
    }

    [Fact]
    public async Task A_call_that_timed_out_does_not_end_the_asking()
    {
        failing = address => address == Anna ? new TaskCanceledException() : null;
        Begin();
        contacts.Meet(Anna);
        Assert.Equal(Anna, await FailedAsync());
        contacts.Meet(Bo);
        Assert.Equal(Bo, await HeardAsync());
    }

    [Fact]
    public async Task Whoever_came_while_too_many_waited_is_asked_about_at_the_next_contact()
    {
        contacts.Meet(Anna);
        contacts.Meet(Bo);
        Begin();
        Assert.Equal(Anna, await HeardAsync());
        contacts.Meet(Bo);
        Assert.Equal(Bo, await HeardAsync());
    }

    [Fact]
    public async Task Whoever_is_queued_again_is_asked_about_again()
    {
        Begin();
        contacts.Meet(Anna);
        Assert.Equal(Anna, await HeardAsync());
        contacts.Queue(Anna);
        Assert.Equal(Anna, await HeardAsync());
    }

    [Fact]
    public async Task Whoever_finds_the_queue_full_when_queued_again_is_asked_about_at_the_next_contact()
    {
        failing = address =>
        {
            contacts.Meet(Bo);
            contacts.Queue(address);
            failing = _ => null;
            return null;
        };
        Begin();
        contacts.Meet(Anna);
        Assert.Equal([Anna, Bo], [await HeardAsync(), await HeardAsync()]);
        contacts.Meet(Anna);
        Assert.Equal(Anna, await HeardAsync());
    }

    [Fact]
    public async Task After_ten_thousand_others_somebody_is_asked_about_again()
    {
        var many = new FirstContacts<Address>(address => address, time, most: 20_000);
        many.Meet(Anna);
        for (var number = 0; number < 10_000; number++)
        {
            many.Meet(new Address(Address.Slack, "T1", $"U{number}"));
        }

        many.Meet(Anna);
        loop = many.AskAllAsync(AskAsync, (_, _) => { }, stop.Token);
        var asked = 0;
        for (var number = 0; number < 10_002; number++)
        {
            asked += await HeardAsync() == Anna ? 1 : 0;
        }

        Assert.Equal(2, asked);
    }

    [Fact]
    public async Task What_fails_while_it_is_stopped_is_told_and_does_not_escape()
    {
        failing = _ =>
        {
            stop.Cancel();
            return new InvalidOperationException();
        };
        Begin();
        contacts.Meet(Anna);
        await loop;
        Assert.Equal(Anna, await FailedAsync());
    }

    private void Begin() => loop = contacts.AskAllAsync(AskAsync, (_, address) => failures.Writer.TryWrite(address), stop.Token);

    private Task<bool> AskAsync(Address address, CancellationToken cancellationToken)
    {
        if (failing(address) is { } failure)
        {
            return Task.FromException<bool>(failure);
        }

        heard.Writer.TryWrite(address);
        return Task.FromResult(!silent || address.User.StartsWith("UOTHER", StringComparison.Ordinal));
    }

    /// <summary>All that was to be asked has been: the next one who is met is the next one who is asked about.</summary>
    private async Task IsOverAsync()
    {
        var other = new Address(Address.Slack, "T1", $"UOTHER{++others}");
        contacts.Meet(other);
        Assert.Equal(other, await HeardAsync());
    }

    private Task<Address> HeardAsync() => NextAsync(heard);

    private Task<Address> FailedAsync() => NextAsync(failures);

    private static async Task<Address> NextAsync(Channel<Address> of) => await of.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
}
