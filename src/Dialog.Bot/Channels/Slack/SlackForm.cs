using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dialog.Core.Reading;
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
        var text = OptionalText(field) ?? "";
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

    public string? OptionalText(string field) => Clean.TextOrNull(SlackJson.Text(Value(field), "value"));

    /// <summary>The same, where there need be none.</summary>
    public string? OptionalUser(string field) => SlackJson.Text(Value(field), "selected_user") is { Length: > 0 } user ? user : null;

    /// <summary>A member of the workspace, who need not be a person.</summary>
    public string User(string field)
    {
        var user = OptionalUser(field) ?? "";
        if (user.Length == 0)
        {
            Wrong(field, t => t.Empty);
        }

        return user;
    }

    public DateOnly? Day(string field) =>
        DateOnly.TryParseExact(SlackJson.Text(Value(field), "selected_date"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    public string? OptionalSelected(string field) => SlackJson.Text(SlackJson.Member(Value(field), "selected_option"), "value");

    /// <summary>What was selected; empty when nothing.</summary>
    public string Selected(string field)
    {
        var value = OptionalSelected(field) ?? "";
        if (value.Length == 0)
        {
            Wrong(field, t => t.Empty);
        }

        return value;
    }

    public IReadOnlyList<string> Chosen(string field) => [.. SlackJson.Items(Value(field), "selected_options").Select(option => SlackJson.Text(option, "value")).OfType<string>()];

    private JsonElement Value(string field) =>
        SlackJson.Member(SlackJson.Member(SlackJson.Member(SlackJson.Member(view, "state"), "values"), field), "value");
}
