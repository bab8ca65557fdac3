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
