using System.Diagnostics;

namespace Dialog.Bench;

/// <summary>What one round showed.</summary>
internal sealed record Round(int Acknowledged, int Failed, double PerSecond, double P50, double P99)
{
    public double CpuMicroseconds { get; init; }

    public TimeSpan Drain { get; init; }
}

/// <summary>Sends requests over a number of connections, each the next as soon as the last was acknowledged. Several programs get the connections in turn.</summary>
internal sealed class Load(IReadOnlyList<Uri> addresses, IRequests requests, int connections)
{
    /// <summary>Acknowledged since the start, over all rounds.</summary>
    public long Acknowledged { get; private set; }

    public async Task<Round> RunAsync(TimeSpan time)
    {
        var clock = Stopwatch.StartNew();
        var times = await Task.WhenAll(Enumerable.Range(0, connections).Select(number => Task.Run(() => ConnectionAsync(addresses[number % addresses.Count], clock, time))));
        var elapsed = clock.Elapsed;
        var all = times.SelectMany(mine => mine).ToList();
        var good = all.Where(one => one >= 0).Order().ToList();
        Acknowledged += good.Count;
        return new Round(good.Count, all.Count - good.Count, good.Count / elapsed.TotalSeconds, At(good, 0.50), At(good, 0.99));
    }

    /// <summary>Waits until every acknowledged event's reply reached the sink.</summary>
    public static async Task<TimeSpan> DrainAsync(Sink sink, long expected)
    {
        var clock = Stopwatch.StartNew();
        while (sink.Posts < expected)
        {
            if (clock.Elapsed > TimeSpan.FromMinutes(5))
            {
                throw new InvalidOperationException($"{expected - sink.Posts} replies never came.");
            }

            await Task.Delay(20);
        }

        return clock.Elapsed;
    }

    private async Task<List<double>> ConnectionAsync(Uri address, Stopwatch clock, TimeSpan time)
    {
        using var wire = await Wire.ConnectAsync(address);
        var times = new List<double>();
        do
        {
            var request = requests.NextBytes();
            var sent = Stopwatch.GetTimestamp();
            await wire.WriteAsync(request);
            var answer = await wire.ReadAsync() ?? throw new InvalidOperationException("The program closed the connection.");
            times.Add(answer.IsOk ? Stopwatch.GetElapsedTime(sent).TotalMilliseconds : -1);
        }
        while (clock.Elapsed < time);

        return times;
    }

    public static double At(List<double> sorted, double share) => sorted.Count == 0 ? double.NaN : sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * share))];
}
