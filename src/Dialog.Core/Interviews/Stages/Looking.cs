using System.Collections.Immutable;
using System.Globalization;
using Dialog.Core.Access;
using Dialog.Core.Drafts;
using Dialog.Core.Texts;

namespace Dialog.Core.Interviews;

/// <summary>Drafts shown with buttons: the person's own, before and after the desk has read them, and others' that the person reviews.</summary>
internal static class Looking
{
    /// <summary>Looks remembered; older ones lose their buttons.</summary>
    private const int MostLooks = 20;

    /// <summary>Buttons under one message.</summary>
    private const int MostButtons = 5;

    public static DraftPreview Preview(Talk talk, Draft draft, string language)
    {
        var outlet = talk.Context.Organisation.Outlets.Find(draft.Outlet);
        return new DraftPreview(draft.Outlet, outlet.Name(language), draft.Text, draft.Length, draft.Limit, outlet.UnitName(language)) { Beside = Beside(draft, language), Language = language };
    }

    /// <summary>The words for search engines are told where they are others than the lead's.</summary>
    private static ImmutableList<string> Beside(Draft draft, string language)
    {
        var texts = ReviewTexts.For(language);
        return [.. draft.Beside().DistinctBy(beside => beside.Text).Select(beside => $"{texts.BesideName(beside.Name)}: {beside.Text}")];
    }

    /// <summary>What stands about the draft is in the reader's language; the draft is as it is.</summary>
    private static DraftPreview ReadIn(Talk talk, DraftPreview draft, string language)
    {
        var outlet = talk.Context.Organisation.Outlets.Find(draft.Outlet);
        return draft with { Name = outlet.Name(language), Unit = outlet.UnitName(language) };
    }

    /// <summary>The person's drafts as they will look. A yes covers every draft of the assignment, also those not shown again.</summary>
    public static void ShowPreview(Talk talk, Interview interview, IEnumerable<ReviewedDraft> shown, IEnumerable<ReviewedDraft> all, string intro)
    {
        var texts = ReviewTexts.For(interview.Language);
        var drafts = all.ToImmutableList();
        var left = LeftOut.Of(talk.Material(interview), drafts[0].Draft);
        (string, string)[] rest = left.Rest.IsEmpty ? [] : [(ChoiceValue.Rest, texts.ShowRest)];
        Show(
            talk,
            new Look
            {
                Prompt = talk.Message(OutgoingKind.Drafts, intro) with { Language = interview.Language, AssignmentId = interview.Id },
                Kind = LookKind.Preview,
                AssignmentId = interview.Id,
                RespondentId = talk.Context.Respondent.Id,
                Topic = interview.Assignment.Topic,
                Revisions = drafts.Where(draft => ReviewTable.May(ReviewRole.Respondent, ReviewAction.Approve, draft.Status) && ReviewTable.Next(draft.Status, ReviewAction.Approve) is not null)
                    .ToImmutableDictionary(draft => draft.Id, draft => draft.Newest.Number),
            },
            [.. shown.Select(draft => Preview(talk, draft.Draft, interview.Language))],
            texts.Used(talk.Context.Organisation.Outlets.Find(drafts[0].Draft.Outlet).Name(interview.Language), left.Used, left.All),
            [(ChoiceValue.Yes, drafts.Count > 1 ? texts.ApproveAll : texts.Approve), (ChoiceValue.Edit, texts.Change), (ChoiceValue.Another, texts.Another), .. rest]);
    }

    /// <summary>The last look: the text exactly as the desk approved it.</summary>
    public static void ShowLast(Talk talk, Interview interview, ReviewedDraft draft)
    {
        var texts = ReviewTexts.For(interview.Language);
        Show(
            talk,
            new Look
            {
                Prompt = talk.Message(OutgoingKind.Drafts, texts.LastLook(talk.Context.Organisation.Outlets.Find(draft.Draft.Outlet).Name(interview.Language))) with { Language = interview.Language, AssignmentId = interview.Id },
                Kind = LookKind.Last,
                AssignmentId = interview.Id,
                RespondentId = talk.Context.Respondent.Id,
                Topic = interview.Assignment.Topic,
                Revisions = ImmutableDictionary<string, int>.Empty.Add(draft.Id, draft.Newest.Number),
            },
            [Preview(talk, draft.Draft, interview.Language)],
            after: null,
            [(ChoiceValue.Yes, texts.Good), (ChoiceValue.Edit, texts.Change), (ChoiceValue.Withdraw, texts.Withdraw)]);
    }

    /// <summary>Another person's drafts, to be read by an editor or approver.</summary>
    public static void ShowReview(Talk talk, Incoming.ReviewAsked asked)
    {
        var texts = ReviewTexts.For(talk.Now.Language);
        var approves = talk.FileOf(asked.AssignmentId).Approvers().Exists(approver => approver.Id == talk.Context.Respondent.Id);
        (string, string)[] yes = approves ? [(ChoiceValue.Yes, texts.Approve)] : [];
        Show(
            talk,
            new Look
            {
                Prompt = talk.Message(OutgoingKind.Drafts, texts.ReviewAsked(asked.Respondent, asked.Topic)) with { Language = talk.Now.Language, AssignmentId = asked.AssignmentId, Slot = null },
                Kind = LookKind.Review,
                AssignmentId = asked.AssignmentId,
                RespondentId = asked.RespondentId,
                Topic = asked.Topic,
                Revisions = asked.Revisions,
            },
            [.. asked.Drafts.Select(draft => ReadIn(talk, draft, talk.Now.Language))],
            after: null,
            [.. yes, (ChoiceValue.Change, texts.RequestChanges)]);
    }

    /// <summary>Asks of which of the drafts another cut is wanted; a button for each, and one for more where they are too many for one message.</summary>
    public static void AskWhich(Talk talk, Look look, int from)
    {
        var texts = ReviewTexts.For(look.Prompt.Language);
        var prompt = $"p{talk.Now.Prompts + 1}";
        var all = look.Prompt.Drafts.Skip(from).ToImmutableList();
        var shown = all.Count > MostButtons ? all.GetRange(0, MostButtons - 1) : all;
        var more = all.Count > shown.Count ? new[] { new Choice(ChoiceValue.Write(prompt, string.Create(CultureInfo.InvariantCulture, $"{ChoiceValue.AnotherFrom}{from + shown.Count}")), texts.More) } : [];
        var message = talk.Message(OutgoingKind.Note, texts.WhichDraft) with
        {
            Language = look.Prompt.Language,
            AssignmentId = look.AssignmentId,
            PromptId = prompt,
            Choices = [.. shown.Select(draft => new Choice(ChoiceValue.Write(prompt, ChoiceValue.AnotherOf + draft.Outlet), draft.Name)), .. more],
        };
        Put(talk, look, WithoutWhich(talk, look, from > 0 ? texts.More : texts.Newer) with { Which = message });
        talk.Say(message);
        talk.Now = talk.Now with { Prompts = talk.Now.Prompts + 1 };
    }

    /// <summary>That question is answered, or no longer asked: its buttons are gone.</summary>
    public static Look WithoutWhich(Talk talk, Look look, string outcome)
    {
        if (look.Which is { } which)
        {
            Close(talk, which, outcome);
        }

        return look with { Which = null };
    }

    /// <summary>The message turns into its outcome; the buttons are gone.</summary>
    public static void Settle(Talk talk, Look look, string outcome)
    {
        WithoutWhich(talk, look, outcome);
        if (!look.Prompt.Choices.IsEmpty)
        {
            Close(talk, look.Prompt, outcome);
        }

        talk.Now = talk.Now with { Looks = talk.Now.Looks.Remove(look) };
    }

    /// <summary>The message loses its buttons.</summary>
    public static void Close(Talk talk, Outgoing prompt, string outcome) => talk.Say(prompt with { PromptId = null, Choices = [], Settles = prompt.PromptId, Chosen = outcome });

    /// <summary>The same drafts with buttons of this conversation.</summary>
    public static void ShowAgain(Talk talk, Look look) =>
        Show(talk, look with { Awaits = null }, look.Prompt.Drafts, after: null, [.. look.Prompt.Choices.Select(choice => (ChoiceValue.Read(choice.Value)!.Value.Verb, choice.Label))]);

    public static void Put(Talk talk, Look before, Look after) => talk.Now = talk.Now with { Looks = talk.Now.Looks.Replace(before, after) };

    /// <summary>Older looks at the same drafts lose their buttons first: only the newest can be answered.</summary>
    private static void Show(Talk talk, Look look, ImmutableList<DraftPreview> drafts, string? after, ImmutableList<(string Verb, string Label)> choices)
    {
        var texts = ReviewTexts.For(look.Prompt.Language);
        foreach (var older in talk.Now.Looks.FindAll(other => other.AssignmentId == look.AssignmentId && IsReplaced(other, look)))
        {
            Settle(talk, older, texts.Newer);
        }

        if (talk.Now.Looks.Count >= MostLooks)
        {
            Settle(talk, talk.Now.Looks[0], texts.Newer);
        }

        var prompt = $"p{talk.Now.Prompts + 1}";
        var message = look.Prompt with
        {
            Text = after is null ? look.Prompt.Text : $"{look.Prompt.Text} {after}",
            Drafts = drafts,
            PromptId = prompt,
            Choices = [.. choices.Select((choice, at) => new Choice(ChoiceValue.Write(prompt, choice.Verb), choice.Label, Primary: at == 0 && choice.Verb == ChoiceValue.Yes) { AsksReason = look.Kind == LookKind.Review && choice.Verb == ChoiceValue.Change })],
        };
        talk.Say(message);
        talk.Now = talk.Now with { Prompts = talk.Now.Prompts + 1, Looks = talk.Now.Looks.Add(look with { Prompt = message }) };
    }

    private static bool IsReplaced(Look older, Look newer) => (older.Kind, newer.Kind) switch
    {
        (LookKind.Last, LookKind.Last) => older.Revisions.Keys.Any(newer.Revisions.ContainsKey),
        (LookKind.Last, _) => older.Revisions.Any(seen => newer.Revisions.TryGetValue(seen.Key, out var revision) && revision != seen.Value),
        _ => older.Kind == newer.Kind,
    };
}
