using System.Text.Json;
using System.Text.Json.Nodes;
using Dialog.Bot.Turns;
using Dialog.Core.Interviews;
using Dialog.Core.Texts;

namespace Dialog.Bot.Channels.Teams;

/// <summary>What Teams wants answered within the request: presses of a card's buttons, and dialogs. The turn is committed first; the answer shows what came of it.</summary>
internal sealed class TeamsInvoke(TurnRunner turns, Prompts prompts, TeamsDialogs dialogs, TeamsReasonDialog reasons, TeamsReactions reactions, TeamsAsking asking, OrganisationShelf organisations, TimeProvider time)
{
    private const string ErrorType = "application/vnd.microsoft.error";

    /// <summary>The answer; null for an invoke this bot does not know.</summary>
    public async Task<IResult?> AnswerAsync(Activity activity) => activity.Name switch
    {
        "adaptiveCard/action" => await ActAsync(activity),
        "task/fetch" when TeamsReasonDialog.Is(activity) => Results.Json(await reasons.FetchAsync(activity, CancellationToken.None)),
        "task/submit" when TeamsReasonDialog.Is(activity) => await reasons.SubmitAsync(activity, CancellationToken.None) is { } next ? Results.Json(next) : Results.Ok(),
        "composeExtension/fetchTask" when Command(activity) == TeamsReactions.Command => Results.Json(await reactions.FetchAsync(activity, CancellationToken.None)),
        "composeExtension/submitAction" when Command(activity) == TeamsReactions.Command => Results.Json(await reactions.SubmitAsync(activity, CancellationToken.None)),
        "composeExtension/fetchTask" when Command(activity) == TeamsAsking.Command => Results.Json(await asking.FetchAsync(activity, CancellationToken.None)),
        "composeExtension/submitAction" when Command(activity) == TeamsAsking.Command => Results.Json(await asking.SubmitAsync(activity, CancellationToken.None)),
        "task/fetch" => Results.Json(await dialogs.FetchAsync(activity, CancellationToken.None)),
        "task/submit" => await dialogs.SubmitAsync(activity, CancellationToken.None) is { } next ? Results.Json(next) : Results.Ok(),
        _ => null,
    };

    private static string? Command(Activity activity) => Activity.String(activity.Value, "commandId");

    private async Task<IResult> ActAsync(Activity activity)
    {
        if (Activity.Member(activity.Value, "action") is not { ValueKind: JsonValueKind.Object } action || Activity.String(action, "type") != "Action.Execute"
            || Activity.String(Activity.Member(action, "data"), "choice") is not { } choice)
        {
            return BadRequest(activity);
        }

        var looks = Activity.String(action, "verb") == TeamsRender.Refresh;
        if (!looks)
        {
            await turns.TakeAsync(TeamsParse.Chose(activity, choice, time.GetUtcNow()), CancellationToken.None);
        }

        // Asked from the store, not from the turn: a repeated press and a press of an old button are shown how things stand, too.
        var message = await prompts.FindAsync(TeamsParse.AddressOf(activity), choice.Split(':', 2)[0], activity.ReplyToId, CancellationToken.None);
        return (message ?? (looks ? NotKept(activity) : null)) is { } shown ? Answer(200, TeamsRender.CardType, TeamsRender.Card(shown, activity.FromId)) : BadRequest(activity);
    }

    /// <summary>A card that outlives what is kept of its talk: nothing on it does anything any more.</summary>
    private Outgoing NotKept(Activity activity)
    {
        var language = TeamsText.Language(activity.Locale, organisations.Now);
        return new Outgoing { Kind = OutgoingKind.Note, Text = SurfaceTexts.For(language).NotKept, Language = language };
    }

    private IResult BadRequest(Activity activity) =>
        Answer(400, ErrorType, new JsonObject { ["code"] = "BadRequest", ["message"] = BotTexts.For(TeamsText.Language(activity.Locale, organisations.Now)).UnknownButton });

    /// <summary>The outcome is told in the body; to Teams the request itself always went well.</summary>
    private static IResult Answer(int statusCode, string type, JsonNode value) =>
        Results.Json(new JsonObject { ["statusCode"] = statusCode, ["type"] = type, ["value"] = value });
}
