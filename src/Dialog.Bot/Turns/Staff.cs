using System.Collections.Immutable;
using Dialog.Bot.Channels;
using Dialog.Bot.Store;

namespace Dialog.Bot.Turns;

/// <summary>What somebody is at the desk, as of now.</summary>
/// <param name="Roles">Editor, approver, admin; empty for nobody of the staff.</param>
/// <param name="Name">As far as it is known.</param>
/// <param name="SignedOutAt">Sessions from before are over; null when nobody has ended any.</param>
internal sealed record Standing(ImmutableArray<string> Roles, string? Name, DateTimeOffset? SignedOutAt);

/// <summary>Whose sessions are ended with which name.</summary>
internal static class SignOuts
{
    /// <summary>Sessions begun with the desk's token.</summary>
    public const string Desk = "desk";
}

/// <summary>Editors, approvers and administrators at the desk's door.</summary>
internal sealed class Staff(Database database)
{
    private static readonly string[] Roles = ["editor", "approver", "admin"];

    /// <summary>What a person is now; a record that was joined into another is nobody any more.</summary>
    public Task<Standing> StandingAsync(string owner, CancellationToken cancellationToken) => database.ReadAsync(
        async (session, token) =>
        {
            var signedOut = await session.FirstAsync("""SELECT "At" FROM "SignOuts" WHERE "Owner" = $1""", [owner], row => (object)row.Instant(0), token) as DateTimeOffset?;
            var person = await People.FindAsync(session, owner, token);
            var left = person is not null && await Joins.FollowAsync(session, person.Id, token) != person.Id;
            return new Standing(person is null || left ? [] : StaffRoles(person), person?.Name, signedOut);
        },
        cancellationToken);

    /// <summary>
    /// Who has this account in Teams, or else one of these verified addresses; null for nobody, and where it is not plain which of several.
    /// </summary>
    public Task<PersonRow?> FindAsync(Address? teams, IReadOnlyList<string> emails, CancellationToken cancellationToken) => database.ReadAsync(
        async (session, token) =>
        {
            var found = teams is null
                ? []
                : await session.ListAsync(
                    """SELECT "PersonId" FROM "Addresses" WHERE "Channel" = $1 AND "Workspace" = $2 AND "User" = $3""",
                    [teams.Channel, teams.Workspace, teams.User],
                    row => row.GetString(0),
                    token);
            foreach (var email in found.Count > 0 ? [] : emails)
            {
                found.AddRange(await session.ListAsync("""SELECT "Id" FROM "People" WHERE "Email" = $1 AND "Roles" <> ''""", [email.ToLowerInvariant()], row => row.GetString(0), token));
            }

            var people = new HashSet<string>();
            foreach (var id in found)
            {
                people.Add(await Joins.FollowAsync(session, id, token));
            }

            return people.Count == 1 ? await People.FindAsync(session, people.Single(), token) : null;
        },
        cancellationToken);

    /// <summary>Names of those who can give somebody a role, for whoever has none.</summary>
    public Task<List<string>> AdministratorsAsync(CancellationToken cancellationToken) => database.ReadAsync(
        (session, token) => session.ListAsync("""SELECT DISTINCT "Name" FROM "People" WHERE "Roles" <> 'respondent' AND "Roles" LIKE '%admin%' AND "Name" IS NOT NULL ORDER BY "Name" LIMIT 5""", [], row => row.GetString(0), token),
        cancellationToken);

    /// <summary>Sessions of the owner that began until now are over.</summary>
    public Task SignOutAsync(string owner, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var door = Door.Current;
        return database.WriteAsync(
            session =>
            {
                session.Write("""INSERT INTO "SignOuts" ("Owner", "At") VALUES ($1, $2) ON CONFLICT ("Owner") DO UPDATE SET "At" = excluded."At" """, owner, now);
                session.Tell(door, new Deed("signOutEverywhere", "person", owner), now);
            },
            cancellationToken);
    }

    /// <summary>The roles that open the desk.</summary>
    public static ImmutableArray<string> StaffRoles(PersonRow person) => [.. Roles.Where(person.Is)];
}
