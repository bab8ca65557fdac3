using System.Text.Json.Nodes;
using Dialog.Bot.Turns;
using Dialog.Core.Calendars;
using Dialog.Core.Questions;
using Dialog.Core.Texts;

namespace Dialog.Bot.Channels.Slack;

/// <summary>The person's page (App Home): open questions, drafts, answers, settings; at most 100 blocks.</summary>
internal static class SlackHome
{
    public const string Answer = "home.answer";
    public const string Pause = "home.pause";
    public const string EditAnswer = "home.edit-answer";
    public const string EditDraft = "home.edit-draft";
    public const string Language = "home.language";
    public const string Ask = "home.ask";

    /// <summary>Three blocks each, so that all four sections fit in a hundred.</summary>
    private const int MostQuestions = 8;

    private const int MostDrafts = 10;

    private const int MostAnswers = 12;

    /// <summary>A draft on the page is shown this far.</summary>
    private const int MostShown = 600;

    public static JsonObject Render(Glance glance)
    {
        var texts = SurfaceTexts.For(glance.Language);
        JsonObject[] blocks =
        [
            SlackBlocks.Header(texts.Hello(glance.FirstName)),
            SlackBlocks.Section(texts.What, glance.IsEditor ? SlackBlocks.Button(Ask, texts.AskSomebody, "new", primary: true) : null),
            .. Questions(glance, texts),
            .. Drafts(glance, texts),
            .. Answers(glance, texts),
            SlackBlocks.Divider(),
            SlackBlocks.Header(texts.Settings),
            SlackBlocks.Section(texts.SettingsNow(glance.TimeZone), SlackBlocks.Button(Language, texts.OtherLanguage, glance.Language == "en" ? "sv" : "en")),
        ];
        return new JsonObject { ["type"] = "home", ["blocks"] = new JsonArray([.. blocks]) };
    }

    private static IEnumerable<JsonObject> Questions(Glance glance, SurfaceTexts texts)
    {
        yield return SlackBlocks.Divider();
        yield return SlackBlocks.Header(texts.OpenQuestions);
        var open = glance.Open.ToList();
        if (open.Count == 0)
        {
            yield return SlackBlocks.Section(texts.NoOpenQuestions);
        }

        foreach (var item in open.Take(MostQuestions))
        {
            yield return SlackBlocks.Section(item.Topic);
            if (item.Deadline is { } deadline)
            {
                yield return SlackBlocks.Context(texts.Until(WallClock.Local(deadline, glance.TimeZone)));
            }

            yield return SlackBlocks.Actions(SlackBlocks.Button(Answer, texts.Answer, item.Id, primary: true), SlackBlocks.Button(Pause, texts.Pause, item.Id));
        }

        foreach (var more in More(open.Count, MostQuestions, texts))
        {
            yield return more;
        }
    }

    private static IEnumerable<JsonObject> Drafts(Glance glance, SurfaceTexts texts)
    {
        var drafts = glance.Items.SelectMany(item => item.Drafts.Select(draft => (item.Topic, Draft: draft))).ToList();
        if (drafts.Count == 0)
        {
            yield break;
        }

        yield return SlackBlocks.Divider();
        yield return SlackBlocks.Header(texts.Drafts);
        foreach (var (topic, draft) in drafts.Take(MostDrafts))
        {
            yield return SlackBlocks.Section(
                $"{draft.Outlet} · {texts.DraftState(draft.Status)} · {SlackBlocks.Cut(topic, 200)}",
                SlackForms.CanEdit(draft) ? SlackBlocks.Button(EditDraft, texts.Change, draft.Id) : null);
            yield return SlackBlocks.Quote(SlackBlocks.Cut(draft.Draft.Text, MostShown));
        }

        foreach (var more in More(drafts.Count, MostDrafts, texts))
        {
            yield return more;
        }
    }

    private static IEnumerable<JsonObject> Answers(Glance glance, SurfaceTexts texts)
    {
        var answers = glance.Items.SelectMany(item => item.Answers.Where(answer => answer.Slot != Slot.Headline).Select(answer => (item.Id, item.Topic, Answer: answer))).ToList();
        if (answers.Count == 0)
        {
            yield break;
        }

        yield return SlackBlocks.Divider();
        yield return SlackBlocks.Header(texts.Answers);
        foreach (var (id, topic, answer) in answers.Take(MostAnswers))
        {
            yield return SlackBlocks.Section(
                $"{answer.Label} · {SlackBlocks.Cut(topic, 200)}\n{SlackBlocks.Cut(answer.Text, MostShown)}",
                SlackForms.CanEdit(answer) ? SlackBlocks.Button(EditAnswer, texts.Change, $"{id}|{answer.Slot}") : null);
        }

        foreach (var more in More(answers.Count, MostAnswers, texts))
        {
            yield return more;
        }
    }

    private static IEnumerable<JsonObject> More(int count, int most, SurfaceTexts texts) => count > most ? [SlackBlocks.Context(texts.More(count - most))] : [];
}
