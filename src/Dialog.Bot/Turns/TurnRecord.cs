using System.Globalization;
using Dialog.Bot.Store;
using Dialog.Core.Interviews;
using Microsoft.EntityFrameworkCore;

namespace Dialog.Bot.Turns;

/// <summary>Writes a turn down in full: key, state, transcript, facts and outgoing messages become rows of one transaction. Saves nothing itself.</summary>
internal sealed class TurnRecord(DialogDb db, PersonRow person, AddressRow address, Incoming what)
{
    public async Task WriteAsync(ConversationRow? row, TurnResult result, CancellationToken cancellationToken)
    {
        db.Add(new InboxRow { Key = what.Key, At = what.At });
        WriteState(row, result.After);
        WriteIncoming(result);

        // An instant that was moved meanwhile stays; the clock may have been set back, so it is not asked.
        if (what is Incoming.DueCame came && await db.Due.FindAsync([person.Id, came.Due.Name], cancellationToken) is { } due && due.At <= came.Due.At)
        {
            db.Remove(due);
        }

        if (what.Key.StartsWith(Fact.MailKeyPrefix, StringComparison.Ordinal))
        {
            db.RemoveRange(await db.Mail.Where(m => m.Key == what.Key).ToListAsync(cancellationToken));
        }

        foreach (var fact in result.Facts)
        {
            await WriteAsync(fact, cancellationToken);
        }

        for (var index = 0; index < result.Replies.Count; index++)
        {
            await WriteOutgoingAsync(result.Replies[index], index, cancellationToken);
        }

        address.HomeSeenAt = what is Incoming.HomeOpened ? what.At : address.HomeSeenAt;
        if (result.Facts.Exists(HomePages.Shows) && await HomePages.OfAsync(db, person.Id, what.At, cancellationToken) is { Count: > 0 } && await db.Due.FindAsync([person.Id, Due.Home], cancellationToken) is null)
        {
            await SetDueAsync(new Due(Due.Home, what.At + HomePages.Settle), cancellationToken);
        }
    }

    private void WriteState(ConversationRow? row, Conversation after)
    {
        if (row is null)
        {
            db.Add(new ConversationRow { PersonId = person.Id, State = StateJson.Write(after), Version = 1 });
        }
        else
        {
            row.State = StateJson.Write(after);
            row.Version++;
        }
    }

    private void WriteIncoming(TurnResult result)
    {
        var line = what switch
        {
            Incoming.Said said => ("said", said.Text),
            Incoming.Edited edited => ("edited", edited.Text),
            Incoming.Deleted => ("deleted", ""),
            Incoming.ChangesWanted wanted => ("said", wanted.Reason),
            Incoming.Chose chose => ("chose", result.Replies.FirstOrDefault(reply => reply.Settles is not null)?.Chosen ?? chose.Value),
            _ => default((string Kind, string Text)?),
        };
        if (line is not { } written)
        {
            return;
        }

        db.Add(new MessageRow
        {
            PersonId = person.Id,
            AssignmentId = result.After.Current,
            Incoming = true,
            Key = what.Key,
            Channel = address.Channel,
            Kind = written.Item1,
            Text = written.Item2,
            At = what.At,
        });
    }

    private async Task WriteOutgoingAsync(Outgoing reply, int index, CancellationToken cancellationToken)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"{what.Key}/{index}");
        var body = StateJson.Write(reply);
        if (reply.Kind == OutgoingKind.Home)
        {
            await WriteHomeAsync(id, body, cancellationToken);
            return;
        }

        var to = address;
        if (reply.Settles is { } promptId)
        {
            to = await SentToAsync(promptId, cancellationToken) ?? address;
            var settled = await db.Messages.Where(m => m.PersonId == person.Id && m.PromptId == promptId).OrderByDescending(m => m.Seq).FirstOrDefaultAsync(cancellationToken);
            settled?.Chosen = reply.Chosen;
        }
        else
        {
            db.Add(new MessageRow
            {
                PersonId = person.Id,
                AssignmentId = reply.AssignmentId,
                Incoming = false,
                Key = id,
                Channel = address.Channel,
                Kind = JsonNamingOf(reply.Kind),
                Text = reply.Text,
                Body = body,
                PromptId = reply.PromptId,
                At = what.At,
            });
        }

        Post(id, to, body, reply.PromptId);
    }

    /// <summary>The person's page is drawn wherever they have looked at it; it is no line of the transcript.</summary>
    private async Task WriteHomeAsync(string id, string body, CancellationToken cancellationToken)
    {
        var pages = await HomePages.OfAsync(db, person.Id, what.At, cancellationToken);
        foreach (var page in what is Incoming.HomeOpened ? [address] : pages)
        {
            Post($"{id}/{page.Channel}:{page.Workspace}:{page.User}", page, body, promptId: null);
        }
    }

    private void Post(string id, AddressRow to, string body, string? promptId) => db.Add(new OutboxRow
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
    });

    /// <summary>Where a message with choices stands: it is settled there, although the person may have moved to another channel since.</summary>
    private async Task<AddressRow?> SentToAsync(string promptId, CancellationToken cancellationToken) =>
        await db.Outbox.AsNoTracking().Where(o => o.PersonId == person.Id && o.PromptId == promptId).OrderByDescending(o => o.Seq).FirstOrDefaultAsync(cancellationToken) is { } prompt
            ? await db.Addresses.FindAsync([prompt.Channel, prompt.Workspace, prompt.User], cancellationToken)
            : null;

    private async Task WriteAsync(Fact fact, CancellationToken cancellationToken)
    {
        switch (fact)
        {
            case Fact.AssignmentOpened { Assignment: var assignment }:
                db.Add(new AssignmentRow
                {
                    Id = assignment.Id,
                    PersonId = person.Id,
                    Topic = assignment.Topic,
                    State = Core.Assignments.AssignmentState.Planned,
                    Body = StateJson.Write(assignment),
                    CreatedAt = what.At,
                    MovedAt = what.At,
                    CopyDeadline = assignment.CopyDeadline,
                    RequestKey = what is Incoming.Assigned ? what.Key : null,
                });
                break;
            case Fact.AssignmentMoved moved:
                var row = await StoredAsync(moved.AssignmentId, cancellationToken);
                if (row.State != moved.State)
                {
                    row.State = moved.State;
                    row.MovedAt = what.At;
                }

                break;
            case Fact.Planned planned:
                (await StoredAsync(planned.AssignmentId, cancellationToken)).Plan = planned.Plan is null ? null : StateJson.Write(planned.Plan);
                break;
            case Fact.Escalated escalated:
                (await StoredAsync(escalated.AssignmentId, cancellationToken)).EscalatedAt = what.At;
                break;
            case Fact.AnswerRevised revised:
                db.Add(new AnswerRow { AssignmentId = revised.AssignmentId, Slot = revised.Slot, Revision = revised.Revision, Text = revised.Text, Raw = revised.Raw, Kind = revised.Kind, At = what.At });
                break;
            case Fact.DraftReviewed reviewed:
                await WriteDraftAsync(reviewed, cancellationToken);
                break;
            case Fact.ReactionCame { AssignmentId: var about, Reaction: var reaction }:
                db.Add(new ReactionRow { Id = reaction.Id, AssignmentId = about, Text = reaction.Text, Source = reaction.Source, Url = reaction.Url, At = what.At });
                break;
            case Fact.DueSet { Due: var wanted }:
                await SetDueAsync(wanted, cancellationToken);
                break;
            case Fact.DueCancelled cancelled:
                await CancelDueAsync(cancelled.NamePrefix, cancellationToken);
                break;
            case Fact.LanguageChosen chosen:
                person.Language = chosen.Language;
                break;
            case Fact.JoinCodeGiven given:
                await Joins.GiveCodeAsync(db, person.Id, given.Code, what.At, cancellationToken);
                break;
            case Fact.JoinCodeUsed used:
                await Joins.UseCodeAsync(db, used.Code, cancellationToken);
                break;
            case Fact.JoinedInto joined:
                await Joins.JoinAsync(db, person, joined.PersonId, what.At, cancellationToken);
                break;
            case Fact.Parted parted:
                await Joins.PartAsync(db, person, parted.PersonId, what.At, cancellationToken);
                break;
            case Fact.Mailed mailed:
                Mail(mailed.PersonId, mailed.What);
                break;
            case Fact.MailedToReviewers mailed:
                foreach (var reviewer in await People.ReviewersAsync(db, cancellationToken))
                {
                    if (reviewer.Id != person.Id)
                    {
                        Mail(reviewer.Id, mailed.What with { Key = $"{mailed.What.Key}:{reviewer.Id}" });
                    }
                }

                break;
        }
    }

    private void Mail(string personId, Incoming mail) =>
        db.Add(new MailRow { Key = mail.Key, PersonId = personId, Body = StateJson.Write(mail), CreatedAt = what.At, NextAt = what.At });

    private async Task WriteDraftAsync(Fact.DraftReviewed reviewed, CancellationToken cancellationToken)
    {
        foreach (var revision in reviewed.Revisions)
        {
            db.Add(new DraftRow
            {
                Id = reviewed.DraftId,
                Revision = revision.Number,
                AssignmentId = reviewed.AssignmentId,
                Outlet = revision.Draft.Outlet,
                Body = StateJson.Write(revision.Draft),
                Hash = revision.Draft.Hash,
                Status = reviewed.Status,
                Kind = revision.Kind,
                By = revision.By is null ? null : StateJson.Write(revision.By),
                At = revision.At,
            });
        }

        if (reviewed.Revisions.IsEmpty)
        {
            var row = db.Drafts.Local.Where(d => d.Id == reviewed.DraftId).MaxBy(d => d.Revision)
                ?? await db.Drafts.Where(d => d.Id == reviewed.DraftId).OrderByDescending(d => d.Revision).FirstAsync(cancellationToken);
            row.Status = reviewed.Status;
        }

        db.AddRange(reviewed.Entries.Select(entry => new ReviewRow
        {
            AssignmentId = reviewed.AssignmentId,
            DraftId = reviewed.DraftId,
            Action = entry.Action,
            Body = StateJson.Write(entry),
            At = entry.At,
        }));
    }

    private async Task<AssignmentRow> StoredAsync(string assignmentId, CancellationToken cancellationToken) =>
        await db.Assignments.FindAsync([assignmentId], cancellationToken) ?? throw new InvalidOperationException($"Assignment {assignmentId} is not stored.");

    private async Task SetDueAsync(Due due, CancellationToken cancellationToken)
    {
        var row = await db.Due.FindAsync([person.Id, due.Name], cancellationToken);
        if (row is null)
        {
            db.Add(new DueRow { PersonId = person.Id, Name = due.Name, At = due.At });
        }
        else
        {
            row.At = due.At;
            db.Entry(row).State = EntityState.Modified;
        }
    }

    private async Task CancelDueAsync(string prefix, CancellationToken cancellationToken)
    {
        await db.Due.Where(d => d.PersonId == person.Id).LoadAsync(cancellationToken);
        db.RemoveRange(db.Due.Local.Where(d => d.PersonId == person.Id && d.Name.StartsWith(prefix, StringComparison.Ordinal)).ToList());
    }

    private static string JsonNamingOf(OutgoingKind kind) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(kind.ToString());
}
