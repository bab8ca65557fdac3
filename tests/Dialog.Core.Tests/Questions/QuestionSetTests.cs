using System.Text.Json.Nodes;
using Dialog.Core.Interviews;
using Dialog.Core.Questions;

namespace Dialog.Core.Tests.Questions;

public class QuestionSetTests
{
    [Theory]
    [InlineData("languages.sv.why", null, "languages.sv.why: is missing")]
    [InlineData("languages.en", null, "languages.en: is missing")]
    [InlineData("languages.de", "{}", "languages.de: is not known; use en, sv")]
    [InlineData("languages.sv.whom", "{}", "languages.sv.whom: is not known; use challenge, headline, question, synthesis, what, who, why")]
    [InlineData("languages.sv.who.followUps.too_long", "[\"Kortare?\"]", "languages.sv.who.followUps.too_long: is not known; use abstract, jargon, no_counter_voice")]
    [InlineData("languages.en.what.question", "\"  \"", "languages.en.what.question: is empty")]
    [InlineData("languages.en.what.question", "7", "languages.en.what.question: is empty")]
    [InlineData("languages.en.what.label", null, "languages.en.what.label: is missing")]
    [InlineData("languages.sv.what.followUps.unknown", "[]", "languages.sv.what.followUps.unknown: use a list of one or more texts")]
    [InlineData("languages.sv.what.followUps.unknown", "[\"Varför?\", \"\"]", "languages.sv.what.followUps.unknown[1]: is empty")]
    [InlineData("languages.sv.what.question", "\"ett två tre fyra fem sex sju åtta nio tio ett två tre fyra fem sex sju åtta nio tio ett två tre fyra fem sex\"", "languages.sv.what.question: has 26 words; a question has at most 25")]
    [InlineData("languages.sv.what.question", "\"Hej {namn}, vad handlar det om?\"", "languages.sv.what.question: {namn} is not known here; use no braces")]
    [InlineData("languages.sv.what.question", "\"Vad { handlar det om?\"", "languages.sv.what.question: { is not known here")]
    [InlineData("languages.sv.what.followUps.too_short", "[\"Säg mer om {words}?\"]", "languages.sv.what.followUps.too_short[0]: {words} is not known here")]
    [InlineData("languages.sv.what.followUps.abstract", "[\"Säg mer om {word}?\"]", "languages.sv.what.followUps.abstract[0]: {word} is not known here; use {words}")]
    [InlineData("languages.sv.headline.question", "\"Kan du stå för den?\"", "languages.sv.headline.question: must hold {sentence}")]
    [InlineData("languages.sv.why.covered", "\"Vill du lägga till något?\"", "languages.sv.why.covered: must hold {sentence}")]
    [InlineData("languages.sv.question.templates", "[\"Säg vad du tycker.\"]", "languages.sv.question.templates[0]: must end with a question mark")]
    [InlineData("languages.sv.question.templates", "[\"Vad tycker du allra innerst inne om just den här frågan?\"]", "languages.sv.question.templates[0]: has 56 characters; a button takes 40")]
    [InlineData("languages.sv.question.templates", "[\"A?\",\"B?\",\"C?\",\"D?\",\"E?\"]", "languages.sv.question.templates: use a list of at most 4 questions")]
    [InlineData("languages.sv.why.templates", "[\"Varför?\"]", "languages.sv.why.templates: only the slot question has templates")]
    [InlineData("id", "\"Våra frågor\"", "id: use small letters")]
    [InlineData("version", "0", "version: use a whole number from 1")]
    [InlineData("version", "\"1\"", "version: use a whole number from 1")]
    [InlineData("languages", "[]", "languages: is not an object")]
    public void Every_mistake_names_its_place_and_what_is_expected(string path, string? value, string expected)
    {
        var reading = QuestionSetReader.Read(With(path, value));

        Assert.Null(reading.Set);
        Assert.StartsWith(expected, Assert.Single(reading.Mistakes).ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{", "is not JSON at line 1, column 2")]
    [InlineData("[]", "is not an object { … }")]
    [InlineData("{\n  \"id\": \"x\" \"version\": 1\n}", "is not JSON at line 2, column 13")]
    [InlineData("""{"id":"\ud800","version":1,"languages":{}}""", "holds a text that is not Unicode")]
    public void A_file_that_is_no_question_set_is_one_mistake(string json, string expected) =>
        Assert.StartsWith(expected, Assert.Single(QuestionSetReader.Read(json).Mistakes).ToString(), StringComparison.Ordinal);

    [Theory]
    [InlineData("languages.sv.why", null, "languages.sv.why: saknas")]
    [InlineData("languages.sv.what.question", "\"Hej {namn}\"", "languages.sv.what.question: {namn} är okänt här; skriv utan klamrar")]
    public void A_mistake_is_said_in_the_readers_language(string path, string? value, string expected) =>
        Assert.Equal(expected, Assert.Single(QuestionSetReader.Read(With(path, value), "sv").Mistakes).ToString());

    [Fact]
    public void A_slot_written_twice_is_a_mistake() =>
        Assert.NotEmpty(QuestionSetReader.Read("""{"id":"x","id":"y","version":1,"languages":{}}""").Mistakes);

    [Fact]
    public void All_mistakes_are_found_at_once()
    {
        var root = Root();
        root["version"] = 0;
        root["languages"]!["sv"]!.AsObject().Remove("who");
        root["languages"]!["en"]!["why"]!["question"] = "";

        Assert.Equal(
            ["version: use a whole number from 1", "languages.sv.who: is missing", "languages.en.why.question: is empty; write a text"],
            QuestionSetReader.Read(root.ToJsonString()).Mistakes.Select(mistake => mistake.ToString()));
    }

    [Fact]
    public void The_content_is_part_of_the_key_and_the_layout_is_not()
    {
        var set = QuestionSets.BuiltIn.Newest;
        var laidOut = QuestionSetReader.Read($"// våra frågor\n{Root().ToJsonString(new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping })[..^1]}, }}").Set!;
        var edited = QuestionSetReader.Read(With("languages.sv.what.question", "\"Vad händer?\"")).Set!;

        Assert.Equal(set.Key, laidOut.Key);
        Assert.Equal(set.Name, edited.Name);
        Assert.NotEqual(set.Key, edited.Key);
    }

    [Fact]
    public void What_is_kept_of_a_set_reads_as_the_same_set()
    {
        var set = QuestionSets.BuiltIn.Newest;
        var kept = QuestionSetReader.Read(set.Json).Set!;

        Assert.Equal(set.Key, kept.Key);
        Assert.Equal(set.Texts("en", Slot.Why).FollowUps[FollowUpRule.NoReason], kept.Texts("en", Slot.Why).FollowUps[FollowUpRule.NoReason]);
    }

    [Fact]
    public void A_new_set_is_for_new_interviews_and_the_earlier_ones_stay_at_hand()
    {
        var edited = QuestionSetReader.Read(With("version", "2")).Set!;
        var sets = QuestionSets.BuiltIn.BeginningWith(edited);

        Assert.Same(edited, sets.Newest);
        Assert.Equal(1, sets[QuestionSets.BuiltIn.Newest.Key].Version);
        Assert.Equal(1, sets["vad-varfor-vem.1"].Version);
    }

    private static JsonObject Root() => JsonNode.Parse(QuestionSets.BuiltIn.Newest.Json)!.AsObject();

    /// <summary>The program's own set with one value changed, or taken away.</summary>
    private static string With(string path, string? value)
    {
        var root = Root();
        var steps = path.Split('.');
        var parent = steps[..^1].Aggregate((JsonNode)root, (node, step) => node[step]!).AsObject();
        parent.Remove(steps[^1]);
        if (value is not null)
        {
            parent[steps[^1]] = JsonNode.Parse(value);
        }

        return root.ToJsonString();
    }
}
