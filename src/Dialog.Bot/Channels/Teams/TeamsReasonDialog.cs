using System.Text.Json.Nodes;
using Dialog.Bot.Turns;
using Dialog.Core.Interviews;
using Dialog.Core.Texts;

namespace Dialog.Bot.Channels.Teams;

/// <summary>The dialog behind "request changes" under drafts to be reviewed: why. Only who was asked to review them gets one.</summary>
internal sealed class TeamsReasonDialog(TurnRunner turns, Glances glances, OrganisationShelf organisations, TimeProvider time)
{
    /// <summary>The longest reason.</summary>
    private const int MostText = 1000;

    /// <summary>The dialog was opened by a button that asks for a reason.</summary>
    public static bool Is(Activity activity) => Choice(activity) is not null && Activity.String(Activity.Member(activity.Value, "data"), TeamsDialogs.Which) is null;

    public async Task<JsonObject> FetchAsync(Activity activity, CancellationToken cancellationToken)
    {
        var glance = await glances.FindAsync(TeamsParse.AddressOf(activity), cancellationToken);
        return Find(glance, activity) is { } look ? Ask(look, activity, "", problem: null) : Gone(glance, activity);
    }

    /// <summary>Commits the reason. Null closes the dialog; the card turns into the outcome.</summary>
    public async Task<JsonObject?> SubmitAsync(Activity activity, CancellationToken cancellationToken)
    {
        var glance = await glances.FindAsync(TeamsParse.AddressOf(activity), cancellationToken);
        if (Find(glance, activity) is not { } look)
        {
            return Gone(glance, activity);
        }

        var texts = SurfaceTexts.For(look.Prompt.Language);
        var reason = Activity.String(Activity.Member(activity.Value, "data"), "reason")?.Trim() ?? "";
        if (reason.Length is 0 or > MostText)
        {
            return Ask(look, activity, reason, reason.Length == 0 ? texts.Empty : texts.TooLong(MostText));
        }

        await turns.TakeAsync(TeamsParse.WantedChanges(activity, Choice(activity)!, reason, time.GetUtcNow()), CancellationToken.None);
        return null;
    }

    private static Look? Find(Glance? glance, Activity activity) => Choice(activity) is { } value ? glance?.Talk?.Looks.Find(look => look.Awaiting(value)) : null;

    private static string? Choice(Activity activity) => Activity.String(Activity.Member(activity.Value, "data"), "choice");

    private JsonObject Gone(Glance? glance, Activity activity) => TeamsDialogs.Message(SurfaceTexts.For(glance?.Language ?? TeamsText.Language(activity.Locale, organisations.Now)).Gone);

    private static JsonObject Ask(Look look, Activity activity, string reason, string? problem)
    {
        var texts = SurfaceTexts.For(look.Prompt.Language);
        return TeamsDialogs.Continue(
            look.Prompt.Language, texts.RequestChanges, texts.Send,
            new JsonArray(TeamsRender.Text(look.Prompt.Text), TeamsDialogs.Field("reason", texts.WhatToChange, reason, MostText, texts.Empty), TeamsRender.Text(problem ?? texts.WhatToChangeHint)),
            new JsonObject { ["choice"] = Choice(activity) });
    }
}
