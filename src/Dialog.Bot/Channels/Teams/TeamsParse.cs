using System.Text.Json;
using Dialog.Bot.Turns;
using Dialog.Core.Interviews;

namespace Dialog.Bot.Channels.Teams;

/// <summary>What Teams sent, read: something for the conversation, or the reason why not.</summary>
internal sealed record TeamsReading(Arrival? Arrival, string? Ignored)
{
    public static TeamsReading Ignore(string reason) => new(null, reason);
}

/// <summary>Reads activities into what can happen to a conversation.</summary>
internal static class TeamsParse
{
    /// <summary>The tenant of the local playground, which names none.</summary>
    private const string Local = "local";

    public static TeamsReading Read(Activity activity, DateTimeOffset now)
    {
        if (!activity.IsPersonal)
        {
            return TeamsReading.Ignore($"{activity.Type} outside a personal chat");
        }

        return activity.Type switch
        {
            "message" => Message(activity, now),
            "messageUpdate" when activity.EventType is "editMessage" or "undeleteMessage" or null && activity.Id is { } id =>
                Of(activity, new Incoming.Edited(TeamsText.Read(activity), id) { Key = $"{Prefix(activity)}:{id}:edit:{StableTail(activity)}", At = now }),
            "messageDelete" when activity.Id is { } id =>
                Of(activity, new Incoming.Deleted(id) { Key = $"{Prefix(activity)}:{id}:deleted", At = now }),
            "installationUpdate" when activity.Action is "add" or "add-upgrade" or null => Arrived(activity, now),
            "conversationUpdate" when activity.AddsMembers => Arrived(activity, now),
            "invoke" when activity.Name == "adaptiveCard/action" => Card(activity, now),
            _ => TeamsReading.Ignore($"activity {activity.Type} {activity.Name}"),
        };
    }

    private static TeamsReading Message(Activity activity, DateTimeOffset now)
    {
        if (Activity.String(activity.Value, "choice") is { } choice)
        {
            return Chose(activity, choice, activity.ReplyToId ?? activity.Id, now);
        }

        return activity.Id is { } id
            ? Of(activity, new Incoming.Said(TeamsText.Read(activity), id) { Key = $"{Prefix(activity)}:{id}", At = now })
            : TeamsReading.Ignore("a message without id");
    }

    private static TeamsReading Card(Activity activity, DateTimeOffset now) =>
        Activity.Member(activity.Value, "action") is { ValueKind: JsonValueKind.Object } action
        && Activity.String(action, "type") == "Action.Execute"
        && Activity.String(Activity.Member(action, "data"), "choice") is { } choice
            ? Chose(activity, choice, activity.ReplyToId, now)
            : Chose(activity, "unreadable", activity.ReplyToId ?? activity.Id, now);

    /// <summary>A repeated invoke comes with another id, so a press is known by the message, the choice and the person.</summary>
    private static TeamsReading Chose(Activity activity, string choice, string? message, DateTimeOffset now) =>
        Of(activity, new Incoming.Chose(choice) { Key = $"{Prefix(activity)}:choice:{message}:{choice}:{activity.AadObjectId ?? activity.FromId}", At = now });

    /// <summary>Installation and the first conversation update tell the same: one greeting.</summary>
    private static TeamsReading Arrived(Activity activity, DateTimeOffset now) =>
        Of(activity, new Incoming.Arrived { Key = $"teams:arrived:{activity.Tenant}:{activity.ConversationId}", At = now });

    private static TeamsReading Of(Activity activity, Incoming what) => new(
        new Arrival(
            new Address(Address.Teams, activity.Tenant ?? Local, activity.AadObjectId ?? activity.FromId),
            new Room(activity.ConversationId, TeamsRoom.Of(activity).Write()),
            what)
        {
            Name = activity.FromName,
            Locale = activity.Locale,
            TimeZone = activity.TimeZone,
        },
        null);

    private static string Prefix(Activity activity) => $"teams:{activity.Tenant}:{activity.ConversationId}";

    /// <summary>An edit repeats the message's id; what tells two edits apart is the new text.</summary>
    private static string StableTail(Activity activity) =>
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(activity.Text ?? "")).AsSpan(0, 8));
}
