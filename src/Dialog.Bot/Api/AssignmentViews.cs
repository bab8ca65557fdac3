using System.Globalization;
using Dialog.Bot.Store;
using Dialog.Core.Assignments;
using Dialog.Core.Interviews;
using Microsoft.EntityFrameworkCore;

namespace Dialog.Bot.Api;

/// <summary>Shows what is stored of an assignment.</summary>
internal static class AssignmentViews
{
    /// <summary>Of one that exists, as it is stored now.</summary>
    public static async Task<AssignmentDetails> DetailsAsync(string id, DialogDb db, CancellationToken cancellationToken) =>
        await DetailsAsync(await db.Assignments.AsNoTracking().SingleAsync(a => a.Id == id, cancellationToken), db, cancellationToken);

    public static async Task<AssignmentDetails> DetailsAsync(AssignmentRow row, DialogDb db, CancellationToken cancellationToken)
    {
        var due = await RemindersAsync(row, db, cancellationToken);
        return new AssignmentDetails(Body(row))
        {
            Answers = await AnswersApi.LatestAsync(row.Id, db, cancellationToken),
            Drafts = await DraftsApi.LatestAsync(db.Drafts.Where(d => d.AssignmentId == row.Id), db, cancellationToken),
            Reminders = due.ConvertAll(at => new ReminderBody(at)),
            Replies = await db.Assignments.Where(a => a.ReplyTo == row.Id).OrderBy(a => a.CreatedAt).Select(a => a.Id).ToListAsync(cancellationToken),
            Plan = row.Plan is null ? [] : StateJson.Read<ReminderPlan>(row.Plan).Steps,
        };
    }

    /// <summary>The planned reminders and those that were given, as far as they are still to come.</summary>
    private static async Task<List<DateTimeOffset>> RemindersAsync(AssignmentRow row, DialogDb db, CancellationToken cancellationToken)
    {
        var (given, planned) = (Due.RemindersOf(row.Id), Due.PlanOf(row.Id));
        var due = await db.Due.AsNoTracking()
            .Where(d => d.PersonId == row.PersonId && (d.Name.StartsWith(given) || d.Name.StartsWith(planned)))
            .OrderBy(d => d.At).ToListAsync(cancellationToken);
        return [.. due.Where(d => d.Name.StartsWith(given, StringComparison.Ordinal) || Enum.TryParse<PlanStep>(d.Name[planned.Length..], out var step) && step.IsReminder()).Select(d => d.At)];
    }

    public static AssignmentBody Body(AssignmentRow row)
    {
        var assignment = StateJson.Read<Assignment>(row.Body);
        return new AssignmentBody(
            row.Id, assignment.Topic, assignment.Brief, row.PersonId, assignment.Track, assignment.Outlets, assignment.AdSize, assignment.Enumeration, assignment.Link,
            assignment.Hashtags, assignment.PublishOn, assignment.CopyDeadline, assignment.Due, assignment.Language, row.State, row.CreatedAt, row.MovedAt)
        {
            Kicker = assignment.Kicker,
            Picture = assignment.Picture,
            DeputyId = assignment.DeputyId,
            StandsInFor = assignment.StandsIn?.AssignmentId,
            Ad = row.Ad,
            EscalatedAt = row.EscalatedAt,
            ReplyTo = assignment.ReplyTo,
        };
    }

    public static TranscriptLine Line(MessageRow message, OutboxStatus? delivery, string? reason)
    {
        var sent = message.Body is null ? null : StateJson.Read<Outgoing>(message.Body);
        return new TranscriptLine(
            message.Seq.ToString(CultureInfo.InvariantCulture), message.Incoming ? "in" : "out", message.Channel, message.Kind, message.Text,
            sent?.Choices, message.Chosen, delivery, reason, message.At, sent?.LateFrom);
    }
}
