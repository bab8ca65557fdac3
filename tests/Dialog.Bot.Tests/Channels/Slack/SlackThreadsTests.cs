using System.Net;
using System.Text.Json;
using Dialog.Bot.Channels;
using Dialog.Bot.Channels.Slack;
using Dialog.Bot.Store;
using Dialog.Bot.Tests.Support;
using Dialog.Bot.Turns;
using Dialog.Core.Assignments;
using Dialog.Core.Interviews;
using Microsoft.EntityFrameworkCore;

namespace Dialog.Bot.Tests.Channels.Slack;

/// <summary>Threads of the direct message: what answers somebody stands where they wrote, and nothing else does.</summary>
public sealed class SlackThreadsTests : IAsyncLifetime
{
    private const string Thread = "D1:1.1";

    private SlackHouse house = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        house = await SlackHouse.BuildAsync();
        var person = await house.Get<PeopleBook>().AddAsync("Mattias Jansson", "kommunchef", ["respondent"], "sv", "Europe/Stockholm", [new Address(Address.Slack, "T1", "U1")], Cancelled);
        await house.Get<AssignmentOpener>().OpenAsync(House.Assignment(person!.Id), requestKey: null, Cancelled);
        await SayAsync("2.1", "kör", thread: "1.1");
    }

    public ValueTask DisposeAsync() => house.DisposeAsync();

    [Fact]
    public async Task What_is_written_in_a_thread_is_answered_there_and_the_question_after_a_pause_too()
    {
        await SayAsync("2.2", "I onsdags satte vi ut 24 nya bänkar längs ån vid Bruksgatan, och folk satte sig direkt.", thread: "1.1");
        house.Clock.Advance(TimeSpan.FromMinutes(10));
        await house.Get<TurnRunner>().TakeAsync(await PersonAsync(), new Incoming.DueCame(new Due(Due.Quiet, house.Clock.GetUtcNow())) { Key = "quiet", At = house.Clock.GetUtcNow() }, Cancelled);

        Assert.Equal([null, Thread, Thread], await PlacesAsync());
    }

    [Fact]
    public async Task What_the_desk_decides_is_told_outside_the_thread()
    {
        await using (var db = house.OpenStore())
        {
            var assignment = await db.Assignments.Select(a => a.Id).SingleAsync(Cancelled);
            await house.Get<TurnRunner>().TakeAsync(await PersonAsync(), new Incoming.Withdrawn(assignment, Withdrawal.NotNeeded) { Key = "withdrawn", At = house.Clock.GetUtcNow() }, Cancelled);
        }

        Assert.Equal([null, Thread, null], await PlacesAsync());
    }

    [Theory]
    [InlineData("messages")]
    [InlineData("home")]
    public async Task Who_only_looks_at_the_conversation_is_still_in_the_thread(string tab)
    {
        await TakeAsync(new { type = "app_home_opened", user = "U1", channel = "D1", tab });

        Assert.Equal(Thread, await RoomAsync());
    }

    [Fact]
    public async Task Who_calls_the_bot_in_a_group_has_left_the_thread()
    {
        await TakeAsync(new { type = "app_mention", channel = "C1", user = "U1", ts = "3.1", text = "<@U0BOT> status" });

        Assert.Equal("D1", await RoomAsync());
    }

    [Fact]
    public async Task Who_gives_a_command_is_answered_outside_the_thread()
    {
        await house.Get<SlackDispatch>().CommandAsync(new Dictionary<string, string> { ["command"] = "/dialog", ["text"] = "visa", ["team_id"] = "T1", ["user_id"] = "U1", ["trigger_id"] = "t1" });

        Assert.Equal([null, Thread, null], await PlacesAsync());
    }

    [Fact]
    public async Task What_was_not_written_for_a_thread_is_posted_outside_it_and_nobodys_place_is_forgotten_over_it()
    {
        var sent = Assert.IsType<SendResult.Sent>(await house.SendAsync(room: Thread));

        Assert.Null(sent.Room);
        Assert.DoesNotContain("thread_ts", house.Api.Calls.Single(call => call.Method == "chat.postMessage").Fields.Keys);
    }

    [Fact]
    public async Task What_was_written_for_a_thread_is_posted_there_wherever_the_person_is_now()
    {
        await house.SendAsync(message: new Outgoing { Kind = OutgoingKind.Note, Text = "Hej", Language = "sv", Place = Thread });

        Assert.Equal(("D1", "1.1"), house.Api.Calls.Where(call => call.Method == "chat.postMessage").Select(call => (call.Fields["channel"], call.Fields["thread_ts"])).Single());
    }

    [Fact]
    public async Task When_a_thread_is_gone_the_reply_stands_outside_it_and_so_does_the_person()
    {
        house.Api.Refuse("chat.postMessage", "thread_not_found");

        var sent = Assert.IsType<SendResult.Sent>(await house.Channel.SendAsync(house.Posting(room: Thread, message: new Outgoing { Kind = OutgoingKind.Note, Text = "Hej", Language = "sv", Place = Thread }), Cancelled));

        Assert.Equal("D2", sent.Room?.Id);
    }

    [Fact]
    public async Task A_reply_that_is_found_outside_the_thread_it_was_written_for_tells_that_the_thread_is_gone()
    {
        house.Api.Refuse("conversations.replies", "thread_not_found");
        house.Api.Answer("conversations.history", new { ok = true, messages = new[] { new { ts = "7.7", metadata = new { event_payload = new { outbox_id = "o1" } } } } });

        var found = Assert.IsType<SendResult.Sent>(await house.Channel.ReconcileAsync(house.Posting(room: Thread, message: new Outgoing { Kind = OutgoingKind.Note, Text = "Hej", Language = "sv", Place = Thread }), Cancelled));

        Assert.Equal(("D1:7.7", "D1"), (found.PlatformId, found.Room?.Id));
    }

    [Fact]
    public async Task A_look_outside_a_thread_that_is_gone_goes_on_where_it_was_broken_off()
    {
        var posting = house.Posting(room: Thread, message: new Outgoing { Kind = OutgoingKind.Note, Text = "Hej", Language = "sv", Place = Thread });
        house.Api.Refuse("conversations.replies", "thread_not_found").Refuse("conversations.replies", "thread_not_found");
        house.Api.Answer("conversations.history", new { ok = true, messages = Array.Empty<object>(), has_more = true, response_metadata = new { next_cursor = "c1" } }).Answer("conversations.history", () => new HttpResponseMessage(HttpStatusCode.TooManyRequests));

        Assert.True(Assert.IsType<SendResult.Unknown>(await house.Channel.ReconcileAsync(posting, Cancelled)).LookAgain);
        house.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.IsType<SendResult.Again>(await house.Channel.ReconcileAsync(posting, Cancelled));

        Assert.All(house.Api.Calls.Where(call => call.Method == "conversations.replies"), call => Assert.DoesNotContain("cursor", call.Fields.Keys));
        Assert.Equal("c1", house.Api.Calls.Last(call => call.Method == "conversations.history").Fields["cursor"]);
    }

    private Task SayAsync(string ts, string text, string thread) => TakeAsync(new { type = "message", channel_type = "im", channel = "D1", user = "U1", ts, thread_ts = thread, text });

    private Task TakeAsync(object inner) => house.Get<SlackDispatch>().EventAsync(
        JsonSerializer.SerializeToElement(new { type = "event_callback", team_id = "T1", event_id = "Ev1", authorizations = new[] { new { team_id = "T1", user_id = "U0BOT" } }, @event = inner }));

    private async Task<string> PersonAsync()
    {
        await using var db = house.OpenStore();
        return await db.People.Select(p => p.Id).SingleAsync(Cancelled);
    }

    private async Task<string?> RoomAsync()
    {
        await using var db = house.OpenStore();
        return await db.Addresses.Where(a => a.Channel == Address.Slack).Select(a => a.RoomId).SingleAsync(Cancelled);
    }

    /// <summary>Where each turn's first message was written for, in order.</summary>
    private async Task<List<string?>> PlacesAsync()
    {
        await using var db = house.OpenStore();
        var posts = await db.Outbox.OrderBy(o => o.Seq).Select(o => o.Body).ToListAsync(Cancelled);
        return [.. posts.Select(StateJson.Read<Outgoing>).Where(message => message.Settles is null && message.Kind != OutgoingKind.Home).Select(message => message.Place)];
    }
}
