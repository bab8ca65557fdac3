namespace Dialog.Bot.Store;

/// <summary>What the audit log looks like.</summary>
/// <param name="Head">Where the chain ends.</param>
/// <param name="Unsealed">Entries that are not sealed yet; the program does it within seconds.</param>
/// <param name="Faults">What is wrong, each in plain words with the entry's number; empty when the chain holds.</param>
internal sealed record AuditVerdict(AuditHead Head, long Unsealed, IReadOnlyList<string> Faults);

/// <summary>Reads the whole audit log and says what in it is not as it was written.</summary>
internal sealed class AuditVerifier(Database database)
{
    private const int MostAtOnce = 1000;

    /// <summary>Faults told at most: one bad entry is enough to know, and a chain made anew has as many as entries.</summary>
    private const int MostFaults = 100;

    /// <param name="noted">A head that was noted earlier, if any: the chain must still pass through it.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public Task<AuditVerdict> VerifyAsync(AuditHead? noted, CancellationToken cancellationToken) => database.ReadAsync(
        async (session, token) =>
        {
            var before = await AuditSealer.HeadAsync(session, token);
            var walk = new Walk([.. new[] { noted, before }.OfType<AuditHead>()]);
            for (var after = (Number: long.MinValue, Seq: long.MinValue); ;)
            {
                var rows = await session.ListAsync(
                    $"""SELECT {AuditRow.Columns} FROM "Audit" WHERE "Number" IS NOT NULL AND ("Number" > $1 OR "Number" = $1 AND "Seq" > $2) ORDER BY "Number", "Seq" LIMIT $3""",
                    [after.Number, after.Seq, MostAtOnce],
                    AuditRow.Read,
                    token);
                rows.ForEach(walk.Pass);
                if (rows.Count < MostAtOnce)
                {
                    break;
                }

                after = (rows[^1].Number!.Value, rows[^1].Seq);
            }

            // Meanwhile the program may have sealed more.
            walk.End(before?.Number ?? 0, (await AuditSealer.HeadAsync(session, token))?.Number ?? 0, noted);
            var unsealed = await session.ListAsync("""SELECT COUNT(*) FROM "Audit" WHERE "Number" IS NULL""", [], row => row.GetInt64(0), token);
            return new AuditVerdict(walk.Last, unsealed[0], [.. walk.Faults.Take(MostFaults)]);
        },
        cancellationToken);

    /// <summary>Goes along the chain in order of number.</summary>
    /// <param name="known">Heads the chain has to pass through.</param>
    private sealed class Walk(IReadOnlyList<AuditHead> known)
    {
        public List<string> Faults { get; } = [];

        public AuditHead Last { get; private set; } = new(0, AuditChain.Beginning);

        public void Pass(AuditRow row)
        {
            var number = row.Number!.Value;
            if (number <= Last.Number)
            {
                Faults.Add($"Entry {number} (seq {row.Seq}) was put in: its place in the chain is taken.");
                return;
            }

            if (number > Last.Number + 1)
            {
                Faults.Add($"{Entries(Last.Number + 1, number - 1)} missing.");
            }
            else if (row.Previous != Last.Hash)
            {
                Faults.Add($"Entry {number} (seq {row.Seq}) does not follow entry {Last.Number}: one of them was put in, moved or made anew.");
            }

            if (AuditChain.HashOf(row, row.Previous ?? "") != row.Hash)
            {
                Faults.Add($"Entry {number} (seq {row.Seq}) was changed: {row.Action} {row.Kind} {row.Subject}.");
            }

            Last = new AuditHead(number, row.Hash ?? "");
            if (known.Any(head => head.Number == number && head != Last))
            {
                Faults.Add($"Entry {number} is not the one the chain was sealed to: it was made anew.");
            }
        }

        /// <param name="before">Where the chain was sealed to before it was walked along.</param>
        /// <param name="after">And afterwards.</param>
        /// <param name="noted">A head that was noted earlier.</param>
        public void End(long before, long after, AuditHead? noted)
        {
            if (Math.Max(before, noted?.Number ?? 0) is var end && end > Last.Number)
            {
                Faults.Add($"{Entries(Last.Number + 1, end)} missing: the end was cut off.");
            }

            if (Last.Number > after)
            {
                Faults.Add($"{Entries(after + 1, Last.Number)} behind the end: nobody sealed to there.");
            }
        }

        private static string Entries(long first, long last) => first == last ? $"Entry {first} is" : $"Entries {first} to {last} are";
    }
}
