using System.Net;
using Dialog.Bot.Tests.Support;
using Dialog.Bot.Turns;
using Dialog.Core.Drafts;
using Microsoft.Extensions.DependencyInjection;

namespace Dialog.Bot.Tests.Desk;

/// <summary>The ways past the menu and into the other language, from every kind of page.</summary>
public sealed class ShellTests : EditorTests
{
    [Theory]
    [InlineData("/", "./#content", "./?lang=en")]
    [InlineData("/?status=all", "./?status=all#content", "./?status=all&lang=en")]
    [InlineData("/search?q=bad%20i%20sj%C3%B6n&lang=sv", "search?q=bad%20i%20sj%C3%B6n&lang=sv#content", "search?q=bad%20i%20sj%C3%B6n&lang=en")]
    [InlineData("/outlets/edit?kind=Size&key=quarter", "outlets/edit?kind=Size&key=quarter#content", "outlets/edit?kind=Size&key=quarter&lang=en")]
    public async Task The_way_to_the_content_stays_on_the_page_and_the_other_language_keeps_what_was_looked_for(string address, string content, string english)
    {
        var page = await Browser.GetStringAsync(new Uri(address, UriKind.Relative), Cancelled);

        Assert.Equal((content, english), WaysIn(page));
        Assert.Contains("<html lang=\"en\">", await Browser.GetStringAsync(new Uri($"/{english}", UriKind.Relative), Cancelled), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/assignments", "assignments/new?lang=en", "name", "Åsa Ny")]
    [InlineData("/assignments", "assignments/new?lang=en", "topic", "Varför byggs badet om?", "name", "Åsa Ny", "preview", "yes")]
    [InlineData("/series", "series?lang=en", "action", "add")]
    [InlineData("/outlets/edit?kind=Size&key=quarter", "outlets/edit?kind=Size&key=quarter&lang=en", "kind", "Size", "key", "quarter", "words", "många")]
    public async Task A_page_that_a_form_led_to_is_there_in_the_other_language(string address, string english, params string[] fields)
    {
        Assert.Equal((address[1..] + "#content", english), await SendAsync(address, fields));
    }

    [Fact]
    public async Task What_could_not_be_done_to_an_assignment_leads_to_the_assignment_in_the_other_language()
    {
        var assignment = await Site.InterviewedAsync("Vi gör det eftersom bussarna fastnade varje morgon i februari och folk kom för sent till jobbet.");
        var english = $"assignments/{assignment}?lang=en";
        var draft = $"{assignment}-web";
        Assert.Null(await Site.Services.GetRequiredService<ReviewDesk>().OrderAsync(new ReviewOrder(draft, ReviewAction.Edit, Actor.Desk) { Text = "Något helt annat om rondellen?" }, Cancelled));

        Assert.Equal(english, (await SendAsync($"/assignments/{assignment}/review", "draft", draft, "revision", "1", "action", "Edit", "text", "Mitt.")).English);
        Assert.Equal(english, (await SendAsync($"/assignments/{assignment}/review", "draft", draft, "revision", "2", "action", "Publish")).English);
        Assert.Equal(english, (await SendAsync($"/assignments/{assignment}/action", "topic", "", "action", "change")).English);
    }

    [Fact]
    public async Task The_page_to_sign_in_on_is_there_in_the_other_language_and_still_leads_on()
    {
        var stranger = Site.Browser();
        Assert.Equal("./?to=%2Fseries&lang=en", WaysIn(await stranger.GetStringAsync(new Uri("/?to=%2Fseries&lang=sv", UriKind.Relative), Cancelled)).English);
        using var wrong = await stranger.GetAsync(new Uri("/signin?token=wrong&lang=sv", UriKind.Relative), Cancelled);
        Assert.Equal("./?lang=en", WaysIn(await wrong.Content.ReadAsStringAsync(Cancelled)).English);
    }

    /// <summary>Sends a form; the ways in on the page that answers, the second one tried.</summary>
    private async Task<(string Content, string English)> SendAsync(string address, params string[] fields)
    {
        var token = Forms.TokenOf(await Browser.GetStringAsync(new Uri("/assignments/new?lang=sv", UriKind.Relative), Cancelled));
        using var answer = await PostAsync(address, fields.Chunk(2).Select(field => (field[0], field[1])).Prepend(("__RequestVerificationToken", token)));
        var ways = WaysIn(await answer.Content.ReadAsStringAsync(Cancelled));
        using var english = await Browser.GetAsync(new Uri($"/{ways.English}", UriKind.Relative), Cancelled);
        Assert.Equal(HttpStatusCode.OK, english.StatusCode);
        return ways;
    }

    private static (string Content, string English) WaysIn(string page) => (
        WebUtility.HtmlDecode(page.Split("class=\"skip\" href=\"")[1].Split('"')[0]),
        WebUtility.HtmlDecode(page.Split("\" lang=\"en\">English")[0].Split("href=\"")[^1]));
}
