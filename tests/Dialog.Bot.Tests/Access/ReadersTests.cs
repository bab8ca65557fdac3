using System.Net;
using Dialog.Bot.Tests.Channels.Hooks;
using Dialog.Bot.Tests.Support;

namespace Dialog.Bot.Tests.Access;

public sealed class ReadersTests
{
    [Theory]
    [InlineData("admin", false)]
    [InlineData("approver", true)]
    [InlineData("editor", true)]
    public async Task The_overview_is_not_narrowed_by_words_of_texts_that_its_reader_may_not_read(string role, bool finds)
    {
        await using var site = await OpenSite.OpenAsync();
        await site.InterviewedAsync("Vi bygger kolonilotter för att fler ska kunna odla sin egen mat.");
        var browser = site.Browser((await site.SignInAsync(role)).Cookie);
        async Task<bool> FindsAsync(string words) =>
            WebUtility.HtmlDecode(await browser.GetStringAsync(new Uri($"/?q={words}", UriKind.Relative), TestContext.Current.CancellationToken)).Contains(House.Assignment("").Topic, StringComparison.Ordinal);

        Assert.Equal((true, finds), (await FindsAsync("twittrar"), await FindsAsync("kolonilotter")));
    }

    [Fact]
    public async Task An_approver_reads_the_drafts_and_not_the_talk_an_administrator_neither_and_an_editor_both()
    {
        await using var site = await OpenSite.OpenAsync();
        var (assignment, draft) = await HookTests.AnswerAsync(site);
        var editor = await PageAsync("editor");
        var approver = await PageAsync("approver");
        var administrator = await PageAsync("admin");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.Forbidden), (editor.Status, approver.Status, administrator.Status));
        Assert.All(new[] { "id=\"answers\"", "class=\"transcript\"" }, part =>
        {
            Assert.Contains(part, editor.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(part, approver.Text, StringComparison.Ordinal);
        });
        Assert.Contains(draft, approver.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("/acting", approver.Text, StringComparison.Ordinal);

        async Task<(HttpStatusCode Status, string Text)> PageAsync(string role)
        {
            using var answer = await site.Browser((await site.SignInAsync(role)).Cookie).GetAsync(new Uri($"/assignments/{assignment}", UriKind.Relative), TestContext.Current.CancellationToken);
            return (answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }
    }
}
