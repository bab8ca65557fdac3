using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Dialog.Bot.Turns;

namespace Dialog.Bot.Channels.Hooks;

/// <summary>
/// Sends events to those outside, signed as Standard Webhooks says (github.com/standard-webhooks, spec 1.0). A message keeps its id however often it is sent, so
/// that the receiver takes it once; one whose outcome is unknown is therefore simply sent again.
/// </summary>
internal sealed class HookChannel(Turns.Hooks hooks, IHttpClientFactory clients, TimeProvider time) : IChannel
{
    public const string HttpClientName = "webhooks";

    public string Name => Turns.Hooks.Channel;

    public bool CanTell => true;

    public async Task<SendResult> SendAsync(Posting posting, CancellationToken cancellationToken)
    {
        if (hooks.Targets.FirstOrDefault(target => target.Name == posting.To.Workspace) is not { } target)
        {
            return new SendResult.Failed($"{SendReasons.HookGone} (Webhooks:{posting.To.Workspace})");
        }

        using var client = clients.CreateClient(HttpClientName);
        using var request = Sign(target, posting.OutboxId, posting.Message.Text);
        try
        {
            using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            var status = (int)answer.StatusCode;
            return answer.StatusCode switch
            {
                >= HttpStatusCode.OK and < HttpStatusCode.MultipleChoices => new SendResult.Sent(null),
                HttpStatusCode.Gone => new SendResult.Failed(string.Create(CultureInfo.InvariantCulture, $"{SendReasons.HookOver} (HTTP {status})")),
                _ => new SendResult.Again(Wait(answer), string.Create(CultureInfo.InvariantCulture, $"{SendReasons.HookAnswered} {status}")),
            };
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return new SendResult.Again(After: null, exception is HttpRequestException ? $"{SendReasons.HookAway} {exception.Message}" : SendReasons.HookSilent);
        }
    }

    public Task<SendResult> ReconcileAsync(Posting posting, CancellationToken cancellationToken) => SendAsync(posting, cancellationToken);

    private HttpRequestMessage Sign(HookTarget target, string outboxId, string body)
    {
        var id = $"msg_{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(outboxId)).AsSpan(0, 16))}";
        var timestamp = time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return new HttpRequestMessage(HttpMethod.Post, target.Url)
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
            Headers =
            {
                { "webhook-id", id },
                { "webhook-timestamp", timestamp },
                { "webhook-signature", string.Join(' ', target.Secrets.Select(secret => Signature(secret, id, timestamp, body))) },
            },
        };
    }

    /// <summary>One secret's signature.</summary>
    public static string Signature(byte[] secret, string id, string timestamp, string body) => $"v1,{Convert.ToBase64String(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes($"{id}.{timestamp}.{body}")))}";

    /// <summary>As long as the receiver says, within a second and half an hour; null for the sender's own measure.</summary>
    private TimeSpan? Wait(HttpResponseMessage answer) =>
        AskedWait.Of(answer, time) is { } wait ? TimeSpan.FromSeconds(Math.Clamp(wait.TotalSeconds, 1, 1800)) : null;
}
