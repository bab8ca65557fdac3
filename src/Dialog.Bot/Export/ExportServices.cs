using System.Text;
using Dialog.Bot.Store;
using Dialog.Bot.Turns;
using Dialog.Core.Assignments;
using Dialog.Core.Interviews;
using Microsoft.EntityFrameworkCore;

namespace Dialog.Bot.Export;

internal static class ExportServices
{
    public static void AddExport(this IServiceCollection services) => services.AddScoped<Exporter>().AddSingleton<ArchivePackage>();
}

/// <summary>Reads an assignment's finished copy and writes it out as a file.</summary>
internal sealed class Exporter(DialogDb db, Database database, Organisation organisation, TimeProvider time)
{
    /// <summary>The formats there are.</summary>
    public static IReadOnlyList<string> Formats { get; } = ["md", "txt", "docx", "json"];

    /// <summary>The file; null when there is no such assignment.</summary>
    public async Task<ExportFile?> WriteAsync(string assignmentId, string format, CancellationToken cancellationToken)
    {
        if (await db.Assignments.AsNoTracking().SingleOrDefaultAsync(a => a.Id == assignmentId, cancellationToken) is not { } row
            || await ReviewFiles.ReadAsync(db, assignmentId, cancellationToken) is not { } file)
        {
            return null;
        }

        var person = await db.People.AsNoTracking().SingleOrDefaultAsync(p => p.Id == row.PersonId, cancellationToken);
        var reactions = await db.Reactions.AsNoTracking().Where(r => r.AssignmentId == assignmentId).OrderBy(r => r.Id).Select(r => new Reaction(r.Id, r.Text, r.Source, r.Url)).ToListAsync(cancellationToken);
        var byline = person?.Name is null ? null : person.Title is null ? person.Name : $"{person.Name}, {person.Title}";
        await database.TellAsync(new Deed("export", "assignment", assignmentId, format), time.GetUtcNow(), cancellationToken);
        var copy = new Copy(StateJson.Read<Assignment>(row.Body), byline, file.Drafts, [.. reactions], organisation, row.CreatedAt, time.GetUtcNow())
        {
            Answers = [.. await AnswerVersions.ReadAsync(db, assignmentId, cancellationToken)],
        };
        return format switch
        {
            "md" => new ExportFile(copy.FileName("md"), "text/markdown; charset=utf-8", Encoding.UTF8.GetBytes(Markdown.Write(copy.Blocks()))),
            "txt" => new ExportFile(copy.FileName("txt"), "text/plain; charset=utf-8", Encoding.UTF8.GetBytes(PlainText.Write(copy.Blocks()))),
            "docx" => new ExportFile(copy.FileName("docx"), Word.ContentType, Word.Write(copy)),
            _ => new ExportFile(copy.FileName("json"), "application/json", Record.Write(copy)),
        };
    }
}

/// <summary>A file to hand out.</summary>
internal sealed record ExportFile(string Name, string ContentType, byte[] Content);
