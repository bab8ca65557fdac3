using System.IO.Compression;
using System.Web;
using Dialog.EndToEnd.Interviews;
using Dialog.EndToEnd.Running;
using Dialog.EndToEnd.Slack;
using Microsoft.Data.Sqlite;

namespace Dialog.EndToEnd.Guarantees;

/// <summary>The sub-commands <c>backup</c> and <c>restore</c>.</summary>
public sealed class BackupTests : IDisposable
{
    private const string User = "U0MANAGER1";

    private readonly DirectoryInfo shelf = Directory.CreateTempSubdirectory("dialog-backups-");

    private string BackupFile => Path.Combine(shelf.FullName, "dialog.zip");

    public void Dispose() => shelf.Delete(recursive: true);

    [Fact]
    public async Task Taken_while_people_talk_and_put_back_on_a_lost_disk_the_talk_goes_on_and_the_stored_token_works()
    {
        await using var slack = await FakeSlack.StartAsync();
        await using var program = await ProgramUnderTest.StartAsync(slack.InstallSettings);
        await InstallAsync(slack, program);
        var person = new SlackSender(slack, program, User);
        var assignment = await program.Api.OpenAsync(new SeedInterview().OrderFor(await program.Api.AddPersonAsync("slack", FakeSlack.Team, User)));
        await slack.WaitForMessageAsync(person.Channel);
        await person.SayAsync("Kommunikation handlar om möten.");

        var backup = program.CommandAsync("backup", BackupFile);
        for (var said = 1; !backup.IsCompleted; said++)
        {
            await person.SayAsync($"Mening nummer {said} kommer medan kopian tas.");
        }

        var (exitCode, output) = await backup;
        Assert.True(exitCode == 0, output);
        AssertOnlyTheOwnerReads(BackupFile);
        await program.KillAsync();
        LoseDisk(program);

        (exitCode, output) = await program.CommandAsync("restore", BackupFile);

        Assert.True(exitCode == 0, output);
        Assert.Contains("before-restore-", output, StringComparison.Ordinal);
        await program.StartAgainAsync();
        var before = slack.BotPosts(person.Channel).Count;
        await person.SayAsync("hjälp");
        await slack.WaitForMessageAsync(person.Channel, skip: before);
        Assert.Equal("Kommunikation handlar om möten.", (await Transcript.OfAsync(program, assignment)).FromPerson[0]);
        Assert.Equal("not a database", await File.ReadAllTextAsync(Assert.Single(Directory.GetFiles(Assert.Single(Directory.GetDirectories(program.DataFolder, "before-restore-*")), "dialog.db")), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task What_was_sent_after_the_backup_is_not_sent_again_after_the_restore()
    {
        await using var slack = await FakeSlack.StartAsync();
        await using var program = await ProgramUnderTest.StartAsync(slack.Settings);
        var person = new SlackSender(slack, program, User);
        slack.Faults.Next("chat.postMessage", new Fault.RateLimited(10));
        await person.SayAsync("hjälp");
        await slack.WaitForCallsAsync("chat.postMessage", 1);
        var (exitCode, output) = await program.CommandAsync("backup", BackupFile);
        Assert.True(exitCode == 0, output);
        Assert.Empty(slack.BotPosts(person.Channel));
        await slack.WaitForMessageAsync(person.Channel);
        await program.KillAsync();

        (exitCode, output) = await program.CommandAsync("restore", BackupFile);
        Assert.True(exitCode == 0, output);
        await program.StartAgainAsync();
        await person.SayAsync("hjälp");
        await slack.WaitForMessageAsync(person.Channel, skip: 1);

        Assert.Equal(2, slack.BotPosts(person.Channel).Count);
        Assert.Contains(slack.Calls, call => call.Method == "conversations.history");
    }

    [Fact]
    public async Task Nothing_is_restored_under_a_running_program()
    {
        await using var program = await ProgramUnderTest.StartAsync();
        await program.CommandAsync("backup", BackupFile);
        var before = program.StoreFingerprint();

        var (exitCode, output) = await program.CommandAsync("restore", BackupFile);

        Assert.Equal((1, before), (exitCode, program.StoreFingerprint()));
        Assert.Contains("Nothing was restored. Dialog is running on", output, StringComparison.Ordinal);
        Assert.Empty(Directory.GetDirectories(program.DataFolder, "*restore*"));
    }

    [Fact]
    public async Task A_backup_is_never_written_over_and_leaves_nothing_behind_when_it_cannot_be_taken()
    {
        await using var program = await ProgramUnderTest.HostAsync();
        await File.WriteAllTextAsync(BackupFile, "yesterday's", TestContext.Current.CancellationToken);

        var existing = await program.CommandAsync("backup", BackupFile);
        var nowhere = await program.CommandAsync("backup", Path.Combine(shelf.FullName, "nowhere", "dialog.zip"));
        var nothing = await ProgramUnderTest.EndsAsync(new Dictionary<string, string>(), "backup", Path.Combine(shelf.FullName, "other.zip"));
        var unnamed = await program.CommandAsync("backup");

        Assert.Equal([1, 1, 1, 2], new[] { existing.ExitCode, nowhere.ExitCode, nothing.ExitCode, unnamed.ExitCode });
        Assert.Contains("exists already", existing.Output, StringComparison.Ordinal);
        Assert.Contains("There is no folder", nowhere.Output, StringComparison.Ordinal);
        Assert.Contains("There is no database", nothing.Output, StringComparison.Ordinal);
        Assert.Contains("Write: backup FILE", unnamed.Output, StringComparison.Ordinal);
        Assert.Equal("yesterday's", await File.ReadAllTextAsync(BackupFile, TestContext.Current.CancellationToken));
        Assert.Single(shelf.GetFileSystemInfos());
    }

    [Fact]
    public async Task What_is_no_backup_of_this_version_is_refused_before_anything_is_touched()
    {
        await using var program = await ProgramUnderTest.HostAsync();
        var good = Path.Combine(shelf.FullName, "good.zip");
        var newer = Path.Combine(shelf.FullName, "newer.zip");
        await program.CommandAsync("backup", good);
        await MarkAsNewerAsync(program);
        await program.CommandAsync("backup", newer);
        await program.StopAsync();
        var before = program.StoreFingerprint();

        foreach (var (flaw, why) in new[]
        {
            ("not a zip", "is damaged"),
            ("another zip", "is not a backup of Dialog"),
            ("a file outside", "is not a backup of Dialog"),
            ("a changed byte", "is damaged"),
            ("a newer schema", "newer version of Dialog (20991231000000_Later)"),
        })
        {
            File.Copy(flaw == "a newer schema" ? newer : good, BackupFile, overwrite: true);
            Spoil(flaw);

            var (exitCode, output) = await program.CommandAsync("restore", BackupFile);

            Assert.Equal((flaw, 1, before), (flaw, exitCode, program.StoreFingerprint()));
            Assert.Contains(why, output, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
            Assert.Empty(Directory.GetDirectories(program.DataFolder, "*restore*"));
        }
    }

    [Fact]
    public async Task PostgreSql_is_left_to_its_own_programs()
    {
        var settings = new Dictionary<string, string> { ["Storage__Provider"] = "PostgreSql", ["Storage__ConnectionString"] = "Host=db.example.com;Database=dialog;Username=bot;Password=hush-hush" };

        var (exitCode, output) = await ProgramUnderTest.EndsAsync(settings, "backup", BackupFile);
        var (restored, how) = await ProgramUnderTest.EndsAsync(settings, "restore", BackupFile);

        Assert.Equal((1, 1), (exitCode, restored));
        Assert.Contains($"dropdb --host=db.example.com --port=5432 --username=postgres dialog && createdb --host=db.example.com --port=5432 --username=postgres --owner=bot dialog && pg_restore --no-owner --single-transaction --host=db.example.com --port=5432 --username=bot --dbname=dialog {BackupFile}", how, StringComparison.Ordinal);
        Assert.Contains($"pg_dump --format=custom --file={BackupFile} --host=db.example.com --port=5432 --username=bot --dbname=dialog", output, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", output + how, StringComparison.Ordinal);
    }

    /// <summary>An administrator who is signed in at the desk installs the app: its token is stored, encrypted.</summary>
    private static async Task InstallAsync(FakeSlack slack, ProgramUnderTest program)
    {
        slack.Grants["code-1"] = new
        {
            ok = true,
            access_token = FakeSlack.BotToken,
            token_type = "bot",
            scope = "chat:write,im:history,im:write,users:read",
            bot_user_id = FakeSlack.BotUser,
            app_id = "A0DIALOG01",
            team = new { id = FakeSlack.Team, name = "Town" },
            is_enterprise_install = false,
            authed_user = new { id = "U0ADMIN001" },
        };
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = program.Address };
        var cookies = new List<string>();
        async Task<HttpResponseMessage> GetAsync(string path)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
            request.Headers.TryAddWithoutValidation("Cookie", string.Join("; ", cookies));
            var answer = await browser.SendAsync(request, TestContext.Current.CancellationToken);
            cookies.AddRange(answer.Headers.TryGetValues("Set-Cookie", out var set) ? set.Select(cookie => cookie.Split(';')[0]) : []);
            return answer;
        }

        using var signedIn = await GetAsync($"/signin?token={ProgramUnderTest.Token}");
        using var begun = await GetAsync("/slack/install");
        using var done = await GetAsync($"/slack/oauth/callback?code=code-1&state={HttpUtility.ParseQueryString(begun.Headers.Location!.Query)["state"]}");
        done.EnsureSuccessStatusCode();
    }

    private static void LoseDisk(ProgramUnderTest program)
    {
        foreach (var file in Directory.GetFiles(program.DataFolder, "dialog.db-*"))
        {
            File.Delete(file);
        }

        Directory.Delete(Path.Combine(program.DataFolder, "keys"), recursive: true);
        File.WriteAllText(Path.Combine(program.DataFolder, "dialog.db"), "not a database");
    }

    private static void AssertOnlyTheOwnerReads(string file)
    {
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }
    }

    private static async Task MarkAsNewerAsync(ProgramUnderTest program)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(program.DataFolder, "dialog.db")};Pooling=false");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = """INSERT INTO "__EFMigrationsHistory" VALUES ('20991231000000_Later', '99.0.0')""";
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    private void Spoil(string flaw)
    {
        switch (flaw)
        {
            case "not a zip":
                File.WriteAllText(BackupFile, "once upon a time");
                break;
            case "another zip":
                File.Delete(BackupFile);
                using (var zip = ZipFile.Open(BackupFile, ZipArchiveMode.Create))
                {
                    zip.CreateEntry("readme.txt");
                }

                break;
            case "a file outside":
                Rewrite("SHA256SUMS", text => text + $"{new string('0', 64)}  ../outside.xml\n");
                break;
            case "a changed byte":
                Rewrite("SHA256SUMS", text => (text[0] == 'f' ? '0' : 'f') + text[1..]);
                break;
        }
    }

    private void Rewrite(string name, Func<string, string> change)
    {
        using var zip = ZipFile.Open(BackupFile, ZipArchiveMode.Update);
        string text;
        using (var reader = new StreamReader(zip.GetEntry(name)!.Open()))
        {
            text = reader.ReadToEnd();
        }

        zip.GetEntry(name)!.Delete();
        using var writer = new StreamWriter(zip.CreateEntry(name).Open());
        writer.Write(change(text));
    }
}
