namespace Dialog.Bot;

/// <summary>What of the command line is configuration.</summary>
internal static class CommandLine
{
    /// <summary>
    /// Without the sub-command and the words that are its own: configuration would take <c>/srv/people.csv</c> for a key, and the word after it for its value.
    /// </summary>
    public static string[] Configuration(string[] args) =>
    [
        .. args.Skip(args switch
        {
            [ArchiveCommand.Word, ..] => 3,
            [ImportPeopleCommand.Word or ExportCommand.Word, ..] => 2,
            [CheckCommand.Word or DoctorCommand.Word or VerifyAuditCommand.Word or RetainCommand.Word, ..] => 1,
            _ => 0,
        }).Where(word => word != ImportPeopleCommand.DryRun),
    ];
}
