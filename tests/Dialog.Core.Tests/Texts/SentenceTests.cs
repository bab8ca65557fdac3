using Dialog.Core.Reading;

namespace Dialog.Core.Tests.Texts;

/// <summary>Where sentences end. A stroke stands between them.</summary>
public class SentenceTests
{
    [Theory]
    [InlineData("Vi har öppet enl. Skolverket och inkl. Katrineholm.")]
    [InlineData("Vi frågade prof. Ek på avd. Blåsippan, tfn. 0150.")]
    [InlineData("Snön föll den 5 jan. 2027 och den 7 feb. 2027.")]
    [InlineData("Det rymmer max. 30 barn, min. 5 vuxna.")]
    [InlineData("Läs kap. 3, sid. 14 i prop. 2025/26:4, dnr. SN 2027/17.")]
    [InlineData("Vi väntar, d.v.s. Katrineholm väntar.")]
    [InlineData("Vi har öppet max.|Kom hit.")]
    [InlineData("Vi stänger i jan.|Kommunen sparar.")]
    [InlineData("Det tar 5 min.|30 barn får plats.")]
    [InlineData("Se avsnittet om kap.|Kommunen sparar.")]
    [InlineData("Opening on Jan. 5 in bus No. 5 with approx. 30 pupils.")]
    [InlineData("It is Katrineholm vs. Flen and Prof. Ek of the U.S. Army.")]
    [InlineData("Is it safe?|No.|5 people were hurt.")]
    [InlineData("Vi har två skäl.|1. Det blir billigare.|2. Det går fort.")]
    [InlineData("Vi har två skäl: 1. Det blir billigare.|2. Det går fort.")]
    [InlineData("1. Det blir billigare.")]
    [InlineData("Klockan är 10:30.|Vi öppnar.")]
    [InlineData("Vi ses den 5.|Kom hit.")]
    [InlineData("Det var 2027.|2028.|Det var sen.")]
    [InlineData("No. 12 Bridge Street has 40 flats.")]
    [InlineData("I live in Katrineholm.|No. 12 Bridge Street is mine.")]
    [InlineData("Is it safe?|No.|12 Swedish towns said so.")]
    [InlineData("No.|14 January is too late.")]
    [InlineData("No.|5 people were hurt.")]
    [InlineData("Ms. Berg asked Cllr. Smith, cf. Ch. 4 and Vol. 2.")]
    [InlineData("St. Nikolai kyrka och Nr. 5 hör ihop, jfr. Katrineholm.")]
    [InlineData("Vi köpte 5 st.|Kommunen betalar.")]
    [InlineData("Vi har bl. a. Katrineholm och t. o. m. Flen.")]
    [InlineData("Vi frågade f. d. Kommunchefen t. ex. Ek, fr. o. m. 5 maj.")]
    [InlineData("Eleverna i åk. 3 bor i lgh. 1102, se pkt. 4.")]
    [InlineData("Jag frågade Anna K. Ek i går.")]
    [InlineData("C. Ek svarade mig.")]
    [InlineData("Vi har en plan B.|Kommunen är klar.")]
    [InlineData("Etapp A.|Vi börjar i vår.")]
    public void A_sentence_ends_where_it_ends(string marked)
    {
        var sentences = marked.Split('|');

        Assert.Equal(sentences, TextParts.Sentences(string.Join(' ', sentences)));
    }
}
