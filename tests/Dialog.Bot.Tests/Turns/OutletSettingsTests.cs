using Dialog.Bot.Turns;
using Dialog.Core.Assignments;
using Dialog.Core.Drafts;
using Microsoft.Extensions.Configuration;

namespace Dialog.Bot.Tests.Turns;

/// <summary>Outlets and ad sizes as the organisation sets them.</summary>
public class OutletSettingsTests
{
    [Fact]
    public void Nothing_set_leaves_the_built_in_outlets() => Assert.Equal(Outlets.BuiltIn, Read());

    [Fact]
    public void A_target_is_overridden_and_says_so()
    {
        var mastodon = Read(("Outlets:mastodon:HardLimit", "1000"), ("Outlets:mastodon:Target", "800")).Find("mastodon");

        Assert.Equal((800, 1000), (mastodon.Limit, mastodon.HardLimit!.Value));
        Assert.Equal("the organisation's setting", mastodon.Target!.Source);
        Assert.Equal(Counting.Mastodon, mastodon.Counting);
    }

    [Fact]
    public void A_newspaper_has_its_own_sizes()
    {
        var quarter = Read(("Outlets:ad:Sizes:quarter:Reflection", "390"), ("Outlets:ad:Sizes:quarter:ColumnMm", "46")).Of(AdSize.Quarter);

        Assert.Equal((390, 46, 150), (quarter.Reflection, quarter.ColumnMm, quarter.Words));
    }

    [Fact]
    public void An_outlet_is_added_on_a_counting_rule_and_a_layout()
    {
        var newsletter = Read(("Outlets:newsletter:Name", "Nyhetsbrevet"), ("Outlets:newsletter:Name:en", "Newsletter"), ("Outlets:newsletter:Counting", "graphemes"), ("Outlets:newsletter:Layout", "headed"), ("Outlets:newsletter:Target", "700")).Find("newsletter");

        Assert.Equal(("Nyhetsbrevet", "Newsletter", 700), (newsletter.Name("sv"), newsletter.Name("en"), newsletter.Limit));
    }

    [Fact]
    public void An_ad_format_of_its_own_is_an_outlet()
    {
        var supplement = Read(("Outlets:bilaga:Counting", "words"), ("Outlets:bilaga:Layout", "ad"), ("Outlets:bilaga:Size:Words", "90")).Find("bilaga");

        Assert.Equal(90, supplement.Size!.Words);
    }

    [Theory]
    [InlineData("Outlets:x:Target", "many", "Outlets:x:Target", "whole number")]
    [InlineData("Outlets:x:Target", "300", "Outlets:x:Target", "hard limit 280")]
    [InlineData("Outlets:x:Hashtags", "5", "Outlets:x:Hashtags", "MostHashtags")]
    [InlineData("Outlets:x:Colour", "red", "Outlets:x:Colour", "no such setting")]
    [InlineData("Outlets:x:Link", "perhaps", "Outlets:x:Link", "neither true nor false")]
    [InlineData("Outlets:x:Counting", "words", "Outlets:x", "Layout ad")]
    [InlineData("Outlets:x:Counting", "1", "Outlets:x:Counting", "graphemes, weighted")]
    [InlineData("Outlets:newsletter:Target", "300", "Outlets:newsletter", "Counting")]
    [InlineData("Outlets:ad:Sizes:tiny:Words", "30", "Outlets:ad:Sizes:tiny", "eighth")]
    [InlineData("Outlets:ad:Sizes:half:Words", "-1", "Outlets:ad:Sizes:half:Words", "whole number")]
    public void A_value_that_cannot_work_names_key_and_mend(string key, string value, string named, string mend)
    {
        var problem = Assert.Throws<StartupException>(() => Read((key, value)));

        Assert.StartsWith(named, problem.Message, StringComparison.Ordinal);
        Assert.Contains(mend, problem.Message, StringComparison.Ordinal);
    }

    private static Outlets Read(params (string Key, string Value)[] settings) =>
        OutletSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value))).Build());
}
