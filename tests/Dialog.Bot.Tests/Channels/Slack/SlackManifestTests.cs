using System.Text.Json;
using System.Text.Json.Nodes;
using Dialog.Bot.Channels.Slack;
using Json.Schema;
using YamlDotNet.Serialization;

namespace Dialog.Bot.Tests.Channels.Slack;

public sealed class SlackManifestTests
{
    private static readonly JsonSchema Schema = JsonSchema.FromFile(Path.Combine(AppContext.BaseDirectory, "Payloads", "slack", "manifest.schema.json"), new BuildOptions { Dialect = Dialect.Draft07 });

    public static TheoryData<string> Manifests => [SlackManifest.For(new Uri("https://dialog.almby.example/bot/")), SlackManifest.ForSocketMode()];

    [Theory]
    [MemberData(nameof(Manifests))]
    public void Slack_would_take_the_manifest(string yaml)
    {
        var result = Schema.Evaluate(JsonSerializer.SerializeToElement(Json(yaml)), new EvaluationOptions { OutputFormat = OutputFormat.List });

        Assert.True(result.IsValid, string.Join('\n', (result.Details ?? []).Where(detail => detail.Errors is not null).SelectMany(detail => detail.Errors!.Select(error => $"{detail.InstanceLocation}: {error.Value}"))));
    }

    [Fact]
    public void A_mistake_in_the_manifest_would_be_seen()
    {
        var manifest = Json(SlackManifest.ForSocketMode());
        manifest["features"]!["app_home"]!["home_tab_enabled"] = "yes";

        Assert.False(Schema.Evaluate(JsonSerializer.SerializeToElement(manifest)).IsValid);
    }

    [Fact]
    public void The_addresses_are_the_programs_own()
    {
        var manifest = Json(SlackManifest.For(new Uri("https://dialog.almby.example/")));

        Assert.Equal("https://dialog.almby.example/slack/events", (string?)manifest["settings"]!["event_subscriptions"]!["request_url"]);
        Assert.Equal("https://dialog.almby.example/slack/interactions", (string?)manifest["settings"]!["interactivity"]!["request_url"]);
        Assert.Equal("https://dialog.almby.example/slack/commands", (string?)manifest["features"]!["slash_commands"]![0]!["url"]);
        Assert.Equal("https://dialog.almby.example/slack/oauth/callback", (string?)manifest["oauth_config"]!["redirect_urls"]![0]);
    }

    [Fact]
    public void Every_shortcut_is_one_the_program_knows() =>
        Assert.Equal(
            [SlackWindows.AnswerShortcut, SlackWindows.ReactionShortcut],
            Json(SlackManifest.ForSocketMode())["features"]!["shortcuts"]!.AsArray().Select(shortcut => (string)shortcut!["callback_id"]!));

    [Fact]
    public void Socket_mode_needs_no_address()
    {
        var manifest = Json(SlackManifest.ForSocketMode());

        Assert.True((bool)manifest["settings"]!["socket_mode_enabled"]!);
        Assert.DoesNotContain("https://", manifest.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Scopes_and_events_are_those_the_program_uses()
    {
        var manifest = Json(SlackManifest.ForSocketMode());

        Assert.Equal(SlackScopes.Needed, Names(manifest["oauth_config"]!["scopes"]!["bot"]!));
        Assert.Equal(SlackScopes.Optional, Names(manifest["oauth_config"]!["scopes"]!["bot_optional"]!));
        Assert.Equal(SlackScopes.Events, Names(manifest["settings"]!["event_subscriptions"]!["bot_events"]!));
    }

    private static IEnumerable<string> Names(JsonNode array) => array.AsArray().Select(name => (string)name!);

    private static JsonNode Json(string yaml)
    {
        var manifest = new DeserializerBuilder().WithAttemptingUnquotedStringTypeDeserialization().Build().Deserialize<object>(yaml);
        return JsonNode.Parse(new SerializerBuilder().JsonCompatible().Build().Serialize(manifest))!;
    }
}
