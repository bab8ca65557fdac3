using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json.Nodes;
using Dialog.Bot.Channels;
using Dialog.Bot.Store;
using Dialog.Core.Assignments;
using Dialog.Core.Interviews;

namespace Dialog.Bot.Turns;

/// <summary>
/// All that is stored about one person (GDPR articles 15 and 17): told in full, and erased but for what has to be kept. Joined records are one person, whichever
/// of them is named. A text that was approved or has gone out is a public record: the assignment, its answers, drafts and decisions stay, without the talk that
/// led there and without who the person is beyond what the text itself says.
/// </summary>
internal sealed class PersonalData(Database database, TimeProvider time)
{
    /// <summary>An approved or published draft makes its assignment, the row named <c>a</c>, a record; also when the text was taken away again.</summary>
    public const string IsRecord = """
        (EXISTS (SELECT 1 FROM "Drafts" d WHERE d."AssignmentId" = a."Id" AND d."Status" IN ('Approved', 'Scheduled', 'Published', 'Corrected'))
        OR EXISTS (SELECT 1 FROM "Records" f WHERE f."AssignmentId" = a."Id"))
        """;

    private const string WhyKept = "The text was approved or has gone out: a public record. The talk and who the person is are erased; the text stays as it was published.";

    /// <summary>Columns that hold JSON of the program's own. What people wrote may look like it, and is told as they wrote it.</summary>
    private static readonly FrozenSet<string> Documents = new[] { "Body", "State", "Plan", "Absences", "RoomData", "By", "Door" }.ToFrozenSet();

    /// <summary>Somebody's decisions about others' texts; of the text itself, which is another's, nothing.</summary>
    public const string Decisions = """FROM "Reviews" r JOIN "Assignments" a ON a."Id" = r."AssignmentId" WHERE a."PersonId" <> $1 AND r."Body" LIKE '%"personId":"' || $1 || '"%'""";

    /// <summary>What is stored by the person, and how the rows are found; <c>$1</c> is the person.</summary>
    private static readonly (string Name, string Sql)[] Tables =
    [
        ("person", """SELECT * FROM "People" WHERE "Id" = $1"""),
        ("addresses", """SELECT * FROM "Addresses" WHERE "PersonId" = $1"""),
        ("assignments", """SELECT * FROM "Assignments" WHERE "PersonId" = $1"""),
        ("answers", """SELECT r.* FROM "Answers" r JOIN "Assignments" a ON a."Id" = r."AssignmentId" WHERE a."PersonId" = $1"""),
        ("drafts", """SELECT r.* FROM "Drafts" r JOIN "Assignments" a ON a."Id" = r."AssignmentId" WHERE a."PersonId" = $1"""),
        ("reviews", """SELECT r.* FROM "Reviews" r JOIN "Assignments" a ON a."Id" = r."AssignmentId" WHERE a."PersonId" = $1"""),
        ("decisions", $"""SELECT r.* {Decisions} ORDER BY r."Seq" """),
        ("edits", """SELECT r."Id", r."Revision", r."Outlet", r."Kind", r."At" FROM "Drafts" r JOIN "Assignments" a ON a."Id" = r."AssignmentId" WHERE a."PersonId" <> $1 AND r."By" LIKE '%"personId":"' || $1 || '"%'"""),
        ("settings", """SELECT "Kind", "Version", "At", "Restores" FROM "Settings" WHERE "By" = $1 ORDER BY "Kind", "Version" """),
        ("series", """SELECT "Id", "Body", "NextAt" FROM "Series" WHERE "Body" LIKE '%"' || $1 || '"%'"""),
        ("records", """SELECT r.* FROM "Records" r JOIN "Assignments" a ON a."Id" = r."AssignmentId" WHERE a."PersonId" = $1"""),
        ("audit", """SELECT * FROM "Audit" WHERE "By" = $1 OR "Subject" = $1 ORDER BY "Seq" """),
        ("reactions", """SELECT r.* FROM "Reactions" r JOIN "Assignments" a ON a."Id" = r."AssignmentId" WHERE a."PersonId" = $1"""),
        ("reactionGroups", """SELECT r.* FROM "ReactionGroups" r JOIN "Assignments" a ON a."Id" = r."AssignmentId" WHERE a."PersonId" = $1"""),
        ("comments", """SELECT r.* FROM "Comments" r JOIN "Assignments" a ON a."Id" = r."AssignmentId" WHERE a."PersonId" = $1 OR r."By" = $1"""),
        ("resolved", """SELECT "Id", "ResolvedAt" FROM "Comments" WHERE "ResolvedBy" = $1 ORDER BY "Id" """),
        ("openPages", """SELECT "Page", "At" FROM "OpenPages" WHERE "By" = $1"""),
        ("messages", """SELECT * FROM "Messages" WHERE "PersonId" = $1 ORDER BY "Seq" """),
        ("toldToReviewers", $"""SELECT r.* FROM "Messages" r JOIN "Assignments" a ON a."Id" = r."AssignmentId" WHERE a."PersonId" = $1 AND r."PersonId" <> $1 AND r."PersonId" NOT LIKE '{MessageRow.Nobody}%' ORDER BY r."Seq" """),
        ("outbox", """SELECT * FROM "Outbox" WHERE "PersonId" = $1 ORDER BY "Seq" """),
        ("due", """SELECT * FROM "Due" WHERE "PersonId" = $1"""),
        ("mail", """SELECT * FROM "Mail" WHERE "PersonId" = $1"""),
        ("joins", """SELECT * FROM "Joins" WHERE "PersonId" = $1 OR "Into" = $1"""),
        ("signOuts", """SELECT "At" FROM "SignOuts" WHERE "Owner" = $1"""),
        ("calendars", """SELECT "Owner", "CreatedAt" FROM "Feeds" WHERE "Owner" = $1"""),
        ("conversation", """SELECT * FROM "Conversations" WHERE "PersonId" = $1"""),
    ];

    /// <summary>Everything, by table; null when nobody has that id.</summary>
    public Task<JsonObject?> ReadAsync(string personId, CancellationToken cancellationToken) => database.ReadAsync<JsonObject?>(
        async (session, token) =>
        {
            var all = new JsonObject();
            var records = await Joins.RecordsAsync(session, personId, token);
            foreach (var (name, sql) in Tables)
            {
                var rows = new List<JsonObject>();
                foreach (var record in records)
                {
                    rows.AddRange(await session.ListAsync(sql, [record], Json, token));
                }

                all[name] = new JsonArray([.. rows.DistinctBy(row => row.ToJsonString())]);
            }

            return all["person"] is JsonArray { Count: 0 } ? null : all;
        },
        cancellationToken);

    /// <summary>The same, handed out: the audit log says to whom.</summary>
    public async Task<JsonObject?> TellAsync(string personId, CancellationToken cancellationToken)
    {
        personId = await Joins.FollowAsync(database, personId, cancellationToken);
        var all = await ReadAsync(personId, cancellationToken);
        if (all is not null)
        {
            await database.TellAsync(new Deed("export", "person", personId), time.GetUtcNow(), cancellationToken);
        }

        return all;
    }

    /// <summary>Erases in one transaction; null when nobody has that id.</summary>
    public Task<Erasure?> EraseAsync(string personId, CancellationToken cancellationToken)
    {
        var door = Door.Current;
        return database.WriteAsync((session, token) => EraseAsync(session, personId, door, token), cancellationToken);
    }

    /// <summary>The same within a transaction.</summary>
    public async Task<Erasure?> EraseAsync(Session session, string personId, Door door, CancellationToken token)
    {
        var all = await Joins.RecordsAsync(session, personId, token);
        if (await People.FindAsync(session, all[0], token) is null)
        {
            return null;
        }

        var (erased, kept, series) = (new List<string>(), new List<Kept>(), new List<string>());
        foreach (var record in all)
        {
            series.AddRange(await SeriesOfAsync(session, record, token));
        }

        if (series.Count > 0)
        {
            return new Erasure([], [], [.. series.Distinct()]);
        }

        foreach (var record in all)
        {
            var (gone, stays) = await EraseRecordAsync(session, record, door, token);
            erased.AddRange(gone);
            kept.AddRange(stays);
        }

        return new Erasure(erased, kept, []);
    }

    /// <summary>The series the person takes part in.</summary>
    public static Task<List<string>> SeriesOfAsync(Session session, string personId, CancellationToken cancellationToken) =>
        session.ListAsync("""SELECT "Id" FROM "Series" WHERE "Body" LIKE $1""", [$"%\"{personId}\"%"], row => row.GetString(0), cancellationToken);

    /// <summary>No talk remembers anything of these assignments, and what reviewers were told about them is gone from theirs. A talk is written once, of however many people's it knows.</summary>
    public static async Task ForgetAsync(Session session, IReadOnlyList<(string Id, string PersonId)> assignments, CancellationToken cancellationToken)
    {
        var talks = new SortedSet<string>(assignments.Select(assignment => assignment.PersonId), StringComparer.Ordinal);
        foreach (var (id, personId) in assignments)
        {
            talks.UnionWith(await session.ListAsync(
                """
                SELECT "PersonId" FROM "Conversations" WHERE "PersonId" <> $1 AND "State" LIKE $2 AND ("PersonId" IN (SELECT "Id" FROM "People" WHERE "Roles" NOT IN ('respondent', ''))
                OR "PersonId" IN (SELECT "PersonId" FROM "Messages" WHERE "AssignmentId" = $3) OR "PersonId" IN (SELECT "PersonId" FROM "Assignments" WHERE "Id" = $4))
                """,
                [personId, $"%\"assignmentId\":\"{id}\"%", id, StandIn.IdFor(id)],
                row => row.GetString(0),
                cancellationToken));
            session.Write($"""DELETE FROM "Messages" WHERE "AssignmentId" = $2 AND "PersonId" <> $1 AND "PersonId" NOT LIKE '{MessageRow.Nobody}%'""", personId, id);
        }

        var forgotten = assignments.Select(assignment => assignment.Id).ToHashSet();
        foreach (var talk in talks)
        {
            await ConversationRow.ForgetAsync(session, talk, forgotten, cancellationToken);
        }
    }

    /// <summary>An assignment that is no record goes with all that was said and written for it.</summary>
    public static void Remove(Session session, string assignmentId)
    {
        foreach (var table in (string[])["Answers", "Drafts", "Reviews", "Reactions", "ReactionGroups", "Comments", "Messages"])
        {
            session.Write($"""DELETE FROM "{table}" WHERE "AssignmentId" = $1""", assignmentId);
        }

        session.Write("""DELETE FROM "Assignments" WHERE "Id" = $1""", assignmentId);
    }

    private async Task<(List<string> Erased, List<Kept> Kept)> EraseRecordAsync(Session session, string personId, Door door, CancellationToken token)
    {
        var records = await session.ListAsync($"""SELECT "Id", "Topic" FROM "Assignments" a WHERE "PersonId" = $1 AND {IsRecord}""", [personId], row => new Kept(row.GetString(0), row.GetString(1), WhyKept), token);
        var erased = await session.ListAsync($"""SELECT "Id" FROM "Assignments" a WHERE "PersonId" = $1 AND NOT {IsRecord}""", [personId], row => row.GetString(0), token);
        var forgotten = records.Select(record => record.AssignmentId).Concat(erased).ToList();
        await ForgetAsync(session, forgotten.ConvertAll(id => (id, personId)), token);
        await ForgetOnItsWayAsync(session, personId, forgotten, token);
        await StandIns.ForgetAsync(session, forgotten, token);
        foreach (var assignment in erased)
        {
            Remove(session, assignment);
        }

        // Whoever opens the chat again is somebody new, and greeted as such.
        foreach (var address in await session.ListAsync(
            """SELECT "Channel", "Workspace", "User" FROM "Addresses" WHERE "PersonId" = $1""", [personId], row => new Address(row.GetString(0), row.GetString(1), row.GetString(2)), token))
        {
            session.Write("""DELETE FROM "Inbox" WHERE "Key" = $1""", address.ArrivedKey());
        }

        foreach (var table in (string[])["Addresses", "Conversations", "Messages", "Outbox", "Due", "Mail", "JoinCodes"])
        {
            session.Write($"""DELETE FROM "{table}" WHERE "PersonId" = $1""", personId);
        }

        session.Write("""DELETE FROM "Comments" WHERE "AssignmentId" IN (SELECT "Id" FROM "Assignments" WHERE "PersonId" = $1)""", personId);
        session.Write("""UPDATE "Comments" SET "By" = NULL WHERE "By" = $1""", personId);
        session.Write("""UPDATE "Comments" SET "ResolvedBy" = NULL WHERE "ResolvedBy" = $1""", personId);
        session.Write("""DELETE FROM "OpenPages" WHERE "By" = $1""", personId);
        session.Write("""DELETE FROM "Joins" WHERE "PersonId" = $1 OR "Into" = $1""", personId);
        session.Write("""DELETE FROM "Feeds" WHERE "Owner" = $1""", personId);
        session.Write("""DELETE FROM "SignOuts" WHERE "Owner" = $1""", personId);
        session.Write(
            records.Count == 0
                ? """DELETE FROM "People" WHERE "Id" = $1"""
                : """UPDATE "People" SET "Name" = NULL, "Title" = NULL, "Email" = NULL, "Roles" = '', "Absences" = NULL, "Hours" = NULL WHERE "Id" = $1""",
            personId);
        session.Tell(door, new Deed("erase", "person", personId, $"assignments {erased.Count} kept {records.Count}"), time.GetUtcNow());
        return (erased, records);
    }

    /// <summary>What was, or is to be, sent or mailed to reviewers about these assignments of a person.</summary>
    private static async Task ForgetOnItsWayAsync(Session session, string personId, IEnumerable<string> assignments, CancellationToken cancellationToken)
    {
        foreach (var assignment in assignments)
        {
            var like = $"%\"assignmentId\":\"{assignment}\"%";
            session.Write("""DELETE FROM "Outbox" WHERE "PersonId" <> $1 AND "Body" LIKE $2""", personId, like);
            foreach (var table in (string[])["Outbox", "Messages"])
            {
                session.Write($"""DELETE FROM "{table}" WHERE "PersonId" <> $1 AND "Body" LIKE '%"about":[%' AND "Body" LIKE $2""", personId, $"%\"{assignment}\"%");
            }

            foreach (var (seq, mail) in await session.ListAsync(
                """SELECT "Seq", "Body" FROM "Mail" WHERE "PersonId" <> $1 AND "Body" LIKE $2""", [personId, like], row => (row.GetInt64(0), StateJson.Read<Incoming>(row.GetString(1))), cancellationToken))
            {
                if (mail is Incoming.ReviewAsked or Incoming.ReviewSettled or Incoming.ReviewRefused or Incoming.EditorTold)
                {
                    session.Write("""DELETE FROM "Mail" WHERE "Seq" = $1""", seq);
                }
            }
        }
    }

    /// <summary>A row as it is stored; what is stored as JSON is told as JSON, instants in ISO 8601.</summary>
    private static JsonObject Json(Row reader)
    {
        var row = new JsonObject();
        for (var column = 0; column < reader.FieldCount; column++)
        {
            var name = reader.GetName(column);
            row[System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(name)] = reader.IsDBNull(column) ? null : reader.GetValue(column) switch
            {
                long number when name.EndsWith("At", StringComparison.Ordinal) || name is "CopyDeadline" => DateTimeOffset.FromUnixTimeMilliseconds(number).ToString("o", CultureInfo.InvariantCulture),
                string document when Documents.Contains(name) && document is ['{' or '[', ..] => JsonNode.Parse(document),
                string text => text,
                var value => JsonValue.Create(Convert.ToInt64(value, CultureInfo.InvariantCulture)),
            };
        }

        return row;
    }
}

/// <summary>What became of an erasure.</summary>
/// <param name="Erased">Assignments that are gone, with all that was said and written for them.</param>
/// <param name="Kept">Assignments that are public records.</param>
/// <param name="Series">Series the person takes part in; then nothing was erased.</param>
internal sealed record Erasure(IReadOnlyList<string> Erased, IReadOnlyList<Kept> Kept, IReadOnlyList<string> Series);

/// <summary>An assignment that stays.</summary>
/// <param name="AssignmentId">Which.</param>
/// <param name="Topic">What it was about.</param>
/// <param name="Reason">Why it stays.</param>
internal sealed record Kept(string AssignmentId, string Topic, string Reason);
