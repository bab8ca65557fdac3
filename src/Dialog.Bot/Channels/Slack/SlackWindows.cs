using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dialog.Bot.Turns;
using Dialog.Core.Access;
using Dialog.Core.Assignments;
using Dialog.Core.Drafts;
using Dialog.Core.Interviews;
using Dialog.Core.Reading;
using Dialog.Core.Texts;

namespace Dialog.Bot.Channels.Slack;

/// <summary>The person's page and forms: what a press opens or does, and what a form that is sent in becomes.</summary>
internal sealed partial class SlackWindows(
    Glances glances,
    SlackCalls calls,
    SlackMentions mentions,
    SlackAsking asking,
    ReviewDesk review,
    ReaderBook readers,
    SlackTurns turns,
    OrganisationShelf organisations,
    TimeProvider time,
    ILogger<SlackWindows> logger)
{
    public const string AnswerShortcut = "interview.start";
    public const string ReactionShortcut = "reaction.add";

    /// <summary>What the ids of buttons begin with that ask for a reason.</summary>
    public const string ReasonPrefix = "reason.";

    /// <summary>Slack waits three seconds for the answer to a press.</summary>
    private static readonly TimeSpan FormWithin = TimeSpan.FromSeconds(1.5);

    /// <summary>A press that is not an answer to a message. False for any other.</summary>
    public async Task<bool> PressAsync(JsonElement payload, JsonElement action, SlackSender sender)
    {
        var (id, value) = (SlackJson.Text(action, "action_id") ?? "", SlackJson.Text(action, "value") ?? "");
        if (id.StartsWith(ReasonPrefix, StringComparison.Ordinal))
        {
            return SlackForms.Reason(await glances.FindAsync(sender.Address, CancellationToken.None), value) is { } reason && await OpenInTimeAsync(payload, sender, reason);
        }

        if (!id.StartsWith("home.", StringComparison.Ordinal))
        {
            return SlackJson.Text(SlackJson.Member(payload, "container"), "type") == "view";
        }

        var key = $"slack:press:{sender.Workspace}:{sender.User}:{SlackJson.Text(action, "action_ts")}";
        switch (id)
        {
            case SlackHome.Answer:
                await TakeAsync(sender, new Incoming.Picked(value) { Key = key, At = time.GetUtcNow() });
                break;
            case SlackHome.Pause:
                await TakeAsync(sender, new Incoming.PutOff(value) { Key = key, At = time.GetUtcNow() });
                break;
            case SlackHome.Language:
                await TakeAsync(sender, new Incoming.Said(value == "en" ? SurfaceCommands.English : SurfaceCommands.Swedish, key) { Key = key, At = time.GetUtcNow() });
                break;
            case SlackHome.EditAnswer when await glances.FindAsync(sender.Address, CancellationToken.None) is { } glance:
                Open(payload, sender, SlackForms.EditAnswer(glance, value) ?? SlackForms.Gone(glance), canWrite: true);
                break;
            case SlackHome.EditDraft when await glances.FindAsync(sender.Address, CancellationToken.None) is { } glance:
                Open(payload, sender, SlackForms.EditDraft(glance, value) ?? SlackForms.Gone(glance));
                break;
            case SlackHome.Ask when await glances.FindAsync(sender.Address, CancellationToken.None) is { IsEditor: true } editor:
                Open(payload, sender, SlackForms.NewAssignment(editor, organisations.Now));
                break;
        }

        return true;
    }

    public async Task OpenByShortcutAsync(JsonElement payload, SlackSender sender)
    {
        var glance = await glances.FindAsync(sender.Address, CancellationToken.None);
        if (SlackJson.Text(payload, "callback_id") == AnswerShortcut)
        {
            Open(payload, sender, SlackForms.GiveAnswer(glance, organisations.Now), canWrite: true);
        }
        else if (SlackJson.Text(payload, "callback_id") == ReactionShortcut)
        {
            var topics = glance is null ? [] : await glances.FinishedAsync(glance, SlackForms.MostTopics, CancellationToken.None);
            var message = SlackJson.Member(payload, "message");
            var sent = SlackJson.Text(message, "text") ?? "";
            var words = SlackText.Of(message, await mentions.OfAsync(sender.Workspace, sent, sender.BotUsers), sender.BotUsers);
            var which = SlackJson.Text(SlackJson.Member(payload, "channel"), "id") is { } channel && SlackJson.Text(message, "ts") is { } ts ? $"{channel}-{ts}" : "";
            Open(payload, sender, SlackForms.Reaction(glance, topics, words, which, organisations.Now));
        }
    }

    /// <summary>A form was sent in: null closes it, else what is wrong, in the person's language.</summary>
    public async Task<JsonNode?> SubmitAsync(JsonElement payload, SlackSender sender)
    {
        var view = SlackJson.Member(payload, "view");
        var (id, about) = (SlackJson.Text(view, "id"), SlackJson.Text(view, "private_metadata") ?? "");
        var key = $"slack:form:{sender.Workspace}:{sender.User}:{id}";
        var glance = await glances.FindAsync(sender.Address, CancellationToken.None);
        var texts = SurfaceTexts.For(glance?.Language ?? organisations.Now.Language);
        var form = new SlackForm(view, texts);
        switch (SlackJson.Text(view, "callback_id"))
        {
            case SlackForms.GiveAnswerForm:
                return await AnswerAsync(form, glance, about, sender, key);
            case SlackForms.EditAnswerForm:
                return await RewriteAsync(form, glance, about, sender, key);
            case SlackForms.EditDraftForm:
                return await ChangeDraftAsync(form, glance, about);
            case SlackForms.ReasonForm:
                return await RequestChangesAsync(form, glance, about, sender, key);
            case SlackForms.ReactionForm:
                return await ReactAsync(form, glance, topic => about.Length > 0 ? $"slack-{sender.Workspace}-{sender.User}-{about}-{topic}" : $"slack-{sender.Workspace}-{id}");
            case SlackForms.NewAssignmentForm:
                return await AskAsync(form, glance, sender, key, texts);
            default:
                return null;
        }
    }

    /// <summary>An answer is about the question it was written under, or not taken. A form that an earlier version opened does not say which that was.</summary>
    private async Task<JsonNode?> AnswerAsync(SlackForm form, Glance? glance, string about, SlackSender sender, string key)
    {
        var said = form.Text("text", SlackBlocks.MostInput);
        if (about.Length > 0 && about != glance?.Place && !await turns.TookAsync(key, CancellationToken.None))
        {
            form.Wrong("text", texts => texts.AnotherQuestion);
        }

        return form.Errors ?? await TakeAsync(sender, new Incoming.Said(said, key) { Key = key, At = time.GetUtcNow() });
    }

    private async Task<JsonNode?> RewriteAsync(SlackForm form, Glance? glance, string which, SlackSender sender, string key)
    {
        var text = form.Text("text", SlackBlocks.MostInput);
        if (SlackForms.Find(glance, which) is not { } found)
        {
            form.Wrong("text", texts => texts.Gone);
        }
        else if (which.Split('|') is [_, _, var seen] && seen != found.Answer.Revision.ToString(CultureInfo.InvariantCulture) && Clean.Text(text) != found.Answer.Text)
        {
            form.Wrong("text", texts => texts.ChangedSince);
        }
        else if (form.Errors is null)
        {
            return await TakeAsync(sender, new Incoming.Rewritten(found.Item.Id, found.Answer.Slot, text) { Key = key, At = time.GetUtcNow() });
        }

        return form.Errors;
    }

    private async Task<JsonNode?> RequestChangesAsync(SlackForm form, Glance? glance, string value, SlackSender sender, string key)
    {
        var reason = form.Text("reason", SlackForms.MostReason);
        if (glance?.Talk?.Looks.Exists(look => look.Awaiting(value)) != true)
        {
            form.Wrong("reason", texts => texts.Gone);
        }

        return form.Errors ?? await TakeAsync(sender, new Incoming.ChangesWanted(value, reason) { Key = key, At = time.GetUtcNow() });
    }

    /// <summary>The same order as at the desk: the turn looks whether the person may, and whether the text is still the one they saw.</summary>
    private async Task<JsonNode?> ChangeDraftAsync(SlackForm form, Glance? glance, string which)
    {
        var text = form.Text("text", SlackBlocks.MostInput);
        if (which.Split('|') is not [var id, var seen] || !int.TryParse(seen, out var revision) || glance is null || SlackForms.FindDraft(glance, id) is null)
        {
            form.Wrong("text", texts => texts.Gone);
        }
        else if (form.Errors is null)
        {
            var order = new ReviewOrder(id, ReviewAction.Edit, new Actor(ReviewRole.Respondent, glance.PersonId, glance.Name)) { Text = text, IfRevision = revision };
            if (await review.OrderAsync(order, CancellationToken.None) is { } refused and not Refusal.NothingToDo)
            {
                form.Wrong("text", _ => ReviewTexts.For(glance.Language).Why(refused));
            }
        }

        return form.Errors;
    }

    /// <summary>The same message added twice by the same person to the same topic is one reader.</summary>
    private async Task<JsonNode?> ReactAsync(SlackForm form, Glance? glance, Func<string, string> id)
    {
        var (topic, text, source) = (form.Selected("topic"), form.Text("text", SlackBlocks.MostInput), form.OptionalText("source"));
        if (form.Errors is null)
        {
            var mine = glance is not null && (await glances.FinishedAsync(glance, SlackForms.MostTopics, CancellationToken.None)).Any(other => other.Id == topic);
            if (!mine || await readers.AddAsync(topic, new Reaction(id(topic), Clean.Text(text), source, Url: null), Asking.InTalk, CancellationToken.None) is null)
            {
                form.Wrong("topic", texts => texts.Gone);
            }
        }

        return form.Errors;
    }

    private async Task<JsonNode?> AskAsync(SlackForm form, Glance? glance, SlackSender sender, string key, SurfaceTexts texts)
    {
        var (user, topic, brief) = (form.User("person"), form.Text("topic", ChatAsking.MostTopic), form.OptionalText("brief"));
        var (deadline, publishOn, deputy) = (form.Day("deadline"), form.Day("publishOn"), form.OptionalUser("deputy"));
        if (glance is not { IsEditor: true })
        {
            form.Wrong("topic", _ => texts.EditorsOnly);
        }
        else if (user.Length > 0 && !await asking.IsPersonAsync(sender, user))
        {
            form.Wrong("person", _ => texts.NotAPerson);
        }
        else if (deadline < asking.Today)
        {
            form.Wrong("deadline", _ => texts.Past);
        }
        else if (publishOn < asking.Today)
        {
            form.Wrong("publishOn", _ => texts.Past);
        }
        else if (deadline > publishOn)
        {
            form.Wrong("deadline", _ => texts.AfterPrint);
        }
        else if (deputy is not null && (deputy == user || !await asking.IsPersonAsync(sender, deputy)))
        {
            form.Wrong("deputy", _ => deputy == user ? texts.NoDeputy : texts.NotAPerson);
        }
        else if (form.Errors is null)
        {
            var size = Enum.TryParse<AdSize>(form.OptionalSelected("size"), out var booked) && Enum.IsDefined(booked) ? booked : AdSize.Quarter;
            await asking.AskAsync(glance, sender, user, new ChatQuestion(topic, brief, deadline, form.Chosen("outlets")) { Size = size, PublishOn = publishOn }, key, deputy);
        }

        return form.Errors;
    }

    /// <summary>Only the form for a reason is opened from a message, which may stand in a thread.</summary>
    private async Task<JsonNode?> TakeAsync(SlackSender sender, Incoming what)
    {
        await turns.TakeAsync(new Arrival(sender.Address, new Room(null), what) { OutsideThreads = what is not Incoming.ChangesWanted });
        return null;
    }

    /// <summary>A form opens within three seconds of the press or not at all; Slack's answer is not waited for, or a slow Slack would make us late. Of a form that did not open the person is told.</summary>
    private void Open(JsonElement payload, SlackSender sender, JsonObject view, bool canWrite = false) => _ = Task.Run(async () =>
    {
        if (!await TryOpenAsync(payload, sender, view))
        {
            await TellMissedAsync(payload, sender, canWrite);
        }
    });

    private async Task TellMissedAsync(JsonElement payload, SlackSender sender, bool canWrite)
    {
        try
        {
            await TakeAsync(sender, new Incoming.FormMissed(canWrite) { Key = $"slack:missed:{sender.Workspace}:{sender.User}:{SlackJson.Text(payload, "trigger_id")}", At = time.GetUtcNow() });
        }
        catch (Exception exception)
        {
            LogNotTold(exception, sender.User);
        }
    }

    /// <summary>The same where there is another way: false when the form has not opened soon.</summary>
    private async Task<bool> OpenInTimeAsync(JsonElement payload, SlackSender sender, JsonObject view)
    {
        var opening = TryOpenAsync(payload, sender, view);
        return await Task.WhenAny(opening, Task.Delay(FormWithin, time)) == opening && await opening;
    }

    private async Task<bool> TryOpenAsync(JsonElement payload, SlackSender sender, JsonObject view)
    {
        var fields = new Dictionary<string, string> { ["trigger_id"] = SlackJson.Text(payload, "trigger_id") ?? "", ["view"] = view.ToJsonString(JsonSerializerOptions.Web) };
        try
        {
            var answer = await calls.CallAsync(sender.Workspace, "views.open", fields, $"open-view:{fields["trigger_id"]}", CancellationToken.None);
            if (answer is not SlackAnswer.Ok)
            {
                LogNotOpened(sender.User, answer is SlackAnswer.Refused refused ? SlackErrors.Explain(refused) : answer.GetType().Name);
            }

            return answer is SlackAnswer.Ok;
        }
        catch (Exception exception)
        {
            LogFailed(exception, sender.User);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A form for {User} did not open: {Reason}. Pressing again opens it.")]
    private partial void LogNotOpened(string user, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{User} could not be told that a form did not open.")]
    private partial void LogNotTold(Exception exception, string user);

    [LoggerMessage(Level = LogLevel.Error, Message = "A form for {User} could not be opened.")]
    private partial void LogFailed(Exception exception, string user);
}

/// <summary>What a button of the page says in the person's place.</summary>
internal static class SurfaceCommands
{
    public const string Swedish = "svenska";
    public const string English = "english";
}
