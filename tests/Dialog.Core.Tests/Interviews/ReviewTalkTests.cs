using System.Collections.Immutable;
using Dialog.Core.Access;
using Dialog.Core.Assignments;
using Dialog.Core.Drafts;
using Dialog.Core.Interviews;
using Dialog.Core.Questions;

namespace Dialog.Core.Tests.Interviews;

public class ReviewTalkTests
{
    private const string Answer = "I går satte jag ut 24 bänkar vid sjön, därför att många äldre inte orkar gå hela vägen. Folk satt på dem samma kväll.";

    private static readonly Actor Anna = new(ReviewRole.Approver, "anna", "Anna Ek");

    [Fact]
    public void The_person_sees_every_draft_with_its_counter_and_how_much_was_used()
    {
        var person = Finished();
        var shown = person.Heard.Last(message => message.Kind == OutgoingKind.Drafts);

        Assert.Equal(["Godkänn alla", "Ändra", "Annat förslag"], shown.Choices.Select(choice => choice.Label).Take(3));
        Assert.Contains("av", shown.Text, StringComparison.Ordinal);
        Assert.Contains("meningar används", shown.Text, StringComparison.Ordinal);
        Assert.All(person.Drafts, draft => Assert.Equal(DraftStatus.InReview, draft.Status));
    }

    [Fact]
    public void Another_cut_is_of_the_draft_it_is_wanted_of_and_the_others_stay()
    {
        var person = Finished();
        var which = person.PressesLabel("Annat förslag")[^1];
        Assert.Equal(["Annonsen", "X", "Webbsidan"], which.Choices.Select(choice => choice.Label));
        var before = person.Drafts.ToDictionary(draft => draft.Id, draft => draft.Draft.Text);

        var replies = person.Presses(which.Choices.Single(choice => choice.Label == "X").Value);
        Assert.Equal("x", Assert.Single(replies.Last(reply => reply.Kind == OutgoingKind.Drafts && reply.Choices.Count > 0).Drafts).Outlet);
        Assert.Contains(replies, reply => reply.Settles == which.PromptId && reply.Chosen == "X");
        Assert.Equal(["a1-x"], person.Drafts.Where(draft => draft.Draft.Text != before[draft.Id]).Select(draft => draft.Id));

        var second = person.Draft("x").Draft.Text;
        person.PressesLabel("Annat förslag");
        Assert.NotEqual(second, person.Draft("x").Draft.Text);
    }

    [Fact]
    public void Another_cut_is_made_while_another_interview_is_under_way()
    {
        var person = Finished();
        var which = person.PressesLabel("Annat förslag")[^1];
        person.Gets(Person.Assignment("a2") with { Topic = "Simhallen" });
        person.Says("ja");
        Assert.Equal("a2", person.Conversation.Current);

        var replies = person.Presses(which.Choices.Single(choice => choice.Label == "X").Value);
        Assert.Equal("x", Assert.Single(replies.Last(reply => reply.Kind == OutgoingKind.Drafts && reply.Choices.Count > 0).Drafts).Outlet);
    }

    [Fact]
    public void Another_cut_is_wished_for_in_words_too()
    {
        var person = Finished();
        var before = person.Drafts.ToDictionary(draft => draft.Id, draft => draft.Draft.Text);
        Assert.Equal(["Annonsen", "X", "Webbsidan"], person.Says("annat förslag.")[^1].Choices.Select(choice => choice.Label));

        person.Says("x");
        Assert.Equal(["a1-x"], person.Drafts.Where(draft => draft.Draft.Text != before[draft.Id]).Select(draft => draft.Id));
        Assert.DoesNotContain(person.Drafts, draft => draft.Draft.Text.Contains("annat förslag", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Ten_drafts_are_asked_about_a_few_at_a_time()
    {
        var person = Finished([.. Outlets.BuiltIn.All.Select(outlet => outlet.Code)]);
        var names = new List<string>();
        var which = person.PressesLabel("Annat förslag")[^1];
        for (; which.Choices.Exists(choice => choice.Label == "Fler"); which = person.PressesLabel("Fler")[^1])
        {
            Assert.InRange(which.Choices.Count, 2, 5);
            names.AddRange(which.Choices.Select(choice => choice.Label).SkipLast(1));
        }

        names.AddRange(which.Choices.Select(choice => choice.Label));
        Assert.Equal(Outlets.BuiltIn.All.Select(outlet => outlet.Name("sv")), names);
    }

    [Fact]
    public void A_warning_that_the_desk_accepted_keeps_its_sentence_out_of_no_later_draft()
    {
        const string Blocked = "Ring mig på 070-174 06 05 om du vill ha en bänk vid din stig.";
        var person = Finished();
        person.Says($"lägg till på vem: {Blocked}");
        Assert.DoesNotContain(Blocked, person.Draft("web").Draft.Text, StringComparison.Ordinal);

        person.Hears(new ReviewOrder("a1-x", ReviewAction.Edit, Actor.Desk) { Text = Blocked });
        person.Hears(new ReviewOrder("a1-x", ReviewAction.AcceptWarnings, Actor.Desk) { Comment = "Numret är hens eget och får tryckas" });
        person.Says("lägg till på vad: Bänkarna är av ek.");

        Assert.Contains(Blocked, person.Draft("web").Draft.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Whoever_corrects_an_answer_is_told_which_text_is_out_already_and_stays()
    {
        const string told = "Det som redan är ute ändras inte av det här: Webbsidan.";
        var person = Finished();
        Assert.DoesNotContain(person.Says("lägg till på vad: Bänkarna är av ek."), reply => reply.Text.Contains("redan är ute", StringComparison.Ordinal));
        person.Hears(Approve(person, "web"));
        person.Hears(new ReviewOrder("a1-web", ReviewAction.Publish, Actor.Desk));

        Assert.Contains(person.Says("lägg till på vad: Eken kom från Djulö."), reply => reply.Text.Contains(told, StringComparison.Ordinal));
        Assert.DoesNotContain("Djulö", person.Draft("web").Draft.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Editors_are_told_that_an_answer_was_changed_behind_a_text_that_is_out()
    {
        var person = Finished();
        person.Says("lägg till på vad: Bänkarna är av ek.");
        person.Hears(Approve(person, "web"));
        person.Hears(new ReviewOrder("a1-web", ReviewAction.Publish, Actor.Desk));
        Assert.Empty(Told(EditorNote.Changed));

        person.Says("lägg till på vad: Eken kom från Djulö.");
        Assert.Single(Told(EditorNote.Changed));

        IEnumerable<Fact> Told(EditorNote note) => person.Facts.OfType<Fact.MailedToReviewers>().Where(mailed => mailed.What is Incoming.EditorTold told && told.What == note);
    }

    [Theory]
    [InlineData("sv", "redan ute")]
    [InlineData("en", "out already")]
    public void What_editors_are_told_of_a_changed_answer_stands_in_both_languages(string language, string told)
    {
        var editor = new Person(language);
        editor.Receives(new Incoming.EditorTold("Mattias Jansson", "Bänkar", EditorNote.Changed) { Key = "t1", At = editor.Now, AssignmentId = "a1" });

        Assert.Contains(told, Assert.Single(editor.Quiet()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_person_sees_the_web_pages_lead_beside_it()
    {
        var person = Finished();
        var shown = person.Heard.Last(message => message.Kind == OutgoingKind.Drafts).Drafts;

        Assert.Equal($"Ingress: {person.Draft("web").Draft.Abstract}", shown.Single(draft => draft.Outlet == "web").Beside[0]);
        Assert.Empty(shown.Single(draft => draft.Outlet == "ad").Beside);
    }

    [Fact]
    public void A_yes_in_chat_is_the_persons_approval_of_exactly_those_texts()
    {
        var person = Finished();
        var replies = person.PressesLabel("Godkänn alla");

        Assert.All(person.Drafts, draft => Assert.True(draft.RespondentApproved()));
        Assert.All(person.Drafts, draft => Assert.Equal(DraftStatus.InReview, draft.Status));
        Assert.Contains(replies, reply => reply.Settles is not null && reply.Chosen == "Godkänn alla");
    }

    [Fact]
    public void A_yes_to_a_text_that_was_changed_meanwhile_shows_the_new_one_instead()
    {
        var person = Finished();
        person.Hears(new ReviewOrder("a1-x", ReviewAction.Edit, Actor.Desk) { Text = "Redaktionens text?" });
        var replies = person.PressesLabel("Godkänn alla");

        Assert.False(person.Draft("x").RespondentApproved());
        Assert.Equal("Redaktionens text?", Assert.Single(replies.Last(reply => reply.Choices.Count > 0).Drafts).Text);
        person.PressesLabel("Godkänn alla");
        Assert.True(person.Draft("x").RespondentApproved());
    }

    [Fact]
    public void The_desks_approval_brings_the_last_look_unless_the_person_has_said_yes_already()
    {
        var person = Finished();
        var look = Assert.Single(person.Hears(Approve(person, "x")));
        Assert.Equal(["Det är bra", "Ändra", "Dra tillbaka"], look.Choices.Select(choice => choice.Label));
        Assert.Equal(person.Draft("x").Draft.Text, Assert.Single(look.Drafts).Text);

        person.PressesLabel("Det är bra");
        Assert.True(person.Draft("x").RespondentApproved());
        Assert.Equal(DraftStatus.Approved, person.Draft("x").Status);

        var other = Finished();
        other.PressesLabel("Godkänn alla");
        Assert.Empty(other.Hears(Approve(other, "x")));
    }

    [Theory]
    [InlineData("Nej", DraftStatus.ChangesRequested, false)]
    [InlineData("nej tack!", DraftStatus.ChangesRequested, false)]
    [InlineData("Absolut inte", DraftStatus.ChangesRequested, false)]
    [InlineData("ändra", DraftStatus.ChangesRequested, false)]
    [InlineData("Dra tillbaka.", DraftStatus.Withdrawn, false)]
    [InlineData("Ja", DraftStatus.Approved, true)]
    [InlineData("Det är bra", DraftStatus.Approved, true)]
    [InlineData("toppen, det ser bra ut!", DraftStatus.Approved, true)]
    [InlineData("Ja, det blir bra", DraftStatus.Approved, true)]
    [InlineData("Hm", DraftStatus.Approved, false)]
    public void A_reply_to_the_last_look_in_words_is_the_button(string words, DraftStatus status, bool approved)
    {
        var person = Finished();
        var look = Assert.Single(person.Hears(Approve(person, "x")));
        var replies = person.Says(words);

        Assert.Equal((status, approved), (person.Draft("x").Status, person.Draft("x").RespondentApproved()));
        Assert.Equal(words != "Hm", replies.Any(reply => reply.Settles == look.PromptId));
    }

    [Theory]
    [InlineData("Nej, det stämmer inte, vi har tolv bussar.", true)]
    [InlineData("Nej! Det där är inte bra.", true)]
    [InlineData("No, that is not what I said.", true)]
    [InlineData("Nej, inget att ändra.", false)]
    [InlineData("Nej det är bra", false)]
    [InlineData("Nej nej, ser fint ut!", false)]
    [InlineData("No, nothing else to change", false)]
    [InlineData("Nejlikorna blommar.", false)]
    public void What_is_wrong_with_the_last_look_stops_the_text_and_goes_along(string words, bool stops)
    {
        var person = Finished();
        person.Hears(Approve(person, "x"));
        person.Says(words);

        Assert.Equal(stops ? DraftStatus.ChangesRequested : DraftStatus.Approved, person.Draft("x").Status);
        Assert.Equal(stops, person.Draft("x").Entries.Exists(step => step.Comment == words));
    }

    [Fact]
    public void An_answer_that_begins_with_no_is_no_objection_to_another_talks_text()
    {
        var person = Finished();
        person.Gets(Person.Assignment("a2") with { Topic = "Simhallen" });
        person.Says("ja");
        person.Hears(Approve(person, "x"));
        person.Says("Nej, det är inte vi som bestämmer priset i simhallen.");

        Assert.Equal(DraftStatus.Approved, person.Draft("x").Status);
    }

    [Theory]
    [InlineData("No", DraftStatus.ChangesRequested, false)]
    [InlineData("Withdraw it", DraftStatus.Withdrawn, false)]
    [InlineData("It’s fine, thanks", DraftStatus.Approved, true)]
    [InlineData("Looks good", DraftStatus.Approved, true)]
    public void A_reply_to_the_last_look_is_read_in_english_too(string words, DraftStatus status, bool approved)
    {
        var person = new Person("en");
        person.Gets(Person.Assignment(language: "en"));
        person.Says("yes");
        person.Answers("Yesterday we put out 24 benches by the lake, because many older people cannot walk all the way.");
        for (var step = 0; person.Interview.State != InterviewState.Finished && step < 12; step++)
        {
            person.Says("skip");
        }

        person.Hears(Approve(person, "x"));
        person.Says(words);
        Assert.Equal((status, approved), (person.Draft("x").Status, person.Draft("x").RespondentApproved()));
    }

    [Fact]
    public void The_last_look_of_another_talk_is_answered_in_words_while_it_is_what_was_shown_last()
    {
        var person = Finished();
        person.Gets(Person.Assignment("a2") with { Topic = "Simhallen" });
        person.Says("ja");
        person.Hears(Approve(person, "x"));
        person.Says("Nej");
        Assert.Equal(DraftStatus.ChangesRequested, person.Draft("x").Status);

        var other = Finished();
        other.Hears(Approve(other, "x"));
        other.Gets(Person.Assignment("a2") with { Topic = "Simhallen" });
        other.Says("Nej");
        Assert.Equal(DraftStatus.Approved, other.Draft("x").Status);
        Assert.Equal(InterviewState.Abandoned, other.Conversation.Interviews.Single(interview => interview.Id == "a2").State);
    }

    [Fact]
    public void An_echo_that_was_left_unanswered_is_not_taken_back_by_a_no_to_the_last_look()
    {
        var person = Finished();
        person.Says("skriv ”bänkarna” i stället för ”dem”");
        person.Hears(Approve(person, "x"));
        var answer = person.Answer(Slot.What);
        person.Says("nej");

        Assert.Equal((answer, DraftStatus.ChangesRequested), (person.Answer(Slot.What), person.Draft("x").Status));
    }

    [Fact]
    public void An_approvers_word_is_the_button_too()
    {
        var person = Finished();
        person.Staff.Add(new Reviewer("anna", "Anna Ek", Editor: false, Approver: true));
        var approver = Reviewer("anna");
        approver.Receives(Asked(person));
        approver.Says("godkänn");

        person.Receives(Assert.IsType<Fact.Mailed>(approver.Facts[^1]).What);
        Assert.All(person.Drafts, draft => Assert.Equal(DraftStatus.Approved, draft.Status));
    }

    [Fact]
    public void The_person_takes_a_text_back_with_one_tap()
    {
        var person = Finished();
        person.Hears(Approve(person, "x"));
        person.PressesLabel("Dra tillbaka");

        Assert.Equal(DraftStatus.Withdrawn, person.Draft("x").Status);
        person.Hears(new ReviewOrder("a1-x", ReviewAction.Publish, Actor.Desk));
        Assert.Equal(Refusal.Withdrawn, person.Refused);
    }

    [Fact]
    public void The_person_writes_the_text_anew_and_it_is_read_again()
    {
        var person = Finished();
        person.Hears(Approve(person, "x"));
        person.PressesLabel("Ändra");
        Assert.Equal(DraftStatus.ChangesRequested, person.Draft("x").Status);
        person.Hears(Approve(person, "x"));
        Assert.Equal(Refusal.RespondentObjects, person.Refused);

        person.Says("Nu finns det 24 bänkar vid sjön. Var vill du sitta?");
        var draft = person.Draft("x");
        Assert.Equal(("Nu finns det 24 bänkar vid sjön. Var vill du sitta?", DraftStatus.InReview, DraftRevisionKind.Respondent), (draft.Draft.Text, draft.Status, draft.Newest.Kind));
        Assert.True(draft.RespondentApproved());
    }

    [Fact]
    public void Cancel_leaves_the_text_as_it_is()
    {
        var person = Finished();
        person.Hears(Approve(person, "x"));
        person.PressesLabel("Ändra");
        var before = person.Draft("x").Draft.Text;
        person.Says("avbryt");
        person.Says("hej");

        Assert.Equal(before, person.Draft("x").Draft.Text);
    }

    [Fact]
    public void A_changed_answer_shows_only_the_drafts_that_changed()
    {
        var person = Finished();
        person.Hears(new ReviewOrder("a1-x", ReviewAction.Spike, Actor.Desk));
        person.Says("ändra varför");
        var again = person.Answers("Därför att min mormor behövde en bänk, och det gör många andra här också varje dag.");

        var shown = again.Last(message => message.Kind == OutgoingKind.Drafts);
        Assert.DoesNotContain(shown.Drafts, draft => draft.Outlet == "x");
        Assert.Equal(person.Drafts.Where(draft => draft.Newest.Number == 2).Select(draft => draft.Draft.Outlet), shown.Drafts.Select(draft => draft.Outlet));
        Assert.Contains(again, message => message.Settles is not null && message.Chosen == "Det finns en nyare version");
    }

    [Fact]
    public void What_was_left_out_can_be_read()
    {
        var person = Finished();
        var shown = person.Heard.Last(message => message.Choices.Count > 0);
        if (!shown.Choices.Exists(choice => choice.Label == "Visa resten"))
        {
            Assert.Fail("Everything was used: choose another answer for this test.");
        }

        var rest = Assert.Single(person.PressesLabel("Visa resten"));
        Assert.Contains("\n", rest.Text, StringComparison.Ordinal);
        Assert.Single(person.PressesLabel("Visa resten"));
    }

    [Fact]
    public void Reviewers_are_asked_when_the_drafts_are_ready_and_again_when_a_text_changes()
    {
        var person = Finished();
        var asked = Assert.IsType<Incoming.ReviewAsked>(Assert.Single(person.Facts.OfType<Fact.MailedToReviewers>()).What);
        Assert.Equal(person.Drafts.Count, asked.Revisions.Count);

        person.Hears(new ReviewOrder("a1-x", ReviewAction.Edit, Actor.Desk) { Text = "Redaktionens text?" });
        var again = Assert.IsType<Incoming.ReviewAsked>(person.Facts.OfType<Fact.MailedToReviewers>().Last().What);
        Assert.Equal(2, again.Revisions["a1-x"]);
    }

    [Fact]
    public void What_stands_about_a_draft_is_in_the_reviewers_language_and_the_draft_says_what_it_is_written_in()
    {
        var reviewer = Reviewer("anna", "en");
        reviewer.Receives(Asked(Finished()));

        var shown = reviewer.Heard[^1];
        Assert.Equal("en", shown.Language);
        Assert.All(shown.Drafts, draft =>
        {
            var outlet = Outlets.BuiltIn.Find(draft.Outlet);
            Assert.Equal((outlet.Name("en"), outlet.UnitName("en"), "sv"), (draft.Name, draft.Unit, draft.Language));
        });
    }

    [Theory]
    [InlineData(5, 21, "02-08 08:00")]
    [InlineData(6, 12, "02-08 08:00")]
    [InlineData(8, 3, "02-08 08:00")]
    [InlineData(8, 19, "02-08 19:00")]
    public void Reviewers_are_asked_in_the_day_for_what_is_in_review_by_then(int day, int hour, string asked)
    {
        var person = new Person();
        person.Waits(new DateTimeOffset(2027, 2, day, hour, 0, 0, TimeSpan.FromHours(1)) - TimeSpan.FromMinutes(30) - person.Now);
        Finish(person);
        person.Hears(new ReviewOrder("a1-x", ReviewAction.Edit, Actor.Desk) { Text = "Redaktionens text?" });
        person.Hears(new ReviewOrder("a1-web", ReviewAction.Approve, Actor.Desk));
        person.Waits(TimeSpan.FromDays(4));

        var (at, noted) = person.Notes.Last(note => note.Noted is Fact.MailedToReviewers { What: Incoming.ReviewAsked });
        Assert.Equal(asked[..5], at.ToString("MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        Assert.True(at.Hour is >= 8 and < 20, $"{at}");
        if (at.Hour == 8)
        {
            var request = Assert.IsType<Incoming.ReviewAsked>(Assert.Single(person.Facts.OfType<Fact.MailedToReviewers>(), mailed => mailed.What is Incoming.ReviewAsked).What);
            Assert.Equal((2, false), (request.Revisions["a1-x"], request.Revisions.ContainsKey("a1-web")));
        }
    }

    [Fact]
    public void Drafts_that_were_decided_about_in_the_night_are_asked_about_no_more()
    {
        var person = new Person();
        person.Waits(TimeSpan.FromHours(13));
        Finish(person);
        foreach (var draft in person.Drafts.ToList())
        {
            person.Hears(new ReviewOrder(draft.Id, ReviewAction.Approve, Actor.Desk));
        }

        person.Waits(TimeSpan.FromDays(4));
        Assert.DoesNotContain(person.Facts, fact => fact is Fact.MailedToReviewers { What: Incoming.ReviewAsked });
    }

    [Fact]
    public void An_approvers_click_goes_to_the_respondents_conversation_and_settles_for_all()
    {
        var person = Finished();
        person.Staff.Add(new Reviewer("anna", "Anna Ek", Editor: false, Approver: true));
        var approver = Reviewer("anna");
        approver.Receives(Asked(person));
        Assert.Equal(["Godkänn", "Be om ändring"], approver.Heard[^1].Choices.Select(choice => choice.Label));

        approver.PressesLabel("Godkänn");
        var order = Assert.IsType<Fact.Mailed>(approver.Facts[^1]);
        Assert.Equal("mattias", order.PersonId);
        person.Receives(order.What);
        Assert.All(person.Drafts, draft => Assert.Equal(DraftStatus.Approved, draft.Status));

        var outcome = person.Facts.OfType<Fact.MailedToReviewers>().Last().What;
        var settled = Assert.Single(approver.Receives(outcome));
        Assert.Equal("Godkänt av Anna Ek", settled.Chosen);
        Assert.NotNull(settled.Settles);
    }

    [Fact]
    public void A_change_is_asked_for_with_a_reason_in_the_next_message()
    {
        var person = Finished();
        person.Staff.Add(new Reviewer("anna", "Anna Ek", Editor: false, Approver: true));
        var approver = Reviewer("anna");
        approver.Receives(Asked(person));
        approver.PressesLabel("Be om ändring");
        approver.Says("Det var 25 bänkar.");

        person.Receives(Assert.IsType<Fact.Mailed>(approver.Facts[^1]).What);
        Assert.All(person.Drafts, draft => Assert.Equal((DraftStatus.ChangesRequested, "Det var 25 bänkar."), (draft.Status, draft.Entries[^1].Comment)));
        var settled = Assert.Single(approver.Receives(person.Facts.OfType<Fact.MailedToReviewers>().Last().What));
        Assert.Equal("Ändring begärd av Anna Ek: Det var 25 bänkar.", settled.Chosen);
    }

    [Fact]
    public void A_click_on_a_text_that_was_changed_is_answered_kindly()
    {
        var person = Finished();
        person.Staff.Add(new Reviewer("anna", "Anna Ek", Editor: false, Approver: true));
        person.Receives(new Incoming.Reviewed("a1", [new ReviewOrder("a1-x", ReviewAction.Approve, Anna) { IfRevision = 7 }]) { Key = "", At = person.Now });

        var refused = Assert.IsType<Fact.Mailed>(person.Facts[^1]);
        var told = Assert.Single(Reviewer("anna").Receives(refused.What));
        Assert.Contains("ändrats sedan du läste den", told.Text, StringComparison.Ordinal);
        Assert.Null(person.Refused);
    }

    [Fact]
    public void Somebody_who_is_no_approver_approves_nothing_whatever_they_claim()
    {
        var person = Finished();
        person.Staff.Add(new Reviewer("anna", "Anna Ek", Editor: false, Approver: true));
        person.Receives(new Incoming.Reviewed("a1", [new ReviewOrder("a1-x", ReviewAction.Approve, new Actor(ReviewRole.Approver, "stranger"))]) { Key = "", At = person.Now });

        Assert.Equal(DraftStatus.InReview, person.Draft("x").Status);
    }

    [Fact]
    public void Publication_is_told_and_the_last_one_completes_the_assignment()
    {
        var person = Finished();
        foreach (var outlet in (string[])["ad", "web", "x"])
        {
            person.Hears(Approve(person, outlet));
            var told = person.Hears(new ReviewOrder($"a1-{outlet}", ReviewAction.Publish, Actor.Desk) { Url = "https://example.com/1" });
            Assert.Contains("https://example.com/1", Assert.Single(told).Text, StringComparison.Ordinal);
        }

        Assert.Equal(AssignmentState.Completed, person.Facts.OfType<Fact.AssignmentMoved>().Last().State);
    }

    [Fact]
    public void A_readers_reaction_is_put_to_the_person_and_the_answer_is_kept()
    {
        var person = Finished();
        var asked = Assert.Single(person.Receives(new Incoming.Reacted("a1", new Reaction("r1", "Bänkarna står för långt från vägen.", "Facebook", null)) { Key = "", At = person.Now }));
        Assert.Contains("”Bänkarna står för långt från vägen.”", asked.Text, StringComparison.Ordinal);
        Assert.Equal(Slot.Synthesis, asked.Slot);

        person.Answers("Det har jag tänkt på, så nu flyttar vi fyra av dem närmare vägen.");
        Assert.Contains("närmare vägen", person.Answer(Slot.Synthesis), StringComparison.Ordinal);
        Assert.Equal(InterviewState.Finished, person.Interview.State);
    }

    [Fact]
    public void A_reaction_waits_while_another_talk_is_going_on()
    {
        var person = Finished();
        person.Gets(Person.Assignment("a2"));
        Assert.Empty(person.Receives(new Incoming.Reacted("a1", new Reaction("r1", "Bra!", null, null)) { Key = "", At = person.Now }));

        var asked = person.Says("nej tack");
        Assert.Contains(asked, message => message.Text.Contains("”Bra!”", StringComparison.Ordinal));
    }

    [Fact]
    public void A_refused_order_leaves_nothing_behind()
    {
        var person = Finished();
        var before = person.Conversation;
        Assert.Empty(person.Hears(new ReviewOrder("a1-x", ReviewAction.Publish, Actor.Desk)));

        Assert.Equal(Refusal.NotApproved, person.Refused);
        Assert.Same(before, person.Conversation);
    }

    private static ReviewOrder Approve(Person person, string outlet) => new($"a1-{outlet}", ReviewAction.Approve, Actor.Desk) { IfRevision = person.Draft(outlet).Newest.Number };

    private static Incoming.ReviewAsked Asked(Person person) => (Incoming.ReviewAsked)person.Facts.OfType<Fact.MailedToReviewers>().Last().What;

    private static Person Reviewer(string id, string language = "sv")
    {
        var reviewer = new Person(language);
        reviewer.Becomes(id);
        return reviewer;
    }

    private static Person Finished(ImmutableList<string>? outlets = null) => Finish(new Person(), outlets);

    private static Person Finish(Person person, ImmutableList<string>? outlets = null)
    {
        var assignment = Person.Assignment();
        person.Gets(assignment with { Outlets = outlets ?? assignment.Outlets });
        person.Says("ja");
        person.Answers(Answer);
        person.Answers("Därför att alla ska orka gå ner till sjön, även de som behöver vila på vägen dit. Det tog lång tid att få pengar till dem. Vi frågade hundra personer var de ville sitta.");
        person.Answers("Jag och Samira på parkenheten bar ut dem, och vi pratade med alla som gick förbi.");
        for (var step = 0; person.Interview.State != InterviewState.Finished && step < 12; step++)
        {
            person.Says("hoppa över");
        }

        return person;
    }
}
