using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Dialog.Bot.Channels;
using Dialog.Bot.Channels.Teams;
using Dialog.Core.Interviews;
using Microsoft.Extensions.Time.Testing;

namespace Dialog.Bot.Tests.Channels.Teams;

/// <summary>What a message becomes when the connector answers so.</summary>
public sealed class TeamsChannelTests : IDisposable
{
    private const string Service = "https://smba.trafficmanager.net/emea/";

    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2027, 2, 5, 9, 0, 0, TimeSpan.Zero));
    private readonly Wire wire = new();
    private readonly TeamsCredential credential;
    private readonly TeamsChannel channel;

    public TeamsChannelTests()
    {
        var options = new TeamsOptions { ServiceUrls = ["smba.trafficmanager.net", "teams.microsoft.com"] };
        credential = new TeamsCredential(options, wire, clock);
        channel = new TeamsChannel(new TeamsConnector(wire, credential, new ServiceHosts(options), new TeamsPace(clock), clock));
    }

    public void Dispose()
    {
        credential.Dispose();
        wire.Dispose();
    }

    /// <summary>Every row of the table, once for a new message and once for a change of one.</summary>
    public static TheoryData<int, string, string, string> Refusals => new()
    {
        { 400, "BadArgument", "Failed", "Failed" },
        { 400, "BadSyntax", "Failed", "Failed" },
        { 401, "BotNotRegistered", "Again 300", "Again 300" },
        { 401, "Unauthorized", "Again 300", "Again 300" },
        { 403, "BotNotInConversationRoster", "Unreachable", "Unreachable" },
        { 403, "MessageWritesBlocked", "Unreachable", "Unreachable" },
        { 403, "ConversationBlockedByUser", "Unreachable", "Unreachable" },
        { 403, "BotDisabledByAdmin", "Unreachable", "Unreachable" },
        { 403, "InvalidBotApiHost", "Failed", "Failed" },
        { 403, "NotEnoughPermissions", "Failed", "Failed" },
        { 403, "SomethingElse", "Failed", "Failed" },
        { 404, "ConversationNotFound", "Unreachable", "Failed" },
        { 404, "ActivityNotFoundInConversation", "Failed", "Failed" },
        { 404, "MemberNotFoundInConversation", "Unreachable", "Unreachable" },
        { 404, "SomethingElse", "Failed", "Failed" },
        { 408, "", "Unknown", "Again soon" },
        { 412, "PreconditionFailed", "Again soon", "Again soon" },
        { 413, "MessageSizeTooBig", "Failed", "Failed" },
        { 429, "Throttled", "Again 5", "Again 5" },
        { 500, "ServiceError", "Unknown", "Again soon" },
        { 502, "", "Unknown", "Again soon" },
        { 503, "ServiceUnavailable", "Unknown", "Again soon" },
        { 504, "", "Unknown", "Again soon" },
        { 418, "", "Failed", "Failed" },
        { 599, "", "Unknown", "Again soon" },
    };

    [Fact]
    public void Every_row_of_the_table_is_tested() =>
        Assert.All(TeamsErrors.Table.Where(row => row.Code.Length > 0), row => Assert.Contains(Refusals, refusal => refusal.Data.Item1 == row.Status && refusal.Data.Item2 == row.Code));

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task A_refusal_is_decided_by_the_table(int status, string code, string forNew, string forChange)
    {
        wire.Always = _ => Refuse(status, JsonSerializer.Serialize(new { error = new { code, message = "no" } }));

        Assert.Equal(forNew, Name(await SendAsync(Posting())));
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(forChange, Name(await SendAsync(Posting() with { Updates = "17" })));
    }

    [Fact]
    public async Task A_change_of_a_message_that_was_deleted_has_nothing_left_to_change()
    {
        wire.Always = _ => Refuse(404, """{"error":{"code":"ActivityNotFoundInConversation"}}""");

        Assert.Equal(new SendResult.Failed(SendReasons.UpdateGone), await SendAsync(Posting() with { Updates = "17" }));
    }

    [Theory]
    [InlineData("""{"errorCode":209,"message":"{\"subCode\":\"MessageWritesBlocked\",\"details\":null}"}""", "Unreachable")]
    [InlineData("""{"error":{"code":"Forbidden","message":"{\"subCode\":\"BotDisabledByAdmin\"}"}}""", "Unreachable")]
    [InlineData("<html>403</html>", "Failed")]
    [InlineData("", "Failed")]
    public async Task A_code_is_found_wherever_the_connector_puts_it(string body, string expected)
    {
        wire.Always = _ => Refuse(403, body);

        Assert.Equal(expected, Name(await SendAsync(Posting())));
    }

    [Fact]
    public async Task What_is_wanted_later_is_wanted_later_by_everybody()
    {
        wire.Next(Refuse(429, "", retryAfter: 7));

        Assert.Equal("Again 7", Name(await SendAsync(Posting())));
        Assert.Equal("Again 7", Name(await SendAsync(Posting())));
        clock.Advance(TimeSpan.FromSeconds(8));
        Assert.Equal("Sent", Name(await SendAsync(Posting())));
        Assert.Equal(2, wire.Requests.Count);
    }

    [Fact]
    public async Task A_broken_connection_is_never_taken_for_a_message_that_did_not_arrive()
    {
        wire.Always = _ => throw new HttpRequestException(HttpRequestError.ResponseEnded);
        Assert.Equal("Unknown", Name(await SendAsync(Posting())));

        wire.Always = _ => throw new HttpRequestException(HttpRequestError.ConnectionError);
        Assert.Equal("Again soon", Name(await SendAsync(Posting())).Replace("Again back-off", "Again soon", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_connection_that_nobody_takes_is_a_message_that_did_not_leave()
    {
        using var full = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        full.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        full.Listen(0);
        var port = ((IPEndPoint)full.LocalEndPoint!).Port;
        using var first = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await first.ConnectAsync(full.LocalEndPoint!, TestContext.Current.CancellationToken);
        using var real = new Real(Outward.Handler(_ => true, clock));
        var options = new TeamsOptions();
        using var playground = new TeamsCredential(options, real, clock);
        var outward = new TeamsChannel(new TeamsConnector(real, playground, new ServiceHosts(options), new TeamsPace(clock), clock));
        var room = new TeamsRoom($"http://127.0.0.1:{port}/", "28:dialog", "29:mattias", "tenant");

        var sending = outward.SendAsync(Posting() with { Room = new Room("a:1", room.Write()) }, TestContext.Current.CancellationToken);
        while (!sending.IsCompleted)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        Assert.Equal(new SendResult.Again(null, "Teams cannot be reached"), await sending);
    }

    [Fact]
    public async Task What_is_given_up_before_it_is_posted_is_sent_again()
    {
        var options = new TeamsOptions { AppId = "app", AppPassword = "secret", TokenEndpoint = "https://login.example.com/token", ServiceUrls = ["smba.trafficmanager.net"] };
        using var slow = new TeamsCredential(options, wire, clock);
        var waiting = new TeamsChannel(new TeamsConnector(wire, slow, new ServiceHosts(options), new TeamsPace(clock), clock));
        Assert.Equal("Again back-off", Name(await GivenUpAsync(waiting, Posting(), "/token")));

        Assert.Equal("Again back-off", Name(await GivenUpAsync(channel, Posting(conversation: null), "/v3/conversations")));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => GivenUpAsync(channel, Posting(), "/activities"));
    }

    /// <summary>The call whose address ends so is never answered, and the sender gives up.</summary>
    private async Task<SendResult> GivenUpAsync(TeamsChannel outward, Posting posting, string path)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        wire.Waits = async (request, cancelled) =>
        {
            if (request.RequestUri!.AbsolutePath.EndsWith(path, StringComparison.Ordinal))
            {
                await enough.CancelAsync();
                await Task.Delay(Timeout.Infinite, cancelled);
            }
        };
        return await outward.SendAsync(posting, enough.Token);
    }

    [Fact]
    public async Task Somebody_only_met_is_written_to_in_a_conversation_opened_for_them()
    {
        wire.Next(Answer(201, """{"id":"a:new"}"""));

        var sent = Assert.IsType<SendResult.Sent>(await SendAsync(Posting(conversation: null)));

        Assert.Equal("a:new", sent.Room!.Id);
        Assert.Equal($"{Service}v3/conversations", wire.Requests[0].Address);
        var asked = JsonSerializer.Deserialize<JsonElement>(wire.Requests[0].Body);
        Assert.Equal("29:mattias", asked.GetProperty("members")[0].GetProperty("id").GetString());
        Assert.Equal("tenant", asked.GetProperty("tenantId").GetString());
        Assert.Equal($"{Service}v3/conversations/a%3Anew/activities", wire.Requests[1].Address);
    }

    [Fact]
    public async Task A_conversation_that_is_gone_is_opened_anew_once()
    {
        wire.Next(Refuse(404, """{"error":{"code":"ConversationNotFound"}}"""), Answer(201, """{"id":"a:new"}"""));

        Assert.Equal("a:new", Assert.IsType<SendResult.Sent>(await SendAsync(Posting())).Room!.Id);
    }

    [Fact]
    public async Task A_tenant_that_is_served_elsewhere_is_followed_once_and_remembered()
    {
        wire.Next(Refuse(403, """{"error":{"code":"InvalidBotApiHost"}}"""));

        var sent = Assert.IsType<SendResult.Sent>(await SendAsync(Posting()));

        Assert.StartsWith("https://smba.infra.gcc.teams.microsoft.com/teams/v3/", wire.Requests[1].Address, StringComparison.Ordinal);
        Assert.Contains("infra.gcc", sent.Room!.Data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_conversation_of_a_tenant_that_is_served_elsewhere_is_opened_there()
    {
        wire.Next(Refuse(403, """{"error":{"code":"InvalidBotApiHost"}}"""), Answer(201, """{"id":"a:new"}"""));

        var sent = Assert.IsType<SendResult.Sent>(await SendAsync(Posting(conversation: null)));

        Assert.Equal(["https://smba.infra.gcc.teams.microsoft.com/teams/v3/conversations", "https://smba.infra.gcc.teams.microsoft.com/teams/v3/conversations/a%3Anew/activities"], wire.Requests.Skip(1).Select(request => request.Address));
        Assert.Contains("infra.gcc", sent.Room!.Data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_group_of_a_tenant_that_is_served_elsewhere_is_answered_there()
    {
        wire.Next(Refuse(403, """{"error":{"code":"InvalidBotApiHost"}}"""));

        Assert.Equal("Sent", Name(await SendAsync(InGroup())));

        Assert.Equal("https://smba.infra.gcc.teams.microsoft.com/teams/v3/conversations/19%3Agroup/activities", wire.Requests[1].Address);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Served_nowhere_a_message_is_given_up_at_the_second_no(bool group)
    {
        wire.Next(Refuse(403, """{"error":{"code":"InvalidBotApiHost"}}"""), Refuse(403, """{"error":{"code":"InvalidBotApiHost"}}"""));

        Assert.Equal("Failed", Name(await SendAsync(group ? InGroup() : Posting(conversation: null))));
        Assert.Equal(2, wire.Requests.Count);
    }

    [Fact]
    public async Task Nobody_is_written_to_who_has_not_installed_the_app()
    {
        Assert.Equal("Unreachable", Name(await SendAsync(Posting() with { Room = new Room(null) })));
        Assert.Empty(wire.Requests);
    }

    [Fact]
    public async Task A_stored_address_outside_the_list_is_not_called()
    {
        var room = new TeamsRoom("https://evil.example/", "28:dialog", "29:mattias", "tenant");

        Assert.Equal("Failed", Name(await SendAsync(Posting() with { Room = new Room("a:1", room.Write()) })));
        Assert.Empty(wire.Requests);
    }

    [Fact]
    public async Task Senders_share_the_limits_of_a_conversation()
    {
        var sent = 0;
        while (Name(await SendAsync(Posting())) == "Sent")
        {
            sent++;
        }

        Assert.Equal(7, sent);
        Assert.Equal("Sent", Name(await SendAsync(Posting(conversation: "a:2"))));
    }

    private async Task<SendResult> SendAsync(Posting posting)
    {
        var sending = channel.SendAsync(posting, TestContext.Current.CancellationToken);
        return sending.IsCompleted ? await sending : new SendResult.Again(TimeSpan.FromSeconds(1), "waits for its turn");
    }

    private static Posting Posting(string? conversation = "a:1") => new(
        "o1", new Address(Address.Teams, "tenant", "mattias"), new Room(conversation, new TeamsRoom(Service, "28:dialog", "29:mattias", "tenant").Write()),
        new Outgoing { Kind = OutgoingKind.Note, Text = "Hej!", Language = "sv" }, null, null);

    private static Posting InGroup() => Posting() with
    {
        Message = new Outgoing { Kind = OutgoingKind.Note, Text = "Hej!", Language = "sv", Place = new TeamsPlace("19:group", new TeamsRoom(Service, "28:dialog", "29:mattias", "tenant")).Write() },
    };

    private static string Name(SendResult result) => result switch
    {
        SendResult.Again { After: null } => "Again back-off",
        SendResult.Again { After: { } after } when after.TotalSeconds is >= 2 and <= 6 && after != TimeSpan.FromSeconds(5) => "Again soon",
        SendResult.Again { After: { } after } => FormattableString.Invariant($"Again {after.TotalSeconds:0}"),
        _ => result.GetType().Name,
    };

    private static HttpResponseMessage Refuse(int status, string body, int? retryAfter = null)
    {
        var response = Answer(status, body);
        response.Headers.RetryAfter = retryAfter is { } seconds ? new(TimeSpan.FromSeconds(seconds)) : null;
        return response;
    }

    private static HttpResponseMessage Answer(int status, string body) => new((HttpStatusCode)status) { Content = new StringContent(body) };

    private sealed class Real(HttpMessageHandler handler) : IHttpClientFactory, IDisposable
    {
        public HttpClient CreateClient(string name) => new(handler, disposeHandler: false);

        public void Dispose() => handler.Dispose();
    }

    /// <summary>The connector, answering as told; otherwise it takes everything.</summary>
    private sealed class Wire : HttpMessageHandler, IHttpClientFactory
    {
        private readonly Queue<HttpResponseMessage> next = new();

        public List<(string Address, string Body)> Requests { get; } = [];

        public Func<HttpRequestMessage, HttpResponseMessage> Always { get; set; } = _ => Answer(201, """{"id":"17"}""");

        public Func<HttpRequestMessage, CancellationToken, Task> Waits { get; set; } = (_, _) => Task.CompletedTask;

        public void Next(params HttpResponseMessage[] answers) => answers.ToList().ForEach(next.Enqueue);

        public HttpClient CreateClient(string name) => new(this, disposeHandler: false);

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await Waits(request, cancellationToken);
            Requests.Add((request.RequestUri!.AbsoluteUri, request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken)));
            return next.TryDequeue(out var answer) ? answer : Always(request);
        }
    }
}
