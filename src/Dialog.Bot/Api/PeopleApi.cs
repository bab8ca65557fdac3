using Dialog.Bot.Channels;
using Dialog.Bot.Store;
using Dialog.Bot.Turns;
using Dialog.Core.Interviews;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dialog.Bot.Api;

/// <summary>A person to add.</summary>
internal sealed record NewPerson(
    string? Name, string? Title = null, List<string?>? Roles = null, string? Language = null, string? TimeZone = null, List<AddressBody?>? Addresses = null);

/// <summary>Who the person is on one channel.</summary>
internal sealed record AddressBody(string? Channel, string? User, string? Workspace = null);

/// <summary>A person the bot may speak to.</summary>
internal sealed record PersonBody(string Id, string? Name, string? Title, IReadOnlyList<string> Roles, string Language, string TimeZone, IReadOnlyList<AddressBody> Addresses);

internal static class PeopleApi
{
    private const int PageSize = 100;

    private static readonly string[] KnownRoles = ["respondent", "editor", "approver", "admin"];

    public static void MapPeople(this RouteGroupBuilder api)
    {
        api.MapPost("/people", AddAsync).WithSummary("Add a person").WithTags("People");
        api.MapGet("/people", ListAsync).WithSummary("List people").WithTags("People");
        api.MapGet("/people/{id}", GetAsync).WithSummary("One person").WithTags("People");
    }

    private static async Task<Results<Created<PersonBody>, ValidationProblem, ProblemHttpResult>> AddAsync(
        NewPerson person, PeopleBook book, Organisation organisation, CancellationToken cancellationToken)
    {
        var problems = new Problems();
        var name = problems.Need("name", person.Name, 200);
        var title = problems.Optional("title", person.Title, 200);
        var roles = person.Roles is { Count: > 0 } ? person.Roles.Select(role => role ?? "").Distinct().ToList() : ["respondent"];
        problems.Check("roles", roles.TrueForAll(KnownRoles.Contains), "Use respondent, editor, approver or admin.");
        var language = person.Language ?? organisation.Language;
        problems.Check("language", language is "sv" or "en", "Use sv or en.");
        var timeZone = person.TimeZone ?? organisation.TimeZone;
        problems.Check("timeZone", TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out _), "Use an IANA name such as Europe/Stockholm.");
        var addresses = ReadAddresses(person.Addresses ?? [], problems);
        if (problems.Any)
        {
            return problems.ToResult();
        }

        var row = await book.AddAsync(name, title, roles, language, timeZone, addresses, cancellationToken);
        return row is null
            ? TypedResults.Problem("One of the addresses belongs to somebody else already.", statusCode: StatusCodes.Status409Conflict)
            : TypedResults.Created($"/api/v1/people/{row.Id}", Body(row, addresses.Select(a => new AddressBody(a.Channel, a.User, a.Workspace))));
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
        id = await database.ReadAsync((session, token) => Joins.FollowAsync(session, id, token), cancellationToken);
        if (await db.People.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, cancellationToken) is not { } person)
        {
            return Problems.NotFound("person", id);
        }

        var addresses = await db.Addresses.AsNoTracking().Where(a => a.PersonId == id).ToListAsync(cancellationToken);
        return TypedResults.Ok(Body(person, addresses.Select(a => new AddressBody(a.Channel, a.User, a.Workspace))));
    }

    private static List<Address> ReadAddresses(List<AddressBody?> bodies, Problems problems)
    {
        var addresses = new List<Address>();
        foreach (var body in bodies.Select(body => body ?? new AddressBody(null, null)))
        {
            var known = body.Channel is Address.Slack or Address.Teams or Address.Web;
            problems.Check("addresses", known, "channel is slack, teams or web.");
            problems.Check("addresses", body.Channel == Address.Web || !string.IsNullOrWhiteSpace(body.Workspace), "workspace is the Slack team's or the Teams tenant's id.");
            problems.Check("addresses", body.User is { Length: > 0 and <= 200 }, "user is the person's id on the channel.");
            addresses.Add(new Address(body.Channel ?? "", string.IsNullOrWhiteSpace(body.Workspace) || body.Channel == Address.Web ? Address.Web : body.Workspace, body.User ?? ""));
        }

        return addresses.Distinct().ToList();
    }

    private static PersonBody Body(PersonRow row, IEnumerable<AddressBody> addresses) =>
        new(row.Id, row.Name, row.Title, row.Roles.Split(','), row.Language, row.TimeZone, addresses.ToList());
}
