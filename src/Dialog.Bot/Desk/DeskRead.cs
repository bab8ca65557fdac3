using Dialog.Bot.Channels;
using Dialog.Bot.Store;
using Dialog.Bot.Turns;
using Dialog.Core.Assignments;
using Dialog.Core.Interviews;
using Microsoft.EntityFrameworkCore;

namespace Dialog.Bot.Desk;

/// <summary>What the desk's pages show, read from the store.</summary>
internal sealed class DeskRead(DialogDb db, Database database, ReaderBook readers, IEnumerable<IChannel> channels, Organisation organisation)
{
    /// <summary>Fewer messages that wait to leave are nothing to speak of.</summary>
    private const int FewestQueued = 20;

    /// <summary>A wave's messages are stored within this time of each other.</summary>
    private static readonly TimeSpan Wave = TimeSpan.FromMinutes(2);

    /// <summary>How far a wave is looked for among what was stored before.</summary>
    private const int LongestWave = 50_000;

    /// <summary>Notices of one kind.</summary>
    private const int MostLines = 20;

    /// <summary>People in one list.</summary>
    private const int MostPeople = 500;

    /// <summary>People with an address whose name or title has all the words, by name, as many as a list takes; those that are chosen are among them for sure.</summary>
    /// <param name="words">Whom somebody looks for; empty for everybody.</param>
    /// <param name="chosen">Ids of those that are chosen; an empty one is nobody.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public async Task<DeskPeople> PeopleAsync(string words, IEnumerable<string> chosen, CancellationToken cancellationToken)
    {
        var found = db.Called(Askable(), words);
        var people = await found.OrderBy(person => person.Name).ThenBy(person => person.Id).Select(person => new DeskPerson(person.Id, person.Name, person.Title)).Take(MostPeople + 1).ToListAsync(cancellationToken);
        var count = people.Count > MostPeople ? await found.CountAsync(cancellationToken) : people.Count;
        var kept = chosen.Where(id => id.Length > 0).Except(people.Take(MostPeople).Select(person => person.Id)).ToList();
        var others = kept.Count == 0 ? [] : await Askable().Where(person => kept.Contains(person.Id)).Select(person => new DeskPerson(person.Id, person.Name, person.Title)).ToListAsync(cancellationToken);
        return new DeskPeople([.. InOrder(people.Take(MostPeople).Concat(others), person => person.Name, person => person.Id)], Math.Min(count, MostPeople), count, words);
    }

    private IEnumerable<T> InOrder<T>(IEnumerable<T> people, Func<T, string?> name, Func<T, string> id) => people.OrderBy(name, Alphabet.Of(organisation)).ThenBy(id, StringComparer.Ordinal);

    /// <summary>One of them; null when there is nobody with that id that can be asked.</summary>
    public Task<DeskPerson?> AskableAsync(string id, CancellationToken cancellationToken) =>
        Askable().Where(person => person.Id == id).Select(person => new DeskPerson(person.Id, person.Name, person.Title)).SingleOrDefaultAsync(cancellationToken);

    private IQueryable<PersonRow> Askable() => db.People.AsNoTracking().Where(person => person.Name != null && db.Addresses.Any(address => address.PersonId == person.Id));

    /// <summary>Names by id.</summary>
    public async Task<Dictionary<string, string?>> NamesAsync(IEnumerable<string> ids, CancellationToken cancellationToken)
    {
        var wanted = ids.Distinct().ToList();
        return await db.People.AsNoTracking().Where(person => wanted.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.Name, cancellationToken);
    }

    /// <summary>Those of the assignments that exist.</summary>
    public async Task<HashSet<string>> ThoseOfAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken) =>
        await db.Assignments.AsNoTracking().Where(assignment => ids.Contains(assignment.Id)).Select(assignment => assignment.Id).ToHashSetAsync(cancellationToken);

    /// <summary>Everybody that can be written to or signs in, with their days: those whose name or title has all the words, and how many they are when they are too many for a list.</summary>
    public async Task<(IReadOnlyList<DeskPersonDays> People, int Count)> EverybodyAsync(string words, CancellationToken cancellationToken)
    {
        var found = db.Called(Known(), words);
        var rows = await found.OrderBy(person => person.Name).ThenBy(person => person.Id).Take(MostPeople + 1).ToListAsync(cancellationToken);
        var count = rows.Count > MostPeople ? await found.CountAsync(cancellationToken) : rows.Count;
        var shown = InOrder(rows.Take(MostPeople), row => row.Name, row => row.Id).ToList();
        var addresses = await AddressesAsync(shown.ConvertAll(row => row.Id), cancellationToken);
        return (shown.ConvertAll(row => Days(row, addresses[row.Id])), count);
    }

    /// <summary>Null when there is nobody with that id that can be written to or signs in.</summary>
    public async Task<DeskPersonDays?> PersonAsync(string id, CancellationToken cancellationToken) =>
        await Known().SingleOrDefaultAsync(person => person.Id == id, cancellationToken) is { } row ? Days(row, (await AddressesAsync([id], cancellationToken))[id]) : null;

    /// <summary>A record that was left for another has neither addresses nor a word of its own.</summary>
    private IQueryable<PersonRow> Known() => db.People.AsNoTracking()
        .Where(person => db.Addresses.Any(address => address.PersonId == person.Id) || person.Email != null && !db.Joins.Any(join => join.PersonId == person.Id && join.PartedAt == null));

    private async Task<ILookup<string, DeskAddress>> AddressesAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken) => (await (
        from address in db.Addresses.AsNoTracking()
        where ids.Contains(address.PersonId)
        orderby address.Channel, address.Workspace, address.User
        select new
        {
            address.PersonId,
            address.Channel,
            Workspace = db.Workspaces.Where(workspace => workspace.Channel == address.Channel && workspace.Id == address.Workspace).Select(workspace => workspace.Name).FirstOrDefault() ?? address.Workspace,
            address.User,
            address.Unreachable,
        }).ToListAsync(cancellationToken)).ToLookup(address => address.PersonId, address => new DeskAddress(address.Channel, address.Workspace, address.User, address.Unreachable));

    private DeskPersonDays Days(PersonRow row, IEnumerable<DeskAddress> addresses) => new(row.Id, row.Name, row.Title, People.ZoneOf(row, organisation), row.Hours, AbsenceBook.Of(row))
    {
        Details = PersonForm.Of(row),
        Addresses = [.. addresses],
    };

    private async Task<IReadOnlyList<DeskLine>> SameAdAsync(string ad, string id, CancellationToken cancellationToken) =>
        await Lines(db.Assignments.Where(assignment => assignment.Id != id && (assignment.Ad == ad || assignment.Id == ad))).ToListAsync(cancellationToken);

    /// <summary>An assignment as a line; null when there is none with that id.</summary>
    public Task<DeskLine?> LineAsync(string id, CancellationToken cancellationToken) => Lines(db.Assignments.Where(assignment => assignment.Id == id)).SingleOrDefaultAsync(cancellationToken);

    private IQueryable<DeskLine> Lines(IQueryable<AssignmentRow> assignments) =>
        from assignment in assignments.AsNoTracking()
        join person in db.People on assignment.PersonId equals person.Id
        orderby assignment.CreatedAt
        select new DeskLine(assignment.Id, assignment.Topic, person.Name, assignment.State, assignment.MovedAt, AssignmentRow.DeadlineOf(assignment.SortAt));

    /// <summary>Workspaces that let nothing through or wait for a yes, and people who cannot be reached.</summary>
    public async Task<IReadOnlyList<DeskNotice>> NoticesAsync(CancellationToken cancellationToken)
    {
        var workspaces = await db.Workspaces.AsNoTracking().Where(w => w.StoppedAt != null || w.ConfirmedAt == null).OrderBy(w => w.Id).ToListAsync(cancellationToken);
        var people = await (
            from address in db.Addresses.AsNoTracking()
            where address.Unreachable != null
            join person in db.People on address.PersonId equals person.Id
            orderby person.Name, person.Id
            select new { person.Id, person.Name, address.Channel, address.User, address.Unreachable }).Take(MostLines).ToListAsync(cancellationToken);
        var silent = await (
            from assignment in db.Assignments.AsNoTracking()
            where assignment.EscalatedAt != null && (assignment.Stage == AssignmentStage.Planned || assignment.Stage == AssignmentStage.Assigned || assignment.Stage == AssignmentStage.InProgress)
            join person in db.People on assignment.PersonId equals person.Id
            orderby assignment.SortAt, assignment.Id
            select new { assignment.Id, assignment.Topic, assignment.SortAt, person.Name, Language = db.SearchTexts.Where(s => s.AssignmentId == assignment.Id && s.Kind == SearchRow.Topic).Select(s => s.Language).FirstOrDefault() }).Take(MostLines).ToListAsync(cancellationToken);
        return
        [
            .. silent.Select(a => new DeskNotice(DeskNoticeKind.NoAnswer, a.Name ?? "", Reason: null, "", a.Id) { Topic = a.Topic, Language = a.Language, Deadline = AssignmentRow.DeadlineOf(a.SortAt) }),
            .. workspaces.Select(w => new DeskNotice(w.ConfirmedAt is null ? DeskNoticeKind.Unconfirmed : DeskNoticeKind.Stopped, w.Name ?? w.Id, w.StopReason, w.Channel, w.Id)),
            .. people.Select(p => new DeskNotice(DeskNoticeKind.Unreachable, p.Name ?? p.User, p.Unreachable, p.Channel, p.Id)),
        ];
    }

    /// <summary>Messages that wait for their turn in a workspace that lets them through, when they are many.</summary>
    public async Task<IReadOnlyList<DeskWave>> QueuesAsync(CancellationToken cancellationToken)
    {
        var queues = await db.Outbox.AsNoTracking()
            .Where(o => o.NextAt != null && o.Status == OutboxStatus.Pending)
            .Where(o => !db.Workspaces.Any(w => w.Channel == o.Channel && w.Id == o.Workspace && (w.StoppedAt != null || w.ConfirmedAt == null)))
            .GroupBy(o => new { o.Channel, o.Workspace })
            .Select(group => new { group.Key.Channel, group.Key.Workspace, Waiting = group.Count(), First = group.Min(o => o.Seq), Since = group.Min(o => o.CreatedAt) })
            .Where(queue => queue.Waiting >= FewestQueued)
            .OrderBy(queue => queue.Channel).ThenBy(queue => queue.Workspace)
            .ToListAsync(cancellationToken);
        var read = new List<DeskWave>();
        foreach (var queue in queues)
        {
            var since = queue.Since - Wave;
            var counts = await db.Outbox
                .Where(o => o.Seq > queue.First - LongestWave && o.Channel == queue.Channel && o.Workspace == queue.Workspace && o.CreatedAt >= since)
                .GroupBy(o => o.Status)
                .Select(group => new { group.Key, Count = group.Count() })
                .ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
            var waiting = queue.Waiting + counts.GetValueOrDefault(OutboxStatus.Sending);
            var name = await db.Workspaces.Where(w => w.Channel == queue.Channel && w.Id == queue.Workspace).Select(w => w.Name).SingleOrDefaultAsync(cancellationToken);
            var time = channels.FirstOrDefault(channel => channel.Name == queue.Channel)?.MessagesPerMinute is { } perMinute ? TimeSpan.FromMinutes(waiting / perMinute) : (TimeSpan?)null;
            read.Add(new DeskWave(queue.Channel, name, counts.GetValueOrDefault(OutboxStatus.Sent), waiting, time));
        }

        return read;
    }

    /// <summary>Null when there is none with that id.</summary>
    /// <param name="id">The assignment's.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <param name="words">Whom the question could be put to instead, as somebody looks for them.</param>
    public async Task<DeskAssignment?> FindAsync(string id, CancellationToken cancellationToken, string words = "")
    {
        if (await db.Assignments.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, cancellationToken) is not { } row)
        {
            return null;
        }

        var person = await db.People.AsNoTracking().SingleAsync(p => p.Id == row.PersonId, cancellationToken);
        var grades = await AnswerGrades.ReadAsync(db, id, cancellationToken);
        var versions = await AnswerVersions.ReadAsync(db, id, cancellationToken);
        var given = versions
            .GroupBy(a => a.Slot).Select(revisions => revisions.MaxBy(a => a.Revision)!).Where(a => a.Text.Length > 0)
            .Select(a => new DeskAnswer(a.Slot, a.Text, a.Revision, a.At, grades.Slots.TryGetValue(a.Slot, out var status) ? status : null)).ToList();
        var passed = grades.Slots
            .Where(pair => pair.Value is AnswerStatus.Declined or AnswerStatus.Covered && !given.Exists(answer => answer.Slot == pair.Key))
            .Select(pair => new DeskAnswer(pair.Key, "", 0, null, pair.Value));
        var assignment = StateJson.Read<Assignment>(row.Body);
        var (plan, beganAt) = await PlanAsync(row, assignment, cancellationToken);
        var review = (await ReviewFiles.ReadAsync(db, id, cancellationToken))!;
        var lines = await (
            from message in MessageRow.Transcript(db, id)
            join sent in db.Outbox on message.Key equals sent.Id into posts
            from post in posts.DefaultIfEmpty()
            orderby message.Seq
            select new { message.Incoming, message.Channel, message.Text, message.Chosen, message.At, message.Body, Status = (OutboxStatus?)post.Status, post.Reason }).ToListAsync(cancellationToken);
        var web = await db.Addresses.AsNoTracking().Where(a => a.PersonId == row.PersonId && a.Channel == Address.Web).Select(a => a.User).FirstOrDefaultAsync(cancellationToken);
        return new DeskAssignment(
            assignment,
            new DeskPerson(person.Id, person.Name, person.Title),
            row.State,
            row.MovedAt,
            [.. given.Concat(passed).OrderBy(answer => answer.Slot)],
            review.Drafts,
            lines.ConvertAll(line => new DeskMessage(
                line.Incoming, line.Channel, line.Text, line.Chosen, line.Status is { } status ? StateJson.NameOf(status) : null,
                line.Status is OutboxStatus.Sent ? null : line.Reason, line.At, line.Body is null ? null : StateJson.Read<Outgoing>(line.Body).LateFrom)),
            web)
        {
            Review = review,
            Versions = versions,
            Readers = (await readers.ReadAsync(id, cancellationToken))!,
            Published = await db.Records.AnyAsync(record => record.AssignmentId == id, cancellationToken),
            Earlier = await database.ReadAsync((session, token) => EarlierTexts.ReadAsync(session, row.PersonId, assignment.ReplyTo?.Topic ?? assignment.Topic, token, except: id), cancellationToken),
            Touched = row.Touched,
            Thin = grades.Thin,
            Plan = plan,
            BeganAt = beganAt,
            Deputy = assignment.DeputyId is { } deputy ? await db.People.Where(p => p.Id == deputy).Select(p => p.Name).SingleOrDefaultAsync(cancellationToken) : null,
            SameAd = await SameAdAsync(row.Ad ?? row.Id, id, cancellationToken),
            Others = (await PeopleAsync(words, [], cancellationToken)).Without(row.PersonId),
        };
    }

    /// <summary>What is planned, as far as the person wants it now, and when they began to answer; nothing where no date and no reminder was given.</summary>
    private async Task<(ReminderPlan? Plan, DateTimeOffset? BeganAt)> PlanAsync(AssignmentRow row, Assignment assignment, CancellationToken cancellationToken)
    {
        if (row.Plan is null && assignment.RemindAt.IsEmpty)
        {
            return (null, null);
        }

        var plan = row.Plan is null ? new ReminderPlan([]) : StateJson.Read<ReminderPlan>(row.Plan);
        var state = await db.Conversations.AsNoTracking().Where(c => c.PersonId == row.PersonId).Select(c => c.State).SingleOrDefaultAsync(cancellationToken);
        return state is not null && StateJson.Read<Conversation>(state) is var talk && talk.Interviews.Find(interview => interview.Id == row.Id) is { } interview
            ? (plan with { Unreminded = talk.NoReminders }, interview.BeganAt)
            : (plan, null);
    }
}
