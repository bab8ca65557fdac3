using Dialog.Bot.Channels;
using Dialog.Bot.Delivery;
using Dialog.Bot.Schedule;
using Dialog.Bot.Observing;
using Dialog.Bot.Store;
using Dialog.Bot.Turns;
using Dialog.Core.Assignments;
using Dialog.Core.Interviews;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Dialog.Bot.Tests.Support;

/// <summary>The program without its doors: real store (a SQLite file), real turns, real sender, a channel that does as told, and a clock of its own.</summary>
internal sealed class House : IAsyncDisposable
{
    private readonly TestStore store = new();
    private readonly ServiceProvider services;

    private House(IEnumerable<KeyValuePair<string, string?>> settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(store.Settings).AddInMemoryCollection([new("Organisation:Name", "Katrineholms kommun"), .. settings]).Build();
        var collection = new ServiceCollection();
        collection.AddLogging();
        collection.AddSingleton<TimeProvider>(Clock);
        collection.AddSingleton<IChannel>(Channel);
        collection.AddObserving(configuration);
        collection.AddStore(configuration);
        collection.AddTurns(configuration);
        collection.AddSingleton<OutboxSender>();
        services = collection.BuildServiceProvider();
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

    public ReviewDesk Review => services.GetRequiredService<ReviewDesk>();

    public Organisation Organisation => services.GetRequiredService<Organisation>();

    public Rehearsal Rehearsal => services.GetRequiredService<Rehearsal>();

    /// <summary>One tick of the clock.</summary>
    public async Task TickAsync() => await ActivatorUtilities.CreateInstance<DueClock>(services).Execute(null!, TestContext.Current.CancellationToken);

    public PersonalData PersonalData => services.GetRequiredService<PersonalData>();

    public WorkspaceBook Workspaces => services.GetRequiredService<WorkspaceBook>();

    public OutboxSender Sender => services.GetRequiredService<OutboxSender>();

    public static async Task<House> BuildAsync(params IEnumerable<KeyValuePair<string, string?>> settings)
    {
        var house = new House(settings);
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
    public OutboxSender RivalSender() => ActivatorUtilities.CreateInstance<OutboxSender>(services, RivalDatabase());

    /// <summary>A second process's postman.</summary>
    public Postman RivalPostman() => ActivatorUtilities.CreateInstance<Postman>(services, Rival());

    public async Task<PersonRow> AddPersonAsync(string user = "U1", params string[] roles) =>
        (await People.AddAsync("Mattias Jansson", "kommunchef", roles is [] ? ["respondent"] : roles, "sv", "Europe/Stockholm", [new Address(Address.Slack, "T1", user)], TestContext.Current.CancellationToken))!;

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
