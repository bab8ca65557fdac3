using System.Diagnostics.Metrics;
using Dialog.Bot.Channels;
using Dialog.Bot.Observing;
using Dialog.Bot.Store;
using Dialog.Bot.Tests.Support;
using Dialog.Core.Interviews;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace Dialog.Bot.Tests.Observing;

public sealed class MeasuresTests
{
    [Fact]
    public async Task A_store_that_is_out_is_told_as_such_and_what_waits_in_it_is_not_made_up()
    {
        using var measures = new Measures(new FakeTimeProvider());
        var nowhere = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N"), "dialog.db");
        using var gate = new WriteGate();
        await using var store = new SqliteDatabase(new StorageOptions { ConnectionString = $"Data Source={nowhere}" }, gate);
        Assert.DoesNotContain("dialog.store.up", Told(measures).Keys);

        await measures.LookAsync(store, TestContext.Current.CancellationToken);

        var told = Told(measures);
        Assert.Equal(0, told["dialog.store.up"]);
        Assert.DoesNotContain("dialog.due.lag", told.Keys);
        Assert.DoesNotContain("dialog.outbox.messages", told.Keys);
    }

    [Fact]
    public async Task A_store_that_hangs_is_told_as_out_before_whoever_asks_has_gone()
    {
        var clock = new FakeTimeProvider();
        using var measures = new Measures(clock);
        var look = measures.LookAsync(new Hanging(), TestContext.Current.CancellationToken);
        clock.Advance(TimeSpan.FromSeconds(2));
        await look.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);

        Assert.Equal(0, Told(measures)["dialog.store.up"]);
    }

    [Fact]
    public async Task What_nobody_knows_of_is_counted_until_somebody_leaves_it_at_that()
    {
        await using var house = await House.BuildAsync();
        await house.Sender.StartAsync(TestContext.Current.CancellationToken);
        using var measures = new Measures(house.Clock);
        house.Channel.Answers.Enqueue(new SendResult.Failed("Slack refused the message"));
        await house.AddPersonAsync();
        await house.SayAsync("hej", "e1");
        await house.Channel.WaitForCallsAsync(1);
        string? id = null;
        while (id is null)
        {
            await using var db = house.OpenStore();
            id = (await db.Outbox.Where(row => row.Status == OutboxStatus.Failed).ToListAsync(TestContext.Current.CancellationToken)).FirstOrDefault()?.Id;
        }

        await measures.LookAsync(house.Database, TestContext.Current.CancellationToken);
        Assert.Equal(1, Told(measures)["dialog.outbox.unsettled"]);
        await house.Outbox.LeaveAsync(id, TestContext.Current.CancellationToken);
        await measures.LookAsync(house.Database, TestContext.Current.CancellationToken);
        Assert.DoesNotContain("dialog.outbox.unsettled", Told(measures).Keys);
    }

    [Fact]
    public async Task Failures_are_counted_from_zero_so_that_the_first_one_is_seen_to_be_more()
    {
        var failed = new Dictionary<string, long>();
        using var measures = new Measures(new FakeTimeProvider());
        using var listener = new MeterListener { InstrumentPublished = (instrument, listening) => { if (instrument.Meter.Scope == measures && instrument.Name == "dialog.turns") { listening.EnableMeasurementEvents(instrument); } } };
        listener.SetMeasurementEventCallback<long>((_, value, tags, _) =>
        {
            var told = tags.ToArray().ToDictionary(tag => tag.Key, tag => (string)tag.Value!);
            Assert.Equal("failed", told["dialog.outcome"]);
            failed[told["dialog.event"]] = failed.GetValueOrDefault(told["dialog.event"]) + value;
        });
        listener.Start();

        await measures.LookAsync(new Broken(), TestContext.Current.CancellationToken);
        await measures.LookAsync(new Broken(), TestContext.Current.CancellationToken);

        Assert.All([nameof(Incoming.Said), nameof(Incoming.DueCame), nameof(Incoming.Chose)], kind => Assert.Equal(0, failed[kind]));
    }

    /// <summary>By the usual bounds half of all turns take two and a half seconds, however fast they are.</summary>
    [Fact]
    public void Every_time_is_told_in_steps_that_begin_at_milliseconds()
    {
        using var measures = new Measures(new FakeTimeProvider());
        var steps = new Dictionary<string, IReadOnlyList<double>?>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, _) =>
            {
                if (instrument.Meter.Scope == measures && instrument is Histogram<double> histogram)
                {
                    steps[instrument.Name] = histogram.Advice?.HistogramBucketBoundaries;
                }
            },
        };
        listener.Start();

        Assert.Contains("dialog.turn.duration", steps.Keys);
        Assert.All(steps.Values, bounds => Assert.Equal((0.005, true), (bounds?[0], bounds?.Contains(60))));
    }

    private sealed class Broken : Database
    {
        protected override string Scripts => "";

        public override bool IsShared => true;

        public override Task<T> WriteAsync<T>(Func<Session, CancellationToken, Task<T>> work, CancellationToken cancellationToken) => throw new NotSupportedException();

        public override Task<T> ReadAsync<T>(Func<Session, CancellationToken, Task<T>> work, CancellationToken cancellationToken) => throw new NotSupportedException();

        public override Task BringUpToDateAsync(CancellationToken cancellationToken) => throw new NotSupportedException();
    }

    private sealed class Hanging : Database
    {
        protected override string Scripts => "";

        public override bool IsShared => true;

        public override Task<T> WriteAsync<T>(Func<Session, CancellationToken, Task<T>> work, CancellationToken cancellationToken) => throw new NotSupportedException();

        public override async Task<T> ReadAsync<T>(Func<Session, CancellationToken, Task<T>> work, CancellationToken cancellationToken)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            throw new NotSupportedException();
        }

        public override Task BringUpToDateAsync(CancellationToken cancellationToken) => throw new NotSupportedException();
    }

    private static Dictionary<string, double> Told(Measures measures)
    {
        var told = new Dictionary<string, double>();
        using var listener = new MeterListener { InstrumentPublished = (instrument, listening) => { if (instrument.Meter.Scope == measures) { listening.EnableMeasurementEvents(instrument); } } };
        listener.SetMeasurementEventCallback<int>((instrument, value, _, _) => told[instrument.Name] = value);
        listener.SetMeasurementEventCallback<long>((instrument, value, _, _) => told[instrument.Name] = value);
        listener.SetMeasurementEventCallback<double>((instrument, value, _, _) => told[instrument.Name] = value);
        listener.Start();
        listener.RecordObservableInstruments();
        return told;
    }
}
