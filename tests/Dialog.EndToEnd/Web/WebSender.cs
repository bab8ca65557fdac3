using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Dialog.EndToEnd.Interviews;
using Dialog.EndToEnd.Running;

namespace Dialog.EndToEnd.Web;

/// <summary>A person at the web chat, seen from the wire: what the page's script calls.</summary>
internal sealed partial class WebSender : ITalk, IDisposable
{
    private readonly HttpClient _http;
    private int _heard;

    private WebSender(HttpClient http, int heard) => (_http, _heard) = (http, heard);

    /// <summary>Comes by the link that the desk shows for the assignment's person. What was said before is heard already.</summary>
    public static async Task<WebSender> AcceptInvitationAsync(ProgramUnderTest program, string assignment)
    {
        using var desk = NewClient(program);
        await desk.GetAsync(new Uri($"/signin?token={ProgramUnderTest.Token}", UriKind.Relative), TestContext.Current.CancellationToken);
        var page = await desk.GetStringAsync(new Uri($"/assignments/{assignment}", UriKind.Relative), TestContext.Current.CancellationToken);
        var http = NewClient(program);
        using var chat = await http.GetAsync(new Uri(WebUtility.HtmlDecode(Invitation().Match(page).Value)), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, chat.StatusCode);
        var person = new WebSender(http, heard: 0);
        return new WebSender(http, (await person.FromBotAsync()).Count);
    }

    public void Dispose() => _http.Dispose();

    public async Task SayAsync(string text)
    {
        using var answer = await _http.PostAsJsonAsync(new Uri("/chat/messages", UriKind.Relative), new { id = Guid.NewGuid().ToString("N"), text }, TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, $"{(int)answer.StatusCode}");
    }

    public async Task<string> HearAsync()
    {
        using var every = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (true)
        {
            if (await FromBotAsync() is var lines && lines.Count > _heard)
            {
                return lines[_heard++].GetProperty("text").GetString()!;
            }

            await every.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Presses a button of the newest message that has it.</summary>
    public async Task PressAsync(string label)
    {
        var choice = (await FromBotAsync()).Reverse().SelectMany(line => line.GetProperty("choices").EnumerateArray()).First(button => button.GetProperty("label").GetString() == label);
        using var answer = await _http.PostAsJsonAsync(new Uri("/chat/choices", UriKind.Relative), new { value = choice.GetProperty("value").GetString() }, TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, $"{(int)answer.StatusCode}");
    }

    private async Task<IReadOnlyList<JsonElement>> FromBotAsync()
    {
        var chat = await _http.GetFromJsonAsync<JsonElement>(new Uri("/chat/messages", UriKind.Relative), TestContext.Current.CancellationToken);
        return [.. chat.GetProperty("messages").EnumerateArray().Where(line => line.GetProperty("from").GetString() == "bot")];
    }

    private static HttpClient NewClient(ProgramUnderTest program) =>
        new(new HttpClientHandler { CookieContainer = new CookieContainer() }) { BaseAddress = program.Address, Timeout = Patience.Limit };

    [GeneratedRegex("http[^\"]*/chat\\?invite=[^\"]*")]
    private static partial Regex Invitation();
}
