using System.Globalization;
using Dialog.Core.Assignments;

namespace Dialog.Core.Tests.Assignments;

public class AbsenceWordsTests
{
    /// <summary>A Wednesday.</summary>
    private static readonly DateOnly Today = new(2027, 7, 7);

    [Theory]
    [InlineData("ledig till 12 augusti", "07-07 08-12")]
    [InlineData("Jag är ledig till den 12 augusti!", "07-07 08-12")]
    [InlineData("är borta t.o.m. fredag", "07-07 07-09")]
    [InlineData("på semester till och med 6/8", "07-07 08-06")]
    [InlineData("semester, tillbaka den 9 augusti", "07-07 08-08")]
    [InlineData("sjuk idag", "07-07 07-07")]
    [InlineData("Sjuk", "07-07 07-07")]
    [InlineData("jag är sjuk i dag", "07-07 07-07")]
    [InlineData("sjuk hela veckan", "07-07 07-11")]
    [InlineData("vabbar idag", "07-07 07-07")]
    [InlineData("ledig imorgon", "07-08 07-08")]
    [InlineData("borta nästa vecka", "07-12 07-18")]
    [InlineData("semester vecka 28-31", "07-12 08-08")]
    [InlineData("ledig v 29", "07-19 07-25")]
    [InlineData("borta i två veckor", "07-07 07-20")]
    [InlineData("ledig från 19 juli till 1 augusti", "07-19 08-01")]
    [InlineData("ledig 3-7 augusti", "08-03 08-07")]
    [InlineData("ledig den 23 juli", "07-23 07-23")]
    [InlineData("away until 12 August", "07-07 08-12")]
    [InlineData("I'm on vacation until the 12th of August.", "07-07 08-12")]
    [InlineData("sick today", "07-07 07-07")]
    [InlineData("I am ill", "07-07 07-07")]
    [InlineData("out of office next week", "07-12 07-18")]
    [InlineData("on holiday, back on 9 August", "07-07 08-08")]
    [InlineData("off for three days", "07-07 07-09")]
    [InlineData("Sjuk idag, vi får ta det sen", "07-07 07-07")]
    [InlineData("sick today, I'll do it later", "07-07 07-07")]
    [InlineData("på fredag är jag ledig", "07-09 07-09")]
    [InlineData("är på resande fot resten av veckan", "07-07 07-11")]
    public void Days_away_are_read_in_a_persons_own_words(string text, string expected)
    {
        var span = AbsenceWords.Read(text, Today);
        Assert.Equal(expected, span is { } read ? string.Create(CultureInfo.InvariantCulture, $"{read.First:MM-dd} {read.Last:MM-dd}") : null);
    }

    [Theory]
    [InlineData("2026-12-16", "ledig vecka 52-1", "2026-12-21 2027-01-10")]
    [InlineData("2027-01-05", "ledig v 52-1", "2026-12-21 2027-01-10")]
    [InlineData("2027-01-12", "ledig v 52-1", "2027-12-27 2028-01-09")]
    [InlineData("2026-12-16", "ledig v 53", "2026-12-28 2027-01-03")]
    [InlineData("2027-01-02", "away week 53", "2026-12-28 2027-01-03")]
    [InlineData("2026-12-16", "semester v 52-53", "2026-12-21 2027-01-03")]
    [InlineData("2026-11-02", "föräldraledig v 46-12", "2026-11-09 2027-03-28")]
    [InlineData("2027-12-16", "ledig v 53", null)]
    [InlineData("2026-12-16", "ledig v 54", null)]
    [InlineData("2026-06-16", "semester v 31-28", null)]
    public void Weeks_go_on_over_New_Year(string today, string text, string? expected)
    {
        var span = AbsenceWords.Read(text, DateOnly.Parse(today, CultureInfo.InvariantCulture));
        Assert.Equal(expected, span is { } read ? string.Create(CultureInfo.InvariantCulture, $"{read.First:yyyy-MM-dd} {read.Last:yyyy-MM-dd}") : null);
    }

    [Theory]
    [InlineData("De som är sjuka idag får hjälp av hemtjänsten")]
    [InlineData("Många är lediga till 12 augusti och då är badet öppet")]
    [InlineData("ledig")]
    [InlineData("Jag är stolt över hur vi gör")]
    [InlineData("borta bra men hemma bäst")]
    [InlineData("sjuk i huvudet")]
    [InlineData("ledig till slut")]
    [InlineData("away from home")]
    public void Anything_else_is_no_absence(string text) => Assert.Null(AbsenceWords.Read(text, Today));

    [Theory]
    [InlineData("jag är tillbaka", true)]
    [InlineData("Frisk igen!", true)]
    [InlineData("back from holiday", true)]
    [InlineData("I'm back", true)]
    [InlineData("tillbaka", true)]
    [InlineData("gå tillbaka", false)]
    [InlineData("Bussarna är tillbaka på gatorna", false)]
    public void The_return_is_read_too(string text, bool back) => Assert.Equal(back, AbsenceWords.IsBack(text));
}
