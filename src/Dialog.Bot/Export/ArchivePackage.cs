using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Dialog.Bot.Store;
using Dialog.Bot.Turns;
using Dialog.Core.Calendars;

namespace Dialog.Bot.Export;

/// <summary>
/// All that went out in a period, as an archive takes it over: each record as it was fixed (JSON), as HTML that can be made PDF/A and as Markdown; the decisions of the
/// period; a manifest, checksums and a readme. The same store gives the same bytes.
/// </summary>
internal sealed class ArchivePackage(Database database, OrganisationShelf organisations, TimeProvider time)
{
    /// <summary>As <c>sha256sum -c</c> reads them.</summary>
    public const string Sums = "SHA256SUMS";

    public const string Manifest = "manifest.json";

    public const string Readme = "LAS-MIG.txt";

    public const string Decisions = "logg/beslut.jsonl";

    /// <summary>What readers said in the period of what went out before it; only there when they did.</summary>
    public const string LaterReactions = "reaktioner-till-tidigare.json";

    private const string InPeriod = """EXISTS (SELECT 1 FROM "Records" f WHERE f."AssignmentId" = r."AssignmentId" AND f."PublishedAt" >= $1 AND f."PublishedAt" < $2)""";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonSerializerOptions Line = new(Options) { WriteIndented = false };

    /// <summary>The file's name for a period.</summary>
    public static string NameOf(ArchivePeriod period) => $"dialog-arkiv-{period.Name}.zip";

    /// <summary>Writes the zip.</summary>
    /// <returns>How many records it holds.</returns>
    /// <exception cref="ArchiveException">The period is not over, or a record is not as it was fixed.</exception>
    public async Task<int> WriteAsync(ArchivePeriod period, Stream to, CancellationToken cancellationToken)
    {
        if (period.End > time.GetUtcNow())
        {
            throw new ArchiveException($"{period.Name} is not over: what goes out until then would be missing.");
        }

        var (records, entries, reactions, later) = await ReadAsync(period, cancellationToken);
        var files = new List<(string Name, byte[] Content)>();
        var lines = new List<ManifestRecord>();
        foreach (var row in records)
        {
            if (Hash(Encoding.UTF8.GetBytes(row.Body)) != row.Sha256)
            {
                throw new ArchiveException($"The record of draft {row.DraftId}, revision {row.Revision}, is not as it was fixed. Keep the database as it is, and compare with a backup.");
            }

            var record = FinalRecord.Read(row.Body);
            var folder = $"handlingar/{FolderOf(row, record)}";
            var blocks = ArchiveBlocks.Of(record, row.Sha256, [.. reactions[row.AssignmentId]], organisations.Now);
            files.Add(($"{folder}/handling.json", Encoding.UTF8.GetBytes(row.Body)));
            files.Add(($"{folder}/handling.html", Encoding.UTF8.GetBytes(Html.Write(record.Topic, record.Language, blocks))));
            files.Add(($"{folder}/handling.md", Encoding.UTF8.GetBytes(Markdown.Write(blocks))));
            files.Add(($"{folder}/reaktioner.json", JsonSerializer.SerializeToUtf8Bytes(reactions[row.AssignmentId], Options)));
            lines.Add(new ManifestRecord(folder, row.AssignmentId, row.DraftId, row.Revision, record.Outlet, row.PublishedAt, row.Sha256));
        }

        if (later.Count > 0)
        {
            files.Add((LaterReactions, JsonSerializer.SerializeToUtf8Bytes(later.GroupBy(said => said.Assignment, (assignment, said) => new LaterReaction(assignment, [.. said.Select(one => one.Reaction)])), Options)));
        }

        files.Add((Decisions, Encoding.UTF8.GetBytes(string.Concat(entries.Select(entry => JsonSerializer.Serialize(entry, Line) + "\n")))));
        files.Add((Readme, Encoding.UTF8.GetBytes(ArchiveReadme.Of(organisations.Now, period, lines.Count, entries.Count))));
        files.Add((Manifest, JsonSerializer.SerializeToUtf8Bytes(new ManifestBody("dialog-archive/1", organisations.Now.Name, period.Name, period.First, period.End, lines, Decisions, entries.Count), Options)));
        Pack(to, period, files);
        await database.TellAsync(new Deed("archive", "period", period.Name, string.Create(CultureInfo.InvariantCulture, $"records {lines.Count} decisions {entries.Count}")), time.GetUtcNow(), cancellationToken);
        return lines.Count;
    }

    private async Task<(List<FinalRecordRow> Records, List<AuditRow> Entries, ILookup<string, RecordedReaction> Reactions, List<(string Assignment, RecordedReaction Reaction)> Later)> ReadAsync(ArchivePeriod period, CancellationToken cancellationToken) => await database.ReadAsync(
        async (session, token) =>
        {
            object?[] span = [period.First, period.End];
            var records = await session.ListAsync(
                """
                SELECT "Seq", "AssignmentId", "DraftId", "Revision", "PublishedAt", "Body", "Sha256" FROM "Records" WHERE "PublishedAt" >= $1 AND "PublishedAt" < $2
                ORDER BY "PublishedAt", "Seq"
                """,
                span,
                row => new FinalRecordRow { Seq = row.GetInt64(0), AssignmentId = row.GetString(1), DraftId = row.GetString(2), Revision = row.GetInt32(3), PublishedAt = row.Instant(4), Body = row.GetString(5), Sha256 = row.GetString(6) },
                token);
            var entries = await session.ListAsync($"""SELECT {AuditRow.Columns} FROM "Audit" WHERE "At" >= $1 AND "At" < $2 ORDER BY "Number", "Seq" """, span, AuditRow.Read, token);
            var reactions = await ReactionsAsync(session, span, $"""r."At" < $2 AND {InPeriod}""", token);
            var later = await ReactionsAsync(session, span, $"""r."At" >= $1 AND r."At" < $2 AND NOT {InPeriod} AND EXISTS (SELECT 1 FROM "Records" f WHERE f."AssignmentId" = r."AssignmentId" AND f."PublishedAt" < $1)""", token);
            return (records, entries, reactions.ToLookup(reaction => reaction.Assignment, reaction => reaction.Reaction), later);
        },
        cancellationToken);

    private static Task<List<(string Assignment, RecordedReaction Reaction)>> ReactionsAsync(Session session, object?[] span, string condition, CancellationToken cancellationToken) => session.ListAsync(
        $"""SELECT r."AssignmentId", r."Id", r."Text", r."Source", r."Url", r."At" FROM "Reactions" r WHERE {condition} ORDER BY r."At", r."Id" """,
        span,
        row => (row.GetString(0), new RecordedReaction(row.GetString(1), row.GetString(2), row.TextOrNull(3), row.TextOrNull(4), row.Instant(5))),
        cancellationToken);

    private string FolderOf(FinalRecordRow row, FinalRecordBody record) => string.Create(
        CultureInfo.InvariantCulture,
        $"{WallClock.Day(row.PublishedAt, organisations.Now.TimeZone):yyyy-MM-dd}-{Copy.Slug(record.Topic)}-{record.Outlet}-r{row.Revision}-{row.Seq}");

    private static void Pack(Stream to, ArchivePeriod period, List<(string Name, byte[] Content)> files)
    {
        files.Add((Sums, Encoding.UTF8.GetBytes(string.Concat(files.Select(file => $"{Hash(file.Content)}  {file.Name}\n")))));
        using var zip = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var (name, content) in files)
        {
            var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
            entry.LastWriteTime = new DateTimeOffset(period.End.UtcDateTime, TimeSpan.Zero);
            using var stream = entry.Open();
            stream.Write(content);
        }
    }

    private static string Hash(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    private sealed record ManifestBody(
        string Format, string Organisation, string Period, DateTimeOffset First, DateTimeOffset End, IReadOnlyList<ManifestRecord> Records, string Decisions, int DecisionCount);

    private sealed record LaterReaction(string AssignmentId, IReadOnlyList<RecordedReaction> Reactions);

    private sealed record ManifestRecord(string Folder, string AssignmentId, string DraftId, int Revision, string Outlet, DateTimeOffset PublishedAt, string Sha256);
}

/// <summary>An archive package cannot be made. The message is one line that says why.</summary>
internal sealed class ArchiveException(string message) : Exception(message);
