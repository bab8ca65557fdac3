using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Dialog.EndToEnd.Web.Chromium))]

namespace Dialog.EndToEnd.Web;

/// <summary>The system's Chromium, started once for all tests that look at pages.</summary>
public sealed class Chromium : IAsyncDisposable
{
    private const string Executable = "/usr/bin/chromium";

    private readonly Lazy<Task<(IPlaywright, IBrowser)>> _browser = new(LaunchAsync);

    /// <summary>An empty page of a person with no cookies yet.</summary>
    public async Task<IPage> NewPageAsync(Uri address)
    {
        var (_, browser) = await _browser.Value;
        var context = await browser.NewContextAsync(new() { BaseURL = address.ToString(), Locale = "sv-SE", TimezoneId = "Europe/Stockholm" });
        context.SetDefaultTimeout((float)Running.Patience.Limit.TotalMilliseconds);
        Assertions.SetDefaultExpectTimeout((float)Running.Patience.Limit.TotalMilliseconds);
        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser.IsValueCreated)
        {
            var (playwright, browser) = await _browser.Value;
            await browser.DisposeAsync();
            playwright.Dispose();
        }
    }

    private static async Task<(IPlaywright, IBrowser)> LaunchAsync()
    {
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Executable,
            Headless = true,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
        return (playwright, browser);
    }
}
