using System.Globalization;
using System.Text.Json;
using Dialog.Bot.Turns;
using Dialog.Core.Interviews;

namespace Dialog.Bot.Channels.Slack;

/// <summary>What Slack sent, read: something for the conversation, or the reason why not.</summary>
/// <param name="Arrival">What came in.</param>
/// <param name="Ignored">Why nothing is done about it.</param>
internal sealed record SlackReading(Arrival? Arrival, string? Ignored)
{
    public static SlackReading Of(Arrival arrival) => new(arrival, null);

    public static SlackReading Ignore(string reason) => new(null, reason);
}

/// <summary>Reads Slack's payloads. Lenient: unknown members, kinds and empty strings are no errors.</summary>
internal static class SlackParse
{
    /// <summary>An <c>event_callback</c>. One human message that arrives twice (retry, or message and app_mention) gives the same key.</summary>
    public static SlackReading Event(JsonElement body, DateTimeOffset now)
    {
        if (!body.TryGetProperty("event", out var inner) || inner.ValueKind != JsonValueKind.Object)
        {
            return SlackReading.Ignore("no inner event");
        }

        var team = TeamOf(body);
        var type = Text(inner, "type");
        if (team is null)
        {
            return SlackReading.Ignore("no team");
        }

        if (Flag(body, "is_ext_shared_channel") && Text(inner, "user_team") is { Length: > 0 } guest && guest != team)
        {
            return SlackReading.Ignore("somebody from another organisation");
        }

        return type switch
        {
            "message" => Message(body, inner, team, now),
            "app_home_opened" when Text(inner, "tab") == "messages" && Text(inner, "user") is { Length: > 0 } user =>
                SlackReading.Of(new Arrival(new Address(Address.Slack, team, user), new Room(Text(inner, "channel")), new Incoming.Arrived { Key = $"slack:arrived:{team}:{user}", At = now })),
            _ => SlackReading.Ignore($"event {type}"),
        };
    }

    /// <summary>A button of a message (<c>block_actions</c>); one reading per action.</summary>
    public static IEnumerable<SlackReading> Interaction(JsonElement payload, DateTimeOffset now)
    {
        var team = Text(Member(payload, "team"), "id") ?? Text(Member(payload, "user"), "team_id");
        var user = Text(Member(payload, "user"), "id");
        if (Text(payload, "type") != "block_actions" || string.IsNullOrEmpty(team) || string.IsNullOrEmpty(user) || Member(payload, "actions").ValueKind != JsonValueKind.Array)
        {
            return [SlackReading.Ignore($"interaction {Text(payload, "type")}")];
        }

        var container = Member(payload, "container");
        var channel = Text(container, "channel_id");
        var message = Text(container, "message_ts");
        return Member(payload, "actions").EnumerateArray().Select(action =>
        {
            var value = Text(action, "value") ?? "";
            var id = Text(action, "action_id");
            return channel is not ['D', ..]
                ? SlackReading.Ignore("a button outside a direct message")
                : SlackReading.Of(new Arrival(
                    new Address(Address.Slack, team, user),
                    new Room(channel),
                    new Incoming.Chose(value) { Key = $"slack:click:{team}:{channel}:{message}:{id}:{value}:{user}", At = now }));
        }).ToList();
    }

    /// <summary>A slash command: the same as saying its text.</summary>
    public static SlackReading Command(IReadOnlyDictionary<string, string> form, DateTimeOffset now)
    {
        var (team, user) = (form.GetValueOrDefault("team_id"), form.GetValueOrDefault("user_id"));
        if (string.IsNullOrEmpty(team) || string.IsNullOrEmpty(user))
        {
            return SlackReading.Ignore("a command without sender");
        }

        var text = form.GetValueOrDefault("text") is { Length: > 0 } said ? SlackText.Read(said) : "hjälp";
        var key = $"slack:command:{team}:{user}:{form.GetValueOrDefault("trigger_id")}";
        return SlackReading.Of(new Arrival(new Address(Address.Slack, team, user), new Room(null), new Incoming.Said(text, key) { Key = key, At = now }));
    }

    private static SlackReading Message(JsonElement body, JsonElement inner, string team, DateTimeOffset now)
    {
        if (Text(inner, "channel_type") != "im" || Text(inner, "channel") is not ['D', ..])
        {
            return SlackReading.Ignore("not a direct message");
        }

        return Text(inner, "subtype") switch
        {
            null or "" or "file_share" => Said(body, inner, team, now),
            "message_changed" => Changed(body, inner, team, now),
            "message_deleted" => Deleted(body, inner, team, now),
            var subtype => SlackReading.Ignore($"message {subtype}"),
        };
    }

    private static SlackReading Said(JsonElement body, JsonElement inner, string team, DateTimeOffset now)
    {
        if (!IsPerson(body, inner, out var user))
        {
            return SlackReading.Ignore("not from a person");
        }

        var (channel, ts) = (Text(inner, "channel")!, Text(inner, "ts") ?? "");
        return SlackReading.Of(new Arrival(
            new Address(Address.Slack, team, user),
            new Room(channel),
            new Incoming.Said(SlackText.Read(Text(inner, "text") ?? ""), $"{channel}:{ts}") { Key = $"slack:{team}:{channel}:{ts}", At = now }));
    }

    /// <summary>A person's edit. A link preview arrives as the same kind with the text unchanged.</summary>
    private static SlackReading Changed(JsonElement body, JsonElement inner, string team, DateTimeOffset now)
    {
        var (message, previous) = (Member(inner, "message"), Member(inner, "previous_message"));
        if (!IsPerson(body, message, out var user) || Text(message, "text") == Text(previous, "text"))
        {
            return SlackReading.Ignore("no change by a person");
        }

        var (channel, ts) = (Text(inner, "channel")!, Text(message, "ts") ?? "");
        return SlackReading.Of(new Arrival(
            new Address(Address.Slack, team, user),
            new Room(channel),
            new Incoming.Edited(SlackText.Read(Text(message, "text") ?? ""), $"{channel}:{ts}") { Key = $"slack:{team}:{channel}:{ts}:edit:{Text(inner, "ts") ?? Text(inner, "event_ts")}", At = now }));
    }

    private static SlackReading Deleted(JsonElement body, JsonElement inner, string team, DateTimeOffset now)
    {
        if (!IsPerson(body, Member(inner, "previous_message"), out var user))
        {
            return SlackReading.Ignore("no deletion by a person");
        }

        var (channel, ts) = (Text(inner, "channel")!, Text(inner, "deleted_ts") ?? "");
        return SlackReading.Of(new Arrival(
            new Address(Address.Slack, team, user), new Room(channel), new Incoming.Deleted($"{channel}:{ts}") { Key = $"slack:{team}:{channel}:{ts}:deleted", At = now }));
    }

    /// <summary>Not the bot itself (its posts come back without subtype), another bot, or Slack's own notices.</summary>
    private static bool IsPerson(JsonElement body, JsonElement message, out string user)
    {
        user = Text(message, "user") ?? "";
        var bots = Member(body, "authorizations") is { ValueKind: JsonValueKind.Array } authorizations ? authorizations.EnumerateArray().Select(a => Text(a, "user_id")) : [];
        return user is ['U' or 'W', ..] && user != "USLACK" && user != "USLACKBOT" && string.IsNullOrEmpty(Text(message, "bot_id")) && !bots.Contains(user);
    }

    private static string? TeamOf(JsonElement body)
    {
        var authorization = Member(body, "authorizations") is { ValueKind: JsonValueKind.Array } all ? all.EnumerateArray().FirstOrDefault() : default;
        return Text(authorization, "team_id") is { Length: > 0 } team ? team : Text(body, "team_id") is { Length: > 0 } top ? top : null;
    }

    private static JsonElement Member(JsonElement parent, string name) => parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var member) ? member : default;

    private static string? Text(JsonElement parent, string name) => Member(parent, name) switch
    {
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        { ValueKind: JsonValueKind.Number } number => number.GetRawText().ToString(CultureInfo.InvariantCulture),
        _ => null,
    };

    private static bool Flag(JsonElement parent, string name) => Member(parent, name).ValueKind == JsonValueKind.True;
}
