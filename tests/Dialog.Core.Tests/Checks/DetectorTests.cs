using System.Collections.Immutable;
using Dialog.Core.Checks;

namespace Dialog.Core.Tests.Checks;

/// <summary>One table per detector: what it finds, marked ⟦so⟧, and what it lets pass (domain.md §4.2).</summary>
public class DetectorTests
{
    [Theory]
    [InlineData("Han är ⟦121212-1212⟧.")]
    [InlineData("nummer ⟦850709-9805⟧ står här")]
    [InlineData("⟦198507099805⟧")]
    [InlineData("⟦19850709-9805⟧")]
    [InlineData("⟦8507099805⟧")]
    [InlineData("⟦850709 9805⟧")]
    [InlineData("⟦850709+9805⟧")]
    [InlineData("⟦850709–9805⟧")]
    public void Finds_personnummer(string marked) => Finds(Detector.Personnummer, Severity.High, marked);

    [Theory]
    [InlineData("⟦701063-2391⟧")]
    [InlineData("⟦19701063-2391⟧")]
    public void Finds_samordningsnummer(string marked) => Finds(Detector.Samordningsnummer, Severity.High, marked);

    [Theory]
    [InlineData("⟦850709-9804⟧")]
    [InlineData("⟦19850709-T804⟧")]
    public void Finds_numbers_like_personnummer(string marked) => Finds(Detector.PersonnummerLike, Severity.Medium, marked);

    [Theory]
    [InlineData("556016-0680")]
    [InlineData("SN 2027/00417")]
    [InlineData("851309-9805")]
    [InlineData("850732-9805")]
    [InlineData("850229-9805")]
    [InlineData("80 000 kronor")]
    [InlineData("den 2027-04-29 klockan 10.15")]
    [InlineData("A8507099805")]
    [InlineData("8507099805123")]
    public void Other_numbers_are_no_personnummer(string text) => Misses(text, "sv", Detector.Personnummer, Detector.Samordningsnummer, Detector.PersonnummerLike);

    [Theory]
    [InlineData("Ring mig på ⟦070-174 06 05⟧, tack")]
    [InlineData("⟦0701740605⟧")]
    [InlineData("⟦+46 70 174 06 05⟧")]
    [InlineData("⟦+46 (0)70-174 06 05⟧")]
    [InlineData("⟦0046701740605⟧")]
    [InlineData("växeln ⟦0150-570 00⟧")]
    [InlineData("⟦08-123 456 78⟧ eller 1177")]
    [InlineData("⟦+358 9 310 1691⟧")]
    [InlineData("⟦07700 900123⟧")]
    public void Finds_phone_numbers(string marked) => Finds(Detector.Phone, Severity.High, marked);

    [Theory]
    [InlineData("070-174 06 99")]
    [InlineData("+46 70 174 06 99")]
    [InlineData("0046 70 174 06 99")]
    [InlineData("meröppet 06–22, kl 08.00–16.30")]
    [InlineData("0,5 procent av 1 000 000")]
    [InlineData("01-02-2027")]
    [InlineData("112 och 1177")]
    [InlineData("2027-04-29")]
    [InlineData("6,0701740605")]
    public void Published_and_other_numbers_are_no_phone_numbers(string text) => Misses(text, "sv", Detector.Phone);

    [Fact]
    public void A_phone_number_wins_over_the_coordination_number_it_looks_like() =>
        Assert.Equal([Detector.Phone], Find("0701740605", "sv").Select(finding => finding.Detector));

    [Theory]
    [InlineData("skriv till ⟦kalle.ek@example.org⟧.")]
    [InlineData("⟦a_b+c@sub.example.com⟧")]
    public void Finds_email(string marked) => Finds(Detector.Email, Severity.Medium, marked);

    [Theory]
    [InlineData("kontaktcenter@example.com")]
    [InlineData("Kontaktcenter@Example.com")]
    [InlineData("@kommunen på X")]
    [InlineData("pris 5 @ 10.50")]
    public void Published_addresses_and_handles_are_no_email(string text) => Misses(text, "sv", Detector.Email);

    [Theory]
    [InlineData("Kalle på ⟦Björkgatan 14⟧ var först")]
    [InlineData("⟦Östra vägen 3 B⟧")]
    [InlineData("Hon bor på Erik ⟦Dahlbergs väg 12⟧.")]
    [InlineData("⟦Kyrktorget 2a⟧")]
    [InlineData("⟦Kyrktorget 2a⟧.https://katrineholm.se")]
    [InlineData("⟦641 80 Katrineholm⟧")]
    public void Finds_addresses(string marked) => Finds(Detector.Address, Severity.Medium, marked);

    [Theory]
    [InlineData("Mrs Okafor at ⟦7 Hollow Lane⟧ has the key")]
    [InlineData("⟦12 Old Church Road⟧")]
    [InlineData("post to ⟦SW1A 1AA⟧")]
    public void Finds_english_addresses(string marked) => Finds(Detector.Address, Severity.Medium, marked, "en");

    [Theory]
    [InlineData("vi gräver på Björkgatan, Alvägen och Lundvägen i maj", "sv")]
    [InlineData("Björkgatan 12 maj", "sv")]
    [InlineData("Björkgatan 2027", "sv")]
    [InlineData("längs vägen 12 meter bort", "sv")]
    [InlineData("Detaljplan 12", "sv")]
    [InlineData("18 raised beds at Hollow Lane", "en")]
    [InlineData("25 minutes by road", "en")]
    public void A_street_without_a_number_is_no_address(string text, string language) => Misses(text, language, Detector.Address);

    [Theory]
    [InlineData("⟦Alva i 4B⟧ sa att hon vågar", "sv")]
    [InlineData("⟦alva i 4b⟧ sa det", "sv")]
    [InlineData("⟦Alva (4B⟧)", "sv")]
    [InlineData("Min dotter ⟦Elsa⟧ frågade", "sv")]
    [InlineData("eleven ⟦Xiomara⟧ kom", "sv")]
    [InlineData("⟦Petra⟧ på förskolan ringde", "sv")]
    [InlineData("en pojke som heter ⟦Noah Ek⟧ och hans klass", "sv")]
    [InlineData("Elsa har demens och hennes dotter ⟦Karin⟧ ringde mig", "sv")]
    [InlineData("Karin är glad, för hennes son ⟦Noah⟧ går här", "sv")]
    [InlineData("⟦Elsa⟧ är min dotter", "sv")]
    [InlineData("⟦Elsa⟧ är ett barn som hörs", "sv")]
    [InlineData("a pupil named ⟦Zoe⟧ asked", "en")]
    [InlineData("my son ⟦Oliver⟧ likes it", "en")]
    [InlineData("⟦Amelia in 4B⟧ said", "en")]
    public void Finds_children(string marked, string language) => Finds(Detector.Child, Severity.High, marked, language);

    [Theory]
    [InlineData("barnen i fyran är ute", "sv")]
    [InlineData("en elev i fyran sa att hon vågar", "sv")]
    [InlineData("Rädda Barnen hjälper till", "sv")]
    [InlineData("barnen på Lillåskolan i Katrineholm", "sv")]
    [InlineData("Johan Sandell möter barnen", "sv")]
    [InlineData("the children at Hollow Lane in May", "en")]
    [InlineData("Elsa har demens och hennes dotter ringde mig", "sv")]
    [InlineData("Elsas dotter ringde mig", "sv")]
    [InlineData("Dorothy has dementia, and her daughter rang me", "en")]
    [InlineData("Dorothy's son rang me", "en")]
    public void Groups_and_places_are_no_child(string text, string language) => Misses(text, language, Detector.Child);

    [Theory]
    [InlineData("För att ⟦Gun-Britt⟧ hade slutat äta. Hon har demens.", "sv")]
    [InlineData("Vi har en brukare. Hon heter ⟦Greta⟧.", "sv")]
    [InlineData("Patienten är en ⟦92-åring⟧.", "sv")]
    [InlineData("⟦Dorothy⟧ lives with us and cooks", "en")]
    [InlineData("our client, a ⟦40-year-old⟧", "en")]
    public void Finds_clients_and_patients(string marked, string language) => Finds(Detector.ClientOrPatient, Severity.High, marked, language);

    [Theory]
    [InlineData("En av dem som bor här hade slutat äta.", "sv")]
    [InlineData("Brukarna har väntat i 10 år på köket.", "sv")]
    [InlineData("Patienterna är nöjda.", "sv")]
    [InlineData("Petra på bygglov tar samtalen.", "sv")]
    [InlineData("Patients wait 20 minutes.", "en")]
    public void Groups_without_name_or_age_are_no_client(string text, string language) => Misses(text, language, Detector.ClientOrPatient);

    [Theory]
    [InlineData("Hon har ⟦demens⟧ och gick ner", "sv", Severity.High)]
    [InlineData("Jag blev ⟦sjukskriven⟧ i mars", "sv", Severity.High)]
    [InlineData("Vi har öppnat ett boende för människor med ⟦demens⟧.", "sv", Severity.Low)]
    [InlineData("Jag arbetar med ⟦missbruk⟧ i stort", "sv", Severity.Low)]
    [InlineData("My mother has ⟦dementia⟧.", "en", Severity.High)]
    [InlineData("A class about ⟦dementia⟧ starts.", "en", Severity.Low)]
    public void Finds_health_graver_when_an_individual_is_near(string marked, string language, Severity severity) => Finds(Detector.Health, severity, marked, language);

    [Theory]
    [InlineData("hälsocentralen har öppet", "sv")]
    [InlineData("the health centre is open", "en")]
    public void Health_care_is_not_health(string text, string language) => Misses(text, language, Detector.Health);

    [Theory]
    [InlineData("eller ⟦Kalle Ek⟧ som var först", "sv")]
    [InlineData("jag, ⟦Bosse⟧ i receptionen", "sv")]
    [InlineData("Kommer inte ⟦Ann-Marie⟧ fram", "sv")]
    [InlineData("det är ⟦Petras⟧ idé", "sv")]
    [InlineData("tack till ⟦Xiomara Gutiérrez⟧", "sv")]
    [InlineData("⟦Mrs Okafor⟧ has the key", "en")]
    [InlineData("Our team leader ⟦Dr. Sarah St. Clair⟧ counts the bees", "en")]
    public void Finds_names(string marked, string language) => Finds(Detector.PersonName, Severity.Low, marked, language);

    [Theory]
    [InlineData("Johan Sandell och Samira Nouri", "sv")]
    [InlineData("vi möts på Stora Torget i Ekebro Tidning", "sv")]
    [InlineData("Röda Korset kommer", "sv")]
    [InlineData("Per stad blir det två. Sten på vägen.", "sv")]
    [InlineData("the beds at Hollow Lane in May", "en")]
    [InlineData("A cyclist fell on Castle St in May. St. Mary's Rd. had 17, Quarry Ln. none, St. Mary's two.", "en")]
    [InlineData("She fell on Castle St. Nobody saw it.", "en")]
    [InlineData("according to Ove Arup & Partners Ltd and J. Smith Ltd.", "en")]
    [InlineData("Will you come? Mark my words. Grace period.", "en")]
    public void Respondent_roster_places_and_plain_words_are_no_names(string text, string language) => Misses(text, language, Detector.PersonName);

    [Theory]
    [InlineData("⟦idioter⟧ som aldrig hållit i en spade", "sv")]
    [InlineData("det är ⟦idiotiskt⟧", "sv")]
    [InlineData("de är ⟦dumma i huvudet⟧", "sv")]
    [InlineData("vad ⟦fan⟧ är det", "sv")]
    [InlineData("vilket ⟦skitsnack⟧", "sv")]
    [InlineData("a ⟦pathetic⟧ idea", "en")]
    [InlineData("those ⟦morons⟧", "en")]
    public void Finds_insults(string marked, string language) => Finds(Detector.Insult, Severity.Medium, marked, language);

    [Theory]
    [InlineData("jag är ett fan av snö", "sv")]
    [InlineData("en idiotsäker lösning", "sv")]
    [InlineData("I am a big fan of snow", "en")]
    [InlineData("a bit of scrap metal", "en")]
    public void Harmless_words_are_no_insults(string text, string language) => Misses(text, language, Detector.Insult);

    [Theory]
    [InlineData("det var ⟦dumt⟧ gjort", "sv")]
    [InlineData("alla är ⟦arga⟧", "sv")]
    [InlineData("I was ⟦furious⟧", "en")]
    public void Finds_strong_feeling(string marked, string language) => Finds(Detector.StrongEmotion, Severity.Low, marked, language);

    [Theory]
    [InlineData("⟦VI RÖJER 240 KM VÄG OCH 90 KM GÅNGBANA!⟧")]
    [InlineData("Bra!! Kom nu⟦!!!⟧")]
    public void Finds_shouting(string marked) => Finds(Detector.Shouting, Severity.Low, marked);

    [Theory]
    [InlineData("TV, SMS, EU och USA")]
    [InlineData("Fröbiblioteket!! Kom.")]
    [InlineData("VI KOM FRAM")]
    public void Acronyms_and_one_cry_are_no_shouting(string text) => Misses(text, "sv", Detector.Shouting);

    [Theory]
    [InlineData("⟦Moderaterna⟧ säger det", "sv")]
    [InlineData("⟦Majoriteten⟧ i fullmäktige vill", "sv")]
    [InlineData("nu ⟦inför valet⟧", "sv")]
    [InlineData("säger Anna Ek ⟦(S)⟧", "sv")]
    [InlineData("⟦rösta på⟧ oss", "sv")]
    [InlineData("do ⟦vote for⟧ it", "en")]
    [InlineData("before ⟦the election⟧", "en")]
    public void Finds_politics(string marked, string language) => Finds(Detector.Political, Severity.Medium, marked, language);

    [Theory]
    [InlineData("majoriteten av eleverna cyklar till centrum", "sv")]
    [InlineData("borgerliga vigslar i parken", "sv")]
    [InlineData("en moderat ökning", "sv")]
    [InlineData("the majority of pupils", "en")]
    public void Plain_majorities_are_no_politics(string text, string language) => Misses(text, language, Detector.Political);

    [Theory]
    [InlineData("⟦Mellan oss sagt⟧ är budgeten sprängd.", "sv")]
    [InlineData("⟦Skriv inte det här⟧, men vi har inte råd.", "sv")]
    [InlineData("Vi har inte råd, men ⟦citera mig inte⟧ på det.", "sv")]
    [InlineData("⟦Det här är bara mellan oss⟧: budgeten är sprängd.", "sv")]
    [InlineData("⟦Inte för publicering⟧: den blev en halv miljon dyrare än vi trodde.", "sv")]
    [InlineData("Den blev dyrare än vi trodde (⟦ej för publicering⟧).", "sv")]
    [InlineData("⟦Inte för publik⟧, men den blev dyrare än vi trodde.", "sv")]
    [InlineData("Den blev dyrare, men det ⟦får inte citeras⟧.", "sv")]
    [InlineData("⟦Citera mig inte⟧ på det, men den blev dyrare.", "sv")]
    [InlineData("⟦Detta får inte komma ut⟧: den blev dyrare.", "sv")]
    [InlineData("⟦I förtroende⟧: den blev dyrare.", "sv")]
    [InlineData("⟦Det här behöver du inte skriva⟧, men nämnden var emot det.", "sv")]
    [InlineData("⟦Det här ska inte stå⟧ i tidningen, men vi har inte råd.", "sv")]
    [InlineData("Men ⟦skriv inte att vi saknar pengar⟧, det låter trist.", "sv")]
    [InlineData("Jag håller med, men ⟦skriv inte det⟧.", "sv")]
    [InlineData("Bygget kostade mer men ⟦ta bort det⟧, det blir reklam.", "sv")]
    [InlineData("Den blev dyr (⟦det här är bara till dig⟧).", "sv")]
    [InlineData("I agree, but please ⟦don't write that⟧.", "en")]
    [InlineData("⟦Off the record⟧: we cannot afford it.", "en")]
    [InlineData("⟦Not for publication⟧: it cost half a million more.", "en")]
    [InlineData("⟦In confidence⟧, it cost half a million more.", "en")]
    [InlineData("It cost half a million more, and I am ⟦not to be quoted⟧ on that.", "en")]
    [InlineData("We cannot afford it, but please ⟦don't quote me⟧ on this.", "en")]
    [InlineData("⟦Just between us⟧, the budget is blown.", "en")]
    [InlineData("The budget is blown and ⟦this stays between us⟧.", "en")]
    [InlineData("Please ⟦do not print this⟧, but we cannot afford it.", "en")]
    [InlineData("⟦Mellan oss⟧: ordföranden orkar inte striden.", "sv")]
    [InlineData("Jag säger det, ⟦mellan oss⟧, han orkar inte.", "sv")]
    [InlineData("Han orkar inte, men ⟦det kan du inte skriva⟧.", "sv")]
    [InlineData("Han orkar inte och ⟦det stannar mellan oss⟧.", "sv")]
    [InlineData("⟦Between us⟧, the contractor has been drinking.", "en")]
    [InlineData("The contractor has been drinking, but ⟦you can't write that⟧.", "en")]
    [InlineData("He has been drinking, so please ⟦don't print that⟧.", "en")]
    public void Finds_what_is_said_in_confidence(string marked, string language) => Finds(Detector.Confidence, Severity.Medium, marked, language);

    [Theory]
    [InlineData("Samarbetet mellan oss och grannkommunen fungerar.", "sv")]
    [InlineData("Det här är mellan oss och grannkommunen.", "sv")]
    [InlineData("Vi skriver inte det här ofta.", "sv")]
    [InlineData("Jag säger inte det här för att skryta.", "sv")]
    [InlineData("Matchen spelas inte för publik i år.", "sv")]
    [InlineData("Bilder på barn får inte publiceras utan samtycke.", "sv")]
    [InlineData("Hon berättade det i förtroende för kuratorn.", "sv")]
    [InlineData("Det här ska inte stå i vägen för barnen.", "sv")]
    [InlineData("Badlakan behöver du inte ta med, de finns.", "sv")]
    [InlineData("Vi skriver inte att det är gratis.", "sv")]
    [InlineData("Vi vill ta bort det gamla taket.", "sv")]
    [InlineData("Folk sa att vi skulle ta bort det.", "sv")]
    [InlineData("They told me in confidence, and I kept it.", "en")]
    [InlineData("The fence runs just between us and the school.", "en")]
    [InlineData("We don't print this magazine any more.", "en")]
    [InlineData("People quote me on this.", "en")]
    [InlineData("Between us, we have driven for 40 years.", "en")]
    [InlineData("Between us, my sister and I have six children.", "en")]
    [InlineData("Between us, Anna, Eva and I have six children.", "en")]
    [InlineData("Mellan oss, regionen och staten finns ett avtal.", "sv")]
    [InlineData("Avtalet mellan oss: regionen betalar hälften.", "sv")]
    [InlineData("You can't write that off in a year.", "en")]
    [InlineData("Don't write that we are late.", "en")]
    public void Plain_words_are_no_confidence(string text, string language) => Misses(text, language, Detector.Confidence);

    [Theory]
    [InlineData("Off the record. We cannot afford it. The rest is fine.", "We cannot afford it.")]
    [InlineData("Don't quote me on this.\nWe cannot afford it.", "We cannot afford it.")]
    [InlineData("The rest is fine. We cannot afford it. That was off the record.", "We cannot afford it.")]
    [InlineData("We cannot afford it. That stays between us. The rest is fine.", "We cannot afford it.")]
    [InlineData("Han orkar inte. Det stannar mellan oss. Resten är bra.", "Han orkar inte.")]
    public void A_condition_that_stands_alone_is_about_its_neighbour(string text, string meant)
    {
        var found = Find(text, "en").FindAll(finding => finding.Detector == Detector.Confidence);

        Assert.Equal(2, found.Count);
        Assert.Contains(meant, found.Select(finding => text.Substring(finding.Start, finding.Length)));
    }

    [Fact]
    public void What_is_not_to_be_written_is_meant_where_it_was_said()
    {
        const string text = "Bananskal blir biogas. Och lagen kräver det sedan januari. Skriv inte att lagen kräver det.";
        var found = Find(text, "sv").FindAll(finding => finding.Detector == Detector.Confidence);

        Assert.Equal(["Och lagen kräver det sedan januari.", "Skriv inte att lagen kräver det"], found.Select(finding => text.Substring(finding.Start, finding.Length)));
    }

    [Theory]
    [InlineData("Bananskal blir biogas. Chefen heter Bo. Men nämn inte Bo.", "Chefen heter Bo.", "nämn inte Bo")]
    [InlineData("Bananskal blir biogas. Och lagen kräver det. Skriv inte att lagen.", "Skriv inte att lagen")]
    [InlineData("Vi badar ofta. Det här stannar mellan oss. Vi har för lite folk.", "Det här stannar mellan oss", "Vi har för lite folk.")]
    public void Only_what_is_meant_is_kept_out(string text, params string[] meant)
    {
        var found = Find(text, "sv").FindAll(finding => finding.Detector == Detector.Confidence);

        Assert.Equal(meant, found.OrderBy(finding => finding.Start).Select(finding => text.Substring(finding.Start, finding.Length)));
    }

    [Fact]
    public void A_wish_that_is_repeated_without_end_finds_each_sentence_once()
    {
        var found = Find(string.Concat(Enumerable.Repeat("Skriv inte att Lagen kräver det.\n", 300)), "sv").FindAll(finding => finding.Detector == Detector.Confidence);

        Assert.Equal(2 * 300, found.Count);
    }

    [Theory]
    [InlineData("Rutan är ett stort fan av bad.", 0)]
    [InlineData("Han är en idiot.", 3)]
    public void A_word_that_insults_nobody_makes_no_headline(string sentence, int points) => Assert.Equal(points, HeadlineRisk.Of(sentence, "sv").Points);

    [Fact]
    public void A_name_that_is_not_to_be_written_is_meant_where_it_stands()
    {
        var found = Find("Det är Kalle på gatukontoret. Men nämn inte Kalle.", "sv").FindAll(finding => finding.Detector == Detector.Confidence);

        Assert.Contains(found, finding => finding.Start == 0);
    }

    [Theory]
    [InlineData("⟦<!channel>⟧ kom")]
    [InlineData("⟦<!subteam^S012|@drift>⟧ kom")]
    [InlineData("hej ⟦<@U012AB>⟧")]
    [InlineData("hej ⟦@here⟧, kom")]
    [InlineData("⟦@alla⟧ kom")]
    [InlineData("⟦＠channel⟧")]
    [InlineData("⟦<at>Drift</at>⟧ kom")]
    public void Finds_mentions_of_everybody(string marked) => Finds(Detector.BroadcastMention, Severity.High, marked);

    [Theory]
    [InlineData("skriv till info@alla.se")]
    [InlineData("@allatiders butik")]
    [InlineData("mejla x@here")]
    [InlineData("följ @alla_barnen och @here-now")]
    public void Addresses_are_no_mentions(string text) => Misses(text, "sv", Detector.BroadcastMention);

    [Theory]
    [InlineData("se ⟦<https://evil.example|https://kommun.example>⟧")]
    [InlineData("se ⟦[kommun.se](https://evil.se)⟧")]
    [InlineData("se ⟦<a href=\"https://evil.se\">kommun.se⟧</a>")]
    public void Finds_links_that_lie(string marked) => Finds(Detector.DisguisedLink, Severity.High, marked);

    [Theory]
    [InlineData("[läs mer](https://kommun.se)")]
    [InlineData("[www.kommun.se](https://kommun.se/snö)")]
    [InlineData("<https://kommun.se|kommun.se>")]
    public void Honest_links_pass(string text) => Misses(text, "sv", Detector.DisguisedLink);

    [Theory]
    [InlineData("hej ⟦<b>⟧du")]
    [InlineData("hej ⟦{{namn}}⟧")]
    [InlineData("hej ⟦{namn}⟧ du")]
    [InlineData("hej⟦&nbsp;⟧du")]
    public void Finds_markup(string marked) => Finds(Detector.Markup, Severity.Medium, marked);

    [Theory]
    [InlineData("jag <3 snö, 3 < 4 och 5 > 4")]
    [InlineData("<https://kommun.se>")]
    [InlineData("R&D; och mer")]
    public void Hearts_and_comparisons_are_no_markup(string text) => Misses(text, "sv", Detector.Markup);

    [Theory]
    [InlineData("⟦=SUM(A1:A9)⟧")]
    [InlineData("hej\n⟦+HYPERLINK(\"x\")⟧")]
    [InlineData("⟦=cmd|'/c calc'!A1⟧")]
    public void Finds_formulas(string marked) => Finds(Detector.Formula, Severity.Medium, marked);

    [Theory]
    [InlineData("- punkt (en)")]
    [InlineData("= det blir tre")]
    [InlineData("+ mer glass (gratis)")]
    public void Bullets_are_no_formulas(string text) => Misses(text, "sv", Detector.Formula);

    [Theory]
    [InlineData("a⟦\u202E⟧b")]
    [InlineData("a⟦\u2066⟧b")]
    public void Finds_direction_controls(string marked) => Finds(Detector.BidiControl, Severity.Medium, marked);

    [Theory]
    [InlineData("ring 1177 om שלום")]
    public void Right_to_left_words_pass(string text) => Misses(text, "sv", Detector.BidiControl);

    [Theory]
    [InlineData("ihop med ⟦EHT⟧ och fritids", Detector.Jargon)]
    [InlineData("Bosse ⟦å⟧ våra läsvänner", Detector.Spelling)]
    [InlineData("kommunikation är en ⟦kommunkation⟧", Detector.Spelling)]
    [InlineData("senast kl 6. ⟦(sorry, caps lock)⟧", Detector.MetaAside)]
    [InlineData("⟦som jag skrev⟧ i går", Detector.MetaAside)]
    [InlineData("⟦Du får gärna korta⟧ det här.", Detector.MetaAside)]
    [InlineData("Så, nu ⟦tror jag att det var allt⟧.", Detector.MetaAside)]
    [InlineData("⟦Glöm inte att nämna⟧ Bosse.", Detector.MetaAside)]
    [InlineData("⟦Hans namn stavas⟧ Åhr.", Detector.MetaAside)]
    [InlineData("Vi tycker ⟦that the bins are too big for all of⟧ oss", Detector.MixedLanguage)]
    public void Suggests(string marked, string detector) => Finds(detector, Severity.Info, marked);

    [Theory]
    [InlineData("EU och elevhälsoteamet (EHT)", Detector.Jargon)]
    [InlineData("kommunikation och kommunikationens", Detector.Spelling)]
    [InlineData("Jag sa sorry till honom", Detector.MetaAside)]
    [InlineData("Korta turer räcker för de flesta, och du får gärna ta med en vän.", Detector.MetaAside)]
    [InlineData("Vi har ett meeting om the bins", Detector.MixedLanguage)]
    public void Suggests_nothing(string text, string detector) => Misses(text, "sv", detector);

    [Fact]
    public void Every_detector_has_a_text_that_repeats_no_value_in_both_languages()
    {
        foreach (var name in typeof(Detector).GetFields().Select(field => (string)field.GetValue(null)!))
        {
            Assert.NotEqual(CheckTexts.For(name, "sv"), CheckTexts.For(name, "en"));
            Assert.True(CheckTexts.For(name, "sv").Split(' ').Length <= 60);
            Assert.DoesNotContain("{", CheckTexts.For(name, "en", "Samira"), StringComparison.Ordinal);
        }
    }

    private static ImmutableList<Finding> Find(string text, string language) =>
        Detectors.Find(text, new CheckContext(language, "Johan Sandell", ["Samira Nouri", "Tomas Hedin"], ["070-174 06 99", "kontaktcenter@example.com"]));

    private static void Finds(string detector, Severity severity, string marked, string language = "sv")
    {
        var start = marked.IndexOf('⟦', StringComparison.Ordinal);
        var length = marked.IndexOf('⟧', StringComparison.Ordinal) - start - 1;
        var text = marked.Replace("⟦", "", StringComparison.Ordinal).Replace("⟧", "", StringComparison.Ordinal);
        Assert.Equal([new Finding(detector, severity, start, length)], Find(text, language).Where(finding => finding.Detector == detector));
    }

    private static void Misses(string text, string language, params string[] detectors) =>
        Assert.DoesNotContain(Find(text.Replace("⟦", "", StringComparison.Ordinal).Replace("⟧", "", StringComparison.Ordinal), language), finding => detectors.Contains(finding.Detector));
}
