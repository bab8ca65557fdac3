using Dialog.Bench;

if (args.Contains("--drafts"))
{
    DraftLoad.Run();
    return 0;
}

var table = new Table();
if (args.Contains("--core"))
{
    // The first time is for the compiler.
    CoreTurns.Measure(new Table());
    CoreTurns.Measure(table);
    table.Print();
    return 0;
}

var options = Options.Read(args);
if (args.Contains("--reminders"))
{
    await ReminderWave.MeasureAsync(options.Program, table);
    table.Print();
    return 0;
}

if (args.Contains("--fan-out"))
{
    await FanOut.MeasureAloneAsync(options.Program, table);
    table.Print();
    return 0;
}

if (args.Contains("--peers"))
{
    await SideBySide.MeasurePeersAsync(options, Path.GetFullPath("benchmarks/peers"), table);
    table.Print();
    return 0;
}

if (Array.IndexOf(args, "--beside") is > 0 and var beside)
{
    await SideBySide.MeasureBuildAsync(options, Path.GetFullPath(args[beside + 1]), table);
    table.Print();
    return 0;
}

if (args.Contains("--stores"))
{
    await Stores.MeasureAsync(options, table);
    table.Print();
    return 0;
}

if (args.Contains("--desk"))
{
    await DeskPages.MeasureAsync(options.Program, options.Assignments, table);
    table.Print();
    return 0;
}

Console.WriteLine($"Dialog from {options.Program}, {Environment.ProcessorCount} cores, {options.Connections} connections, {options.Conversations} conversations, {options.Seconds} s a round");

var starts = new List<double>();
var restarts = new List<double>();
var idle = new List<double>();
for (var run = 0; run < options.Starts; run++)
{
    await using var fresh = await Running.StartAsync(options.Program, sink: null);
    starts.Add(fresh.ReadyAfter.TotalSeconds);
    if (run == 0)
    {
        await Task.Delay(TimeSpan.FromSeconds(10));
        idle.Add(fresh.ResidentMegabytes());
    }

    await fresh.RestartAsync();
    restarts.Add(fresh.ReadyAfter.TotalSeconds);
}

table.Add("cold start to ready, new data", Table.Median(starts), "s", "under 1.5", Table.Median(starts) < 1.5);
table.Add("start to ready, existing data", Table.Median(restarts), "s", "under 1.5", Table.Median(restarts) < 1.5);
table.Add("memory idle (RSS after 10 s)", Table.Median(idle), "MB", "under 110", Table.Median(idle) < 110);

await using var loaded = await Contestant.StartAsync(options, options.Connections, sink => [Running.StartAsync(options.Program, sink)]);
for (var round = 0; round < 3; round++)
{
    await loaded.RunAsync(TimeSpan.FromSeconds(options.Seconds));
}

table.Add($"{(options.Teams ? "Teams activities" : "Slack events")} acknowledged after commit", loaded.PerSecond, "/s", "", null);
table.Add("acknowledgement p50", Table.Median(loaded.Rounds.Select(round => round.P50)), "ms", "", null);
table.Add("acknowledgement p99", loaded.P99, "ms", "under 200", loaded.P99 < 200);
table.Add("refused or failed", loaded.Failed, "", "0", loaded.Failed == 0);
table.Add("CPU per event, reply delivered", loaded.CpuMicroseconds, "µs", "at most 250", loaded.CpuMicroseconds <= 250);
table.Add("replies delivered after the last event", Table.Median(loaded.Rounds.Select(round => round.Drain.TotalSeconds)), "s", "", null);
table.Add("memory after load (RSS)", loaded.ResidentMegabytes, "MB", "under 250", loaded.ResidentMegabytes < 250);
table.Print();
return 0;
