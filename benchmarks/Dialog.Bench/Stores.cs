using System.Globalization;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Dialog.Bench;

/// <summary>
/// The same load on other stores, one after the other in every round: SQLite with 10,000 and with a million stored conversations, and, where
/// <c>DIALOG_BENCH_POSTGRESQL</c> names a server, PostgreSQL with one and with two programs.
/// </summary>
internal static class Stores
{
    private const int Rounds = 3;

    /// <summary>As many as all other measurements. With fewer, more than one message a second would come from each, and the replies would have to wait: Slack takes one a second.</summary>
    private const int Few = 10_000;

    private const int Many = 1_000_000;

    /// <summary>The server that was started for the bench; null when there is none.</summary>
    public static string? Server => Environment.GetEnvironmentVariable("DIALOG_BENCH_POSTGRESQL") is { Length: > 0 } server ? server : null;

    public static async Task MeasureAsync(Options options, Table table)
    {
        Console.WriteLine($"Dialog from {options.Program}, {Environment.ProcessorCount} cores, {options.Connections} connections, {options.Seconds} s a round");
        await MeasureSizesAsync(options, table);
        if (Server is { } server)
        {
            await MeasurePostgreSqlAsync(options, server, table);
        }
        else
        {
            Console.WriteLine("PostgreSQL is left out: no server.");
        }
    }

    private static async Task MeasureSizesAsync(Options options, Table table)
    {
        await using var few = await StoredAsync(options, Few);
        await using var many = await StoredAsync(options, Many);
        await RoundsAsync(options, few, many);
        Rows(table, $"{Few:N0} conversations", few);
        Rows(table, $"{Many:N0} conversations", many);
        var ratio = many.PerSecond / few.PerSecond;
        table.Add("ratio", ratio, "", "at least 0.85", ratio >= 0.85);
    }

    private static async Task MeasurePostgreSqlAsync(Options options, string server, Table table)
    {
        var (first, second) = (await CreateAsync(server, "one"), await CreateAsync(server, "two"));
        await using var one = await Contestant.StartAsync(options, options.Connections, sink => [Running.StartAsync(options.Program, sink, first)]);
        await using var two = await Contestant.StartAsync(options, options.Connections, sink => [Running.StartAsync(options.Program, sink, second), Running.StartAsync(options.Program, sink, second)]);
        await RoundsAsync(options, one, two);
        Rows(table, "PostgreSQL, one program", one);
        Rows(table, "PostgreSQL, two programs", two);
        var ratio = two.PerSecond / one.PerSecond;
        table.Add("ratio", ratio, "", "at least 1.6", ratio >= 1.6);
    }

    private static async Task RoundsAsync(Options options, params Contestant[] contestants)
    {
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var contestant in contestants)
            {
                await contestant.RunAsync(TimeSpan.FromSeconds(options.Seconds));
            }
        }
    }

    private static void Rows(Table table, string name, Contestant contestant)
    {
        table.Add($"{name}: events acknowledged", contestant.PerSecond, "/s", "", null);
        table.Add($"{name}: acknowledgement p99", contestant.P99, "ms", "", null);
        table.Add($"{name}: CPU per event", contestant.CpuMicroseconds, "µs", "", null);
        table.Add($"{name}: memory (RSS)", contestant.ResidentMegabytes, "MB", "", null);
        table.Add($"{name}: refused or failed", contestant.Failed, "", "0", contestant.Failed == 0);
    }

    /// <summary>A program whose store holds that many conversations, all of which the load writes in.</summary>
    private static Task<Contestant> StoredAsync(Options options, int conversations) =>
        Contestant.StartAsync(options with { Conversations = conversations }, options.Connections, sink => [FilledAsync(options.Program, sink, conversations)]);

    /// <summary>One person writes; the store is filled with copies of what that left behind.</summary>
    private static async Task<Running> FilledAsync(string program, Sink sink, int conversations)
    {
        var running = await Running.StartAsync(program, sink);
        var first = new Load([running.Address], new SlackEvent(1), connections: 1);
        await first.RunAsync(TimeSpan.Zero);
        await Load.DrainAsync(sink, first.Acknowledged);
        await running.RestartAsync(store => Fill(store, conversations));
        sink.Forget();
        return running;
    }

    private static void Fill(string store, int conversations)
    {
        using var connection = new SqliteConnection($"Data Source={store};Pooling=false");
        connection.Open();
        Run("PRAGMA synchronous=OFF; BEGIN; CREATE TEMP TABLE copies (number INTEGER PRIMARY KEY)");
        Run(string.Create(CultureInfo.InvariantCulture, $"INSERT INTO copies WITH RECURSIVE all_of(number) AS (SELECT 1 UNION ALL SELECT number + 1 FROM all_of WHERE number < {conversations - 1}) SELECT number FROM all_of"));
        var user = "printf('U0BENCH%06d', copies.number)";
        Copy("People", ("Id", Of("Id")));

        // Slack was asked about all of them today: nobody is a stranger whom the load would have it asked about.
        Copy("Addresses", ("ProfileAt", "1000 * CAST(strftime('%s', 'now') AS INTEGER)"), ("PersonId", Of("PersonId")), ("User", user), ("RoomId", "printf('D0BENCH%06d', copies.number)"));
        Copy("Conversations", ("PersonId", Of("PersonId")));
        Copy("Messages", ("Seq", "NULL"), ("PersonId", Of("PersonId")), ("Key", Of("Key")));
        Copy("Outbox", ("Seq", "NULL"), ("Id", Of("Id")), ("PersonId", Of("PersonId")), ("User", user));
        Copy("Inbox", ("Key", Of("Key")));

        using (var command = connection.CreateCommand())
        {
            command.CommandText = "SELECT count(*) FROM \"Conversations\"";
            if (command.ExecuteScalar() is not long filled || filled != conversations)
            {
                throw new InvalidOperationException($"The store was not filled with {conversations} conversations.");
            }
        }

        // All of it is on the disk before anything is measured.
        Run("COMMIT; PRAGMA synchronous=FULL; PRAGMA wal_checkpoint(TRUNCATE)");

        static string Of(string column) => $"\"{column}\" || ':' || copies.number";

        void Copy(string table, params (string Column, string Value)[] other)
        {
            var columns = new List<string>();
            using (var command = connection.CreateCommand())
            {
                command.CommandText = $"SELECT name FROM pragma_table_info('{table}')";
                using var reader = command.ExecuteReader();
                while (reader.Read())
                {
                    columns.Add(reader.GetString(0));
                }
            }

            var values = columns.Select(column => Array.Find(other, one => one.Column == column).Value ?? $"\"{column}\"");
            Run($"INSERT INTO \"{table}\" ({string.Join(", ", columns.Select(column => $"\"{column}\""))}) SELECT {string.Join(", ", values)} FROM \"{table}\", copies");
        }

        void Run(string sql)
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            command.CommandTimeout = 0;
            command.ExecuteNonQuery();
        }
    }

    /// <summary>A new database on the server.</summary>
    public static async Task<string> CreateAsync(string server, string name)
    {
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = name == "one" ? "CREATE DATABASE one" : "CREATE DATABASE two";
        await command.ExecuteNonQueryAsync();
        return new NpgsqlConnectionStringBuilder(server) { Database = name }.ConnectionString;
    }
}
