using Dialog.Core.Interviews;
using Dialog.Core.Questions;

namespace Dialog.Core.Tests.Interviews;

/// <summary>What people write that is no answer, and what only looks like it.</summary>
public class HearingTests
{
    private const string What = "I går satte vi ut 24 nya bänkar längs ån vid Bruksgatan, och redan samma kväll satt det folk på alla.";
    private const string EnglishWhat = "Yesterday we put out 24 new benches along the river at Bridge Street, and they were all taken by the evening.";

    /// <summary>Numbers are read that are written with our own digits.</summary>
    [Theory]
    [InlineData("vecka ٣")]
    [InlineData("v ٣")]
    [InlineData("den ٣/٤")]
    [InlineData("kl 10:٣٠")]
    [InlineData("ledig vecka ٣")]
    public void Digits_of_other_scripts_are_an_answer_as_any_other(string text)
    {
        var person = Person.Asked();
        person.Says(text);

        Assert.Equal(text, person.Answer(Slot.What));
    }

    [Theory]
    [InlineData("Hej på er")]
    [InlineData("Hej på dig!")]
    [InlineData("Hej alla, ")]
    [InlineData("Hejsan allihopa")]
    [InlineData("Tjena tjena")]
    [InlineData("Hej 😊")]
    [InlineData("God kväll")]
    [InlineData("Hello everyone", "en")]
    [InlineData("Good afternoon", "en")]
    [InlineData("Hi all!", "en")]
    public void A_greeting_to_whomever_is_greeted_and_is_no_topic(string text, string language = "sv")
    {
        var person = new Person(language);

        Assert.Contains(language == "en" ? "I'm Dialog" : "Jag är Dialog", Assert.Single(person.Says(text)).Text);
        Assert.Empty(person.Conversation.Interviews);
    }

    [Theory]
    [InlineData("Hej på stan")]
    [InlineData("Start där")]
    [InlineData("Alla på jobbet")]
    public void Words_that_only_begin_like_a_greeting_are_a_topic(string text)
    {
        var person = new Person();
        person.Says(text);

        Assert.Equal(text, person.Interview.Assignment.Topic);
    }

    [Theory]
    [InlineData("Paus")]
    [InlineData("senare")]
    [InlineData("Inte nu, återkommer")]
    [InlineData("Pause", "en")]
    [InlineData("not now, later", "en")]
    public void Later_with_nothing_open_begins_nothing(string text, string language = "sv")
    {
        var person = new Person(language);

        Assert.Contains(language == "sv" ? "ingen intervju igång" : "no interview", Assert.Single(person.Says(text)).Text, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(person.Conversation.Interviews);
    }

    [Theory]
    [InlineData("paus")]
    [InlineData("later", "en")]
    public void Later_after_the_end_is_added_to_no_answer(string text, string language = "sv")
    {
        var person = Finished(language);
        var replies = person.Says(text);

        Assert.Contains(language == "sv" ? "är klar och sparad" : "saved", Assert.Single(replies).Text, StringComparison.Ordinal);
        Assert.Null(person.Conversation.Confirming);
    }

    [Theory]
    [InlineData("Paus i arbetet på torget")]
    [InlineData("Senare öppettider på badet")]
    [InlineData("Later buses to the hospital", "en")]
    public void A_topic_with_such_a_word_begins_an_interview(string text, string language = "sv")
    {
        var person = new Person(language);
        person.Says(text);

        Assert.Equal(text, person.Interview.Assignment.Topic);
    }

    [Theory]
    [InlineData("sluta skriva till mig")]
    [InlineData("Sluta skriva till mig!")]
    [InlineData("Lägg av")]
    [InlineData("nej men lägg av nu")]
    [InlineData("stop writing to me", "en")]
    [InlineData("please leave me alone", "en")]
    [InlineData("I don’t want to take part", "en")]
    [InlineData("Nej tack, jag vill inte vara med längre")]
    public void Whoever_wants_to_be_left_alone_is_asked_whether_to_stop(string text, string language = "sv")
    {
        var person = Person.Asked(language);
        person.Answers(language == "sv" ? What : EnglishWhat);
        person.Says(text);

        Assert.Equal(Confirmation.Cancel, person.Conversation.Confirming);
        Assert.Equal("", person.Answer(Slot.Why));
    }

    [Theory]
    [InlineData("Nej tack, jag vill inte vara med")]
    [InlineData("Tack men nej, jag vill helst slippa")]
    [InlineData("Jag vill inte vara med")]
    [InlineData("No thanks, I don’t want to take part", "en")]
    [InlineData("Sorry, count me out", "en")]
    public void A_polite_no_to_the_opening_is_a_no(string text, string language = "sv")
    {
        var person = Offered(language);
        person.Says(text);

        Assert.Equal((InterviewState.Abandoned, true), (person.Interview.State, person.Interview.IsBlank));
    }

    [Theory]
    [InlineData("jag har möte, återkommer kl 14")]
    [InlineData("Inte just nu, sitter i möte")]
    [InlineData("vi tar det imorn kl 9")]
    [InlineData("sitter i möte till 15")]
    [InlineData("I'm in a meeting until 3 pm", "en")]
    [InlineData("Let's do it tomorrow at 10", "en")]
    public void What_puts_it_off_at_the_opening_is_no_answer(string text, string language = "sv")
    {
        var person = Offered(language);
        person.Says(text);

        Assert.Equal((InterviewState.Offered, true), (person.Interview.State, person.Interview.IsBlank));
        Assert.NotNull(person.Interview.SnoozedUntil);
    }

    [Theory]
    [InlineData("hinner inte mer idag")]
    [InlineData("Jag hinner inte mer nu")]
    [InlineData("I have no more time today", "en")]
    public void No_more_today_puts_the_rest_off(string text, string language = "sv")
    {
        var person = Person.Asked(language);
        person.Answers(language == "sv" ? What : EnglishWhat);
        person.Says(text);

        Assert.Equal((InterviewState.Paused, ""), (person.Interview.State, person.Answer(Slot.Why)));
    }

    [Theory]
    [InlineData("Det är inte jag som ska svara på det, fråga Karin Holm")]
    [InlineData("Det är inte jag som ska svara på det.")]
    [InlineData("Det är inte jag, prata med Karin")]
    [InlineData("It’s not me who should answer that, ask Karin Holm", "en")]
    public void Whoever_names_somebody_else_at_the_opening_is_not_asked(string text, string language = "sv")
    {
        var person = Offered(language);
        person.Says(text);

        Assert.Equal((InterviewState.Abandoned, true), (person.Interview.State, person.Interview.IsBlank));
    }

    [Theory]
    [InlineData("Fråga Karin i stället")]
    [InlineData("Det vet inte jag, fråga Karin Holm.")]
    [InlineData("Ask Karin Holm instead", "en")]
    public void A_question_for_somebody_else_is_left(string text, string language = "sv") => AssertLeavesTheQuestion(text, language);

    [Theory]
    [InlineData("Fråga barnen i stället.")]
    [InlineData("Fråga Karin, hon byggde dem med tre kollegor.")]
    [InlineData("Vi hinner inte mer än så om vi inte anställer.")]
    [InlineData("Lägg av med att köra bil, säger vi till alla.")]
    [InlineData("Det är inte jag som bestämmer, det är ån.")]
    [InlineData("Efter jul blir det ljusare i parken.")]
    [InlineData("Se ovan mot skogen så förstår du varför.")]
    [InlineData("Vi har möte på måndag om det.")]
    [InlineData("Vi har öppet till 15")]
    [InlineData("Inte dyrt, billigt.")]
    [InlineData("Nej vänta inte på bussen, säger vi.")]
    [InlineData("Den var ful. Ta bort den. Så sa alla.")]
    [InlineData("Vi visar utkasten för alla som bor där.")]
    [InlineData("Den är ful. Ta bort den. Bygg en parkering för alla i stället.")]
    [InlineData("Vi slutar skriva till folk och ringer i stället.")]
    [InlineData("Nej tack, sa de flesta när vi frågade dem.")]
    [InlineData("Jag menar att 25 bänkar räcker för alla.")]
    [InlineData("Ingen vill gå så långt.")]
    [InlineData("Jag har möte och kaffe med grannarna.")]
    public void An_answer_with_such_words_is_an_answer(string text)
    {
        var person = Person.Asked();
        person.Answers(What);
        person.Says(text);

        Assert.Equal((InterviewState.Open, text), (person.Interview.State, person.Answer(Slot.Why)));
        Assert.Equal(What, person.Answer(Slot.What));
    }

    [Theory]
    [InlineData("Bussen blir klar i oktober, och då får alla plats på den.", "nej vänta, november", "oktober", "november")]
    [InlineData("Bussen blir klar i oktober, och då får alla plats på den.", "Nej vänta, jag menar november", "oktober", "november")]
    [InlineData("Bussen blir klar i oktober, och då får alla plats på den.", "vänta, det blir i november", "oktober", "november")]
    [InlineData("Vi har 24 platser kvar på skolan.", "jag menar 25", "24", "25")]
    [InlineData("The bus is ready in October, and then there is room for all.", "no wait, November", "October", "November", "en")]
    public void A_second_thought_asks_what_it_is_for(string answer, string text, string from, string to, string language = "sv")
    {
        var person = Person.Asked(language);
        person.Says(answer);
        person.Says(text);
        Assert.Equal(Confirmation.ReplaceWhat, person.Conversation.Confirming);
        person.Says(from);

        Assert.Equal(answer.Replace(from, to, StringComparison.Ordinal), person.Answer(Slot.What));
    }

    [Theory]
    [InlineData("inte Maria, Malin")]
    [InlineData("Nej, inte Maria utan Malin.")]
    [InlineData("nej vänta, Malin, inte Maria")]
    [InlineData("not Maria, Malin", "en")]
    public void One_name_for_another_is_changed(string text, string language = "sv")
    {
        var person = Person.Asked(language);
        person.Says("Maria Ek öppnade bänken vid ån i går.");
        person.Says(text);

        Assert.Equal("Malin Ek öppnade bänken vid ån i går.", person.Answer(Slot.What));
    }

    [Fact]
    public void A_name_that_stands_nowhere_is_asked_about_and_not_printed()
    {
        var person = Person.Asked();
        person.Says(What);
        person.Says("inte Maria, Malin");

        Assert.Equal((Confirmation.ReplaceWhat, What), (person.Conversation.Confirming, person.Answer(Slot.What)));
    }

    [Theory]
    [InlineData("Barnen behöver den. Nej förresten, stryk det. Barnen i Lövåsen hade bara en trasig rutschkana.", "Barnen i Lövåsen hade bara en trasig rutschkana.")]
    [InlineData("Det är roligt. Barnen behöver den. Stryk det!", "Det är roligt.")]
    [InlineData("Barnen behöver den. Nej förresten, stryk det.", "")]
    [InlineData("The children need it. No wait, scratch that. The old slide was broken.", "The old slide was broken.", "en")]
    public void A_sentence_taken_back_in_its_own_message_takes_no_other_with_it(string text, string left, string language = "sv")
    {
        var person = Person.Asked(language);
        var what = language == "sv" ? What : EnglishWhat;
        person.Answers(what);
        person.Says(text);

        Assert.Equal((what, left), (person.Answer(Slot.What), person.Answer(Slot.Why)));
    }

    [Fact]
    public void What_was_taken_back_in_its_own_message_stays_so_when_that_is_edited()
    {
        var person = Person.Asked();
        person.Says("Barnen behöver den. Nej förresten, stryk det. Barnen hade en trasig rutschkanna.", "m");
        person.Edits("m", "Barnen behöver den. Nej förresten, stryk det. Barnen hade en trasig rutschkana.");

        Assert.Equal("Barnen hade en trasig rutschkana.", person.Answer(Slot.What));
    }

    [Theory]
    [InlineData("Det där blev fel. Stryk det.")]
    [InlineData("Oj det blev fel. Ta bort det. Tack!")]
    [InlineData("Haha. Nej. Stryk det!")]
    [InlineData("Oj, det skulle inte stå. Ta bort det.")]
    [InlineData("Stryk det. Det är inte min sak.")]
    [InlineData("That was wrong. Scratch that.", "en")]
    public void A_regret_strikes_the_message_before_it(string text, string language = "sv")
    {
        var person = Person.Asked(language);
        person.Says(language == "sv" ? What : EnglishWhat);
        person.Says(text);

        Assert.Equal("", person.Answer(Slot.What));
    }

    [Theory]
    [InlineData("Vad ska det här användas till?", "utkast till en annons")]
    [InlineData("What will this be used for?", "drafts of an ad", "en")]
    public void What_it_is_for_is_told_at_the_opening(string text, string told, string language = "sv")
    {
        var person = Offered(language);

        Assert.Contains(told, Assert.Single(person.Says(text)).Text, StringComparison.Ordinal);
        Assert.True(person.Interview.IsBlank);
    }

    [Theory]
    [InlineData("kan du skriva det åt mig?", "egna meningar")]
    [InlineData("Kan du skriva det åt mig", "egna meningar")]
    [InlineData("Kan du ge ett exempel?", "ser det framför sig")]
    [InlineData("can you write it for me?", "your own sentences", "en")]
    [InlineData("Give me an example", "can see it", "en")]
    public void What_is_asked_of_the_bot_is_answered(string text, string told, string language = "sv")
    {
        var person = Person.Asked(language);

        Assert.Contains(told, person.Says(text)[0].Text, StringComparison.Ordinal);
        Assert.True(person.Interview.IsBlank);
    }

    [Fact]
    public void An_example_of_an_objection_is_asked_of_the_bot_and_what_a_house_is_used_for_of_the_readers()
    {
        var person = Person.Asked();
        foreach (var _ in "abc")
        {
            person.Says("hoppa över");
        }

        Assert.Equal(Slot.Challenge, person.Interview.Slot);
        Assert.Contains("tycker tvärtom", person.Says("kan du ge ett exempel?")[0].Text, StringComparison.Ordinal);
        person.Says("Vad ska det användas till?");
        Assert.Equal("Vad ska det användas till?", person.Answer(Slot.Challenge));
    }

    [Theory]
    [InlineData("Kan du svara på det?")]
    [InlineData("Kan du ge ett exempel på en bänk som saknas?")]
    [InlineData("Ingen som saknar en bänk?")]
    public void A_question_to_the_readers_is_not_asked_of_the_bot(string text)
    {
        var person = Person.Asked();
        person.Answers(What);
        for (var left = 6; left > 0 && person.Interview.Slot != Slot.Question; left--)
        {
            person.Says("hoppa över");
        }

        person.Says(text);
        Assert.Equal(text, person.Answer(Slot.Question));
    }

    [Theory]
    [InlineData("visa utkasten")]
    [InlineData("kan jag få se utkasten?")]
    [InlineData("show me the drafts", "en")]
    public void The_drafts_are_shown_when_they_are_asked_for(string text, string language = "sv")
    {
        var person = Person.Asked(language);
        person.Answers(language == "sv" ? What : EnglishWhat);
        Assert.Contains("24", Assert.Single(person.Says(text)).Text, StringComparison.Ordinal);
        Assert.Equal("", person.Answer(Slot.Why));

        person = Finished(language);
        Assert.NotEmpty(person.Says(text)[^1].Drafts);
    }

    [Theory]
    [InlineData("det har jag redan svarat på")]
    [InlineData("se förra svaret")]
    [InlineData("samma svar")]
    [InlineData("Se ovan.")]
    [InlineData("I already answered that", "en")]
    [InlineData("See above", "en")]
    public void What_was_answered_already_is_not_asked_again(string text, string language = "sv") => AssertLeavesTheQuestion(text, language);

    [Theory]
    [InlineData("Det vill jag inte gå in på.")]
    [InlineData("Jag kommenterar inte det.")]
    [InlineData("Det kommenterar jag inte")]
    [InlineData("Inga kommentarer")]
    [InlineData("Nej, det är en politisk fråga.")]
    [InlineData("Det får politikerna svara på")]
    [InlineData("Det är en politisk fråga, det får politikerna svara på.")]
    [InlineData("Nja det vill jag nog inte svara på")]
    [InlineData("Det kan jag tyvärr inte svara på just nu")]
    [InlineData("Jag vill helst inte svara på den frågan")]
    [InlineData("Jag avstår från att svara")]
    [InlineData("jag passar på den")]
    [InlineData("den hoppar jag över")]
    [InlineData("vi kan hoppa den")]
    [InlineData("jag har inte svar på det just nu")]
    [InlineData("inget att tillägga")]
    [InlineData("Det är inte min sak att svara på")]
    [InlineData("Det får du fråga Karin om")]
    [InlineData("ej relevant")]
    [InlineData("ta nästa")]
    [InlineData("I’d rather not say", "en")]
    [InlineData("I don't want to comment on that", "en")]
    [InlineData("That's a political question.", "en")]
    [InlineData("I'll pass on that one", "en")]
    public void A_question_somebody_will_not_answer_is_left_and_nothing_printed(string text, string language = "sv") => AssertLeavesTheQuestion(text, language);

    [Theory]
    [InlineData("Det vill jag inte gå in på, sa hon, men vi byggde ändå.")]
    [InlineData("Det är en politisk fråga som har legat i tio år.")]
    [InlineData("Inga kommentarer från grannarna har kommit.")]
    [InlineData("Jag kan inte svara på alla mejl, så vi satte upp en lapp.")]
    [InlineData("Vi hoppar över häcken för att spara tid.")]
    [InlineData("Det är inte min fråga utan barnens.")]
    [InlineData("Fel, säger grannarna.")]
    [InlineData("Fel, det är billigt.")]
    [InlineData("Skriv ner era idéer i stället.")]
    [InlineData("Nej, två.")]
    public void An_answer_that_begins_like_a_refusal_is_an_answer(string text)
    {
        var person = Person.Asked();
        person.Answers(What);
        person.Says(text);

        Assert.Equal(text, person.Answer(Slot.Why));
    }

    [Theory]
    [InlineData("Det vill jag inte svara på")]
    [InlineData("Ingen kommentar.")]
    [InlineData("I won't comment on that", "en")]
    public void A_refusal_of_the_opening_is_a_no(string text, string language = "sv")
    {
        var person = Offered(language);
        person.Says(text);

        Assert.Equal((InterviewState.Abandoned, true), (person.Interview.State, person.Interview.IsBlank));
    }

    [Fact]
    public void A_bare_no_is_nobody_and_no_reason()
    {
        var person = Person.Asked();
        person.Answers(What);
        person.Says("Nej");
        Assert.Equal((Slot.Who, ""), (person.Interview.Slot, person.Answer(Slot.Why)));
        person.Says("helst inte");

        Assert.Equal((Slot.Challenge, ""), (person.Interview.Slot, person.Answer(Slot.Who)));
    }

    [Fact]
    public void Whoever_will_not_speak_for_a_sentence_does_not_stand_by_it()
    {
        var person = Person.Asked();
        person.Answers(What);
        for (var left = 9; left > 0 && person.Interview.Slot != Slot.Headline; left--)
        {
            person.Says("hoppa över");
        }

        person.Says("Det får politikerna svara på");
        Assert.Contains(What, person.Interview.Struck);
    }

    [Theory]
    [InlineData("Hej, har möte om fem min men kör")]
    [InlineData("ok då kör vi")]
    [InlineData("in a meeting soon but go ahead", "en")]
    public void Yes_at_the_end_of_the_reply_begins(string text, string language = "sv")
    {
        var person = Offered(language);
        person.Says(text);

        Assert.Equal((InterviewState.Open, Slot.What, true), (person.Interview.State, person.Interview.Slot, person.Interview.IsBlank));
    }

    [Theory]
    [InlineData("Vad gäller saken?")]
    [InlineData("Är det till annonsen?")]
    public void A_question_is_no_answer_to_the_opening(string text)
    {
        var person = Offered("sv");

        Assert.Equal(OutgoingKind.Opening, Assert.Single(person.Says(text)).Kind);
        Assert.True(person.Interview.IsBlank);
    }

    [Fact]
    public void Two_minutes_are_one_question()
    {
        var person = Offered("sv");

        Assert.Equal(Slot.Why, person.Says("Absolut, men jag har bara två minuter")[^1].Slot);
        Assert.True(person.Interview.IsBlank);
    }

    [Theory]
    [InlineData("nej det var det")]
    [InlineData("det var nog allt")]
    [InlineData("det räcker")]
    public void Nothing_more_to_a_reason_that_was_given_goes_on(string text)
    {
        var person = Person.Asked();
        person.Answers("I går satte vi ut 24 nya bänkar vid Bruksgatan eftersom många inte orkar gå till torget.");
        Assert.Equal(Slot.Why, person.Interview.Slot);

        Assert.Equal(Slot.Who, Assert.Single(person.Says(text)).Slot);
    }

    [Theory]
    [InlineData("jag förstår inte frågan", "ser det framför sig")]
    [InlineData("kan du förenkla frågan", "ser det framför sig")]
    [InlineData("hur många frågor är det kvar", "frågor till")]
    [InlineData("hitta på något", "egna meningar")]
    [InlineData("det får du avgöra", "egna meningar")]
    public void What_is_asked_without_a_question_mark_is_answered(string text, string told)
    {
        var person = Person.Asked();

        Assert.Contains(told, person.Says(text)[0].Text, StringComparison.Ordinal);
        Assert.True(person.Interview.IsBlank);
    }

    [Theory]
    [InlineData("Bussen går i oktober, och då får alla plats på den.", "nej, november", "oktober", "november")]
    [InlineData("Bussen går i oktober, och då får alla plats på den.", "nej förresten november", "oktober", "november")]
    [InlineData("Bussen går i oktober, och då får alla plats på den.", "Nej, november menar jag.", "oktober", "november")]
    [InlineData("Barnvagnarna fick stå i regnet på torget i går.", "Eller rättare sagt rullatorerna.", "Barnvagnarna", "rullatorerna")]
    [InlineData("Det sparar 400 000 kronor på ett år i Katrineholm.", "PS skriv 450 000 i stället", "400 000", "450 000")]
    [InlineData("I går var två barn nära att bli påkörda på bron.", "Fel, det var tre barn.", "två barn", "tre barn")]
    [InlineData("I går invigde vi bron över ån i Katrineholm.", "Jag sa fel, det var i förrgår", "I går", "i förrgår")]
    public void A_correction_in_other_words_asks_what_it_is_for(string answer, string text, string from, string to)
    {
        var person = Person.Asked();
        person.Says(answer);
        person.Says(text);
        Assert.Equal(Confirmation.ReplaceWhat, person.Conversation.Confirming);
        person.Says(from);

        Assert.Equal(answer.Replace(from, to, StringComparison.Ordinal), person.Answer(Slot.What), ignoreCase: true);
    }

    [Theory]
    [InlineData("I julas hade vi fyra läckor på en vecka på Vasavägen.", "nej vänta det var fem läckor inte fyra", "I julas hade vi fem läckor på en vecka på Vasavägen.")]
    [InlineData("Då flyttar 40 000 böcker från Djulögatan.", "jag menade 42 000 böcker, inte 40 000", "Då flyttar 42 000 böcker från Djulögatan.")]
    [InlineData("Det är Karin Öst som leder flytten i går.", "Hon heter Karin Öhst, inte Öst", "Det är Karin Öhst som leder flytten i går.")]
    public void Words_that_stand_there_already_are_not_said_twice(string answer, string text, string corrected)
    {
        var person = Person.Asked();
        person.Says(answer);
        person.Says(text);

        Assert.Equal(corrected, person.Answer(Slot.What));
    }

    [Fact]
    public void The_questions_of_a_form_filled_in_elsewhere_are_nobodys_words()
    {
        var person = Person.Asked();
        person.Says("Vad handlar det om? Berätta som för en granne.\nVi bygger om simhallen i Katrineholm.\n\nVarför gör ni det, och varför just nu?\nTaket läckte i januari.");

        Assert.Equal(("Vi bygger om simhallen i Katrineholm.", "Taket läckte i januari."), (person.Answer(Slot.What), person.Answer(Slot.Why)));
    }

    [Fact]
    public void A_refusal_while_several_questions_wait_is_no_answer_to_any()
    {
        var person = new Person();
        person.Gets(Person.Assignment("a1"));
        person.Gets(Person.Assignment("a2"));
        person.Says("Det vill jag inte svara på");

        Assert.Empty(person.Conversation.Held);
    }

    [Theory]
    [InlineData("nej")]
    [InlineData("Nej tack")]
    [InlineData("Ingen.")]
    [InlineData("no", "en")]
    [InlineData("None", "en")]
    public void A_bare_no_to_the_closing_question_asks_the_readers_nothing(string text, string language = "sv")
    {
        var person = Person.Asked(language);
        person.Answers(language == "sv" ? What : EnglishWhat);
        for (var left = 6; left > 0 && person.Interview.Slot != Slot.Question; left--)
        {
            person.Says(language == "sv" ? "hoppa över" : "skip");
        }

        person.Says(text);
        person.Quiet();

        Assert.Equal("", person.Answer(Slot.Question));
        Assert.NotEqual(Slot.Question, person.Interview.Slot);
    }

    [Theory]
    [InlineData("efter sommaren", "hellre den 13 september")]
    [InlineData("vi tar det i höst", "den 13 september")]
    [InlineData("Not until after the summer", "13 September", "en")]
    public void A_season_puts_off_and_which_day_is_asked(string wish, string day, string language = "sv")
    {
        var person = Offered(language);

        Assert.EndsWith(language == "sv" ? "Vilken dag passar dig bäst? Skriv den, så byter jag." : "Which day suits you best? Write it and I'll change it.", Assert.Single(person.Says(wish)).Text, StringComparison.Ordinal);
        Assert.Contains("13 september", Assert.Single(person.Says(day)).Text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(new DateOnly(2027, 9, 13), DateOnly.FromDateTime(person.Interview.SnoozedUntil!.Value.DateTime));
        Assert.True(person.Interview.IsBlank);
    }

    [Theory]
    [InlineData("Vi öppnar det nya badet vid Djulö.", "i höst")]
    [InlineData("Vi öppnar det nya badet vid Djulö.", "efter påsk")]
    [InlineData("Vi kommer på måndag", "efter sommaren")]
    [InlineData("We are opening the new bath at Bridge Street.", "in the autumn", "en")]
    public void A_season_behind_what_was_just_said_goes_on_with_it(string said, string season, string language = "sv")
    {
        var person = Person.Asked(language);
        person.Says(said);
        person.Says(season);

        Assert.Equal(($"{said}\n{season}", InterviewState.Open), (person.Answer(Slot.What), person.Interview.State));
    }

    [Fact]
    public void A_day_named_while_the_talk_is_put_off_is_another_wish_and_no_reply_to_what_was_asked_before()
    {
        var person = Person.Asked();
        person.Answers("Vi bygger.");
        person.Says("vi tar det i höst");
        person.Says("den 13 september");

        Assert.Equal((InterviewState.Paused, "Vi bygger."), (person.Interview.State, person.Answer(Slot.What)));
        Assert.Equal(new DateOnly(2027, 9, 13), DateOnly.FromDateTime(person.Interview.SnoozedUntil!.Value.DateTime));
    }

    [Theory]
    [InlineData("det vet Karin bättre")]
    [InlineData("Det får Karin Holm svara på.")]
    [InlineData("Karin knows that better", "en")]
    public void What_somebody_else_knows_better_is_left(string text, string language = "sv") => AssertLeavesTheQuestion(text, language);

    [Theory]
    [InlineData("fråga Karin Holm", "nej förresten, jag kan svara själv")]
    [InlineData("det får Karin svara på", "jag tar det själv")]
    [InlineData("ask Karin Holm", "actually I can answer that myself", "en")]
    public void Whoever_answers_after_all_is_asked_the_question_that_was_left(string left, string taken, string language = "sv")
    {
        var person = Person.Asked(language);
        person.Answers(language == "sv" ? What : EnglishWhat);
        person.Says(left);

        Assert.Equal(Slot.Why, person.Says(taken)[^1].Slot);
        Assert.Equal("", person.Answer(Slot.Who));
    }

    [Theory]
    [InlineData("Det är inte jag som ska svara, fråga Karin Holm", "nej vänta, jag kan svara")]
    [InlineData("nej tack", "jo förresten, jag kan vara med ändå")]
    public void Whoever_said_no_and_answers_after_all_gets_the_same_question_back(string no, string yes)
    {
        var person = Offered("sv");
        person.Says(no);
        person.Says(yes);

        Assert.Equal(InterviewState.Offered, Assert.Single(person.Conversation.Interviews).State);
    }

    [Fact]
    public void Whoever_says_jag_tar_det_sjalv_of_something_else_is_heard()
    {
        var person = Person.Asked();
        person.Answers(What);
        person.Says("jag tar det själv");

        Assert.Equal("jag tar det själv", person.Answer(Slot.Why));
    }

    [Theory]
    [InlineData("kan du inte ringa i stället?", "bara skriva")]
    [InlineData("ring mig", "bara skriva")]
    [InlineData("jag vill hellre ta det muntligt", "bara skriva")]
    [InlineData("kan jag skicka en bild?", "läser bara text")]
    [InlineData("Kan jag få se frågorna först?", "Varför gör ni det, och varför just nu?")]
    [InlineData("can you call me instead?", "only write", "en")]
    [InlineData("Can I see the questions first?", "Why are you doing it, and why now?", "en")]
    public void What_is_asked_about_the_talk_at_the_opening_is_no_answer(string text, string reply, string language = "sv")
    {
        var person = Offered(language);

        Assert.Contains(reply, Assert.Single(person.Says(text)).Text, StringComparison.Ordinal);
        Assert.Equal(InterviewState.Offered, person.Interview.State);
    }

    [Theory]
    [InlineData("Kan du ringa? frågar de äldre varje dag")]
    [InlineData("Ring mig när bussen går, säger barnen")]
    public void Such_words_inside_an_answer_are_an_answer(string text)
    {
        var person = Person.Asked();
        person.Says(text);

        Assert.Equal(text, person.Answer(Slot.What));
    }

    [Theory]
    [InlineData("du frågar samma sak hela tiden")]
    [InlineData("jag har redan sagt det")]
    [InlineData("skit i det")]
    [InlineData("glöm det")]
    [InlineData("you keep asking the same thing", "en")]
    public void Whoever_is_tired_of_a_question_is_not_quoted_for_it(string text, string language = "sv") => AssertLeavesTheQuestion(text, language);

    private static void AssertLeavesTheQuestion(string text, string language)
    {
        var person = Person.Asked(language);
        person.Answers(language == "sv" ? What : EnglishWhat);
        var replies = person.Says(text);

        Assert.Equal((Slot.Who, ""), (replies[^1].Slot, person.Answer(Slot.Why)));
        Assert.Contains(language == "sv" ? "lämnar jag den frågan" : "leave that question", replies[^1].Text, StringComparison.Ordinal);
    }

    private static Person Offered(string language)
    {
        var person = new Person(language);
        person.Gets(Person.Assignment(language: language));
        return person;
    }

    private static Person Finished(string language)
    {
        var person = Person.Asked(language);
        person.Answers(language == "sv" ? What : EnglishWhat);
        for (var left = 12; left > 0 && person.Interview.State == InterviewState.Open; left--)
        {
            person.Says(language == "sv" ? "hoppa över" : "skip");
        }

        return person;
    }
}
