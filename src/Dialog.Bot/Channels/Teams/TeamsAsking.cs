using System.Globalization;
using System.Text.Json.Nodes;
using Dialog.Bot.Turns;
using Dialog.Core.Assignments;
using Dialog.Core.Reading;
using Dialog.Core.Texts;

namespace Dialog.Bot.Channels.Teams;

/// <summary>The action beside the text box, "Ställ en fråga": an editor asks a colleague who has the app.</summary>
internal sealed class TeamsAsking(Glances glances, ChatAsking asking, TeamsRoster roster, OrganisationShelf organisations)
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
            ? Form(editor, new Filled("", "", "", "", [.. organisations.Now.DefaultOutlets], "", $"{AdSize.Quarter}", "", AssignmentOpener.NewId()), problem: null)
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
        var found = await Task.WhenAll(FindAsync(activity, form.Person, cancellationToken), FindAsync(activity, form.Deputy, cancellationToken));
        var (person, deputy) = (found[0], found[1]);
        var (deadline, publishOn) = (Day(form.Deadline), Day(form.PublishOn));
        var problem = form.Person.Length == 0 || form.Topic.Length == 0 ? texts.Empty
            : person is null ? texts.NotInTeams
            : form.Topic.Length > ChatAsking.MostTopic ? texts.TooLong(ChatAsking.MostTopic)
            : form.Brief.Length > MostBrief ? texts.TooLong(MostBrief)
            : deadline < asking.Today || publishOn < asking.Today ? texts.Past
            : deadline > publishOn ? texts.AfterPrint
            : form.Deputy.Length > 0 && deputy is null ? texts.DeputyNotInTeams
            : deputy?.PersonId == person.PersonId ? texts.NoDeputy
            : null;
        if (problem is not null)
        {
            return Form(editor, form, problem);
        }

        var wanted = new ChatQuestion(form.Topic, form.Brief.Length > 0 ? form.Brief : null, deadline, form.Outlets)
        {
            Size = Enum.TryParse<AdSize>(form.Size, out var size) && Enum.IsDefined(size) ? size : AdSize.Quarter,
            PublishOn = publishOn,
            DeputyId = deputy?.PersonId,
        };
        await asking.AskAsync(editor, Address.Teams, (person!.PersonId, person.Language), wanted, $"teams-ask:{address.Workspace}:{address.User}:{form.Once}");
        return TeamsDialogs.Message(texts.Asked(person.Name ?? texts.Somebody, form.Topic, deadline));
    }

    /// <summary>Somebody a message can get to; null when there is nobody, or none can. Who has never written may be in the group or the team where the form was opened.</summary>
    private async Task<Glance?> FindAsync(Activity activity, string user, CancellationToken cancellationToken)
    {
        var address = TeamsParse.AddressOf(activity) with { User = user };
        var found = user.Length > 0 ? await glances.FindAsync(address, cancellationToken) : null;
        if (user.Length > 0 && found is not { CanBeReached: true } && await roster.MeetAsync(activity, address, cancellationToken))
        {
            found = await glances.FindAsync(address, cancellationToken);
        }

        return found is { CanBeReached: true } ? found : null;
    }

    private static DateOnly? Day(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private JsonObject EditorsOnly(Glance? glance, Activity activity) => TeamsDialogs.Message(SurfaceTexts.For(glance?.Language ?? TeamsText.Language(activity.Locale, organisations.Now)).EditorsOnly);

    private Filled Read(Activity activity)
    {
        var data = Activity.Member(activity.Value, "data");
        string Field(string id) => Clean.Text(Activity.String(data, id) ?? "").Trim();
        return new Filled(
            Activity.Canonical(Field("person")), Field("topic").ReplaceLineEndings(" "), Field("brief"), Field("deadline"),
            [.. Field("outlets").Split(',').Where(code => organisations.Now.Outlets.Known(code) is not null)],
            Activity.Canonical(Field("deputy")), Field("size"), Field("publishOn"), Field(Once));
    }

    private JsonObject Form(Glance editor, Filled form, string? problem)
    {
        var texts = SurfaceTexts.For(editor.Language);
        var person = Colleague("person", texts.Person, form.Person);
        person["isRequired"] = true;
        person["errorMessage"] = texts.Empty;
        var topic = TeamsDialogs.Field("topic", texts.Topic, form.Topic, ChatAsking.MostTopic, texts.Empty);
        topic["isMultiline"] = false;
        var brief = new JsonObject { ["type"] = "Input.Text", ["id"] = "brief", ["label"] = texts.Brief, ["isMultiline"] = true, ["maxLength"] = MostBrief, ["value"] = form.Brief };
        var outlets = new JsonObject
        {
            ["type"] = "Input.ChoiceSet",
            ["id"] = "outlets",
            ["label"] = texts.Outlets,
            ["isMultiSelect"] = true,
            ["value"] = string.Join(',', form.Outlets),
            ["choices"] = new JsonArray([.. organisations.Now.Outlets.Offered.Select(outlet => new JsonObject { ["title"] = outlet.Name(editor.Language), ["value"] = outlet.Code })]),
        };
        var size = new JsonObject
        {
            ["type"] = "Input.ChoiceSet",
            ["id"] = "size",
            ["label"] = texts.SizeOfAd,
            ["style"] = "compact",
            ["value"] = form.Size,
            ["choices"] = new JsonArray([.. organisations.Now.Outlets.OfferedSizes.Select(offered => new JsonObject { ["title"] = offered.Name(editor.Language), ["value"] = $"{offered.Size}" })]),
        };
        return TeamsDialogs.Continue(
            editor.Language, texts.NewAssignment, texts.Send,
            new JsonArray([person, topic, brief, Date("deadline", texts.Deadline, form.Deadline), Date("publishOn", texts.PublishOn, form.PublishOn), Colleague("deputy", texts.Deputy, form.Deputy), size, outlets, .. problem is null ? Array.Empty<JsonNode>() : [TeamsRender.Text(problem)]]),
            new JsonObject { [Once] = form.Once });
    }

    private JsonObject Date(string id, string label, string value) =>
        new() { ["type"] = "Input.Date", ["id"] = id, ["label"] = label, ["min"] = asking.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), ["value"] = value };

    /// <summary>Somebody of the organisation, whom Teams itself looks up.</summary>
    private static JsonObject Colleague(string id, string label, string value) => new()
    {
        ["type"] = "Input.ChoiceSet",
        ["id"] = id,
        ["label"] = label,
        ["style"] = "filtered",
        ["choices"] = new JsonArray(),
        ["choices.data"] = new JsonObject { ["type"] = "Data.Query", ["dataset"] = "graph.microsoft.com/users" },
        ["value"] = value,
    };

    /// <summary>What stands in the form.</summary>
    private sealed record Filled(string Person, string Topic, string Brief, string Deadline, IReadOnlyList<string> Outlets, string Deputy, string Size, string PublishOn, string Once);
}
