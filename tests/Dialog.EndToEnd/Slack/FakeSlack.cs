using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dialog.EndToEnd.Running;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Dialog.EndToEnd.Slack;

/// <summary>
/// Slack's Web API for one workspace on loopback. It refuses what the real one refuses with the documented error, and
/// remembers every such refusal as a violation that fails the test when it ends.
/// </summary>
internal sealed class FakeSlack : IAsyncDisposable
{
    public const string Team = "T0TOWN0001";
    public const string BotUser = "U0DIALOG01";
    public const string BotToken = "xoxb-fake-0123456789";
    public const string TriggerPrefix = "trigger.";
    public const string ClientId = "1000000000001.2000000000002";
    public const string ClientSecret = "fake-client-secret-0123456789";
    public const string RedirectUrl = "https://dialog.example.com/slack/oauth/callback";
    public const string SigningSecret = "test-signing-secret-0123456789ab";

    private readonly WebApplication _app = Loopback.Create();
    private readonly ConcurrentDictionary<string, string> _directMessages = new();
    private readonly ConcurrentBag<string> _violations = [];
    private readonly Recorded<SlackPost> _posts = new();
    private readonly Recorded<SlackCall> _calls = new();
    private readonly Recorded<SlackView> _views = new();
    private readonly ConcurrentDictionary<string, string> _groups = new();
    private readonly Recorded<string> _reactions = new();
    private long _lastTs;

    private FakeSlack()
    {
        _app.MapPost("/api/{method}", AnswerAsync);
        _app.MapFallback(context =>
        {
            Violation($"{context.Request.Method} {context.Request.Path}");
            context.Response.StatusCode = 404;
            return Task.CompletedTask;
        });
    }

    public Faults Faults { get; } = new();

    /// <summary>Members who are guests in single channels.</summary>
    public ConcurrentDictionary<string, bool> Guests { get; } = new();

    /// <summary>What a code of an administrator who allowed the app is exchanged for, once.</summary>
    public ConcurrentDictionary<string, object> Grants { get; } = new();

    /// <summary>What the program needs to know to be installed with a click.</summary>
    public IReadOnlyDictionary<string, string> InstallSettings => new Dictionary<string, string>
    {
        ["Slack__ApiUrl"] = Address.ToString(),
        ["Slack__ClientId"] = ClientId,
        ["Slack__ClientSecret"] = ClientSecret,
        ["Slack__SigningSecret"] = SigningSecret,
        ["Slack__RedirectUrl"] = RedirectUrl,
    };

    /// <summary>Addresses that members have confirmed.</summary>
    public ConcurrentDictionary<string, string> Emails { get; } = new();

    /// <summary>The calls received, in order, also those a fault answered.</summary>
    public IReadOnlyList<SlackCall> Calls => _calls.All;

    /// <summary>Refusals so far.</summary>
    public IReadOnlyCollection<string> Violations => _violations;

    public Uri Address => new($"{_app.Urls.Single()}/api/");

    /// <summary>What the program needs to know to use this Slack.</summary>
    public IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
    {
        ["Slack__ApiUrl"] = Address.ToString(),
        ["Slack__BotToken"] = BotToken,
        ["Slack__SigningSecret"] = SigningSecret,
    };

    public static async Task<FakeSlack> StartAsync()
    {
        var slack = new FakeSlack();
        await slack._app.StartAsync(TestContext.Current.CancellationToken);
        return slack;
    }

    /// <summary>Makes a person a member of the workspace; answers the id of the direct conversation with the bot.</summary>
    public string AddPerson(string user) => _directMessages.GetOrAdd(user, $"D{user[1..]}");

    /// <summary>A channel the bot is a member of.</summary>
    public string AddGroup(string channel) => _groups.GetOrAdd(channel, channel);

    /// <summary>Views shown so far: pages and forms.</summary>
    public IReadOnlyList<SlackView> Views => _views.All;

    /// <summary>The page of a person, or the form a trigger opened, as soon as it is as asked.</summary>
    public Task<SlackView> WaitForViewAsync(string forWhom, Func<SlackView, bool>? fits = null) =>
        _views.WaitForAsync(view => view.For == forWhom && (fits?.Invoke(view) ?? true), what: $"a view for {forWhom}");

    /// <summary>Returns once the bot has put that mark on a message.</summary>
    public Task WaitForMarkAsync(string channel, string ts, string name) => _reactions.WaitForAsync(reaction => reaction == $"{channel} {ts} {name}", what: $"the mark {name}");

    /// <summary>All that stands in a conversation, oldest first, updates as their own entries.</summary>
    public IReadOnlyList<SlackPost> In(string channel) => [.. _posts.All.Where(post => post.Channel == channel)];

    /// <summary>What the bot has posted in a conversation, without updates.</summary>
    public IReadOnlyList<SlackPost> BotPosts(string channel) => [.. In(channel).Where(IsBotPost)];

    /// <summary>The bot's post number <paramref name="skip"/> (from 0) or a later one that fits, as soon as it is there.</summary>
    public async Task<SlackPost> WaitForMessageAsync(string channel, Func<SlackPost, bool>? fits = null, int skip = 0)
    {
        fits ??= _ => true;
        var all = await _posts.WaitUntilAsync(
            posts => posts.Where(post => post.Channel == channel && IsBotPost(post)).Skip(skip).Any(fits), $"post {skip} in {channel}");
        return all.Where(post => post.Channel == channel && IsBotPost(post)).Skip(skip).First(fits);
    }

    /// <summary>Waits until all posts together are as asked.</summary>
    public Task<IReadOnlyList<SlackPost>> WaitUntilAsync(Func<IReadOnlyList<SlackPost>, bool> fits, string what) => _posts.WaitUntilAsync(fits, what);

    /// <summary>The first message of a conversation that the bot has changed, as it is now, as soon as it is there.</summary>
    public Task<SlackPost> WaitForUpdateAsync(string channel) => _posts.WaitForAsync(post => post.Channel == channel && post.IsUpdate, what: $"an update in {channel}");

    /// <summary>Waits until a method was called so many times.</summary>
    public Task WaitForCallsAsync(string method, int count) => _calls.WaitUntilAsync(calls => calls.Count(call => call.Method == method) >= count, $"{count} calls of {method}");

    /// <summary>All the bot's reactions, each as <c>channel ts name</c>.</summary>
    public IReadOnlyList<string> Reactions => _reactions.All;

    /// <summary>The name of the bot's reaction to a message, as soon as it is there.</summary>
    public async Task<string> WaitForReactionAsync(string channel, string ts) =>
        (await _reactions.WaitForAsync(reaction => reaction.StartsWith($"{channel} {ts} ", StringComparison.Ordinal), what: "a reaction")).Split(' ')[2];

    /// <summary>All the bot's posts in a conversation, as soon as there are at least so many.</summary>
    public async Task<IReadOnlyList<SlackPost>> WaitForPostsAsync(string channel, int count)
    {
        await _posts.WaitUntilAsync(posts => posts.Count(post => post.Channel == channel && IsBotPost(post)) >= count, $"{count} posts in {channel}");
        return BotPosts(channel);
    }

    /// <summary>A person's own message, as the history shows it; answers its ts.</summary>
    public string Write(string user, string text)
    {
        var post = new SlackPost(_directMessages[user], NextTs(), user, text);
        _posts.Add(post);
        return post.Ts;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
        Assert.Empty(_violations);
    }

    private static bool IsBotPost(SlackPost post) => post is { User: BotUser, IsUpdate: false };

    private async Task AnswerAsync(string method, HttpContext context)
    {
        if (!context.Request.HasFormContentType || context.Request.Query.ContainsKey("token"))
        {
            await Refuse(method, "invalid_post_type").ExecuteAsync(context);
            return;
        }

        context.Response.Headers["x-oauth-scopes"] = "chat:write,im:write,im:history,users:read,users:read.email,commands";
        var form = (await context.Request.ReadFormAsync(context.RequestAborted)).ToDictionary(field => field.Key, field => field.Value.ToString());
        var authorization = context.Request.Headers.Authorization.ToString();
        _calls.Add(new SlackCall(method, DateTimeOffset.UtcNow));
        await Faults.AnswerAsync(method, context, () => authorization switch
        {
            "" when method == "oauth.v2.access" => Exchange(form),
            "" => Refuse(method, "not_authed"),
            not $"Bearer {BotToken}" => Refuse(method, "invalid_auth"),
            _ => Answer(method, form),
        });
    }

    private IResult Answer(string method, IReadOnlyDictionary<string, string> form) => method switch
    {
        "auth.test" => Ok(new()
        {
            ["url"] = "https://town-example.slack.com/",
            ["team"] = "Town",
            ["user"] = "dialog",
            ["team_id"] = Team,
            ["user_id"] = BotUser,
            ["bot_id"] = "B0DIALOG01",
            ["is_enterprise_install"] = false,
        }),
        "conversations.open" => Open(form),
        "chat.postMessage" => Post(form),
        "chat.update" => Update(form),
        "conversations.history" => History(form),
        "conversations.replies" => History(form, thread: form.GetValueOrDefault("ts")),
        "views.publish" => Show(form, "home", form.GetValueOrDefault("user_id")),
        "views.open" => Show(form, "modal", form.GetValueOrDefault("trigger_id")),
        "users.info" => UserInfo(form),
        "reactions.add" => React(form),
        _ => Refuse(method, "unknown_method"),
    };

    private IResult Exchange(IReadOnlyDictionary<string, string> form) => form switch
    {
        _ when form.GetValueOrDefault("client_id") != ClientId => Refuse("oauth.v2.access", "invalid_client_id"),
        _ when form.GetValueOrDefault("client_secret") != ClientSecret => Refuse("oauth.v2.access", "bad_client_secret"),
        _ when form.GetValueOrDefault("redirect_uri") != RedirectUrl => Refuse("oauth.v2.access", "bad_redirect_uri"),
        _ when Grants.TryRemove(form.GetValueOrDefault("code", ""), out var grant) => Results.Json(grant),
        _ => Results.Json(new { ok = false, error = "invalid_code" }),
    };

    private IResult Open(IReadOnlyDictionary<string, string> form)
    {
        if (!form.TryGetValue("users", out var user))
        {
            return Refuse("conversations.open", "users_list_not_supplied");
        }

        return _directMessages.TryGetValue(user, out var channel)
            ? Ok(new() { ["channel"] = new JsonObject { ["id"] = channel } })
            : Refuse("conversations.open", "user_not_found");
    }

    private IResult Post(IReadOnlyDictionary<string, string> form)
    {
        if (ProblemOf(form, SlackRules.Limit("messageText"), out var post) is { } problem)
        {
            return Refuse("chat.postMessage", problem);
        }

        _posts.Add(post);
        return Ok(new() { ["channel"] = post.Channel, ["ts"] = post.Ts, ["message"] = AsJson(post, withMetadata: false) });
    }

    private IResult Update(IReadOnlyDictionary<string, string> form)
    {
        if (ProblemOf(form, SlackRules.Limit("updateText"), out var post) is { } problem)
        {
            return Refuse("chat.update", problem);
        }

        var ts = form.GetValueOrDefault("ts");
        if (!BotPosts(post.Channel).Any(earlier => earlier.Ts == ts))
        {
            return Refuse("chat.update", "message_not_found");
        }

        var update = post with { Ts = ts!, IsUpdate = true };
        _posts.Add(update);
        return Ok(new() { ["channel"] = update.Channel, ["ts"] = update.Ts, ["text"] = update.Text, ["message"] = AsJson(update, withMetadata: false) });
    }

    private IResult Show(IReadOnlyDictionary<string, string> form, string type, string? forWhom)
    {
        if (Parse(form.GetValueOrDefault("view", "")) is not { ValueKind: JsonValueKind.Object } view || view.GetProperty("type").GetString() != type || string.IsNullOrEmpty(forWhom))
        {
            return Refuse($"views.{type}", "invalid_arguments");
        }

        if (SlackRules.ProblemsOfView(view) is { Count: > 0 } problems)
        {
            Violation(string.Join("; ", problems));
            return Refuse($"views.{type}", "invalid_arguments");
        }

        if (type == "modal" && !forWhom.StartsWith(TriggerPrefix, StringComparison.Ordinal))
        {
            return Refuse("views.open", "invalid_trigger_id");
        }

        var id = $"V{_views.All.Count:D9}";
        _views.Add(new SlackView(id, forWhom, view));
        return Ok(new() { ["view"] = new JsonObject { ["id"] = id, ["hash"] = "1.a" } });
    }

    private IResult History(IReadOnlyDictionary<string, string> form, string? thread = null)
    {
        var channel = form.GetValueOrDefault("channel", "");
        if (!Knows(channel))
        {
            return Refuse("conversations.history", "channel_not_found");
        }

        var oldest = decimal.Parse(form.GetValueOrDefault("oldest", "0"), CultureInfo.InvariantCulture);
        var limit = int.Parse(form.GetValueOrDefault("limit", "100"), CultureInfo.InvariantCulture);
        var found = In(channel)
            .Where(post => post.Thread == thread && !post.IsUpdate && decimal.Parse(post.Ts, CultureInfo.InvariantCulture) > oldest)
            .Reverse()
            .ToList();
        var skip = int.Parse(form.GetValueOrDefault("cursor", "0"), CultureInfo.InvariantCulture);
        var more = found.Count > skip + limit;
        return Ok(new()
        {
            ["messages"] = new JsonArray([.. found.Skip(skip).Take(limit).Select(post => AsJson(post, form.GetValueOrDefault("include_all_metadata") == "true"))]),
            ["has_more"] = more,
            ["response_metadata"] = new JsonObject { ["next_cursor"] = more ? (skip + limit).ToString(CultureInfo.InvariantCulture) : "" },
        });
    }

    private IResult React(IReadOnlyDictionary<string, string> form)
    {
        var (channel, ts) = (form.GetValueOrDefault("channel", ""), form.GetValueOrDefault("timestamp", ""));
        if (!In(channel).Any(post => post.Ts == ts))
        {
            return Refuse("reactions.add", "message_not_found");
        }

        var reaction = $"{channel} {ts} {form.GetValueOrDefault("name")}";
        if (_reactions.All.Contains(reaction))
        {
            return Results.Json(new { ok = false, error = "already_reacted" });
        }

        _reactions.Add(reaction);
        return Ok([]);
    }

    private IResult UserInfo(IReadOnlyDictionary<string, string> form)
    {
        var user = form.GetValueOrDefault("user", "");
        return !_directMessages.ContainsKey(user) ? Refuse("users.info", "user_not_found") : Ok(new()
        {
            ["user"] = new JsonObject
            {
                ["id"] = user,
                ["team_id"] = Team,
                ["name"] = "mattias",
                ["deleted"] = false,
                ["real_name"] = "Mattias Jansson",
                ["tz"] = "Europe/Stockholm",
                ["tz_offset"] = 3600,
                ["locale"] = "sv-SE",
                ["is_bot"] = false,
                ["is_restricted"] = Guests.ContainsKey(user),
                ["profile"] = new JsonObject { ["real_name"] = "Mattias Jansson", ["display_name"] = "Mattias", ["email"] = Emails.GetValueOrDefault(user) },
            },
        });
    }

    /// <summary>The documented error of a post or update that Slack would refuse; null when it would take it.</summary>
    private string? ProblemOf(IReadOnlyDictionary<string, string> form, int longest, out SlackPost post)
    {
        var text = form.GetValueOrDefault("text", "");
        post = new SlackPost(form.GetValueOrDefault("channel", ""), NextTs(), BotUser, text) { Thread = form.GetValueOrDefault("thread_ts") };
        if (!Knows(post.Channel))
        {
            return "channel_not_found";
        }

        if (post is { Channel: ['D', ..], Thread: { } thread } && !In(post.Channel).Any(other => other.Ts == thread))
        {
            return "thread_not_found";
        }

        if (text.Length == 0 && !form.ContainsKey("blocks"))
        {
            return "no_text";
        }

        if (text.Length > longest)
        {
            return "msg_too_long";
        }

        if (form.GetValueOrDefault("link_names") is "true" or "1" || form.GetValueOrDefault("parse") == "full")
        {
            return "invalid_arguments";
        }

        if (form.TryGetValue("metadata", out var metadata))
        {
            if (Parse(metadata) is not { ValueKind: JsonValueKind.Object } parsed || !parsed.TryGetProperty("event_type", out _)
                || !parsed.TryGetProperty("event_payload", out var payload) || payload.ValueKind != JsonValueKind.Object)
            {
                return "invalid_metadata_format";
            }

            post = post with { Metadata = parsed };
        }

        if (form.TryGetValue("blocks", out var json))
        {
            if (Parse(json) is not { } blocks)
            {
                return "invalid_blocks_format";
            }

            if (SlackRules.Problems(blocks) is { Count: > 0 } problems)
            {
                Violation(string.Join("; ", problems));
                return "invalid_blocks";
            }

            if (SlackRules.TotalText(blocks) > SlackRules.Limit("totalBlockText"))
            {
                return "msg_blocks_too_long";
            }

            post = post with { Blocks = WithIds(blocks) };
        }

        return null;
    }

    /// <summary>Slack names the blocks that came without a name.</summary>
    private static JsonElement WithIds(JsonElement blocks)
    {
        var array = JsonArray.Create(blocks)!;
        for (var i = 0; i < array.Count; i++)
        {
            array[i]!["block_id"] ??= $"b{i}x";
        }

        return JsonSerializer.SerializeToElement(array);
    }

    private static JsonElement? Parse(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<JsonElement>(json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonObject AsJson(SlackPost post, bool withMetadata)
    {
        var message = new JsonObject { ["type"] = "message", ["user"] = post.User, ["text"] = post.Text, ["ts"] = post.Ts, ["team"] = Team };
        if (post.User == BotUser)
        {
            message["bot_id"] = "B0DIALOG01";
            message["app_id"] = "A0DIALOG01";
        }

        if (post.Blocks is { } blocks)
        {
            message["blocks"] = JsonArray.Create(blocks);
        }

        if (withMetadata && post.Metadata is { } metadata)
        {
            message["metadata"] = JsonObject.Create(metadata);
        }

        return message;
    }

    private bool Knows(string channel) => _directMessages.Values.Contains(channel) || _groups.ContainsKey(channel);

    /// <summary>An instant as Slack writes it, later than every one before.</summary>
    public string NextTs()
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds() * 1000;
        long last, next;
        do
        {
            last = Interlocked.Read(ref _lastTs);
            next = Math.Max(now, last + 1);
        }
        while (Interlocked.CompareExchange(ref _lastTs, next, last) != last);
        return $"{next / 1_000_000}.{next % 1_000_000:D6}";
    }

    private static IResult Ok(JsonObject members)
    {
        members["ok"] = true;
        return Results.Json(members);
    }

    private IResult Refuse(string method, string error)
    {
        Violation($"{method}: {error}");
        return Results.Json(new { ok = false, error });
    }

    private void Violation(string what) => _violations.Add(what);
}
