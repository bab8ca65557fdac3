using System.Diagnostics;
using Dialog.Core.Assignments;
using Dialog.Core.Interviews;
using Dialog.Core.People;
using Dialog.Core.Questions;

namespace Dialog.Bench;

/// <summary>What one turn costs in the core, on one thread, without store and network: the same turn again and again from the same state, as the store would give it.</summary>
internal static class CoreTurns
{
    private const int Rounds = 5;

    private static readonly TimeSpan Round = TimeSpan.FromMilliseconds(100);

    private static readonly DateTimeOffset Morning = new(2027, 2, 5, 9, 5, 0, TimeSpan.FromHours(1));

    private static readonly TurnContext Context = new(
        new Respondent("mattias", "Mattias Jansson", "kommunchef", "sv", "Europe/Stockholm"),
        new Organisation { Name = "Katrineholms kommun", Language = "sv", TimeZone = "Europe/Stockholm" },
        QuestionSets.BuiltIn);

    private const string What = "Vi bygger om rondellen vid torget, och i tisdags räknade jag 40 bilar i kö klockan åtta.";
    private const string Why = "Vi gör det eftersom bussarna fastnade varje morgon i februari och folk kom för sent till jobbet.";

    private static readonly string[] Digressions = ["hjälp", "när ska det vara klart?", "tack", "visa", "vem läser det här?", "👍", "upprepa", "varför frågar du?"];

    /// <summary>Adds a line for every kind of turn and length of transcript.</summary>
    public static void Measure(Table table)
    {
        foreach (var turns in new[] { 10, 100, 1000 })
        {
            Add(table, $"transcript of {turns} turns", Transcript(turns, finished: turns / 50));
        }

        foreach (var messages in new[] { 10, 100, 1000 })
        {
            Add(table, $"{messages} messages in the open answer", Answer(messages));
        }

        var ending = Say(Begun("a1"), "a", What, "klar", Why, "klar", Sentence(1), "klar", "hoppa över");
        Add(table, "the headline test is put", ending, Said("hoppa över", "new"));
        Add(table, "the end: drafts for three outlets are made", Take(ending, Said("hoppa över", "last")), Said("ja", "new"));

        var whole = Said(string.Join(' ', Enumerable.Range(1, 600).Select(Sentence))[..40_000], "long");
        Add(table, "an answer of 40,000 characters", Begun("a1"), whole);
        Add(table, "an answer of 40,000 characters, ”klar”", Take(Begun("a1"), whole), Said("klar", "new"));
    }

    private static void Add(Table table, string where, Conversation talk)
    {
        Add(table, $"{where}: a sentence", talk, Said("Bussarna fastnade varje morgon i februari, för att rondellen var för trång.", "new"));
        Add(table, $"{where}: an edited message", talk, new Incoming.Edited("Jag såg det själv i tisdags klockan åtta.", "m1") { Key = "edit", At = Morning });
        Add(table, $"{where}: ”klar”", talk, Said("klar", "new"));
        Add(table, $"{where}: ”stryk det”", talk, Said("stryk det", "new"));
        Add(table, $"{where}: ”hjälp”", talk, Said("hjälp", "new"));
    }

    private static void Add(Table table, string name, Conversation before, Incoming incoming)
    {
        var cost = Table.Median(Enumerable.Range(0, Rounds).Select(_ => Cost(before, incoming)));
        table.Add(name, cost, "µs", "under 200", cost < 200);
    }

    /// <summary>Processor time of one turn in microseconds, over as many as a round holds.</summary>
    private static double Cost(Conversation before, Incoming incoming)
    {
        var turns = 0;
        var (watch, cpu) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        while (watch.Elapsed < Round)
        {
            Turn.Take(before, incoming, Context);
            turns++;
        }

        return (Environment.CpuUsage.TotalTime - cpu).TotalMicroseconds / turns;
    }

    /// <summary>An interview with so many messages of the person, all in the open answer.</summary>
    private static Conversation Answer(int messages) =>
        Enumerable.Range(1, messages).Aggregate(Begun("a1"), (talk, message) => Take(talk, Said(Sentence(message), $"m{message}")));

    /// <summary>
    /// So many turns: interviews that are finished, and one that is open with what and why answered, who begun, and between its messages questions
    /// to the bot, small talk, edits and corrections.
    /// </summary>
    private static Conversation Transcript(int turns, int finished)
    {
        var talk = new Conversation { Language = "sv" };
        for (var interview = 1; interview <= finished; interview++)
        {
            talk = Begin(talk, $"f{interview}");
            talk = Say(talk, $"f{interview}", What, "klar", Why, "klar", Sentence(interview), "klar", "hoppa över", "hoppa över", "ja");
        }

        talk = Begin(talk, "a1");
        if (talk.Interviews.Any(interview => interview.IsActive != (interview.Id == "a1")))
        {
            throw new InvalidOperationException("The talk to be measured went another way.");
        }

        talk = Take(Say(talk, "a", What, "klar", Why, "klar"), Said(Sentence(1), "m1"));
        for (var turn = 0; turn < turns; turn++)
        {
            talk = (turn % 4) switch
            {
                0 => Take(talk, new Incoming.Edited($"Jag stod där kväll {turn} och räknade bilarna, och det var trångt.", "m1") { Key = $"e{turn}", At = Morning }),
                1 => Take(talk, Said($"Kväll {turn} var det lugnare.", $"n{turn}")),
                2 => Take(talk, Said("stryk det", $"s{turn}")),
                _ => Take(talk, Said(Digressions[turn / 4 % Digressions.Length], $"d{turn}")),
            };
        }

        return Take(talk, Said("Jag är där själv varje morgon, och förra veckan fick vi hjälp av fyra vägvakter.", "last"));
    }

    private static Conversation Begun(string id) => Begin(new Conversation { Language = "sv" }, id);

    private static Conversation Begin(Conversation talk, string id)
    {
        var assignment = new Assignment { Id = id, Topic = "Varför bygger vi om rondellen?", PersonId = "mattias", Language = "sv", Outlets = ["ad", "x", "web"] };
        return Take(Take(talk, new Incoming.Assigned(assignment) { Key = $"assigned {id}", At = Morning }), Said("kör", $"go {id}"));
    }

    private static Conversation Say(Conversation talk, string id, params string[] texts) =>
        texts.Select((text, index) => (text, index)).Aggregate(talk, (before, said) => Take(before, Said(said.text, $"{id}-{said.index}")));

    private static string Sentence(int number) => $"Jag stod där kväll {number} och räknade bilarna med Anna, och det var trångt.";

    private static Conversation Take(Conversation before, Incoming incoming) => Turn.Take(before, incoming, Context).After;

    private static Incoming.Said Said(string text, string id) => new(text, id) { Key = id, At = Morning };
}
