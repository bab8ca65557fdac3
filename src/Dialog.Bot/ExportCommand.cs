using Dialog.Bot.Export;
using Dialog.Bot.Store;
using Dialog.Core.Drafts;
using Microsoft.EntityFrameworkCore;

namespace Dialog.Bot;

/// <summary>The sub-command <c>export FOLDER [--format md]</c>, also while the program runs: every finished copy with its history, a file each.</summary>
internal static class ExportCommand
{
    public const string Word = "export";

    public const string Format = "--format";

    private static readonly DraftStatus[] Finished = [DraftStatus.Approved, DraftStatus.Scheduled, DraftStatus.Published, DraftStatus.Corrected];

    /// <summary>0 when it is done, 1 when it cannot be, 2 when the command was not understood.</summary>
    public static async Task<int> RunAsync(IServiceProvider services, string[] arguments, TextWriter says, CancellationToken cancellationToken)
    {
        var format = CommandLine.ValueOf(arguments, Format) ?? "md";
        if (arguments is not [[not '-', ..] folder, ..] || !Exporter.Formats.Contains(format))
        {
            await says.WriteLineAsync($"Write: {Word} FOLDER [{Format} {string.Join('|', Exporter.Formats)}]");
            return 2;
        }

        try
        {
            return await WriteAsync(services, folder, format, says, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            await says.WriteLineAsync($"The export was broken off. {exception.Message}");
            return 1;
        }
    }

    private static async Task<int> WriteAsync(IServiceProvider services, string folder, string format, TextWriter says, CancellationToken cancellationToken)
    {
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
        {
            await says.WriteLineAsync($"{Path.GetFullPath(folder)} is not empty. Name a new folder: nothing is written over.");
            return 1;
        }

        if (!await services.IsStoreThereAsync(cancellationToken))
        {
            await says.WriteLineAsync(StoreServices.NoStore);
            return 1;
        }

        Directory.CreateDirectory(folder);
        Door.Enter(Door.Command);
        await services.GetRequiredService<Turns.OrganisationShelf>().LookAsync(cancellationToken);
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DialogDb>();
        var ids = await db.Drafts.AsNoTracking()
            .Where(draft => Finished.Contains(draft.Status) && !db.Drafts.Any(later => later.Id == draft.Id && later.Revision > draft.Revision))
            .Select(draft => draft.AssignmentId).Distinct().OrderBy(id => id).ToListAsync(cancellationToken);
        var exporter = scope.ServiceProvider.GetRequiredService<Exporter>();
        foreach (var id in ids)
        {
            if (await exporter.WriteAsync(id, format, cancellationToken) is { } file)
            {
                // Two of the same name are told apart by their assignments.
                var path = Path.Combine(folder, file.Name);
                await File.WriteAllBytesAsync(File.Exists(path) ? Path.Combine(folder, $"{Path.GetFileNameWithoutExtension(file.Name)}-{id}{Path.GetExtension(file.Name)}") : path, file.Content, cancellationToken);
            }
        }

        await says.WriteLineAsync($"{ids.Count} finished {(ids.Count == 1 ? "copy is" : "copies are")} in {Path.GetFullPath(folder)}. They name people: keep them where only those read them who shall.");
        return 0;
    }
}
