using System.Text.Json;
using Dialog.Core.Assignments;
using Dialog.Core.Drafts;

namespace Dialog.Core.Tests.Drafts;

/// <summary>The drafts that the rules give for the fixtures. For the seed all of them, byte for byte.</summary>
public class ReferenceDraftTests
{
    [Theory]
    [InlineData(AdSize.Eighth, "ad_eighth")]
    [InlineData(AdSize.Quarter, "ad_quarter")]
    [InlineData(AdSize.Half, "ad_half")]
    [InlineData(AdSize.Full, "ad_full")]
    public void The_seeds_ad_is_the_worked_example(AdSize size, string reference)
    {
        var fixture = Fixture.Read("000-seed");
        var ad = Composer.Compose(fixture.Material(size)).Single(draft => draft.Outlet == "ad");
        var expected = fixture.Expected.GetProperty("referenceDrafts").GetProperty(reference);

        foreach (var part in new[] { "headline", "reflection", "question", "byline" })
        {
            Assert.Equal(expected.GetProperty(part).GetString(), ad.Parts.Single(p => p.Kind == part).Text);
        }

        Assert.True(ad.Length <= ad.Limit);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("bluesky")]
    [InlineData("mastodon")]
    [InlineData("threads")]
    [InlineData("facebook")]
    [InlineData("linkedin")]
    [InlineData("instagram")]
    public void The_seeds_posts_are_the_worked_example(string outlet)
    {
        var fixture = Fixture.Read("000-seed");
        var post = Composer.Compose(fixture.Material(AdSize.Quarter)).Single(draft => draft.Outlet == outlet);
        var expected = fixture.Expected.GetProperty("referenceDrafts").GetProperty(outlet);

        Assert.Equal(expected.GetProperty("text").GetString(), post.Text);
        Assert.Equal(expected.GetProperty("length").GetInt32(), post.Length);
        Assert.Equal(expected.GetProperty("limit").GetInt32(), post.Limit);
    }

    [Fact]
    public void The_seeds_web_text_is_the_whole_talk_under_its_questions()
    {
        var fixture = Fixture.Read("000-seed");
        var web = Composer.Compose(fixture.Material(AdSize.Quarter)).Single(draft => draft.Outlet == "web");
        var expected = fixture.Expected.GetProperty("referenceDrafts").GetProperty("web");

        Assert.Equal(
            $"{expected.GetProperty("title")}\n\n{expected.GetProperty("body")}\n\n{expected.GetProperty("question")}\n\n{expected.GetProperty("byline")}",
            web.Text);
    }

    [Theory]
    [MemberData(nameof(Fixture.WithReferences), MemberType = typeof(Fixture))]
    public void Drafts_of_every_fixture_are_the_reference(string name)
    {
        var fixture = Fixture.Read(name);
        var references = fixture.Expected.GetProperty("referenceDrafts");
        var differences = new List<string>();
        foreach (var (size, key) in new[] { (AdSize.Eighth, "ad_eighth"), (AdSize.Quarter, "ad_quarter"), (AdSize.Half, "ad_half"), (AdSize.Full, "ad_full") })
        {
            var ad = Composer.Compose(fixture.Material(size)).Single(draft => draft.Outlet == "ad");
            Compare(key, references.GetProperty(key).GetProperty("reflection").GetString()!, string.Concat(ad.Parts.Where(p => p.Kind == "reflection").Select(p => p.Text)));
        }

        var drafts = Composer.Compose(fixture.Material(AdSize.Quarter));
        foreach (var reference in references.EnumerateObject().Where(reference => reference.Value.TryGetProperty("text", out _)))
        {
            // English is quoted with “…”, the reference with ”…”.
            Compare(reference.Name, reference.Value.GetProperty("text").GetString()!, drafts.Single(draft => draft.Outlet == reference.Name).Text.Replace('“', '”'));
        }

        var body = references.GetProperty("web").GetProperty("body").GetString()!;
        Compare("web", body, string.Join("\n\n", drafts.Single(draft => draft.Outlet == "web").Parts.Where(part => part.Kind == "reflection").Select(part => part.Text)));
        Assert.True(differences.Count == 0, string.Join('\n', differences));

        void Compare(string key, string expected, string actual)
        {
            if (expected != actual)
            {
                differences.Add($"{key}\n- {expected}\n+ {actual}\n");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Fixture.WithReferences), MemberType = typeof(Fixture))]
    public void Required_facts_are_in_the_drafts_and_forbidden_ones_in_none(string name)
    {
        var fixture = Fixture.Read(name);
        var drafts = Composer.Compose(fixture.Material(AdSize.Full)).ToDictionary(draft => draft.Outlet, draft => draft.Text);
        foreach (var (must, anyOf) in fixture.Facts("web"))
        {
            Check(must, anyOf, drafts["web"]);
        }

        foreach (var (_, anyOf) in fixture.Facts("short").Where(fact => !fact.Must))
        {
            Check(must: false, anyOf, drafts["x"] + drafts["bluesky"] + drafts["mastodon"] + drafts["threads"]);
        }

        foreach (var size in Enum.GetValues<AdSize>())
        {
            var ad = Composer.Compose(fixture.Material(size)).Single(draft => draft.Outlet == "ad").Text;
            foreach (var (must, anyOf) in fixture.Facts(JsonNamingPolicy.SnakeCaseLower.ConvertName($"Ad{size}")).Concat(fixture.Facts("ad").Where(fact => !fact.Must)))
            {
                Check(must, anyOf, ad);
            }
        }

        static void Check(bool must, string[] anyOf, string text)
        {
            if (must)
            {
                Assert.Contains(anyOf, fact => text.Contains(fact, StringComparison.OrdinalIgnoreCase));
            }
            else
            {
                Assert.All(anyOf, fact => Assert.DoesNotContain(fact, text, StringComparison.Ordinal));
            }
        }
    }
}
