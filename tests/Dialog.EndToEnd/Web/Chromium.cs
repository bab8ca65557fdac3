using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.Playwright;
using Xunit.v3;

[assembly: AssemblyFixture(typeof(Dialog.EndToEnd.Web.Chromium))]
[assembly: Dialog.EndToEnd.Web.ClosePages]

namespace Dialog.EndToEnd.Web;

/// <summary>The system's Chromium, started once for all tests that look at pages.</summary>
public sealed class Chromium : IAsyncDisposable
{
    /// <summary>Debian's build without a window takes a fifth of the processor time of the one with.</summary>
    private static readonly string[] Executables = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"];

    private static readonly ConcurrentDictionary<string, ConcurrentBag<IBrowserContext>> _contexts = new();
    private static readonly ConcurrentBag<Task> _closing = [];

    private readonly Lazy<Task<(IPlaywright, IBrowser)>> _browser = new(LaunchAsync);

    /// <summary>An empty page of a person with no cookies yet, whose browser may have scripts turned off.</summary>
    public async Task<IPage> NewPageAsync(Uri address, bool scripts = true)
    {
        var (_, browser) = await _browser.Value;
        var context = await browser.NewContextAsync(new() { BaseURL = address.ToString(), Locale = "sv-SE", TimezoneId = "Europe/Stockholm", ReducedMotion = ReducedMotion.Reduce, JavaScriptEnabled = scripts });
        _contexts.GetOrAdd(TestContext.Current.Test!.UniqueID, _ => []).Add(context);
        context.SetDefaultTimeout((float)Running.Patience.Limit.TotalMilliseconds);
        Assertions.SetDefaultExpectTimeout((float)Running.Patience.Limit.TotalMilliseconds);
        return await context.NewPageAsync();
    }

    /// <summary>Begins to close what a test has opened: a page that stays goes on asking its program, which is gone.</summary>
    internal static void Close(string testId)
    {
        if (_contexts.TryRemove(testId, out var contexts))
        {
            foreach (var context in contexts)
            {
                _closing.Add(context.CloseAsync());
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser.IsValueCreated)
        {
            var (playwright, browser) = await _browser.Value;
            await Task.WhenAll(_closing);
            await browser.DisposeAsync();
            playwright.Dispose();
        }
    }

    private static async Task<(IPlaywright, IBrowser)> LaunchAsync()
    {
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Executables.First(File.Exists),
            Headless = true,
            Args = ["--no-sandbox", "--disable-gpu", "--in-process-gpu", "--enable-features=NetworkServiceInProcess2", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
        return (playwright, browser);
    }
}

/// <summary>Closes the pages a test has opened.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
internal sealed class ClosePagesAttribute : BeforeAfterTestAttribute
{
    public override void After(MethodInfo methodUnderTest, IXunitTest test) => Chromium.Close(test.UniqueID);
}
