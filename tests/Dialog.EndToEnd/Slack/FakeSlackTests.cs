using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Dialog.EndToEnd.Running;

namespace Dialog.EndToEnd.Slack;

public sealed class FakeSlackTests
{
    [Theory]
    [InlineData("""[]""")]
    [InlineData("""[{"type":"section"}]""")]
    [InlineData("""[{"type":"section","text":{"type":"mrkdwn","text":""}}]""")]
    [InlineData("""[{"type":"divider","block_id":"a"},{"type":"divider","block_id":"a"}]""")]
    [InlineData("""[{"type":"header","text":{"type":"mrkdwn","text":"a"}}]""")]
    [InlineData("""[{"type":"actions","elements":[]}]""")]
    [InlineData("""[{"type":"actions","elements":[{"type":"button","action_id":"a","text":{"type":"plain_text","text":"a"}},{"type":"button","action_id":"a","text":{"type":"plain_text","text":"b"}}]}]""")]
    [InlineData("""[{"type":"rich_text","elements":[{"type":"rich_text_quote","elements":[{"type":"text","text":""}]}]}]""")]
    public void Blocks_that_Slack_refuses_are_refused(string blocks) => Assert.NotEmpty(SlackRules.Problems(JsonSerializer.Deserialize<JsonElement>(blocks)));

    [Fact]
    public void Blocks_that_Slack_takes_are_taken() => Assert.Empty(SlackRules.Problems(JsonSerializer.Deserialize<JsonElement>(
        """
        [{"type":"section","block_id":"q","text":{"type":"plain_text","text":"Vad?","emoji":false}},
         {"type":"rich_text","elements":[{"type":"rich_text_quote","elements":[{"type":"text","text":"Hej"}]}]},
         {"type":"actions","block_id":"a","elements":[{"type":"button","action_id":"skip","value":"1","text":{"type":"plain_text","text":"Hoppa över"}}]}]
        """)));

    [Fact]
    public async Task A_post_is_remembered_and_found_in_the_history_with_its_metadata()
    {
        await using var slack = await FakeSlack.StartAsync();
        var channel = slack.AddPerson("U0MANAGER1");
        using var http = Client(slack);

        await CallAsync(http, "chat.postMessage", ("channel", channel), ("text", "Vad?"), ("metadata", """{"event_type":"dialog_prompt","event_payload":{"outbox_id":"1"}}"""));
        var post = await slack.WaitForMessageAsync(channel);
        var history = await CallAsync(http, "conversations.history", ("channel", channel), ("limit", "15"), ("include_all_metadata", "true"));

        Assert.Equal("Vad?", post.Text);
        Assert.Equal("1", history.GetProperty("messages")[0].GetProperty("metadata").GetProperty("event_payload").GetProperty("outbox_id").GetString());
    }

    [Fact]
    public async Task A_fault_after_storing_leaves_the_message_there()
    {
        await using var slack = await FakeSlack.StartAsync();
        var channel = slack.AddPerson("U0MANAGER1");
        using var http = Client(slack);
        slack.Faults.Next("chat.postMessage", new Fault.RateLimited(1));
        slack.Faults.Next("chat.postMessage", new Fault.FailsAfterStoring());

        using var limited = await PostAsync(http, "chat.postMessage", ("channel", channel), ("text", "Vad?"));
        Assert.Equal(HttpStatusCode.TooManyRequests, limited.StatusCode);
        Assert.Empty(slack.BotPosts(channel));

        using var failed = await PostAsync(http, "chat.postMessage", ("channel", channel), ("text", "Vad?"));
        Assert.Equal(HttpStatusCode.InternalServerError, failed.StatusCode);
        Assert.Single(slack.BotPosts(channel));
    }

    [Fact]
    public async Task A_refusal_fails_the_test_at_its_end()
    {
        var slack = await FakeSlack.StartAsync();
        using (var http = Client(slack))
        {
            var answer = await CallAsync(http, "chat.postMessage", ("channel", "D0NOBODY"), ("text", "Vad?"));
            Assert.Equal("channel_not_found", answer.GetProperty("error").GetString());
        }

        await Assert.ThrowsAsync<Xunit.Sdk.EmptyException>(async () => await slack.DisposeAsync());
    }

    private static HttpClient Client(FakeSlack slack)
    {
        var http = new HttpClient { BaseAddress = slack.Address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", FakeSlack.BotToken);
        return http;
    }

    private static async Task<JsonElement> CallAsync(HttpClient http, string method, params (string Name, string Value)[] form)
    {
        using var answer = await PostAsync(http, method, form);
        return JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient http, string method, params (string Name, string Value)[] form)
    {
        using var content = new FormUrlEncodedContent(form.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await http.PostAsync(new Uri(method, UriKind.Relative), content, TestContext.Current.CancellationToken);
    }
}
