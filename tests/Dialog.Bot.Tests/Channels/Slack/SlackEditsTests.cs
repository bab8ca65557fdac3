using System.Globalization;
using System.Text.Json;
using Dialog.Bot.Channels;
using Dialog.Bot.Channels.Slack;
using Dialog.Bot.Store;
using Dialog.Bot.Tests.Support;
using Dialog.Bot.Turns;
using Dialog.Core.Interviews;
using Dialog.Core.Questions;
using Microsoft.EntityFrameworkCore;

namespace Dialog.Bot.Tests.Channels.Slack;

/// <summary>Messages that are changed or deleted in Slack, in whatever order Slack tells of it.</summary>
public sealed class SlackEditsTests : IAsyncLifetime
{
    private SlackHouse house = null!;

    public async ValueTask InitializeAsync() => house = await SlackHouse.BuildAsync();

    public ValueTask DisposeAsync() => house.DisposeAsync();

    [Fact]
    public async Task An_edit_that_comes_before_the_message_itself_is_what_was_said()
    {
        var ts = Ts(TimeSpan.FromMinutes(-1));

        await EditAsync(ts, "Bänkarna är gröna.", before: "Bänkarna är röda.");
        await SayAsync(ts, "Bänkarna är röda.");
        await EditAsync(ts, "Bänkarna är gröna.", before: "Bänkarna är röda.");
        await EditAsync(ts, "Bänkarna är blå.", before: "Bänkarna är gröna.");

        Assert.Equal(["said “Bänkarna är gröna.”", "edited “Bänkarna är blå.”"], await HeardAsync());
    }

    [Fact]
    public async Task An_edit_of_a_message_that_was_taken_changes_it()
    {
        var ts = Ts(TimeSpan.FromMinutes(-1));

        await SayAsync(ts, "Bänkarna är röda.");
        await EditAsync(ts, "Bänkarna är gröna.", before: "Bänkarna är röda.");

        Assert.Equal(["said “Bänkarna är röda.”", "edited “Bänkarna är gröna.”"], await HeardAsync());
    }

    [Fact]
    public async Task An_edit_of_what_was_written_long_ago_says_nothing_new()
    {
        await EditAsync(Ts(TimeSpan.FromMinutes(-11)), "Bänkarna är gröna.", before: "Bänkarna är röda.");

        Assert.Equal(["edited “Bänkarna är gröna.”"], await HeardAsync());
    }

    [Theory]
    [InlineData("same")]
    [InlineData("bot")]
    [InlineData("shared")]
    [InlineData("reminder")]
    public async Task What_only_looks_like_a_persons_edit_is_not_what_was_said(string what)
    {
        var ts = Ts(TimeSpan.FromMinutes(-1));

        await TakeAsync(
            new
            {
                type = "message",
                subtype = "message_changed",
                channel_type = "im",
                channel = "D1",
                ts = "1.3",
                message = new { user = what == "bot" ? "U0BOT" : "U1", ts, subtype = what == "reminder" ? "reminder_add" : null, text = "Bänkarna är gröna." },
                previous_message = new { user = "U1", ts, text = what == "same" ? "Bänkarna är gröna." : "Bänkarna är röda." },
            },
            shared: what == "shared");

        Assert.DoesNotContain(await HeardAsync(), line => line.StartsWith("said", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("message_changed")]
    [InlineData("message_deleted")]
    public async Task What_somebody_from_another_organisation_changes_makes_nobody_known(string subtype)
    {
        var ts = Ts(TimeSpan.FromMinutes(-1));

        await TakeAsync(
            new
            {
                type = "message",
                subtype,
                channel_type = "im",
                channel = "D1",
                ts = "1.3",
                deleted_ts = ts,
                message = subtype == "message_changed" ? new { user = "U1", user_team = "T2", ts, text = "Bänkarna är gröna." } : null,
                previous_message = new { user = "U1", user_team = "T2", ts, text = "Bänkarna är röda." },
            },
            shared: true);

        await using var db = house.OpenStore();
        Assert.False(await db.People.AnyAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_message_that_was_deleted_before_it_came_is_not_heard()
    {
        var ts = Ts(TimeSpan.FromMinutes(-1));

        await TakeAsync(new { type = "message", subtype = "message_deleted", channel_type = "im", channel = "D1", ts = "1.3", deleted_ts = ts, previous_message = new { user = "U1", ts, text = "Bänkarna är röda." } });
        await SayAsync(ts, "Bänkarna är röda.");

        Assert.Equal(["deleted “”"], await HeardAsync());
    }

    [Fact]
    public async Task A_deleted_message_that_has_replies_is_deleted_and_is_so_once()
    {
        var ts = Ts(TimeSpan.FromMinutes(-30));
        await SayAsync(ts, "Bänkarna är röda.");

        await TakeAsync(new
        {
            type = "message",
            subtype = "message_changed",
            channel_type = "im",
            channel = "D1",
            ts = "1.3",
            message = new { subtype = "tombstone", user = "USLACKBOT", ts, text = "This message was deleted." },
            previous_message = new { user = "U1", ts, text = "Bänkarna är röda." },
        });
        Assert.Equal(["said “Bänkarna är röda.”", "deleted “”"], await HeardAsync());

        await TakeAsync(new { type = "message", subtype = "message_deleted", channel_type = "im", channel = "D1", ts = "1.4", deleted_ts = ts, previous_message = new { user = "U1", ts, text = "Bänkarna är röda." } });
        Assert.Equal(["said “Bänkarna är röda.”", "deleted “”"], await HeardAsync());
    }

    [Fact]
    public async Task Of_two_edits_the_later_one_stands_however_late_the_earlier_one_comes()
    {
        var ts = await AnswerAsync("Bänkarna är röda.");

        await EditAtAsync(ts, "Bänkarna är blå.", at: "1000000020.000000");
        await EditAtAsync(ts, "Bänkarna är gröna.", at: "1000000010.000000");
        Assert.Equal("Bänkarna är blå.", await AnswerAsync());

        await EditAtAsync(ts, "Bänkarna är vita.", at: "1000000030.000000");
        Assert.Equal("Bänkarna är vita.", await AnswerAsync());
    }

    [Fact]
    public async Task Of_two_edits_within_a_second_none_is_lost_and_the_later_one_stands()
    {
        var ts = await AnswerAsync("Bänkarna är röda.");

        await EditAtAsync(ts, "Bänkarna är gröna.", at: "1000000010.000000", told: "1000000010.300000");
        await EditAtAsync(ts, "Bänkarna är blå.", at: "1000000010.000000", before: "Bänkarna är gröna.", told: "1000000010.900000");
        Assert.Equal("Bänkarna är blå.", await AnswerAsync());

        await EditAtAsync(ts, "Bänkarna är gula.", at: "1000000010.000000", before: "Bänkarna är gröna.", told: "1000000010.600000");
        Assert.Equal("Bänkarna är blå.", await AnswerAsync());
    }

    [Fact]
    public async Task An_edit_that_was_taken_back_at_once_does_not_come_again()
    {
        var ts = await AnswerAsync("Bänkarna är röda.");

        await EditAtAsync(ts, "Bänkarna är röda.", at: "1000000020.000000", before: "Bänkarna är gröna.");
        await EditAtAsync(ts, "Bänkarna är gröna.", at: "1000000010.000000");

        Assert.Equal("Bänkarna är röda.", await AnswerAsync());
    }

    [Fact]
    public async Task An_edit_that_comes_after_the_deletion_it_was_before_brings_nothing_back()
    {
        var ts = await AnswerAsync("Bänkarna är röda.");

        await TakeAsync(new { type = "message", subtype = "message_deleted", channel_type = "im", channel = "D1", ts = "1000000020.000300", deleted_ts = ts, previous_message = new { user = "U1", ts, text = "Bänkarna är gröna." } });
        await EditAtAsync(ts, "Bänkarna är gröna.", at: "1000000010.000000");

        Assert.Equal("", await AnswerAsync());
    }

    /// <summary>Answers the first question, half an hour ago.</summary>
    private async Task<string> AnswerAsync(string text)
    {
        var person = await house.Get<PeopleBook>().AddAsync("Mattias Jansson", "kommunchef", ["respondent"], "sv", "Europe/Stockholm", [new Address(Address.Slack, "T1", "U1")], TestContext.Current.CancellationToken);
        await house.Get<AssignmentOpener>().OpenAsync(House.Assignment(person!.Id), requestKey: null, TestContext.Current.CancellationToken);
        await SayAsync(Ts(TimeSpan.FromMinutes(-31)), "kör");
        var ts = Ts(TimeSpan.FromMinutes(-30));
        await SayAsync(ts, text);
        return ts;
    }

    /// <summary>The answer to the first question as it stands.</summary>
    private async Task<string> AnswerAsync()
    {
        await using var db = house.OpenStore();
        return StateJson.Read<Conversation>(await db.Conversations.Select(c => c.State).SingleAsync(TestContext.Current.CancellationToken)).Interviews.Single().AnswerIn(Slot.What).Text;
    }

    private Task EditAtAsync(string ts, string text, string at, string before = "Bänkarna är röda.", string? told = null) => TakeAsync(
        new { type = "message", subtype = "message_changed", channel_type = "im", channel = "D1", ts = told ?? $"{at[..^6]}000200", message = new { user = "U1", ts, text, edited = new { user = "U1", ts = at } }, previous_message = new { user = "U1", ts, text = before } });

    private string Ts(TimeSpan ago) => string.Create(CultureInfo.InvariantCulture, $"{house.Clock.GetUtcNow().Add(ago).ToUnixTimeSeconds()}.000100");

    private Task SayAsync(string ts, string text) => TakeAsync(new { type = "message", channel_type = "im", channel = "D1", user = "U1", ts, text });

    private Task EditAsync(string ts, string text, string before) => TakeAsync(
        new { type = "message", subtype = "message_changed", channel_type = "im", channel = "D1", ts = "1.3", message = new { user = "U1", ts, text, edited = new { user = "U1", ts = text } }, previous_message = new { user = "U1", ts, text = before } });

    private Task TakeAsync(object inner, bool shared = false) => house.Get<SlackDispatch>().EventAsync(
        JsonSerializer.SerializeToElement(new { type = "event_callback", team_id = "T1", is_ext_shared_channel = shared, authorizations = new[] { new { team_id = "T1", user_id = "U0BOT" } }, @event = inner }));

    private async Task<List<string>> HeardAsync()
    {
        await using var db = house.OpenStore();
        return await db.Messages.Where(m => m.Incoming).OrderBy(m => m.Seq).Select(m => $"{m.Kind} “{m.Text}”").ToListAsync(TestContext.Current.CancellationToken);
    }
}
