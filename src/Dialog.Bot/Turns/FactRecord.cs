using System.Collections.Immutable;
using System.Diagnostics;
using Dialog.Bot.Store;
using Dialog.Core.Access;
using Dialog.Core.Assignments;
using Dialog.Core.Drafts;
using Dialog.Core.Interviews;

namespace Dialog.Bot.Turns;

/// <summary>Writes down what a turn found: each fact becomes rows of the turn's transaction.</summary>
/// <param name="session">The transaction.</param>
/// <param name="to">Whose turn.</param>
/// <param name="what">The turn's event.</param>
/// <param name="door">Which way it came.</param>
/// <param name="reviews">What is known of the reviews it may change.</param>
internal sealed class FactRecord(Session session, Reachable to, Incoming what, Door door, ImmutableList<ReviewFile> reviews)
{
    private readonly PersonRow person = to.Person;

    /// <summary>Who made the turn.</summary>
    private readonly Door who = what.IsOwn ? door with { PersonId = to.Person.Id, Role = "respondent" } : door;

    /// <summary>Writes them down in order, each with what the log of deeds tells of it.</summary>
    public async Task WriteAsync(ImmutableList<Fact> facts, CancellationToken cancellationToken)
    {
        foreach (var fact in facts)
        {
            foreach (var (by, deed) in TurnDeeds.Of(fact, person.Id, who))
            {
                session.Tell(by, deed, what.At);
            }

            await WriteAsync(fact, cancellationToken);
        }

        foreach (var assignment in facts.Select(Staged).OfType<string>().Distinct())
        {
            session.Write(AssignmentRow.Restage, assignment);
        }
    }

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
                SeriesBook.LookAnew(session, person.Id, what.At);
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
                        to.Address.Channel, to.Address.Workspace, to.Address.User, what.At);
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
