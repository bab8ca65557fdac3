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
    /// <param name="body">The payload.</param>
    /// <param name="names">What those it mentions are called.</param>
    /// <param name="now">When it came.</param>
    public static SlackReading Event(JsonElement body, SlackNames names, DateTimeOffset now)
    {
        var inner = SlackJson.Member(body, "event");
        if (inner.ValueKind != JsonValueKind.Object)
        {
            return SlackReading.Ignore("no inner event");
        }

        var user = SlackJson.Text(inner, "user");
        if (SlackSender.OfEvent(body, user) is not { } sender)
        {
            return SlackReading.Ignore("no workspace");
        }

        return SlackJson.Text(inner, "type") switch
        {
            "message" or "app_mention" when IsOutsider(body, inner) => Outsider(inner, sender, now),
            "message" when IsDirect(inner) => Message(inner, sender, names, now, isShared: SlackJson.Flag(body, "is_ext_shared_channel")),
            "message" or "app_mention" => Mention(inner, sender, names, now),
            "app_home_opened" when sender.User.Length > 0 => Home(body, inner, sender, now),
            var type => SlackReading.Ignore($"event {type}"),
        };
    }

    /// <summary>What was written, as Slack sent it: in an edit, the new text.</summary>
    public static string Text(JsonElement body)
    {
        var inner = SlackJson.Member(body, "event");
        return SlackJson.Text(inner, "text") ?? SlackJson.Text(SlackJson.Member(inner, "message"), "text") ?? "";
    }

    /// <summary>A button of a message in a direct conversation.</summary>
    public static SlackReading Click(JsonElement payload, JsonElement action, SlackSender sender, DateTimeOffset now)
    {
        var container = SlackJson.Member(payload, "container");
        var (channel, message) = (SlackJson.Text(container, "channel_id"), SlackJson.Text(container, "message_ts"));
        var (id, value) = (SlackJson.Text(action, "action_id"), SlackJson.Text(action, "value") ?? "");
        return channel is not ['D', ..]
            ? SlackReading.Ignore("a button outside a direct message")
            : SlackReading.Of(new Arrival(
                sender.Address,
                RoomOf(channel, container, message),
                new Incoming.Chose(value) { Key = $"slack:click:{sender.Workspace}:{channel}:{message}:{id}:{ChoiceValue.PressOf(value, now)}:{sender.User}", At = now }));
    }

    private static SlackReading Home(JsonElement body, JsonElement inner, SlackSender sender, DateTimeOffset now)
    {
        var room = new Room(SlackJson.Text(inner, "channel"));
        return SlackJson.Text(inner, "tab") == "messages"
            ? SlackReading.Of(new Arrival(sender.Address, room, new Incoming.Arrived { Key = sender.Address.ArrivedKey(), At = now }))
            : SlackReading.Of(new Arrival(sender.Address, room, new Incoming.HomeOpened { Key = $"slack:home:{sender.Workspace}:{sender.User}:{SlackJson.Text(body, "event_id")}", At = now }));
    }

    private static SlackReading Message(JsonElement inner, SlackSender sender, SlackNames names, DateTimeOffset now, bool isShared) => SlackJson.Text(inner, "subtype") switch
    {
        var subtype when IsSaid(subtype) => Said(inner, SlackJson.Text(inner, "channel") ?? "", sender, names, now),
        "message_changed" => Changed(inner, sender, names, now, isShared),
        "message_deleted" => Deleted(inner, SlackJson.Text(inner, "deleted_ts") ?? "", sender, now),
        var subtype => SlackReading.Ignore($"message {subtype}"),
    };

    private static bool IsSaid(string? subtype) => subtype is null or "" or "file_share" or "thread_broadcast" or "me_message";

    private static SlackReading Said(JsonElement message, string channel, SlackSender sender, SlackNames names, DateTimeOffset now, DateTimeOffset? editedAt = null)
    {
        if (!IsPerson(message, sender))
        {
            return SlackReading.Ignore("not from a person");
        }

        var ts = SlackJson.Text(message, "ts") ?? "";
        return SlackReading.Of(new Arrival(
            sender.Address,
            RoomOf(channel, message, ts),
            new Incoming.Said(SlackText.Of(message, names, sender.BotUsers), $"{channel}:{ts}") { Key = Key(sender, channel, ts), At = now, Attachments = SlackJson.Items(message, "files").Count(), EditedAt = editedAt ?? Instant(SlackJson.Text(SlackJson.Member(message, "edited"), "ts")) })
        {
            InboxKey = InboxKey(sender, channel, ts),
        });
    }

    /// <summary>The direct message, or the thread of it that something was written in: replies are wanted there. What a thread hangs on stands outside it.</summary>
    private static Room RoomOf(string channel, JsonElement message, string? ts) =>
        new(SlackJson.Text(message, "thread_ts") is { Length: > 0 } thread && thread != ts ? $"{channel}:{thread}" : channel);

    /// <summary>A person's edit. A link preview arrives as the same kind with the text unchanged; a deleted message with a thread, as a stone in its place.</summary>
    private static SlackReading Changed(JsonElement inner, SlackSender sender, SlackNames names, DateTimeOffset now, bool isShared)
    {
        var (message, previous) = (SlackJson.Member(inner, "message"), SlackJson.Member(inner, "previous_message"));
        if (SlackJson.Text(message, "subtype") == "tombstone")
        {
            return Deleted(inner, SlackJson.Text(message, "ts") ?? "", sender, now);
        }

        sender = sender with { User = SlackJson.Text(message, "user") ?? "" };
        if (!IsPerson(message, sender) || SlackJson.Text(message, "text") == SlackJson.Text(previous, "text"))
        {
            return SlackReading.Ignore("no change by a person");
        }

        var (channel, ts) = (SlackJson.Text(inner, "channel")!, SlackJson.Text(message, "ts") ?? "");
        // Slack tells whole seconds of the edit; the event's own instant tells two within a second apart.
        var edited = SlackJson.Text(SlackJson.Member(message, "edited"), "ts");
        var when = SlackJson.Text(inner, "ts") ?? SlackJson.Text(inner, "event_ts") ?? edited;
        return SlackReading.Of(new Arrival(
            sender.Address,
            RoomOf(channel, message, ts),
            new Incoming.Edited(SlackText.Of(message, names, sender.BotUsers), $"{channel}:{ts}") { Key = $"slack:{sender.Workspace}:{channel}:{ts}:edit:{edited}:{when}", At = now, MadeAt = Instant(when) })
        {
            Unheard = IsJustNow(ts, now) && !isShared && IsSaid(SlackJson.Text(message, "subtype")) ? Said(message, channel, sender, names, now, Instant(when)).Arrival : null,
        });
    }

    private static SlackReading Deleted(JsonElement inner, string ts, SlackSender sender, DateTimeOffset now)
    {
        var previous = SlackJson.Member(inner, "previous_message");
        sender = sender with { User = SlackJson.Text(previous, "user") ?? "" };
        if (!IsPerson(previous, sender))
        {
            return SlackReading.Ignore("no deletion by a person");
        }

        var channel = SlackJson.Text(inner, "channel") ?? "";
        return SlackReading.Of(new Arrival(sender.Address, RoomOf(channel, previous, ts), new Incoming.Deleted($"{channel}:{ts}") { Key = $"slack:{sender.Workspace}:{channel}:{ts}:deleted", At = now, MadeAt = Instant(SlackJson.Text(inner, "ts") ?? SlackJson.Text(inner, "event_ts")) })
        {
            NotToHear = IsJustNow(ts, now) ? InboxKey(sender, channel, ts) : null,
        });
    }

    /// <summary>Seconds since 1970 with microseconds behind the point, as Slack writes instants; null for anything else.</summary>
    private static DateTimeOffset? Instant(string? ts) =>
        decimal.TryParse(ts, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? DateTimeOffset.UnixEpoch.AddTicks((long)(seconds * TimeSpan.TicksPerSecond))
            : null;

    private static bool IsJustNow(string ts, DateTimeOffset now) =>
        double.TryParse(ts, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && Early.MayCome(seconds, now);

    /// <summary>In a channel the bot is spoken to by name, or not at all.</summary>
    private static SlackReading Mention(JsonElement inner, SlackSender sender, SlackNames names, DateTimeOffset now)
    {
        var text = SlackJson.Text(inner, "text") ?? "";
        if (SlackJson.Text(inner, "subtype") is { Length: > 0 } subtype and not ("file_share" or "thread_broadcast"))
        {
            return SlackReading.Ignore($"message {subtype} in a channel");
        }

        if (!IsPerson(inner, sender) || !sender.BotUsers.Any(bot => text.Contains($"<@{bot}", StringComparison.Ordinal)))
        {
            return SlackReading.Ignore("not said to the bot");
        }

        var (channel, ts) = Place(inner, "ts");
        var thread = SlackJson.Text(inner, "thread_ts") is { Length: > 0 } parent ? parent : ts;
        return SlackReading.Of(new Arrival(
            sender.Address,
            new Room(null),
            new Incoming.Mentioned(SlackText.Read(SlackText.WithoutMentions(text, sender.BotUsers), names).Trim(), $"{channel}:{thread}") { Key = Key(sender, channel, ts), At = now })
        {
            InboxKey = InboxKey(sender, channel, ts),
            OutsideThreads = true,
        });
    }

    /// <summary>Somebody from another organisation (Slack Connect) in a direct message is told once whom the bot is for.</summary>
    private static SlackReading Outsider(JsonElement inner, SlackSender sender, DateTimeOffset now) =>
        IsDirect(inner) && IsPerson(inner, sender) && string.IsNullOrEmpty(SlackJson.Text(inner, "subtype"))
            ? SlackReading.Of(new Arrival(sender.Address, new Room(SlackJson.Text(inner, "channel")), new Incoming.Outsider { Key = $"slack:outsider:{sender.Workspace}:{sender.User}", At = now }) { Roles = "" })
            : SlackReading.Ignore("somebody from another organisation");

    /// <summary>Of an edit or a deletion it is the message that tells who wrote it.</summary>
    private static bool IsOutsider(JsonElement body, JsonElement inner) =>
        SlackJson.Flag(body, "is_ext_shared_channel")
        && new[] { inner, SlackJson.Member(inner, "message"), SlackJson.Member(inner, "previous_message") }.Select(part => SlackJson.Text(part, "user_team")).FirstOrDefault(team => team is { Length: > 0 }) is { } theirs
        && theirs != Ours(body);

    /// <summary>The workspace the bot is installed in. In a channel shared with others the event's own <c>team_id</c> may be theirs.</summary>
    private static string? Ours(JsonElement body) =>
        SlackJson.Items(body, "authorizations").Select(authorization => SlackJson.Text(authorization, "team_id")).Append(SlackJson.Text(body, "context_team_id")).FirstOrDefault(team => team is { Length: > 0 })
        ?? SlackJson.Text(body, "team_id");

    private static bool IsDirect(JsonElement inner) => SlackJson.Text(inner, "channel_type") == "im" && SlackJson.Text(inner, "channel") is ['D', ..];

    /// <summary>
    /// Of a message. The instant stands first: what is said at the same time then stands together in the store's indexes, instead of each on a page of its own.
    /// </summary>
    private static string Key(SlackSender sender, string channel, string ts) => $"slack:{ts}:{sender.Workspace}:{channel}";

    private static string InboxKey(SlackSender sender, string channel, string ts) => $"slack:{sender.Workspace}:{channel}:{ts}";

    private static (string Channel, string Ts) Place(JsonElement inner, string ts) => (SlackJson.Text(inner, "channel") ?? "", SlackJson.Text(inner, ts) ?? "");

    /// <summary>Not the bot itself (its posts come back without subtype), another bot, or Slack's own notices.</summary>
    private static bool IsPerson(JsonElement message, SlackSender sender) =>
        sender.User is ['U' or 'W', ..] && sender.User is not ("USLACK" or "USLACKBOT") && string.IsNullOrEmpty(SlackJson.Text(message, "bot_id")) && !sender.BotUsers.Contains(sender.User);
}
