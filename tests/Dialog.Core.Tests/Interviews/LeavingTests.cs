using System.Collections.Immutable;
using System.Globalization;
using CsCheck;
using Dialog.Core.Assignments;
using Dialog.Core.Calendars;
using Dialog.Core.Drafts;
using Dialog.Core.Interviews;
using Dialog.Core.People;
using Dialog.Core.Questions;

namespace Dialog.Core.Tests.Interviews;

/// <summary>Away and back, a deputy, and what an editor takes back. Day in print Thursday 29 April 2027: nudges 16, 20 and 21 April, answers in 22 April 12.00.</summary>
public class LeavingTests
{
    private const string Stockholm = "Europe/Stockholm";

    private static readonly ImmutableList<string> Moves =
        ["sjuk idag", "sjuk hela veckan", "borta nästa vecka", "ledig till den 25 april", "frisk igen", "jag är inte borta", "på måndag", "på fredag", "imorgon", "nästa vecka", "byt fråga", "1", "2", "paus"];

    private static readonly DateSpan September = new(new DateOnly(2027, 9, 6), new DateOnly(2027, 9, 19));

    [Fact]
    public void Somebody_ill_today_is_reminded_tomorrow_and_told_exactly_when()
    {
        var person = Asked();
        person.Waits(At(16, 8, 30) - person.Now);
        Assert.Equal("Okej, då är du borta till och med fredag 16 april. Jag hör av mig måndag 19 april 9.00, inte innan.", Assert.Single(person.Says("sjuk idag")).Text);
        person.Waits(TimeSpan.FromDays(4));

        Assert.Equal(["04-19 09:00 Opening"], person.Log.Skip(2).Select(line => $"{Local(line.At)} {line.Said.Kind}"));
        Assert.Equal([new DateSpan(Day(16), Day(16))], person.Conversation.Absences);
    }

    [Theory]
    [InlineData(false, "04-26 09:00")]
    [InlineData(true, null)]
    public void A_reminder_that_an_editor_asked_for_in_days_away_waits_until_they_are_over_or_is_too_late_then(bool due, string? comes)
    {
        var person = new Person(Context("sv", "mattias"), At(12, 10, 0));
        person.Gets(Person.Assignment() with { RemindAt = [At(20, 10, 0), At(22, 10, 0)], Due = due ? At(23, 12, 0) : null });
        Assert.Contains("förrän måndag 26 april 9.00", Assert.Single(person.Says("ledig 19 april till 25 april")).Text);
        person.Waits(TimeSpan.FromDays(30));

        Assert.Equal(comes is null ? [] : [comes], person.Log.Where(line => line.Said.Kind == OutgoingKind.Reminder).Select(line => Local(line.At)));
        Assert.Equal(due, Mail<Incoming.EditorTold>(person).Any());
    }

    [Fact]
    public void In_English_too()
    {
        var person = Asked("en");
        Assert.StartsWith("Fine, then you are away until the end of Monday 19 April.", Assert.Single(person.Says("away until 19 April")).Text);
    }

    [Fact]
    public void Whoever_is_away_until_it_is_too_late_is_told_to_the_editor_at_once()
    {
        var person = Asked();
        person.Says("ledig till den 25 april");
        person.Waits(TimeSpan.FromMinutes(1));

        Assert.Equal(EditorNote.Away, Assert.Single(Mail<Incoming.EditorTold>(person)).What);
        Assert.DoesNotContain(person.Waits(TimeSpan.FromDays(30)), message => message.Kind == OutgoingKind.Reminder);
    }

    [Fact]
    public void The_deputy_gets_the_question_and_nothing_that_was_answered()
    {
        var person = Asked(deputy: "eva");
        person.PressesLabel("Kör");
        person.Says("Det här är bara mellan oss.");
        person.Says("borta till den 25 april");
        person.Waits(TimeSpan.FromMinutes(1));

        var asked = Assert.Single(Mail<Incoming.Assigned>(person)).Assignment;
        Assert.Equal(("a1-deputy", "eva", null, new StandIn("a1", "mattias", "Mattias Jansson")), (asked.Id, asked.PersonId, asked.DeputyId, asked.StandsIn));

        var eva = new Person(Context("sv", "eva"), person.Now);
        var opening = Assert.Single(eva.Receives(new Incoming.Assigned(asked) { Key = "", At = default }));
        Assert.StartsWith("Mattias Jansson är borta, så redaktionen undrar om du kan svara i stället. Hej", opening.Text);
        Assert.DoesNotContain("mellan oss", opening.Text);
    }

    [Fact]
    public void A_deputy_who_is_asked_late_in_the_evening_hears_of_it_in_the_morning()
    {
        var person = Asked(deputy: "eva");
        person.Waits(At(18, 22, 0) - person.Now);
        person.Says("borta till den 25 april");
        person.Waits(TimeSpan.FromMinutes(1));
        var eva = new Person(Context("sv", "eva"), person.Now);

        Assert.Empty(eva.Receives(Mail<Incoming.Assigned>(person).Single()));
        Assert.Equal("04-19 08:00 Opening", $"{Local(eva.Waits(TimeSpan.FromHours(12)) is [_] ? eva.Log[0].At : default)} {eva.Log[0].Said.Kind}");
    }

    [Fact]
    public void A_deputy_who_is_away_is_asked_when_they_are_back_and_the_editor_hears_at_once_when_that_is_too_late()
    {
        var person = Asked(deputy: "eva");
        person.Says("borta till den 25 april");
        person.Waits(TimeSpan.FromMinutes(1));
        var eva = new Person(Context("sv", "eva"), person.Now);
        eva.Receives(new Incoming.AbsencesTold([new DateSpan(Day(12), Day(25))]) { Key = "", At = default });
        eva.Receives(Mail<Incoming.Assigned>(person).Single());
        eva.Waits(TimeSpan.FromMinutes(1));

        Assert.Empty(eva.Log);
        Assert.Equal(EditorNote.Away, Assert.Single(Mail<Incoming.EditorTold>(eva)).What);
    }

    [Theory]
    [InlineData(true, "en")]
    [InlineData(false, "sv")]
    public void A_deputy_reads_the_question_in_their_own_language_unless_the_order_names_one(bool isTheirs, string language)
    {
        var person = new Person(Context("sv", "mattias"), At(13, 9, 0));
        person.Gets(Person.Assignment() with { PublishOn = new DateOnly(2027, 4, 29), DeputyId = "eva", InTheirLanguage = isTheirs });
        person.Says("borta till den 25 april");
        person.Waits(TimeSpan.FromMinutes(1));
        var eva = new Person(Context("en", "eva"), person.Now);
        eva.Receives(Mail<Incoming.Assigned>(person).Single());

        Assert.Equal("sv", person.Heard[0].Language);
        Assert.Equal(language, Assert.Single(eva.Heard).Language);
        Assert.Equal(language, Assert.Single(eva.Facts.OfType<Fact.AssignmentOpened>()).Assignment.Language);
    }

    [Fact]
    public void Somebody_named_as_their_own_deputy_is_no_deputy()
    {
        var person = Asked(deputy: "mattias");
        person.Says("borta till den 25 april");
        person.Waits(TimeSpan.FromDays(1));

        Assert.Empty(Mail<Incoming.Assigned>(person));
        Assert.Equal(EditorNote.Away, Assert.Single(Mail<Incoming.EditorTold>(person)).What);
    }

    [Fact]
    public void When_the_deputy_has_answered_the_person_is_not_asked_again()
    {
        var person = Asked(deputy: "eva");
        person.Says("borta till den 25 april");
        person.Waits(TimeSpan.FromMinutes(1));
        var eva = new Person(Context("sv", "eva"), person.Now);
        eva.Receives(Mail<Incoming.Assigned>(person).Single());
        eva.PressesLabel("Kör");
        eva.Answers("Vi flyttar återvinningen till torget eftersom många bad om det i fjol.");
        eva.Answers("Vad tycker du?");
        var back = Assert.Single(Mail<Incoming.Withdrawn>(eva));

        Assert.Equal(new Incoming.Withdrawn("a1", Withdrawal.DeputyAnswered) { Key = back.Key, At = back.At }, back);
        Assert.All(person.Receives(back), message => Assert.Equal("Inte aktuell längre", message.Chosen));
        Assert.Contains(person.Facts, fact => fact is Fact.AssignmentMoved { State: AssignmentState.Cancelled });
        Assert.Empty(person.Waits(TimeSpan.FromDays(30)));
    }

    [Fact]
    public void The_return_restores_the_plan_and_spares_the_deputy()
    {
        var person = Asked(deputy: "eva");
        person.Says("borta till den 25 april");
        person.Waits(TimeSpan.FromDays(1));
        var eva = new Person(Context("sv", "eva"), person.Now);
        eva.Receives(Mail<Incoming.Assigned>(person).Single());

        Assert.Equal(OutgoingKind.Opening, Assert.Single(person.Says("jag är tillbaka")).Kind);
        Assert.Contains(person.Waiting, due => due.Name.EndsWith("LastCall", StringComparison.Ordinal));
        var spared = Assert.Single(Mail<Incoming.Withdrawn>(person));
        Assert.Contains("är tillbaka. Tack ändå!", eva.Receives(spared)[0].Text);
        Assert.Empty(eva.Waits(TimeSpan.FromDays(30)));
    }

    [Theory]
    [InlineData(Withdrawal.PersonBack, "04-15 08:00")]
    [InlineData(Withdrawal.PersonSpared, "04-15 08:00")]
    [InlineData(Withdrawal.DeputyAnswered, "04-15 08:00")]
    [InlineData(Withdrawal.NotNeeded, "04-14 22:00")]
    public void Whoever_need_not_answer_any_more_hears_of_it_in_their_hours_unless_an_editor_says_so(Withdrawal why, string told)
    {
        var (_, eva) = Represented();
        eva.Waits(At(14, 22, 0) - eva.Now);
        eva.Receives(new Incoming.Withdrawn(eva.Interview.Id, why) { Key = "", At = default });
        Assert.Equal(InterviewState.Abandoned, eva.Interview.State);
        eva.Waits(TimeSpan.FromDays(30));

        Assert.Equal(told, Local(Assert.Single(eva.Log, line => line.Said.Text.Contains("Tack", StringComparison.Ordinal)).At));
    }

    [Fact]
    public void A_deputy_who_is_spared_and_asked_again_in_the_night_hears_of_neither_twice()
    {
        var (person, eva) = Represented();
        person.Waits(At(14, 22, 0) - person.Now);
        eva.Waits(At(14, 22, 0) - eva.Now);
        Carry(person, eva, () => person.Says("jag är tillbaka"));
        Carry(person, eva, () =>
        {
            person.Says("borta till den 25 april");
            person.Waits(TimeSpan.FromMinutes(1));
        });
        var heard = eva.Log.Count;
        eva.Waits(TimeSpan.FromHours(12));

        Assert.Equal(["04-15 08:00 Opening"], eva.Log.Skip(heard).Where(line => line.Said.Settles is null).Select(line => $"{Local(line.At)} {line.Said.Kind}"));
    }

    [Fact]
    public void A_deputy_who_was_thanked_is_asked_again_when_the_person_is_away_again()
    {
        var (person, eva) = Represented();
        Carry(person, eva, () => person.Says("jag är tillbaka"));
        person.Waits(TimeSpan.FromHours(2));
        Carry(person, eva, () =>
        {
            person.Says("borta till den 25 april");
            person.Waits(TimeSpan.FromMinutes(1));
        });

        Assert.Single(eva.Facts.OfType<Fact.AssignmentOpened>());
        Assert.Equal(InterviewState.Offered, eva.Interview.State);
        Assert.Equal(AssignmentState.Assigned, eva.Facts.OfType<Fact.AssignmentMoved>().Last().State);
        Assert.Equal(2, eva.Heard.Count(message => message is { Kind: OutgoingKind.Opening, Settles: null }));
        Assert.Contains(eva.Waiting, due => due.Name.StartsWith("plan/a1-deputy/", StringComparison.Ordinal));
    }

    [Fact]
    public void A_deputy_who_said_no_is_not_asked_again()
    {
        var (person, eva) = Represented();
        eva.Says("nej");
        Carry(person, eva, () => person.Says("jag är tillbaka"));
        Carry(person, eva, () =>
        {
            person.Says("borta till den 25 april");
            person.Waits(TimeSpan.FromMinutes(1));
        });

        Assert.Single(eva.Heard, message => message is { Kind: OutgoingKind.Opening, Settles: null });
        Assert.Equal(InterviewState.Abandoned, eva.Interview.State);
    }

    [Fact]
    public void A_deputy_hears_that_the_question_is_over_and_not_that_the_person_is_back()
    {
        var (person, eva) = Represented();
        Carry(person, eva, () => person.Receives(new Incoming.Withdrawn("a1", Withdrawal.NotNeeded) { Key = "", At = default }));

        Assert.StartsWith("Redaktionen behöver inte svaret", eva.Heard.Last(message => message.Kind == OutgoingKind.Note).Text);
        Assert.Equal(InterviewState.Abandoned, eva.Interview.State);
    }

    [Fact]
    public void What_an_editor_changes_reaches_the_deputy()
    {
        var (person, eva) = Represented();
        Carry(person, eva, () => person.GetsChange(new OrderChange { Topic = "Varför bloggar kommunchefen?", PublishOn = new DateOnly(2027, 5, 6) }));
        eva.Quiet();

        Assert.Equal(("Varför bloggar kommunchefen?", new DateOnly(2027, 5, 6)), (eva.Interview.Assignment.Topic, eva.Interview.Assignment.PublishOn));
        Assert.Contains("Varför bloggar kommunchefen?", eva.Heard[^1].Text);
        Assert.Equal(new DateOnly(2027, 4, 29), WallClock.Day(eva.Interview.Plan!.At(PlanStep.AnswersIn)!.Value, Stockholm));
    }

    [Fact]
    public void A_person_who_is_back_and_answers_is_not_cut_short_by_the_deputy()
    {
        var (person, eva) = Represented();
        eva.PressesLabel("Kör");
        person.Says("jag är tillbaka");
        person.PressesLabel("Kör");
        eva.Answers("Vi flyttar återvinningen till torget eftersom många bad om det i fjol.");
        eva.Answers("Vad tycker du?");

        Assert.Empty(person.Receives(Assert.Single(Mail<Incoming.Withdrawn>(eva))));
        Assert.Equal(InterviewState.Open, person.Interview.State);
    }

    [Fact]
    public void A_person_who_is_back_hears_that_the_deputy_has_answered()
    {
        var (person, eva) = Represented();
        eva.PressesLabel("Kör");
        person.Says("jag är tillbaka");
        eva.Answers("Vi flyttar återvinningen till torget eftersom många bad om det i fjol.");
        eva.Answers("Vad tycker du?");

        Assert.Contains(person.Receives(Assert.Single(Mail<Incoming.Withdrawn>(eva))), message => message.Text.StartsWith("Redaktionen behöver inte svaret", StringComparison.Ordinal));
        Assert.Empty(person.Waits(TimeSpan.FromDays(30)));
    }

    [Fact]
    public void Who_comes_back_is_asked_once_that_day()
    {
        var person = new Person(Context("sv", "mattias"), At(12, 9, 0));
        person.Receives(new Incoming.AbsencesTold([new DateSpan(Day(12), Day(16))]) { Key = "", At = default });
        person.Gets(Person.Assignment(track: Track.Quick) with { PublishOn = new DateOnly(2027, 4, 22), DeputyId = "eva", InTheirHours = true });
        person.Waits(TimeSpan.FromDays(10));

        Assert.Equal("04-19 08:00", Local(Assert.Single(person.Log, line => line.Said is { Kind: OutgoingKind.Opening, Settles: null }).At));
    }

    [Fact]
    public void Who_comes_back_while_the_program_stood_still_is_not_asked_at_night()
    {
        var person = Asked(deputy: "eva");
        person.Receives(new Incoming.AbsencesTold([new DateSpan(Day(14), Day(23))]) { Key = "", At = default });
        person.Waits(TimeSpan.FromMinutes(1));
        person.Waits(At(23, 12, 0) - person.Now);
        person.At(At(27, 23, 30));
        person.Waits(TimeSpan.FromDays(3));

        Assert.All(person.Log.Where(line => line.Said.Kind is OutgoingKind.Opening or OutgoingKind.Reminder), line => Assert.InRange(WallClock.Local(line.At, Stockholm).Hour, 8, 16));
    }

    [Fact]
    public void An_editor_is_not_woken_by_a_program_that_starts_at_night()
    {
        var person = Asked();
        person.At(At(22, 2, 0));
        person.Waits(TimeSpan.FromHours(1));
        Assert.Empty(Mail<Incoming.EditorTold>(person));

        person.Waits(TimeSpan.FromHours(6));
        Assert.Equal("04-22 08:00", Local(Assert.Single(person.Notes, note => note.Noted is Fact.Escalated).At));
        Assert.Single(Mail<Incoming.EditorTold>(person));
    }

    [Fact]
    public void A_deputy_is_thanked_before_they_would_be_reminded_that_day()
    {
        var (person, eva) = Represented();
        Carry(person, eva, () => person.GetsChange(new OrderChange { PublishOn = new DateOnly(2027, 5, 5) }));
        eva.Waits(At(26, 8, 0) - eva.Now);
        var heard = eva.Heard.Count;
        Carry(person, eva, () => person.Waits(At(26, 10, 5) - person.Now));
        eva.Waits(TimeSpan.FromHours(2));

        Assert.Equal([OutgoingKind.Note], eva.Heard.Skip(heard).Where(message => message.Settles is null).Select(message => message.Kind));
        Assert.Equal(["04-26 09:00 Opening"], Came(person));
    }

    [Fact]
    public void Who_comes_back_after_the_text_has_left_is_not_asked_any_more()
    {
        var person = AskedTwice();
        person.Waits(TimeSpan.FromDays(30));

        Assert.DoesNotContain(person.Log, line => line.Said.AssignmentId == "a1" && line.At > At(14, 0, 0));
        Assert.Single(Mail<Incoming.Withdrawn>(person));
    }

    [Fact]
    public void While_a_deputy_is_asked_the_editors_hear_of_the_deputy_and_of_the_person_when_the_answers_should_be_in()
    {
        var person = AskedTwice();
        person.Waits(TimeSpan.FromMinutes(1));
        var eva = new Person(Context("sv", "eva"), person.Now);
        eva.Receives(Mail<Incoming.Assigned>(person).Single());
        eva.Waits(At(22, 11, 0) - eva.Now);
        person.Waits(At(22, 11, 0) - person.Now);
        Assert.Equal(EditorNote.NoAnswer, Assert.Single(Mail<Incoming.EditorTold>(eva)).What);
        Assert.Empty(Mail<Incoming.EditorTold>(person));

        person.Waits(TimeSpan.FromHours(2));
        Assert.Equal("04-22 12:00", Local(Assert.Single(person.Notes, note => note.Noted is Fact.Escalated).At));
        Assert.Equal(EditorNote.Away, Assert.Single(Mail<Incoming.EditorTold>(person)).What);
    }

    [Fact]
    public void A_deputy_is_not_asked_when_the_text_has_left()
    {
        var person = Asked(deputy: "eva");
        person.Receives(new Incoming.AbsencesTold([new DateSpan(Day(21), Day(25))]) { Key = "", At = default });
        person.WakesUp(At(23, 14, 0));

        Assert.Empty(Mail<Incoming.Assigned>(person));
        Assert.Equal(EditorNote.Away, Assert.Single(Mail<Incoming.EditorTold>(person)).What);
    }

    [Fact]
    public void A_deputy_who_has_begun_goes_on()
    {
        var person = Asked(deputy: "eva");
        person.Says("borta till den 25 april");
        person.Waits(TimeSpan.FromDays(1));
        var eva = new Person(Context("sv", "eva"), person.Now);
        eva.Receives(Mail<Incoming.Assigned>(person).Single());
        eva.PressesLabel("Kör");

        person.Says("jag är tillbaka");
        Assert.Empty(eva.Receives(Mail<Incoming.Withdrawn>(person).Single()));
        Assert.Equal(InterviewState.Open, eva.Interview.State);
    }

    [Fact]
    public void A_wish_that_falls_into_days_away_told_afterwards_waits_for_the_return()
    {
        var person = Asked();
        person.Says("på fredag");
        person.Receives(new Incoming.AbsencesTold([new DateSpan(Day(15), Day(18))]) { Key = "", At = default });
        person.Waits(TimeSpan.FromDays(9));

        Assert.Equal(["04-19 09:00 Opening", "04-20 09:10 Reminder", "04-21 09:10 Reminder"], Came(person));
    }

    [Fact]
    public void A_wish_that_would_wait_until_it_is_too_late_is_left_out()
    {
        var person = Asked();
        person.Waits(At(15, 15, 0) - person.Now);
        person.Says("på måndag");
        person.Waits(At(16, 8, 0) - person.Now);
        Assert.EndsWith("förrän måndag 26 april 9.00.", Assert.Single(person.Says("borta nästa vecka")).Text);
        person.Waits(TimeSpan.FromDays(30));

        Assert.Empty(Came(person));
        Assert.Equal(EditorNote.Away, Assert.Single(Mail<Incoming.EditorTold>(person)).What);
    }

    [Fact]
    public void Whoever_falls_ill_after_a_wish_is_let_be()
    {
        var person = Asked();
        person.Waits(At(20, 9, 0) - person.Now);
        person.Says("imorgon");
        person.Waits(At(21, 7, 30) - person.Now);
        Assert.EndsWith("måndag 26 april 9.00, inte innan.", Assert.Single(person.Says("sjuk hela veckan")).Text);
        var silent = person.Log.Count;
        person.Waits(TimeSpan.FromDays(30));

        Assert.Equal(silent, person.Log.Count);
    }

    [Fact]
    public void The_wish_for_another_question_waits_for_the_return_too()
    {
        var person = Asked();
        person.Says("på torsdag");
        person.Gets(Person.Assignment("b", track: Track.Quick) with { PublishOn = new DateOnly(2027, 5, 27) });
        person.Waits(At(14, 9, 0) - person.Now);
        person.Says("sjuk hela veckan");
        person.Waits(At(19, 10, 0) - person.Now);

        Assert.Equal(["04-19 09:00 Opening", "04-19 09:00 Opening"], Came(person).TakeLast(2));
        Assert.DoesNotContain(person.Log, line => line.At > At(14, 9, 0) && line.At < At(19, 9, 0));
    }

    /// <summary>Whatever is wished, told and taken back, in whatever order, for two questions, with a stop now and then: no day away is disturbed.</summary>
    [Fact]
    public void Nothing_comes_by_itself_on_a_day_away() =>
        Gen.Select(Gen.Int[0, 1], Gen.Select(Gen.Int[1, 4000], Gen.Int[0, Moves.Count + 1]).Array[1, 12])
            .Sample((deputy, moves) =>
            {
                var person = Asked(deputy: deputy == 0 ? null : "eva");
                person.Gets(Person.Assignment("b", track: Track.Quick) with { PublishOn = new DateOnly(2027, 5, 13) });
                foreach (var (wait, move) in moves.Append((40000, Moves.Count)))
                {
                    var came = person.Log.Count;
                    if (move > Moves.Count)
                    {
                        person.WakesUp(person.Now + TimeSpan.FromMinutes(wait));
                    }
                    else
                    {
                        person.Waits(TimeSpan.FromMinutes(wait));
                    }

                    Assert.All(person.Log.Skip(came), line => Assert.DoesNotContain(person.Conversation.Absences, absence => absence.Contains(WallClock.Day(line.At, Stockholm))));
                    if (move < Moves.Count)
                    {
                        person.Answers(Moves[move]);
                    }
                }
            });

    [Fact]
    public void A_wish_said_while_away_counts()
    {
        var person = Asked();
        person.Says("sjuk hela veckan");
        person.Says("ikväll");
        person.Waits(TimeSpan.FromDays(2));

        Assert.Equal("04-13 18:00 Opening", $"{Local(person.Log[^1].At)} {person.Log[^1].Said.Kind}");
    }

    [Fact]
    public void After_a_stop_that_ends_at_night_the_wish_waits_for_the_morning_and_nothing_else_comes_that_day()
    {
        var person = Asked();
        person.Says("på måndag");
        person.Waits(At(19, 8, 30) - person.Now);
        Assert.Empty(person.WakesUp(At(20, 2, 0)));
        person.Waits(At(20, 16, 0) - person.Now);

        Assert.Equal(["04-20 08:00 Opening"], Came(person));
    }

    [Fact]
    public void After_a_stop_past_the_end_a_wish_is_left_out()
    {
        var person = Asked();
        person.Says("den 22");
        person.Waits(At(22, 8, 30) - person.Now);
        Assert.Empty(person.WakesUp(At(23, 14, 0)));

        Assert.Empty(person.Waits(TimeSpan.FromDays(20)));
        Assert.Equal(EditorNote.NoAnswer, Assert.Single(Mail<Incoming.EditorTold>(person)).What);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_plan_made_anew_keeps_the_return_and_asks_the_deputy_once(bool begun)
    {
        var person = Asked(deputy: "eva");
        if (begun)
        {
            person.PressesLabel("Kör");
        }

        person.Says("borta till den 25 april");
        person.Waits(TimeSpan.FromMinutes(1));
        person.Receives(new Incoming.AbsencesTold(person.Conversation.Absences) { Key = "", At = default });
        person.GetsChange(new OrderChange { Outlets = ["x"] });
        person.Receives(new Incoming.DaysChanged { Key = "", At = default });
        person.Waits(TimeSpan.FromMinutes(1));

        Assert.Empty(Mail<Incoming.EditorTold>(person));
        Assert.Single(Mail<Incoming.Assigned>(person));
        Assert.Empty(Mail<Incoming.Withdrawn>(person));
        Assert.Equal("04-26 10:00", Local(Assert.Single(person.Waiting, due => due.Name == "plan/a1/Return").At));
        person.Waits(At(26, 10, 30) - person.Now);
        Assert.Single(Mail<Incoming.Withdrawn>(person));
        Assert.Single(Mail<Incoming.EditorTold>(person));
    }

    [Fact]
    public void An_absence_that_grows_moves_the_return()
    {
        var person = Asked(deputy: "eva");
        person.Says("borta till den 25 april");
        person.Waits(TimeSpan.FromMinutes(1));
        person.Says("ledig till den 2 maj");

        Assert.Equal("05-03 10:00", Local(Assert.Single(person.Waiting, due => due.Name == "plan/a1/Return").At));
    }

    [Fact]
    public void A_plan_made_anew_on_the_day_of_the_return_still_spares_the_deputy()
    {
        var person = Asked(deputy: "eva");
        person.Says("borta till den 25 april");
        person.Waits(At(26, 8, 0) - person.Now);
        person.GetsChange(new OrderChange { Outlets = ["x"] });
        Assert.Empty(Mail<Incoming.Withdrawn>(person));
        person.Waits(TimeSpan.FromHours(3));

        Assert.Single(Mail<Incoming.Withdrawn>(person));
        Assert.DoesNotContain(person.Waiting, due => due.Name == "plan/a1/Return");
    }

    [Fact]
    public void Days_told_at_the_desk_move_the_plan_without_a_word()
    {
        var person = Asked();
        Assert.Empty(person.Receives(new Incoming.AbsencesTold([new DateSpan(Day(16), Day(19)), new DateSpan(Day(20), Day(20))]) { Key = "", At = default }));

        Assert.Equal([new DateSpan(Day(16), Day(20))], Assert.Single(person.Facts.OfType<Fact.AbsencesChanged>()).Absences);
        person.Waits(TimeSpan.FromDays(20));
        Assert.Equal(["04-21 09:10"], person.Log.Where(line => line.Said.Kind == OutgoingKind.Reminder).Select(line => Local(line.At)));
    }

    [Fact]
    public void A_mistaken_absence_is_one_tap_away_from_gone()
    {
        var person = Asked();
        person.Says("sjuk idag");
        Assert.Equal(OutgoingKind.Opening, person.PressesLabel("Jag är inte borta")[^1].Kind);
        Assert.Empty(person.Conversation.Absences);
    }

    [Theory]
    [InlineData("sjuk idag", 1)]
    [InlineData("sjuk hela veckan", 1)]
    [InlineData("sjuk idag", 0)]
    public void The_return_leaves_later_days_away_alone(string away, int days)
    {
        var person = Asked();
        person.Says("semester 6-19 september");
        person.Says(away);
        person.At(At(13, 10, 0).AddDays(days));

        Assert.Equal(OutgoingKind.Opening, Assert.Single(person.Says("frisk igen")).Kind);
        Assert.Equal(September, person.Conversation.Absences[^1]);
        Assert.DoesNotContain(person.Conversation.Absences, absence => absence.Contains(Day(13 + days)));
    }

    [Fact]
    public void A_mistaken_absence_takes_no_other_with_it()
    {
        var person = Asked();
        person.Receives(new Incoming.AbsencesTold([new DateSpan(Day(14), Day(18)), September]) { Key = "", At = default });
        person.Says("sjuk idag");
        person.PressesLabel("Jag är inte borta");

        Assert.Equal([new DateSpan(Day(14), Day(18)), September], person.Conversation.Absences);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Days_ahead_told_by_mistake_are_taken_back_and_the_wish_stays(bool presses)
    {
        var person = Asked();
        person.Says("semester 6-19 september");
        person.Says("på måndag");
        person.Says("borta nästa vecka");
        var said = presses ? person.PressesLabel("Jag är inte borta") : person.Says("Jag är inte borta");

        Assert.Equal("Klart, jag hör av mig måndag 19 april 9.00.", said[^1].Text);
        Assert.Equal([September], person.Conversation.Absences);
        person.Waits(At(19, 9, 30) - person.Now);
        Assert.Equal(["04-19 09:00 Opening"], Came(person));
    }

    [Fact]
    public void Days_ahead_told_by_mistake_while_away_leave_today_as_it_was()
    {
        var person = Asked();
        person.Says("sjuk hela veckan");
        person.Says("borta nästa vecka");

        Assert.Equal("Okej, då är du borta till och med söndag 18 april. Jag hör av mig måndag 19 april 9.00, inte innan.", person.PressesLabel("Jag är inte borta")[^1].Text);
        person.Waits(At(19, 9, 5) - person.Now);
        Assert.Equal(["04-19 09:00 Opening"], Came(person));
    }

    [Fact]
    public void A_button_of_an_earlier_version_means_today()
    {
        var person = Asked();
        person.Says("semester 6-19 september");
        person.Says("sjuk idag");
        var prompt = person.Conversation.OpenPrompt!;
        var old = prompt.Choices[0] with { Value = ChoiceValue.Write(prompt.PromptId!, ChoiceValue.Here) };
        person.Conversation = person.Conversation with { OpenPrompt = prompt with { Choices = [old] } };

        Assert.Equal(OutgoingKind.Opening, person.Presses(old.Value)[^1].Kind);
        Assert.Equal([September], person.Conversation.Absences);
    }

    [Fact]
    public void The_morning_after_the_last_day_away_is_a_return_and_no_answer()
    {
        var person = Asked();
        person.Waits(At(16, 8, 0) - person.Now);
        person.Says("sjuk idag");
        person.Waits(At(19, 8, 30) - person.Now);

        Assert.Equal(OutgoingKind.Opening, Assert.Single(person.Says("frisk igen")).Kind);
        Assert.Empty(person.Waits(TimeSpan.FromHours(2)));
    }

    [Fact]
    public void A_question_taken_back_says_so_and_leaves_nothing_to_come()
    {
        var person = Asked();
        Assert.Contains("behöver inte svaret", person.Receives(new Incoming.Withdrawn("a1", Withdrawal.NotNeeded) { Key = "", At = default })[0].Text);

        Assert.Empty(person.Waiting);
        person.Receives(new Incoming.Withdrawn("a1", Withdrawal.NotNeeded) { Key = "", At = default });
        Assert.Equal(Refusal.NothingToDo, person.Refused);
    }

    [Fact]
    public void What_an_editor_took_back_the_person_does_not_bring_back()
    {
        var person = Asked();
        person.Receives(new Incoming.Withdrawn("a1", Withdrawal.Reassigned) { Key = "", At = default, Replacement = Person.Assignment("a2") with { PersonId = "eva" } });

        Assert.Equal("Det finns inget att ångra just nu.", Assert.Single(person.Says("ångra")).Text);
        Assert.Empty(person.Waiting);
        Assert.Equal(AssignmentState.Cancelled, person.Facts.OfType<Fact.AssignmentMoved>().Last().State);
    }

    [Fact]
    public void What_was_taken_back_before_its_day_waits_for_its_day_again()
    {
        var person = new Person(Context("sv", "mattias"), At(1, 22, 0));
        person.Gets(Person.Assignment() with { PublishOn = new DateOnly(2027, 4, 29), AsPlanned = true });
        person.Receives(new Incoming.Withdrawn("a1", Withdrawal.NotNeeded) { Key = "", At = default });
        Assert.Empty(person.Receives(new Incoming.Reopened("a1") { Key = "", At = default }));

        Assert.Equal(AssignmentState.Planned, person.Facts.OfType<Fact.AssignmentMoved>().Last().State);
        person.Waits(TimeSpan.FromDays(12));
        Assert.Equal("04-13 09:00 Opening", $"{Local(Assert.Single(person.Log).At)} {person.Log[0].Said.Kind}");
    }

    [Fact]
    public void A_question_for_somebody_else_is_mailed_in_the_same_turn()
    {
        var person = Asked();
        person.Receives(new Incoming.Withdrawn("a1", Withdrawal.Reassigned) { Key = "", At = default, Replacement = Person.Assignment("a2") with { PersonId = "eva" } });

        Assert.Equal("a2", Assert.Single(Mail<Incoming.Assigned>(person)).Assignment.Id);
        Assert.Contains(person.Facts, fact => fact is Fact.AssignmentMoved { State: AssignmentState.Cancelled });
    }

    [Fact]
    public void What_was_declined_can_be_asked_again_with_its_plan()
    {
        var person = Asked();
        person.PressesLabel("Fel person");
        Assert.Equal(OutgoingKind.Opening, person.Receives(new Incoming.Reopened("a1") { Key = "", At = default })[^1].Kind);

        Assert.Contains(person.Waiting, due => due.Name.EndsWith("LastCall", StringComparison.Ordinal));
        person.PressesLabel("Kör");
        Assert.Equal(InterviewState.Open, person.Interview.State);
    }

    private static Person Asked(string language = "sv", string? deputy = null)
    {
        var person = new Person(Context(language, "mattias"), At(13, 9, 0));
        person.Gets(Person.Assignment(language: language, track: Track.Quick) with { PublishOn = new DateOnly(2027, 4, 29), DeputyId = deputy });
        return person;
    }

    /// <summary>Somebody who is away, as the desk knows, with a question that has a deputy and another that is spoken of.</summary>
    private static Person AskedTwice()
    {
        var person = Asked(deputy: "eva");
        person.Gets(Person.Assignment("b") with { Topic = "Varför cyklar vi?" });
        person.Receives(new Incoming.AbsencesTold([new DateSpan(Day(13), Day(25))]) { Key = "", At = default });
        return person;
    }

    /// <summary>Somebody who is away, and the deputy who was asked.</summary>
    private static (Person Person, Person Deputy) Represented()
    {
        var person = Asked(deputy: "eva");
        person.Says("borta till den 25 april");
        person.Waits(TimeSpan.FromMinutes(1));
        var eva = new Person(Context("sv", "eva"), person.Now);
        eva.Receives(Mail<Incoming.Assigned>(person).Single());
        return (person, eva);
    }

    /// <summary>What the person's talk has for the deputy's meanwhile is carried there.</summary>
    private static void Carry(Person person, Person eva, Action meanwhile)
    {
        var before = person.Facts.Count;
        meanwhile();
        eva.At(person.Now);
        foreach (var mail in person.Facts.Skip(before).OfType<Fact.Mailed>().Where(mail => mail.PersonId == "eva").ToList())
        {
            eva.Receives(mail.What);
        }
    }

    private static TurnContext Context(string language, string id) => new(
        new Respondent(id, id == "mattias" ? "Mattias Jansson" : "Eva Ek", null, language, Stockholm),
        new Organisation { Name = "Katrineholms kommun", Language = language, TimeZone = Stockholm },
        QuestionSets.BuiltIn);

    private static IEnumerable<T> Mail<T>(Person person)
        where T : Incoming =>
        person.Facts.Select(fact => fact switch { Fact.Mailed mailed => mailed.What, Fact.MailedToReviewers mailed => mailed.What, _ => null }).OfType<T>();

    /// <summary>What came by itself after the first opening.</summary>
    private static IEnumerable<string> Came(Person person) =>
        person.Log.Skip(1).Where(line => line.Said.Kind is OutgoingKind.Opening or OutgoingKind.Reminder).Select(line => $"{Local(line.At)} {line.Said.Kind}");

    private static DateOnly Day(int day) => new(2027, 4, day);

    private static DateTimeOffset At(int day, int hour, int minute) => WallClock.At(Day(day), new TimeOnly(hour, minute), Stockholm);

    private static string Local(DateTimeOffset at) => WallClock.Local(at, Stockholm).ToString("MM-dd HH:mm", CultureInfo.InvariantCulture);
}
