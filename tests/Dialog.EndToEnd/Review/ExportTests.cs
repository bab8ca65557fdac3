using System.IO.Compression;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Dialog.EndToEnd.Review;

public sealed partial class ExportTests(ReviewWorld world) : IClassFixture<ReviewWorld>
{
    [Theory]
    [InlineData("md", "text/markdown")]
    [InlineData("txt", "text/plain")]
    [InlineData("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document")]
    [InlineData("json", "application/json")]
    public async Task A_file_with_a_name_that_archives_take(string format, string type)
    {
        using var answer = await ExportAsync(format);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(type, answer.Content.Headers.ContentType!.MediaType);
        Assert.Matches(Name(), answer.Content.Headers.ContentDisposition!.FileName!);
    }

    [Fact]
    public async Task The_copy_has_the_texts_where_they_come_from_and_who_approved()
    {
        await world.PostAsync("x", "approve");
        var text = await TextAsync("txt");

        Assert.Contains("Varför twittrar kommunchefen?", text, StringComparison.Ordinal);
        Assert.Contains("X (godkänd)", text, StringComparison.Ordinal);
        Assert.Contains("Konversation behövs, speciellt i en roll som ex. kommunchef", text, StringComparison.Ordinal);
        Assert.Contains("egna ord, Varför? mening", text, StringComparison.Ordinal);
        Assert.Contains("Godkänd (redaktionen)", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_with_open_warnings_is_not_in_the_copy()
    {
        await world.PatchAsync("bluesky", "Ring 121212-1212?");
        foreach (var format in (string[])["md", "txt"])
        {
            var text = await TextAsync(format);
            Assert.DoesNotContain("121212", text, StringComparison.Ordinal);
            Assert.Contains("Texten har varningar", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Markdown_shows_what_people_write_as_they_write_it()
    {
        await world.PatchAsync("mastodon", "# Rubrik\n- punkt\n1. ett\n<b>fet</b> [länk](javascript:alert(1)) *stjärna* `kod` | rör &amp;?");
        Assert.Equal((200, "approved"), (await world.PostAsync("mastodon", "approve")).Outcome);
        var text = await TextAsync("md");

        Assert.Contains("\\# Rubrik\\\n\\- punkt\\\n1\\. ett\\\n\\<b\\>fet\\</b\\> \\[länk\\]\\(javascript:alert\\(1\\)\\) \\*stjärna\\* \\`kod\\` \\| rör \\&amp;?", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_has_every_revision_with_provenance_changes_and_decisions()
    {
        await world.PatchAsync("threads", "En annan text?");
        await world.PostAsync("threads", "approve");
        using var record = JsonDocument.Parse(await TextAsync("json"));
        var draft = record.RootElement.GetProperty("drafts").EnumerateArray().Single(found => found.GetProperty("outlet").GetString() == "threads");

        Assert.Equal(2, draft.GetProperty("revisions").GetArrayLength());
        Assert.Equal("staff", draft.GetProperty("sentences")[0].GetProperty("origin").GetString());
        Assert.Equal(draft.GetProperty("hash").GetString(), draft.GetProperty("approvals")[0].GetProperty("hash").GetString());
        Assert.Equal(["compose", "edit", "approve"], draft.GetProperty("decisions").EnumerateArray().Select(entry => entry.GetProperty("action").GetString()));
    }

    [Fact]
    public async Task Word_has_title_language_and_author()
    {
        using var answer = await ExportAsync("docx");
        using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        var entry = zip.Entries.Single(part => part.FullName.EndsWith("core.xml", StringComparison.Ordinal) || part.FullName.EndsWith(".psmdcp", StringComparison.Ordinal));
        using var reader = new StreamReader(entry.Open());
        var properties = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);

        Assert.Contains("Varför twittrar kommunchefen?", properties, StringComparison.Ordinal);
        Assert.Contains("<dc:language>sv</dc:language>", properties, StringComparison.Ordinal);
        Assert.Contains("<dc:creator>Dialog</dc:creator>", properties, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_format_is_400_and_another_assignment_404()
    {
        using var format = await ExportAsync("exe");
        Assert.Equal(HttpStatusCode.BadRequest, format.StatusCode);
        using var missing = await world.Program.Api.GetAsync("assignments/nothing/export?format=md");
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }

    private Task<HttpResponseMessage> ExportAsync(string format) => world.Program.Api.GetAsync($"assignments/{world.Assignment}/export?format={format}");

    private async Task<string> TextAsync(string format)
    {
        using var answer = await ExportAsync(format);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    [GeneratedRegex(@"^[0-9]{4}-[0-9]{2}-[0-9]{2}-varfor-twittrar-kommunchefen-r[0-9]+\.(md|txt|docx|json)$")]
    private static partial Regex Name();
}
