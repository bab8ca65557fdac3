using Dialog.Bot.Channels;
using Dialog.Bot.Store;
using Dialog.Bot.Turns;
using Dialog.Core.Interviews;
using Microsoft.EntityFrameworkCore;

namespace Dialog.Bot.Api;

/// <summary>One line's person.</summary>
/// <param name="Line">The number of the line in the file.</param>
/// <param name="PersonId">Who that is now; null when nothing was added yet.</param>
/// <param name="Name">The name in the table.</param>
/// <param name="New">False for somebody who is known by the e-mail address or an address; nothing is changed of them.</param>
internal sealed record ImportedPerson(int Line, string? PersonId, string Name, bool New);

/// <summary>Many people in a table (CSV). All lines or none; whoever is known already is let be, so the same table twice adds nobody twice.</summary>
/// <param name="People">The people in the order of the lines.</param>
/// <param name="Problems">What is wrong, by line.</param>
internal sealed record PeopleTable(IReadOnlyList<(ImportedPerson Line, NewPersonLine Person)> People, Problems Problems)
{
    /// <summary>Addresses: <c>T0123:U0123</c> in Slack, <c>tenant:object id</c> in Teams, any name of one's own on the web.</summary>
    public static readonly string[] Columns = ["name", "title", "roles", "email", "language", "timeZone", "slack", "teams", "web"];

    /// <summary>Somebody of the table is to be more than a respondent, or to sign in.</summary>
    public bool GivesRoles => People.Any(line => line.Line.New && (line.Person.Email is not null || line.Person.Roles is not ["respondent"]));

    public static async Task<PeopleTable> ReadAsync(string text, DialogDb db, CancellationToken cancellationToken)
    {
        var problems = new Problems();
        var people = new List<(ImportedPerson, NewPersonLine)>();
        var used = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var (line, cells) in CsvLines.Read(text, Columns, needed: 1, problems))
        {
            var found = new Problems();
            var person = PeopleApi.Read(cells, found);
            foreach (var (field, message) in found.All)
            {
                problems.Check($"line {line}", holds: false, $"{field}: {message}");
            }

            foreach (var mark in person.Addresses.Select(address => $"{address.Channel}:{address.Workspace}:{address.User}").Append(person.Email).OfType<string>())
            {
                problems.Check($"line {line}", used.TryAdd(mark, line), $"{mark} stands in line {used[mark]} too.");
            }

            var known = found.Any ? [] : await KnownAsync(person, db, cancellationToken);
            problems.Check($"line {line}", known.Count < 2, "The addresses belong to different people.");
            people.Add((new ImportedPerson(line, known.FirstOrDefault(), person.Name, known.Count == 0), person));
        }

        return new PeopleTable(people, problems);
    }

    /// <summary>Adds those who are new; only when there are no problems.</summary>
    public async Task<IReadOnlyList<ImportedPerson>> AddAsync(PeopleBook book, CancellationToken cancellationToken)
    {
        var done = new List<ImportedPerson>();
        foreach (var (line, person) in People)
        {
            done.Add(!line.New ? line : line with { PersonId = (await book.AddAsync(person.Name, person.Title, person.Roles, person.Language, person.TimeZone, person.Addresses, person.Email, id: null, cancellationToken))?.Id });
        }

        return done;
    }

    private static async Task<List<string>> KnownAsync(NewPersonLine person, DialogDb db, CancellationToken cancellationToken)
    {
        var known = person.Email is { } email ? await db.People.Where(p => p.Email == email).Select(p => p.Id).ToListAsync(cancellationToken) : [];
        foreach (var address in person.Addresses)
        {
            known.AddRange(await db.Addresses.Where(a => a.Channel == address.Channel && a.Workspace == address.Workspace && a.User == address.User).Select(a => a.PersonId).ToListAsync(cancellationToken));
        }

        return [.. known.Distinct()];
    }
}

/// <summary>A person as a line of the table says.</summary>
internal sealed record NewPersonLine(string Name, string? Title, IReadOnlyList<string> Roles, string? Email, string? Language, string? TimeZone, IReadOnlyList<Address> Addresses);
