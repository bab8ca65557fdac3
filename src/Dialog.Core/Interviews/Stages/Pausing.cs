using Dialog.Core.Assignments;
using Dialog.Core.Calendars;

namespace Dialog.Core.Interviews;

/// <summary>Later, and back again.</summary>
internal static class Pausing
{
    /// <summary>A talk is put off so often without a word (domain.md §5.4).</summary>
    private const int MostSnoozes = 2;

    /// <param name="talk">The talk.</param>
    /// <param name="interview">What is put off.</param>
    /// <param name="until">When it is taken up again.</param>
    /// <param name="anotherDay">The day was chosen for the person, who may name another.</param>
    public static void Snooze(Talk talk, Interview interview, DateTimeOffset until, bool anotherDay = false)
    {
        if (Planning.AnswersIn(talk, interview) is { } end && (until > end || interview.Snoozes >= MostSnoozes))
        {
            AskTooLate(talk, interview, until, end);
            return;
        }

        PutOff(talk, interview, until, anotherDay);
    }

    /// <summary>The reply to "too late for the ad": at the proposed instant, now, or not at all.</summary>
    public static void AfterTooLate(Talk talk, Interview interview, string verb)
    {
        if (verb == ChoiceValue.No)
        {
            Offering.Decline(talk, Answering.StopWaiting(talk, interview));
        }
        else if (ChoiceValue.Number(verb, ChoiceValue.At) is { } minutes && DateTimeOffset.FromUnixTimeSeconds(minutes * 60L) is var at && at > talk.At)
        {
            PutOff(talk, interview, at);
        }
        else if (interview.State == InterviewState.Offered)
        {
            Offering.Begin(talk, interview);
        }
        else
        {
            Answering.PickUp(talk, Resume(talk, interview), talk.Texts.LetsGo);
        }
    }

    /// <summary>The interview, open again if it was paused.</summary>
    public static Interview Resume(Talk talk, Interview interview)
    {
        if (interview.State != InterviewState.Paused)
        {
            return interview;
        }

        talk.Note(new Fact.DueCancelled($"snooze/{interview.Id}"));
        var open = interview with { State = InterviewState.Open, SetAside = false };
        talk.Put(open);
        return open;
    }

    /// <summary>The person is away at the instant of their wish, or it has passed unheard: it becomes another. Nothing comes when it is too late by then.</summary>
    public static void Move(Talk talk, Interview interview, DateTimeOffset until)
    {
        interview = interview with { SnoozedUntil = until, SnoozedWhileAway = false };
        talk.Put(interview);
        Planning.Rest(talk, interview, until);
        talk.Note(Planning.AnswersIn(talk, interview) <= until ? new Fact.DueCancelled($"snooze/{interview.Id}") : new Fact.DueSet(Due.Snooze(interview.Id, until)));
    }

    private static void PutOff(Talk talk, Interview interview, DateTimeOffset until, bool anotherDay = false)
    {
        interview = Answering.StopWaiting(talk, interview) with { Snoozes = interview.Snoozes + 1, SnoozedUntil = until, SnoozedWhileAway = talk.Own.OwnAbsenceOn(Planning.Day(talk, until)) is not null };
        interview = interview.State == InterviewState.Open ? interview with { State = InterviewState.Paused } : interview;
        talk.Put(interview);
        Planning.Rest(talk, interview, until);
        talk.Note(new Fact.DueSet(Due.Snooze(interview.Id, until)));
        var snoozed = talk.Texts.Snoozed(WallClock.Local(until, talk.Context.Respondent.TimeZone));
        talk.Say(OutgoingKind.Note, anotherDay ? $"{snoozed} {talk.Texts.AnotherDay}" : snoozed);
    }

    private static void AskTooLate(Talk talk, Interview interview, DateTimeOffset until, DateTimeOffset end)
    {
        var zone = talk.Context.Respondent.TimeZone;
        var wanted = until <= end ? until : SnoozeWords.Later(talk.At, talk.Own, talk.Calendar);
        var proposed = wanted <= end && wanted > talk.At ? wanted : (DateTimeOffset?)null;
        var local = proposed is { } at ? WallClock.Local(at, zone) : (DateTimeOffset?)null;
        var deadline = Planning.LastMoment(talk, interview) ?? end;
        interview = Answering.StopWaiting(talk, interview);
        if (!interview.PutOffTold)
        {
            Reviewing.TellEditors(talk, interview, EditorNote.PutOff);
        }

        talk.Put(interview with { PutOffTold = true });
        talk.Now = talk.Now with { Confirming = Confirmation.TooLate };
        talk.Ask(
            OutgoingKind.Note,
            talk.Texts.TooLate(WallClock.Local(deadline, talk.Context.Organisation.TimeZone), deadline <= talk.At, local),
            null,
            local is { } shown ? (ChoiceValue.AtMinute(proposed!.Value), talk.Texts.Buttons.AskAt(shown)) : (ChoiceValue.Yes, talk.Texts.Buttons.AnswerNow),
            (ChoiceValue.No, talk.Texts.Buttons.WithoutMe));
    }
}
