using System.Collections.Immutable;
using Dialog.Core.Assignments;
using Dialog.Core.Calendars;
using Dialog.Core.Texts;

namespace Dialog.Core.Interviews;

/// <summary>The person is away, and back: what would have come meanwhile waits, or goes to the deputy.</summary>
internal static class Leaving
{
    /// <summary>"Ledig till 12 augusti", "sjuk idag", "jag är tillbaka". False when the message is about anything else.</summary>
    public static bool Hear(Talk talk, string text)
    {
        var today = Planning.Day(talk, talk.At);
        if (AbsenceWords.Read(text, today) is { } span)
        {
            Leave(talk, span);
            return true;
        }

        if (!talk.Now.Absences.Exists(absence => absence.Last >= talk.Calendar.Before(today, 1)) || !AbsenceWords.IsBack(text))
        {
            return false;
        }

        var pressed = talk.Now.OpenPrompt?.Choices.Find(choice => string.Equals(choice.Label, text.Trim().TrimEnd('.', '!'), StringComparison.OrdinalIgnoreCase));
        Return(talk, pressed is not null && ChoiceValue.Read(pressed.Value) is { } read ? ChoiceValue.ToldOf(read.Verb) : null);
        return true;
    }

    /// <summary>The person is there: the days they take back are no days away any more, or else those around today. All other days away stay.</summary>
    public static void Return(Talk talk, DateSpan? told)
    {
        var today = Planning.Day(talk, talk.At);
        var over = told?.Last >= today ? told : talk.Own.OwnAbsenceOn(today);
        var ahead = over?.First > today;
        if (!ahead && talk.Interview is { SnoozedUntil: not null } resting)
        {
            talk.Put(resting with { SnoozedUntil = null });
        }

        Set(talk, over is { } days ? [.. talk.Now.Absences.SelectMany(absence => absence.Without(new DateSpan(ahead ? days.First : today, days.Last)))] : talk.Now.Absences);
        if (talk.Own.OwnAbsenceOn(today) is { } still)
        {
            Rest(talk);
            Say(talk, still);
        }
        else if (ahead && talk.Interview is { State: InterviewState.Offered or InterviewState.Paused, SnoozedUntil: { } wish } && wish > talk.At)
        {
            talk.Say(OutgoingKind.Note, talk.Texts.Snoozed(WallClock.Local(wish, talk.Context.Respondent.TimeZone)));
        }
        else if (talk.Interview is { State: InterviewState.Offered or InterviewState.Paused } waiting)
        {
            talk.Note(new Fact.DueCancelled($"snooze/{waiting.Id}"));
            Waking.Return(talk, waiting);
        }
        else
        {
            talk.Say(OutgoingKind.Note, ScheduleTexts.For(talk.Language).WelcomeBack);
        }
    }

    /// <summary>The desk or a calendar knows when the person is away; the person is not disturbed with it.</summary>
    public static void Tell(Talk talk, ImmutableList<DateSpan> absences)
    {
        Set(talk, absences);
        Rest(talk);
    }

    /// <summary>When the person hears from the bot after their last day away.</summary>
    public static DateTimeOffset Back(Talk talk, DateOnly last)
    {
        var day = last.AddDays(1);
        while (!talk.Calendar.IsWorkingDay(day) || talk.Own.OwnAbsenceOn(day) is not null)
        {
            day = day.AddDays(1);
        }

        return talk.Own.NextAllowed(WallClock.At(day, new TimeOnly(9, 0), talk.Context.Respondent.TimeZone), talk.Calendar);
    }

    private static void Leave(Talk talk, DateSpan span)
    {
        Set(talk, talk.Now.Absences.Add(span));
        Rest(talk);
        Say(talk, span);
    }

    private static void Say(Talk talk, DateSpan span)
    {
        var texts = ScheduleTexts.For(talk.Language);
        var back = WallClock.Local(Back(talk, span.Last), talk.Context.Respondent.TimeZone);
        talk.Ask(OutgoingKind.Note, span.First > Planning.Day(talk, talk.At) ? texts.AwayFrom(span.First, span.Last, back) : texts.Away(span.Last, back), null, (ChoiceValue.HereOf(span), texts.NotAway));
    }

    /// <summary>The talk that is going on is taken up again on the first day the person is there.</summary>
    private static void Rest(Talk talk)
    {
        var today = Planning.Day(talk, talk.At);
        if (talk.Own.OwnAbsenceOn(today) is not { } now || talk.Interview is not { IsActive: true } interview)
        {
            return;
        }

        var back = Back(talk, now.Last);
        interview = Answering.StopWaiting(talk, interview);
        Pausing.Move(talk, interview.State == InterviewState.Open ? interview with { State = InterviewState.Paused } : interview, back);
    }

    private static void Set(Talk talk, ImmutableList<DateSpan> absences)
    {
        var today = Planning.Day(talk, talk.At);
        var merged = ImmutableList.CreateBuilder<DateSpan>();
        foreach (var span in absences.Where(span => span.Last >= today.AddDays(-1)).OrderBy(span => span.First))
        {
            if (merged.Count > 0 && span.First <= merged[^1].Last.AddDays(1))
            {
                merged[^1] = new DateSpan(merged[^1].First, span.Last > merged[^1].Last ? span.Last : merged[^1].Last);
            }
            else
            {
                merged.Add(span);
            }
        }

        talk.Now = talk.Now with { Absences = merged.ToImmutable() };
        talk.Note(new Fact.AbsencesChanged(talk.Now.Absences));
        if (talk.Own.OwnAbsenceOn(today) is null)
        {
            talk.Now.Interviews.FindAll(interview => interview.IsActive || interview.State == InterviewState.Planned).ForEach(interview => Withdrawing.ThankDeputy(talk, interview));
        }

        Planning.PlanAll(talk);
    }
}
