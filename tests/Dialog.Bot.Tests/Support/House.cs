using Dialog.Bot.Channels;
using Dialog.Bot.Delivery;
using Dialog.Bot.Export;
using Dialog.Bot.Observing;
using Dialog.Bot.Schedule;
using Dialog.Bot.Store;
using Dialog.Bot.Turns;
using Dialog.Core.Access;
using Dialog.Core.Assignments;
using Dialog.Core.Drafts;
using Dialog.Core.Interviews;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Dialog.Bot.Tests.Support;

/// <summary>The program without its doors: real store (a SQLite file), real turns, real sender, a channel that does as told, and a clock of its own.</summary>
internal sealed class House : IAsyncDisposable
{
    private readonly TestStore store;
    private readonly ServiceProvider services;

    private House(TestStore store, IEnumerable<KeyValuePair<string, string?>> settings)
    {
        this.store = store;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(store.Settings).AddInMemoryCollection([new("Organisation:Name", "Katrineholms kommun"), .. settings]).Build();
        var collection = new ServiceCollection();
        collection.AddLogging();
        collection.AddSingleton<TimeProvider>(Clock);
        collection.AddSingleton<IChannel>(Channel);
        collection.AddObserving(configuration);
        collection.AddStore(configuration);
        collection.AddTurns(configuration);
        collection.AddExport();
        collection.AddSingleton<OutboxSender>();
        services = collection.BuildServiceProvider();
    }

    private static House Build(TestStore store, IEnumerable<KeyValuePair<string, string?>> settings)
    {
        try
        {
            return new House(store, settings);
        }
        catch
        {
            store.Dispose();
            throw;
        }
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2027, 2, 5, 8, 5, 0, TimeSpan.Zero));

    public FakeChannel Channel { get; } = new();

    public TurnRunner Turns => services.GetRequiredService<TurnRunner>();

    public AssignmentOpener Assignments => services.GetRequiredService<AssignmentOpener>();

    public PeopleBook People => services.GetRequiredService<PeopleBook>();

    public Postman Postman => services.GetRequiredService<Postman>();

    public SeriesBook Series => services.GetRequiredService<SeriesBook>();

    /// <summary>A second process's series.</summary>
    public SeriesBook RivalSeries() => ActivatorUtilities.CreateInstance<SeriesBook>(services, RivalDatabase(), ActivatorUtilities.CreateInstance<AssignmentOpener>(services, Rival()));

    public FeedBook Feeds => services.GetRequiredService<FeedBook>();

    public AssignmentDesk Desk => services.GetRequiredService<AssignmentDesk>();

    public OutboxDesk Outbox => ActivatorUtilities.CreateInstance<OutboxDesk>(services);

    public ReviewDesk Review => services.GetRequiredService<ReviewDesk>();

    public Organisation Organisation => services.GetRequiredService<Organisation>();

    public Rehearsal Rehearsal => services.GetRequiredService<Rehearsal>();

    /// <summary>One tick of the clock.</summary>
    public async Task TickAsync() => await ActivatorUtilities.CreateInstance<DueClock>(services).TakeAsync(TestContext.Current.CancellationToken);

    public PersonalData PersonalData => services.GetRequiredService<PersonalData>();

    public ReviewDesk Reviews => services.GetRequiredService<ReviewDesk>();

    public AuditSealer Sealer => services.GetRequiredService<AuditSealer>();

    public AuditVerifier Verifier => services.GetRequiredService<AuditVerifier>();

    /// <summary>A second process's sealer.</summary>
    public AuditSealer RivalSealer() => ActivatorUtilities.CreateInstance<AuditSealer>(services, RivalDatabase());

    /// <summary>One night's work.</summary>
    public async Task RetainAsync(RetentionOptions? options = null) =>
        await (options is null ? ActivatorUtilities.CreateInstance<Retention>(services) : ActivatorUtilities.CreateInstance<Retention>(services, options)).RunAsync(TestContext.Current.CancellationToken);

    /// <summary>Somewhere in SQLite's file or its log, used or free.</summary>
    public bool StoreContains(string text) => store.Contains(text);

    /// <summary>What the program is made of.</summary>
    public IServiceProvider Services => services;

    /// <summary>Somebody who may change tables, too, takes away what keeps the audit log from being changed.</summary>
    public Task OpenAuditAsync() => Database.WriteAsync(
        session =>
        {
            foreach (var trigger in TestStore.IsPostgreSql ? new[] { "Audit_kept", "Audit_whole", "AuditHead_kept", "AuditHead_whole" } : ["Audit_added", "Audit_kept", "Audit_fixed", "AuditHead_kept", "AuditHead_onward"])
            {
                session.Write($"DROP TRIGGER \"{trigger}\"{(TestStore.IsPostgreSql ? $" ON \"{trigger.Split('_')[0]}\"" : "")}");
            }
        },
        TestContext.Current.CancellationToken);

    /// <summary>SQL as somebody with the database's password would write it.</summary>
    public Task RunAsync(string sql) => Database.WriteAsync(session => session.Write(sql), TestContext.Current.CancellationToken);

    /// <summary>Asks somebody and has the whole interview; answers the assignment's id. Its draft for the web waits for an approver.</summary>
    public async Task<string> InterviewedAsync(string why = "Vi gör det eftersom bussarna fastnade varje morgon i februari och folk kom för sent till jobbet.", string user = "U1")
    {
        var person = await AddPersonAsync(user);
        var order = Assignment(person.Id) with { Track = Track.Quick, Outlets = ["web", "x"] };
        await Assignments.OpenAsync(order, requestKey: null, TestContext.Current.CancellationToken);
        string[] said = ["kör", why, "klar", "Vad tycker du om nya rondellen?", "klar", "ja", "klar", "klar", "ja"];
        for (var number = 0; number < said.Length && !await HasDraftsAsync(); number++)
        {
            await SayAsync(said[number], $"{order.Id}/{number}", user);
            Clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.True(await HasDraftsAsync(), "The interview was not finished.");
        return order.Id;

        async Task<bool> HasDraftsAsync()
        {
            await using var db = OpenStore();
            return await db.Drafts.AnyAsync(draft => draft.AssignmentId == order.Id, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>The desk does something to a draft.</summary>
    public async Task ReviewAsync(string draftId, ReviewAction action, string? comment = null, bool mayBeNeedless = false)
    {
        var refused = await Reviews.OrderAsync(new ReviewOrder(draftId, action, Actor.Desk) { Comment = comment }, TestContext.Current.CancellationToken);
        Assert.True(refused is null || mayBeNeedless && refused == Refusal.NothingToDo, $"{action}: {refused}");
    }

    public WorkspaceBook Workspaces => services.GetRequiredService<WorkspaceBook>();

    public OutboxSender Sender => services.GetRequiredService<OutboxSender>();

    public static async Task<House> BuildAsync(params IEnumerable<KeyValuePair<string, string?>> settings)
    {
        var house = Build(new TestStore(), settings);
        await house.services.MigrateStoreAsync(TestContext.Current.CancellationToken);
        return house;
    }

    private Database RivalDatabase() => TestStore.IsPostgreSql
        ? ActivatorUtilities.CreateInstance<PostgreSqlDatabase>(services)
        : ActivatorUtilities.CreateInstance<SqliteDatabase>(services, new WriteGate());

    public Database Database => services.GetRequiredService<Database>();

    public DialogDb OpenStore() => services.GetRequiredService<IDbContextFactory<DialogDb>>().CreateDbContext();

    /// <summary>From now on the database refuses to insert into a table, where the condition on NEW holds.</summary>
    public Task BreakAsync(string table, string? when = null) => Database.WriteAsync(
        session =>
        {
            if (TestStore.IsPostgreSql)
            {
                session.Write("CREATE FUNCTION broken() RETURNS trigger AS $$ BEGIN RAISE EXCEPTION 'power cut'; END $$ LANGUAGE plpgsql");
            }

            var condition = when is null ? "" : $"WHEN ({when})";
            session.Write($"CREATE TRIGGER broken BEFORE INSERT ON \"{table}\" FOR EACH ROW {condition} {(TestStore.IsPostgreSql ? "EXECUTE FUNCTION broken()" : "BEGIN SELECT RAISE(ABORT, 'power cut'); END")}");
        },
        TestContext.Current.CancellationToken);

    public Task MendAsync(string table) => Database.WriteAsync(
        session => session.Write(TestStore.IsPostgreSql ? $"DROP TRIGGER broken ON \"{table}\"" : "DROP TRIGGER broken"),
        TestContext.Current.CancellationToken);

    /// <summary>From now on SQLite drops the whole transaction when the event with that key is written down.</summary>
    public Task LoseTransactionAtAsync(string key) => Database.WriteAsync(
        session => session.Write($"CREATE TRIGGER lost BEFORE INSERT ON Inbox WHEN NEW.Key = '{key}' BEGIN SELECT RAISE(ROLLBACK, 'power cut'); END"),
        TestContext.Current.CancellationToken);

    /// <summary>A second process on the same store.</summary>
    public TurnRunner Rival() => ActivatorUtilities.CreateInstance<TurnRunner>(services, RivalDatabase());

    /// <summary>A second process's sender, which posts to the same channel.</summary>
    public OutboxSender RivalSender() => ActivatorUtilities.CreateInstance<OutboxSender>(services, RivalDatabase(), new Couriers(services.GetRequiredService<Bell>()));

    /// <summary>A second process's postman.</summary>
    public Postman RivalPostman() => ActivatorUtilities.CreateInstance<Postman>(services, Rival());

    public async Task<PersonRow> AddPersonAsync(string user = "U1", params string[] roles) =>
        (await People.AddAsync("Mattias Jansson", "kommunchef", roles is [] ? ["respondent"] : roles, "sv", timeZone: null, [new Address(Address.Slack, "T1", user)], TestContext.Current.CancellationToken))!;

    public Task<TurnOutcome> SayAsync(string text, string key, string user = "U1") => Turns.TakeAsync(Said(text, key, user), TestContext.Current.CancellationToken);

    public Arrival Said(string text, string key, string user = "U1") =>
        new(new Address(Address.Slack, "T1", user), new Room("D1"), new Incoming.Said(text, key) { Key = key, At = Clock.GetUtcNow() });

    public static Assignment Assignment(string personId) =>
        new() { Id = AssignmentOpener.NewId(), Topic = "Varför twittrar kommunchefen?", PersonId = personId, Language = "sv", Outlets = ["ad", "x"] };

    public async ValueTask DisposeAsync()
    {
        await Sender.StopAsync(CancellationToken.None);
        await services.DisposeAsync();
        Channel.Dispose();
        store.Dispose();
    }
}
