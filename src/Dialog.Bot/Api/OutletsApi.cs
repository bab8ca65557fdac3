using System.Globalization;
using System.Text.Json;
using Dialog.Bot.Access;
using Dialog.Bot.Store;
using Dialog.Bot.Turns;
using Dialog.Core.Access;
using Dialog.Core.Drafts;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dialog.Bot.Api;

/// <summary>Where texts go out, as it counts now.</summary>
internal sealed record OutletsBody(IReadOnlyList<Outlet> Outlets, IReadOnlyList<AdBudget> AdSizes, IReadOnlyList<Account> Accounts);

/// <summary>Outlets, sizes of the ad and accounts over REST, with the same rules as at the desk. The ETag is the version of the desk's; 0 while everything is as configured.</summary>
internal static class OutletsApi
{
    private const string Tag = "Outlets";

    /// <summary>As it is stored, but an enumeration's value is one of its names.</summary>
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new ByName() } };

    public static void MapOutlets(this RouteGroupBuilder api)
    {
        api.MapGet("/outlets", GetAsync).WithSummary("Outlets, sizes of the ad and accounts as they count now").WithTags(Tag).Needs(Act.SeeWork);
        api.MapGet("/outlets/changes", ChangesAsync).WithSummary("What is other than configured: whole outlets and sizes, and all accounts; the ETag is the version").WithTags(Tag).Needs(Act.SetUp);
        api.MapPut("/outlets/changes", PutAsync).WithSummary("Decide all that is other than configured; If-Match names the version that was read. An outlet of the desk's own that is left out is retired").WithTags(Tag).Needs(Act.SetUp);
        api.MapGet("/outlets/versions", (SettingBook book, CancellationToken cancellationToken) => SettingAnswers.HistoryAsync(book, SettingRow.Outlets, cancellationToken)).WithSummary("Versions of the changes, newest first").WithTags(Tag).Needs(Act.SetUp);
        api.MapGet("/outlets/versions/{version}", VersionAsync).WithSummary("The changes of one version").WithTags(Tag).Needs(Act.SetUp);
        api.MapPost("/outlets/restore", RestoreAsync).WithSummary("Back to an earlier version, as a new one; version 0 is what is configured").WithTags(Tag).Needs(Act.SetUp);
    }

    private static async Task<Ok<OutletsBody>> GetAsync(OrganisationShelf shelf, HttpResponse response, CancellationToken cancellationToken)
    {
        await shelf.LookAsync(cancellationToken);
        SettingAnswers.Tag(response, shelf.Version);
        var outlets = shelf.Now.Outlets;
        return TypedResults.Ok(new OutletsBody(outlets.All, outlets.AdSizes, outlets.Accounts));
    }

    private static async Task<Ok<OutletChanges>> ChangesAsync(OrganisationShelf shelf, HttpResponse response, CancellationToken cancellationToken)
    {
        await shelf.LookAsync(cancellationToken);
        SettingAnswers.Tag(response, shelf.Version);
        return TypedResults.Ok(shelf.Changes);
    }

    private static async Task<Results<Ok<OutletChanges>, ValidationProblem, ProblemHttpResult>> PutAsync(JsonElement body, HttpContext http, OrganisationShelf shelf, DialogDb db)
    {
        await shelf.LookAsync(http.RequestAborted);
        var (changes, wrong) = Read(body);
        if (changes is null)
        {
            return SettingAnswers.Collect([wrong]).ToResult();
        }

        var mistakes = OutletCheck.Find(changes, shelf.Configured.Outlets, "en").ConvertAll(mistake => (mistake.Path, mistake.Says));
        foreach (var account in changes.Accounts.Where(account => account.PersonId is not null))
        {
            if (!await db.People.AnyAsync(person => person.Id == account.PersonId, http.RequestAborted))
            {
                mistakes = mistakes.Add(($"accounts.{account.Id}.personId", $"There is no person {account.PersonId}."));
            }
        }

        return mistakes.IsEmpty ? await SaveAsync(shelf, changes, restores: null, http) : SettingAnswers.Collect(mistakes).ToResult();
    }

    private static async Task<Results<Ok<OutletChanges>, ProblemHttpResult>> VersionAsync(string version, OrganisationShelf shelf, CancellationToken cancellationToken) =>
        int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && await shelf.FindAsync(number, cancellationToken) is { } changes ? TypedResults.Ok(changes) : Problems.NotFound("version", version);

    private static async Task<Results<Ok<OutletChanges>, ValidationProblem, ProblemHttpResult>> RestoreAsync(SettingChoice body, HttpContext http, OrganisationShelf shelf)
    {
        await shelf.LookAsync(http.RequestAborted);
        return body.Version is not { } version ? SettingAnswers.Collect([("version", "Say which version.")]).ToResult()
            : await shelf.FindAsync(version, http.RequestAborted) is not { } changes ? Problems.NotFound("version", $"{version}")
            : await SaveAsync(shelf, changes, version, http);
    }

    private static async Task<Results<Ok<OutletChanges>, ValidationProblem, ProblemHttpResult>> SaveAsync(OrganisationShelf shelf, OutletChanges changes, int? restores, HttpContext http)
    {
        if (!await shelf.SaveAsync(changes, IfMatch.Read(http.Request) ?? shelf.Version, restores, http.RequestAborted))
        {
            return SettingAnswers.Stale();
        }

        SettingAnswers.Tag(http.Response, shelf.Version);
        return TypedResults.Ok(shelf.Changes);
    }

    /// <summary>The changes, or where they are not what they should be.</summary>
    internal static (OutletChanges? Changes, (string Path, string Says) Wrong) Read(JsonElement body)
    {
        try
        {
            var changes = body.Deserialize<OutletChanges>(Json);
            return changes?.Outlets is null || changes.AdSizes is null || changes.Accounts is null || changes.Outlets.Any(IsHollow) || changes.AdSizes.Any(size => size?.Names is null) || changes.Accounts.Any(account => account?.Outlet is null || account.Id is null)
                ? (null, ("body", "Nothing in it may be null."))
                : (changes, default);
        }
        catch (JsonException exception)
        {
            return (null, (exception.Path?.TrimStart('$', '.') ?? "", "This is not what it should be: see GET /api/v1/outlets."));
        }

        static bool IsHollow(Outlet? outlet) => outlet is not { Code: not null, Names: not null } || outlet.Size is { Names: null };
    }
}
