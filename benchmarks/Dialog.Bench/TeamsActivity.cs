using System.Globalization;
using System.Text;

namespace Dialog.Bench;

/// <summary>
/// A message in a personal chat as Bot Service delivers it, each from another of a number of people. They belong to as many tenants as Sweden
/// has municipalities: the connector lets a tenant have 50 calls a second, which is not what is to be measured.
/// </summary>
/// <param name="conversations">How many people.</param>
/// <param name="serviceUrl">Where replies go.</param>
internal sealed class TeamsActivity(int conversations, string serviceUrl) : IRequests
{
    private const int Tenants = 290;

    private readonly string token = BotService.Token(serviceUrl);
    private readonly long first = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
    private int last;

    public byte[] NextBytes()
    {
        var number = Interlocked.Increment(ref last);
        var person = number * SlackEvent.Stride % conversations;
        var (user, tenant) = (Id(1, person), Id(2, person % Tenants));
        var now = DateTimeOffset.UtcNow.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
        var body = string.Create(CultureInfo.InvariantCulture, $$$"""
            {"type":"message","id":"{{{first + number}}}","timestamp":"{{{now}}}","localTimestamp":"{{{now}}}","localTimezone":"Europe/Stockholm","channelId":"msteams","serviceUrl":"{{{serviceUrl}}}","locale":"sv-SE","text":"hjälp","textFormat":"plain","from":{"id":"29:{{{user}}}","name":"Mattias Jansson","aadObjectId":"{{{user}}}"},"recipient":{"id":"28:{{{BotService.AppId}}}","name":"Dialog"},"conversation":{"id":"a:{{{user}}}","conversationType":"personal","tenantId":"{{{tenant}}}"},"channelData":{"tenant":{"id":"{{{tenant}}}"}},"entities":[{"type":"clientInfo","locale":"sv-SE","country":"SE","platform":"Web","timezone":"Europe/Stockholm"}],"attachments":[{"contentType":"text/html","content":"<p>hjälp</p>"}]}
            """);
        return Encoding.UTF8.GetBytes(string.Create(
            CultureInfo.InvariantCulture,
            $"POST /api/messages HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {token}\r\nContent-Type: application/json; charset=utf-8\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}"));
    }

    private static string Id(int kind, long number) => string.Create(CultureInfo.InvariantCulture, $"7a51c3a0-2f59-4c35-8c5{kind}-{number:D12}");
}
