using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;

namespace Dialog.Bot.Channels.Slack;

/// <summary>Slack's three doors over HTTP. Verified first, parsed from the verified bytes, acknowledged after the commit.</summary>
internal sealed partial class SlackReceive(SlackOptions options, SlackDispatch dispatch, WorkspaceLimit limit, TimeProvider time, ILogger<SlackReceive> logger)
{
    /// <summary>The largest body read. Slack's events stay far below; 40,000 characters fit with their copy in the blocks.</summary>
    public const int MostBytes = 768 * 1024;

    public Task<IResult> EventsAsync(HttpContext http) => HandleAsync(http, async body =>
    {
        if (!TryParse(body, out var json))
        {
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        }

        if (SlackJson.Text(json, "type") == "url_verification" && SlackJson.Text(json, "challenge") is { } challenge)
        {
            return Results.Json(new { challenge });
        }

        if (limit.Refusal(Address.Slack, SlackJson.Text(json, "team_id")) is { } wait)
        {
            return wait;
        }

        await dispatch.EventAsync(json);
        return Results.Ok();
    });

    public Task<IResult> InteractionsAsync(HttpContext http) => HandleAsync(http, async body =>
        Form(body).TryGetValue("payload", out var payload) && TryParse(Encoding.UTF8.GetBytes(payload), out var json)
            ? limit.Refusal(Address.Slack, SlackJson.Text(SlackJson.Member(json, "team"), "id")) ?? Reply(await dispatch.InteractionAsync(json))
            : Results.StatusCode(StatusCodes.Status400BadRequest));

    public Task<IResult> CommandsAsync(HttpContext http) => HandleAsync(http, async body =>
        Form(body) is var form && form.ContainsKey("command")
            ? limit.Refusal(Address.Slack, form.GetValueOrDefault("team_id")) ?? Reply(await dispatch.CommandAsync(form))
            : Results.StatusCode(StatusCodes.Status400BadRequest));

    private static IResult Reply(JsonNode? body) => body is null ? Results.Ok() : Results.Json(body);

    private async Task<IResult> HandleAsync(HttpContext http, Func<byte[], Task<IResult>> handle)
    {
        var (body, refusal) = await VerifiedAsync(http);

        // What fails was not committed and is answered as everywhere; without the header that stops retries, Slack sends an event again.
        return body is null ? refusal! : await handle(body);
    }

    /// <summary>The body's bytes when Slack signed them.</summary>
    private async Task<(byte[]? Body, IResult? Refusal)> VerifiedAsync(HttpContext http)
    {
        if (!options.HearsHttp)
        {
            return (null, Results.NotFound());
        }

        if (await BoundedBody.ReadAsync(http.Request, MostBytes, http.RequestAborted) is not { } body)
        {
            return (null, Results.StatusCode(StatusCodes.Status413PayloadTooLarge));
        }

        // Slack's certificate probe is unsigned; nothing else in such a body is looked at.
        if (http.Request.HasFormContentType && body.Length < 1024 && Form(body) is { } form && form.ContainsKey("ssl_check") && !form.ContainsKey("payload") && !form.ContainsKey("command"))
        {
            return (null, Results.Ok());
        }

        var headers = http.Request.Headers;
        var refusal = SlackSignature.Refusal(options.SigningSecret!, headers["X-Slack-Request-Timestamp"], headers["X-Slack-Signature"], body, time.GetUtcNow());
        if (refusal is not null)
        {
            LogRefused(refusal);
            return (null, Results.StatusCode(StatusCodes.Status401Unauthorized));
        }

        return (body, null);
    }

    private static Dictionary<string, string> Form(byte[] body)
    {
        var fields = new Dictionary<string, string>();
        foreach (var pair in new QueryStringEnumerable(Encoding.UTF8.GetString(body)))
        {
            fields[pair.DecodeName().ToString()] = pair.DecodeValue().ToString();
        }

        return fields;
    }

    private static bool TryParse(byte[] body, out JsonElement json)
    {
        json = JsonBody.Read(body) ?? default;
        return json.ValueKind == JsonValueKind.Object;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A request to Slack's address was refused: {Reason}")]
    private partial void LogRefused(string reason);
}
