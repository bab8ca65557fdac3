using Dialog.Core.Reading;

namespace Dialog.Core.Tests.Texts;

/// <summary>What a mail program and good manners put around somebody's words is not theirs to print.</summary>
public class MailTests
{
    private const string Swedish = "Vi bygger lekplatsen i vår, eftersom den gamla är trasig.";
    private const string English = "St. John's Bridge is closed for six weeks. Mr. Patel is replacing the bearings.";

    [Theory]
    [InlineData("Hej Anna!\n\n{0}\n\nMed vänlig hälsning\nAnna Berg\nKommunchef\n0150-57 000")]
    [InlineData("Hej!\n{0}\nMvh Anna\nSkickat från min iPhone")]
    [InlineData("{0}\n\nVänligen\nAnna Berg | Kommunchef | Katrineholms kommun")]
    [InlineData("{0}\n\nHälsningar\nAnna Berg.")]
    [InlineData("{0}\n\n//Anna B.")]
    [InlineData("{0}\n/Anna Berg, kommunchef")]
    [InlineData("{0} /Anna")]
    [InlineData("Ämne: Lekplatsen\nTill: anna.berg@katrineholm.se\n\n{0}")]
    [InlineData("{0} Mvh Anna Berg")]
    [InlineData("Hej Dialog! {0}")]
    [InlineData("{0} Tack, Anna")]
    [InlineData("{0} Allt gott, Anna Berg")]
    [InlineData("{0}\n\nVarma hälsningar\nAnna Berg\nkommunchef")]
    [InlineData("Hej igen,\n{0}\n\nMed vänlig hälsning,\n\nANNA BERG\nEnhetschef park och natur\nSamhällsbyggnadsförvaltningen\n641 80 Katrineholm\nTelefon: 0150-570 00\nanna.berg@katrineholm.se\n\nKatrineholm – Läge för liv & lust")]
    [InlineData("{0}\n\nTrevlig helg!\nAnna")]
    [InlineData("{0}\n\nAnna Berg\nKommunchef\nKatrineholms kommun\nTfn 0150-57 000")]
    [InlineData("{0}\n\n--\nAnna Berg\nSamhällsbyggnadsförvaltningen\nBesöksadress: Gröna Kulle, Fredsgatan 38\nwww.katrineholm.se\nTänk på miljön innan du skriver ut det här mejlet.")]
    [InlineData("{0}\n\nMed vänliga hälsningar,\nAnna Berg\n\nKatrineholms kommun behandlar personuppgifter i enlighet med dataskyddsförordningen.")]
    [InlineData("{0}\n\nFrån: Karin Ek\nSkickat: den 27 november 2026 14:02\nTill: Anna Berg\nÄmne: VB: lekplatsen\n\nKan du svara på redaktionens fråga?\n/Karin")]
    [InlineData("{0}\n\nMvh\nAnna\n\nDen fre 27 nov. 2026 kl 14:02 skrev Karin Ek <karin.ek@katrineholm.se>:\n> Kan du svara på redaktionens fråga?\n> /Karin")]
    [InlineData("Från: Karin Ek\nSkickat: den 27 november 2026 14:02\nTill: Anna Berg\nÄmne: VB: lekplatsen\n\n> Kan du svara på redaktionens fråga?\n> /Karin\n\n{0}")]
    public void Only_the_words_are_left(string mail) =>
        Assert.Equal(Swedish, Mail.Words(mail.Replace("{0}", Swedish, StringComparison.Ordinal), "Anna Berg", out _));

    [Theory]
    [InlineData("{0}\n\n-----Original Message-----\nWhy is it closed?")]
    [InlineData("Hi Dialog,\n\n{0}\n\nKind regards,\nMargaret O'Neill\nHead of Highways\nAshbridge Borough Council\nTel: 01632 960123\nwww.ashbridge.gov.uk")]
    [InlineData("Dear Anna,\n{0}\nMany thanks,\nMargaret")]
    [InlineData("{0}\n\nBest\nMargaret O'Neill\nSent from my iPhone")]
    [InlineData("{0} Kind regards, Margaret")]
    [InlineData("{0}\n\nRegards\nMargaret\n\nThis e-mail is confidential and may be legally privileged.")]
    [InlineData("{0}\n\n-----Original Message-----\nFrom: Desk\nSent: 27 November 2026 14:02\nTo: Margaret\nSubject: The bridge\n\nWhy is it closed?")]
    [InlineData("{0}\n\nOn Fri, Nov 27, 2026 at 2:02 PM The Desk <desk.news@ashbridge.gov.uk>\nwrote:\n\n> Why is it closed?")]
    [InlineData("{0}\n________________________________\nFrom: Desk <desk@ashbridge.gov.uk>\nSent: Friday\nSubject: The bridge\nWhy is it closed?")]
    public void English_mails_too(string mail) =>
        Assert.Equal(English, Mail.Words(mail.Replace("{0}", English, StringComparison.Ordinal), null, out _));

    [Theory]
    [InlineData("Till: alla som bor här.")]
    [InlineData("Från: Flen\nTill: Katrineholm\nDatum: 5 maj")]
    [InlineData("Ämne: matte\nTill: årskurs nio")]
    [InlineData("Hej")]
    [InlineData("Hej Anna!")]
    [InlineData("Hej!\n\nMvh\nAnna")]
    [InlineData("Bästa tiden\nVi öppnar i maj.")]
    [InlineData("Mvh Anna")]
    [InlineData("Vi är tre:\nAnna Berg\nKarin Ek\nPer Olsson")]
    [InlineData("Vi skrev ihop det. Hälsningar från oss alla i köket.")]
    [InlineData("Vi får fina kort.\nHälsningar från hela världen\nDet värmer.")]
    [InlineData("Den 3 maj skrev en pappa till mig:\n> Tack för gungorna\nDet värmde.")]
    [InlineData("Det här säger folk:\n> Det stinker\n> Det är dyrt")]
    [InlineData("Vi gör det för barnen.\nTack\nDet var allt.")]
    [InlineData("Ge ja/nej till oss. Badet kostar 20 kr/Timme")]
    [InlineData("Vi fick hjälp av grannarna. Tack, Kalle")]
    [InlineData("Vi bygger bänkar.\n\nVänligen återkom om ni undrar något.")]
    [InlineData("We mow twice a year.\nRegards to the crew who did it.")]
    [InlineData("- /Anna\n- gunga\n- sand")]
    [InlineData("Dear to my heart is the park.\nWe mow it.")]
    public void Words_are_never_taken_for_a_frame(string text)
    {
        Assert.Equal(text, Mail.Words(text, "Anna Berg", out var quoted));
        Assert.False(quoted);
    }

    [Theory]
    [InlineData("PS. Vi öppnar redan på lördag, kom dit!")]
    [InlineData("PS. Kom dit!")]
    public void What_is_written_behind_the_signature_stays(string written) =>
        Assert.Equal($"{Swedish}\n\n{written}", Mail.Words($"{Swedish}\n\nMvh\nAnna\n\n{written}", "Anna Berg", out _).Replace("\n\n\n", "\n\n", StringComparison.Ordinal));

    [Theory]
    [InlineData("Så här svarade jag i förra veckan:\n\nFrån: Karin Ek\nSkickat: den 27 november 2026 14:02\nÄmne: Lekplatsen\n\n{0}")]
    [InlineData("Min chef svarade så här bra, se nedan\n\nFrån: Karin Ek\nSkickat: den 27 november 2026 14:02\nÄmne: Lekplatsen\n\n{0}")]
    [InlineData("Jag har svarat på det redan.\n\nFrån: Anna Berg\nSkickat: den 27 november 2026 14:02\nÄmne: Lekplatsen\n\n{0}")]
    [InlineData("Från: Karin Ek\nSkickat: den 27 november 2026 14:02\nÄmne: Lekplatsen\n\n{0}")]
    public void A_mail_that_may_hold_the_persons_own_words_stays(string mail)
    {
        var words = Mail.Words(mail.Replace("{0}", Swedish, StringComparison.Ordinal), "Anna Berg", out var quoted);

        Assert.EndsWith(Swedish, words, StringComparison.Ordinal);
        Assert.DoesNotContain("Skickat:", words, StringComparison.Ordinal);
        Assert.False(quoted);
    }

    [Fact]
    public void An_answer_between_quoted_lines_stays() =>
        Assert.Equal($"Vi bygger i vår.\n\n\n{Swedish}", Mail.Words($"Vi bygger i vår.\n\nDen 27 nov. 2026 kl. 14:02 skrev Redaktionen <red@katrineholm.se>:\n> Varför bygger ni?\n\n{Swedish}\n\n> Och vem?", "Anna Berg", out _));

    [Fact]
    public void It_is_said_when_a_mail_below_was_left_out()
    {
        Mail.Words($"{Swedish}\n\nFrån: Karin Ek\nSkickat: i går\nÄmne: Lekplatsen\n\nKan du svara?", "Anna Berg", out var quoted);

        Assert.True(quoted);
    }
}
