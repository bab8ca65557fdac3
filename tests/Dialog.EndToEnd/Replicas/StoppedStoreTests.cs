using System.Diagnostics;
using System.Net;
using Dialog.EndToEnd.BadInput;
using Dialog.EndToEnd.Running;

namespace Dialog.EndToEnd.Replicas;

/// <summary>A PostgreSQL that goes away under a running program: whoever only reads is told so, too, and when to come again.</summary>
[Trait("store", "PostgreSql")]
public sealed class StoppedStoreTests
{
    private const int RetryAfter = 5;

    [Fact]
    public async Task What_is_read_while_the_server_is_stopped_is_refused_with_when_to_come_again_and_the_log_says_so_in_a_line()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("DIALOG_TEST_POSTGRESQL") is { Length: > 0 }, "Needs PostgreSQL: DIALOG_TEST_POSTGRESQL.");
        var folder = Directory.CreateTempSubdirectory("dialog-e2e-server-");
        try
        {
            var server = await RunAsync("start", folder.FullName, "fsync=off");
            await using var program = await ProgramUnderTest.HostAsync(new Dictionary<string, string> { ["Storage__Provider"] = "PostgreSql", ["Storage__ConnectionString"] = server });
            using var desk = await SignedInAsync(program);
            var person = await program.Api.AddPersonAsync("web", "web", "visitor-1");
            string[] reads = ["people", $"people/{person}", $"people/{person}/data", "assignments", "assignments/unknown", "drafts", "series", "audit"];
            foreach (var path in reads)
            {
                using var answer = await program.Api.GetAsync(path);
                Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.NotFound, path);
            }

            await RunAsync("stop", folder.FullName);
            foreach (var path in reads)
            {
                using var answer = await program.Api.GetAsync(path);
                Assert.True(answer.StatusCode == HttpStatusCode.ServiceUnavailable, $"{path}: {answer.StatusCode}\n{program.Output}");
                Assert.Equal(TimeSpan.FromSeconds(RetryAfter), answer.Headers.RetryAfter?.Delta);
                Assert.Contains("application/problem+json", answer.Content.Headers.ContentType?.ToString(), StringComparison.Ordinal);
            }

            foreach (var path in (string[])["/", "/assignments/unknown", "/people"])
            {
                using var page = await desk.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
                Assert.True(page.StatusCode == HttpStatusCode.ServiceUnavailable, $"{path}: {page.StatusCode}\n{program.Output}");
                Assert.Equal(TimeSpan.FromSeconds(RetryAfter), page.Headers.RetryAfter?.Delta);
            }

            Assert.Contains("The store cannot be used: ", program.Output, StringComparison.Ordinal);
            Assert.DoesNotContain("   at Dialog.", program.Output, StringComparison.Ordinal);
            using var alive = await program.Http.GetAsync(new Uri("/healthz", UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, alive.StatusCode);
            Assert.False(await program.IsReadyAsync());
        }
        finally
        {
            await RunAsync("stop", folder.FullName);
        }
    }

    /// <summary>A browser that is signed in at the desk.</summary>
    private static async Task<HttpClient> SignedInAsync(ProgramUnderTest program)
    {
        var browser = new HttpClient { BaseAddress = program.Address, Timeout = Patience.Limit };
        using var signedIn = await browser.GetAsync(new Uri($"/signin?token={ProgramUnderTest.Token}", UriKind.Relative), TestContext.Current.CancellationToken);
        await signedIn.AssertAsync(HttpStatusCode.OK);
        return browser;
    }

    /// <summary>What <c>tests/postgresql</c> says.</summary>
    private static async Task<string> RunAsync(params string[] arguments)
    {
        var script = Path.Combine(ProgramUnderTest.Metadata("BotFolder"), "../../tests/postgresql");
        using var process = Process.Start(new ProcessStartInfo("bash", [script, .. arguments]) { RedirectStandardOutput = true })!;
        var said = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, process.ExitCode);
        return said.Trim();
    }
}
