using Dialog.Bot.Desk;
using Dialog.Core.Assignments;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Dialog.Bot.Tests.Desk;

public class DeskFilterTests
{
    [Theory]
    [InlineData("./")]
    [InlineData("./?status=inProgress&person=Anna%20%C3%96&q=%22vad%26&month=2027-02&sort=changed&after=1-x")]
    [InlineData("./?status=all&sort=changed")]
    public void A_filter_reads_as_it_was_written(string url) => Assert.Equal(url, Read(url[2..]).ToUrl());

    [Fact]
    public void What_cannot_be_read_is_left_out()
    {
        var filter = Read("?status=4&month=2027-13&sort=x&person=" + new string('p', 300));

        Assert.Equal(new DeskFilter(), filter);
        Assert.Null(filter.Stage);
        Assert.Equal(AssignmentStage.Review, Read("?status=review").Stage);
    }

    private static DeskFilter Read(string query) => DeskFilter.Read(new QueryCollection(QueryHelpers.ParseQuery(query)));
}
