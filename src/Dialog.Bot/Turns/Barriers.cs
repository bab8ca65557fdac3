using Dialog.Bot.Channels;
using Dialog.Bot.Store;

namespace Dialog.Bot.Turns;

/// <summary>People who cannot be reached and workspaces that let nothing through: known without asking the platform again.</summary>
internal static class Barriers
{
    /// <summary>What <see cref="Read"/> reads, of the table of workspaces named <c>w</c>.</summary>
    public const string Columns = """w."InstalledAt", w."ConfirmedAt", w."StoppedAt", w."StopReason" """;

    /// <summary>How many columns that is.</summary>
    public const int ColumnCount = 4;

    /// <summary>Why nothing may be sent there at all; null when something may.</summary>
    public static SendResult? Read(Row row, int from, AddressRow? address) =>
        !row.IsDBNull(from + 2) ? new SendResult.Stopped(row.TextOrNull(from + 3) ?? "the workspace is stopped")
        : !row.IsDBNull(from) && row.IsDBNull(from + 1) ? new SendResult.Stopped("the workspace has not been confirmed at the desk")
        : address?.Unreachable is { } reason ? new SendResult.Unreachable(reason)
        : null;

    /// <summary>What a refusal says about more than this one message.</summary>
    public static void Remember(Session session, OutboxRow row, SendResult result, DateTimeOffset now)
    {
        switch (result)
        {
            case SendResult.Unreachable unreachable:
                session.Write(
                    """UPDATE "Addresses" SET "Unreachable" = $4 WHERE "Channel" = $1 AND "Workspace" = $2 AND "User" = $3 AND "Unreachable" IS NULL""",
                    row.Channel, row.Workspace, row.User, unreachable.Reason);
                break;
            case SendResult.Stopped stopped:
                session.Write(
                    """
                    INSERT INTO "Workspaces" ("Channel", "Id", "InstalledAt", "ConfirmedAt", "StoppedAt", "StopReason") VALUES ($1, $2, $3, $3, $3, $4)
                    ON CONFLICT ("Channel", "Id") DO UPDATE
                    SET "StoppedAt" = COALESCE("Workspaces"."StoppedAt", $3), "StopReason" = COALESCE("Workspaces"."StopReason", $4)
                    WHERE "Workspaces"."ConfirmedAt" IS NOT NULL
                    """,
                    row.Channel, row.Workspace, now, stopped.Reason);
                break;
        }
    }
}
