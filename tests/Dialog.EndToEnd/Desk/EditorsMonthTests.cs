using System.Text.RegularExpressions;
using Dialog.EndToEnd.Interviews;
using Dialog.EndToEnd.Running;
using Dialog.EndToEnd.Web;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Dialog.EndToEnd.Desk;

/// <summary>The editor's whole month, by keyboard alone: everything is reached with Tab or a shortcut, and pressed with Enter.</summary>
public sealed class EditorsMonthTests(WebWorld world, Chromium browser) : IClassFixture<WebWorld>
{
    /// <summary>No page of the desk has more places to stop at.</summary>
    private const int MostStops = 600;

    /// <summary>So far away it is looked at every stop whether it is reached.</summary>
    private const int Near = 5;

    /// <summary>About how many stops of Tab an element is away.</summary>
    private const string StopsBetween = """
        element => {
            const stops = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')].filter(stop => stop.tabIndex >= 0 && !stop.disabled && stop.checkVisibility());
            return stops.indexOf(element) - stops.indexOf(document.activeElement);
        }
        """;

    private static readonly Dictionary<string, Words> Languages = new()
    {
        ["sv"] = new("Ny fråga", "Visa planen först", "Ställ frågan", "Varifrån meningarna kommer", "Ändra texten", "Spara", "Kommentar", "Be om ändring", "Godkänn", "Adress där den syns", "Publicerad", "ska ändras", "godkänd", "publicerad", "Arkiv", "Frågor", "Ändra frågorna"),
        ["en"] = new("New question", "Show the plan first", "Ask the question", "Where the sentences come from", "Edit the text", "Save", "Comment", "Ask for a change", "Approve", "Address where it can be seen", "Published", "to be changed", "approved", "published", "Archive", "Questions", "Change the questions"),
    };

    [Theory]
    [InlineData("sv")]
    [InlineData("en")]
    public async Task From_the_question_to_the_archive(string language)
    {
        var (words, seed, name) = (Languages[language], new SeedInterview(), $"Mattias {Guid.NewGuid():N}");
        var page = await browser.NewPageAsync(world.Program.Address);
        await page.GotoAsync($"/signin?token={ProgramUnderTest.Token}");
        await page.GotoAsync($"/?lang={language}");
        await page.AssertAccessibleAsync();

        // A new question, looked at before it is asked.
        await PressAsync(page, page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link, new() { Name = words.New }));
        await WriteAsync(page, page.Locator("#topic"), seed.Topic);
        await WriteAsync(page, page.Locator("#brief"), seed.Brief);
        await WriteAsync(page, page.Locator("#name"), name);
        await WriteAsync(page, page.Locator("#title"), "kommunchef");
        await AccessibleAsync(page, language);
        await PressAsync(page, page.GetByRole(AriaRole.Button, new() { Name = words.Preview }));
        await Expect(page.Locator(".bubble")).ToContainTextAsync("Hej Mattias");
        await AccessibleAsync(page, language);
        await PressAsync(page, page.GetByRole(AriaRole.Button, new() { Name = words.Ask }));
        await Expect(page).ToHaveURLAsync(new Regex("/assignments/[^/]+$"));
        var assignment = page.Url.Split('/')[^1];
        await AccessibleAsync(page, language);

        // The person answers; the overview shows that it waits for the editor.
        using var person = await WebSender.AcceptInvitationAsync(world.Program, assignment);
        await person.AnswerAsync(seed);
        await page.Keyboard.PressAsync("o");
        var waiting = page.Locator($".nows a[href*='{assignment}']").First;
        await Expect(waiting).ToBeVisibleAsync();
        await AccessibleAsync(page, language);
        await PressAsync(page, waiting);

        // The drafts as they will look, and where their sentences come from; one is edited.
        var (x, facebook) = (page.Locator("section.draft[data-outlet='x']"), page.Locator("section.draft[data-outlet='facebook']"));
        await Expect(page.Locator(".ad-picture .headline").First).ToBeVisibleAsync();
        await Expect(x.Locator(".frame .account")).ToContainTextAsync(name);
        await PressAsync(page, x.GetByText(words.Provenance));
        await Expect(x.Locator(".provenance")).ToBeVisibleAsync();
        await PressAsync(page, x.GetByText(words.EditText));
        await AccessibleAsync(page, language);
        await WriteAsync(page, x.Locator("#text-x"), "Min tes måste prövas mot andra. Vad tycker du?");
        await PressAsync(page, x.GetByRole(AriaRole.Button, new() { Name = $"{words.Save}: X" }));
        await Expect(x.Locator(".frame")).ToContainTextAsync("Min tes måste prövas mot andra. Vad tycker du?");

        // A change is asked for; the person answers again, and the text follows.
        await WriteAsync(page, facebook.GetByLabel(words.Comment), "Kan du säga det starkare?");
        await PressAsync(page, facebook.GetByRole(AriaRole.Button, new() { Name = $"{words.RequestChanges}: Facebook" }));
        await Expect(facebook.Locator("header .state")).ToHaveTextAsync(words.ChangesWanted);
        await AccessibleAsync(page, language);
        await person.SayAsync("skriv ”väldigt lätt” i stället för ”så lätt”");
        await Expect(facebook.Locator(".frame")).ToContainTextAsync("väldigt lätt");

        // Approved, and out.
        await PressAsync(page, facebook.GetByRole(AriaRole.Button, new() { Name = $"{words.Approve}: Facebook" }));
        await Expect(facebook.Locator("header .state")).ToHaveTextAsync(words.Approved);
        await WriteAsync(page, facebook.GetByLabel(words.Address), "https://example.com/inlagg");
        await PressAsync(page, facebook.GetByRole(AriaRole.Button, new() { Name = $"{words.Publish}: Facebook" }));
        await Expect(facebook.Locator("header .state")).ToHaveTextAsync(words.Out);
        await AccessibleAsync(page, language);

        // Found again, on paper and in the archive.
        await page.WaitForLoadStateAsync();
        await page.Keyboard.PressAsync("/");
        await Expect(page.GetByRole(AriaRole.Searchbox)).ToBeFocusedAsync();
        await page.Keyboard.InsertTextAsync("väldigt lätt");
        await page.Keyboard.PressAsync("Enter");
        var hit = page.Locator($".results a[href*='{assignment}']").First;
        await Expect(hit).ToBeVisibleAsync();
        await AccessibleAsync(page, language);
        await PressAsync(page, hit);
        await Expect(facebook).ToBeVisibleAsync();
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(page.Locator(".places")).ToBeHiddenAsync();
        await Expect(facebook.Locator(".frame")).ToBeVisibleAsync();
        await page.EmulateMediaAsync(new() { Media = Media.Screen });
        await PressAsync(page, page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link, new() { Name = words.Archive }));
        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(1);
        await AccessibleAsync(page, language);
    }

    /// <summary>The steps are the same in both languages: axe looks at them in one.</summary>
    private static Task AccessibleAsync(IPage page, string language) => language == "sv" ? page.AssertAccessibleAsync() : Task.CompletedTask;

    [Fact]
    public async Task The_questions_are_edited_checked_while_they_are_written_tried_and_taken_back_by_keyboard()
    {
        var words = Languages["sv"];
        var page = await world.SignInAsync(browser);
        await PressAsync(page, page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link, new() { Name = words.Questions, Exact = true }));
        await PressAsync(page, page.GetByRole(AriaRole.Link, new() { Name = words.ChangeQuestions }));
        var why = page.Locator("[id='languages.sv.why.question']");
        await WriteAsync(page, why, "Varför {namn}?");
        await Expect(page.Locator("[id='languages.sv.why.question-wrong']")).ToHaveTextAsync("{namn} är okänt här; skriv utan klamrar");
        await page.AssertAccessibleAsync();
        await WriteAsync(page, why, "Varför gör ni det just nu?");
        await Expect(page.Locator("[id='languages.sv.why.question-wrong']")).ToHaveTextAsync("");
        await PressAsync(page, page.GetByRole(AriaRole.Button, new() { Name = "Börja", Exact = true }));
        await PressAsync(page, page.GetByRole(AriaRole.Button, new() { Name = "Kör" }));
        await Expect(page.Locator(".talk li")).Not.ToHaveCountAsync(1);
        await Expect(why).ToHaveValueAsync("Varför gör ni det just nu?");
        await page.AssertAccessibleAsync();
        await PressAsync(page, page.GetByRole(AriaRole.Button, new() { Name = "Spara som ny version" }));
        await Expect(page.Locator(".said")).ToContainTextAsync("Sparat.");
        await Expect(page.Locator(".questions").First).ToContainTextAsync("Varför gör ni det just nu?");
        await page.AssertAccessibleAsync();
        await PressAsync(page, page.Locator(".said").GetByRole(AriaRole.Button));
        await Expect(page.Locator(".questions").First).Not.ToContainTextAsync("Varför gör ni det just nu?");

        foreach (var path in new[] { "/outlets", "/outlets/edit?kind=Size&key=quarter", "/outlets/edit?kind=Outlet", "/outlets/edit?kind=Account" })
        {
            await page.GotoAsync(path);
            await page.AssertAccessibleAsync();
        }
    }

    private static async Task WriteAsync(IPage page, ILocator field, string text)
    {
        await ReachAsync(page, field);
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.InsertTextAsync(text);
    }

    private static async Task PressAsync(IPage page, ILocator what)
    {
        await ReachAsync(page, what);
        await page.Keyboard.PressAsync("Enter");
    }

    /// <summary>Goes on with Tab until it is there.</summary>
    private static async Task ReachAsync(IPage page, ILocator what)
    {
        await what.First.WaitForAsync();
        for (var far = await what.First.EvaluateAsync<int>(StopsBetween); far > Near; far--)
        {
            await page.Keyboard.PressAsync("Tab");
        }

        for (var stop = 0; stop < MostStops; stop++)
        {
            if (await what.First.EvaluateAsync<bool>("element => element === document.activeElement"))
            {
                return;
            }

            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"{what} cannot be reached with Tab.");
    }

    private sealed record Words(
        string New, string Preview, string Ask, string Provenance, string EditText, string Save, string Comment, string RequestChanges, string Approve, string Address, string Publish,
        string ChangesWanted, string Approved, string Out, string Archive, string Questions, string ChangeQuestions);
}
