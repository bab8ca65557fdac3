using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using Dialog.Bot.Channels.Teams;
using Dialog.Core.Interviews;

namespace Dialog.Bot.Tests.Channels.Teams;

public sealed class TeamsRenderTests
{
    private const int MostBytes = 28 * 1024;

    [Fact]
    public void What_people_wrote_stands_in_text_runs_only()
    {
        const string Hostile = "**fet** [länk](https://evil.example) <at>alla</at> {{DATE(2027-02-05)}}";
        var card = TeamsRender.Card(Message(Hostile) with { Drafts = [new DraftPreview("x", "X", Hostile, 10, 280, "tecken")], Chosen = Hostile });

        var runs = Parts(card).Where(part => (string?)part["type"] == "TextRun").ToList();
        Assert.Equal([Hostile, Hostile, $"→ {Hostile}"], runs.Select(run => (string?)run["text"]));

        // What is left is for those who see no card, and markup to nobody.
        runs.ForEach(run => run.Remove("text"));
        Assert.True(card.Remove("fallbackText"));
        Assert.Equal("**fet** [länk](https://evil.example) &lt;at&gt;alla&lt;/at&gt; {{DATE(2027-02-05)}}", (string?)card["speak"]);
        Assert.True(card.Remove("speak"));
        Assert.DoesNotContain("evil", card.ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Badet <b>kostar</b> 20 & ingen mer", "Badet &lt;b&gt;kostar&lt;/b&gt; 20 & ingen mer")]
    [InlineData("<at>Anna</at>", "&lt;at&gt;Anna&lt;/at&gt;")]
    [InlineData("Gata & Park &lt;b&gt; &#60;i&#62; R&D", "Gata & Park &amp;lt;b&amp;gt; &amp;#60;i&amp;#62; R&amp;D")]
    [InlineData("[klicka](https://evil.example)", "\\[klicka\\](https://evil.example)")]
    [InlineData("*fet* _lutad_ ~struken~ `kod` a|b \\", "\\*fet\\* \\_lutad\\_ \\~struken\\~ \\`kod\\` a\\|b \\\\")]
    [InlineData("# ett\n- två\n 1. tre\nfyra # fem - 6.", "\\# ett\n\n\\- två\n\n 1\\. tre\n\nfyra # fem - 6.")]
    public void Nothing_that_people_write_formats_links_or_mentions(string text, string escaped) => Assert.Equal(escaped, TeamsText.Escape(text));

    [Fact]
    public void A_page_is_linked_to_whatever_stands_in_its_address() =>
        Assert.EndsWith(
            "\n\n[Läs texten](https://almby.example/Torget_%28norra%20delen%29/%29)",
            (string?)TeamsRender.Message(Message("Så sa du.") with { Link = new PageLink("Läs texten", "https://almby.example/Torget_(norra delen)/)") })["text"],
            StringComparison.Ordinal);

    [Fact]
    public void A_question_shows_its_buttons_with_a_fallback_and_is_drawn_again_for_the_person()
    {
        var card = TeamsRender.Card(Message("Passar det nu?") with { PromptId = "p1", Choices = [new Choice("p1:go", "Kör"), new Choice("p1:later", "Senare")] }, "29:mattias");
        var actions = Parts(card).Where(part => (string?)part["type"] == "Action.Execute" && part["title"] is not null).ToList();

        Assert.Equal(["Kör", "Senare"], actions.Select(action => (string?)action["title"]));
        Assert.All(actions, action => Assert.Equal(action["data"]!.ToJsonString(), action["fallback"]!["data"]!.ToJsonString()));
        Assert.Equal("29:mattias", (string?)card["refresh"]!["userIds"]![0]);
    }

    [Fact]
    public void An_answered_question_has_no_buttons_and_says_what_was_chosen()
    {
        var card = TeamsRender.Card(Message("Passar det nu?") with { Settles = "p1", Chosen = "Kör" }, "29:mattias");

        Assert.DoesNotContain(Parts(card), part => ((string?)part["type"])?.StartsWith("Action.", StringComparison.Ordinal) == true);
        Assert.Contains(Parts(card), part => (string?)part["text"] == "→ Kör");
    }

    [Fact]
    public void What_goes_beside_a_draft_stands_under_it()
    {
        var message = Message("Klart!") with { Drafts = [new DraftPreview("web", "Webb", "Vi plogar.", 10, null, "tecken") { Beside = ["Ingress: *Vi* plogar."] }] };

        Assert.Equal(["Klart!", "Vi plogar.", "Ingress: *Vi* plogar."], Parts(TeamsRender.Card(message)).Where(part => (string?)part["type"] == "TextRun").Select(run => (string?)run["text"]));
        Assert.Equal("Ingress: *Vi* plogar.", (string?)Dialog.Bot.Channels.Slack.SlackRender.Blocks(message)[^1]!["elements"]![0]!["text"]);
    }

    [Fact]
    public void A_draft_too_long_for_one_message_is_cut_and_says_so()
    {
        var card = TeamsRender.Card(Message("Klart!") with { Drafts = [new DraftPreview("web", "Webb", new string('a', 24_000), 24_000, null, "tecken")] });

        Assert.Contains(Parts(card), part => (string?)part["text"] == "… 12000 tecken till. Hela texten finns hos redaktionen.");
    }

    [Fact]
    public void Every_message_stays_under_28_KB_counted_as_UTF_16() =>
        Gen.Select(Gen.OneOf(Gen.String[0, 3500], Gen.Char['a', 'z'].List[3500].Select(letters => string.Join('\n', letters)[..3500])), Gen.String[0, 9000].List[0, 10], Gen.Int[0, 5], Gen.Bool)
            .Sample(
                (text, drafts, choices, chosen) =>
                {
                    var message = Message(text) with
                    {
                        Drafts = text.Length > 1000 ? [] : [.. drafts.Select(draft => new DraftPreview("web", "Webbsida", draft, draft.Length, null, "tecken"))],
                        Choices = [.. Enumerable.Range(0, choices).Select(index => new Choice($"p1:{new string('v', 190)}{index}", new string('l', 40)))],
                        PromptId = "p1",
                        Chosen = chosen ? new string('l', 40) : null,
                    };
                    return Encoding.Unicode.GetByteCount(TeamsRender.Message(message, "29:mattias").ToJsonString(TeamsRender.Json)) <= MostBytes;
                },
                iter: 300);

    [Theory]
    [InlineData("&")]
    [InlineData("&a")]
    [InlineData("<")]
    [InlineData("\n")]
    [InlineData("\\")]
    [InlineData("\"")]
    [InlineData("1.\n")]
    public void A_message_stays_under_28_KB_whatever_is_escaped_in_it(string mark)
    {
        var text = string.Concat(Enumerable.Repeat(mark, 3000 / mark.Length));

        Assert.InRange(Encoding.Unicode.GetByteCount(TeamsRender.Message(Message(text)).ToJsonString(TeamsRender.Json)), 1, MostBytes);
    }

    private static Outgoing Message(string text) => new() { Kind = OutgoingKind.Question, Text = text, Language = "sv" };

    private static IEnumerable<JsonObject> Parts(JsonNode? node) => node switch
    {
        JsonObject part => part.SelectMany(member => Parts(member.Value)).Prepend(part),
        JsonArray list => list.SelectMany(Parts),
        _ => [],
    };
}
