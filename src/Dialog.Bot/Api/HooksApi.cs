using Dialog.Bot.Access;
using Dialog.Bot.Store;
using Dialog.Bot.Turns;
using Dialog.Core.Access;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dialog.Bot.Api;

/// <summary>How it stands with a webhook.</summary>
/// <param name="Name">Its key in the configuration.</param>
/// <param name="Host">Where it is sent.</param>
/// <param name="Events">What it is told.</param>
/// <param name="Waiting">Events that wait to be sent.</param>
/// <param name="Oldest">Since when the oldest of them waits.</param>
/// <param name="Failed">Events that were given up.</param>
/// <param name="Reason">Why the last one did not go through; null while they do.</param>
internal sealed record HookBody(string Name, string Host, IReadOnlyList<string> Events, int Waiting, DateTimeOffset? Oldest, int Failed, string? Reason);

/// <summary>The configured webhooks over REST, which are changed in the configuration only.</summary>
internal static class HooksApi
{
    public static void MapHooks(this RouteGroupBuilder api) =>
        api.MapGet("/webhooks", ListAsync).WithSummary("The configured webhooks, what waits for them, and why").WithTags("Operation").Needs(Act.Operate);

    private static async Task<Ok<Page<HookBody>>> ListAsync(Hooks hooks, DialogDb db, CancellationToken cancellationToken)
    {
        var bodies = new List<HookBody>();
        foreach (var target in hooks.Targets)
        {
            var waiting = db.Outbox.AsNoTracking().Where(o => o.PersonId == target.Owner && o.NextAt != null);
            var first = await waiting.OrderBy(o => o.Seq).Select(o => new { o.CreatedAt, o.Reason }).FirstOrDefaultAsync(cancellationToken);
            var failed = db.Outbox.AsNoTracking().Where(o => o.Channel == Hooks.Channel && o.PersonId == target.Owner && o.Status == OutboxStatus.Failed);
            bodies.Add(new HookBody(
                target.Name, target.Url.Host, target.Events, await waiting.CountAsync(cancellationToken), first?.CreatedAt, await failed.CountAsync(cancellationToken),
                first is not null ? first.Reason : await failed.OrderByDescending(o => o.Seq).Select(o => o.Reason).FirstOrDefaultAsync(cancellationToken)));
        }

        return TypedResults.Ok(new Page<HookBody>(bodies));
    }
}
