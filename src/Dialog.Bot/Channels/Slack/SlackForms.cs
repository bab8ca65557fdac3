using System.Globalization;
using System.Text.Json.Nodes;
using Dialog.Bot.Turns;
using Dialog.Core.Assignments;
using Dialog.Core.Drafts;
using Dialog.Core.Interviews;
using Dialog.Core.Texts;

namespace Dialog.Bot.Channels.Slack;

/// <summary>The forms (modals), in the person's language. What they carry along is an id, looked up again when they are sent in.</summary>
internal static class SlackForms
{
    public const string GiveAnswerForm = "answer.give";
    public const string EditAnswerForm = "answer.edit";
    public const string NewAssignmentForm = "assignment.new";
    public const string EditDraftForm = "draft.edit";
    public const string ReactionForm = "reaction.add";
    public const string ReasonForm = "draft.request-changes";

    /// <summary>The longest reason for a change.</summary>
    public const int MostReason = 1000;

    /// <summary>Topics offered to choose from; Slack takes a hundred.</summary>
    public const int MostTopics = 50;

    /// <summary>Slack's checkboxes hold ten; an organisation with more outlets chooses the rest at the desk.</summary>
    private const int MostOutlets = 10;

    /// <summary>The open question with a place to answer; without one, a word about it.</summary>
    public static JsonObject GiveAnswer(Glance? glance, Organisation organisation)
    {
        var texts = SurfaceTexts.For(glance?.Language ?? organisation.Language);
        var asked = glance is not null && glance.Open.Any() ? glance.Question : null;
        return asked is null
            ? Note(texts.GiveAnswer, texts.Cancel, texts.NothingToAnswer)
            : SlackBlocks.Modal(GiveAnswerForm, texts.GiveAnswer, texts.Send, texts.Cancel, glance!.Place, SlackBlocks.Section(asked), SlackBlocks.Input("text", texts.YourText, SlackBlocks.TextField()));
    }

    /// <summary>Null when the answer is not the person's, or does not fit into a form: then the person edits the message it was written in.</summary>
    public static JsonObject? EditAnswer(Glance glance, string which)
    {
        var texts = SurfaceTexts.For(glance.Language);
        return Find(glance, which) is not { } found || !CanEdit(found.Answer) ? null
            : SlackBlocks.Modal(
                EditAnswerForm, texts.EditAnswer, texts.Save, texts.Cancel, string.Create(CultureInfo.InvariantCulture, $"{found.Item.Id}|{found.Answer.Slot}|{found.Answer.Revision}"),
                SlackBlocks.Section($"{found.Answer.Label} · {found.Item.Topic}"),
                SlackBlocks.Input("text", texts.YourText, SlackBlocks.TextField(found.Answer.Text), hint: texts.YourTextHint));
    }

    /// <summary>Null when the draft is not the person's, or does not fit into a form: then it is changed at the desk.</summary>
    public static JsonObject? EditDraft(Glance glance, string draftId)
    {
        var texts = SurfaceTexts.For(glance.Language);
        return FindDraft(glance, draftId) is not { } draft || !CanEdit(draft) ? null
            : SlackBlocks.Modal(
                EditDraftForm, texts.EditDraft, texts.Save, texts.Cancel, string.Create(CultureInfo.InvariantCulture, $"{draft.Id}|{draft.Revision}"),
                SlackBlocks.Section(draft.Outlet),
                SlackBlocks.Input("text", texts.YourText, SlackBlocks.TextField(draft.Draft.Text), hint: texts.EditDraftHint));
    }

    /// <summary>A reader's words for something that was talked about; without anything to choose, a word about it.</summary>
    /// <param name="glance">The reader's colleague who adds them.</param>
    /// <param name="topics">What was talked about.</param>
    /// <param name="words">The reader's words.</param>
    /// <param name="message">Identity of the message they stand in, the same however often it is added.</param>
    /// <param name="organisation">Whose language it is, when the person's is not known.</param>
    public static JsonObject Reaction(Glance? glance, IReadOnlyList<GlanceTopic> topics, string words, string message, Organisation organisation)
    {
        var texts = SurfaceTexts.For(glance?.Language ?? organisation.Language);
        return topics.Count == 0
            ? Note(texts.AddReaction, texts.Cancel, texts.NothingToReactTo)
            : SlackBlocks.Modal(
                ReactionForm, texts.AddReaction, texts.Save, texts.Cancel, message,
                SlackBlocks.Input("topic", texts.ReactionTo, new JsonObject
                {
                    ["type"] = "static_select",
                    ["options"] = new JsonArray([.. topics.Select(topic => SlackBlocks.Option(topic.Id, topic.Person is null ? topic.Topic : $"{topic.Person}: {topic.Topic}"))]),
                }),
                SlackBlocks.Input("text", texts.ReactionText, SlackBlocks.TextField(words)),
                SlackBlocks.Input("source", texts.ReactionSource, SlackBlocks.TextField("Slack", lines: false, most: 100), optional: true));
    }

    /// <summary>What is to be changed in drafts the person reviews; null when they are not asked any more.</summary>
    public static JsonObject? Reason(Glance? glance, string value)
    {
        if (glance?.Talk?.Looks.Find(look => look.Awaiting(value)) is not { } look)
        {
            return null;
        }

        var texts = SurfaceTexts.For(look.Prompt.Language);
        return SlackBlocks.Modal(
            ReasonForm, texts.RequestChanges, texts.Send, texts.Cancel, value,
            SlackBlocks.Section(look.Prompt.Text),
            SlackBlocks.Input("reason", texts.WhatToChange, SlackBlocks.TextField(most: MostReason), hint: texts.WhatToChangeHint));
    }

    /// <summary>The whole text fits into a form's field.</summary>
    public static bool CanEdit(GlanceAnswer answer) => answer.Text.Length <= SlackBlocks.MostInput;

    /// <summary>The whole text fits into a form's field, and nothing has gone out yet.</summary>
    public static bool CanEdit(GlanceDraft draft) =>
        draft.Draft.Text.Length <= SlackBlocks.MostInput && draft.Status is DraftStatus.Working or DraftStatus.InReview or DraftStatus.ChangesRequested or DraftStatus.Approved;

    public static GlanceDraft? FindDraft(Glance? glance, string draftId) => glance?.Items.SelectMany(item => item.Drafts).FirstOrDefault(draft => draft.Id == draftId);

    public static JsonObject NewAssignment(Glance editor, Organisation organisation)
    {
        var texts = SurfaceTexts.For(editor.Language);
        var outlets = organisation.Outlets.Offered.Take(MostOutlets).Select(outlet => SlackBlocks.Option(outlet.Code, outlet.Name(editor.Language))).ToList();
        var chosen = outlets.Where(option => organisation.DefaultOutlets.Contains((string)option["value"]!)).Select(option => option.DeepClone());
        return SlackBlocks.Modal(
            NewAssignmentForm, texts.NewAssignment, texts.Send, texts.Cancel, "",
            SlackBlocks.Input("person", texts.Person, new JsonObject { ["type"] = "users_select" }),
            SlackBlocks.Input("topic", texts.Topic, SlackBlocks.TextField(lines: false, most: ChatAsking.MostTopic)),
            SlackBlocks.Input("brief", texts.Brief, SlackBlocks.TextField(), optional: true),
            SlackBlocks.Input("deadline", texts.Deadline, new JsonObject { ["type"] = "datepicker" }, optional: true),
            SlackBlocks.Input("publishOn", texts.PublishOn, new JsonObject { ["type"] = "datepicker" }, optional: true),
            SlackBlocks.Input("deputy", texts.Deputy, new JsonObject { ["type"] = "users_select" }, optional: true),
            SlackBlocks.Input("size", texts.SizeOfAd, Sizes(editor.Language, organisation), optional: true),
            SlackBlocks.Input("outlets", texts.Outlets, SlackBlocks.Checkboxes(outlets, [.. chosen]), optional: true));
    }

    private static JsonObject Sizes(string language, Organisation organisation)
    {
        var offered = organisation.Outlets.OfferedSizes.Select(size => SlackBlocks.Option($"{size.Size}", size.Name(language))).ToList();
        var select = new JsonObject { ["type"] = "static_select", ["options"] = new JsonArray([.. offered]) };
        if (offered.Find(option => (string?)option["value"] == $"{AdSize.Quarter}") is { } usual)
        {
            select["initial_option"] = usual.DeepClone();
        }

        return select;
    }

    /// <summary>The person's own answer that <c>assignment|slot</c> names, whatever follows; null when there is none.</summary>
    public static (GlanceItem Item, GlanceAnswer Answer)? Find(Glance? glance, string which) =>
        which.Split('|') is [var id, var slot, ..]
        && glance?.Items.FirstOrDefault(item => item.Id == id) is { } found
        && found.Answers.Find(answer => answer.Slot.ToString() == slot) is { } answer
            ? (found, answer)
            : null;

    /// <summary>What was to be changed on the page cannot be changed any more.</summary>
    public static JsonObject Gone(Glance glance)
    {
        var texts = SurfaceTexts.For(glance.Language);
        return Note(texts.Change, texts.Cancel, texts.Gone);
    }

    private static JsonObject Note(string title, string close, string text) => new()
    {
        ["type"] = "modal",
        ["title"] = SlackBlocks.Plain(SlackBlocks.Cut(title, 24)),
        ["close"] = SlackBlocks.Plain(SlackBlocks.Cut(close, 24)),
        ["blocks"] = new JsonArray(SlackBlocks.Section(text)),
    };
}
