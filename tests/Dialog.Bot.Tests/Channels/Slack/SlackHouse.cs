using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json;
using Dialog.Bot.Channels;
using Dialog.Bot.Channels.Slack;
using Dialog.Bot.Observing;
using Dialog.Bot.Store;
using Dialog.Bot.Tests.Support;
using Dialog.Bot.Turns;
using Dialog.Core.Interviews;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Dialog.Bot.Tests.Channels.Slack;

/// <summary>Slack's side of the program on a real store, with a Web API that answers as the test says.</summary>
internal sealed class SlackHouse : IAsyncDisposable
{
    private readonly TestStore store = new();
    private readonly ServiceProvider services;

    private SlackHouse(Dictionary<string, string?> settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(store.Settings).AddInMemoryCollection(settings).Build();
        var collection = new ServiceCollection();
        collection.AddLogging();
        collection.AddSingleton<TimeProvider>(Clock);
        collection.AddStore(configuration);
        collection.AddObserving(configuration);
        collection.AddTurns(configuration);
        collection.AddSlack(configuration);
        collection.AddSingleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider());
        collection.AddHttpClient(SlackApi.HttpClientName).ConfigurePrimaryHttpMessageHandler(() => Api);
        services = collection.BuildServiceProvider();
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2027, 2, 5, 8, 5, 0, TimeSpan.Zero));

    public FakeApi Api { get; } = new();

    public SlackInstalls Installs => services.GetRequiredService<SlackInstalls>();

    public SlackCalls Calls => services.GetRequiredService<SlackCalls>();

    public WorkspaceBook Workspaces => services.GetRequiredService<WorkspaceBook>();

    public IChannel Channel => services.GetServices<IChannel>().Single();

    public IServiceProvider Services => services;

    public DialogDb OpenStore() => Get<IDbContextFactory<DialogDb>>().CreateDbContext();

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public static async Task<SlackHouse> BuildAsync(params (string Key, string Value)[] settings)
    {
        var chosen = settings.Length > 0 ? settings : [("Slack:BotToken", "xoxb-1"), ("Slack:SigningSecret", "secret")];
        var house = new SlackHouse(chosen.ToDictionary(setting => setting.Key, setting => (string?)setting.Value));
        await house.services.MigrateStoreAsync(TestContext.Current.CancellationToken);
        return house;
    }

    public Task<SendResult> SendAsync(string? room = "D1", string? updates = null, string outboxId = "o1", Outgoing? message = null) =>
        Channel.SendAsync(Posting(room, updates, outboxId, message), TestContext.Current.CancellationToken);

    public Posting Posting(string? room = "D1", string? updates = null, string outboxId = "o1", Outgoing? message = null) =>
        new(outboxId, new Address(Address.Slack, "T1", "U1"), new Room(room), message ?? new Outgoing { Kind = OutgoingKind.Note, Text = "Hej", Language = "sv" }, updates, Clock.GetUtcNow());

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        Api.Dispose();
        store.Dispose();
    }
}

/// <summary>The Web API: answers each method with what the test put there, else with ok.</summary>
internal sealed class FakeApi : HttpMessageHandler
{
    private readonly ConcurrentDictionary<string, ConcurrentQueue<Func<Task<HttpResponseMessage>>>> answers = new();

    public ConcurrentQueue<(string Method, string? Token, Dictionary<string, string> Fields)> Calls { get; } = new();

    public IEnumerable<string> Methods => Calls.Select(call => call.Method);

    /// <summary>Returns once the method has been called so often.</summary>
    public async Task WaitForAsync(string method, int times)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(TimeSpan.FromSeconds(20));
        while (Methods.Count(called => called == method) < times)
        {
            deadline.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    public FakeApi Refuse(string method, string code) => Answer(method, new { ok = false, error = code });

    public FakeApi Answer(string method, object body) => Answer(method, () => Json(body));

    public FakeApi Answer(string method, Func<HttpResponseMessage> answer) => AnswerLater(method, () => Task.FromResult(answer()));

    public FakeApi AnswerLater(string method, Func<Task<HttpResponseMessage>> answer)
    {
        answers.GetOrAdd(method, _ => new()).Enqueue(answer);
        return this;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var method = request.RequestUri!.Segments[^1];
        var form = QueryHelpers.ParseQuery(await request.Content!.ReadAsStringAsync(cancellationToken));
        Calls.Enqueue((method, request.Headers.Authorization?.Parameter, form.ToDictionary(field => field.Key, field => field.Value.ToString())));
        return answers.TryGetValue(method, out var queue) && queue.TryDequeue(out var answer) ? await answer().WaitAsync(cancellationToken) : Json(new
        {
            ok = true,
            ts = "1.1",
            channel = method == "conversations.open" ? (object)new { id = "D2" } : form.TryGetValue("channel", out var channel) ? channel.ToString() : null,
            team_id = "T1",
            user_id = "U0BOT",
            messages = Array.Empty<object>(),
        });
    }

    public static HttpResponseMessage Json(object body) =>
        new(HttpStatusCode.OK) { Content = new StringContent(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json") };
}
