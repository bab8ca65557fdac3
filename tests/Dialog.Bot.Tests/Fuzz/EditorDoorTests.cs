using System.Net;
using System.Net.Http.Headers;
using System.Text;
using CsCheck;
using Dialog.Bot.Tests.Support;
using Dialog.Core.Interviews;
using Dialog.Core.Questions;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Moq;

namespace Dialog.Bot.Tests.Fuzz;

/// <summary>Whatever an editor's script or page sends is answered, never with "our fault", and what was taken of it can be shown.</summary>
public sealed class EditorDoorTests(EditorDoorTests.Opened opened) : IClassFixture<EditorDoorTests.Opened>
{
    private const string Json = "application/json";

    private const string Fields = "application/x-www-form-urlencoded";

    private static readonly long Most = Math.Max(10, Fuzzing.Inputs / 40);

    [Fact]
    public void Questions() => Send(HttpMethod.Put, "/api/v1/questions", Json, Mutant.Of(QuestionSets.BuiltIn.Newest.Json), shownAt: "/questions");

    [Fact]
    public void Outlets_sizes_and_accounts() => Send(HttpMethod.Put, "/api/v1/outlets/changes", Json, Mutant.Of(Seeds.OutletChanges), shownAt: "/outlets");

    [Fact]
    public void Versions_to_go_back_to()
    {
        Send(HttpMethod.Post, "/api/v1/questions/restore", Json, Mutant.Of("""{"version":0}""", """{"version":1}"""));
        Send(HttpMethod.Post, "/api/v1/outlets/restore", Json, Mutant.Of("""{"version":0}""", """{"version":1}"""));
        Fuzzing.Try(Mutant.Of("questions/versions/1", "outlets/versions/1"), text => Fuzzing.Ask(opened.Script, new HttpRequestMessage(HttpMethod.Get, new Uri($"/api/v1/{Uri.EscapeDataString(Whole(text)).Replace("%2F", "/", StringComparison.Ordinal)}", UriKind.Relative))), Most);
    }

    [Fact]
    public void The_revision_a_change_is_made_from() => Fuzzing.Try(
        Mutant.Of("\"1\"", "W/\"1\"", "*", "\"1\", \"2\"", "\"2147483647\"").Where(text => text.All(mark => mark is >= ' ' and < '\u007F')),
        text =>
        {
            foreach (var (method, path, body) in ((HttpMethod, string, string)[])[(HttpMethod.Patch, $"/api/v1/drafts/{opened.Edited}-web", """{"text":"Vi bygger om."}"""), (HttpMethod.Put, "/api/v1/questions", QuestionSets.BuiltIn.Newest.Json), (HttpMethod.Put, "/api/v1/outlets/changes", "{}")])
            {
                var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative)) { Content = new StringContent(body, Encoding.UTF8, Json) };
                request.Headers.TryAddWithoutValidation("If-Match", text);
                Fuzzing.Ask(opened.Script, request);
            }
        },
        Most);

    [Fact]
    public void Comments_on_drafts()
    {
        Send(HttpMethod.Post, "/api/v1/comments", Json, Mutant.Of($$"""{"draftId":"{{opened.Assignment}}-web","quote":"bussarna fastnade","text":"Hur många?","before":"eftersom ","after":" varje morgon"}"""));
        Send(HttpMethod.Post, $"/assignments/{opened.Assignment}/comments", Fields, opened.Ours(Mutant.Of($"draft={opened.Assignment}-web&action=add&quote=bussarna+fastnade&text=Hur+m%C3%A5nga%3F&before=eftersom&after=varje&by=p", $"draft={opened.Assignment}-web&action=reply&comment=c1&text=Tre")), shownAt: $"/assignments/{opened.Assignment}");
    }

    [Fact]
    public void What_readers_said()
    {
        Send(HttpMethod.Post, $"/api/v1/assignments/{opened.Assignment}/reactions/many", Json, Mutant.Of("""{"text":"- Jättebra\n- För dyrt\n\n> Varför inte vid torget?","source":"Facebook","url":"https://example.se/a?b=1"}"""));
        Send(HttpMethod.Post, $"/api/v1/assignments/{opened.Assignment}/reactions/move", Json, Mutant.Of("""{"reactions":["r1","r2"],"to":"new"}"""));
        Send(HttpMethod.Post, $"/assignments/{opened.Assignment}/readers", Fields, opened.Ours(Mutant.Of("action=add&text=-+J%C3%A4ttebra%0D%0A-+F%C3%B6r+dyrt&source=Facebook&url=https%3A%2F%2Fexample.se&batch=0a", "action=move&reaction=r1&reaction=r2&to=new&group=alone", "action=ask&group=g1&claim=det+%C3%A4r+dyrt&topic=Dyrt")), shownAt: $"/assignments/{opened.Assignment}");
    }

    [Fact]
    public void Tables_of_people()
    {
        Send(HttpMethod.Post, "/api/v1/people/import", "text/csv", Mutant.Of(Seeds.PeopleTables));
        Send(HttpMethod.Post, "/people/import", Fields, opened.Ours(Mutant.Of(Seeds.PeopleTables).Select(text => $"action=look&text={Uri.EscapeDataString(Whole(text))}")));
    }

    [Fact]
    public void Forms_of_outlets_and_questions()
    {
        Send(HttpMethod.Post, "/outlets/edit", Fields, opened.Ours(Mutant.Of([.. Seeds.OutletForms.Select(form => $"{form}&seen=0")])), shownAt: "/outlets");
        Send(HttpMethod.Post, "/questions/edit", Fields, opened.Ours(Mutant.Of([.. Seeds.QuestionForms.Select(form => $"save=1&seen=0&topic=Varf%C3%B6r&line=%3Ahej&say=ja&answer=1&{form}")])), shownAt: "/questions");
    }

    [Fact]
    public void Drafting_help()
    {
        var model = opened.Model;
        Fuzzing.Try(
            Mutant.Of("1. Bussarna fastnade varje morgon\n2. Anna Ek kom för sent", "Bussarna fastnade varje morgon i februari."),
            text =>
            {
                model.Setup(chat => chat.GetResponseAsync(It.IsAny<IEnumerable<ChatMessage>>(), It.IsAny<ChatOptions>(), It.IsAny<CancellationToken>())).ReturnsAsync(new ChatResponse(new ChatMessage(ChatRole.Assistant, text)));
                Assert.Equal(HttpStatusCode.OK, Post($"/assignments/{opened.Assignment}/assist", Fields, $"{opened.Token}&draft={opened.Assignment}-web&kind=Critic"));
            },
            Most);
        Send(HttpMethod.Post, $"/assignments/{opened.Assignment}/assist", Fields, opened.Ours(Mutant.Of($"draft={opened.Assignment}-web&kind=Headline&by=p")));
        Send(HttpMethod.Post, $"/assignments/{opened.Assignment}/assist/accept", Fields, opened.Ours(Mutant.Of("suggestion=CfDJ8AAAA&by=p")));
    }

    private void Send(HttpMethod method, string path, string type, Gen<string> bodies, string? shownAt = null) => Fuzzing.Try(
        bodies,
        text =>
        {
            if (Post(path, type, text, method) is HttpStatusCode.OK or HttpStatusCode.Redirect && shownAt is not null)
            {
                Assert.Equal(HttpStatusCode.OK, Fuzzing.Ask(opened.Browser, new HttpRequestMessage(HttpMethod.Get, new Uri(shownAt, UriKind.Relative))));
            }
        },
        Most);

    private HttpStatusCode Post(string path, string type, string text, HttpMethod? method = null) => Fuzzing.Ask(
        type == Fields ? opened.Browser : opened.Script,
        new HttpRequestMessage(method ?? HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(text)) { Headers = { ContentType = new MediaTypeHeaderValue(type) } } });

    private static string Whole(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    public sealed class Opened : IAsyncLifetime
    {
        private OpenSite site = null!;

        internal Mock<IChatClient> Model { get; } = new();

        internal HttpClient Script { get; private set; } = null!;

        internal HttpClient Browser { get; private set; } = null!;

        internal string Assignment { get; private set; } = "";

        /// <summary>Another one, whose draft is edited.</summary>
        internal string Edited { get; private set; } = "";

        /// <summary>The field without which a form is not ours.</summary>
        internal string Token { get; private set; } = "";

        internal Gen<string> Ours(Gen<string> forms) => forms.Select(form => $"{Token}&{form}");

        public async ValueTask InitializeAsync()
        {
            site = await OpenSite.OpenAsync(new() { ["Ai:Model"] = "scripted" }, services => services.AddSingleton(Model.Object));
            Script = site.Script();
            Browser = site.Browser();
            Assignment = await site.InterviewedAsync("Vi gör det eftersom bussarna fastnade varje morgon i februari och Anna Ek kom för sent till jobbet.");
            Edited = await site.InterviewedAsync("Vi gör det eftersom torget låg öde.");
            using var signedIn = await Browser.GetAsync(new Uri($"/signin?token={OpenSite.Token}", UriKind.Relative), TestContext.Current.CancellationToken);
            var page = await Browser.GetStringAsync(new Uri("/outlets/edit?kind=Account", UriKind.Relative), TestContext.Current.CancellationToken);
            Token = $"__RequestVerificationToken={Uri.EscapeDataString(WebUtility.HtmlDecode(Forms.TokenOf(page)))}";
        }

        public ValueTask DisposeAsync() => site.DisposeAsync();
    }
}
