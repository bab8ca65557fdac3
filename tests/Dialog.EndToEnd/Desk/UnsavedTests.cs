using System.Net.Http.Json;
using Dialog.EndToEnd.Interviews;
using Dialog.EndToEnd.Web;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Dialog.EndToEnd.Desk;

/// <summary>What an editor has written is not lost without a word, and what the board says is read whole.</summary>
public sealed class UnsavedTests(WebWorld world, Chromium browser) : IClassFixture<WebWorld>
{
    [Fact]
    public async Task A_link_away_from_what_is_not_saved_asks_and_the_form_itself_does_not()
    {
        var page = await world.SignInAsync(browser);
        var (asked, leave) = (new List<string>(), false);
        page.Dialog += (_, dialog) =>
        {
            asked.Add(dialog.Type);
            _ = leave ? dialog.AcceptAsync() : dialog.DismissAsync();
        };
        await page.GotoAsync("/assignments/new");
        var topic = page.Locator("#topic");
        await topic.ClickAsync();
        await page.Keyboard.InsertTextAsync("Varför byggs badet om?");
        await page.GetByRole(AriaRole.Button, new() { Name = "English" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "New question" })).ToBeVisibleAsync();
        await Expect(topic).ToHaveValueAsync("Varför byggs badet om?");
        Assert.Empty(asked);

        await topic.ClickAsync();
        var overview = page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link, new() { Name = "Overview" });
        await overview.ClickAsync();
        await Expect(topic).ToHaveValueAsync("Varför byggs badet om?");
        Assert.Equal([DialogType.BeforeUnload], asked);

        leave = true;
        await overview.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Overview" })).ToBeVisibleAsync();
        Assert.Equal([DialogType.BeforeUnload, DialogType.BeforeUnload], asked);
        await page.GotoAsync("/?lang=sv");
    }

    [Fact]
    public async Task What_was_written_when_the_session_ended_is_there_when_one_has_signed_in_and_goes_back()
    {
        var page = await world.SignInAsync(browser);
        await page.GotoAsync("/assignments/new");
        (string Field, string Written)[] fields = [("#topic", "Varför byggs badet om?"), ("#name", "Åsa Ny"), ("#title", "badchef")];
        foreach (var (field, written) in fields)
        {
            await page.Locator(field).FillAsync(written);
        }

        await page.Context.ClearCookiesAsync(new() { Name = "dialog-desk" });
        await page.GetByRole(AriaRole.Button, new() { Name = "Visa planen först" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("det står kvar där");
        var beside = await page.Context.NewPageAsync();
        await beside.GotoAsync($"/signin?token={Running.ProgramUnderTest.Token}");
        await page.GoBackAsync();

        foreach (var (field, written) in fields)
        {
            await Expect(page.Locator(field)).ToHaveValueAsync(written);
        }
    }

    [Theory]
    [InlineData("#size")]
    [InlineData("[name=outlets]")]
    public async Task What_was_only_chosen_is_asked_about_too_and_what_was_chosen_back_is_not(string what)
    {
        var page = await world.SignInAsync(browser);
        var asked = new List<string>();
        page.Dialog += (_, dialog) =>
        {
            asked.Add(dialog.Type);
            _ = dialog.DismissAsync();
        };
        await page.GotoAsync("/assignments/new");
        var (field, series) = (page.Locator(what).First, page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link, new() { Name = "Serier" }));
        await field.FocusAsync();
        await ChooseAsync("ArrowDown");
        await series.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Ny fråga" })).ToBeVisibleAsync();
        Assert.Equal([DialogType.BeforeUnload], asked);

        await field.FocusAsync();
        await ChooseAsync("ArrowUp");
        await series.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Serier", Exact = true })).ToBeVisibleAsync();
        Assert.Equal([DialogType.BeforeUnload], asked);

        Task ChooseAsync(string arrow) => page.Keyboard.PressAsync(what == "#size" ? arrow : "Space");
    }

    [Fact]
    public async Task Who_signs_in_where_a_form_was_refused_is_back_in_the_form_with_what_was_written()
    {
        var page = await world.SignInAsync(browser);
        await page.GotoAsync("/assignments/new");
        await page.Locator("#topic").FillAsync("Varför byggs badet om?");
        await page.Context.ClearCookiesAsync(new() { Name = "dialog-desk" });
        await page.GetByRole(AriaRole.Button, new() { Name = "Visa planen först" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("det står kvar där");
        await page.AssertAccessibleAsync();
        await page.Locator("#token").FillAsync("not-the-key");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Nyckeln stämmer inte.");

        await page.Locator("#token").FillAsync(Running.ProgramUnderTest.Token);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Ny fråga" })).ToBeVisibleAsync();
        await Expect(page.Locator("#topic")).ToHaveValueAsync("Varför byggs badet om?");
        await page.Locator("#name").FillAsync($"Åsa {Guid.NewGuid():N}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Visa planen först" }).ClickAsync();
        await Expect(page.Locator(".bubble")).ToContainTextAsync("Hej Åsa!");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Who_signs_in_with_the_organisations_account_where_a_form_was_refused_is_back_in_the_form_with_what_was_written(bool asks)
    {
        await using var provider = await Dialog.Bot.Tests.Support.OpenIdProvider.StartAsync();
        provider.Claims = provider.Claims.Add("email", "anna@example.com").Add("email_verified", true);
        await using var program = await Running.ProgramUnderTest.HostAsync(provider.Settings.ToDictionary(pair => pair.Key.Replace(":", "__", StringComparison.Ordinal), pair => pair.Value));
        await program.Api.CreateAsync("people", new { name = "Anna Ek", roles = new[] { "editor" }, email = "anna@example.com", addresses = Array.Empty<object>() });
        var page = await browser.NewPageAsync(program.Address);
        await page.GotoAsync("/signin/oidc?to=/");
        await page.GotoAsync("/assignments/new");
        await page.Locator("#topic").FillAsync("Varför byggs badet om?");
        await page.Locator("#size").SelectOptionAsync("Half");
        await page.Context.ClearCookiesAsync(new() { Name = "dialog-desk" });
        await page.GetByRole(AriaRole.Button, new() { Name = "Visa planen först" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("det står kvar där");
        provider.Asks = asks;
        await page.Locator("#oidc").ClickAsync();
        if (asks)
        {
            await page.GetByRole(AriaRole.Link, new() { Name = "It is me" }).ClickAsync();
        }

        await Expect(page.Locator("#topic")).ToHaveValueAsync("Varför byggs badet om?");
        await Expect(page.Locator("#size")).ToHaveValueAsync("Half");
        await page.Locator("#name").FillAsync("Åsa Ny");
        await page.GetByRole(AriaRole.Button, new() { Name = "Visa planen först" }).ClickAsync();
        await Expect(page.Locator(".bubble")).ToContainTextAsync("Hej Åsa!");
    }

    [Fact]
    public async Task Enter_in_a_line_presses_the_forms_own_button_and_does_not_change_the_language()
    {
        var page = await world.SignInAsync(browser);
        await page.GotoAsync("/assignments/new");
        await page.Locator("#topic").FillAsync("Varför byggs badet om?");
        await page.Locator("#name").FillAsync($"Åsa {Guid.NewGuid():N}");
        await page.Locator("#topic").PressAsync("Enter");
        await Expect(page.Locator(".bubble")).ToContainTextAsync("Hej Åsa!");
        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "sv");

        await world.Program.Api.AddPersonAsync("web", "web", $"visitor-{Guid.NewGuid():N}");
        await page.GotoAsync("/series");
        await page.Locator("#questions").FillAsync("Varför byggs badet om?");
        await page.Locator("[name=persons]").First.CheckAsync();
        await page.Locator("#title").FillAsync("Månaden");
        await page.Locator("#title").PressAsync("Enter");
        await Expect(page.Locator("#preview")).ToBeVisibleAsync();
        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "sv");

        await page.GotoAsync("/outlets/edit?kind=Account");
        await page.Locator("#name").FillAsync("Kommunen");
        await page.Locator("#name").PressAsync("Enter");
        await page.WaitForURLAsync("**/outlets?done=*");
        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "sv");
        await page.GotoAsync("/?lang=sv");
    }

    [Fact]
    public async Task Who_has_looked_at_questions_that_are_not_saved_is_asked_before_they_go()
    {
        var page = await world.SignInAsync(browser);
        var asked = new List<string>();
        page.Dialog += (_, dialog) =>
        {
            asked.Add(dialog.Type);
            _ = dialog.DismissAsync();
        };
        await page.GotoAsync("/questions/edit");
        var why = page.Locator("[name='languages.sv.why.question']");
        await why.FillAsync("Varför just nu?");
        await page.GetByRole(AriaRole.Button, new() { Name = "English" }).ClickAsync();
        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "en");
        await Expect(why).ToHaveValueAsync("Varför just nu?");
        await Expect(page.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);
        Assert.Empty(asked);

        await why.ClickAsync();
        await page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link, new() { Name = "Series" }).ClickAsync();
        await Expect(why).ToHaveValueAsync("Varför just nu?");
        Assert.Equal([DialogType.BeforeUnload], asked);
    }

    [Fact]
    public async Task A_page_that_tells_of_a_refusal_takes_over_what_is_new_around_it()
    {
        var assignment = await world.OrderAsync();
        using var person = await WebSender.AcceptInvitationAsync(world.Program, assignment);
        await person.AnswerAsync(new SeedInterview());
        var page = await world.OpenAssignmentAsync(browser, assignment);
        var (x, bluesky) = (page.Locator("section.draft[data-outlet='x']"), page.Locator("section.draft[data-outlet='bluesky']"));
        await x.GetByLabel("Kommentar").FillAsync("Fint så.");
        await x.Locator("form.review").First.EvaluateAsync("form => { form.elements.revision.value = '1'; const action = document.createElement('input'); action.type = 'hidden'; action.name = 'action'; action.value = 'Publish'; form.append(action); form.requestSubmit(); }");
        await Expect(x.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        Assert.Contains("/review", page.Url, StringComparison.Ordinal);

        using var request = new HttpRequestMessage(HttpMethod.Patch, new Uri($"/api/v1/drafts/{assignment}-bluesky", UriKind.Relative)) { Content = JsonContent.Create(new { text = "Kollegans text?" }) };
        using var answer = await world.Program.Api.SendAsync(request);
        Assert.True(answer.IsSuccessStatusCode);
        await Expect(bluesky.Locator(".frame")).ToContainTextAsync("Kollegans text?");
        await Expect(x.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await Expect(x.GetByLabel("Kommentar")).ToHaveValueAsync("Fint så.");
    }

    [Fact]
    public async Task No_ordinary_word_is_broken_on_the_board_and_no_column_is_out_of_sight()
    {
        var api = world.Program.Api;
        const string topic = "Så påverkas kommuninvånarna av budgetnedskärningarna och trafiksäkerhetsplanen";
        await api.OpenAsync(new { topic, personId = await api.AddStaffAsync("Petra Gran", "respondent", "web", "web", $"visitor-{Guid.NewGuid():N}") });
        var page = await world.SignInAsync(browser);
        foreach (var width in new[] { 768, 1024, 1280, 1440 })
        {
            await page.SetViewportSizeAsync(width, 844);
            await page.GotoAsync("/");
            var broken = await page.EvaluateAsync<string[]>("""
                () => [...document.querySelectorAll('.board .topic')].flatMap(topic => topic.textContent.split(' ').filter(word => {
                    const range = document.createRange();
                    const at = topic.firstChild.data.indexOf(word);
                    range.setStart(topic.firstChild, at);
                    range.setEnd(topic.firstChild, at + word.length);
                    return range.getClientRects().length > 1;
                }))
                """);
            Assert.Empty(broken);
            Assert.True(await page.Locator(".board").EvaluateAsync<bool>("board => board.scrollWidth <= board.clientWidth"), $"wider than it shows on {width}");
        }
    }
}
