using Dialog.Core.Assignments;
using Dialog.Core.Calendars;
using Dialog.Core.Interviews;
using Dialog.Core.Questions;

namespace Dialog.Core.Tests.Interviews;

/// <summary>Back, undo, start over, pause, why do you ask: a person can always get out of where they are.</summary>
public class RepairingTests
{
    private const string What = "I går satte vi ut 24 nya bänkar längs ån vid Bruksgatan, och redan samma kväll satt det folk på alla.";
    private const string Why = "Vi gör det eftersom många äldre har sagt till mig att de inte orkar gå hela vägen till torget.";

    [Fact]
    public void Tillbaka_shows_the_answer_before_and_comes_back()
    {
        var person = Person.Asked();
        person.Answers(What);

        Assert.Contains(What, Assert.Single(person.Says("tillbaka")).Text);
        Assert.Equal(Slot.Why, person.Says("klar")[^1].Slot);
        Assert.Equal(What, person.Answer(Slot.What));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void An_answer_that_is_to_be_changed_and_is_saved_in_a_form_is_changed_and_the_talk_goes_on(bool warned)
    {
        const string better = "I går satte vi ut 24 gröna bänkar längs ån vid Bruksgatan, och redan samma kväll satt det folk på alla.";
        var person = Person.Asked();
        person.Answers(What);
        person.Answers(Why);
        person.Says("ändra vad");
        if (warned)
        {
            Assert.Contains("barn", person.Answers("I går satte vi ut 24 bänkar, och Alva i 4B satt på en av dem hela kvällen.")[^1].Text);
        }

        var reply = Assert.Single(person.Rewrites(Slot.What, better));
        person.Quiet();

        Assert.Equal((Slot.Who, person.Heard[^1]), (reply.Slot, reply));
        Assert.StartsWith("Ändrat. ", reply.Text);
        person.Answers("Jag och tre kollegor på parkenheten byggde dem i vår verkstad.");
        Assert.Equal(better, person.Answer(Slot.What));
    }

    [Theory]
    [InlineData("sv", true, "skriv till mig här")]
    [InlineData("sv", false, "redaktionen")]
    [InlineData("en", true, "write to me here")]
    [InlineData("en", false, "editors")]
    public void Of_a_form_that_did_not_open_the_person_hears_what_to_do_and_the_question_stays_open(string language, bool canWrite, string told)
    {
        var person = Person.Asked(language);

        Assert.Contains(told, Assert.Single(person.Misses(canWrite)).Text);
        Assert.Equal(Slot.What, person.Interview.Slot);
    }

    [Fact]
    public void Tillbaka_to_a_skipped_question_asks_it_again()
    {
        var person = Person.Asked();
        person.Says("hoppa över");

        Assert.Equal(Slot.What, person.Says("tillbaka")[^1].Slot);
        Assert.Equal(Slot.Why, person.Answers(What)[^1].Slot);
    }

    [Theory]
    [InlineData("sv", "Ändra ett svar", "ändra")]
    [InlineData("sv", "Tillbaka", "tillbaka")]
    [InlineData("sv", "Visa svaren", "visa")]
    [InlineData("sv", "Senare", "senare")]
    [InlineData("sv", "Avbryt", "avbryt")]
    [InlineData("en", "Change an answer", "edit")]
    [InlineData("en", "Back", "back")]
    [InlineData("en", "Show my answers", "show")]
    [InlineData("en", "Later", "later")]
    [InlineData("en", "Cancel", "cancel")]
    public void The_helps_buttons_do_what_the_words_do_whatever_is_asked_meanwhile(string language, string label, string word)
    {
        var (pressing, saying) = (Helped(language), Helped(language));
        var button = pressing.Heard.Single(message => message.Choices.Count == 5).Choices.Single(choice => choice.Label == label);
        pressing.Says(language == "en" ? "repeat" : "upprepa");
        saying.Says(language == "en" ? "repeat" : "upprepa");

        Assert.Equal(saying.Says(word).Select(reply => reply.Text), pressing.Presses(button.Value).Select(reply => reply.Text));
        Assert.Equal((saying.Interview.State, saying.Interview.Slot, saying.Conversation.Confirming), (pressing.Interview.State, pressing.Interview.Slot, pressing.Conversation.Confirming));

        static Person Helped(string language)
        {
            var person = Person.Asked(language);
            person.Answers(language == "en" ? "Yesterday we put out 24 new benches along the river at Bridge Street, and they were all taken by the evening." : What);
            person.Says(language == "en" ? "help" : "hjälp");
            return person;
        }
    }

    [Fact]
    public void The_buttons_of_the_question_do_something_after_help_too()
    {
        var person = Person.Asked();
        var skip = person.Heard[^1].Choices.Single();
        person.Says("hjälp");

        Assert.Equal(Slot.Why, person.Presses(skip.Value)[^1].Slot);
    }

    [Fact]
    public void A_question_said_again_over_a_begun_answer_has_a_button_for_being_done()
    {
        var person = Person.Asked();
        person.Says(What);

        Assert.Equal(["Klar", "Hoppa över"], person.Says("upprepa")[^1].Choices.Select(choice => choice.Label));
        Assert.Equal(Slot.Why, person.PressesLabel("Klar")[^1].Slot);
        Assert.Equal(What, person.Answer(Slot.What));
    }

    [Fact]
    public void Being_done_is_about_the_question_that_it_stands_under()
    {
        var person = Person.Asked();
        person.Says(What);
        var again = person.Says("upprepa")[^1];
        var done = again.Choices[0].Value;
        person.Says("klar");
        person.Says("Vi gör det eftersom många äldre inte orkar gå hela vägen.");

        person.Presses(done);

        Assert.Equal(Slot.Why, person.Interview.Slot);
        Assert.Empty(person.Conversation.Pressable(again));
    }

    [Fact]
    public void A_skip_is_taken_back()
    {
        var person = Person.Asked();
        person.Says("hoppa över");

        Assert.Equal(Slot.What, person.Says("ångra")[^1].Slot);
    }

    [Theory]
    [InlineData("tack")]
    [InlineData("👍")]
    [InlineData("nej")]
    [InlineData("nej, det är bra som det är")]
    [InlineData("låt det stå")]
    [InlineData("hej")]
    [InlineData("okej")]
    public void A_few_words_are_no_new_answer(string reply)
    {
        var person = Person.Asked();
        person.Answers(What);
        person.Answers(Why);
        person.Says("ändra varför");
        person.Answers(reply);

        Assert.Equal(Why, person.Answer(Slot.Why));
        Assert.Equal((Slot.Who, false), (person.Interview.Slot!.Value, person.Interview.Replacing));
    }

    [Fact]
    public void What_was_struck_in_words_stays_out_when_a_letter_of_the_message_is_put_right()
    {
        const string said = "Vi öppnar badet på måndag. Det tog 19 timmar att fylla bassängen med vatten. Barnen var först i vatnet och sjöng hela vägen hem.";
        var person = Person.Asked();
        person.Says(said, "first");
        person.Says("stryk det där om 19 timmar");
        person.Edits("first", said.Replace("vatnet", "vattnet", StringComparison.Ordinal));

        Assert.Equal("Vi öppnar badet på måndag. Barnen var först i vattnet och sjöng hela vägen hem.", person.Answer(Slot.What));
        person.Says("ångra");
        Assert.Equal(said.Replace("vatnet", "vattnet", StringComparison.Ordinal), person.Answer(Slot.What));
    }

    [Fact]
    public void What_was_corrected_in_words_stays_corrected_and_what_is_typed_anew_counts()
    {
        var person = Person.Asked();
        person.Says(What, "first");
        person.Says("jag menade ”alla bänkarna”, inte ”alla”");
        person.Edits("first", What.Replace("Bruksgatan", "Storgatan", StringComparison.Ordinal));
        Assert.EndsWith("vid Storgatan, och redan samma kväll satt det folk på alla bänkarna.", person.Answer(Slot.What));

        person.Edits("first", "I går satte vi ut 30 bänkar.");
        Assert.Equal("I går satte vi ut 30 bänkar.", person.Answer(Slot.What));
    }

    [Fact]
    public void Undo_right_after_a_message_takes_the_message_back()
    {
        var person = Person.Asked();
        person.Says(What);
        person.Says("ångra");

        Assert.Equal("", person.Answer(Slot.What));
        Assert.Equal(Slot.What, person.Interview.Slot);
    }

    [Fact]
    public void Starting_over_asks_first_and_loses_nothing()
    {
        var person = Person.Asked();
        person.Answers(What);
        person.Answers(Why);

        Assert.Contains("från början", Assert.Single(person.Says("börja om")).Text);
        Assert.Equal(Slot.What, person.Says("ja")[^1].Slot);
        Assert.True(person.Interview.IsBlank);

        Assert.Equal(Slot.Who, person.Says("ångra")[^1].Slot);
        Assert.Equal((What, Why), (person.Answer(Slot.What), person.Answer(Slot.Why)));
    }

    [Fact]
    public void What_is_written_after_starting_over_stays_when_the_old_answers_come_back()
    {
        var person = Person.Asked();
        person.Answers(What);
        person.Says("börja om");
        person.Says("ja");
        person.Answers("Vi har byggt 24 bänkar av lärk i vår egen verkstad den här våren, och de står redan ute.");
        person.Says("ändra vad");
        person.Says("Bänkarna är av lärk.");

        Assert.Contains("Bänkarna är av lärk.", person.Answer(Slot.What));
    }

    [Fact]
    public void Asked_why_it_asks_the_bot_names_the_rule_and_quotes()
    {
        var person = Person.Asked();
        person.Answers("Vi utvecklar kvalitet och delaktighet i hela vår verksamhet genom hållbara processer.");

        var why = Assert.Single(person.Says("varför frågar du?"));
        Assert.Contains("”utvecklar, kvalitet, delaktighet”", why.Text);
        Assert.Equal(Slot.What, person.Interview.Slot);
    }

    [Fact]
    public void Asked_why_about_a_question_the_bot_says_what_it_is_for()
    {
        var person = Person.Asked("en");

        Assert.Contains("readers first want to know", Assert.Single(person.Says("Why do you ask?")).Text);
    }

    [Theory]
    [InlineData("är det här en allmän handling?", "arbetsmaterial")]
    [InlineData("När ska det vara klart?", "fredag 19 februari klockan 12.00")]
    [InlineData("hur långt ska det vara?", "Ett par meningar räcker")]
    [InlineData("vem läser det här?", "Anna")]
    [InlineData("vad händer med svaren?", "arbetsmaterial")]
    [InlineData("är du en robot?", "bot")]
    [InlineData("måste jag svara?", "frivilligt")]
    [InlineData("hur många frågor är det kvar?", "6 frågor")]
    [InlineData("vad menar du?", "ser det framför sig")]
    public void A_question_to_the_bot_is_answered_and_the_open_question_stands_under_it(string question, string answer)
    {
        var person = new Person();
        person.Gets(Person.Assignment() with { EditorName = "Anna", CopyDeadline = new DateTimeOffset(2027, 2, 19, 12, 0, 0, TimeSpan.FromHours(1)), PublishOn = new DateOnly(2027, 2, 25) });
        person.Says("ja");

        var reply = Assert.Single(person.Says(question));
        Assert.Contains(answer, reply.Text);
        Assert.Contains("Vad handlar det om?", reply.Text);
        Assert.True(person.Interview.IsBlank);
    }

    [Theory]
    [InlineData("När ska det bli klart?", Slot.Challenge)]
    [InlineData("Hur lång tid ska det ta?", Slot.Challenge)]
    [InlineData("Hur mycket ska det kosta?", Slot.Challenge)]
    [InlineData("Vad är du mest stolt över?", Slot.Question)]
    [InlineData("What are you most proud of?", Slot.Question)]
    [InlineData("Sparar du på vattnet hemma?", Slot.Question)]
    [InlineData("Do you save water at home?", Slot.Question)]
    [InlineData("Hur mycket tid lägger du på mobilen?", Slot.Question)]
    [InlineData("Hur mycket tid har vi kvar?", Slot.Question)]
    [InlineData("Är det här en allmän badplats?", Slot.Question)]
    [InlineData("Vilken fråga är viktigast för dig?", Slot.Question)]
    public void A_question_with_words_of_the_bots_own_is_an_answer_there_too(string text, Slot slot)
    {
        var person = At(slot);
        person.Says(text);

        Assert.Equal(text, person.Answer(slot));
    }

    [Theory]
    [InlineData("Vad menar du?")]
    [InlineData("Vem läser det här?")]
    [InlineData("Är det här en allmän handling?")]
    [InlineData("Vem är du?")]
    [InlineData("Måste jag svara?")]
    [InlineData("Hur långt ska det vara?")]
    [InlineData("Vad händer med svaren?")]
    [InlineData("Sparar du mina svar?")]
    [InlineData("Vad händer med mina uppgifter?")]
    [InlineData("Hur många frågor är det kvar?")]
    [InlineData("När ska ni ha svaret?")]
    [InlineData("När kommer annonsen?")]
    [InlineData("What do you mean by that?")]
    [InlineData("Do I have to answer?")]
    public void A_question_that_can_only_be_to_the_bot_is_answered_there_too(string text)
    {
        foreach (var slot in (Slot[])[Slot.Challenge, Slot.Question])
        {
            var person = At(slot);

            Assert.Equal(slot, Assert.Single(person.Says(text)).Slot);
            Assert.Equal("", person.Answer(slot));
        }
    }

    [Fact]
    public void A_question_is_an_answer_where_questions_are_asked_for()
    {
        var person = Person.Asked();
        foreach (var answer in new[] { What, Why, "Jag och tre kollegor byggde dem i vår verkstad i våras." })
        {
            person.Answers(answer);
        }

        person.Answers("När ska ni laga hålen i vägarna i stället?");
        Assert.Equal("När ska ni laga hålen i vägarna i stället?", person.Answer(Slot.Challenge));
    }

    [Theory]
    [InlineData("👍")]
    [InlineData("🙈🙈")]
    [InlineData("okej bra")]
    [InlineData("tack så mycket!")]
    [InlineData("hej")]
    [InlineData("...")]
    public void Small_talk_is_no_answer_and_the_question_is_asked_again(string text)
    {
        var person = Person.Asked();

        Assert.Equal(Slot.What, Assert.Single(person.Says(text)).Slot);
        Assert.True(person.Interview.IsBlank);
    }

    [Fact]
    public void A_picture_without_words_is_met_kindly()
    {
        var person = Person.Asked();

        var reply = Assert.Single(person.Sends(attachments: 1));
        Assert.StartsWith("Tack, den ligger kvar", reply.Text);
        Assert.Equal(Slot.What, reply.Slot);
    }

    [Fact]
    public void Haste_asks_only_why_and_then_closes()
    {
        var person = Person.Asked();

        Assert.Equal(Slot.Why, person.Says("hinner inte, sitter i möte")[^1].Slot);
        person.Answers("Folk behöver bänkar.");
        Assert.Equal(InterviewState.Finished, person.Interview.State);
        Assert.Empty(person.Interview.FollowUps);
    }

    [Fact]
    public void The_editors_hear_when_too_little_was_said_for_a_draft()
    {
        var person = Person.Asked(track: Track.Quick);
        person.Says("hoppa över");
        person.Says("hoppa över");

        Assert.Equal(InterviewState.Finished, person.Interview.State);
        Assert.Contains(person.Facts, fact => fact is Fact.MailedToReviewers { What: Incoming.EditorTold { What: EditorNote.Thin } });
    }

    [Fact]
    public void A_sentence_about_others_haste_is_an_answer()
    {
        var person = Person.Asked();
        const string answer = "Folk hinner inte med bussen på morgonen, så 24 nya turer går från Bruksgatan sedan i går.";
        person.Answers(answer);

        Assert.Equal(answer, person.Answer(Slot.What));
        Assert.False(person.Interview.Hasty);
    }

    [Theory]
    [InlineData("Vi hinner inte salta alla gångvägar.")]
    [InlineData("Stressad personal slutar.")]
    [InlineData("No time to lose when the river rises.")]
    [InlineData("Busy streets get trees.")]
    [InlineData("Vi sitter i möte varje torsdag.")]
    [InlineData("Jag har inte tid att vänta på bussen.")]
    [InlineData("Jag måste gå ända till torget.")]
    [InlineData("Vi hinner inte salta alla gångvägar, så 24 sandlådor står ute sedan i går.")]
    [InlineData("Stressad personal gör fler fel, och därför bytte vi schema på tre avdelningar i våras.")]
    [InlineData("Jag hinner inte med bussen på morgonen, så 24 nya turer går från Bruksgatan sedan i går.")]
    public void Little_time_that_is_what_the_answer_tells_of_is_an_answer(string answer)
    {
        var person = Person.Asked();
        person.Says(answer);

        Assert.Equal(answer, person.Answer(Slot.What));
        Assert.False(person.Interview.Hasty);
    }

    [Theory]
    [InlineData("Jag hinner inte.")]
    [InlineData("hinner tyvärr inte svara nu")]
    [InlineData("Jag har inte tid just nu")]
    [InlineData("Jag är stressad, sorry")]
    [InlineData("stressad!")]
    [InlineData("måste springa till nästa möte")]
    [InlineData("måste springa och hämta barnen")]
    [InlineData("Jag har inte tid att göra det här")]
    [InlineData("I’m in a meeting right now")]
    [InlineData("Sorry, no time today")]
    [InlineData("I have no time to answer")]
    public void Little_time_is_told_in_many_ways(string text)
    {
        var person = Person.Asked();

        Assert.Equal(Slot.Why, person.Says(text)[^1].Slot);
        Assert.True(person.Interview.Hasty && person.Interview.IsBlank);
    }

    [Theory]
    [InlineData("Jag har inte tid. I går satte vi ut 24 nya bänkar längs ån vid Bruksgatan.", true)]
    [InlineData("Hinner inte, för det är så mycket annat att göra med alla bänkar just i dag på Bruksgatan.", false)]
    public void A_longer_answer_is_in_haste_when_its_first_sentence_says_so(string answer, bool hasty)
    {
        var person = Person.Asked();
        person.Says(answer);

        Assert.Equal((answer, hasty), (person.Answer(Slot.What), person.Interview.Hasty));
    }

    [Fact]
    public void The_other_one_of_a_list_is_no_other_assignment()
    {
        var person = Person.Asked();
        person.Gets(Person.Assignment("a2") with { Topic = "Simhallen" });
        person.Answers("mjölk, bröd, ost, kaffe, te");
        Assert.Equal(FollowUpRule.OnlyList, person.Interview.OpenFollowUp?.Rule);
        person.Says("Det andra.");

        Assert.Equal("a1", person.Conversation.Current);
        Assert.EndsWith("Det andra.", person.Answer(Slot.What), StringComparison.Ordinal);
    }

    [Fact]
    public void The_snooze_wins_over_the_haste()
    {
        var person = Person.Asked();
        person.Answers(What);

        Assert.Contains("13.00", Assert.Single(person.Says("måste springa, tar resten efter lunch")).Text);
        Assert.Equal(InterviewState.Paused, person.Interview.State);
        Assert.False(person.Interview.Hasty);
    }

    [Fact]
    public void A_third_put_off_asks_whether_to_go_without_and_tells_the_editor()
    {
        var person = new Person();
        person.Gets(Person.Assignment() with { PublishOn = new DateOnly(2027, 2, 25), CopyDeadline = new DateTimeOffset(2027, 2, 19, 12, 0, 0, TimeSpan.FromHours(1)) });
        person.Says("imorgon");
        person.Says("imorgon");

        var ask = Assert.Single(person.Says("imorgon"));
        Assert.Contains("manusstopp är fredag 19 februari", ask.Text);
        Assert.Contains(person.Facts, fact => fact is Fact.MailedToReviewers { What: Incoming.EditorTold { What: EditorNote.PutOff } });
        person.PressesLabel("Utan den här gången");
        Assert.Equal(InterviewState.Abandoned, person.Interview.State);
    }

    [Fact]
    public void Two_short_replies_end_the_follow_ups_kindly()
    {
        var person = Person.Asked();
        person.Answers("Bänkar.");
        person.Answers("ja du");
        person.Answers("Folk.");
        var end = person.Answers("vet du");

        Assert.Equal(InterviewState.Finished, person.Interview.State);
        Assert.Contains(end, message => message.Text.Contains("det räcker fint", StringComparison.Ordinal));
    }

    [Fact]
    public void No_follow_up_close_to_the_deadline_or_in_the_evening()
    {
        var late = new Person();
        late.Gets(Person.Assignment() with { CopyDeadline = late.Now.AddHours(1) });
        late.Says("ja");
        Assert.Equal(Slot.Why, late.Answers("Bänkar.")[^1].Slot);

        var evening = Person.Asked();
        evening.Waits(TimeSpan.FromHours(9));
        Assert.Equal(OutgoingKind.Question, evening.Answers("Bänkar.")[^1].Kind);
    }

    [Fact]
    public void No_follow_up_on_a_day_the_organisation_is_closed()
    {
        var open = new Person();
        var closed = new WorkingCalendar(CalendarRules.Sweden, [new DateSpan(new DateOnly(2027, 2, 5), new DateOnly(2027, 2, 5))]);
        var person = new Person(open.Context with { Organisation = open.Context.Organisation with { Calendar = closed } }, open.Now.AddDays(-1));
        person.Gets(Person.Assignment());
        person.Says("ja");
        person.At(open.Now);

        Assert.Equal(OutgoingKind.Question, person.Answers("Bänkar.")[^1].Kind);
    }

    [Fact]
    public void The_objection_is_asked_for_with_the_persons_own_thesis_in_front()
    {
        var person = Person.Asked();
        person.Answers(What);
        person.Answers(Why);
        var challenge = person.Answers("Jag och tre kollegor på parkenheten byggde dem i vår verkstad.")[^1];

        Assert.Equal(Slot.Challenge, challenge.Slot);
        Assert.StartsWith($"Du säger: ”{Why}”", challenge.Text);
        Assert.True(challenge.Text.Split(' ').Length <= 60);
    }

    [Fact]
    public void An_answer_in_the_other_language_is_kept_and_the_language_offered()
    {
        var person = Person.Asked();

        var ask = person.Answers("We put out 24 new benches along the river, and they were all taken by the people of the town.")[^1];
        Assert.Contains("engelska", ask.Text);
        Assert.Equal("en", person.PressesLabel("Ja")[^1].Language);
        Assert.StartsWith("We put out", person.Answer(Slot.What));
    }

    [Fact]
    public void Private_life_is_asked_about_once_and_can_be_left_out()
    {
        var person = Person.Asked();
        foreach (var answer in new[] { What, Why, "Jag byggde dem. Min fru hjälpte mig hemma i garaget med att slipa alla brädor.", "Att pengarna borde gå till vägarna i stället.", "De kostade mindre än ett väghål.", "Var saknar du en bänk?" })
        {
            person.Answers(answer);
        }

        Assert.Equal(["Som kommunchef", "Privat, använd inte"], person.Heard[^1].Choices.Select(choice => choice.Label));
        Assert.Equal(Slot.Headline, person.PressesLabel("Privat, använd inte")[^1].Slot);
        person.PressesLabel("Ja");
        Assert.All(person.Heard.SelectMany(message => message.Drafts), draft => Assert.DoesNotContain("Min fru", draft.Text));
    }

    /// <summary>Somebody who hears that question.</summary>
    private static Person At(Slot slot)
    {
        var person = Person.Asked();
        while (person.Interview.Slot != slot)
        {
            person.Says("hoppa över");
        }

        return person;
    }
}
