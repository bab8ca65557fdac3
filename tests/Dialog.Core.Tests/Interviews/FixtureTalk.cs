using System.Collections.Immutable;
using System.Text.Json;
using Dialog.Core.Assignments;
using Dialog.Core.Drafts;
using Dialog.Core.Interviews;
using Dialog.Core.People;
using Dialog.Core.Questions;
using Dialog.Core.Tests.Drafts;

namespace Dialog.Core.Tests.Interviews;

/// <summary>Plays the respondent's lines of a fixture against the bot, with the lines' own times, and remembers what each led to.</summary>
internal sealed class FixtureTalk
{
    private readonly Fixture fixture;

    private FixtureTalk(Fixture fixture, Person person)
    {
        this.fixture = fixture;
        Person = person;
    }

    public Person Person { get; }

    /// <summary>The follow-ups asked: after which line, about which slot, by which rule.</summary>
    public List<(int AfterLine, Slot Slot, FollowUpRule Rule)> FollowUps { get; } = [];

    /// <summary>Answers given while the bot had another question open than the fixture's.</summary>
    public List<string> Strays { get; } = [];

    /// <summary>By line: the bot's replies to it, and the answers as they stood then.</summary>
    public Dictionary<int, (IReadOnlyList<Outgoing> Replies, string Answers)> Lines { get; } = [];

    public static FixtureTalk Play(Fixture fixture)
    {
        var assignment = fixture.Root.GetProperty("assignment");
        var respondent = assignment.GetProperty("respondent");
        var edition = assignment.GetProperty("edition");
        var organisation = fixture.Root.GetProperty("organisation");
        var lines = fixture.Root.GetProperty("lines").EnumerateArray().ToList();
        var context = new TurnContext(
            new Respondent("p", respondent.GetProperty("name").GetString(), respondent.GetProperty("title").GetString(), fixture.Language, organisation.GetProperty("timeZone").GetString()!),
            new Organisation
            {
                Name = organisation.GetProperty("name").GetString()!,
                Language = organisation.GetProperty("defaultLang").GetString()!,
                TimeZone = organisation.GetProperty("timeZone").GetString()!,
                Roster = Strings(organisation, "roster"),
                PublishedContacts = Strings(organisation, "publishedContacts"),
            },
            QuestionSets.BuiltIn);
        var talk = new FixtureTalk(fixture, new Person(context, lines[0].GetProperty("at").GetDateTimeOffset()));
        talk.Person.Gets(new Assignment
        {
            Id = fixture.Root.GetProperty("id").GetString()!,
            Topic = assignment.GetProperty("topic").GetString()!,
            Brief = fixture.Brief,
            PersonId = "p",
            Language = fixture.Language,
            Track = JsonSerializer.Deserialize<Track>(assignment.GetProperty("track")),
            AdSize = JsonSerializer.Deserialize<AdSize>(edition.GetProperty("adSize")),
            Enumeration = Strings(assignment, "enumeration"),
            Link = assignment.GetProperty("link").GetString(),
            Hashtags = Strings(assignment, "hashtags"),
            Outlets = [.. Outlets.BuiltIn.All.Select(outlet => outlet.Code)],
            PublishOn = DateOnly.FromDateTime(edition.GetProperty("publishOn").GetDateTime()),
            CopyDeadline = edition.GetProperty("copyDeadline").GetDateTimeOffset(),
            EditorName = assignment.GetProperty("editor").GetProperty("name").GetString(),
        });
        talk.Person.PressesLabel(fixture.Language == "en" ? "Go ahead" : "Kör");
        foreach (var line in lines)
        {
            talk.Play(line);
        }

        talk.Finish();
        return talk;
    }

    /// <summary>A line as a channel gives it to the bot: its markup is read.</summary>
    public static string TextOf(JsonElement line)
    {
        var text = line.GetProperty("text").GetString()!;
        return !text.StartsWith('<') ? text : line.TryGetProperty("cleanText", out var clean) ? clean.GetString()! : text.Replace("<p>", "", StringComparison.Ordinal).Replace("</p>", "", StringComparison.Ordinal);
    }

    public string Answer(Slot slot) => Person.Interview.AnswerIn(slot).Text;

    private void Play(JsonElement line)
    {
        var number = line.GetProperty("n").GetInt32();
        var kind = line.GetProperty("kind").GetString()!;
        if (line.GetProperty("from").GetString() == "bot")
        {
            var after = number - 1;
            if (kind == "reminder")
            {
                Person.Waits(line.GetProperty("at").GetDateTimeOffset() - Person.Now);
            }

            Person.IsQuiet();
            Note(after);
            return;
        }

        Person.At(line.GetProperty("at").GetDateTimeOffset());
        var text = TextOf(line);
        if (kind == "answer" && line.GetProperty("slot").GetString() is { } slot && Person.Interview.Slot is var open && !string.Equals(open?.ToString(), slot, StringComparison.OrdinalIgnoreCase) && !text.StartsWith("skriv:", StringComparison.Ordinal))
        {
            Strays.Add($"line {number} answers {slot}, but {open} was asked");
        }

        var replies = kind == "edit" ? Person.Edits($"m{line.GetProperty("editOf").GetInt32()}", text) : Person.Says(text, $"m{number}");
        Lines[number] = (replies, string.Join('\n', Person.Interview.Answers.Values.Select(answer => answer.Text)));
        Note(number);
    }

    private void Finish()
    {
        Person.IsQuiet();
        if (Person.Interview is { State: InterviewState.Open, Slot: Slot.Headline })
        {
            Person.PressesLabel(fixture.Language == "en" ? "Yes" : "Ja");
        }

        Person.IsQuiet();
    }

    private void Note(int line)
    {
        foreach (var asked in Person.Interview.FollowUps.Skip(FollowUps.Count))
        {
            FollowUps.Add((line, asked.Slot, asked.Rule));
        }
    }

    private static ImmutableList<string> Strings(JsonElement parent, string name) => [.. parent.GetProperty(name).EnumerateArray().Select(item => item.GetString()!)];
}
