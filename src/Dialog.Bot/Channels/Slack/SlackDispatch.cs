using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dialog.Bot.Turns;

namespace Dialog.Bot.Channels.Slack;

/// <summary>
/// What happens with what Slack sends, however it came (HTTP or Socket Mode). When a method returns, all is committed and may be
/// acknowledged, with the answer if there is one; when it throws, nothing may be acknowledged.
/// </summary>
internal sealed partial class SlackDispatch(
    SlackInstalls installs,
    SlackPeople people,
    SlackMentions mentions,
    Guests guests,
    SlackCommands commands,
    SlackWindows windows,
    SlackTurns turns,
    TimeProvider time,
    OutageLog outages,
    ILogger<SlackDispatch> logger)
{
    /// <summary>The body of the Events API: an event, or a notice about events.</summary>
    public async Task EventAsync(JsonElement body)
    {
        switch (SlackJson.Text(body, "type"))
        {
            case "app_rate_limited":
                LogRateLimited();
                return;
            case "event_callback":
                break;
            case var other:
                LogIgnored(other ?? "nothing");
                return;
        }

        var inner = SlackJson.Member(body, "event");
        var type = SlackJson.Text(inner, "type");
        if (SlackSender.OfEvent(body, user: null) is not { } sender)
        {
            LogIgnored("no workspace");
            return;
        }

        // An installation that is gone says so last; that must be heard even when nothing else is.
        if (type is "app_uninstalled" || type is "tokens_revoked" && SlackJson.Items(SlackJson.Member(inner, "tokens"), "bot").Any())
        {
            var told = long.TryParse(SlackJson.Text(body, "event_time"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? seconds : (long?)null;
            await installs.EndAsync(sender.Workspace, told, type is "app_uninstalled" ? "the app was uninstalled" : "the bot token was revoked: install the app again", CancellationToken.None);
            return;
        }

        if (!await IsOursAsync(sender.Workspace, SlackJson.Text(body, "api_app_id")))
        {
            return;
        }

        if (type is "user_change" or "team_join")
        {
            await people.LearnAsync(sender.Workspace, SlackJson.Member(inner, "user"), CancellationToken.None);
            return;
        }

        await TakeAsync(await ReadAsync(body, sender));
    }

    /// <summary>Who is mentioned is looked up only where something comes of it.</summary>
    private async ValueTask<SlackReading> ReadAsync(JsonElement body, SlackSender sender)
    {
        var now = time.GetUtcNow();
        var reading = SlackParse.Event(body, mentions.None, now);
        return reading.Arrival is not null && await mentions.OfAsync(sender.Workspace, SlackParse.Text(body), sender.BotUsers) is { Known.Count: > 0 } names
            ? SlackParse.Event(body, names, now)
            : reading;
    }

    /// <summary>A click, a shortcut, a modal. The answer is what a modal shows next; null for none.</summary>
    public async Task<JsonNode?> InteractionAsync(JsonElement payload)
    {
        if (SlackSender.OfInteraction(payload) is not { } sender || !await IsOursAsync(sender.Workspace, SlackJson.Text(payload, "api_app_id")))
        {
            return null;
        }

        if (await guests.IsGuestAsync(sender.Address, CancellationToken.None))
        {
            LogIgnored("a guest's press");
            return null;
        }

        switch (SlackJson.Text(payload, "type"))
        {
            case "block_actions":
                foreach (var action in SlackJson.Items(payload, "actions"))
                {
                    if (!await windows.PressAsync(payload, action, sender))
                    {
                        await TakeAsync(SlackParse.Click(payload, action, sender, time.GetUtcNow()));
                    }
                }

                return null;
            case "shortcut" or "message_action":
                await windows.OpenByShortcutAsync(payload, sender);
                return null;
            case "view_submission":
                return await windows.SubmitAsync(payload, sender);
            case var other:
                LogIgnored($"interaction {other}");
                return null;
        }
    }

    /// <summary>A slash command; the answer is seen by the person alone.</summary>
    public async Task<JsonNode?> CommandAsync(IReadOnlyDictionary<string, string> form) =>
        SlackSender.OfCommand(form) is not { } sender || !await IsOursAsync(sender.Workspace, form.GetValueOrDefault("api_app_id")) ? null
        : await guests.IsGuestAsync(sender.Address, CancellationToken.None) ? commands.AnswerGuest()
        : await commands.AnswerAsync(form, sender);

    private async Task TakeAsync(SlackReading reading)
    {
        if (reading.Arrival is not { } arrival)
        {
            LogIgnored(reading.Ignored!);
            return;
        }

        try
        {
            await turns.TakeAsync(arrival);
        }
        catch (Exception exception) when (!outages.Took(exception))
        {
            LogNotTaken(exception, arrival.What.Key);
            throw;
        }
    }

    private async Task<bool> IsOursAsync(string workspace, string? app)
    {
        var ours = await installs.IsOursAsync(workspace, app, CancellationToken.None);
        if (!ours)
        {
            LogNotOurs(workspace);
        }

        return ours;
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "From Slack, ignored: {Reason}")]
    private partial void LogIgnored(string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "From Slack's workspace {Workspace}, ignored: the app is not installed there, or waits for a yes at the desk.")]
    private partial void LogNotOurs(string workspace);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Slack holds back events: more than 30,000 came in an hour.")]
    private partial void LogRateLimited();

    [LoggerMessage(Level = LogLevel.Error, Message = "An event from Slack could not be stored and was not acknowledged: {Key}")]
    private partial void LogNotTaken(Exception exception, string key);
}
