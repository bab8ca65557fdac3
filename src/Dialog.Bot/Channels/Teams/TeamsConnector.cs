using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Dialog.Bot.Channels.Teams;

/// <summary>Calls to the Bot Connector: to allowed hosts only, with the bot's token, within the limits. Repeats nothing but a call whose token was refused.</summary>
internal sealed class TeamsConnector(IHttpClientFactory clients, TeamsCredential credential, ServiceHosts hosts, TeamsPace pace, TimeProvider time)
{
    public const string HttpClientName = "teams";

    /// <summary>A shorter wait is waited out; a longer one gives the sender back to others.</summary>
    private static readonly TimeSpan ShortWait = TimeSpan.FromSeconds(1);

    /// <summary>429 without Retry-After.</summary>
    private static readonly TimeSpan DefaultWait = TimeSpan.FromSeconds(5);

    /// <param name="method">The HTTP method.</param>
    /// <param name="room">Whose connector, tenant and limits.</param>
    /// <param name="path">Below <c>/v3/</c>, escaped.</param>
    /// <param name="conversation">Whose limits; a member for a conversation that has no id yet.</param>
    /// <param name="body">What is sent; null for nothing.</param>
    /// <param name="cancellationToken">Gives the call up. Before it is made that is <see cref="TeamsAnswer.NotSent"/>; afterwards it may have been carried out.</param>
    /// <exception cref="OperationCanceledException">Given up, and it may have been carried out.</exception>
    public async Task<TeamsAnswer> CallAsync(HttpMethod method, TeamsRoom room, string path, string conversation, JsonObject? body, CancellationToken cancellationToken)
    {
        if (!hosts.Allows(room.ServiceUrl))
        {
            return new TeamsAnswer.Refused(TeamsDecision.GiveUp, "the conversation's service address is not on the list Teams:ServiceUrls", null);
        }

        var tenant = room.TenantId ?? "";
        try
        {
            if (await WaitAsync(tenant, conversation, cancellationToken) is { } wait)
            {
                return new TeamsAnswer.NotSent(wait, "the limits of Teams");
            }
        }
        catch (OperationCanceledException)
        {
            return new TeamsAnswer.NotSent(null, "the limits of Teams");
        }

        var address = $"{room.ServiceUrl.TrimEnd('/')}/v3/{path}";
        var (answer, status) = await CallAsync(method, address, body, fresh: false, cancellationToken);
        if (status == HttpStatusCode.Unauthorized)
        {
            (answer, status) = await CallAsync(method, address, body, fresh: true, cancellationToken);
        }

        if (status == HttpStatusCode.TooManyRequests && answer is TeamsAnswer.Refused limited)
        {
            var longer = limited.After ?? DefaultWait;
            pace.Hold(tenant, conversation, longer);
            return limited with { After = longer };
        }

        return answer;
    }

    /// <summary>Null when the call may be made now.</summary>
    private async Task<TimeSpan?> WaitAsync(string tenant, string conversation, CancellationToken cancellationToken)
    {
        var wait = pace.Wait(tenant, conversation);
        if (wait > TimeSpan.Zero && wait <= ShortWait)
        {
            await Task.Delay(wait, time, cancellationToken);
            wait = pace.Wait(tenant, conversation);
        }

        return wait > TimeSpan.Zero ? wait : null;
    }

    private async Task<(TeamsAnswer Answer, HttpStatusCode? Status)> CallAsync(HttpMethod method, string address, JsonObject? body, bool fresh, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, address);
        if (body is not null)
        {
            request.Content = new StringContent(body.ToJsonString(TeamsRender.Json), Encoding.UTF8, "application/json");
        }

        try
        {
            request.Headers.Authorization = await credential.GetAsync(fresh, cancellationToken) is { } token ? new AuthenticationHeaderValue("Bearer", token) : null;
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException)
        {
            return (new TeamsAnswer.NotSent(null, exception is HttpRequestException ? exception.Message : "no token in time"), null);
        }

        try
        {
            using var response = await clients.CreateClient(HttpClientName).SendAsync(request, cancellationToken);
            var answer = await ReadAsync(response, cancellationToken);
            return (response.IsSuccessStatusCode ? new TeamsAnswer.Done(answer) : Refused(response, answer), response.StatusCode);
        }
        catch (HttpRequestException exception) when (exception.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError)
        {
            return (new TeamsAnswer.NotSent(null, "Teams cannot be reached"), null);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return (new TeamsAnswer.NoAnswer("Teams did not answer"), null);
        }
    }

    private TeamsAnswer.Refused Refused(HttpResponseMessage response, JsonElement body)
    {
        var (decision, reason) = TeamsErrors.Decide((int)response.StatusCode, TeamsErrors.CodeOf(body));
        var after = AskedWait.Of(response, time);
        return new TeamsAnswer.Refused(decision, reason, after > TimeSpan.Zero ? after : null);
    }

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
