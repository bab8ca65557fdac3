using System.Collections.Immutable;
using Dialog.Core.Access;
using Dialog.Core.Assignments;
using Dialog.Core.Calendars;
using Dialog.Core.Checks;
using Dialog.Core.Drafts;
using Dialog.Core.Texts;

namespace Dialog.Core.Interviews;

/// <summary>Decisions about the person's drafts, whoever makes them: carried out, written down, and told to those whom they concern.</summary>
internal static class Reviewing
{
    /// <summary>Editors are not written to later than this.</summary>
    private static readonly TimeOnly Evening = new(20, 0);

    /// <summary>What editors ought to know is taken together when it comes no further apart than this.</summary>
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(3);

    /// <summary>Lines of such a message; the rest is found at the desk.</summary>
    private const int MostLines = 20;

    /// <summary>What somebody else wants done: the desk, or an editor or approver by mail.</summary>
    public static void Take(Talk talk, Incoming.Reviewed reviewed)
    {
        var by = reviewed.Orders[0].By;
        var (file, done, refused) = Carry(talk, reviewed.AssignmentId, reviewed.Orders);
        if (done.IsEmpty && refused is { } reason)
        {
            // What came by mail is answered by mail; whoever waits for the turn hears it at once.
            if (by.PersonId is { } person && talk.Key.StartsWith(Fact.MailKeyPrefix, StringComparison.Ordinal))
            {
                var topic = talk.Now.Interviews.Find(interview => interview.Id == reviewed.AssignmentId)?.Assignment.Topic ?? "";
                talk.Note(new Fact.Mailed(person, new Incoming.ReviewRefused(topic, reason) { Key = talk.MailKey(), At = talk.At, AssignmentId = reviewed.AssignmentId }));
            }
            else
            {
                talk.Refuse(reason);
            }

            return;
        }

        Tell(talk, file, done);
        Conclude(talk, file, done);
    }

    /// <summary>What the person decides about own drafts. False when the text is no longer the one that was shown.</summary>
    public static (ImmutableList<Ruling> Done, Refusal? Refused) TakeOwn(Talk talk, string assignmentId, IEnumerable<ReviewOrder> orders)
    {
        var (file, done, refused) = Carry(talk, assignmentId, orders);
        Conclude(talk, file, done);
        return (done, refused);
    }

    /// <summary>Asks editors and approvers to read what is in review; where the person's yes is needed first, only what has it.</summary>
    public static void AskReviewers(Talk talk, Interview interview, IEnumerable<ReviewedDraft> drafts) =>
        AskReviewers(talk, interview.Id, interview.Assignment.Topic, interview.Language, drafts);

    /// <summary>The morning that the drafts were to be read in has come: what is in review by now is asked about, as it stands.</summary>
    public static void AskNow(Talk talk, string assignmentId)
    {
        if (!talk.Context.Reviews.Exists(file => file.AssignmentId == assignmentId))
        {
            return;
        }

        var (interview, file) = (talk.Now.Interviews.Find(other => other.Id == assignmentId), talk.FileOf(assignmentId));
        AskReviewers(talk, assignmentId, interview?.Assignment.Topic ?? file.Topic, interview?.Language ?? file.Language, file.Drafts);
    }

    private static void AskReviewers(Talk talk, string assignmentId, string topic, string language, IEnumerable<ReviewedDraft> drafts)
    {
        var required = talk.Context.Organisation.Review.Quotes == QuoteRule.Required;
        var ready = drafts.Where(draft => draft.Status == DraftStatus.InReview && (!required || draft.RespondentApproved())).ToImmutableList();
        if (ready.IsEmpty)
        {
            return;
        }

        if (AtTheDesk(talk, talk.Now.Interviews.Find(interview => interview.Id == assignmentId)) is { } morning)
        {
            talk.Note(new Fact.DueSet(Due.Review(assignmentId, morning)));
        }
        else
        {
            talk.Note(new Fact.DueCancelled(Due.Review(assignmentId, talk.At).Name));
            talk.Note(new Fact.MailedToReviewers(new Incoming.ReviewAsked(
                assignmentId,
                talk.Context.Respondent.Id,
                talk.Context.Respondent.Name,
                topic,
                [.. ready.Select(draft => Looking.Preview(talk, draft.Draft, language))],
                ready.ToImmutableDictionary(draft => draft.Id, draft => draft.Newest.Number))
            { Key = talk.MailKey(), At = talk.At }));
        }
    }

    private static (ReviewFile File, ImmutableList<Ruling> Done, Refusal? Refused) Carry(Talk talk, string assignmentId, IEnumerable<ReviewOrder> orders)
    {
        var language = talk.Now.Interviews.Find(interview => interview.Id == assignmentId)?.Language ?? talk.FileOf(assignmentId).Language;
        var organisation = talk.Context.Organisation;
        var rework = new Rework(new CheckContext(language, talk.Context.Respondent.Name, organisation.Roster, organisation.PublishedContacts), organisation.Outlets)
        {
            Assignment = talk.Now.Interviews.Find(interview => interview.Id == assignmentId)?.Assignment,
            Own = [.. talk.FileOf(assignmentId).Drafts.SelectMany(draft => draft.Draft.Sentences).Where(sentence => sentence is { Origin: Origin.Own, Answer: not null })],
        };
        var done = ImmutableList.CreateBuilder<Ruling>();
        Refusal? refused = null;
        foreach (var order in orders)
        {
            var file = talk.FileOf(assignmentId);
            if (file.Drafts.Find(draft => draft.Id == order.DraftId) is not { } before)
            {
                refused ??= Refusal.Unknown;
                continue;
            }

            var ruling = Review.Decide(before, order, file, organisation.Review, rework, talk.At);
            if (ruling.Refused is { } reason)
            {
                refused ??= reason;
                continue;
            }

            talk.NoteDraft(assignmentId, before, ruling.After);
            done.Add(ruling);
        }

        return (talk.FileOf(assignmentId), done.ToImmutable(), refused);
    }

    /// <summary>What the person hears of a decision by others: the last look at what was approved, and that it is out.</summary>
    private static void Tell(Talk talk, ReviewFile file, ImmutableList<Ruling> done)
    {
        if (talk.Now.Interviews.Find(other => other.Id == file.AssignmentId) is not { } interview)
        {
            return;
        }

        foreach (var (after, entry, _) in done)
        {
            if (entry is { Action: ReviewAction.Approve } && after.Status == DraftStatus.Approved && !after.RespondentApproved())
            {
                Looking.ShowLast(talk, interview, after);
            }
            else if (entry is { Action: ReviewAction.RequestChanges })
            {
                Commenting.Tell(talk, interview, after, file);
            }
            else if (entry is { Action: ReviewAction.Publish })
            {
                var outlet = talk.Context.Organisation.Outlets.Find(after.Draft.Outlet).Name(interview.Language);
                talk.Say(talk.Message(OutgoingKind.Note, ReviewTexts.For(interview.Language).Published(interview.Assignment.Topic, outlet, entry.Url)) with { AssignmentId = interview.Id, Language = interview.Language });
            }
        }
    }

    /// <summary>
    /// What follows for others: a text that changed is put to the reviewers again, a request that is answered loses its buttons. The talk itself may be gone, erased
    /// with the person.
    /// </summary>
    private static void Conclude(Talk talk, ReviewFile file, ImmutableList<Ruling> done)
    {
        var entries = done.Where(ruling => ruling.Done is not null).ToImmutableList();
        if (entries.IsEmpty)
        {
            return;
        }

        var interview = talk.Now.Interviews.Find(other => other.Id == file.AssignmentId);
        var (last, act) = (entries[^1].After, entries[^1].Done!);
        var ownYes = act is { Action: ReviewAction.Approve, By.Role: ReviewRole.Respondent };
        if (act.Action is ReviewAction.Edit or ReviewAction.Restore || ownYes && talk.Context.Organisation.Review.Quotes == QuoteRule.Required)
        {
            AskReviewers(talk, file.AssignmentId, interview?.Assignment.Topic ?? file.Topic, interview?.Language ?? file.Language, file.Drafts);
        }
        else if (!ownYes && act.Action != ReviewAction.AcceptWarnings)
        {
            var open = file.Drafts.Exists(draft => draft.Status == DraftStatus.InReview);
            var settled = new Incoming.ReviewSettled(file.AssignmentId, act.Action, act.By.Role == ReviewRole.Respondent ? talk.Context.Respondent.Name : act.By.Name, act.Comment, WaitsForMore: open) { Key = talk.MailKey(), At = talk.At };
            if (!open)
            {
                talk.Note(new Fact.MailedToReviewers(settled));
            }
            else if (act.By.PersonId is { } person && person != talk.Context.Respondent.Id)
            {
                talk.Note(new Fact.Mailed(person, settled));
            }
        }

        var over = file.IsOver();
        if (over || last.Status is DraftStatus.InReview && act.Action is ReviewAction.Edit or ReviewAction.Restore)
        {
            talk.Note(new Fact.AssignmentMoved(file.AssignmentId, over ? AssignmentState.Completed : AssignmentState.Submitted));
        }
    }

    /// <summary>What there is to know waits for what comes in the same moment: of ten who are silent at the same hour one message tells.</summary>
    public static void Tell(Talk talk, Incoming.EditorTold told)
    {
        talk.Now = talk.Now with { Untold = [.. talk.Now.Untold ?? [], told] };
        talk.Note(new Fact.DueSet(new Due(Due.Told, talk.At + Moment)));
    }

    /// <summary>All that came is told in one message; a single note with what can be done about it.</summary>
    public static void TellTogether(Talk talk)
    {
        var (all, texts) = (talk.Now.Untold ?? [], talk.Texts);
        talk.Now = talk.Now with { Untold = null };
        if (all is [var only])
        {
            talk.Say(talk.Message(OutgoingKind.Note, Advice(texts, only.What) is { } advice ? $"{Line(only)} {advice}" : Line(only)) with { AssignmentId = only.AssignmentId });
        }
        else if (!all.IsEmpty)
        {
            string?[] lines =
            [
                texts.EditorToldMany(all.Count),
                .. all.Take(MostLines).Select(told => $"• {Line(told)}"),
                all.Count > MostLines ? texts.EditorToldMore(all.Count - MostLines) : null,
                all.OrderBy(told => told.What != EditorNote.NoAnswer).Select(told => Advice(texts, told.What)).FirstOrDefault(advice => advice is not null),
            ];
            var text = string.Join('\n', lines.OfType<string>());
            talk.Say(talk.Message(OutgoingKind.Note, text) with { AssignmentId = null, About = [.. all.Select(told => told.AssignmentId).OfType<string>().Distinct()] });
        }

        string Line(Incoming.EditorTold told) =>
            texts.EditorTold(told.Respondent, told.Topic, told.What, told.Deadline is { } deadline ? WallClock.Local(deadline, talk.Context.Organisation.TimeZone) : null, told.Deadline <= talk.At);
    }

    private static string? Advice(BotTexts texts, EditorNote what) => what switch
    {
        EditorNote.NoAnswer => texts.CallOrChange,
        EditorNote.Away or EditorNote.WrongPerson => texts.ChangePerson,
        _ => null,
    };

    /// <summary>Lets the editors know something about this interview, in the morning if it can wait until then.</summary>
    public static void TellEditors(Talk talk, Interview interview, EditorNote what)
    {
        if (AtTheDesk(talk, interview) is { } morning)
        {
            talk.Note(new Fact.DueSet(Due.Tell(interview.Id, what, morning)));
            return;
        }

        talk.Note(new Fact.MailedToReviewers(new Incoming.EditorTold(talk.Context.Respondent.Name, interview.Assignment.Topic, what)
        {
            Key = talk.MailKey(),
            At = talk.At,
            AssignmentId = interview.Id,
            Deadline = Planning.LastMoment(talk, interview),
        }));
    }

    /// <summary>The morning that the editors were to hear something in has come: what no longer holds is not said.</summary>
    public static void TellNow(Talk talk, EditorNote what, string assignmentId)
    {
        if (talk.Now.Interviews.Find(interview => interview.Id == assignmentId) is { } interview && what switch
        {
            EditorNote.PutOff => interview.IsActive && interview.State != InterviewState.Open,
            EditorNote.Thin or EditorNote.Changed => interview.State == InterviewState.Finished,
            _ => interview is { State: InterviewState.Abandoned, TakenBack: false },
        })
        {
            TellEditors(talk, interview, what);
        }
    }

    /// <summary>When somebody is at the desk again; null when the editors may hear of this interview now, since it is day, or would be too late by then.</summary>
    public static DateTimeOffset? AtTheDesk(Talk talk, Interview? interview)
    {
        var hours = talk.Context.Organisation.Hours;
        var evening = hours.To > Evening ? hours.To : Evening;
        var day = new Availability { TimeZone = talk.Context.Organisation.TimeZone, Hours = hours with { LunchTo = hours.LunchFrom, To = evening, ShortDayTo = evening } };
        return Planning.InTime(talk, interview, day, talk.At) is var morning && morning > talk.At ? morning : null;
    }
}
