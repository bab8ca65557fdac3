using Dialog.Bot.Export;
using Dialog.Bot.Store;
using Dialog.Core.Interviews;

namespace Dialog.Bot;

/// <summary>The sub-command <c>archive PERIOD FOLDER</c>: all that went out in a month or a year, for the archive; also while the program runs.</summary>
internal static class ArchiveCommand
{
    public const string Word = "archive";

    /// <summary>0 when the package is there, 1 when it cannot be made, 2 when the command was not understood.</summary>
    public static async Task<int> RunAsync(IServiceProvider services, string[] arguments, CancellationToken cancellationToken)
    {
        if (arguments is not [[not '-', ..] text, [not '-', ..] folder, ..] || ArchivePeriod.Read(text, services.GetRequiredService<Organisation>().TimeZone) is not { } period)
        {
            await Console.Error.WriteLineAsync("Write: archive PERIOD FOLDER, e.g. archive 2026-10 /srv/arkiv");
            return 2;
        }

        var file = Path.Combine(Path.GetFullPath(folder), ArchivePackage.NameOf(period));
        try
        {
            if (Path.Exists(file))
            {
                throw new ArchiveException($"{file} exists already. A package is never written over.");
            }

            if (!await services.IsStoreThereAsync(cancellationToken))
            {
                throw new ArchiveException(StoreServices.NoStore);
            }

            Directory.CreateDirectory(folder);
            Door.Enter(Door.Command);
            await services.GetRequiredService<Turns.OrganisationShelf>().LookAsync(cancellationToken);
            var unfinished = $"{file}.{Path.GetRandomFileName()}";
            int records;
            try
            {
                await using (var stream = OwnersOnly.CreateFile(unfinished))
                {
                    records = await services.GetRequiredService<ArchivePackage>().WriteAsync(period, stream, cancellationToken);
                    stream.Flush(flushToDisk: true);
                }

                File.Move(unfinished, file);
            }
            catch
            {
                // What takes up room is not left where there is none.
                File.Delete(unfinished);
                throw;
            }

            Console.WriteLine($"{file} holds {records} record{(records == 1 ? "" : "s")}.");
            return 0;
        }
        catch (Exception exception) when (exception is ArchiveException or IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"No package was made. {exception.Message}");
            return 1;
        }
    }
}
