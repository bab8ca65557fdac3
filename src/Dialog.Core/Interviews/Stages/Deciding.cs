using System.Text.RegularExpressions;
using Dialog.Core.Access;
using Dialog.Core.Drafts;
using Dialog.Core.Reading;
using Dialog.Core.Texts;

namespace Dialog.Core.Interviews;

/// <summary>The person's word about drafts that were shown (<see cref="Look"/>): by a button, or by the message after it.</summary>
internal static partial class Deciding
{
    /// <summary>False when the button does not stand under drafts.</summary>
    public static bool Press(Talk talk, string value) => Press(talk, value, comment: null);

    /// <summary>"Nej, det stämmer inte": the last look is answered with what is wrong, which goes along. False when that is not what was said.</summary>
    public static bool HearObjection(Talk talk, string text) => IsObjection(talk.Now, text) && Meant(talk.Now, text) is { } choice && Press(talk, choice.Value, Clean.Text(text));

    private static bool Press(Talk talk, string value, string? comment)
    {
        if (talk.Now.Looks.Find(open => open.Choice(value) is not null) is not { } look)
        {
            return false;
        }

        var choice = look.Choice(value)!;
        switch (look.Kind, ChoiceValue.Read(value)?.Verb)
        {
            case (LookKind.Review, ChoiceValue.Yes):
                MailOrders(talk, look, ReviewAction.Approve, comment: null);
                break;
            case (LookKind.Review, _):
                Looking.Put(talk, look, look with { Awaits = Awaited.Reason });
                talk.Say(talk.Message(OutgoingKind.Note, Texts(look).AskReason) with { Language = look.Prompt.Language, AssignmentId = null });
                break;
            case (_, ChoiceValue.Yes):
                Approve(talk, look, choice.Label);
                break;
            case (LookKind.Preview, ChoiceValue.Edit):
                Switching.SpeakOf(talk, look.AssignmentId);
                Editing.Begin(talk, slot: null);
                break;
            case (LookKind.Preview, ChoiceValue.Another) when look.Prompt.Drafts.Count > 1:
                Looking.AskWhich(talk, look, from: 0);
                break;
            case (LookKind.Preview, ChoiceValue.Another):
                Finishing.ShowAnother(talk, InterviewOf(talk, look), look.Prompt.Drafts[0].Outlet);
                break;
            case (LookKind.Preview, { } verb) when ChoiceValue.Number(verb, ChoiceValue.AnotherFrom) is { } from:
                Looking.AskWhich(talk, look, from);
                break;
            case (LookKind.Preview, { } verb) when verb.StartsWith(ChoiceValue.AnotherOf, StringComparison.Ordinal):
                Looking.Put(talk, look, Looking.WithoutWhich(talk, look, choice.Label));
                Finishing.ShowAnother(talk, InterviewOf(talk, look), verb[ChoiceValue.AnotherOf.Length..]);
                break;
            case (LookKind.Preview, ChoiceValue.Rest):
                SayRest(talk, look);
                break;
            case (LookKind.Last, ChoiceValue.Edit):
                ChangeText(talk, look, choice.Label, comment);
                break;
            default:
                Withdraw(talk, look, choice.Label);
                break;
        }

        return true;
    }

    /// <summary>Another cut is wished for in the words of the button, and the draft named as the question for it does. False when that is not what was said.</summary>
    public static bool HearAnother(Talk talk, string text)
    {
        var words = text.Trim(' ', '.', '!');
        var wish = talk.Now.Looks.FindLast(open => open.Kind == LookKind.Preview && open.AssignmentId == talk.Now.Current) is { } look
            ? (look.Which?.Choices ?? []).Concat(look.Prompt.Choices).FirstOrDefault(choice =>
                choice.Label.Equals(words, StringComparison.OrdinalIgnoreCase) && ChoiceValue.Read(choice.Value)?.Verb is { } verb && verb.StartsWith(ChoiceValue.Another, StringComparison.Ordinal))
            : null;
        return wish is not null && Press(talk, wish.Value);
    }

    /// <summary>The button that these words come down to: its label under the drafts shown last, or a bare yes or no to the last look. Null when they say nothing to those, or something was asked since.</summary>
    public static Choice? Meant(Conversation now, string text)
    {
        var interview = now.CurrentInterview();
        if (now.Looks is not [.., { Prompt.Choices.IsEmpty: false } look] || interview is { State: InterviewState.Open } and ({ Replacing: true } or { Rewriting: not null }))
        {
            return null;
        }

        var isNewest = Number(look.Prompt) > Math.Max(Number(now.OpenPrompt), Number(now.Echo));
        if (!isNewest && interview is { IsActive: true })
        {
            return null;
        }

        if (ApprovingWords().IsMatch(text) && !now.Looks.Exists(open => open.Awaits is not null) && look.Prompt.Choices.Find(choice => ChoiceValue.Read(choice.Value)?.Verb == ChoiceValue.Yes) is { } yes)
        {
            return yes;
        }

        var verb = !isNewest || look.Kind != LookKind.Last || now.Looks.Exists(open => open.Awaits is not null) ? null
            : SmallTalk.IsYes(text) || SmallTalk.IsPraise(text) ? ChoiceValue.Yes
            : SmallTalk.IsNo(text) || IsObjection(now, text) ? ChoiceValue.Edit
            : null;
        return look.Prompt.Labelled(text) ?? (verb is null ? null : look.Prompt.Choices.Find(choice => ChoiceValue.Read(choice.Value)?.Verb == verb));
    }

    /// <summary>A no with more words, from somebody who is not in the middle of an interview; "nej, inget att ändra" is none.</summary>
    private static bool IsObjection(Conversation now, string text) => now.CurrentInterview() is not { IsActive: true } && ObjectionWords().IsMatch(text);

    /// <summary>The reason came in a form: as if it had been pressed and said.</summary>
    public static void WantChanges(Talk talk, Incoming.ChangesWanted wanted)
    {
        if (talk.Now.Looks.Find(open => open.Awaiting(wanted.Value)) is { } look)
        {
            Looking.Put(talk, look, look with { Awaits = null });
            RequestChanges(talk, look, wanted.Reason);
        }
        else
        {
            talk.Say(OutgoingKind.Problem, talk.Texts.OldButton);
        }
    }

    /// <summary>A message that a look waits for: the reason, or the text as the person wants it. False when none does.</summary>
    public static bool Hear(Talk talk, string text)
    {
        if (talk.Now.Looks.FindLast(open => open.Awaits is not null) is not { } look)
        {
            return false;
        }

        var awaited = look.Awaits;
        if (awaited == Awaited.Text)
        {
            talk.Now = talk.Now with { Looks = talk.Now.Looks.Remove(look) };
        }
        else
        {
            Looking.Put(talk, look, look with { Awaits = null });
        }

        if (Command.Read(text) is { Kind: CommandKind.Cancel })
        {
            Say(talk, look, Texts(look).LeftAsItIs);
            return true;
        }

        if (Command.Read(text) is not null)
        {
            return false;
        }

        if (awaited == Awaited.Reason)
        {
            RequestChanges(talk, look, text);
        }
        else
        {
            Rewrite(talk, look, text);
        }

        return true;
    }

    /// <summary>What others decided about drafts the person was asked to review.</summary>
    public static void Settled(Talk talk, Incoming.ReviewSettled settled)
    {
        foreach (var look in talk.Now.Looks.FindAll(open => open.Kind == LookKind.Review && open.AssignmentId == settled.AssignmentId))
        {
            Looking.Settle(talk, look, Texts(look).Settled(settled.Action, settled.By, settled.Comment, settled.WaitsForMore));
        }
    }

    public static void Refused(Talk talk, Incoming.ReviewRefused refused) =>
        talk.Say(talk.Message(OutgoingKind.Problem, ReviewTexts.For(talk.Now.Language).CouldNot(refused.Topic, refused.Refused)) with { Language = talk.Now.Language, AssignmentId = refused.AssignmentId });

    private static void Approve(Talk talk, Look look, string label)
    {
        var (done, refused) = Reviewing.TakeOwn(talk, look.AssignmentId, Orders(talk, look, ReviewAction.Approve));
        if (refused is Refusal.Stale)
        {
            var interview = InterviewOf(talk, look);
            var drafts = talk.FileOf(look.AssignmentId).Drafts;
            Looking.ShowPreview(talk, interview, drafts.Where(draft => look.Revisions.TryGetValue(draft.Id, out var seen) && seen != draft.Newest.Number), drafts, Texts(look).ChangedSince);
            return;
        }

        Looking.Settle(talk, look, label);
        Say(talk, look, done.IsEmpty && refused is { } reason ? Texts(look).Why(reason) : Texts(look).ThanksForYes);
    }

    private static void ChangeText(Talk talk, Look look, string label, string? comment)
    {
        var (_, refused) = Reviewing.TakeOwn(talk, look.AssignmentId, Orders(talk, look, ReviewAction.RequestChanges).Select(order => order with { Comment = comment }));
        Looking.Settle(talk, look, label);
        if (refused is { } reason)
        {
            Say(talk, look, Texts(look).Why(reason));
            return;
        }

        talk.Now = talk.Now with { Looks = talk.Now.Looks.Add(look with { Prompt = look.Prompt with { Choices = [] }, Awaits = Awaited.Text }) };
        Say(talk, look, Texts(look).WriteText);
    }

    private static void Rewrite(Talk talk, Look look, string text)
    {
        var (edited, refused) = Reviewing.TakeOwn(talk, look.AssignmentId, Orders(talk, look, ReviewAction.Edit).Select(order => order with { Text = text }));
        if (edited is not [{ After: var after }])
        {
            Say(talk, look, Texts(look).Why(refused ?? Refusal.Unknown));
            return;
        }

        // The person's own hand is the person's yes.
        Reviewing.TakeOwn(talk, look.AssignmentId, [new ReviewOrder(after.Id, ReviewAction.Approve, talk.Self)]);
        talk.Say(talk.Message(OutgoingKind.Drafts, Texts(look).TextTaken) with { Language = look.Prompt.Language, AssignmentId = look.AssignmentId, Drafts = [Looking.Preview(talk, after.Draft, look.Prompt.Language)] });
    }

    private static void Withdraw(Talk talk, Look look, string label)
    {
        var (_, refused) = Reviewing.TakeOwn(talk, look.AssignmentId, Orders(talk, look, ReviewAction.Withdraw));
        Looking.Settle(talk, look, label);
        Say(talk, look, refused is { } reason ? Texts(look).Why(reason) : Texts(look).TakenBack);
    }

    private static void SayRest(Talk talk, Look look)
    {
        var interview = InterviewOf(talk, look);
        var first = talk.FileOf(look.AssignmentId).Drafts[0].Draft;
        var rest = LeftOut.Of(talk.Material(interview), first).Rest;
        Say(talk, look, string.Join('\n', rest.Prepend(Texts(look).RestIntro(talk.Context.Organisation.Outlets.Find(first.Outlet).Name(interview.Language)))));
    }

    private static void RequestChanges(Talk talk, Look look, string reason)
    {
        MailOrders(talk, look, ReviewAction.RequestChanges, reason);
        talk.Say(talk.Message(OutgoingKind.Note, Texts(look).ReasonTaken) with { Language = look.Prompt.Language, AssignmentId = null });
    }

    private static void MailOrders(Talk talk, Look look, ReviewAction action, string? comment) =>
        talk.Note(new Fact.Mailed(
            look.RespondentId,
            new Incoming.Reviewed(look.AssignmentId, [.. Orders(talk, look, action).Select(order => order with { Comment = comment is null ? null : Clean.Text(comment) })]) { Key = talk.MailKey(), At = talk.At }));

    private static IEnumerable<ReviewOrder> Orders(Talk talk, Look look, ReviewAction action)
    {
        var person = talk.Context.Respondent;
        var by = new Actor(look.RespondentId == person.Id ? ReviewRole.Respondent : ReviewRole.Approver, person.Id, person.Name);
        return look.Revisions.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => new ReviewOrder(pair.Key, action, by) { IfRevision = pair.Value });
    }

    private static void Say(Talk talk, Look look, string text) =>
        talk.Say(talk.Message(OutgoingKind.Note, text) with { Language = look.Prompt.Language, AssignmentId = look.AssignmentId });

    /// <summary>Prompts are numbered in the order they were shown; 0 for none.</summary>
    private static int Number(Outgoing? prompt) => prompt?.PromptId is { } id ? ChoiceValue.Number(id, "p") ?? 0 : 0;

    private static Interview InterviewOf(Talk talk, Look look) => talk.Now.Interviews.Find(interview => interview.Id == look.AssignmentId)!;

    private static ReviewTexts Texts(Look look) => ReviewTexts.For(look.Prompt.Language);

    [GeneratedRegex(@"^((ja|ok|okej|bra|yes|fine|good|det (ser|är) bra( ut)?|(it )?looks good)\b[ ,.!–-]*)*(jag |i )?(godkänner|godkänns|godkänt|godkänn|approve|approved)( (det|dem|den|texten|texterna|alla|allt|allihop|utkasten|it|them|that|all|everything|the text|the texts|the drafts))*( nu| now)?[ .!]*$", RegexOptions.IgnoreCase)]
    private static partial Regex ApprovingWords();

    [GeneratedRegex(
        @"^(?>((nej|nä|nix|no|nope)\b[\s,.!:;–-]+)+)"
        + @"(?!((det|den|allt|it|that|everything)\b)?('?s|\s*(är|ser|blir|var|is|was|looks))?\s*(så|helt|ut|all)?\s*(bra|fint|okej|ok|lugnt|toppen|good|fine|okay|great)\b)"
        + @"(?!.*\b(inget|inga|ingenting|nothing|no)\b.{0,12}\b(ändra|ändringar|tillägga|invända|invändningar|synpunkter|mer|annat|add|changes?|more|else|worries|problem)\b)"
        + @".*\p{L}",
        RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex ObjectionWords();
}
