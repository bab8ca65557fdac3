namespace Dialog.Bench;

/// <summary>Dialog and something else under the same load, one after the other in every round, so that what else the machine does meets both.</summary>
internal static class SideBySide
{
    /// <summary>The platforms' own frameworks, each under its platform's load.</summary>
    /// <param name="options">How long, and for how many conversations.</param>
    /// <param name="folder">Where they are.</param>
    /// <param name="table">Where the figures go.</param>
    public static async Task MeasurePeersAsync(Options options, string folder, Table table)
    {
        Console.WriteLine($"Dialog from {options.Program} beside the frameworks in {folder}, {Environment.ProcessorCount} cores, {options.Conversations} conversations, {options.Seconds} s a round");
        var bolt = Path.Combine(folder, "bolt.mjs");
        await MeasurePeerAsync(options with { Teams = false }, bolt, "Bolt", goal: 5, table);
        await MeasurePeerAsync(options with { Teams = true }, Path.Combine(folder, "botbuilder.mjs"), "Bot Builder", goal: 8, table);
        await FanOut.MeasureAsync(options.Program, bolt, table);
    }

    private static async Task MeasurePeerAsync(Options options, string peer, string name, double goal, Table table)
    {
        foreach (var connections in new[] { 16, 64 })
        {
            var (ours, theirs) = await RunAsync(options, peer, connections, rounds: 3, postgreSql: null);
            var rows = new Rows(table, ours, "Dialog", theirs, name, connections);
            rows.Add("events acknowledged", "/s", one => one.PerSecond, $"at least {goal}", ratio => ratio >= goal);
            rows.Add("acknowledgement p99", "ms", one => one.P99, "at most 0.33", ratio => ratio <= 1.0 / 3);
            rows.Add("CPU per event, reply delivered", "µs", one => one.CpuMicroseconds, "", met: null);
            rows.Add("refused or failed", "", one => one.Failed, "", met: null);
            rows.AddMemory();
        }
    }

    /// <summary>Another build of Dialog: what a change brings. Many short rounds, because the machine's hours differ more than builds do.</summary>
    public static async Task MeasureBuildAsync(Options options, string other, Table table)
    {
        Console.WriteLine($"{options.Program} beside {other}, {options.Connections} connections, {options.Conversations} conversations, {options.Seconds} s a round");
        var (ours, theirs) = await RunAsync(options, other, options.Connections, rounds: 9, Stores.Server);
        var rows = new Rows(table, ours, "this", theirs, "other", options.Connections);
        rows.Add("events acknowledged", "/s", one => one.PerSecond, "", met: null);
        rows.Add("acknowledgement p50", "ms", one => one.P50, "", met: null);
        rows.Add("acknowledgement p99", "ms", one => one.P99, "", met: null);
        rows.Add("CPU per event, reply delivered", "µs", one => one.CpuMicroseconds, "", met: null);
        rows.AddMemory();
    }

    private static async Task<(Contestant Ours, Contestant Theirs)> RunAsync(Options options, string other, int connections, int rounds, string? postgreSql)
    {
        var (first, second) = postgreSql is null ? (null, null) : (await Stores.CreateAsync(postgreSql, "one"), await Stores.CreateAsync(postgreSql, "two"));
        await using var ours = await Contestant.StartAsync(options, connections, sink => [Running.StartAsync(options.Program, sink, first)]);
        await using var theirs = await Contestant.StartAsync(options, connections, sink => [Running.StartAsync(other, sink, second)]);
        for (var round = 0; round < rounds; round++)
        {
            await ours.RunAsync(TimeSpan.FromSeconds(options.Seconds));
            await theirs.RunAsync(TimeSpan.FromSeconds(options.Seconds));
        }

        return (ours, theirs);
    }

    private sealed class Rows(Table table, Contestant ours, string we, Contestant theirs, string they, int connections)
    {
        public void Add(string name, string unit, Func<Round, double> figure, string mark, Func<double, bool>? met)
        {
            var (one, other) = (Table.Median(ours.Rounds.Select(figure)), Table.Median(theirs.Rounds.Select(figure)));
            Line(we, name, one, unit, "", met: null);
            Line(they, name, other, unit, "", met: null);
            if (other > 0)
            {
                Line("ratio", name, one / other, "", mark, met?.Invoke(one / other));
            }
        }

        public void AddMemory()
        {
            Line(we, "memory (RSS)", ours.ResidentMegabytes, "MB", "under 250", ours.ResidentMegabytes < 250);
            Line(they, "memory (RSS)", theirs.ResidentMegabytes, "MB", "", met: null);
        }

        private void Line(string who, string name, double value, string unit, string mark, bool? met) => table.Add($"{connections} connections: {who}, {name}", value, unit, mark, met);
    }
}
