using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Dialog.EndToEnd.Interviews;
using Dialog.EndToEnd.Running;
using Dialog.EndToEnd.Slack;

namespace Dialog.EndToEnd.Guarantees;

public sealed class MetricsTests
{
    [Fact]
    public async Task Turns_deliveries_and_what_waits_are_counted_and_nobodys_words_or_names_are_told()
    {
        await using var slack = await FakeSlack.StartAsync();
        await using var program = await ProgramUnderTest.StartAsync(slack.Settings);
        var person = new SlackSender(slack, program, "U0CANARY01");
        var message = person.Message("kanariefågel");
        await (await person.DeliverAsync(message)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        await (await person.DeliverAsync(message, retry: 1)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        await slack.WaitForMessageAsync(person.Channel);
        slack.Faults.Next("chat.postMessage", new Fault.RateLimited(600));
        await person.SayAsync("hjälp");
        await slack.WaitForCallsAsync("chat.postMessage", 2);

        var page = await UntilAsync(program, text => Value(text, "dialog_outbox_messages", "Pending") is 1);

        Assert.Equal(2, Value(page, "dialog_turns_total", "Said", "new"));
        Assert.Equal(1, Value(page, "dialog_turns_total", "Said", "known"));
        Assert.Equal(1, Value(page, "dialog_deliveries_total", "slack", "Sent"));
        Assert.Equal(1, Value(page, "dialog_deliveries_total", "slack", "Again"));
        Assert.Equal(1, Value(page, "dialog_delivery_delay_seconds_count", "slack"));
        Assert.InRange(Value(page, "dialog_outbox_age_seconds", "Pending") ?? -1, 0, 60);
        Assert.True(Value(page, "http_server_request_duration_seconds_count", "/slack/events", "200") >= 3);
        foreach (var secret in new[] { "kanariefågel", "U0CANARY01", "Mattias", FakeSlack.BotToken, FakeSlack.SigningSecret, ProgramUnderTest.Token })
        {
            Assert.DoesNotContain(secret, page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Every_metric_and_label_that_the_dashboard_and_the_alerts_name_is_told()
    {
        await using var slack = await FakeSlack.StartAsync();
        await using var program = await ProgramUnderTest.StartAsync(slack.Settings, new Dictionary<string, string> { ["Interview__QuietWindow"] = "00:00:01", ["Interview__WholeAnswerWindow"] = "00:00:01" });
        var clerk = new SlackSender(slack, program, "U0CLERK001");
        slack.Faults.Next("chat.postMessage", new Fault.Refuses("unknown_method"));
        await program.Api.OpenAsync(new SeedInterview().OrderFor(await program.Api.AddPersonAsync("slack", FakeSlack.Team, clerk.User)));
        await slack.WaitForCallsAsync("chat.postMessage", 1);
        var person = new SlackSender(slack, program, "U0MANAGER1");
        await program.Api.OpenAsync(new SeedInterview().OrderFor(await program.Api.AddPersonAsync("slack", FakeSlack.Team, "U0MANAGER1")));
        await slack.WaitForMessageAsync(person.Channel);
        await person.SayAsync("kör");
        await slack.WaitForMessageAsync(person.Channel, skip: 1);
        slack.Faults.Next("chat.postMessage", new Fault.RateLimited(600));
        await person.SayAsync("Vi bygger om torget för att barnen ska kunna leka där.");

        // What is told of Socket Mode is told where it is used (SlackSocketTests).
        var named = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "observing")).SelectMany(file => Regex.Matches(File.ReadAllText(file), "(dialog|http|dotnet)(_[a-z]+)+")).Select(match => match.Value).Distinct().Where(name => !name.StartsWith("dialog_socket_", StringComparison.Ordinal)).ToList();

        Assert.True(named.Count > 12);
        await UntilAsync(program, page => named.TrueForAll(name => Regex.IsMatch(page, $"^{name}[ {{]|[{{,]{name}=", RegexOptions.Multiline)));
    }

    [Fact]
    public async Task Where_other_machines_can_ask_the_token_is_needed()
    {
        await using var program = await ProgramUnderTest.HostAsync(new Dictionary<string, string> { ["Urls"] = $"http://0.0.0.0:{FreePort.Take()}" });
        using var ask = new HttpRequestMessage(HttpMethod.Get, "/metrics") { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", ProgramUnderTest.Token) } };

        using var refused = await program.Http.GetAsync(new Uri("/metrics", UriKind.Relative), TestContext.Current.CancellationToken);
        using var told = await program.Http.SendAsync(ask, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        Assert.Equal(HttpStatusCode.OK, told.StatusCode);
    }

    private static async Task<string> UntilAsync(ProgramUnderTest program, Func<string, bool> fits)
    {
        for (var since = System.Diagnostics.Stopwatch.StartNew(); ; await Task.Delay(100, TestContext.Current.CancellationToken))
        {
            var page = await program.Http.GetStringAsync(new Uri("/metrics", UriKind.Relative), TestContext.Current.CancellationToken);
            if (fits(page))
            {
                return page;
            }

            Assert.True(since.Elapsed < Patience.Limit, page);
        }
    }

    /// <summary>The value of the line with that name whose labels hold all of these; null when there is none.</summary>
    private static double? Value(string page, string name, params string[] labels) => page.Split('\n')
        .Where(line => line.StartsWith(name + "{", StringComparison.Ordinal) && labels.All(label => line.Contains($"=\"{label}\"", StringComparison.Ordinal)))
        .Select(line => (double?)double.Parse(Regex.Match(line, @"\} (\S+)").Groups[1].Value, CultureInfo.InvariantCulture))
        .FirstOrDefault();
}
