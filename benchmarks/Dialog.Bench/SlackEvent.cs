using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace Dialog.Bench;

/// <summary>A signed direct message as Slack delivers it, each from another of a number of people, who are far apart in the store.</summary>
internal sealed class SlackEvent(int conversations) : IRequests
{
    /// <summary>A prime: everybody has their turn before anybody has it again.</summary>
    public const long Stride = 7_368_787;

    public const string SigningSecret = "bench-signing-secret-0123456789abc";

    private static readonly byte[] Key = Encoding.UTF8.GetBytes(SigningSecret);

    private int last;

    public byte[] NextBytes()
    {
        var (body, timestamp, signature, _) = Sign();
        var head = $"POST /slack/events HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nX-Slack-Request-Timestamp: {timestamp}\r\nX-Slack-Signature: {signature}\r\nContent-Length: {body.Length}\r\n\r\n";
        return [.. Encoding.ASCII.GetBytes(head), .. body];
    }

    /// <param name="channel">The direct message it comes from.</param>
    public HttpRequestMessage Next(out string channel)
    {
        (var body, var timestamp, var signature, channel) = Sign();
        var request = new HttpRequestMessage(HttpMethod.Post, "/slack/events") { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add("X-Slack-Request-Timestamp", timestamp);
        request.Headers.Add("X-Slack-Signature", signature);
        return request;
    }

    private (byte[] Body, string Timestamp, string Signature, string Channel) Sign()
    {
        var number = Interlocked.Increment(ref last);
        var person = number * Stride % conversations;
        var channel = string.Create(CultureInfo.InvariantCulture, $"D0BENCH{person:D6}");
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        var body = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $$"""
            {"token":"t","team_id":"T0BENCH001","api_app_id":"A0BENCH001","event":{"type":"message","user":"U0BENCH{{person:D6}}","ts":"{{now}}.{{number:D6}}","client_msg_id":"{{Guid.NewGuid()}}","text":"hjälp","team":"T0BENCH001","channel":"D0BENCH{{person:D6}}","event_ts":"{{now}}.{{number:D6}}","channel_type":"im"},"type":"event_callback","event_id":"Ev0BENCH{{now}}{{number:D8}}","event_time":{{now}},"authorizations":[{"enterprise_id":null,"team_id":"T0BENCH001","user_id":"U0BENCHBOT","is_bot":true,"is_enterprise_install":false}],"is_ext_shared_channel":false}
            """));
        var timestamp = now.ToString(CultureInfo.InvariantCulture);
        byte[] signed = [.. Encoding.UTF8.GetBytes($"v0:{timestamp}:"), .. body];
        return (body, timestamp, "v0=" + Convert.ToHexStringLower(HMACSHA256.HashData(Key, signed)), channel);
    }
}
