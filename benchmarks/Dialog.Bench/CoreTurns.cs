using System.Diagnostics;
using Dialog.Core.Assignments;
using Dialog.Core.Interviews;
using Dialog.Core.People;

namespace Dialog.Bench;

/// <summary>What one turn costs in the core, on one thread, without store and network: the same turn again and again from the same state.</summary>
internal static class CoreTurns
{
    private const int Rounds = 7;

    private static readonly TimeSpan Round = TimeSpan.FromMilliseconds(400);

    private static readonly DateTimeOffset Morning = new(2027, 2, 5, 9, 5, 0, TimeSpan.FromHours(1));

    private static readonly TurnContext Context = new(
        new Respondent("mattias", "Mattias Jansson", "kommunchef", "sv", "Europe/Stockholm"),
        new Organisation { Name = "Katrineholms kommun", Language = "sv", TimeZone = "Europe/Stockholm" },
        QuestionSets.BuiltIn);

    /// <summary>Adds a line for every kind of turn and length of transcript.</summary>
    public static void Measure(Table table)
    {
        foreach (var messages in new[] { 10, 100, 1000 })
        {
            var talk = Talk(messages);
            Add(table, $"a sentence, {messages} messages before", talk, Said("Bussarna fastnade varje morgon i februari, för att rondellen var för trång.", "new"));
            Add(table, $"an edited message, {messages} before", talk, new Incoming.Edited("Jag såg det själv i tisdags klockan åtta.", "m1") { Key = "edit", At = Morning });
            Add(table, $"”klar”, {messages} messages before", talk, Said("klar", "new"));
            Add(table, $"”hjälp”, {messages} messages before", talk, Said("hjälp", "new"));
        }
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

    /// <summary>An interview with so many messages of the person, the last of them in the open answer.</summary>
    private static Conversation Talk(int messages)
    {
        var assignment = new Assignment { Id = "a1", Topic = "Varför bygger vi om rondellen?", PersonId = "mattias", Language = "sv", Outlets = ["ad", "x", "web"] };
        var talk = Take(new Conversation { Language = "sv" }, new Incoming.Assigned(assignment) { Key = "assigned", At = Morning });
        talk = Take(talk, Said("kör", "go"));
        for (var message = 1; message <= messages; message++)
        {
            talk = Take(talk, Said($"Jag stod där kväll {message} och räknade bilarna med Anna, och det var trångt.", $"m{message}"));
        }

        return talk;
    }

    private static Conversation Take(Conversation before, Incoming incoming) => Turn.Take(before, incoming, Context).After;

    private static Incoming.Said Said(string text, string id) => new(text, id) { Key = id, At = Morning };
}
