using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Dialog.Bot.Tests.Support;
using Dialog.Bot.Turns;
using Dialog.Core.Assignments;
using Dialog.Core.Interviews;
using Microsoft.Extensions.DependencyInjection;

namespace Dialog.Bot.Tests.Desk;

/// <summary>Open pages of several programs on one store: what is new in one is news in the other, and editors see each other. Presence in the store wants PostgreSQL.</summary>
public sealed class PresenceTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("store", "PostgreSql")]
    public async Task News_and_who_else_is_there_reach_the_pages_of_another_program()
    {
        Assert.SkipUnless(TestStore.IsPostgreSql, "Several programs share a store on PostgreSQL only: DIALOG_TEST_POSTGRESQL.");
        await using var one = await OpenSite.OpenAsync();
        await using var other = await OpenSite.OpenBesideAsync(one);
        var assignment = await AskAsync(one);
        var (eva, evas) = await one.SignInAsync("editor");
        var (_, anns) = await one.SignInAsync("approver");

        var first = await LookAsync(one.Browser(evas), assignment, "a");
        var second = await LookAsync(other.Browser(anns), assignment, "b");
        Assert.Empty(first.Others);
        Assert.Equal(["editor"], second.Others);
        Assert.Equal(["approver"], (await LookAsync(one.Browser(evas), assignment, "a")).Others);

        Assert.True(await other.Services.GetRequiredService<ReaderBook>().AddAsync(assignment, [new Reaction("r1", "Bra!", null, null)], Stop));
        Assert.NotEqual(second.Version, (await LookAsync(one.Browser(evas), assignment, "a")).Version);

        await one.Services.GetRequiredService<PersonalData>().EraseAsync(eva, Stop);
        Assert.Empty((await LookAsync(other.Browser(anns), assignment, "b")).Others);
    }

    [Fact]
    [Trait("store", "Sqlite")]
    public async Task On_a_store_of_its_own_a_program_remembers_who_is_there_and_writes_nothing()
    {
        Assert.SkipUnless(!TestStore.IsPostgreSql, "SQLite");
        await using var house = await House.BuildAsync();
        var presence = new Presence(house.Database, house.Clock);
        Assert.Empty(await presence.NoteAsync("a1", "t1", "Eva", null, Stop));
        Assert.Equal(["Eva"], await presence.NoteAsync("a1", "t2", "", null, Stop));
        Assert.Equal([""], await presence.NoteAsync("a1", "t1", "Eva", null, Stop));
        house.Clock.Advance(TimeSpan.FromSeconds(16));

        Assert.Empty(await presence.NoteAsync("a1", "t2", "", null, Stop));
        await using var db = house.OpenStore();
        Assert.Empty(db.OpenPages);
    }

    private static async Task<string> AskAsync(OpenSite site)
    {
        var (person, _) = await site.AddOnTheWebAsync("Mattias Jansson");
        return (await site.Services.GetRequiredService<AssignmentOpener>().OpenAsync(House.Assignment(person), requestKey: null, Stop)).Row.Id;
    }

    private static async Task<(string Version, IReadOnlyList<string> Others)> LookAsync(HttpClient browser, string assignment, string tab)
    {
        var body = (await browser.GetFromJsonAsync<JsonObject>($"/live?of={assignment}&tab={tab}", Stop))!;
        return ((string)body["version"]!, [.. body["others"]!.AsArray().Select(name => (string)name!)]);
    }
}
