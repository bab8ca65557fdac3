using System.Data.Common;
using System.Net;
using Dialog.Bot.Channels;
using Dialog.Bot.Store;
using Dialog.Bot.Tests.Support;
using Dialog.Bot.Turns;
using Dialog.Core.Interviews;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Npgsql;

namespace Dialog.Bot.Tests.Store;

/// <summary>What counts as an outage, and what readiness and the log say of one.</summary>
public sealed class OutageTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(PostgresErrorCodes.DiskFull)]
    [InlineData(PostgresErrorCodes.TooManyConnections)]
    [InlineData(PostgresErrorCodes.ReadOnlySqlTransaction)]
    [InlineData(PostgresErrorCodes.AdminShutdown)]
    [InlineData(PostgresErrorCodes.CrashShutdown)]
    [InlineData(PostgresErrorCodes.CannotConnectNow)]
    [InlineData(PostgresErrorCodes.QueryCanceled)]
    [InlineData(PostgresErrorCodes.InvalidCatalogName)]
    [InlineData(PostgresErrorCodes.InvalidPassword)]
    [InlineData(PostgresErrorCodes.InvalidAuthorizationSpecification)]
    [InlineData(PostgresErrorCodes.UndefinedTable)]
    [InlineData(PostgresErrorCodes.InvalidSchemaName)]
    [InlineData(PostgresErrorCodes.InsufficientPrivilege)]
    public void A_server_that_cannot_just_now_is_out(string code) => Assert.True(Outage.Is(new PostgresException("so it says", "ERROR", "ERROR", code)));

    [Theory]
    [InlineData(PostgresErrorCodes.SyntaxError)]
    [InlineData(PostgresErrorCodes.NotNullViolation)]
    public void A_mistake_of_ours_is_no_outage(string code) => Assert.False(Outage.Is(new PostgresException("so it says", "ERROR", "ERROR", code)));

    [Fact]
    public void A_fault_of_the_store_is_known_in_whatever_is_put_around_it()
    {
        var away = new InvalidOperationException("likely due to a transient failure", new DbUpdateException("see the inner one", new NpgsqlException("Failed to connect")));

        Assert.True(Outage.Is(away));
        Assert.Equal("Failed to connect", Outage.Fault(away)!.Message);
        Assert.False(Outage.Is(new InvalidOperationException("likely", new PostgresException("so it says", "ERROR", "ERROR", PostgresErrorCodes.SyntaxError))));
        Assert.False(Outage.Is(new InvalidOperationException("ours", new ArgumentException("ours"))));
    }

    [Fact]
    public async Task Readiness_leaves_nothing_behind_and_sees_a_table_that_others_hold()
    {
        await using var site = await OpenSite.OpenAsync();
        using var script = site.Script();
        Assert.Equal(HttpStatusCode.OK, await ReadyAsync());
        Assert.Equal(0, await CountAsync(site));

        await using (await HoldAsync(site))
        {
            await UntilAsync(HttpStatusCode.ServiceUnavailable);
        }

        await UntilAsync(HttpStatusCode.OK);
        Assert.Equal(0, await CountAsync(site));

        async Task<HttpStatusCode> ReadyAsync()
        {
            using var answer = await script.GetAsync(new Uri("/readyz", UriKind.Relative), Stop);
            return answer.StatusCode;
        }

        // An answer is told again for a second.
        async Task UntilAsync(HttpStatusCode expected)
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
            using var every = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
            while (await ReadyAsync() != expected)
            {
                await every.WaitForNextTickAsync(patience.Token);
            }
        }
    }

    [Fact]
    public async Task A_program_that_a_newer_one_has_overtaken_is_not_ready()
    {
        await using var site = await OpenSite.OpenAsync();
        await site.Services.GetRequiredService<Database>().WriteAsync(
            session => session.Write("""INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ($1, $2)""", "99990101000000_Newer", "99.0.0"), Stop);

        using var answer = await site.Script().GetAsync(new Uri("/readyz", UriKind.Relative), Stop);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
    }

    [Fact]
    public async Task A_server_without_tables_is_out_until_they_are_back()
    {
        Assert.SkipUnless(TestStore.IsPostgreSql, "SQLite's file is put back whole.");
        await using var site = await OpenSite.OpenAsync();
        using var script = site.Script();
        var (id, user) = await site.AddOnTheWebAsync("Mattias Jansson");
        Assert.Equal(HttpStatusCode.OK, await GetAsync($"/api/v1/people/{id}"));

        // As in the middle of a restore.
        await RunAsync("""ALTER SCHEMA public RENAME TO away; CREATE SCHEMA public""");
        foreach (var path in (string[])["/api/v1/people", $"/api/v1/people/{id}/data", "/api/v1/assignments"])
        {
            using var answer = await script.GetAsync(new Uri(path, UriKind.Relative), Stop);
            Assert.Equal((HttpStatusCode.ServiceUnavailable, TimeSpan.FromSeconds(Outage.RetryAfter)), (answer.StatusCode, answer.Headers.RetryAfter?.Delta));
        }

        var lost = await Assert.ThrowsAnyAsync<Exception>(() => SayAsync("hej"));
        Assert.True(Outage.Is(lost));
        Assert.Contains("in an empty database the next start makes them", Outage.Explain(Outage.Fault(lost)!), StringComparison.Ordinal);
        Assert.False(await ActivatorUtilities.CreateInstance<Readiness>(site.Services).IsReadyAsync(Stop));

        await RunAsync("DROP SCHEMA public; ALTER SCHEMA away RENAME TO public");
        Assert.Equal(HttpStatusCode.OK, await GetAsync($"/api/v1/people/{id}"));
        await SayAsync("hej");
        Assert.True(await ActivatorUtilities.CreateInstance<Readiness>(site.Services).IsReadyAsync(Stop));

        async Task<HttpStatusCode> GetAsync(string path)
        {
            using var answer = await script.GetAsync(new Uri(path, UriKind.Relative), Stop);
            return answer.StatusCode;
        }

        Task SayAsync(string text) => site.Services.GetRequiredService<TurnRunner>().TakeAsync(
            new Arrival(new Address(Address.Web, Address.Web, user), new Room(user), new Incoming.Said(text, text) { Key = text, At = TimeProvider.System.GetUtcNow() }), Stop);

        async Task RunAsync(string sql)
        {
            await using var connection = new NpgsqlConnection(site.Services.GetRequiredService<StorageOptions>().ConnectionString);
            await connection.OpenAsync(Stop);
            await using var command = new NpgsqlCommand(sql, connection);
            await command.ExecuteNonQueryAsync(Stop);
        }
    }

    [Fact]
    public void The_log_says_it_at_once_and_again_after_ten_seconds()
    {
        var (clock, lines) = (new FakeTimeProvider(), new Lines());
        var log = new OutageLog(clock, lines);

        Assert.False(log.Took(new InvalidOperationException("no outage")));
        for (var second = 0; second <= 10; second++)
        {
            Assert.True(log.Took(new StoreBusyException()));
            Assert.True(log.Took(new SqliteException("database or disk is full", 13)));
            clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(2, lines.Count);
    }

    /// <summary>Rows that came to stay.</summary>
    private static Task<int> CountAsync(OpenSite site) => site.Services.GetRequiredService<Database>().ReadAsync(
        async (session, token) => (await session.ListAsync("""SELECT "Key" FROM "Inbox" """, [], row => row.GetString(0), token)).Count, Stop);

    /// <summary>Another program has the table for itself until what is returned is disposed.</summary>
    private static async Task<DbConnection> HoldAsync(OpenSite site)
    {
        var options = site.Services.GetRequiredService<StorageOptions>();
        DbConnection holder = options.IsPostgreSql ? new NpgsqlConnection(options.ConnectionString) : new SqliteConnection($"{options.SqliteConnection};Pooling=false");
        await holder.OpenAsync(Stop);
        await using var command = holder.CreateCommand();
        command.CommandText = options.IsPostgreSql ? """BEGIN; LOCK TABLE "Inbox" IN ACCESS EXCLUSIVE MODE""" : "BEGIN EXCLUSIVE";
        await command.ExecuteNonQueryAsync(Stop);
        return holder;
    }

    private sealed class Lines : ILogger<OutageLog>
    {
        public int Count { get; private set; }

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Count++;
    }
}
