using System.Globalization;
using Dialog.Bot.Turns;
using Dialog.Core.Interviews;
using Dialog.Core.Questions;

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
            return activity is { Type: "message", MentionsBot: true, Id: { } called }
                ? Of(activity, new Incoming.Mentioned(TeamsText.Read(activity), new TeamsPlace(activity.ConversationId, TeamsRoom.Of(activity)).Write()) { Key = Key(activity, called), At = now }, InboxKey(activity, called))
                : TeamsReading.Ignore($"{activity.Type} in a {activity.ConversationType}");
        }

        return activity.Type switch
        {
            "message" => Message(activity, now),
            "messageUpdate" when activity.EventType is "editMessage" or "undeleteMessage" or null && activity.Id is { } id =>
                new TeamsReading(Arrive(activity, new Incoming.Edited(TeamsText.Read(activity), id) { Key = $"{Prefix(activity)}:{id}:edit:{Version(activity)}", At = now, MadeAt = MadeAt(activity) }) with { Unheard = IsJustNow(id, now) ? Said(activity, id, now) : null }, null),
            "messageDelete" when activity.Id is { } id =>
                new TeamsReading(Arrive(activity, new Incoming.Deleted(id) { Key = $"{Prefix(activity)}:{id}:deleted:{Version(activity)}", At = now, MadeAt = MadeAt(activity) }) with { NotToHear = IsJustNow(id, now) ? InboxKey(activity, id) : null }, null),
            "installationUpdate" when activity.Action is "add" or "add-upgrade" or null => Arrived(activity, now),
            "conversationUpdate" when activity.MembersAdded.Count > 0 => Arrived(activity, now),
            _ => TeamsReading.Ignore($"{activity.Type} {activity.EventType ?? activity.Action ?? activity.Name}".TrimEnd()),
        };
    }

    /// <summary>An answer rewritten in the dialog. A repetition finds the text as it already is.</summary>
    public static Arrival Rewrote(Activity activity, string assignmentId, Slot slot, string text, DateTimeOffset now) =>
        Arrive(activity, new Incoming.Rewritten(assignmentId, slot, text) { Key = $"{Prefix(activity)}:rewrite:{activity.Id ?? Version(activity)}", At = now });

    /// <summary>The reason for changes from the dialog. A repetition finds the drafts settled.</summary>
    public static Arrival WantedChanges(Activity activity, string choice, string reason, DateTimeOffset now) =>
        Arrive(activity, new Incoming.ChangesWanted(choice, reason) { Key = $"{Prefix(activity)}:changes:{choice}:{activity.Id ?? Version(activity)}", At = now });

    /// <summary>The person took the app away: nothing can be sent to them. An upgrade takes it away and adds it again.</summary>
    public static bool IsGoodbye(Activity activity) => activity.IsPersonal
        && (activity is { Type: "installationUpdate", Action: "remove" } || activity.Type == "conversationUpdate" && activity.RecipientId is { } bot && activity.MembersRemoved.Contains(bot));

    /// <summary>
    /// A press of a button of ours: by an invoke, or by the message that older clients send. A repeated invoke comes with another id,
    /// so a press is known by the message, the choice and the person.
    /// </summary>
    public static Arrival Chose(Activity activity, string choice, DateTimeOffset now) =>
        Arrive(activity, new Incoming.Chose(choice) { Key = $"{Prefix(activity)}:choice:{activity.ReplyToId}:{ChoiceValue.PressOf(choice, now)}:{activity.AadObjectId ?? activity.FromId}", At = now });

    private static TeamsReading Message(Activity activity, DateTimeOffset now)
    {
        if (Activity.String(activity.Value, "choice") is { } choice)
        {
            return new TeamsReading(Chose(activity, choice, now), null);
        }

        return activity.Id is { } id
            ? new TeamsReading(Said(activity, id, now), null)
            : TeamsReading.Ignore("a message without id");
    }

    private static Arrival Said(Activity activity, string id, DateTimeOffset now) =>
        Arrive(activity, new Incoming.Said(TeamsText.Read(activity), id) { Key = Key(activity, id), At = now, Attachments = TeamsText.Attachments(activity) }) with { InboxKey = InboxKey(activity, id) };

    /// <summary>The id of a message that was typed is the instant, in milliseconds.</summary>
    private static bool IsJustNow(string id, DateTimeOffset now) =>
        long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds) && Early.MayCome(milliseconds / 1000.0, now);

    /// <summary>Installation and the first conversation update tell the same; the talk greets once.</summary>
    private static TeamsReading Arrived(Activity activity, DateTimeOffset now) =>
        Of(activity, new Incoming.Arrived { Key = $"{Prefix(activity)}:arrived:{activity.Id ?? Version(activity)}", At = now });

    private static TeamsReading Of(Activity activity, Incoming what, string? inboxKey = null) => new(Arrive(activity, what) with { InboxKey = inboxKey }, null);

    private static Arrival Arrive(Activity activity, Incoming what) =>
        new(AddressOf(activity), new Room(activity.IsPersonal ? activity.ConversationId : null, TeamsRoom.Of(activity).Write()), what)
        {
            Name = activity.FromName,
            Locale = activity.Locale,
            TimeZone = activity.TimeZone,
        };

    /// <summary>Whose activity it is.</summary>
    public static Address AddressOf(Activity activity) => new(Address.Teams, activity.Tenant ?? Local, activity.AadObjectId ?? activity.FromId);

    /// <summary>Of a message. Its id is the instant in milliseconds: what is said at the same time then stands together in the store's indexes, instead of each on a page of its own.</summary>
    private static string Key(Activity activity, string id) => $"teams:{id}:{activity.Tenant}:{activity.ConversationId}";

    private static string InboxKey(Activity activity, string id) => $"{Prefix(activity)}:{id}";

    private static string Prefix(Activity activity) => $"teams:{activity.Tenant}:{activity.ConversationId}";

    /// <summary>When it happened, as Teams tells it.</summary>
    public static DateTimeOffset? MadeAt(Activity activity) =>
        DateTimeOffset.TryParse(activity.Timestamp, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? instant.ToUniversalTime() : null;

    /// <summary>Edits and deletions repeat the message's id; what tells two of them apart is when they were made, else the new text.</summary>
    private static string Version(Activity activity) =>
        activity.Timestamp ?? Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(activity.Text ?? "")).AsSpan(0, 8));
}
