using System.Text.Json.Nodes;
using Dialog.Bot.Turns;
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

    /// <summary>Slack's checkboxes hold ten; an organisation with more outlets chooses the rest at the desk.</summary>
    private const int MostOutlets = 10;

    /// <summary>The open question with a place to answer; without one, a word about it.</summary>
    public static JsonObject GiveAnswer(Glance? glance, Organisation organisation)
    {
        var texts = SurfaceTexts.For(glance?.Language ?? organisation.Language);
        var asked = glance is not null && glance.Open.Any() ? glance.Question : null;
        return asked is null
            ? Note(texts.GiveAnswer, texts.Cancel, texts.NothingToAnswer)
            : SlackBlocks.Modal(GiveAnswerForm, texts.GiveAnswer, texts.Send, texts.Cancel, "", SlackBlocks.Section(asked), SlackBlocks.Input("text", texts.YourText, SlackBlocks.TextField()));
    }

    /// <summary>Null when the answer is not the person's.</summary>
    public static JsonObject? EditAnswer(Glance glance, string which)
    {
        var texts = SurfaceTexts.For(glance.Language);
        return Find(glance, which) is not { } found ? null
            : SlackBlocks.Modal(
                EditAnswerForm, texts.EditAnswer, texts.Save, texts.Cancel, which,
                SlackBlocks.Section($"{found.Answer.Label} · {found.Item.Topic}"),
                SlackBlocks.Input("text", texts.YourText, SlackBlocks.TextField(found.Answer.Text), hint: texts.YourTextHint));
    }

    public static JsonObject NewAssignment(Glance editor, Organisation organisation)
    {
        var texts = SurfaceTexts.For(editor.Language);
        var outlets = organisation.Outlets.All.Take(MostOutlets).Select(outlet => SlackBlocks.Option(outlet.Code, outlet.Name(editor.Language))).ToList();
        var chosen = outlets.Where(option => organisation.DefaultOutlets.Contains((string)option["value"]!)).Select(option => option.DeepClone());
        return SlackBlocks.Modal(
            NewAssignmentForm, texts.NewAssignment, texts.Send, texts.Cancel, "",
            SlackBlocks.Input("person", texts.Person, new JsonObject { ["type"] = "users_select" }),
            SlackBlocks.Input("topic", texts.Topic, SlackBlocks.TextField(lines: false, most: SlackAsking.MostTopic)),
            SlackBlocks.Input("brief", texts.Brief, SlackBlocks.TextField(), optional: true),
            SlackBlocks.Input("deadline", texts.Deadline, new JsonObject { ["type"] = "datepicker" }, optional: true),
            SlackBlocks.Input("outlets", texts.Outlets, new JsonObject { ["type"] = "checkboxes", ["options"] = new JsonArray([.. outlets]), ["initial_options"] = new JsonArray([.. chosen]) }, optional: true));
    }

    /// <summary>The person's own answer that <c>assignment|slot</c> names; null when there is none.</summary>
    public static (GlanceItem Item, GlanceAnswer Answer)? Find(Glance? glance, string which) =>
        which.Split('|') is [var id, var slot]
        && glance?.Items.FirstOrDefault(item => item.Id == id) is { } found
        && found.Answers.Find(answer => answer.Slot.ToString() == slot) is { } answer
            ? (found, answer)
            : null;

    private static JsonObject Note(string title, string close, string text) => new()
    {
        ["type"] = "modal",
        ["title"] = SlackBlocks.Plain(SlackBlocks.Cut(title, 24)),
        ["close"] = SlackBlocks.Plain(SlackBlocks.Cut(close, 24)),
        ["blocks"] = new JsonArray(SlackBlocks.Section(text)),
    };
}
