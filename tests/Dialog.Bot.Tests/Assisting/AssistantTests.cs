using System.Collections.Immutable;
using System.Diagnostics.Metrics;
using Dialog.Bot.Assisting;
using Dialog.Bot.Observing;
using Dialog.Core.Assisting;
using Dialog.Core.Drafts;
using Dialog.Core.Interviews;
using Dialog.Core.Questions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Dialog.Bot.Tests.Assisting;

/// <summary>Slow, broken, silent and talkative providers: each has an end, and a word for the editor.</summary>
public sealed class AssistantTests
{
    private const string Said = "I går satte vi ut 24 nya bänkar vid sjön.";

    private static readonly AssistTask Wish = TaskOf(Said);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_shown_dropped_and_failed_is_counted()
    {
        var model = new ScriptedChat();
        using var measures = new Measures(new FakeTimeProvider());
        var counted = new Dictionary<string, long>();
        using var listener = new MeterListener { InstrumentPublished = (instrument, listening) => { if (instrument.Meter.Scope == measures && instrument.Name == "dialog.suggestions") { listening.EnableMeasurementEvents(instrument); } } };
        listener.SetMeasurementEventCallback<long>((_, value, tags, _) => counted[string.Join('/', tags.ToArray().Select(tag => tag.Value))] = value);
        listener.Start();
        using var assistant = Ask(model, measures, new FakeTimeProvider());

        foreach (var answer in new[] { "24 nya bänkar vid sjön.", "25 nya bänkar vid sjön." })
        {
            model.Says(answer);
            await assistant.AskAsync(Wish, [], [Said], "sv", Cancelled);
        }

        model.Answers = _ => throw new HttpRequestException("boom");
        Assert.Equal(Trouble.Failed, (await assistant.AskAsync(Wish, [], [Said], "sv", Cancelled)).Trouble);
        Assert.Equal(new Dictionary<string, long> { ["plain/shown"] = 1, ["plain/dropped"] = 1, ["plain/failed"] = 1 }, counted);
    }

    [Fact]
    public async Task A_slow_model_is_not_waited_for_and_a_deaf_one_neither()
    {
        var clock = new FakeTimeProvider();
        using var measures = new Measures(clock);
        var model = new ScriptedChat { Answers = _ => new TaskCompletionSource<string>().Task };
        using var assistant = Ask(model, measures, clock);

        var asked = assistant.AskAsync(Wish, [], [Said], "sv", Cancelled);
        Assert.False(asked.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(61));

        Assert.Equal(Trouble.TimedOut, (await asked).Trouble);
    }

    [Fact]
    public async Task Only_two_ask_at_a_time_and_the_third_hears_so()
    {
        var clock = new FakeTimeProvider();
        using var measures = new Measures(clock);
        var answer = new TaskCompletionSource<string>();
        using var assistant = Ask(new ScriptedChat { Answers = _ => answer.Task }, measures, clock);
        var asked = Enumerable.Range(0, 2).Select(_ => assistant.AskAsync(Wish, [], [Said], "sv", Cancelled)).ToList();

        Assert.Equal(Trouble.Busy, (await assistant.AskAsync(Wish, [], [Said], "sv", Cancelled)).Trouble);
        answer.SetResult("24 nya bänkar vid sjön.");
        Assert.All(await Task.WhenAll(asked), advice => Assert.Single(advice.Suggestions));
        Assert.Null((await assistant.AskAsync(Wish, [], [Said], "sv", Cancelled)).Trouble);
    }

    [Fact]
    public async Task Somebodys_health_and_an_endless_text_are_not_sent()
    {
        var model = new ScriptedChat();
        using var measures = new Measures(new FakeTimeProvider());
        using var assistant = Ask(model, measures, new FakeTimeProvider());

        Assert.Equal(Trouble.TooPersonal, (await assistant.AskAsync(TaskOf("Min kollega fick cancer i våras."), [], [Said], "sv", Cancelled)).Trouble);
        Assert.Equal(Trouble.TooLong, (await assistant.AskAsync(TaskOf(string.Concat(Enumerable.Repeat(Said, 300))), [], [Said], "sv", Cancelled)).Trouble);
        Assert.Empty(model.Heard);
    }

    [Theory]
    [InlineData("right", null, "")]
    [InlineData("empty", null, "")]
    [InlineData("401", Trouble.Failed, "Ai:ApiKey")]
    [InlineData("404", Trouble.Failed, "Ai:Model")]
    [InlineData("500", Trouble.Failed, "answered 500")]
    [InlineData("moved", Trouble.Failed, "answered 302")]
    [InlineData("html", Trouble.Failed, "no JSON")]
    [InlineData("other", Trouble.Failed, "not one of chat completions")]
    [InlineData("long", Trouble.Failed, "too long")]
    [InlineData("broken", Trouble.Failed, "cannot be reached")]
    public async Task A_providers_answer_is_used_or_told_in_plain_words(string provider, object? trouble, string logged)
    {
        await using var server = await ProvideAsync();
        var log = new List<string>();
        await using var services = Services(server.Urls.Single(), provider, log);

        var advice = await services.GetRequiredService<Assistant>().AskAsync(Wish, [], [Said], "sv", Cancelled);

        Assert.Equal((Trouble?)trouble, advice.Trouble);
        Assert.Equal(provider == "right" ? ["24 nya bänkar vid sjön."] : [], advice.Suggestions.Select(suggestion => suggestion.Text));
        Assert.Equal(provider == "empty" ? [Dropped.Empty] : [], advice.Dropped);
        Assert.Equal(logged.Length == 0, log.Count == 0);
        Assert.All(log, line => Assert.True(line.Contains(logged, StringComparison.Ordinal) && !line.Contains("bänkar", StringComparison.Ordinal), line));
    }

    [Theory]
    [InlineData("right", "scripted", true, "has scripted")]
    [InlineData("right", "gemma3", true, "has gemma3")]
    [InlineData("right", "mistral", false, "ollama pull mistral")]
    [InlineData("500", "scripted", false, "answered 500")]
    public async Task The_check_says_whether_the_provider_answers_and_has_the_model(string provider, string model, bool holds, string says)
    {
        await using var server = await ProvideAsync();
        await using var services = Services(server.Urls.Single(), provider, [], model);

        var found = await services.GetServices<ICheck>().Single(check => check.Name == "Ai").TryAsync(Cancelled);

        Assert.Equal((holds, true), (found.Holds, found.Says.Contains(says, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("Ai:Endpoint", "http://localhost:11434/v1", "Ai:Model")]
    [InlineData("Ai:ApiKey", "secret", "Ai:Model")]
    [InlineData("Ai:Endpoint", "http://llm.example.com/v1", "https", "gemma3")]
    [InlineData("Ai:Endpoint", "https://user:secret@llm.example.com/v1", "without a name", "gemma3")]
    [InlineData("Ai:Endpoint", "nonsense", "https", "gemma3")]
    [InlineData("Ai:TimeoutSeconds", "1", "5 to 300", "gemma3")]
    [InlineData("Ai:TimeoutSeconds", "soon", "5 to 300", "gemma3")]
    public void A_setting_that_cannot_work_stops_the_start(string key, string value, string says, string? model = null)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new(key, value), new("Ai:Model", model)]).Build();

        Assert.Contains(says, Assert.Throws<StartupException>(() => AiSettings.Read(configuration)).Message, StringComparison.Ordinal);
    }

    private static AssistTask TaskOf(string said) => AssistTask.Of(
        new Draft
        {
            Outlet = "web",
            Text = said,
            Parts = [new DraftPart("reflection", said)],
            Length = said.Length,
            Unit = "characters",
            Sentences = ImmutableList.Create(new DraftSentence(said, Origin.Own, new AnswerReference(Slot.What, 1, 0))),
        },
        Outlets.BuiltIn.Find("web"),
        AssistKind.Plain)!;

    private static Assistant Ask(IChatClient client, Measures measures, TimeProvider clock) =>
        new(client, AiSettings.Read(new ConfigurationBuilder().AddInMemoryCollection([new("Ai:Model", "scripted")]).Build()), measures, clock, NullLogger<Assistant>.Instance);

    private static ServiceProvider Services(string address, string provider, List<string> log, string model = "scripted")
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.AddProvider(new Written(log)));
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<Measures>();
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Ai:Model", model), new("Ai:Endpoint", $"{address}/{provider}")]).Build();
        services.AddSingleton(AiSettings.Read(configuration));
        services.AddAssisting(configuration);
        return services.BuildServiceProvider();
    }

    private static async Task<WebApplication> ProvideAsync()
    {
        var builder = WebApplication.CreateSlimBuilder(["--Urls=http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        var app = builder.Build();
        string Answer(string text) => System.Text.Json.JsonSerializer.Serialize(new { choices = new[] { new { message = new { role = "assistant", content = text } } } });
        app.MapGet("/right/models", () => Results.Text("""{"data":[{"id":"scripted"},{"id":"gemma3:latest"}]}""", "application/json"));
        app.MapGet("/500/models", () => Results.StatusCode(500));
        app.MapPost("/{provider}/chat/completions", async (string provider, HttpContext http) =>
        {
            if (http.Request.ContentLength is null)
            {
                return Results.StatusCode(StatusCodes.Status411LengthRequired);
            }

            if (provider == "broken")
            {
                http.Abort();
                return Results.Empty;
            }

            await Task.CompletedTask;
            return provider switch
            {
                "right" => Results.Text(Answer("24 nya bänkar vid sjön."), "application/json"),
                "empty" => Results.Text(Answer(""), "application/json"),
                "moved" => Results.Redirect("/right/chat/completions"),
                "html" => Results.Text("<html>bänkar</html>", "text/html"),
                "other" => Results.Text("""{"choices":[{"message":"bänkar"}]}""", "application/json"),
                "long" => Results.Text(Answer(new string('a', 1024 * 1024)), "application/json"),
                _ => Results.StatusCode(int.Parse(provider, System.Globalization.CultureInfo.InvariantCulture)),
            };
        });
        await app.StartAsync(Cancelled);
        return app;
    }

    private sealed class Written(List<string> lines) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => categoryName.StartsWith("Dialog", StringComparison.Ordinal) ? this : NullLogger.Instance;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => lines.Add(formatter(state, exception));

        public void Dispose()
        {
        }
    }
}
