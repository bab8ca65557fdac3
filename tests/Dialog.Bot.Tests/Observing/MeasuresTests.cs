using System.Diagnostics.Metrics;
using Dialog.Bot.Observing;
using Dialog.Bot.Store;
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

    private static Dictionary<string, double> Told(Measures measures)
    {
        var told = new Dictionary<string, double>();
        using var listener = new MeterListener { InstrumentPublished = (instrument, listening) => { if (measures.Owns(instrument.Meter)) { listening.EnableMeasurementEvents(instrument); } } };
        listener.SetMeasurementEventCallback<int>((instrument, value, _, _) => told[instrument.Name] = value);
        listener.SetMeasurementEventCallback<long>((instrument, value, _, _) => told[instrument.Name] = value);
        listener.SetMeasurementEventCallback<double>((instrument, value, _, _) => told[instrument.Name] = value);
        listener.Start();
        listener.RecordObservableInstruments();
        return told;
    }
}
