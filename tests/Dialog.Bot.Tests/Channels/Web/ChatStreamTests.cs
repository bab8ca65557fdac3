using Dialog.Bot.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Dialog.Bot.Tests.Channels.Web;

public sealed class ChatStreamTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_open_page_looks_by_itself_now_and_then_and_no_proxy_keeps_what_it_is_told()
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var site = await OpenSite.OpenAsync(replace: services => services.AddSingleton<TimeProvider>(clock));
        using var browser = site.Browser();
        (await browser.GetAsync(new Uri("/chat", UriKind.Relative), Stop)).Dispose();

        using var stream = await browser.GetAsync(new Uri("/chat/stream", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, Stop);

        Assert.Equal(["no"], stream.Headers.GetValues("X-Accel-Buffering"));
        using var lines = new StreamReader(await stream.Content.ReadAsStreamAsync(Stop));
        Assert.Equal("event: changed", await EventAsync());
        var next = EventAsync();
        using var every = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        for (var look = 0; look < 400 && !next.IsCompleted; look++)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            await every.WaitForNextTickAsync(Stop);
        }

        Assert.Equal("event: changed", await next.WaitAsync(TimeSpan.FromSeconds(1), Stop));

        async Task<string?> EventAsync()
        {
            while (await lines.ReadLineAsync(Stop) is { } line)
            {
                if (line.StartsWith("event:", StringComparison.Ordinal))
                {
                    return line;
                }
            }

            return null;
        }
    }
}
