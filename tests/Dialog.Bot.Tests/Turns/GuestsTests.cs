using Dialog.Bot.Store;
using Dialog.Bot.Tests.Support;
using Dialog.Bot.Turns;
using Dialog.Core.Interviews;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dialog.Bot.Tests.Turns;

/// <summary>People the channel says are not of the organisation, and people it has not said anything of.</summary>
public class GuestsTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_a_guest_writes_is_not_read_from_when_it_is_known_wherever_that_was_learnt()
    {
        await using var house = await House.BuildAsync();
        await house.SayAsync("hej", "e1");
        await LearnAsync(house, new Profile { Outsider = true });

        var told = await house.SayAsync("jag vill skriva om vattentornet", "e2");
        var silent = await house.SayAsync("är du där?", "e3");

        Assert.Contains("en bot som intervjuar medarbetare", Assert.Single(told.Replies).Text, StringComparison.Ordinal);
        Assert.Equal((true, 0), (silent.New, silent.Replies.Count));
        await using var db = house.OpenStore();
        Assert.Equal(["hej"], await db.Messages.Where(m => m.Incoming).Select(m => m.Text).ToListAsync(Cancelled));
        Assert.False((await house.SayAsync("är du där?", "e3")).New);
    }

    [Fact]
    public async Task A_guest_who_is_not_answered_gets_no_mark_that_they_were_read()
    {
        await using var house = await House.BuildAsync();
        await house.SayAsync("hej", "e1");
        await LearnAsync(house, new Profile { Outsider = true });
        await house.SayAsync("hallå", "e2");
        await house.SayAsync("är du där?", "e3");

        var other = await house.AddPersonAsync("U2");
        await house.Assignments.OpenAsync(House.Assignment(other.Id), requestKey: null, Cancelled);
        await house.SayAsync("Vi bygger om torget.", "e4", "U2");
        await house.SayAsync("Och bänkarna.", "e5", "U2");

        await using var rung = house.Services.GetRequiredService<ReceiptBell>().RungAsync(Cancelled).GetAsyncEnumerator(Cancelled);
        Assert.True(await rung.MoveNextAsync());
        Assert.Equal("U2", rung.Current.To.User);
    }

    [Fact]
    public async Task A_guest_whom_the_desk_has_asked_is_read()
    {
        await using var house = await House.BuildAsync();
        var person = await house.AddPersonAsync();
        await LearnAsync(house, new Profile { Outsider = true });
        Assert.True(await IsGuestAsync(house));
        await house.Assignments.OpenAsync(House.Assignment(person.Id), "order-1", Cancelled);
        Assert.False(await IsGuestAsync(house));

        await house.SayAsync("Vi bygger om torget.", "e1");

        await using var db = house.OpenStore();
        Assert.Equal(["Vi bygger om torget."], await db.Messages.Where(m => m.Incoming).Select(m => m.Text).ToListAsync(Cancelled));
    }

    [Fact]
    public async Task A_guest_who_has_become_a_member_is_read()
    {
        await using var house = await House.BuildAsync();
        await house.SayAsync("hej", "e1");
        await LearnAsync(house, new Profile { Outsider = true });
        await LearnAsync(house, new Profile { Name = "Ellen Green" });
        Assert.True(await IsGuestAsync(house));

        await LearnAsync(house, new Profile { Member = true });

        Assert.False(await IsGuestAsync(house));
        await house.SayAsync("Vi bygger om torget.", "e2");
        await using var db = house.OpenStore();
        Assert.Equal("respondent", (await db.People.SingleAsync(Cancelled)).Roles);
        Assert.Equal(["hej", "Vi bygger om torget."], await db.Messages.Where(m => m.Incoming).OrderBy(m => m.Seq).Select(m => m.Text).ToListAsync(Cancelled));
    }

    [Fact]
    public async Task A_member_keeps_the_roles_they_have()
    {
        await using var house = await House.BuildAsync();
        await house.AddPersonAsync("U1", "editor", "approver");

        await LearnAsync(house, new Profile { Member = true });

        await using var db = house.OpenStore();
        Assert.Equal("editor,approver", (await db.People.SingleAsync(Cancelled)).Roles);
    }

    [Fact]
    public async Task Who_wrote_is_to_be_asked_about_until_the_channel_has_told_and_again_after_a_day()
    {
        await using var house = await House.BuildAsync();
        Assert.True((await house.SayAsync("hej", "e1")).ByStranger);

        await LearnAsync(house, new Profile { Name = "Ellen Green" });
        Assert.False((await house.SayAsync("hej", "e2")).ByStranger);

        house.Clock.Advance(AddressRow.ProfileLasts + TimeSpan.FromMinutes(1));
        Assert.True((await house.SayAsync("hej", "e3")).ByStranger);

        await LearnAsync(house, new Profile { Name = "Ellen Green" });
        Assert.False((await house.SayAsync("hej", "e4")).ByStranger);
    }

    private static Task<bool> LearnAsync(House house, Profile profile) => house.People.LearnAsync(house.Said("", "").From, profile, Cancelled);

    private static Task<bool> IsGuestAsync(House house) => ActivatorUtilities.CreateInstance<Guests>(house.Services).IsGuestAsync(house.Said("", "").From, Cancelled);
}
