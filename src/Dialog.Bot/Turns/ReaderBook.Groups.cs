namespace Dialog.Bot.Turns;

/// <summary>What an editor does with the groups.</summary>
internal sealed partial class ReaderBook
{
    /// <summary>In place of a group's id: a new one. In <see cref="MoveAsync"/> null leaves them standing alone.</summary>
    public const string NewGroup = "new";

    /// <summary>Moves reactions to another group; the group's id, empty for none. Null when the group or the reactions are not there, or have been put to the person.</summary>
    public Task<string?> MoveAsync(string assignmentId, IReadOnlyList<string> reactions, string? to, CancellationToken cancellationToken)
    {
        var door = Door.Current;
        return database.WriteAsync<string?>(
            async (session, token) =>
            {
                var readers = await Readers.ReadAsync(session, assignmentId, token);
                var moved = readers?.All.Where(reaction => reactions.Contains(reaction.Id) && readers.GroupOf(reaction.Id)?.AskedIn is null).ToList() ?? [];
                var group = to == NewGroup ? AssignmentOpener.NewId() : to;
                if (moved.Count == 0 || to is not (null or NewGroup) && readers!.Groups.Find(other => other.Id == to) is not { AskedIn: null })
                {
                    return null;
                }

                if (to == NewGroup)
                {
                    Begin(session, group!, assignmentId, name: null);
                }

                foreach (var reaction in moved)
                {
                    session.Write("""UPDATE "Reactions" SET "GroupBefore" = "GroupId", "GroupId" = $2 WHERE "Id" = $1""", reaction.Id, group);
                }

                Tell(session, door, "group", assignmentId, $"reactions {moved.Count} to {group ?? "none"}");
                return group ?? "";
            },
            cancellationToken);
    }

    /// <summary>All of one group goes into another. False when that cannot be.</summary>
    public async Task<bool> MergeAsync(string groupId, string into, CancellationToken cancellationToken) =>
        groupId != into && await FindGroupAsync(groupId, cancellationToken) is ({ } readers, { } group)
        && await MoveAsync(readers.AssignmentId, [.. group.Reactions.Select(reaction => reaction.Id)], into, cancellationToken) is not null;

    /// <summary>What came from a group last, by moving or merging, goes back to it. False when there is nothing.</summary>
    public Task<bool> MoveBackAsync(string assignmentId, string groupId, CancellationToken cancellationToken)
    {
        var door = Door.Current;
        return database.WriteAsync(
            async (session, token) =>
            {
                const string These = """ "AssignmentId" = $1 AND "GroupBefore" = $2 AND ("GroupId" IS NULL OR "GroupId" <> $2) """;
                var found = await session.ListAsync($"""SELECT "Id" FROM "Reactions" WHERE {These}""", [assignmentId, groupId], row => row.GetString(0), token);
                if (found.Count > 0)
                {
                    session.Write($"""UPDATE "Reactions" SET "GroupId" = $2, "GroupBefore" = NULL WHERE {These}""", assignmentId, groupId);
                    Tell(session, door, "group", assignmentId, $"reactions {found.Count} back to {groupId}");
                }

                return found.Count > 0;
            },
            cancellationToken);
    }

    /// <summary>Gives a group another name; empty takes its own words again. False when there is no such group.</summary>
    public Task<bool> RenameAsync(string groupId, string name, CancellationToken cancellationToken) =>
        ChangeAsync(groupId, "rename", """UPDATE "ReactionGroups" SET "Name" = $2 WHERE "Id" = $1""", name.Length == 0 ? null : name, cancellationToken);

    /// <summary>Sets a group aside, or takes it up again. False when there is no such group.</summary>
    public Task<bool> SetAsideAsync(string groupId, bool aside, CancellationToken cancellationToken) =>
        ChangeAsync(groupId, aside ? "setAside" : "takeUp", """UPDATE "ReactionGroups" SET "AsideAt" = $2 WHERE "Id" = $1""", aside ? time.GetUtcNow() : null, cancellationToken);

    private async Task<bool> ChangeAsync(string groupId, string action, string sql, object? value, CancellationToken cancellationToken)
    {
        var door = Door.Current;
        return await database.WriteAsync(
            async (session, token) =>
            {
                if (await session.FirstAsync("""SELECT "AssignmentId" FROM "ReactionGroups" WHERE "Id" = $1""", [groupId], row => row.GetString(0), token) is not { } assignmentId)
                {
                    return false;
                }

                session.Write(sql, groupId, value);
                Tell(session, door, action, assignmentId, $"group {groupId}");
                return true;
            },
            cancellationToken);
    }
}
