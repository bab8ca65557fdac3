using System.Text.Json;
using Dialog.Bot.Turns;
using Microsoft.AspNetCore.WebUtilities;

namespace Dialog.Bot.Channels.Slack;

/// <summary>Slack's three doors. Verified first, parsed from the verified bytes, acknowledged after the commit.</summary>
internal sealed partial class SlackReceive(SlackOptions options, TurnRunner turns, TimeProvider time, ILogger<SlackReceive> logger)
{
    /// <summary>The largest body read. Slack's events stay far below; 40,000 characters fit with their copy in the blocks.</summary>
    public const int MostBytes = 768 * 1024;

    public async Task<IResult> EventsAsync(HttpContext http)
    {
        var (body, refusal) = await VerifiedAsync(http);
        if (body is null)
        {
            return refusal!;
        }

        if (!TryParse(body, out var json))
        {
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        }

        switch (json.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String ? type.GetString() : null)
        {
            case "url_verification" when json.TryGetProperty("challenge", out var challenge) && challenge.ValueKind == JsonValueKind.String:
                return Results.Json(new { challenge = challenge.GetString() });
            case "event_callback":
                return await TakeAsync([SlackParse.Event(json, time.GetUtcNow())], http.RequestAborted);
            case "app_rate_limited":
                LogRateLimited();
                return Results.Ok();
            case var other:
                LogIgnored(other ?? "nothing");
                return Results.Ok();
        }
    }

    public async Task<IResult> InteractionsAsync(HttpContext http)
    {
        var (body, refusal) = await VerifiedAsync(http);
        if (body is null)
        {
            return refusal!;
        }

        return Form(body).TryGetValue("payload", out var payload) && TryParse(System.Text.Encoding.UTF8.GetBytes(payload), out var json)
            ? await TakeAsync(SlackParse.Interaction(json, time.GetUtcNow()), http.RequestAborted)
            : Results.StatusCode(StatusCodes.Status400BadRequest);
    }

    public async Task<IResult> CommandsAsync(HttpContext http)
    {
        var (body, refusal) = await VerifiedAsync(http);
        if (body is null)
        {
            return refusal!;
        }

        var form = Form(body);
        if (!form.ContainsKey("command"))
        {
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        }

        var taken = await TakeAsync([SlackParse.Command(form, time.GetUtcNow())], http.RequestAborted);
        return taken is Microsoft.AspNetCore.Http.HttpResults.Ok
            ? Results.Json(new { response_type = "ephemeral", text = "Jag svarar i vårt direktmeddelande. · I'll answer in our direct message." })
            : taken;
    }

    private async Task<IResult> TakeAsync(IEnumerable<SlackReading> readings, CancellationToken aborted)
    {
        foreach (var reading in readings)
        {
            if (reading.Arrival is null)
            {
                LogIgnored(reading.Ignored!);
                continue;
            }

            try
            {
                await turns.TakeAsync(reading.Arrival, CancellationToken.None);
            }
            catch (Exception exception) when (!aborted.IsCancellationRequested)
            {
                LogNotTaken(exception, reading.Arrival.What.Key);
                return Results.StatusCode(StatusCodes.Status500InternalServerError);
            }
        }

        return Results.Ok();
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
        foreach (var pair in new QueryStringEnumerable(System.Text.Encoding.UTF8.GetString(body)))
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

    [LoggerMessage(Level = LogLevel.Debug, Message = "From Slack, ignored: {Reason}")]
    private partial void LogIgnored(string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Slack holds back events: more than 30,000 came in an hour.")]
    private partial void LogRateLimited();

    [LoggerMessage(Level = LogLevel.Error, Message = "An event from Slack could not be stored and was not acknowledged: {Key}")]
    private partial void LogNotTaken(Exception exception, string key);
}
