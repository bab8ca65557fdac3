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
