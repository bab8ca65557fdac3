using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Dialog.EndToEnd.Teams;

public sealed class FakeTeamsTests
{
    [Theory]
    [InlineData("""{"type":"message"}""")]
    [InlineData("""{"type":"invoke","text":"Vad?"}""")]
    [InlineData("""{"type":"message","attachments":[{"contentType":"application/vnd.microsoft.card.adaptive","content":{"type":"AdaptiveCard","version":"1.6","body":[{"type":"TextBlock","text":"a"}]}}]}""")]
    [InlineData("""{"type":"message","attachments":[{"contentType":"application/vnd.microsoft.card.adaptive","content":"{}"}]}""")]
    [InlineData("""{"type":"message","text":"b","attachments":[{"contentType":"application/vnd.microsoft.card.adaptive","content":{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","text":"a"}]}}]}""")]
    [InlineData("""{"type":"message","attachments":[{"contentType":"application/vnd.microsoft.card.adaptive","content":{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","text":"a"}],"actions":[{"type":"Action.Execute","title":"a"}]}}]}""")]
    public void An_activity_that_Teams_refuses_is_refused(string activity) =>
        Assert.NotEmpty(TeamsRules.Problems(JsonSerializer.Deserialize<JsonElement>(activity)));

    [Fact]
    public async Task A_message_with_a_token_arrives_and_one_without_is_a_violation()
    {
        var teams = await FakeTeams.StartAsync();
        var conversation = teams.ConversationOf("29:someone");
        using var http = new HttpClient();
        using var form = new FormUrlEncodedContent(
        [
            new("grant_type", "client_credentials"), new("client_id", FakeTeams.AppId),
            new("client_secret", FakeTeams.AppPassword), new("scope", "https://api.botframework.com/.default"),
        ]);
        using var answer = await http.PostAsync(new Uri(teams.Settings["Teams__TokenEndpoint"]), form, TestContext.Current.CancellationToken);
        var token = (await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("access_token").GetString();
        var activities = new Uri($"{teams.ServiceUrl}v3/conversations/{Uri.EscapeDataString(conversation)}/activities");

        using var refused = await http.PostAsJsonAsync(activities, new { type = "message", text = "Vad?" }, TestContext.Current.CancellationToken);
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var sent = await http.PostAsJsonAsync(activities, new { type = "message", text = "Vad?" }, TestContext.Current.CancellationToken);

        Assert.Equal(401, (int)refused.StatusCode);
        Assert.Equal(201, (int)sent.StatusCode);
        Assert.Equal("Vad?", (await teams.WaitForMessageAsync(conversation)).Text);
        await Assert.ThrowsAsync<Xunit.Sdk.EmptyException>(async () => await teams.DisposeAsync());
    }
}
