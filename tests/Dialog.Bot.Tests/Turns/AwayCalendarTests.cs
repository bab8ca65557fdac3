using System.Collections.Immutable;
using System.Globalization;
using Dialog.Bot.Turns;
using Dialog.Core.Calendars;

namespace Dialog.Bot.Tests.Turns;

/// <summary>Days away are read from a calendar. In Stockholm it is Friday 5 February 2027.</summary>
public sealed class AwayCalendarTests
{
    private static readonly DateTimeOffset Now = new(2027, 2, 5, 8, 5, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("20270212T120000Z", "20270215T070000Z", "02-13 02-14")]
    [InlineData("20270212T070000Z", "20270212T230000Z", "02-12 02-12")]
    [InlineData("20270211T230000Z", "20270212T230000Z", "02-12 02-12")]
    [InlineData("20270210T080000Z", "20270212T140000Z", "02-10 02-12")]
    [InlineData("20270210T080000Z", "20270212T100000Z", "02-10 02-11")]
    [InlineData("20270210T080000Z", "20270210T140000Z", "02-10 02-10")]
    [InlineData("20270210T080000Z", "20270210T120000Z", null)]
    [InlineData("20270210T130000Z", "20270211T090000Z", null)]
    public void Out_of_office_takes_a_day_when_it_takes_most_of_its_hours(string start, string end, string? expected) =>
        Assert.Equal(expected is null ? [] : [expected], Read($"DTSTART:{start}\nDTEND:{end}\nX-MICROSOFT-CDO-BUSYSTATUS:OOF", new WorkingHours()));

    [Fact]
    public void The_hours_are_the_persons_own()
    {
        const string Evening = "DTSTART:20270210T120000Z\nDTEND:20270210T200000Z\nX-MICROSOFT-CDO-BUSYSTATUS:OOF";
        const string Morning = "DTSTART:20270210T060000Z\nDTEND:20270210T110000Z\nX-MICROSOFT-CDO-BUSYSTATUS:OOF";

        Assert.Equal(["02-10 02-10"], Read(Evening, new WorkingHours { From = new(13, 0), To = new(21, 0) }));
        Assert.Empty(Read(Morning, new WorkingHours()));
        Assert.Equal(["02-10 02-10"], Read(Morning, new WorkingHours { From = new(7, 0), To = new(12, 0) }));
    }

    [Fact]
    public void A_whole_day_is_a_day_whoever_works_when() =>
        Assert.Equal(["02-10 02-11"], Read("DTSTART;VALUE=DATE:20270210\nDTEND;VALUE=DATE:20270212\nX-MICROSOFT-CDO-BUSYSTATUS:OOF", new WorkingHours()));

    [Fact]
    public void Until_further_notice_is_counted_to_the_end_of_a_calendar_that_can_be_reckoned_with() =>
        Assert.Equal(new DateOnly(2199, 12, 31), Spans("DTSTART;VALUE=DATE:20270210\nDTEND;VALUE=DATE:99991231\nX-MICROSOFT-CDO-BUSYSTATUS:OOF", new WorkingHours()).Single().Last);

    private static IEnumerable<string> Read(string lines, WorkingHours hours) => Spans(lines, hours).Select(span => string.Create(CultureInfo.InvariantCulture, $"{span.First:MM-dd} {span.Last:MM-dd}"));

    private static ImmutableList<DateSpan> Spans(string lines, WorkingHours hours) =>
        AwayCalendar.Read($"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//x//x//EN\nBEGIN:VEVENT\nUID:1\nDTSTAMP:20270101T000000Z\n{lines}\nEND:VEVENT\nEND:VCALENDAR\n", "Europe/Stockholm", hours, Now)!;
}
