using System.Reflection;
using System.Runtime.InteropServices;
using Dialog.Bot.Channels;
using Dialog.Bot.Store;
using Dialog.Bot.Turns;
using Dialog.Core.Interviews;
using Microsoft.EntityFrameworkCore;

namespace Dialog.Bot.Desk;

/// <summary>How the program is doing, as its operator asks: reads only, and nothing that people wrote.</summary>
internal sealed class OperationRead(DialogDb db, IEnumerable<IChannel> channels, StorageOptions storage, TimeProvider time)
{
    /// <summary>Messages and instants shown.</summary>
    private const int MostLines = 50;

    private const int MostDue = 10;

    /// <summary>How far back a channel's last delivery and last trouble are looked for.</summary>
    private const int Lately = 5000;

    /// <summary>Each way out, with each workspace it leads to.</summary>
    public async Task<IReadOnlyList<ChannelHealth>> ChannelsAsync(CancellationToken cancellationToken)
    {
        var newest = await db.Outbox.OrderByDescending(o => o.Seq).Select(o => o.Seq).FirstOrDefaultAsync(cancellationToken);
        var lately = await db.Outbox.AsNoTracking().Where(o => o.Seq > newest - Lately)
            .GroupBy(o => new { o.Channel, o.Workspace, o.Status })
            .Select(group => new { group.Key.Channel, group.Key.Workspace, group.Key.Status, Last = group.Max(o => o.Seq), Count = group.Count() }).ToListAsync(cancellationToken);
        var troubles = await OutboxRow.Unsettled(db).OrderByDescending(o => o.Seq).Take(MostLines).Select(o => new { o.Channel, o.Workspace, o.Reason, o.CreatedAt }).ToListAsync(cancellationToken);
        var seqs = lately.Where(group => group.Status == OutboxStatus.Sent).Select(group => group.Last).ToList();
        var sent = await db.Outbox.AsNoTracking().Where(o => seqs.Contains(o.Seq)).ToDictionaryAsync(o => o.Seq, o => o.CreatedAt, cancellationToken);
        var workspaces = await db.Workspaces.AsNoTracking().OrderBy(w => w.Channel).ThenBy(w => w.Id).Take(MostLines).ToListAsync(cancellationToken);
        var places = workspaces.Select(w => (w.Channel, w.Id)).Union(lately.Select(group => (group.Channel, group.Workspace))).Union(channels.Where(channel => channel.Name == Address.Web).Select(channel => (channel.Name, Address.Web)));
        return
        [
            .. places.OrderBy(place => place.Item1, StringComparer.Ordinal).ThenBy(place => place.Item2, StringComparer.Ordinal).Select(place =>
            {
                var workspace = workspaces.Find(w => (w.Channel, w.Id) == place);
                var trouble = troubles.Find(o => (o.Channel, o.Workspace) == place);
                var last = lately.Find(group => (group.Channel, group.Workspace) == place && group.Status == OutboxStatus.Sent);
                return new ChannelHealth(place.Item1, workspace?.Name ?? (place.Item2 == Address.Web ? null : place.Item2))
                {
                    Configured = channels.Any(channel => channel.Name == place.Item1),
                    StoppedAt = workspace?.StoppedAt,
                    Unconfirmed = workspace is { ConfirmedAt: null },
                    Error = workspace?.StopReason ?? trouble?.Reason,
                    ErrorAt = workspace?.StoppedAt ?? trouble?.CreatedAt,
                    SentAt = last is null ? null : sent.GetValueOrDefault(last.Last),
                    Waiting = lately.Where(group => (group.Channel, group.Workspace) == place && group.Status is OutboxStatus.Pending or OutboxStatus.Sending).Sum(group => group.Count),
                };
            }),
        ];
    }

    /// <summary>Messages that did not arrive, or nobody knows; the newest first.</summary>
    public async Task<IReadOnlyList<Undelivered>> UndeliveredAsync(CancellationToken cancellationToken) => await ReadAsync(OutboxRow.Unsettled(db).OrderByDescending(o => o.Seq).Take(MostLines), cancellationToken);

    /// <summary>What waits to leave, what comes next, and what stands still.</summary>
    public async Task<Backlog> QueueAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var waiting = db.Outbox.AsNoTracking().Where(o => o.NextAt != null).OrderBy(o => o.NextAt);
        var late = now.AddMinutes(-1);
        return new Backlog
        {
            Waiting = await waiting.Take(OverviewRead.MostCounted + 1).CountAsync(cancellationToken),
            Overdue = await db.Due.Where(d => d.At < late).OrderBy(d => d.At).Take(OverviewRead.MostCounted + 1).CountAsync(cancellationToken),
            Mail = await db.Mail.Where(m => m.NextAt == null).CountAsync(cancellationToken),
            Due = await (
                from due in db.Due.AsNoTracking()
                where due.Name != Dialog.Core.Interviews.Due.Home
                orderby due.At
                select new DueLine(due.Name, due.At, due.PersonId, db.People.Where(p => p.Id == due.PersonId).Select(p => p.Name).FirstOrDefault())).Take(MostDue).ToListAsync(cancellationToken),
            Series = await db.Series.AsNoTracking().Where(s => s.NextAt != null).OrderBy(s => s.NextAt).Select(s => s.NextAt).FirstOrDefaultAsync(cancellationToken),
        };
    }

    /// <summary>The program and its store.</summary>
    public async Task<Machine> MachineAsync(CancellationToken cancellationToken)
    {
        using var process = System.Diagnostics.Process.GetCurrentProcess();
        return new Machine(
            typeof(OperationRead).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "",
            RuntimeInformation.FrameworkDescription,
            process.StartTime.ToUniversalTime(),
            process.WorkingSet64,
            storage.IsPostgreSql ? "PostgreSQL" : "SQLite",
            storage.IsPostgreSql
                ? await db.Database.SqlQuery<long>($"SELECT pg_database_size(current_database()) AS \"Value\"").SingleAsync(cancellationToken)
                : new[] { storage.File, $"{storage.File}-wal" }.Where(File.Exists).Sum(file => new FileInfo(file).Length),
            storage.IsPostgreSql
                ? await db.Database.SqlQuery<int>($"SELECT COUNT(DISTINCT client_addr)::int AS \"Value\" FROM pg_stat_activity WHERE application_name = 'Dialog' AND datname = current_database()").SingleAsync(cancellationToken)
                : null);
    }

    private async Task<List<Undelivered>> ReadAsync(IQueryable<OutboxRow> rows, CancellationToken cancellationToken) => (await (
        from row in rows
        join message in db.Messages on row.Id equals message.Key into lines
        from line in lines.DefaultIfEmpty()
        select new { row.Id, row.Channel, row.Workspace, row.PersonId, row.Status, row.Reason, row.CreatedAt, row.Body, line.AssignmentId, Person = db.People.Where(p => p.Id == row.PersonId).Select(p => p.Name).FirstOrDefault() })
        .ToListAsync(cancellationToken))
        .ConvertAll(o => new Undelivered(o.Id, o.Channel, o.Channel == Hooks.Channel ? null : o.PersonId, o.Channel == Hooks.Channel ? o.Workspace : o.Person, StateJson.Read<Outgoing>(o.Body).Kind, o.AssignmentId, o.Status == OutboxStatus.Unknown, o.Reason, o.CreatedAt));
}

/// <summary>A way out to people.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="Workspace">The workspace's name or id; null for the web.</param>
public sealed record ChannelHealth(string Channel, string? Workspace)
{
    /// <summary>The program can send there at all.</summary>
    public bool Configured { get; init; }

    /// <summary>Nobody has said yet that the workspace is ours.</summary>
    public bool Unconfirmed { get; init; }

    /// <summary>Since when nothing is sent; null while all is well.</summary>
    public DateTimeOffset? StoppedAt { get; init; }

    /// <summary>The last trouble that nobody has settled, in plain words.</summary>
    public string? Error { get; init; }

    /// <summary>When that was.</summary>
    public DateTimeOffset? ErrorAt { get; init; }

    /// <summary>When the last message that arrived was written; null when none did lately.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>Messages that wait to leave.</summary>
    public int Waiting { get; init; }
}

/// <summary>A message that did not arrive, or nobody knows.</summary>
/// <param name="Id">Which.</param>
/// <param name="Channel">Where.</param>
/// <param name="PersonId">To whom; null for another program.</param>
/// <param name="Person">The name; null when nobody told.</param>
/// <param name="Kind">What it was for.</param>
/// <param name="AssignmentId">What it belongs to; null for nothing.</param>
/// <param name="Unknown">It may have arrived.</param>
/// <param name="Reason">Why, in plain words.</param>
/// <param name="At">When it was written.</param>
public sealed record Undelivered(string Id, string Channel, string? PersonId, string? Person, OutgoingKind Kind, string? AssignmentId, bool Unknown, string? Reason, DateTimeOffset At);

/// <summary>What waits.</summary>
public sealed record Backlog
{
    /// <summary>Messages on their way, <see cref="OverviewRead.MostCounted"/> and one when more.</summary>
    public int Waiting { get; init; }

    /// <summary>Instants that came more than a minute ago and were not taken.</summary>
    public int Overdue { get; init; }

    /// <summary>Events between conversations that were given up.</summary>
    public int Mail { get; init; }

    /// <summary>The next instants.</summary>
    public IReadOnlyList<DueLine> Due { get; init; } = [];

    /// <summary>When the next series opens; null when none does.</summary>
    public DateTimeOffset? Series { get; init; }
}

/// <summary>An instant that comes.</summary>
/// <param name="Name">See <see cref="Dialog.Core.Interviews.Due.Name"/>.</param>
/// <param name="At">When.</param>
/// <param name="PersonId">Whose.</param>
/// <param name="Person">The name; null when nobody told.</param>
public sealed record DueLine(string Name, DateTimeOffset At, string PersonId, string? Person);

/// <summary>The program and what it runs on.</summary>
/// <param name="Version">Dialog's.</param>
/// <param name="Runtime">The runtime's name and version.</param>
/// <param name="StartedAt">When this process started.</param>
/// <param name="Memory">Bytes this process uses.</param>
/// <param name="Store">The database's name.</param>
/// <param name="StoreBytes">Its size.</param>
/// <param name="Replicas">Machines with a connection to the database, this one too; null where there can be one only.</param>
public sealed record Machine(string Version, string Runtime, DateTimeOffset StartedAt, long Memory, string Store, long StoreBytes, int? Replicas);
