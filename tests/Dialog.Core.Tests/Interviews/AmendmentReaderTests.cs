using Dialog.Core.Interviews;
using Dialog.Core.Questions;

namespace Dialog.Core.Tests.Interviews;

public class AmendmentReaderTests
{
    [Theory]
    [InlineData("jag menade torsdag, inte onsdag", "onsdag", "torsdag")]
    [InlineData("Nej, jag menade 14 och inte 12.", "12", "14")]
    [InlineData("rättelse: Almby, inte Ekeby", "Ekeby", "Almby")]
    [InlineData("jag menade inte juni utan juli", "juni", "juli")]
    [InlineData("fel av mig, det var tre inte två", "två", "tre")]
    [InlineData("I meant 12 July, not 12 June!!", "12 June", "12 July")]
    [InlineData("correction: it was Tuesday, not Monday", "Monday", "Tuesday")]
    [InlineData("skriv \"en elev i fyran\" i stället för \"Alva i 4B\"", "Alva i 4B", "en elev i fyran")]
    [InlineData("skriv ”en granne” istället för ”Kalle”.", "Kalle", "en granne")]
    [InlineData("och byt ut ”köp” mot ”lån”", "köp", "lån")]
    [InlineData("ändra onsdag till torsdag", "onsdag", "torsdag")]
    [InlineData("please replace “bins” with “boxes”", "bins", "boxes")]
    [InlineData("write a neighbour instead of Mrs Okafor", "Mrs Okafor", "a neighbour")]
    [InlineData("Jag menar torsdag, inte onsdag", "onsdag", "torsdag")]
    [InlineData("det ska stå Bruksgatan, inte Storgatan", "Storgatan", "Bruksgatan")]
    [InlineData("it should say boxes, not bins", "bins", "boxes")]
    [InlineData("det ska stå ”en elev i fyran”, inte ”Alva i fjärde B”", "Alva i fjärde B", "en elev i fyran")]
    [InlineData("nej, det ska vara torsdag, inte onsdag", "onsdag", "torsdag")]
    [InlineData("jag menar det var 25, inte 24", "24", "25")]
    [InlineData("it should be 12 July, not 12 June", "12 June", "12 July")]
    public void One_thing_is_put_in_the_place_of_another(string text, string from, string to)
    {
        var replace = Assert.IsType<Amendment.Replace>(AmendmentReader.Read(text));

        Assert.Equal((from, to), (replace.From, replace.To));
    }

    [Theory]
    [InlineData("skriv: Jag kör själv när det är som värst.", "Jag kör själv när det är som värst.")]
    [InlineData("nej, skriv så här: Vi vet inte än.", "Vi vet inte än.")]
    [InlineData("skriv ”Vi vet inte än.”", "Vi vet inte än.")]
    [InlineData("write: We do not know yet.", "We do not know yet.")]
    public void Something_is_written(string text, string written) => Assert.Equal(written, Assert.IsType<Amendment.Write>(AmendmentReader.Read(text)).Text);

    [Theory]
    [InlineData("*Opened", "Opened")]
    [InlineData("Opened*", "Opened")]
    [InlineData("*12 July", "12 July")]
    public void An_asterisk_respells(string text, string word) => Assert.Equal(word, Assert.IsType<Amendment.Respell>(AmendmentReader.Read(text)).Word);

    [Theory]
    [InlineData("stryk det!")]
    [InlineData("oj nej, stryk det!")]
    [InlineData("ta bort det sista")]
    [InlineData("och stryk det sista, det är inte min sak")]
    [InlineData("Kan du ta bort det där?")]
    [InlineData("scratch that")]
    [InlineData("no wait, strike that please")]
    [InlineData("delete the last one")]
    [InlineData("jag tar bort det")]
    [InlineData("Det blev fel, så ta bort det")]
    [InlineData("so then just remove it")]
    public void The_last_message_is_struck(string text) => Assert.IsType<Amendment.RetractLast>(AmendmentReader.Read(text));

    [Theory]
    [InlineData("stryk det där om idioter", "idioter")]
    [InlineData("haha nej det ska inte stå, stryk det där om 19 timmar", "19 timmar")]
    [InlineData("ta bort meningen om pengar", "pengar")]
    [InlineData("stryk ”i fjol”", "i fjol")]
    [InlineData("scratch the bit about parking", "parking")]
    [InlineData("remove what I said about my neighbour", "my neighbour")]
    public void What_is_named_is_struck(string text, string words) => Assert.Equal(words, Assert.IsType<Amendment.RetractNamed>(AmendmentReader.Read(text)).Words);

    [Theory]
    [InlineData("scratch the first one, brochure voice 😄", 1, false)]
    [InlineData("stryk andra meningen", 2, true)]
    [InlineData("ta bort den första", 1, false)]
    public void A_message_or_sentence_is_struck_by_its_number(string text, int number, bool sentence)
    {
        var nth = Assert.IsType<Amendment.RetractNth>(AmendmentReader.Read(text));

        Assert.Equal((number, sentence), (nth.Number, nth.Sentence));
    }

    [Theory]
    [InlineData("oj det där var svaret på varför", Slot.Why)]
    [InlineData("det hörde till vem", Slot.Who)]
    [InlineData("flytta det till vad", Slot.What)]
    [InlineData("that was the answer to why", Slot.Why)]
    [InlineData("sorry, that one was for who", Slot.Who)]
    [InlineData("move that to what", Slot.What)]
    public void An_answer_is_moved(string text, Slot to) => Assert.Equal(to, Assert.IsType<Amendment.Move>(AmendmentReader.Read(text)).To);

    [Theory]
    [InlineData("glömde: Bosse var också med, lägg till det på vem", "Bosse var också med", Slot.Who)]
    [InlineData("lägg till på varför: det sparar pengar", "det sparar pengar", Slot.Why)]
    [InlineData("forgot: it was raining", "it was raining", null)]
    [InlineData("add to who: Grace helped too", "Grace helped too", Slot.Who)]
    public void Something_forgotten_is_added(string text, string added, Slot? to)
    {
        var add = Assert.IsType<Amendment.Add>(AmendmentReader.Read(text));

        Assert.Equal((added, to), (add.Text, add.To));
    }

    [Theory]
    [InlineData("jag menade torsdag", "torsdag")]
    [InlineData("rättelse: 340", "340")]
    [InlineData("I meant Thursday", "Thursday")]
    public void Half_a_correction_asks_for_the_other_half(string text, string to) => Assert.Equal(to, Assert.IsType<Amendment.ReplaceWhat>(AmendmentReader.Read(text)).To);

    [Theory]
    [InlineData("Vi vill ta bort den gamla lekplatsen och bygga en ny.")]
    [InlineData("De ville att vi skulle stryka bidraget.")]
    [InlineData("Skriv gatan.")]
    [InlineData("Skriv i stället för att ringa.")]
    [InlineData("Jag menar att barnen måste få bestämma mer, och det har jag sagt länge.")]
    [InlineData("Jag menade allvar.")]
    [InlineData("Vi glömde nästan bort hur viktigt det är att fråga.")]
    [InlineData("We forgot how important it is to ask.")]
    [InlineData("Det där var svaret vi fick av alla på mötet.")]
    [InlineData("We had to remove the old fence.")]
    [InlineData("Vi bytte bänkar i stället för att laga dem.")]
    [InlineData("* mjölk\n* bröd\n* ost")]
    [InlineData("Vi åker ut och tar bort det.")]
    [InlineData("Vi måste hitta orsaken och ta bort den.")]
    [InlineData("We find the graffiti and remove it.")]
    [InlineData("Vi hittar klottret samma dag, tar bort det, och målar om.")]
    [InlineData("Det ska vara enkelt, inte krångligt.")]
    [InlineData("I mean it should be easy, not hard")]
    [InlineData("Jag menar att det ska vara lätt, inte svårt")]
    [InlineData("Jag menade att det ska vara lätt, inte svårt")]
    [InlineData("Det ska stå en bänk vid varje hållplats, inte bara i centrum.")]
    public void An_ordinary_sentence_changes_nothing(string text) => Assert.Null(AmendmentReader.Read(text));
}
