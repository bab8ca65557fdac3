using System.Globalization;
using Dialog.Bot.Access;
using Dialog.Bot.Store;
using Dialog.Core.Access;
using Dialog.Core.Interviews;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dialog.Bot.Api;

/// <summary>Who did what to which record, when and through which door.</summary>
/// <param name="Seq">Identity of the entry; the next page's cursor.</param>
/// <param name="Number">Place in the chain; null for some seconds.</param>
/// <param name="At">When.</param>
/// <param name="Door">slack, teams, web, desk, api, clock or command.</param>
/// <param name="By">The person's id; null for the desk's token and the program.</param>
/// <param name="Role">As what.</param>
/// <param name="Action">What was done.</param>
/// <param name="Kind">To what kind of record.</param>
/// <param name="Subject">To which.</param>
/// <param name="Detail">What else can be told without anybody's words.</param>
/// <param name="Hash">Holds on to the entry before it.</param>
internal sealed record AuditBody(long Seq, long? Number, DateTimeOffset At, string Door, string? By, string? Role, string Action, string Kind, string Subject, string? Detail, string? Hash);

/// <summary>The audit log over REST.</summary>
internal static class AuditApi
{
    private const int PageSize = 200;

    public static void MapAudit(this RouteGroupBuilder api) =>
        api.MapGet("/audit", ListAsync).WithSummary("The audit log, oldest first: who did what to which record, when and through which door").WithTags("Audit").Needs(Act.Operate);

    private static async Task<Results<Ok<Page<AuditBody>>, ValidationProblem>> ListAsync(DialogDb db, Organisation organisation, string? subject, string? by, string? action, string? since, string? until, string? cursor, CancellationToken cancellationToken)
    {
        var problems = new Problems();
        var (from, to) = (problems.Instant("since", since, organisation.TimeZone), problems.Instant("until", until, organisation.TimeZone));
        var after = 0L;
        problems.Check("cursor", string.IsNullOrEmpty(cursor) || long.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out after), "Use what next said.");
        if (problems.Any)
        {
            return problems.ToResult();
        }

        var rows = db.Audit.AsNoTracking().Where(a => a.Seq > after);
        rows = string.IsNullOrEmpty(subject) ? rows : rows.Where(a => a.Subject == subject);
        rows = string.IsNullOrEmpty(by) ? rows : rows.Where(a => a.By == by);
        rows = string.IsNullOrEmpty(action) ? rows : rows.Where(a => a.Action == action);
        rows = from is null ? rows : rows.Where(a => a.At >= from);
        rows = to is null ? rows : rows.Where(a => a.At < to);
        var found = await rows.OrderBy(a => a.Seq).Take(PageSize + 1).ToListAsync(cancellationToken);
        var page = found.Take(PageSize).Select(a => new AuditBody(a.Seq, a.Number, a.At, a.Door, a.By, a.Role, a.Action, a.Kind, a.Subject, a.Detail, a.Hash)).ToList();
        return TypedResults.Ok(new Page<AuditBody>(page, found.Count > PageSize ? page[^1].Seq.ToString(CultureInfo.InvariantCulture) : null));
    }
}
