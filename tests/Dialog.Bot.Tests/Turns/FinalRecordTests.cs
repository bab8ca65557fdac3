using System.Security.Cryptography;
using System.Text;
using Dialog.Bot.Tests.Support;
using Dialog.Bot.Turns;
using Dialog.Core.Access;
using Dialog.Core.Drafts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dialog.Bot.Tests.Turns;

/// <summary>What has gone out is fixed as it went out, apart from the working material.</summary>
public sealed class FinalRecordTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_publication_fixes_the_text_with_who_when_and_whose_yes()
    {
        await using var house = await House.BuildAsync();
        var assignment = await house.InterviewedAsync();
        await house.ReviewAsync($"{assignment}-web", ReviewAction.Approve, "Bra.");
        await using var db = house.OpenStore();
        Assert.False(await db.Records.AnyAsync(Cancelled));

        await house.ReviewAsync($"{assignment}-web", ReviewAction.Publish);

        var row = await db.Records.SingleAsync(Cancelled);
        var record = FinalRecord.Read(row.Body);
        Assert.Equal(row.Sha256, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(row.Body))));
        Assert.Equal(("Mattias Jansson", "kommunchef", "web", 1), (record.Name, record.Title, record.Outlet, record.Revision));
        Assert.Contains("bussarna fastnade varje morgon", record.Text, StringComparison.Ordinal);
        Assert.Equal(record.TextSha256, Assert.Single(record.Approvals).Hash);
        Assert.Equal("Bra.", record.Approvals[0].Comment);
        Assert.Equal(house.Clock.GetUtcNow(), record.PublishedAt);
        Assert.Equal($"record {row.Sha256}", (await db.Audit.SingleAsync(a => a.Action == "fix", Cancelled)).Detail);
    }

    [Fact]
    public async Task A_correction_is_a_record_of_its_own_with_what_readers_had_said()
    {
        await using var house = await House.BuildAsync();
        var assignment = await house.InterviewedAsync();
        var draft = $"{assignment}-web";
        await house.ReviewAsync(draft, ReviewAction.Approve);
        await house.ReviewAsync(draft, ReviewAction.Publish);
        await house.Services.GetRequiredService<ReaderBook>().AddAsync(assignment, new Dialog.Core.Assignments.Reaction("r1", "Äntligen!", "Facebook", Url: null), Asking.Never, Cancelled);
        Assert.Null(await house.Reviews.OrderAsync(new ReviewOrder(draft, ReviewAction.Edit, Actor.Desk) { Text = "Rättat: bussarna fastnade i februari." }, Cancelled));
        await house.ReviewAsync(draft, ReviewAction.Approve);
        await house.ReviewAsync(draft, ReviewAction.Publish);

        await using var db = house.OpenStore();
        var records = (await db.Records.OrderBy(r => r.Seq).ToListAsync(Cancelled)).ConvertAll(row => FinalRecord.Read(row.Body));
        Assert.Equal([1, 2], records.Select(record => record.Revision));
        Assert.Equal("Rättat: bussarna fastnade i februari.", records[1].Text);
        Assert.Empty(records[0].Reactions);
        Assert.Equal("Äntligen!", Assert.Single(records[1].Reactions).Text);
    }

    [Fact]
    public async Task What_cannot_be_fixed_has_not_gone_out()
    {
        await using var house = await House.BuildAsync();
        var assignment = await house.InterviewedAsync();
        await house.ReviewAsync($"{assignment}-web", ReviewAction.Approve);
        await house.BreakAsync("Records");

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => house.ReviewAsync($"{assignment}-web", ReviewAction.Publish));

        await using var db = house.OpenStore();
        Assert.Equal(DraftStatus.Approved, (await db.Drafts.SingleAsync(d => d.Outlet == "web", Cancelled)).Status);
    }
}
