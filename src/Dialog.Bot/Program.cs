using System.Text.Json.Serialization;
using Dialog.Bot;
using Dialog.Bot.Api;
using Dialog.Bot.Channels.Slack;
using Dialog.Bot.Channels.Teams;
using Dialog.Bot.Channels.Web;
using Dialog.Bot.Delivery;
using Dialog.Bot.Desk;
using Dialog.Bot.Export;
using Dialog.Bot.Observing;
using Dialog.Bot.Schedule;
using Dialog.Bot.Store;
using Dialog.Bot.Turns;

if (Help.IsWanted(args))
{
    return Help.Print(args);
}

if (args is ["manifest", ..])
{
    return ManifestCommand.Print(args[1..]);
}

if (args is [BackupCommand.Word or BackupCommand.RestoreWord, ..])
{
    return BackupCommand.Run(args);
}

try
{
    var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
    builder.WebHost.UseStaticWebAssets();
    StartupChecks.Check(builder.Configuration);
    builder.WebHost.ConfigureKestrel(kestrel =>
    {
        kestrel.AddServerHeader = false;

        // Every door has its own, lower limit; what is somewhat too big is read to its end, so that the sender hears the 413.
        kestrel.Limits.MaxRequestBodySize = 8 * 1024 * 1024;
    });
    builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(4));
    builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.DefaultIgnoreCondition = JsonIgnoreCondition.Never);
    builder.Services.AddSingleton(TimeProvider.System);

    builder.Services.AddObserving(builder.Configuration);
    builder.Services.AddStore(builder.Configuration);
    builder.Services.AddTurns(builder.Configuration);
    builder.Services.AddSlack(builder.Configuration);
    builder.Services.AddTeams(builder.Configuration);
    builder.Services.AddDelivery();
    builder.Services.AddSchedule();
    builder.Services.AddExport();
    builder.Services.AddApi();
    builder.Services.AddWebChat();
    builder.Services.AddDesk(builder.Configuration);

    await using var app = builder.Build();
    app.UseExceptionHandler();
    app.UseStatusCodePages();
    app.UseSecurityHeaders();
    app.MapObserving(open: StartupChecks.IsLocal(app.Configuration));
    app.UseAuthentication();
    app.UseAuthorization();
    app.UseRateLimiter();
    app.UseAntiforgery();
    app.UseFormsOfOurOwnOnly();
    app.MapStaticAssets();
    app.MapHealth();
    app.MapSlack();
    app.MapTeams();
    app.MapWebChat(open: StartupChecks.IsLocal(app.Configuration));
    app.MapDesk();
    app.MapApi();

    if (args is [CheckCommand.Word, ..])
    {
        return await CheckCommand.RunAsync(app.Services, CancellationToken.None);
    }

    await app.Services.MigrateStoreAsync(CancellationToken.None);
    try
    {
        await app.StartAsync();
    }
    catch
    {
        // What had started before the one that could not ends before its services do.
        await app.StopAsync();
        throw;
    }

    Welcome.Print(app);

    // What only the start needed is handed back: the program mostly waits.
    GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    await app.WaitForShutdownAsync();
    return 0;
}
catch (Exception exception) when (Startup.Explain(exception) is { } line)
{
    await Console.Error.WriteLineAsync($"Dialog could not start. {line}");
    return 1;
}
