using System.Net.Http.Json;
using Dialog.EndToEnd.Interviews;
using Dialog.EndToEnd.Web;
using Microsoft.Playwright;

namespace Dialog.EndToEnd.Desk;

/// <summary>Every page of the desk on a phone. With <c>DIALOG_PICTURES</c> set to a folder the pictures of docs/images/desk are made there, light and dark, narrow and wide.</summary>
public sealed class DeskPictureTests(WebWorld world, Chromium browser) : IClassFixture<WebWorld>
{
    private const int Phone = 390;
    private const int SmallPhone = 320;
    private const int Desktop = 1440;

    /// <summary>As long as a topic may be, more or less, and without a place to break.</summary>
    private const string Unbroken = "trafiksäkerhetsplanensgångochcykelvägartrafiksäkerhetsplanensgångochcykelvägartrafiksäkerhetsplanensgångochcykelvägartrafiksäkerhetsplanensgångochcykelvägartrafiksäkerhetsplanen";

    /// <summary>What is below is more of the same.</summary>
    private const int Tallest = 2600;

    [Fact]
    public async Task No_page_is_wider_than_a_phone_or_a_tablet()
    {
        var assignment = await MonthAsync();
        var page = await world.SignInAsync(browser);
        var person = (await world.Program.Api.AssignmentAsync(assignment)).GetProperty("personId").GetString();
        var folder = Environment.GetEnvironmentVariable("DIALOG_PICTURES");
        foreach (var (name, path) in new[]
        {
            ("overview", "/"), ("list", "/?status=all"), ("new", "/assignments/new"), ("assignment", $"/assignments/{assignment}"), ("series", "/series"), ("people", "/people"), ("person", $"/people/{person}"),
            ("import", "/import"), ("questions", "/questions"), ("questions-edit", "/questions/edit"), ("outlets", "/outlets"), ("outlets-size", "/outlets/edit?kind=Size&key=half"), ("outlets-account", "/outlets/edit?kind=Account"),
            ("search", "/search?q=tes"), ("operation", "/operation"), ("archive", "/archive"), ("settings", "/settings"),
        })
        {
            await page.GotoAsync(path);
            foreach (var width in new[] { 768, 1024 })
            {
                await page.SetViewportSizeAsync(width, 844);
                Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= width, $"{path} is wider than {width}");
            }

            await page.SetViewportSizeAsync(Phone, 844);
            var (wide, widest) = (await page.EvaluateAsync<int>("document.documentElement.scrollWidth"), await page.EvaluateAsync<string>("[...document.querySelectorAll('main *')].filter(part => part.getBoundingClientRect().right > innerWidth + 1 && !part.closest('.table, .board, .places, .hidden')).map(part => part.outerHTML.slice(0, 120))[0] ?? ''"));
            Assert.True(wide <= Phone, $"{path} is {wide} wide: {widest}");
            foreach (var (scheme, word) in folder is { Length: > 0 } ? new[] { (ColorScheme.Light, "light"), (ColorScheme.Dark, "dark") } : [])
            {
                foreach (var width in new[] { Phone, Desktop })
                {
                    await page.SetViewportSizeAsync(width, 844);
                    await page.EmulateMediaAsync(new() { ColorScheme = scheme });
                    var height = Math.Min(Tallest, await page.EvaluateAsync<int>("document.documentElement.scrollHeight"));
                    await page.ScreenshotAsync(new() { Path = Path.Combine(folder!, $"{name}-{word}{width}.jpg"), Type = ScreenshotType.Jpeg, Quality = 50, FullPage = true, Clip = new() { X = 0, Y = 0, Width = width, Height = Math.Max(height, 844) } });
                }
            }
        }
    }

    [Theory]
    [InlineData("Samhällsbyggnadsförvaltningens nya trafiksäkerhetsplan för gång- och cykelvägar")]
    [InlineData(Unbroken)]
    public async Task A_long_word_makes_no_page_wider_than_the_smallest_phone_and_is_read_whole(string topic)
    {
        var api = world.Program.Api;
        var asked = await api.OpenAsync(new { topic, personId = await api.AddStaffAsync("Bartholomeus Västergötland-Södermanland", "respondent", "web", "web", $"visitor-{Guid.NewGuid():N}"), copyDeadline = "2031-02-05T12:00:00+01:00", publishOn = "2031-02-11" });
        var page = await world.SignInAsync(browser);
        foreach (var width in new[] { SmallPhone, 768, 1280 })
        {
            await page.SetViewportSizeAsync(width, 844);
            foreach (var path in new[] { "/?month=2031-02", "/?status=all", $"/assignments/{asked}", "/people", "/search?q=trafik" })
            {
                await page.GotoAsync(path);
                var (wide, cut) = (await page.EvaluateAsync<int>("document.documentElement.scrollWidth"), await page.EvaluateAsync<string>("[...document.querySelectorAll('main .table')].filter(part => part.scrollWidth > part.clientWidth + 1).map(part => part.outerHTML.slice(0, 120))[0] ?? ''"));
                Assert.True(wide <= width, $"{path} is {wide} wide on {width}");
                Assert.True(cut.Length == 0, $"{path} cuts on {width}: {cut}");
            }
        }
    }

    [Fact]
    public async Task On_paper_a_page_has_all_its_width()
    {
        var page = await world.OpenAssignmentAsync(browser, await world.OrderAsync());
        await page.SetViewportSizeAsync(1047, 740);
        await page.EmulateMediaAsync(new() { Media = Media.Print });

        Assert.InRange(await page.EvaluateAsync<double>("document.querySelector('main').getBoundingClientRect().width"), 700, 1047);
    }

    [Fact]
    public async Task On_paper_a_person_has_the_days_they_are_away()
    {
        var person = await world.Program.Api.AddPersonAsync("web", "web", $"visitor-{Guid.NewGuid():N}");
        var page = await world.SignInAsync(browser);
        await page.GotoAsync($"/people/{person}");
        await page.Locator("#first").FillAsync("2031-07-06");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lägg till" }).ClickAsync();
        await page.EmulateMediaAsync(new() { Media = Media.Print });

        await Assertions.Expect(page.GetByText("6 juli 2031").First).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Ta bort" })).ToBeHiddenAsync();
    }

    /// <summary>A month at a town's desk; answers the assignment whose drafts are there.</summary>
    private async Task<string> MonthAsync()
    {
        var api = world.Program.Api;
        var people = new List<string>();
        foreach (var name in new[] { "Samira Nouri", "Johan Ek", "Petra Gran" })
        {
            people.Add(await api.AddStaffAsync(name, "respondent", "web", "web", $"visitor-{Guid.NewGuid():N}"));
        }

        var answered = await world.OrderAsync();
        using var person = await WebSender.AcceptInvitationAsync(world.Program, answered);
        using var accounts = new HttpRequestMessage(HttpMethod.Put, new Uri("/api/v1/outlets/changes", UriKind.Relative))
        {
            Content = JsonContent.Create(new
            {
                accounts = new object[]
                {
                    new { id = "kommunen-facebook", outlet = "facebook", name = "Katrineholms kommun", handle = "katrineholmskommun" },
                    new { id = "chefen-bluesky", outlet = "bluesky", name = "Mattias Jansson", handle = "@mattias.katrineholm.se", personId = (await api.AssignmentAsync(answered)).GetProperty("personId").GetString() },
                },
            }),
        };
        using var saved = await api.SendAsync(accounts);
        Assert.True(saved.IsSuccessStatusCode, $"{saved.StatusCode}");
        await person.AnswerAsync(new SeedInterview());
        await api.OpenAsync(new { topic = "Varför byggs simhallen om?", personId = people[0], copyDeadline = "2031-02-05T12:00:00+01:00", publishOn = "2031-02-11" });
        await api.OpenAsync(new { topic = "Vem sandar gångbanorna?", personId = people[1], publishOn = "2031-03-06", start = "planned" });
        await api.OpenAsync(new { topic = "Vad händer med biblioteket i Björkvik?", personId = people[2], copyDeadline = "2026-11-20T12:00:00+01:00" });
        return answered;
    }
}
