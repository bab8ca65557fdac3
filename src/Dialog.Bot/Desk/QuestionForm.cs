using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Dialog.Core.Questions;

namespace Dialog.Bot.Desk;

/// <summary>A question set as a form: a field is called by its place in the set, so that every mistake finds its field. Of lists each line is a text.</summary>
public sealed partial class QuestionForm
{
    private static readonly string[] Tongues = ["sv", "en"];

    private readonly Dictionary<string, string> values;
    private readonly ILookup<string, string> mistakes;

    private QuestionForm(Dictionary<string, string> values, IEnumerable<QuestionMistake> mistakes, Func<int, string> line)
    {
        this.values = values;
        this.mistakes = mistakes.Select(mistake => Placed(mistake, line)).ToLookup(pair => pair.Field, pair => pair.Says);
    }

    /// <summary>The slots, in the order they are asked.</summary>
    public static IReadOnlyList<Slot> Slots { get; } = [.. QuestionSets.BuiltIn.Newest.Languages["sv"].Keys.Order()];

    /// <summary>Fields with a mistake, in the order of the form.</summary>
    public IEnumerable<(string Field, string Says)> Mistakes => mistakes.SelectMany(place => place, (place, says) => (place.Key, says));

    /// <summary>A set, to be edited.</summary>
    public static QuestionForm Of(QuestionSet set)
    {
        var values = new Dictionary<string, string>();
        foreach (var language in Tongues)
        {
            foreach (var (slot, texts) in set.Languages[language])
            {
                values[Field(language, slot, "label")] = texts.Label;
                values[Field(language, slot, "question")] = texts.Question;
                values[Field(language, slot, "covered")] = texts.Covered ?? "";
                values[Field(language, slot, "templates")] = string.Join('\n', texts.Templates);
                foreach (var (rule, variants) in texts.FollowUps)
                {
                    values[Field(language, slot, rule)] = string.Join('\n', variants);
                }
            }
        }

        return new QuestionForm(values, [], line => "");
    }

    /// <summary>A set as somebody has written it, whatever is wrong with it.</summary>
    /// <param name="form">The fields.</param>
    /// <param name="mistakes">What is wrong.</param>
    /// <param name="line">What a line of a list is called.</param>
    public static QuestionForm Of(IFormCollection form, IEnumerable<QuestionMistake> mistakes, Func<int, string> line) => new(
        form.Where(field => field.Key.StartsWith("languages.", StringComparison.Ordinal)).ToDictionary(field => field.Key, field => field.Value.ToString().ReplaceLineEndings("\n")), mistakes, line);

    /// <summary>The field of a text.</summary>
    public static string Field(string language, Slot slot, string part) => $"languages.{language}.{NameOf(slot)}.{part}";

    /// <summary>The field of a rule's follow-ups.</summary>
    public static string Field(string language, Slot slot, FollowUpRule rule) => Field(language, slot, $"followUps.{NameOf(rule)}");

    /// <summary>The rules that a slot can be asked more by: those the program has texts for, and those in the form.</summary>
    public IReadOnlyList<FollowUpRule> Rules(Slot slot) =>
        [.. Enum.GetValues<FollowUpRule>().Where(rule => QuestionSets.BuiltIn.Newest.Languages["sv"][slot].FollowUps.ContainsKey(rule) || Tongues.Any(language => Value(Field(language, slot, rule)).Length > 0))];

    /// <summary>What stands in a field.</summary>
    public string Value(string field) => values.GetValueOrDefault(field, "");

    /// <summary>What is wrong with a field; null when nothing is.</summary>
    public string? Mistake(string field) => mistakes.Contains(field) ? string.Join(" · ", mistakes[field]) : null;

    /// <summary>The set as JSON. A list nobody wrote in is left out, and so is the question of a slot that was touched before.</summary>
    public string ToJson(string id)
    {
        var languages = new JsonObject();
        foreach (var language in Tongues)
        {
            languages[language] = new JsonObject(Slots.Select(slot => KeyValuePair.Create(NameOf(slot), (JsonNode?)Texts(language, slot))));
        }

        return new JsonObject { ["id"] = id, ["version"] = 1, ["languages"] = languages }.ToJsonString();
    }

    private JsonObject Texts(string language, Slot slot)
    {
        var texts = new JsonObject { ["label"] = Value(Field(language, slot, "label")).Trim(), ["question"] = Value(Field(language, slot, "question")).Trim() };
        if (Value(Field(language, slot, "covered")).Trim() is { Length: > 0 } covered)
        {
            texts["covered"] = covered;
        }

        var rules = Enum.GetValues<FollowUpRule>().Select(rule => (Rule: rule, Lines: Lines(Field(language, slot, rule)))).Where(pair => pair.Lines.Count > 0);
        texts["followUps"] = new JsonObject(rules.Select(pair => KeyValuePair.Create(NameOf(pair.Rule), (JsonNode?)pair.Lines)));
        texts["templates"] = Lines(Field(language, slot, "templates"));
        return texts;
    }

    private JsonArray Lines(string field) => [.. Value(field).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(line => JsonValue.Create(line))];

    private static string NameOf<T>(T value)
        where T : struct, Enum => JsonNames<T>.Of(value);

    /// <summary>A mistake in a text of a list is said at the list, with its line.</summary>
    private static (string Field, string Says) Placed(QuestionMistake mistake, Func<int, string> line) => OfList().Match(mistake.Path) is { Success: true } item
        ? (item.Groups["list"].Value, $"{line(int.Parse(item.Groups["index"].Value, System.Globalization.CultureInfo.InvariantCulture) + 1)} {mistake.Says}")
        : (mistake.Path, mistake.Says);

    [GeneratedRegex(@"^(?<list>.+)\[(?<index>\d+)\]$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex OfList();
}
