using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dialog.Bot.Channels;
using Dialog.Bot.Channels.Teams;
using Dialog.Core.Interviews;

namespace Dialog.Bot.Tests.Channels.Teams;

public sealed class TeamsParseTests
{
    private static readonly DateTimeOffset Now = new(2027, 2, 5, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("Vi möts &amp; pratar", "Vi möts & pratar")]
    [InlineData("<at>Dialog</at> hej", "hej")]
    [InlineData("hej <at>dialog</at>", "hej")]
    [InlineData("<at>Dialog</at> fråga <at>Anna Berg</at> också", "fråga Anna Berg också")]
    [InlineData("<at id=\"0\">Anna Berg</at> vet", "Anna Berg vet")]
    [InlineData("rad ett\r\nrad två", "rad ett\r\nrad två")]
    [InlineData("a\u00a0b", "a b")]
    [InlineData("1 < 2 > 0", "1 < 2 > 0")]
    public void A_messages_text_is_read_as_the_person_meant_it(string text, string read) =>
        Assert.Equal(read, Assert.IsType<Incoming.Said>(What(Message(text))).Text);

    [Theory]
    [InlineData("", "<p>Vi <b>möts</b>.</p><ul><li>ett</li><li>två</li></ul>", "Vi möts.\nett\ntvå")]
    [InlineData("Vad handlar det om? Vi möts.", "<blockquote itemscope itemtype=\"http://schema.skype.com/Reply\" itemid=\"1\"><strong>Dialog</strong><p>Vad handlar det om?</p></blockquote><p>Vi möts.</p>", "Vi möts.")]
    [InlineData("Vi möts.", "<p>Något annat</p>", "Vi möts.")]
    [InlineData("", "<p><span itemtype=\"http://schema.skype.com/Mention\" itemscope=\"\" itemid=\"0\">Dialog</span>&nbsp;hej</p>", "hej")]
    [InlineData("", "<img src=\"https://graph.example.com/hosted/1\"><h2>Bänkar</h2><pre>24 stycken</pre><table><tr><td>längs ån</td><td>vid torget</td></tr></table>", "Bänkar\n24 stycken\nlängs ån\nvid torget")]
    public void The_HTML_copy_is_read_where_the_text_is_not_enough(string text, string html, string read)
    {
        var activity = Message(text);
        activity["attachments"] = new JsonArray(new JsonObject { ["contentType"] = "text/html", ["content"] = html });

        Assert.Equal(read, Assert.IsType<Incoming.Said>(What(activity)).Text);
    }

    [Theory]
    [InlineData("", "<p><img itemscope=\"\" itemtype=\"http://schema.skype.com/Emoji\" itemid=\"yes\" src=\"https://x/y\" title=\"Ja\" alt=\"👍\"></p>", "👍", 0)]
    [InlineData("", "<p><emoji id=\"smile\" alt=\"😄\" title=\"Leende\"></emoji></p>", "😄", 0)]
    [InlineData("", "<p><img src=\"https://graph.example.com/hosted/1\" width=\"200\"></p>", "", 1)]
    [InlineData("Rampen", "<p>Rampen<img src=\"https://graph.example.com/hosted/1\"></p>", "Rampen", 1)]
    [InlineData("Rampen<attachment id=\"f1\"></attachment>", null, "Rampen", 1, "application/vnd.microsoft.teams.file.download.info")]
    [InlineData("", "<div><attachment id=\"v1\"></attachment></div>", "", 1, "audio/mp4")]
    [InlineData("", null, "", 2, "image/png", "image/*")]
    [InlineData("Vi möts.", "<p>Vi möts.</p>", "Vi möts.", 0)]
    public void Pictures_files_and_voice_clips_are_counted_and_emoji_read(string text, string? html, string read, int attachments, params string[] types)
    {
        var activity = Message(text);
        activity["attachments"] = new JsonArray([
            .. types.Select(type => (JsonNode)new JsonObject { ["contentType"] = type, ["contentUrl"] = "https://files.example.com/1", ["name"] = "1" }),
            .. html is null ? [] : new JsonNode[] { new JsonObject { ["contentType"] = "text/html", ["content"] = html } },
        ]);
        var said = Assert.IsType<Incoming.Said>(What(activity));

        Assert.Equal((read, attachments), (said.Text, said.Attachments));
    }

    [Fact]
    public void What_is_quoted_is_not_read_as_the_writers_words() =>
        Assert.Equal("Vi möts.", TeamsText.ReadHtml("<blockquote itemscope itemtype=\"http://schema.skype.com/Reply\" itemid=\"1\"><strong>Rita</strong><p>Varför då?</p></blockquote><p>Vi möts.</p>"));

    [Fact]
    public void Who_it_is_does_not_hang_on_the_case_of_an_id()
    {
        var activity = Message("hej");
        activity["from"]!["aadObjectId"] = "00000000-AAAA-BBBB-CCCC-444444444444";
        activity["conversation"]!["tenantId"] = "7A51C3A0-2F59-4C35-8C59-0D1A10600002";

        Assert.Equal(new Address(Address.Teams, "7a51c3a0-2f59-4c35-8c59-0d1a10600002", "00000000-aaaa-bbbb-cccc-444444444444"), Read(activity).Arrival!.From);
    }

    [Fact]
    public void A_message_sent_again_has_the_same_key_and_another_message_another()
    {
        Assert.Equal(Read(Message("hej")).Arrival!.What.Key, Read(Message("hej")).Arrival!.What.Key);
        Assert.NotEqual(Read(Message("hej")).Arrival!.What.Key, Read(Message("hej", id: "2")).Arrival!.What.Key);
    }

    [Fact]
    public void The_inbox_knows_a_message_by_the_same_key_in_every_version()
    {
        var arrival = Read(Message("hej")).Arrival!;
        Assert.Equal($"teams:{arrival.From.Workspace}:{arrival.Room.Id}:1", arrival.InboxKey);
    }

    [Fact]
    public void An_edit_back_to_an_earlier_text_is_an_edit_of_its_own()
    {
        var first = Of("messageUpdate", "editMessage", "2027-02-05T09:00:01.1Z");
        var again = Of("messageUpdate", "editMessage", "2027-02-05T09:00:09.2Z");

        Assert.Equal(Read(first).Arrival!.What.Key, Read((JsonObject)first.DeepClone()).Arrival!.What.Key);
        Assert.NotEqual(Read(first).Arrival!.What.Key, Read(again).Arrival!.What.Key);
    }

    [Theory]
    [InlineData("messageUpdate", "editMessage", typeof(Incoming.Edited))]
    [InlineData("messageUpdate", "undeleteMessage", typeof(Incoming.Edited))]
    [InlineData("messageDelete", "softDeleteMessage", typeof(Incoming.Deleted))]
    public void Changes_of_a_message_name_it(string type, string eventType, Type expected)
    {
        var what = What(Of(type, eventType, "2027-02-05T09:00:01Z"));

        Assert.IsType(expected, what);
        Assert.Equal("1", what is Incoming.Edited edited ? edited.MessageId : ((Incoming.Deleted)what).MessageId);
    }

    [Theory]
    [InlineData(-9 * 60 * 1000, true)]
    [InlineData(-11 * 60 * 1000, false)]
    [InlineData(long.MaxValue / 2, true)]
    public void Only_a_message_that_was_written_just_now_may_still_come(long milliseconds, bool may)
    {
        var id = (Now.ToUnixTimeMilliseconds() + milliseconds).ToString(CultureInfo.InvariantCulture);
        var (edit, deletion) = (Of("messageUpdate", "editMessage", "2027-02-05T09:00:01Z"), Of("messageDelete", "softDeleteMessage", "2027-02-05T09:00:01Z"));
        edit["id"] = id;
        deletion["id"] = id;

        Assert.Equal((may, may), (Read(edit).Arrival!.Unheard is not null, Read(deletion).Arrival!.NotToHear is not null));
        Assert.Equal(may ? Read(Message("hej", id: id)).Arrival!.InboxKey : null, Read(deletion).Arrival!.NotToHear);
    }

    [Theory]
    [InlineData("messageReaction")]
    [InlineData("typing")]
    [InlineData("event")]
    [InlineData("endOfConversation")]
    [InlineData("somethingNew")]
    public void What_says_nothing_to_the_talk_is_let_be_with_a_reason(string type)
    {
        var activity = Message("");
        activity["type"] = type;
        activity["name"] = "application/vnd.microsoft.readReceipt";

        Assert.Contains(type, Read(activity).Ignored, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("groupChat")]
    [InlineData("channel")]
    public void The_personal_room_is_never_taken_from_a_group(string conversationType)
    {
        var activity = Message("<at>Dialog</at> hej");
        activity["conversation"]!["conversationType"] = conversationType;

        Assert.Null(Read(activity).Arrival?.Room.Id);
    }

    [Fact]
    public void A_conversation_of_many_is_no_personal_room_although_its_type_is_not_told()
    {
        var activity = Message("Det här säger jag till alla.");
        activity["entities"] = new JsonArray();
        activity["conversation"]!.AsObject().Remove("conversationType");
        Assert.Equal("a:1", Read(activity).Arrival?.Room.Id);

        activity["conversation"]!["isGroup"] = true;

        Assert.Null(Read(activity).Arrival);
    }

    [Theory]
    [InlineData("rest", false)]
    [InlineData("yes", true)]
    public void A_button_that_stays_can_be_pressed_again_and_one_that_decides_cannot(string verb, bool same)
    {
        string Press(int seconds) => TeamsParse.Chose(Activity.Read(JsonSerializer.SerializeToElement(Message("")))!, $"p3:{verb}", Now.AddSeconds(seconds)).What.Key;

        Assert.Equal(Press(0), Press(1));
        Assert.Equal(same, Press(0) == Press(60));
    }

    private static Incoming What(JsonObject activity) => Read(activity).Arrival!.What;

    private static TeamsReading Read(JsonObject activity) => TeamsParse.Read(Activity.Read(JsonSerializer.SerializeToElement(activity))!, Now);

    private static JsonObject Of(string type, string eventType, string timestamp)
    {
        var activity = Message("Vi möts.");
        activity["type"] = type;
        activity["timestamp"] = timestamp;
        activity["channelData"]!["eventType"] = eventType;
        return activity;
    }

    /// <summary>As a Teams client sends it.</summary>
    private static JsonObject Message(string text, string id = "1") => new()
    {
        ["type"] = "message",
        ["id"] = id,
        ["timestamp"] = "2027-02-05T09:00:00.0597717Z",
        ["channelId"] = "msteams",
        ["serviceUrl"] = "https://smba.trafficmanager.net/emea/",
        ["text"] = text,
        ["textFormat"] = "plain",
        ["from"] = new JsonObject { ["id"] = "29:mattias", ["name"] = "Mattias Jansson", ["aadObjectId"] = "00000000-1111-2222-3333-444444444444" },
        ["recipient"] = new JsonObject { ["id"] = "28:dialog", ["name"] = "Dialog" },
        ["conversation"] = new JsonObject { ["id"] = "a:1", ["conversationType"] = "personal", ["tenantId"] = "t" },
        ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = "t" } },
        ["entities"] = new JsonArray(
            new JsonObject { ["type"] = "mention", ["text"] = "<at>Dialog</at>", ["mentioned"] = new JsonObject { ["id"] = "28:dialog", ["name"] = "Dialog" } },
            new JsonObject { ["type"] = "mention", ["text"] = "<at>Anna Berg</at>", ["mentioned"] = new JsonObject { ["id"] = "29:anna", ["name"] = "Anna Berg" } }),
    };
}
