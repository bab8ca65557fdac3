using System.Collections.Immutable;
using System.Globalization;
using Dialog.Bot.Store;
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

        if (result.Facts.Exists(fact => fact is Fact.JoinedInto or Fact.Parted))
        {
            // A message that becomes another record's loses the number it is found by.
            result.Replies.ForEach(WriteChosen);
        }

        await new FactRecord(session, to, what, door, reviews).WriteAsync(result.Facts, cancellationToken);
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
        var reply = InThread(replies[index]);
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
            WriteChosen(reply);
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
            claimed = new Attempt(row, row.AsPosting(reply, address.Room, updates: null), Reconcile: false) { Claim = row.NextAt, MoreWaits = replies.Count > 1 };
        }
        else
        {
            Post(id, where, body, reply.PromptId);
        }
    }

    private void WriteChosen(Outgoing reply) => session.Write(
        """UPDATE "Messages" SET "Chosen" = $3 WHERE "Seq" = (SELECT "Seq" FROM "Messages" WHERE "PersonId" = $1 AND "PromptId" = $2 ORDER BY "Seq" DESC LIMIT 1)""",
        person.Id, reply.Settles, reply.Chosen);

    /// <summary>What answers what the person did is said in the thread they did it in; what comes unasked stands where they see it.</summary>
    private Outgoing InThread(Outgoing reply) =>
        address.Thread is { } thread && AnswersThem && reply is { Settles: null, Place: null, CanWait: false } && reply.Kind != OutgoingKind.Home ? reply with { Place = thread } : reply;

    private bool AnswersThem => what.IsOwn || what is Incoming.ChangesWanted or Incoming.DueCame { Due.Name: Due.Quiet };

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
}
