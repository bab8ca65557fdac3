using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using Dialog.Core.Reading;

namespace Dialog.Core.Questions;

/// <summary>Finds every mistake in a question set, each with its place. Lives no longer than one reading.</summary>
internal sealed partial class QuestionSetCheck(QuestionCheckTexts says)
{
    /// <summary>The longest question (domain.md §2.1).</summary>
    private const int MostWords = 25;

    /// <summary>A message carries five buttons, one of them is for skipping.</summary>
    private const int MostTemplates = 4;

    /// <summary>The longest label of a button (<see cref="Choice.Label"/>).</summary>
    private const int MostTemplateCharacters = 40;

    private const string Sentence = "{sentence}";

    private const string Words = "{words}";

    private static readonly string[] Languages = ["sv", "en"];

    private static readonly FrozenDictionary<string, Slot> Slots = Names<Slot>();

    private static readonly FrozenDictionary<string, FollowUpRule> Rules = Names<FollowUpRule>();

    private readonly ImmutableList<QuestionMistake>.Builder mistakes = ImmutableList.CreateBuilder<QuestionMistake>();

    public ImmutableList<QuestionMistake> Check(JsonElement root)
    {
        if (Members(root, "", "id", "version", "languages"))
        {
            CheckName(root);
            if (Need(root, "", "languages") is { } languages && Members(languages, "languages", Languages))
            {
                foreach (var language in Languages)
                {
                    CheckLanguage(languages, language);
                }
            }
        }

        return mistakes.ToImmutable();
    }

    private void CheckName(JsonElement root)
    {
        if (Need(root, "", "id") is { } id && !(id.ValueKind == JsonValueKind.String && Name().IsMatch(id.GetString()!)))
        {
            Note("id", says.Id);
        }

        if (Need(root, "", "version") is { } version && !(version.ValueKind == JsonValueKind.Number && version.TryGetInt32(out var number) && number >= 1))
        {
            Note("version", says.Version);
        }
    }

    private void CheckLanguage(JsonElement languages, string language)
    {
        var path = $"languages.{language}";
        if (Need(languages, "languages", language) is not { } slots || !Members(slots, path, [.. Slots.Keys]))
        {
            return;
        }

        foreach (var (name, slot) in Slots.OrderBy(pair => pair.Value))
        {
            if (Need(slots, path, name) is { } texts)
            {
                CheckSlot(texts, $"{path}.{name}", slot);
            }
        }
    }

    private void CheckSlot(JsonElement texts, string path, Slot slot)
    {
        if (!Members(texts, path, "label", "question", "covered", "followUps", "templates"))
        {
            return;
        }

        if (Need(texts, path, "label") is { } label)
        {
            CheckText(label, $"{path}.label");
        }

        if (Need(texts, path, "question") is { } question)
        {
            CheckText(question, $"{path}.question", must: slot == Slot.Headline ? Sentence : null);
        }

        if (texts.TryGetProperty("covered", out var covered) && covered.ValueKind != JsonValueKind.Null)
        {
            CheckText(covered, $"{path}.covered", must: Sentence);
        }

        if (texts.TryGetProperty("followUps", out var followUps) && Members(followUps, $"{path}.followUps", [.. Rules.Keys]))
        {
            foreach (var rule in followUps.EnumerateObject().Where(rule => Rules.ContainsKey(rule.Name)))
            {
                CheckVariants(rule.Value, $"{path}.followUps.{rule.Name}", Rules[rule.Name]);
            }
        }

        if (texts.TryGetProperty("templates", out var templates))
        {
            CheckTemplates(templates, $"{path}.templates", slot);
        }
    }

    private void CheckVariants(JsonElement variants, string path, FollowUpRule rule)
    {
        if (variants.ValueKind != JsonValueKind.Array || variants.GetArrayLength() == 0)
        {
            Note(path, says.ListOfTexts);
            return;
        }

        foreach (var (index, variant) in variants.EnumerateArray().Index())
        {
            CheckText(variant, $"{path}[{index}]", may: rule is FollowUpRule.Abstract or FollowUpRule.Jargon ? Words : null);
        }
    }

    private void CheckTemplates(JsonElement templates, string path, Slot slot)
    {
        if (templates.ValueKind != JsonValueKind.Array || templates.GetArrayLength() > MostTemplates)
        {
            Note(path, says.ListOfQuestions(MostTemplates));
            return;
        }

        if (slot != Slot.Question && templates.GetArrayLength() > 0)
        {
            Note(path, says.QuestionSlotOnly);
            return;
        }

        foreach (var (index, template) in templates.EnumerateArray().Index())
        {
            if (!CheckText(template, $"{path}[{index}]"))
            {
                continue;
            }

            var text = template.GetString()!;
            if (!text.EndsWith('?'))
            {
                Note($"{path}[{index}]", says.NoQuestionMark);
            }

            if (text.Length > MostTemplateCharacters)
            {
                Note($"{path}[{index}]", says.LongButton(text.Length, MostTemplateCharacters));
            }
        }
    }

    /// <summary>True when it is a text that can be said.</summary>
    private bool CheckText(JsonElement value, string path, string? must = null, string? may = null)
    {
        if (value.ValueKind != JsonValueKind.String || string.IsNullOrWhiteSpace(value.GetString()))
        {
            Note(path, says.Empty);
            return false;
        }

        var text = value.GetString()!;
        foreach (var unknown in Placeholder().Matches(text).Select(match => match.Value).Where(found => found != must && found != may).Distinct())
        {
            Note(path, says.Placeholder(unknown, must ?? may));
        }

        if (must is not null && !text.Contains(must, StringComparison.Ordinal))
        {
            Note(path, says.MustHold(must));
        }

        var words = TextParts.Words(Placeholder().Replace(text, " ")).Count;
        if (words > MostWords)
        {
            Note(path, says.ManyWords(words, MostWords));
        }

        return true;
    }

    /// <summary>True when it is an object; a member nobody knows is a mistake of its own.</summary>
    private bool Members(JsonElement value, string path, params string[] known)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            Note(path, says.NoObject);
            return false;
        }

        foreach (var member in value.EnumerateObject().Where(member => !known.Contains(member.Name)))
        {
            Note(Below(path, member.Name), says.Unknown(string.Join(", ", known.Order())));
        }

        return true;
    }

    private JsonElement? Need(JsonElement parent, string path, string name)
    {
        if (parent.TryGetProperty(name, out var member))
        {
            return member;
        }

        Note(Below(path, name), says.Missing);
        return null;
    }

    private void Note(string path, string what) => mistakes.Add(new QuestionMistake(path, what));

    private static string Below(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    private static FrozenDictionary<string, T> Names<T>()
        where T : struct, Enum => Enum.GetValues<T>().ToFrozenDictionary(value => JsonSerializer.SerializeToElement(value).GetString()!);

    [GeneratedRegex(@"\{[^{}]*\}|[{}]", RegexOptions.NonBacktracking)]
    private static partial Regex Placeholder();

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,59}$", RegexOptions.NonBacktracking)]
    private static partial Regex Name();
}
