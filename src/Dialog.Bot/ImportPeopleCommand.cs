using Dialog.Bot.Api;
using Dialog.Bot.Store;
using Dialog.Bot.Turns;
using Dialog.Core.Interviews;

namespace Dialog.Bot;

/// <summary>The sub-command <c>import-people FILE.csv [--dry-run]</c>, also while the program runs: adds the people of a table, or says what is wrong in which line.</summary>
internal static class ImportPeopleCommand
{
    public const string Word = "import-people";

    public const string DryRun = "--dry-run";

    /// <summary>0 when everybody is there, 1 when nobody was added, 2 when the command was not understood.</summary>
    public static async Task<int> RunAsync(IServiceProvider services, string[] arguments, TextWriter says, CancellationToken cancellationToken)
    {
        if (arguments is not [[not '-', ..] file, .. var rest])
        {
            await says.WriteLineAsync($"Write: {Word} people.csv [{DryRun}]   with a first line that names the columns: {string.Join(", ", PeopleTable.Columns)}");
            return 2;
        }

        var dry = rest.Contains(DryRun);
        if (!File.Exists(file))
        {
            await says.WriteLineAsync($"There is no file {Path.GetFullPath(file)}.");
            return 1;
        }

        string text;
        try
        {
            await using var bytes = File.OpenRead(file);
            text = await TableText.ReadAsync(bytes, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            await says.WriteLineAsync($"Nobody was added. {exception.Message}");
            return 1;
        }

        Door.Enter(Door.Command);
        if (!dry)
        {
            await services.MigrateStoreAsync(cancellationToken);
        }
        else if (!await services.IsStoreThereAsync(cancellationToken))
        {
            await says.WriteLineAsync("There is no store here yet to look in: start Dialog once, or set Storage:ConnectionString as for Dialog.");
            return 1;
        }

        await using var scope = services.CreateAsyncScope();
        var table = await PeopleTable.ReadAsync(text, scope.ServiceProvider.GetRequiredService<DialogDb>(), cancellationToken);
        foreach (var (where, what) in table.Problems.All)
        {
            await says.WriteLineAsync($"{where}: {what}");
        }

        if (table.Problems.Any)
        {
            await says.WriteLineAsync("Nobody was added.");
            return 1;
        }

        var people = dry ? [.. table.People.Select(person => person.Line)] : await table.AddAsync(services.GetRequiredService<PeopleBook>(), cancellationToken);
        foreach (var person in people)
        {
            await says.WriteLineAsync($"line {person.Line}: {person.Name} {(person.New ? dry ? "would be added" : $"was added ({person.PersonId})" : $"is known already ({person.PersonId})")}");
        }

        await says.WriteLineAsync(dry ? "Nobody was added: that was a dry run." : $"{people.Count(person => person.New)} added, {people.Count(person => !person.New)} known already.");
        return 0;
    }
}
