using System.Diagnostics;
using System.Collections.Immutable;
using System.Globalization;
using Dialog.Bot.Channels;
using Dialog.Bot.Store;
using Dialog.Core.Assignments;
using Dialog.Core.Drafts;
using Dialog.Core.Interviews;

namespace Dialog.Bot.Turns;

/// <summary>Writes a turn down in full: state, transcript, facts and outgoing messages become rows of one transaction.</summary>
/// <param name="session">The transaction.</param>
/// <param name="to">Whose turn, and where the replies go.</param>
/// <param name="what">The turn's event.</param>
/// <param name="door">Which way it came.</param>
/// <param name="reviews">What is known of the reviews it may change.</param>
/// <param name="courier">Takes the first reply, if nothing else waits for the person; null when there is none.</param>
internal sealed class TurnRecord(Session session, Reachable to, Incoming what, Door door, ImmutableList<ReviewFile> reviews, Courier? courier)
{
    private readonly PersonRow person = to.Person;
    private readonly AddressRow address = to.Address;
    private Attempt? claimed;

    /// <summary>Who made the turn.</summary>
    private readonly Door who = what.IsOwn ? door with { PersonId = to.Person.Id, Role = "respondent" } : door;

    /// <summary>Writes all of it, and gives back the first reply when the courier has it.</summary>
    public async Task<Attempt?> WriteAsync(ConversationRow? row, TurnResult result, CancellationToken cancellationToken)
    {
        WriteState(row, result.After);
        WriteIncoming(result);

        // An instant that was moved meanwhile stays; the clock may have been set back, so it is not asked.
        if (what is Incoming.DueCame { Due: var came })
        {
            session.Write("""DELETE FROM "Due" WHERE "PersonId" = $1 AND "Name" = $2 AND "At" <= $3""", person.Id, came.Name, came.At);
        }

        var waits = (what.IsOwn || courier is not null) && await SomethingWaitsAsync(cancellationToken);
        if (what.IsOwn && waits)
        {
            LeaveRemindersOut();
        }

        if (what.Key.StartsWith(Fact.MailKeyPrefix, StringComparison.Ordinal))
        {
            session.Write("""DELETE FROM "Mail" WHERE "Key" = $1""", what.Key);
        }

        foreach (var fact in result.Facts)
        {
            foreach (var (by, deed) in TurnDeeds.Of(fact, person.Id, who))
            {
                session.Tell(by, deed, what.At);
            }

            await WriteAsync(fact, cancellationToken);
        }

        foreach (var assignment in result.Facts.Select(Staged).OfType<string>().Distinct())
        {
            session.Write(AssignmentRow.Restage, assignment);
        }

        var free = waits ? null : courier;
        for (var index = 0; index < result.Replies.Count; index++)
        {
            await WriteOutgoingAsync(result.Replies, index, free, cancellationToken);
        }

        if (result.Facts.Exists(HomePages.Shows) && (what is Incoming.HomeOpened || await HomePages.OfAsync(session, person.Id, what.At, cancellationToken) is { Count: > 0 }))
        {
            session.Write(
                """INSERT INTO "Due" ("PersonId", "Name", "At") VALUES ($1, $2, $3) ON CONFLICT ("PersonId", "Name") DO NOTHING""",
                person.Id, Due.Home, what.At + HomePages.Settle);
        }

        return claimed;
    }

    private async Task<bool> SomethingWaitsAsync(CancellationToken cancellationToken) => await session.FirstAsync(
        """SELECT "Id" FROM "Outbox" WHERE "PersonId" = $1 AND "NextAt" IS NOT NULL LIMIT 1""", [person.Id], row => row.GetString(0), cancellationToken) is not null;

    /// <summary>Whoever is heard from needs no reminder that has not left yet, and no reply waits behind one.</summary>
    private void LeaveRemindersOut() => session.Write(
        """
        UPDATE "Outbox" SET "Status" = 'Failed', "NextAt" = NULL, "Reason" = $2
        WHERE "PersonId" = $1 AND "NextAt" IS NOT NULL AND "Status" = 'Pending' AND "Body" LIKE '{"kind":"reminder"%'
        """,
        person.Id, SendReasons.HeardFirst);

    private void WriteState(ConversationRow? row, Conversation after)
    {
        if (row is null)
        {
            session.Write("""INSERT INTO "Conversations" ("PersonId", "State", "Version") VALUES ($1, $2, 1)""", person.Id, StateJson.Write(after));
        }
        else
        {
            session.WriteSurely(
                """UPDATE "Conversations" SET "State" = $2, "Version" = "Version" + 1 WHERE "PersonId" = $1 AND "Version" = $3""",
                person.Id, StateJson.Write(after), row.Version);
        }
    }

    private void WriteIncoming(TurnResult result)
    {
        var line = what switch
        {
            Incoming.Said said => ("said", said.Text),
            Incoming.Edited edited => ("edited", edited.Text),
            Incoming.Deleted => ("deleted", ""),
            Incoming.Chose chose => ("chose", result.Replies.FirstOrDefault(reply => reply.Settles is not null)?.Chosen ?? chose.Value),
            _ => default((string Kind, string Text)?),
        };
        if (line is { } written)
        {
            WriteLine(incoming: true, result.After.Current, what.Key, written.Kind, written.Text, body: null, promptId: null);
        }
    }

    private async Task WriteOutgoingAsync(ImmutableList<Outgoing> replies, int index, Courier? free, CancellationToken cancellationToken)
    {
        var reply = replies[index];
        var id = string.Create(CultureInfo.InvariantCulture, $"{what.Key}/{index}");
        var body = StateJson.Write(reply);
        if (reply.Kind == OutgoingKind.Home)
        {
            await WriteHomeAsync(id, body, cancellationToken);
            return;
        }

        var where = address;
        if (reply.Settles is { } promptId)
        {
            where = await SentToAsync(promptId, cancellationToken) ?? address;
            session.Write(
                """UPDATE "Messages" SET "Chosen" = $3 WHERE "Seq" = (SELECT "Seq" FROM "Messages" WHERE "PersonId" = $1 AND "PromptId" = $2 ORDER BY "Seq" DESC LIMIT 1)""",
                person.Id, promptId, reply.Chosen);
        }
        else
        {
            WriteLine(incoming: false, reply.AssignmentId, id, StateJson.NameOf(reply.Kind), reply.Text, body, reply.PromptId);
        }

        if (index == 0 && reply.Settles is null && free?.IsFor(person.Id) == true)
        {
            // It is being sent as soon as the turn is committed, as if it had been looked for after it.
            var row = Message(id, where, body, reply.PromptId);
            row.Take(what.At, reconcile: false);
            row.Write(session);
            claimed = new Attempt(row, Posting.Of(row, reply, address.Room, updates: null), Reconcile: false) { Claim = row.NextAt, MoreWaits = replies.Count > 1 };
        }
        else
        {
            Post(id, where, body, reply.PromptId);
        }
    }

    private void WriteLine(bool incoming, string? assignmentId, string key, string kind, string text, string? body, string? promptId) => session.Write(
        """
        INSERT INTO "Messages" ("PersonId", "AssignmentId", "Incoming", "Key", "Channel", "Kind", "Text", "Body", "PromptId", "At")
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        """,
        person.Id, assignmentId, incoming, key, address.Channel, kind, text, body, promptId, what.At);

    /// <summary>The person's page is drawn wherever they have looked at it; it is no line of the transcript.</summary>
    private async Task WriteHomeAsync(string id, string body, CancellationToken cancellationToken)
    {
        foreach (var page in what is Incoming.HomeOpened ? [address] : await HomePages.OfAsync(session, person.Id, what.At, cancellationToken))
        {
            Post($"{id}/{page.Channel}:{page.Workspace}:{page.User}", page, body, promptId: null);
        }
    }

    private void Post(string id, AddressRow to, string body, string? promptId) => Message(id, to, body, promptId).Write(session);

    private OutboxRow Message(string id, AddressRow to, string body, string? promptId) => new()
    {
        Id = id,
        PersonId = person.Id,
        Channel = to.Channel,
        Workspace = to.Workspace,
        User = to.User,
        Body = body,
        PromptId = promptId,
        Status = OutboxStatus.Pending,
        NextAt = what.At,
        CreatedAt = what.At,
    };

    /// <summary>Where a message with choices stands: it is settled there, although the person may have moved to another channel since.</summary>
    private Task<AddressRow?> SentToAsync(string promptId, CancellationToken cancellationToken) => session.FirstAsync(
        $"""
        SELECT {AddressRow.Columns} FROM "Outbox" o JOIN "Addresses" a ON a."Channel" = o."Channel" AND a."Workspace" = o."Workspace" AND a."User" = o."User"
        WHERE o."PersonId" = $1 AND o."PromptId" = $2 ORDER BY o."Seq" DESC LIMIT 1
        """,
        [person.Id, promptId],
        row => AddressRow.Read(row, 0),
        cancellationToken);

    private async Task WriteAsync(Fact fact, CancellationToken cancellationToken)
    {
        switch (fact)
        {
            case Fact.AssignmentOpened { Assignment: var assignment }:
                session.Write(
                    """
                    INSERT INTO "Assignments" ("Id", "PersonId", "Topic", "State", "Stage", "Body", "CreatedAt", "MovedAt", "CopyDeadline", "SortAt", "PublishOn", "RequestKey", "Ad", "ReplyTo")
                    VALUES ($1, $2, $3, $4, $4, $5, $6, $6, $7, $8, $9, $10, $11, $12)
                    """,
                    assignment.Id, person.Id, assignment.Topic, AssignmentState.Planned, StateJson.Write(assignment), what.At, assignment.CopyDeadline,
                    AssignmentRow.SortOf(assignment.CopyDeadline), AssignmentRow.DayOf(assignment), what is Incoming.Assigned ? what.Key : null, assignment.Ad, assignment.ReplyTo?.AssignmentId);
                if (assignment.ReplyTo is { } readers)
                {
                    session.Write("""UPDATE "ReactionGroups" SET "AskedIn" = $2 WHERE "Id" = $1""", readers.GroupId, assignment.Id);
                    session.Write(AssignmentRow.Touch, readers.AssignmentId);
                }

                break;
            case Fact.OrderChanged changed:
                await ChangeOrderAsync(changed, cancellationToken);
                break;
            case Fact.AssignmentMoved moved:
                session.WriteSurely(
                    """UPDATE "Assignments" SET "MovedAt" = CASE WHEN "State" = $2 THEN "MovedAt" ELSE $3 END, "State" = $2 WHERE "Id" = $1""",
                    moved.AssignmentId, moved.State, what.At);
                break;
            case Fact.Planned planned:
                session.WriteSurely(
                    """UPDATE "Assignments" SET "Plan" = $2, "SortAt" = $3 WHERE "Id" = $1""",
                    planned.AssignmentId, planned.Plan is null ? null : StateJson.Write(planned.Plan), AssignmentRow.SortOf(planned.Plan?.At(PlanStep.CopyDeadline)));
                break;
            case Fact.Escalated escalated:
                session.WriteSurely("""UPDATE "Assignments" SET "EscalatedAt" = $2 WHERE "Id" = $1""", escalated.AssignmentId, escalated.Over ? null : what.At);
                break;
            case Fact.AbsencesChanged changed:
                session.Write("""UPDATE "People" SET "Absences" = $2 WHERE "Id" = $1""", person.Id, changed.Absences.IsEmpty ? null : StateJson.Write(changed.Absences));
                break;
            case Fact.AnswerRevised revised:
                session.Write(
                    """INSERT INTO "Answers" ("AssignmentId", "Slot", "Revision", "Text", "Raw", "Kind", "At") VALUES ($1, $2, $3, $4, $5, $6, $7)""",
                    revised.AssignmentId, revised.Slot, revised.Revision, revised.Text, revised.Raw, revised.Kind, what.At);
                break;
            case Fact.DraftReviewed reviewed:
                WriteDraft(reviewed);
                await FixAsync(reviewed, cancellationToken);
                break;
            case Fact.ReactionCame { AssignmentId: var about, Reaction: var reaction }:
                session.Write(
                    """INSERT INTO "Reactions" ("Id", "AssignmentId", "Text", "Source", "Url", "At", "Asked") VALUES ($1, $2, $3, $4, $5, $6, $7)""",
                    reaction.Id, about, reaction.Text, reaction.Source, reaction.Url, what.At, true);
                session.Write(AssignmentRow.Touch, about);
                break;
            case Fact.CommentsTold told:
                foreach (var comment in told.Comments)
                {
                    session.Write("""UPDATE "Comments" SET "ToldAt" = $2 WHERE "Id" = $1""", comment, what.At);
                }

                session.Write(AssignmentRow.Touch, told.AssignmentId);
                break;
            case Fact.DueSet { Due: var wanted }:
                session.Write(
                    """INSERT INTO "Due" ("PersonId", "Name", "At") VALUES ($1, $2, $3) ON CONFLICT ("PersonId", "Name") DO UPDATE SET "At" = excluded."At" """,
                    person.Id, wanted.Name, wanted.At);
                break;
            case Fact.DueCancelled { NamePrefix: var prefix }:
                session.Write("""DELETE FROM "Due" WHERE "PersonId" = $1 AND substr("Name", 1, length($2)) = $2""", person.Id, prefix);
                break;
            case Fact.LanguageChosen chosen:
                session.Write("""UPDATE "People" SET "Language" = $2, "LanguageAssumed" = $3 WHERE "Id" = $1""", person.Id, chosen.Language, false);
                break;
            case Fact.JoinCodeGiven given:
                Joins.GiveCode(session, person.Id, given.Code, what.At);
                break;
            case Fact.JoinCodeUsed used:
                Joins.UseCode(session, used.Code);
                break;
            case Fact.JoinedInto joined:
                if (what.IsOwn)
                {
                    // Of all addresses the two records have, this is the latest.
                    session.Write(
                        """UPDATE "Addresses" SET "HeardAt" = $4 WHERE "Channel" = $1 AND "Workspace" = $2 AND "User" = $3""",
                        address.Channel, address.Workspace, address.User, what.At);
                }

                await Joins.JoinAsync(session, person, joined.PersonId, what.At, cancellationToken);
                break;
            case Fact.Parted parted:
                await Joins.PartAsync(session, person, parted.PersonId, what.At, cancellationToken);
                break;
            case Fact.Mailed mailed:
                Mail(mailed.PersonId, mailed.What);
                break;
            case Fact.MailedToReviewers mailed:
                foreach (var reviewer in await People.ReviewersAsync(session.Ef, cancellationToken))
                {
                    if (reviewer.Id != person.Id)
                    {
                        Mail(reviewer.Id, mailed.What with { Key = $"{mailed.What.Key}:{reviewer.Id}" });
                    }
                }

                break;
            default:
                throw new UnreachableException(fact.GetType().Name);
        }
    }

    /// <summary>The order as it is kept may hold what the talk does not know, such as the picture: only what is other is written.</summary>
    private async Task ChangeOrderAsync(Fact.OrderChanged changed, CancellationToken cancellationToken)
    {
        var body = await session.LockAsync("""SELECT "Body" FROM "Assignments" WHERE "Id" = $1""", [changed.AssignmentId], row => row.GetString(0), cancellationToken);
        var order = changed.Change.Apply(StateJson.Read<Assignment>(body ?? throw new ConflictException()));
        session.WriteSurely(
            """UPDATE "Assignments" SET "Topic" = $2, "Body" = $3, "CopyDeadline" = $4, "SortAt" = $5, "PublishOn" = $6 WHERE "Id" = $1""",
            changed.AssignmentId, order.Topic, StateJson.Write(order), order.CopyDeadline, AssignmentRow.SortOf(order.CopyDeadline), AssignmentRow.DayOf(order));
    }

    /// <summary>The assignment whose stage may be another one now.</summary>
    private static string? Staged(Fact fact) => fact switch { Fact.AssignmentMoved moved => moved.AssignmentId, Fact.DraftReviewed reviewed => reviewed.AssignmentId, _ => null };

    private void Mail(string personId, Incoming mail) => MailRow.Post(session, personId, mail, what.At, who);

    private void WriteDraft(Fact.DraftReviewed reviewed)
    {
        foreach (var revision in reviewed.Revisions)
        {
            session.Write(
                """
                INSERT INTO "Drafts" ("Id", "Revision", "AssignmentId", "Outlet", "Body", "Hash", "Status", "Kind", "By", "At")
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
                """,
                reviewed.DraftId, revision.Number, reviewed.AssignmentId, revision.Draft.Outlet, StateJson.Write(revision.Draft), revision.Draft.Hash, reviewed.Status, revision.Kind,
                revision.By is null ? null : StateJson.Write(revision.By), revision.At);
        }

        if (reviewed.Revisions.IsEmpty)
        {
            session.WriteSurely(
                """UPDATE "Drafts" SET "Status" = $2 WHERE "Id" = $1 AND "Revision" = (SELECT MAX("Revision") FROM "Drafts" WHERE "Id" = $1)""",
                reviewed.DraftId, reviewed.Status);
        }

        foreach (var entry in reviewed.Entries)
        {
            session.Write(
                """INSERT INTO "Reviews" ("AssignmentId", "DraftId", "Action", "Body", "At") VALUES ($1, $2, $3, $4, $5)""",
                reviewed.AssignmentId, reviewed.DraftId, entry.Action, StateJson.Write(entry), entry.At);
        }
    }

    /// <summary>What has gone out is fixed as it went out.</summary>
    private async Task FixAsync(Fact.DraftReviewed reviewed, CancellationToken cancellationToken)
    {
        foreach (var publication in reviewed.Entries.Where(entry => entry.Action == ReviewAction.Publish))
        {
            var record = await FinalRecord.OfAsync(session, reviews, reviewed, publication, person, cancellationToken);
            session.Write(
                """INSERT INTO "Records" ("AssignmentId", "DraftId", "Revision", "PublishedAt", "Body", "Sha256") VALUES ($1, $2, $3, $4, $5, $6)""",
                reviewed.AssignmentId, reviewed.DraftId, publication.Revision, publication.At, record.Json, record.Sha256);
            session.Tell(who, new Deed("fix", "draft", reviewed.DraftId, $"record {record.Sha256}"), what.At);
        }
    }
}
