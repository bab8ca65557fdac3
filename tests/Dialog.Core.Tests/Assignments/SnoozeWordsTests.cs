using System.Globalization;
using Dialog.Core.Assignments;
using Dialog.Core.Calendars;

namespace Dialog.Core.Tests.Assignments;

public class SnoozeWordsTests
{
    private const string Stockholm = "Europe/Stockholm";

    [Theory]
    [InlineData("2027-03-02 09:31", "måste springa, tar resten efter lunch", "2027-03-02 13:00")]
    [InlineData("2027-03-02 12:45", "efter lunch", "2027-03-02 13:15")]
    [InlineData("2027-03-02 14:00", "after lunch", "2027-03-03 13:00")]
    [InlineData("2027-03-02 16:30", "om en timme", "2027-03-03 08:30")]
    [InlineData("2027-03-02 10:00", "om två timmar", "2027-03-02 12:00")]
    [InlineData("2027-03-02 10:00", "ask me in an hour", "2027-03-02 11:00")]
    [InlineData("2027-03-02 10:00", "ikväll", "2027-03-02 18:00")]
    [InlineData("2027-03-05 10:00", "imorgon", "2027-03-08 09:00")]
    [InlineData("2027-03-04 10:00", "vi tar det i morgon eftermiddag", "2027-03-05 13:00")]
    [InlineData("2027-03-08 10:00", "på måndag", "2027-03-15 09:00")]
    [InlineData("2027-03-25 10:00", "på måndag", "2027-03-30 09:00")]
    [InlineData("2027-05-05 10:00", "på fredag", "2027-05-07 09:00")]
    [InlineData("2027-03-03 10:00", "kan vi ta det på torsdag em?", "2027-03-04 13:00")]
    [InlineData("2027-03-03 10:00", "I'll do it next week", "2027-03-08 09:00")]
    [InlineData("2027-03-03 10:00", "nästa vecka", "2027-03-08 09:00")]
    [InlineData("2027-03-03 10:00", "kl 14", "2027-03-03 14:00")]
    [InlineData("2027-03-03 15:00", "14.30", "2027-03-04 14:30")]
    [InlineData("2027-03-03 10:00", "at 2 pm", "2027-03-03 14:00")]
    [InlineData("2027-03-03 10:00", "den 12", "2027-03-12 09:00")]
    [InlineData("2027-03-13 10:00", "den 12", "2027-04-12 09:00")]
    [InlineData("2027-03-03 10:00", "12/3", "2027-03-12 09:00")]
    [InlineData("2027-03-03 10:00", "ta det den 14 mars", "2027-03-15 09:00")]
    [InlineData("2027-03-03 09:05", "senare", "2027-03-03 12:30")]
    [InlineData("2027-03-03 02:47", "senare", "2027-03-03 09:00")]
    [InlineData("2027-03-03 16:40", "inte nu", "2027-03-04 09:00")]
    [InlineData("2027-03-03 10:00", "not now, later", "2027-03-03 13:00")]
    [InlineData("2027-06-30 10:00", "efter semestern", "2027-08-09 10:00")]
    [InlineData("2027-03-05 10:00", "tomorrow", "2027-03-08 09:00")]
    [InlineData("2027-03-03 10:00", "I’m in a meeting, ask me tomorrow", "2027-03-04 09:00")]
    [InlineData("2027-03-03 10:00", "tomorrow afternoon", "2027-03-04 13:00")]
    [InlineData("2027-03-03 10:00", "Not today, sorry", "2027-03-04 09:00")]
    [InlineData("2027-03-03 10:00", "Nej, inte idag", "2027-03-04 09:00")]
    [InlineData("2027-03-03 10:00", "Nej, men i morgon går bra", "2027-03-04 09:00")]
    [InlineData("2027-03-02 10:00", "tonight", "2027-03-02 18:00")]
    [InlineData("2027-03-03 10:00", "I'm busy, ask me on Tuesday", "2027-03-09 09:00")]
    [InlineData("2027-03-03 10:00", "can we do it on Friday afternoon?", "2027-03-05 13:00")]
    [InlineData("2027-03-03 10:00", "ask me on March 12", "2027-03-12 09:00")]
    [InlineData("2027-03-03 10:00", "ask me on March the 12th", "2027-03-12 09:00")]
    [InlineData("2027-03-03 10:00", "on the 12th of March", "2027-03-12 09:00")]
    [InlineData("2027-03-03 10:00", "on 12 April", "2027-04-12 09:00")]
    [InlineData("2027-03-13 10:00", "the 12th", "2027-04-12 09:00")]
    [InlineData("2027-03-03 09:05", "sorry, not right now", "2027-03-03 12:30")]
    [InlineData("2027-03-03 09:05", "I am busy, ask again later", "2027-03-03 12:30")]
    [InlineData("2027-03-03 10:00", "jag har möte, återkommer kl 14", "2027-03-03 14:00")]
    [InlineData("2027-03-03 10:00", "sitter i möte till 15", "2027-03-03 15:00")]
    [InlineData("2027-03-03 10:00", "jag har möte till 15.30", "2027-03-03 15:30")]
    [InlineData("2027-03-03 10:00", "I'm in a meeting until 3 pm", "2027-03-03 15:00")]
    [InlineData("2027-03-03 10:00", "ask me at 3", "2027-03-03 15:00")]
    [InlineData("2027-03-03 10:00", "kl 3", "2027-03-03 15:00")]
    [InlineData("2027-03-03 10:00", "imorgon kl 06.30", "2027-03-04 06:30")]
    [InlineData("2027-03-03 10:00", "tomorrow at 6 am", "2027-03-04 06:00")]
    [InlineData("2027-03-03 10:00", "busy until 14", "2027-03-03 14:00")]
    [InlineData("2027-03-03 10:00", "vi tar det imorn kl 9", "2027-03-04 09:00")]
    [InlineData("2027-03-03 10:00", "i morgon kl 13.30", "2027-03-04 13:30")]
    [InlineData("2027-03-03 10:00", "Ask me tomorrow at 2 pm", "2027-03-04 14:00")]
    [InlineData("2027-03-03 10:00", "på fredag efter kl 10", "2027-03-05 10:00")]
    [InlineData("2027-03-03 10:00", "Inte just nu, sitter i möte", "2027-03-03 13:00")]
    [InlineData("2027-03-03 10:00", "hinner inte mer idag", "2027-03-04 09:00")]
    [InlineData("2027-03-03 10:00", "I can't do any more today", "2027-03-04 09:00")]
    [InlineData("2027-11-29 10:00", "efter jul", "2027-12-27 09:00")]
    [InlineData("2027-11-29 10:00", "vi tar det efter nyår", "2028-01-03 09:00")]
    [InlineData("2027-11-29 10:00", "after Christmas, please", "2027-12-27 09:00")]
    [InlineData("2027-03-03 10:00", "efter helgen", "2027-03-08 09:00")]
    [InlineData("2027-03-03 10:00", "after the weekend", "2027-03-08 09:00")]
    public void A_wish_is_resolved_in_the_persons_time(string now, string text, string expected) => Assert.Equal(Local(expected), SnoozeWords.Read(text, Local(now), new Availability { TimeZone = Stockholm }, WorkingCalendar.Sweden, out _));

    [Theory]
    [InlineData("Efter lunch går alla barnen ut på gården")]
    [InlineData("Det kan inte vänta")]
    [InlineData("Det är sen")]
    [InlineData("På måndag öppnar vi den nya hallen")]
    [InlineData("Vi öppnade den 12 mars")]
    [InlineData("senare blev det bättre")]
    [InlineData("efter semestern")]
    [InlineData("On March 12 we opened the hall")]
    [InlineData("The 12th of March was the first day")]
    [InlineData("efter jul")]
    [InlineData("Efter jul öppnar vi badet")]
    [InlineData("Jag har möte kl 14")]
    [InlineData("Vi har möte på måndag")]
    [InlineData("Vi har öppet till 15")]
    [InlineData("Det går från 10 till 15")]
    [InlineData("I can't say it on Monday")]
    public void Anything_else_is_no_wish(string text) => Assert.Null(SnoozeWords.Read(text, Local("2027-03-03 10:00"), new Availability { TimeZone = Stockholm }, WorkingCalendar.Sweden, out _));

    private static DateTimeOffset Local(string wall)
    {
        var local = DateTime.ParseExact(wall, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        return new DateTimeOffset(local, TimeZoneInfo.FindSystemTimeZoneById(Stockholm).GetUtcOffset(local));
    }
}
