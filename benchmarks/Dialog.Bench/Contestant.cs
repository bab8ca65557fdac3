namespace Dialog.Bench;

/// <summary>A started program, or several that share the load, with a sink of their own; warmed up.</summary>
internal sealed class Contestant : IAsyncDisposable
{
    private readonly Sink sink;
    private readonly Running[] programs;
    private readonly Load load;

    private Contestant(Sink sink, Running[] programs, Load load) => (this.sink, this.programs, this.load) = (sink, programs, load);

    public List<Round> Rounds { get; } = [];

    public double PerSecond => Table.Median(Rounds.Select(round => round.PerSecond));

    public double P99 => Table.Median(Rounds.Select(round => round.P99));

    /// <summary>Of all programs together, without the database's server.</summary>
    public double CpuMicroseconds => Table.Median(Rounds.Select(round => round.CpuMicroseconds));

    public int Failed => Rounds.Sum(round => round.Failed);

    /// <summary>Of the largest program, after the last round.</summary>
    public double ResidentMegabytes { get; private set; }

    /// <param name="options">Who writes where, and for how long.</param>
    /// <param name="connections">Requests at the same time.</param>
    /// <param name="start">Starts the programs.</param>
    public static async Task<Contestant> StartAsync(Options options, int connections, Func<Sink, Task<Running>[]> start)
    {
        var sink = Sink.Start();
        var programs = await Task.WhenAll(start(sink));
        var started = new Contestant(sink, programs, new Load([.. programs.Select(program => program.Address)], options.Requests(sink), connections));
        await started.load.RunAsync(TimeSpan.FromSeconds(Math.Min(3, options.Seconds)));
        await Load.DrainAsync(sink, started.load.Acknowledged);
        return started;
    }

    public async Task RunAsync(TimeSpan time)
    {
        var cpu = Cpu();
        var measured = await load.RunAsync(time);
        var drained = await Load.DrainAsync(sink, load.Acknowledged);
        Rounds.Add(measured with { CpuMicroseconds = (Cpu() - cpu).TotalMicroseconds / measured.Acknowledged, Drain = drained });
        ResidentMegabytes = programs.Max(program => program.ResidentMegabytes());
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var program in programs)
        {
            await program.DisposeAsync();
        }

        await sink.DisposeAsync();
    }

    private TimeSpan Cpu() => programs.Aggregate(TimeSpan.Zero, (sum, program) => sum + program.CpuTime());
}
