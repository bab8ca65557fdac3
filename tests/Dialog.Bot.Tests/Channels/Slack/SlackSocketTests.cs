using System.Text.Json;
using Dialog.Bot.Channels.Slack;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Dialog.Bot.Tests.Channels.Slack;

public sealed class SlackSocketTests : IAsyncDisposable
{
    private static readonly Dictionary<string, JsonElement> Events = Read("events.json");
    private static readonly Dictionary<string, JsonElement> Interactions = Read("interactions.json");

    private FakeSocketServer server = null!;
    private SlackHouse house = null!;
    private SlackSockets sockets = null!;

    [Fact]
    public async Task An_event_is_acknowledged_on_its_own_line_when_it_is_on_disk()
    {
        var line = await StartAsync();

        var answer = await line.DeliverAsync("events_api", Events["message_im"], "env-1");

        Assert.Equal("""{"envelope_id":"env-1"}""", answer.ToString());
        await using var db = house.OpenStore();
        Assert.Equal("We re-opened the library ramp", (await db.Messages.SingleAsync(m => m.Incoming, TestContext.Current.CancellationToken)).Text);
    }

    [Fact]
    public async Task An_event_that_comes_again_is_acknowledged_again_and_done_once()
    {
        var line = await StartAsync();
        await line.DeliverAsync("events_api", Events["message_im"], "env-1");
        await line.DeliverAsync("events_api", Events["message_im"], "env-2");

        await using var db = house.OpenStore();
        Assert.Equal(1, await db.Messages.CountAsync(m => m.Incoming, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task What_cannot_be_committed_is_not_acknowledged()
    {
        var line = await StartAsync();
        await using (var db = house.OpenStore())
        {
            await db.Database.ExecuteSqlRawAsync("ALTER TABLE Messages RENAME TO Elsewhere", TestContext.Current.CancellationToken);
        }

        await line.SayAsync(new { envelope_id = "env-1", type = "events_api", payload = Events["message_im"] });
        var next = await line.DeliverAsync("slash_commands", JsonSerializer.SerializeToElement(new { command = "/dialog", text = "hjälp", team_id = "T0TOWN0001", user_id = "U0MANAGER1" }), "env-2");

        Assert.Equal("env-2", next.GetProperty("envelope_id").GetString());
    }

    [Fact]
    public async Task A_command_and_a_form_are_answered_in_the_acknowledgement()
    {
        var line = await StartAsync();

        var command = await line.DeliverAsync("slash_commands", JsonSerializer.SerializeToElement(new { command = "/dialog", text = "hjälp", team_id = "T0TOWN0001", user_id = "U0MANAGER1" }));
        var form = await line.DeliverAsync("interactive", Interactions["view_submission"]);

        Assert.Equal("ephemeral", command.GetProperty("payload").GetProperty("response_type").GetString());
        Assert.Equal("errors", form.GetProperty("payload").GetProperty("response_action").GetString());
    }

    [Theory]
    [InlineData("refresh_requested")]
    [InlineData("warning")]
    public async Task Asked_for_a_fresh_line_the_new_one_is_there_before_the_old_one_goes(string reason)
    {
        var old = await StartAsync();
        await old.SayAsync(new { type = "disconnect", reason });

        var fresh = await server.NextAsync();

        Assert.Equal("e1", (await old.DeliverAsync("events_api", Events["message_im"])).GetProperty("envelope_id").GetString());
        Assert.Equal("e2", (await fresh.DeliverAsync("events_api", Events["message_im"], "e2")).GetProperty("envelope_id").GetString());
    }

    [Fact]
    public async Task A_line_that_breaks_is_replaced()
    {
        var line = await StartAsync();
        await line.CloseAsync();

        await AdvanceUntilAsync(server.NextAsync());
    }

    [Fact]
    public async Task Two_lines_are_kept_so_that_one_rotation_leaves_no_gap()
    {
        await StartAsync();

        await AdvanceUntilAsync(server.NextAsync());
    }

    [Theory]
    [InlineData("invalid_auth")]
    [InlineData("not_allowed_token_type")]
    public async Task A_token_Slack_does_not_accept_is_not_tried_again(string code)
    {
        await BuildAsync();
        house.Api.Refuse("apps.connections.open", code).Refuse("apps.connections.open", code);
        await sockets.StartAsync(TestContext.Current.CancellationToken);

        await AdvanceUntilAsync(sockets.ExecuteTask!);

        Assert.Equal(2, house.Api.Calls.Count);
        Assert.All(house.Api.Calls, call => Assert.Equal("xapp-1", call.Token));
    }

    public async ValueTask DisposeAsync()
    {
        await sockets.StopAsync(CancellationToken.None);
        sockets.Dispose();
        await house.DisposeAsync();
        await server.DisposeAsync();
    }

    private async Task<FakeSocketServer.Line> StartAsync()
    {
        await BuildAsync();
        for (var connection = 0; connection < 4; connection++)
        {
            house.Api.Answer("apps.connections.open", new { ok = true, url = server.Address });
        }

        await sockets.StartAsync(TestContext.Current.CancellationToken);
        return await server.NextAsync();
    }

    private async Task BuildAsync()
    {
        server = await FakeSocketServer.StartAsync();
        house = await SlackHouse.BuildAsync(("Slack:BotToken", "xoxb-1"), ("Slack:AppToken", "xapp-1"));
        sockets = house.Services.GetServices<IHostedService>().OfType<SlackSockets>().Single();
    }

    private async Task AdvanceUntilAsync(Task done)
    {
        while (!done.IsCompleted)
        {
            house.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        await done;
    }

    private static Dictionary<string, JsonElement> Read(string name) =>
        JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Payloads", "slack", name)))!;
}
