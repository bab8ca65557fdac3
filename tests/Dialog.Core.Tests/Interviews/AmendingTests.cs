using Dialog.Core.Interviews;
using Dialog.Core.Questions;

namespace Dialog.Core.Tests.Interviews;

/// <summary>Changes of what was said, in the person's own words, in the middle of the talk and after it.</summary>
public class AmendingTests
{
    private const string What = "I onsdags satte vi ut 24 nya bänkar längs ån vid Bruksgatan, och folk satte sig direkt.";
    private const string Why = "Vi gör det eftersom många äldre har sagt till mig att de inte orkar gå hela vägen till torget.";
    private const string Who = "Jag och tre kollegor på parkenheten byggde dem i vår verkstad.";

    [Fact]
    public void A_word_is_replaced_told_and_taken_back()
    {
        var person = Person.Asked();
        person.Says(What);

        var echo = Assert.Single(person.Says("jag menade torsdags, inte onsdags"));
        Assert.Equal("Jag bytte ”onsdags” mot ”torsdags”. Stämmer det?", echo.Text);
        Assert.Equal(["Ja", "Ångra"], echo.Choices.Select(choice => choice.Label));
        Assert.StartsWith("I torsdags", person.Answer(Slot.What));

        person.PressesLabel("Ångra");
        Assert.Equal(What, person.Answer(Slot.What));
    }

    [Fact]
    public void After_two_records_became_one_an_old_undo_takes_back_nothing_of_the_other()
    {
        var person = Person.Asked();
        person.Says(What);
        var undo = Assert.Single(person.Says("jag menade torsdags, inte onsdags")).Choices[^1].Value;
        person.Receives(new Incoming.Moved("other", new Moving { Prompts = 40, ChangesMade = 7 }) { Key = "moved", At = person.Now });

        person.Presses(undo);

        Assert.StartsWith("I torsdags", person.Answer(Slot.What));
        Assert.Equal(7, person.Conversation.ChangesMade);
    }

    [Fact]
    public void Yes_goes_on_at_once_and_silence_means_yes()
    {
        var person = Person.Asked();
        person.Says(What);
        person.Says("jag menade torsdags, inte onsdags");
        Assert.Equal(Slot.Why, person.Says("ja")[^1].Slot);

        person.Says(Why);
        person.Says("jag menade ”gamla”, inte ”äldre”");
        Assert.Equal(Slot.Who, person.Quiet()[^1].Slot);
        Assert.Contains("många gamla", person.Answer(Slot.Why));
    }

    [Fact]
    public void Nej_after_a_change_takes_it_back()
    {
        var person = Person.Asked();
        person.Says(What);
        person.Says("jag menade torsdags, inte onsdags");
        person.Says("nej");

        Assert.Equal(What, person.Answer(Slot.What));
    }

    [Fact]
    public void Words_in_several_places_are_asked_about()
    {
        var person = Person.Asked();
        person.Answers("I onsdags kom 24 bänkar till Bruksgatan, och i onsdags kom folk dit för att sitta.");

        var ask = Assert.Single(person.Says("jag menade torsdags, inte onsdags"));
        Assert.Contains("på 2 ställen. Byta alla?", ask.Text);
        Assert.Contains("onsdags", person.Answer(Slot.What));
        person.Says("ja, alla");
        Assert.DoesNotContain("onsdags", person.Answer(Slot.What));
    }

    [Theory]
    [InlineData("Det ska vara enkelt, inte krångligt.")]
    [InlineData("Vi sitter ned med den sökande, hittar felet och tar bort det.")]
    public void A_sentence_that_only_looks_like_a_change_is_an_answer(string text)
    {
        const string Before = "I dag är det krångligt att söka bygglov, och 24 personer ringde om det i går.";
        var person = Person.Asked();
        person.Answers(Before);
        person.Says(text);

        Assert.Equal((Before, text), (person.Answer(Slot.What), person.Answer(Slot.Why)));
    }

    [Fact]
    public void Half_a_correction_offers_words_of_the_same_kind()
    {
        var person = Person.Asked();
        person.Says("På onsdag kommer 24 nya bänkar till Bruksgatan, och folk kan sitta där direkt.");

        var ask = Assert.Single(person.Says("jag menade torsdag"));
        Assert.Equal(["onsdag"], ask.Choices.Select(choice => choice.Label));
        person.PressesLabel("onsdag");
        Assert.StartsWith("På torsdag", person.Answer(Slot.What));
    }

    [Fact]
    public void Words_that_stand_nowhere_are_asked_for_not_guessed()
    {
        var person = Person.Asked();
        person.Says(What);

        Assert.Contains("hittar inte ”lördags”", Assert.Single(person.Says("jag menade söndags, inte lördags")).Text);
        Assert.Equal(What, person.Answer(Slot.What));
        person.Says("onsdags");
        Assert.StartsWith("I söndags", person.Answer(Slot.What));
    }

    [Fact]
    public void An_asterisk_corrects_the_last_message_without_a_word()
    {
        var person = Person.Asked("en");
        person.Says("Opend 12 June.");

        Assert.Empty(person.Says("*Opened"));
        Assert.Equal("Opened 12 June.", person.Answer(Slot.What));
    }

    [Fact]
    public void A_struck_message_leaves_the_question_open_and_undo_brings_it_back()
    {
        var person = Person.Asked();
        person.Answers(What);
        person.Says("För att Bosse tjatade om det.");

        var again = Assert.Single(person.Says("nej, stryk det!"));
        Assert.Equal(Slot.Why, again.Slot);
        Assert.StartsWith("Struket: ”För att Bosse tjatade om det.” Varför", again.Text);
        Assert.Equal("", person.Answer(Slot.Why));
        Assert.Empty(person.Quiet());

        person.PressesLabel("Ångra");
        Assert.Equal("För att Bosse tjatade om det.", person.Answer(Slot.Why));
    }

    [Fact]
    public void A_sentence_is_struck_by_some_of_its_words_or_their_inflections()
    {
        var person = Person.Asked();
        person.Answers("I onsdags satte vi ut 24 bänkar vid ån. Politikerna var emot det länge. Folk satte sig direkt.");

        Assert.Contains("Menar du ”Politikerna var emot det länge.”?", Assert.Single(person.Says("stryk det där om politiker")).Text);
        person.Says("ja");
        Assert.Equal("I onsdags satte vi ut 24 bänkar vid ån. Folk satte sig direkt.", person.Answer(Slot.What));
    }

    [Theory]
    [InlineData("stryk sista meningen", "Vi badar ofta i sjön.")]
    [InlineData("stryk första meningen", "Sedan cyklar vi hem till torget.")]
    public void A_sentence_is_taken_back_by_its_number_after_the_next_question_was_asked(string wish, string left)
    {
        var person = Person.Asked();
        person.Answers("Vi badar ofta i sjön. Sedan cyklar vi hem till torget.");
        person.Says(wish);

        Assert.Equal(left, person.Answer(Slot.What));
    }

    [Theory]
    [InlineData("\n")]
    [InlineData(" ")]
    public void Only_the_last_place_is_changed_where_that_is_wanted(string between)
    {
        var person = Person.Asked();
        foreach (var message in $"På onsdag badar alla i sjön.{between}På onsdag cyklar alla till torget.".Split('\n'))
        {
            person.Says(message);
            person.Waits(TimeSpan.FromSeconds(1));
        }

        person.Says("jag menade torsdag, inte onsdag");
        person.PressesLabel("Bara den sista");

        Assert.Equal($"På onsdag badar alla i sjön.{between}På torsdag cyklar alla till torget.", person.Answer(Slot.What));
    }

    [Fact]
    public void A_spelling_that_may_be_of_two_words_changes_none()
    {
        var person = Person.Asked();
        person.Says("Vi har både en bil och en bild av sjön.");
        person.Says("*bilt");

        Assert.StartsWith("Vi har både en bil och en bild av sjön.", person.Answer(Slot.What), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_to_be_taken_back_before_anything_was_said_is_no_answer()
    {
        var person = Person.Asked();

        Assert.Equal("Det finns inget svar att stryka i.", Assert.Single(person.Says("stryk det")).Text);
        Assert.Equal("", person.Answer(Slot.What));
    }

    [Fact]
    public void A_long_first_answer_that_ends_like_a_yes_is_an_answer()
    {
        var person = new Person();
        person.Gets(Person.Assignment());
        person.Says("Vi har byggt ett nytt bad vid sjön och alla i kommunen är glada så kör");

        Assert.Contains("nytt bad vid sjön", person.Answer(Slot.What), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("stryk det där om politiker", "ja", "Jag hittar inget om")]
    [InlineData("jag menade torsdag, inte onsdag", "alla", "onsdag")]
    public void What_was_rewritten_while_the_bot_asked_is_not_found_any_more(string wish, string reply, string said)
    {
        var person = Person.Asked();
        person.Says("I onsdags satte vi ut 24 bänkar vid ån. Politikerna var emot det länge, även på onsdag. De satt där i onsdags igen, en onsdag.", "m");
        Assert.NotEmpty(person.Says(wish)[^1].Choices);
        person.Edits("m", "Vi satte ut 24 bänkar vid ån.");

        Assert.Contains(said, Assert.Single(person.Says(reply)).Text, StringComparison.Ordinal);
        Assert.Equal("Vi satte ut 24 bänkar vid ån.", person.Answer(Slot.What));
    }

    [Fact]
    public void An_answer_is_moved_and_the_open_question_asked_again()
    {
        var person = Person.Asked();
        person.Says("Många äldre har bett om dem, annars orkar de inte gå till torget.");

        var again = Assert.Single(person.Says("oj det där var svaret på varför"));
        Assert.Equal(Slot.What, again.Slot);
        Assert.Equal("", person.Answer(Slot.What));
        Assert.StartsWith("Många äldre", person.Answer(Slot.Why));
        Assert.Equal(Slot.Who, person.Answers(What)[^1].Slot);
    }

    [Fact]
    public void Something_forgotten_is_added_where_it_is_said_to_belong()
    {
        var person = Person.Asked();
        person.Answers(What);
        person.Answers(Why);

        person.Says("glömde: bänkarna är av lärk, lägg till det på vad");
        Assert.Equal($"{What}\nbänkarna är av lärk", person.Answer(Slot.What));
        Assert.Equal(Slot.Who, person.Interview.Slot);
    }

    [Fact]
    public void Something_forgotten_without_a_place_is_kept_and_asked_about()
    {
        var person = Person.Asked();
        person.Answers(What);

        var ask = Assert.Single(person.Says("glömde: bänkarna är av lärk"));
        Assert.Equal("bänkarna är av lärk", person.Answer(Slot.Why));
        Assert.Contains("Vad?", ask.Choices.Select(choice => choice.Label));
        person.PressesLabel("Vad?");
        Assert.Equal($"{What}\nbänkarna är av lärk", person.Answer(Slot.What));
    }

    [Fact]
    public void A_reason_given_too_early_is_moved_after_a_question()
    {
        var person = Person.Asked();

        var ask = person.Answers("För att många äldre inte orkar gå hela vägen till torget utan att vila i dag.")[^1];
        Assert.Equal(["Ja, flytta", "Nej, låt stå"], ask.Choices.Select(choice => choice.Label));
        Assert.Equal(Slot.What, person.PressesLabel("Ja, flytta")[^1].Slot);
        Assert.StartsWith("För att", person.Answer(Slot.Why));
        Assert.Equal(Slot.Who, person.Answers(What)[^1].Slot);
    }

    [Fact]
    public void A_change_after_the_end_makes_the_drafts_anew_and_can_be_taken_back()
    {
        var person = Finished();

        var changed = person.Says("skriv ”en vanlig dag” i stället för ”I onsdags”");
        Assert.Contains(changed, message => message.Drafts.Any(draft => draft.Text.Contains("En vanlig dag satte vi ut", StringComparison.OrdinalIgnoreCase)));
        var back = person.Says("ångra");
        Assert.Contains(back, message => message.Drafts.Any(draft => draft.Text.Contains("I onsdags satte vi ut", StringComparison.Ordinal)));
        Assert.Equal(InterviewState.Finished, person.Interview.State);
    }

    [Fact]
    public void An_older_changes_button_still_takes_that_change_back()
    {
        var person = Person.Asked();
        person.Says(What);
        var undo = person.Says("jag menade torsdags, inte onsdags")[0].Choices[1].Value;
        person.Says("jag menade 25, inte 24");

        person.Presses(undo);
        Assert.StartsWith("I onsdags satte vi ut 25", person.Answer(Slot.What));
    }

    [Fact]
    public void What_was_written_since_stays_when_a_change_is_taken_back()
    {
        var person = Person.Asked();
        person.Says(What);
        var undo = person.Says("jag menade torsdags, inte onsdags")[0].Choices[1].Value;
        person.Says("De är av lärk.");
        person.Presses(undo);

        Assert.Equal($"{What}\nDe är av lärk.", person.Answer(Slot.What));
    }

    [Theory]
    [InlineData("nej förresten det var bra som det var")]
    [InlineData("behåll")]
    [InlineData("äsch, låt det vara")]
    [InlineData("ångra")]
    [InlineData("never mind, leave it as it is")]
    public void An_answer_that_was_opened_and_is_to_stay_is_not_replaced_by_the_words_for_it(string text)
    {
        var person = Person.Asked();
        person.Answers(What);
        person.Says("tillbaka");

        Assert.Equal(Slot.Why, person.Says(text)[^1].Slot);
        Assert.Equal(What, person.Answer(Slot.What));
    }

    [Fact]
    public void Undo_twice_takes_no_message_out_of_the_answer_it_opened()
    {
        var person = Person.Asked();
        person.Answers(What);
        person.Answers(Why);
        person.Says("ångra");
        person.Says("ångra");
        person.Answers(Who);

        Assert.Equal((What, Why, Who), (person.Answer(Slot.What), person.Answer(Slot.Why), person.Answer(Slot.Who)));
    }

    [Theory]
    [InlineData("44 bänkar, inte 24", "I onsdags satte vi ut 44 nya bänkar längs ån vid Bruksgatan, och folk satte sig direkt.")]
    [InlineData("44 lyktor, inte 24", "I onsdags satte vi ut 44 lyktor nya bänkar längs ån vid Bruksgatan, och folk satte sig direkt.")]
    public void What_a_number_counts_is_not_said_twice(string text, string expected)
    {
        var person = Person.Asked();
        person.Answers(What);
        person.Says(text);

        Assert.Equal(expected, person.Answer(Slot.What));
    }

    [Fact]
    public void Whoever_changes_their_mind_back_is_not_asked_what_is_meant()
    {
        var person = Person.Asked();
        person.Answers("Vi öppnar Pumphuset på torsdag klockan 14 och bjuder på kaffe för hundra gäster.");
        person.Says("onsdag, inte torsdag");
        Assert.DoesNotContain("Vad ska jag byta ut", person.Says("nej förresten torsdag")[^1].Text);
        person.Says("klockan 15 inte 14");
        person.Says("nej 14");

        Assert.StartsWith("Vi öppnar Pumphuset på torsdag klockan 14 och", person.Answer(Slot.What));
    }

    [Theory]
    [InlineData("torsdag ska det vara!", "Det står ”torsdag” redan")]
    [InlineData("nej, hon heter Lena", "Det står ”Lena” redan")]
    public void What_stands_already_is_said_to_stand(string text, string reply)
    {
        var person = Person.Asked();
        person.Answers("Vi öppnar Pumphuset på torsdag klockan 14, och Lena bjuder på kaffe för hundra gäster.");

        Assert.StartsWith(reply, Assert.Single(person.Says(text)).Text);
        Assert.Equal("", person.Answer(Slot.Why));
    }

    [Fact]
    public void A_name_spelled_nearly_so_is_offered()
    {
        var person = Person.Asked();
        person.Answers("Vi öppnar Pumphuset på torsdag klockan 14, och Lena bjuder på kaffe för hundra gäster.");
        person.Says("nej vänta, hon heter Lenah");
        person.PressesLabel("Lena");

        Assert.Contains("och Lenah bjuder", person.Answer(Slot.What));
    }

    [Fact]
    public void A_number_is_offered_whole()
    {
        var person = Person.Asked();
        person.Answers("Vi har köpt bänkar för 200 000 kronor den 12/3, 24 stycken, och folk satte sig direkt.");

        Assert.Equal(["200 000", "24"], person.Says("jag menade 240")[^1].Choices.Select(choice => choice.Label));
    }

    [Theory]
    [InlineData("14 var rätt")]
    [InlineData("nej")]
    public void Asked_what_to_replace_the_person_may_leave_it(string text)
    {
        var person = Person.Asked();
        person.Answers("Vi öppnar Pumphuset klockan 14 och bjuder på kaffe för de första 100 gästerna.");
        person.Says("jag menade 16");
        person.Says(text);

        Assert.Equal(("", "Vi öppnar Pumphuset klockan 14 och bjuder på kaffe för de första 100 gästerna."), (person.Answer(Slot.Why), person.Answer(Slot.What)));
    }

    [Theory]
    [InlineData("Jo fast det var 2021 vi började, inte 2019. Skälet var att barnen slängde hälften av maten.", "Skälet var att barnen slängde hälften av maten.")]
    [InlineData("2021, inte 2019. Barnen slängde hälften av maten.", "Barnen slängde hälften av maten.")]
    public void A_correction_at_the_head_of_an_answer_corrects_the_earlier_one_and_the_rest_is_the_answer(string text, string rest)
    {
        var person = Person.Asked();
        person.Answers("Vi började laga skolmaten själva 2019 och serverar 1200 portioner om dagen i Duveholm.");
        var replies = person.Says(text);

        Assert.Contains("Jag bytte ”2019” mot ”2021”", Assert.Single(replies).Text);
        Assert.Contains("själva 2021 och", person.Answer(Slot.What));
        Assert.Equal(rest, person.Answer(Slot.Why));
    }

    [Fact]
    public void Numbers_that_are_no_correction_stay_in_the_answer()
    {
        var person = Person.Asked();
        person.Answers("Vi började laga skolmaten själva 2019 och serverar 1200 portioner om dagen i Duveholm.");
        person.Says("Det är 80 barn i kön, inte 20. Därför bygger vi ut.");

        Assert.Equal("Det är 80 barn i kön, inte 20. Därför bygger vi ut.", person.Answer(Slot.Why));
    }

    [Theory]
    [InlineData("du kan ta bort det om folk")]
    [InlineData("den första meningen kan du stryka")]
    public void You_may_strike_strikes(string text)
    {
        var person = Person.Asked();
        person.Answers("Folk satte sig direkt. I onsdags satte vi ut 24 nya bänkar längs ån vid Bruksgatan i Valla.");
        person.Says(text);

        Assert.Equal("I onsdags satte vi ut 24 nya bänkar längs ån vid Bruksgatan i Valla.", person.Answer(Slot.What));
    }

    private static Person Finished()
    {
        var person = Person.Asked();
        foreach (var answer in new[] { What, Why, Who, "Att pengarna borde gå till vägarna i stället.", "Bänkarna kostade mindre än ett enda väghål.", "Var saknar du en bänk?" })
        {
            person.Answers(answer);
        }

        person.PressesLabel("Ja");
        return person;
    }
}
