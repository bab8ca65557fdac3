using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Dialog.EndToEnd.Running;

namespace Dialog.EndToEnd.Interviews;

/// <summary>What an interview has left in the store, as the REST API tells it.</summary>
/// <param name="Answers">Answers by slot.</param>
/// <param name="Drafts">Drafts by outlet.</param>
internal sealed partial record Outcome(IReadOnlyDictionary<string, string> Answers, IReadOnlyDictionary<string, JsonElement> Drafts)
{
    /// <summary>The reflection's budget in a quarter-page ad, graphemes.</summary>
    private const int QuarterReflection = 450;

    private static readonly string[] LaidDown = ["x", "bluesky", "mastodon", "threads", "facebook", "linkedin", "instagram"];

    public static async Task<Outcome> OfAsync(ProgramUnderTest program, string assignment) => new(
        await program.Api.AnswersAsync(assignment),
        (await program.Api.DraftsAsync(assignment)).ToDictionary(draft => draft.GetProperty("outlet").GetString()!));

    /// <summary>The answers are the person's, all of them and nothing else.</summary>
    public void AssertAnswers(SeedInterview seed)
    {
        Assert.Equal(seed.Answers.Keys.Order(), Answers.Keys.Order());
        Assert.All(seed.Answers, expected => Assert.Equal(Collapse(expected.Value), Collapse(Answers[expected.Key])));
    }

    /// <summary>The drafts keep what is promised of every draft.</summary>
    public void AssertPromises(SeedInterview seed)
    {
        var own = Collapse(string.Join(' ', Answers.Values));
        var ordered = BriefSentence().Matches(seed.Brief).Select(sentence => sentence.Value.Trim()).Where(sentence => sentence.Length > 12 && !seed.Topic.Contains(sentence, StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(ordered);
        foreach (var (outlet, draft) in Drafts)
        {
            var text = draft.GetProperty("text").GetString()!;
            Assert.NotEmpty(text);
            if (draft.GetProperty("limit").ValueKind == JsonValueKind.Number)
            {
                Assert.InRange(draft.GetProperty("length").GetInt32(), 1, draft.GetProperty("limit").GetInt32());
            }

            Assert.Contains("Varför ska, eller ska inte en kommunchef använda sociala medier?", text, StringComparison.Ordinal);
            Assert.All(ordered, sentence => Assert.False(text.Contains(sentence, StringComparison.Ordinal), $"{outlet} holds the brief's “{sentence}”"));

            var sentences = draft.GetProperty("sentences").EnumerateArray().ToList();
            Assert.Contains(sentences, sentence => sentence.GetProperty("origin").GetString() == "own");
            Assert.All(
                sentences.Where(sentence => sentence.GetProperty("origin").GetString() == "own").Select(sentence => sentence.GetProperty("text").GetString()!),
                sentence => Assert.Contains(Collapse(sentence), own, StringComparison.Ordinal));
        }
    }

    /// <summary>The drafts are the ones the rules give for the seed.</summary>
    public void AssertReferenceDrafts(SeedInterview seed)
    {
        Assert.All(LaidDown, outlet => Assert.Equal(seed.ReferenceText(outlet), Drafts[outlet].GetProperty("text").GetString()));

        var parts = Drafts["ad"].GetProperty("parts").EnumerateArray().ToLookup(part => part.GetProperty("kind").GetString(), part => part.GetProperty("text").GetString()!);
        var reflection = string.Join("\n\n", parts["reflection"]);
        Assert.Equal(seed.ReferenceAd("reflection"), reflection);
        Assert.InRange(new StringInfo(reflection).LengthInTextElements, 1, QuarterReflection);
        Assert.Equal(seed.ReferenceAd("question"), string.Join(' ', parts["question"]));
        Assert.Equal(seed.ReferenceAd("headline"), parts["headline"].Single());
        Assert.Equal(seed.ReferenceAd("byline"), parts["byline"].Single());
        Assert.Contains("web", Drafts.Keys);
    }

    /// <summary>Texts by outlet, to be compared with another run's.</summary>
    public SortedDictionary<string, string> Texts() => new(Drafts.ToDictionary(draft => draft.Key, draft => draft.Value.GetProperty("text").GetString()!));

    private static string Collapse(string text) => Space().Replace(text, " ").Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();

    [GeneratedRegex(@"[^.!?–\n]+")]
    private static partial Regex BriefSentence();
}
