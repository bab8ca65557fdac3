namespace Dialog.Bot;

/// <summary>What of the command line belongs to a sub-command, and what is configuration.</summary>
internal static class CommandLine
{
    private static readonly SubCommand[] Commands =
    [
        new(ArchiveCommand.Word, Bare: 2),
        new(BackupCommand.Word, Bare: 1),
        new(BackupCommand.RestoreWord, Bare: 1),
        new(CheckCommand.Word),
        new(DoctorCommand.Word),
        new(ExportCommand.Word, Bare: 1, Option: ExportCommand.Format),
        new(ImportPeopleCommand.Word, Bare: 1, Flag: ImportPeopleCommand.DryRun),
        new(RetainCommand.Word, Flag: RetainCommand.Rewrite),
        new(VerifyAuditCommand.Word, Option: VerifyAuditCommand.Head),
    ];

    /// <summary>The first word is a sub-command that works on the store.</summary>
    public static bool HasCommand(string[] args) => Of(args) is not null;

    /// <summary>
    /// Without the sub-command and the words that are its own: configuration would take <c>/srv/people.csv</c> for a key, and the word after it for its value.
    /// </summary>
    public static string[] Configuration(string[] args)
    {
        if (Of(args) is not { } command)
        {
            return args;
        }

        var (rest, settings) = (args[1..], new List<string>());
        for (var at = BareIn(rest, command); at < rest.Length; at++)
        {
            if (NameOf(rest[at]) == command.Option)
            {
                at += rest[at] == command.Option ? 1 : 0;
            }
            else if (rest[at] != command.Flag)
            {
                settings.Add(rest[at]);
            }
        }

        return [.. settings];
    }

    /// <summary>
    /// The first word after a sub-command that is neither its own nor a setting; null when there is none, or no sub-command. Configuration would pass over it
    /// in silence, or take the word after it for its value.
    /// </summary>
    public static string? Stray(string[] args)
    {
        if (Of(args) is not { } command)
        {
            return null;
        }

        var rest = args[1..];
        for (var at = BareIn(rest, command); at < rest.Length; at++)
        {
            var word = rest[at];
            if (word == command.Flag)
            {
                continue;
            }

            var prefix = word.StartsWith("--", StringComparison.Ordinal) ? 2 : word.StartsWith('/') ? 1 : 0;
            var (name, hasValue) = (NameOf(word), word.Contains('='));
            if (name != command.Option && (prefix == 0 && !hasValue || !Setting.IsOwn(name[prefix..])) || !hasValue && (++at == rest.Length || rest[at].StartsWith("--", StringComparison.Ordinal)))
            {
                return word;
            }
        }

        return null;
    }

    /// <summary>What is given for an option, as <c>--option value</c> or <c>--option=value</c>; empty when nothing follows it, null when it is not there.</summary>
    public static string? ValueOf(string[] words, string option)
    {
        var at = Array.FindIndex(words, word => NameOf(word) == option);
        return at < 0 ? null : words[at] == option ? words.ElementAtOrDefault(at + 1) ?? "" : words[at][(option.Length + 1)..];
    }

    private static SubCommand? Of(string[] args) => args is [var word, ..] ? Array.Find(Commands, command => command.Word == word) : null;

    private static int BareIn(string[] rest, SubCommand command) => rest.Take(command.Bare).TakeWhile(word => !word.StartsWith('-')).Count();

    private static string NameOf(string word) => word.Split('=', 2)[0];

    /// <summary>A sub-command, and which words after it are its own.</summary>
    /// <param name="Word">The first word.</param>
    /// <param name="Bare">How many words that are no options it takes, first of all.</param>
    /// <param name="Flag">An option without a value.</param>
    /// <param name="Option">An option with a value.</param>
    private sealed record SubCommand(string Word, int Bare = 0, string? Flag = null, string? Option = null);
}
