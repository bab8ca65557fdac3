namespace Dialog.Bot;

/// <summary>What of the command line is configuration.</summary>
internal static class CommandLine
{
    /// <summary>
    /// Without the sub-command and the words that are its own: configuration would take <c>/srv/people.csv</c> for a key, and the word after it for its value.
    /// </summary>
    public static string[] Configuration(string[] args) => [.. args.Skip(args is [var word, ..] && Bare(word) is { } bare ? 1 + bare : 0).Where(word => word != ImportPeopleCommand.DryRun)];

    /// <summary>
    /// The first word after a sub-command that is neither its own nor a setting; null when there is none, or no sub-command. Configuration would pass over it
    /// in silence, or take the word after it for its value.
    /// </summary>
    public static string? Stray(string[] args)
    {
        if (args is not [var command, .. var rest] || Bare(command) is not { } bare)
        {
            return null;
        }

        for (var at = rest.Take(bare).TakeWhile(word => !word.StartsWith('-')).Count(); at < rest.Length; at++)
        {
            var word = rest[at];
            var prefix = word.StartsWith("--", StringComparison.Ordinal) ? 2 : word.StartsWith('/') ? 1 : 0;
            var (option, hasValue) = word.Split('=', 2) is [var name, _] ? (name, true) : (word, false);
            if (command == ImportPeopleCommand.Word && word == ImportPeopleCommand.DryRun)
            {
                continue;
            }

            var isOwn = (command, option) is (ExportCommand.Word, ExportCommand.Format) or (VerifyAuditCommand.Word, VerifyAuditCommand.Head);
            if (!isOwn && (prefix == 0 && !hasValue || !Setting.IsOwn(option[prefix..])) || !hasValue && (++at == rest.Length || rest[at].StartsWith("--", StringComparison.Ordinal)))
            {
                return word;
            }
        }

        return null;
    }

    /// <summary>How many words that are no options the sub-command takes; null when it is none.</summary>
    private static int? Bare(string command) => command switch
    {
        ArchiveCommand.Word => 2,
        ImportPeopleCommand.Word or ExportCommand.Word or BackupCommand.Word or BackupCommand.RestoreWord => 1,
        CheckCommand.Word or DoctorCommand.Word or VerifyAuditCommand.Word or RetainCommand.Word => 0,
        _ => null,
    };
}
