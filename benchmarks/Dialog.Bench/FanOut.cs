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

    /// <summary>Dialog alone, five times from the same store, each time just started.</summary>
    public static async Task MeasureAloneAsync(string program, Table table)
    {
        var (times, cpu) = (new List<double>(), new List<double>());
        await using var sink = Sink.Start();
        await using var running = await Running.StartAsync(program, sink);
        await ReminderWave.StoreAsync(running);
        var kept = $"{running.Store}.kept";
        for (var run = 0; run < 5; run++)
        {
            var (took, spent) = await WaveAsync(running, sink, store => File.Copy(File.Exists(kept) ? kept : store, File.Exists(kept) ? store : kept, overwrite: true));
            times.Add(took.TotalSeconds);
            cpu.Add(spent.TotalMicroseconds / ReminderWave.People);
        }

        table.Add($"{ReminderWave.People:N0} messages at once: due to all delivered", Table.Median(times), "s", "", null);
        table.Add("CPU per message", Table.Median(cpu), "µs", "", null);
    }

    private static async Task<TimeSpan> OursAsync(string program)
    {
        await using var sink = Sink.Start();
        await using var running = await Running.StartAsync(program, sink);
        await ReminderWave.StoreAsync(running);
        return (await WaveAsync(running, sink, _ => { })).Took;
    }

    /// <summary>Starts anew on the store, waits for the instant and then for the last message.</summary>
    private static async Task<(TimeSpan Took, TimeSpan Cpu)> WaveAsync(Running running, Sink sink, Action<string> bring)
    {
        var due = DateTimeOffset.MaxValue;
        await running.RestartAsync(store =>
        {
            bring(store);
            due = ReminderWave.Prepare(store, Soon);
        });
        sink.Forget();
        await Task.Delay(due - DateTimeOffset.UtcNow);
        var cpu = running.CpuTime();
        await Load.DrainAsync(sink, ReminderWave.People);
        return (DateTimeOffset.UtcNow - due, running.CpuTime() - cpu);
    }

    private static async Task<TimeSpan> TheirsAsync(string peer)
    {
        await using var sink = Sink.Start();
        await using var running = await Running.StartAsync(peer, sink);
        var clock = Stopwatch.StartNew();
        using var signal = Process.Start("kill", ["-USR2", running.ProcessId.ToString(CultureInfo.InvariantCulture)]);
        await Load.DrainAsync(sink, ReminderWave.People);
        return clock.Elapsed;
    }
}
