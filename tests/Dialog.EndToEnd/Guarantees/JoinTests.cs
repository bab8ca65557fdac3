using System.Text.Json;
using System.Text.RegularExpressions;
using Dialog.EndToEnd.Interviews;
using Dialog.EndToEnd.Running;
using Dialog.EndToEnd.Slack;
using Dialog.EndToEnd.Teams;

namespace Dialog.EndToEnd.Guarantees;

/// <summary>One person with two records, in Slack and in Teams: joined by a code or by the verified address, and taken apart again.</summary>
public sealed class JoinTests(JoinWorld world) : IClassFixture<JoinWorld>
{
    private const string Said = "Kommunikation handlar om möten, och i sociala medier möts vi.";

    private readonly FakeSlack slack = world.Slack;
    private readonly FakeTeams teams = world.Teams;
    private readonly ProgramUnderTest program = world.Program;
    private readonly SlackSender inSlack = world.NextInSlack();
    private readonly TeamsSender inTeams = new(world.Teams, world.Program, Guid.NewGuid().ToString());

    [Fact]
    public async Task A_code_joins_the_open_talks_and_undo_takes_them_apart()
    {
        var assignment = await OpenInSlackAsync();
        await inTeams.InstallAsync();
        var code = await CodeInSlackAsync();

        await inTeams.SayAsync($"koppla {code}");
        var asked = await teams.WaitForMessageAsync(inTeams.Conversation, post => post.Text.Contains("Mattias Jansson", StringComparison.Ordinal));
        await inTeams.PressAsync(asked, "Ja, det är jag");

        var joined = await teams.WaitForMessageAsync(inTeams.Conversation, post => post.Text.StartsWith("Nu vet jag att det är du", StringComparison.Ordinal));
        await teams.WaitForMessageAsync(inTeams.Conversation, post => post.Text.Contains("Passar det nu?", StringComparison.Ordinal));
        await inTeams.SayAsync("ja");
        await inTeams.SayAsync(Said);
        await inTeams.SayAsync("klar");
        Assert.Equal(Said, (await program.Api.AnswersAsync(assignment))["what"]);
        var person = Assert.Single(await RecordsAsync());
        Assert.Equal(2, person.GetProperty("addresses").GetArrayLength());

        await inTeams.PressAsync(joined, "Ångra kopplingen");
        await teams.WaitForMessageAsync(inTeams.Conversation, post => post.Text.StartsWith("Kopplingen är ångrad", StringComparison.Ordinal));
        Assert.Equal([1, 1], (await RecordsAsync()).Select(one => one.GetProperty("addresses").GetArrayLength()));
        await inSlack.SayAsync("visa");
        await slack.WaitForMessageAsync(inSlack.Channel, post => post.Text.Contains(Said, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_begun_where_the_code_is_said_comes_along_and_no_old_button_means_anything()
    {
        await OpenInSlackAsync();
        await inTeams.InstallAsync();
        var left = (await RecordsAsync()).Single(record => record.GetProperty("addresses")[0].GetProperty("channel").GetString() == "teams").GetProperty("id").GetString();
        await inTeams.SayAsync("jag vill skriva om nya lekplatsen");
        var own = await teams.WaitForMessageAsync(inTeams.Conversation, skip: 1);
        await inTeams.SayAsync(Said);
        var opening = slack.BotPosts(inSlack.Channel)[0];
        var code = await CodeInSlackAsync();
        await inTeams.SayAsync($"koppla {code}");
        await inTeams.PressAsync(await teams.WaitForMessageAsync(inTeams.Conversation, post => post.Text.Contains("Är det du?", StringComparison.Ordinal)), "Ja, det är jag");
        await teams.WaitForMessageAsync(inTeams.Conversation, post => post.Text.StartsWith("Nu vet jag", StringComparison.Ordinal));

        await inSlack.SayAsync("visa");
        await slack.WaitForMessageAsync(inSlack.Channel, post => post.Text.Contains(Said, StringComparison.Ordinal));
        var person = Assert.Single(await RecordsAsync());
        Assert.Equal(2, (await program.Api.ListAsync($"assignments?person={person.GetProperty("id").GetString()}")).Count);
        Assert.Equal(2, (await program.Api.ListAsync($"assignments?person={left}")).Count);
        using var late = await inSlack.ClickAsync(opening, opening.Buttons.Single(button => button.Label == "Kör"));
        await slack.WaitForMessageAsync(inSlack.Channel, post => post.Text.StartsWith("Den frågan är redan avklarad", StringComparison.Ordinal));
        Assert.NotNull(own);
    }

    [Fact]
    public async Task Who_guesses_is_not_listened_to_any_more_even_with_the_right_code()
    {
        await OpenInSlackAsync();
        await inTeams.InstallAsync();
        var code = await CodeInSlackAsync();
        for (var guess = 0; guess < 5; guess++)
        {
            await inTeams.SayAsync($"koppla BCDF-GHJ{guess + 2}");
        }

        await inTeams.SayAsync($"koppla {code}");

        await teams.WaitForMessageAsync(inTeams.Conversation, post => post.Text.StartsWith("Det blev många fel koder", StringComparison.Ordinal));
        Assert.Equal(2, (await RecordsAsync()).Count);
    }

    [Fact]
    public async Task A_code_is_good_once_and_a_no_joins_nothing()
    {
        await OpenInSlackAsync();
        await inTeams.InstallAsync();
        var code = await CodeInSlackAsync();

        await inTeams.SayAsync($"link {code}");
        await inTeams.SayAsync("nej");
        await teams.WaitForMessageAsync(inTeams.Conversation, post => post.Text.StartsWith("Då låter jag det vara", StringComparison.Ordinal));
        await inTeams.SayAsync($"koppla {code}");

        await teams.WaitForMessageAsync(inTeams.Conversation, post => post.Text.StartsWith("Koden stämmer inte", StringComparison.Ordinal));
        Assert.Equal(2, (await RecordsAsync()).Count);
    }

    [Fact]
    public async Task The_same_verified_address_is_the_same_person_once()
    {
        slack.Emails[inSlack.User] = $"{inSlack.User}@Katrineholm.example";
        teams.Emails[inTeams.ObjectId] = $"{inSlack.User}@katrineholm.example";
        await OpenInSlackAsync();
        await inSlack.SayAsync("hjälp");
        await inTeams.InstallAsync();

        var joined = await teams.WaitForMessageAsync(inTeams.Conversation, post => post.Text.StartsWith("Nu vet jag att det är du", StringComparison.Ordinal));
        Assert.Single(await RecordsAsync());

        await inTeams.PressAsync(joined, "Ångra kopplingen");
        await teams.WaitForMessageAsync(inTeams.Conversation, post => post.Text.StartsWith("Kopplingen är ångrad", StringComparison.Ordinal));
        await inTeams.SayAsync("hej");
        Assert.Equal(2, (await RecordsAsync()).Count);
    }

    private async Task<string> OpenInSlackAsync()
    {
        var personId = await program.Api.AddPersonAsync("slack", FakeSlack.Team, inSlack.User);
        var assignment = await program.Api.OpenAsync(new SeedInterview().OrderFor(personId));
        await slack.WaitForMessageAsync(inSlack.Channel);
        return assignment;
    }

    /// <summary>What the program knows this test's person by.</summary>
    private async Task<List<JsonElement>> RecordsAsync() => [.. (await program.Api.ListAsync("people")).Where(person =>
        person.GetProperty("addresses").EnumerateArray().Any(address => address.GetProperty("user").GetString() is { } user && (user == inSlack.User || user == inTeams.ObjectId)))];

    private async Task<string> CodeInSlackAsync()
    {
        await inSlack.SayAsync("koppla");
        var told = await slack.WaitForMessageAsync(inSlack.Channel, post => post.Text.Contains("koppla", StringComparison.Ordinal));
        return Regex.Match(told.Text, "koppla ([B-Z2-9]{4}-[B-Z2-9]{4})").Groups[1].Value;
    }
}
