using System.Text.Json.Nodes;
using Dialog.Bot.Turns;
using Dialog.Core.Texts;

namespace Dialog.Bot.Channels.Teams;

/// <summary>The dialog in which a person rewrites an answer. It carries an id along, looked up again when it is sent in: only one's own answer opens.</summary>
internal sealed class TeamsDialogs(TurnRunner turns, Glances glances, OrganisationShelf organisations, TimeProvider time)
{
    /// <summary>The name of the dialog's data: <c>assignment|slot</c>.</summary>
    public const string Which = "which";

    /// <summary>As long as an answer may be in one message.</summary>
    private const int MostText = 10_000;

    /// <summary>The dialog, or a word that there is nothing to change any more, or that the answer does not fit into it.</summary>
    public async Task<JsonObject> FetchAsync(Activity activity, CancellationToken cancellationToken)
    {
        var glance = await glances.FindAsync(TeamsParse.AddressOf(activity), cancellationToken);
        var language = glance?.Language ?? TeamsText.Language(activity.Locale, organisations.Now);
        var texts = SurfaceTexts.For(language);
        return Find(glance, activity) is not { } found ? Message(texts.Gone)
            : found.Answer.Text.Length > MostText ? Message(texts.TooLongToEdit)
            : Continue(language, found.Item, found.Answer, found.Answer.Text, null);
    }

    /// <summary>Commits the new text. Null closes the dialog; the chat says the rest.</summary>
    public async Task<JsonObject?> SubmitAsync(Activity activity, CancellationToken cancellationToken)
    {
        var glance = await glances.FindAsync(TeamsParse.AddressOf(activity), cancellationToken);
        var language = glance?.Language ?? TeamsText.Language(activity.Locale, organisations.Now);
        var texts = SurfaceTexts.For(language);
        if (Find(glance, activity) is not { } found)
        {
            return Message(texts.Gone);
        }

        var text = Activity.String(Activity.Member(activity.Value, "data"), "text")?.Trim() ?? "";
        if (text.Length is 0 or > MostText)
        {
            return Continue(language, found.Item, found.Answer, text.Length == 0 ? found.Answer.Text : text, text.Length == 0 ? texts.Empty : texts.TooLong(MostText));
        }

        await turns.TakeAsync(TeamsParse.Rewrote(activity, found.Item.Id, found.Answer.Slot, text, time.GetUtcNow()), CancellationToken.None);
        return null;
    }

    private static (GlanceItem Item, GlanceAnswer Answer)? Find(Glance? glance, Activity activity) =>
        Activity.String(Activity.Member(activity.Value, "data"), Which)?.Split('|') is [var id, var slot]
        && glance?.Items.FirstOrDefault(item => item.Id == id) is { } found
        && found.Answers.Find(answer => answer.Slot.ToString() == slot) is { } answer
            ? (found, answer)
            : null;

    private static JsonObject Continue(string language, GlanceItem item, GlanceAnswer answer, string text, string? problem)
    {
        var texts = SurfaceTexts.For(language);
        var body = new JsonArray(
            TeamsRender.Text($"{answer.Label} · {item.Topic}", bold: true),
            Field("text", texts.YourText, text, MostText, texts.Empty),
            TeamsRender.Text(problem ?? texts.YourTextHint));
        return Continue(language, texts.EditAnswer, texts.Save, body, new JsonObject { [Which] = $"{item.Id}|{answer.Slot}" });
    }

    /// <summary>A place for several lines that must not stay empty.</summary>
    public static JsonObject Field(string id, string label, string text, int most, string empty) => new()
    {
        ["type"] = "Input.Text",
        ["id"] = id,
        ["label"] = label,
        ["isMultiline"] = true,
        ["isRequired"] = true,
        ["errorMessage"] = empty,
        ["maxLength"] = most,
        ["value"] = text.Length > most ? text[..most] : text,
    };

    /// <summary>A dialog with its one button; the data comes back with what was typed.</summary>
    public static JsonObject Continue(string language, string title, string save, JsonArray body, JsonObject data)
    {
        var card = new JsonObject
        {
            ["type"] = "AdaptiveCard",
            ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
            ["version"] = "1.5",
            ["lang"] = language,
            ["body"] = body,
            ["actions"] = new JsonArray(new JsonObject { ["type"] = "Action.Submit", ["title"] = save, ["data"] = data }),
        };
        return Task("continue", new JsonObject
        {
            ["title"] = title,
            ["width"] = "medium",
            ["height"] = "medium",
            ["card"] = new JsonObject { ["contentType"] = TeamsRender.CardType, ["content"] = card },
        });
    }

    /// <summary>A word in the dialog's place.</summary>
    public static JsonObject Message(string text) => Task("message", JsonValue.Create(text));

    private static JsonObject Task(string type, JsonNode value) => new() { ["task"] = new JsonObject { ["type"] = type, ["value"] = value } };
}
