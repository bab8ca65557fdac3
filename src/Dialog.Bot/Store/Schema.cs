namespace Dialog.Bot.Store;

/// <summary>
/// The database's tables, as SQL scripts that lie in the program: one for each migration, in order, written from EF Core's migrations (a test
/// compares them). The start reads one table and is done, where EF Core would build its model first.
/// </summary>
internal static class Schema
{
    private const string Prefix = "schema.";

    /// <summary>EF Core's own list of what was applied, so that its tools go on working.</summary>
    private const string History = "__EFMigrationsHistory";

    /// <summary>Names of the scripts for a provider, in order.</summary>
    public static IReadOnlyList<string> Names(string provider) =>
    [
        .. typeof(Schema).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith($"{Prefix}{provider}/", StringComparison.Ordinal))
            .Select(name => name[(Prefix.Length + provider.Length + 1)..^".sql".Length])
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The script that leads to a migration from the one before it. Names itself in the history.</summary>
    public static string Script(string provider, string name)
    {
        using var stream = typeof(Schema).Assembly.GetManifestResourceStream($"{Prefix}{provider}/{name}.sql") ?? throw new InvalidOperationException($"Script {name} is missing.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>Which scripts are missing in a database that has the given ones.</summary>
    /// <exception cref="StartupException">A newer program has been at work there.</exception>
    public static IReadOnlyList<string> Missing(string provider, IReadOnlyCollection<string> applied)
    {
        var known = Names(provider);
        return applied.Except(known).FirstOrDefault() is { } newer
            ? throw new StartupException($"Storage:ConnectionString: the database was used by a newer version of Dialog ({newer}). Install that version again, or restore a backup from before.")
            : [.. known.Except(applied)];
    }

    /// <summary>Reads the names of what was applied.</summary>
    public const string ReadApplied = $"""SELECT "MigrationId" FROM "{History}" ORDER BY "MigrationId" """;

    public const string CreateHistory = $"""
        CREATE TABLE IF NOT EXISTS "{History}" ("MigrationId" TEXT NOT NULL CONSTRAINT "PK_{History}" PRIMARY KEY, "ProductVersion" TEXT NOT NULL)
        """;
}
