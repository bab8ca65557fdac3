using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Dialog.EndToEnd.Web;

/// <summary>WCAG 2.1 A and AA as far as axe can tell.</summary>
internal static class Accessible
{
    public static async Task AssertAccessibleAsync(this IPage page)
    {
        // Of what is in order only counts come back: a page's whole of it is megabytes.
        var result = await page.RunAxe(new AxeRunOptions
        {
            RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"] },
            ResultTypes = [ResultType.Violations],
        });
        var violations = result.Violations.SelectMany(violation => violation.Nodes.Select(node => $"{violation.Id} ({violation.Help}): {node.Html}"));
        Assert.True(!violations.Any(), $"{page.Url}\n{string.Join('\n', violations)}");
    }
}
