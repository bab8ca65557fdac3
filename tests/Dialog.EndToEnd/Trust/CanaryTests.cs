using System.Globalization;
using System.Text;
using Dialog.EndToEnd.Running;
using Dialog.EndToEnd.Slack;
using Dialog.EndToEnd.Teams;

namespace Dialog.EndToEnd.Trust;

/// <summary>
/// Canaries in every secret setting and in what a person writes; then the program is started, used, annoyed, asked for everything it tells, with its log as talkative as it
/// can be set, and all that came out is searched.
/// </summary>
public sealed class CanaryTests
{
    private const string Words = "Kanariefågeln Kvittra sjunger i Katrineholm varje morgon";

    private const string Name = "Kvittrarsson";

    private const string DatabasePassword = "canary-database-password-1";

    /// <summary>In base64, as it is written: canary-webhook-secret-0123456789.</summary>
    private const string WebhookSecret = "whsec_Y2FuYXJ5LXdlYmhvb2stc2VjcmV0LTAxMjM0NTY3ODk=";

    private static readonly string[] Secrets =
    [
        FakeSlack.SigningSecret, FakeSlack.BotToken, FakeTeams.AppPassword, ProgramUnderTest.Token, "canary-slack-client-secret", "canary-oidc-client-secret", WebhookSecret, WebhookSecret["whsec_".Length..], DatabasePassword,
    ];

    [Fact]
    public async Task No_secret_and_nobodys_words_come_out_anywhere_but_where_they_belong()
    {
        await using var slack = await FakeSlack.StartAsync();
        await using var teams = await FakeTeams.StartAsync();
        await using var collector = await Collector.StartAsync();
        var settings = slack.Settings.Concat(teams.Settings).ToDictionary();
        settings["Slack__ClientId"] = FakeSlack.ClientId;
        settings["Slack__ClientSecret"] = "canary-slack-client-secret";
        settings["Desk__Oidc__Authority"] = "http://127.0.0.1:9/";
        settings["Desk__Oidc__ClientId"] = "dialog";
        settings["Desk__Oidc__ClientSecret"] = "canary-oidc-client-secret";
        settings["Webhooks__0__Url"] = "http://127.0.0.1:9/hook";
        settings["Webhooks__0__Secret"] = WebhookSecret;
        settings["Logging__LogLevel__Default"] = "Debug";
        settings["Logging__LogLevel__Microsoft.AspNetCore"] = "Debug";
        settings["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Address;
        settings["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf";
        settings["OTEL_BSP_SCHEDULE_DELAY"] = "200";
        settings["OTEL_METRIC_EXPORT_INTERVAL"] = "500";
        await using var program = await ProgramUnderTest.StartAsync(settings);

        // Used: by a person in Slack, a script, a browser.
        var person = new SlackSender(slack, program, "U0CANARY01");
        var personId = await program.Api.AddPersonAsync("slack", FakeSlack.Team, person.User);
        slack.Faults.Next("chat.postMessage", new Fault.CutsAfterStoring());
        var assignment = await program.Api.OpenAsync(new { topic = "Varför?", brief = $"{Name} undrar.", personId, track = "quick", outlets = new[] { "web" } });
        await slack.WaitForMessageAsync(person.Channel);
        await person.SayAsync("kör");
        await person.SayAsync($"{Words}, säger {Name}, eftersom den vill.");
        await person.SayAsync("klar");
        await person.SayAsync("mina uppgifter");

        // Annoyed: wrong signatures, wrong tokens, broken bodies, keys in addresses.
        using var client = new HttpClient { BaseAddress = program.Address };
        foreach (var (path, body) in new[] { ("/slack/events", $"{{\"text\":\"{Words}\"}}"), ("/api/messages", $"{{\"text\":\"{Words}\""), ("/api/v1/people", $"{{\"name\":\"{Name}"), ($"/signin?token={ProgramUnderTest.Token}x", ""), ("/chat/messages", $"{{\"text\":\"{Words}\"}}") })
        {
            using var answer = await client.PostAsync(new Uri(path, UriKind.Relative), new StringContent(body, Encoding.UTF8, "application/json"), TestContext.Current.CancellationToken);
        }

        using var byLink = await client.GetAsync(new Uri($"/signin?token={ProgramUnderTest.Token}", UriKind.Relative), TestContext.Current.CancellationToken);
        using var byKey = await client.GetAsync(new Uri($"/my-data?key={ProgramUnderTest.Token}", UriKind.Relative), TestContext.Current.CancellationToken);
        using var broken = await program.Api.GetAsync("assignments?status=broken&due-before=x");

        // Told: what anybody, a script or an operator can have of it.
        var metrics = await program.Http.GetStringAsync(new Uri("/metrics", UriKind.Relative), TestContext.Current.CancellationToken);
        var export = await (await program.Api.GetAsync($"assignments/{assignment}/export?format=json")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var data = await (await program.Api.GetAsync($"people/{personId}/data")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var audit = await (await program.Api.GetAsync("audit")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var description = await client.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative), TestContext.Current.CancellationToken);
        var check = await program.CommandAsync("check");
        var doctor = await program.CommandAsync("doctor");
        var verified = await program.CommandAsync("verify-audit");
        var archive = await program.CommandAsync("archive", "2020-01", Path.Combine(program.DataFolder, "archive"));
        var unreachable = new Dictionary<string, string> { ["Storage__Provider"] = "PostgreSql", ["Storage__ConnectionString"] = $"Host=127.0.0.1;Port=9;Database=d;Username=u;Password={DatabasePassword}" };
        var noStore = await ProgramUnderTest.EndsAsync(unreachable, "check");
        var noStart = await ProgramUnderTest.EndsAsync(unreachable);
        var wrong = await ProgramUnderTest.EndsAsync(new Dictionary<string, string> { ["Slack__SigningSecret"] = "canary-slack-client-secret", ["Retention__Transcripts"] = "x" });
        await program.StopCalmlyAsync();

        Assert.Equal((0, 0, 1, 1), (verified.ExitCode, archive.ExitCode, noStore.ExitCode, noStart.ExitCode));
        Assert.Contains("Slack:SigningSecret", doctor.Output, StringComparison.Ordinal);
        Assert.Contains(collector.Received, sent => sent.StartsWith("traces", StringComparison.Ordinal));
        Assert.Contains(collector.Received, sent => sent.StartsWith("metrics", StringComparison.Ordinal));
        Assert.Contains("dbug", program.Output, StringComparison.Ordinal);
        Assert.Contains(" is Unknown: ", program.Output, StringComparison.Ordinal);
        Assert.Contains(Words, data.Replace("\\u00E5", "å", StringComparison.OrdinalIgnoreCase), StringComparison.Ordinal);

        (string Where, string What)[] outputs =
        [
            ("the log", program.Output), ("metrics", metrics), ("audit", audit), ("the description", description), ("check", check.Output), ("doctor", doctor.Output), ("verify-audit", verified.Output), ("archive", archive.Output),
            ("check without a store", noStore.Output), ("a start without a store", noStart.Output), ("a start with a wrong value", wrong.Output), .. collector.Received.Select((sent, index) => (string.Create(CultureInfo.InvariantCulture, $"OTLP {index}"), sent)),
        ];
        foreach (var (where, what) in outputs.Append(("export", export)).Append(("data", data)))
        {
            Assert.All(Secrets, secret => Assert.False(what.Contains(secret, StringComparison.OrdinalIgnoreCase), $"{secret} in {where}:\n{Around(what, secret)}"));
        }

        foreach (var (where, what) in outputs)
        {
            Assert.All([Words, "Kvittra", Name, "kanarie"], word => Assert.False(what.Contains(word, StringComparison.OrdinalIgnoreCase) || what.Contains(Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(word)), StringComparison.OrdinalIgnoreCase), $"{word} in {where}:\n{Around(what, word)}"));
        }
    }

    private static string Around(string text, string found)
    {
        var at = Math.Max(0, text.IndexOf(found, StringComparison.OrdinalIgnoreCase));
        return text[Math.Max(0, at - 300)..Math.Min(text.Length, at + 200)];
    }
}
