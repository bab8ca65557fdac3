using System.Globalization;
using Dialog.Bot.Access;
using Dialog.Bot.Export;
using Dialog.Bot.Store;
using Dialog.Bot.Turns;
using Dialog.Core.Access;
using Dialog.Core.Assignments;
using Dialog.Core.Calendars;
using Dialog.Core.Drafts;
using Dialog.Core.Interviews;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Dialog.Bot.Api;

/// <summary>Assignments over REST: opened, changed, taken back, put to others, read.</summary>
internal static class AssignmentsApi
{
    private const int PageSize = 100;

    private const int TranscriptPage = 1000;

    public static void MapAssignments(this RouteGroupBuilder api)
    {
        api.MapPost("/assignments", OpenAsync).WithSummary("Open an assignment: sends the first question to the person").WithTags("Assignments").TakesKey().Needs(Act.Order);
        api.MapPost("/assignments/preview", PreviewAsync).WithSummary("What would be planned for an assignment; nothing is stored or sent").WithTags("Assignments").ProducesProblem(StatusCodes.Status404NotFound).Needs(Act.Order);
        api.MapPatch("/assignments/{id}", ChangeAsync).WithSummary("Change what was ordered while the answer is to come, or only its dates while the text waits for its day; what is planned is planned anew, the person is told").WithTags("Assignments").Needs(Act.Order);
        api.MapPost("/assignments/{id}/withdraw", WithdrawAsync).WithSummary("Take the question back; the person is told").WithTags("Assignments").Needs(Act.Order);
        api.MapPost("/assignments/{id}/reopen", ReopenAsync).WithSummary("Ask again what was declined or taken back").WithTags("Assignments").Needs(Act.Order);
        api.MapPost("/assignments/{id}/reassign", ReassignAsync).WithSummary("Take the question back and put it to somebody else").WithTags("Assignments").TakesKey().Needs(Act.Order);
        api.MapPost("/assignments/{id}/also-ask", AlsoAskAsync).WithSummary("Put the same question to one more person, for the same ad").WithTags("Assignments").TakesKey().Needs(Act.Order);
        api.MapPut("/assignments/{id}/picture", ChangePictureAsync).WithSummary("Another picture, or the same with what was missing").WithTags("Assignments").Needs(Act.Order);
        api.MapDelete("/assignments/{id}/picture", TakePictureAwayAsync).WithSummary("No picture").WithTags("Assignments").Needs(Act.Order);
        api.MapGet("/assignments", ListAsync).WithSummary("List assignments").WithTags("Assignments").Needs(Act.SeeWork);
        api.MapGet("/assignments/{id}", GetAsync).WithSummary("One assignment with answers, drafts and reminders").WithTags("Assignments").Needs(Act.ReadAnswers);
        api.MapGet("/assignments/{id}/export", ExportAsync).WithSummary("The finished copy with its history: md, txt, docx or json").WithTags("Assignments").Produces<string>(StatusCodes.Status200OK, "text/markdown", "text/plain", Word.ContentType, "application/json").Needs(Act.ReadDrafts);
        api.MapGet("/assignments/{id}/transcript", TranscriptAsync).WithSummary("Every message in and out, in order").WithTags("Assignments").Needs(Act.ReadAnswers);
    }

    private static async Task<Results<Created<AssignmentDetails>, Ok<AssignmentDetails>, ValidationProblem, ProblemHttpResult>> OpenAsync(
        NewAssignment body,
        AssignmentOpener opener,
        HttpContext http,
        DialogDb db,
        Database database,
        Organisation organisation,
        CancellationToken cancellationToken)
    {
        var problems = new Problems();
        var assignment = OrderReader.Read(body, problems, organisation);
        var keyed = Keyed.Read(http, body, problems);
        if (problems.Any)
        {
            return problems.ToResult();
        }

        assignment = await FollowAsync(assignment, database, cancellationToken);
        if (keyed is not null && await EarlierAsync(keyed, assignment, http, db, cancellationToken) is { } earlier)
        {
            return earlier;
        }

        if (!await db.People.AnyAsync(p => p.Id == assignment.PersonId, cancellationToken))
        {
            return Problems.NotFound("person", assignment.PersonId);
        }

        if (!await db.Addresses.AnyAsync(a => a.PersonId == assignment.PersonId, cancellationToken))
        {
            return TypedResults.Problem("The person has no address on Slack, Teams or the web, so the question can not be sent.", statusCode: StatusCodes.Status409Conflict);
        }

        if (assignment.DeputyId is { } deputy && (deputy == assignment.PersonId || !await db.Addresses.AnyAsync(a => a.PersonId == deputy, cancellationToken)))
        {
            return TypedResults.Problem("The deputy has to be somebody else, with an address on Slack, Teams or the web.", statusCode: StatusCodes.Status409Conflict);
        }

        var (row, isNew) = await opener.OpenAsync(assignment, keyed?.Id, cancellationToken);
        var details = await AssignmentViews.DetailsAsync(row, db, cancellationToken);
        return isNew ? TypedResults.Created($"{http.Request.PathBase}/api/v1/assignments/{row.Id}", details) : TypedResults.Ok(details);
    }

    /// <summary>With the records that stand for those who are named now.</summary>
    private static async Task<Assignment> FollowAsync(Assignment assignment, Database database, CancellationToken cancellationToken) => assignment with
    {
        PersonId = await Joins.FollowAsync(database, assignment.PersonId, cancellationToken),
        DeputyId = assignment.DeputyId is { } deputy ? await Joins.FollowAsync(database, deputy, cancellationToken) : null,
    };

    /// <summary>
    /// What the key opened before, or that it was another body; null for a new key. An earlier release kept the key without its body: there the order as it is
    /// now is compared.
    /// </summary>
    private static async Task<Results<Created<AssignmentDetails>, Ok<AssignmentDetails>, ValidationProblem, ProblemHttpResult>?> EarlierAsync(
        Keyed keyed, Assignment wanted, HttpContext http, DialogDb db, CancellationToken cancellationToken)
    {
        var (same, first, last) = (AssignmentOpener.KeyOf(keyed.Id), AssignmentOpener.KeyOf(keyed.Family), AssignmentOpener.KeyOf(keyed.Last));
        var bare = AssignmentOpener.KeyOf(Caller.Of(http).PersonId is { } caller ? $"{caller}:{http.Request.Headers[Keyed.Header]}" : $"{http.Request.Headers[Keyed.Header]}");
        return await db.Assignments.AsNoTracking().FirstOrDefaultAsync(a => a.RequestKey == bare || string.Compare(a.RequestKey, first) > 0 && string.Compare(a.RequestKey, last) < 0, cancellationToken) is not { } row ? null
            : row.RequestKey == same || row.RequestKey == bare && IsSame(row, wanted) ? TypedResults.Ok(await AssignmentViews.DetailsAsync(row, db, cancellationToken))
            : Keyed.Used();
    }

    private static async Task<Results<Ok<AssignmentPreview>, ValidationProblem, ProblemHttpResult>> PreviewAsync(NewAssignment body, Rehearsal rehearsal, DialogDb db, Database database, Organisation organisation, TimeProvider time, CancellationToken cancellationToken)
    {
        var problems = new Problems();
        var assignment = OrderReader.Read(body, problems, organisation);
        if (problems.Any)
        {
            return problems.ToResult();
        }

        assignment = await FollowAsync(assignment, database, cancellationToken);
        if (!await db.People.AnyAsync(p => p.Id == assignment.PersonId, cancellationToken))
        {
            return Problems.NotFound("person", assignment.PersonId);
        }

        var plan = await rehearsal.PlanAsync(assignment, cancellationToken);
        var steps = plan?.Steps ?? [];
        var reminders = steps.Where(step => step.Step.IsReminder()).Select(step => step.At).Concat(assignment.RemindAt.Where(at => at > time.GetUtcNow()));
        return TypedResults.Ok(new AssignmentPreview(steps, [.. reminders.Select(at => new ReminderBody(at))]));
    }

    private static async Task<Results<Ok<AssignmentDetails>, ValidationProblem, ProblemHttpResult>> ChangeAsync(
        string id, AssignmentChange body, AssignmentDesk desk, DialogDb db, Organisation organisation, CancellationToken cancellationToken)
    {
        var problems = new Problems();
        var change = OrderReader.Read(body, problems, organisation);
        if (!problems.Any && await desk.FindAsync(id, cancellationToken) is { } before)
        {
            OrderReader.Check(change, StateJson.Read<Assignment>(before.Body), problems, organisation);
        }

        if (problems.Any)
        {
            return problems.ToResult();
        }

        return (await DoAsync(id, desk, db, (row, token) => desk.ReorderAsync(row, change, token), "The question is over already; of what is answered and not out yet, only publishOn, copyDeadline and due can change.", cancellationToken)).Result switch
        {
            Ok<AssignmentDetails> done => done,
            var refused => (ProblemHttpResult)refused,
        };
    }

    private static Task<Results<Ok<AssignmentDetails>, ProblemHttpResult>> WithdrawAsync(string id, AssignmentDesk desk, DialogDb db, CancellationToken cancellationToken) =>
        DoAsync(id, desk, db, desk.WithdrawAsync, "The question is over already.", cancellationToken);

    private static Task<Results<Ok<AssignmentDetails>, ProblemHttpResult>> ReopenAsync(string id, AssignmentDesk desk, DialogDb db, CancellationToken cancellationToken) =>
        DoAsync(id, desk, db, desk.ReopenAsync, "Only a question that was declined or taken back can be asked again.", cancellationToken);

    private static async Task<Results<Ok<AssignmentDetails>, ProblemHttpResult>> DoAsync(
        string id, AssignmentDesk desk, DialogDb db, Func<AssignmentRow, CancellationToken, Task<Refusal?>> act, string refusal, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(id, cancellationToken) is not { } row)
        {
            return Problems.NotFound("assignment", id);
        }

        return await act(row, cancellationToken) is null
            ? TypedResults.Ok(await AssignmentViews.DetailsAsync(id, db, cancellationToken))
            : TypedResults.Problem(refusal, statusCode: StatusCodes.Status409Conflict);
    }

    private static Task<Results<Created<AssignmentDetails>, Ok<AssignmentDetails>, ValidationProblem, ProblemHttpResult>> ReassignAsync(
        string id, AnotherPerson body, AssignmentDesk desk, HttpContext http, DialogDb db, Database database, CancellationToken cancellationToken) =>
        ToAnotherAsync(id, body, desk, http, db, database, async (row, personId, newId) => (await desk.ReassignAsync(row, personId, newId, cancellationToken)).Id, cancellationToken);

    private static Task<Results<Created<AssignmentDetails>, Ok<AssignmentDetails>, ValidationProblem, ProblemHttpResult>> AlsoAskAsync(
        string id, AnotherPerson body, AssignmentDesk desk, HttpContext http, DialogDb db, Database database, CancellationToken cancellationToken) =>
        ToAnotherAsync(id, body, desk, http, db, database, async (row, personId, newId) => await desk.AlsoAskAsync(row, personId, newId, cancellationToken), cancellationToken);

    private static async Task<Results<Created<AssignmentDetails>, Ok<AssignmentDetails>, ValidationProblem, ProblemHttpResult>> ToAnotherAsync(
        string id, AnotherPerson body, AssignmentDesk desk, HttpContext http, DialogDb db, Database database, Func<AssignmentRow, string, string, Task<string?>> act, CancellationToken cancellationToken)
    {
        var problems = new Problems();
        var personId = problems.Need("personId", body.PersonId, 100);
        var keyed = Keyed.Read(http, body, problems);
        if (problems.Any)
        {
            return problems.ToResult();
        }

        if (await desk.FindAsync(id, cancellationToken) is not { } row)
        {
            return Problems.NotFound("assignment", id);
        }

        if (keyed is not null && await db.Assignments.AsNoTracking().FirstOrDefaultAsync(a => string.Compare(a.Id, keyed.Family) > 0 && string.Compare(a.Id, keyed.Last) < 0, cancellationToken) is { } earlier)
        {
            return earlier.Id == keyed.Id ? TypedResults.Ok(await AssignmentViews.DetailsAsync(earlier, db, cancellationToken)) : Keyed.Used();
        }

        personId = await Joins.FollowAsync(database, personId, cancellationToken);
        if (personId == row.PersonId || !await desk.CanReachAsync(personId, cancellationToken))
        {
            return TypedResults.Problem("Choose somebody else, with an address on Slack, Teams or the web.", statusCode: StatusCodes.Status409Conflict);
        }

        var newId = keyed?.Id ?? AssignmentOpener.NewId();
        return await act(row, personId, newId) is not { } other ? TypedResults.Problem("The question is over already.", statusCode: StatusCodes.Status409Conflict)
            : other != newId ? TypedResults.Ok(await AssignmentViews.DetailsAsync(other, db, cancellationToken))
            : TypedResults.Created($"{http.Request.PathBase}/api/v1/assignments/{other}", await AssignmentViews.DetailsAsync(other, db, cancellationToken));
    }

    private static async Task<Results<Ok<AssignmentDetails>, ValidationProblem, ProblemHttpResult>> ChangePictureAsync(string id, Picture body, AssignmentDesk desk, DialogDb db, CancellationToken cancellationToken)
    {
        var problems = new Problems();
        var picture = OrderReader.Read(body, problems);
        return problems.Any ? problems.ToResult() : await SetPictureAsync(id, picture, desk, db, cancellationToken) is { } details ? TypedResults.Ok(details) : Problems.NotFound("assignment", id);
    }

    private static async Task<Results<Ok<AssignmentDetails>, ProblemHttpResult>> TakePictureAwayAsync(string id, AssignmentDesk desk, DialogDb db, CancellationToken cancellationToken) =>
        await SetPictureAsync(id, picture: null, desk, db, cancellationToken) is { } details ? TypedResults.Ok(details) : Problems.NotFound("assignment", id);

    private static async Task<AssignmentDetails?> SetPictureAsync(string id, Picture? picture, AssignmentDesk desk, DialogDb db, CancellationToken cancellationToken) =>
        await desk.ChangeAsync(id, assignment => assignment with { Picture = picture }, cancellationToken)
            ? await AssignmentViews.DetailsAsync(id, db, cancellationToken)
            : null;

    private static async Task<Results<Ok<Page<AssignmentBody>>, ValidationProblem>> ListAsync(
        DialogDb db,
        Database database,
        string? status,
        string? person,
        string? ad,
        [FromQuery(Name = "due-before")] string? before,
        string? cursor,
        Organisation organisation,
        CancellationToken cancellationToken)
    {
        var problems = new Problems();
        var state = problems.Named<AssignmentState>("status", status);
        var dueBefore = problems.Instant("due-before", before, organisation.TimeZone);
        if (problems.Any)
        {
            return problems.ToResult();
        }

        var rows = db.Assignments.AsNoTracking();
        rows = state is null ? rows : rows.Where(a => a.State == state);
        if (!string.IsNullOrEmpty(person))
        {
            person = await Joins.FollowAsync(database, person, cancellationToken);
            rows = rows.Where(a => a.PersonId == person);
        }

        rows = string.IsNullOrEmpty(ad) ? rows : rows.Where(a => a.Ad == ad || a.Id == ad);
        rows = dueBefore is { } due ? DueBefore(rows, due, organisation) : rows;
        rows = cursor is null ? rows : rows.Where(a => string.Compare(a.Id, cursor) > 0);
        var found = await rows.OrderBy(a => a.Id).Take(PageSize + 1).ToListAsync(cancellationToken);
        var page = found.Take(PageSize).ToList();
        return TypedResults.Ok(new Page<AssignmentBody>(page.ConvertAll(AssignmentViews.Body), found.Count > PageSize ? page[^1].Id : null));
    }

    /// <summary>Those whose text must have left, or that appear, before an instant: the deadlines that the overview shows. A day begins at midnight on the organisation's clock.</summary>
    private static IQueryable<AssignmentRow> DueBefore(IQueryable<AssignmentRow> rows, DateTimeOffset due, Organisation organisation)
    {
        var lastDay = WallClock.Day(due.AddMilliseconds(-1), organisation.TimeZone).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return rows.Where(a => a.CopyDeadline < due || string.Compare(a.PublishOn, lastDay) <= 0);
    }

    private static async Task<Results<Ok<AssignmentDetails>, ProblemHttpResult>> GetAsync(string id, DialogDb db, CancellationToken cancellationToken) =>
        await db.Assignments.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, cancellationToken) is { } row
            ? TypedResults.Ok(await AssignmentViews.DetailsAsync(row, db, cancellationToken))
            : Problems.NotFound("assignment", id);

    private static async Task<Results<Ok<Page<TranscriptLine>>, ValidationProblem, ProblemHttpResult>> TranscriptAsync(string id, string? cursor, DialogDb db, CancellationToken cancellationToken)
    {
        var problems = new Problems();
        var after = 0L;
        problems.Check("cursor", string.IsNullOrEmpty(cursor) || long.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out after), "Use what next said.");
        if (problems.Any)
        {
            return problems.ToResult();
        }

        if (!await db.Assignments.AnyAsync(a => a.Id == id, cancellationToken))
        {
            return Problems.NotFound("assignment", id);
        }

        var lines = await (
            from message in MessageRow.Transcript(db, id)
            where message.Seq > after
            join sent in db.Outbox on message.Key equals sent.Id into posts
            from post in posts.DefaultIfEmpty()
            orderby message.Seq
            select new { message, Status = (OutboxStatus?)post.Status, post.Reason }).Take(TranscriptPage + 1).ToListAsync(cancellationToken);
        var page = lines.Take(TranscriptPage).Select(line => AssignmentViews.Line(line.message, line.Status, line.Reason)).ToList();
        return TypedResults.Ok(new Page<TranscriptLine>(page, lines.Count > TranscriptPage ? page[^1].Id : null));
    }

    private static async Task<Results<FileContentHttpResult, ValidationProblem, ProblemHttpResult>> ExportAsync(string id, string? format, Exporter exporter, CancellationToken cancellationToken)
    {
        var problems = new Problems();
        problems.Check("format", format is null || Exporter.Formats.Contains(format), $"Use {string.Join(", ", Exporter.Formats)}.");
        if (problems.Any)
        {
            return problems.ToResult();
        }

        return await exporter.WriteAsync(id, format ?? "md", cancellationToken) is { } file
            ? TypedResults.File(file.Content, file.ContentType, file.Name)
            : Problems.NotFound("assignment", id);
    }

    /// <summary>Whether a stored assignment says the same as one that came with its key; the picture may have been changed since, and a language that is not named is any.</summary>
    private static bool IsSame(AssignmentRow row, Assignment wanted)
    {
        var stored = StateJson.Read<Assignment>(row.Body);
        var language = wanted.InTheirLanguage ? stored.Language : wanted.Language;
        return StateJson.Write(stored) == StateJson.Write(wanted with { Id = row.Id, Picture = stored.Picture, Language = language, InTheirLanguage = stored.InTheirLanguage });
    }
}
