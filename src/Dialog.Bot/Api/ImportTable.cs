using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Dialog.Bot.Store;
using Dialog.Bot.Turns;
using Dialog.Core.Assignments;
using Dialog.Core.Interviews;
using Microsoft.EntityFrameworkCore;

namespace Dialog.Bot.Api;

/// <summary>One line's assignment.</summary>
internal sealed record ImportedLine(int Line, string AssignmentId, string PersonId, string Topic, bool New);

/// <summary>Many assignments in a table (CSV with a header line; comma, semicolon or tab). All lines or none; the same table twice opens nothing twice, nor does a line of another table that somebody is being asked already.</summary>
/// <param name="Text">The table.</param>
/// <param name="Orders">The assignments, with the number of the line in the file.</param>
/// <param name="Problems">What is wrong, by line.</param>
internal sealed record ImportTable(string Text, IReadOnlyList<(int Line, Assignment Assignment)> Orders, Problems Problems)
{
    public static readonly string[] Columns = ["topic", "person", "brief", "publishOn", "copyDeadline", "due", "start", "outlets", "adSize", "track", "language", "deputy", "ad", "link"];

    private const string Nobody = "?";

    public static async Task<ImportTable> ReadAsync(string text, DialogDb db, Database database, Organisation organisation, CancellationToken cancellationToken)
    {
        var problems = new Problems();
        var orders = new List<(int Line, Assignment Assignment)>();
        foreach (var (line, cells) in CsvLines.Read(text, Columns, needed: 2, problems))
        {
            var found = new Problems();
            var assignment = await OrderAsync(cells, found, db, database, organisation, cancellationToken);
            foreach (var (field, message) in found.All)
            {
                problems.Check($"line {line}", holds: false, $"{field}: {message}");
            }

            orders.Add((line, assignment));
        }

        return new ImportTable(text, orders, problems);
    }

    /// <summary>Opens them all; only when there are no problems.</summary>
    public async Task<IReadOnlyList<ImportedLine>> OpenAsync(AssignmentOpener opener, DialogDb db, CancellationToken cancellationToken)
    {
        var file = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)))[..32];
        var opened = new List<ImportedLine>();
        foreach (var (line, assignment) in Orders)
        {
            var (row, isNew) = await AskedAsync(assignment, db, cancellationToken) is { } asked ? (asked, false) : await opener.OpenAsync(assignment, $"csv:{file}:{line}", cancellationToken);
            opened.Add(new ImportedLine(line, row.Id, row.PersonId, row.Topic, isNew));
        }

        return opened;
    }

    /// <summary>The same order to the same person, while it is under way: a table that was sent before has got more lines since.</summary>
    private static async Task<AssignmentRow?> AskedAsync(Assignment wanted, DialogDb db, CancellationToken cancellationToken) =>
        (await db.Assignments.AsNoTracking()
            .Where(row => row.PersonId == wanted.PersonId && row.Topic == wanted.Topic)
            .Where(AssignmentRow.IsUnderWay)
            .OrderBy(row => row.Id)
            .ToListAsync(cancellationToken))
        .Find(row => IsSame(StateJson.Read<Assignment>(row.Body), wanted));

    private static bool IsSame(Assignment one, Assignment other) =>
        (one.PublishOn, one.CopyDeadline, one.Due, one.AdSize, one.Ad, one.ReplyTo) == (other.PublishOn, other.CopyDeadline, other.Due, other.AdSize, other.Ad, other.ReplyTo)
        && one.Outlets.ToHashSet().SetEquals(other.Outlets);

    private static async Task<Assignment> OrderAsync(Dictionary<string, string> cells, Problems problems, DialogDb db, Database database, Organisation organisation, CancellationToken cancellationToken)
    {
        string? Cell(string name) => cells.GetValueOrDefault(name);
        var person = await PersonAsync("person", Cell("person"), problems, db, database, cancellationToken);
        var deputy = await PersonAsync("deputy", Cell("deputy"), problems, db, database, cancellationToken);
        problems.Check("deputy", deputy is null or Nobody || deputy != person, "The deputy has to be somebody else.");
        var body = new NewAssignment(
            Cell("topic"), person, Cell("brief"), problems.Named<Track>("track", Cell("track")),
            Cell("outlets")?.Split([' ', '|', '+'], StringSplitOptions.RemoveEmptyEntries).Cast<string?>().ToList(), problems.Named<AdSize>("adSize", Cell("adSize")),
            Link: Cell("link"), PublishOn: Day("publishOn"), CopyDeadline: Instant("copyDeadline"), Due: Instant("due"), Start: Cell("start"), Language: Cell("language"),
            DeputyId: deputy, Ad: Cell("ad"));
        return OrderReader.Read(body, problems, organisation);

        DateOnly? Day(string name)
        {
            var read = DateOnly.TryParseExact(Cell(name), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day);
            problems.Check(name, Cell(name) is null || read, "Write the day as YYYY-MM-DD.");
            return read ? day : null;
        }

        DateTimeOffset? Instant(string name)
        {
            var wall = DateTime.TryParseExact(Cell(name), ["yyyy-MM-dd HH:mm", "yyyy-MM-ddTHH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var local);
            var exact = DateTimeOffset.TryParseExact(Cell(name), ["yyyy-MM-ddTHH:mmzzz", "yyyy-MM-ddTHH:mm:sszzz"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant);
            problems.Check(name, Cell(name) is null || wall || exact, "Write the time as YYYY-MM-DD HH:MM, on the organisation's clock.");
            return exact ? instant
                : !wall ? null
                : local.Year is >= 2000 and < 2200 ? Dialog.Core.Calendars.WallClock.At(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local), organisation.TimeZone)
                : new DateTimeOffset(local, TimeSpan.Zero);
        }
    }

    /// <summary>Somebody that can be written to, by id, e-mail address or name.</summary>
    private static async Task<string?> PersonAsync(string field, string? named, Problems problems, DialogDb db, Database database, CancellationToken cancellationToken)
    {
        if (named is null)
        {
            return null;
        }

        var (id, email) = (await Joins.FollowAsync(database, named, cancellationToken), named.ToLowerInvariant());
        var found = await db.People.AsNoTracking().Where(p => (p.Id == id || p.Email == email || p.Name == named) && db.Addresses.Any(a => a.PersonId == p.Id)).Select(p => p.Id).Take(2).ToListAsync(cancellationToken);
        problems.Check(field, found.Count != 0, $"{named} is nobody that can be written to. Use an id, an e-mail address or a whole name.");
        problems.Check(field, found.Count < 2, $"Several people are called {named}. Use the id or the e-mail address.");
        return found is [var only] ? only : Nobody;
    }
}
