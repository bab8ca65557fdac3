using System.Diagnostics;
using System.Globalization;

namespace Dialog.Bench;

/// <summary>
/// 10,000 messages at once, as fast as they go: reminders that are due at the same instant, and Slack's own client told to post as many. Twice: in a program that
/// has just started, and half a minute later in the same one, whose code has run by then.
/// </summary>
internal static class FanOut
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(12);

    /// <summary>From one wave to the next.</summary>
    private static readonly TimeSpan Apart = TimeSpan.FromSeconds(30);

    public static async Task MeasureAsync(string program, string peer, Table table)
    {
        var (ours, theirs) = (await OursAsync(program), await TheirsAsync(peer));
        Add("just started", ours.First, theirs.First);
        Add("again", ours.Second, theirs.Second);

        void Add(string which, TimeSpan our, TimeSpan their)
        {
            table.Add($"{ReminderWave.People:N0} messages at once, {which}: Dialog, due to all delivered", our.TotalSeconds, "s", "", null);
            table.Add($"{ReminderWave.People:N0} messages at once, {which}: Bolt", their.TotalSeconds, "s", "", null);
            table.Add($"ratio of speeds, {which}", their / our, "", "at least 4", their / our >= 4);
        }
    }

    /// <summary>Dialog alone, five times from the same store.</summary>
    public static async Task MeasureAloneAsync(string program, Table table)
    {
        var runs = new List<Waves>();
        await using var sink = Sink.Start();
        await using var running = await StoredAsync(program, sink);
        var kept = $"{running.Store}.kept";
        for (var run = 0; run < 5; run++)
        {
            runs.Add(await WavesAsync(running, sink, store => File.Copy(File.Exists(kept) ? kept : store, File.Exists(kept) ? store : kept, overwrite: true)));
        }

        Add("just started", waves => waves.First, waves => waves.FirstCpu);
        Add("again", waves => waves.Second, waves => waves.SecondCpu);

        void Add(string which, Func<Waves, TimeSpan> took, Func<Waves, TimeSpan> cpu)
        {
            table.Add($"{ReminderWave.People:N0} messages at once, {which}: due to all delivered", Table.Median(runs.Select(waves => took(waves).TotalSeconds)), "s", "", null);
            table.Add($"CPU per message, {which}", Table.Median(runs.Select(waves => cpu(waves).TotalMicroseconds / ReminderWave.People)), "µs", "", null);
        }
    }

    private static async Task<Waves> OursAsync(string program)
    {
        await using var sink = Sink.Start();
        await using var running = await StoredAsync(program, sink);
        return await WavesAsync(running, sink, _ => { });
    }

    /// <summary>A program with reminders for two waves in its store.</summary>
    private static async Task<Running> StoredAsync(string program, Sink sink)
    {
        var running = await Running.StartAsync(program, sink);
        await ReminderWave.StoreAsync(running, 2 * ReminderWave.People);
        return running;
    }

    /// <summary>Starts anew on the store, and waits for both instants and then for the last message of each.</summary>
    private static async Task<Waves> WavesAsync(Running running, Sink sink, Action<string> bring)
    {
        var due = DateTimeOffset.MaxValue;
        await running.RestartAsync(store =>
        {
            bring(store);
            due = ReminderWave.Prepare(store, Soon, Apart);
        });
        sink.Forget();
        var (first, firstCpu) = await WaveAsync(running, sink, due, ReminderWave.People);
        var (second, secondCpu) = await WaveAsync(running, sink, due + Apart, 2 * ReminderWave.People);
        return new Waves(first, firstCpu, second, secondCpu);
    }

    private static async Task<(TimeSpan Took, TimeSpan Cpu)> WaveAsync(Running running, Sink sink, DateTimeOffset due, int expected)
    {
        await Task.Delay(due - DateTimeOffset.UtcNow);
        var cpu = running.CpuTime();
        await Load.DrainAsync(sink, expected);
        return (DateTimeOffset.UtcNow - due, running.CpuTime() - cpu);
    }

    private static async Task<Waves> TheirsAsync(string peer)
    {
        await using var sink = Sink.Start();
        await using var running = await Running.StartAsync(peer, sink);
        var first = await TheirWaveAsync(running, sink, ReminderWave.People);
        await Task.Delay(Apart - first);
        return new Waves(first, TimeSpan.Zero, await TheirWaveAsync(running, sink, 2 * ReminderWave.People), TimeSpan.Zero);
    }

    private static async Task<TimeSpan> TheirWaveAsync(Running running, Sink sink, int expected)
    {
        var clock = Stopwatch.StartNew();
        using var signal = Process.Start("kill", ["-USR2", running.ProcessId.ToString(CultureInfo.InvariantCulture)]);
        await Load.DrainAsync(sink, expected);
        return clock.Elapsed;
    }

    /// <param name="First">What the first wave took.</param>
    /// <param name="FirstCpu">The program's processor time meanwhile.</param>
    /// <param name="Second">What the second one took.</param>
    /// <param name="SecondCpu">The program's processor time meanwhile.</param>
    private sealed record Waves(TimeSpan First, TimeSpan FirstCpu, TimeSpan Second, TimeSpan SecondCpu);
}
