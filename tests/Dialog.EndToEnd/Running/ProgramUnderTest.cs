using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Reflection;
using System.Text;
using Dialog.Bot;
using Dialog.Bot.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Dialog.EndToEnd.Running;

/// <summary>
/// The real program on a free port, with a data folder of its own, spoken to from outside only. <see cref="StartAsync"/> gives it a process of
/// its own, which can be stopped, killed and started again; <see cref="HostAsync"/> saves the start where a test does none of that.
/// </summary>
internal sealed class ProgramUnderTest : IAsyncDisposable
{
    public const string Token = "end-to-end-desk-token-0123456789abcdef";

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("dialog-e2e-");
    private readonly Dictionary<string, string> _settings;
    private readonly StringBuilder _output = new();
    private Process? _process;
    private WebApplication? _hosted;

    private ProgramUnderTest(IReadOnlyDictionary<string, string> settings)
    {
        Address = new Uri(settings.GetValueOrDefault("Urls", $"http://127.0.0.1:{FreePort.Take()}").Replace("0.0.0.0", "127.0.0.1", StringComparison.Ordinal));
        _settings = new(settings)
        {
            // Nobody is hurried: the bot goes on when the person says so, unless a test says otherwise.
            ["Interview__QuietWindow"] = settings.GetValueOrDefault("Interview__QuietWindow", "00:10:00"),
            ["Interview__WholeAnswerWindow"] = settings.GetValueOrDefault("Interview__WholeAnswerWindow", "00:10:00"),
            ["Urls"] = settings.GetValueOrDefault("Urls", Address.GetLeftPart(UriPartial.Authority)),
            ["Desk__Token"] = Token,
            ["Storage__ConnectionString"] = settings.GetValueOrDefault("Storage__ConnectionString", $"Data Source={Path.Combine(_data.FullName, "dialog.db")}"),
        };
        Http = new HttpClient { BaseAddress = Address, Timeout = Patience.Limit };
        var desk = new HttpClient { BaseAddress = Address, Timeout = Patience.Limit };
        desk.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        Api = new RestApi(desk);
    }

    public Uri Address { get; }

    /// <summary>A client without credentials.</summary>
    public HttpClient Http { get; }

    /// <summary>The REST API with the desk's token.</summary>
    public RestApi Api { get; }

    /// <summary>All the program has written to standard output and error, over all its starts.</summary>
    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    /// <summary>The folder that the data is in.</summary>
    public string DataFolder => _data.FullName;

    /// <summary>A fingerprint of all that is stored: the bytes of the database and of its log.</summary>
    public string StoreFingerprint() => string.Join('\n', _data.GetFiles("dialog.db*").Where(file => file.Extension != ".db-shm").OrderBy(file => file.Name, StringComparer.Ordinal).Select(file =>
    {
        using var stream = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        return $"{file.Name} {Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(stream))}";
    }));

    /// <summary>Another process writes in the database, until what is returned is disposed.</summary>
    public async Task<IAsyncDisposable> HoldStoreAsync()
    {
        var connection = new SqliteConnection($"{_settings["Storage__ConnectionString"]};Pooling=false");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        using var command = connection.CreateCommand();
        command.CommandText = "BEGIN EXCLUSIVE";
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        return connection;
    }

    /// <summary>From now on no file can be written beyond so many bytes, as if the disk were full; or it can again ("unlimited").</summary>
    public async Task LimitFilesAsync(string bytes)
    {
        using var limit = Process.Start("prlimit", ["--pid", $"{_process!.Id}", $"--fsize={bytes}:"]);
        await limit.WaitForExitAsync();
        Assert.Equal(0, limit.ExitCode);
    }

    /// <summary>In this process.</summary>
    public static async Task<ProgramUnderTest> HostAsync(params IReadOnlyDictionary<string, string>[] settings)
    {
        var program = new ProgramUnderTest(settings.SelectMany(some => some).ToDictionary());
        try
        {
            await program.HostAsync();
            return program;
        }
        catch
        {
            await program.DisposeAsync();
            throw;
        }
    }

    /// <summary>Hosts a program that is expected to give up, and answers the line that its process would end with.</summary>
    public static async Task<string> GivesUpAsync(IReadOnlyDictionary<string, string> settings)
    {
        await using var program = new ProgramUnderTest(new Dictionary<string, string>());
        foreach (var (key, value) in settings)
        {
            program._settings[key] = value;
        }

        var gaveUp = await Assert.ThrowsAnyAsync<Exception>(program.HostAsync);
        return Startup.Explain(gaveUp) ?? throw gaveUp;
    }

    /// <summary>In a process of its own.</summary>
    public static async Task<ProgramUnderTest> StartAsync(params IReadOnlyDictionary<string, string>[] settings)
    {
        var program = new ProgramUnderTest(settings.SelectMany(some => some).ToDictionary());
        try
        {
            await program.StartAgainAsync();
            return program;
        }
        catch
        {
            await program.DisposeAsync();
            throw;
        }
    }

    /// <summary>Runs a program that is expected to end by itself, because it cannot start or has a sub-command to do, and answers how it did.</summary>
    public static async Task<(int ExitCode, string Output)> EndsAsync(IReadOnlyDictionary<string, string> settings, params string[] arguments)
    {
        await using var program = new ProgramUnderTest(new Dictionary<string, string>());
        foreach (var (key, value) in settings)
        {
            program._settings[key] = value;
        }

        var process = program.Launch(arguments);
        try
        {
            await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Patience.GiveUp, TestContext.Current.CancellationToken);
        }
        catch (TimeoutException)
        {
            Assert.Fail($"The program went on:\n{program.Output}");
        }

        return (process.ExitCode, program.Output);
    }

    /// <summary>Runs a sub-command on the same data, whether the program is running or not, and answers how it ended.</summary>
    public Task<(int ExitCode, string Output)> CommandAsync(params string[] arguments) => EndsAsync(_settings, arguments);

    /// <summary>Starts on the same port and data, and waits until it is ready.</summary>
    public Task StartAgainAsync()
    {
        Launch();
        return UntilReadyAsync();
    }

    /// <summary>Waits until readiness says yes.</summary>
    public async Task UntilReadyAsync()
    {
        using var every = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        var since = Stopwatch.StartNew();
        while (!await IsReadyAsync())
        {
            if (_process is { HasExited: true } || since.Elapsed > Patience.Limit)
            {
                Assert.Fail($"The program {(_process is { HasExited: true } ended ? $"ended with {ended.ExitCode}" : "did not get ready")}:\n{Output}");
            }

            await every.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
    }

    /// <summary>The desk's first page as an editor sees it, as soon as it is as asked.</summary>
    public async Task<string> DeskAsync(Func<string, bool> fits)
    {
        // A client of its own keeps the sign-in's cookie: signing in is rationed, looking at the page is not.
        using var browser = new HttpClient { BaseAddress = Address, Timeout = Patience.Limit };
        using var every = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        var since = Stopwatch.StartNew();
        for (var path = $"/signin?token={Token}"; ; path = "/")
        {
            var page = WebUtility.HtmlDecode(await browser.GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken));
            if (fits(page))
            {
                return page;
            }

            Assert.True(since.Elapsed < Patience.Limit, $"The desk does not show it:\n{page}");
            await every.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Configures the next start otherwise; null takes the value away.</summary>
    public void Configure(string key, string? value)
    {
        if (value is null)
        {
            _settings.Remove(key);
        }
        else
        {
            _settings[key] = value;
        }
    }

    /// <summary>Waits until the program has written a line that holds this.</summary>
    public async Task WaitForOutputAsync(string text)
    {
        using var every = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        var since = Stopwatch.StartNew();
        while (!Output.Contains(text, StringComparison.Ordinal))
        {
            Assert.True(since.Elapsed < Patience.Limit, $"“{text}” was not written:\n{Output}");
            await every.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Ctrl-C, and the promise that goes with it.</summary>
    public async Task StopAsync()
    {
        if (_hosted is not null)
        {
            await _hosted.StopAsync();
            return;
        }

        var process = _process!;
        await SignalAsync("INT");
        try
        {
            await process.WaitForExitAsync().WaitAsync(Patience.Stop);
        }
        catch (TimeoutException)
        {
            Assert.Fail($"Ctrl-C did not stop the program within {Patience.Stop.TotalSeconds} s:\n{Output}");
        }

        Assert.True(process.ExitCode == 0, $"Ctrl-C ended the program with {process.ExitCode}:\n{Output}");
    }

    /// <summary>Begins a sub-command on the same data in the place of the program, which is not running, to be killed in the middle.</summary>
    public void Begin(params string[] arguments) => Launch(arguments);

    /// <summary>The power cut: SIGKILL.</summary>
    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Ctrl-C; nothing the program wrote until then may be an exception's stack.</summary>
    public async Task StopCalmlyAsync()
    {
        await StopAsync();
        Assert.True(!Output.Contains("   at Dialog.", StringComparison.Ordinal), Output);
    }

    public async ValueTask DisposeAsync()
    {
        if (_hosted is not null)
        {
            await _hosted.StopAsync();
            await _hosted.DisposeAsync();
            SqliteConnection.ClearAllPools();
        }

        if (_process is { HasExited: false })
        {
            await KillAsync();
        }

        _process?.Dispose();
        Http.Dispose();
        Api.Dispose();
        _data.Delete(recursive: true);
    }

    private async Task HostAsync()
    {
        _hosted = Site.Build(
            [.. _settings.Select(setting => $"--{setting.Key.Replace("__", ":", StringComparison.Ordinal)}={setting.Value}")],
            services => services.AddLogging(logging => logging.ClearProviders().AddProvider(new KeptLog(Keep))));
        await _hosted.Services.MigrateStoreAsync(TestContext.Current.CancellationToken);
        await _hosted.StartAsync(TestContext.Current.CancellationToken);
    }

    private Process Launch(params string[] arguments)
    {
        // A shell that ignores SIGINT (a background job) would hand that down; env gives the signal back its meaning. A file that must not grow is an error, as on a full disk, and no end.
        var start = new ProcessStartInfo("env", ["--default-signal=INT", "--ignore-signal=XFSZ", "dotnet", Environment.GetEnvironmentVariable("DIALOG_PROGRAM") ?? Metadata("BotAssembly"), .. arguments])
        {
            WorkingDirectory = Metadata("BotFolder"),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var inherited in start.Environment.Keys.Where(key => key.StartsWith("ASPNETCORE_", StringComparison.Ordinal) || key.Contains("__", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(inherited);
        }

        // A machine's language and place must not show: these have other digits, another calendar and half an hour of their own.
        (start.Environment["LC_ALL"], start.Environment["TZ"]) = ("ar_SA.UTF-8", "America/St_Johns");
        foreach (var (key, value) in _settings)
        {
            start.Environment[key] = value;
        }

        _process?.Dispose();
        var process = _process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private void Keep(string? line)
    {
        lock (_output)
        {
            _output.AppendLine(line);
        }
    }

    /// <summary>What readiness says.</summary>
    public async Task<bool> IsReadyAsync()
    {
        try
        {
            using var answer = await Http.GetAsync(new Uri("/readyz", UriKind.Relative), TestContext.Current.CancellationToken);
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("sh", ["-c", $"kill -{signal} {_process!.Id}"]);
        await kill.WaitForExitAsync();
        Assert.Equal(0, kill.ExitCode);
    }

    internal static string Metadata(string key) => typeof(ProgramUnderTest).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
