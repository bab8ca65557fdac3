using System.Collections.Immutable;
using System.Net;
using System.Text;
using CsCheck;
using Dialog.Bot.Api;
using Dialog.Bot.Assisting;
using Dialog.Bot.Channels;
using Dialog.Bot.Desk;
using Dialog.Bot.Store;
using Dialog.Core.Assisting;
using Dialog.Core.Drafts;
using Dialog.Core.Interviews;
using Dialog.Core.Questions;
using Dialog.Core.Readers;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;

namespace Dialog.Bot.Tests.Fuzz;

/// <summary>Whatever editors fill in, paste and send, and whatever a language model's provider answers: it is read, or refused in words.</summary>
public sealed class EditorReaderTests
{
    private const string Said = "I går satte vi ut 24 nya bänkar vid sjön. Anna Ek ringde 070-174 06 99 och tackade.";

    private static readonly Organisation Town = new() { Name = "Katrineholms kommun", Language = "sv", TimeZone = "Europe/Stockholm" };

    [Fact]
    public void Changes_of_outlets_sizes_and_accounts() => Fuzzing.Try(Mutant.Of(Seeds.OutletChanges).Select(Whole), text =>
    {
        if (JsonBody.Read(Encoding.UTF8.GetBytes(text)) is not { } json)
        {
            return;
        }

        var (changes, wrong) = OutletsApi.Read(json);
        if (changes is null)
        {
            Assert.NotEmpty(wrong.Says);
        }
        else if (OutletCheck.Find(changes, Outlets.BuiltIn, "sv").IsEmpty)
        {
            Usable(changes);
        }
    });

    [Fact]
    public void Forms_of_outlets_sizes_and_accounts() => Fuzzing.Try(Mutant.Of(Seeds.OutletForms), text =>
    {
        var form = Form(text);
        if (Enum.TryParse<OutletKind>(form["kind"], ignoreCase: true, out var kind) && Enum.IsDefined(kind) && OutletForm.Begin(kind, form["key"].ToString(), Outlets.BuiltIn)?.Filled(form) is { } filled)
        {
            filled.Taken(Outlets.BuiltIn);
            var (changes, _) = filled.Apply(OutletChanges.None, Outlets.BuiltIn);
            if (OutletCheck.Find(changes, Outlets.BuiltIn, "sv").IsEmpty)
            {
                Usable(changes);
            }
        }
    });

    [Fact]
    public void Forms_of_questions() => Fuzzing.Try(Mutant.Of(Seeds.QuestionForms), text =>
    {
        var form = Form(text);
        var json = QuestionForm.Of(form, [], line => $"{line}:").ToJson("katrineholm");
        var reading = QuestionSetReader.Read(json, "sv");
        Assert.True(reading is { Set: not null } or { Mistakes.Count: > 0 });
        Assert.Equal(reading.Mistakes.Count > 0, QuestionForm.Of(form, reading.Mistakes, line => $"{line}:").Mistakes.Any());
    });

    [Fact]
    public void Passages_of_comments() => Fuzzing.Try(Mutant.Of(Said, "nya bänkar", "bänkar vid sjön. Anna"), text =>
    {
        Assert.Equal(Said.IndexOf(text, StringComparison.Ordinal) is >= 0 and var at && text.Length > 0 ? at : null, new Anchor(text, "", "").Find(Said));
        Assert.NotNull(new Anchor("bänkar", text, text).Find(Said));
        new Anchor("a", text, text).Find(text);
    });

    [Fact]
    public void What_readers_said() => Fuzzing.Try(Mutant.Of("Bänkarna är för få!\n\n- Fler bänkar vid sjön, tack\n\n> Varför inte vid torget?\n”Dyrt” sa någon", "- Jättebra\n- För dyrt\n• Ring 070-174 06 99\n* @kommunen =1+1", "The benches are too few.\r\nMore benches!"), text =>
    {
        var pasted = ReactionPaste.Read(text);
        Assert.All(pasted, one => Assert.False(string.IsNullOrWhiteSpace(one)));
        var voices = pasted.Select((one, index) => new HeardVoice($"{index}", one, index % 5 == 0 ? "g" : null)).ToImmutableList();
        Assert.All(Antitheses.Gather(voices, "Nya bänkar vid sjön"), gathering => Assert.NotEmpty(gathering.Voices));
        if (!pasted.IsEmpty)
        {
            Antitheses.NameOf(pasted, "Nya bänkar vid sjön");
            Assert.Contains(Antitheses.Example(pasted), pasted);
        }
    });

    [Fact]
    public void As_many_lines_as_fit_in_a_request() => Assert.Equal(120_000, ReactionPaste.Read(string.Join('\n', Enumerable.Range(0, 120_000))).Count);

    [Fact]
    public void Tables_of_people() => Fuzzing.Try(Mutant.Of(Seeds.PeopleTables), text =>
    {
        var problems = new Problems();
        foreach (var (_, cells) in CsvLines.Read(text, PeopleTable.Columns, needed: 1, problems))
        {
            PeopleApi.Read(cells, problems);
        }
    });

    [Fact]
    public void Suggestions_of_a_language_model()
    {
        var task = AssistTask.Of(
            new Draft { Outlet = "web", Text = Said, Parts = [new DraftPart("reflection", Said)], Length = Said.Length, Unit = "characters", Sentences = [new DraftSentence(Said, Origin.Own, new AnswerReference(Slot.What, 1, 0))] },
            Outlets.BuiltIn.Find("web"),
            AssistKind.Plain)!;
        var redaction = new Redaction(Said, "sv", ["Anna Ek"]);
        Fuzzing.Try(Mutant.Of("I går satte vi ut 24 bänkar vid sjön.", "- 24 nya bänkar vid sjön.\n- [namn 1] tackade.", "”[namn 1] ringde och tackade.”", "[telefon 1] 24 1. 2) [namn"), text =>
        {
            var read = AssistReading.Read(text, task, redaction, [Said], "sv");
            Assert.True(read.Suggestions.Count + read.Dropped.Count > 0);
            Assert.All(read.Suggestions, suggestion => Assert.True(suggestion.Text.Length > 0 && task.Put(suggestion.Text).Length > 0 && !suggestion.Text.Contains('<')));
        });
    }

    [Fact]
    public void Answers_of_a_language_models_provider()
    {
        var answer = new Scripted();
        using var services = new ServiceCollection().AddHttpClient(ChatCompletions.HttpClientName).ConfigurePrimaryHttpMessageHandler(() => answer).Services.BuildServiceProvider();
        using var chat = new ChatCompletions(services.GetRequiredService<IHttpClientFactory>(), AiSettings.Read(new ConfigurationBuilder().AddInMemoryCollection([new("Ai:Model", "gemma3")]).Build()));
        Fuzzing.Try(Mutant.Of("""{"id":"1","object":"chat.completion","choices":[{"index":0,"message":{"role":"assistant","content":"24 b\u00e4nkar vid sj\u00f6n."},"finish_reason":"stop"}],"usage":{"total_tokens":12}}""", """{"object":"list","data":[{"id":"gemma3","object":"model"},{"id":"mistral"}]}""", """{"error":{"message":"no"}}""", """{"\ud800":1,"choices":[{"message":{"content":"\udca5"}}]}"""), text =>
        {
            answer.Says = text;
            Refusing(() => _ = chat.GetResponseAsync([new(Microsoft.Extensions.AI.ChatRole.User, "?")]).GetAwaiter().GetResult().Text);
            Refusing(() => chat.ModelsAsync(CancellationToken.None).GetAwaiter().GetResult());
        });

        static void Refusing(Action ask)
        {
            try
            {
                ask();
            }
            catch (AiException)
            {
                // What the editor is told in plain words.
            }
        }
    }

    [Fact]
    public void Sealed_suggestions_and_revisions()
    {
        var protection = new EphemeralDataProtectionProvider();
        var seal = new SuggestionSeal(protection, TimeProvider.System);
        var whole = seal.Close(new SealedSuggestion("a1", "a1-web", 3, "24 bänkar.", new Assistance(AssistKind.Plain, "gemma3")));
        Fuzzing.Try(Mutant.Of(whole, "\"3\"", "W/\"3\"", "*", "\"1\", \"2\"", "W/ ", "2147483647"), text =>
        {
            Assert.True(text == whole || seal.Open(text) is not { } opened || opened.Text == "24 bänkar.");
            var http = new DefaultHttpContext();
            http.Request.Headers.IfMatch = new StringValues(text.Split('&'));
            IfMatch.Read(http.Request);
            DeskFilter.Read(new QueryCollection(QueryHelpers.ParseQuery(text)));
        });
    }

    [Fact]
    public void What_of_the_overview_is_looked_at() => Fuzzing.Try(Mutant.Of("status=inProgress&person=p1&q=b%C3%A4nkar&month=2027-02&sort=changed&after=x", "status=all&month=9999-12&q=%22a+b%22+-c", "status=7&month=2027-13"), text =>
    {
        var filter = DeskFilter.Read(new QueryCollection(QueryHelpers.ParseQuery(text)));
        Assert.NotEmpty(filter.ToUrl());
    });

    /// <summary>What was let through can be offered, shown, written in and read again.</summary>
    private static void Usable(OutletChanges changes)
    {
        var outlets = Outlets.BuiltIn.With(StateJson.Read<OutletChanges>(StateJson.Write(changes)));
        var assignment = new Dialog.Core.Assignments.Assignment { Id = "a1", Topic = "Nya bänkar", PersonId = "p1", Language = "sv", Outlets = [.. changes.Outlets.Select(outlet => outlet.Code)] };
        foreach (var outlet in outlets.All)
        {
            Assert.NotEmpty(outlet.Name("sv") + outlet.Unit + outlet.UnitName("en"));
        }

        foreach (var draft in Composer.Compose(new Material { Assignment = assignment, Answers = ImmutableDictionary<Slot, AnswerText>.Empty.Add(Slot.What, new AnswerText(1, [new AnswerLine(Said)])), Outlets = outlets, Sender = Town.Sender }))
        {
            Assert.True(draft.Length >= 0);
        }
    }

    private static FormCollection Form(string text) => new(QueryHelpers.ParseQuery(text));

    private static string Whole(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    private sealed class Scripted : HttpMessageHandler
    {
        public string Says { get; set; } = "";

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(Says, Encoding.UTF8, "application/json") });
    }
}
