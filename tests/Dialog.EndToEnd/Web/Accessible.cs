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

    /// <summary>A landmark in another of the same name is heard twice and leads nowhere new.</summary>
    private const string Twice = """
        () => {
            const landmarks = 'main, nav, aside, section:is([aria-label], [aria-labelledby]), form:is([aria-label], [aria-labelledby]), [role=region], [role=search], [role=navigation]';
            const name = landmark => (landmark.getAttribute('aria-label') ?? document.getElementById(landmark.getAttribute('aria-labelledby'))?.textContent ?? '').trim();
            return [...document.querySelectorAll(landmarks)].flatMap(landmark => {
                const around = landmark.parentElement.closest(landmarks);
                return around && name(landmark) !== '' && name(around) === name(landmark) ? [`${landmark.localName} in ${around.localName}: ${name(landmark)}`] : [];
            });
        }
        """;

    private static readonly string _axe = new BundledAxeScriptProvider().GetScript();

    public static async Task AssertAccessibleAsync(this IPage page)
    {
        await page.EvaluateAsync(_axe);
        var violations = await page.EvaluateAsync<string[]>(Wrong);
        Assert.True(violations.Length == 0, $"{page.Url}\n{string.Join('\n', violations)}");
        Assert.Empty(await page.EvaluateAsync<string[]>(Twice));
    }
}
