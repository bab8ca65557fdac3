using System.Diagnostics;
using System.Globalization;

namespace Dialog.Bench;

/// <summary>10,000 messages at once, as fast as they go: reminders that are due at the same instant, and Slack's own client told to post as many.</summary>
internal static class FanOut
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(12);

    public static async Task MeasureAsync(string program, string peer, Table table)
    {
        var (ours, theirs) = (await OursAsync(program), await TheirsAsync(peer));
        table.Add($"{ReminderWave.People:N0} messages at once: Dialog, due to all delivered", ours.TotalSeconds, "s", "", null);
        table.Add($"{ReminderWave.People:N0} messages at once: Bolt", theirs.TotalSeconds, "s", "", null);
        table.Add("ratio of speeds", theirs / ours, "", "at least 4", theirs / ours >= 4);
    }

    private static async Task<TimeSpan> OursAsync(string program)
    {
        await using var sink = Sink.Start();
        await using var running = await Running.StartAsync(program, sink.Api);
        await ReminderWave.StoreAsync(running);
        var due = DateTimeOffset.MaxValue;
        await running.RestartAsync(store => due = ReminderWave.Prepare(store, Soon));
        sink.Forget();
        await Load.DrainAsync(sink, ReminderWave.People);
        return DateTimeOffset.UtcNow - due;
    }

    private static async Task<TimeSpan> TheirsAsync(string peer)
    {
        await using var sink = Sink.Start();
        await using var running = await Running.StartAsync(peer, sink.Api);
        var clock = Stopwatch.StartNew();
        using var signal = Process.Start("kill", ["-USR2", running.ProcessId.ToString(CultureInfo.InvariantCulture)]);
        await Load.DrainAsync(sink, ReminderWave.People);
        return clock.Elapsed;
    }
}
