namespace Dialog.Bot;

/// <summary>What the command line offers.</summary>
internal static class Help
{
    /// <summary>The person asked for it, or wrote a sub-command that does not exist. Configuration looks like <c>--Key value</c> or <c>Key=value</c>.</summary>
    public static bool IsWanted(string[] args) => args switch
    {
        ["--help" or "-h" or "-?" or "/?", ..] => true,
        [_, .. var rest] when IsCommand(args) => rest is ["--help" or "-h", ..],
        [['-' or '/', ..], ..] => false,
        [var word, ..] => !word.Contains('='),
        [] => false,
    };

    /// <summary>0 when help was asked for, 2 when a word was not understood.</summary>
    public static int Print(string[] args)
    {
        Console.WriteLine("""
            Dialog asks people why, in Teams, Slack and the browser, and drafts the ad and the posts in their own words.

              dotnet run --project src/Dialog.Bot                    start: http://localhost:5080, data in ./data
              dotnet run --project src/Dialog.Bot -- check           try the store, Slack, Teams and the OpenID provider, say what is missing
              … -- doctor                                            a report for a support mail: settings, what is stored, checks; no secrets, nobody's words
              … -- backup FILE, … -- restore FILE                    a copy of all data, also while it runs; puts it back (docs/operate.md)
              … -- verify-audit [--head N:HASH]                      whether anything in the audit log was changed, removed, put in or moved
              … -- retain [--rewrite]                                removes now what has been kept for its time, as every night at 03:20
              … -- archive 2026-10 FOLDER                            all that went out in a month (or a year), as a package for the archive
              … -- import-people FILE.csv [--dry-run]                adds people from a table; says what is wrong in which line (README.md)
              … -- export FOLDER [--format md|txt|docx|json]         every finished copy with its history, a file each
              dotnet run --project src/Dialog.Bot -- --help          this text
              … -- manifest slack --url https://dialog.example.com   the Slack app's manifest with your address; --socket for Socket Mode
              … -- manifest teams --app-id … --url … [--version …]   the Teams app's package, dialog-teams.zip

            Any configuration key can be given after --, e.g. --Urls http://localhost:6000 --Organisation:Name "Katrineholms kommun",
            or as an environment variable, e.g. Slack__SigningSecret. The keys are listed in README.md. A command that is given anything else does nothing and ends with 2.
            """);
        if (args is ["--help" or "-h" or "-?" or "/?" or "help", ..] || IsCommand(args))
        {
            return 0;
        }

        Console.Error.WriteLine($"”{args[0]}” is not a command.");
        return 2;
    }

    private static bool IsCommand(string[] args) => args is [ManifestCommand.Word, ..] || CommandLine.HasCommand(args);
}
