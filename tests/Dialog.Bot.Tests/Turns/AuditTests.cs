using System.Data.Common;
using System.Globalization;
using Dialog.Bot.Store;
using Dialog.Bot.Tests.Support;
using Dialog.Core.Access;
using Microsoft.EntityFrameworkCore;

namespace Dialog.Bot.Tests.Turns;

/// <summary>Who did what is told, in the transaction of what was done; and nobody changes it afterwards unseen.</summary>
public sealed class AuditTests
{
    private const string Canary = "kanariefågeln";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Decisions_are_told_with_who_and_through_which_door_and_nobodys_words_are()
    {
        await using var house = await House.BuildAsync();
        Door.Enter(new Door("api", PersonId: null, "desk"));
        var assignment = await house.InterviewedAsync($"Vi gör det eftersom {Canary} fastnade varje morgon i februari och folk kom för sent.");
        await house.ReviewAsync($"{assignment}-web", ReviewAction.Approve, $"Fint om {Canary}");
        await house.ReviewAsync($"{assignment}-web", ReviewAction.Publish);

        await using var db = house.OpenStore();
        var person = (await db.People.SingleAsync(Cancelled)).Id;
        var told = (await db.Audit.OrderBy(a => a.Seq).ToListAsync(Cancelled)).ConvertAll(a => $"{a.Door} {a.Role} {(a.By == person ? "person" : a.By)} {a.Action} {a.Kind}");
        Assert.Equal("api desk  add person", told[0]);
        Assert.Contains("api desk  open assignment", told);
        Assert.Contains("slack respondent person submitted assignment", told);
        Assert.Contains("slack respondent person compose draft", told);
        Assert.Contains("api desk  approve draft", told);
        Assert.Equal(["api desk  publish draft", "api desk  fix draft"], told.Where(line => line.EndsWith("publish draft", StringComparison.Ordinal) || line.EndsWith("fix draft", StringComparison.Ordinal)));
        Assert.DoesNotContain(told, line => line.Contains("inProgress", StringComparison.Ordinal));
        var rows = await house.Database.ReadAsync((session, token) => session.ListAsync("""SELECT * FROM "Audit" """, [], Line, token), Cancelled);
        Assert.DoesNotContain(rows, row => row.Contains(Canary, StringComparison.OrdinalIgnoreCase) || row.Contains("Mattias", StringComparison.Ordinal) || row.Contains("U1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_cannot_be_told_is_not_done()
    {
        await using var house = await House.BuildAsync();
        var person = await house.AddPersonAsync();
        await house.BreakAsync("Audit");

        await Assert.ThrowsAnyAsync<DbException>(() => house.Assignments.OpenAsync(House.Assignment(person.Id), requestKey: null, Cancelled));

        await using var db = house.OpenStore();
        Assert.False(await db.Assignments.AnyAsync(Cancelled));
        Assert.False(await db.Outbox.AnyAsync(Cancelled));
    }

    [Fact]
    public async Task Each_entry_has_its_place_however_many_seal()
    {
        await using var house = await House.BuildAsync();
        await TellAsync(house, 700);
        var sealers = Enumerable.Range(0, 4).Select(_ => house.RivalSealer()).Append(house.Sealer).ToList();

        await Task.WhenAll(sealers.Select(sealer => sealer.SealAsync(Cancelled)));

        var verdict = await house.Verifier.VerifyAsync(noted: null, Cancelled);
        Assert.Empty(verdict.Faults);
        Assert.Equal((700, 0), (verdict.Head.Number, verdict.Unsealed));
    }

    [Fact]
    public async Task What_is_not_sealed_yet_is_no_fault()
    {
        await using var house = await House.BuildAsync();
        await TellAsync(house, 3);
        await house.Sealer.SealAsync(Cancelled);
        await TellAsync(house, 2);

        var verdict = await house.Verifier.VerifyAsync(noted: null, Cancelled);

        Assert.Empty(verdict.Faults);
        Assert.Equal((3, 2), (verdict.Head.Number, verdict.Unsealed));
    }

    [Theory]
    [InlineData("""UPDATE "Audit" SET "By" = 'somebody else' WHERE "Number" = 5""", "Entry 5 (seq 5) was changed")]
    [InlineData("""UPDATE "Audit" SET "At" = "At" + 1 WHERE "Number" = 1""", "Entry 1 (seq 1) was changed")]
    [InlineData("""UPDATE "Audit" SET "Detail" = 'x' WHERE "Number" = 10""", "Entry 10 (seq 10) was changed")]
    [InlineData("""UPDATE "Audit" SET "Seq" = 99 WHERE "Number" = 7""", "Entry 7 (seq 99) was changed")]
    [InlineData("""UPDATE "Audit" SET "Hash" = "Previous" WHERE "Number" = 4""", "Entry 4 (seq 4) was changed")]
    [InlineData("""DELETE FROM "Audit" WHERE "Number" = 6""", "Entry 6 is missing")]
    [InlineData("""DELETE FROM "Audit" WHERE "Number" IN (1, 2)""", "Entries 1 to 2 are missing")]
    [InlineData("""UPDATE "Audit" SET "Number" = NULL WHERE "Number" = 3""", "Entry 3 is missing")]
    [InlineData("""DELETE FROM "Audit" WHERE "Number" > 8""", "Entries 9 to 10 are missing: the end was cut off")]
    [InlineData("""DELETE FROM "Audit" """, "Entries 1 to 10 are missing: the end was cut off")]
    public async Task Whoever_changes_or_removes_an_entry_is_found_out(string sql, string fault)
    {
        await using var house = await House.BuildAsync();
        await TellAsync(house, 10);
        await house.Sealer.SealAsync(Cancelled);

        await house.OpenAuditAsync();
        await house.RunAsync(sql);

        var verdict = await house.Verifier.VerifyAsync(noted: null, Cancelled);
        Assert.Contains(verdict.Faults, found => found.StartsWith(fault, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""UPDATE "Audit" SET "By" = 'somebody else' WHERE "Number" = 2""")]
    [InlineData("""UPDATE "Audit" SET "Detail" = 'x' WHERE "Number" IS NULL""")]
    [InlineData("""UPDATE "Audit" SET "Detail" = 'x', "Number" = 3, "Previous" = 'x', "Hash" = 'x' WHERE "Number" IS NULL""")]
    [InlineData("""UPDATE "Audit" SET "Number" = NULL, "Previous" = NULL, "Hash" = NULL WHERE "Number" = 2""")]
    [InlineData("""DELETE FROM "Audit" WHERE "Number" = 2""")]
    [InlineData("""DELETE FROM "Audit" WHERE "Number" IS NULL""")]
    [InlineData("""INSERT INTO "Audit" ("At", "Door", "Action", "Kind", "Subject", "Number", "Previous", "Hash") VALUES (1, 'desk', 'approve', 'draft', 'd1', 3, 'x', 'x')""")]
    [InlineData("""DELETE FROM "AuditHead" """)]
    [InlineData("""UPDATE "AuditHead" SET "Number" = 1""")]
    [InlineData("""UPDATE "AuditHead" SET "Hash" = 'x'""")]
    public async Task The_database_itself_lets_nobody_change_or_remove_an_entry(string sql)
    {
        await using var house = await House.BuildAsync();
        await TellAsync(house, 2);
        await house.Sealer.SealAsync(Cancelled);
        await TellAsync(house, 1);

        await Assert.ThrowsAnyAsync<DbException>(() => house.RunAsync(sql));

        await house.Sealer.SealAsync(Cancelled);
        var verdict = await house.Verifier.VerifyAsync(noted: null, Cancelled);
        Assert.Equal((3, 0), (verdict.Head.Number, verdict.Unsealed));
        Assert.Empty(verdict.Faults);
    }

    [Fact]
    public async Task Entries_that_changed_places_are_found_out()
    {
        await using var house = await House.BuildAsync();
        await TellAsync(house, 10);
        await house.Sealer.SealAsync(Cancelled);

        await house.OpenAuditAsync();
        await house.RunAsync("""UPDATE "Audit" SET "Number" = -4 WHERE "Number" = 4""");
        await house.RunAsync("""UPDATE "Audit" SET "Number" = 4 WHERE "Number" = 5""");
        await house.RunAsync("""UPDATE "Audit" SET "Number" = 5 WHERE "Number" = -4""");

        var verdict = await house.Verifier.VerifyAsync(noted: null, Cancelled);
        Assert.Contains(verdict.Faults, found => found.StartsWith("Entry 4 (seq 5) does not follow entry 3", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_entry_that_was_put_in_between_is_found_out()
    {
        await using var house = await House.BuildAsync();
        await TellAsync(house, 4);
        await house.Sealer.SealAsync(Cancelled);
        var second = await HashAsync(house, 2);
        await house.OpenAuditAsync();
        for (var number = 4; number >= 3; number--)
        {
            await house.RunAsync(string.Create(CultureInfo.InvariantCulture, $"""UPDATE "Audit" SET "Number" = {number + 1} WHERE "Number" = {number}"""));
        }

        await ForgeAsync(house, number: 3, second);

        var verdict = await house.Verifier.VerifyAsync(noted: null, Cancelled);
        Assert.Contains(verdict.Faults, found => found.StartsWith("Entry 4 (seq 3) does not follow entry 3", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_entry_that_was_put_in_at_the_end_is_found_out()
    {
        await using var house = await House.BuildAsync();
        await TellAsync(house, 4);
        await house.Sealer.SealAsync(Cancelled);

        await house.OpenAuditAsync();
        await ForgeAsync(house, number: 5, await HashAsync(house, 4));

        var verdict = await house.Verifier.VerifyAsync(noted: null, Cancelled);
        Assert.Equal(["Entry 5 is behind the end: nobody sealed to there."], verdict.Faults);
    }

    [Fact]
    public async Task A_chain_that_was_made_anew_does_not_go_through_the_head_that_was_noted()
    {
        await using var house = await House.BuildAsync();
        await TellAsync(house, 5);
        await house.Sealer.SealAsync(Cancelled);
        var noted = (await house.Verifier.VerifyAsync(noted: null, Cancelled)).Head;
        await TellAsync(house, 2);
        await house.Sealer.SealAsync(Cancelled);
        Assert.Empty((await house.Verifier.VerifyAsync(AuditHead.Read(noted.ToString()), Cancelled)).Faults);

        await house.OpenAuditAsync();
        await house.RunAsync("""UPDATE "Audit" SET "By" = 'somebody else' WHERE "Number" = 2""");
        await house.RunAsync("""UPDATE "Audit" SET "Number" = NULL, "Previous" = NULL, "Hash" = NULL""");
        await house.RunAsync("""DELETE FROM "AuditHead" """);
        await house.Sealer.SealAsync(Cancelled);

        Assert.Empty((await house.Verifier.VerifyAsync(noted: null, Cancelled)).Faults);
        Assert.StartsWith("Entry 5 is not the one", Assert.Single((await house.Verifier.VerifyAsync(noted, Cancelled)).Faults), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tail_that_was_cut_with_its_head_does_not_reach_the_head_that_was_noted()
    {
        await using var house = await House.BuildAsync();
        await TellAsync(house, 5);
        await house.Sealer.SealAsync(Cancelled);
        var noted = (await house.Verifier.VerifyAsync(noted: null, Cancelled)).Head;

        await house.OpenAuditAsync();
        await house.RunAsync("""DELETE FROM "Audit" WHERE "Number" > 3""");
        await house.RunAsync("""UPDATE "AuditHead" SET "Number" = 3, "Hash" = (SELECT "Hash" FROM "Audit" WHERE "Number" = 3)""");

        Assert.Equal(["Entries 4 to 5 are missing: the end was cut off."], (await house.Verifier.VerifyAsync(noted, Cancelled)).Faults);
    }

    [Theory]
    [InlineData("")]
    [InlineData("5")]
    [InlineData("5:abc")]
    [InlineData("-5:0000000000000000000000000000000000000000000000000000000000000000")]
    public void What_is_no_head_is_not_taken_for_one(string text) => Assert.Null(AuditHead.Read(text));

    private static Task TellAsync(House house, int count) => house.Database.WriteAsync(
        session =>
        {
            for (var number = 0; number < count; number++)
            {
                session.Tell(Door.Command, new Deed("try", "test", $"é{number}", "”<&>"), house.Clock.GetUtcNow());
            }
        },
        Cancelled);

    private static Task<string> HashAsync(House house, long number) => house.Database.ReadAsync(
        async (session, token) => (await session.ListAsync("""SELECT "Hash" FROM "Audit" WHERE "Number" = $1""", [number], row => row.GetString(0), token))[0],
        Cancelled);

    /// <summary>An entry whose own hash is right.</summary>
    private static async Task ForgeAsync(House house, long number, string previous)
    {
        var row = new AuditRow { Seq = 50, At = house.Clock.GetUtcNow(), Door = "desk", Action = "approve", Kind = "draft", Subject = "d1" };
        await house.Database.WriteAsync(
            session => session.Write(
                """INSERT INTO "Audit" ("Seq", "At", "Door", "Action", "Kind", "Subject", "Number", "Previous", "Hash") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)""",
                row.Seq, row.At, row.Door, row.Action, row.Kind, row.Subject, number, previous, AuditChain.HashOf(row, previous)),
            Cancelled);
    }

    private static string Line(Row row) => string.Join('|', Enumerable.Range(0, row.FieldCount).Select(column => row.GetValue(column).ToString()));
}
