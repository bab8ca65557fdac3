using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Dialog.EndToEnd.Interviews;
using Dialog.EndToEnd.Replicas;
using Dialog.EndToEnd.Running;

namespace Dialog.EndToEnd.Trust;

/// <summary>The power cut comes in the middle of an erasure, of a night's retention, of a package for the archive: each is whole afterwards, or was never begun.</summary>
public sealed class KilledJobsTests
{
    /// <summary>What an erasure removes, in its order. <c>tests/crash</c> kills at each of them, the usual run at the last: all else has gone within the transaction then.</summary>
    private static readonly (string Table, string Key)[] Erased = [("Assignments", "PersonId"), ("Addresses", "PersonId"), ("Conversations", "PersonId"), ("Messages", "PersonId"), ("Outbox", "PersonId"), ("People", "Id")];

    private static (string Table, string Key)[] Points => IsCrashRun ? Erased : Erased[^1..];

    private static bool IsCrashRun => Environment.GetEnvironmentVariable("DIALOG_KILLS") is { Length: > 0 };

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_erasure_a_nights_work_and_a_package_are_whole_or_not_there()
    {
        await using var program = await ProgramUnderTest.StartAsync();
        await WholeOrNotThereAsync(program, program, new SqliteTrap(Path.Combine(program.DataFolder, "dialog.db")));
    }

    [Fact]
    [Trait("store", "PostgreSql")]
    public async Task Of_two_programs_one_is_killed_in_the_middle_and_the_other_does_it_wholly()
    {
        Assert.SkipUnless(IsCrashRun, "Takes long: tests/crash runs it.");
        await using var store = await PostgreSqlStore.CreateAsync();
        await using var one = await ProgramUnderTest.StartAsync(store.Settings);
        await using var other = await ProgramUnderTest.HostAsync(store.Settings);
        await using var trap = new PostgreSqlTrap(store.Connection);
        await WholeOrNotThereAsync(one, other, trap);
    }

    /// <param name="victim">Is killed.</param>
    /// <param name="other">Does afterwards what was not done; on SQLite the same program, started again.</param>
    /// <param name="trap">Where it is caught.</param>
    private static async Task WholeOrNotThereAsync(ProgramUnderTest victim, ProgramUnderTest other, JobTrap trap)
    {
        var person = await victim.Api.AddPersonAsync("web", "web", "visitor-1");
        var assignment = await victim.Api.OpenAsync(new SeedInterview().OrderFor(person));
        var before = await StoredAsync(trap, person);
        foreach (var (table, key) in Points)
        {
            await trap.SetAsync(table, $"old.\"{key}\" = '{person}'");
            var erasing = EraseAsync(victim, person);
            await CaughtAsync(trap, erasing);
            await victim.KillAsync();
            await Assert.ThrowsAnyAsync<HttpRequestException>(() => erasing);
            await trap.TakeAwayAsync(table);
            Assert.Equal(before, await StoredAsync(trap, person));
            if (table != Points[^1].Table)
            {
                await victim.StartAgainAsync();
            }
        }

        // Forty-five that ended long ago, removed in batches of twenty: the power goes in the second.
        var columns = string.Concat((await trap.ColumnsAsync("Assignments")).Except(["Id", "RequestKey", "State", "MovedAt"]).Select(column => $", \"{column}\""));
        await trap.RunAsync(
            $"""
            INSERT INTO "Assignments" ("Id", "RequestKey", "State", "MovedAt"{columns})
            SELECT 'old-' || n.i, 'old-' || n.i, 'Declined', 1000 + n.i{columns} FROM "Assignments", (WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 44) SELECT i FROM n) n WHERE "Id" = '{assignment}'
            """);
        await trap.SetAsync("Assignments", "old.\"Id\" = 'old-30'");
        victim.Begin("retain");
        await CaughtAsync(trap);
        await victim.KillAsync();
        await trap.TakeAwayAsync("Assignments");
        Assert.Equal(Enumerable.Range(20, 25), await OldAsync(trap));
        Assert.Equal(["20"], await trap.ReadAsync("SELECT count(*) FROM \"Audit\" WHERE \"Action\" = 'dispose'"));

        // What a dead process held is free when its time is over.
        await trap.RunAsync("UPDATE \"Leases\" SET \"Until\" = 0");
        Assert.Equal(0, (await other.CommandAsync("retain")).ExitCode);
        Assert.Empty(await OldAsync(trap));
        Assert.Equal(["45 45"], await trap.ReadAsync("SELECT count(*) || ' ' || count(DISTINCT \"Subject\") FROM \"Audit\" WHERE \"Action\" = 'dispose'"));

        // A package of many records: the power goes while it is written.
        await RecordsAsync(trap, 250);
        var folder = Path.Combine(victim.DataFolder, "archive");
        victim.Begin("archive", "2020-01", folder);
        await UntilAsync(() => Task.FromResult(Directory.Exists(folder) && Directory.GetFiles(folder).Length > 0));
        await victim.KillAsync();
        Assert.Empty(Directory.GetFiles(folder, "*.zip"));
        Assert.Equal(0, (await other.CommandAsync("archive", "2020-01", folder)).ExitCode);
        using (var zip = ZipFile.OpenRead(Assert.Single(Directory.GetFiles(folder, "*.zip"))))
        {
            Assert.Equal(250, zip.Entries.Count(entry => entry.Name == "handling.json"));
        }

        // And the erasure, asked for again, is done, once.
        if (victim == other)
        {
            await victim.StartAgainAsync();
        }

        Assert.Equal(HttpStatusCode.OK, await EraseAsync(other, person));
        Assert.Equal("0 0 0", await StoredAsync(trap, person));
        Assert.Equal(["1"], await trap.ReadAsync("SELECT count(*) FROM \"Audit\" WHERE \"Action\" = 'erase'"));
        var verified = await other.CommandAsync("verify-audit");
        Assert.True(verified.ExitCode == 0, verified.Output);
    }

    private static async Task<HttpStatusCode> EraseAsync(ProgramUnderTest program, string person)
    {
        using var request = new HttpRequestMessage(HttpMethod.Delete, new Uri($"/api/v1/people/{person}", UriKind.Relative));
        using var answer = await program.Api.SendAsync(request);
        return answer.StatusCode;
    }

    /// <summary>People, addresses and assignments of the person.</summary>
    private static async Task<string> StoredAsync(JobTrap store, string person) => Assert.Single(await store.ReadAsync(
        $"""SELECT (SELECT count(*) FROM "People" WHERE "Id" = '{person}') || ' ' || (SELECT count(*) FROM "Addresses" WHERE "PersonId" = '{person}') || ' ' || (SELECT count(*) FROM "Assignments" WHERE "PersonId" = '{person}')"""));

    /// <summary>Numbers of the old assignments that are left.</summary>
    private static async Task<IEnumerable<int>> OldAsync(JobTrap store) =>
        (await store.ReadAsync("""SELECT substr("Id", 5) FROM "Assignments" WHERE "Id" LIKE 'old-%' ORDER BY "MovedAt" """)).Select(number => int.Parse(number, CultureInfo.InvariantCulture));

    private static async Task RecordsAsync(JobTrap store, int count)
    {
        var text = string.Concat(Enumerable.Repeat("Vi satte ut bänkar vid sjön. ", 2000));
        await store.RunAsync([.. Enumerable.Range(0, count).Select(number =>
        {
            var body = $$"""
                {"assignmentId":"r{{number}}","draftId":"r{{number}}-web","revision":1,"outlet":"web","topic":"Bänkar","language":"sv","name":null,"title":null,"text":"{{text}}","textSha256":"x","publishedAt":"2020-01-15T10:00:00+00:00","url":null,"publishedBy":{"role":"desk"},"picture":null,"sentences":[],"approvals":[],"reactions":[]}
                """;
            return $"""INSERT INTO "Records" ("AssignmentId", "DraftId", "Revision", "PublishedAt", "Body", "Sha256") VALUES ('r{number}', 'r{number}-web', 1, 1579082400000, '{body}', '{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body)))}')""";
        })]);
    }

    private static Task CaughtAsync(JobTrap trap, Task<HttpStatusCode>? asked = null) => UntilAsync(() =>
    {
        Assert.True(asked is not { IsCompleted: true }, "It was over before.");
        return trap.HasCaughtAsync();
    });

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        var since = System.Diagnostics.Stopwatch.StartNew();
        while (!await isSo())
        {
            Assert.True(since.Elapsed < Patience.Limit, "It did not come to it.");
            await Task.Delay(5, Cancelled);
        }
    }
}
