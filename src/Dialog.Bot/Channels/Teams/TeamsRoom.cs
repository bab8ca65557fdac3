using System.Text.Json;

namespace Dialog.Bot.Channels.Teams;

/// <summary>What is needed to reach a conversation again; kept as the room's data.</summary>
/// <param name="ServiceUrl">The connector that serves it; may change with every activity.</param>
/// <param name="BotId">The bot's account.</param>
/// <param name="UserId">The person's account for this bot (29:…).</param>
/// <param name="TenantId">The tenant.</param>
internal sealed record TeamsRoom(string ServiceUrl, string? BotId, string UserId, string? TenantId)
{
    public static TeamsRoom Of(Activity activity) => new(activity.ServiceUrl ?? "", activity.RecipientId, activity.FromId, activity.Tenant);

    public static TeamsRoom? Read(string? data) => data is null ? null : JsonSerializer.Deserialize<TeamsRoom>(data, JsonSerializerOptions.Web);

    public string Write() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);
}

/// <summary>A group or a thread of a channel where the bot was called; kept as the place of what is said there.</summary>
/// <param name="Conversation">The conversation's id; in a channel with the thread's root.</param>
/// <param name="Room">How to reach it, and who called.</param>
internal sealed record TeamsPlace(string Conversation, TeamsRoom Room)
{
    public static TeamsPlace Read(string place) => JsonSerializer.Deserialize<TeamsPlace>(place, JsonSerializerOptions.Web) ?? throw new JsonException("A place is null.");

    public string Write() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);
}
