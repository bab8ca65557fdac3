using System.Diagnostics;
using System.Globalization;
using Dialog.Bot.Tests.Support;
using Dialog.Core.Assignments;
using Microsoft.EntityFrameworkCore;

namespace Dialog.Bot.Tests;

/// <summary>What runs for long must not grow. These run with nothing beside them: they look at the whole process.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;

[Collection(nameof(Alone))]
public sealed class SoakTests
{
    private const int People = 24;

    /// <summary>Asked every hour; every other one of them answers.</summary>
    private const int AskedAnHour = 6;

    /// <summary>The caches are full after the first day, and what waits for the editors through a night has been told.</summary>
    private const int Day = 24;

    /// <summary>Six connections of the pool that nobody needed before: less than one file an hour.</summary>
    private const int SparePoolFiles = 12;

    /// <summary>The runtime's pool tries one more now and then: less than one thread in two hours.</summary>
    private const int SpareThreads = 10;

    /// <summary>A day and the one behind it in which editors are at their desks.</summary>
    private static readonly DateTimeOffset Monday = new(2027, 2, 8, 8, 5, 0, TimeSpan.Zero);

    /// <summary>What is written down for good, or until it is retained no longer: it may grow by as much as was said, and by no more.</summary>
    private static readonly string[] Kept = ["Answers", "Assignments", "Audit", "Drafts", "Inbox", "Messages", "Outbox", "Reviews", "SearchTexts", "Conversations: longest"];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_day_of_a_busy_town_leaves_nothing_behind_but_what_was_said()
    {
        await using var house = await House.BuildAsync();
        house.Clock.Advance(Monday - house.Clock.GetUtcNow());
        await house.Sender.StartAsync(Cancelled);
        var people = new List<string>();
        for (var person = 0; person < People; person++)
        {
            people.Add((await house.AddPersonAsync($"U{person}")).Id);
        }

        List<Footprint> after = [await Footprint.OfAsync(house)];
        for (var hour = 0; hour < 2 * Day; hour++)
        {
            await HourAsync(house, people, hour);
            after.Add(await Footprint.OfAsync(house));
        }

        var (none, early, late) = (after[0], after[Day], after[^1]);
        var told = string.Join('\n', after);
        Assert.True(late.HeapMegabytes <= early.HeapMegabytes + 2, told);
        Assert.True(late.Files <= early.Files + SparePoolFiles, told);
        Assert.True(late.Threads <= early.Threads + SpareThreads, told);
        Assert.Equal(0, late.Waiting);
        Assert.All(late.Tables.Keys, table =>
        {
            var (before, since) = (early.Tables[table] - none.Tables[table], late.Tables[table] - early.Tables[table]);
            Assert.True(Kept.Contains(table) ? since <= before : since == 0, $"{table}: {before} rows in a day, then {since}\n{told}");
        });
    }

    /// <summary>Of those who are asked one half answers or says no, the other is reminded and then let off.</summary>
    private static async Task HourAsync(House house, List<string> people, int hour)
    {
        var asked = Enumerable.Range(0, AskedAnHour).Select(number => ((hour * AskedAnHour) + number) % People).ToList();
        foreach (var person in asked)
        {
            var order = House.Assignment(people[person]) with { RemindAt = [house.Clock.GetUtcNow().AddMinutes(30)] };
            await house.Assignments.OpenAsync(order, null, Cancelled);
        }

        foreach (var person in asked.Where((_, place) => place % 2 == 1))
        {
            string[] lines = hour % 4 == 3
                ? ["nej", "avbryt", "ja"]
                : ["ja", $"Vi bygger om simhallen i kvarter {hour} för att barnen ska lära sig simma.", "klar", .. Enumerable.Repeat("hoppa över", 8), "hjälp"];
            for (var line = 0; line < lines.Length; line++)
            {
                await house.SayAsync(lines[line], string.Create(CultureInfo.InvariantCulture, $"{hour}/{person}/{line}"), $"U{person}");
            }
        }

        for (var minute = 0; minute < 60; minute += 10)
        {
            house.Clock.AdjustTime(house.Clock.GetUtcNow().AddMinutes(10));
            house.Clock.Advance(TimeSpan.FromSeconds(1));
            await house.TickAsync();
            await house.Postman.CarryAsync(Cancelled);
        }

        await using (var db = house.OpenStore())
        {
            foreach (var open in await db.Assignments.Where(one => one.State == AssignmentState.Assigned).ToListAsync(Cancelled))
            {
                await house.Desk.WithdrawAsync(open, Cancelled);
            }
        }

        while (await CountAsync(house, """ "Outbox" WHERE "NextAt" IS NOT NULL""") > 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(2), Cancelled);
        }

        house.Channel.Sent.Clear();
    }

    private static async Task<long> CountAsync(House house, string what) => (long)(await house.Database.ReadAsync(
        (session, token) => session.FirstAsync($"SELECT COUNT(*) FROM {what}", [], row => (object)row.GetInt64(0), token), Cancelled))!;

    private static async Task<long> LongestAsync(House house) => (long)(await house.Database.ReadAsync(
        (session, token) => session.FirstAsync("SELECT MAX(LENGTH(\"State\")) FROM \"Conversations\"", [], row => (object)row.GetInt64(0), token), Cancelled))!;

    /// <summary>What the process and the unfinished work take.</summary>
    private sealed record Footprint(double HeapMegabytes, int Files, int Threads, long Waiting, IReadOnlyDictionary<string, long> Tables)
    {
        public static async Task<Footprint> OfAsync(House house)
        {
            using var process = Process.GetCurrentProcess();
            return new Footprint(
                GC.GetTotalMemory(forceFullCollection: true) / 1048576.0,
                Directory.Exists("/proc/self/fd") ? Directory.GetFileSystemEntries("/proc/self/fd").Length : 0,
                process.Threads.Count,
                await CountAsync(house, "\"Outbox\" WHERE \"NextAt\" IS NOT NULL"),
                await TablesAsync(house));
        }

        public override string ToString() =>
            string.Create(CultureInfo.InvariantCulture, $"{HeapMegabytes:F1} MB, {Files} files, {Threads} threads, {Waiting} waiting; {string.Join(", ", Tables.Select(table => $"{table.Key} {table.Value}"))}");

        private static async Task<IReadOnlyDictionary<string, long>> TablesAsync(House house)
        {
            await using var db = house.OpenStore();
            var tables = new SortedDictionary<string, long>(StringComparer.Ordinal);
            foreach (var table in db.Model.GetEntityTypes().Select(type => type.GetTableName()!).Distinct())
            {
                tables[table] = await CountAsync(house, $"\"{table}\"");
            }

            tables["Conversations: longest"] = await LongestAsync(house);
            return tables;
        }
    }
}
