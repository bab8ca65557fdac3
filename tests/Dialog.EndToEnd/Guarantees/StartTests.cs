using System.Net;
using System.Net.Sockets;
using Dialog.EndToEnd.Running;
using Dialog.EndToEnd.Slack;

namespace Dialog.EndToEnd.Guarantees;

/// <summary>A start that cannot succeed ends with one line that says why.</summary>
public sealed class StartTests
{
    [Fact]
    public async Task A_port_that_is_taken()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;

        await AssertGivesUpAsync($"{port}", ("Urls", $"http://127.0.0.1:{port}"));
    }

    [Fact]
    public async Task A_data_folder_that_cannot_be_written()
    {
        var file = Path.GetTempFileName();
        try
        {
            await AssertGivesUpAsync(file, ("Storage__ConnectionString", $"Data Source={file}/data/dialog.db"));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task An_address_beyond_this_machine_without_a_way_to_sign_in() =>
        await AssertGivesUpAsync("Desk:Token", ("Urls", $"http://0.0.0.0:{FreePort.Take()}"), ("Desk__Token", ""));

    [Fact]
    public async Task A_certificate_that_is_not_there_or_is_none()
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, "no certificate", TestContext.Current.CancellationToken);
            foreach (var path in (string[])[file, $"{file}.pfx"])
            {
                await AssertGivesUpAsync("Kestrel:Certificates", ("Urls", $"https://127.0.0.1:{FreePort.Take()}"), ("Kestrel__Certificates__Default__Path", path));
            }
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory]
    [InlineData("Slack:ApiUrl", "http://example.com/api/")]
    [InlineData("Slack:ApiUrl", "no address")]
    [InlineData("Teams:OpenIdMetadata", "http://example.com/metadata")]
    [InlineData("Teams:TokenEndpoint", "http://example.com/token")]
    [InlineData("Organisation:TimeZone", "Europe/Atlantis")]
    [InlineData("Storage:Provider", "Oracle")]
    [InlineData("Storage:ConnectionString", "")]
    [InlineData("Storage:ConnectionString", "no connection string")]
    [InlineData("Storage:ConnectionString", "Data Source=:memory:")]
    [InlineData("Teams:TenantId", "not/a tenant")]
    [InlineData("Teams:ServiceUrls", "http://example.com")]
    [InlineData("Teams:AppId", "")]
    [InlineData("Urls", "http://192.0.2.1:5080")]
    [InlineData("Interview:QuietWindow", "45")]
    [InlineData("Slack:MessagesPerMinute", "abc")]
    [InlineData("Slack:MessagesPerMinute", "0")]
    [InlineData("Webhooks:AllowPrivate", "ja")]
    [InlineData("Logging:LogLevel:Dialog", "Verbose")]
    [InlineData("Logging:Console:LogLevel:Default", "Loud")]
    [InlineData("Urls", "http://localhost:5080/dialog")]
    [InlineData("Urls", "http://localhost:0")]
    [InlineData("Urls", "")]
    [InlineData("Kestrel:Endpoints:Web:Url", "")]
    public async Task A_value_that_cannot_work(string key, string value)
    {
        var line = await ProgramUnderTest.GivesUpAsync(Settings(
            (key.Replace(":", "__", StringComparison.Ordinal), value),
            ("Slack__BotToken", FakeSlack.BotToken),
            ("Slack__SigningSecret", FakeSlack.SigningSecret),
            ("Teams__AppId", Teams.FakeTeams.AppId),
            ("Teams__AppPassword", Teams.FakeTeams.AppPassword),
            ("Teams__TenantId", Teams.FakeTeams.Tenant)));

        AssertTells(key, line);
    }

    [Fact]
    public async Task An_https_address_without_a_certificate() =>
        await AssertGivesUpAsync("Kestrel:Certificates:Default", ("Urls", $"https://127.0.0.1:{FreePort.Take()}"), ("HOME", Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N"))));

    [Theory]
    [InlineData]
    [InlineData("backup", "never.zip")]
    [InlineData("restore", "never.zip")]
    public async Task A_comma_too_many_in_a_file_of_settings(params string[] command)
    {
        var (exitCode, output) = await WithUserSecretsAsync("""{ "Organisation": { "Language": "en",, } }""", [], command);

        Assert.Equal(1, exitCode);
        AssertTells("secrets.json", output);
    }

    [Fact]
    public async Task User_secrets_count_and_the_environment_goes_before_them()
    {
        const string Secrets = """{ "Organisation": { "Language": "fi" } }""";

        var counted = await WithUserSecretsAsync(Secrets, [], "check");
        var outdone = await WithUserSecretsAsync(Secrets, [("Organisation__Language", "en")], "check");

        Assert.Equal((1, 0), (counted.ExitCode, outdone.ExitCode));
        AssertTells("Organisation:Language: ”fi”", counted.Output);
    }

    private static async Task<(int ExitCode, string Output)> WithUserSecretsAsync(string secrets, (string Key, string Value)[] settings, params string[] command)
    {
        var home = Directory.CreateTempSubdirectory("dialog-secrets-");
        try
        {
            var folder = home.CreateSubdirectory(Path.Combine("Microsoft", "UserSecrets", "dialog"));
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "secrets.json"), secrets, TestContext.Current.CancellationToken);
            return await ProgramUnderTest.EndsAsync(Settings([("APPDATA", home.FullName), .. settings]), command);
        }
        finally
        {
            home.Delete(recursive: true);
        }
    }

    /// <param name="names">What the line must name.</param>
    /// <param name="settings">The first of a key counts.</param>
    private static async Task AssertGivesUpAsync(string names, params (string Key, string Value)[] settings)
    {
        var (exitCode, output) = await ProgramUnderTest.EndsAsync(Settings(settings));

        Assert.NotEqual(0, exitCode);
        AssertTells(names, output);
    }

    private static Dictionary<string, string> Settings(params (string Key, string Value)[] settings) => settings.DistinctBy(setting => setting.Key).ToDictionary(setting => setting.Key, setting => setting.Value);

    private static void AssertTells(string names, string output)
    {
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
        var line = Assert.Single(output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        Assert.Contains(names, line, StringComparison.Ordinal);
    }
}
