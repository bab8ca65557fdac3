using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Dialog.Bench;

/// <summary>The desk's overview and search with 100,000 assignments in the store, as an editor's browser asks for them.</summary>
internal static partial class DeskPages
{
    private static readonly string Chromium = new[] { "/usr/bin/chromium-headless-shell", "/usr/bin/chromium" }.First(File.Exists);

    /// <summary>Requests of each kind after those that warm up.</summary>
    private const int Requests = 200;

    private const int WarmUp = 20;

    public static async Task MeasureAsync(string program, int assignments, Table table)
    {
        await using var running = await Running.StartAsync(program, sink: null);
        var filled = TimeSpan.Zero;
        await running.RestartAsync(6_000_000, store => filled = DeskStore.Fill(store, assignments));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{assignments} assignments stored in {filled.TotalSeconds:0} s, {new FileInfo(running.Store).Length / 1e6:0} MB"));

        using var http = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer() }) { BaseAddress = running.Address };
        using var entered = await http.GetAsync(new Uri($"/signin?token={Running.Token}", UriKind.Relative));
        entered.EnsureSuccessStatusCode();
        await TimeAsync(http, table, "overview", _ => "/");
        await TimeAsync(http, table, "overview, a month and a page on", number => $"/?month=2027-{1 + number % 12:00}&after={DeskStore.DeadlineOf(number).ToUnixTimeMilliseconds()}-x");
        await TimeAsync(http, table, "overview, by state", number => $"/?status={DeskStore.Stages[number % DeskStore.Stages.Length]}");
        await TimeAsync(http, table, "overview, by person", number => $"/?status=all&person={Uri.EscapeDataString(DeskStore.NameOf(number))}");
        await TimeAsync(http, table, "search, one word", number => $"/search?q={DeskStore.WordOf(number)}");
        await TimeAsync(http, table, "search, the commonest words", number => $"/search?q={DeskStore.WordOf(number % 5)}");
        await TimeAsync(http, table, "search, two words", number => $"/search?q={DeskStore.WordOf(number)}+{DeskStore.WordOf(number * 7 + 3)}");
        await TimeAsync(http, table, "search, three letters", number => $"/search?q={DeskStore.WordOf(number)[..Math.Min(3, DeskStore.WordOf(number).Length)]}");
        await TimeAsync(http, table, "search, nothing there", _ => "/search?q=xylofonorkester");

        var bytes = await ColdLoadAsync(http);
        table.Add("overview, cold load", bytes / 1000d, "kB", "under 600", bytes < 600_000);
        var paint = await FirstPaintAsync(running.Address);
        table.Add("overview, first contentful paint", paint, "ms", "under 1000", paint < 1000);
        table.Add("memory after it (RSS)", running.ResidentMegabytes(), "MB", "", null);
        var (with, without) = DeskStore.IndexCost(running.Store);
        table.Add("an answer stored, with its index", with, "µs", "", null);
        table.Add("the same without", without, "µs", "", null);
    }

    private static async Task TimeAsync(HttpClient http, Table table, string name, Func<int, string> path)
    {
        var times = new List<double>();
        for (var number = 0; number < WarmUp + Requests; number++)
        {
            var sent = Stopwatch.GetTimestamp();
            using var answer = await http.GetAsync(new Uri(path(number), UriKind.Relative));
            await answer.Content.ReadAsByteArrayAsync();
            answer.EnsureSuccessStatusCode();
            times.Add(Stopwatch.GetElapsedTime(sent).TotalMilliseconds);
        }

        var sorted = times.Skip(WarmUp).Order().ToList();
        table.Add($"{name}, p50", Load.At(sorted, 0.5), "ms", "", null);
        table.Add($"{name}, p95", Load.At(sorted, 0.95), "ms", "under 150", Load.At(sorted, 0.95) < 150);
    }

    /// <summary>The page and all that it names, as they go over the wire.</summary>
    private static async Task<long> ColdLoadAsync(HttpClient http)
    {
        var page = await http.GetStringAsync(new Uri("/", UriKind.Relative));
        var bytes = (long)System.Text.Encoding.UTF8.GetByteCount(page);
        foreach (var file in FileOfOurs().Matches(page).Select(match => match.Groups[1].Value.Split('#')[0]).Distinct())
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"/{file}", UriKind.Relative)) { Headers = { { "Accept-Encoding", "gzip, br" } } };
            using var answer = await http.SendAsync(request);
            answer.EnsureSuccessStatusCode();
            bytes += (await answer.Content.ReadAsByteArrayAsync()).Length;
        }

        return bytes;
    }

    /// <summary>Median of five browsers that have seen nothing yet.</summary>
    private static async Task<double> FirstPaintAsync(Uri address)
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Headless = true, Args = ["--no-sandbox", "--disable-gpu"] });
        var paints = new List<double>();
        for (var look = 0; look < 5; look++)
        {
            await using var context = await browser.NewContextAsync(new() { BaseURL = address.ToString() });
            var page = await context.NewPageAsync();
            await context.APIRequest.GetAsync($"/signin?token={Running.Token}");
            await page.GotoAsync("/", new() { WaitUntil = WaitUntilState.Load });
            paints.Add(await page.EvaluateAsync<double>("() => new Promise(seen => new PerformanceObserver((list, me) => list.getEntriesByName('first-contentful-paint').forEach(paint => { me.disconnect(); seen(paint.startTime); })).observe({ type: 'paint', buffered: true }))"));
        }

        return Table.Median(paints);
    }

    [GeneratedRegex("""(?:href|src)="([a-z.-]+\.(?:css|js|svg)(?:#[a-z]+)?)"[ >/]""")]
    private static partial Regex FileOfOurs();
}
