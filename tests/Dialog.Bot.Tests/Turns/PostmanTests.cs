using System.Data.Common;
using Dialog.Bot.Tests.Support;
using Dialog.Core.Interviews;
using Microsoft.EntityFrameworkCore;

namespace Dialog.Bot.Tests.Turns;

public class PostmanTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Mail_is_a_turn_of_the_other_persons_conversation_taken_once()
    {
        await using var house = await House.BuildAsync();
        var editor = await house.AddPersonAsync("EDITOR", "editor");
        await FinishAnInterviewAsync(house);
        await using (var db = house.OpenStore())
        {
            Assert.Equal(editor.Id, (await db.Mail.SingleAsync(Cancelled)).PersonId);
        }

        await house.Postman.CarryAsync(Cancelled);
        await house.Postman.CarryAsync(Cancelled);

        await using var after = house.OpenStore();
        Assert.False(await after.Mail.AnyAsync(Cancelled));
        Assert.Equal(1, await after.Outbox.CountAsync(o => o.PersonId == editor.Id, Cancelled));
    }

    [Fact]
    public async Task Whoever_reads_others_drafts_is_not_asked_to_read_their_own()
    {
        await using var house = await House.BuildAsync();
        await house.AddPersonAsync("U1", "respondent", "editor", "approver");
        var (one, other) = (await house.AddPersonAsync("EDITOR", "editor"), await house.AddPersonAsync("APPROVER", "approver"));
        await FinishAnInterviewAsync(house);

        await using var db = house.OpenStore();
        var mail = await db.Mail.Select(m => new { m.PersonId, m.Key }).ToListAsync(Cancelled);
        Assert.Equal(new[] { one.Id, other.Id }.Order(StringComparer.Ordinal), mail.Select(m => m.PersonId).Order(StringComparer.Ordinal));
        Assert.Equal(2, mail.Select(m => m.Key).Distinct().Count());
    }

    [Fact]
    public async Task Mail_is_committed_with_the_turn_that_wrote_it_or_not_at_all()
    {
        await using var house = await House.BuildAsync();
        await house.AddPersonAsync("EDITOR", "editor");
        await house.BreakAsync("Mail");

        await Assert.ThrowsAnyAsync<DbException>(() => FinishAnInterviewAsync(house));
        await using var db = house.OpenStore();
        Assert.False(await db.Mail.AnyAsync(Cancelled));
        Assert.False(await db.Drafts.AnyAsync(Cancelled));
    }

    [Fact]
    public async Task A_power_cut_while_mail_is_taken_neither_loses_nor_doubles_it()
    {
        await using var house = await House.BuildAsync();
        var editor = await house.AddPersonAsync("EDITOR", "editor");
        await FinishAnInterviewAsync(house);

        await house.BreakAsync("Outbox");
        await house.Postman.CarryAsync(Cancelled);
        await using (var db = house.OpenStore())
        {
            Assert.False(await db.Outbox.AnyAsync(o => o.PersonId == editor.Id, Cancelled));
            Assert.Equal(1, (await db.Mail.SingleAsync(Cancelled)).Attempts);
        }

        await house.MendAsync("Outbox");
        house.Clock.Advance(TimeSpan.FromMinutes(1));
        await house.Postman.CarryAsync(Cancelled);
        await using var after = house.OpenStore();
        Assert.Equal(1, await after.Outbox.CountAsync(o => o.PersonId == editor.Id, Cancelled));
        Assert.False(await after.Mail.AnyAsync(Cancelled));
    }

    [Fact]
    public async Task Two_postmen_at_once_carry_a_piece_once()
    {
        await using var house = await House.BuildAsync();
        var editor = await house.AddPersonAsync("EDITOR", "editor");
        await FinishAnInterviewAsync(house);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => house.RivalPostman().CarryAsync(Cancelled)));

        await using var db = house.OpenStore();
        Assert.Equal(1, await db.Outbox.CountAsync(o => o.PersonId == editor.Id, Cancelled));
    }

    [Fact]
    public async Task What_nobody_can_be_given_does_not_hold_up_the_rest_and_is_given_up_after_a_day()
    {
        await using var house = await House.BuildAsync();
        var gone = await house.AddPersonAsync("GONE", "editor");
        var editor = await house.AddPersonAsync("EDITOR", "editor");
        await FinishAnInterviewAsync(house);
        await using (var db = house.OpenStore())
        {
            await db.Addresses.Where(a => a.PersonId == gone.Id).ExecuteDeleteAsync(Cancelled);
        }

        await house.Postman.CarryAsync(Cancelled);
        await using var after = house.OpenStore();
        Assert.Equal(1, await after.Outbox.CountAsync(o => o.PersonId == editor.Id, Cancelled));
        Assert.NotNull((await after.Mail.AsNoTracking().SingleAsync(Cancelled)).NextAt);

        house.Clock.Advance(TimeSpan.FromHours(25));
        await house.Postman.CarryAsync(Cancelled);
        var left = await after.Mail.AsNoTracking().SingleAsync(Cancelled);
        Assert.Null(left.NextAt);
        Assert.Equal("there is nowhere to reach the person", left.Reason);
    }

    [Fact]
    public async Task The_postman_comes_when_the_bell_rings_and_after_a_start()
    {
        await using var house = await House.BuildAsync();
        var editor = await house.AddPersonAsync("EDITOR", "editor");
        await FinishAnInterviewAsync(house);

        await house.Sender.StartAsync(Cancelled);
        await house.Postman.StartAsync(Cancelled);
        await house.Channel.WaitForAsync(posting => posting.To.User == "EDITOR");
        await FinishAnInterviewAsync(house, "U2");
        await house.Channel.WaitForAsync(posting => posting.To.User == "EDITOR", count: 2);
        await house.Postman.StopAsync(Cancelled);

        await using var db = house.OpenStore();
        Assert.Equal(2, await db.Outbox.CountAsync(o => o.PersonId == editor.Id, Cancelled));
    }

    /// <summary>An answer to each question: enough for drafts, and for nobody to be told that it is thin.</summary>
    private static async Task FinishAnInterviewAsync(House house, string user = "U1")
    {
        await house.SayAsync("jag vill skriva om bänkarna", $"{user}-topic", user);
        await house.SayAsync("I går satte jag ut 24 bänkar vid sjön tillsammans med driften. Det är bänkar med armstöd, och de står där man behöver vila.", $"{user}-what", user);
        await house.SayAsync("klar", $"{user}-d1", user);
        await house.SayAsync("Jag gör det för att många äldre inte orkar gå hela vägen. För mig handlar det om att alla ska kunna ta sig ner till vattnet.", $"{user}-why", user);
        await house.SayAsync("klar", $"{user}-d2", user);
        await house.SayAsync("Det är för Greta på Solgården, som nu går varje dag. Till exempel satt hon där i går med sin syster.", $"{user}-who", user);
        await house.SayAsync("klar", $"{user}-d3", user);
        for (var left = 4; left <= 9; left++)
        {
            await house.SayAsync("klar", $"{user}-d{left}", user);
        }
    }
}
