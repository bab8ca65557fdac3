using Dialog.EndToEnd.Running;
using Dialog.EndToEnd.Slack;
using Dialog.EndToEnd.Teams;

namespace Dialog.EndToEnd.Guarantees;

/// <summary>The sub-commands of the program.</summary>
public sealed class CheckTests
{
    [Fact]
    public async Task Check_finds_everything_in_order_and_changes_nothing()
    {
        await using var slack = await FakeSlack.StartAsync();
        await using var teams = await FakeTeams.StartAsync();

        var (exitCode, output) = await ProgramUnderTest.EndsAsync(slack.Settings.Concat(teams.Settings).ToDictionary(), "check");

        Assert.True(exitCode == 0, output);
        Assert.All(["Store", "Slack", "Teams"], name => Assert.Contains($"ok      {name}", output, StringComparison.Ordinal));
        Assert.Equal(["auth.test"], slack.Calls.Select(call => call.Method));
    }

    [Fact]
    public async Task Check_says_which_credentials_do_not_work()
    {
        await using var slack = await FakeSlack.StartAsync();
        await using var teams = await FakeTeams.StartAsync();
        var settings = slack.Settings.Concat(teams.Settings).ToDictionary();
        slack.Faults.Next("auth.test", new Fault.Refuses("token_revoked"));
        settings["Teams__TokenEndpoint"] = $"http://127.0.0.1:{FreePort.Take()}/token";

        var (exitCode, output) = await ProgramUnderTest.EndsAsync(settings, "check");

        Assert.Equal(1, exitCode);
        Assert.Contains("mend    Slack  Slack:BotToken: the bot token was revoked", output, StringComparison.Ordinal);
        Assert.Contains("mend    Teams  no token for the connector", output, StringComparison.Ordinal);
        Assert.DoesNotContain("xoxb-", output, StringComparison.Ordinal);
        Assert.DoesNotContain(FakeTeams.AppPassword, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_tells_a_newcomer_what_is_not_configured()
    {
        var (exitCode, output) = await ProgramUnderTest.EndsAsync(new Dictionary<string, string>(), "check");

        Assert.Equal(0, exitCode);
        Assert.Contains("Slack:SigningSecret and Slack:BotToken", output, StringComparison.Ordinal);
        Assert.Contains("Teams:AppId", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_or_a_folder_named_from_the_root_is_no_setting_and_takes_none_away()
    {
        var folder = Directory.CreateTempSubdirectory("dialog-commands-");
        try
        {
            var (people, store) = (Path.Combine(folder.FullName, "people.csv"), Path.Combine(folder.FullName, "other.db"));
            await File.WriteAllTextAsync(people, "name\nÅsa Öberg\n", TestContext.Current.CancellationToken);

            var imported = await ProgramUnderTest.EndsAsync(new Dictionary<string, string>(), "import-people", people, "--Storage:ConnectionString", $"Data Source={store}");
            var exported = await ProgramUnderTest.EndsAsync(new Dictionary<string, string>(), "export", Path.Combine(folder.FullName, "copies"), "--format", "exe");

            Assert.True(imported.ExitCode == 0, imported.Output);
            Assert.True(File.Exists(store));
            Assert.Equal(2, exported.ExitCode);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("verify-audit")]
    [InlineData("doctor")]
    [InlineData("retain")]
    public async Task A_server_that_is_down_is_said_to_be_and_not_to_be_empty(string command)
    {
        var settings = new Dictionary<string, string> { ["Storage__Provider"] = "PostgreSql", ["Storage__ConnectionString"] = "Host=127.0.0.1;Port=1;Database=dialog;Username=bot;Password=hush-hush" };

        var (exitCode, output) = await ProgramUnderTest.EndsAsync(settings, command);

        Assert.Equal(1, exitCode);
        Assert.Contains("PostgreSQL cannot be used", output, StringComparison.Ordinal);
        Assert.Equal(command == "doctor", output.Contains("ok      Slack", StringComparison.Ordinal));
        Assert.DoesNotContain("yet: start Dialog once", output, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--help", 0)]
    [InlineData("chekc", 2)]
    public async Task Help_lists_the_sub_commands(string argument, int expected)
    {
        var (exitCode, output) = await ProgramUnderTest.EndsAsync(new Dictionary<string, string>(), argument);

        Assert.Equal(expected, exitCode);
        Assert.Contains("-- check", output, StringComparison.Ordinal);
    }
}
