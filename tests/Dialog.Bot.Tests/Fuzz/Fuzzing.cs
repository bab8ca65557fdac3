using System.Diagnostics;
using System.Globalization;
using System.Net;
using CsCheck;

namespace Dialog.Bot.Tests.Fuzz;

/// <summary>
/// Gives a reader inputs that are nearly right. It may say no in its own words; it may not throw. How many: 300 in the usual run, as many as <c>DIALOG_FUZZ</c> says
/// (docs/security.md: how the million was run). A failure prints its seed: put it under <see cref="Kept"/>.
/// </summary>
internal static class Fuzzing
{
    /// <summary>Seeds of inputs that once failed; every reader gets each of them again.</summary>
    public static readonly string[] Kept = ["6fOk1KIDtpV1", "9Q1BBmQnd_n1"];

    public static long Inputs { get; } = long.TryParse(Environment.GetEnvironmentVariable("DIALOG_FUZZ"), NumberStyles.None, CultureInfo.InvariantCulture, out var wanted) ? wanted : 300;

    public static void Try(Gen<string> inputs, Action<string> read, long? most = null)
    {
        foreach (var seed in Kept)
        {
            inputs.Sample(read, seed: seed, iter: 1, threads: 1);
        }

        var (slowest, before) = (0L, GC.GetTotalMemory(forceFullCollection: true));
        inputs.Sample(
            text =>
            {
                var since = Stopwatch.GetTimestamp();
                read(text);
                slowest = Math.Max(slowest, Stopwatch.GetElapsedTime(since).Ticks);
            },
            iter: Math.Min(most ?? Inputs, Inputs),
            threads: 1,
            print: text => text.Length > 2000 ? $"{text[..2000]}… ({text.Length})" : text);
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Math.Min(most ?? Inputs, Inputs)} inputs, slowest {TimeSpan.FromTicks(slowest).TotalMilliseconds:0.0} ms, memory {(GC.GetTotalMemory(forceFullCollection: true) - before) / 1024} KB more"));
    }

    /// <summary>Sends it, and is content with every answer but "our fault". The request is used up.</summary>
    /// <returns>The status.</returns>
    public static HttpStatusCode Ask(HttpClient client, HttpRequestMessage request)
    {
        using (request)
        {
            using var answer = client.Send(request);
            Assert.True(answer.StatusCode < HttpStatusCode.InternalServerError || answer.StatusCode == HttpStatusCode.NotImplemented, $"{request.Method} {request.RequestUri}: {(int)answer.StatusCode}");
            return answer.StatusCode;
        }
    }
}
