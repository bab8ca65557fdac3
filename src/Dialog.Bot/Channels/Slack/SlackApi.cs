using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Dialog.Bot.Channels.Slack;

/// <summary>One call of Slack's Web API, made once. Form fields throughout: some methods ignore JSON.</summary>
internal sealed class SlackApi(IHttpClientFactory clients, SlackOptions options, TimeProvider time)
{
    public const string HttpClientName = "slack";

    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(1);

    /// <summary>Does not throw for anything Slack or the network does; only cancellation and bugs are exceptions.</summary>
    public async Task<SlackAnswer> CallAsync(string method, string? token, IReadOnlyDictionary<string, string> fields, CancellationToken cancellationToken)
    {
        var client = clients.CreateClient(HttpClientName);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(options.Api, method)) { Content = new FormUrlEncodedContent(fields) };
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        try
        {
            using var response = await client.SendAsync(request, cancellationToken);
            if (response.StatusCode == HttpStatusCode.TooManyRequests)
            {
                return new SlackAnswer.Limited(RetryAfter(response));
            }

            if (!response.IsSuccessStatusCode)
            {
                return new SlackAnswer.NoAnswer($"{SendReasons.SlackFailed} ({method} HTTP {(int)response.StatusCode})");
            }

            var body = JsonElement.Parse(await response.Content.ReadAsByteArrayAsync(cancellationToken));
            return body.ValueKind == JsonValueKind.Object && SlackJson.Flag(body, "ok")
                ? new SlackAnswer.Ok(body, response.Headers.TryGetValues("x-oauth-scopes", out var scopes) ? string.Join(',', scopes) : null)
                : new SlackAnswer.Refused(SlackJson.Text(body, "error") ?? "", Details(body));
        }
        catch (HttpRequestException exception) when (exception.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError)
        {
            return new SlackAnswer.Unreachable();
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or JsonException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return new SlackAnswer.NoAnswer($"{SendReasons.SlackSilent} ({method})", Silent: true);
        }
    }

    /// <summary>A moment at least: whoever comes again at once is refused again at once.</summary>
    private TimeSpan? RetryAfter(HttpResponseMessage response) =>
        AskedWait.Of(response, time) is not { } wait ? null : wait < Moment ? Moment : wait;

    private static string Details(JsonElement body)
    {
        var messages = SlackJson.Member(SlackJson.Member(body, "response_metadata"), "messages");
        var lines = messages.ValueKind == JsonValueKind.Array ? messages.EnumerateArray().Select(message => message.ToString()).Take(3) : [];
        return string.Join("; ", SlackJson.Text(body, "needed") is { } scope ? lines.Prepend($"needs {scope}") : lines);
    }
}
