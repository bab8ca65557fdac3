using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Dialog.Bot.Export;
using Dialog.Bot.Tests.Support;
using Dialog.Bot.Turns;
using Dialog.Core.Access;
using Dialog.Core.Assignments;
using Dialog.Core.Interviews;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dialog.Bot.Tests.Export;

/// <summary>What an archive is handed can be read without Dialog, checked, and made again byte by byte.</summary>
public sealed class ArchiveTests
{
    private static readonly ArchivePeriod February = ArchivePeriod.Read("2027-02", "Europe/Stockholm")!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_package_holds_what_went_out_with_sums_that_hold()
    {
        await using var house = await House.BuildAsync();
        var assignment = await PublishedAsync(house);
        await house.Services.GetRequiredService<ReaderBook>().AddAsync(assignment, new Reaction("r1", "Äntligen <script>!", "Facebook", Url: null), Asking.Never, Cancelled);
        house.Clock.Advance(TimeSpan.FromDays(30));

        var files = Read(await PackAsync(house, February));

        var sums = Encoding.UTF8.GetString(files[ArchivePackage.Sums]).Split('\n', StringSplitOptions.RemoveEmptyEntries).ToDictionary(line => line[66..], line => line[..64]);
        Assert.Equal(files.Keys.Where(name => name != ArchivePackage.Sums).Order(), sums.Keys.Order());
        Assert.All(sums, sum => Assert.Equal(sum.Value, Convert.ToHexStringLower(SHA256.HashData(files[sum.Key]))));

        var manifest = JsonDocument.Parse(files[ArchivePackage.Manifest]).RootElement;
        var line = Assert.Single(manifest.GetProperty("records").EnumerateArray());
        var folder = line.GetProperty("folder").GetString();
        var record = FinalRecord.Read(Encoding.UTF8.GetString(files[$"{folder}/handling.json"]));
        Assert.Equal(line.GetProperty("sha256").GetString(), sums[$"{folder}/handling.json"]);
        Assert.StartsWith("handlingar/2027-02-05-varfor-twittrar-kommunchefen-web-r1", folder, StringComparison.Ordinal);
        Assert.Equal(("web", "Mattias Jansson"), (record.Outlet, record.Name));
        var html = Encoding.UTF8.GetString(files[$"{folder}/handling.html"]);
        Assert.Contains("bussarna", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.Contains("Äntligen &lt;script&gt;!", html, StringComparison.Ordinal);
        Assert.Contains("Läsarnas reaktioner", html, StringComparison.Ordinal);
        Assert.Contains("# Varför twittrar kommunchefen?", Encoding.UTF8.GetString(files[$"{folder}/handling.md"]), StringComparison.Ordinal);
        Assert.Contains("Äntligen", Encoding.UTF8.GetString(files[$"{folder}/reaktioner.json"]), StringComparison.Ordinal);
        Assert.Contains("Katrineholms kommun", Encoding.UTF8.GetString(files[ArchivePackage.Readme]), StringComparison.Ordinal);
        var decisions = Encoding.UTF8.GetString(files[ArchivePackage.Decisions]).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(text => JsonDocument.Parse(text).RootElement.GetProperty("action").GetString()).ToList();
        Assert.Equal(manifest.GetProperty("decisionCount").GetInt32(), decisions.Count);
        Assert.Subset(decisions.ToHashSet(), new HashSet<string?>(["open", "approve", "publish", "fix"]));
    }

    [Fact]
    public async Task The_same_period_is_the_same_package()
    {
        await using var house = await House.BuildAsync();
        await PublishedAsync(house);
        house.Clock.Advance(TimeSpan.FromDays(30));
        var first = await PackAsync(house, February);
        house.Clock.Advance(TimeSpan.FromDays(100));

        Assert.Equal(first, await PackAsync(house, February));
        await using var db = house.OpenStore();
        Assert.Equal(2, await db.Audit.CountAsync(a => a.Action == "archive" && a.Subject == "2027-02", Cancelled));
    }

    [Fact]
    public async Task What_went_out_in_another_month_is_in_that_months_package()
    {
        await using var house = await House.BuildAsync();
        await PublishedAsync(house);
        house.Clock.Advance(TimeSpan.FromDays(90));

        Assert.Single(Records(await PackAsync(house, February)));
        Assert.Single(Records(await PackAsync(house, ArchivePeriod.Read("2026", "Europe/Stockholm")! with { End = February.End })));
        Assert.Empty(Records(await PackAsync(house, ArchivePeriod.Read("2027-03", "Europe/Stockholm")!)));
    }

    [Fact]
    public async Task What_readers_said_after_the_month_is_in_the_package_of_the_month_they_said_it_in()
    {
        await using var house = await House.BuildAsync();
        var assignment = await PublishedAsync(house);
        house.Clock.Advance(TimeSpan.FromDays(30));
        await house.Services.GetRequiredService<ReaderBook>().AddAsync(assignment, new Reaction("r1", "Äntligen en rondell!", "Facebook", Url: null), Asking.Never, Cancelled);
        house.Clock.Advance(TimeSpan.FromDays(60));

        var (february, march, april) = (Read(await PackAsync(house, February)), Read(await PackAsync(house, ArchivePeriod.Read("2027-03", "Europe/Stockholm")!)), Read(await PackAsync(house, ArchivePeriod.Read("2027-04", "Europe/Stockholm")!)));

        Assert.All([february, april], files => Assert.DoesNotContain(files.Values, content => Encoding.UTF8.GetString(content).Contains("rondell!", StringComparison.Ordinal)));
        var said = Assert.Single(JsonDocument.Parse(march[ArchivePackage.LaterReactions]).RootElement.EnumerateArray());
        Assert.Equal(assignment, said.GetProperty("assignmentId").GetString());
        Assert.Equal("Äntligen en rondell!", said.GetProperty("reactions")[0].GetProperty("text").GetString());
        Assert.Contains(ArchivePackage.LaterReactions, Encoding.UTF8.GetString(march[ArchivePackage.Sums]), StringComparison.Ordinal);
        Assert.DoesNotContain(ArchivePackage.LaterReactions, february.Keys);
    }

    [Fact]
    public async Task A_period_that_is_not_over_and_a_record_that_was_touched_are_refused()
    {
        await using var house = await House.BuildAsync();
        await PublishedAsync(house);
        Assert.Contains("not over", (await Assert.ThrowsAsync<ArchiveException>(() => PackAsync(house, February))).Message, StringComparison.Ordinal);
        house.Clock.Advance(TimeSpan.FromDays(30));
        await house.RunAsync("""UPDATE "Records" SET "Body" = replace("Body", 'bussarna', 'bilarna')""");

        Assert.Contains("not as it was fixed", (await Assert.ThrowsAsync<ArchiveException>(() => PackAsync(house, February))).Message, StringComparison.Ordinal);
        await using var db = house.OpenStore();
        Assert.False(await db.Audit.AnyAsync(a => a.Action == "archive", Cancelled));
    }

    [Theory]
    [InlineData("2026-10", "2026-09-30T22:00:00Z", "2026-10-31T23:00:00Z")]
    [InlineData("2027", "2026-12-31T23:00:00Z", "2027-12-31T23:00:00Z")]
    public void A_period_ends_at_midnight_where_the_organisation_is(string text, string first, string end)
    {
        var period = ArchivePeriod.Read(text, "Europe/Stockholm")!;

        Assert.Equal((Instant(first), Instant(end)), (period.First, period.End));
        static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
    }

    [Theory]
    [InlineData("")]
    [InlineData("2026-13")]
    [InlineData("oktober")]
    [InlineData("1026-10")]
    [InlineData("../2026-10")]
    public void What_is_no_period_is_none(string text) => Assert.Null(ArchivePeriod.Read(text, "Europe/Stockholm"));

    private static async Task<string> PublishedAsync(House house)
    {
        var assignment = await house.InterviewedAsync();
        await house.ReviewAsync($"{assignment}-web", ReviewAction.AcceptWarnings, "Det är så det ska se ut.", mayBeNeedless: true);
        await house.ReviewAsync($"{assignment}-web", ReviewAction.Approve);
        await house.ReviewAsync($"{assignment}-web", ReviewAction.Publish);
        return assignment;
    }

    private static async Task<byte[]> PackAsync(House house, ArchivePeriod period)
    {
        using var stream = new MemoryStream();
        await house.Services.GetRequiredService<ArchivePackage>().WriteAsync(period, stream, Cancelled);
        return stream.ToArray();
    }

    private static Dictionary<string, byte[]> Read(byte[] package)
    {
        using var zip = new ZipArchive(new MemoryStream(package), ZipArchiveMode.Read);
        return zip.Entries.ToDictionary(entry => entry.FullName, entry =>
        {
            using var content = new MemoryStream();
            using var stream = entry.Open();
            stream.CopyTo(content);
            return content.ToArray();
        });
    }

    private static List<string> Records(byte[] package) => [.. Read(package).Keys.Where(name => name.EndsWith("handling.json", StringComparison.Ordinal))];
}
