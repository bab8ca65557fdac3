namespace Dialog.Bench;

/// <summary>Dialog and Slack's own framework under the same load, one after the other in every round, so that what else the machine does meets both.</summary>
internal static class SideBySide
{
    private const int Rounds = 3;

    public static async Task MeasureAsync(Options options, string peer, Table table)
    {
        Console.WriteLine($"Dialog from {options.Program} beside {peer}, {Environment.ProcessorCount} cores, {options.Conversations} conversations, {options.Seconds} s a round");
        foreach (var connections in new[] { 16, 64 })
        {
            await using var ours = await Contestant.StartAsync(options.Program, options, connections);
            await using var theirs = await Contestant.StartAsync(peer, options, connections);
            for (var round = 0; round < Rounds; round++)
            {
                await ours.RunAsync(TimeSpan.FromSeconds(options.Seconds));
                await theirs.RunAsync(TimeSpan.FromSeconds(options.Seconds));
            }

            Row("events acknowledged", "/s", one => one.PerSecond, "at least 5", ratio => ratio >= 5);
            Row("acknowledgement p99", "ms", one => one.P99, "at most 0.33", ratio => ratio <= 1.0 / 3);
            Row("CPU per event, reply delivered", "µs", one => one.CpuMicroseconds, "", met: null);
            Row("refused or failed", "", one => one.Failed, "", met: null);
            table.Add($"{connections} connections: Dialog, memory (RSS)", ours.ResidentMegabytes, "MB", "under 250", ours.ResidentMegabytes < 250);
            table.Add($"{connections} connections: Bolt, memory (RSS)", theirs.ResidentMegabytes, "MB", "", null);

            void Row(string name, string unit, Func<Round, double> figure, string mark, Func<double, bool>? met)
            {
                var (we, they) = (Table.Median(ours.Rounds.Select(figure)), Table.Median(theirs.Rounds.Select(figure)));
                table.Add($"{connections} connections: Dialog, {name}", we, unit, "", null);
                table.Add($"{connections} connections: Bolt, {name}", they, unit, "", null);
                if (met is not null)
                {
                    table.Add($"{connections} connections: ratio", we / they, "", mark, met(we / they));
                }
            }
        }
    }

    /// <summary>A started program with a sink of its own; warmed up.</summary>
    private sealed class Contestant : IAsyncDisposable
    {
        private readonly Sink sink;
        private readonly Running program;
        private readonly Load load;

        private Contestant(Sink sink, Running program, Load load) => (this.sink, this.program, this.load) = (sink, program, load);

        public List<Round> Rounds { get; } = [];

        public double ResidentMegabytes => program.ResidentMegabytes();

        public static async Task<Contestant> StartAsync(string path, Options options, int connections)
        {
            var sink = Sink.Start();
            var program = await Running.StartAsync(path, sink.Api);
            var started = new Contestant(sink, program, new Load(program.Address, new SlackEvent(options.Conversations), connections));
            await started.load.RunAsync(TimeSpan.FromSeconds(Math.Min(3, options.Seconds)));
            await Load.DrainAsync(sink, started.load.Acknowledged);
            return started;
        }

        public async Task RunAsync(TimeSpan time)
        {
            var cpu = program.CpuTime();
            var measured = await load.RunAsync(time);
            var drained = await Load.DrainAsync(sink, load.Acknowledged);
            Rounds.Add(measured with { CpuMicroseconds = (program.CpuTime() - cpu).TotalMicroseconds / measured.Acknowledged, Drain = drained });
        }

        public async ValueTask DisposeAsync()
        {
            await program.DisposeAsync();
            await sink.DisposeAsync();
        }
    }
}
