using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Dialog.EndToEnd.Web;

/// <summary>WCAG 2.1 A and AA as far as axe can tell.</summary>
internal static class Accessible
{
    /// <summary>Only what is wrong comes back: a page's whole of it is megabytes. No rule of these looks into style sheets, so none is loaded again.</summary>
    private const string Wrong = """
        async () => {
            const found = await axe.run(document, {
                runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] },
                resultTypes: ['violations'],
                preload: false,
                selectors: false,
            });
            return found.violations.flatMap(violation => violation.nodes.map(node => `${violation.id} (${violation.help}): ${node.html}`));
        }
        """;

    private static readonly string _axe = new BundledAxeScriptProvider().GetScript();

    public static async Task AssertAccessibleAsync(this IPage page)
    {
        await page.EvaluateAsync(_axe);
        var violations = await page.EvaluateAsync<string[]>(Wrong);
        Assert.True(violations.Length == 0, $"{page.Url}\n{string.Join('\n', violations)}");
    }
}
