using System.Buffers.Binary;
using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dialog.Bot.Channels.Teams;
using Json.Schema;

namespace Dialog.Bot.Tests.Channels.Teams;

public sealed class TeamsManifestTests
{
    private static readonly Guid App = new("6f1d6c1e-6f0f-4b0e-9a57-0d1a10600001");

    private static readonly Dictionary<string, byte[]> Files = Unpack(TeamsManifest.Pack(App, new Uri("https://dialog.almby.example/bot/")));

    [Fact]
    public void The_package_holds_its_files_at_the_root() => Assert.Equal(["color.png", "en.json", "manifest.json", "outline.png", "sv.json"], Files.Keys.Order());

    [Theory]
    [InlineData("manifest.json", "MicrosoftTeams.schema.json")]
    [InlineData("sv.json", "MicrosoftTeams.Localization.schema.json")]
    [InlineData("en.json", "MicrosoftTeams.Localization.schema.json")]
    public void Teams_would_take_the_file(string file, string schema) => Assert.Equal([], Problems(schema, Json(file)));

    [Fact]
    public void A_mistake_in_the_manifest_would_be_seen()
    {
        var manifest = Json("manifest.json");
        manifest["bots"]![0]!["scopes"] = new JsonArray("personal", "everywhere");

        Assert.NotEqual([], Problems("MicrosoftTeams.schema.json", manifest));
    }

    [Fact]
    public void Identity_and_addresses_are_the_programs_own()
    {
        var manifest = Json("manifest.json");

        Assert.Equal(App.ToString(), (string?)manifest["id"]);
        Assert.Equal(App.ToString(), (string?)manifest["bots"]![0]!["botId"]);
        Assert.Equal("dialog.almby.example", (string?)manifest["validDomains"]![0]);
        Assert.Equal("https://dialog.almby.example/bot/privacy", (string?)manifest["developer"]!["privacyUrl"]);
        Assert.DoesNotContain("dialog.example.com", manifest.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void With_single_sign_on_the_package_names_the_providers_application_and_Teams_would_take_it()
    {
        var manifest = JsonNode.Parse(Unpack(TeamsManifest.Pack(App, new Uri("https://dialog.almby.example"), new Guid("9b1d6c1e-6f0f-4b0e-9a57-0d1a10600009")))["manifest.json"])!;

        Assert.Equal([], Problems("MicrosoftTeams.schema.json", manifest));
        Assert.Equal("api://dialog.almby.example/9b1d6c1e-6f0f-4b0e-9a57-0d1a10600009", (string?)manifest["webApplicationInfo"]!["resource"]);
        Assert.Null(Json("manifest.json")["webApplicationInfo"]);
    }

    [Fact]
    public void A_package_that_is_uploaded_anew_has_the_version_asked_for_and_nothing_else_changes()
    {
        var anew = JsonNode.Parse(Unpack(TeamsManifest.Pack(App, new Uri("https://dialog.almby.example/bot/"), version: "0.2.10"))["manifest.json"])!;

        Assert.Equal([], Problems("MicrosoftTeams.schema.json", anew));
        Assert.Equal("0.2.10", (string?)anew["version"]);
        anew["version"] = (string?)Json("manifest.json")["version"];
        Assert.Equal(Json("manifest.json").ToJsonString(), anew.ToJsonString());
    }

    [Theory]
    [InlineData("color", 192)]
    [InlineData("outline", 32)]
    public void Icons_have_the_size_Teams_wants(string icon, int size)
    {
        var png = Files[(string)Json("manifest.json")["icons"]![icon]!];

        Assert.Equal([0x89, 0x50, 0x4E, 0x47], png[..4]);
        Assert.Equal((size, size), (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20))));
    }

    [Fact]
    public void Everything_a_person_reads_is_there_in_both_languages()
    {
        Assert.Equal(Json("sv.json").AsObject().Select(text => text.Key), Json("en.json").AsObject().Select(text => text.Key));
        var commands = Json("manifest.json")["bots"]![0]!["commandLists"]!.AsArray().SelectMany((list, i) => list!["commands"]!.AsArray().Select((_, j) => $"bots[0].commandLists[{i}].commands[{j}].title"));
        Assert.All(commands, command => Assert.NotNull(Json("en.json")[command]));
        var actions = Json("manifest.json")["composeExtensions"]![0]!["commands"]!.AsArray().SelectMany((_, i) => (string[])[$"composeExtensions[0].commands[{i}].title", $"composeExtensions[0].commands[{i}].description"]);
        Assert.All([.. actions, "staticTabs[1].name"], key => Assert.NotNull(Json("en.json")[key]));
    }

    [Theory]
    [InlineData("teams", "--app-id", "dialog", "--url", "https://dialog.almby.example")]
    [InlineData("teams", "--app-id", "00000000-0000-0000-0000-000000000000", "--url", "https://dialog.almby.example")]
    [InlineData("teams", "--app-id", "6f1d6c1e-6f0f-4b0e-9a57-0d1a10600001", "--url", "http://dialog.almby.example")]
    [InlineData("teams", "--app-id", "6f1d6c1e-6f0f-4b0e-9a57-0d1a10600001", "--url", "dialog.almby.example")]
    [InlineData("teams", "--app-id", "6f1d6c1e-6f0f-4b0e-9a57-0d1a10600001", "--url", "https://dialog.almby.example", "--sso-client-id", "dialog")]
    [InlineData("teams", "--app-id", "6f1d6c1e-6f0f-4b0e-9a57-0d1a10600001", "--url", "https://dialog.almby.example", "--version", "2")]
    [InlineData("teams", "--app-id", "6f1d6c1e-6f0f-4b0e-9a57-0d1a10600001", "--url", "https://dialog.almby.example", "--version", "1.0.01")]
    public void A_package_that_Teams_would_refuse_is_not_made(params string[] args)
    {
        Assert.Equal(1, ManifestCommand.Print(args));
        Assert.False(File.Exists("dialog-teams.zip"));
    }

    [Theory]
    [InlineData]
    [InlineData("temas")]
    [InlineData("slack")]
    [InlineData("slack", "--socket", "now")]
    [InlineData("teams")]
    [InlineData("teams", "--app-id", "6f1d6c1e-6f0f-4b0e-9a57-0d1a10600001", "--url", "https://dialog.almby.example", "--sso")]
    public void A_command_that_is_not_understood_ends_as_every_other_does(params string[] args) => Assert.Equal(2, ManifestCommand.Print(args));

    private static JsonNode Json(string file) => JsonNode.Parse(Files[file])!;

    /// <summary>Microsoft writes draft 4; what is used of it means the same in draft 7.</summary>
    private static IEnumerable<string> Problems(string schema, JsonNode file)
    {
        var text = JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Payloads", "teams", schema)))!.AsObject();
        text.Remove("$schema");
        text.Remove("id");
        var result = JsonSchema.FromText(text.ToJsonString(), new BuildOptions { Dialect = Dialect.Draft07 }).Evaluate(JsonSerializer.SerializeToElement(file), new EvaluationOptions { OutputFormat = OutputFormat.List });
        return result.IsValid ? [] : [.. (result.Details ?? []).Where(detail => detail.Errors is not null).SelectMany(detail => detail.Errors!.Select(error => $"{detail.InstanceLocation}: {error.Value}"))];
    }

    private static Dictionary<string, byte[]> Unpack(byte[] package)
    {
        using var zip = new ZipArchive(new MemoryStream(package));
        return zip.Entries.ToDictionary(entry => entry.FullName, entry =>
        {
            using var file = entry.Open();
            using var bytes = new MemoryStream();
            file.CopyTo(bytes);
            return bytes.ToArray();
        });
    }
}
