using System.Globalization;
using Dialog.Bot;
using Dialog.Bot.Store;

Limits.BoundPatterns();

// A machine's own language has other calendars, digits and signs; what people read is written in theirs.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (Help.IsWanted(args))
{
    return Help.Print(args);
}

if (CommandLine.Stray(args) is { } stray)
{
    await Console.Error.WriteLineAsync($"{args[0]}: ”{stray}” is no option of this command and no setting, or something is missing after it. Nothing was done. Write --help to see what there is.");
    return 2;
}

if (args is [ManifestCommand.Word, ..])
{
    return ManifestCommand.Print(args[1..]);
}

if (args is [BackupCommand.Word or BackupCommand.RestoreWord, ..])
{
    return BackupCommand.Run(args);
}

try
{
    await using var app = Site.Build(CommandLine.Configuration(args));
    if (args is [ImportPeopleCommand.Word, .. var table])
    {
        return await ImportPeopleCommand.RunAsync(app.Services, table, Console.Out, CancellationToken.None);
    }

    if (args is [ExportCommand.Word, .. var folder])
    {
        return await ExportCommand.RunAsync(app.Services, folder, Console.Out, CancellationToken.None);
    }

    if (args is [VerifyAuditCommand.Word, .. var options])
    {
        return await VerifyAuditCommand.RunAsync(app.Services, options, CancellationToken.None);
    }

    if (args is [ArchiveCommand.Word, .. var arguments])
    {
        return await ArchiveCommand.RunAsync(app.Services, arguments, CancellationToken.None);
    }

    if (args is [RetainCommand.Word, .. var how])
    {
        return await RetainCommand.RunAsync(app.Services, how, CancellationToken.None);
    }

    if (args is [DoctorCommand.Word, ..])
    {
        return await DoctorCommand.RunAsync(app.Services, app.Configuration, CancellationToken.None);
    }

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
    await Console.Error.WriteLineAsync($"{(exception is not StartupException && CommandLine.HasCommand(args) ? $"{args[0]} was broken off." : "Dialog could not start.")} {line}");
    return 1;
}
