using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Dialog.EndToEnd.Running;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Dialog.EndToEnd.Teams;

/// <summary>
/// Bot Service's keys, a token endpoint and the connector for one tenant on loopback. It refuses what the real ones refuse
/// and remembers every refusal as a violation that fails the test when it ends.
/// </summary>
internal sealed class FakeTeams : IAsyncDisposable
{
    public const string AppId = "6f1d6c1e-6f0f-4b0e-9a57-0d1a10600001";
    public const string AppPassword = "fake-app-password-0123456789";
    public const string Tenant = "7a51c3a0-2f59-4c35-8c59-0d1a10600002";
    public const string Issuer = "https://api.botframework.com";

    private const string KeyId = "endorsed";
    private const string OtherKeyId = "endorsed-for-another-channel";
    private const string BareKeyId = "without-endorsements";

    private static readonly JsonSerializerOptions OmitNulls = new() { DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull };

    private readonly WebApplication _app = Loopback.Create();
    private readonly RSA _key = RSA.Create(2048);
    private readonly RSA _otherKey = RSA.Create(2048);
    private readonly RSA _foreignKey = RSA.Create(2048);
    private readonly ConcurrentDictionary<string, string> _conversations = new();
    private readonly ConcurrentDictionary<string, bool> _tokens = new();
    private readonly ConcurrentDictionary<string, bool> _guests = new();
    private readonly ConcurrentDictionary<string, bool> _groups = new();
    private readonly ConcurrentDictionary<(string Group, string ObjectId), bool> _members = new();
    private readonly ConcurrentBag<string> _violations = [];
    private readonly Recorded<TeamsPost> _posts = new();
    private int _lastId;
    private int _requests;

    private FakeTeams()
    {
        _app.Use((context, next) =>
        {
            if (context.Request.Path.Value is not ("/metadata" or "/keys"))
            {
                Interlocked.Increment(ref _requests);
            }

            return next(context);
        });
        _app.MapGet("/metadata", () => Results.Json(new
        {
            issuer = Issuer,
            authorization_endpoint = "https://invalid.example/",
            jwks_uri = $"{Base}/keys",
            id_token_signing_alg_values_supported = new[] { "RS256" },
            token_endpoint_auth_methods_supported = new[] { "private_key_jwt" },
        }));
        _app.MapGet("/keys", () => Results.Json(new { keys = new[] { AsJwk(_key, KeyId, ["msteams"]), AsJwk(_otherKey, OtherKeyId, ["webchat"]), AsJwk(_otherKey, BareKeyId, null) } }, OmitNulls));
        _app.MapPost("/token", context => Faults.AnswerAsync("token", context, () => Token(context)));
        _app.MapPost("/teams/v3/conversations", context => WithBodyAsync("create", context, body => Create(body)));
        _app.MapPost("/teams/v3/conversations/{conversation}/activities", context => WithBodyAsync("send", context, body => Send(context, body)));
        _app.MapPost("/teams/v3/conversations/{conversation}/activities/{activity}", context => WithBodyAsync("send", context, body => Send(context, body)));
        _app.MapPut("/teams/v3/conversations/{conversation}/activities/{activity}", context => WithBodyAsync("update", context, body => Update(context, body)));
        _app.MapGet("/teams/v3/conversations/{conversation}/members/{member}", context => Faults.AnswerAsync("member", context, () => Member(context)));
        _app.MapFallback(context => Refuse(404, "NotFound", $"{context.Request.Method} {context.Request.Path}").ExecuteAsync(context));
    }

    public Faults Faults { get; } = new();

    /// <summary>Who has another address than everybody, by object id.</summary>
    public ConcurrentDictionary<string, string> Emails { get; } = new();

    /// <summary>Requests the program has made, without those for the signing keys.</summary>
    public int Requests => _requests;

    public string ServiceUrl => $"{Base}/teams/";

    /// <summary>What the program needs to know to use this Teams.</summary>
    public IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
    {
        ["Teams__AppId"] = AppId,
        ["Teams__AppPassword"] = AppPassword,
        ["Teams__TenantId"] = Tenant,
        ["Teams__OpenIdMetadata"] = $"{Base}/metadata",
        ["Teams__TokenEndpoint"] = $"{Base}/token",
        ["Teams__ServiceUrls"] = Base,
    };

    private string Base => _app.Urls.Single();

    public static async Task<FakeTeams> StartAsync()
    {
        var teams = new FakeTeams();
        await teams._app.StartAsync(TestContext.Current.CancellationToken);
        return teams;
    }

    /// <summary>The personal conversation of a user (<c>29:…</c>) with the bot; the same each time.</summary>
    public string ConversationOf(string user) => _conversations.GetOrAdd(user, key => $"a:{key[3..]}");

    /// <summary>A user is a guest of the tenant.</summary>
    public void MakeGuest(string user) => _guests[user] = true;

    /// <summary>A group chat or channel the app was added to.</summary>
    public string NewGroup(string suffix)
    {
        var group = $"19:{Guid.NewGuid():N}@{suffix}";
        _groups[group] = true;
        return group;
    }

    /// <summary>Somebody is in a group; the bot may write to them then, whether they have the app or not.</summary>
    public void AddMember(string group, string objectId) => _members[(group, objectId)] = true;

    /// <summary>Messages the bot has sent in a conversation, without updates.</summary>
    public IReadOnlyList<TeamsPost> Messages(string conversation) => [.. _posts.All.Where(post => IsMessage(post, conversation))];

    /// <summary>The bot's message number <paramref name="skip"/> (from 0) or a later one that fits, as soon as it is there.</summary>
    public async Task<TeamsPost> WaitForMessageAsync(string conversation, Func<TeamsPost, bool>? fits = null, int skip = 0)
    {
        fits ??= _ => true;
        var all = await _posts.WaitUntilAsync(
            posts => posts.Where(post => IsMessage(post, conversation)).Skip(skip).Any(fits), $"message {skip} in {conversation}");
        return all.Where(post => IsMessage(post, conversation)).Skip(skip).First(fits);
    }

    /// <summary>A change the bot has made of an earlier message, as soon as it is there.</summary>
    public Task<TeamsPost> WaitForUpdateAsync(string conversation, string id, Func<TeamsPost, bool> fits) =>
        _posts.WaitForAsync(post => post.IsUpdate && post.Conversation == conversation && post.Id == id && fits(post), what: $"a change of {id} in {conversation}");

    /// <summary>Waits until the bot shows that it is typing.</summary>
    public Task WaitForTypingAsync(string conversation) =>
        _posts.WaitForAsync(post => post.Conversation == conversation && post.Activity.GetProperty("type").GetString() == "typing", what: $"typing in {conversation}");

    /// <summary>The token Bot Service would send with an activity from <paramref name="serviceUrl"/>, or one with a flaw.</summary>
    public string InboundToken(TokenFlaw flaw, string serviceUrl)
    {
        var (key, keyId) = flaw switch
        {
            TokenFlaw.ForeignKey => (_foreignKey, KeyId),
            TokenFlaw.UnknownKey => (_foreignKey, "unknown"),
            TokenFlaw.NotEndorsed => (_otherKey, OtherKeyId),
            TokenFlaw.NoEndorsements => (_otherKey, BareKeyId),
            TokenFlaw.NoKeyId => (_key, null),
            _ => (_key, KeyId),
        };
        var now = DateTimeOffset.UtcNow + flaw switch
        {
            TokenFlaw.Expired => TimeSpan.FromHours(-2),
            TokenFlaw.JustExpired => TimeSpan.FromMinutes(-66),
            TokenFlaw.Early => TimeSpan.FromHours(2),
            _ => TimeSpan.Zero,
        };
        var header = new { alg = flaw switch { TokenFlaw.Unsigned => "none", TokenFlaw.Symmetric => "HS256", TokenFlaw.Pss => "PS256", _ => "RS256" }, kid = keyId, x5t = keyId, typ = "JWT" };
        var claims = new
        {
            serviceurl = flaw switch { TokenFlaw.OtherServiceUrl => $"{Base}/elsewhere/", TokenFlaw.NoServiceUrl => null, _ => serviceUrl },
            nbf = now.ToUnixTimeSeconds(),
            exp = flaw == TokenFlaw.NoExpiry ? (long?)null : now.AddHours(1).ToUnixTimeSeconds(),
            iss = flaw switch { TokenFlaw.OtherIssuer => "https://issuer.example", TokenFlaw.NoIssuer => null, _ => Issuer },
            aud = flaw switch { TokenFlaw.OtherAudience => "6f1d6c1e-6f0f-4b0e-9a57-0d1a106000ff", TokenFlaw.NoAudience => null, _ => AppId },
        };
        var content = $"{Part(header)}.{Part(claims)}";
        var signature = flaw switch
        {
            TokenFlaw.Unsigned => "",
            TokenFlaw.Symmetric => Encode(HMACSHA256.HashData(Encoding.ASCII.GetBytes(AppId), Encoding.ASCII.GetBytes(content))),
            TokenFlaw.Pss => Encode(key.SignData(Encoding.ASCII.GetBytes(content), HashAlgorithmName.SHA256, RSASignaturePadding.Pss)),
            _ => Encode(key.SignData(Encoding.ASCII.GetBytes(content), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)),
        };
        return flaw switch
        {
            TokenFlaw.Malformed => "not.a-token",
            TokenFlaw.Tampered => $"{Part(header)}.{Part(claims with { exp = now.AddHours(9).ToUnixTimeSeconds() })}.{signature}",
            _ => $"{content}.{signature}",
        };
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
        _key.Dispose();
        _otherKey.Dispose();
        _foreignKey.Dispose();
        Assert.Empty(_violations);
    }

    private static bool IsMessage(TeamsPost post, string conversation) =>
        !post.IsUpdate && post.Conversation == conversation && post.Activity.GetProperty("type").GetString() == "message";

    private static object AsJwk(RSA key, string id, string[]? endorsements)
    {
        var parameters = key.ExportParameters(includePrivateParameters: false);
        return new { kty = "RSA", use = "sig", kid = id, x5t = id, n = Encode(parameters.Modulus!), e = Encode(parameters.Exponent!), endorsements };
    }

    private static string Part(object part) => Encode(JsonSerializer.SerializeToUtf8Bytes(part, OmitNulls));

    private static string Encode(byte[] bytes) => System.Buffers.Text.Base64Url.EncodeToString(bytes);

    private IResult Token(HttpContext context)
    {
        var form = context.Request.Form;
        if (form["grant_type"] != "client_credentials" || form["client_id"] != AppId || form["client_secret"] != AppPassword
            || form["scope"] != "https://api.botframework.com/.default")
        {
            _violations.Add("token: invalid_client");
            return Results.Json(new { error = "invalid_client" }, statusCode: 401);
        }

        var token = Guid.NewGuid().ToString("N");
        _tokens[token] = true;
        return Results.Json(new { token_type = "Bearer", expires_in = 3599, access_token = token });
    }

    private IResult Member(HttpContext context)
    {
        var (conversation, user) = ((string)context.Request.RouteValues["conversation"]!, (string)context.Request.RouteValues["member"]!);
        if (!IsAuthorized(context))
        {
            return Refuse(401, "Unauthorized", "member without a valid token");
        }

        // By the id in Entra ID a group tells of its members alone; that somebody is not there is an answer, too.
        if (!user.StartsWith("29:", StringComparison.Ordinal))
        {
            if (!_members.ContainsKey((conversation, user)))
            {
                return Results.Json(new { error = new { code = "MemberNotFoundInConversation", message = user } }, statusCode: 404);
            }

            user = $"29:{user}";
        }

        var guest = _guests.ContainsKey(user);
        return conversation != ConversationOf(user) && !_groups.ContainsKey(conversation.Split(';')[0])
            ? Refuse(404, "MemberNotFoundInConversation", user)
            : Results.Json(new
            {
                id = user,
                aadObjectId = user[3..],
                name = "Mattias Jansson",
                email = Emails.GetValueOrDefault(user[3..], "Mattias.Jansson@katrineholm.example"),
                userPrincipalName = guest ? "mattias_firma.example#EXT#@katrineholm.onmicrosoft.example" : "mattias.jansson@katrineholm.example",
                tenantId = Tenant,
                userRole = guest ? "guest" : "user",
            });
    }

    private bool IsAuthorized(HttpContext context) =>
        context.Request.Headers.Authorization.ToString() is var authorization && authorization.StartsWith("Bearer ", StringComparison.Ordinal) && _tokens.ContainsKey(authorization[7..]);

    private async Task WithBodyAsync(string operation, HttpContext context, Func<JsonElement, IResult> carryOut)
    {
        if (!IsAuthorized(context))
        {
            await Refuse(401, "Unauthorized", $"{operation} without a valid token").ExecuteAsync(context);
            return;
        }

        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        JsonElement activity;
        try
        {
            activity = JsonSerializer.Deserialize<JsonElement>(body.ToArray());
        }
        catch (JsonException)
        {
            await Refuse(400, "BadSyntax", $"{operation}: not JSON").ExecuteAsync(context);
            return;
        }

        // Showing that one is typing is no message: a fault that waits for the next message does not hit it.
        var isTyping = activity.TryGetProperty("type", out var type) && type.GetString() == "typing";
        await Faults.AnswerAsync(isTyping ? "typing" : operation, context, () => carryOut(activity));
    }

    private IResult Create(JsonElement parameters)
    {
        var members = parameters.TryGetProperty("members", out var list) ? list.EnumerateArray().Select(member => member.GetProperty("id").GetString()!).ToList() : [];
        if (members is not [var user] || !user.StartsWith("29:", StringComparison.Ordinal)
            || !parameters.TryGetProperty("tenantId", out var tenant) || tenant.GetString() != Tenant
            || (parameters.TryGetProperty("isGroup", out var isGroup) && isGroup.ValueKind == JsonValueKind.True))
        {
            return Refuse(400, "BadSyntax", "Incorrect conversation creation parameters");
        }

        return _conversations.TryGetValue(user, out var conversation) || _members.Keys.Any(member => member.ObjectId == user[3..]) && (conversation = ConversationOf(user)) is not null
            ? Results.Json(new { id = conversation }, statusCode: 201)
            : Refuse(403, "BotNotInConversationRoster", "the app is not installed for the user");
    }

    private IResult Send(HttpContext context, JsonElement activity)
    {
        var conversation = (string)context.Request.RouteValues["conversation"]!;
        if (ProblemOf(conversation, activity) is { } problem)
        {
            return problem;
        }

        var post = new TeamsPost(conversation, NextId(), activity);
        _posts.Add(post);
        return Results.Json(new { id = post.Id }, statusCode: 201);
    }

    private IResult Update(HttpContext context, JsonElement activity)
    {
        var conversation = (string)context.Request.RouteValues["conversation"]!;
        var id = (string)context.Request.RouteValues["activity"]!;
        if (ProblemOf(conversation, activity) is { } problem)
        {
            return problem;
        }

        if (Messages(conversation).All(post => post.Id != id))
        {
            return Refuse(404, "ActivityNotFoundInConversation", id);
        }

        _posts.Add(new TeamsPost(conversation, id, activity) { IsUpdate = true });
        return Results.Json(new { id });
    }

    private IResult? ProblemOf(string conversation, JsonElement activity)
    {
        if (!_conversations.Values.Contains(conversation) && !_groups.ContainsKey(conversation.Split(';')[0]))
        {
            return Refuse(404, "ConversationNotFound", conversation);
        }

        return TeamsRules.Problems(activity) is { Count: > 0 } problems ? Refuse(400, "BadSyntax", string.Join("; ", problems)) : null;
    }

    private IResult Refuse(int status, string code, string message)
    {
        _violations.Add($"{status} {code}: {message}");
        return Results.Json(new { error = new { code, message } }, statusCode: status);
    }

    private string NextId() => (1_790_000_000_000 + Interlocked.Increment(ref _lastId)).ToString(CultureInfo.InvariantCulture);
}
