using System.Collections.Immutable;
using Dialog.Bot.Store;
using Dialog.Core.Assignments;
using Dialog.Core.Readers;

namespace Dialog.Bot.Turns;

/// <summary>All readers' words about one assignment.</summary>
/// <param name="AssignmentId">Which.</param>
/// <param name="Groups">The groups that have reactions, oldest first.</param>
/// <param name="Alone">Those that share nothing with others.</param>
/// <param name="InTalk">Those the person was asked about by themselves, in the talk.</param>
public sealed record Readers(string AssignmentId, ImmutableList<ReaderGroup> Groups, ImmutableList<ReaderVoice> Alone, ImmutableList<ReaderVoice> InTalk)
{
    public IEnumerable<ReaderVoice> All => Groups.SelectMany(group => group.Reactions).Concat(Alone).Concat(InTalk);

    public ReaderGroup? GroupOf(string reactionId) => Groups.Find(group => group.Reactions.Exists(reaction => reaction.Id == reactionId));

    /// <summary>Null when there is no such assignment.</summary>
    internal static async Task<Readers?> ReadAsync(Session session, string assignmentId, CancellationToken cancellationToken)
    {
        if (await session.FirstAsync("""SELECT "Topic" FROM "Assignments" WHERE "Id" = $1""", [assignmentId], row => row.GetString(0), cancellationToken) is not { } topic)
        {
            return null;
        }

        var reactions = await session.ListAsync(
            """SELECT "Id", "Text", "Source", "Url", "At", "GroupId", "Asked" FROM "Reactions" WHERE "AssignmentId" = $1 ORDER BY "At", "Id" """,
            [assignmentId],
            row => (Said: new ReaderVoice(row.GetString(0), row.GetString(1), row.TextOrNull(2), row.TextOrNull(3), row.Instant(4)), Group: row.TextOrNull(5), Asked: row.GetBoolean(6)),
            cancellationToken);
        var groups = await session.ListAsync(
            """
            SELECT g."Id", g."Name", g."AsideAt", g."AskedIn", a."State" FROM "ReactionGroups" g LEFT JOIN "Assignments" a ON a."Id" = g."AskedIn"
            WHERE g."AssignmentId" = $1 ORDER BY g."CreatedAt", g."Id"
            """,
            [assignmentId],
            row => (Id: row.GetString(0), Name: row.TextOrNull(1), Aside: !row.IsDBNull(2), AskedIn: row.TextOrNull(3), State: row.TextOrNull(4)),
            cancellationToken);
        var members = reactions.ToLookup(reaction => reaction.Group ?? "", reaction => reaction.Said);
        return new Readers(
            assignmentId,
            [.. groups.Where(group => members.Contains(group.Id)).Select(group => new ReaderGroup(
                group.Id, group.Name ?? Antitheses.NameOf([.. members[group.Id].Select(voice => voice.Text)], topic), group.Name is null, group.Aside, group.AskedIn,
                group.State is null ? null : Enum.Parse<AssignmentState>(group.State), [.. members[group.Id]]))],
            [.. reactions.Where(reaction => reaction.Group is null && !reaction.Asked).Select(reaction => reaction.Said)],
            [.. reactions.Where(reaction => reaction.Group is null && reaction.Asked).Select(reaction => reaction.Said)]);
    }
}

/// <summary>Readers who say the same.</summary>
/// <param name="Id">Opaque id.</param>
/// <param name="Called">Its name, or the words it shares.</param>
/// <param name="Automatic">Nobody has named it.</param>
/// <param name="Aside">Set aside by an editor.</param>
/// <param name="AskedIn">The assignment in which the person replies; null while it has not been put to them.</param>
/// <param name="State">How far that has come.</param>
/// <param name="Reactions">Their words, oldest first.</param>
public sealed record ReaderGroup(string Id, string Called, bool Automatic, bool Aside, string? AskedIn, AssignmentState? State, ImmutableList<ReaderVoice> Reactions)
{
    /// <summary>The person has been asked and has not replied yet.</summary>
    public bool IsBeingAsked => State is AssignmentState.Planned or AssignmentState.Assigned or AssignmentState.InProgress;
}

/// <summary>One reader's words, without who it is.</summary>
public sealed record ReaderVoice(string Id, string Text, string? Source, string? Url, DateTimeOffset At);
