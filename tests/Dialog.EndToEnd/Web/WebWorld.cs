using Dialog.EndToEnd.Interviews;
using Dialog.EndToEnd.Running;
using Microsoft.Playwright;

namespace Dialog.EndToEnd.Web;

/// <summary>One program without Slack and Teams, as it starts for a newcomer; every test brings its own people.</summary>
public sealed class WebWorld : IAsyncLifetime
{
    internal ProgramUnderTest Program { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Program = await ProgramUnderTest.HostAsync();

    public async ValueTask DisposeAsync()
    {
        await using (Program)
        {
            await Program.StopCalmlyAsync();
        }
    }

    /// <summary>An order of the seed's interview for somebody who will answer in the browser; answers the assignment's id.</summary>
    internal async Task<string> OrderAsync()
    {
        var personId = await Program.Api.AddPersonAsync("web", "web", $"visitor-{Guid.NewGuid():N}");
        return await Program.Api.OpenAsync(new SeedInterview().OrderFor(personId));
    }

    /// <summary>The desk, signed in.</summary>
    internal async Task<IPage> SignInAsync(Chromium browser)
    {
        var page = await browser.NewPageAsync(Program.Address);
        await page.GotoAsync($"/signin?token={ProgramUnderTest.Token}");
        await page.GotoAsync("/");
        return page;
    }

    /// <summary>The page of an assignment at the desk.</summary>
    internal async Task<IPage> OpenAssignmentAsync(Chromium browser, string assignment)
    {
        var page = await SignInAsync(browser);
        await page.Locator($"a[href*='{assignment}']").First.ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = new SeedInterview().Topic }).First.WaitForAsync();
        return page;
    }

    /// <summary>The chat as the person with the invitation sees it.</summary>
    internal async Task<ChatPage> AcceptInvitationAsync(Chromium browser, string assignment)
    {
        var page = await browser.NewPageAsync(Program.Address);
        await page.GotoAsync(await InvitationAsync(browser, assignment));
        return new ChatPage(page);
    }

    /// <summary>The link that the desk shows for the assignment's person.</summary>
    internal async Task<string> InvitationAsync(Chromium browser, string assignment)
    {
        var desk = await OpenAssignmentAsync(browser, assignment);
        return (await desk.Locator("a[href*='/chat?']").First.GetAttributeAsync("href"))!;
    }
}
