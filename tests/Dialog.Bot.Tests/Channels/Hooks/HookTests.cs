using System.Collections.Concurrent;
using System.Data.Common;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Dialog.Bot.Channels;
using Dialog.Bot.Channels.Hooks;
using Dialog.Bot.Tests.Support;
using Dialog.Bot.Turns;
using Dialog.Core.Interviews;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Dialog.Bot.Tests.Channels.Hooks;

/// <summary>Those outside are told what happened, signed, if and only if it did.</summary>
public sealed class HookTests
{
    /// <summary>The secret, message and signature of the specification's own example (standard-webhooks, "Verifying webhook authenticity").</summary>
    private const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private const string Words = "För att folk ska orka gå hela vägen till torget utan att behöva vila på en sten.";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_answered_drafted_approved_and_published_is_told_with_ids_only_and_a_dead_target_holds_nobody_up()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var site = await OpenSite.OpenAsync(new()
        {
            ["Webhooks:dead:Url"] = "http://127.0.0.1:9/",
            ["Webhooks:dead:Secret"] = Secret,
            ["Webhooks:all:Url"] = receiver.Address,
            ["Webhooks:all:Secret"] = Secret,
            ["Webhooks:few:Url"] = $"{receiver.Address}few",
            ["Webhooks:few:Secret"] = Secret,
            ["Webhooks:few:Events"] = "published",
        });
        var script = site.Script();
        var (assignment, draft) = await AnswerAsync(site);
        using var approved = await script.PostAsync(new Uri($"/api/v1/drafts/{draft}/approve", UriKind.Relative), content: null, Cancelled);
        using var published = await script.PostAsJsonAsync($"/api/v1/drafts/{draft}/published", new { url = "https://katrineholm.example/torget" }, Cancelled);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (approved.StatusCode, published.StatusCode));

        var all = await receiver.WaitAsync("/", 4);
        var few = await receiver.WaitAsync("/few", 1);

        Assert.Equal(["assignment.answered", "draft.drafted", "draft.approved", "draft.published"], all.Select(call => (string)call.Body["type"]!));
        Assert.Equal("draft.published", (string)few[0].Body["type"]!);
        Assert.All(all, call => Assert.Equal(assignment, (string)call.Body["data"]!["assignmentId"]!));
        Assert.All(all.Skip(1), call => Assert.Equal((draft, 1), ((string)call.Body["data"]!["draftId"]!, (int)call.Body["data"]!["revision"]!)));
        Assert.Equal("https://katrineholm.example/torget", (string)all[3].Body["data"]!["url"]!);
        Assert.All(all.Concat(few), call =>
        {
            Assert.Equal(HookChannel.Signature(Convert.FromBase64String(Secret[6..]), call.Id, call.Timestamp, call.Raw), call.Signature);
            Assert.DoesNotContain("torget utan", call.Raw, StringComparison.Ordinal);
            Assert.DoesNotContain("Mattias", call.Raw, StringComparison.Ordinal);
        });
        Assert.Equal(5, all.Concat(few).Select(call => call.Id).Distinct().Count());
        var state = (await script.GetFromJsonAsync<JsonObject>("/api/v1/webhooks", Cancelled))!["items"]!.AsArray();
        var dead = state.Single(item => (string)item!["name"]! == "dead")!;
        Assert.Equal(4, (int)dead["waiting"]!);
        Assert.DoesNotContain(Secret[6..], state.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_event_is_committed_with_the_turn_or_neither_is()
    {
        await using var house = await House.BuildAsync(new("Webhooks:0:Url", "https://hooks.example.com/"), new("Webhooks:0:Secret", Secret));
        await house.AddPersonAsync();
        await house.BreakAsync("Outbox", "NEW.\"Channel\" = 'webhook'");

        await Assert.ThrowsAnyAsync<DbException>(() => FinishAsync(house));
        await using (var db = house.OpenStore())
        {
            Assert.False(await db.Drafts.AnyAsync(Cancelled));
        }

        await house.MendAsync("Outbox");
        await house.SayAsync("klar", "e4");
        await house.SayAsync("klar", "e4");
        await using var after = house.OpenStore();
        var told = await after.Outbox.Where(o => o.Channel == "webhook").OrderBy(o => o.Seq).ToListAsync(Cancelled);
        Assert.Equal(await after.Drafts.CountAsync(Cancelled) + 1, told.Count);
        Assert.All(told, row => Assert.Equal(("webhook:0", "0"), (row.PersonId, row.Workspace)));
    }

    [Theory]
    [InlineData(HttpStatusCode.NoContent, "Sent")]
    [InlineData(HttpStatusCode.Gone, "Failed")]
    [InlineData(HttpStatusCode.Redirect, "Again")]
    [InlineData(HttpStatusCode.BadRequest, "Again")]
    [InlineData(HttpStatusCode.TooManyRequests, "Again")]
    [InlineData(HttpStatusCode.InternalServerError, "Again")]
    public async Task What_the_receiver_answers_decides_and_a_message_keeps_its_id(HttpStatusCode status, string becomes)
    {
        var clock = new FakeTimeProvider();
        using var answering = new Answering(status);
        var channel = new HookChannel(new Bot.Turns.Hooks([new HookTarget("0", new Uri("https://hooks.example.com/"), [Convert.FromBase64String(Secret[6..])], Bot.Turns.Hooks.Events)]), answering, clock);
        var posting = new Posting("slack:Ev1/webhook:0:0", new Address("webhook", "0", "draft.approved"), new Room(null), new Outgoing { Kind = OutgoingKind.Event, Text = "{}", Language = "en" }, null, null);

        var first = await channel.SendAsync(posting, Cancelled);
        clock.Advance(TimeSpan.FromHours(1));
        var second = await channel.ReconcileAsync(posting, Cancelled);

        Assert.Equal((becomes, becomes), (first.GetType().Name, second.GetType().Name));
        Assert.Equal(answering.Calls[0].Headers.GetValues("webhook-id"), answering.Calls[1].Headers.GetValues("webhook-id"));
        Assert.NotEqual(answering.Calls[0].Headers.GetValues("webhook-signature"), answering.Calls[1].Headers.GetValues("webhook-signature"));
        Assert.True(status != HttpStatusCode.TooManyRequests || first is SendResult.Again { After.TotalSeconds: 120 });
        Assert.IsType<SendResult.Failed>(await channel.SendAsync(posting with { To = new Address("webhook", "gone", "x") }, Cancelled));
    }

    [Fact]
    public void The_signature_is_the_specifications() =>
        Assert.Equal(
            "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
            HookChannel.Signature(Convert.FromBase64String(Secret[6..]), "msg_p5jXN8AQM9LWM0D4loKWxJek", "1614265330", """{"test": 2432232314}"""));

    [Theory]
    [InlineData("Webhooks:0:Url", "Webhooks:0:Url", "http://hooks.example.com/")]
    [InlineData("Webhooks:0:Url", "Webhooks:0:Url", "https://name:word@hooks.example.com/")]
    [InlineData("Webhooks:0:Secret: missing", "Webhooks:0:Url", "https://hooks.example.com/")]
    [InlineData("Webhooks:0:Secret: write", "Webhooks:0:Url", "https://hooks.example.com/", "Webhooks:0:Secret", "whsec_c2hvcnQ=")]
    [InlineData("Webhooks:0:Events", "Webhooks:0:Url", "https://hooks.example.com/", "Webhooks:0:Secret", Secret, "Webhooks:0:Events", "approved, erased")]
    public void A_webhook_that_cannot_work_stops_the_start(string names, params string[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.Chunk(2).Select(pair => KeyValuePair.Create(pair[0], (string?)pair[1]))).Build();

        Assert.Contains(names, Assert.Throws<StartupException>(() => HookSettings.Read(configuration)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Webhooks:AllowPrivate", "true", true)]
    [InlineData("WEBHOOKS:ALLOWPRIVATE", "True", true)]
    [InlineData("Webhooks:AllowPrivate", "", false)]
    [InlineData("Webhooks:AllowPrivate", "false", false)]
    public void Private_networks_are_opened_however_the_key_is_written_and_are_no_webhook(string key, string value, bool open)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create(key, (string?)value)]).Build();

        Assert.Equal((0, open), (HookSettings.Read(configuration).Count, HookSettings.AllowsPrivate(configuration)));
    }

    private static async Task FinishAsync(House house)
    {
        await using (var db = house.OpenStore())
        {
            await house.Assignments.OpenAsync(House.Assignment((await db.People.SingleAsync(Cancelled)).Id), requestKey: null, Cancelled);
        }

        await house.SayAsync("hinner inte", "e1");
        await house.SayAsync(Words, "e3");
        await house.SayAsync("klar", "e4");
    }

    /// <summary>A person answers in the chat; gives back the assignment and its draft.</summary>
    internal static async Task<(string Assignment, string Draft)> AnswerAsync(OpenSite site, string topic = "Varför bänkar på torget?", string words = Words)
    {
        var (person, user) = await site.AddOnTheWebAsync("Mattias Jansson");
        using var opened = await site.Script().PostAsJsonAsync("/api/v1/assignments", new { topic, personId = person, outlets = new[] { "web" }, language = "sv" }, Cancelled);
        var assignment = (string)(await opened.Content.ReadFromJsonAsync<JsonObject>(Cancelled))!["id"]!;
        var turns = site.Services.GetRequiredService<TurnRunner>();
        foreach (var (text, number) in new[] { "hinner inte", words, "klar" }.Select((text, number) => (text, number)))
        {
            await turns.TakeAsync(new Arrival(new Address(Address.Web, Address.Web, user), new Room(user), new Incoming.Said(text, $"m{number}") { Key = $"web:{user}:{number}", At = TimeProvider.System.GetUtcNow() }), Cancelled);
        }

        var drafts = (await site.Script().GetFromJsonAsync<JsonObject>($"/api/v1/drafts?assignment={assignment}", Cancelled))!["items"]!.AsArray();
        return (assignment, (string)drafts.Single()!["id"]!);
    }

    /// <summary>Whoever is told: keeps what comes in.</summary>
    private sealed class Receiver : IAsyncDisposable
    {
        private readonly WebApplication app;
        private readonly ConcurrentQueue<Call> calls = new();
        private readonly SemaphoreSlim came = new(0);

        private Receiver()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            app = builder.Build();
            app.MapPost("/{**path}", async (HttpContext http) =>
            {
                using var reader = new StreamReader(http.Request.Body, Encoding.UTF8);
                var headers = http.Request.Headers;
                calls.Enqueue(new Call(http.Request.Path, headers["webhook-id"].ToString(), headers["webhook-timestamp"].ToString(), headers["webhook-signature"].ToString(), await reader.ReadToEndAsync()));
                came.Release();
                return Results.NoContent();
            });
        }

        public string Address => $"{app.Urls.Single()}/";

        public static async Task<Receiver> StartAsync()
        {
            var receiver = new Receiver();
            await receiver.app.StartAsync(Cancelled);
            return receiver;
        }

        public async Task<List<Call>> WaitAsync(string path, int count)
        {
            while (calls.Count(call => call.Path == path) < count)
            {
                Assert.True(await came.WaitAsync(TimeSpan.FromSeconds(30), Cancelled), string.Create(CultureInfo.InvariantCulture, $"{path} was called {calls.Count(call => call.Path == path)} times"));
            }

            return [.. calls.Where(call => call.Path == path)];
        }

        public async ValueTask DisposeAsync()
        {
            await app.DisposeAsync();
            came.Dispose();
        }
    }

    private sealed record Call(string Path, string Id, string Timestamp, string Signature, string Raw)
    {
        public JsonObject Body => JsonNode.Parse(Raw)!.AsObject();
    }

    private sealed class Answering(HttpStatusCode status) : HttpMessageHandler, IHttpClientFactory
    {
        public List<HttpRequestMessage> Calls { get; } = [];

        public HttpClient CreateClient(string name) => new(this, disposeHandler: false);

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Calls.Add(request);
            var answer = new HttpResponseMessage(status) { Headers = { Location = new Uri("https://elsewhere.example/") } };
            answer.Headers.Add("Retry-After", "120");
            return Task.FromResult(answer);
        }
    }
}
