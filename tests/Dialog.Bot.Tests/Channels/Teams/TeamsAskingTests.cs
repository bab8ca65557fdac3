using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dialog.Bot.Channels;
using Dialog.Bot.Channels.Teams;
using Dialog.Bot.Store;
using Dialog.Bot.Tests.Support;
using Dialog.Bot.Turns;
using Dialog.Core.Assignments;
using Dialog.Core.Interviews;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dialog.Bot.Tests.Channels.Teams;

/// <summary>The form in which an editor asks a colleague.</summary>
public sealed class TeamsAskingTests : IDisposable
{
    private readonly Roster roster = new();

    [Theory]
    [InlineData(false, false, true)]
    [InlineData(true, true, true)]
    [InlineData(true, false, false)]
    public async Task Only_somebody_whom_a_message_can_reach_is_asked(bool met, bool uninstalled, bool refused)
    {
        await using var house = await House.BuildAsync();
        await AddAsync(house, "Eva Editor", "editor", "o1", "sv");
        await AddAsync(house, "Anna Ek", "respondent", "o2", "sv");
        if (met)
        {
            await MeetAsync(house, "o2");
        }

        if (uninstalled)
        {
            await house.People.LearnAsync(new Address(Address.Teams, "t1", "o2"), new Profile { Unreachable = "the app is gone" }, TestContext.Current.CancellationToken);
        }

        var answer = await AskAsync(house, "o1", person: "o2");

        Assert.Equal(refused, answer.Contains("har inte Dialog i Teams än", StringComparison.Ordinal));
        await using var db = house.OpenStore();
        Assert.Equal(refused ? 0 : 1, await db.Assignments.CountAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("sv", "en-US", "sv", "Bara redaktörer")]
    [InlineData(null, "en-US", "sv", "Only editors")]
    [InlineData(null, "fi-FI", "en", "Only editors")]
    [InlineData(null, null, "en", "Only editors")]
    [InlineData(null, null, "sv", "Bara redaktörer")]
    public async Task No_is_said_in_the_persons_language_else_in_their_clients_else_in_the_organisations(string? persons, string? clients, string organisations, string says)
    {
        await using var house = await House.BuildAsync(new KeyValuePair<string, string?>("Organisation:Language", organisations));
        if (persons is not null)
        {
            await AddAsync(house, "Anna Ek", "respondent", "o1", persons);
        }

        Assert.Contains(says, await AskAsync(house, "o1", person: "o2", clients), StringComparison.Ordinal);
        Assert.Contains(says, Words(await Asking(house).FetchAsync(From("o1", clients, data: null), TestContext.Current.CancellationToken)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("channel", HttpStatusCode.OK, true)]
    [InlineData("groupChat", HttpStatusCode.OK, true)]
    [InlineData("groupChat", HttpStatusCode.NotFound, false)]
    [InlineData("personal", HttpStatusCode.OK, false)]
    public async Task Somebody_never_heard_from_is_asked_where_the_roster_of_the_editors_group_knows_them(string type, HttpStatusCode status, bool asked)
    {
        await using var house = await House.BuildAsync();
        await AddAsync(house, "Eva Editor", "editor", "o1", "sv");
        roster.Answer = () => new HttpResponseMessage(status) { Content = new StringContent("{\"id\":\"29:o2\",\"name\":\"Anna Ek\",\"email\":\"anna@town.example\",\"userRole\":\"user\"}") };

        var answer = await SubmitAsync(house, new { person = "o2", topic = "Varför plogar vi skolvägen först?", once = "1" }, type);

        Assert.Contains(asked ? "Klart. Jag frågar Anna Ek" : "har inte Dialog i Teams än", answer, StringComparison.Ordinal);
        Assert.Equal(type == "personal" ? [] : ["https://smba.trafficmanager.net/emea/v3/conversations/19%3Agroup/members/o2"], roster.Asked);
        await using var db = house.OpenStore();
        var address = await db.Addresses.SingleOrDefaultAsync(a => a.User == "o2", TestContext.Current.CancellationToken);
        Assert.Equal(asked ? new TeamsRoom("https://smba.trafficmanager.net/emea/", "28:dialog", "29:o2", "t1") : null, TeamsRoom.Read(address?.RoomData));
        Assert.Equal(asked ? 1 : 0, await db.Assignments.CountAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Whoever_has_written_stays_where_they_wrote_whatever_the_roster_says()
    {
        await using var house = await House.BuildAsync();
        await MeetAsync(house, "o2");
        var before = await RoomAsync(house, "o2");

        await house.People.ReachAsync(new Address(Address.Teams, "t1", "o2"), new Room(null, "other"), TestContext.Current.CancellationToken);

        Assert.Equal(before, await RoomAsync(house, "o2"));
    }

    [Fact]
    public async Task What_the_desks_form_asks_for_is_asked_for_here_too()
    {
        await using var house = await House.BuildAsync();
        await AddAsync(house, "Eva Editor", "editor", "o1", "sv");
        await AddAsync(house, "Anna Ek", "respondent", "o2", "sv");
        await AddAsync(house, "Bo Ek", "respondent", "o3", "sv");
        await MeetAsync(house, "o2");
        await MeetAsync(house, "o3");

        var answer = await SubmitAsync(house, new { person = "o2", topic = "Varför plogar vi skolvägen först?", deadline = "2027-02-20", publishOn = "2027-02-25", deputy = "o3", size = "Half", once = "1" });

        Assert.Contains("Klart. Jag frågar Anna Ek", answer, StringComparison.Ordinal);
        await using var db = house.OpenStore();
        var order = StateJson.Read<Assignment>((await db.Assignments.SingleAsync(TestContext.Current.CancellationToken)).Body);
        Assert.Equal((AdSize.Half, new DateOnly(2027, 2, 25), await PersonAsync(house, "o3")), (order.AdSize, order.PublishOn, order.DeputyId));
    }

    [Theory]
    [InlineData("publishOn", "2027-02-01", "Den dagen har redan varit.")]
    [InlineData("publishOn", "2027-02-19", "senast på införandedagen")]
    [InlineData("deputy", "o2", "Välj någon annan som ersättare")]
    [InlineData("deputy", "o9", "Ersättaren har inte Dialog i Teams än")]
    public async Task What_cannot_be_of_it_comes_back_with_all_that_was_filled_in(string field, string value, string problem)
    {
        await using var house = await House.BuildAsync();
        await AddAsync(house, "Eva Editor", "editor", "o1", "sv");
        await AddAsync(house, "Anna Ek", "respondent", "o2", "sv");
        await MeetAsync(house, "o2");
        var form = new Dictionary<string, string> { ["person"] = "o2", ["topic"] = "Varför?", ["deadline"] = "2027-02-20", ["publishOn"] = "2027-02-25", ["size"] = "Full", ["once"] = "1", [field] = value };

        var answer = await SubmitAsync(house, form);

        Assert.Contains(problem, answer, StringComparison.Ordinal);
        Assert.All(form.Values, filled => Assert.Contains($"\"{filled}\"", answer, StringComparison.Ordinal));
        await using var db = house.OpenStore();
        Assert.Equal(0, await db.Assignments.CountAsync(TestContext.Current.CancellationToken));
    }

    public void Dispose() => roster.Dispose();

    private TeamsAsking Asking(House house)
    {
        var options = new TeamsOptions { ServiceUrls = ["smba.trafficmanager.net"] };
        var connector = new TeamsConnector(roster, new TeamsCredential(options, roster, house.Clock), new ServiceHosts(options), new TeamsPace(house.Clock), house.Clock);
        return ActivatorUtilities.CreateInstance<TeamsAsking>(house.Services, new TeamsRoster(connector, house.People, house.Clock));
    }

    private static async Task MeetAsync(House house, string user)
    {
        var arrived = new Incoming.Arrived { Key = $"arrived {user}", At = house.Clock.GetUtcNow() };
        await house.Turns.TakeAsync(new Arrival(new Address(Address.Teams, "t1", user), new Room($"a:{user}", "{}"), arrived), TestContext.Current.CancellationToken);
    }

    private static async Task<Room> RoomAsync(House house, string user)
    {
        await using var db = house.OpenStore();
        return (await db.Addresses.SingleAsync(a => a.User == user, TestContext.Current.CancellationToken)).Room;
    }

    private static async Task<string> PersonAsync(House house, string user)
    {
        await using var db = house.OpenStore();
        return (await db.Addresses.SingleAsync(a => a.User == user, TestContext.Current.CancellationToken)).PersonId;
    }

    private static async Task AddAsync(House house, string name, string role, string user, string language) =>
        await house.People.AddAsync(name, null, [role], language, "Europe/Stockholm", [new Address(Address.Teams, "t1", user)], TestContext.Current.CancellationToken);

    private async Task<string> AskAsync(House house, string editor, string person, string? locale = "sv-SE") =>
        Words(await Asking(house).SubmitAsync(From(editor, locale, new { person, topic = "Varför plogar vi skolvägen först?", once = "1" }), TestContext.Current.CancellationToken));

    private async Task<string> SubmitAsync(House house, object form, string type = "personal") => Words(await Asking(house).SubmitAsync(
        From("o1", "sv-SE", form) with { ConversationId = type == "channel" ? "19:group;messageid=17" : "19:group", ConversationType = type, ServiceUrl = "https://smba.trafficmanager.net/emea/", RecipientId = "28:dialog" },
        TestContext.Current.CancellationToken));

    private static string Words(JsonNode answer) => answer.ToJsonString(new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    private static Activity From(string user, string? locale, object? data) => new()
    {
        Type = "invoke",
        ChannelId = "msteams",
        ConversationId = "c1",
        ConversationTenant = "t1",
        FromId = $"29:{user}",
        AadObjectId = user,
        Locale = locale,
        Value = JsonSerializer.SerializeToElement(new { commandId = TeamsAsking.Command, data }),
    };

    /// <summary>The connector, asked who is in a group.</summary>
    private sealed class Roster : HttpMessageHandler, IHttpClientFactory
    {
        public Func<HttpResponseMessage> Answer { get; set; } = () => new HttpResponseMessage(HttpStatusCode.NotFound);

        public List<string> Asked { get; } = [];

        public HttpClient CreateClient(string name) => new(this, disposeHandler: false);

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Asked.Add(request.RequestUri!.AbsoluteUri);
            return Task.FromResult(Answer());
        }
    }
}
