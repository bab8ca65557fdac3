using Dialog.Bot.Access;
using Dialog.Bot.Export;
using Dialog.Core.Access;
using Dialog.Core.Interviews;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dialog.Bot.Api;

/// <summary>The package for the archive over REST.</summary>
internal static class ArchiveApi
{
    public static void MapArchive(this RouteGroupBuilder api) =>
        api.MapGet("/archive/{period}", GetAsync).WithSummary("All that went out in a month (2026-10) or a year (2026), as a zip for the archive").WithTags("Archive").Produces<Stream>(StatusCodes.Status200OK, "application/zip").ProducesProblem(StatusCodes.Status409Conflict).Needs(Act.Operate);

    private static async Task<Results<FileStreamHttpResult, ValidationProblem, ProblemHttpResult>> GetAsync(string period, ArchivePackage package, Organisation organisation, HttpContext http, CancellationToken cancellationToken)
    {
        var problems = new Problems();
        var wanted = ArchivePeriod.Read(period, organisation.TimeZone);
        problems.Check("period", wanted is not null, "Use a month such as 2026-10, or a year.");
        if (wanted is null)
        {
            return problems.ToResult();
        }

        // On the disk, not in memory; gone when it was read.
        var file = new FileStream(Path.GetTempFileName(), FileMode.Open, FileAccess.ReadWrite, FileShare.None, bufferSize: 4096, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        try
        {
            await package.WriteAsync(wanted, file, cancellationToken);
            file.Position = 0;
            Downloads.TellReady(http);
            return TypedResults.File(file, "application/zip", ArchivePackage.NameOf(wanted));
        }
        catch (ArchiveException refused)
        {
            await file.DisposeAsync();
            return TypedResults.Problem(refused.Message, statusCode: StatusCodes.Status409Conflict);
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }
}
