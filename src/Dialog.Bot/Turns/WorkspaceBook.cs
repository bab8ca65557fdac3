using Dialog.Bot.Store;
using Microsoft.EntityFrameworkCore;

namespace Dialog.Bot.Turns;

/// <summary>Writes down where a channel's app is installed, and whether the bot may write there.</summary>
internal sealed class WorkspaceBook(IDbContextFactory<DialogDb> databases, Database database, WriteGate gate, Bell outboxBell, TimeProvider time)
{
    /// <summary>What another process changes is seen after this long.</summary>
    private static readonly TimeSpan Lasts = TimeSpan.FromSeconds(1);

    private Look? last;
    private int changes;

    /// <summary>All workspaces of every channel. What is changed here counts at once, what another process changes after a second.</summary>
    public async ValueTask<IReadOnlyDictionary<(string Channel, string Id), Workspace>> AllAsync(CancellationToken cancellationToken)
    {
        var since = Volatile.Read(ref changes);
        if (last is { } read && read.Changes == since && (!database.IsShared || time.GetElapsedTime(read.ReadAt) < Lasts))
        {
            return read.All;
        }

        var now = time.GetTimestamp();
        var all = (await ListAsync(channel: null, cancellationToken)).ToDictionary(workspace => (workspace.Channel, workspace.Id));
        last = new Look(since, now, all);
        return all;
    }

    /// <summary>All workspaces of a channel, or of every channel.</summary>
    public async Task<IReadOnlyList<Workspace>> ListAsync(string? channel, CancellationToken cancellationToken)
    {
        var rows = await database.ReadAsync(
            (session, token) => session.ListAsync($"""SELECT {WorkspaceRow.Columns} FROM "Workspaces" ORDER BY "InstalledAt" """, [], WorkspaceRow.Read, token),
            cancellationToken);
        return [.. rows.Where(row => channel is null || row.Channel == channel).Select(Read)];
    }

    /// <summary>Null when the app was never installed there.</summary>
    public async Task<Workspace?> FindAsync(string channel, string id, CancellationToken cancellationToken)
    {
        var row = await database.ReadAsync(
            (session, token) => session.FirstAsync($"""SELECT {WorkspaceRow.Columns} FROM "Workspaces" WHERE "Channel" = $1 AND "Id" = $2""", [channel, id], WorkspaceRow.Read, token),
            cancellationToken);
        return row is null ? null : Read(row);
    }

    /// <summary>
    /// Writes an installation down. One that was stopped goes on, and what waited for it goes out at once. A yes at the desk lasts from one installation to the next;
    /// a row that was never an installation (no <see cref="Workspace.Data"/>) hands none on.
    /// </summary>
    public Task PutAsync(Workspace workspace, CancellationToken cancellationToken) => ChangeAsync(
        async db =>
        {
            var row = await db.Workspaces.FindAsync([workspace.Channel, workspace.Id], cancellationToken);
            var confirmed = row?.Data is null ? null : row.ConfirmedAt;
            if (row is null)
            {
                row = new WorkspaceRow { Channel = workspace.Channel, Id = workspace.Id, InstalledAt = workspace.InstalledAt };
                db.Add(row);
            }

            (row.Name, row.Secret, row.Data, row.ExpiresAt, row.InstalledAt) = (workspace.Name, workspace.Secret, workspace.Data, workspace.ExpiresAt, workspace.InstalledAt);
            row.RenewingUntil = null;
            db.Tell(Door.Current, new Deed("install", "workspace", $"{row.Channel}:{row.Id}"), time.GetUtcNow());
            (row.ConfirmedAt, row.StoppedAt, row.StopReason) = (confirmed ?? workspace.ConfirmedAt, workspace.StoppedAt, workspace.StopReason);
            return workspace.StoppedAt is null && row.ConfirmedAt is not null ? await ReleaseAsync(db, workspace.Channel, workspace.Id, cancellationToken) : [];
        },
        cancellationToken);

    /// <summary>
    /// Only one, of all processes on the store, renews a token: true for whoever comes first, as long as the token is still the one it saw.
    /// <see cref="RenewAsync"/>, <see cref="PutAsync"/> and <see cref="GiveUpRenewalAsync"/> end it, and the given instant, should the process die.
    /// </summary>
    public async Task<bool> ClaimRenewalAsync(string channel, string id, string seen, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        using var turn = await gate.EnterAsync(cancellationToken);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Workspaces
            .Where(w => w.Channel == channel && w.Id == id && w.Secret == seen && (w.RenewingUntil == null || w.RenewingUntil <= now))
            .ExecuteUpdateAsync(set => set.SetProperty(w => w.RenewingUntil, until), cancellationToken) == 1;
    }

    /// <summary>The token is another one from now on, if it is still the one that was seen: what became of the installation meanwhile stays.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="id">The workspace.</param>
    /// <param name="seen">The secret that was renewed.</param>
    /// <param name="secret">The new one.</param>
    /// <param name="expiresAt">When that has to be renewed at the latest; null when it lasts.</param>
    /// <param name="cancellationToken">Cancelling leaves all as it was.</param>
    public Task RenewAsync(string channel, string id, string seen, string secret, DateTimeOffset? expiresAt, CancellationToken cancellationToken) => ChangeAsync(
        async db =>
        {
            await db.Workspaces.Where(w => w.Channel == channel && w.Id == id && w.Secret == seen).ExecuteUpdateAsync(
                set => set.SetProperty(w => w.Secret, secret).SetProperty(w => w.ExpiresAt, expiresAt).SetProperty(w => w.RenewingUntil, (DateTimeOffset?)null),
                cancellationToken);
            return [];
        },
        cancellationToken);

    /// <summary>The token was not renewed; somebody else may try.</summary>
    public Task GiveUpRenewalAsync(string channel, string id, CancellationToken cancellationToken) => ChangeAsync(
        async db =>
        {
            (await db.Workspaces.FindAsync([channel, id], cancellationToken))?.RenewingUntil = null;
            return [];
        },
        cancellationToken);

    /// <summary>Nothing is sent there any more. The first reason stays.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="id">The workspace.</param>
    /// <param name="reason">Why, in plain words.</param>
    /// <param name="forgetSecret">The tokens are worth nothing any more.</param>
    /// <param name="cancellationToken">Cancelling leaves all as it was.</param>
    public Task StopAsync(string channel, string id, string reason, bool forgetSecret, CancellationToken cancellationToken) => ChangeAsync(
        async db =>
        {
            if (await db.Workspaces.FindAsync([channel, id], cancellationToken) is { } row)
            {
                row.StoppedAt ??= time.GetUtcNow();
                row.StopReason ??= reason;
                row.Secret = forgetSecret ? null : row.Secret;
                row.ExpiresAt = forgetSecret ? null : row.ExpiresAt;
            }

            return [];
        },
        cancellationToken);

    /// <summary>A stopped workspace that has its token still goes on as it was, and what waited for it goes out at once.</summary>
    public Task ResumeAsync(string channel, string id, CancellationToken cancellationToken) => ChangeAsync(
        async db =>
        {
            var resumed = await db.Workspaces.Where(w => w.Channel == channel && w.Id == id && w.StoppedAt != null && w.Secret != null && w.ConfirmedAt != null).ExecuteUpdateAsync(
                set => set.SetProperty(w => w.StoppedAt, (DateTimeOffset?)null).SetProperty(w => w.StopReason, (string?)null),
                cancellationToken);
            return resumed == 1 ? await ReleaseAsync(db, channel, id, cancellationToken) : [];
        },
        cancellationToken);

    /// <summary>Somebody at the desk says that the workspace is ours. False when there is none.</summary>
    public async Task<bool> ConfirmAsync(string channel, string id, CancellationToken cancellationToken)
    {
        var found = false;
        await ChangeAsync(
            async db =>
            {
                if (await db.Workspaces.FindAsync([channel, id], cancellationToken) is not { } row)
                {
                    return [];
                }

                found = true;
                row.ConfirmedAt ??= time.GetUtcNow();
                db.Tell(Door.Current, new Deed("confirm", "workspace", $"{row.Channel}:{row.Id}"), time.GetUtcNow());
                return row.StoppedAt is null ? await ReleaseAsync(db, channel, id, cancellationToken) : [];
            },
            cancellationToken);
        return found;
    }

    /// <summary>What waited for the workspace is due now; whose it is. One statement: what is sent meanwhile by another process waits no more, and stays sent.</summary>
    private async Task<List<string>> ReleaseAsync(DialogDb db, string channel, string id, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var waiting = db.Outbox.Where(o => o.NextAt != null && o.Status == OutboxStatus.Pending && o.Channel == channel && o.Workspace == id);
        var people = await waiting.Select(o => o.PersonId).Distinct().ToListAsync(cancellationToken);
        await waiting.ExecuteUpdateAsync(set => set.SetProperty(o => o.NextAt, now), cancellationToken);
        return people;
    }

    private async Task ChangeAsync(Func<DialogDb, Task<List<string>>> change, CancellationToken cancellationToken)
    {
        List<string> released;
        using (await gate.EnterAsync(cancellationToken))
        {
            await using var db = await databases.CreateDbContextAsync(cancellationToken);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            released = await change(db);
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        Interlocked.Increment(ref changes);
        released.ForEach(personId => outboxBell.Ring(personId, canWait: true));
    }

    private static Workspace Read(WorkspaceRow row) => new(row.Channel, row.Id, row.InstalledAt)
    {
        Name = row.Name,
        Secret = row.Secret,
        Data = row.Data,
        ExpiresAt = row.ExpiresAt,
        ConfirmedAt = row.ConfirmedAt,
        StoppedAt = row.StoppedAt,
        StopReason = row.StopReason,
    };

    /// <param name="Changes">What had been changed here when it was read.</param>
    /// <param name="ReadAt">The timestamp before it was read.</param>
    /// <param name="All">What was read.</param>
    private sealed record Look(int Changes, long ReadAt, IReadOnlyDictionary<(string Channel, string Id), Workspace> All);
}

/// <summary>A place a channel's app is installed in; see <see cref="WorkspaceRow"/>.</summary>
internal sealed record Workspace(string Channel, string Id, DateTimeOffset InstalledAt)
{
    public string? Name { get; init; }

    public string? Secret { get; init; }

    public string? Data { get; init; }

    public DateTimeOffset? ExpiresAt { get; init; }

    public DateTimeOffset? ConfirmedAt { get; init; }

    public DateTimeOffset? StoppedAt { get; init; }

    public string? StopReason { get; init; }

    /// <summary>The bot writes there.</summary>
    public bool IsOpen => ConfirmedAt is not null && StoppedAt is null;
}
