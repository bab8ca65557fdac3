using System.Text.Json;

namespace Dialog.Bot.Channels.Teams;

/// <summary>The members of a Bot Framework activity that are looked at. Anything else is let be.</summary>
internal sealed record Activity
{
    public required string Type { get; init; }

    public required string ChannelId { get; init; }

    public required string ConversationId { get; init; }

    public required string FromId { get; init; }

    public string? Id { get; init; }

    public string? Name { get; init; }

    public string? Action { get; init; }

    public string? Text { get; init; }

    public string? TextFormat { get; init; }

    public string? ServiceUrl { get; init; }

    public string? ReplyToId { get; init; }

    public string? ConversationType { get; init; }

    public string? AadObjectId { get; init; }

    public string? FromName { get; init; }

    public string? RecipientId { get; init; }

    public string? Locale { get; init; }

    public string? TimeZone { get; init; }

    public string? EventType { get; init; }

    /// <summary>The tenant of the conversation, and the one of the channel data; where both are given they must agree.</summary>
    public string? ConversationTenant { get; init; }

    public string? ChannelTenant { get; init; }

    public string? Tenant => ConversationTenant ?? ChannelTenant;

    /// <summary>When it happened, as the sender wrote it: the same in every repetition, another for the next edit.</summary>
    public string? Timestamp { get; init; }

    /// <summary>Accounts that joined or left the conversation.</summary>
    public IReadOnlyList<string> MembersAdded { get; init; } = [];

    public IReadOnlyList<string> MembersRemoved { get; init; } = [];

    public JsonElement Value { get; init; }

    public JsonElement Attachments { get; init; }

    public JsonElement Entities { get; init; }

    /// <summary>The conversation is said to have many members; where its type is told, that counts.</summary>
    public bool IsGroup { get; init; }

    public bool IsPersonal => ConversationType is "personal" || ConversationType is null && !IsGroup;

    /// <summary>The message names the bot. What counts is Teams' own list of mentions, never the text, which anybody can write.</summary>
    public bool MentionsBot => Mentions.Any(mention => String(Member(mention, "mentioned"), "id") is { } id && id == RecipientId);

    public IEnumerable<JsonElement> Mentions => OfType(Entities, "mention");

    /// <summary>Null when something is missing without which an activity cannot be handled.</summary>
    public static Activity? Read(JsonElement json)
    {
        var conversation = Member(json, "conversation");
        var from = Member(json, "from");
        var data = Member(json, "channelData");
        var activity = new Activity
        {
            Type = String(json, "type") ?? "",
            ChannelId = String(json, "channelId") ?? "",
            ConversationId = String(conversation, "id") ?? "",
            FromId = String(from, "id") ?? "",
            Id = String(json, "id"),
            Name = String(json, "name"),
            Action = String(json, "action"),
            Text = String(json, "text"),
            TextFormat = String(json, "textFormat"),
            ServiceUrl = String(json, "serviceUrl"),
            ReplyToId = String(json, "replyToId"),
            ConversationType = String(conversation, "conversationType"),
            IsGroup = Member(conversation, "isGroup").ValueKind == JsonValueKind.True,
            AadObjectId = EntraId(from, "aadObjectId"),
            FromName = String(from, "name"),
            RecipientId = String(Member(json, "recipient"), "id"),
            Locale = String(json, "locale"),
            TimeZone = String(json, "localTimezone") ?? OfType(Member(json, "entities"), "clientInfo").Select(client => String(client, "timezone")).FirstOrDefault(zone => zone is not null),
            EventType = String(data, "eventType"),
            ConversationTenant = EntraId(conversation, "tenantId"),
            ChannelTenant = EntraId(Member(data, "tenant"), "id"),
            Timestamp = String(json, "timestamp"),
            MembersAdded = Ids(Member(json, "membersAdded")),
            MembersRemoved = Ids(Member(json, "membersRemoved")),
            Value = Member(json, "value"),
            Attachments = Member(json, "attachments"),
            Entities = Member(json, "entities"),
        };
        var complete = activity.Type.Length > 0 && activity.ChannelId.Length > 0 && activity.ConversationId.Length > 0 && activity.FromId.Length > 0
            && !(activity.Type is "invoke" or "event" && string.IsNullOrEmpty(activity.Name));
        return complete ? activity : null;
    }

    /// <summary>A tenant's or a person's id in Entra ID as it is compared: its case says nothing.</summary>
    public static string Canonical(string id) => Guid.TryParse(id, out _) ? id.ToLowerInvariant() : id;

    private static string? EntraId(JsonElement parent, string name) => String(parent, name) is { } id ? Canonical(id) : null;

    private static IEnumerable<JsonElement> OfType(JsonElement entities, string type) =>
        entities.ValueKind == JsonValueKind.Array ? entities.EnumerateArray().Where(entity => String(entity, "type") == type) : [];

    private static List<string> Ids(JsonElement accounts) =>
        accounts.ValueKind == JsonValueKind.Array ? [.. accounts.EnumerateArray().Select(account => String(account, "id")).OfType<string>()] : [];

    public static JsonElement Member(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var member) ? member : default;

    public static string? String(JsonElement parent, string name) => Member(parent, name) is { ValueKind: JsonValueKind.String } text && text.GetString() is { Length: > 0 } value ? value : null;
}
