using Dialog.Core.Checks;

namespace Dialog.Core.Tests.Checks;

public class PseudonymsTests
{
    [Fact]
    public void Who_is_spoken_of_is_the_same_word_throughout_and_nobody_any_more()
    {
        var pseudonyms = new Pseudonyms("sv", ["Mattias Jansson"], ["U0MANAGER1"]);

        var text = pseudonyms.Replace("Jag heter Mattias Jansson. Ring Anna Berg på 070-174 06 99 eller skriv till anna.berg@example.se. Mattias svarar också, sa U0MANAGER1.");
        var later = pseudonyms.Replace("Anna Berg har numret 070-174 06 99, och Mattias Janssons chef vet.");

        Assert.Equal("Jag heter [namn 1]. Ring [namn 2] på [telefon 1] eller skriv till [adress 1]. [namn 1] svarar också, sa [adress 2].", text);
        Assert.Equal("[namn 2] har numret [telefon 1], och [namn 1] chef vet.", later);
    }

    [Fact]
    public void Identity_numbers_go_and_what_points_to_nobody_stays()
    {
        var pseudonyms = new Pseudonyms("en", [], []);

        Assert.Equal("Her number is [number 1], she said in 2027 about 40 cars.", pseudonyms.Replace("Her number is 811218-9876, she said in 2027 about 40 cars."));
        Assert.Equal("[number 1]", pseudonyms.Replace("811218-9876"));
    }

    [Fact]
    public void A_name_inside_a_word_is_no_name() =>
        Assert.Equal("Boendet i Bodens kommun", new Pseudonyms("sv", ["Bo Ek"], []).Replace("Boendet i Bodens kommun"));
}
