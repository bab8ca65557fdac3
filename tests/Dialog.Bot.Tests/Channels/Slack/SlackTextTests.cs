using System.Text.Json;
using System.Text.Json.Nodes;
using Dialog.Bot.Channels.Slack;
using Dialog.Core.Interviews;

namespace Dialog.Bot.Tests.Channels.Slack;

/// <summary>What stands beside the words in Slack: emoji, files, voice clips.</summary>
public sealed class SlackTextTests
{
    [Theory]
    [InlineData(":+1:", "👍", "+1", "1f44d")]
    [InlineData("Bra :tada: så", "Bra 🎉 så", "tada", "1f389")]
    [InlineData(":wave::skin-tone-4:", "👋🏽", "wave", "1f44b")]
    [InlineData(":flag-se:", "🇸🇪", "flag-se", "1f1f8-1f1ea")]
    [InlineData("Klockan 10:30: kom alla", "Klockan 10:30: kom alla", "tada", "1f389")]
    [InlineData(":kommunvapen:", ":kommunvapen:", "kommunvapen", null)]
    [InlineData(":+1:", ":+1:", "+1", "not hex")]
    public void Emoji_are_read_as_characters(string text, string read, string name, string? unicode) =>
        Assert.Equal(read, Said(text, [], new JsonObject { ["type"] = "emoji", ["name"] = name, ["unicode"] = unicode }).Text);

    [Theory]
    [InlineData("<!channel> läs", "&lt;!channel&gt; läs")]
    [InlineData("<https://evil.example|katrineholm.se>", "&lt;https://evil.example|katrineholm.se&gt;")]
    [InlineData("skriv &lt; för <", "skriv &amp;lt; för &lt;")]
    public void Nothing_that_people_write_mentions_or_links_and_it_is_read_back_as_it_was(string text, string escaped)
    {
        Assert.Equal(escaped, SlackText.Escape(text));
        Assert.Equal(text, SlackText.Read(escaped, SlackNames.None("sv")));
    }

    [Theory]
    [InlineData("photo of the ramp", 1, "image/jpeg")]
    [InlineData("", 1, "audio/webm")]
    [InlineData("", 2, "application/pdf", "image/png")]
    [InlineData("hej", 0)]
    public void Files_pictures_and_voice_clips_are_counted(string text, int attachments, params string[] types)
    {
        var said = Said(text, types);

        Assert.Equal((text, attachments), (said.Text, said.Attachments));
    }

    [Theory]
    [InlineData("Läs mer på <http://katrineholm.se|katrineholm.se>", "Läs mer på katrineholm.se")]
    [InlineData("<http://Katrineholm.se/|Katrineholm.se>", "Katrineholm.se")]
    [InlineData("<https://katrineholm.se/bad?a=1&amp;b=2|katrineholm.se/bad?a=1&amp;b=2>", "katrineholm.se/bad?a=1&b=2")]
    [InlineData("<mailto:kommun@katrineholm.se|kommun@katrineholm.se>", "kommun@katrineholm.se")]
    [InlineData("<https://katrineholm.se/bad|badhuset>", "badhuset (https://katrineholm.se/bad)")]
    [InlineData("<https://katrineholm.example|katrineholm.se>", "katrineholm.se (https://katrineholm.example)")]
    [InlineData("<https://katrineholm.se>", "https://katrineholm.se")]
    public void An_address_that_was_typed_stands_as_it_was_typed(string text, string read) => Assert.Equal(read, Said(text, []).Text);

    [Theory]
    [InlineData("Det var *två* bänkar", "Det var två bänkar", "Det var |b:två| bänkar")]
    [InlineData("*Bra _mycket bra_ ~nej~* `x &lt; y`", "Bra mycket bra nej x < y", "b:Bra |bi:mycket bra|b: |bs:nej| |c:x < y")]
    [InlineData("*rad ett*\n*rad två*\nslut", "rad ett\nrad två\nslut", "b:rad ett\nrad två|\nslut")]
    [InlineData("*två* *literal* 2*3*4 snake_case_namn", "två *literal* 2*3*4 snake_case_namn", "b:två| *literal* 2*3*4 snake_case_namn")]
    [InlineData("**fet*", "*fet", "*|b:fet")]
    [InlineData("*inte i blocken*", "*inte i blocken*", "något annat")]
    public void Signs_that_Slack_writes_for_bold_italic_struck_and_code_are_no_text(string text, string read, string leaves) =>
        Assert.Equal(read, Said(text, [], [.. leaves.Split('|').Select(Leaf)]).Text);

    /// <summary>chat.update refuses more than 4,000 characters, and an escaped sign is up to five.</summary>
    [Theory]
    [InlineData('a', 3000)]
    [InlineData('<', 3000)]
    [InlineData('&', 3000)]
    public void What_is_told_beside_the_blocks_is_short_enough_when_it_is_escaped(char sign, int least)
    {
        var text = SlackRender.Message(new Outgoing { Kind = OutgoingKind.Note, Text = new string(sign, 3000), Language = "sv" })["text"];

        Assert.InRange(text.Length, least, 4000);
    }

    [Fact]
    public void Signs_around_a_name_an_address_or_an_emoji_are_no_text() =>
        Assert.Equal(
            "Fråga en kollega på https://katrineholm.se 🎉",
            Said("*Fråga <@U2> på <https://katrineholm.se> :tada:*", [], Leaf("b:Fråga "), Bold(new() { ["type"] = "user" }), Leaf("b: på "), Bold(new() { ["type"] = "link" }), Leaf("b: "), Bold(new() { ["type"] = "emoji", ["name"] = "tada", ["unicode"] = "1f389" })).Text);

    [Theory]
    [InlineData("rich_text_quote", "Hon sa:\n&gt; Det *är* bra\n&gt; &gt; tycker jag", "Hon sa:\nDet är bra\n> tycker jag", "Det |b:är| bra\n> tycker jag")]
    [InlineData("rich_text_preformatted", "Hon sa:\n```rad *ett*\nrad två```", "Hon sa:\nrad *ett*\nrad två", "rad *ett*\nrad två")]
    public void Signs_of_a_quotation_are_no_text(string kind, string text, string read, string leaves)
    {
        var said = new JsonObject { ["type"] = "rich_text_section", ["elements"] = new JsonArray(Leaf("Hon sa:\n")) };
        var quoted = new JsonObject { ["type"] = kind, ["elements"] = new JsonArray([.. leaves.Split('|').Select(Leaf)]) };

        Assert.Equal(read, Said(text, [], said, quoted).Text);
    }

    [Theory]
    [InlineData("me_message")]
    [InlineData("file_share")]
    public void What_a_person_says_is_heard_however_they_say_it(string subtype)
    {
        var said = SlackParse.Event(
            JsonSerializer.SerializeToElement(new { team_id = "T1", @event = new { type = "message", subtype, channel_type = "im", channel = "D1", user = "U1", ts = "1790000014.001400", text = "ställer ut bänkar" } }),
            SlackNames.None("sv"),
            DateTimeOffset.UnixEpoch);

        Assert.Equal("ställer ut bänkar", Assert.IsType<Incoming.Said>(said.Arrival!.What).Text);
    }

    [Theory]
    [InlineData("D1", "im", "message")]
    [InlineData("C1", "channel", "message")]
    [InlineData("C1", null, "app_mention")]
    public void What_is_said_in_a_thread_and_shown_outside_it_too_is_heard(string channel, string? kind, string type)
    {
        var reading = Broadcast("thread_broadcast");

        Assert.NotNull(reading.Arrival);
        Assert.Equal(Broadcast(subtype: null).Arrival!.InboxKey, reading.Arrival!.InboxKey);

        SlackReading Broadcast(string? subtype) => SlackParse.Event(
            JsonSerializer.SerializeToElement(new
            {
                team_id = "T1",
                authorizations = new[] { new { team_id = "T1", user_id = "U0BOT" } },
                @event = new { type, subtype, channel_type = kind, channel, user = "U1", ts = "1790000014.001400", thread_ts = "1790000013.001300", text = "<@U0BOT> hej" },
            }),
            SlackNames.None("sv"),
            DateTimeOffset.UnixEpoch);
    }

    /// <summary>Words with the first letters of their styles before a colon: <c>bi:bold and italic</c>.</summary>
    private static JsonNode Leaf(string words)
    {
        var colon = words.IndexOf(':', StringComparison.Ordinal);
        var styles = colon is > 0 and <= 2 ? words[..colon] : "";
        var style = new JsonObject();
        foreach (var (letter, name) in new[] { ('b', "bold"), ('i', "italic"), ('s', "strike"), ('c', "code") })
        {
            if (styles.Contains(letter, StringComparison.Ordinal))
            {
                style[name] = true;
            }
        }

        return new JsonObject { ["type"] = "text", ["text"] = styles.Length > 0 ? words[(colon + 1)..] : words, ["style"] = style };
    }

    private static JsonObject Bold(JsonObject element)
    {
        element["style"] = new JsonObject { ["bold"] = true };
        return element;
    }

    private static Incoming.Said Said(string text, string[] files, params JsonNode[] elements)
    {
        var body = new JsonObject
        {
            ["team_id"] = "T1",
            ["event"] = new JsonObject
            {
                ["type"] = "message",
                ["subtype"] = files.Length > 0 ? "file_share" : null,
                ["channel_type"] = "im",
                ["channel"] = "D1",
                ["user"] = "U1",
                ["ts"] = "1790000014.001400",
                ["text"] = text,
                ["files"] = new JsonArray([.. files.Select((type, index) => (JsonNode)new JsonObject { ["id"] = $"F{index}", ["mimetype"] = type })]),
                ["blocks"] = new JsonArray(new JsonObject { ["type"] = "rich_text", ["elements"] = new JsonArray(new JsonObject { ["type"] = "rich_text_section", ["elements"] = new JsonArray(elements) }) }),
            },
        };
        return Assert.IsType<Incoming.Said>(SlackParse.Event(JsonSerializer.SerializeToElement(body), SlackNames.None("sv"), DateTimeOffset.UnixEpoch).Arrival!.What);
    }
}
