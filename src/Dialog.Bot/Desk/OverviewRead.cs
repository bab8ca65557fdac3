using System.Globalization;
using Dialog.Bot.Store;
using Dialog.Core.Assignments;
using Dialog.Core.Calendars;
using Dialog.Core.Drafts;
using Dialog.Core.Interviews;
using Microsoft.EntityFrameworkCore;

namespace Dialog.Bot.Desk;

/// <summary>What the overview shows. Every query follows an index and ends after a bounded number of rows, however much is stored.</summary>
internal sealed class OverviewRead(DialogDb db, Organisation organisation, TimeProvider time)
{
    /// <summary>Counting ends here: more is "1,000 and more".</summary>
    public const int MostCounted = 1000;

    /// <summary>Cards in a column of the board, and lines of each thing that needs somebody.</summary>
    private const int MostCards = 5;

    /// <summary>Lines of a page of the list.</summary>
    private const int PageSize = 25;

    /// <summary>Days that a month's calendar reads at most.</summary>
    private const int MostDays = 400;

    /// <summary>Names that are offered to choose among.</summary>
    private const int MostNames = 200;

    /// <summary>People a written name may mean.</summary>
    private const int MostNamed = 50;

    /// <summary>Columns of the board, in the order of a question's life.</summary>
    public static readonly AssignmentStage[] Columns =
        [AssignmentStage.Planned, AssignmentStage.Assigned, AssignmentStage.InProgress, AssignmentStage.Review, AssignmentStage.Approved, AssignmentStage.Published];

    /// <summary>Stages in which something is still to be done.</summary>
    private static readonly AssignmentStage[] Open = Columns[..^1];

    /// <summary>The board, column by column.</summary>
    public async Task<IReadOnlyList<BoardColumn>> BoardAsync(CancellationToken cancellationToken)
    {
        var board = new List<BoardColumn>();
        foreach (var stage in Columns)
        {
            var rows = db.Assignments.AsNoTracking().Where(a => a.Stage == stage);
            var sorted = stage == AssignmentStage.Published ? rows.OrderByDescending(a => a.MovedAt) : rows.OrderBy(a => a.SortAt).ThenBy(a => a.Id);
            board.Add(new BoardColumn(stage, await CountAsync(rows, cancellationToken), await LinesAsync(sorted.Take(MostCards), cancellationToken)));
        }

        return board;
    }

    /// <summary>Copy deadlines that have passed while the text has not left, the nearest first; with how many there are.</summary>
    public async Task<(IReadOnlyList<DeskLine> Lines, int Count)> LateAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var late = db.Assignments.AsNoTracking().Where(a => a.SortAt < now);
        var lines = await OfEachAsync(Open, stage => late.Where(a => a.Stage == stage).OrderByDescending(a => a.SortAt).Take(MostCards), cancellationToken);
        var count = 0;
        foreach (var stage in Open)
        {
            count += await CountAsync(late.Where(a => a.Stage == stage), cancellationToken);
        }

        return ([.. lines.OrderByDescending(line => line.CopyDeadline).Take(MostCards)], Math.Min(count, MostCounted + 1));
    }

    /// <summary>Published texts whose readers say something in groups that have neither been put to the person nor set aside, the newest first.</summary>
    public async Task<IReadOnlyList<ReadersWaiting>> ReadersAsync(CancellationToken cancellationToken)
    {
        var waiting = await db.ReactionGroups.AsNoTracking()
            .Where(g => g.AskedIn == null && g.AsideAt == null && db.Records.Any(r => r.AssignmentId == g.AssignmentId) && db.Reactions.Any(r => r.AssignmentId == g.AssignmentId && r.GroupId == g.Id))
            .GroupBy(g => g.AssignmentId).Select(group => new { Id = group.Key, Groups = group.Count(), At = group.Max(g => g.CreatedAt) })
            .OrderByDescending(group => group.At).Take(MostCards).ToListAsync(cancellationToken);
        var ids = waiting.ConvertAll(group => group.Id);
        var topics = await db.Assignments.AsNoTracking().Where(a => ids.Contains(a.Id))
            .Select(a => new { a.Id, a.Topic, Person = db.People.Where(p => p.Id == a.PersonId).Select(p => p.Name).FirstOrDefault(), Language = db.SearchTexts.Where(s => s.AssignmentId == a.Id && s.Kind == SearchRow.Topic).Select(s => s.Language).FirstOrDefault() })
            .ToDictionaryAsync(a => a.Id, cancellationToken);
        return waiting.ConvertAll(group => new ReadersWaiting(group.Id, topics[group.Id].Topic, topics[group.Id].Person, group.Groups) { Language = topics[group.Id].Language });
    }

    /// <summary>Messages that did not arrive, or nobody knows whether they did, and that nobody has left at that.</summary>
    public Task<int> UnsentAsync(CancellationToken cancellationToken) => OutboxRow.Unsettled(db).OrderBy(o => o.Seq).Take(MostCounted + 1).CountAsync(cancellationToken);

    /// <summary>Nobody has been asked anything yet.</summary>
    public async Task<bool> IsEmptyAsync(CancellationToken cancellationToken) => !await db.Assignments.AnyAsync(cancellationToken);

    /// <summary>Names to choose among; none when they are too many to choose among.</summary>
    public async Task<IReadOnlyList<string>> NamesAsync(CancellationToken cancellationToken)
    {
        var names = await db.People.AsNoTracking().Where(p => p.Name != null).OrderBy(p => p.Id).Select(p => p.Name!).Take(MostNames + 1).ToListAsync(cancellationToken);
        return names.Count > MostNames ? [] : [.. names.Distinct().Order(Alphabet.Of(organisation))];
    }

    /// <summary>The name of a person whose id that is.</summary>
    public async Task<string?> NameAsync(string id, CancellationToken cancellationToken) =>
        id.Length == 0 ? null : await db.People.Where(p => p.Id == id).Select(p => p.Name).SingleOrDefaultAsync(cancellationToken);

    /// <summary>Drafts that wait for a decision, with the severe warnings of each assignment's newest drafts.</summary>
    public async Task<IReadOnlyDictionary<string, int>> WarningsAsync(IEnumerable<string> assignments, CancellationToken cancellationToken)
    {
        var ids = assignments.ToList();
        var drafts = await db.Drafts.AsNoTracking().Where(d => ids.Contains(d.AssignmentId)).Select(d => new { d.AssignmentId, d.Id, d.Revision, d.Status, d.Body }).ToListAsync(cancellationToken);
        return drafts.GroupBy(d => d.Id).Select(draft => draft.MaxBy(d => d.Revision)!)
            .Where(d => d.Status is DraftStatus.InReview or DraftStatus.ChangesRequested)
            .GroupBy(d => d.AssignmentId)
            .Select(group => (group.Key, Count: group.Sum(d => StateJson.Read<Draft>(d.Body).Warnings.Count(warning => warning.Severity == "high"))))
            .Where(pair => pair.Count > 0).ToDictionary(pair => pair.Key, pair => pair.Count);
    }

    /// <summary>Copy deadlines and publications of a month, by day.</summary>
    public async Task<ILookup<DateOnly, CalendarEntry>> MonthAsync(DateOnly first, CancellationToken cancellationToken)
    {
        var (from, to) = Span(first);
        var (firstDay, nextMonth) = (Day(first), Day(first.AddMonths(1)));
        var within = db.Assignments.AsNoTracking().Where(a => a.SortAt >= from && a.SortAt < to);
        var deadlines = (await OfEachAsync(Columns, stage => within.Where(a => a.Stage == stage).OrderBy(a => a.SortAt).Take(MostDays), cancellationToken)).OrderBy(line => line.CopyDeadline).Take(MostDays);
        var publications = await db.Assignments.AsNoTracking()
            .Where(a => string.Compare(a.PublishOn, firstDay) >= 0 && string.Compare(a.PublishOn, nextMonth) < 0 && a.Stage != AssignmentStage.Ended).OrderBy(a => a.PublishOn).Take(MostDays)
            .Select(a => new { a.Id, a.Topic, a.Stage, a.PublishOn, Language = db.SearchTexts.Where(s => s.AssignmentId == a.Id && s.Kind == SearchRow.Topic).Select(s => s.Language).FirstOrDefault() }).ToListAsync(cancellationToken);
        return deadlines.Select(a => (Day: WallClock.Day(a.CopyDeadline!.Value, organisation.TimeZone), Entry: new CalendarEntry(a.Id, a.Topic, a.Stage, TimeOnly.FromDateTime(DeskTime.Local(a.CopyDeadline.Value, organisation).DateTime)) { Language = a.Language }))
            .Concat(publications.Select(a => (Day: DateOnly.ParseExact(a.PublishOn!, "yyyy-MM-dd", CultureInfo.InvariantCulture), Entry: new CalendarEntry(a.Id, a.Topic, a.Stage, Deadline: null) { Language = a.Language })))
            .ToLookup(pair => pair.Day, pair => pair.Entry);
    }

    /// <summary>A page of the list, and where the next one begins; null on the last.</summary>
    /// <param name="filter">What is wanted.</param>
    /// <param name="among">Only these; null when no words are looked for.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public async Task<(IReadOnlyList<DeskLine> Lines, string? Next)> ListAsync(DeskFilter filter, IReadOnlyList<string>? among, CancellationToken cancellationToken)
    {
        var rows = db.Assignments.AsNoTracking();
        if (filter.Person.Length > 0)
        {
            var people = await NamedAsync(filter.Person, cancellationToken);
            rows = rows.Where(a => people.Contains(a.PersonId));
        }

        if (filter.Month is { } month)
        {
            var (from, to) = Span(month);
            var (firstDay, nextMonth) = (Day(month), Day(month.AddMonths(1)));
            rows = rows.Where(a => a.SortAt >= from && a.SortAt < to || string.Compare(a.PublishOn, firstDay) >= 0 && string.Compare(a.PublishOn, nextMonth) < 0);
        }

        rows = among is null ? rows : rows.Where(a => among.Contains(a.Id));
        var (at, id) = Cursor(filter.After);
        rows = id is null ? rows
            : filter.ByChange ? rows.Where(a => a.MovedAt <= at && (a.MovedAt < at || string.Compare(a.Id, id) < 0))
            : rows.Where(a => a.SortAt >= at && (a.SortAt > at || string.Compare(a.Id, id) > 0));
        var found = filter.All
            ? await LinesAsync(rows.OrderByDescending(a => a.MovedAt).ThenByDescending(a => a.Id).Take(PageSize + 1), cancellationToken)
            : await OfEachAsync(
                filter.Stage is { } one ? [one] : Open,
                stage => (filter.ByChange
                    ? rows.Where(a => a.Stage == stage).OrderByDescending(a => a.MovedAt).ThenByDescending(a => a.Id)
                    : rows.Where(a => a.Stage == stage).OrderBy(a => a.SortAt).ThenBy(a => a.Id)).Take(PageSize + 1),
                cancellationToken);
        found = filter.ByChange
            ? [.. found.OrderByDescending(line => line.MovedAt).ThenByDescending(line => line.Id, StringComparer.Ordinal)]
            : [.. found.OrderBy(line => AssignmentRow.SortOf(line.CopyDeadline)).ThenBy(line => line.Id, StringComparer.Ordinal)];
        var page = found.Take(PageSize).ToList();
        return (page, found.Count > PageSize ? Cursor(page[^1], filter.ByChange) : null);
    }

    private static Task<int> CountAsync(IQueryable<AssignmentRow> rows, CancellationToken cancellationToken) => rows.OrderBy(a => a.SortAt).Take(MostCounted + 1).CountAsync(cancellationToken);

    /// <summary>Stage by stage: each follows the index to its first lines, where all at once would be sorted.</summary>
    private async Task<List<DeskLine>> OfEachAsync(IEnumerable<AssignmentStage> stages, Func<AssignmentStage, IQueryable<AssignmentRow>> rows, CancellationToken cancellationToken)
    {
        var lines = new List<DeskLine>();
        foreach (var stage in stages)
        {
            lines.AddRange(await LinesAsync(rows(stage), cancellationToken));
        }

        return lines;
    }

    private async Task<List<DeskLine>> LinesAsync(IQueryable<AssignmentRow> rows, CancellationToken cancellationToken) => (await rows
        .Select(a => new
        {
            a.Id,
            a.Topic,
            a.Stage,
            a.State,
            a.MovedAt,
            a.SortAt,
            a.PersonId,
            Person = db.People.Where(p => p.Id == a.PersonId).Select(p => p.Name).FirstOrDefault(),
            Language = db.SearchTexts.Where(s => s.AssignmentId == a.Id && s.Kind == SearchRow.Topic).Select(s => s.Language).FirstOrDefault(),
        })
        .ToListAsync(cancellationToken))
        .ConvertAll(a => new DeskLine(a.Id, a.Topic, a.Person, a.State, a.MovedAt, AssignmentRow.DeadlineOf(a.SortAt)) { Stage = a.Stage, PersonId = a.PersonId, Language = a.Language });

    /// <summary>Whom a filter means.</summary>
    private Task<List<string>> NamedAsync(string person, CancellationToken cancellationToken) => db.Named(person).OrderBy(p => p.Name).Select(p => p.Id).Take(MostNamed).ToListAsync(cancellationToken);

    /// <summary>A month on the organisation's clock.</summary>
    private (DateTimeOffset From, DateTimeOffset To) Span(DateOnly month)
    {
        var first = new DateOnly(month.Year, month.Month, 1);
        return (WallClock.At(first, TimeOnly.MinValue, organisation.TimeZone), WallClock.At(first.AddMonths(1), TimeOnly.MinValue, organisation.TimeZone));
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Cursor(DeskLine last, bool byChange) => string.Create(
        CultureInfo.InvariantCulture, $"{(byChange ? last.MovedAt : AssignmentRow.SortOf(last.CopyDeadline)).ToUnixTimeMilliseconds()}-{last.Id}");

    private static (DateTimeOffset At, string? Id) Cursor(string text) =>
        text.Split('-', 2) is [var at, var id] && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var instant) && instant <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            ? (DateTimeOffset.FromUnixTimeMilliseconds(instant), id)
            : (default, null);
}

/// <summary>A column of the board.</summary>
/// <param name="Stage">Which.</param>
/// <param name="Count">How many there are, <see cref="OverviewRead.MostCounted"/> and one when more.</param>
/// <param name="Lines">The first of them.</param>
public sealed record BoardColumn(AssignmentStage Stage, int Count, IReadOnlyList<DeskLine> Lines);

/// <summary>Something on a day of the calendar.</summary>
/// <param name="AssignmentId">Whose.</param>
/// <param name="Topic">What is asked.</param>
/// <param name="Stage">How far it has come.</param>
/// <param name="Deadline">When the text must have left; null for the day it appears.</param>
public sealed record CalendarEntry(string AssignmentId, string Topic, AssignmentStage Stage, TimeOnly? Deadline)
{
    /// <summary>What the question is written in.</summary>
    public string? Language { get; init; }
}
