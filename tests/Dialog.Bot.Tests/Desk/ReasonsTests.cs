using Dialog.Bot.Channels.Slack;
using Dialog.Bot.Channels.Teams;
using Dialog.Bot.Desk;

namespace Dialog.Bot.Tests.Desk;

public sealed class ReasonsTests
{
    [Fact]
    public void Every_sentence_of_ours_and_the_platforms_is_read_in_Swedish_at_a_Swedish_desk()
    {
        var said = SlackErrors.Phrases.Select(phrase => $"{phrase} (code)").Concat(TeamsErrors.Table.Select(row => $"{row.Reason} (HTTP {row.Status})")).Concat(SendReasons.All).Concat(SendReasons.All.Select(reason => $"given up after 24 h: {reason} more"));

        Assert.All(said, reason => Assert.Equal("sv", Reasons.Of(reason, "sv").Language));
    }

    [Theory]
    [InlineData("the person's account is deactivated (user_disabled)", "personens konto är avslutat (user_disabled)")]
    [InlineData("the app lacks a permission: compare its scopes with the manifest and install it again (missing_scope); needs chat:write", "appen saknar en rättighet: jämför med manifestet och installera den igen (missing_scope); needs chat:write")]
    [InlineData("given up after 24 h: Teams did not answer in time (HTTP 504)", "gavs upp efter ett dygn: Teams svarade inte i tid (HTTP 504)")]
    public void The_words_are_translated_and_the_code_stays(string reason, string swedish) => Assert.Equal((swedish, "sv"), Reasons.Of(reason, "sv"));

    [Fact]
    public void What_nobody_has_translated_is_marked_as_English_and_an_English_desk_reads_all_as_it_is()
    {
        Assert.Equal(("something new", "en"), Reasons.Of("something new", "sv"));
        Assert.Equal(("the app was uninstalled", "en"), Reasons.Of("the app was uninstalled", "en"));
    }
}
