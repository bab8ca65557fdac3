using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Dialog.Bot.Store;
using Dialog.Bot.Tests.Support;
using Dialog.Bot.Turns;
using Dialog.Core.Assignments;
using Dialog.Core.Drafts;
using Microsoft.Extensions.DependencyInjection;

namespace Dialog.Bot.Tests.Desk;

/// <summary>Outlets, sizes of the ad and accounts are changed, retired and taken back at the desk and over REST.</summary>
public sealed class OutletDeskTests : IAsyncLifetime
{
    private static readonly Dictionary<string, string> QuarterAsItIs = new()
    {
        ["kind"] = "Size",
        ["key"] = "quarter",
        ["name.sv"] = "Kvartssida",
        ["widthMm"] = "122",
        ["heightMm"] = "178",
        ["columns"] = "2",
        ["columnMm"] = "59",
        ["lines"] = "33",
        ["words"] = "150",
        ["headline"] = "50",
        ["items"] = "5",
        ["enumeration"] = "300",
        ["reflection"] = "450",
        ["question"] = "110",
        ["runs"] = "2",
        ["mostSentences"] = "6",
    };

    private OpenSite site = null!;
    private HttpClient browser = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private OrganisationShelf Shelf => site.Services.GetRequiredService<OrganisationShelf>();

    private Outlets Outlets => Shelf.Now.Outlets;

    public async ValueTask InitializeAsync()
    {
        site = await OpenSite.OpenAsync();
        browser = site.Signed((await site.SignInAsync("admin")).Cookie);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task A_form_that_is_sent_twice_is_saved_once_and_says_so()
    {
        foreach (var (number, fields) in new Dictionary<string, string>[]
        {
            new() { ["kind"] = "Account", ["outlet"] = "facebook", ["name"] = "Kommunen", ["register"] = "organisation", ["once"] = new string('a', 32) },
            new() { ["kind"] = "Outlet", ["code"] = "nyhetsbrev", ["name.sv"] = "Nyhetsbrev", ["counting"] = "graphemes", ["layout"] = "short", ["hashtags"] = "0", ["runs"] = "2", ["mostSentences"] = "6" },
            new(QuarterAsItIs) { ["words"] = "140" },
        }.Index())
        {
            fields["seen"] = $"{number}";
            Assert.Equal(HttpStatusCode.Redirect, (await PostAsync("outlets/edit", fields)).Status);
            Assert.Equal(HttpStatusCode.Redirect, (await PostAsync("outlets/edit", fields)).Status);
            Assert.Equal(number + 1, Shelf.Version);
        }

        Assert.Single(Outlets.Accounts);
    }

    [Fact]
    public async Task A_size_is_named_measured_retired_and_taken_back()
    {
        var (wrong, page) = await PostAsync("outlets/edit", new(QuarterAsItIs) { ["columnMm"] = "80", ["words"] = "många" });
        Assert.Equal(HttpStatusCode.BadRequest, wrong);
        Assert.Contains("2 spalter på 80 mm ryms inte på 122 mm.", page, StringComparison.Ordinal);
        Assert.Contains("Skriv ett heltal från 10 till 1000000.", page, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Redirect, (await PostAsync("outlets/edit", new(QuarterAsItIs) { ["lines"] = "40" })).Status);
        Assert.Equal(("Kvartssida", 40), (Outlets.Of(AdSize.Quarter).Name("sv"), Outlets.Of(AdSize.Quarter).Lines));
        Assert.Contains("Kvartssida", await GetAsync("outlets"), StringComparison.Ordinal);
        Assert.Contains("I konfigurationen: 33.", await GetAsync("outlets/edit?kind=Size&key=quarter"), StringComparison.Ordinal);

        await PostAsync("outlets/edit", new(QuarterAsItIs) { ["do"] = "retire" });
        Assert.DoesNotContain(AdSize.Quarter, Outlets.OfferedSizes.Select(size => size.Size!.Value));
        await PostAsync("outlets/back", new() { ["seen"] = "2", ["version"] = "1" });
        Assert.Contains(AdSize.Quarter, Outlets.OfferedSizes.Select(size => size.Size!.Value));
        await PostAsync("outlets/edit", new(QuarterAsItIs) { ["do"] = "reset" });
        Assert.Equal(33, Outlets.Of(AdSize.Quarter).Lines);
    }

    [Fact]
    public async Task A_format_and_a_network_of_ones_own_are_added_and_are_never_forgotten_while_there_may_be_drafts_for_them()
    {
        await PostAsync("outlets/edit", new(QuarterAsItIs) { ["key"] = "", ["code"] = "rygg", ["name.sv"] = "Ryggen", ["widthMm"] = "60", ["columns"] = "1" });
        await PostAsync("outlets/edit", new() { ["kind"] = "Outlet", ["key"] = "", ["code"] = "intranet", ["name.sv"] = "Intranätet", ["counting"] = "graphemes", ["layout"] = "headed", ["target"] = "600", ["hashtags"] = "0", ["runs"] = "2", ["mostSentences"] = "6" });
        Assert.Equal((Layout.Ad, 60), (Outlets.Find("rygg").Layout, Outlets.Find("rygg").Size!.WidthMm));
        Assert.Equal((Layout.Headed, 600), (Outlets.Find("intranet").Layout, Outlets.Find("intranet").Target!.Value));
        var (again, page) = await PostAsync("outlets/edit", new() { ["kind"] = "Outlet", ["key"] = "", ["code"] = "x", ["name.sv"] = "X", ["counting"] = "graphemes", ["layout"] = "short", ["hashtags"] = "0", ["runs"] = "2", ["mostSentences"] = "6" });
        Assert.Equal(HttpStatusCode.BadRequest, again);
        Assert.Contains("Koden finns redan.", page, StringComparison.Ordinal);

        await PostAsync("outlets/back", new() { ["seen"] = "2", ["version"] = "0" });
        Assert.True(Outlets.Find("intranet").Retired);
        Assert.DoesNotContain("intranet", Outlets.Offered.Select(outlet => outlet.Code));
        Assert.Contains("x", Outlets.Offered.Select(outlet => outlet.Code));
    }

    [Fact]
    public async Task An_account_has_an_owner_and_a_register_and_decides_the_voice()
    {
        var person = (await site.AddOnTheWebAsync("Mattias Jansson")).Id;
        var assignment = new Assignment { Id = "a", Topic = "Varför?", PersonId = person, Language = "sv" };
        Assert.Equal(Voice.Own, Outlets.VoiceOn("bluesky", assignment));

        Assert.Contains("Ett privat konto är någons", (await PostAsync("outlets/edit", Account("Kommunen", "", "private"))).Page, StringComparison.Ordinal);
        await PostAsync("outlets/edit", Account("Mattias hemma", person, "private"));
        Assert.Equal(Register.Private, Outlets.AccountOf("bluesky", person)!.Register);
        await PostAsync("outlets/edit", Account("Katrineholms kommun", "", "professional"));
        Assert.Equal(Voice.Quoted, Outlets.VoiceOn("bluesky", assignment));
        await PostAsync("outlets/edit", Account("Mattias Jansson", person, "professional"));
        Assert.Equal(("Mattias Jansson", Voice.Own), (Outlets.AccountOf("bluesky", person)!.Name, Outlets.VoiceOn("bluesky", assignment)));
        Assert.Contains("personen citeras", await GetAsync("outlets"), StringComparison.Ordinal);

        static Dictionary<string, string> Account(string name, string owner, string register) => new() { ["kind"] = "Account", ["key"] = "", ["outlet"] = "bluesky", ["name"] = name, ["handle"] = "@namn", ["personId"] = owner, ["register"] = register };
    }

    [Fact]
    public async Task An_account_keeps_an_owner_who_cannot_be_chosen_any_more()
    {
        var person = (await site.AddOnTheWebAsync("Mattias Jansson")).Id;
        var fields = new Dictionary<string, string> { ["kind"] = "Account", ["key"] = "", ["outlet"] = "bluesky", ["name"] = "Mattias", ["handle"] = "@namn", ["personId"] = person, ["register"] = "private" };
        await PostAsync("outlets/edit", new(fields));
        fields["key"] = Outlets.AccountOf("bluesky", person)!.Id;
        await site.Services.GetRequiredService<Database>().WriteAsync(session => session.Write("""DELETE FROM "Addresses" WHERE "PersonId" = $1""", person), Cancelled);
        Assert.Contains($"<option value=\"{person}\" selected>Mattias Jansson</option>", await GetAsync($"outlets/edit?kind=Account&key={fields["key"]}"), StringComparison.Ordinal);
        await site.Services.GetRequiredService<Database>().WriteAsync(session => session.Write("""UPDATE "People" SET "Name" = NULL WHERE "Id" = $1""", person), Cancelled);
        Assert.Contains($"<option value=\"{person}\" selected>Utan namn</option>", await GetAsync($"outlets/edit?kind=Account&key={fields["key"]}"), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Redirect, (await PostAsync("outlets/edit", new(fields) { ["name"] = "Mattias hemma" })).Status);
        Assert.Equal(("Mattias hemma", person), (Outlets.AccountOf("bluesky", person)!.Name, Outlets.AccountOf("bluesky", person)!.PersonId));
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync("outlets/edit", new(fields) { ["personId"] = "nobody" })).Status);
    }

    [Fact]
    public async Task Over_REST_the_changes_are_one_document_with_versions()
    {
        var script = site.Script();
        var account = new { id = "kommunen-x", outlet = "x", name = "Katrineholms kommun", handle = "@katrineholm", register = "professional" };
        using var put = await PutAsync(script, new { accounts = new[] { account } }, "\"0\"");
        Assert.Equal((HttpStatusCode.OK, "\"1\""), (put.StatusCode, put.Headers.ETag?.Tag));
        using var stale = await PutAsync(script, new { accounts = new[] { account } }, "\"0\"");
        Assert.Equal(HttpStatusCode.PreconditionFailed, stale.StatusCode);
        using var wrong = await PutAsync(script, new { accounts = new[] { account with { outlet = "ad" } } }, "\"1\"");
        Assert.Contains("accounts.kommunen-x.outlet", await wrong.Content.ReadAsStringAsync(Cancelled), StringComparison.Ordinal);
        foreach (var broken in new[] { "null", "[]", "{\"outlets\":[null]}", "{\"outlets\":[{\"code\":\"y\"}]}", "{\"accounts\":[{\"id\":\"k\",\"outlet\":\"x\",\"name\":\"y\",\"register\":7}]}", "{\"accounts\":[{\"id\":null,\"outlet\":\"x\",\"name\":\"y\"}]}" })
        {
            using var answer = await script.PutAsync("api/v1/outlets/changes", new StringContent(broken, System.Text.Encoding.UTF8, "application/json"), Cancelled);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        }

        using var restored = await script.PostAsJsonAsync("api/v1/outlets/restore", new { version = 0 }, Cancelled);
        Assert.Equal(HttpStatusCode.OK, restored.StatusCode);
        Assert.Empty((await script.GetFromJsonAsync<JsonObject>("api/v1/outlets", Cancelled))!["accounts"]!.AsArray());
        Assert.Equal([2, 1], (await script.GetFromJsonAsync<JsonObject>("api/v1/outlets/versions", Cancelled))!["items"]!.AsArray().Select(version => (int)version!["version"]!));
        Assert.Single((await script.GetFromJsonAsync<JsonObject>("api/v1/outlets/versions/1", Cancelled))!["accounts"]!.AsArray());
    }

    private async Task<string> GetAsync(string path) => WebUtility.HtmlDecode(await browser.GetStringAsync(new Uri(path, UriKind.Relative), Cancelled));

    private async Task<(HttpStatusCode Status, string Page)> PostAsync(string path, Dictionary<string, string> fields)
    {
        fields["__RequestVerificationToken"] = Forms.TokenOf(await browser.GetStringAsync(new Uri("outlets/edit?kind=Account", UriKind.Relative), Cancelled));
        fields.TryAdd("seen", Shelf.Version.ToString(System.Globalization.CultureInfo.InvariantCulture));
        using var content = new FormUrlEncodedContent(fields);
        using var answer = await browser.PostAsync(new Uri(path, UriKind.Relative), content, Cancelled);
        return (answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancelled)));
    }

    private static async Task<HttpResponseMessage> PutAsync(HttpClient script, object body, string tag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, "api/v1/outlets/changes") { Content = JsonContent.Create(body), Headers = { { "If-Match", tag } } };
        return await script.SendAsync(request, Cancelled);
    }
}
