using System.Net.Http.Headers;
using System.Text.Json;

namespace Dialog.Bot.Channels.Slack;

/// <summary>Whether Slack knows the bot token, and whether the app may do what it has to.</summary>
internal sealed class SlackCheck(SlackOptions options, IHttpClientFactory clients) : ICheck
{
    /// <summary>Without these the interview cannot be had (manifest/slack).</summary>
    private static readonly string[] Needed = ["chat:write", "im:write", "im:history"];

    public string Name => "Slack";

    public async Task<Checked> TryAsync(CancellationToken cancellationToken)
    {
        if (!options.IsConfigured)
        {
            return new Checked(Holds: true, "not configured: set Slack:SigningSecret and Slack:BotToken (docs/connect-slack.md)");
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(options.Api, "auth.test")) { Content = new FormUrlEncodedContent([]) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", options.BotToken);
        try
        {
            using var response = await clients.CreateClient(SlackChannel.HttpClientName).SendAsync(request, cancellationToken);
            response.EnsureSuccessStatusCode();
            using var body = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(cancellationToken));
            return Read(body.RootElement, Scopes(response));
        }
        catch (Exception exception) when (exception is HttpRequestException or JsonException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return new Checked(Holds: false, $"{options.Api.Host} cannot be reached ({exception.Message}). Is this machine allowed to call out?");
        }
    }

    private static Checked Read(JsonElement body, string[]? scopes)
    {
        if (!body.TryGetProperty("ok", out var ok) || ok.ValueKind != JsonValueKind.True)
        {
            var code = body.TryGetProperty("error", out var error) ? error.GetString() : null;
            return new Checked(Holds: false, SlackErrors.Read(code, []) is SendResult.Failed failed ? $"Slack:BotToken: {failed.Reason}" : $"Slack says {code}; try again later");
        }

        var missing = scopes is null ? [] : Needed.Except(scopes).ToList();
        return missing.Count > 0
            ? new Checked(Holds: false, $"the app lacks {string.Join(", ", missing)}: compare its scopes with manifest/slack and install it again")
            : new Checked(Holds: true, $"the bot token works in {body.GetProperty("team").GetString()}; Slack tries the signing secret itself when you save the events address");
    }

    /// <summary>What the token may do, when Slack tells.</summary>
    private static string[]? Scopes(HttpResponseMessage response) =>
        response.Headers.TryGetValues("x-oauth-scopes", out var values) ? string.Join(',', values).Split(',', StringSplitOptions.TrimEntries) : null;
}
