using System.Collections.Immutable;
using System.Globalization;
using Dialog.Core.Assignments;
using Dialog.Core.Calendars;

namespace Dialog.Core.Tests.Assignments;

public class SeriesTests
{
    [Theory]
    [InlineData(1, DayOfWeek.Thursday, "2027-01-07 2027-02-04 2027-03-04 2027-04-01 2027-05-06 2027-06-03 2027-07-01 2027-08-05 2027-09-02 2027-10-07 2027-11-04 2027-12-02")]
    [InlineData(-1, DayOfWeek.Friday, "2027-01-29 2027-02-26 2027-03-26 2027-04-30 2027-05-28 2027-06-25 2027-07-30 2027-08-27 2027-09-24 2027-10-29 2027-11-26 2027-12-31")]
    [InlineData(4, DayOfWeek.Monday, "2027-01-25 2027-02-22 2027-03-22 2027-04-26 2027-05-24 2027-06-28 2027-07-26 2027-08-23 2027-09-27 2027-10-25 2027-11-22 2027-12-27")]
    public void A_rule_gives_its_day_of_every_month(int nth, DayOfWeek weekday, string expected) =>
        Assert.Equal(expected, string.Join(' ', (Monthly() with { Rule = new MonthlyRule(nth, weekday) }).Occurrences().Take(12).Select(occurrence => occurrence.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))));

    [Fact]
    public void Persons_and_questions_take_turns_and_a_skipped_time_keeps_the_turns()
    {
        var series = Monthly() with { PersonIds = ["a", "b"], Questions = [new("Ett"), new("Två"), new("Tre")], Skipped = [new DateOnly(2027, 2, 4)] };

        Assert.Equal(["a Ett False", "b Två True", "a Tre False", "b Ett False"], series.Occurrences().Take(4).Select(time => $"{time.PersonId} {time.Question.Topic} {time.Skipped}"));
    }

    [Fact]
    public void A_moved_time_keeps_its_name_and_gets_its_own_dates()
    {
        var series = Monthly() with { Moved = Monthly().Moved.Add(new DateOnly(2027, 5, 6), new DateOnly(2027, 5, 12)) };
        var moved = series.Occurrences().ElementAt(4);

        Assert.Equal(("s-20270506", new DateOnly(2027, 5, 12)), (series.Order(moved).Id, series.Order(moved).PublishOn));
    }

    [Fact]
    public void Ten_working_days_before_an_imported_edition()
    {
        var series = Monthly() with { Rule = null, Editions = [new DateOnly(2027, 5, 13), new DateOnly(2027, 4, 8)], WorkingDaysBefore = 10 };

        Assert.Equal(
            ["2027-03-23 09:00", "2027-04-27 09:00"],
            series.Occurrences().Select(time => WallClock.Local(series.OpensAt(time, WorkingCalendar.Sweden, new PlanRules(), "Europe/Stockholm"), "Europe/Stockholm").ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void A_question_that_would_fall_into_the_vacation_is_opened_before_it()
    {
        var series = Monthly() with { Rule = null, Editions = [new DateOnly(2027, 8, 12)] };
        var opens = series.OpensAt(series.Occurrences().Single(), WorkingCalendar.Sweden, new PlanRules(), "Europe/Stockholm");

        Assert.Equal(new DateOnly(2027, 7, 5), WallClock.Day(opens, "Europe/Stockholm"));
    }

    [Fact]
    public void So_is_one_that_goes_out_a_number_of_working_days_before()
    {
        var series = Monthly() with { Rule = null, Editions = [new DateOnly(2027, 8, 12)], WorkingDaysBefore = 10 };

        Assert.Equal("2027-07-05 09:00", WallClock.Local(series.OpensAt(series.Occurrences().Single(), WorkingCalendar.Sweden, new PlanRules(), "Europe/Stockholm"), "Europe/Stockholm").ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData(null, "2027-04-12 06:00")]
    [InlineData(10, "2027-04-12 09:00")]
    public void A_question_that_would_fall_into_the_persons_own_absence_is_opened_before_it(int? before, string expected)
    {
        var series = Monthly() with { From = new DateOnly(2027, 5, 1), WorkingDaysBefore = before, PersonIds = ["a", "b"] };
        var plain = Opens(series, away: null);
        var absence = new Dictionary<string, ImmutableList<DateSpan>> { ["a"] = [new(new DateOnly(2027, 4, 19), new DateOnly(2027, 6, 1))], ["b"] = [new(new DateOnly(2027, 1, 1), new DateOnly(2027, 1, 9))] };

        Assert.NotEqual(expected, plain[0]);
        Assert.Equal((expected, plain[1]), (Opens(series, absence)[0], Opens(series, absence)[1]));
    }

    [Fact]
    public void Of_several_in_one_long_absence_only_the_first_is_opened_before_it()
    {
        var series = Monthly() with { From = new DateOnly(2027, 5, 1) };
        var away = new Dictionary<string, ImmutableList<DateSpan>> { ["a"] = [new(new DateOnly(2027, 4, 19), new DateOnly(2028, 4, 19))] };

        Assert.Equal(["2027-04-12 06:00", .. Opens(series, away: null)[1..]], Opens(series, away));
    }

    private static string[] Opens(Series series, Dictionary<string, ImmutableList<DateSpan>>? away) =>
    [
        .. series.Occurrences().Take(3).Select(time =>
            WallClock.Local(series.OpensAt(time, WorkingCalendar.Sweden, new PlanRules(), "Europe/Stockholm", away), "Europe/Stockholm").ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)),
    ];

    [Theory]
    [InlineData("2027-03-04", "2027-03-04")]
    [InlineData("2027-03-05", "2027-04-01")]
    public void A_rule_gives_no_day_before_the_first(string from, string first) =>
        Assert.Equal(DateOnly.Parse(first, null), new MonthlyRule(1, DayOfWeek.Thursday).From(DateOnly.Parse(from, null)).First());

    [Fact]
    public void Nobody_is_their_own_deputy()
    {
        var series = Monthly() with { PersonIds = ["a", "b", "c"], Template = Monthly().Template with { DeputyId = "b" } };

        Assert.Equal(["b", null, "b"], series.Occurrences().Take(3).Select(time => series.Order(time).DeputyId));
    }

    private static Series Monthly() => new()
    {
        Id = "s",
        Title = "Månadsannonsen",
        Template = new Assignment { Id = "", Topic = "", PersonId = "", Language = "sv" },
        Rule = new MonthlyRule(1, DayOfWeek.Thursday),
        PersonIds = ["a"],
        Questions = [new("Varför?")],
        From = new DateOnly(2027, 1, 1),
    };
}
