using System.Security.Cryptography;
using System.Text;
using Dialog.Bot.Channels;
using Dialog.Bot.Store;
using Dialog.Core.Interviews;

namespace Dialog.Bot.Turns;

/// <summary>Makes two records of one person one, and two again, within a turn's transaction.</summary>
internal static class Joins
{
    /// <summary>Joined once more into another is followed this far.</summary>
    private const int MostSteps = 5;

    /// <summary>What a wish to join is decided by; null for any other event.</summary>
    public static async Task<JoinDesk?> DeskAsync(Session session, Incoming what, CancellationToken cancellationToken)
    {
        if (what is not Incoming.Said said || JoinWish.Read(said.Text) is not { } wish)
        {
            return null;
        }

        var other = wish.Code is null
            ? null
            : await session.FirstAsync(
                """SELECT p."Id", p."Name" FROM "JoinCodes" c JOIN "People" p ON p."Id" = c."PersonId" WHERE c."Hash" = $1 AND c."ExpiresAt" >= $2""",
                [Hash(wish.Code), what.At],
                row => new Joinable(row.GetString(0), row.TextOrNull(1)),
                cancellationToken);
        return new JoinDesk(RandomNumberGenerator.GetString(JoinWish.Letters, JoinWish.Length), other);
    }

    /// <summary>The record that stands for this one now.</summary>
    public static async Task<string> FollowAsync(Session session, string personId, CancellationToken cancellationToken)
    {
        for (var step = 0; step < MostSteps && await IntoAsync(session, personId, cancellationToken) is { } into; step++)
        {
            personId = into;
        }

        return personId;
    }

    /// <summary>The same, outside a turn.</summary>
    public static Task<string> FollowAsync(Database database, string personId, CancellationToken cancellationToken) =>
        database.ReadAsync((session, token) => FollowAsync(session, personId, token), cancellationToken);

    /// <summary>All records of the person whom this one is of: first the one that stands for them now, then those that were left for it.</summary>
    public static async Task<List<string>> RecordsAsync(Session session, string personId, CancellationToken cancellationToken)
    {
        List<string> records = [await FollowAsync(session, personId, cancellationToken)];
        for (var index = 0; index < records.Count; index++)
        {
            var left = await session.ListAsync("""SELECT "PersonId" FROM "Joins" WHERE "Into" = $1 AND "PartedAt" IS NULL ORDER BY "At", "PersonId" """, [records[index]], row => row.GetString(0), cancellationToken);
            records.AddRange(left.Except(records).ToList());
        }

        return records;
    }

    public static void GiveCode(Session session, string personId, string code, DateTimeOffset now)
    {
        session.Write("""DELETE FROM "JoinCodes" WHERE "PersonId" = $1""", personId);
        session.Write("""INSERT INTO "JoinCodes" ("Hash", "PersonId", "ExpiresAt") VALUES ($1, $2, $3)""", Hash(code), personId, now + JoinWish.Lifetime);
    }

    /// <summary>Whoever comes second finds it gone and loses the race.</summary>
    public static void UseCode(Session session, string code) => session.WriteSurely("""DELETE FROM "JoinCodes" WHERE "Hash" = $1""", Hash(code));

    /// <summary>All that is the person's becomes the other's, but what was said outside any assignment.</summary>
    public static async Task JoinAsync(Session session, PersonRow person, string intoId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var into = await People.FindAsync(session, intoId, cancellationToken)
            ?? throw new InvalidOperationException($"Person {intoId} is not stored.");
        var addresses = await session.ListAsync(
            """SELECT "Channel", "Workspace", "User" FROM "Addresses" WHERE "PersonId" = $1""",
            [person.Id],
            row => new Address(row.GetString(0), row.GetString(1), row.GetString(2)),
            cancellationToken);
        var assignments = await session.ListAsync("""SELECT "Id" FROM "Assignments" WHERE "PersonId" = $1""", [person.Id], row => row.GetString(0), cancellationToken);
        session.Write(
            """
            INSERT INTO "Joins" ("PersonId", "Into", "At", "Body") VALUES ($1, $2, $3, $4)
            ON CONFLICT ("PersonId") DO UPDATE SET "Into" = excluded."Into", "At" = excluded."At", "PartedAt" = NULL, "Body" = excluded."Body"
            """,
            person.Id, intoId, now, StateJson.Write(new JoinedThings(into.Roles, addresses, assignments)));
        var roles = string.Join(',', into.Roles.Split(',', StringSplitOptions.RemoveEmptyEntries).Union(person.Roles.Split(',', StringSplitOptions.RemoveEmptyEntries)));
        session.Write(
            """UPDATE "People" SET "Roles" = $2, "Name" = COALESCE("Name", $3), "Title" = COALESCE("Title", $4), "Email" = COALESCE("Email", $5) WHERE "Id" = $1""",
            intoId, roles, person.Name, person.Title, person.Email);
        session.Write("""UPDATE "Addresses" SET "PersonId" = $2 WHERE "PersonId" = $1""", person.Id, intoId);
        session.Write("""UPDATE "Assignments" SET "PersonId" = $2 WHERE "PersonId" = $1""", person.Id, intoId);

        // Its buttons are settled; under the other record their numbers would be another message's.
        session.Write("""UPDATE "Messages" SET "PersonId" = $2, "PromptId" = NULL WHERE "PersonId" = $1""", person.Id, intoId);
        session.Write("""UPDATE "Mail" SET "PersonId" = $2 WHERE "PersonId" = $1""", person.Id, intoId);
        MoveDue(session, person.Id, intoId, part: "");
    }

    /// <summary>What came with the other record goes back to it.</summary>
    public static async Task PartAsync(Session session, PersonRow person, string otherId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await session.FirstAsync("""SELECT "Body" FROM "Joins" WHERE "PersonId" = $1 AND "PartedAt" IS NULL""", [otherId], row => row.GetString(0), cancellationToken) is not { } body)
        {
            return;
        }

        var things = StateJson.Read<JoinedThings>(body);
        session.Write("""UPDATE "Joins" SET "PartedAt" = $2 WHERE "PersonId" = $1""", otherId, now);
        session.Write("""UPDATE "People" SET "Roles" = $2 WHERE "Id" = $1""", person.Id, things.RolesBefore);
        foreach (var address in things.Addresses)
        {
            session.Write(
                """UPDATE "Addresses" SET "PersonId" = $5 WHERE "Channel" = $1 AND "Workspace" = $2 AND "User" = $3 AND "PersonId" = $4""",
                address.Channel, address.Workspace, address.User, person.Id, otherId);
        }

        foreach (var assignmentId in things.Assignments)
        {
            session.Write("""UPDATE "Assignments" SET "PersonId" = $2 WHERE "Id" = $1""", assignmentId, otherId);
            session.Write("""UPDATE "Messages" SET "PersonId" = $3, "PromptId" = NULL WHERE "AssignmentId" = $1 AND "PersonId" = $2""", assignmentId, person.Id, otherId);
            MoveDue(session, person.Id, otherId, assignmentId);
        }
    }

    /// <summary>What is due with the given part in its name; one of the same name that is there already stays.</summary>
    private static void MoveDue(Session session, string from, string to, string part)
    {
        session.Write(
            """
            INSERT INTO "Due" ("PersonId", "Name", "At") SELECT $2, "Name", "At" FROM "Due" WHERE "PersonId" = $1 AND "Name" LIKE '%' || $3 || '%'
            ON CONFLICT ("PersonId", "Name") DO NOTHING
            """,
            from, to, part);
        session.Write("""DELETE FROM "Due" WHERE "PersonId" = $1 AND "Name" LIKE '%' || $2 || '%'""", from, part);
    }

    private static Task<string?> IntoAsync(Session session, string personId, CancellationToken cancellationToken) => session.FirstAsync(
        """SELECT "Into" FROM "Joins" WHERE "PersonId" = $1 AND "PartedAt" IS NULL""",
        [personId],
        row => row.GetString(0),
        cancellationToken);

    private static string Hash(string code) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(code)));
}
