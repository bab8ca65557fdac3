using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dialog.EndToEnd.Running;

namespace Dialog.EndToEnd.Teams;

/// <summary>One person in Teams, seen from the program: activities as Bot Service delivers them, with its token.</summary>
internal sealed class TeamsSender(FakeTeams teams, ProgramUnderTest program, string objectId)
{
    private static long _lastId = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();

    public string ObjectId => objectId;

    public string Conversation => teams.ConversationOf($"29:{objectId}");

    /// <summary>The person installs the app.</summary>
    public async Task InstallAsync()
    {
        var activity = Activity("installationUpdate");
        activity["action"] = "add";
        await AcceptedAsync(activity);
    }

    /// <summary>The person writes in the personal chat, and Bot Service gets its 200 or 202.</summary>
    public Task SayAsync(string text) => AcceptedAsync(Message(text));

    /// <summary>A typed message, with the second copy of itself that Teams adds.</summary>
    public JsonObject Message(string text)
    {
        var activity = Activity("message");
        activity["id"] = Interlocked.Increment(ref _lastId).ToString(CultureInfo.InvariantCulture);
        activity["text"] = text;
        activity["textFormat"] = "plain";
        activity["localTimestamp"] = DateTimeOffset.Now.ToString("o", CultureInfo.InvariantCulture);
        activity["localTimezone"] = "Europe/Stockholm";
        activity["attachments"] = new JsonArray(new JsonObject { ["contentType"] = "text/html", ["content"] = $"<p>{WebUtility.HtmlEncode(text)}</p>" });
        return activity;
    }

    /// <summary>The person adds the bot, as either of the two activities tells it.</summary>
    public JsonObject Joined(string type)
    {
        var activity = Activity(type);
        if (type == "installationUpdate")
        {
            activity["action"] = "add";
        }
        else
        {
            activity["membersAdded"] = new JsonArray(new JsonObject { ["id"] = $"28:{FakeTeams.AppId}" });
        }

        return activity;
    }

    /// <summary>The person edits or deletes a message.</summary>
    public JsonObject Changed(JsonObject message, string type, string eventType, string? text)
    {
        var activity = Activity(type);
        activity["id"] = (string?)message["id"];
        activity["text"] = text;
        activity["channelData"]!["eventType"] = eventType;
        return activity;
    }

    /// <summary>The person names the bot in a group chat or channel.</summary>
    public JsonObject Mention(string group, string type, string text)
    {
        var activity = Message($"<at>Dialog</at> {text}");
        activity["conversation"] = new JsonObject { ["id"] = group, ["conversationType"] = type, ["isGroup"] = true, ["tenantId"] = FakeTeams.Tenant };
        activity["entities"]!.AsArray().Add(new JsonObject { ["type"] = "mention", ["text"] = "<at>Dialog</at>", ["mentioned"] = new JsonObject { ["id"] = $"28:{FakeTeams.AppId}", ["name"] = "Dialog" } });
        return activity;
    }

    /// <summary>The person takes the app away.</summary>
    public JsonObject Left()
    {
        var activity = Activity("installationUpdate");
        activity["action"] = "remove";
        return activity;
    }

    /// <summary>The person opens a dialog, or sends it in with what they wrote.</summary>
    public Task<HttpResponseMessage> DialogAsync(string name, JsonObject data)
    {
        var activity = Activity("invoke");
        activity["name"] = name;
        activity["value"] = new JsonObject { ["data"] = data, ["context"] = new JsonObject { ["theme"] = "default" } };
        return PostAsync(activity);
    }

    /// <summary>The person uses the app's action on somebody's message, or sends its dialog in.</summary>
    public Task<HttpResponseMessage> MessageActionAsync(string name, string html, JsonObject? data)
    {
        var activity = Activity("invoke");
        activity["name"] = name;
        activity["value"] = new JsonObject
        {
            ["commandId"] = "reaction.add",
            ["commandContext"] = "message",
            ["data"] = data?.DeepClone(),
            ["messagePayload"] = new JsonObject
            {
                ["id"] = "1790000000777",
                ["from"] = new JsonObject { ["user"] = new JsonObject { ["displayName"] = "Rita Reader" } },
                ["body"] = new JsonObject { ["contentType"] = "html", ["content"] = html },
            },
        };
        return PostAsync(activity);
    }

    /// <summary>The person uses the app's action beside the text box, or sends its dialog in: in their chat with the bot, or in a group.</summary>
    public Task<HttpResponseMessage> ComposeActionAsync(string name, string command, JsonObject? data, string? group = null)
    {
        var activity = Activity("invoke");
        activity["name"] = name;
        if (group is not null)
        {
            activity["conversation"] = new JsonObject { ["id"] = group, ["conversationType"] = "groupChat", ["isGroup"] = true, ["tenantId"] = FakeTeams.Tenant };
        }

        activity["value"] = new JsonObject { ["commandId"] = command, ["commandContext"] = "compose", ["data"] = data?.DeepClone() };
        return PostAsync(activity);
    }

    /// <summary>The person presses the button with that label, and Teams gets its answer.</summary>
    public async Task PressAsync(TeamsPost post, string label)
    {
        using var answer = await ClickAsync(post, post.Actions.Single(action => action.GetProperty("title").GetString() == label && action.GetProperty("type").GetString() == "Action.Execute"));
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{(int)answer.StatusCode} for {label}:\n{program.Output}");
    }

    /// <summary>The person presses a button of a card.</summary>
    public Task<HttpResponseMessage> ClickAsync(TeamsPost post, JsonElement action)
    {
        if (action.GetProperty("type").GetString() == "Action.Execute")
        {
            return ExecuteAsync(post, action, "manual");
        }

        var activity = Activity("message");
        activity["replyToId"] = post.Id;
        activity["value"] = JsonObject.Create(action.GetProperty("data"));
        return PostAsync(activity);
    }

    /// <summary>The person looks at a card, and Teams asks how it stands.</summary>
    public Task<HttpResponseMessage> RefreshAsync(TeamsPost post) => ExecuteAsync(post, post.Card!.Value.GetProperty("refresh").GetProperty("action"), "automatic");

    private Task<HttpResponseMessage> ExecuteAsync(TeamsPost post, JsonElement action, string trigger)
    {
        var activity = Activity("invoke");
        activity["name"] = "adaptiveCard/action";
        activity["replyToId"] = post.Id;
        activity["value"] = new JsonObject
        {
            ["action"] = new JsonObject
            {
                ["type"] = "Action.Execute",
                ["title"] = action.TryGetProperty("title", out var title) ? title.GetString() : null,
                ["verb"] = action.GetProperty("verb").GetString(),
                ["data"] = JsonObject.Create(action.GetProperty("data")),
            },
            ["trigger"] = trigger,
        };
        return PostAsync(activity);
    }

    public Task<HttpResponseMessage> PostAsync(JsonObject activity, TokenFlaw flaw = TokenFlaw.None) =>
        PostAsync(activity.ToJsonString(), flaw, (string?)activity["serviceUrl"]);

    public async Task<HttpResponseMessage> PostAsync(string body, TokenFlaw flaw = TokenFlaw.None, string? serviceUrl = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (flaw != TokenFlaw.Absent)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue(flaw == TokenFlaw.OtherScheme ? "Basic" : "Bearer", teams.InboundToken(flaw, serviceUrl ?? teams.ServiceUrl));
        }

        return await program.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private async Task AcceptedAsync(JsonObject activity)
    {
        using var answer = await PostAsync(activity);
        Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Accepted, $"{(int)answer.StatusCode} for {activity["type"]}:\n{program.Output}");
    }

    private JsonObject Activity(string type) => new()
    {
        ["type"] = type,
        ["id"] = $"f:{Guid.NewGuid()}",
        ["timestamp"] = DateTimeOffset.UtcNow.ToString("o", CultureInfo.InvariantCulture),
        ["channelId"] = "msteams",
        ["serviceUrl"] = teams.ServiceUrl,
        ["locale"] = "sv-SE",
        ["from"] = new JsonObject { ["id"] = $"29:{objectId}", ["name"] = "Mattias Jansson", ["aadObjectId"] = objectId },
        ["recipient"] = new JsonObject { ["id"] = $"28:{FakeTeams.AppId}", ["name"] = "Dialog" },
        ["conversation"] = new JsonObject { ["id"] = Conversation, ["conversationType"] = "personal", ["tenantId"] = FakeTeams.Tenant },
        ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = FakeTeams.Tenant } },
        ["entities"] = new JsonArray(new JsonObject { ["type"] = "clientInfo", ["locale"] = "sv-SE", ["country"] = "SE", ["platform"] = "Web", ["timezone"] = "Europe/Stockholm" }),
    };
}
