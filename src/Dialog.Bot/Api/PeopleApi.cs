using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Dialog.Bot.Access;
using Dialog.Bot.Channels;
using Dialog.Bot.Channels.Teams;
using Dialog.Bot.Store;
using Dialog.Bot.Turns;
using Dialog.Core.Access;
using Dialog.Core.Calendars;
using Dialog.Core.Interviews;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Dialog.Bot.Api;

/// <summary>A person to add.</summary>
internal sealed record NewPerson(
    string? Name, string? Title = null, List<string?>? Roles = null, string? Language = null, string? TimeZone = null, List<AddressBody?>? Addresses = null, string? Email = null);

/// <summary>Who the person is on one channel.</summary>
internal sealed record AddressBody(string? Channel, string? User, string? Workspace = null);

/// <summary>A person the bot may speak to.</summary>
internal sealed record PersonBody(string Id, string? Name, string? Title, IReadOnlyList<string> Roles, string Language, string TimeZone, IReadOnlyList<AddressBody> Addresses)
{
    /// <summary>The address the person signs in with, or a platform has verified.</summary>
    public string? Email { get; init; }

    /// <summary>The person's own hours, e.g. 07:00-16:00; null when the organisation's count.</summary>
    public string? Hours { get; init; }

    /// <summary>Days the person is away, both ends included.</summary>
    public IReadOnlyList<DateSpan> Absences { get; init; } = [];
}

/// <summary>What to change of a person; what is left out stays.</summary>
internal sealed record PersonChange(string? Name = null, string? Title = null, string? Language = null, string? TimeZone = null, string? Hours = null, List<string?>? Roles = null, string? Email = null);

/// <summary>Days somebody is away, both ends included.</summary>
internal sealed record AbsenceBody(DateOnly? First, DateOnly? Last = null);

/// <summary>People over REST: who they are, when they are away, what is stored of them.</summary>
internal static class PeopleApi
{
    private const int PageSize = 100;

    /// <summary>What somebody may be.</summary>
    internal static readonly string[] KnownRoles = ["respondent", "editor", "approver", "admin"];

    public static void MapPeople(this RouteGroupBuilder api)
    {
        api.MapPost("/people", AddAsync).WithSummary("Add a person").WithTags("People").TakesKey().Needs(Act.ChangePeople);
        api.MapPost("/people/import", ImportAsync).WithSummary("Add people from CSV").WithDescription($"Columns: {string.Join(", ", PeopleTable.Columns)}. With dry-run=true nobody is added.").WithTags("People").Accepts<string>("text/csv").Needs(Act.ChangePeople);
        api.MapGet("/people", ListAsync).WithSummary("List people").WithTags("People").Needs(Act.SeePeople);
        api.MapGet("/people/{id}", GetAsync).WithSummary("One person").WithTags("People").Needs(Act.SeePeople);
        api.MapPatch("/people/{id}", ChangeAsync).WithSummary("Change name, title, language, time zone, hours, e-mail address or roles; what is planned is planned anew").WithTags("People").Needs(Act.ChangePeople);
        api.MapPost("/people/{id}/sign-out", SignOutAsync).WithSummary("End all sessions of a person at the desk").WithTags("People").Needs(Act.GiveRoles);
        api.MapGet("/people/{id}/data", DataAsync).WithSummary("All that is stored about a person").WithTags("People").Produces<JsonObject>().Needs(Act.ReadPersonalData);
        api.MapDelete("/people/{id}", EraseAsync).WithSummary("Erase a person; what is a public record is kept and named").WithTags("People").Needs(Act.ErasePerson);
        api.MapPut("/people/{id}/absences", SetAbsencesAsync).WithSummary("The days the person is away, instead of those known before").WithTags("People").Needs(Act.ChangePeople);
        api.MapPost("/people/{id}/absences/calendar", ImportAbsencesAsync).WithSummary("Adds the days a calendar (text/calendar) shows the person as away").WithTags("People").Accepts<string>("text/calendar").Needs(Act.ChangePeople);
    }

    private static async Task<Results<Created<PersonBody>, Ok<PersonBody>, ValidationProblem, ProblemHttpResult>> AddAsync(
        NewPerson person, PeopleBook book, HttpContext http, DialogDb db, CancellationToken cancellationToken)
    {
        var problems = new Problems();
        var name = problems.NeedLine("name", person.Name, 200);
        var title = problems.Line("title", person.Title, 200);
        var roles = person.Roles is { Count: > 0 } ? person.Roles.Select(role => role ?? "").Distinct().ToList() : ["respondent"];
        problems.Check("roles", roles.TrueForAll(KnownRoles.Contains), "Use respondent, editor, approver or admin.");
        var email = ReadEmail(person.Email, problems);
        problems.Check("language", person.Language is null or "sv" or "en", "Use sv or en.");
        problems.Check("timeZone", person.TimeZone is null || WallClock.Knows(person.TimeZone), "Use an IANA name such as Europe/Stockholm.");
        var addresses = ReadAddresses(person.Addresses ?? [], problems);
        var keyed = Keyed.Read(http, person, problems);
        if (problems.Any)
        {
            return problems.ToResult();
        }

        if ((email is not null || roles is not ["respondent"]) && !Caller.Of(http).May(Act.GiveRoles))
        {
            return RolesRefused();
        }

        if (keyed is not null && await db.People.Where(p => string.Compare(p.Id, keyed.Family) > 0 && string.Compare(p.Id, keyed.Last) < 0).Select(p => p.Id).FirstOrDefaultAsync(cancellationToken) is { } earlier)
        {
            return earlier == keyed.Id ? TypedResults.Ok(await ReadAsync(earlier, db, cancellationToken)) : Keyed.Used();
        }

        var row = await book.AddAsync(name, title, roles, person.Language, person.TimeZone, addresses, email, keyed?.Id, cancellationToken);
        return row is null
            ? TypedResults.Problem("One of the addresses belongs to somebody else already.", statusCode: StatusCodes.Status409Conflict)
            : TypedResults.Created($"{http.Request.PathBase}/api/v1/people/{row.Id}", Body(row, addresses.Select(a => new AddressBody(a.Channel, a.User, a.Workspace))));
    }

    private static async Task<Results<Ok<Page<ImportedPerson>>, ValidationProblem, ProblemHttpResult>> ImportAsync(
        HttpContext http, [FromQuery(Name = "dry-run")] string? dryRun, PeopleBook book, DialogDb db, CancellationToken cancellationToken)
    {
        var table = await PeopleTable.ReadAsync(await TableText.ReadAsync(http.Request.Body, cancellationToken), db, cancellationToken);
        if (table.Problems.Any)
        {
            return table.Problems.ToResult();
        }

        if (table.GivesRoles && !Caller.Of(http).May(Act.GiveRoles))
        {
            return RolesRefused();
        }

        return TypedResults.Ok(new Page<ImportedPerson>(dryRun == "true" ? [.. table.People.Select(person => person.Line)] : await table.AddAsync(book, cancellationToken)));
    }

    /// <summary>A person as a line of a table says; what is wrong is collected by column.</summary>
    public static NewPersonLine Read(Dictionary<string, string> cells, Problems problems)
    {
        string? Cell(string name) => cells.GetValueOrDefault(name);
        var roles = (Cell("roles") ?? "respondent").Split([' ', '|', '+', ','], StringSplitOptions.RemoveEmptyEntries).Distinct().ToList();
        problems.Check("roles", roles.TrueForAll(KnownRoles.Contains), "Use respondent, editor, approver or admin.");
        problems.Check("timeZone", Cell("timeZone") is not { } zone || WallClock.Knows(zone), "Use an IANA name such as Europe/Stockholm.");
        problems.Check("language", Cell("language") is null or "sv" or "en", "Use sv or en.");
        var addresses = new List<Address>();
        foreach (var channel in (string[])[Address.Slack, Address.Teams, Address.Web])
        {
            if (Cell(channel) is { } written)
            {
                var (workspace, user) = channel == Address.Web ? (Address.Web, written) : written.Split(':', StringSplitOptions.TrimEntries) is [var place, var id] ? (place, id) : ("", "");
                problems.Check(channel, IsId(workspace) && IsId(user), channel switch
                {
                    Address.Slack => "Write team and member, e.g. T0123:U0123.",
                    Address.Teams => "Write tenant and object id, with a colon between.",
                    _ when user.Length > 200 => "At most 200 characters.",
                    _ => "No control characters.",
                });
                addresses.Add(AddressOf(channel, workspace, user));
            }
        }

        return new NewPersonLine(problems.NeedLine("name", Cell("name"), 200), problems.Line("title", Cell("title"), 200), roles, ReadEmail(Cell("email"), problems), Cell("language"), Cell("timeZone"), addresses);
    }

    private static async Task<Page<PersonBody>> ListAsync(DialogDb db, string? cursor, CancellationToken cancellationToken)
    {
        var after = cursor ?? "";
        var rows = await db.People.AsNoTracking().Where(p => string.Compare(p.Id, after) > 0 && !db.Joins.Any(join => join.PersonId == p.Id && join.PartedAt == null)).OrderBy(p => p.Id).Take(PageSize + 1).ToListAsync(cancellationToken);
        var page = rows.Take(PageSize).ToList();
        var ids = page.ConvertAll(p => p.Id);
        var addresses = (await db.Addresses.AsNoTracking().Where(a => ids.Contains(a.PersonId)).ToListAsync(cancellationToken)).ToLookup(a => a.PersonId);
        return new Page<PersonBody>(
            page.ConvertAll(p => Body(p, addresses[p.Id].Select(a => new AddressBody(a.Channel, a.User, a.Workspace)))),
            rows.Count > PageSize ? page[^1].Id : null);
    }

    private static async Task<Results<Ok<PersonBody>, ProblemHttpResult>> GetAsync(string id, DialogDb db, Database database, CancellationToken cancellationToken)
    {
        id = await Joins.FollowAsync(database, id, cancellationToken);
        if (await db.People.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, cancellationToken) is not { } person)
        {
            return Problems.NotFound("person", id);
        }

        var addresses = await db.Addresses.AsNoTracking().Where(a => a.PersonId == id).ToListAsync(cancellationToken);
        return TypedResults.Ok(Body(person, addresses.Select(a => new AddressBody(a.Channel, a.User, a.Workspace))));
    }

    private static async Task<Results<Ok<PersonBody>, ValidationProblem, ProblemHttpResult>> ChangeAsync(string id, PersonChange body, PeopleBook book, AbsenceBook absences, Sessions sessions, HttpContext http, DialogDb db, Database database, CancellationToken cancellationToken)
    {
        var problems = new Problems();
        var (name, title) = (problems.Line("name", body.Name, 200), problems.Line("title", body.Title, 200));
        problems.Check("name", body.Name is null || name is not null, "This is needed.");
        problems.Check("language", body.Language is null or "sv" or "en", "Use sv or en.");
        problems.Check("timeZone", body.TimeZone is null || WallClock.Knows(body.TimeZone), "Use an IANA name such as Europe/Stockholm.");
        problems.Check("hours", string.IsNullOrEmpty(body.Hours) || WorkingHours.ReadSpan(body.Hours) is not null, "Write two times of a day, e.g. 07:00-16:00; empty for the organisation's hours.");
        var roles = body.Roles?.Select(role => role ?? "").Distinct().ToList();
        problems.Check("roles", roles is null || roles.Count > 0 && roles.TrueForAll(KnownRoles.Contains), "Use respondent, editor, approver or admin.");
        var email = ReadEmail(body.Email, problems);
        if (problems.Any)
        {
            return problems.ToResult();
        }

        if ((roles ?? (object?)body.Email) is not null && !Caller.Of(http).May(Act.GiveRoles))
        {
            return RolesRefused();
        }

        id = await Joins.FollowAsync(database, id, cancellationToken);
        if (email is not null && await book.IsTakenAsync(email, id, cancellationToken))
        {
            return TypedResults.Problem("The e-mail address belongs to somebody else already.", statusCode: StatusCodes.Status409Conflict);
        }

        var found = await book.ChangeAsync(id, person =>
        {
            (person.Name, person.Title) = (name ?? person.Name, body.Title is null ? person.Title : title);
            (person.Language, person.TimeZone) = (body.Language ?? person.Language, body.TimeZone ?? person.TimeZone);
            person.LanguageAssumed &= body.Language is null;
            person.Hours = body.Hours is null ? person.Hours : body.Hours.Length == 0 ? null : body.Hours;
            person.Roles = roles is null ? person.Roles : string.Join(',', roles);
            person.Email = body.Email is null ? person.Email : email;
        }, cancellationToken);
        sessions.Forget(id);
        if (!found)
        {
            return Problems.NotFound("person", id);
        }

        if (await db.Addresses.AnyAsync(a => a.PersonId == id, cancellationToken))
        {
            await absences.PlanAnewAsync(id, cancellationToken);
        }

        return TypedResults.Ok(await ReadAsync(id, db, cancellationToken));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> SignOutAsync(string id, Sessions sessions, DialogDb db, Database database, CancellationToken cancellationToken)
    {
        id = await Joins.FollowAsync(database, id, cancellationToken);
        if (!await db.People.AnyAsync(p => p.Id == id, cancellationToken))
        {
            return Problems.NotFound("person", id);
        }

        await sessions.EndAsync(id, cancellationToken);
        return TypedResults.NoContent();
    }

    /// <summary>Who one is at the desk, and by which address one is known there, is decided by those who give roles.</summary>
    private static ProblemHttpResult RolesRefused() => TypedResults.Problem("Only an administrator gives roles and e-mail addresses.", statusCode: StatusCodes.Status403Forbidden);

    /// <summary>In lower case; empty is none.</summary>
    internal static string? ReadEmail(string? email, Problems problems)
    {
        var text = problems.Line("email", email, 320)?.ToLowerInvariant();
        problems.Check("email", text is null || text.IndexOf('@', StringComparison.Ordinal) is > 0 and var at && at < text.Length - 1 && !text.Any(char.IsWhiteSpace), "Write an e-mail address such as anna@example.com.");
        return text;
    }

    private static async Task<Results<Ok<PersonBody>, ValidationProblem, ProblemHttpResult>> SetAbsencesAsync(string id, List<AbsenceBody?> body, AbsenceBook absences, DialogDb db, Database database, CancellationToken cancellationToken)
    {
        var problems = new Problems();
        problems.Check("absences", body.Count <= 200, "At most 200 spans.");
        problems.Check("absences", body.TrueForAll(span => span is { First: { Year: >= 2000 and < 2200 } first } && (span.Last ?? first) is { Year: < 2200 } last && last >= first), "Each needs first, and last not before it, as YYYY-MM-DD.");
        if (problems.Any)
        {
            return problems.ToResult();
        }

        return await TellAsync(await Joins.FollowAsync(database, id, cancellationToken), [.. body.Select(span => new DateSpan(span!.First!.Value, span.Last ?? span.First.Value))], absences, db, cancellationToken);
    }

    private static async Task<Results<Ok<PersonBody>, ValidationProblem, ProblemHttpResult>> ImportAbsencesAsync(string id, HttpRequest request, AbsenceBook absences, DialogDb db, Database database, Organisation organisation, TimeProvider time, CancellationToken cancellationToken)
    {
        id = await Joins.FollowAsync(database, id, cancellationToken);
        if (await db.People.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, cancellationToken) is not { } person)
        {
            return Problems.NotFound("person", id);
        }

        using var reader = new StreamReader(request.Body);
        var read = AwayCalendar.Read(await reader.ReadToEndAsync(cancellationToken), People.ZoneOf(person, organisation), People.OwnHours(person.Hours, organisation) ?? organisation.Hours, time.GetUtcNow());
        var problems = new Problems();
        problems.Check("calendar", read is not null, "This is no calendar (iCalendar, .ics) that can be read.");
        return problems.Any ? problems.ToResult() : await TellAsync(id, [.. AbsenceBook.Of(person), .. read!], absences, db, cancellationToken);
    }

    private static async Task<Results<Ok<PersonBody>, ValidationProblem, ProblemHttpResult>> TellAsync(string id, ImmutableList<DateSpan> spans, AbsenceBook absences, DialogDb db, CancellationToken cancellationToken)
    {
        if (!await db.People.AnyAsync(p => p.Id == id, cancellationToken))
        {
            return Problems.NotFound("person", id);
        }

        if (!await db.Addresses.AnyAsync(a => a.PersonId == id, cancellationToken))
        {
            return TypedResults.Problem("The person has no address on Slack, Teams or the web.", statusCode: StatusCodes.Status409Conflict);
        }

        await absences.SetAsync(id, spans, cancellationToken);
        return TypedResults.Ok(await ReadAsync(id, db, cancellationToken));
    }

    private static async Task<Results<JsonHttpResult<JsonObject>, ProblemHttpResult>> DataAsync(string id, PersonalData data, HttpContext http)
    {
        if (await data.TellAsync(id, http.RequestAborted) is not { } all)
        {
            return Problems.NotFound("person", id);
        }

        http.Response.Headers.ContentDisposition = $"attachment; filename=\"dialog-{id}.json\"";
        return TypedResults.Json(all);
    }

    private static async Task<Results<Ok<Erasure>, ProblemHttpResult>> EraseAsync(string id, PersonalData data, CancellationToken cancellationToken) =>
        await data.EraseAsync(id, cancellationToken) switch
        {
            null => Problems.NotFound("person", id),
            { Series: [_, ..] series } => TypedResults.Problem($"The person takes part in a series ({string.Join(", ", series)}): put somebody else there first. Nothing was erased.", statusCode: StatusCodes.Status409Conflict),
            var done => TypedResults.Ok(done),
        };

    private static async Task<PersonBody> ReadAsync(string id, DialogDb db, CancellationToken cancellationToken)
    {
        var person = await db.People.AsNoTracking().SingleAsync(p => p.Id == id, cancellationToken);
        var addresses = await db.Addresses.AsNoTracking().Where(a => a.PersonId == id).ToListAsync(cancellationToken);
        return Body(person, addresses.Select(a => new AddressBody(a.Channel, a.User, a.Workspace)));
    }

    private static List<Address> ReadAddresses(List<AddressBody?> bodies, Problems problems)
    {
        var addresses = new List<Address>();
        foreach (var body in bodies.Select(body => body ?? new AddressBody(null, null)))
        {
            var known = body.Channel is Address.Slack or Address.Teams or Address.Web;
            problems.Check("addresses", known, "channel is slack, teams or web.");
            var (workspace, user) = (body.Channel == Address.Web ? Address.Web : body.Workspace?.Trim() ?? "", body.User?.Trim() ?? "");
            problems.Check("addresses", IsId(workspace), "workspace is the Slack team's or the Teams tenant's id.");
            problems.Check("addresses", IsId(user), "user is the person's id on the channel.");
            addresses.Add(AddressOf(body.Channel ?? "", workspace, user));
        }

        return addresses.Distinct().ToList();
    }

    private static bool IsId(string text) => text.Length is > 0 and <= 200 && !text.Any(char.IsControl);

    /// <summary>The ids of tenants and people in Teams as they are compared, whoever copied them from where.</summary>
    private static Address AddressOf(string channel, string workspace, string user) =>
        channel == Address.Teams ? new Address(channel, Activity.Canonical(workspace), Activity.Canonical(user)) : new Address(channel, workspace, user);

    private static PersonBody Body(PersonRow row, IEnumerable<AddressBody> addresses) =>
        new(row.Id, row.Name, row.Title, row.Roles.Split(',', StringSplitOptions.RemoveEmptyEntries), row.Language, row.TimeZone, addresses.ToList())
        {
            Email = row.Email,
            Hours = row.Hours,
            Absences = AbsenceBook.Of(row),
        };
}
