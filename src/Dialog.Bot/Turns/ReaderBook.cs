using System.Collections.Immutable;
using Dialog.Bot.Store;
using Dialog.Core.Assignments;
using Dialog.Core.Checks;
using Dialog.Core.Interviews;
using Dialog.Core.Questions;
using Dialog.Core.Readers;
using Dialog.Core.Reading;
using Dialog.Core.Texts;

namespace Dialog.Bot.Turns;

/// <summary>
/// What readers say about what is published: kept without who they are, grouped by what they say, put to the person group by group as an assignment that follows
/// the first. Desk, API and chat all come through here (docs/decisions/0028).
/// </summary>
internal sealed partial class ReaderBook(Database database, TurnRunner turns, AssignmentOpener opener, Organisation organisation, TimeProvider time)
{
    /// <summary>Reactions added at once.</summary>
    public const int MostAtOnce = 200;

    /// <summary>Characters of one.</summary>
    public const int MostText = 4000;

    /// <summary>Characters of a group's name, and of what it says.</summary>
    public const int MostName = 100;

    public const int MostClaim = 200;

    /// <summary>
    /// Keeps one reader's words. As long as nothing is published the person is asked in the talk they are about; afterwards they are kept with the others, and, when
    /// it is wished, put to the person unless a reply is already being asked for. They are kept all the same when the person has been erased and nobody can be asked.
    /// </summary>
    /// <returns>What was kept: without who the reader is. Null when there is no such assignment.</returns>
    public async Task<Reaction?> AddAsync(string assignmentId, Reaction reaction, Asking asking, CancellationToken cancellationToken)
    {
        if (await FindAsync(assignmentId, cancellationToken) is not { } about)
        {
            return null;
        }

        reaction = Bare(reaction, about);
        asking = about.IsPersonGone ? Asking.Never : asking;
        if (asking != Asking.Never && !about.Published)
        {
            await turns.TakeAsync(about.PersonId, new Incoming.Reacted(assignmentId, reaction) { Key = $"reaction:{reaction.Id}", At = time.GetUtcNow() }, cancellationToken);
            return reaction;
        }

        await KeepAsync(about, [reaction], cancellationToken);
        if (asking == Asking.Always && await ReadAsync(assignmentId, cancellationToken) is { } readers && readers.Groups.TrueForAll(group => !group.IsBeingAsked))
        {
            var mine = readers.Groups.Find(group => group.Reactions.Exists(other => other.Id == reaction.Id))?.Id ?? await MoveAsync(assignmentId, [reaction.Id], NewGroup, cancellationToken);
            await AskAsync(mine!, claim: null, topic: null, cancellationToken);
        }

        return reaction;
    }

    /// <summary>Keeps many readers' words; the same ids again change nothing. False when there is no such assignment.</summary>
    public async Task<bool> AddAsync(string assignmentId, IReadOnlyList<Reaction> reactions, CancellationToken cancellationToken)
    {
        if (await FindAsync(assignmentId, cancellationToken) is not { } about)
        {
            return false;
        }

        await KeepAsync(about, [.. reactions.Select(reaction => Bare(reaction, about))], cancellationToken);
        return true;
    }

    /// <summary>Takes a paste away again: what has not been put to the person of the reactions whose ids begin so. The number taken away.</summary>
    public Task<int> TakeAwayAsync(string assignmentId, string idsBegin, CancellationToken cancellationToken)
    {
        var door = Door.Current;
        return database.WriteAsync(
            async (session, token) =>
            {
                const string These = """
                    "AssignmentId" = $1 AND substr("Id", 1, length($2)) = $2 AND NOT "Asked"
                    AND NOT EXISTS (SELECT 1 FROM "ReactionGroups" g WHERE g."Id" = "Reactions"."GroupId" AND g."AskedIn" IS NOT NULL)
                    """;
                var ids = await session.ListAsync($"""SELECT "Id" FROM "Reactions" WHERE {These}""", [assignmentId, idsBegin], row => row.GetString(0), token);
                if (ids.Count > 0)
                {
                    session.Write($"""DELETE FROM "Reactions" WHERE {These}""", assignmentId, idsBegin);
                    Tell(session, door, "takeAway", assignmentId, $"reactions {ids.Count}");
                }

                return ids.Count;
            },
            cancellationToken);
    }

    /// <summary>
    /// Puts a group to the person: a new assignment that follows what was published, whose only question is what readers say. Asked again it is the same one.
    /// </summary>
    /// <param name="groupId">Which group.</param>
    /// <param name="claim">What they say, in the editor's words after "that"; null quotes one of them.</param>
    /// <param name="topic">What the reply is called; null says what it replies to.</param>
    /// <param name="cancellationToken">Cancelling is safe.</param>
    /// <returns>The assignment; null when there is no such group, it is empty, or nothing has been published.</returns>
    /// <exception cref="KeyNotFoundException">The person can no longer be reached anywhere, see <see cref="CanAskAsync"/>.</exception>
    public async Task<string?> AskAsync(string groupId, string? claim, string? topic, CancellationToken cancellationToken)
    {
        if (await FindGroupAsync(groupId, cancellationToken) is not ({ } readers, { } group) || await FindAsync(readers.AssignmentId, cancellationToken) is not { Published: true } about)
        {
            return null;
        }

        if (group.AskedIn is { } earlier)
        {
            return earlier;
        }

        var first = about.Order;
        var reply = new Assignment
        {
            Id = AssignmentOpener.NewId(),
            Topic = topic ?? Cut(ReaderTexts.For(first.Language).ReplyTopic(first.Topic)),
            PersonId = about.PersonId,
            PrimarySlot = Slot.Synthesis,
            ReplyTo = new ReplyTo(first.Id, group.Id, first.Topic, group.Reactions.Count, Antitheses.Example([.. group.Reactions.Select(reaction => reaction.Text)]))
            {
                Theme = group.Automatic ? null : group.Called,
                Claim = claim,
            },
            Outlets = first.Outlets,
            AdSize = first.AdSize,
            Voice = first.Voice,
            Threads = first.Threads,
            Link = first.Link,
            Hashtags = first.Hashtags,
            Language = first.Language,
            EditorName = first.EditorName,
        };
        return (await opener.OpenAsync(reply, $"reply:{group.Id}", cancellationToken)).Row.Id;
    }

    /// <summary>There is somebody to put readers' words about an assignment to: the person has not been erased.</summary>
    public async Task<bool> CanAskAsync(string assignmentId, CancellationToken cancellationToken) => await FindAsync(assignmentId, cancellationToken) is { IsPersonGone: false };

    /// <summary>The readers' words about an assignment; null when there is no such assignment.</summary>
    public Task<Readers?> ReadAsync(string assignmentId, CancellationToken cancellationToken) => database.ReadAsync((session, token) => Readers.ReadAsync(session, assignmentId, token), cancellationToken);

    /// <summary>A group with the others it stands among; nulls when there is none with that id.</summary>
    public Task<(Readers? Readers, ReaderGroup? Group)> FindGroupAsync(string groupId, CancellationToken cancellationToken) => database.ReadAsync(
        async (session, token) =>
        {
            var assignmentId = await session.FirstAsync("""SELECT "AssignmentId" FROM "ReactionGroups" WHERE "Id" = $1""", [groupId], row => row.GetString(0), token);
            var readers = assignmentId is null ? null : await Readers.ReadAsync(session, assignmentId, token);
            return (readers, readers?.Groups.Find(group => group.Id == groupId));
        },
        cancellationToken);

    /// <summary>Stores them and groups all that stand alone.</summary>
    private Task<bool> KeepAsync(About about, ImmutableList<Reaction> reactions, CancellationToken cancellationToken)
    {
        var door = Door.Current;
        return database.WriteAsync(
            async (session, token) =>
            {
                // One at a time for a text: two editors who paste at once get the groups that one would have.
                await session.LockAsync("""SELECT "Id" FROM "Assignments" WHERE "Id" = $1""", [about.Order.Id], row => row.GetString(0), token);
                var known = (await Readers.ReadAsync(session, about.Order.Id, token))!;
                var added = reactions.RemoveAll(reaction => known.All.Any(other => other.Id == reaction.Id));
                foreach (var reaction in added)
                {
                    session.Write(
                        """INSERT INTO "Reactions" ("Id", "AssignmentId", "Text", "Source", "Url", "At", "Asked") VALUES ($1, $2, $3, $4, $5, $6, $7)""",
                        reaction.Id, about.Order.Id, reaction.Text, reaction.Source, reaction.Url, time.GetUtcNow(), false);
                    session.Tell(door, new Deed("react", "assignment", about.Order.Id, $"reaction {reaction.Id}"), time.GetUtcNow());
                }

                // What somebody set aside, or has been put to the person, takes no more in.
                var open = known.Groups.Where(group => group is { Aside: false, AskedIn: null }).SelectMany(group => group.Reactions.Select(voice => new HeardVoice(voice.Id, voice.Text, group.Id)));
                foreach (var gathering in Antitheses.Gather([.. open, .. known.Alone.Select(voice => new HeardVoice(voice.Id, voice.Text, null)), .. added.Select(reaction => new HeardVoice(reaction.Id, reaction.Text, null))], about.Order.Topic))
                {
                    var group = gathering.Group ?? AssignmentOpener.NewId();
                    if (gathering.Group is null)
                    {
                        Begin(session, group, about.Order.Id, name: null);
                    }

                    foreach (var id in gathering.Voices)
                    {
                        session.Write("""UPDATE "Reactions" SET "GroupId" = $2 WHERE "Id" = $1""", id, group);
                    }
                }

                session.Write(AssignmentRow.Touch, about.Order.Id);
                return true;
            },
            cancellationToken);
    }

    private void Begin(Session session, string id, string assignmentId, string? name) =>
        session.Write("""INSERT INTO "ReactionGroups" ("Id", "AssignmentId", "Name", "CreatedAt") VALUES ($1, $2, $3, $4)""", id, assignmentId, name, time.GetUtcNow());

    private void Tell(Session session, Door door, string action, string assignmentId, string detail)
    {
        session.Write(AssignmentRow.Touch, assignmentId);
        session.Tell(door, new Deed(action, "reactions", assignmentId, detail), time.GetUtcNow());
    }

    private Task<About?> FindAsync(string assignmentId, CancellationToken cancellationToken) => database.ReadAsync(
        (session, token) => session.FirstAsync(
            """
            SELECT a."PersonId", a."Body", p."Name", EXISTS (SELECT 1 FROM "Records" r WHERE r."AssignmentId" = a."Id"),
                NOT EXISTS (SELECT 1 FROM "Addresses" x WHERE x."PersonId" = a."PersonId")
            FROM "Assignments" a JOIN "People" p ON p."Id" = a."PersonId" WHERE a."Id" = $1
            """,
            [assignmentId],
            row => new About(row.GetString(0), StateJson.Read<Assignment>(row.GetString(1)), row.TextOrNull(2), row.GetBoolean(3), row.GetBoolean(4)),
            token),
        cancellationToken);

    /// <summary>Without who the reader is, and whom else they name: only the person's own name, the organisation's roster and its published contacts stay.</summary>
    private Reaction Bare(Reaction reaction, About about)
    {
        var pseudonyms = new Pseudonyms(new CheckContext(about.Order.Language, about.Name, organisation.Roster, organisation.PublishedContacts));
        return reaction with { Text = pseudonyms.Replace(Clean.Text(reaction.Text)), Source = reaction.Source is null ? null : pseudonyms.Replace(reaction.Source) };
    }

    private static string Cut(string topic) => topic.Length <= 200 ? topic : $"{topic[..199].TrimEnd()}…";

    /// <summary>What readers speak of.</summary>
    private sealed record About(string PersonId, Assignment Order, string? Name, bool Published, bool IsPersonGone);
}
