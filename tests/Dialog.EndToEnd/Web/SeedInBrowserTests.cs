using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Dialog.EndToEnd.Interviews;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Dialog.EndToEnd.Web;

public sealed class SeedInBrowserTests(WebWorld world, Chromium browser) : IClassFixture<WebWorld>
{
    [Fact]
    public async Task The_seeds_interview_by_invitation_gives_the_seeds_drafts_and_the_desk_shows_them()
    {
        var seed = new SeedInterview();
        var assignment = await world.OrderAsync();
        var chat = await world.AcceptInvitationAsync(browser, assignment);

        await chat.HearAsync();
        await chat.AnswerAsync(seed);
        await Expect(chat.Drafts).Not.ToHaveCountAsync(0);

        var outcome = await Outcome.OfAsync(world.Program, assignment);
        outcome.AssertAnswers(seed);
        outcome.AssertPromises(seed);
        outcome.AssertReferenceDrafts(seed);
        foreach (var (outlet, text) in outcome.Texts())
        {
            await Expect(chat.Page.Locator($"section.draft[data-outlet='{outlet}']").First).ToContainTextAsync(text.Split('\n')[0]);
        }

        var desk = await world.OpenAssignmentAsync(browser, assignment);
        await Expect(desk.GetByText(seed.ReferenceAd("question")).First).ToBeVisibleAsync();
        await Expect(desk.GetByText("Det är så lätt att utgå från sin egen världsbild.").First).ToBeVisibleAsync();
        await desk.AssertAccessibleAsync();
        await chat.Page.AssertAccessibleAsync();
    }

    [Fact]
    public async Task A_visitor_who_starts_by_herself_gets_drafts_and_a_reload_keeps_everything()
    {
        var seed = new SeedInterview();
        var page = await browser.NewPageAsync(world.Program.Address);
        await page.GotoAsync("/chat");
        var chat = new ChatPage(page);

        await chat.HearAsync();
        await chat.SayAsync("Jag vill skriva om varför kommunchefen twittrar");
        await chat.HearAsync();
        await chat.AnswerAsync(seed);
        await Expect(chat.Drafts).Not.ToHaveCountAsync(0);
        var own = await chat.OwnMessages.CountAsync();
        var bot = await chat.BotMessages.CountAsync();
        var drafts = await chat.Drafts.AllInnerTextsAsync();

        await page.ReloadAsync();

        await Expect(chat.OwnMessages).ToHaveCountAsync(own);
        await Expect(chat.BotMessages).ToHaveCountAsync(bot);
        await Expect(chat.Drafts).ToHaveCountAsync(drafts.Count);
        Assert.Equal(drafts, await chat.Drafts.AllInnerTextsAsync());
        Assert.Equal("the end", await page.EvaluateAsync<string>(
            """
            () => {
                const [page, log] = [document.querySelector('main'), document.getElementById('log')];
                const mine = [...log.querySelectorAll('.me')].at(-1);
                return page.scrollTop > 0 && mine.getBoundingClientRect().bottom <= innerHeight && mine.nextElementSibling.getBoundingClientRect().top < innerHeight ? 'the end' : `${page.scrollTop} of ${page.scrollHeight}`;
            }
            """));
        Assert.All(drafts, draft => Assert.Contains("Varför ska, eller ska inte en kommunchef använda sociala medier?", draft, StringComparison.Ordinal));
        await page.AssertAccessibleAsync();
    }

    [Fact]
    public async Task What_is_changed_after_the_end_can_be_taken_back_beside_the_drafts()
    {
        var assignment = await world.OrderAsync();
        var chat = await world.AcceptInvitationAsync(browser, assignment);
        await chat.HearAsync();
        await chat.AnswerAsync(new SeedInterview());
        await Expect(chat.Asked).ToHaveCountAsync(1);

        await chat.SayAsync("jag menade ”väldigt lätt”, inte ”så lätt”");
        var undo = chat.Page.GetByRole(AriaRole.Button, new() { Name = "Ångra" });
        await Expect(undo).ToHaveCountAsync(1);
        await Expect(chat.Asked).ToHaveCountAsync(2);
        Assert.Contains("väldigt lätt", (await world.Program.Api.AnswersAsync(assignment))["why"], StringComparison.Ordinal);

        await undo.ClickAsync();
        await Expect(undo).ToHaveCountAsync(0);
        await Expect(chat.Asked).ToHaveCountAsync(1);
        Assert.Contains("så lätt", (await world.Program.Api.AnswersAsync(assignment))["why"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_written_where_another_invitation_was_followed_since_is_kept_for_whoever_wrote_it()
    {
        var (mine, theirs) = (await world.InvitationAsync(browser, await world.OrderAsync()), await world.InvitationAsync(browser, await world.OrderAsync()));
        var chat = new ChatPage(await browser.NewPageAsync(world.Program.Address));
        await chat.Page.GotoAsync(mine);
        await chat.HearAsync();
        var other = new ChatPage(await chat.Page.Context.NewPageAsync());
        await other.Page.GotoAsync(theirs);
        await other.HearAsync();

        await chat.SayAsync("Det här är mitt svar.");
        await Expect(chat.Page.GetByText("hör till någon annan nu")).ToBeVisibleAsync();
        await other.SayAsync("kör");
        await other.HearAsync();
        await Expect(other.OwnMessages).ToHaveTextAsync([new Regex("kör$")]);

        await other.Page.GotoAsync(mine);
        await Expect(other.OwnMessages).ToHaveTextAsync([new Regex("mitt svar")]);
        await Expect(other.Page.Locator(".waiting")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Who_was_erased_and_looks_again_is_greeted_as_somebody_new()
    {
        var before = await PeopleAsync();
        var page = await browser.NewPageAsync(world.Program.Address);
        await page.GotoAsync("/chat");
        var greeted = await new ChatPage(page).HearAsync();
        using var request = new HttpRequestMessage(HttpMethod.Delete, new Uri($"/api/v1/people/{Assert.Single((await PeopleAsync()).Except(before))}", UriKind.Relative));
        using var erased = await world.Program.Api.SendAsync(request);
        Assert.True(erased.IsSuccessStatusCode);

        await page.ReloadAsync();

        Assert.Equal(greeted, await new ChatPage(page).HearAsync());

        async Task<HashSet<string>> PeopleAsync()
        {
            using var answer = await world.Program.Api.GetAsync("people");
            var people = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
            return [.. people.GetProperty("items").EnumerateArray().Select(person => person.GetProperty("id").GetString()!)];
        }
    }

    [Fact]
    public async Task A_page_to_which_nothing_is_said_arrives_once()
    {
        var page = await browser.NewPageAsync(world.Program.Address);
        var (arrivals, looks) = (0, 0);
        await page.RouteAsync("**/chat/arrive", async route =>
        {
            Interlocked.Increment(ref arrivals);
            await route.ContinueAsync();
        });
        await page.RouteAsync("**/chat/messages", async route =>
        {
            if (route.Request.Method == "GET")
            {
                Interlocked.Increment(ref looks);
                await route.FulfillAsync(new() { ContentType = "application/json", Body = """{"messages":[],"listening":false}""" });
            }
            else
            {
                await route.ContinueAsync();
            }
        });

        await page.RunAndWaitForResponseAsync(() => page.GotoAsync("/chat"), answer => answer.Url.EndsWith("/chat/arrive", StringComparison.Ordinal));
        for (var said = 0; said < 3; said++)
        {
            // The page looks after each message it has sent.
            var before = Volatile.Read(ref looks);
            await new ChatPage(page).Answer.FillAsync($"hej {said}");
            await page.RunAndWaitForRequestFinishedAsync(
                () => new ChatPage(page).Send.ClickAsync(),
                new() { Predicate = request => request.Method == "GET" && request.Url.EndsWith("/chat/messages", StringComparison.Ordinal) && Volatile.Read(ref looks) > before });
        }

        Assert.Equal(1, Volatile.Read(ref arrivals));
    }

    [Fact]
    public async Task Another_visitor_sees_nothing_of_it()
    {
        var first = await browser.NewPageAsync(world.Program.Address);
        await first.GotoAsync("/chat");
        var chat = new ChatPage(first);
        await chat.HearAsync();
        await chat.SayAsync("Jag vill skriva om min hemlighet");
        await chat.HearAsync();

        var second = await browser.NewPageAsync(world.Program.Address);
        await second.GotoAsync("/chat");
        await new ChatPage(second).HearAsync();

        Assert.DoesNotContain("hemlighet", await second.ContentAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_from_people_stays_text()
    {
        var page = await browser.NewPageAsync(world.Program.Address);
        await page.GotoAsync("/chat");
        var chat = new ChatPage(page);
        await chat.HearAsync();

        const string Hostile = "<img src=x onerror=\"document.title='taken'\"><b>fet</b> & [länk](javascript:alert(1))";
        await chat.SayAsync(Hostile);
        await chat.HearAsync();

        await Expect(chat.OwnMessages.Last).ToContainTextAsync(Hostile);
        Assert.Equal(0, await page.Locator("article img, article b, article a[href^='javascript']").CountAsync());
        Assert.NotEqual("taken", await page.TitleAsync());
    }

    [Fact]
    public async Task The_interview_can_be_had_with_the_keyboard_alone()
    {
        var page = await browser.NewPageAsync(world.Program.Address);
        await page.GotoAsync("/chat");
        var chat = new ChatPage(page);
        await chat.HearAsync();

        await TabToAsync(page, chat.Answer);
        await page.Keyboard.TypeAsync("Jag vill skriva om varför kommunchefen twittrar");
        await TabToAsync(page, chat.Send);
        await page.Keyboard.PressAsync("Enter");
        await Expect(chat.OwnMessages).ToHaveCountAsync(1);
        await chat.HearAsync();

        var buttons = chat.BotMessages.Last.GetByRole(AriaRole.Button);
        if (await buttons.CountAsync() > 0)
        {
            await TabToAsync(page, buttons.First);
            await page.Keyboard.PressAsync("Enter");
            await chat.HearAsync();
        }
    }

    /// <summary>Reaches an element as somebody without a mouse does.</summary>
    private static async Task TabToAsync(IPage page, ILocator element)
    {
        const int MostStops = 60;
        for (var stops = 0; stops < MostStops; stops++)
        {
            if (await element.EvaluateAsync<bool>("element => element === document.activeElement"))
            {
                return;
            }

            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"{MostStops} tabs did not reach {element}");
    }
}
