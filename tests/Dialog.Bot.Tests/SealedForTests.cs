using System.Web;
using Dialog.Bot.Assisting;
using Dialog.Bot.Channels.Web;
using Dialog.Bot.Tests.Support;
using Dialog.Bot.Turns;
using Dialog.Core.Drafts;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Dialog.Bot.Tests;

/// <summary>What is good for a time is good until then by the program's clock, and not a second longer.</summary>
public sealed class SealedForTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2027, 2, 5, 8, 5, 0, TimeSpan.Zero));
    private readonly EphemeralDataProtectionProvider protection = new();

    [Fact]
    public void What_is_sealed_is_opened_until_its_time_is_over_and_for_its_purpose_only()
    {
        var ours = new SealedFor(protection, "purpose", clock);
        var text = ours.Close("åäö", TimeSpan.FromMinutes(15));

        Assert.Null(new SealedFor(protection, "another", clock).Open(text));
        Assert.Null(ours.Open(text[..^2]));
        Assert.All((string[])["", "x", "CfDJ8nonsense", "å", new string('a', 3000)], foreign => Assert.Null(ours.Open(foreign)));
        AssertEnds(TimeSpan.FromMinutes(15), () => ours.Open(text) == "åäö");
    }

    [Fact]
    public void What_the_release_before_has_sealed_is_opened_until_its_time_is_over()
    {
        var text = protection.CreateProtector("purpose").ToTimeLimitedDataProtector().Protect("p1", clock.GetUtcNow() + TimeSpan.FromDays(60));

        AssertEnds(TimeSpan.FromDays(60), () => new SealedFor(protection, "purpose", clock).Open(text) == "p1");
    }

    [Fact]
    public void An_invitation_is_good_for_sixty_days()
    {
        var visitors = new ChatVisitors(protection, clock);
        var invitation = visitors.Invite("visitor-1");

        AssertEnds(TimeSpan.FromDays(60), () => visitors.Accept(invitation) == "visitor-1");
    }

    [Fact]
    public void A_suggestion_can_be_accepted_for_two_hours()
    {
        var seal = new SuggestionSeal(protection, clock);
        var suggestion = seal.Close(new SealedSuggestion("a1", "d1", 1, "Kortare.", new Assistance(AssistKind.Plain, "model")));

        AssertEnds(TimeSpan.FromHours(2), () => seal.Open(suggestion)?.Text == "Kortare.");
    }

    [Fact]
    public async Task The_link_to_ones_own_data_is_good_for_a_quarter_of_an_hour()
    {
        await using var house = await House.BuildAsync([new("Organisation:Url", "https://dialog.example.se")]);
        await house.SayAsync("hej", "e1");
        var link = Assert.Single((await house.SayAsync("mina uppgifter", "e2")).Replies).Link!;
        var (links, key) = (house.Services.GetRequiredService<DataLinks>(), HttpUtility.ParseQueryString(new Uri(link.Url).Query)["key"]!);

        house.Clock.Advance(TimeSpan.FromMinutes(15) - Second);
        Assert.NotNull(links.Open(key));
        house.Clock.Advance(2 * Second);
        Assert.Null(links.Open(key));
    }

    private void AssertEnds(TimeSpan after, Func<bool> isGood)
    {
        clock.Advance(after - Second);
        Assert.True(isGood());
        clock.Advance(2 * Second);
        Assert.False(isGood());
    }
}
