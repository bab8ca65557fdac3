using Dialog.Bot.Store;

namespace Dialog.Bot;

/// <summary>The sub-command <c>verify-audit</c>: whether the audit log is as it was written, also while the program runs.</summary>
internal static class VerifyAuditCommand
{
    public const string Word = "verify-audit";

    public const string Head = "--head";

    /// <summary>0 when the chain holds, 1 when it does not or cannot be read, 2 when the command was not understood.</summary>
    public static async Task<int> RunAsync(IServiceProvider services, string[] options, CancellationToken cancellationToken)
    {
        var given = CommandLine.ValueOf(options, Head);
        var noted = given is null ? null : AuditHead.Read(given);
        if (given is not null && noted is null)
        {
            await Console.Error.WriteLineAsync("--head: write what an earlier verify-audit printed, e.g. --head 128:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08");
            return 2;
        }

        if (!await services.IsStoreThereAsync(cancellationToken))
        {
            await Console.Error.WriteLineAsync("There is no audit log here yet: start Dialog once, or set Storage:ConnectionString as for Dialog.");
            return 1;
        }

        var verdict = await services.GetRequiredService<AuditVerifier>().VerifyAsync(noted, cancellationToken);
        foreach (var fault in verdict.Faults)
        {
            Console.WriteLine($"FAULT  {fault}");
        }

        if (verdict.Unsealed > 0)
        {
            Console.WriteLine($"{verdict.Unsealed} entries are not sealed yet; the program does that within seconds.");
        }

        Console.WriteLine(verdict.Faults.Count > 0 ? "The audit log is not as it was written." : noted is null ? "The audit log is as it was written." : "The audit log is as it was written, and goes through the head that was noted.");
        Console.WriteLine($"Note this head outside this machine, and give it with --head the next time: {verdict.Head}");
        return verdict.Faults.Count == 0 ? 0 : 1;
    }
}
