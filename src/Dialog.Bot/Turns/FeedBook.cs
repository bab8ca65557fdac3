using System.Security.Cryptography;
using System.Text;
using Dialog.Bot.Store;
using Dialog.Core.Assignments;
using Dialog.Core.Calendars;
using Dialog.Core.Interviews;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Microsoft.EntityFrameworkCore;

namespace Dialog.Bot.Turns;

/// <summary>Calendars of deadlines and days in print (RFC 5545), one per subscriber, behind a secret that is shown once and can be taken back.</summary>
internal sealed class FeedBook(IDbContextFactory<DialogDb> databases, Database database, Organisation organisation, TimeProvider time)
{
    /// <summary>Whose calendar has everybody's dates.</summary>
    public const string Desk = "desk";

    /// <summary>What is longer ago stands in no calendar any more.</summary>
    private const int DaysBack = 90;

    private const int MostEvents = 1000;

    /// <summary>So long a secret that was taken back can be given back; then it is worth nothing for ever.</summary>
    private static readonly TimeSpan Regret = TimeSpan.FromHours(1);

    /// <summary>A new secret; the one before is worth nothing from now on.</summary>
    public async Task<string> GiveAsync(string owner, CancellationToken cancellationToken)
    {
        var secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
        var (door, now) = (Door.Current, time.GetUtcNow());
        await database.WriteAsync(
            session =>
            {
                session.Write(
                    """
                    INSERT INTO "Feeds" ("Owner", "Hash", "CreatedAt") VALUES ($1, $2, $3)
                    ON CONFLICT ("Owner") DO UPDATE SET "Hash" = excluded."Hash", "CreatedAt" = excluded."CreatedAt", "TakenBackAt" = NULL
                    """,
                    owner, Hash(secret), now);
                session.Tell(door, new Deed("give", "calendar", owner), now);
            },
            cancellationToken);
        return secret;
    }

    /// <summary>The secret is worth nothing any more; false when there was none.</summary>
    public Task<bool> TakeBackAsync(string owner, CancellationToken cancellationToken)
    {
        var (door, now) = (Door.Current, time.GetUtcNow());
        return database.WriteAsync(async (session, token) =>
        {
            session.Write("""UPDATE "Feeds" SET "TakenBackAt" = $2 WHERE "Owner" = $1 AND "TakenBackAt" IS NULL""", owner, now);
            session.Tell(door, new Deed("takeBack", "calendar", owner), now);
            return await session.FirstAsync("""SELECT "Owner" FROM "Feeds" WHERE "Owner" = $1 AND "TakenBackAt" IS NULL""", [owner], row => row.GetString(0), token) is not null;
        }, cancellationToken);
    }

    /// <summary>What was taken back a moment ago is worth something again: whoever has the address need not be given another. False when it is too late.</summary>
    public Task<bool> GiveBackAsync(string owner, CancellationToken cancellationToken)
    {
        var (door, now) = (Door.Current, time.GetUtcNow());
        return database.WriteAsync(async (session, token) =>
        {
            if (await session.FirstAsync("""SELECT "Owner" FROM "Feeds" WHERE "Owner" = $1 AND "TakenBackAt" > $2""", [owner, now - Regret], row => row.GetString(0), token) is null)
            {
                return false;
            }

            session.Write("""UPDATE "Feeds" SET "TakenBackAt" = NULL WHERE "Owner" = $1""", owner);
            session.Tell(door, new Deed("giveBack", "calendar", owner), now);
            return true;
        }, cancellationToken);
    }

    /// <summary>Since when the owner has a secret; null when there is none.</summary>
    public async Task<DateTimeOffset?> GivenAtAsync(string owner, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Feeds.AsNoTracking().Where(feed => feed.Owner == owner && feed.TakenBackAt == null).Select(feed => (DateTimeOffset?)feed.CreatedAt).SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>The calendar behind a secret; null when it opens nothing.</summary>
    public async Task<string?> ReadAsync(string secret, CancellationToken cancellationToken)
    {
        var hash = Hash(secret);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (await db.Feeds.AsNoTracking().SingleOrDefaultAsync(feed => feed.Hash == hash && feed.TakenBackAt == null, cancellationToken) is not { Owner: var owner } || owner == TextFeed.Owner)
        {
            return null;
        }

        // Of somebody who has become one with another record, the dates are that one's; the language is the person's own.
        var person = owner == Desk ? null : await PersonAsync(db, await Joins.FollowAsync(database, owner, cancellationToken), cancellationToken);
        owner = person?.Id ?? owner;
        var since = time.GetUtcNow().AddDays(-DaysBack);
        var sinceDay = WallClock.Day(since, organisation.TimeZone);
        var firstDay = sinceDay.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var rows = await (
            from assignment in db.Assignments.AsNoTracking()
            where owner == Desk || assignment.PersonId == owner
            where assignment.State != AssignmentState.Cancelled && assignment.State != AssignmentState.Declined
            where assignment.MovedAt > since || assignment.CopyDeadline > since || string.Compare(assignment.PublishOn, firstDay) >= 0
                || assignment.Stage == AssignmentStage.Planned || assignment.Stage == AssignmentStage.Assigned || assignment.Stage == AssignmentStage.InProgress
            join respondent in db.People on assignment.PersonId equals respondent.Id
            orderby assignment.Id descending
            select new { assignment.Id, assignment.Topic, assignment.Plan, assignment.Body, assignment.MovedAt, respondent.Name }).Take(MostEvents).ToListAsync(cancellationToken);
        var calendar = new Calendar { ProductId = "-//Dialog//Dialog//SV" };
        calendar.AddProperty("X-WR-CALNAME", organisation.Name);
        var english = (person?.Language ?? organisation.Language) == "en";
        foreach (var row in rows)
        {
            var assignment = StateJson.Read<Assignment>(row.Body);
            var plan = row.Plan is null ? null : StateJson.Read<ReminderPlan>(row.Plan);
            var about = owner == Desk && row.Name is { } name ? $"{row.Topic} ({name})" : row.Topic;
            Add($"{row.Id}-answers", english ? "Answers in" : "Svaren inne", plan?.At(PlanStep.AnswersIn) ?? assignment.Due, day: null);
            Add($"{row.Id}-deadline", english ? "Copy deadline" : "Manusstopp", plan?.At(PlanStep.CopyDeadline) ?? assignment.CopyDeadline, day: null);
            Add($"{row.Id}-print", english ? "In print" : "Införande", at: null, assignment.PublishOn);

            void Add(string id, string what, DateTimeOffset? at, DateOnly? day)
            {
                if (at is null && day is null || at <= since || day < sinceDay)
                {
                    return;
                }

                calendar.Events.Add(new CalendarEvent
                {
                    Uid = $"{id}@dialog",
                    DtStamp = new CalDateTime(row.MovedAt.UtcDateTime),
                    Summary = $"{what}: {about}",
                    Start = at is { } instant ? new CalDateTime(instant.UtcDateTime) : new CalDateTime(day!.Value),
                    Transparency = TransparencyType.Transparent,
                });
            }
        }

        return new CalendarSerializer().SerializeToString(calendar);
    }

    private static Task<PersonRow?> PersonAsync(DialogDb db, string id, CancellationToken cancellationToken) => db.People.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken);

    /// <summary>What is kept of a secret.</summary>
    public static string Hash(string secret) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
