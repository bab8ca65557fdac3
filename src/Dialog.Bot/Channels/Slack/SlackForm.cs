using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dialog.Core.Texts;

namespace Dialog.Bot.Channels.Slack;

/// <summary>A form that was sent in: its fields, and what is wrong with them. Nothing in it is trusted.</summary>
internal sealed class SlackForm(JsonElement view, SurfaceTexts texts)
{
    private readonly JsonObject errors = [];

    /// <summary>What Slack shows beside the fields; null when all is well.</summary>
    public JsonNode? Errors => errors.Count == 0 ? null : new JsonObject { ["response_action"] = "errors", ["errors"] = errors.DeepClone() };

    public void Wrong(string field, Func<SurfaceTexts, string> say) => errors[field] = say(texts);

    /// <summary>A text that must be there.</summary>
    public string Text(string field, int most)
    {
        var text = (SlackJson.Text(Value(field), "value") ?? "").Trim();
        if (text.Length == 0)
        {
            Wrong(field, t => t.Empty);
        }
        else if (text.Length > most)
        {
            Wrong(field, t => t.TooLong(most));
        }

        return text;
    }

    public string? OptionalText(string field) => SlackJson.Text(Value(field), "value")?.Trim() is { Length: > 0 } text ? text : null;

    /// <summary>A member of the workspace.</summary>
    public string User(string field)
    {
        var user = SlackJson.Text(Value(field), "selected_user") ?? "";
        if (user is not ['U' or 'W', ..] || user is "USLACKBOT")
        {
            Wrong(field, t => user.Length == 0 ? t.Empty : t.NotAPerson);
        }

        return user;
    }

    public DateOnly? Day(string field) =>
        DateOnly.TryParseExact(SlackJson.Text(Value(field), "selected_date"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    public IReadOnlyList<string> Chosen(string field) => [.. SlackJson.Items(Value(field), "selected_options").Select(option => SlackJson.Text(option, "value")).OfType<string>()];

    private JsonElement Value(string field) =>
        SlackJson.Member(SlackJson.Member(SlackJson.Member(SlackJson.Member(view, "state"), "values"), field), "value");
}
