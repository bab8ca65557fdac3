using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dialog.EndToEnd.BadInput;
using Dialog.EndToEnd.Running;

namespace Dialog.EndToEnd.Slack;

/// <summary>One person in Slack, seen from the program: their messages and clicks as Slack delivers them, signed.</summary>
internal sealed class SlackSender(FakeSlack slack, ProgramUnderTest program, string user)
{
    private const string App = "A0DIALOG01";

    public string Channel { get; } = slack.AddPerson(user);

    public string User => user;

    /// <summary>The person writes a direct message, in a thread or not; answers the event's body, so that it can be delivered again.</summary>
    public string Message(string text, string? thread = null)
    {
        var escaped = text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
        var ts = slack.Write(user, escaped);
        return JsonSerializer.Serialize(new
        {
            token = "legacy-verification-token",
            team_id = FakeSlack.Team,
            context_team_id = FakeSlack.Team,
            context_enterprise_id = (string?)null,
            api_app_id = App,
            @event = new
            {
                type = "message",
                user,
                ts,
                thread_ts = thread,
                client_msg_id = Guid.NewGuid(),
                text = escaped,
                team = FakeSlack.Team,
                blocks = new[] { new { type = "rich_text", block_id = "b1x", elements = new[] { new { type = "rich_text_section", elements = new[] { new { type = "text", text } } } } } },
                channel = Channel,
                event_ts = ts,
                channel_type = "im",
            },
            type = "event_callback",
            event_id = $"Ev{Guid.NewGuid():N}",
            event_time = DateTimeOffset.UtcNow.ToUnixTimeSeconds(),
            authorizations = new[] { new { enterprise_id = (string?)null, team_id = FakeSlack.Team, user_id = FakeSlack.BotUser, is_bot = true, is_enterprise_install = false } },
            is_ext_shared_channel = false,
            event_context = "4-ZmFrZQ",
        });
    }

    /// <summary>The person writes, and Slack gets its 200.</summary>
    public async Task SayAsync(string text)
    {
        using var answer = await DeliverAsync(Message(text));
        Assert.True(answer.IsSuccessStatusCode, $"{(int)answer.StatusCode} for a message:\n{program.Output}");
    }

    /// <summary>The person edits a message, given as <see cref="Message"/> answered it; answers the event's body.</summary>
    public string Edited(string message, string text) => Rewritten(message, "message_changed", text);

    /// <summary>The person deletes a message.</summary>
    public string Deleted(string message) => Rewritten(message, "message_deleted", null);

    /// <summary>The ts of a message, given as <see cref="Message"/> answered it.</summary>
    public static string TsOf(string message) => (string)JsonNode.Parse(message)!["event"]!["ts"]!;

    private string Rewritten(string message, string subtype, string? text)
    {
        var body = JsonNode.Parse(message)!;
        var before = body["event"]!;
        var after = before.DeepClone();
        after["text"] = text;
        body["event_id"] = $"Ev{Guid.NewGuid():N}";
        body["event"] = new JsonObject
        {
            ["type"] = "message",
            ["subtype"] = subtype,
            ["hidden"] = true,
            ["channel"] = Channel,
            ["channel_type"] = "im",
            ["ts"] = slack.NextTs(),
            ["message"] = text is null ? null : after,
            ["previous_message"] = before.DeepClone(),
            ["deleted_ts"] = text is null ? (string?)before["ts"] : null,
        };
        return body.ToJsonString();
    }

    /// <summary>Delivers an event's body, with the headers of a retry when <paramref name="retry"/> is given.</summary>
    public Task<HttpResponseMessage> DeliverAsync(string body, int? retry = null) => PostAsync("/slack/events", body, "application/json", retry: retry);

    /// <summary>The person presses a button of a message.</summary>
    public Task<HttpResponseMessage> ClickAsync(SlackPost post, SlackButton button) => ClickAsync(post, button, NewTrigger());

    /// <summary>The person presses a button that opens a form; answers the trigger.</summary>
    public async Task<string> ClickForFormAsync(SlackPost post, SlackButton button)
    {
        var trigger = NewTrigger();
        await (await ClickAsync(post, button, trigger)).AssertAsync(HttpStatusCode.OK);
        return trigger;
    }

    private static string NewTrigger() => $"{FakeSlack.TriggerPrefix}{Guid.NewGuid():N}";

    private Task<HttpResponseMessage> ClickAsync(SlackPost post, SlackButton button, string trigger)
    {
        var payload = JsonSerializer.Serialize(new
        {
            type = "block_actions",
            user = new { id = user, username = "mattias", name = "mattias", team_id = FakeSlack.Team },
            api_app_id = App,
            token = "legacy-verification-token",
            team = new { id = FakeSlack.Team, domain = "town-example" },
            enterprise = (string?)null,
            is_enterprise_install = false,
            container = new { type = "message", message_ts = post.Ts, channel_id = Channel, is_ephemeral = false, thread_ts = post.Thread },
            trigger_id = trigger,
            channel = new { id = Channel, name = "directmessage" },
            message = new { user = FakeSlack.BotUser, type = "message", ts = post.Ts, bot_id = "B0DIALOG01", app_id = App, text = post.Text, team = FakeSlack.Team, blocks = post.Blocks, metadata = post.Metadata },
            state = new { values = new { } },
            response_url = "https://hooks.slack.com/actions/T0TOWN0001/1000000000001/FAKEfakeFAKEfakeFAKEfake",
            actions = new[]
            {
                new
                {
                    action_id = button.ActionId, block_id = button.BlockId, text = new { type = "plain_text", text = button.Label, emoji = true },
                    value = button.Value, type = "button", action_ts = $"{DateTimeOffset.UtcNow.ToUnixTimeSeconds()}.{Random.Shared.Next(1_000_000):D6}",
                },
            },
        });
        return PostAsync("/slack/interactions", $"payload={Uri.EscapeDataString(payload)}", "application/x-www-form-urlencoded");
    }

    /// <summary>The person's edit of a message; the same text is what a link preview looks like.</summary>
    public string Edit(string ts, string before, string after) => Event(new
    {
        type = "message",
        subtype = "message_changed",
        channel = Channel,
        channel_type = "im",
        ts = slack.NextTs(),
        message = new { type = "message", user, ts, text = after, edited = new { user, ts = slack.NextTs() } },
        previous_message = new { type = "message", user, ts, text = before },
    });

    /// <summary>The person's deletion of a message.</summary>
    public string Deletion(string ts, string text) => Event(new
    {
        type = "message",
        subtype = "message_deleted",
        channel = Channel,
        channel_type = "im",
        deleted_ts = ts,
        ts = slack.NextTs(),
        previous_message = new { type = "message", user, ts, text },
    });

    /// <summary>The person looks at the bot's page.</summary>
    public async Task OpenHomeAsync() => await (await DeliverAsync(Event(new { type = "app_home_opened", user, channel = Channel, tab = "home", event_ts = "1.1" }))).AssertAsync(HttpStatusCode.OK);

    /// <summary>A message in a channel that calls the bot: as <c>message</c>, as <c>app_mention</c>, and its ts.</summary>
    public (string Message, string Mention, string Ts) Mention(string channel, string text)
    {
        var ts = $"{DateTimeOffset.UtcNow.ToUnixTimeSeconds()}.{Random.Shared.Next(1_000_000):D6}";
        string As(string type, string? kind) => Event(new { type, user, ts, text = $"<@{FakeSlack.BotUser}> {text}", team = FakeSlack.Team, channel, event_ts = ts, channel_type = kind });
        return (As("message", "channel"), As("app_mention", null), ts);
    }

    /// <summary>The person presses a button of the page; answers the trigger.</summary>
    public async Task<string> PressHomeAsync(SlackButton button)
    {
        var trigger = NewTrigger();
        await (await InteractAsync(new
        {
            type = "block_actions",
            user = new { id = user, team_id = FakeSlack.Team },
            api_app_id = App,
            team = new { id = FakeSlack.Team },
            container = new { type = "view", view_id = "V1" },
            trigger_id = trigger,
            view = new { id = "V1", type = "home" },
            actions = new[] { new { action_id = button.ActionId, block_id = button.BlockId, value = button.Value, type = "button", action_ts = $"{Random.Shared.Next()}.1" } },
        })).AssertAsync(HttpStatusCode.OK);
        return trigger;
    }

    /// <summary>The person uses a shortcut; answers the trigger.</summary>
    public async Task<string> ShortcutAsync(string callback, object? message = null)
    {
        var trigger = NewTrigger();
        await (await InteractAsync(new
        {
            type = message is null ? "shortcut" : "message_action",
            user = new { id = user, team_id = FakeSlack.Team },
            team = new { id = FakeSlack.Team },
            callback_id = callback,
            trigger_id = trigger,
            message,
            channel = new { id = "C0GENERAL1" },
        })).AssertAsync(HttpStatusCode.OK);
        return trigger;
    }

    /// <summary>The person sends a form in; the answer, an empty object when the form closes.</summary>
    public async Task<JsonElement> SubmitAsync(SlackView form, object values)
    {
        using var answer = await InteractAsync(new
        {
            type = "view_submission",
            user = new { id = user, team_id = FakeSlack.Team },
            team = new { id = FakeSlack.Team },
            view = new
            {
                id = form.Id,
                type = "modal",
                callback_id = form.Json.GetProperty("callback_id").GetString(),
                private_metadata = form.Json.GetProperty("private_metadata").GetString(),
                state = new { values },
            },
        });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return JsonSerializer.Deserialize<JsonElement>(body.Length == 0 ? "{}" : body);
    }

    /// <summary>The person gives a command; the text of the answer only they see.</summary>
    public async Task<string> CommandAsync(string text)
    {
        var form = $"team_id={FakeSlack.Team}&channel_id={Channel}&user_id={user}&command=%2Fdialog&text={Uri.EscapeDataString(text)}&api_app_id={App}&is_enterprise_install=false&trigger_id={Guid.NewGuid():N}";
        using var answer = await PostAsync("/slack/commands", form, "application/x-www-form-urlencoded");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).GetProperty("text").GetString()!;
    }

    /// <summary>An event's body.</summary>
    public static string Event(object inner) => JsonSerializer.Serialize(new
    {
        team_id = FakeSlack.Team,
        api_app_id = App,
        @event = inner,
        type = "event_callback",
        event_id = $"Ev{Guid.NewGuid():N}",
        event_time = DateTimeOffset.UtcNow.ToUnixTimeSeconds(),
        authorizations = new[] { new { enterprise_id = (string?)null, team_id = FakeSlack.Team, user_id = FakeSlack.BotUser, is_bot = true, is_enterprise_install = false } },
        is_ext_shared_channel = false,
    });

    private Task<HttpResponseMessage> InteractAsync(object payload) =>
        PostAsync("/slack/interactions", $"payload={Uri.EscapeDataString(JsonSerializer.Serialize(payload))}", "application/x-www-form-urlencoded");

    /// <summary>Posts a body as Slack signs it; the age and the secret can be made wrong.</summary>
    public async Task<HttpResponseMessage> PostAsync(
        string path, string body, string contentType, TimeSpan age = default, string secret = FakeSlack.SigningSecret, bool signed = true, int? retry = null)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(bytes) };
        request.Content.Headers.ContentType = new(contentType);
        if (signed)
        {
            var timestamp = (DateTimeOffset.UtcNow - age).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
            byte[] baseString = [.. Encoding.UTF8.GetBytes($"v0:{timestamp}:"), .. bytes];
            var hash = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), baseString);
            request.Headers.Add("X-Slack-Request-Timestamp", timestamp);
            request.Headers.Add("X-Slack-Signature", $"v0={Convert.ToHexStringLower(hash)}");
        }

        if (retry is { } number)
        {
            request.Headers.Add("X-Slack-Retry-Num", number.ToString(CultureInfo.InvariantCulture));
            request.Headers.Add("X-Slack-Retry-Reason", "http_timeout");
        }

        return await program.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
