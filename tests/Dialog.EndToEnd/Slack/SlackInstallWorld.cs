using System.Web;
using Dialog.EndToEnd.Running;

namespace Dialog.EndToEnd.Slack;

/// <summary>One program that is installed into workspaces by OAuth, and an administrator's browser.</summary>
public sealed class SlackInstallWorld : IAsyncLifetime
{
    private HttpClient browser = null!;

    internal FakeSlack Slack { get; private set; } = null!;

    internal ProgramUnderTest Program { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Slack = await FakeSlack.StartAsync();
        Program = await ProgramUnderTest.HostAsync(Slack.InstallSettings);
        browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Program.Address };
    }

    public async ValueTask DisposeAsync()
    {
        using (browser)
        await using (Slack)
        await using (Program)
        {
            await Program.StopCalmlyAsync();
        }
    }

    internal async Task<(string State, string Cookie)> BeginAsync()
    {
        using var answer = await GetAsync("/slack/install");
        return (HttpUtility.ParseQueryString(answer.Headers.Location!.Query)["state"]!, CookieOf(answer));
    }

    internal Task<HttpResponseMessage> FinishAsync(string code, string? state, string? cookie) =>
        GetAsync($"/slack/oauth/callback?code={code}{(state is null ? "" : $"&state={state}")}", cookie);

    internal async Task<HttpResponseMessage> GetAsync(string path, string? cookie = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        if (cookie is not null)
        {
            request.Headers.Add("Cookie", cookie);
        }

        return await browser.SendAsync(request, TestContext.Current.CancellationToken);
    }

    internal static string CookieOf(HttpResponseMessage answer) => string.Join("; ", answer.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0]));
}
