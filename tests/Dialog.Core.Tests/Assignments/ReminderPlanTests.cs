using System.Globalization;
using CsCheck;
using Dialog.Core.Assignments;
using Dialog.Core.Calendars;

namespace Dialog.Core.Tests.Assignments;

public class ReminderPlanTests
{
    private const string Stockholm = "Europe/Stockholm";

    [Theory]
    [InlineData("2027-04-29", "question 04-13 09:00, nudge 04-16 09:10, secondNudge 04-20 09:10, lastCall 04-21 09:10, escalation 04-21 13:00, answersIn 04-22 12:00, copyDeadline 04-23 12:00, proof 04-27 10:00, publication 04-29 08:00")]
    [InlineData("2027-05-13", "question 04-23 09:00, nudge 04-28 09:10, secondNudge 04-30 09:10, lastCall 05-03 10:10, escalation 05-03 13:00, answersIn 05-04 12:00, copyDeadline 05-05 12:00, proof 05-11 10:00, publication 05-13 08:00")]
    [InlineData("2028-01-13", "question 12-22 09:00, nudge 12-28 09:10, secondNudge 12-30 09:10, lastCall 01-03 10:10, escalation 01-03 13:00, answersIn 01-04 12:00, copyDeadline 01-05 12:00, proof 01-11 10:00, publication 01-13 08:00")]
    [InlineData("2027-04-01", "question 03-12 09:00, nudge 03-17 09:10, secondNudge 03-19 09:10, lastCall 03-22 10:10, escalation 03-22 13:00, answersIn 03-23 12:00, copyDeadline 03-24 12:00, proof 03-30 10:00, publication 04-01 08:00")]
    [InlineData("2027-11-11", "question 10-26 09:00, nudge 10-29 09:10, secondNudge 11-02 09:10, lastCall 11-03 09:10, escalation 11-03 13:00, answersIn 11-04 12:00, copyDeadline 11-05 12:00, proof 11-09 10:00, publication 11-11 08:00")]
    public void The_month_of_the_ad_in_local_time(string publication, string expected)
    {
        var plan = ReminderPlan.For(Request(publication));
        Assert.Equal(expected, string.Join(", ", plan.Steps.Select(step => $"{Code(step.Step)} {Local(step.At)}")));
    }

    [Fact]
    public void A_question_that_falls_into_the_vacation_goes_out_five_working_days_before_it()
    {
        var plan = ReminderPlan.For(Request("2027-08-12") with { Respondent = Away(Availability.SummerWeeks(2027)) });
        Assert.Equal("07-05 09:00", Local(plan.At(PlanStep.Question)!.Value));
    }

    [Fact]
    public void The_default_vacation_is_weeks_28_to_31() =>
        Assert.Equal(new DateSpan(new DateOnly(2027, 7, 12), new DateOnly(2027, 8, 8)), Availability.SummerWeeks(2027));

    [Fact]
    public void A_nudge_waits_for_the_return_and_is_never_doubled()
    {
        var plan = ReminderPlan.For(Request("2027-04-29") with { Respondent = Away(new DateSpan(new DateOnly(2027, 4, 15), new DateOnly(2027, 4, 20))) });

        Assert.Equal("04-21 09:10", Local(plan.At(PlanStep.Nudge)!.Value));
        Assert.Null(plan.At(PlanStep.SecondNudge));
        Assert.Null(plan.At(PlanStep.LastCall));
    }

    [Fact]
    public void Somebody_away_until_the_answers_should_be_in_is_told_to_the_editor_at_once()
    {
        var now = WallClock.At(new DateOnly(2027, 4, 14), new TimeOnly(9, 0), Stockholm);
        var plan = ReminderPlan.For(Request("2027-04-29") with { Now = now, Respondent = Away(new DateSpan(new DateOnly(2027, 4, 1), new DateOnly(2027, 4, 30))) });
        Assert.Equal(now, plan.At(PlanStep.Escalation));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_deputy_is_asked_once(bool asked)
    {
        var away = Away(new DateSpan(new DateOnly(2027, 4, 15), new DateOnly(2027, 4, 30)));

        Assert.Equal(asked, ReminderPlan.For(Request("2027-04-29") with { Respondent = away, HasDeputy = true, DeputyAsked = asked }).At(PlanStep.Deputy) is null);
    }

    [Fact]
    public void Of_a_question_that_is_planned_anew_later_no_nudge_lies_in_the_past()
    {
        var plan = ReminderPlan.For(Request("2027-04-29") with { AskedAt = At(13, 9), Now = At(19, 12) });

        Assert.Equal((null, "04-20 09:10"), (plan.At(PlanStep.Nudge), Local(plan.At(PlanStep.SecondNudge)!.Value)));
    }

    [Fact]
    public void From_a_deadline_or_a_day_for_the_answers_the_plan_counts_back_as_from_the_day_in_print_they_belong_to()
    {
        var printed = ReminderPlan.For(Request("2027-04-29"));
        var (byDeadline, byDue) = (Request("2027-04-29") with { PublishOn = null, CopyDeadline = At(23, 12) }, Request("2027-04-29") with { PublishOn = null, Due = At(22, 12) });

        Assert.All([ReminderPlan.For(byDeadline), ReminderPlan.For(byDue)], plan =>
            Assert.All([PlanStep.Question, PlanStep.Nudge, PlanStep.LastCall, PlanStep.Escalation, PlanStep.AnswersIn], step => Assert.Equal(printed.At(step), plan.At(step))));
    }

    [Fact]
    public void A_question_asked_late_has_until_the_answers_should_be_in()
    {
        var plan = ReminderPlan.For(Request("2027-04-29") with { Now = WallClock.At(new DateOnly(2027, 4, 21), new TimeOnly(15, 0), Stockholm) });

        Assert.Equal("04-21 15:00", Local(plan.At(PlanStep.Question)!.Value));
        Assert.Equal("04-22 12:00", Local(plan.At(PlanStep.Escalation)!.Value));
        Assert.Null(plan.At(PlanStep.LastCall));
    }

    [Fact]
    public void The_person_s_own_clock_counts()
    {
        var plan = ReminderPlan.For(Request("2027-04-29") with { Respondent = new Availability { TimeZone = "America/New_York" } });
        Assert.Equal(new TimeSpan(-4, 0, 0), plan.At(PlanStep.Nudge)!.Value.Offset);
        Assert.Equal(9, plan.At(PlanStep.Nudge)!.Value.Hour);
    }

    [Fact]
    public void No_plan_ever_disturbs_outside_the_allowed_hours_twice_a_day_or_too_late() =>
        Gen.Select(Gen.Int[0, 1825], Gen.Int[0, 40], Gen.Int[0, 23], Gen.Int[0, 60], Gen.Int[0, 45], Gen.OneOfConst(Stockholm, "Europe/Helsinki", "America/New_York"))
            .Sample((publication, before, hour, away, length, zone) =>
            {
                var print = WorkingCalendar.Sweden.PlannableFrom(new DateOnly(2026, 1, 15).AddDays(publication));
                var leave = print.AddDays(-away);
                var person = new Availability { TimeZone = zone, Absences = [new DateSpan(leave, leave.AddDays(length))] };
                var now = WallClock.At(print.AddDays(-before), new TimeOnly(hour, 30), Stockholm);
                var plan = ReminderPlan.For(new PlanRequest { PublishOn = print, Now = now, Respondent = person, OrganisationTimeZone = Stockholm });

                var disturbing = plan.Steps.Where(step => step.Step is PlanStep.Question or PlanStep.Nudge or PlanStep.SecondNudge or PlanStep.LastCall).ToList();
                Assert.All(disturbing, step => Assert.True(person.Allows(step.At, WorkingCalendar.Sweden), $"{step} for {person}"));
                Assert.All(disturbing, step => Assert.True(step.At >= now));
                Assert.Distinct(disturbing.Select(step => WallClock.Day(step.At, zone)));
                Assert.All(disturbing.Where(step => step.Step != PlanStep.Question), step => Assert.True(step.At < plan.At(PlanStep.AnswersIn)));
                Assert.Equal(plan.Steps.OrderBy(step => step.At).Select(step => step.At), plan.Steps.Select(step => step.At));
            });

    [Theory]
    [InlineData(22, true)]
    [InlineData(23, false)]
    public void Nobody_stands_in_for_somebody_who_is_there_again(int today, bool isAway)
    {
        var plan = ReminderPlan.For(Request("2027-04-29") with
        {
            Now = WallClock.At(new DateOnly(2027, 4, today), new TimeOnly(14, 0), Stockholm),
            AskedAt = WallClock.At(new DateOnly(2027, 4, 13), new TimeOnly(9, 0), Stockholm),
            Respondent = Away(new DateSpan(new DateOnly(2027, 4, 21), new DateOnly(2027, 4, 22))),
            HasDeputy = true,
        });

        Assert.Equal(isAway, plan.At(PlanStep.Deputy) is not null);
    }

    private static PlanRequest Request(string publication)
    {
        var print = DateOnly.Parse(publication, CultureInfo.InvariantCulture);
        return new PlanRequest
        {
            PublishOn = print,
            Now = WallClock.At(print.AddDays(-60), new TimeOnly(9, 0), Stockholm),
            Respondent = new Availability { TimeZone = Stockholm },
            OrganisationTimeZone = Stockholm,
        };
    }

    private static DateTimeOffset At(int day, int hour) => WallClock.At(new DateOnly(2027, 4, day), new TimeOnly(hour, 0), Stockholm);

    private static Availability Away(DateSpan absence) => new() { TimeZone = Stockholm, Absences = [absence] };

    private static string Local(DateTimeOffset at) => WallClock.Local(at, Stockholm).ToString("MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static string Code(PlanStep step) => char.ToLowerInvariant(step.ToString()[0]) + step.ToString()[1..];
}
