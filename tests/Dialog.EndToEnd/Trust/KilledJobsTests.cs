using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Dialog.EndToEnd.Interviews;
using Dialog.EndToEnd.Running;
using Microsoft.Data.Sqlite;

namespace Dialog.EndToEnd.Trust;

/// <summary>The power cut comes in the middle of an erasure, of a night's retention, of a package for the archive: each is whole afterwards, or was never begun.</summary>
public sealed class KilledJobsTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_erasure_a_nights_work_and_a_package_are_whole_or_not_there()
    {
        await using var program = await ProgramUnderTest.StartAsync();
        var person = await program.Api.AddPersonAsync("web", "web", "visitor-1");
        var assignment = await program.Api.OpenAsync(new SeedInterview().OrderFor(person));
        await Sql(program, Slow);

        // Erased is the person last: all else has gone within the transaction when the power goes.
        await Sql(program, Stop("People", $"old.\"Id\" = '{person}'"));
        var before = await StoredAsync(program, person);
        var erasing = EraseAsync(program, person);
        await WritingAsync(program, erasing);
        await program.KillAsync();
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => erasing);
        Assert.Equal(before, await StoredAsync(program, person));

        // Forty-five that ended long ago, removed in batches of twenty: the power goes in the second.
        await Sql(program, "DROP TRIGGER stop", Copies(await ColumnsAsync(program), assignment), Stop("Assignments", "old.\"Id\" = 'old-30'"));
        program.Begin("retain");
        await WritingAsync(program);
        await program.KillAsync();
        Assert.Equal(Enumerable.Range(20, 25), await OldAsync(program));
        Assert.Equal("20", await OneAsync(program, "SELECT count(*) FROM \"Audit\" WHERE \"Action\" = 'dispose'"));

        // What a dead process held is free when its time is over.
        await Sql(program, "DROP TRIGGER stop", "UPDATE \"Leases\" SET \"Until\" = 0");
        Assert.Equal(0, (await program.CommandAsync("retain")).ExitCode);
        Assert.Empty(await OldAsync(program));
        Assert.Equal("45 45", await OneAsync(program, "SELECT count(*) || ' ' || count(DISTINCT \"Subject\") FROM \"Audit\" WHERE \"Action\" = 'dispose'"));

        // A package of many records: the power goes while it is written.
        await RecordsAsync(program, 250);
        var folder = Path.Combine(program.DataFolder, "archive");
        program.Begin("archive", "2020-01", folder);
        await UntilAsync(() => Directory.Exists(folder) && Directory.GetFiles(folder).Length > 0);
        await program.KillAsync();
        Assert.Empty(Directory.GetFiles(folder, "*.zip"));
        Assert.Equal(0, (await program.CommandAsync("archive", "2020-01", folder)).ExitCode);
        using (var zip = ZipFile.OpenRead(Assert.Single(Directory.GetFiles(folder, "*.zip"))))
        {
            Assert.Equal(250, zip.Entries.Count(entry => entry.Name == "handling.json"));
        }

        // And the erasure, asked for again, is done, once.
        await program.StartAgainAsync();
        Assert.Equal(HttpStatusCode.OK, await EraseAsync(program, person));
        Assert.Equal("0 0 0", await StoredAsync(program, person));
        Assert.Equal("1", await OneAsync(program, "SELECT count(*) FROM \"Audit\" WHERE \"Action\" = 'erase'"));
        var verified = await program.CommandAsync("verify-audit");
        Assert.True(verified.ExitCode == 0, verified.Output);
    }

    /// <summary>A view that takes a statement minutes to read: time to pull the plug in the middle of it.</summary>
    private const string Slow = "CREATE VIEW slow AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000000000) SELECT i FROM n";

    private static string Stop(string table, string when) => $"CREATE TRIGGER stop BEFORE DELETE ON \"{table}\" WHEN {when} BEGIN SELECT count(*) FROM slow; END";

    private static string Copies(string columns, string assignment) =>
        $"""
        INSERT INTO "Assignments" ("Id", "RequestKey", "State", "MovedAt"{columns})
        SELECT 'old-' || n.i, 'old-' || n.i, 'Declined', 1000 + n.i{columns} FROM "Assignments", (WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 44) SELECT i FROM n) n WHERE "Id" = '{assignment}'
        """;

    private static async Task<string> ColumnsAsync(ProgramUnderTest program) =>
        await OneAsync(program, "SELECT group_concat(', \"' || name || '\"', '') FROM pragma_table_info('Assignments') WHERE name NOT IN ('Id', 'RequestKey', 'State', 'MovedAt')");

    private static async Task<HttpStatusCode> EraseAsync(ProgramUnderTest program, string person)
    {
        using var request = new HttpRequestMessage(HttpMethod.Delete, new Uri($"/api/v1/people/{person}", UriKind.Relative));
        using var answer = await program.Api.SendAsync(request);
        return answer.StatusCode;
    }

    /// <summary>People, addresses and assignments of the person.</summary>
    private static Task<string> StoredAsync(ProgramUnderTest program, string person) => OneAsync(
        program,
        $"""SELECT (SELECT count(*) FROM "People" WHERE "Id" = '{person}') || ' ' || (SELECT count(*) FROM "Addresses" WHERE "PersonId" = '{person}') || ' ' || (SELECT count(*) FROM "Assignments" WHERE "PersonId" = '{person}')""");

    /// <summary>Numbers of the old assignments that are left.</summary>
    private static async Task<IEnumerable<int>> OldAsync(ProgramUnderTest program) =>
        (await OneAsync(program, """SELECT group_concat(substr("Id", 5)) FROM (SELECT "Id" FROM "Assignments" WHERE "Id" LIKE 'old-%' ORDER BY "MovedAt")"""))
            .Split(',', StringSplitOptions.RemoveEmptyEntries).Select(number => int.Parse(number, CultureInfo.InvariantCulture));

    private static async Task RecordsAsync(ProgramUnderTest program, int count)
    {
        var text = string.Concat(Enumerable.Repeat("Vi satte ut bänkar vid sjön. ", 2000));
        await using var connection = Open(program);
        await using var transaction = connection.BeginTransaction();
        for (var number = 0; number < count; number++)
        {
            var body = $$"""
                {"assignmentId":"r{{number}}","draftId":"r{{number}}-web","revision":1,"outlet":"web","topic":"Bänkar","language":"sv","name":null,"title":null,"text":"{{text}}","textSha256":"x","publishedAt":"2020-01-15T10:00:00+00:00","url":null,"publishedBy":{"role":"desk"},"picture":null,"sentences":[],"approvals":[],"reactions":[]}
                """;
            await using var command = connection.CreateCommand();
            command.CommandText = """INSERT INTO "Records" ("AssignmentId", "DraftId", "Revision", "PublishedAt", "Body", "Sha256") VALUES ($1, $2, 1, 1579082400000, $3, $4)""";
            command.Parameters.AddWithValue("$1", $"r{number}");
            command.Parameters.AddWithValue("$2", $"r{number}-web");
            command.Parameters.AddWithValue("$3", body);
            command.Parameters.AddWithValue("$4", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body))));
            await command.ExecuteNonQueryAsync(Cancelled);
        }

        await transaction.CommitAsync(Cancelled);
    }

    /// <summary>The program is within a transaction that does not end: nobody else may write, time after time.</summary>
    private static async Task WritingAsync(ProgramUnderTest program, Task<HttpStatusCode>? asked = null)
    {
        var busy = 0;
        await UntilAsync(() =>
        {
            Assert.True(asked is not { IsCompleted: true }, "It was over before.");
            using var connection = Open(program, waits: 1);
            using var begin = connection.CreateCommand();
            begin.CommandText = "BEGIN IMMEDIATE";
            try
            {
                begin.ExecuteNonQuery();
                busy = 0;
            }
            catch (SqliteException exception) when (exception.SqliteErrorCode == 5)
            {
                busy++;
            }

            return busy >= 2;
        });
    }

    private static async Task UntilAsync(Func<bool> isSo)
    {
        var since = System.Diagnostics.Stopwatch.StartNew();
        while (!isSo())
        {
            Assert.True(since.Elapsed < Patience.Limit, "It did not come to it.");
            await Task.Delay(5, Cancelled);
        }
    }

    private static async Task Sql(ProgramUnderTest program, params string[] statements)
    {
        await using var connection = Open(program);
        foreach (var statement in statements)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = statement;
            await command.ExecuteNonQueryAsync(Cancelled);
        }
    }

    private static async Task<string> OneAsync(ProgramUnderTest program, string sql)
    {
        await using var connection = Open(program);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToString(await command.ExecuteScalarAsync(Cancelled), CultureInfo.InvariantCulture) ?? "";
    }

    private static SqliteConnection Open(ProgramUnderTest program, int waits = 30)
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(program.DataFolder, "dialog.db")};Pooling=false;Default Timeout={waits}");
        connection.Open();
        return connection;
    }
}
