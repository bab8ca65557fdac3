using System.Text;
using System.Text.Json;
using CsCheck;
using Dialog.Bot.Api;
using Dialog.Bot.Channels;
using Dialog.Bot.Channels.Slack;
using Dialog.Bot.Channels.Teams;
using Dialog.Bot.Export;
using Dialog.Bot.Store;
using Dialog.Bot.Turns;
using Dialog.Core.Assignments;
using Dialog.Core.Calendars;
using Dialog.Core.Checks;
using Dialog.Core.Interviews;
using Dialog.Core.People;
using Dialog.Core.Questions;

namespace Dialog.Bot.Tests.Fuzz;

/// <summary>Whatever comes to a reader at the edge, it reads it or says no.</summary>
public sealed class ReaderTests
{
    private static readonly DateTimeOffset Now = new(2027, 2, 5, 9, 5, 0, TimeSpan.FromHours(1));

    private static readonly Organisation Town = new() { Name = "Katrineholms kommun", Language = "sv", TimeZone = "Europe/Stockholm" };

    private static readonly string[] Said =
    [
        "hjälp", "hoppa över", "klar", "ändra varför", "jag menade torsdag, inte onsdag", "skriv ”en elev” i stället för ”Alva i 4B”", "stryk det där om budgeten", "glömde: vi öppnar klockan 8", "*Öppnade",
        "ledig till 12 augusti", "sjuk idag", "jag är tillbaka", "senare", "på måndag", "efter lunch", "om 20 minuter", "koppla BCDF-GHJK", "mina uppgifter", "radera mina uppgifter", "integritet",
        "Vi bygger om rondellen vid torget, och i tisdags räknade jag 40 bilar i kö klockan åtta.", "hur långt ska det vara?", "ja", "nej", "👍", "english", "annat förslag", "- ett\n- två\n- tre",
        "Ring 070-174 06 99 eller skriv till anna@example.se, 811218-9876, Storgatan 5 i Katrineholm.", "det där var svaret på varför", "I meant Thursday, not Wednesday", "away until 12 August",
    ];

    [Fact]
    public void Slacks_events() => Fuzzing.Try(Mutant.Of(Payloads("events")), text => _ = JsonBody.Read(Encoding.UTF8.GetBytes(text)) is { ValueKind: JsonValueKind.Object } json ? SlackParse.Event(json, SlackNames.None("sv"), Now) : null);

    [Fact]
    public void Slacks_markup() => Fuzzing.Try(Mutant.Of(["Hej <@U0MANAGER1|mattias>, se <https://example.se/a?b=1&amp;c|här> &lt;b&gt; :wave: *fet* _kursiv_ ~struken~ `kod` <!date^1392734382^{date}|x>", .. Said]), text =>
    {
        SlackText.Read(text, SlackNames.None("sv"));
        _ = SlackText.Users(text).Count();
        SlackText.Escape(text);
        SlackText.WithoutMentions(text, ["U0MANAGER1"]);
    });

    [Fact]
    public void Slacks_signatures() => Fuzzing.Try(Mutant.Of("1790000001", "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503"), text =>
    {
        Assert.NotNull(SlackSignature.Refusal("secret", text, "v0=0", "{}"u8, Now));
        Assert.NotNull(SlackSignature.Refusal("secret", Now.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture), text, "{}"u8, Now));
    });

    [Fact]
    public void Teams_activities() => Fuzzing.Try(Mutant.Of(Seeds.Activities), text =>
    {
        if (JsonBody.Read(Encoding.UTF8.GetBytes(text)) is { } json && Activity.Read(json) is { } activity)
        {
            TeamsParse.Read(activity, Now);
            TeamsText.Read(activity);
            TeamsText.Attachments(activity);
            TeamsRoom.Of(activity).Write();
        }
    });

    [Fact]
    public void Teams_markup() => Fuzzing.Try(Mutant.Of(["<p>Hej <at>Dialog</at> &amp; <a href=\"https://example.se\">här</a></p><blockquote>citat</blockquote>", .. Said]), text =>
    {
        TeamsText.ReadHtml(text);
        TeamsText.Escape(text);
    });

    [Fact]
    public void Tables_of_assignments() => Fuzzing.Try(Mutant.Of(Seeds.Tables), text => CsvLines.Read(text, ImportTable.Columns, needed: 2, new Problems()));

    [Fact]
    public void Calendar_files() => Fuzzing.Try(Mutant.Of(Seeds.Calendars), text => AwayCalendar.Read(text, "Europe/Stockholm", Town.Hours, Now));

    [Fact]
    public void Question_sets() => Fuzzing.Try(Mutant.Of(QuestionSets.BuiltIn.Newest.Json).Select(text => AsFile(text)), text => Assert.True(QuestionSetReader.Read(text) is { Set: not null } or { Mistakes.Count: > 0 }));

    [Fact]
    public void Working_day_calendars() => Fuzzing.Try(Mutant.Of(File.ReadAllText(Path.Combine(WallTests.Root(), "src", "Dialog.Core", "Calendars", "calendar-se.json"))).Select(text => AsFile(text)), text =>
    {
        try
        {
            new WorkingCalendar(CalendarRules.Read(text), []).IsWorkingDay(new DateOnly(2027, 6, 24));
        }
        catch (FormatException)
        {
            // What the start turns into its one line.
        }
    });

    [Fact]
    public void Words_in_the_talk()
    {
        var context = new TurnContext(new Respondent("mattias", "Mattias Jansson", "kommunchef", "sv", "Europe/Stockholm"), Town, QuestionSets.BuiltIn);
        var order = new Assignment { Id = "a1", Topic = "Varför twittrar kommunchefen?", PersonId = "mattias", Language = "sv", Outlets = ["web", "x"] };
        var offered = Turn.Take(new Conversation { Language = "sv" }, new Incoming.Assigned(order) { Key = "k0", At = Now }, context).After;
        var open = Turn.Take(offered, new Incoming.Said("kör", "m1") { Key = "k1", At = Now }, context).After;
        var begun = Turn.Take(open, new Incoming.Said(Said[20], "m2") { Key = "k2", At = Now }, context).After;
        Conversation[] talks = [new Conversation { Language = "sv" }, offered, open, begun];
        Fuzzing.Try(Mutant.Of(Said), text =>
        {
            foreach (var talk in talks)
            {
                var result = Turn.Take(talk, new Incoming.Said(text, "m9") { Key = "k9", At = Now }, context);
                Assert.All(result.Replies, reply => Assert.NotEmpty(reply.Text));
                StateJson.Read<Conversation>(StateJson.Write(result.After));
            }
        });
    }

    [Fact]
    public void What_may_harm_somebody() => Fuzzing.Try(Mutant.Of(Said), text =>
    {
        Assert.All(Detectors.Find(text, new CheckContext("sv", "Mattias Jansson", [], [])), finding => Assert.InRange(finding.End, finding.Start, text.Length));
        new Pseudonyms("sv", ["Mattias Jansson"], ["U0MANAGER1"]).Replace(text);
    });

    [Fact]
    public void Words_in_addresses_and_settings() => Fuzzing.Try(Mutant.Of("2026-10", "2026", "12:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", "07:00-16:00", "fredag 12 mars", "p12:yes", "2027-02-05T12:00:00+01:00"), text =>
    {
        ArchivePeriod.Read(text, "Europe/Stockholm");
        AuditHead.Read(text);
        WorkingHours.ReadSpan(text);
        DeadlineWords.Read(text, new DateOnly(2027, 2, 5));
        ChoiceValue.Read(text);
    });

    /// <summary>A text that was read from a file holds no half characters.</summary>
    private static string AsFile(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    /// <summary>Every payload of Slack's that was recorded.</summary>
    internal static string[] Payloads(string name)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Payloads", "slack", $"{name}.json")));
        return [.. document.RootElement.EnumerateObject().Where(payload => payload.Value.ValueKind == JsonValueKind.Object).Select(payload => payload.Value.GetRawText())];
    }
}
