using System.Text.Json;
using System.Text.Json.Nodes;
using Dialog.Bot.Channels;
using Dialog.Bot.Channels.Teams;
using Dialog.Bot.Tests.Support;
using Dialog.Bot.Turns;
using Dialog.Core.Interviews;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dialog.Bot.Tests.Channels.Teams;

/// <summary>The form in which an editor asks a colleague.</summary>
public sealed class TeamsAskingTests
{
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
            var arrived = new Incoming.Arrived { Key = "arrived", At = house.Clock.GetUtcNow() };
            await house.Turns.TakeAsync(new Arrival(new Address(Address.Teams, "t1", "o2"), new Room("a:2", "{}"), arrived), TestContext.Current.CancellationToken);
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

    private static TeamsAsking Asking(House house) => ActivatorUtilities.CreateInstance<TeamsAsking>(house.Services);

    private static async Task AddAsync(House house, string name, string role, string user, string language) =>
        await house.People.AddAsync(name, null, [role], language, "Europe/Stockholm", [new Address(Address.Teams, "t1", user)], TestContext.Current.CancellationToken);

    private static async Task<string> AskAsync(House house, string editor, string person, string? locale = "sv-SE") =>
        Words(await Asking(house).SubmitAsync(From(editor, locale, new { person, topic = "Varför plogar vi skolvägen först?", once = "1" }), TestContext.Current.CancellationToken));

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
}
