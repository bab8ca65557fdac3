using Dialog.Bot.Channels;
using Dialog.Bot.Observing;
using Dialog.Bot.Store;
using Dialog.Core.Interviews;

namespace Dialog.Bot.Turns;

/// <summary>Load, take the turn, commit once. The only door in: channels, clock, desk and API all come through here.</summary>
internal sealed class TurnRunner(
    Database database,
    OrganisationShelf organisations,
    QuestionShelf questions,
    IEnumerable<IChannel> channels,
    Bell outboxBell,
    Couriers couriers,
    ReceiptBell receiptBell,
    MailBell mailBell,
    Hooks hooks,
    DataLinks links,
    Measures measures,
    TimeProvider time)
{
    private static readonly TurnOutcome TakenBefore = new(New: false, []);

    private static readonly TurnOutcome NotTaken = new(New: false, []) { Unmet = true };

    private readonly string[] open = [.. channels.Select(channel => channel.Name)];

    /// <summary>Where a message that is marked as being sent in the turn's own transaction and then does not leave is found out about.</summary>
    private readonly string[] telling = [.. channels.Where(channel => channel.CanTell).Select(channel => channel.Name)];

    /// <summary>
    /// Takes the turn and commits it: when this returns, the event is on disk together with everything it led to.
    /// Throws when it could not be committed; then nothing was, and the caller must not acknowledge.
    /// </summary>
    /// <exception cref="StoreBusyException">Too much is waiting; nothing was begun.</exception>
    public async Task<TurnOutcome> TakeAsync(Arrival arrival, CancellationToken cancellationToken)
    {
        using var courier = arrival.What.IsOwn ? couriers.Hail(canWait: false) : null;
        var (_, heard, outcome) = await TakeAsync(arrival.What, arrival.InboxKey ?? arrival.What.Key, new Door(arrival.From.Channel), (session, token) => People.MeetAsync(session, arrival, organisations.Now, token), courier, cancellationToken);
        if (outcome is { New: true, Replies: [] } && heard is Incoming.Said said && arrival.Room.Id is not null)
        {
            receiptBell.Ring(new Receipt(arrival.From, arrival.Room, said.MessageId));
        }
        else if (outcome is { Changed: true } && heard is Incoming.Edited edited && arrival.Room.Id is not null)
        {
            receiptBell.Ring(new Receipt(arrival.From, arrival.Room, edited.MessageId) { Edited = true });
        }

        return outcome;
    }

    /// <summary>What was taken back before it came is not taken when it comes: the inbox knows it from now on.</summary>
    public Task LeaveAsync(string inboxKey, CancellationToken cancellationToken) => database.WriteTogetherAsync(
        session => session.Write("""INSERT INTO "Inbox" ("Key", "At") VALUES ($1, $2) ON CONFLICT ("Key") DO NOTHING""", inboxKey, time.GetUtcNow()), cancellationToken);

    /// <summary>It was taken before.</summary>
    public async Task<bool> TookAsync(string inboxKey, CancellationToken cancellationToken) =>
        await database.ReadAsync((session, token) => session.FirstAsync("""SELECT "Key" FROM "Inbox" WHERE "Key" = $1""", [inboxKey], row => row.GetString(0), token), cancellationToken) is not null;

    /// <summary>
    /// A turn of a known person's conversation that did not come from a channel: desk, API, clock. What is decided about texts and orders is decided even if the
    /// person has been erased.
    /// </summary>
    /// <exception cref="KeyNotFoundException">No such person, or nowhere to reach them.</exception>
    public Task<TurnOutcome> TakeAsync(string personId, Incoming what, CancellationToken cancellationToken) => TakeAsync(personId, what, Door.Current, cancellationToken);

    /// <summary>The same for something that came through another door than what runs now.</summary>
    /// <exception cref="KeyNotFoundException">No such person, or nowhere to reach them.</exception>
    public Task<TurnOutcome> TakeAsync(string personId, Incoming what, Door door, CancellationToken cancellationToken) =>
        TakeAsync(personId, what, door, courier: null, cancellationToken);

    /// <summary>The same for an instant that has come. Nobody waits for what it leads to: it goes where there is room.</summary>
    /// <exception cref="KeyNotFoundException">No such person, or nowhere to reach them.</exception>
    public async Task<TurnOutcome> TakeAsync(string personId, Incoming.DueCame what, CancellationToken cancellationToken)
    {
        using var courier = couriers.Hail(canWait: true);
        return await TakeAsync(personId, what, Door.Current, courier, cancellationToken);
    }

    private async Task<TurnOutcome> TakeAsync(string personId, Incoming what, Door door, Courier? courier, CancellationToken cancellationToken) =>
        (await TakeAsync(what, what.Key, door, async (session, token) => await (NeedsNobody(what) ? People.ReachIfThereAsync(session, personId, open, token) : People.ReachAsync(session, personId, open, token)), courier, cancellationToken)).Outcome;

    /// <summary>Decisions of others: the person is told, if there is anybody to tell.</summary>
    private static bool NeedsNobody(Incoming what) => what is Incoming.Reviewed or Incoming.Withdrawn or Incoming.OrderChanged or Incoming.OrderFollowed or Incoming.Reopened;

    private async Task<Taken> TakeAsync(Incoming what, string inboxKey, Door door, Func<Session, CancellationToken, Task<Reachable?>> find, Courier? courier, CancellationToken cancellationToken)
    {
        var taken = await MeasuredAsync(what, () => database.WriteTogetherAsync((session, token) => TakeAsync(session, what, inboxKey, door, find, courier, token), cancellationToken));
        if (taken.Claimed is { } claimed)
        {
            courier!.Carry(claimed);
        }
        else if (taken.Outcome.Replies.Count > 0)
        {
            outboxBell.Ring(taken.PersonId, taken.Outcome.Replies.All(reply => reply.CanWait));
        }

        if (taken.Mailed)
        {
            mailBell.Ring();
        }

        foreach (var target in taken.Told)
        {
            outboxBell.Ring(target, canWait: true);
        }

        return taken;
    }

    private async Task<Taken> MeasuredAsync(Incoming what, Func<Task<Taken>> take)
    {
        using var span = Measures.BeginTurn(what);
        var (since, became) = (time.GetTimestamp(), "failed");
        try
        {
            var taken = await take();
            became = taken.Outcome switch { { Unmet: true } => "unmet", { New: false } => "known", { Refused: not null } => "refused", _ => "new" };
            return taken;
        }
        finally
        {
            measures.Turned(what, became, since);
            span?.SetTag("dialog.outcome", became);
        }
    }

    private async Task<Taken> TakeAsync(Session session, Incoming what, string inboxKey, Door door, Func<Session, CancellationToken, Task<Reachable?>> find, Courier? courier, CancellationToken cancellationToken)
    {
        if (await session.FirstAsync("""SELECT "Key" FROM "Inbox" WHERE "Key" = $1""", [inboxKey], row => row.GetString(0), cancellationToken) is not null)
        {
            return new Taken("", what, TakenBefore);
        }

        if (await find(session, cancellationToken) is not { } reachable)
        {
            return new Taken("", what, NotTaken);
        }

        var person = reachable.Person;
        what = reachable.Heard ?? what;
        var row = await ConversationRow.FindAsync(session, person.Id, cancellationToken);
        var before = row?.Read() ?? new Conversation { Language = person.Language };
        var sets = await questions.ForAsync(session, before, cancellationToken);
        var organisation = await organisations.ForAsync(before, what, cancellationToken);
        var context = new TurnContext(People.RespondentOf(person, organisation), organisation, sets) { Join = await Joins.DeskAsync(session, what, cancellationToken), Privacy = await links.DeskAsync(session, person.Id, what, cancellationToken) };
        foreach (var assignmentId in Turn.NeedsReview(before, what))
        {
            context = await ReviewFiles.ReadAsync(session.Ef, assignmentId, cancellationToken) is { } file ? context with { Reviews = context.Reviews.Add(file) } : context;
        }

        if (Earlier.Wanted(before, what) is { } about)
        {
            context = context with { Earlier = await EarlierTexts.ReadAsync(session, person.Id, about, cancellationToken) };
        }

        var result = Turn.Take(before, what, context);
        if (result.Refused is { } refused)
        {
            session.Discard();
            return new Taken(person.Id, what, new TurnOutcome(New: true, []) { Refused = refused });
        }

        var free = courier is not null && reachable.IsOpen && telling.Contains(reachable.Address.Channel) ? courier : null;
        session.Write("""INSERT INTO "Inbox" ("Key", "At") VALUES ($1, $2)""", inboxKey, what.At);
        var claimed = await new TurnRecord(session, reachable, what, door, context.Reviews, free).WriteAsync(row, result, cancellationToken);
        QuestionShelf.Keep(session, sets, what, result);
        return new Taken(
            person.Id,
            what,
            new TurnOutcome(New: true, result.Replies) { ByStranger = reachable.Address.IsStranger(what.At), Changed = result.Facts.Exists(fact => fact is Fact.AnswerRevised) })
        {
            Claimed = claimed,
            Mailed = result.Facts.Exists(fact => fact is Fact.Mailed or Fact.MailedToReviewers),
            Told = hooks.Write(session, person.Id, what, result),
        };
    }

    /// <summary>What was committed.</summary>
    /// <param name="PersonId">Whose turn it was.</param>
    /// <param name="Heard">What it was about, see <see cref="Reachable.Heard"/>.</param>
    /// <param name="Outcome">What became of it.</param>
    private sealed record Taken(string PersonId, Incoming Heard, TurnOutcome Outcome)
    {
        /// <summary>The first reply, when it is the courier's already.</summary>
        public Attempt? Claimed { get; init; }

        /// <summary>Mail was written.</summary>
        public bool Mailed { get; init; }

        /// <summary>The hooks that are told.</summary>
        public IReadOnlyCollection<string> Told { get; init; } = [];
    }
}

/// <summary>A person and the address the bot answers at.</summary>
internal sealed record Reachable(PersonRow Person, AddressRow Address)
{
    /// <summary>Nothing is known that keeps a message from getting there.</summary>
    public bool IsOpen { get; init; }

    /// <summary>They have been heard from nowhere else since.</summary>
    public bool IsLatest { get; init; }

    /// <summary>What the turn is about, when it came from the address; null for what the caller says.</summary>
    public Incoming? Heard { get; init; }
}
