using System.Text.Json.Nodes;
using Dialog.Bot.Turns;
using Dialog.Core.Assignments;
using Dialog.Core.Interviews;
using Dialog.Core.Reading;
using Dialog.Core.Texts;

namespace Dialog.Bot.Channels.Teams;

/// <summary>The action on a message of anybody, "Lägg till som reaktion": a reader's words about a finished talk are kept.</summary>
internal sealed class TeamsReactions(Glances glances, Guests guests, ReaderBook readers, Organisation organisation)
{
    /// <summary>The action's id in the manifest.</summary>
    public const string Command = "reaction.add";

    /// <summary>Topics offered to choose from.</summary>
    private const int MostTopics = 50;

    /// <summary>The longest of a reader's words.</summary>
    private const int MostText = 3000;

    public async Task<JsonObject> FetchAsync(Activity activity, CancellationToken cancellationToken)
    {
        var message = Activity.Member(activity.Value, "messagePayload");
        var words = TeamsText.ReadHtml(Activity.String(Activity.Member(message, "body"), "content") ?? "");
        return await AskAsync(activity, words, Activity.String(message, "id"), problem: null, cancellationToken);
    }

    /// <summary>Stores the words, once for a message and a talk. An empty answer closes the dialog.</summary>
    public async Task<JsonObject> SubmitAsync(Activity activity, CancellationToken cancellationToken)
    {
        var data = Activity.Member(activity.Value, "data");
        var (topic, text, message) = (Activity.String(data, "topic") ?? "", Activity.String(data, "text")?.Trim() ?? "", Activity.String(data, "message") ?? activity.Id);
        var glance = await FindAsync(activity, cancellationToken);
        var texts = Texts(glance, activity);
        if (text.Length is 0 or > MostText)
        {
            return await AskAsync(activity, text, message, text.Length == 0 ? texts.Empty : texts.TooLong(MostText), cancellationToken);
        }

        var topics = glance is null ? [] : await glances.FinishedAsync(glance, MostTopics, cancellationToken);
        var reaction = new Reaction($"teams-{activity.Tenant}-{activity.AadObjectId}-{message}-{topic}", Clean.Text(text), Activity.String(data, "source")?.Trim(), Url: null);
        return topics.Any(other => other.Id == topic) && await readers.AddAsync(topic, reaction, Asking.InTalk, CancellationToken.None) is not null ? [] : TeamsDialogs.Message(texts.Gone);
    }

    private async Task<JsonObject> AskAsync(Activity activity, string words, string? message, string? problem, CancellationToken cancellationToken)
    {
        var glance = await FindAsync(activity, cancellationToken);
        var texts = Texts(glance, activity);
        if (await guests.IsGuestAsync(TeamsParse.AddressOf(activity), cancellationToken))
        {
            return TeamsDialogs.Message(texts.Outsider(organisation.Name));
        }

        var topics = glance is null ? [] : await glances.FinishedAsync(glance, MostTopics, cancellationToken);
        if (topics.Count == 0)
        {
            return TeamsDialogs.Message(texts.NothingToReactTo);
        }

        var choose = new JsonObject
        {
            ["type"] = "Input.ChoiceSet",
            ["id"] = "topic",
            ["label"] = texts.ReactionTo,
            ["isRequired"] = true,
            ["errorMessage"] = texts.Empty,
            ["value"] = topics[0].Id,
            ["choices"] = new JsonArray([.. topics.Select(topic => new JsonObject { ["title"] = topic.Person is null ? topic.Topic : $"{topic.Person}: {topic.Topic}", ["value"] = topic.Id })]),
        };
        var source = new JsonObject { ["type"] = "Input.Text", ["id"] = "source", ["label"] = texts.ReactionSource, ["value"] = "Teams", ["maxLength"] = 100 };
        return TeamsDialogs.Continue(
            Language(glance, activity), texts.AddReaction, texts.Save,
            new JsonArray([choose, TeamsDialogs.Field("text", texts.ReactionText, words, MostText, texts.Empty), source, .. problem is null ? Array.Empty<JsonNode>() : [TeamsRender.Text(problem)]]),
            new JsonObject { ["message"] = message });
    }

    private Task<Glance?> FindAsync(Activity activity, CancellationToken cancellationToken) => glances.FindAsync(TeamsParse.AddressOf(activity), cancellationToken);

    private SurfaceTexts Texts(Glance? glance, Activity activity) => SurfaceTexts.For(Language(glance, activity));

    private string Language(Glance? glance, Activity activity) => glance?.Language ?? TeamsText.Language(activity.Locale, organisation);
}
