using Dialog.EndToEnd.Running;
using Dialog.EndToEnd.Web;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Dialog.EndToEnd.Desk;

/// <summary>Series at the desk, with mouse and keyboard.</summary>
public sealed class DeskSeriesTests(WebWorld world, Chromium browser) : IClassFixture<WebWorld>
{
    [Fact]
    public async Task A_series_is_looked_at_begun_changed_ended_and_taken_up_again()
    {
        var name = $"Person {Guid.NewGuid():N}";
        await world.Program.Api.AddStaffAsync(name, "respondent", "web", "web", $"visitor-{Guid.NewGuid():N}");
        var page = await OpenAsync("/series");
        await Expect(page.GetByText("Inga serier än.")).ToBeVisibleAsync();
        await page.AssertAccessibleAsync();

        await page.GetByLabel("Seriens namn").FillAsync("Månadsannonsen");
        await page.GetByLabel("Frågor", new() { Exact = true }).FillAsync("Varför byggs simhallen om?\nVad ångrar du?");
        await page.GetByLabel(name).CheckAsync();
        await page.GetByLabel("Arbetsdagar före").FillAsync("10");
        await page.GetByLabel("Första dagen").FillAsync("2031-01-01");
        await page.GetByRole(AriaRole.Button, new() { Name = "Visa tolv gånger" }).ClickAsync();

        await Expect(page.GetByText("Första torsdagen varje månad, frågan 10 arbetsdagar före").First).ToBeVisibleAsync();
        await Expect(page.Locator("#preview ~ .table tbody tr")).ToHaveCountAsync(12);
        await Expect(page.Locator("#preview ~ .table tbody tr").Nth(1)).ToContainTextAsync("torsdag 6 februari 2031");
        await Expect(page.GetByText("Inga serier än.")).ToBeVisibleAsync();
        await page.AssertAccessibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Börja serien" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Månadsannonsen" })).ToBeVisibleAsync();
        var rows = page.Locator("#next ~ .table tbody tr");
        await Expect(rows).ToHaveCountAsync(12);
        await page.AssertAccessibleAsync();

        await rows.Nth(1).GetByRole(AriaRole.Button, new() { Name = "Hoppa över: torsdag 6 februari 2031" }).PressAsync("Enter");
        await Expect(rows.Nth(1)).ToContainTextAsync("hoppas över");
        await rows.Nth(1).GetByRole(AriaRole.Button, new() { Name = "Ta med igen" }).ClickAsync();
        await Expect(rows.Nth(1)).Not.ToContainTextAsync("hoppas över");

        await rows.Nth(2).GetByLabel("Ny dag i stället för").FillAsync("2031-03-13");
        await rows.Nth(2).GetByRole(AriaRole.Button, new() { Name = "Flytta" }).ClickAsync();
        await Expect(rows.Nth(2)).ToContainTextAsync("flyttad från torsdag 6 mars 2031");
        await page.AssertAccessibleAsync();
        await rows.Nth(2).GetByRole(AriaRole.Button, new() { Name = "Flytta tillbaka" }).ClickAsync();
        await Expect(rows.Nth(2)).Not.ToContainTextAsync("flyttad");

        await page.GetByRole(AriaRole.Button, new() { Name = "Avsluta serien" }).ClickAsync();
        await Expect(page.GetByText("Serien är avslutad.")).ToBeVisibleAsync();
        await Expect(rows).ToHaveCountAsync(0);
        await page.AssertAccessibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Ta upp igen" }).ClickAsync();
        await Expect(rows).ToHaveCountAsync(12);
    }

    [Fact]
    public async Task What_is_missing_is_said_and_what_was_written_stays()
    {
        var page = await OpenAsync("/series?lang=en");
        await page.GetByLabel("The series’ name").FillAsync("The monthly ad");
        await page.GetByLabel("Questions", new() { Exact = true }).FillAsync("Why?");
        await page.GetByLabel("Day in print", new() { Exact = true }).SelectOptionAsync("by the list");
        await page.GetByLabel("Days in print by list").FillAsync("2031-01-09\n6 maj");
        await page.GetByRole(AriaRole.Button, new() { Name = "Begin the series" }).ClickAsync();

        var problem = page.GetByRole(AriaRole.Alert);
        await Expect(problem).ToContainTextAsync("Choose at least one person");
        await Expect(problem).ToContainTextAsync("Write the days in print as YYYY-MM-DD");
        await Expect(page.GetByLabel("The series’ name")).ToHaveValueAsync("The monthly ad");
        await Expect(page.GetByLabel("Days in print by list")).ToHaveValueAsync("2031-01-09\n6 maj");
        await page.AssertAccessibleAsync();
    }

    [Fact]
    public async Task A_table_is_mended_line_by_line_looked_at_and_asked_once()
    {
        var name = $"Person {Guid.NewGuid():N}";
        var person = await world.Program.Api.AddStaffAsync(name, "respondent", "web", "web", $"visitor-{Guid.NewGuid():N}");
        var page = await OpenAsync("/import");
        await page.AssertAccessibleAsync();
        await page.GetByLabel("Fil (CSV)").SetInputFilesAsync(new FilePayload
        {
            Name = "frågor.csv",
            MimeType = "text/csv",
            Buffer = System.Text.Encoding.Latin1.GetBytes($"topic;person;publishOn;start\r\nVarför badar vi på söndagar?;{name};2031-05-06;planned\r\n;ingen;6 maj;planned\r\n"),
        });
        await page.GetByRole(AriaRole.Button, new() { Name = "Titta först" }).ClickAsync();

        var problem = page.GetByRole(AriaRole.Alert);
        await Expect(problem).ToContainTextAsync("Rad 3: topic: saknas.");
        await Expect(problem).ToContainTextAsync("ingen är ingen som går att skriva till");
        await Expect(problem).ToContainTextAsync("skriv dagen som ÅÅÅÅ-MM-DD");
        await Expect(problem).Not.ToContainTextAsync("Rad 2");
        await page.AssertAccessibleAsync();
        Assert.Empty(await world.Program.Api.ListAsync($"assignments?person={person}"));

        var text = page.GetByLabel("Eller tabellen här");
        await text.FillAsync((await text.InputValueAsync()).Replace($"\n;ingen;6 maj", $"\nVem får nyckeln?;{name};2031-05-07", StringComparison.Ordinal));
        await page.GetByRole(AriaRole.Button, new() { Name = "Titta först" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Row, new() { Name = "Varför badar vi på söndagar?" })).ToContainTextAsync(name);
        await page.AssertAccessibleAsync();
        Assert.Empty(await world.Program.Api.ListAsync($"assignments?person={person}"));

        await page.GetByRole(AriaRole.Button, new() { Name = "Ställ 2 frågor" }).ClickAsync();
        await Expect(page.GetByText("2 frågor är ställda eller planerade.")).ToBeVisibleAsync();
        await page.AssertAccessibleAsync();
        await page.ReloadAsync();
        await Expect(page.GetByText("2 fanns redan.")).ToBeVisibleAsync();
        Assert.Equal(2, (await world.Program.Api.ListAsync($"assignments?person={person}")).Count);
    }

    [Fact]
    public async Task A_calendar_address_is_shown_once_taken_back_and_given_back()
    {
        var person = await world.Program.Api.AddPersonAsync("web", "web", $"visitor-{Guid.NewGuid():N}");
        foreach (var path in new[] { $"/people/{person}", "/people" })
        {
            var page = await OpenAsync(path);
            await Expect(page.GetByText("Ingen har adressen till kalendern.")).ToBeVisibleAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Skapa en adress" }).ClickAsync();
            var url = new Uri(await page.Locator("#feed-url").TextContentAsync() ?? "");
            Assert.StartsWith("BEGIN:VCALENDAR", await world.Program.Http.GetStringAsync(url, TestContext.Current.CancellationToken));
            await page.AssertAccessibleAsync();

            await page.GotoAsync(path);
            await Expect(page.GetByText("En adress finns sedan")).ToBeVisibleAsync();
            Assert.DoesNotContain(url.AbsolutePath, await page.ContentAsync(), StringComparison.Ordinal);
            await page.GetByRole(AriaRole.Button, new() { Name = "Dra in adressen" }).ClickAsync();
            await Expect(page.GetByText("Ingen har adressen till kalendern.")).ToBeVisibleAsync();
            using var gone = await world.Program.Http.GetAsync(url, TestContext.Current.CancellationToken);
            Assert.Equal(404, (int)gone.StatusCode);

            await page.GetByRole(AriaRole.Button, new() { Name = "Ångra" }).ClickAsync();
            await Expect(page.GetByText("En adress finns sedan")).ToBeVisibleAsync();
            Assert.StartsWith("BEGIN:VCALENDAR", await world.Program.Http.GetStringAsync(url, TestContext.Current.CancellationToken));
        }
    }

    [Theory]
    [InlineData("/series")]
    [InlineData("/import")]
    [InlineData("/people")]
    public async Task The_pages_are_for_the_desk_only_and_nothing_is_done_without_the_forms_token(string path)
    {
        var page = await browser.NewPageAsync(world.Program.Address);
        await page.GotoAsync(path);
        await Expect(page.GetByLabel("Desk:Token").Or(page.Locator("#token"))).ToBeVisibleAsync();

        var inside = await OpenAsync(path);
        var status = await inside.EvaluateAsync<int>("path => fetch(path, { method: 'POST', body: new URLSearchParams({ action: 'feed' }) }).then(answer => answer.status)", path);
        Assert.Equal(400, status);
    }

    private async Task<IPage> OpenAsync(string path)
    {
        var page = await browser.NewPageAsync(world.Program.Address);
        await page.GotoAsync($"/signin?token={ProgramUnderTest.Token}");
        await page.GotoAsync(path);
        return page;
    }
}
