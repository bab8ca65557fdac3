using System.Globalization;
using System.Reflection;
using Dialog.Core.Assignments;
using Dialog.Core.Interviews;
using Dialog.Core.Questions;
using Dialog.Core.Reading;
using Dialog.Core.Texts;

namespace Dialog.Core.Tests.Texts;

/// <summary>Every sentence the bot can say: in both languages, and short.</summary>
public class TextTests
{
    private static readonly List<Type> Groups = [.. typeof(BotTexts).Assembly.GetTypes()
        .Where(type => type.Name.EndsWith("Texts", StringComparison.Ordinal) && (type == typeof(ButtonTexts) || In(type) is not null))];

    private static MethodInfo? In(Type group) => group.GetMethod("For", BindingFlags.Public | BindingFlags.Static, [typeof(string)]);

    public static TheoryData<string> Languages => ["sv", "en"];

    [Fact]
    public void All_groups_are_found() => Assert.True(Groups.Count >= 14, string.Join(", ", Groups.Select(group => group.Name)));

    [Theory]
    [MemberData(nameof(Languages))]
    public void No_message_is_over_sixty_words_and_none_is_empty(string language) =>
        Assert.All(All(language), said => Assert.InRange(said.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length, 1, 60));

    [Theory]
    [MemberData(nameof(Languages))]
    public void No_label_of_a_button_is_over_forty_characters(string language) =>
        Assert.All(Of(BotTexts.For(language).Buttons, language).Concat(Of(PrivacyTexts.For(language), language).Where(said => said.Name is "PrivacyTexts.Erase" or "PrivacyTexts.Keep" or "PrivacyTexts.ReadMore" or "PrivacyTexts.OpenData")), said => Assert.InRange(said.Text.Length, 1, 40));

    [Theory]
    [MemberData(nameof(Languages))]
    public void No_question_is_over_twenty_five_words_or_shouts(string language)
    {
        var slots = QuestionSets.BuiltIn.Newest.Languages[language].Values;
        var questions = slots.Select(slot => slot.Question).Concat(slots.SelectMany(slot => slot.FollowUps.Values.SelectMany(variants => variants)));

        Assert.All(questions, question => Assert.InRange(TextParts.Words(question).Count, 1, 25));
        Assert.All(questions, question => Assert.DoesNotContain("!!", question));
    }

    [Fact]
    public void Swedish_and_English_differ_in_every_text()
    {
        var english = All("en").ToDictionary(said => said.Name, said => said.Text);

        Assert.All(All("sv").Where(said => !said.Name.EndsWith(".StatusLine", StringComparison.Ordinal)), said => Assert.NotEqual(english[said.Name], said.Text));
    }

    private static IEnumerable<(string Name, string Text)> All(string language)
    {
        foreach (var group in Groups)
        {
            var texts = group == typeof(ButtonTexts) ? BotTexts.For(language).Buttons : In(group)!.Invoke(null, [language])!;
            foreach (var said in Of(texts, language))
            {
                yield return said;
            }
        }
    }

    private static IEnumerable<(string Name, string Text)> Of(object texts, string language) =>
        from property in texts.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
        from said in Sentences($"{texts.GetType().Name}.{property.Name}", property.GetValue(texts)!, language)
        select said;

    /// <summary>A text with places is said with typical words in them, and for every rule and slot.</summary>
    private static IEnumerable<(string Name, string Text)> Sentences(string name, object text, string language)
    {
        if (text is string plain)
        {
            return [(name, plain)];
        }

        if (text is not Delegate said)
        {
            return [];
        }

        var arguments = said.Method.GetParameters().Select(parameter => Samples(parameter.ParameterType, language)).ToList();
        return arguments.Aggregate(new List<object?[]> { Array.Empty<object?>() }, (rows, samples) => [.. rows.SelectMany(row => samples.Select(sample => row.Append(sample).ToArray()))])
            .Select((row, index) => (index == 0 ? name : string.Create(CultureInfo.InvariantCulture, $"{name} {index}"), (string)said.DynamicInvoke(row)!));
    }

    private static IReadOnlyList<object?> Samples(Type type, string language) =>
        type == typeof(string) ? ["Anna Ek"]
        : type == typeof(IEnumerable<string>) ? [new[] { "Anna Ek", "Mattias Jansson" }]
        : type == typeof(bool) ? [false, true]
        : type == typeof(int) ? [2, 1]
        : type == typeof(long) ? [2L, 1L]
        : type.IsEnum ? [.. Enum.GetValues(type).Cast<object>()]
        : type == typeof(DateTimeOffset) || type == typeof(DateTimeOffset?) ? [new DateTimeOffset(2027, 2, 19, 12, 0, 0, TimeSpan.FromHours(1))]
        : type == typeof(Reaction) ? [new Reaction("r1", "Too dear", "Facebook", null)]
        : type == typeof(ReplyTo) ? [new ReplyTo("a1", "g1", "Anna Ek", 2, "Too dear")]
        : type == typeof(DateOnly?) || type == typeof(DateOnly) ? [new DateOnly(2027, 2, 25)]
        : throw new NotSupportedException($"{type} in {language}");
}
