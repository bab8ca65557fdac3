using System.Globalization;
using System.Text.Json.Nodes;
using Dialog.Bot.Channels;
using Dialog.Bot.Channels.Slack;
using Dialog.Bot.Store;
using Dialog.Bot.Tests.Support;
using Dialog.Bot.Turns;
using Dialog.Core.Assignments;
using Microsoft.EntityFrameworkCore;

namespace Dialog.Bot.Tests.Channels.Slack;

/// <summary>What <c>/dialog</c> answers.</summary>
public sealed class SlackCommandsTests : IAsyncLifetime
{
    private SlackHouse house = null!;

    public async ValueTask InitializeAsync()
    {
        house = await SlackHouse.BuildAsync();
        await house.Installs.LearnAsync(TestContext.Current.CancellationToken);
        await house.Get<PeopleBook>().AddAsync("Eva Editor", null, ["editor"], "sv", "Europe/Stockholm", [new Address(Address.Slack, "T1", "U1")], TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync() => house.DisposeAsync();

    [Fact]
    public async Task Peoples_words_stand_there_as_they_were_written()
    {
        var person = await house.Get<PeopleBook>().FindOrAddAsync(new Address(Address.Slack, "T1", "U1"), TestContext.Current.CancellationToken);
        await house.Get<AssignmentOpener>().OpenAsync(House.Assignment(person.Id) with { Topic = "Läcka i *Storgatan* & <!here>" }, requestKey: null, TestContext.Current.CancellationToken);

        var answer = await GiveAsync("mina");

        Assert.EndsWith("\n• Läcka i *Storgatan* & <!here>", Assert.Single(Shown(answer)), StringComparison.Ordinal);
        Assert.EndsWith("\n• Läcka i *Storgatan* &amp; &lt;!here&gt;", (string?)answer["text"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_answer_stands_in_several_sections_of_which_each_is_short_enough()
    {
        var person = await house.Get<PeopleBook>().FindOrAddAsync(new Address(Address.Slack, "T1", "U1"), TestContext.Current.CancellationToken);
        for (var number = 0; number < 20; number++)
        {
            await house.Get<AssignmentOpener>().OpenAsync(House.Assignment(person.Id) with { Topic = $"{number}: {new string('a', 190)}" }, requestKey: null, TestContext.Current.CancellationToken);
        }

        var shown = Shown(await GiveAsync("mina"));

        Assert.Equal(2, shown.Count);
        Assert.All(shown, text => Assert.True(text.Length <= SlackBlocks.MostSection));
    }

    [Theory]
    [InlineData("U0BOT", "Välj en kollega, inte en bot.", 0)]
    [InlineData("USLACKBOT", "Välj en kollega, inte en bot.", 0)]
    [InlineData("U2", "”Varför plogar vi *skolvägarna* först?”", 1)]
    public async Task A_question_is_asked_of_a_person(string user, string says, int asked)
    {
        var answer = await GiveAsync($"fråga <@{user}|kim> \"Varför plogar vi *skolvägarna* först?\"");

        Assert.Contains(says, Assert.Single(Shown(answer)), StringComparison.Ordinal);
        await using var db = house.OpenStore();
        Assert.Equal(asked, await db.Assignments.CountAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("\"Varför plogar vi?\" på fredag", "Varför plogar vi?", "2027-02-12")]
    [InlineData("\"Varför plogar vi?\", före 12/3", "Varför plogar vi?", "2027-03-12")]
    [InlineData("”Why do we plough?” until tomorrow", "Why do we plough?", "2027-02-06")]
    [InlineData("\"Snabb\" eller \"trygg\", vad väljer vi?", "\"Snabb\" eller \"trygg\", vad väljer vi?", null)]
    [InlineData("Hur går det till på bussen?", "Hur går det till på bussen?", null)]
    [InlineData("Varför plogar vi? senast i dag", "Varför plogar vi?", "2027-02-05")]
    public async Task What_stands_behind_the_quotes_is_the_day_and_not_the_question(string asked, string topic, string? day)
    {
        await GiveAsync($"fråga <@U2|kim> {asked}");

        var order = await OrderAsync();
        Assert.Equal((topic, day), (order.Topic, order.CopyDeadline?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
    }

    /// <summary>The clock shows five past nine in Stockholm at first.</summary>
    [Theory]
    [InlineData(0, "11:00")]
    [InlineData(6, "22:59")]
    public async Task A_deadline_today_has_not_passed_when_it_is_set(int hoursLater, string deadline)
    {
        house.Clock.Advance(TimeSpan.FromHours(hoursLater));

        await GiveAsync("fråga <@U2|kim> \"Varför plogar vi?\" senast idag");

        Assert.Equal(deadline, (await OrderAsync()).CopyDeadline?.ToString("HH:mm", CultureInfo.InvariantCulture));
    }

    private async Task<Assignment> OrderAsync()
    {
        await using var db = house.OpenStore();
        return StateJson.Read<Assignment>((await db.Assignments.SingleAsync(TestContext.Current.CancellationToken)).Body);
    }

    private async Task<JsonNode> GiveAsync(string text) =>
        (await house.Get<SlackDispatch>().CommandAsync(new Dictionary<string, string> { ["command"] = "/dialog", ["text"] = text, ["team_id"] = "T1", ["user_id"] = "U1", ["trigger_id"] = "t1" }))!;

    private static List<string> Shown(JsonNode answer) => [.. answer["blocks"]!.AsArray().Select(block =>
    {
        Assert.Equal("plain_text", (string?)block!["text"]!["type"]);
        return (string)block["text"]!["text"]!;
    })];
}
