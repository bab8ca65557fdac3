using System.Text.RegularExpressions;
using Dialog.Bot.Channels;
using Dialog.Bot.Store;
using Dialog.Bot.Tests.Support;
using Dialog.Bot.Turns;
using Dialog.Core.Interviews;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dialog.Bot.Tests.Turns;

/// <summary>What a message looks like when it is drawn again: with the buttons that do something, and no others.</summary>
public class PromptsTests
{
    private static readonly Address Slack = new(Address.Slack, "T1", "U1");

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_changed_can_be_taken_back_and_an_older_change_too_for_as_long_as_it_stands()
    {
        await using var house = await AskedAsync();
        var first = await ChangeAsync(house, "jag menade torsdags, inte onsdags", "e3");
        Assert.Equal(["Ja", "Ångra"], await LabelsAsync(house, first));

        var second = await ChangeAsync(house, "jag menade ”25”, inte ”24”", "e4");
        Assert.Equal(["Ångra"], await LabelsAsync(house, first));
        Assert.Equal(["Ja", "Ångra"], await LabelsAsync(house, second));

        await PressAsync(house, first.Choices[1]);
        Assert.Empty(await LabelsAsync(house, first));
        await PressAsync(house, second.Choices[0]);
        Assert.Empty(await LabelsAsync(house, second));
    }

    [Fact]
    public async Task Which_draft_another_cut_is_wanted_of_can_be_answered_as_long_as_it_is_asked()
    {
        await using var house = await House.BuildAsync();
        await house.InterviewedAsync();
        var drafts = await NewestAsync(house, message => message.Drafts.Count > 1 && !message.Choices.IsEmpty);
        var question = await NewestAsync(house, message => message is { Kind: OutgoingKind.Question, Choices.IsEmpty: false });
        Assert.Empty(await LabelsAsync(house, question));
        await PressAsync(house, drafts.Choices[2]);
        var which = await NewestAsync(house, message => !message.Choices.IsEmpty);

        Assert.Equal(drafts.Drafts.Select(draft => draft.Name), await LabelsAsync(house, which));
        Assert.Equal(drafts.Choices.Select(choice => choice.Label), await LabelsAsync(house, drafts));
        await PressAsync(house, which.Choices[0]);
        Assert.Empty(await LabelsAsync(house, which));
    }

    [Fact]
    public async Task Another_message_of_the_same_number_is_not_taken_for_it()
    {
        await using var house = await AskedAsync();
        var echo = await ChangeAsync(house, "jag menade torsdags, inte onsdags", "e3");
        await using (var db = house.OpenStore())
        {
            Assert.Equal(1, await db.Outbox.Where(o => o.PromptId == echo.PromptId).ExecuteUpdateAsync(row => row.SetProperty(o => o.PlatformId, "17"), Cancelled));
        }

        Assert.NotNull(await FindAsync(house, echo, "17"));
        Assert.NotNull(await FindAsync(house, echo, null));
        Assert.Null(await FindAsync(house, echo, "18"));
    }

    [Fact]
    public async Task A_message_of_that_number_on_another_channel_is_not_taken_for_it()
    {
        var teams = new Address(Address.Teams, "t1", "o1");
        await using var house = await House.BuildAsync();
        var person = (await house.People.AddAsync("Eva Ek", null, ["respondent"], "sv", "Europe/Stockholm", [Slack, teams], Cancelled))!;
        await house.Assignments.OpenAsync(House.Assignment(person.Id), requestKey: null, Cancelled);
        var opening = await NewestAsync(house, message => !message.Choices.IsEmpty);

        Assert.NotNull(await FindAsync(house, opening, null));
        Assert.Null(await house.Services.GetRequiredService<Prompts>().FindAsync(teams, opening.PromptId!, null, Cancelled));
    }

    [Fact]
    public async Task Who_said_that_it_is_them_sees_that_they_did()
    {
        var other = Slack with { User = "U2" };
        await using var house = await House.BuildAsync();
        await house.SayAsync("hej", "e1");
        await house.SayAsync("hej", "e2", other.User);
        var code = Regex.Match(string.Join(' ', (await house.SayAsync("koppla", "e3")).Replies.Select(reply => reply.Text)), "[A-Z0-9]{4}-[A-Z0-9]{4}").Value;
        var asked = (await house.SayAsync($"koppla {code}", "e4", other.User)).Replies.Single(reply => !reply.Choices.IsEmpty);
        await using (var db = house.OpenStore())
        {
            await db.Outbox.Where(o => o.User == other.User && o.PromptId == asked.PromptId).ExecuteUpdateAsync(row => row.SetProperty(o => o.PlatformId, "17"), Cancelled);
        }

        await PressAsync(house, asked.Choices[0], other);

        var shown = await house.Services.GetRequiredService<Prompts>().FindAsync(other, asked.PromptId!, "17", Cancelled);
        Assert.Equal((asked.Text, asked.Choices[0].Label), (shown!.Text, shown.Chosen));
        Assert.Empty(shown.Choices);
        Assert.Null(await house.Services.GetRequiredService<Prompts>().FindAsync(other, asked.PromptId!, "18", Cancelled));
    }

    /// <summary>Somebody who has been asked and has answered the first question.</summary>
    private static async Task<House> AskedAsync()
    {
        var house = await House.BuildAsync();
        await house.Assignments.OpenAsync(House.Assignment((await house.AddPersonAsync()).Id), requestKey: null, Cancelled);
        await house.SayAsync("kör", "e1");
        await house.SayAsync("I onsdags satte vi ut 24 nya bänkar längs ån vid Bruksgatan, och folk satte sig direkt.", "e2");
        return house;
    }

    private static async Task<Outgoing> ChangeAsync(House house, string text, string key) => (await house.SayAsync(text, key)).Replies.Single(reply => reply.PromptId is not null);

    private static async Task<Outgoing> NewestAsync(House house, Predicate<Outgoing> wanted)
    {
        await using var db = house.OpenStore();
        return (await db.Messages.Where(m => m.Body != null).OrderByDescending(m => m.Seq).Select(m => m.Body!).ToListAsync(Cancelled)).Select(StateJson.Read<Outgoing>).First(message => wanted(message));
    }

    private static async Task PressAsync(House house, Choice choice, Address? by = null) =>
        await house.Turns.TakeAsync(new Arrival(by ?? Slack, new Room("D1"), new Incoming.Chose(choice.Value) { Key = choice.Value, At = house.Clock.GetUtcNow() }), Cancelled);

    private static Task<Outgoing?> FindAsync(House house, Outgoing message, string? platformId) => house.Services.GetRequiredService<Prompts>().FindAsync(Slack, message.PromptId!, platformId, Cancelled);

    private static async Task<List<string>> LabelsAsync(House house, Outgoing message) => [.. (await FindAsync(house, message, null))!.Choices.Select(choice => choice.Label)];
}
