using Dialog.Core.Assignments;
using Dialog.Core.Interviews;
using Dialog.Core.Questions;

namespace Dialog.Core.Tests.Interviews;

public class TalkTests
{
    private const string What = "I går satte vi ut 24 nya bänkar längs ån vid Bruksgatan, och redan samma kväll satt det folk på alla.";
    private const string Why = "Vi gör det eftersom många äldre har sagt till mig att de inte orkar gå hela vägen till torget utan att vila.";
    private const string Who = "Jag och tre kollegor på parkenheten byggde dem i vår verkstad.";
    private const string Challenge = "Att pengarna borde gå till att laga hålen i vägarna i stället.";
    private const string Synthesis = "Jag förstår det, men bänkarna kostade mindre än ett enda väghål.";
    private const string Question = "Var saknar du en bänk?";

    [Fact]
    public void The_opening_tells_who_asks_and_offers_three_choices()
    {
        var opening = Assert.Single(new Person().Gets(Person.Assignment() with { Brief = "Varför twittrar du?", EditorName = "Anna", PublishOn = new DateOnly(2027, 2, 25) }));

        Assert.Equal(OutgoingKind.Opening, opening.Kind);
        Assert.StartsWith("Hej Mattias!", opening.Text);
        Assert.Contains("Anna undrar: ”Varför twittrar du?”", opening.Text);
        Assert.Contains("25 februari", opening.Text);
        Assert.Equal(["Kör", "Senare", "Fel person"], opening.Choices.Select(choice => choice.Label));
    }

    [Fact]
    public void A_whole_interview_asks_the_questions_in_order_and_ends_with_drafts()
    {
        var person = new Person();
        person.Gets(Person.Assignment());

        Assert.Equal(Slot.What, person.PressesLabel("Kör")[^1].Slot);
        Assert.Equal(Slot.Why, person.Answers(What)[^1].Slot);
        Assert.Equal(Slot.Who, person.Answers(Why)[^1].Slot);
        Assert.Equal(Slot.Challenge, person.Answers(Who)[^1].Slot);
        Assert.Equal(Slot.Synthesis, person.Answers(Challenge)[^1].Slot);
        Assert.Equal(Slot.Question, person.Answers(Synthesis)[^1].Slot);
        Assert.Equal(Slot.Headline, person.Answers(Question)[^1].Slot);
        var end = person.PressesLabel("Ja");

        var drafts = Assert.Single(end, message => message.Kind == OutgoingKind.Drafts);
        Assert.Equal(["ad", "x", "web"], drafts.Drafts.Select(draft => draft.Outlet));
        Assert.Equal(InterviewState.Finished, person.Interview.State);
        Assert.Contains(person.Facts, fact => fact is Fact.AssignmentMoved { State: AssignmentState.Submitted });
        Assert.Equal(Why, person.Answer(Slot.Why));
        Assert.DoesNotContain(person.Heard, message => message.Kind == OutgoingKind.FollowUp);
    }

    [Fact]
    public void A_pasted_mail_is_the_words_in_it()
    {
        var person = Person.Asked();

        var next = person.Answers($"Hej Dialog,\n\n{What}\n\nMed vänlig hälsning\n\nMattias Jansson\nKommunchef\nKatrineholms kommun\nTfn 070-174 06 05\nwww.katrineholm.se");

        Assert.Equal(What, person.Answer(Slot.What));
        Assert.Equal(Slot.Why, next[^1].Slot);
        Assert.Contains(person.Facts, fact => fact is Fact.AnswerRevised { Raw: { } raw } && raw.Contains("070-174 06 05", StringComparison.Ordinal));
    }

    [Fact]
    public void A_paragraph_that_a_mail_program_broke_into_lines_is_read_as_one()
    {
        var person = Person.Asked();

        person.Answers("Vi tog emot 1 800 ton grovavfall på Vika i fjol och jag\nhar sett allt från flyglar till ett helt kök. Det mesta\ngår att använda igen, eftersom folk slänger hela saker.");

        Assert.Equal("Vi tog emot 1 800 ton grovavfall på Vika i fjol och jag har sett allt från flyglar till ett helt kök. Det mesta går att använda igen, eftersom folk slänger hela saker.", person.Answer(Slot.What));
    }

    [Theory]
    [InlineData("Vi plogar 240 km väg i Katrineholm varje natt\nsedan sandar vi gångbanorna vid skolorna i stan")]
    [InlineData("Vi plogar 240 km väg i Katrineholm varje natt.\n\nSedan sandar vi.\nJag kör själv.")]
    [InlineData("- plog som går hela natten i Katrineholm\n- salt\n- sand")]
    public void Lines_that_the_person_broke_stay_lines(string said)
    {
        var person = Person.Asked();

        person.Answers(said);

        Assert.Equal(said, person.Answer(Slot.What));
    }

    [Fact]
    public void A_mail_that_is_pasted_in_an_edit_is_the_words_in_it()
    {
        var person = Person.Asked();
        person.Says("Vi bygger.", "one");

        person.Edits("one", $"{What}\n\nMvh\nMattias");

        Assert.Equal(What, person.Answer(Slot.What));
    }

    [Theory]
    [InlineData("sv", "inte mejlet som står under")]
    [InlineData("en", "not the mail that stands below")]
    public void Somebody_elses_mail_below_the_answer_is_left_out_and_that_is_said(string language, string said)
    {
        var person = Person.Asked(language);

        var heard = person.Says($"{What}\n\nFrom: Karin Ek\nSent: 27 November 2026 14:02\nSubject: Benches\n\nWould you answer this?");

        Assert.Contains(heard, message => message.Text.Contains(said, StringComparison.Ordinal));
        Assert.Equal(What, person.Answer(Slot.What));
    }

    [Fact]
    public void A_signature_of_its_own_is_no_answer()
    {
        var person = Person.Asked();
        person.Says(What);

        person.Says("Mvh\nMattias");

        Assert.Equal(What, person.Answer(Slot.What));
    }

    [Theory]
    [InlineData("sv", "Vet inte", "Att det är dyrt")]
    [InlineData("en", "Don't know", "That it costs money")]
    public void Somebody_who_does_not_know_and_then_does_has_answered(string language, string unknown, string answer)
    {
        var person = Person.Asked(language);
        foreach (var said in language == "en"
            ? new[] { "Yesterday we put out 24 new benches along the river at Bridge Street, and they were all taken by the evening.", "We do it because many elderly people told me that they cannot walk all the way to the square.", "My three colleagues and I built them in our workshop." }
            : [What, Why, Who])
        {
            person.Answers(said);
        }

        Assert.Equal((OutgoingKind.FollowUp, Slot.Challenge), (person.Answers(unknown)[^1].Kind, person.Interview.Slot));
        Assert.Equal(Slot.Synthesis, person.Answers(answer)[^1].Slot);
        Assert.NotEqual(AnswerStatus.Unknown, Grading.Of(person.Interview, Slot.Challenge));
        person.Answers(language == "en" ? "I see that, but the benches cost less than a single pothole." : Synthesis);
        for (var left = 12; left > 0 && person.Interview.State == InterviewState.Open; left--)
        {
            person.Says(language == "en" ? "skip" : "hoppa över");
        }

        Assert.Contains(answer, person.Draft("web").Revisions[^1].Draft.Text);
        Assert.DoesNotContain(unknown, person.Draft("web").Revisions[^1].Draft.Text);
    }

    [Fact]
    public void Somebody_who_does_not_know_twice_does_not_know()
    {
        var person = Person.Asked();
        person.Answers(What);
        person.Answers(Why);
        person.Answers(Who);
        person.Answers("Vet inte");
        person.Answers("nej, ingen aning");

        Assert.Equal(AnswerStatus.Unknown, Grading.Of(person.Interview, Slot.Challenge));
    }

    [Fact]
    public void A_word_that_only_begins_like_pass_is_an_answer()
    {
        var person = Person.Asked();
        person.Answers("Passagen under järnvägen är mörk.");

        Assert.NotEqual(AnswerStatus.Unknown, Grading.Of(person.Interview, Slot.What));
        Assert.DoesNotContain(person.Interview.FollowUps, followUp => followUp.Rule == FollowUpRule.Unknown);
    }

    [Fact]
    public void An_answer_right_after_the_opening_is_taken_as_the_first_answer()
    {
        var person = new Person();
        person.Gets(Person.Assignment());

        Assert.Equal(Slot.Why, person.Answers(What)[^1].Slot);
        Assert.Equal(What, person.Answer(Slot.What));
    }

    [Theory]
    [InlineData("Ja det gör det")]
    [InlineData("Ja, det funkar")]
    [InlineData("ja, men bara kort")]
    [InlineData("Det går fint!")]
    [InlineData("Japp, det gör det")]
    [InlineData("Okej då")]
    [InlineData("Ja, vad vill du veta?")]
    [InlineData("Sure, why not", "en")]
    [InlineData("It's fine", "en")]
    [InlineData("Yes it is", "en")]
    [InlineData("Yes, it’s fine", "en")]
    [InlineData("That works for me", "en")]
    public void A_yes_to_the_opening_in_other_words_asks_the_first_question(string text, string language = "sv")
    {
        var person = Opened(language);

        Assert.Equal(Slot.What, person.Says(text)[^1].Slot);
        Assert.True(person.Interview.IsBlank);
    }

    [Theory]
    [InlineData("Nej, jag vill inte")]
    [InlineData("Jag avstår")]
    [InlineData("Nej, det vill jag helst inte")]
    [InlineData("Ingen kommentar.")]
    [InlineData("Jag avstår tyvärr den här gången")]
    [InlineData("I’d rather not", "en")]
    [InlineData("No, I don't want to", "en")]
    public void A_no_to_the_opening_in_other_words_is_a_no(string text, string language = "sv")
    {
        var person = Opened(language);
        person.Says(text);

        Assert.Equal((InterviewState.Abandoned, true), (person.Interview.State, person.Interview.IsBlank));
    }

    [Theory]
    [InlineData("Nej, det passar inte")]
    [InlineData("Det passar dåligt just nu")]
    [InlineData("Not a good time", "en")]
    [InlineData("Sorry, this is a bad time", "en")]
    public void What_does_not_suit_now_is_asked_again_later(string text, string language = "sv")
    {
        var person = Opened(language);
        Assert.Contains("12.30", Assert.Single(person.Says(text)).Text, StringComparison.Ordinal);

        Assert.Equal((InterviewState.Offered, true), (person.Interview.State, person.Interview.IsBlank));
    }

    [Theory]
    [InlineData("Fråga Anna i stället")]
    [InlineData("Fråga Anna")]
    [InlineData("Hör med Anna Ek")]
    [InlineData("Nej, inte jag")]
    [InlineData("Nej, inte jag. Fråga Anna.")]
    [InlineData("Jag är nog fel person, fråga Anna i stället")]
    [InlineData("I’m not the right person", "en")]
    [InlineData("Nej, du får prata med någon annan")]
    [InlineData("Fel person")]
    [InlineData("det är fel person.")]
    [InlineData("Ask Anna Ek instead", "en")]
    [InlineData("You should ask somebody else", "en")]
    [InlineData("wrong person", "en")]
    public void Somebody_else_is_named_in_words_too(string text, string language = "sv")
    {
        var person = Opened(language);
        var told = person.Says(text)[^1].Text;

        Assert.Contains(language == "sv" ? "någon annan" : "someone else", told, StringComparison.Ordinal);
        Assert.Equal((InterviewState.Abandoned, true), (person.Interview.State, person.Interview.IsBlank));
    }

    [Theory]
    [InlineData("Jag har inte tid")]
    [InlineData("Tyvärr har jag inte tid nu")]
    [InlineData("jag har inte tid med det här")]
    [InlineData("Upptagen just nu")]
    [InlineData("I don’t have time", "en")]
    [InlineData("I'm busy", "en")]
    [InlineData("Sorry, I'm too busy right now", "en")]
    public void No_time_at_the_opening_asks_only_why(string text, string language = "sv")
    {
        var person = Opened(language);

        Assert.Equal(Slot.Why, person.Says(text)[^1].Slot);
        Assert.True(person.Interview.IsBlank);
    }

    [Theory]
    [InlineData("Nej det kan jag nog inte")]
    [InlineData("Ja fast helst inte")]
    [InlineData("Nja")]
    [InlineData("Vet inte")]
    [InlineData("…")]
    [InlineData("No, not really", "en")]
    public void A_reply_that_is_neither_yes_nor_no_shows_the_opening_again(string text, string language = "sv")
    {
        var person = Opened(language);

        Assert.Equal(OutgoingKind.Opening, Assert.Single(person.Says(text)).Kind);
        Assert.True(person.Interview.IsBlank);
    }

    [Theory]
    [InlineData("Ja vi har byggt ett bad")]
    [InlineData("Nej, vi har inget bad")]
    [InlineData("Yes we built a pool", "en")]
    [InlineData("Fråga barnen, de vet varför vi byggde det.")]
    [InlineData("Det går en buss i timmen.")]
    [InlineData("Bänkar.")]
    [InlineData("Upptagen mark blir park.")]
    public void A_short_answer_at_the_opening_is_kept(string text, string language = "sv")
    {
        var person = Opened(language);
        person.Says(text);

        Assert.Equal(text, person.Answer(Slot.What));
    }

    [Fact]
    public void The_button_that_is_enough_said_in_words_is_the_button()
    {
        var person = Asked();
        person.Answers("I går satte vi ut 24 nya bänkar längs ån, därför att många äldre inte orkar gå hela vägen till torget.");
        Assert.Equal("Nej, det räcker", Assert.Single(person.Heard[^1].Choices).Label);
        var asked = person.Heard[^1].PromptId;

        var replies = person.Says("Nej, det räcker");
        Assert.Equal((asked, Slot.Who), (replies[0].Settles, replies[^1].Slot));
    }

    [Fact]
    public void Messages_in_a_burst_are_one_answer_and_get_one_reply()
    {
        var person = Asked();
        Assert.Empty(person.Says("I går satte vi ut 24 nya bänkar längs ån vid Bruksgatan."));
        Assert.Empty(person.Says("Redan samma kväll satt det folk på alla."));

        Assert.Equal(Slot.Why, Assert.Single(person.Quiet()).Slot);
        Assert.Equal("I går satte vi ut 24 nya bänkar längs ån vid Bruksgatan.\nRedan samma kväll satt det folk på alla.", person.Answer(Slot.What));
    }

    [Fact]
    public void A_whole_answer_does_not_wait_as_long_as_an_unfinished_one()
    {
        var whole = Asked();
        whole.Says(What);
        Assert.NotEmpty(whole.Waits(TimeSpan.FromSeconds(4)));

        var unfinished = Asked();
        unfinished.Says("Vi har satt ut bänkar");
        Assert.Empty(unfinished.Waits(TimeSpan.FromSeconds(44)));
        Assert.NotEmpty(unfinished.Waits(TimeSpan.FromSeconds(2)));
    }

    [Fact]
    public void Klar_judges_at_once_and_a_klar_too_late_ends_nothing()
    {
        var person = Asked();
        person.Says(What);
        Assert.Equal(Slot.Why, Assert.Single(person.Says("klar")).Slot);

        var late = person.Says("Klar!");
        Assert.Equal(Slot.Why, late[0].Slot);
        Assert.Equal(InterviewState.Open, person.Interview.State);
        Assert.Contains("en gång till", late[^1].Text);

        person.Says("klar");
        Assert.Equal(InterviewState.Finished, person.Interview.State);
    }

    [Fact]
    public void A_why_without_reason_is_followed_up_once_in_the_slot()
    {
        var person = Asked();
        person.Answers(What);

        var followUp = Assert.Single(person.Answers("Vi byter bänkarna i etapper hela våren, först vid ån och sedan uppe vid torget."));
        Assert.Equal(OutgoingKind.FollowUp, followUp.Kind);
        Assert.Equal(FollowUpRule.NoReason, person.Interview.FollowUps[^1].Rule);

        Assert.Equal(Slot.Who, person.Answers("Det bara är så.")[^1].Slot);
        Assert.Contains("Det bara är så.", person.Answer(Slot.Why));
    }

    [Fact]
    public void Det_racker_means_no_follow_up()
    {
        var person = Asked();
        person.Says("Bänkar.");

        Assert.Equal(OutgoingKind.Question, Assert.Single(person.Says("det räcker")).Kind);
    }

    [Fact]
    public void Skipping_leaves_the_slot_and_never_asks_it_again()
    {
        var person = Asked();

        Assert.Equal(Slot.Why, person.Says("hoppa över")[^1].Slot);
        Assert.Equal(AnswerStatus.Declined, person.Interview.AnswerIn(Slot.What).Status);
        Assert.Equal(Slot.Who, person.PressesLabel("Hoppa över")[^1].Slot);
    }

    [Fact]
    public void An_earlier_answer_can_be_changed_and_the_talk_goes_on_where_it_was()
    {
        var person = Asked();
        person.Answers(What);

        Assert.Contains(What, person.Says("ändra vad")[^1].Text);
        var back = person.Answers("Vi satte ut 30 nya bänkar längs ån vid Bruksgatan i går kväll, och folk satte sig direkt.");

        Assert.Equal(Slot.Why, back[^1].Slot);
        Assert.Equal("Vi satte ut 30 nya bänkar längs ån vid Bruksgatan i går kväll, och folk satte sig direkt.", person.Answer(Slot.What));
        Assert.Equal(2, person.Interview.AnswerIn(Slot.What).Revision);
    }

    [Fact]
    public void A_change_after_the_end_makes_the_drafts_anew()
    {
        var person = Finished();
        person.Says("ändra varför");
        var again = person.Answers("Därför att min mormor behövde en bänk, och det gör många andra här också varje dag.");

        Assert.Contains(again, message => message.Drafts.Any(draft => draft.Text.Contains("mormor", StringComparison.Ordinal)));
        Assert.Equal(InterviewState.Finished, person.Interview.State);
    }

    [Fact]
    public void Edit_without_a_slot_asks_which_answer()
    {
        var person = Asked();
        person.Answers(What);
        person.Answers(Why);

        Assert.Equal(["Vad?", "Varför?"], Assert.Single(person.Says("ändra")).Choices.Select(choice => choice.Label));
        Assert.Contains(Why, person.Says("varför")[^1].Text);
    }

    [Fact]
    public void Cancel_asks_first_and_can_be_undone()
    {
        var person = Asked();
        person.Answers(What);

        Assert.NotEmpty(Assert.Single(person.Says("avbryt")).Choices);
        Assert.Equal(InterviewState.Open, person.Interview.State);
        person.Says("ja");
        Assert.Equal(InterviewState.Abandoned, person.Interview.State);

        Assert.Equal(Slot.Why, person.Says("ångra")[^1].Slot);
        Assert.Equal(InterviewState.Open, person.Interview.State);
        Assert.Equal(What, person.Answer(Slot.What));
    }

    [Fact]
    public void A_control_word_inside_a_sentence_is_an_answer()
    {
        var person = Asked();
        const string answer = "Vi hjälper 40 äldre att bli klara med deklarationen på biblioteket varje torsdag, ingen ska behöva hoppa över den.";
        person.Answers(answer);

        Assert.Equal(answer, person.Answer(Slot.What));
    }

    [Theory]
    [InlineData("help", "skip")]
    [InlineData("Hjälp!", "hoppa över")]
    public void Help_explains_and_changes_nothing(string word, string explained)
    {
        var language = word == "help" ? "en" : "sv";
        var person = new Person(language);
        person.Gets(Person.Assignment(language: language));
        person.Says(language == "en" ? "yes" : "ja");
        var before = person.Interview;

        Assert.Contains(explained, Assert.Single(person.Says(word)).Text);
        Assert.Equal(before, person.Interview);
    }

    [Fact]
    public void A_button_nobody_made_changes_nothing_and_is_answered()
    {
        var person = Asked();
        var before = person.Interview;

        Assert.Equal(OutgoingKind.Problem, Assert.Single(person.Presses("drop table")).Kind);
        Assert.Equal(OutgoingKind.Problem, Assert.Single(person.Presses("p99:skip")).Kind);
        Assert.Equal(before, person.Interview);
    }

    [Fact]
    public void A_click_on_an_old_question_changes_nothing_and_repeats_the_open_one()
    {
        var person = Asked();
        var old = person.Heard[^1].Choices[0].Value;
        person.Answers(What);

        var reply = Assert.Single(person.Presses(old));
        Assert.Equal(Slot.Why, reply.Slot);
        Assert.Equal(What, person.Answer(Slot.What));
        Assert.False(person.Interview.Answers.ContainsKey(Slot.Why));
    }

    [Fact]
    public void A_pressed_button_gives_way_to_its_label()
    {
        var person = new Person();
        person.Gets(Person.Assignment());

        var settled = person.PressesLabel("Kör")[0];
        Assert.Equal("p1", settled.Settles);
        Assert.Equal("Kör", settled.Chosen);
        Assert.Empty(settled.Choices);
    }

    [Fact]
    public void A_message_without_text_is_answered_and_changes_nothing()
    {
        var person = Asked();

        Assert.Equal(OutgoingKind.Problem, Assert.Single(person.Says("  \u200b ")).Kind);
        Assert.Empty(person.Interview.Answers);
    }

    [Fact]
    public void A_very_long_message_is_kept_whole_and_said_so()
    {
        var person = Asked();
        var text = string.Concat(Enumerable.Repeat("Vi satte ut 24 bänkar i går. ", 1400)).Trim();

        Assert.Contains("sparad", Assert.Single(person.Says(text)).Text);
        Assert.Equal(text, person.Answer(Slot.What));
    }

    [Fact]
    public void An_edit_in_the_channel_edits_the_answer_and_a_deletion_withdraws_it()
    {
        var person = Asked();
        person.Says("I går satte vi ut 24 nya bänkar.", "first");
        person.Says("Folk satte sig direkt på dem.", "second");

        person.Edits("first", "I går satte vi ut 30 nya bänkar.");
        Assert.Equal("I går satte vi ut 30 nya bänkar.\nFolk satte sig direkt på dem.", person.Answer(Slot.What));
        person.Deletes("second");
        Assert.Equal("I går satte vi ut 30 nya bänkar.", person.Answer(Slot.What));
        Assert.Equal(4, person.Interview.AnswerIn(Slot.What).Revision);
        person.Edits("second", "Folk satte sig direkt på dem.");
        Assert.Equal("I går satte vi ut 30 nya bänkar.\nFolk satte sig direkt på dem.", person.Answer(Slot.What));
    }

    [Fact]
    public void Later_names_the_instant_and_comes_back_with_the_open_question()
    {
        var person = Asked();
        person.Answers(What);

        Assert.Contains("12.30", Assert.Single(person.Says("senare")).Text);
        Assert.Empty(person.Waits(TimeSpan.FromHours(3)));
        Assert.Equal(Slot.Why, Assert.Single(person.Waits(TimeSpan.FromMinutes(40))).Slot);
    }

    [Fact]
    public void Reminders_come_once_each_until_the_person_has_answered()
    {
        var person = new Person();
        var first = person.Now.AddHours(1);
        person.Gets(Person.Assignment() with { RemindAt = [first, first.AddHours(1), first.AddDays(2)] });

        Assert.Equal(OutgoingKind.Reminder, Assert.Single(person.Waits(TimeSpan.FromMinutes(61))).Kind);
        Assert.Equal(OutgoingKind.Reminder, Assert.Single(person.Waits(TimeSpan.FromMinutes(60))).Kind);
        person.PressesLabel("Svara nu");
        foreach (var answer in new[] { What, Why, Who, Challenge, Synthesis, Question })
        {
            person.Answers(answer);
        }

        person.PressesLabel("Ja");
        Assert.Empty(person.Waiting);
        Assert.Empty(person.Waits(TimeSpan.FromDays(3)));
    }

    [Fact]
    public void The_wrong_person_is_one_tap_away_and_is_not_reminded()
    {
        var person = new Person();
        person.Gets(Person.Assignment() with { RemindAt = [person.Now.AddHours(1)] });
        person.PressesLabel("Fel person");

        Assert.Contains(person.Facts, fact => fact is Fact.AssignmentMoved { State: AssignmentState.Declined });
        Assert.Empty(person.Waits(TimeSpan.FromDays(1)));
    }

    [Fact]
    public void A_person_can_start_by_themselves()
    {
        var person = new Person();
        Assert.StartsWith("Hej Mattias!", Assert.Single(person.Says("hej")).Text);

        Assert.Equal(Slot.What, person.Says("jag vill skriva om varför kommunchefen twittrar")[^1].Slot);
        Assert.Equal("Varför kommunchefen twittrar", person.Interview.Assignment.Topic);
        Assert.Contains(person.Facts, fact => fact is Fact.AssignmentOpened);
    }

    [Fact]
    public void A_person_greeted_twice_is_greeted_once()
    {
        var person = new Person();

        Assert.Single(person.Arrives());
        Assert.Empty(person.Arrives());
    }

    [Fact]
    public void The_objection_is_skipped_when_the_person_already_tells_of_criticism()
    {
        var person = Asked();
        person.Answers(What);
        person.Answers(Why);
        var next = person.Answers("Jag har själv fått kritik för bänkarna av tre grannar, och jag har lärt mig att fråga först.");

        Assert.Equal(Slot.Question, next[^1].Slot);
        Assert.Equal(AnswerStatus.Covered, person.Interview.AnswerIn(Slot.Challenge).Status);
    }

    [Fact]
    public void A_struck_sentence_stands_in_no_draft()
    {
        var person = Finished(at: "Nej, ta bort den");
        var struck = Assert.Single(person.Interview.Struck);

        var drafts = person.Heard.SelectMany(message => message.Drafts).ToList();
        Assert.NotEmpty(drafts);
        Assert.All(drafts, draft => Assert.DoesNotContain(struck, draft.Text));
    }

    [Theory]
    [InlineData("Absolut inte!", true)]
    [InlineData("Helst inte", true)]
    [InlineData("Nja, helst inte", true)]
    [InlineData("Verkligen inte.", true)]
    [InlineData("Rather not", true)]
    [InlineData("Absolutely not", true)]
    [InlineData("Not really", true)]
    [InlineData("Please don’t", true)]
    [InlineData("Inte alls", true)]
    [InlineData("👎", true)]
    [InlineData("👎🏽", true)]
    [InlineData("Nope", true)]
    [InlineData("No problem", false)]
    [InlineData("No worries!", false)]
    [InlineData("Nej, inga problem", false)]
    [InlineData("Absolut!", false)]
    public void The_sentence_of_the_headline_test_goes_with_a_no(string text, bool struck)
    {
        var person = Asked();
        foreach (var answer in new[] { What, Why, Who, Challenge, Synthesis, Question })
        {
            person.Answers(answer);
        }

        person.Says(text);
        Assert.Equal((struck, InterviewState.Finished), (!person.Interview.Struck.IsEmpty, person.Interview.State));
    }

    [Fact]
    public void A_quoted_sentence_that_is_shown_can_be_written_anew()
    {
        const string quoted = "Vi säger ”alla ska fram” varje dag, eftersom det är vårt jobb här i kommunen.";
        var person = new Person();
        person.Gets(Person.Assignment() with { Voice = Voice.Quoted, Outlets = ["x"] });
        person.PressesLabel("Kör");
        foreach (var answer in new[] { What, quoted, Who, Challenge, Synthesis, Question })
        {
            person.Answers(answer);
        }

        Assert.Contains("’alla ska fram’", person.Heard[^1].Text);
        person.Answers("skriv: Vi kör överallt, eftersom det är vårt jobb här i kommunen.");
        Assert.Equal("Vi kör överallt, eftersom det är vårt jobb här i kommunen.", person.Answer(Slot.Why));
    }

    [Fact]
    public void The_language_can_be_changed_in_the_middle()
    {
        var person = Asked();

        var reply = Assert.Single(person.Says("english"));
        Assert.Equal("en", reply.Language);
        Assert.Contains("What is it about?", reply.Text);
    }

    [Fact]
    public void The_quick_track_asks_why_and_the_closing_question_only()
    {
        var person = new Person();
        person.Gets(Person.Assignment(track: Track.Quick));

        Assert.Equal(Slot.Why, person.Says("ja")[^1].Slot);
        Assert.Equal(Slot.Question, person.Answers(Why)[^1].Slot);
        Assert.Equal(OutgoingKind.Drafts, person.Answers(Question)[^1].Kind);
    }

    [Fact]
    public void Somebody_without_a_closing_question_is_offered_templates()
    {
        var person = Asked();
        foreach (var answer in new[] { What, Why, Who, Challenge, Synthesis })
        {
            person.Answers(answer);
        }

        Assert.Contains("Vad tycker du?", person.Answers("vet inte")[^1].Choices.Select(choice => choice.Label));
        Assert.Equal(Slot.Headline, person.PressesLabel("Vad tycker du?")[^1].Slot);
        Assert.Equal("Vad tycker du?", person.Answer(Slot.Question));
    }

    [Fact]
    public void A_second_assignment_waits_until_the_first_is_done()
    {
        var person = Asked();
        Assert.Empty(Assert.Single(person.Gets(Person.Assignment("a2"))).Choices);
        foreach (var answer in new[] { What, Why, Who, Challenge, Synthesis, Question })
        {
            person.Answers(answer);
        }

        Assert.Equal(OutgoingKind.Opening, person.PressesLabel("Ja")[^1].Kind);
        Assert.Equal("a2", person.Conversation.Current);
    }

    private static Person Asked()
    {
        var person = new Person();
        person.Gets(Person.Assignment());
        person.PressesLabel("Kör");
        return person;
    }

    private static Person Opened(string language)
    {
        var person = new Person(language);
        person.Gets(Person.Assignment(language: language));
        return person;
    }

    private static Person Finished(string at = "Ja")
    {
        var person = Asked();
        foreach (var answer in new[] { What, Why, Who, Challenge, Synthesis, Question })
        {
            person.Answers(answer);
        }

        person.PressesLabel(at);
        return person;
    }
}
