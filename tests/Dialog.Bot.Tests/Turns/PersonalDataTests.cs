using Dialog.Bot.Channels;
using Dialog.Bot.Store;
using Dialog.Bot.Tests.Support;
using Dialog.Bot.Trust;
using Dialog.Bot.Turns;
using Dialog.Core.Access;
using Dialog.Core.Drafts;
using Dialog.Core.Interviews;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dialog.Bot.Tests.Turns;

public sealed class PersonalDataTests
{
    private const string Canary = "kanariefågeln sjunger";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Everything_somebody_said_is_told_and_then_gone()
    {
        await using var house = await House.BuildAsync();
        await house.SayAsync($"jag vill skriva om {Canary}", "e1");
        var personId = await PersonAsync(house);

        var told = (await house.PersonalData.ReadAsync(personId, Cancelled))!;
        var erasure = (await house.PersonalData.EraseAsync(personId, Cancelled))!;

        Assert.Contains(Canary, told["messages"]!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }), StringComparison.Ordinal);
        Assert.Equal("U1", (string?)told["addresses"]![0]!["user"]);
        Assert.Single(erasure.Erased);
        Assert.Empty(erasure.Kept);
        Assert.Equal(["Inbox"], await HoldersAsync(house));
        Assert.Null(await house.PersonalData.ReadAsync(personId, Cancelled));
        Assert.Null(await house.PersonalData.EraseAsync(personId, Cancelled));
    }

    [Fact]
    public async Task A_text_that_was_approved_stays_and_nothing_else_says_whose_it_was()
    {
        await using var house = await House.BuildAsync();
        await house.SayAsync($"jag vill skriva om {Canary}", "e1");
        var personId = await PersonAsync(house);
        await using (var db = house.OpenStore())
        {
            var assignment = await db.Assignments.SingleAsync(Cancelled);
            db.Add(new DraftRow { Id = "d1", Revision = 1, AssignmentId = assignment.Id, Outlet = "web", Body = $$"""{"text":"{{Canary}}"}""", Hash = "h", Status = DraftStatus.Approved, Kind = DraftRevisionKind.Composed, At = house.Clock.GetUtcNow() });
            await db.People.ExecuteUpdateAsync(person => person.SetProperty(p => p.Name, "Kanarie Fågelsson"), Cancelled);
            await db.SaveChangesAsync(Cancelled);
        }

        var erasure = (await house.PersonalData.EraseAsync(personId, Cancelled))!;

        Assert.Empty(erasure.Erased);
        Assert.Equal(Canary, Assert.Single(erasure.Kept).Topic, ignoreCase: true);
        Assert.Equal(["Assignments", "Drafts", "Inbox", "SearchTexts"], await HoldersAsync(house));
        await using var after = house.OpenStore();
        Assert.Null((await after.People.SingleAsync(Cancelled)).Name);
    }

    [Fact]
    public async Task Who_changed_settings_and_ended_a_comment_is_told_so()
    {
        await using var house = await House.BuildAsync();
        var editor = (await house.AddPersonAsync("U9", "editor")).Id;
        await using (var db = house.OpenStore())
        {
            db.Add(new SettingRow { Kind = SettingRow.Questions, Version = 1, Body = """{"what":"ever"}""", At = house.Clock.GetUtcNow(), By = editor });
            db.Add(new SettingRow { Kind = SettingRow.Questions, Version = 2, At = house.Clock.GetUtcNow(), By = "somebody else", Restores = 1 });
            db.Add(new CommentRow { Id = "c1", AssignmentId = "a1", DraftId = "d1", Quote = "", Before = "", After = "", Text = "Stämmer det?", At = house.Clock.GetUtcNow(), ResolvedBy = editor });
            await db.SaveChangesAsync(Cancelled);
        }

        var told = (await house.PersonalData.ReadAsync(editor, Cancelled))!;

        var setting = Assert.Single(told["settings"]!.AsArray())!;
        Assert.Equal(("questions", 1L, "2027-02-05T08:05:00.0000000+00:00"), ((string?)setting["kind"], (long)setting["version"]!, (string?)setting["at"]));
        Assert.Null(setting["body"]);
        Assert.Equal("c1", (string?)Assert.Single(told["resolved"]!.AsArray())!["id"]);
        Assert.Empty(told["comments"]!.AsArray());
        Assert.All(["sv", "en"], language => Assert.Equal(told.Count, told.Select(table => MyDataTexts.Of(language).Name(table.Key)).Distinct().Count()));
    }

    /// <summary>What a store only marks as free is still read by whoever finds the disk.</summary>
    [Fact]
    public async Task After_the_night_no_byte_of_it_is_in_the_files()
    {
        Assert.SkipWhen(TestStore.IsPostgreSql, "PostgreSQL's own vacuum does it there.");
        await using var house = await House.BuildAsync();
        await house.SayAsync($"jag vill skriva om {Canary}", "e1");
        foreach (var (line, number) in Enumerable.Repeat($"{string.Concat(Enumerable.Repeat("Vi bygger om. ", 300))} Vi gör det för att {Canary} varje morgon.", 4).Append("klar").Select((line, number) => (line, number)))
        {
            await house.SayAsync(line, $"said {number}");
        }

        Assert.True(house.StoreContains("narief"));
        await house.PersonalData.EraseAsync(await PersonAsync(house), Cancelled);
        await house.RetainAsync();

        Assert.False(house.StoreContains("narief"));
    }

    /// <summary>An earlier version only marked as free what it removed.</summary>
    [Fact]
    public async Task What_an_earlier_version_removed_is_gone_when_the_file_is_written_anew()
    {
        Assert.SkipWhen(TestStore.IsPostgreSql, "The server's administrator does it there.");
        await using var house = await House.BuildAsync();
        await house.SayAsync("hej", "e1");
        await using (var connection = new Microsoft.Data.Sqlite.SqliteConnection(house.Services.GetRequiredService<StorageOptions>().SqliteConnection))
        {
            await connection.OpenAsync(Cancelled);
            await using var command = connection.CreateCommand();
            command.CommandText = $"PRAGMA secure_delete=OFF; CREATE TABLE Old (Text TEXT); INSERT INTO Old VALUES ('{string.Concat(Enumerable.Repeat($"{Canary}. ", 2000))}'); DROP TABLE Old";
            await command.ExecuteNonQueryAsync(Cancelled);
        }

        await house.RetainAsync();
        Assert.True(house.StoreContains("narief"));

        Assert.True(await house.Database.RewriteAsync(Cancelled));

        Assert.False(house.StoreContains("narief"));
        Assert.True((await house.SayAsync("hej igen", "e2")).New);
    }

    [Theory]
    [InlineData("""["\ud800"]""")]
    [InlineData("""{"a": 1, "a": 2}""")]
    [InlineData("[1,  2]")]
    public async Task What_looks_like_a_document_is_told_as_it_was_written(string words)
    {
        await using var house = await House.BuildAsync();
        await house.SayAsync(words, "e1");

        var told = System.Text.Json.Nodes.JsonNode.Parse((await house.PersonalData.ReadAsync(await PersonAsync(house), Cancelled))!.ToJsonString())!;

        Assert.Contains(words, told["messages"]!.AsArray().Select(line => line!["text"]).Where(text => text!.GetValueKind() == System.Text.Json.JsonValueKind.String).Select(text => (string)text!));
        Assert.IsType<System.Text.Json.Nodes.JsonObject>(told["conversation"]![0]!["state"]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_reviewers_were_told_of_somebody_is_told_and_goes_too(bool isRecord)
    {
        await using var house = await House.BuildAsync();
        var approver = (await house.People.AddAsync("Sara Ek", null, ["approver"], "sv", "Europe/Stockholm", [new Address(Address.Slack, "T1", "V9")], Cancelled))!.Id;
        var assignment = await house.InterviewedAsync("Vi gör det eftersom kanariefåglarna fastnade varje morgon i februari och folk kom för sent till jobbet.");
        var personId = (await house.Desk.FindAsync(assignment, Cancelled))!.PersonId;
        await CarryAsync();
        await EditAsync("Kanariefåglarna fastnade varje morgon.");
        await CarryAsync();
        if (isRecord)
        {
            await house.ReviewAsync($"{assignment}-x", ReviewAction.Approve);
        }

        await EditAsync("Kanariefåglarna fastnade varje kväll.");
        Assert.Superset(new HashSet<string>(["Conversations", "Mail", "Messages", "Outbox"]), (await HoldersAsync(house, approver)).ToHashSet());
        await using var db = house.OpenStore();
        Assert.DoesNotContain(approver, await MessageRow.Transcript(db, assignment).Select(line => line.PersonId).ToListAsync(Cancelled));

        var told = (await house.PersonalData.ReadAsync(personId, Cancelled))!["toldToReviewers"]!.AsArray();
        Assert.NotEmpty(told);
        Assert.All(told, line => Assert.Contains("Mattias Jansson", (string)line!["text"]!, StringComparison.Ordinal));
        var erasure = (await house.PersonalData.EraseAsync(personId, Cancelled))!;

        Assert.Equal(isRecord ? 1 : 0, erasure.Kept.Count);
        var holders = await HoldersAsync(house);
        Assert.Equal(isRecord, holders.Contains("Drafts"));
        Assert.Empty(isRecord ? holders.Intersect(["Conversations", "Mail", "Messages", "Outbox", "People"]) : holders.Except(["Inbox"]));
        Assert.Empty((await HoldersAsync(house, approver)).Except(["Inbox"]));
        Assert.True((await house.SayAsync("hej", "after", "V9")).New);
        await CarryAsync();

        Task CarryAsync() => house.Postman.CarryAsync(Cancelled);

        async Task EditAsync(string text) => Assert.Null(await house.Reviews.OrderAsync(new ReviewOrder($"{assignment}-web", ReviewAction.Edit, Actor.Desk) { Text = text }, Cancelled));
    }

    [Theory]
    [InlineData("sv", "radera mina uppgifter", "Beslut du har tagit om andras texter står kvar")]
    [InlineData("en", "erase my data", "Decisions you took about others' texts stay")]
    public async Task What_somebody_decided_about_others_texts_is_told_and_stays_and_is_said_to(string language, string wish, string said)
    {
        await using var house = await House.BuildAsync();
        var approver = (await house.People.AddAsync("Sara Ek", null, ["editor", "approver"], language, "Europe/Stockholm", [new Address(Address.Slack, "T1", "V9")], Cancelled))!.Id;
        Assert.DoesNotContain(said, (await house.SayAsync(wish, "e0", "V9")).Replies.Single().Text, StringComparison.Ordinal);
        await house.SayAsync(language == "sv" ? "nej" : "no", "e1", "V9");
        var assignment = await house.InterviewedAsync();
        await OrderAsync(new ReviewOrder($"{assignment}-web", ReviewAction.Edit, Actor.Desk with { PersonId = approver }) { Text = "Bussarna fastnade varje kväll." });
        await OrderAsync(new ReviewOrder($"{assignment}-web", ReviewAction.RequestChanges, Actor.Desk with { PersonId = approver }) { Comment = "Skriv om kanariefåglarna." });
        await using var db = house.OpenStore();
        db.Add(new SeriesRow { Id = "s1", Body = $$"""{"people":["{{approver}}"]}""", DoneUntil = house.Clock.GetUtcNow() });
        await db.SaveChangesAsync(Cancelled);

        var told = (await house.PersonalData.ReadAsync(approver, Cancelled))!;

        Assert.Contains(told["decisions"]!.AsArray(), decision => (string?)decision!["body"]!["comment"] == "Skriv om kanariefåglarna.");
        Assert.Equal($"{assignment}-web", (string?)Assert.Single(told["edits"]!.AsArray())!["id"]);
        Assert.DoesNotContain("kväll", told["edits"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal("s1", (string?)Assert.Single(told["series"]!.AsArray())!["id"]);
        var respondent = (await house.PersonalData.ReadAsync((await house.Desk.FindAsync(assignment, Cancelled))!.PersonId, Cancelled))!;
        Assert.Empty(respondent["decisions"]!.AsArray());
        Assert.NotEmpty(respondent["reviews"]!.AsArray());
        await db.Series.ExecuteDeleteAsync(Cancelled);
        Assert.Contains((await house.SayAsync(wish, "e2", "V9")).Replies, reply => reply.Text.Contains(said, StringComparison.Ordinal));

        async Task OrderAsync(ReviewOrder order) => Assert.Null(await house.Reviews.OrderAsync(order, Cancelled));
    }

    [Fact]
    public async Task Who_writes_again_after_that_is_somebody_new()
    {
        await using var house = await House.BuildAsync();
        await house.SayAsync("hej", "e1");
        var before = await PersonAsync(house);
        await house.PersonalData.EraseAsync(before, Cancelled);

        await house.SayAsync("hej", "e2");

        Assert.NotEqual(before, await PersonAsync(house));
    }

    [Theory]
    [InlineData("web", "web", "web:arrived:visitor-1")]
    [InlineData("slack", "T1", "slack:arrived:T1:visitor-1")]
    public async Task Who_opens_the_chat_again_after_that_is_greeted_as_somebody_new(string channel, string workspace, string key)
    {
        await using var house = await House.BuildAsync();
        var address = new Address(channel, workspace, "visitor-1");
        Assert.Equal(key, address.ArrivedKey());
        Assert.Single((await ArriveAsync()).Replies);
        Assert.Empty((await ArriveAsync()).Replies);
        await house.PersonalData.EraseAsync(await PersonAsync(house), Cancelled);

        Assert.Single((await ArriveAsync()).Replies);

        Task<TurnOutcome> ArriveAsync() =>
            house.Turns.TakeAsync(new Arrival(address, new Room("D1"), new Incoming.Arrived { Key = address.ArrivedKey(), At = house.Clock.GetUtcNow() }), Cancelled);
    }

    [Fact]
    public async Task The_person_has_it_all_erased_in_the_talk()
    {
        await using var house = await House.BuildAsync();
        await house.SayAsync($"jag vill skriva om {Canary}", "e1");
        await house.SayAsync("radera mina uppgifter", "e2");
        await house.SayAsync("ja", "e3");
        await house.TickAsync();
        Assert.NotEqual(["Inbox"], await HoldersAsync(house));

        house.Clock.Advance(TimeSpan.FromMinutes(1));
        await house.TickAsync();

        Assert.Equal(["Inbox"], await HoldersAsync(house));
        await using var db = house.OpenStore();
        Assert.False(await db.Due.AnyAsync(Cancelled));
        Assert.Equal(["askErasure slack respondent", "erase clock "], await db.Audit.Where(a => a.Action == "askErasure" || a.Action == "erase").OrderBy(a => a.Seq).Select(a => $"{a.Action} {a.Door} {a.Role}").ToListAsync(Cancelled));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Two_records_that_were_joined_are_one_person_whichever_is_named(bool namesTheOneThatWasLeft)
    {
        await using var house = await House.BuildAsync();
        var (left, stands) = (await JoinedAsync(house), await StandsAsync(house));
        var named = namesTheOneThatWasLeft ? left : stands;

        var told = (await house.PersonalData.TellAsync(named, Cancelled))!;
        Assert.Equal([stands, left], told["person"]!.AsArray().Select(person => (string)person!["id"]!));
        Assert.Equal(["U1", "U2"], told["addresses"]!.AsArray().Select(address => (string)address!["user"]!).Order(StringComparer.Ordinal));
        Assert.Single(told["joins"]!.AsArray());
        Assert.Single((await house.PersonalData.EraseAsync(named, Cancelled))!.Erased);

        Assert.Equal(["Inbox"], await HoldersAsync(house));
        await using var db = house.OpenStore();
        Assert.False(await db.People.AnyAsync(Cancelled));
        Assert.Equal(["export", "erase", "erase"], await db.Audit.Where(a => a.Action == "export" || a.Action == "erase").OrderBy(a => a.Seq).Select(a => a.Action).ToListAsync(Cancelled));
    }

    [Fact]
    public async Task Records_that_were_taken_apart_again_are_two_persons()
    {
        await using var house = await House.BuildAsync();
        var (left, stands) = (await JoinedAsync(house), await StandsAsync(house));
        await house.RunAsync("""UPDATE "Joins" SET "PartedAt" = 2""");

        Assert.NotNull(await house.PersonalData.EraseAsync(left, Cancelled));

        await using var db = house.OpenStore();
        Assert.Equal(stands, (await db.People.SingleAsync(Cancelled)).Id);
    }

    [Fact]
    public async Task An_erasure_that_is_cut_off_is_whole_or_not_at_all()
    {
        await using var house = await House.BuildAsync();
        await house.SayAsync($"jag vill skriva om {Canary}", "e1");
        var personId = await PersonAsync(house);
        var before = await HoldersAsync(house);
        await house.BreakAsync("Audit");

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => house.PersonalData.EraseAsync(personId, Cancelled));

        Assert.Equal(before, await HoldersAsync(house));
    }

    /// <summary>U2, who wants to write, becomes one with U1; the id that was left.</summary>
    private static async Task<string> JoinedAsync(House house)
    {
        var stands = await house.AddPersonAsync("U1");
        var left = await house.AddPersonAsync("U2");
        await house.SayAsync($"jag vill skriva om {Canary}", "e1", "U2");
        await house.Database.WriteAsync(
            async (session, token) =>
            {
                await Joins.JoinAsync(session, left, stands.Id, house.Clock.GetUtcNow(), token);
                return true;
            },
            Cancelled);
        return left.Id;
    }

    private static async Task<string> StandsAsync(House house)
    {
        await using var db = house.OpenStore();
        return (await db.Joins.SingleAsync(Cancelled)).Into;
    }

    private static async Task<string> PersonAsync(House house)
    {
        await using var db = house.OpenStore();
        return (await db.People.SingleAsync(Cancelled)).Id;
    }

    /// <summary>The tables in which something of what the person said, or is called, can be found. The keys of events are kept for a week.</summary>
    private static async Task<IReadOnlyList<string>> HoldersAsync(House house, string? inRowsOf = null)
    {
        await using var db = house.OpenStore();
        var holders = new List<string>();
        foreach (var table in db.Model.GetEntityTypes().Select(type => type.GetTableName()!).Distinct().Order(StringComparer.Ordinal))
        {
            var rows = await house.Database.ReadAsync(
                (session, token) => session.ListAsync(
                    $"""SELECT * FROM "{table}" """,
                    [],
                    row => string.Join('|', Enumerable.Range(0, row.FieldCount).Select(column => row.GetValue(column).ToString())),
                    token),
                Cancelled);
            if (rows.Where(row => inRowsOf is null || row.Contains(inRowsOf, StringComparison.Ordinal)).Any(row => row.Contains("kanarie", StringComparison.OrdinalIgnoreCase) || row.Contains("U1", StringComparison.Ordinal) || row.Contains("Mattias", StringComparison.Ordinal) || table == "Inbox"))
            {
                holders.Add(table);
            }
        }

        return holders;
    }
}
