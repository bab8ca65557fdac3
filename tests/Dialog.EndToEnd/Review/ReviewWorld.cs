using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Dialog.EndToEnd.Interviews;
using Dialog.EndToEnd.Running;
using Dialog.EndToEnd.Slack;

namespace Dialog.EndToEnd.Review;

/// <summary>One program whose seed interview is finished; every test takes an outlet of its own.</summary>
public sealed class ReviewWorld : IAsyncLifetime
{
    internal FakeSlack Slack { get; private set; } = null!;

    internal FakeModel Model { get; private set; } = null!;

    internal ProgramUnderTest Program { get; private set; } = null!;

    internal SlackSender Person { get; private set; } = null!;

    internal string Assignment { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        Slack = await FakeSlack.StartAsync();
        Model = await FakeModel.StartAsync();
        Program = await ProgramUnderTest.HostAsync(Slack.Settings, Model.Settings, AlwaysOpen.Settings);
        Person = new SlackSender(Slack, Program, "U0MANAGER1");
        Assignment = await FinishAsync(Person);
    }

    public async ValueTask DisposeAsync()
    {
        await using (Slack)
        await using (Model)
        await using (Program)
        {
            await Program.StopCalmlyAsync();
        }
    }

    /// <summary>Has the seed's interview with a person; answers the assignment's id.</summary>
    internal Task<string> FinishAsync(SlackSender person) => FinishAsync(Program, Slack, person);

    /// <summary>Has the seed's interview with a person; answers the assignment's id.</summary>
    internal static async Task<string> FinishAsync(ProgramUnderTest program, FakeSlack slack, SlackSender person)
    {
        var seed = new SeedInterview();
        var personId = await program.Api.AddPersonAsync("slack", FakeSlack.Team, person.User);
        var assignment = await program.Api.OpenAsync(seed.OrderFor(personId));
        var talk = new SlackTalk(slack, person);
        await talk.HearAsync();
        await talk.AnswerAsync(seed);
        return assignment;
    }

    internal string DraftId(string outlet) => $"{Assignment}-{outlet}";

    internal async Task<JsonElement> ReadAsync(string outlet)
    {
        using var answer = await Program.Api.GetAsync($"drafts/{DraftId(outlet)}");
        return JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>Sends what a script sends; answers status, body and ETag.</summary>
    internal async Task<Answer> SendAsync(HttpMethod method, string path, object? body = null, string? ifMatch = null)
    {
        using var request = new HttpRequestMessage(method, new Uri($"/api/v1/{path}", UriKind.Relative));
        if (body is not null)
        {
            request.Content = JsonContent.Create(body);
        }

        if (ifMatch is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        }

        using var answer = await Program.Api.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new Answer(answer.StatusCode, text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text), answer.Headers.ETag?.Tag);
    }

    internal Task<Answer> PostAsync(string outlet, string verb, object? body = null, string? ifMatch = null) => SendAsync(HttpMethod.Post, $"drafts/{DraftId(outlet)}/{verb}", body, ifMatch);

    internal Task<Answer> PatchAsync(string outlet, string text, string? ifMatch = null) => SendAsync(HttpMethod.Patch, $"drafts/{DraftId(outlet)}", new { text }, ifMatch);
}

/// <summary>What the program answered.</summary>
internal sealed record Answer(HttpStatusCode Status, JsonElement Body, string? Tag)
{
    public string Text(string property) => Body.GetProperty(property).ToString();

    /// <summary>Status code and the draft's status, or the problem's code.</summary>
    public (int, string) Outcome => ((int)Status, Body.TryGetProperty("code", out var code) ? code.ToString() : Text("status"));
}
