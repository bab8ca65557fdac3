using System.Collections.Immutable;
using System.Text.Json;
using Dialog.Core.Assignments;
using Dialog.Core.Checks;
using Dialog.Core.Drafts;
using Dialog.Core.Questions;

namespace Dialog.Core.Tests.Drafts;

/// <summary>An interview fixture: invented talks with what is to come out of them.</summary>
public sealed class Fixture
{
    private readonly JsonElement root;

    private Fixture(JsonElement root) => this.root = root;

    public static TheoryData<string> All =>
        new(Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Fixtures", "interviews"), "*.json").Select(file => Path.GetFileNameWithoutExtension(file)).Order());

    /// <summary>Those that come with drafts to compare with.</summary>
    public static TheoryData<string> WithReferences => new(All.Select(row => row.Data).Where(name => Read(name).Expected.TryGetProperty("referenceDrafts", out _)));

    public JsonElement Root => root;

    public JsonElement Expected => root.GetProperty("expected");

    public string Language => root.GetProperty("lang").GetString()!;

    public string Brief => root.GetProperty("assignment").GetProperty("brief").GetString()!;

    public static Fixture Read(string name)
    {
        using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Fixtures", "interviews", $"{name}.json"));
        return new Fixture(JsonDocument.Parse(file).RootElement);
    }

    /// <summary>The person's answers as they were read, by line number.</summary>
    public IEnumerable<(int Number, string Text)> RespondentLines =>
        from line in root.GetProperty("lines").EnumerateArray()
        where line.GetProperty("from").GetString() == "respondent" && line.GetProperty("kind").GetString() is "answer" or "edit"
        select (line.GetProperty("n").GetInt32(), (line.TryGetProperty("cleanText", out var clean) ? clean : line.GetProperty("text")).GetString()!);

    /// <summary>Whose words they are and what the organisation has made public.</summary>
    public CheckContext CheckContext => new(
        Language,
        root.GetProperty("assignment").GetProperty("respondent").GetProperty("name").GetString(),
        Strings(root.GetProperty("organisation"), "roster"),
        Strings(root.GetProperty("organisation"), "publishedContacts"));

    /// <summary>The expected answers as material.</summary>
    internal Material Material(AdSize size)
    {
        var assignment = root.GetProperty("assignment");
        var respondent = assignment.GetProperty("respondent");
        var answers = Expected.GetProperty("answers").EnumerateObject()
            .Where(answer => answer.Name != "headline")
            .ToImmutableDictionary(
                answer => JsonSerializer.Deserialize<Slot>($"\"{answer.Name}\""),
                answer => new AnswerText(1, [.. answer.Value.GetString()!.Split('\n').Select(line => new AnswerLine(line))]));
        answers = Unbulleted(answers).ToImmutableDictionary(pair => pair.Key, pair => FollowedUp(pair.Key, pair.Value));
        return new Material
        {
            Assignment = new Assignment
            {
                Id = "a",
                Topic = assignment.GetProperty("topic").GetString()!,
                Brief = Brief,
                PersonId = "p",
                Language = Language,
                AdSize = size,
                Enumeration = Strings(assignment, "enumeration"),
                Link = assignment.GetProperty("link").GetString(),
                Hashtags = Strings(assignment, "hashtags"),
                Outlets = [.. Outlets.BuiltIn.All.Select(outlet => outlet.Code)],
                Voice = JsonSerializer.Deserialize<Voice>(assignment.GetProperty("voice")),
                EditorName = assignment.GetProperty("editor").GetProperty("name").GetString(),
            },
            Answers = answers,
            Name = respondent.GetProperty("name").GetString(),
            Title = respondent.GetProperty("title").GetString(),
            Sender = root.GetProperty("organisation").GetProperty("name").GetString()!,
            Checks = CheckContext,
        };
    }

    /// <summary>Facts whose scope holds an outlet: (any of these texts, must or must not).</summary>
    public IEnumerable<(bool Must, string[] AnyOf)> Facts(string scope) =>
        from kind in new[] { "must", "mustNot" }
        from fact in Expected.GetProperty("facts").GetProperty(kind).EnumerateArray()
        where fact.GetProperty("scope").EnumerateArray().Any(s => s.GetString() == scope || s.GetString() == "all" && (kind == "mustNot" || scope != "ad_eighth"))
        select (kind == "must", fact.GetProperty("anyOf").EnumerateArray().Select(s => s.GetString()!).ToArray());

    private static ImmutableList<string> Strings(JsonElement parent, string name) => [.. parent.GetProperty(name).EnumerateArray().Select(item => item.GetString()!)];

    /// <summary>A bulleted message is one message: the fixture's line breaks inside it are no borders.</summary>
    private static ImmutableDictionary<Slot, AnswerText> Unbulleted(ImmutableDictionary<Slot, AnswerText> answers) => answers.ToImmutableDictionary(
        pair => pair.Key,
        pair =>
        {
            var bullets = pair.Value.Lines.TakeWhile(line => line.Text.StartsWith("- ", StringComparison.Ordinal)).ToList();
            return bullets.Count == 0
                ? pair.Value
                : new AnswerText(1, [new AnswerLine(string.Join('\n', bullets.Select(line => line.Text))), .. pair.Value.Lines.Skip(bullets.Count)]);
        });

    /// <summary>Marks the message that came as reply to a follow-up: the first after those that stood before it.</summary>
    private AnswerText FollowedUp(Slot slot, AnswerText answer)
    {
        var name = JsonNamingPolicy.CamelCase.ConvertName(slot.ToString());
        var lines = root.GetProperty("lines").EnumerateArray().Where(line => line.GetProperty("slot").GetString() == name).ToList();
        var followUp = lines.FindIndex(line => line.GetProperty("kind").GetString() == "followup");
        if (followUp < 0)
        {
            return answer;
        }

        var retracted = root.GetProperty("lines").EnumerateArray()
            .Where(line => line.TryGetProperty("apply", out _))
            .SelectMany(line => line.GetProperty("apply").EnumerateArray())
            .Where(op => op.GetProperty("op").GetString() == "retractLine")
            .Select(op => op.GetProperty("line").GetInt32())
            .ToList();
        var before = lines.Take(followUp).Count(line => line.GetProperty("kind").GetString() == "answer" && !retracted.Contains(line.GetProperty("n").GetInt32()));
        return new AnswerText(1, [.. answer.Lines.Select((line, index) => line with { FollowUp = index == before })]);
    }
}
