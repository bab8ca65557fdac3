using System.Globalization;
using CsCheck;
using Dialog.Core.Access;
using Dialog.Core.Assignments;
using Dialog.Core.Calendars;
using Dialog.Core.Drafts;
using Dialog.Core.Interviews;
using Dialog.Core.People;
using Dialog.Core.Questions;

namespace Dialog.Core.Tests.Interviews;

/// <summary>The plan in the life of an assignment. Day in print Thursday 29 April 2027: nudges 16, 20 and 21 April, answers in 22 April 12.00.</summary>
public class RemindingTests
{
    private const string Stockholm = "Europe/Stockholm";

    private static readonly DateOnly Print = new(2027, 4, 29);

    [Fact]
    public void The_three_nudges_and_the_editors_note_come_when_the_plan_says()
    {
        var person = Asked();
        person.Waits(TimeSpan.FromDays(20));

        Assert.Equal(
            ["04-13 09:00 Opening Kör Senare Fel person", "04-16 09:10 Reminder Svara nu I morgon Hoppa över", "04-20 09:10 Reminder Svara nu I morgon På måndag Hoppa över", "04-21 09:10 Reminder Svara nu I morgon På måndag Hoppa över"],
            person.Log.Select(line => $"{Local(line.At)} {line.Said.Kind} {string.Join(' ', line.Said.Choices.Select(choice => choice.Label))}"));
        Assert.Contains("senast torsdag 22 april 12.00", person.Heard[^2].Text);
        Assert.StartsWith("Sista puffen", person.Heard[^1].Text);
        var (at, told) = Assert.Single(Told(person));
        Assert.Equal(("04-21 13:00", EditorNote.NoAnswer), (Local(at), told.What));
        Assert.Equal("04-23 12:00", Local(told.Deadline!.Value));
    }

    [Fact]
    public void An_order_that_is_changed_is_told_and_planned_anew()
    {
        var person = Asked();
        Assert.Empty(person.GetsChange(new OrderChange { Topic = "Varför cyklar vi?", PublishOn = new DateOnly(2027, 5, 6) }));
        var told = person.Quiet();

        Assert.Equal("Redaktionen har ändrat frågan. Den är nu ”Varför cyklar vi?”. Svaret behövs senast torsdag 29 april 12.00.", Assert.Single(told).Text);
        Assert.Equal(["Escalation 04-28 13:00", "LastCall 04-28 09:10", "Nudge 04-23 09:10", "SecondNudge 04-27 09:10"], person.Waiting.Select(due => $"{due.Name.Split('/')[^1]} {Local(due.At)}").Order());
        Assert.Empty(person.GetsChange(new OrderChange { Outlets = ["x"] }));
        Assert.Contains("cyklar", Assert.Single(person.Waits(TimeSpan.FromDays(11))).Text);
    }

    [Fact]
    public void Three_moves_are_one_message_and_a_move_that_is_taken_back_is_none()
    {
        var person = Asked();
        person.GetsChange(new OrderChange { PublishOn = new DateOnly(2027, 5, 6) });
        person.Waits(TimeSpan.FromSeconds(30));
        person.GetsChange(new OrderChange { PublishOn = new DateOnly(2027, 5, 20) });
        person.Waits(TimeSpan.FromSeconds(30));
        person.GetsChange(new OrderChange { PublishOn = new DateOnly(2027, 5, 13) });

        Assert.Contains("senast tisdag 4 maj 12.00", Assert.Single(person.Quiet()).Text);
        person.GetsChange(new OrderChange { PublishOn = Print });
        person.GetsChange(new OrderChange { PublishOn = new DateOnly(2027, 5, 13) });
        Assert.Empty(person.Quiet());
        Assert.Contains("senast torsdag 22 april 12.00", Assert.Single(Changed(person, new OrderChange { PublishOn = Print })).Text);
    }

    [Fact]
    public void What_is_answered_is_moved_with_its_dates_and_the_person_hears_once_of_the_day_in_print()
    {
        var person = Answered();
        person.GetsChange(new OrderChange { PublishOn = new DateOnly(2027, 5, 6) });
        Assert.Equal(
            "Redaktionen har flyttat annonsen: ”Varför twittrar kommunchefen?” trycks torsdag 13 maj. Du behöver inte göra något.",
            Assert.Single(Changed(person, new OrderChange { PublishOn = new DateOnly(2027, 5, 13) })).Text);
        Assert.Equal("05-05 12:00", Local(person.Facts.OfType<Fact.Planned>().Last().Plan!.At(PlanStep.CopyDeadline)!.Value));
        Assert.Empty(Changed(person, new OrderChange { CopyDeadline = At(27, 12, 0) }));
        Assert.Empty(person.Waits(TimeSpan.FromDays(60)));
        Assert.Empty(Told(person));
    }

    [Fact]
    public void The_day_in_print_of_what_is_answered_is_told_in_the_persons_hours_and_not_when_it_is_what_they_know()
    {
        var person = Answered();
        person.Waits(At(13, 22, 0) - person.Now);
        Assert.Empty(Changed(person, new OrderChange { PublishOn = new DateOnly(2027, 5, 6) }));
        person.Waits(At(14, 12, 0) - person.Now);
        Assert.Equal("04-14 08:00", Local(person.Log[^1].At));

        person.GetsChange(new OrderChange { PublishOn = Print });
        Assert.Empty(Changed(person, new OrderChange { PublishOn = new DateOnly(2027, 5, 6) }));
    }

    [Fact]
    public void Of_what_is_answered_only_dates_change_and_of_what_is_laid_aside_nothing()
    {
        var person = Answered();
        person.GetsChange(new OrderChange { Topic = "Varför cyklar vi?", PublishOn = new DateOnly(2027, 5, 6) });
        Assert.Equal((Refusal.NothingToDo, Print), (person.Refused, person.Interview.Assignment.PublishOn));

        foreach (var draft in person.Drafts.ToList())
        {
            person.Hears(new ReviewOrder(draft.Id, ReviewAction.Spike, Actor.Desk));
        }

        person.GetsChange(new OrderChange { PublishOn = new DateOnly(2027, 5, 6) });
        Assert.Equal((Refusal.NothingToDo, Print), (person.Refused, person.Interview.Assignment.PublishOn));
    }

    [Fact]
    public void What_is_changed_in_the_night_is_told_in_the_morning_unless_that_is_too_late_or_the_person_is_answering()
    {
        var person = Asked();
        person.Waits(At(13, 22, 0) - person.Now);
        Assert.Empty(Changed(person, new OrderChange { Topic = "Varför cyklar vi?" }));
        person.Waits(At(14, 12, 0) - person.Now);
        Assert.Equal(("04-14 08:00", "Redaktionen har ändrat frågan."), (Local(person.Log[^1].At), person.Heard[^1].Text[..30]));

        person.Waits(At(22, 22, 0) - person.Now);
        Assert.Single(Changed(person, new OrderChange { Topic = "Varför går vi?", CopyDeadline = At(23, 7, 0) }));

        var answering = Asked();
        answering.Waits(At(13, 22, 0) - answering.Now);
        answering.Says("kör");
        Assert.Single(Changed(answering, new OrderChange { Topic = "Varför cyklar vi?" }));
    }

    [Fact]
    public void An_ad_that_is_moved_after_the_editor_was_told_is_told_again_and_nobody_is_nagged_once_more()
    {
        var person = Asked();
        person.Waits(At(21, 15, 0) - person.Now);
        person.GetsChange(new OrderChange { PublishOn = new DateOnly(2027, 5, 27) });
        person.Waits(TimeSpan.FromDays(40));

        Assert.Equal(["04-21 13:00", "05-19 13:00"], Told(person).Select(told => Local(told.At)));
        Assert.Equal(3, person.Heard.Count(message => message.Kind == OutgoingKind.Reminder));
    }

    [Fact]
    public void What_is_asked_again_after_a_no_is_told_when_time_runs_out_again()
    {
        var person = Asked();
        person.Waits(At(21, 15, 0) - person.Now);
        person.Says("nej");
        person.Receives(new Incoming.Reopened("a1") { Key = "", At = default });
        person.Waits(TimeSpan.FromDays(20));

        Assert.Equal(["04-21 13:00", "04-22 12:00"], Told(person).Where(told => told.What.What == EditorNote.NoAnswer).Select(told => Local(told.At)));
    }

    [Fact]
    public void What_is_asked_again_when_the_answers_should_be_in_is_reminded_of_once_and_told_before_the_text_leaves()
    {
        var person = Asked();
        person.Waits(At(14, 9, 0) - person.Now);
        person.Says("nej");
        person.Waits(At(22, 13, 0) - person.Now);
        person.Receives(new Incoming.Reopened("a1") { Key = "", At = default });
        person.Waits(TimeSpan.FromDays(20));

        Assert.Equal(["04-22 13:00 Opening", "04-23 09:10 Reminder"], Came(person).TakeLast(2));
        Assert.StartsWith("Sista puffen", person.Heard[^1].Text);
        Assert.Equal((EditorNote.NoAnswer, "04-23 11:10"), (Told(person).Last().What.What, Local(Told(person).Last().At)));
    }

    [Fact]
    public void An_ad_that_moves_to_where_the_answers_should_be_in_has_until_its_copy_deadline()
    {
        var person = Asked(new DateOnly(2027, 5, 27));
        person.Waits(At(22, 13, 0) - person.Now);

        Assert.Contains("senast fredag 23 april 12.00", Assert.Single(Changed(person, new OrderChange { PublishOn = Print })).Text);
        person.Waits(TimeSpan.FromDays(20));
        Assert.Equal(["04-13 09:00 Opening", "04-23 09:10 Reminder"], Came(person));
        Assert.Equal("04-23 11:10", Local(Assert.Single(Told(person)).At));
    }

    [Fact]
    public void What_was_begun_is_told_too_when_the_ad_moves_to_where_the_answers_should_be_in()
    {
        var person = Asked(new DateOnly(2027, 5, 27));
        person.PressesLabel("Kör");
        person.Says("Vi flyttar återvinningen till torget eftersom många bad om det i fjol.");
        person.Waits(At(22, 13, 0) - person.Now);
        person.GetsChange(new OrderChange { PublishOn = Print });
        person.Waits(TimeSpan.FromDays(20));

        Assert.Equal((EditorNote.Unfinished, "04-23 12:00"), (Assert.Single(Told(person)).What.What, Local(Assert.Single(Told(person)).At)));
    }

    [Fact]
    public void A_day_that_has_passed_is_not_named_as_one_to_come()
    {
        var person = Asked(new DateOnly(2027, 5, 27));
        person.Waits(At(26, 9, 0) - person.Now);

        Assert.Empty(Changed(person, new OrderChange { PublishOn = Print, CopyDeadline = At(23, 12, 0) }));
        Assert.Equal("Redaktionen har ändrat frågan. Den är nu ”Varför cyklar vi?”.", Assert.Single(Changed(person, new OrderChange { Topic = "Varför cyklar vi?" })).Text);
        Assert.Contains("manusstopp var fredag 23 april 12.00", Assert.Single(person.Says("på fredag")).Text);

        person.At(WallClock.At(Print.AddDays(1), new TimeOnly(9, 0), Stockholm));
        Assert.DoesNotContain("annonsen den", Assert.Single(person.Says("vad gäller saken?")).Text);
    }

    [Fact]
    public void A_question_asked_when_the_reckoned_copy_deadline_has_passed_has_until_the_day_before_print_and_is_not_left_in_silence()
    {
        var person = new Person(Context(Stockholm), At(26, 9, 0));
        person.Gets(Assignment("a1"));
        person.Waits(TimeSpan.FromDays(20));

        Assert.Equal(["04-26 09:00 Opening", "04-28 09:10 Reminder"], Came(person));
        Assert.Contains("senast onsdag 28 april 12.00", person.Heard[^1].Text);
        Assert.Equal("04-28 11:10", Local(Assert.Single(Told(person)).At));
    }

    [Fact]
    public void A_question_that_has_gone_to_print_without_an_answer_does_not_stand_beside_the_next_months()
    {
        var person = Asked();
        person.Waits(At(30, 9, 0) - person.Now);
        person.Gets(Assignment("a2") with { Topic = "Varför cyklar vi?", PublishOn = new DateOnly(2027, 5, 27), Track = Track.Quick });

        person.Says("kör");
        Assert.Equal(("a2", InterviewState.Open), (person.Interview.Id, person.Interview.State));
        person.Answers("Vi flyttar återvinningen till torget eftersom många bad om det i fjol.");
        person.Answers("Vad tycker du?");
        Assert.Equal(InterviewState.Finished, person.Interview.State);
        Assert.DoesNotContain(person.Heard.TakeLast(2), message => message.Text.Contains("twittrar", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(23, 14)]
    [InlineData(30, 9)]
    public void A_question_whose_day_comes_when_the_text_has_left_is_not_asked_and_the_editor_hears_of_it(int day, int hour)
    {
        var person = new Person(Context(Stockholm), At(1, 10, 0));
        person.Gets(Assignment("a1") with { AsPlanned = true, DeputyId = "eva" });
        person.WakesUp(At(day, hour, 0));

        Assert.Empty(person.Waits(TimeSpan.FromDays(5)));
        Assert.Single(Told(person));
        person.GetsChange(new OrderChange { PublishOn = new DateOnly(2027, 5, 27) });
        Assert.Equal(OutgoingKind.Opening, person.Waits(TimeSpan.FromDays(15))[0].Kind);
    }

    [Fact]
    public void A_wish_for_later_than_the_ad_that_moved_is_over_and_the_reminders_are_back()
    {
        var person = Asked();
        person.Says("den 20");
        person.GetsChange(new OrderChange { PublishOn = new DateOnly(2027, 4, 26) });
        person.Waits(TimeSpan.FromDays(20));

        Assert.Equal(["04-13 09:00 Opening", "04-15 09:10 Reminder", "04-16 09:10 Reminder"], Came(person));
        Assert.Equal("04-16 13:00", Local(Assert.Single(Told(person)).At));
    }

    [Fact]
    public void The_editors_hear_once_that_somebody_puts_it_off_too_long()
    {
        var person = Asked();
        person.Says("den 23");
        person.Says("nästa månad");

        Assert.Equal(EditorNote.PutOff, Assert.Single(Told(person)).What.What);
    }

    [Fact]
    public void An_hour_that_was_proposed_and_has_passed_is_now()
    {
        var person = Asked();
        person.Waits(At(21, 16, 45) - person.Now);
        var proposed = Assert.Single(person.Says("den 23")).Choices[0];
        Assert.Equal("Fråga torsdag 9.00", proposed.Label);
        person.At(At(22, 10, 0));

        Assert.DoesNotContain(person.Presses(proposed.Value), message => message.Text.Contains("hör av mig", StringComparison.Ordinal));
        Assert.Equal(InterviewState.Open, person.Interview.State);
    }

    [Theory]
    [InlineData("nej", EditorNote.Without)]
    [InlineData("fel person", EditorNote.WrongPerson)]
    public void A_no_is_told_to_whoever_asked_as_the_person_was_promised(string no, EditorNote told)
    {
        var person = Asked();
        Assert.Contains(person.Says(no), message => message.Text.Contains("Jag hälsar redaktionen", StringComparison.Ordinal));

        Assert.Equal(told, Assert.Single(Told(person)).What.What);
    }

    [Fact]
    public void A_no_to_what_the_person_began_themselves_is_told_to_nobody()
    {
        var person = new Person(Context(Stockholm), At(13, 9, 0));
        person.Says("jag vill skriva om torget");
        person.Says("avbryt");
        person.Says("avbryt");

        Assert.Equal(InterviewState.Abandoned, person.Interview.State);
        Assert.Empty(Told(person));
    }

    [Theory]
    [InlineData(13, 22, "04-14 08:00")]
    [InlineData(13, 19, "04-13 19:00")]
    [InlineData(17, 12, "04-19 08:00")]
    [InlineData(22, 23, "04-23 08:00")]
    public void What_can_wait_until_the_morning_is_told_to_the_editors_then(int day, int hour, string told)
    {
        var person = Asked();
        person.Waits(At(day, hour, 0) - person.Now);
        person.Says("nej");
        person.Waits(TimeSpan.FromDays(4));

        Assert.Equal(told, Local(Told(person).Last().At));
        Assert.Equal(EditorNote.Without, Told(person).Last().What.What);
    }

    [Fact]
    public void What_no_longer_holds_in_the_morning_is_not_told()
    {
        var person = Asked();
        person.Waits(At(13, 22, 0) - person.Now);
        person.Says("borta till den 25 april");
        person.Waits(TimeSpan.FromMinutes(5));
        person.Says("jag är tillbaka");
        person.Says("nej");
        person.Says("ångra");
        person.Says("den 23");
        person.Says("ja");
        person.Waits(At(14, 12, 0) - person.Now);

        Assert.Equal(InterviewState.Open, person.Interview.State);
        Assert.Empty(Told(person));
    }

    [Fact]
    public void After_a_stop_over_the_editors_instant_a_changed_order_does_not_silence_it()
    {
        var person = Asked();
        person.Waits(At(21, 12, 0) - person.Now);
        person.At(At(21, 14, 0));
        person.GetsChange(new OrderChange { Outlets = ["x"] });
        person.Waits(TimeSpan.FromDays(20));

        Assert.Equal(EditorNote.NoAnswer, Assert.Single(Told(person)).What.What);
    }

    [Fact]
    public void An_order_is_not_changed_when_the_answer_is_no()
    {
        var person = Asked();
        person.Says("nej");
        person.GetsChange(new OrderChange { Topic = "Varför cyklar vi?" });

        Assert.Equal(Refusal.NothingToDo, person.Refused);
    }

    [Fact]
    public void What_another_editor_changed_meanwhile_is_not_overwritten()
    {
        var person = Asked();
        var seen = OrderSeen.Of(person.Interview.Assignment);
        person.GetsChange(new OrderChange { Topic = "Varför cyklar vi?" }, seen: seen);
        person.GetsChange(new OrderChange { Topic = "Varför går vi?" }, seen: seen);

        Assert.Equal((Refusal.Stale, "Varför cyklar vi?"), (person.Refused, person.Interview.Assignment.Topic));
        person.GetsChange(new OrderChange { Topic = "Varför cyklar vi?", PublishOn = new DateOnly(2027, 5, 6) }, seen: seen);
        Assert.Equal((null, "Varför cyklar vi?", new DateOnly(2027, 5, 6)), (person.Refused, person.Interview.Assignment.Topic, person.Interview.Assignment.PublishOn));
        person.GetsChange(new OrderChange { Topic = "Varför går vi?" }, seen: OrderSeen.Of(person.Interview.Assignment));
        Assert.Equal((null, "Varför går vi?"), (person.Refused, person.Interview.Assignment.Topic));
    }

    [Fact]
    public void What_is_emptied_is_gone_but_there_is_always_a_date_to_plan_back_from()
    {
        var person = Asked();
        person.GetsChange(new OrderChange { Brief = "Kort, tack.", CopyDeadline = new DateTimeOffset(2027, 4, 26, 12, 0, 0, TimeSpan.FromHours(2)) });
        person.GetsChange(new OrderChange { Without = [OrderField.Brief, OrderField.PublishOn] });

        Assert.Equal((null, null, null), (person.Refused, person.Interview.Assignment.Brief, person.Interview.Assignment.PublishOn));
        person.GetsChange(new OrderChange { Without = [OrderField.CopyDeadline] });
        Assert.Equal(Refusal.DateMissing, person.Refused);
        Assert.NotNull(person.Interview.Assignment.CopyDeadline);
    }

    [Fact]
    public void The_plan_is_written_down_before_anything_comes()
    {
        var plan = Asked().Facts.OfType<Fact.Planned>().Last().Plan!;
        Assert.Equal(["Question", "Nudge", "SecondNudge", "LastCall", "Escalation", "AnswersIn", "CopyDeadline", "Proof", "Publication"], plan.Steps.Select(step => step.Step.ToString()));
    }

    [Fact]
    public void A_yes_cancels_the_nudges_and_leaves_one_reminder_of_what_was_begun()
    {
        var person = Asked();
        person.PressesLabel("Kör");

        Assert.Equal(["AnswersIn 04-22 12:00", "Unfinished 04-14 09:10"], person.Waiting.Select(due => $"{due.Name.Split('/')[^1]} {Local(due.At)}").Order());
        person.Waits(TimeSpan.FromDays(20));
        Assert.Single(person.Heard, message => message.Kind == OutgoingKind.Reminder);
        Assert.StartsWith("Tack för det du skrev", person.Heard[^1].Text);
        Assert.Equal(EditorNote.NoAnswer, Assert.Single(Told(person)).What.What);
    }

    [Fact]
    public void A_finished_talk_leaves_nothing_to_come()
    {
        var person = new Person(Context(Stockholm), At(13, 9, 0));
        person.Gets(Assignment("a1") with { Track = Track.Quick });
        person.PressesLabel("Kör");
        person.Answers("Vi flyttar återvinningen till torget eftersom många bad om det i fjol.");
        person.Answers("Vad tycker du?");

        Assert.Equal(InterviewState.Finished, person.Interview.State);
        Assert.DoesNotContain(person.Waiting, due => due.Name != Due.Quiet);
    }

    [Fact]
    public void A_no_leaves_nothing_to_come()
    {
        var person = Asked();
        person.PressesLabel("Fel person");

        Assert.Empty(person.Waiting);
        Assert.Empty(person.Waits(TimeSpan.FromDays(20)));
        Assert.Equal(EditorNote.WrongPerson, Assert.Single(Told(person)).What.What);
    }

    [Theory]
    [InlineData("Fel person", "Escalation LastCall Nudge SecondNudge")]
    [InlineData("Kör", "AnswersIn Unfinished")]
    public void A_no_that_is_taken_back_leaves_what_was_to_come(string first, string waits)
    {
        var person = Asked();
        person.PressesLabel(first);
        if (first == "Kör")
        {
            person.Says("avbryt");
            person.Says("ja");
        }

        Assert.Empty(person.Waiting);
        person.Says("ångra");

        Assert.Equal(waits, string.Join(' ', person.Waiting.Select(due => due.Name.Split('/')[^1]).Order()));
    }

    [Fact]
    public void On_the_day_of_the_persons_own_wish_and_before_it_nothing_else_comes()
    {
        var person = Asked();
        Assert.Contains("tisdag 20 april 9.00", Assert.Single(person.Says("den 20")).Text);
        person.Waits(TimeSpan.FromDays(20));

        Assert.Equal(["04-20 09:00 Opening", "04-21 09:10 Reminder"], person.Log.Skip(2).Select(line => $"{Local(line.At)} {line.Said.Kind}"));
    }

    [Fact]
    public void Past_the_deadline_is_not_put_off_without_saying_so()
    {
        var person = Asked();
        Assert.Contains("hinner vi inte", Assert.Single(person.Says("den 23")).Text);
        Assert.Contains(Told(person), told => told.What.What == EditorNote.PutOff);
    }

    [Fact]
    public void Nobody_is_reminded_within_an_hour_of_doing_something()
    {
        var person = Asked();
        person.Waits(At(16, 9, 0) - person.Now);
        person.Says("hjälp");
        person.Waits(TimeSpan.FromHours(2));

        Assert.Equal("04-16 10:00 Reminder", $"{Local(person.Log[^1].At)} {person.Log[^1].Said.Kind}");
    }

    [Fact]
    public void A_reminder_that_would_come_too_late_after_the_respite_is_left_out()
    {
        var person = Asked();
        person.Waits(At(16, 16, 59) - person.Now);
        var moved = Person.Assignment("b") with { RemindAt = [At(16, 17, 5)], Due = At(16, 18, 0) };
        person.Gets(moved);
        person.Says("hjälp");

        Assert.DoesNotContain(person.Waits(TimeSpan.FromHours(12)), message => message.Kind == OutgoingKind.Reminder);
    }

    [Theory]
    [InlineData("sluta påminna mig", "påminn mig igen")]
    [InlineData("stop reminding me", "remind me again")]
    public void Stop_reminding_me_holds_also_for_the_next_question(string stop, string again)
    {
        var person = Asked();
        person.Says(stop);
        person.Gets(Assignment("b"));
        person.Waits(TimeSpan.FromDays(4));
        Assert.DoesNotContain(person.Heard, message => message.Kind == OutgoingKind.Reminder);
        Assert.True(person.Facts.OfType<Fact.Planned>().Last().Plan!.Unreminded);

        person.Says(again);
        person.Waits(TimeSpan.FromDays(20));
        Assert.Equal(2, person.Heard.Count(message => message.Kind == OutgoingKind.Reminder));
        Assert.Equal(2, Told(person).Count());
    }

    [Fact]
    public void Two_assignments_due_the_same_day_are_one_message_with_a_button_each()
    {
        var person = Asked();
        person.Gets(Assignment("b") with { Topic = "Varför byggs simhallen om?" });
        person.Waits(At(16, 12, 0) - person.Now);

        var digest = Assert.Single(person.Heard, message => message.Kind == OutgoingKind.Reminder);
        Assert.Contains("2 frågor", digest.Text);
        Assert.Equal(["Varför twittrar kommunchefen?", "Varför byggs simhallen om?"], digest.Choices.Select(choice => choice.Label));
        person.PressesLabel("Varför byggs simhallen om?");
        Assert.Equal("b", person.Conversation.Current);
        Assert.Equal(InterviewState.Open, person.Interview.State);
    }

    [Fact]
    public void Reminders_the_editors_asked_for_at_the_same_time_are_one_message()
    {
        var person = new Person();
        var at = person.Now.AddHours(2);
        person.Gets(Person.Assignment("a") with { RemindAt = [at] });
        person.Gets(Person.Assignment("b") with { RemindAt = [at.AddMinutes(1)] });

        Assert.Single(person.Waits(TimeSpan.FromHours(3)), message => message.Kind == OutgoingKind.Reminder);
    }

    [Fact]
    public void With_reminders_of_the_editors_own_nothing_else_nudges_and_the_editor_still_hears_that_time_runs_out()
    {
        var person = new Person(Context(Stockholm), At(13, 9, 0));
        person.Gets(Assignment("a1") with { RemindAt = [At(15, 16, 0), At(21, 12, 0)] });
        var plan = person.Facts.OfType<Fact.Planned>().Last().Plan!;
        person.Waits(TimeSpan.FromDays(20));

        Assert.Equal(["Question", "Escalation", "AnswersIn", "CopyDeadline", "Proof", "Publication"], plan.Steps.Select(step => step.Step.ToString()));
        Assert.False(plan.Unreminded);
        Assert.Equal(["04-13 09:00 Opening", "04-15 16:00 Reminder", "04-21 12:00 Reminder"], person.Log.Select(line => $"{Local(line.At)} {line.Said.Kind}"));
        var (at, told) = Assert.Single(Told(person));
        Assert.Equal(("04-21 14:00", EditorNote.NoAnswer), (Local(at), told.What));
    }

    [Fact]
    public void An_instant_before_the_question_reminds_nobody_of_it()
    {
        var person = new Person(Context(Stockholm), At(13, 14, 0));
        person.Gets(Person.Assignment() with { RemindAt = [At(13, 9, 10), At(13, 14, 0), At(14, 9, 10)] });
        person.Waits(TimeSpan.FromHours(1));
        person.PressesLabel("Fel person");
        person.Waits(TimeSpan.FromDays(2));
        person.Receives(new Incoming.Reopened("a1") { Key = "", At = default });
        person.Waits(TimeSpan.FromDays(2));

        Assert.DoesNotContain(person.Heard, message => message.Kind == OutgoingKind.Reminder);
    }

    [Theory]
    [InlineData(13, 22, "04-13 22:00")]
    [InlineData(14, 16, "04-15 08:00")]
    public void An_hour_that_an_editor_chose_counts_but_after_a_stop_that_ends_at_night_the_reminder_waits_for_the_morning(int day, int hour, string came)
    {
        var person = new Person(Context(Stockholm), At(13, 9, 0));
        person.Gets(Person.Assignment() with { RemindAt = [At(day, hour, 0)] });
        person.Waits(At(14, 15, 0) - person.Now);
        person.WakesUp(At(15, 2, 0));
        person.Waits(TimeSpan.FromDays(3));

        Assert.Equal(came, Local(Assert.Single(person.Log, line => line.Said.Kind == OutgoingKind.Reminder).At));
    }

    [Fact]
    public void After_a_stop_over_two_nudges_one_comes_and_says_that_it_is_late()
    {
        var person = Asked();
        var late = Assert.Single(person.WakesUp(At(20, 13, 30)));

        Assert.Equal(At(16, 9, 10), late.LateFrom);
        Assert.Contains("skulle ha kommit fredag 16 april 9.10", late.Text);
        Assert.Contains("senast torsdag 22 april", late.Text);
    }

    [Fact]
    public void After_a_stop_that_ends_at_night_the_reminder_waits_for_the_morning()
    {
        var person = Asked();
        Assert.Empty(person.WakesUp(At(16, 22, 0)));
        person.Waits(TimeSpan.FromDays(3));

        Assert.Equal("04-19 10:10", Local(person.Log[^1].At));
    }

    [Fact]
    public void After_a_stop_past_the_end_nobody_is_reminded_and_the_editor_hears_of_it()
    {
        var person = Asked();
        person.Waits(At(21, 8, 30) - person.Now);
        Assert.Empty(person.WakesUp(At(23, 14, 0)));

        Assert.Equal(EditorNote.NoAnswer, Assert.Single(Told(person)).What.What);
        Assert.Empty(person.Waits(TimeSpan.FromDays(20)));
    }

    [Fact]
    public void After_a_stop_past_the_end_nobody_is_reminded_of_what_was_begun()
    {
        var person = new Person(Context(Stockholm), At(21, 9, 0));
        person.Gets(Assignment("a1"));
        person.PressesLabel("Kör");

        Assert.Empty(person.WakesUp(At(23, 14, 0)));
        Assert.Single(Told(person));
    }

    [Fact]
    public void After_a_stop_a_question_past_its_end_is_not_named_beside_another()
    {
        var person = Asked();
        person.Gets(Assignment("b") with { Topic = "Varför byggs simhallen om?", PublishOn = new DateOnly(2027, 4, 30) });
        person.Gets(Person.Assignment("c") with { Topic = "Varför stängs bron?", RemindAt = [At(22, 11, 0)], Due = At(22, 12, 0) });
        person.Waits(At(20, 8, 30) - person.Now);
        var late = Assert.Single(person.WakesUp(At(22, 14, 0)));

        Assert.Contains("simhallen", late.Text);
        Assert.DoesNotContain("frågor", late.Text);
    }

    [Fact]
    public void A_question_that_waits_for_its_day_goes_out_on_it()
    {
        var person = new Person(Context(Stockholm), At(1, 10, 0));
        Assert.Empty(person.Gets(Assignment("a1") with { AsPlanned = true }));
        Assert.DoesNotContain(person.Facts, fact => fact is Fact.AssignmentMoved);
        person.Waits(TimeSpan.FromDays(13));

        Assert.Equal("04-13 09:00 Opening", $"{Local(person.Log[0].At)} {person.Log[0].Said.Kind}");
        Assert.Contains(person.Facts, fact => fact is Fact.AssignmentMoved { State: AssignmentState.Assigned });
    }

    [Theory]
    [InlineData("America/New_York", "04-15 14:00")]
    [InlineData(Stockholm, "04-15 09:00")]
    public void A_question_that_nobody_sends_at_this_moment_waits_for_the_persons_morning(string zone, string asked)
    {
        var person = new Person(Context(zone), At(15, 9, 0));
        person.Gets(Assignment("a1") with { InTheirHours = true });
        person.Waits(TimeSpan.FromDays(1));

        Assert.Equal($"{asked} Opening", $"{Local(person.Log[0].At)} {person.Log[0].Said.Kind}");
        Assert.Contains(person.Waiting, due => due.Name.EndsWith("LastCall", StringComparison.Ordinal));
    }

    [Fact]
    public void It_waits_where_nothing_is_planned_too_and_over_the_weekend()
    {
        var person = new Person(Context(Stockholm), At(17, 2, 0));
        Assert.Empty(person.Gets(Person.Assignment() with { InTheirHours = true }));
        person.Waits(TimeSpan.FromDays(3));

        Assert.Equal("04-19 08:00 Opening", $"{Local(person.Log[0].At)} {person.Log[0].Said.Kind}");
    }

    [Fact]
    public void A_question_before_the_vacation_says_why_it_comes_already()
    {
        var person = new Person(Context(Stockholm), At(1, 10, 0));
        person.Gets(Person.Assignment() with { PublishOn = new DateOnly(2027, 8, 12), AsPlanned = true });
        person.Waits(TimeSpan.FromDays(120));

        Assert.Equal("07-05 09:00", Local(person.Log[0].At));
        Assert.Contains("så slipper du tänka på det när du är ledig", person.Heard[0].Text);
    }

    [Fact]
    public void The_plan_holds_for_whole_years_in_three_time_zones()
    {
        Assert.All(File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Fixtures", "plans", "plans-2026-2030.tsv")), line =>
        {
            var cells = line.Split('\t');
            var print = DateOnly.ParseExact(cells[0], "yyyy-MM-dd", CultureInfo.InvariantCulture);
            var person = new Person(Context(cells[1]), WallClock.At(print.AddDays(-70), new TimeOnly(10, 0), Stockholm));
            person.Gets(Person.Assignment() with { PublishOn = print, AsPlanned = true });
            person.Waits(TimeSpan.FromDays(70));

            var came = person.Log.Select(said => said.At).Concat(Told(person).Select(told => told.At)).Select(at => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture));
            Assert.Equal(cells[2..].Select(cell => cell.Split(' ')[1]), came);
        });
    }

    /// <summary>Whatever the person does and wherever they are: never outside their hours, after the end, twice a day or more than four times; and time never runs out in silence.</summary>
    [Fact]
    public void No_reminder_ever_disturbs_and_no_silence_goes_unnoticed() =>
        Gen.Select(Gen.Int[0, 1800], Gen.Int[1, 40], Gen.OneOfConst(Stockholm, "America/New_York", "Asia/Kolkata"), Gen.Select(Gen.Int[1, 6000], Gen.Int[0, 9]).Array[0, 8])
            .Sample((publication, before, zone, moves) =>
            {
                var print = WorkingCalendar.Sweden.PlannableFrom(new DateOnly(2026, 1, 15).AddDays(publication));
                var person = new Person(Context(zone), WallClock.At(print.AddDays(-before), new TimeOnly(9, 30), Stockholm));
                person.Gets(Person.Assignment() with { PublishOn = print, Track = Track.Quick });
                var asked = person.Now;
                foreach (var (wait, move) in moves)
                {
                    person.Waits(TimeSpan.FromMinutes(wait));
                    Move(person, move);
                }

                person.Waits(TimeSpan.FromDays(60));
                var over = person.Notes.Where(note => note.Noted is Fact.AssignmentMoved { State: AssignmentState.Submitted or AssignmentState.Declined }).Select(note => note.At).FirstOrDefault(DateTimeOffset.MaxValue);
                var reminders = person.Log.Where(line => line.Said.Kind == OutgoingKind.Reminder).Select(line => line.At).ToList();
                var hours = new Availability { TimeZone = zone, Absences = [.. Enumerable.Range(2025, 8).Select(year => Availability.SummerWeeks(year))] };
                Assert.All(reminders, at => Assert.True(hours.Allows(at, WorkingCalendar.Sweden), $"{at}"));
                Assert.All(reminders, at => Assert.True(at < over));
                Assert.Distinct(reminders.Select(at => WallClock.Day(at, zone)));
                Assert.InRange(reminders.Count, 0, 4);

                var told = Told(person).Where(note => note.What.What is EditorNote.NoAnswer or EditorNote.Unfinished).ToList();
                Assert.InRange(told.Count, 0, 1);
                var answersIn = person.Facts.OfType<Fact.Planned>().First().Plan!.At(PlanStep.AnswersIn)!.Value;
                Assert.True(over <= answersIn || answersIn <= asked || Told(person).Any(), "time ran out in silence");
            });

    private static void Move(Person person, int move)
    {
        switch (move)
        {
            case 0 when person.Heard[^1].Choices.Exists(choice => choice.Label == "Kör"):
                person.PressesLabel("Kör");
                break;
            case 1:
                person.Says("senare");
                break;
            case 2:
                person.Says("på måndag");
                break;
            case 3:
                person.Says("om två timmar");
                break;
            case 4:
                person.Says("Vi flyttar återvinningen till torget eftersom många bad om det i fjol.");
                break;
            case 5:
                person.Says("hjälp");
                break;
            case 6:
                person.Says("klar");
                break;
            case 7:
                person.Says("hoppa över");
                break;
        }
    }

    private static Person Asked(DateOnly? print = null)
    {
        var person = new Person(Context(Stockholm), At(13, 9, 0));
        person.Gets(Assignment("a1") with { PublishOn = print ?? Print });
        return person;
    }

    /// <summary>Somebody who was asked in the morning and has answered everything.</summary>
    private static Person Answered()
    {
        var person = new Person(Context(Stockholm), At(13, 9, 0));
        person.Gets(Assignment("a1") with { Track = Track.Quick });
        foreach (var said in (string[])["kör", "Vi gör det eftersom bussarna fastnade varje morgon i februari och folk kom för sent till jobbet.", "klar", "Vad tycker du om nya rondellen?", "klar", "ja", "klar", "ja"])
        {
            if (person.Interview.State != InterviewState.Finished)
            {
                person.Answers(said);
            }
        }

        Assert.Equal(InterviewState.Finished, person.Interview.State);
        return person;
    }

    /// <summary>What the person hears when an editor has changed the order and changes it no more.</summary>
    private static IReadOnlyList<Outgoing> Changed(Person person, OrderChange change)
    {
        Assert.Empty(person.GetsChange(change));
        return person.Quiet();
    }

    /// <summary>What came by itself.</summary>
    private static IEnumerable<string> Came(Person person) =>
        person.Log.Where(line => line.Said is { Kind: OutgoingKind.Opening or OutgoingKind.Reminder, Settles: null }).Select(line => $"{Local(line.At)} {line.Said.Kind}");

    private static Assignment Assignment(string id) => Person.Assignment(id) with { PublishOn = Print };

    private static TurnContext Context(string zone) => new(
        new Respondent("mattias", "Mattias Jansson", "kommunchef", "sv", zone),
        new Organisation { Name = "Katrineholms kommun", Language = "sv", TimeZone = Stockholm },
        QuestionSets.BuiltIn);

    private static IEnumerable<(DateTimeOffset At, Incoming.EditorTold What)> Told(Person person) =>
        person.Notes.Where(note => note.Noted is Fact.MailedToReviewers { What: Incoming.EditorTold }).Select(note => (note.At, (Incoming.EditorTold)((Fact.MailedToReviewers)note.Noted).What));

    private static DateTimeOffset At(int day, int hour, int minute) => WallClock.At(new DateOnly(2027, 4, day), new TimeOnly(hour, minute), Stockholm);

    private static string Local(DateTimeOffset at) => WallClock.Local(at, Stockholm).ToString("MM-dd HH:mm", CultureInfo.InvariantCulture);
}
