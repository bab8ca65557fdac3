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

        if (!AbsenceWords.IsBack(text) || !talk.Now.Absences.Exists(absence => absence.Last >= today))
        {
            return false;
        }

        Return(talk);
        return true;
    }

    /// <summary>The person is there, whatever was told before.</summary>
    public static void Return(Talk talk)
    {
        if (talk.Interview is { SnoozedUntil: not null } resting)
        {
            talk.Put(resting with { SnoozedUntil = null });
        }

        var yesterday = Planning.Day(talk, talk.At).AddDays(-1);
        Set(talk, [.. talk.Now.Absences.Where(absence => absence.First <= yesterday).Select(absence => absence.Last <= yesterday ? absence : new DateSpan(absence.First, yesterday))]);
        if (talk.Interview is { State: InterviewState.Offered or InterviewState.Paused } waiting)
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
        var back = Back(talk, span.Last);
        var texts = ScheduleTexts.For(talk.Language);
        var local = WallClock.Local(back, talk.Context.Respondent.TimeZone);
        talk.Ask(OutgoingKind.Note, span.First > Planning.Day(talk, talk.At) ? texts.AwayFrom(span.First, span.Last, local) : texts.Away(span.Last, local), null, (ChoiceValue.Here, texts.NotAway));
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
