using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Dialog.Bot.Channels;
using Dialog.Core.Interviews;

namespace Dialog.Bot.Tests.Channels.Slack;

public sealed class SlackErrorsTests
{
    private static readonly Dictionary<string, string> Classes =
        JsonSerializer.Deserialize<JsonElement>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Payloads", "slack", "errors.json")))
            .GetProperty("class_of").Deserialize<Dictionary<string, string>>()!;

    public static TheoryData<string> Codes => [.. Classes.Keys];

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task A_refused_post_leads_to_what_the_table_says(string code)
    {
        await using var house = await SlackHouse.BuildAsync();
        house.Api.Refuse("chat.postMessage", code).Refuse("chat.postMessage", code).Refuse("auth.test", code);

        var result = await house.SendAsync();

        Assert.True(Fits(Classes[code], result), $"{code} is {Classes[code]}, but led to {result}");
        Assert.True(house.Api.Methods.Count(method => method == "chat.postMessage") <= 2);
    }

    [Fact]
    public async Task A_code_nobody_wrote_down_is_given_up_and_named()
    {
        await using var house = await SlackHouse.BuildAsync();
        house.Api.Refuse("chat.postMessage", "quantum_flux");

        Assert.Equal("quantum_flux", Assert.IsType<SendResult.Failed>(await house.SendAsync()).Reason);
    }

    [Fact]
    public async Task A_conversation_that_is_gone_is_opened_anew_and_gets_the_message()
    {
        await using var house = await SlackHouse.BuildAsync();
        house.Api.Refuse("chat.postMessage", "channel_not_found");

        var sent = Assert.IsType<SendResult.Sent>(await house.SendAsync(room: "D1"));

        Assert.Equal(["chat.postMessage", "conversations.open", "chat.postMessage"], house.Api.Methods);
        Assert.Equal("D2", sent.Room!.Id);
    }

    [Fact]
    public async Task Blocks_Slack_does_not_like_become_plain_text()
    {
        await using var house = await SlackHouse.BuildAsync();
        house.Api.Refuse("chat.postMessage", "invalid_blocks");

        Assert.IsType<SendResult.Sent>(await house.SendAsync());
        Assert.DoesNotContain("blocks", house.Api.Calls.Last().Fields.Keys);
        Assert.Equal("Hej", house.Api.Calls.Last().Fields["text"]);
        Assert.Contains("o1", house.Api.Calls.Last().Fields["metadata"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sv", "I stället kan du skriva: Godkänn · Ändra", null)]
    [InlineData("en", "You can write instead: Godkänn · Ändra", null)]
    [InlineData("sv", "I stället kan du skriva: Godkänn · Ändra", "D1:1.1")]
    public async Task Where_blocks_are_refused_the_drafts_are_told_all_the_same_and_what_can_be_written(string language, string words, string? updates)
    {
        await using var house = await SlackHouse.BuildAsync();
        house.Api.Refuse(updates is null ? "chat.postMessage" : "chat.update", "invalid_blocks");
        var message = new Outgoing
        {
            Kind = OutgoingKind.Drafts,
            Text = "Här är texten",
            Language = language,
            Drafts = [new DraftPreview("x", "X", "Vi *plogar* <först> vid skolan.", 30, 280, "tecken")],
            Choices = [new Choice("yes", "Godkänn"), new Choice("change", "Ändra")],
            PromptId = "p1",
        };

        Assert.IsType<SendResult.Sent>(await house.SendAsync(updates: updates, message: message));

        var fields = house.Api.Calls.Last().Fields;
        Assert.Equal(updates is null ? null : "[]", fields.GetValueOrDefault("blocks"));
        Assert.StartsWith("Här är texten\n\nX · 30/280 tecken\nVi *plogar* &lt;först&gt; vid skolan.\n\n", fields["text"], StringComparison.Ordinal);
        Assert.EndsWith(words, fields["text"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, 40000)]
    [InlineData("D1:1.1", 4000)]
    public async Task What_is_too_long_without_blocks_is_cut_and_still_tells_what_can_be_written(string? updates, int most)
    {
        await using var house = await SlackHouse.BuildAsync();
        house.Api.Refuse(updates is null ? "chat.postMessage" : "chat.update", "msg_too_long");
        var message = new Outgoing { Kind = OutgoingKind.Question, Text = new string('&', 20000), Language = "sv", Choices = [new Choice("skip", "Hoppa över")], PromptId = "p1" };

        Assert.IsType<SendResult.Sent>(await house.SendAsync(updates: updates, message: message));

        var text = house.Api.Calls.Last().Fields["text"];
        Assert.InRange(text.Length, most / 2, most);
        Assert.EndsWith("Hoppa över", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_look_goes_from_page_to_page_and_tells_nothing_of_what_Slack_does_not_show()
    {
        await using var house = await SlackHouse.BuildAsync();
        house.Api.Answer("conversations.history", new { ok = true, messages = Array.Empty<object>(), has_more = true, response_metadata = new { next_cursor = "second" } });
        house.Api.Answer("conversations.history", new { ok = true, messages = new[] { new { ts = "7.7", metadata = new { event_payload = new { outbox_id = "o1" } } } } });

        Assert.Equal("D1:7.7", Assert.IsType<SendResult.Sent>(await house.Channel.ReconcileAsync(house.Posting(), TestContext.Current.CancellationToken)).PlatformId);
        Assert.Equal([null, "second"], house.Api.Calls.Select(call => call.Fields.GetValueOrDefault("cursor")));

        house.Api.Answer("conversations.history", new { ok = true, messages = Array.Empty<object>(), has_more = true });
        Assert.False(Assert.IsType<SendResult.Unknown>(await house.Channel.ReconcileAsync(house.Posting(), TestContext.Current.CancellationToken)).LookAgain);
    }

    [Fact]
    public async Task A_conversation_too_long_to_be_looked_through_leaves_the_message_unknown_and_ends()
    {
        await using var house = await SlackHouse.BuildAsync();
        for (var page = 0; page < 25; page++)
        {
            house.Api.Answer("conversations.history", new { ok = true, messages = Array.Empty<object>(), has_more = true, response_metadata = new { next_cursor = $"page {page}" } });
        }

        var looking = house.Channel.ReconcileAsync(house.Posting(), TestContext.Current.CancellationToken);
        while (!looking.IsCompleted)
        {
            house.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        Assert.False(Assert.IsType<SendResult.Unknown>(await looking).LookAgain);
        Assert.Equal(20, house.Api.Calls.Count);
    }

    [Fact]
    public async Task A_refusal_of_the_token_that_a_second_look_does_not_confirm_stops_nothing()
    {
        await using var house = await SlackHouse.BuildAsync();
        house.Api.Refuse("chat.postMessage", "invalid_auth");

        Assert.IsType<SendResult.Again>(await house.SendAsync());
    }

    [Fact]
    public async Task A_second_look_without_an_answer_stops_nothing()
    {
        await using var house = await SlackHouse.BuildAsync();
        house.Api.Refuse("chat.postMessage", "invalid_auth").Answer("auth.test", () => new HttpResponseMessage(HttpStatusCode.InternalServerError));

        Assert.IsType<SendResult.Again>(await house.SendAsync());
    }

    [Theory]
    [InlineData("message_not_found", true)]
    [InlineData("channel_not_found", false)]
    [InlineData("edit_window_closed", false)]
    public async Task A_message_that_can_not_be_changed_any_more_is_given_up_without_touching_the_person(string code, bool deleted)
    {
        await using var house = await SlackHouse.BuildAsync();
        house.Api.Refuse("chat.update", code);

        Assert.Equal(deleted, Assert.IsType<SendResult.Failed>(await house.SendAsync(updates: "D1:1.1")).Reason == SendReasons.UpdateGone);
        Assert.Equal(["chat.update"], house.Api.Methods);
    }

    [Fact]
    public async Task An_update_whose_outcome_is_unknown_is_simply_made_again()
    {
        await using var house = await SlackHouse.BuildAsync();
        house.Api.Answer("chat.update", () => new HttpResponseMessage(HttpStatusCode.InternalServerError));

        Assert.IsType<SendResult.Again>(await house.SendAsync(updates: "D1:1.1"));
    }

    [Fact]
    public async Task A_post_whose_outcome_is_unknown_is_looked_for_before_anything_else()
    {
        await using var house = await SlackHouse.BuildAsync();
        house.Api.Answer("chat.postMessage", () => new HttpResponseMessage(HttpStatusCode.InternalServerError));
        house.Api.Answer("conversations.history", new { ok = true, messages = new[] { new { ts = "7.7", metadata = new { event_payload = new { outbox_id = "o1" } } } } });

        Assert.IsType<SendResult.Unknown>(await house.SendAsync());
        var found = Assert.IsType<SendResult.Sent>(await house.Channel.ReconcileAsync(house.Posting(), TestContext.Current.CancellationToken));

        Assert.Equal("D1:7.7", found.PlatformId);
        Assert.IsType<SendResult.Again>(await house.Channel.ReconcileAsync(house.Posting(), TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("restricted_action")]
    [InlineData("restricted_action_read_only_channel")]
    [InlineData("restricted_action_non_threadable_channel")]
    [InlineData("restricted_action_thread_locked")]
    [InlineData("not_in_channel")]
    [InlineData("user_not_found")]
    public async Task A_group_that_refuses_a_reply_ends_that_reply_and_nothing_else(string code)
    {
        await using var house = await SlackHouse.BuildAsync();
        house.Api.Refuse("chat.postMessage", code);

        Assert.Contains(code, Assert.IsType<SendResult.Failed>(await house.SendAsync(room: "C1:1.1", message: InGroup)).Reason, StringComparison.Ordinal);
        Assert.Equal(["chat.postMessage"], house.Api.Methods);
    }

    [Theory]
    [InlineData("missing_scope")]
    [InlineData("channel_not_found")]
    [InlineData("thread_not_found")]
    public async Task A_group_that_does_not_let_itself_be_looked_through_leaves_the_reply_unknown_for_good(string code)
    {
        await using var house = await SlackHouse.BuildAsync();
        house.Api.Refuse("conversations.replies", code);

        var result = await house.Channel.ReconcileAsync(house.Posting(room: "C1:1.1", message: InGroup), TestContext.Current.CancellationToken);

        var unknown = Assert.IsType<SendResult.Unknown>(result);
        Assert.False(unknown.LookAgain);
        Assert.Contains(code, unknown.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_look_that_Slack_breaks_off_goes_on_where_it_was()
    {
        await using var house = await SlackHouse.BuildAsync();
        house.Api.Answer("conversations.history", new { ok = true, messages = Array.Empty<object>(), has_more = true, response_metadata = new { next_cursor = "second" } });
        house.Api.Answer("conversations.history", () => new HttpResponseMessage(HttpStatusCode.TooManyRequests) { Headers = { RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromSeconds(30)) } });
        var broken = Assert.IsType<SendResult.Unknown>(await house.Channel.ReconcileAsync(house.Posting(), TestContext.Current.CancellationToken));
        Assert.True(broken.LookAgain);
        house.Clock.Advance(TimeSpan.FromSeconds(31));
        house.Api.Answer("conversations.history", new { ok = true, messages = new[] { new { ts = "7.7", metadata = new { event_payload = new { outbox_id = "o1" } } } } });

        Assert.IsType<SendResult.Sent>(await house.Channel.ReconcileAsync(house.Posting(), TestContext.Current.CancellationToken));
        Assert.Equal("second", house.Api.Calls.Last().Fields["cursor"]);
    }

    [Theory]
    [InlineData("D2", true, typeof(SendResult.Sent))]
    [InlineData("D2", false, typeof(SendResult.Again))]
    [InlineData("D1", false, typeof(SendResult.Unknown))]
    public async Task A_conversation_that_is_gone_when_it_is_looked_through_is_opened_anew_and_says_nothing_about_the_person(string opened, bool isThere, Type expected)
    {
        await using var house = await SlackHouse.BuildAsync();
        house.Api.Refuse("conversations.history", "channel_not_found").Answer("conversations.open", new { ok = true, channel = new { id = opened } });
        if (opened == "D1")
        {
            house.Api.Refuse("conversations.history", "channel_not_found");
        }
        else if (isThere)
        {
            house.Api.Answer("conversations.history", new { ok = true, messages = new[] { new { ts = "7.7", metadata = new { event_payload = new { outbox_id = "o1" } } } } });
        }

        var result = await house.Channel.ReconcileAsync(house.Posting(), TestContext.Current.CancellationToken);

        Assert.IsType(expected, result);
        Assert.Equal(opened == "D1" ? null : opened, result switch { SendResult.Sent sent => sent.Room?.Id, SendResult.Again again => again.Room?.Id, _ => null });
        Assert.True(result is not SendResult.Unknown unknown || unknown.LookAgain);
    }

    [Fact]
    public async Task Whoever_cannot_be_written_to_any_more_is_told_by_the_conversation_that_does_not_open()
    {
        await using var house = await SlackHouse.BuildAsync();
        house.Api.Refuse("conversations.history", "channel_not_found").Refuse("conversations.open", "user_disabled");

        Assert.IsType<SendResult.Unreachable>(await house.Channel.ReconcileAsync(house.Posting(), TestContext.Current.CancellationToken));
    }

    private static Outgoing InGroup => new() { Kind = OutgoingKind.Note, Text = "Hej", Language = "sv", Place = "C1:1.1" };

    /// <summary>What each class of reaction means for one post that is refused twice.</summary>
    private static bool Fits(string reaction, SendResult result) => (reaction, result) switch
    {
        ("retry_after", SendResult.Again { After: not null }) => true,
        ("retry_backoff", SendResult.Again { After: null } or SendResult.Unknown) => true,
        ("reload_and_retry", SendResult.Again) => true,
        ("refresh_token_then_retry" or "installation_dead", SendResult.Stopped) => true,
        ("admin_must_fix", SendResult.Again { After.TotalMinutes: 5 }) => true,
        ("destination_gone", SendResult.Unreachable) => true,
        ("message_gone" or "our_bug" or "too_late_drop", SendResult.Failed) => true,
        _ => false,
    };
}
