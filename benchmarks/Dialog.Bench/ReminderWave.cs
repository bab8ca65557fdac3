using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Dialog.Bench;

/// <summary>10,000 people are reminded at the same instant, at Slack's pace, while others write: how soon it is safe, how fast it leaves, and who has to wait.</summary>
internal static class ReminderWave
{
    public const int People = 10_000;

    /// <summary>What the program is told Slack allows. A town's workspace has 300; ten times that ends within a bench's patience.</summary>
    private const int PerMinute = 3_000;

    /// <summary>Others write so often.</summary>
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(50);

    private static readonly TimeSpan Before = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan After = TimeSpan.FromSeconds(70);

    private static readonly string[] Roles = ["respondent"];

    public static async Task MeasureAsync(string program, Table table)
    {
        await using var sink = Sink.Start();
        await using var running = await Running.StartAsync(program, sink);
        Console.WriteLine($"{People} people and assignments are stored");
        await StoreAsync(running);

        var due = DateTimeOffset.MaxValue;
        await running.RestartAsync(PerMinute, store => due = Prepare(store, Before + TimeSpan.FromSeconds(5)));
        sink.Listen = true;
        var writers = new Writers(running.Address);
        using var stop = new CancellationTokenSource();
        var writing = writers.WriteAsync(stop.Token);
        var safe = await AllSafeAsync(running.Store) - due;
        await Task.Delay(due + After > DateTimeOffset.UtcNow ? due + After - DateTimeOffset.UtcNow : TimeSpan.Zero);
        await stop.CancelAsync();
        await writing;

        var heard = sink.Heard.ToList();
        var reminders = heard.Where(post => post.Channel.StartsWith("D0REMIND", StringComparison.Ordinal)).Select(post => post.At).Order().ToList();
        var minute = Most(heard.Select(post => post.At).Where(at => at >= due), TimeSpan.FromMinutes(1));
        table.Add($"{People:N0} reminders: due until all in the outbox", safe.TotalSeconds, "s", "under 10", safe.TotalSeconds < 10);
        table.Add("first reminder at the platform after", (reminders[0] - due).TotalSeconds, "s", "under 5", (reminders[0] - due).TotalSeconds < 5);
        table.Add("at the platform in any minute, at most", minute, "", $"at most {PerMinute:N0}", minute <= PerMinute);
        table.Add("at the platform in any second, at most", Most(heard.Select(post => post.At), TimeSpan.FromSeconds(1)), "", "", null);
        table.Add("reminders in the first minute", reminders.Count(at => at < due.AddMinutes(1)), "", "", null);
        var (calm, wave) = (writers.Taken(due - Before + TimeSpan.FromSeconds(5), due), writers.Taken(due, due + TimeSpan.FromSeconds(20)));
        table.Add("others' acknowledgement before, p50", Load.At(calm, 0.50), "ms", "", null);
        table.Add("others' acknowledgement meanwhile, p50", Load.At(wave, 0.50), "ms", "", null);
        table.Add("others' acknowledgement before, p99", Load.At(calm, 0.99), "ms", "", null);
        table.Add("others' acknowledgement meanwhile, p99", Load.At(wave, 0.99), "ms", "under 200", Load.At(wave, 0.99) < 200);
        var (replied, late) = (writers.Replied(heard, due - Before + TimeSpan.FromSeconds(5), due), writers.Replied(heard, due, due + TimeSpan.FromSeconds(60)));
        table.Add("others' reply before, p99", Load.At(replied, 0.99), "ms", "", null);
        table.Add("others' reply meanwhile, p50", Load.At(late, 0.50), "ms", "", null);
        table.Add("others' reply meanwhile, p99", Load.At(late, 0.99), "ms", "", null);
        table.Add("refused, or no reply", writers.Failed + late.Count(double.IsPositiveInfinity), "", "0", writers.Failed + late.Count(double.IsPositiveInfinity) == 0);
    }

    /// <summary>People with a question each, who are to be reminded.</summary>
    public static async Task StoreAsync(Running running, int people = People)
    {
        using var http = new HttpClient { BaseAddress = running.Address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Running.Token);
        var remindAt = DateTimeOffset.UtcNow.AddDays(1);
        await Parallel.ForEachAsync(Enumerable.Range(0, people), new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (number, token) =>
        {
            var person = await PostAsync(http, "/api/v1/people", new
            {
                name = $"Person {number}",
                roles = Roles,
                language = "sv",
                timeZone = "Europe/Stockholm",
                addresses = new[] { new { channel = "slack", workspace = "T0BENCH001", user = UserOf(number) } },
            }, token);
            await PostAsync(http, "/api/v1/assignments", new { topic = "Varför byggs simhallen om?", personId = person, remindAt = new[] { remindAt } }, token);
        });
    }

    private static string UserOf(int number) => string.Create(CultureInfo.InvariantCulture, $"U0REMIND{number:D6}");

    private static async Task<string> PostAsync(HttpClient http, string path, object body, CancellationToken cancellationToken)
    {
        using var answer = await http.PostAsJsonAsync(path, body, cancellationToken);
        var text = await answer.Content.ReadAsStringAsync(cancellationToken);
        return answer.IsSuccessStatusCode ? JsonSerializer.Deserialize<JsonElement>(text).GetProperty("id").GetString()! : throw new InvalidOperationException($"{path}: {text}");
    }

    /// <summary>The questions have been put long ago in conversations that are open; the first <see cref="People"/> reminders are due soon, at the same instant, the others later.</summary>
    public static DateTimeOffset Prepare(string store, TimeSpan soon, TimeSpan later = default)
    {
        var due = DateTimeOffset.UtcNow + soon;
        using var connection = new SqliteConnection($"Data Source={store};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = """
            DELETE FROM "Outbox";
            UPDATE "Addresses" SET "RoomId" = 'D' || substr("User", 2);
            UPDATE "Due" SET "At" = $due;
            UPDATE "Due" SET "At" = $due + $later WHERE "PersonId" IN (SELECT "PersonId" FROM "Addresses" WHERE "User" >= $others);
            """;
        command.Parameters.AddWithValue("$later", (long)later.TotalMilliseconds);
        command.Parameters.AddWithValue("$others", UserOf(People));
        command.Parameters.AddWithValue("$due", due.ToUnixTimeMilliseconds());
        command.ExecuteNonQuery();
        return due;
    }

    /// <summary>When every reminder stood in the outbox.</summary>
    private static async Task<DateTimeOffset> AllSafeAsync(string store)
    {
        await using var connection = new SqliteConnection($"Data Source={store};Mode=ReadOnly;Pooling=false");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = """SELECT count(*) FROM "Outbox" WHERE "Id" >= 'due:' AND "Id" < 'due;'""";
        var patience = DateTimeOffset.UtcNow.AddMinutes(5);
        while ((long)(await command.ExecuteScalarAsync())! < People)
        {
            if (DateTimeOffset.UtcNow > patience)
            {
                throw new InvalidOperationException("The reminders never came.");
            }

            await Task.Delay(50);
        }

        return DateTimeOffset.UtcNow;
    }

    /// <summary>The most that fall into a window of that length.</summary>
    private static int Most(IEnumerable<DateTimeOffset> instants, TimeSpan window)
    {
        var sorted = instants.Order().ToList();
        var (most, first) = (0, 0);
        for (var last = 0; last < sorted.Count; last++)
        {
            while (sorted[last] - sorted[first] >= window)
            {
                first++;
            }

            most = Math.Max(most, last - first + 1);
        }

        return most;
    }

    /// <summary>People who write at an even pace, whether they are answered or not.</summary>
    private sealed class Writers(Uri address)
    {
        private readonly ConcurrentQueue<(DateTimeOffset At, string Channel, double Milliseconds)> sent = [];
        private int failed;

        public int Failed => failed;

        public async Task WriteAsync(CancellationToken cancellationToken)
        {
            using var http = new HttpClient { BaseAddress = address };
            var events = new SlackEvent(People);
            using var timer = new PeriodicTimer(Every);
            var open = new List<Task>();
            try
            {
                while (await timer.WaitForNextTickAsync(cancellationToken))
                {
                    open.Add(SendAsync(http, events));
                }
            }
            catch (OperationCanceledException)
            {
                await Task.WhenAll(open);
            }
        }

        /// <summary>How long the acknowledgements took of what was written in a span, sorted.</summary>
        public List<double> Taken(DateTimeOffset from, DateTimeOffset to) => [.. sent.Where(one => one.At >= from && one.At < to).Select(one => one.Milliseconds).Order()];

        /// <summary>How long the replies took to what was written in a span, sorted; infinite for those that had not come.</summary>
        public List<double> Replied(IReadOnlyList<(string Channel, DateTimeOffset At)> heard, DateTimeOffset from, DateTimeOffset to)
        {
            var replies = heard.GroupBy(post => post.Channel).ToDictionary(posts => posts.Key, posts => posts.Min(post => post.At));
            return [.. sent.Where(one => one.At >= from && one.At < to).Select(one => replies.TryGetValue(one.Channel, out var at) ? (at - one.At).TotalMilliseconds : double.PositiveInfinity).Order()];
        }

        private async Task SendAsync(HttpClient http, SlackEvent events)
        {
            using var request = events.Next(out var channel);
            var at = DateTimeOffset.UtcNow;
            try
            {
                using var answer = await http.SendAsync(request);
                answer.EnsureSuccessStatusCode();
                sent.Enqueue((at, channel, (DateTimeOffset.UtcNow - at).TotalMilliseconds));
            }
            catch (HttpRequestException)
            {
                Interlocked.Increment(ref failed);
            }
        }
    }
}
