namespace Dialog.Bot.Store;

/// <summary>Seals what was put down since: gives each entry its place in the chain. One sealer at a time, however many processes share the store.</summary>
internal sealed partial class AuditSealer(Database database, ILogger<AuditSealer> logger)
{
    /// <summary>Entries sealed in one transaction; each takes some microseconds.</summary>
    private const int MostAtOnce = 500;

    /// <summary>Seals all there is.</summary>
    public async Task SealAsync(CancellationToken cancellationToken)
    {
        if (!await AnyAsync(cancellationToken))
        {
            return;
        }

        int sealedNow;
        do
        {
            (sealedNow, var head) = await database.WriteAsync(SealSomeAsync, cancellationToken);
            if (sealedNow > 0)
            {
                // The log lies elsewhere: a chain that was made anew in the database does not end where the log says it did.
                LogSealed(head.Number, head.Hash);
            }
        }
        while (sealedNow == MostAtOnce);
    }

    /// <summary>Where the chain ends now.</summary>
    public static async Task<AuditHead?> HeadAsync(Session session, CancellationToken cancellationToken) => await session.LockAsync(
        """SELECT "Number", "Hash" FROM "AuditHead" WHERE "Id" = 1""", [], row => new AuditHead(row.GetInt64(0), row.GetString(1)), cancellationToken);

    private async Task<bool> AnyAsync(CancellationToken cancellationToken) => await database.ReadAsync(
        (session, token) => session.FirstAsync("""SELECT "Action" FROM "Audit" WHERE "Number" IS NULL LIMIT 1""", [], row => row.GetString(0), token),
        cancellationToken) is not null;

    private static async Task<(int Sealed, AuditHead Head)> SealSomeAsync(Session session, CancellationToken cancellationToken)
    {
        var known = await HeadAsync(session, cancellationToken);
        var head = known ?? new AuditHead(0, AuditChain.Beginning);
        var rows = await session.ListAsync($"""SELECT {AuditRow.Columns} FROM "Audit" WHERE "Number" IS NULL ORDER BY "Seq" LIMIT $1""", [MostAtOnce], AuditRow.Read, cancellationToken);
        if (rows.Count == 0)
        {
            return (0, head);
        }

        var before = head;
        foreach (var row in rows)
        {
            var hash = AuditChain.HashOf(row, head.Hash);
            session.WriteSurely("""UPDATE "Audit" SET "Number" = $2, "Previous" = $3, "Hash" = $4 WHERE "Seq" = $1 AND "Number" IS NULL""", row.Seq, head.Number + 1, head.Hash, hash);
            head = new AuditHead(head.Number + 1, hash);
        }

        if (known is null)
        {
            session.Write("""INSERT INTO "AuditHead" ("Id", "Number", "Hash") VALUES (1, $1, $2)""", head.Number, head.Hash);
        }
        else
        {
            session.WriteSurely("""UPDATE "AuditHead" SET "Number" = $1, "Hash" = $2 WHERE "Id" = 1 AND "Number" = $3""", head.Number, head.Hash, before.Number);
        }

        return (rows.Count, head);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The audit log is sealed to {Number}:{Hash}")]
    private partial void LogSealed(long number, string hash);
}
