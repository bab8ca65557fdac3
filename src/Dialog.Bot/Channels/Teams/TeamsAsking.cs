using System.Globalization;
using System.Text.Json.Nodes;
using Dialog.Bot.Turns;
using Dialog.Core.Reading;
using Dialog.Core.Texts;

namespace Dialog.Bot.Channels.Teams;

/// <summary>The action beside the text box, "Ställ en fråga": an editor asks a colleague who has the app.</summary>
internal sealed class TeamsAsking(Glances glances, ChatAsking asking, OrganisationShelf organisations)
{
    /// <summary>The action's id in the manifest.</summary>
    public const string Command = "assignment.new";

    /// <summary>The longest brief the desk takes.</summary>
    private const int MostBrief = 4000;

    /// <summary>What the form carries along: sent in twice it asks once.</summary>
    private const string Once = "once";

    public async Task<JsonObject> FetchAsync(Activity activity, CancellationToken cancellationToken)
    {
        var glance = await glances.FindAsync(TeamsParse.AddressOf(activity), cancellationToken);
        return glance is { IsEditor: true } editor
            ? Form(editor, new Filled("", "", "", "", [.. organisations.Now.DefaultOutlets], AssignmentOpener.NewId()), problem: null)
            : EditorsOnly(glance, activity);
    }

    /// <summary>Opens the assignment and says so; what is wrong is said in the form, with all that was filled in.</summary>
    public async Task<JsonObject> SubmitAsync(Activity activity, CancellationToken cancellationToken)
    {
        var address = TeamsParse.AddressOf(activity);
        var glance = await glances.FindAsync(address, cancellationToken);
        if (glance is not { IsEditor: true } editor)
        {
            return EditorsOnly(glance, activity);
        }

        var form = Read(activity);
        var texts = SurfaceTexts.For(editor.Language);
        var person = form.Person.Length > 0 ? await glances.FindAsync(address with { User = form.Person }, cancellationToken) : null;
        DateOnly? deadline = DateOnly.TryParseExact(form.Deadline, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
        var problem = form.Person.Length == 0 || form.Topic.Length == 0 ? texts.Empty
            : person is not { CanBeReached: true } ? texts.NotInTeams
            : form.Topic.Length > ChatAsking.MostTopic ? texts.TooLong(ChatAsking.MostTopic)
            : form.Brief.Length > MostBrief ? texts.TooLong(MostBrief)
            : deadline < asking.Today ? texts.Past
            : null;
        if (problem is not null)
        {
            return Form(editor, form, problem);
        }

        var wanted = new ChatQuestion(form.Topic, form.Brief.Length > 0 ? form.Brief : null, deadline, form.Outlets);
        await asking.AskAsync(editor, Address.Teams, (person!.PersonId, person.Language), wanted, $"teams-ask:{address.Workspace}:{address.User}:{form.Once}");
        return TeamsDialogs.Message(texts.Asked(person.Name ?? texts.Somebody, form.Topic, deadline));
    }

    private JsonObject EditorsOnly(Glance? glance, Activity activity) => TeamsDialogs.Message(SurfaceTexts.For(glance?.Language ?? TeamsText.Language(activity.Locale, organisations.Now)).EditorsOnly);

    private Filled Read(Activity activity)
    {
        var data = Activity.Member(activity.Value, "data");
        string Field(string id) => Clean.Text(Activity.String(data, id) ?? "").Trim();
        return new Filled(
            Activity.Canonical(Field("person")), Field("topic").ReplaceLineEndings(" "), Field("brief"), Field("deadline"),
            [.. Field("outlets").Split(',').Where(code => organisations.Now.Outlets.Known(code) is not null)], Field(Once));
    }

    private JsonObject Form(Glance editor, Filled form, string? problem)
    {
        var texts = SurfaceTexts.For(editor.Language);
        var person = new JsonObject
        {
            ["type"] = "Input.ChoiceSet",
            ["id"] = "person",
            ["label"] = texts.Person,
            ["style"] = "filtered",
            ["isRequired"] = true,
            ["errorMessage"] = texts.Empty,
            ["choices"] = new JsonArray(),
            ["choices.data"] = new JsonObject { ["type"] = "Data.Query", ["dataset"] = "graph.microsoft.com/users" },
            ["value"] = form.Person,
        };
        var topic = TeamsDialogs.Field("topic", texts.Topic, form.Topic, ChatAsking.MostTopic, texts.Empty);
        topic["isMultiline"] = false;
        var brief = new JsonObject { ["type"] = "Input.Text", ["id"] = "brief", ["label"] = texts.Brief, ["isMultiline"] = true, ["maxLength"] = MostBrief, ["value"] = form.Brief };
        var deadline = new JsonObject { ["type"] = "Input.Date", ["id"] = "deadline", ["label"] = texts.Deadline, ["min"] = asking.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), ["value"] = form.Deadline };
        var outlets = new JsonObject
        {
            ["type"] = "Input.ChoiceSet",
            ["id"] = "outlets",
            ["label"] = texts.Outlets,
            ["isMultiSelect"] = true,
            ["value"] = string.Join(',', form.Outlets),
            ["choices"] = new JsonArray([.. organisations.Now.Outlets.Offered.Select(outlet => new JsonObject { ["title"] = outlet.Name(editor.Language), ["value"] = outlet.Code })]),
        };
        return TeamsDialogs.Continue(
            editor.Language, texts.NewAssignment, texts.Send,
            new JsonArray([person, topic, brief, deadline, outlets, .. problem is null ? Array.Empty<JsonNode>() : [TeamsRender.Text(problem)]]),
            new JsonObject { [Once] = form.Once });
    }

    /// <summary>What stands in the form.</summary>
    private sealed record Filled(string Person, string Topic, string Brief, string Deadline, IReadOnlyList<string> Outlets, string Once);
}
