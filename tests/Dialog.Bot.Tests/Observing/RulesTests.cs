using System.Net;
using System.Text.RegularExpressions;
using Dialog.Bot.Tests.Support;
using YamlDotNet.RepresentationModel;

namespace Dialog.Bot.Tests.Observing;

/// <summary>Who is called out of bed by <c>deploy/observing/rules.yml</c>, and for what.</summary>
public sealed class RulesTests
{
    [Fact]
    public async Task Refused_events_are_those_of_the_platforms_and_the_chat_and_not_a_page_that_is_not_set_up()
    {
        await using var site = await OpenSite.OpenAsync();
        var named = new Regex($"^({Regex.Match(Rule("DialogRefusesEvents").Expression, "http_route=~\"([^\"]+)\"").Groups[1].Value})$", RegexOptions.NonBacktracking);

        var watched = site.Routes.Where(route => named.IsMatch(route.RoutePattern.RawText!)).Select(route => route.RoutePattern.RawText!.TrimStart('/')).Distinct();
        using var tab = await site.Browser().GetAsync(new Uri("/teams/tab/mine?locale=en-GB", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(["api/messages", "chat/arrive", "chat/choices", "chat/messages", "slack/commands", "slack/events", "slack/interactions"], watched.Order());
        Assert.Equal(HttpStatusCode.NotFound, tab.StatusCode);
        Assert.Contains("Signing in from Teams is not set up", await tab.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    /// <summary>An event has a key; an order over REST need not have one, and would be done twice.</summary>
    [Fact]
    public async Task The_proxy_sends_to_the_other_program_what_has_a_key_and_nothing_else_that_may_have_been_done()
    {
        await using var site = await OpenSite.OpenAsync();
        var conf = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "replicas", "nginx.conf"), TestContext.Current.CancellationToken);
        var again = Assert.Single(Regex.Matches(conf, @"location ~ (\S+) \{[^}]*non_idempotent[^}]*\}")).Groups[1].Value;

        Assert.Single(Regex.Matches(conf, "non_idempotent"));
        Assert.Equal(
            ["api/messages", "chat/arrive", "chat/choices", "chat/messages", "slack/commands", "slack/events", "slack/interactions"],
            site.Routes.Select(route => route.RoutePattern.RawText!.TrimStart('/')).Where(path => Regex.IsMatch($"/{path}", again, RegexOptions.NonBacktracking)).Distinct().Order());
    }

    [Fact]
    public void What_comes_by_Socket_Mode_is_watched_like_what_comes_to_the_addresses()
    {
        Assert.Contains("dialog_socket_acknowledgement_seconds_bucket", Rule("DialogAcknowledgesSlowly").Expression, StringComparison.Ordinal);
        Assert.Contains("dialog_socket_envelopes_total{dialog_outcome=\"failed\"}", Rule("DialogRefusesEvents").Expression, StringComparison.Ordinal);
        Assert.Equal(("sum(dialog_socket_lines) == 0", "page"), Rule("DialogSlackSilent"));
    }

    [Fact]
    public void Another_programs_receiver_that_is_out_wakes_nobody()
    {
        Assert.Equal("page", Rule("DialogMessagesWait").Severity);
        Assert.Contains("dialog_channel!=\"webhook\"", Rule("DialogMessagesWait").Expression, StringComparison.Ordinal);
        Assert.Equal("ticket", Rule("DialogWebhooksWait").Severity);
        Assert.Contains("dialog_channel=\"webhook\"", Rule("DialogWebhooksWait").Expression, StringComparison.Ordinal);
    }

    private static (string Expression, string Severity) Rule(string name)
    {
        var yaml = new YamlStream();
        using (var file = File.OpenText(Path.Combine(AppContext.BaseDirectory, "observing", "rules.yml")))
        {
            yaml.Load(file);
        }

        var rule = yaml.Documents[0].RootNode["groups"][0]["rules"] is YamlSequenceNode rules ? rules.Single(rule => rule["alert"].ToString() == name) : throw new InvalidOperationException("No rules.");
        return (rule["expr"].ToString(), rule["labels"]["severity"].ToString());
    }
}
