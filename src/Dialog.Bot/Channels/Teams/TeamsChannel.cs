using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Dialog.Bot.Channels.Teams;

/// <summary>Posts activities to the Bot Connector. A post whose outcome is unknown is left visibly so: Teams gives no way to look.</summary>
internal sealed class TeamsChannel(IHttpClientFactory clients, TeamsCredential credential, ServiceHosts hosts, TimeProvider time) : IChannel
{
    public const string HttpClientName = "teams";

    public string Name => Address.Teams;

    public async Task<SendResult> SendAsync(Posting posting, CancellationToken cancellationToken)
    {
        if (TeamsRoom.Read(posting.Room.Data) is not { } room)
        {
            return new SendResult.Failed("the person has not installed the app in Teams");
        }

        if (!hosts.Allows(room.ServiceUrl))
        {
            return new SendResult.Failed("the conversation's service address is not on the list Teams:ServiceUrls");
        }

        var address = $"{room.ServiceUrl.TrimEnd('/')}/v3/conversations/{Uri.EscapeDataString(posting.Room.Id!)}/activities";
        if (posting.Updates is { } activityId)
        {
            var update = TeamsRender.Message(posting.Message, room.UserId);
            update["id"] = activityId;
            var (updated, problem) = await CallAsync(HttpMethod.Put, $"{address}/{Uri.EscapeDataString(activityId)}", update, cancellationToken);
            return updated is null ? problem is SendResult.Unknown unknown ? new SendResult.Again(null, unknown.Reason) : problem! : new SendResult.Sent(activityId);
        }

        var (answer, failure) = await CallAsync(HttpMethod.Post, address, TeamsRender.Message(posting.Message, room.UserId), cancellationToken);
        return answer is { } body ? new SendResult.Sent(Activity.String(body, "id")) : failure!;
    }

    public async Task ShowReceivedAsync(Receipt receipt, CancellationToken cancellationToken)
    {
        if (TeamsRoom.Read(receipt.Room.Data) is { } room && hosts.Allows(room.ServiceUrl))
        {
            await CallAsync(HttpMethod.Post, $"{room.ServiceUrl.TrimEnd('/')}/v3/conversations/{Uri.EscapeDataString(receipt.Room.Id!)}/activities", TeamsRender.Typing(), cancellationToken);
        }
    }

    public Task<SendResult> ReconcileAsync(Posting posting, CancellationToken cancellationToken) =>
        Task.FromResult<SendResult>(posting.Updates is null ? new SendResult.Unknown("Teams cannot tell whether it arrived") : new SendResult.Again(TimeSpan.Zero, "safe to repeat"));

    private async Task<(JsonElement? Answer, SendResult? Problem)> CallAsync(HttpMethod method, string address, JsonObject activity, CancellationToken cancellationToken)
    {
        for (var fresh = false; ; fresh = true)
        {
            string? token;
            try
            {
                token = await credential.GetAsync(fresh, cancellationToken);
            }
            catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
            {
                return (null, new SendResult.Again(null, exception.Message));
            }

            var (answer, problem, refused) = await CallOnceAsync(method, address, activity, token, cancellationToken);
            if (!refused || fresh || token is null)
            {
                return (answer, problem);
            }
        }
    }

    private async Task<(JsonElement? Answer, SendResult? Problem, bool Refused)> CallOnceAsync(
        HttpMethod method, string address, JsonObject activity, string? token, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, address) { Content = new StringContent(activity.ToJsonString(TeamsRender.Json), Encoding.UTF8, "application/json") };
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        try
        {
            using var response = await clients.CreateClient(HttpClientName).SendAsync(request, cancellationToken);
            var body = await ReadAsync(response, cancellationToken);
            return response.IsSuccessStatusCode
                ? (body, null, false)
                : (null, Problem(response, body), response.StatusCode == HttpStatusCode.Unauthorized);
        }
        catch (HttpRequestException exception) when (exception.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError)
        {
            return (null, new SendResult.Again(null, "Teams cannot be reached"), false);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return (null, new SendResult.Unknown("Teams did not answer"), false);
        }
    }

    private SendResult Problem(HttpResponseMessage response, JsonElement body)
    {
        var status = (int)response.StatusCode;
        var code = Activity.String(Activity.Member(body, "error"), "code") ?? Activity.String(body, "message") ?? "";
        return response.StatusCode switch
        {
            HttpStatusCode.TooManyRequests or HttpStatusCode.PreconditionFailed => new SendResult.Again(RetryAfter(response), $"HTTP {status}"),
            HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError => new SendResult.Unknown($"HTTP {status}"),
            HttpStatusCode.Unauthorized => new SendResult.Failed("Teams does not accept the bot's token: check Teams:AppId, Teams:AppPassword and the Azure Bot's Teams channel"),
            HttpStatusCode.RequestEntityTooLarge => new SendResult.Failed("the message is too big for Teams"),
            HttpStatusCode.NotFound => new SendResult.Failed("the conversation or the message does not exist any more"),
            HttpStatusCode.Forbidden when code.Contains("BotNotInConversationRoster", StringComparison.Ordinal) => new SendResult.Failed("the app was uninstalled by the person"),
            HttpStatusCode.Forbidden when code.Contains("MessageWritesBlocked", StringComparison.Ordinal) || code.Contains("ConversationBlockedByUser", StringComparison.Ordinal) => new SendResult.Failed("the person has blocked the app"),
            HttpStatusCode.Forbidden when code.Contains("BotDisabledByAdmin", StringComparison.Ordinal) => new SendResult.Failed("the administrator has switched the app off"),
            _ => new SendResult.Failed($"Teams refused the message (HTTP {status})"),
        };
    }

    private TimeSpan? RetryAfter(HttpResponseMessage response) =>
        response.Headers.RetryAfter is { } header ? header.Delta ?? header.Date - time.GetUtcNow() : null;

    /// <summary>The answer may be JSON, HTML or nothing.</summary>
    private static async Task<JsonElement> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            using var document = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(cancellationToken));
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return default;
        }
    }
}
