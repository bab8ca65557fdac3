using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Dialog.EndToEnd.Running;

/// <summary>The REST API as a script uses it.</summary>
internal sealed class RestApi(HttpClient http) : IDisposable
{
    /// <summary>Adds a person, a respondent unless other roles are given, with one address; answers the person's id.</summary>
    public Task<string> AddPersonAsync(string channel, string workspace, string user, params string[] roles) => AddPersonAsync("Mattias Jansson", [(channel, workspace, user)], roles);

    /// <summary>Adds somebody of the staff; answers the person's id.</summary>
    public Task<string> AddStaffAsync(string name, string role, string channel, string workspace, string user) => AddPersonAsync(name, [(channel, workspace, user)], [role]);

    /// <summary>Adds a respondent who is on several channels; answers the person's id.</summary>
    public Task<string> AddPersonAsync(params (string Channel, string Workspace, string User)[] addresses) => AddPersonAsync("Mattias Jansson", addresses, []);

    private async Task<string> AddPersonAsync(string name, (string Channel, string Workspace, string User)[] addresses, string[] roles)
    {
        var person = await CreateAsync("people", new
        {
            name,
            title = "kommunchef",
            roles = roles.Length > 0 ? roles : ["respondent"],
            language = "sv",
            timeZone = "Europe/Stockholm",
            addresses = addresses.Select(address => new { channel = address.Channel, workspace = address.Workspace, user = address.User }),
        });
        return person.GetProperty("id").GetString()!;
    }

    /// <summary>Opens an assignment; answers its id.</summary>
    public async Task<string> OpenAsync(object assignment) => (await CreateAsync("assignments", assignment)).GetProperty("id").GetString()!;

    public async Task<IReadOnlyDictionary<string, string>> AnswersAsync(string assignment) =>
        (await ListAsync($"answers?assignment={assignment}")).ToDictionary(answer => answer.GetProperty("slot").GetString()!, answer => answer.GetProperty("text").GetString()!);

    public Task<IReadOnlyList<JsonElement>> DraftsAsync(string assignment) => ListAsync($"drafts?assignment={assignment}");

    public Task<IReadOnlyList<JsonElement>> TranscriptAsync(string assignment) => ListAsync($"assignments/{assignment}/transcript");

    public async Task<JsonElement> AssignmentAsync(string id)
    {
        var answer = await http.GetAsync(Path($"assignments/{id}"), TestContext.Current.CancellationToken);
        return await ReadAsync(answer, HttpStatusCode.OK);
    }

    /// <summary>All pages of a list.</summary>
    public async Task<IReadOnlyList<JsonElement>> ListAsync(string path)
    {
        var items = new List<JsonElement>();
        string? next = null;
        do
        {
            var answer = await http.GetAsync(Path(next is null ? path : $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}cursor={Uri.EscapeDataString(next)}"), TestContext.Current.CancellationToken);
            var body = await ReadAsync(answer, HttpStatusCode.OK);
            items.AddRange(body.GetProperty("items").EnumerateArray());
            next = body.TryGetProperty("next", out var more) ? more.GetString() : null;
        }
        while (next is not null);
        return items;
    }

    public Task<HttpResponseMessage> PostAsync(string path, HttpContent content) => http.PostAsync(Path(path), content, TestContext.Current.CancellationToken);

    public Task<HttpResponseMessage> GetAsync(string path) => http.GetAsync(Path(path), TestContext.Current.CancellationToken);

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) => http.SendAsync(request, TestContext.Current.CancellationToken);

    public void Dispose() => http.Dispose();

    /// <summary>Makes what is described there; answers what was made.</summary>
    public async Task<JsonElement> CreateAsync(string path, object what)
    {
        var answer = await http.PostAsJsonAsync(Path(path), what, TestContext.Current.CancellationToken);
        return await ReadAsync(answer, HttpStatusCode.Created);
    }

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage answer, HttpStatusCode expected)
    {
        using (answer)
        {
            var body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.True(answer.StatusCode == expected, $"{answer.RequestMessage!.Method} {answer.RequestMessage.RequestUri!.PathAndQuery}: {(int)answer.StatusCode} {body}");
            return JsonSerializer.Deserialize<JsonElement>(body);
        }
    }

    private static Uri Path(string path) => new($"/api/v1/{path}", UriKind.Relative);
}
