using Dialog.EndToEnd.Running;
using Dialog.EndToEnd.Slack;
using Dialog.EndToEnd.Web;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Dialog.EndToEnd.Review;

public sealed class DeskReviewTests(ReviewWorld world, Chromium browser) : IClassFixture<ReviewWorld>
{
    [Fact]
    public async Task An_editor_edits_approves_and_publishes_on_the_page()
    {
        var page = await OpenAsync();
        var draft = page.Locator("section.draft[data-outlet='x']");
        await draft.GetByText("Ändra texten").ClickAsync();
        var text = draft.GetByRole(AriaRole.Textbox, new() { Name = "Text: X" });
        await text.FillAsync("Jag arbetar för Katrineholm. https://www.katrineholm.se");
        await Expect(draft.Locator("#count-x")).ToHaveTextAsync("52/280 tecken");
        await draft.GetByRole(AriaRole.Button, new() { Name = "Spara: X" }).ClickAsync();

        await Expect(draft).ToContainTextAsync("väntar på godkännande");
        await draft.GetByRole(AriaRole.Button, new() { Name = "Godkänn: X" }).ClickAsync();
        await Expect(draft).ToContainTextAsync("godkänd");
        await draft.GetByLabel("Adress där den syns").FillAsync("https://example.com/1");
        await draft.GetByRole(AriaRole.Button, new() { Name = "Publicerad: X" }).ClickAsync();
        await Expect(draft).ToContainTextAsync("publicerad");

        await draft.GetByText("Historik").ClickAsync();
        await Expect(draft.Locator("ins").First).ToBeVisibleAsync();
        await draft.GetByText("Varifrån meningarna kommer").ClickAsync();
        await Expect(draft.Locator(".provenance")).ToContainTextAsync("redaktionen");
        await page.AssertAccessibleAsync();
    }

    [Fact]
    public async Task Who_is_late_sees_both_texts_and_loses_nothing()
    {
        var page = await OpenAsync();
        var draft = page.Locator("section.draft[data-outlet='bluesky']");
        await draft.GetByText("Ändra texten").ClickAsync();
        await draft.GetByRole(AriaRole.Textbox, new() { Name = "Text: Bluesky" }).FillAsync("Min egen text?");
        await world.PatchAsync("bluesky", "Kollegans text?");
        await draft.GetByRole(AriaRole.Button, new() { Name = "Spara: Bluesky" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Någon hann före" })).ToBeVisibleAsync();
        await Expect(page.GetByText("Kollegans text?").First).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Textbox, new() { Name = "Text" })).ToHaveValueAsync("Min egen text?");
        await page.AssertAccessibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Spara" }).ClickAsync();
        Assert.Equal("Min egen text?", (await world.ReadAsync("bluesky")).GetProperty("text").GetString());
    }

    [Fact]
    public async Task What_was_written_for_a_text_that_is_another_one_now_or_gone_is_there_to_be_sent_again_or_copied()
    {
        var page = await OpenAsync();
        var draft = page.Locator("section.draft[data-outlet='web']");
        await draft.GetByLabel("Kommentar").FillAsync("Börja med bussarna.");
        await world.PatchAsync("web", "Kollegans text?");
        await draft.GetByRole(AriaRole.Button, new() { Name = "Be om ändring" }).ClickAsync();

        await Expect(page.GetByLabel("Kommentar")).ToHaveValueAsync("Börja med bussarna.");
        await page.AssertAccessibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Be om ändring" }).ClickAsync();
        await Expect(draft).ToContainTextAsync("ska ändras");

        await draft.GetByText("Ändra texten").ClickAsync();
        await draft.GetByRole(AriaRole.Textbox, new() { Name = "Text: " }).FillAsync("Min egen text?");
        await world.PostAsync("web", "withdraw");
        await draft.GetByRole(AriaRole.Button, new() { Name = "Spara: " }).ClickAsync();

        await Expect(draft.GetByRole(AriaRole.Alert)).ToContainTextAsync("Det du skrev är kvar här nedanför.");
        await Expect(draft.GetByText("Min egen text?", new() { Exact = true })).ToBeVisibleAsync();
        await page.AssertAccessibleAsync();
    }

    [Fact]
    public async Task What_cannot_be_done_is_said_at_the_draft()
    {
        await world.PatchAsync("mastodon", "Ring 121212-1212?");
        var page = await OpenAsync();
        var draft = page.Locator("section.draft[data-outlet='mastodon']");
        await Expect(draft.Locator("mark")).ToHaveTextAsync("121212-1212");
        await draft.GetByRole(AriaRole.Button, new() { Name = "Godkänn: Mastodon" }).ClickAsync();

        var problem = draft.GetByRole(AriaRole.Alert);
        await Expect(problem).ToContainTextAsync("allvarlig varning");
        await Expect(problem).ToBeInViewportAsync();
        await Expect(problem).ToBeFocusedAsync();
        await page.AssertAccessibleAsync();
        await draft.GetByLabel("Kommentar").FillAsync("Påhittat nummer");
        await draft.GetByRole(AriaRole.Button, new() { Name = "Godta varningarna: Mastodon" }).ClickAsync();
        await draft.GetByRole(AriaRole.Button, new() { Name = "Godkänn: Mastodon" }).ClickAsync();
        Assert.Equal("approved", (await world.ReadAsync("mastodon")).GetProperty("status").GetString());
    }

    [Fact]
    public async Task Enter_in_a_field_of_a_draft_decides_nothing()
    {
        var assignment = await world.FinishAsync(new SlackSender(world.Slack, world.Program, "U0ENTER001"));
        var page = await OpenAsync(assignment);
        var draft = page.Locator("section.draft[data-outlet='x']");
        await draft.GetByLabel("Kommentar").FillAsync("Bra");
        await draft.GetByLabel("Kommentar").PressAsync("Enter");
        await Expect(draft.GetByLabel("Kommentar")).ToHaveValueAsync("Bra\n");
        await draft.GetByRole(AriaRole.Button, new() { Name = "Godkänn: X" }).ClickAsync();
        await Expect(draft.Locator("header .state")).ToHaveTextAsync("godkänd");
        await draft.GetByLabel("Adress där den syns").FillAsync("https://example.com/1");
        await draft.GetByLabel("Adress där den syns").PressAsync("Enter");
        await page.EvaluateAsync("() => new Promise(requestAnimationFrame)");

        await Expect(draft.GetByLabel("Adress där den syns")).ToHaveValueAsync("https://example.com/1");
        var (_, now, _) = await world.SendAsync(HttpMethod.Get, $"drafts/{assignment}-x");
        Assert.Equal("approved", now.GetProperty("status").GetString());
    }

    [Fact]
    public async Task Before_a_button_takes_what_is_written_elsewhere_on_the_page_with_it_it_asks()
    {
        var assignment = await world.FinishAsync(new SlackSender(world.Slack, world.Program, "U0UNSAVED1"));
        var page = await OpenAsync(assignment);
        var (written, other) = (page.Locator("section.draft[data-outlet='x']"), page.Locator("section.draft[data-outlet='bluesky']"));
        var asked = new List<string>();
        var answer = false;
        page.Dialog += (_, dialog) =>
        {
            asked.Add(dialog.Message);
            _ = answer ? dialog.AcceptAsync() : dialog.DismissAsync();
        };
        await written.GetByText("Ändra texten").ClickAsync();
        await written.GetByRole(AriaRole.Textbox, new() { Name = "Text: X" }).FillAsync("Mitt under skrivandet?");
        await other.GetByLabel("Kommentar").FillAsync("Fint");

        await other.GetByRole(AriaRole.Button, new() { Name = "Godkänn: Bluesky" }).ClickAsync();
        Assert.Equal(["Det du har skrivit här är inte sparat och försvinner om du fortsätter: X. Vill du fortsätta?"], asked);
        await Expect(written.GetByRole(AriaRole.Textbox, new() { Name = "Text: X" })).ToHaveValueAsync("Mitt under skrivandet?");
        await Expect(other.GetByLabel("Kommentar")).ToHaveValueAsync("Fint");
        await Expect(other.Locator("header .state")).ToHaveTextAsync("väntar på godkännande");

        answer = true;
        await other.GetByRole(AriaRole.Button, new() { Name = "Godkänn: Bluesky" }).ClickAsync();
        await Expect(other.Locator("header .state")).ToHaveTextAsync("godkänd");
        Assert.Equal(2, asked.Count);
        await other.GetByRole(AriaRole.Button, new() { Name = "Dra tillbaka: Bluesky" }).ClickAsync();
        await Expect(other.Locator("header .state")).Not.ToHaveTextAsync("godkänd");
        Assert.Equal(2, asked.Count);
    }

    [Fact]
    public async Task An_earlier_text_is_restored()
    {
        var before = (await world.ReadAsync("threads")).GetProperty("text").GetString();
        await world.PatchAsync("threads", "En annan text?");
        var page = await OpenAsync();
        var draft = page.Locator("section.draft[data-outlet='threads']");
        await draft.GetByText("Historik").ClickAsync();
        await draft.GetByRole(AriaRole.Button, new() { Name = "Återställ: Threads, version 1" }).ClickAsync();

        await Expect(draft).ToContainTextAsync("väntar på godkännande");
        Assert.Equal(before, (await world.ReadAsync("threads")).GetProperty("text").GetString());
    }

    [Fact]
    public async Task Readers_are_pasted_grouped_and_put_to_the_person_and_a_passage_is_commented_on_without_a_mouse()
    {
        await world.PostAsync("facebook", "approve");
        await world.PostAsync("facebook", "published");
        var page = await OpenAsync();
        var readers = page.Locator("#part-readers");
        await readers.GetByText("Lägg till reaktioner").ClickAsync();
        await readers.GetByLabel("Det läsarna skrev").FillAsync("Chefen borde arbeta i stället.\nJag gillar att chefen svarar på kvällen!\nArbeta mer, twittra mindre.");
        await readers.GetByRole(AriaRole.Button, new() { Name = "Lägg till", Exact = true }).ClickAsync();
        await Expect(readers.GetByText("3 reaktioner är tillagda.")).ToBeVisibleAsync();
        var group = readers.Locator(".group").First;
        await group.Locator("summary", new() { HasText = "Fråga" }).ClickAsync();
        await group.GetByLabel("Läsarna skriver att").FillAsync("chefen borde arbeta i stället");
        await page.AssertAccessibleAsync();
        await group.GetByRole(AriaRole.Button, new() { Name = "Skicka frågan" }).ClickAsync();
        await Expect(readers.GetByRole(AriaRole.Button, new() { Name = "Ångra" })).ToBeVisibleAsync();
        await world.Slack.WaitForMessageAsync(world.Person.Channel, post => post.Text.Contains("Flera läsare skriver att chefen borde arbeta i stället. Vad svarar du dem?", StringComparison.Ordinal));
        await page.AssertAccessibleAsync();

        var comments = page.Locator("#comments-instagram");
        foreach (var closed in new[] { comments.Locator("summary", new() { HasText = "Kommentarer" }), comments.Locator("summary", new() { HasText = "Kommentera en mening" }), comments.Locator(".sentences summary").First })
        {
            await closed.FocusAsync();
            await page.Keyboard.PressAsync("Enter");
        }

        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("Säg det enklare?");
        await page.AssertAccessibleAsync();
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await Expect(comments.Locator(".threads")).ToContainTextAsync("Säg det enklare?");
        await page.EvaluateAsync("const sentence = document.getElementById('draft-instagram').querySelector('[title]').firstChild; getSelection().setBaseAndExtent(sentence, 0, sentence, 10)");
        await Expect(comments.Locator("form.selection")).ToBeVisibleAsync();
        await page.AssertAccessibleAsync();
        await comments.GetByRole(AriaRole.Button, new() { Name = "Klart:" }).ClickAsync();
        await Expect(comments.GetByRole(AriaRole.Button, new() { Name = "Öppna igen:" })).ToHaveCountAsync(1);

        await page.Locator("a[href*='export?format=md']").ClickAsync();
        await Expect(page.Locator("#busy")).ToHaveTextAsync("Klart.");
        Assert.Equal("true,false", await page.EvaluateAsync<string>("[1, 2].map(() => document.querySelector('form[data-busy]').dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }))).join()"));
        await Expect(page.Locator("#busy")).ToHaveTextAsync("Arbetar … det kan ta en stund.");
    }

    [Fact]
    public async Task A_form_whose_sending_was_broken_off_is_sent_again_after_a_while_where_that_does_no_harm()
    {
        var page = await OpenAsync();
        await page.Clock.InstallAsync();
        await page.ReloadAsync();
        Assert.Equal((true, false), (await SendAsync("form.review"), await SendAsync("form.review")));
        Assert.Equal((true, false), (await SendAsync("form[action='import']"), await SendAsync("form[action='import']")));
        await Expect(page.Locator("#busy")).ToHaveTextAsync("Arbetar … det kan ta en stund.");

        await page.Clock.FastForwardAsync(15_000);

        Assert.Equal((true, false), (await SendAsync("form.review"), await SendAsync("form[action='import']")));

        Task<bool> SendAsync(string form) => page.EvaluateAsync<bool>(
            """
            form => {
                if (!document.querySelector(form)) document.body.insertAdjacentHTML('beforeend', '<form action="import" data-busy></form>');
                return document.querySelector(form).dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
            }
            """,
            form);
    }

    [Fact]
    public async Task Suggestions_of_a_language_model_are_accessible_with_what_changes_and_what_was_dropped()
    {
        var page = await OpenAsync();
        await page.AssertAccessibleAsync();
        await page.Locator("#assist").GetByRole(AriaRole.Button, new() { Name = "Rubriker" }).First.ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Förslag 1" })).ToBeVisibleAsync();
        await Expect(page.Locator("ins").First).ToBeVisibleAsync();
        await Expect(page.Locator("#dropped")).ToBeVisibleAsync();
        await page.AssertAccessibleAsync();
    }

    [Fact]
    public async Task A_form_without_its_token_does_nothing()
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["draft"] = world.DraftId("linkedin"), ["revision"] = "1", ["action"] = "Approve" });
        using var answer = await world.Program.Http.PostAsync($"/assignments/{world.Assignment}/review", form, TestContext.Current.CancellationToken);

        Assert.Equal("inReview", (await world.ReadAsync("linkedin")).GetProperty("status").GetString());
    }

    private async Task<IPage> OpenAsync(string? assignment = null)
    {
        var page = await browser.NewPageAsync(world.Program.Address);
        await page.GotoAsync($"/signin?token={ProgramUnderTest.Token}");
        await page.GotoAsync($"/assignments/{assignment ?? world.Assignment}");
        return page;
    }
}
