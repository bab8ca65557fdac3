using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Dialog.Bot.Tests.Channels.Hooks;
using Dialog.Bot.Tests.Support;

namespace Dialog.Bot.Tests.Turns;

public sealed class TextFeedTests
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Approved_texts_are_read_behind_a_secret_address_as_they_stand()
    {
        await using var site = await OpenSite.OpenAsync();
        var (script, reader) = (site.Script(), site.Script(token: null));
        const string Words = "För att folk & hundar ska orka gå hela vägen till torget utan att behöva vila på en sten.";
        var (_, draft) = await HookTests.AnswerAsync(site, "Torget <script>alert(1)</script> & vi", Words);
        await HookTests.AnswerAsync(site, "Inte godkänd");
        var address = await AddressAsync(script, "texts/feed");
        Assert.Empty((await FeedAsync(reader, address)).Elements(Atom + "entry"));

        using var accepted = await script.PostAsJsonAsync($"/api/v1/drafts/{draft}/accept-warnings", new { comment = "ska stå så" }, Cancelled);
        using var approved = await script.PostAsync(new Uri($"/api/v1/drafts/{draft}/approve", UriKind.Relative), content: null, Cancelled);
        Assert.Equal(HttpStatusCode.OK, approved.StatusCode);
        var entry = Assert.Single((await FeedAsync(reader, address)).Elements(Atom + "entry"));

        Assert.Equal("Torget <script>alert(1)</script> & vi", (string?)entry.Element(Atom + "title"));
        Assert.Contains("folk & hundar", (string?)entry.Element(Atom + "content"), StringComparison.Ordinal);
        Assert.Equal(("text", "Mattias Jansson"), ((string?)entry.Element(Atom + "content")!.Attribute("type"), (string?)entry.Element(Atom + "author")!.Element(Atom + "name")));
        Assert.Equal(["approved", "web"], entry.Elements(Atom + "category").Select(category => (string?)category.Attribute("term")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Unchanged_it_is_not_sent_again_and_another_address_closes_the_one_before()
    {
        await using var site = await OpenSite.OpenAsync();
        var (script, reader) = (site.Script(), site.Script(token: null));
        var first = await AddressAsync(script, "texts/feed");
        using var read = await reader.GetAsync(new Uri(first), Cancelled);
        using var again = new HttpRequestMessage(HttpMethod.Get, first) { Headers = { IfNoneMatch = { read.Headers.ETag! } } };
        using var unchanged = await reader.SendAsync(again, Cancelled);
        var calendar = await AddressAsync(script, "desk/feed");
        var second = await AddressAsync(script, "texts/feed");
        string Secret(string address) => new Uri(address).Segments[^1].Split('.')[0];

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotModified, "application/atom+xml"), (read.StatusCode, unchanged.StatusCode, read.Content.Headers.ContentType!.MediaType));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(first));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(second));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync($"{site.Address}feeds/{Secret(calendar)}.atom"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync($"{site.Address}calendars/{Secret(second)}.ics"));
        using var taken = await script.DeleteAsync(new Uri("/api/v1/texts/feed", UriKind.Relative), Cancelled);
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(second));

        async Task<HttpStatusCode> StatusAsync(string address)
        {
            using var answer = await reader.GetAsync(new Uri(address), Cancelled);
            return answer.StatusCode;
        }
    }

    private static async Task<string> AddressAsync(HttpClient script, string what)
    {
        using var given = await script.PostAsync(new Uri($"/api/v1/{what}", UriKind.Relative), content: null, Cancelled);
        return (string)(await given.Content.ReadFromJsonAsync<JsonObject>(Cancelled))!["url"]!;
    }

    private static async Task<XElement> FeedAsync(HttpClient reader, string address) => XDocument.Parse(await reader.GetStringAsync(new Uri(address), Cancelled)).Root!;
}
