using System.Globalization;
using Dialog.EndToEnd.Running;
using Dialog.EndToEnd.Slack;
using Npgsql;

namespace Dialog.EndToEnd.Replicas;

/// <summary>Two programs on one PostgreSQL server, which <c>DIALOG_TEST_POSTGRESQL</c> names, and one Slack.</summary>
[Trait("store", "PostgreSql")]
public sealed class ReplicasTests : IAsyncLifetime
{
    private const int People = 40;

    private static readonly string? Server = Environment.GetEnvironmentVariable("DIALOG_TEST_POSTGRESQL") is { Length: > 0 } server ? server : null;

    private readonly string _database = $"e2e_{Guid.CreateVersion7():N}";
    private FakeSlack _slack = null!;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipUnless(Server is not null, "Needs a PostgreSQL server: DIALOG_TEST_POSTGRESQL.");
        _slack = await FakeSlack.StartAsync();
        await RunAsync($"CREATE DATABASE {_database}");
    }

    public async ValueTask DisposeAsync()
    {
        if (_slack is not null)
        {
            await RunAsync($"DROP DATABASE {_database} WITH (FORCE)");
            await _slack.DisposeAsync();
        }
    }

    [Fact]
    public async Task What_is_due_is_sent_once_in_all_also_while_one_program_dies()
    {
        await using var one = await StartAsync();
        await using var other = await StartAsync();
        var channels = await AskAsync(one, other);
        await _slack.WaitUntilAsync(_ => channels.All(channel => Posts(channel) >= 2), $"{People} reminders");
        Assert.All(channels, channel => Assert.Equal(2, Posts(channel)));

        await _slack.WaitUntilAsync(_ => channels.Count(channel => Posts(channel) >= 3) >= 5, "the first of the second reminders");
        await one.KillAsync();
        Assert.Contains(channels, channel => Posts(channel) < 3);
        await _slack.WaitUntilAsync(_ => channels.All(channel => Posts(channel) >= 3), $"{People} second reminders");
        await other.StopCalmlyAsync();

        Assert.All(channels, channel => Assert.Equal(3, Posts(channel)));
    }

    private int Posts(string channel) => _slack.BotPosts(channel).Count;

    /// <summary>Questions to many people, put by either program, each with reminders at the same two instants; their conversations, once all are asked.</summary>
    private async Task<List<string>> AskAsync(ProgramUnderTest one, ProgramUnderTest other)
    {
        var remindAt = new[] { 15, 27 }.Select(seconds => DateTimeOffset.UtcNow.AddSeconds(seconds).ToString("o", CultureInfo.InvariantCulture)).ToArray();
        var channels = new List<string>();
        for (var number = 0; number < People; number++)
        {
            var user = string.Create(CultureInfo.InvariantCulture, $"U0REPLICA{number:D3}");
            channels.Add(_slack.AddPerson(user));
            var api = (number % 2 == 0 ? one : other).Api;
            await api.OpenAsync(new { topic = "Varför byggs simhallen om?", personId = await api.AddPersonAsync("slack", FakeSlack.Team, user), remindAt });
        }

        await _slack.WaitUntilAsync(_ => channels.TrueForAll(channel => _slack.BotPosts(channel).Count >= 1), $"{People} questions");
        return channels;
    }

    private Task<ProgramUnderTest> StartAsync() => ProgramUnderTest.StartAsync(_slack.Settings, new Dictionary<string, string>
    {
        ["Storage__Provider"] = "PostgreSql",
        ["Storage__ConnectionString"] = new NpgsqlConnectionStringBuilder(Server) { Database = _database }.ConnectionString,
    });

    private static async Task RunAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(Server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
