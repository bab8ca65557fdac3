using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Dialog.Core.Assignments;
using Dialog.Core.Drafts;
using Microsoft.Data.Sqlite;

namespace Dialog.Bench;

/// <summary>A store of a large organisation after some years: most questions are over, a fifth is under way. The same each time.</summary>
internal static class DeskStore
{
    private const int People = 2000;

    private const int Answers = 5;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private static readonly DateTimeOffset Newest = new(2027, 12, 31, 11, 0, 0, TimeSpan.Zero);

    private static readonly string[] Slots = ["What", "Why", "Who", "Challenge", "Question"];

    private static readonly string[] Outlets = ["ad", "x", "web"];

    /// <summary>States, the drafts' status that goes with each, and how many of a hundred are there.</summary>
    private static readonly (string State, string Stage, string? Drafts, int Share)[] Lives =
    [
        ("Planned", "Planned", null, 4), ("Assigned", "Assigned", null, 5), ("InProgress", "InProgress", null, 4), ("Submitted", "Review", "InReview", 4),
        ("Submitted", "Approved", "Approved", 3), ("Completed", "Published", "Published", 72), ("Declined", "Ended", null, 8),
    ];

    /// <summary>Words in order of how common they are: the tenth is a tenth as common as the first.</summary>
    private static readonly string[] Vocabulary =
    [
        "kommunen", "vatten", "skolan", "invånare", "gatan", "elever", "biblioteket", "vinter", "snö", "cykelväg", "maten", "köket", "äldreboende", "simhallen", "barnen", "rasten", "bussen", "parken", "torget", "läckan",
        "rören", "natten", "medarbetare", "sommaren", "budget", "skatten", "trafiken", "bygglov", "kvarnen", "ån", "bron", "musiken", "teatern", "ungdomar", "fritidsgården", "idrotten", "planen", "skogen", "elljusspåret", "badplatsen",
        .. Enumerable.Range(0, 4000).Select(number => $"{Syllables[number % 20]}{Syllables[number / 20 % 20]}{Syllables[number * 7 % 20]}{(number % 3 == 0 ? "en" : number % 3 == 1 ? "arna" : "")}"),
    ];

    private static string[] Syllables => ["ba", "lok", "tra", "men", "skö", "vid", "häl", "rum", "sto", "gri", "pla", "nor", "fjä", "ker", "und", "öst", "myr", "led", "fal", "sund"];

    /// <summary>Stages as the address bar has them.</summary>
    public static string[] Stages { get; } = ["planned", "assigned", "inProgress", "review", "approved", "published", "ended"];

    public static string WordOf(int number) => Vocabulary[number * 37 % 1000];

    public static string NameOf(int number) => string.Create(CultureInfo.InvariantCulture, $"Person {number % People:0000}");

    /// <summary>Deadlines lie half an hour apart.</summary>
    public static DateTimeOffset DeadlineOf(int number) => Newest.AddMinutes(-30 * number);

    /// <summary>Fills an empty store; answers how long that took.</summary>
    public static TimeSpan Fill(string store, int assignments)
    {
        var clock = Stopwatch.StartNew();
        using var connection = Open(store);
        Run(connection, "PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF; PRAGMA cache_size=-200000; PRAGMA temp_store=MEMORY");
        var chance = new Random(1);
        using (var transaction = connection.BeginTransaction())
        {
            using var person = Prepare(connection, """INSERT INTO "People" ("Id", "Name", "Roles", "Language", "LanguageAssumed", "TimeZone", "CreatedAt") VALUES ($1, $2, 'respondent', 'sv', 0, 'Europe/Stockholm', 0)""", 2);
            using var address = Prepare(connection, """INSERT INTO "Addresses" ("Channel", "Workspace", "User", "PersonId") VALUES ('web', 'web', $1, $1)""", 1);
            for (var number = 0; number < People; number++)
            {
                Run(person, PersonOf(number), NameOf(number));
                Run(address, PersonOf(number));
            }

            using var assignment = Prepare(
                connection,
                """
                INSERT INTO "Assignments" ("Id", "PersonId", "Topic", "State", "Stage", "Body", "CreatedAt", "MovedAt", "CopyDeadline", "SortAt", "PublishOn") VALUES ($1, $2, $3, $4, $5, $6, $7, $7, $8, $8, $9)
                """,
                9);
            using var answer = Prepare(connection, """INSERT INTO "Answers" ("AssignmentId", "Slot", "Revision", "Text", "At") VALUES ($1, $2, 1, $3, $4)""", 4);
            using var draft = Prepare(connection, """INSERT INTO "Drafts" ("Id", "Revision", "AssignmentId", "Outlet", "Body", "Hash", "Status", "Kind", "At") VALUES ($1, 1, $2, $3, $4, '', $5, 'Composed', $6)""", 6);
            for (var number = assignments - 1; number >= 0; number--)
            {
                Store(assignment, answer, draft, number, chance);
            }

            transaction.Commit();
        }

        Run(connection, "PRAGMA wal_checkpoint(TRUNCATE); ANALYZE");
        return clock.Elapsed;
    }

    /// <summary>Microseconds to store an answer's next revision in a transaction of many, with the search index and without it.</summary>
    public static (double With, double Without) IndexCost(string store)
    {
        const int Revisions = 5000;
        using var connection = Open(store);
        double Measure()
        {
            var chance = new Random(2);
            using var transaction = connection.BeginTransaction();
            using var answer = Prepare(connection, """INSERT INTO "Answers" ("AssignmentId", "Slot", "Revision", "Text", "At") VALUES ($1, 'What', $2, $3, 0)""", 3);
            var clock = Stopwatch.StartNew();
            for (var number = 0; number < Revisions; number++)
            {
                Run(answer, IdOf(number % 500), 2 + number / 500, Text(chance, 40));
            }

            var each = clock.Elapsed.TotalMicroseconds / Revisions;
            transaction.Rollback();
            return each;
        }

        Measure();
        var with = Measure();
        Run(connection, """DROP TRIGGER "Search_answer_in" """);
        Measure();
        return (with, Measure());
    }

    private static void Store(SqliteCommand assignment, SqliteCommand answer, SqliteCommand draft, int number, Random chance)
    {
        var share = chance.Next(100);
        var life = Lives.First(life => (share -= life.Share) < 0);
        var (id, deadline, topic) = (IdOf(number), DeadlineOf(number), $"Varför {Text(chance, 4)}?");
        var order = new Assignment { Id = id, Topic = topic, Brief = Text(chance, 12), PersonId = PersonOf(chance.Next(People)), Language = "sv", Outlets = [.. Outlets], CopyDeadline = deadline, PublishOn = DateOnly.FromDateTime(deadline.AddDays(4).Date) };
        var at = deadline.AddDays(-14).ToUnixTimeMilliseconds();
        Run(assignment, id, order.PersonId, topic, life.State, life.Stage, JsonSerializer.Serialize(order, Json), at, deadline.ToUnixTimeMilliseconds(), order.PublishOn!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        if (life.Drafts is null)
        {
            return;
        }

        var texts = Slots.Take(Answers).Select(slot => (slot, Text(chance, 40))).ToList();
        foreach (var (slot, text) in texts)
        {
            Run(answer, id, slot, text, at);
        }

        foreach (var outlet in Outlets)
        {
            var text = string.Join("\n\n", texts.Take(outlet == "x" ? 1 : 4).Select(pair => pair.Item2));
            var body = new Draft { Outlet = outlet, Text = text, Parts = [], Length = text.Length, Unit = "characters", Sentences = [new DraftSentence(text, Origin.Own)] };
            Run(draft, $"{id}-{outlet}", id, outlet, JsonSerializer.Serialize(body, Json), life.Drafts, at);
        }
    }

    /// <summary>Some words, the first of the vocabulary far more often than the last.</summary>
    private static string Text(Random chance, int words) =>
        string.Join(' ', Enumerable.Range(0, words).Select(_ => Vocabulary[Math.Min(Vocabulary.Length - 1, (int)Math.Pow(Vocabulary.Length, chance.NextDouble()) - 1)]));

    /// <summary>Newer ones have higher ids.</summary>
    private static string IdOf(int number) => string.Create(CultureInfo.InvariantCulture, $"a{9_999_999 - number:0000000}");

    private static string PersonOf(int number) => string.Create(CultureInfo.InvariantCulture, $"p{number:0000}");

    private static SqliteConnection Open(string store)
    {
        var connection = new SqliteConnection($"Data Source={store};Pooling=false");
        connection.Open();
        return connection;
    }

    private static SqliteCommand Prepare(SqliteConnection connection, string sql, int parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var number = 1; number <= parameters; number++)
        {
            command.Parameters.Add(new SqliteParameter(string.Create(CultureInfo.InvariantCulture, $"${number}"), DBNull.Value));
        }

        return command;
    }

    private static void Run(SqliteCommand command, params object[] values)
    {
        for (var index = 0; index < values.Length; index++)
        {
            command.Parameters[index].Value = values[index];
        }

        command.ExecuteNonQuery();
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
