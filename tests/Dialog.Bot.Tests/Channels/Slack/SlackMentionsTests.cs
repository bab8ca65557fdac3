using System.Text.Json;
using Dialog.Bot.Channels;
using Dialog.Bot.Channels.Slack;
using Dialog.Bot.Turns;
using Microsoft.EntityFrameworkCore;

namespace Dialog.Bot.Tests.Channels.Slack;

/// <summary>People and channels that a message mentions: Slack sends their ids.</summary>
public sealed class SlackMentionsTests : IAsyncLifetime
{
    private SlackHouse house = null!;

    public async ValueTask InitializeAsync()
    {
        house = await SlackHouse.BuildAsync();
        await house.Get<PeopleBook>().FindOrAddAsync(new Address(Address.Slack, "T1", "U1"), TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync() => house.DisposeAsync();

    [Fact]
    public async Task Somebody_who_is_mentioned_is_called_by_the_name_Slack_tells_and_Slack_is_asked_once()
    {
        house.Api.Answer("users.info", new { ok = true, user = new { id = "U2", profile = new { real_name = "Anna Ek" } } });

        await SayAsync("1.1", "Det var <@U2> som kom på det.");
        await SayAsync("1.2", "Ja, <@U2|anna>!");

        Assert.Equal(["Det var Anna Ek som kom på det.", "Ja, Anna Ek!"], await SaidAsync());
        Assert.Equal(["users.info"], house.Api.Methods);
    }

    [Fact]
    public async Task Somebody_who_is_known_here_is_called_as_here_and_the_bot_as_its_app()
    {
        var known = await house.Get<PeopleBook>().FindOrAddAsync(new Address(Address.Slack, "T1", "U2"), TestContext.Current.CancellationToken);
        await house.Get<PeopleBook>().ChangeAsync(known.Id, person => person.Name = "Anna Ek", TestContext.Current.CancellationToken);

        await SayAsync("1.1", "Jag sa till <@U0BOT>: fråga <@U2>.");

        Assert.Equal(["Jag sa till Dialog: fråga Anna Ek."], await SaidAsync());
        Assert.Empty(house.Api.Methods);
    }

    [Theory]
    [InlineData("<@U0BOT> status", "status")]
    [InlineData(" <@U0BOT|dialog>: Bänkarna\när klara.", "Bänkarna\när klara.")]
    [InlineData("<@U0BOT>,\nfråga Dialog", "fråga Dialog")]
    public async Task The_bots_name_at_the_beginning_only_calls_it(string text, string heard)
    {
        await SayAsync("1.1", text);
        await SayAsync("1.2", "Hm.");
        await TakeAsync(new { type = "message", subtype = "message_changed", channel_type = "im", channel = "D1", ts = "1.3", message = new { user = "U1", ts = "1.2", text }, previous_message = new { user = "U1", ts = "1.2", text = "Hm." } });

        Assert.Equal([heard, "Hm.", heard], await SaidAsync());
    }

    [Fact]
    public async Task Somebody_Slack_does_not_name_in_time_is_a_colleague()
    {
        house.Api.Answer("users.info", () =>
        {
            house.Clock.Advance(TimeSpan.FromSeconds(2));
            throw new TaskCanceledException();
        });
        house.Api.Refuse("users.info", "user_not_found");

        await SayAsync("1.1", "Det var <@U2> som kom på det.");
        await SayAsync("1.2", "Det var <@U2> i <#C1> och <#C2|> och <#C3|torget>.");

        Assert.Equal(["Det var en kollega som kom på det.", "Det var en kollega i en kanal och en kanal och #torget."], await SaidAsync());
    }

    [Fact]
    public async Task A_name_stands_in_an_edited_message_too()
    {
        house.Api.Answer("users.info", new { ok = true, user = new { id = "U2", profile = new { real_name = "Anna Ek" } } });
        await SayAsync("1.1", "Det var hon.");

        await TakeAsync(new { type = "message", subtype = "message_changed", channel_type = "im", channel = "D1", ts = "1.2", message = new { user = "U1", ts = "1.1", text = "Det var <@U2>." }, previous_message = new { user = "U1", ts = "1.1", text = "Det var hon." } });

        Assert.Equal(["Det var hon.", "Det var Anna Ek."], await SaidAsync());
    }

    [Fact]
    public async Task Who_is_mentioned_in_what_is_not_said_to_the_bot_is_not_looked_up()
    {
        await TakeAsync(new { type = "message", channel_type = "channel", channel = "C1", user = "U1", ts = "1.1", text = "Hej <@U2>!" });

        Assert.Empty(house.Api.Methods);
    }

    private Task SayAsync(string ts, string text) => TakeAsync(new { type = "message", channel_type = "im", channel = "D1", user = "U1", ts, text });

    private Task TakeAsync(object inner) => house.Get<SlackDispatch>().EventAsync(
        JsonSerializer.SerializeToElement(new { type = "event_callback", team_id = "T1", authorizations = new[] { new { team_id = "T1", user_id = "U0BOT" } }, @event = inner }));

    private async Task<List<string>> SaidAsync()
    {
        await using var db = house.OpenStore();
        return await db.Messages.Where(m => m.Incoming).OrderBy(m => m.Seq).Select(m => m.Text).ToListAsync(TestContext.Current.CancellationToken);
    }
}
