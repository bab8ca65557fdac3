using Dialog.EndToEnd.Running;
using Dialog.EndToEnd.Slack;
using Dialog.EndToEnd.Web;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Dialog.EndToEnd.Review;

public sealed class SeveralApproversTests(Chromium browser)
{
    [Fact]
    public async Task Two_named_approvers_approve_at_the_desk_one_after_the_other()
    {
        await using var slack = await FakeSlack.StartAsync();
        await using var program = await ProgramUnderTest.HostAsync(slack.Settings, new Dictionary<string, string> { ["Review:Approvers"] = "All" });
        await program.Api.AddStaffAsync("Anna Ek", "approver", "web", "web", "anna-ek");
        await program.Api.AddStaffAsync("Bo Al", "approver", "web", "web", "bo-al");
        await program.Api.AddStaffAsync("Eva Lund", "editor", "web", "web", "eva-lund");
        var assignment = await ReviewWorld.FinishAsync(program, slack, new SlackSender(slack, program, "U0SEVERAL1"));

        var page = await browser.NewPageAsync(program.Address);
        await page.GotoAsync($"/signin?token={ProgramUnderTest.Token}");
        await page.GotoAsync($"/assignments/{assignment}");
        var draft = page.Locator("section.draft[data-outlet='x']");
        await draft.GetByRole(AriaRole.Button, new() { Name = "Godkänn: X" }).ClickAsync();
        await Expect(draft).ToContainTextAsync("väntar på godkännande");

        await BeAsync(page, "Eva Lund (redaktör)");
        await Expect(draft.GetByRole(AriaRole.Button, new() { Name = "Be om ändring: X" })).ToBeVisibleAsync();
        await Expect(draft.GetByRole(AriaRole.Button, new() { Name = "Godkänn: X" })).ToHaveCountAsync(0);

        await BeAsync(page, "Anna Ek (godkännare)");
        await Expect(draft.GetByText("Ändra texten")).ToHaveCountAsync(0);
        await draft.GetByRole(AriaRole.Button, new() { Name = "Godkänn: X" }).ClickAsync();
        await Expect(draft).ToContainTextAsync("Godkänd av redaktionen, Anna Ek. Väntar på Bo Al.");
        await Expect(page.GetByLabel("Jag är", new() { Exact = true })).ToHaveValueAsync(new System.Text.RegularExpressions.Regex(".+"));
        await Expect(draft.GetByRole(AriaRole.Button, new() { Name = "Godkänn: X" })).ToHaveCountAsync(0);
        await page.AssertAccessibleAsync();

        await BeAsync(page, "Bo Al (godkännare)");
        await draft.GetByRole(AriaRole.Button, new() { Name = "Godkänn: X" }).ClickAsync();
        await Expect(draft.Locator("header .state")).ToHaveTextAsync("godkänd");
        await draft.GetByText("Historik").ClickAsync();
        await Expect(draft.Locator(".history")).ToContainTextAsync("Godkänd (Bo Al)");
        await program.StopCalmlyAsync();
    }

    private static async Task BeAsync(IPage page, string who)
    {
        await page.GetByLabel("Jag är", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = who });
        await page.GetByRole(AriaRole.Button, new() { Name = "Välj", Exact = true }).ClickAsync();
        await Expect(page.GetByLabel("Jag är", new() { Exact = true }).Locator("option[selected]")).ToHaveTextAsync(who);
    }
}
