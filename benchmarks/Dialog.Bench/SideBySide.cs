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
            await using var ours = await Contestant.StartAsync(options, connections, sink => [Running.StartAsync(options.Program, sink.Api)]);
            await using var theirs = await Contestant.StartAsync(options, connections, sink => [Running.StartAsync(peer, sink.Api)]);
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

        await FanOut.MeasureAsync(options.Program, peer, table);
    }
}
