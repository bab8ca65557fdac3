using System.Globalization;
using Dialog.Bot.Schedule;
using Dialog.Bot.Store;
using Dialog.Bot.Tests.Support;
using Dialog.Bot.Turns;
using Dialog.Core.Access;
using Dialog.Core.Assignments;
using Dialog.Core.Drafts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Dialog.Bot.Tests.Schedule;

/// <summary>What has been kept for its time goes, whole or not at all; what is a record stays.</summary>
public sealed class RetentionTests
{
    private const string Told = "Vi gör det eftersom bussarna fastnade varje morgon och Anna Berg på 070-174 06 99 fick alla samtalen.";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_talk_is_pseudonymised_when_its_time_is_over_and_the_record_is_not()
    {
        await using var house = await House.BuildAsync();
        var assignment = await PublishedAsync(house);
        await house.Services.GetRequiredService<CommentBook>().AddAsync("c1", $"{assignment}-web", new Anchor("Anna Berg", "morgon och ", " på 070"), "Fråga Anna Berg, 070-174 06 99.", by: null, Cancelled);
        house.Clock.Advance(TimeSpan.FromDays(364));
        await house.RetainAsync();
        Assert.Contains(Told, await TranscriptAsync(house));

        house.Clock.Advance(TimeSpan.FromDays(2));
        await house.RetainAsync();

        var talk = await TranscriptAsync(house);
        Assert.Contains(talk, line => line.Contains("och [namn 2] på [telefon 1] fick alla samtalen", StringComparison.Ordinal));
        Assert.DoesNotContain(talk, line => line.Contains("Mattias", StringComparison.Ordinal) || line.Contains("Berg", StringComparison.Ordinal) || line.Contains("070", StringComparison.Ordinal));
        await using var db = house.OpenStore();
        var comment = await db.Comments.SingleAsync(Cancelled);
        Assert.Equal(("[namn 2]", "", "", "Fråga [namn 2], [telefon 1]."), (comment.Quote, comment.Before, comment.After, comment.Text));
        Assert.DoesNotContain((await db.People.SingleAsync(Cancelled)).Id, await db.Messages.Select(m => m.PersonId).ToListAsync(Cancelled));
        Assert.All(await db.Messages.ToListAsync(Cancelled), line => Assert.Null(line.Body));
        Assert.DoesNotContain("Anna Berg", (await db.Conversations.SingleAsync(Cancelled)).State, StringComparison.Ordinal);
        Assert.Contains("Mattias Jansson", (await db.Records.SingleAsync(Cancelled)).Body, StringComparison.Ordinal);
        Assert.Equal("Mattias Jansson", (await db.People.SingleAsync(Cancelled)).Name);
        Assert.StartsWith("Vi gör det", (await db.Answers.FirstAsync(a => a.AssignmentId == assignment, Cancelled)).Text, StringComparison.Ordinal);
        Assert.Equal(1, await db.Audit.CountAsync(a => a.Action == "pseudonymise" && a.Subject == assignment, Cancelled));

        // The person is met as before.
        Assert.True((await house.SayAsync("hej", "again")).New);
        await house.RetainAsync();
        Assert.Equal(1, await db.Audit.CountAsync(a => a.Action == "pseudonymise", Cancelled));
    }

    [Theory]
    [InlineData(true, 366)]
    [InlineData(false, 731)]
    public async Task What_reviewers_were_told_of_a_talk_goes_with_it(bool isRecord, int days)
    {
        await using var house = await House.BuildAsync();
        var reviewer = (await house.AddPersonAsync("U9", "approver")).Id;
        var assignment = isRecord ? await PublishedAsync(house) : await house.InterviewedAsync(Told);
        await house.Postman.CarryAsync(Cancelled);
        if (!isRecord)
        {
            await using var ended = house.OpenStore();
            await ended.Assignments.ExecuteUpdateAsync(row => row.SetProperty(a => a.State, AssignmentState.Declined), Cancelled);
        }

        await using var db = house.OpenStore();
        Assert.NotEqual(0, await db.Messages.CountAsync(line => line.PersonId == reviewer, Cancelled));
        var transcript = await MessageRow.Transcript(db, assignment).CountAsync(Cancelled);
        house.Clock.Advance(TimeSpan.FromDays(days));
        await house.RetainAsync(new RetentionOptions { Transcripts = isRecord ? TimeSpan.FromDays(365) : null });

        Assert.False(await db.Messages.AnyAsync(line => line.PersonId == reviewer, Cancelled));
        Assert.DoesNotContain("bussarna", await db.Conversations.Where(talk => talk.PersonId == reviewer).Select(talk => talk.State).SingleAsync(Cancelled), StringComparison.Ordinal);
        Assert.Equal(isRecord ? transcript : 0, await MessageRow.Transcript(db, assignment).CountAsync(Cancelled));
    }

    [Theory]
    [InlineData(AssignmentState.Completed)]
    [InlineData(AssignmentState.Declined)]
    public async Task What_one_reviewer_was_told_of_several_people_goes_in_one_night(AssignmentState end)
    {
        await using var house = await House.BuildAsync();
        var reviewer = (await house.AddPersonAsync("U9", "approver")).Id;
        foreach (var user in (string[])["U1", "U2"])
        {
            await house.InterviewedAsync(Told, user);
            await house.Postman.CarryAsync(Cancelled);
        }

        await using var db = house.OpenStore();
        await db.Assignments.ExecuteUpdateAsync(row => row.SetProperty(a => a.State, end), Cancelled);
        house.Clock.Advance(TimeSpan.FromDays(731));
        await house.RetainAsync(new RetentionOptions { Transcripts = end == AssignmentState.Completed ? TimeSpan.FromDays(365) : null, WorkingMaterial = end == AssignmentState.Declined ? TimeSpan.FromDays(730) : null });

        Assert.Equal(2, await db.Audit.CountAsync(entry => entry.Action == (end == AssignmentState.Completed ? "pseudonymise" : "dispose"), Cancelled));
        Assert.DoesNotContain("bussarna", await db.Conversations.Where(talk => talk.PersonId == reviewer).Select(talk => talk.State).SingleAsync(Cancelled), StringComparison.Ordinal);
        Assert.False(await db.Messages.AnyAsync(line => line.PersonId == reviewer, Cancelled));
    }

    [Fact]
    public async Task What_reviewers_are_told_of_a_record_later_goes_after_a_year_and_its_transcript_stays()
    {
        await using var house = await House.BuildAsync();
        var assignment = await PublishedAsync(house);
        house.Clock.Advance(TimeSpan.FromDays(366));
        await house.RetainAsync();
        await using var db = house.OpenStore();
        var transcript = await MessageRow.Transcript(db, assignment).CountAsync(Cancelled);
        var reviewer = (await house.AddPersonAsync("U9", "approver")).Id;
        db.Add(new MessageRow { PersonId = reviewer, AssignmentId = assignment, Incoming = false, Key = "later", Channel = "slack", Kind = "drafts", Text = "Mattias Jansson har svarat", At = house.Clock.GetUtcNow() });
        await db.SaveChangesAsync(Cancelled);

        house.Clock.Advance(TimeSpan.FromDays(366));
        await house.RetainAsync();

        Assert.False(await db.Messages.AnyAsync(line => line.PersonId == reviewer, Cancelled));
        Assert.NotEqual(0, transcript);
        Assert.Equal(transcript, await MessageRow.Transcript(db, assignment).CountAsync(Cancelled));
    }

    [Fact]
    public async Task The_nights_work_is_done_once_a_night_from_twenty_past_three_on()
    {
        await using var house = await House.BuildAsync();
        house.Clock.SetLocalTimeZone(TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm"));
        var retention = ActivatorUtilities.CreateInstance<Retention>(house.Services);
        var done = new List<string>();
        for (var minute = 0; minute < 2 * 24 * 60; minute += 10)
        {
            await AddOldKeyAsync(house);
            await retention.RunAtNightAsync(Cancelled);
            await using var db = house.OpenStore();
            if (!await db.Inbox.AnyAsync(Cancelled))
            {
                done.Add(house.Clock.GetLocalNow().ToString("dd HH:mm", CultureInfo.InvariantCulture));
            }

            house.Clock.Advance(TimeSpan.FromMinutes(10));
        }

        // The clock began at 08:05 UTC.
        Assert.Equal(["06 03:25", "07 03:25"], done);
    }

    [Fact]
    public async Task A_nights_work_that_fails_is_tried_again()
    {
        await using var house = await House.BuildAsync();
        var retention = ActivatorUtilities.CreateInstance<Retention>(house.Services);
        await AddOldKeyAsync(house);
        house.Clock.Advance(TimeSpan.FromDays(1));
        using var stopped = new CancellationTokenSource();
        await stopped.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => retention.RunAtNightAsync(stopped.Token));
        await retention.RunAtNightAsync(Cancelled);

        await using var db = house.OpenStore();
        Assert.Empty(await db.Inbox.ToListAsync(Cancelled));
    }

    [Fact]
    public async Task A_night_that_the_machine_slept_through_is_made_up_for_when_it_wakes()
    {
        await using var house = await House.BuildAsync();
        house.Clock.SetLocalTimeZone(TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm"));
        var evening = ActivatorUtilities.CreateInstance<Retention>(house.Services);
        house.Clock.Advance(TimeSpan.FromDays(1));
        await evening.RunAtNightAsync(Cancelled);
        await AddOldKeyAsync(house);

        // Started again the same day, and then after a night without.
        await ActivatorUtilities.CreateInstance<Retention>(house.Services).RunAtNightAsync(Cancelled);
        Assert.True(await IsKeptAsync());
        house.Clock.Advance(TimeSpan.FromDays(1));
        await ActivatorUtilities.CreateInstance<Retention>(house.Services).RunAtNightAsync(Cancelled);
        Assert.False(await IsKeptAsync());

        async Task<bool> IsKeptAsync()
        {
            await using var db = house.OpenStore();
            return await db.Inbox.AnyAsync(Cancelled);
        }
    }

    [Fact]
    public async Task Working_material_goes_and_a_record_never()
    {
        await using var house = await House.BuildAsync();
        var record = await PublishedAsync(house);
        await EndedAsync(house, 3);
        house.Clock.Advance(TimeSpan.FromDays(731));

        await house.RetainAsync();

        await using var db = house.OpenStore();
        Assert.Equal(record, (await db.Assignments.SingleAsync(Cancelled)).Id);
        Assert.Equal([record], await db.Answers.Select(a => a.AssignmentId).Distinct().ToListAsync(Cancelled));
        Assert.Equal(3, await db.Audit.CountAsync(a => a.Action == "dispose" && a.Door == "clock", Cancelled));
        Assert.Equal(1, await db.Records.CountAsync(Cancelled));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_question_that_nobody_ended_ends_when_nothing_has_happened_for_a_year_and_goes_like_any_other(bool isBegun)
    {
        await using var house = await House.BuildAsync();
        var order = House.Assignment((await house.AddPersonAsync()).Id);
        await house.Assignments.OpenAsync(order, requestKey: null, Cancelled);
        if (isBegun)
        {
            await house.SayAsync("kör", "e1");
            await house.SayAsync(Told, "e2");
        }

        house.Clock.Advance(TimeSpan.FromDays(364));
        await house.RetainAsync();
        await using var db = house.OpenStore();
        Assert.Equal(isBegun ? AssignmentState.InProgress : AssignmentState.Assigned, await db.Assignments.Select(a => a.State).SingleAsync(Cancelled));

        // In the night; the person hears of it in their own hours.
        house.Clock.Advance(TimeSpan.FromHours(67));
        await house.RetainAsync();
        Assert.Equal(AssignmentState.Cancelled, await db.Assignments.Select(a => a.State).SingleAsync(Cancelled));
        Assert.Equal("clock", await db.Audit.Where(entry => entry.Action == "cancelled").Select(entry => entry.Door).SingleAsync(Cancelled));
        Assert.DoesNotContain(await TranscriptAsync(house), line => line.Contains("längre", StringComparison.Ordinal));
        house.Clock.Advance(TimeSpan.FromHours(9));
        await house.TickAsync();
        Assert.Contains("Redaktionen behöver inte svaret om ”Varför twittrar kommunchefen?” längre, så du behöver inte göra något mer. Tack!", await TranscriptAsync(house));

        house.Clock.Advance(TimeSpan.FromDays(366));
        await house.RetainAsync();
        Assert.NotNull(await db.Assignments.Select(a => a.PseudonymisedAt).SingleAsync(Cancelled));
        house.Clock.Advance(TimeSpan.FromDays(366));
        await house.RetainAsync();
        Assert.Empty(await db.Assignments.ToListAsync(Cancelled));
    }

    [Theory]
    [InlineData(false, AssignmentState.Cancelled)]
    [InlineData(true, AssignmentState.Completed)]
    public async Task Texts_that_nobody_decides_about_any_more_end_and_one_that_was_approved_stays(bool isApproved, AssignmentState end)
    {
        await using var house = await House.BuildAsync();
        var assignment = await house.InterviewedAsync(Told);
        if (isApproved)
        {
            await house.ReviewAsync($"{assignment}-web", ReviewAction.Approve);
        }

        house.Clock.Advance(TimeSpan.FromDays(366));
        await house.RetainAsync();
        await using var db = house.OpenStore();
        var ended = await db.Assignments.AsNoTracking().SingleAsync(Cancelled);
        Assert.Equal((end, AssignmentStage.Ended), (ended.State, ended.Stage));

        house.Clock.Advance(TimeSpan.FromDays(731));
        await house.RetainAsync();
        Assert.Equal(isApproved ? 1 : 0, await db.Assignments.CountAsync(Cancelled));
        Assert.DoesNotContain(await TranscriptAsync(house), line => line.Contains("Anna Berg", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("message")]
    [InlineData("comment")]
    [InlineData("day")]
    [InlineData("deadline")]
    [InlineData("due")]
    [InlineData("never")]
    public async Task What_something_happens_in_or_is_to_happen_is_not_ended(string why)
    {
        await using var house = await House.BuildAsync();
        var person = (await house.AddPersonAsync()).Id;
        var today = DateOnly.FromDateTime(house.Clock.GetUtcNow().Date);
        var order = House.Assignment(person) with { PublishOn = why == "day" ? today.AddDays(400) : null, CopyDeadline = why == "deadline" ? house.Clock.GetUtcNow().AddDays(400) : null };
        await house.Assignments.OpenAsync(order, requestKey: null, Cancelled);
        house.Clock.Advance(TimeSpan.FromDays(365));
        await house.Database.WriteAsync(session => session.Write("""DELETE FROM "Due" """), Cancelled);
        await using var db = house.OpenStore();
        object? happened = why switch
        {
            "message" => new MessageRow { PersonId = person, AssignmentId = order.Id, Incoming = true, Key = "late", Channel = "slack", Kind = "said", Text = "Jag svarar i morgon.", At = house.Clock.GetUtcNow() },
            "comment" => new CommentRow { Id = "c1", AssignmentId = order.Id, DraftId = "d1", Quote = "", Before = "", After = "", Text = "Ska vi vänta?", At = house.Clock.GetUtcNow() },
            "due" => new DueRow { PersonId = person, Name = $"snooze/{order.Id}", At = house.Clock.GetUtcNow().AddDays(20) },
            _ => null,
        };
        db.AddRange(happened is null ? [] : [happened]);
        await db.SaveChangesAsync(Cancelled);

        house.Clock.Advance(TimeSpan.FromDays(10));
        await house.RetainAsync(new RetentionOptions { Abandoned = why == "never" ? null : TimeSpan.FromDays(365) });

        Assert.Equal(AssignmentState.Assigned, await db.Assignments.Select(a => a.State).SingleAsync(Cancelled));
    }

    [Fact]
    public async Task What_cannot_be_told_to_anybody_is_ended_all_the_same()
    {
        await using var house = await House.BuildAsync();
        await EndedAsync(house, 45);
        await using var db = house.OpenStore();
        await db.Assignments.ExecuteUpdateAsync(row => row.SetProperty(a => a.State, AssignmentState.InProgress), Cancelled);
        house.Clock.Advance(TimeSpan.FromDays(366));

        await house.RetainAsync();

        Assert.All(await db.Assignments.Select(a => a.State).ToListAsync(Cancelled), state => Assert.Equal(AssignmentState.Cancelled, state));
        Assert.Equal(45, await db.Audit.CountAsync(entry => entry.Action == "cancelled" && entry.Door == "clock", Cancelled));
    }

    [Fact]
    public async Task What_is_cut_off_on_the_way_is_whole_or_untouched_and_the_next_night_ends_it()
    {
        await using var house = await House.BuildAsync();
        var ended = await EndedAsync(house, 50);
        house.Clock.Advance(TimeSpan.FromDays(366));
        await house.BreakAsync("Audit", $"NEW.\"Subject\" = '{ended[33]}'");

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => house.RetainAsync());

        Assert.Equal(20, await PseudonymisedAsync(house));
        await house.MendAsync("Audit");
        house.Clock.Advance(TimeSpan.FromMinutes(6));
        await house.RetainAsync();
        Assert.Equal(50, await PseudonymisedAsync(house));

        // Whole: a talk whose assignment says so holds no name, any other holds all.
        async Task<int> PseudonymisedAsync(House of)
        {
            await using var db = of.OpenStore();
            var done = (await db.Assignments.Where(a => a.PseudonymisedAt != null).Select(a => a.Id).ToListAsync(Cancelled)).ToHashSet();
            Assert.All(await db.Messages.ToListAsync(Cancelled), line => Assert.Equal(done.Contains(line.AssignmentId!), !line.Text.Contains("Anna Berg", StringComparison.Ordinal)));
            Assert.Equal(done.Order(), (await db.Audit.Where(a => a.Action == "pseudonymise").Select(a => a.Subject).ToListAsync(Cancelled)).Order());
            return done.Count;
        }
    }

    [Fact]
    public async Task One_process_at_a_time()
    {
        await using var house = await House.BuildAsync();
        await EndedAsync(house, 1);
        house.Clock.Advance(TimeSpan.FromDays(366));
        await using (var db = house.OpenStore())
        {
            db.Add(new LeaseRow { Name = "retention", Holder = "another", Until = house.Clock.GetUtcNow() + TimeSpan.FromMinutes(4) });
            await db.SaveChangesAsync(Cancelled);
        }

        await house.RetainAsync();
        await using (var db = house.OpenStore())
        {
            Assert.Null((await db.Assignments.SingleAsync(Cancelled)).PseudonymisedAt);
        }

        // The other one died with it.
        house.Clock.Advance(TimeSpan.FromMinutes(5));
        await house.RetainAsync();
        await using (var db = house.OpenStore())
        {
            Assert.NotNull((await db.Assignments.SingleAsync(Cancelled)).PseudonymisedAt);
        }
    }

    [Fact]
    public async Task Who_has_not_been_heard_from_for_years_is_erased_but_staff_and_who_has_a_record_are_not()
    {
        await using var house = await House.BuildAsync();
        await PublishedAsync(house);
        await house.AddPersonAsync("U2", "editor");
        await house.AddPersonAsync("U3");
        await house.AddPersonAsync("U5");
        var inSeries = await house.AddPersonAsync("U6");
        house.Clock.Advance(TimeSpan.FromDays(1095));
        await using (var heard = house.OpenStore())
        {
            await heard.Addresses.Where(address => address.User == "U5").ExecuteUpdateAsync(address => address.SetProperty(a => a.HeardAt, house.Clock.GetUtcNow()), Cancelled);
            heard.Add(new SeriesRow { Id = "s1", Body = $$"""{"people":["{{inSeries.Id}}"]}""", DoneUntil = house.Clock.GetUtcNow() });
            await heard.SaveChangesAsync(Cancelled);
        }

        house.Clock.Advance(TimeSpan.FromDays(1));
        await house.AddPersonAsync("U4");

        await house.RetainAsync();

        await using var db = house.OpenStore();
        Assert.Equal(["U1", "U2", "U4", "U5", "U6"], await db.Addresses.Select(a => a.User).Order().ToListAsync(Cancelled));
        Assert.Equal(1, await db.Audit.CountAsync(a => a.Action == "erase" && a.Door == "clock", Cancelled));
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public async Task Who_speaks_in_two_places_is_one_person_of_whom_nothing_is_heard(bool isParted, bool isInSeries)
    {
        await using var house = await House.BuildAsync();
        var (stands, left) = (await house.AddPersonAsync("U1"), await house.AddPersonAsync("U2"));
        await house.Database.WriteAsync(
            async (session, token) =>
            {
                await Joins.JoinAsync(session, left, stands.Id, house.Clock.GetUtcNow(), token);
                return true;
            },
            Cancelled);
        if (isParted)
        {
            await house.Database.WriteAsync(
                async (session, token) =>
                {
                    await Joins.PartAsync(session, stands, left.Id, house.Clock.GetUtcNow(), token);
                    return true;
                },
                Cancelled);
        }

        await using var db = house.OpenStore();
        if (isInSeries)
        {
            db.Add(new SeriesRow { Id = "s1", Body = $$"""{"people":["{{left.Id}}"]}""", DoneUntil = house.Clock.GetUtcNow() });
            await db.SaveChangesAsync(Cancelled);
        }

        house.Clock.Advance(TimeSpan.FromDays(1096));
        await house.RetainAsync();

        Assert.Equal(isInSeries ? 2 : 0, await db.People.CountAsync(Cancelled));
        Assert.Equal(isInSeries ? 1 : 0, await db.Joins.CountAsync(Cancelled));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_night_whose_process_was_killed_is_gone_on_with_when_its_time_is_over(bool isStartedAfterwards)
    {
        await using var house = await House.BuildAsync();
        var here = ActivatorUtilities.CreateInstance<Retention>(house.Services);
        await here.RunAtNightAsync(Cancelled);
        await AddOldKeyAsync(house);
        house.Clock.Advance(TimeSpan.FromDays(1));
        await using var db = house.OpenStore();
        db.Add(new LeaseRow { Name = "retention", Holder = "killed", Until = house.Clock.GetUtcNow() + TimeSpan.FromMinutes(4) });
        await db.SaveChangesAsync(Cancelled);

        await here.RunAtNightAsync(Cancelled);
        Assert.True(await db.Inbox.AnyAsync(Cancelled));
        house.Clock.Advance(TimeSpan.FromMinutes(5));
        await (isStartedAfterwards ? ActivatorUtilities.CreateInstance<Retention>(house.Services) : here).RunAtNightAsync(Cancelled);

        Assert.False(await db.Inbox.AnyAsync(Cancelled));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_clock_that_has_jumped_ahead_removes_nothing_for_a_day(bool isStartedAgain)
    {
        await using var house = await House.BuildAsync();
        var retention = ActivatorUtilities.CreateInstance<Retention>(house.Services);
        await retention.RunAtNightAsync(Cancelled);
        house.Clock.Advance(TimeSpan.FromDays(1));
        await retention.RunAtNightAsync(Cancelled);
        await EndedAsync(house, 1);
        house.Clock.Advance(TimeSpan.FromDays(4000));
        retention = isStartedAgain ? ActivatorUtilities.CreateInstance<Retention>(house.Services) : retention;

        await retention.RunAtNightAsync(Cancelled);
        house.Clock.Advance(TimeSpan.FromHours(23));
        await retention.RunAtNightAsync(Cancelled);
        await using var db = house.OpenStore();
        Assert.Equal(1, await db.Assignments.CountAsync(Cancelled));

        // So it is the right one.
        house.Clock.Advance(TimeSpan.FromHours(1));
        await retention.RunAtNightAsync(Cancelled);
        Assert.Equal(0, await db.Assignments.CountAsync(Cancelled));
    }

    [Theory]
    [InlineData("JoinCodes", -1, true)]
    [InlineData("JoinCodes", 1, false)]
    [InlineData("Sent", 89, true)]
    [InlineData("Sent", 91, false)]
    [InlineData("Waiting", 91, true)]
    [InlineData("Waiting", 366, true)]
    [InlineData("Failed", 364, true)]
    [InlineData("Failed", 366, false)]
    [InlineData("Mail", 364, true)]
    [InlineData("Mail", 366, false)]
    [InlineData("WaitingMail", 366, true)]
    [InlineData("Messages", 364, true)]
    [InlineData("Messages", 366, false)]
    public async Task What_has_only_its_age_is_kept_so_many_days(string what, int age, bool isKept)
    {
        await using var house = await House.BuildAsync();
        var at = house.Clock.GetUtcNow().AddDays(-age);
        await using var db = house.OpenStore();
        db.Add(what switch
        {
            "JoinCodes" => new JoinCodeRow { Hash = "h", PersonId = "p", ExpiresAt = at },
            "Sent" => Sending(OutboxStatus.Sent, waits: false),
            "Waiting" => Sending(OutboxStatus.Unknown, waits: true),
            "Failed" => Sending(OutboxStatus.Failed, waits: false),
            "Mail" => new MailRow { Key = "k", PersonId = "p", Body = "{}", CreatedAt = at },
            "WaitingMail" => new MailRow { Key = "k", PersonId = "p", Body = "{}", CreatedAt = at, NextAt = at },
            _ => new MessageRow { PersonId = "p", Incoming = true, Key = "k", Channel = "slack", Kind = "said", Text = "hej", At = at },
        });
        await db.SaveChangesAsync(Cancelled);

        await house.RetainAsync();

        var left = await db.JoinCodes.CountAsync(Cancelled) + await db.Outbox.CountAsync(Cancelled) + await db.Mail.CountAsync(Cancelled) + await db.Messages.CountAsync(Cancelled);
        Assert.Equal(isKept ? 1 : 0, left);

        OutboxRow Sending(OutboxStatus status, bool waits) =>
            new() { Id = "k", PersonId = "p", Channel = "slack", Workspace = "T1", User = "U1", Body = "{}", Status = status, NextAt = waits ? at : null, CreatedAt = at };
    }

    [Fact]
    public async Task What_is_kept_for_ever_is()
    {
        await using var house = await House.BuildAsync();
        await EndedAsync(house, 2);
        house.Clock.Advance(TimeSpan.FromDays(10_000));

        await house.RetainAsync(RetentionOptions.Read(Configured([.. new RetentionOptions().All.Select(kind => (kind.Kind, "never"))])));

        await using var db = house.OpenStore();
        Assert.Equal(2, await db.Assignments.CountAsync(Cancelled));
        Assert.All(await db.Messages.ToListAsync(Cancelled), line => Assert.Contains("Anna Berg", line.Text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Transcripts", "0")]
    [InlineData("Transcripts", "ett år")]
    [InlineData("Keys", "1")]
    [InlineData("Transcript", "365")]
    public void A_time_that_cannot_be_names_its_key(string key, string value) =>
        Assert.StartsWith($"Retention:{key}", Assert.Throws<StartupException>(() => RetentionOptions.Read(Configured((key, value)))).Message, StringComparison.Ordinal);

    private static IConfiguration Configured(params (string Key, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => new KeyValuePair<string, string?>($"Retention:{setting.Key}", setting.Value))).Build();

    /// <summary>A key nobody needs any more: the night's work removes it.</summary>
    private static Task AddOldKeyAsync(House house) => house.Database.WriteAsync(
        session => session.Write("""INSERT INTO "Inbox" ("Key", "At") VALUES ($1, $2) ON CONFLICT DO NOTHING""", "old", house.Clock.GetUtcNow().AddYears(-1)), Cancelled);

    private static async Task<string> PublishedAsync(House house)
    {
        var assignment = await house.InterviewedAsync(Told);
        foreach (var outlet in (string[])["web", "x"])
        {
            await house.ReviewAsync($"{assignment}-{outlet}", ReviewAction.Approve);
            await house.ReviewAsync($"{assignment}-{outlet}", ReviewAction.Publish);
        }

        await using var db = house.OpenStore();
        Assert.Equal(AssignmentState.Completed, (await db.Assignments.SingleAsync(Cancelled)).State);
        await db.Records.Where(r => r.DraftId == $"{assignment}-x").ExecuteDeleteAsync(Cancelled);
        return assignment;
    }

    /// <summary>Assignments that were declined, each with a line of its own.</summary>
    private static async Task<List<string>> EndedAsync(House house, int count)
    {
        await using var db = house.OpenStore();
        var ids = new List<string>();
        for (var number = 0; number < count; number++)
        {
            var order = House.Assignment("somebody") with { Id = $"ended-{number:000}" };
            ids.Add(order.Id);
            db.Add(new AssignmentRow { Id = order.Id, PersonId = "somebody", Topic = order.Topic, State = AssignmentState.Declined, Body = StateJson.Write(order), CreatedAt = house.Clock.GetUtcNow(), MovedAt = house.Clock.GetUtcNow() });
            db.Add(new MessageRow { PersonId = "somebody", AssignmentId = order.Id, Incoming = true, Key = $"m{number}", Channel = "slack", Kind = "said", Text = "Fråga Anna Berg i stället.", At = house.Clock.GetUtcNow() });
        }

        await db.SaveChangesAsync(Cancelled);
        return ids;
    }

    private static async Task<List<string>> TranscriptAsync(House house)
    {
        await using var db = house.OpenStore();
        return await db.Messages.OrderBy(m => m.Seq).Select(m => m.Text).ToListAsync(Cancelled);
    }
}
