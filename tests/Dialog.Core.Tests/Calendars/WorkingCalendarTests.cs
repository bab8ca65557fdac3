using Dialog.Core.Calendars;

namespace Dialog.Core.Tests.Calendars;

public class WorkingCalendarTests
{
    private static readonly WorkingCalendar Sweden = WorkingCalendar.Sweden;

    [Theory]
    [InlineData(2026, "04-05", "05-14", "06-20", "10-31")]
    [InlineData(2027, "03-28", "05-06", "06-26", "11-06")]
    [InlineData(2028, "04-16", "05-25", "06-24", "11-04")]
    [InlineData(2029, "04-01", "05-10", "06-23", "11-03")]
    [InlineData(2030, "04-21", "05-30", "06-22", "11-02")]
    public void The_moving_holidays_fall_where_the_almanac_has_them(int year, string easter, string ascension, string midsummer, string allSaints)
    {
        Assert.Equal("påskdagen", Sweden.NameOf(Day(year, easter), "sv"));
        Assert.Equal("Kristi himmelsfärdsdag", Sweden.NameOf(Day(year, ascension), "sv"));
        Assert.Equal("midsommardagen", Sweden.NameOf(Day(year, midsummer), "sv"));
        Assert.Equal("All Saints' Day", Sweden.NameOf(Day(year, allSaints), "en"));
    }

    [Theory]
    [InlineData(2026, "01-02 01-05 05-15")]
    [InlineData(2027, "05-07")]
    [InlineData(2028, "01-07 05-26 06-05")]
    [InlineData(2029, "04-30 05-11")]
    [InlineData(2030, "05-31 06-07 12-23 12-27 12-30")]
    public void A_squeezed_day_is_a_working_day_between_two_free_ones(int year, string expected) =>
        Assert.Equal(expected, string.Join(' ', Year(year).Where(Sweden.IsSqueezed).Select(day => day.ToString("MM-dd", null))));

    [Fact]
    public void The_year_2027_has_253_working_days() => Assert.Equal(253, Year(2027).Count(Sweden.IsWorkingDay));

    [Fact]
    public void Free_eves_are_no_working_days() =>
        Assert.All(["12-24", "12-31", "06-25"], eve => Assert.False(Sweden.IsWorkingDay(Day(2027, eve))));

    [Fact]
    public void Of_two_rules_for_one_day_the_one_that_frees_more_of_it_counts_whichever_comes_first()
    {
        const string Short = """{ "name": { "sv": "kort" }, "kind": "short", "date": "03-02" }""";
        const string Holiday = """{ "name": { "sv": "helg" }, "kind": "holiday", "date": "03-02" }""";

        Assert.All([$"{Short}, {Holiday}", $"{Holiday}, {Short}"], days =>
        {
            var calendar = new WorkingCalendar(CalendarRules.Read($$"""{ "country": "SE", "source": "", "weekend": [], "days": [{{days}}] }"""), []);
            Assert.Equal(("helg", false), (calendar.NameOf(new DateOnly(2027, 3, 2), "sv"), calendar.IsWorkingDay(new DateOnly(2027, 3, 2))));
        });
    }

    [Theory]
    [InlineData("2027-04-13T07:10", "04-13 08:00")]
    [InlineData("2027-04-13T12:15", "04-13 13:00")]
    [InlineData("2027-04-13T16:59", "04-13 16:59")]
    [InlineData("2027-04-13T17:00", "04-14 08:00")]
    [InlineData("2027-04-30T11:29", "04-30 11:29")]
    [InlineData("2027-04-30T11:45", "05-03 08:00")]
    [InlineData("2027-04-24T10:00", "04-26 08:00")]
    public void Whoever_may_not_be_disturbed_now_may_be_at_the_next_hour_that_is_theirs(string wanted, string allowed)
    {
        var person = new Availability { TimeZone = "Europe/Stockholm" };
        var at = DateTime.Parse(wanted, System.Globalization.CultureInfo.InvariantCulture);

        var next = person.NextAllowed(WallClock.At(DateOnly.FromDateTime(at), TimeOnly.FromDateTime(at), person.TimeZone), Sweden);

        Assert.Equal(allowed, next.ToString("MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Whit_Monday_is_worked_since_2005() => Assert.True(Sweden.IsWorkingDay(new DateOnly(2027, 5, 17)));

    [Theory]
    [InlineData("2027-01-05")]
    [InlineData("2027-03-25")]
    [InlineData("2027-04-30")]
    [InlineData("2027-05-05")]
    [InlineData("2028-06-05")]
    [InlineData("2026-10-30")]
    public void Short_days_are_worked_until_noon(string day) => Assert.True(Sweden.IsShort(DateOnly.Parse(day, null)));

    [Theory]
    [InlineData("2027-04-29", "04-13 04-16 04-20 04-21 04-22 04-23 04-27")]
    [InlineData("2027-05-13", "04-23 04-28 04-30 05-03 05-04 05-05 05-11")]
    [InlineData("2028-01-13", "12-22 12-28 12-30 01-03 01-04 01-05 01-11")]
    public void The_month_of_the_ad_is_counted_back_over_plannable_days(string publication, string expected)
    {
        var day = DateOnly.Parse(publication, null);
        var steps = new[] { 12, 9, 7, 6, 5, 4, 2 }.Select(before => Sweden.Before(day, before).ToString("MM-dd", null));
        Assert.Equal(expected, string.Join(' ', steps));
    }

    [Fact]
    public void Counting_forward_undoes_counting_back()
    {
        foreach (var day in Year(2027).Where(Sweden.IsPlannable))
        {
            Assert.Equal(day, Sweden.Before(Sweden.Before(day, 7), -7));
        }
    }

    [Fact]
    public void A_closure_of_the_organisation_is_not_worked()
    {
        var closed = new WorkingCalendar(CalendarRules.Sweden, [new DateSpan(new DateOnly(2027, 10, 14), new DateOnly(2027, 10, 15))]);
        Assert.Equal(new DateOnly(2027, 10, 18), closed.WorkingDayFrom(new DateOnly(2027, 10, 14)));
    }

    [Theory]
    [InlineData("""{"country":"SE","source":"x","weekend":["sunday"],"days":[{"name":{"sv":"a"},"kind":"holiday"}]}""", "days[0]: give one of date")]
    [InlineData("""{"country":"SE","source":"x","weekend":["sunday"],"days":[{"name":{"sv":"a"},"kind":"holiday","date":"13-01"}]}""", "”13-01” is no date")]
    [InlineData("""{"country":"SE","source":"x","weekend":["sunday"],"days":[{"name":{"sv":"a"},"kind":"holiday","weekday":"friday"}]}""", "weekday and onOrAfter")]
    [InlineData("""{"country":"SE","source":"x","weekend":["söndag"],"days":[]}""", "$.weekend")]
    [InlineData("""{"country":"SE"}""", "source")]
    public void A_calendar_with_a_mistake_says_where(string json, string mistake) =>
        Assert.Contains(mistake, Assert.Throws<FormatException>(() => CalendarRules.Read(json)).Message);

    [Theory]
    [InlineData("2027-03-28", "02:30", "2027-03-28T03:30:00+02:00")]
    [InlineData("2027-10-31", "02:30", "2027-10-31T02:30:00+02:00")]
    [InlineData("2027-10-31", "09:00", "2027-10-31T09:00:00+01:00")]
    public void The_wall_clock_keeps_the_local_hour_across_the_change(string day, string time, string expected) =>
        Assert.Equal(DateTimeOffset.Parse(expected, null), WallClock.At(DateOnly.Parse(day, null), TimeOnly.Parse(time, null), "Europe/Stockholm"));

    private static DateOnly Day(int year, string monthAndDay) => DateOnly.ParseExact($"{year}-{monthAndDay}", "yyyy-MM-dd", null);

    private static IEnumerable<DateOnly> Year(int year) =>
        Enumerable.Range(0, 366).Select(offset => new DateOnly(year, 1, 1).AddDays(offset)).Where(day => day.Year == year);
}
