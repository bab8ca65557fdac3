namespace Dialog.Bot.Store;

/// <summary>What was done to which record. Never anybody's words or name.</summary>
/// <param name="Action">What, e.g. <c>approve</c>.</param>
/// <param name="Kind">The kind of record, e.g. <c>draft</c>.</param>
/// <param name="Subject">Its id.</param>
/// <param name="Detail">What else can be told, e.g. a revision and its hash.</param>
internal sealed record Deed(string Action, string Kind, string Subject, string? Detail = null);

/// <summary>Puts deeds down in the transaction of what they tell. They are sealed into the chain afterwards, so that no two transactions wait for each other.</summary>
internal static class AuditTrail
{
    public static void Tell(this Session session, Door door, Deed deed, DateTimeOffset at) => session.Write(
        """INSERT INTO "Audit" ("At", "Door", "By", "Role", "Action", "Kind", "Subject", "Detail") VALUES ($1, $2, $3, $4, $5, $6, $7, $8)""",
        at, door.Name, door.PersonId, door.Role, deed.Action, deed.Kind, deed.Subject, deed.Detail);

    /// <summary>The same for work that goes through EF Core.</summary>
    public static void Tell(this DialogDb db, Door door, Deed deed, DateTimeOffset at) => db.Add(new AuditRow
    {
        At = at,
        Door = door.Name,
        By = door.PersonId,
        Role = door.Role,
        Action = deed.Action,
        Kind = deed.Kind,
        Subject = deed.Subject,
        Detail = deed.Detail,
    });

    /// <summary>A deed that changes nothing in the store: a sign-in, a file that was handed out.</summary>
    public static Task TellAsync(this Database database, Deed deed, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var door = Door.Current;
        return database.WriteAsync(session => session.Tell(door, deed, at), cancellationToken);
    }
}
