using System.Globalization;
using System.Text;
using System.Text.Json;
using Dialog.Core.Drafts;

namespace Dialog.Core.Tests.Drafts;

/// <summary>Counting agrees with the networks' own rules.</summary>
public class CountingTests
{
    /// <summary>domain.md §3.5, vectors (twitter-text 3.1.0; ICU graphemes).</summary>
    [Theory]
    [InlineData("åäö", 3, 3, 3, 3)]
    [InlineData("”hej” – så", 10, 10, 10, 10)]
    [InlineData("…", 2, 1, 1, 1)]
    [InlineData("👨‍👩‍👧‍👦", 2, 1, 1, 25)]
    [InlineData("🇸🇪", 2, 1, 1, 8)]
    [InlineData("👍🏽", 2, 1, 1, 8)]
    [InlineData("e\u0301", 1, 1, 1, 2)]
    [InlineData("se almby.se nu", 29, 14, 14, 14)]
    [InlineData("https://www.katrineholm.se", 23, 26, 23, 26)]
    [InlineData("https://almby.example/en-lang-lank?x=1", 38, 38, 23, 38)]
    [InlineData("€ • ", 6, 4, 4, 4)]
    [InlineData("10′ 20″", 7, 7, 7, 7)]
    [InlineData("katrineholm.se", 23, 14, 14, 14)]
    public void Texts_count_as_on_X_Bluesky_Mastodon_and_Threads(string text, int x, int graphemes, int mastodon, int threads) =>
        Assert.Equal(
            (x, graphemes, mastodon, threads),
            (Counter.Count(text, Counting.Weighted), Counter.Count(text, Counting.Graphemes), Counter.Count(text, Counting.Mastodon), Counter.Count(text, Counting.Threads)));

    [Theory]
    [InlineData("hej @anna@example.social du", 12)]
    [InlineData("hej @anna du", 12)]
    [InlineData("http://a.se och https://b.se/åäö?x=1", 51)]
    [InlineData("katrineholm.se", 14)]
    [InlineData("Läs http://a.se.", 28)]
    [InlineData("(http://a.se/b),", 26)]
    [InlineData("http://a.se/b_(c)/ nu", 26)]
    public void Mastodon_counts_links_as_23_and_handles_by_their_name(string text, int length) => Assert.Equal(length, Counter.Count(text, Counting.Mastodon));

    [Theory]
    [InlineData("åäö", 3)]
    [InlineData("🇸🇪 hej", 6)]
    [InlineData("👍🏽", 2)]
    public void Facebook_LinkedIn_and_Instagram_count_code_points(string text, int length) => Assert.Equal(length, Counter.Count(text, Counting.Characters));

    [Theory]
    [InlineData("Vi plogar.")]
    [InlineData("hej @anna@example du")]
    [InlineData("https://localhost")]
    [InlineData("se almby.se nu")]
    [InlineData("👍🏽")]
    public void A_text_that_is_taken_to_have_one_length_has_it_by_every_rule(string text) =>
        Assert.True(!Counter.IsSame(text) || new[] { Counting.Weighted, Counting.Graphemes, Counting.Mastodon, Counting.Threads, Counting.Characters }.All(counting => Counter.Count(text, counting) == text.Length));

    [Fact]
    public void A_link_of_300_characters_is_23_on_X_and_Mastodon_and_300_elsewhere()
    {
        var link = "https://katrineholm.se/" + new string('x', 277);

        Assert.Equal([23, 23, 300, 300, 300], new[] { Counting.Weighted, Counting.Mastodon, Counting.Graphemes, Counting.Threads, Counting.Characters }.Select(counting => Counter.Count(link, counting)));
    }

    [Theory]
    [InlineData("å ä ö")]
    [InlineData("漢字")]
    [InlineData("🇸🇪 och 👨‍👩‍👧‍👦")]
    public void Both_normal_forms_have_the_same_length_where_people_count(string text) =>
        Assert.All([Counting.Weighted, Counting.Graphemes, Counting.Mastodon, Counting.Words], counting => Assert.Equal(
            Counter.Count(text.Normalize(NormalizationForm.FormC), counting),
            Counter.Count(text.Normalize(NormalizationForm.FormD), counting)));

    [Theory]
    [InlineData("x", "Vi plogar. 1/2\n\nKom ut! 2/2", 14)]
    [InlineData("x", "Vi plogar. 1/2\n\nKom ut! 2/2\n\nEn rad till, som är längst.", 27)]
    [InlineData("x", "Vi plogar.\n\nKom ut!", 19)]
    [InlineData("x", "Vi plogar 2/2\n\nKom ut!", 22)]
    [InlineData("facebook", "Vi plogar. 1/2\n\nKom ut! 2/2", 27)]
    public void A_thread_is_as_long_as_its_longest_post(string outlet, string text, int length) =>
        Assert.Equal(length, ThreadText.Length(text, Outlets.BuiltIn.Find(outlet)));

    [Fact]
    public void X_counts_as_its_own_library()
    {
        var expected = JsonSerializer.Deserialize<List<JsonElement[]>>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Fixtures", "counting", "twitter-text.json")))!;
        var differences = expected
            .Select(pair => (Text: pair[0].GetString()!, Length: pair[1].GetInt32()))
            .Select(pair => (pair.Text, pair.Length, Ours: Counter.Count(pair.Text, Counting.Weighted)))
            .Where(pair => pair.Ours != pair.Length)
            .ToList();

        Assert.True(differences.Count == 0, $"{differences.Count} of {expected.Count}\n" + string.Join('\n', differences.Take(40).Select(pair => $"{pair.Length} ours {pair.Ours}: {pair.Text}")));
    }

    [Fact]
    public void Graphemes_break_where_Unicode_says()
    {
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Fixtures", "counting", "GraphemeBreakTest.txt")).Where(line => line.StartsWith('÷')))
        {
            var text = string.Concat(line.Split(' ').Where(part => part is not ("÷" or "×")).Select(code => char.ConvertFromUtf32(int.Parse(code, NumberStyles.HexNumber, CultureInfo.InvariantCulture))));
            Assert.True(line.Count(character => character == '÷') - 1 == Counter.Count(text, Counting.Graphemes), line);
        }
    }
}
