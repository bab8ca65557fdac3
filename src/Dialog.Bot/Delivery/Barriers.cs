using Dialog.Bot.Channels;
using Dialog.Bot.Store;

namespace Dialog.Bot.Delivery;

/// <summary>People who cannot be reached and workspaces that let nothing through: known without asking the platform again.</summary>
internal static class Barriers
{
    /// <summary>Why nothing may be sent there at all; null when something may.</summary>
    public static async Task<SendResult?> FindAsync(DialogDb db, OutboxRow row, AddressRow? address, CancellationToken cancellationToken) =>
        await db.Workspaces.FindAsync([row.Channel, row.Workspace], cancellationToken) switch
        {
            { StoppedAt: not null } stopped => new SendResult.Stopped(stopped.StopReason ?? "the workspace is stopped"),
            { ConfirmedAt: null } => new SendResult.Stopped("the workspace has not been confirmed at the desk"),
            _ => address?.Unreachable is { } reason ? new SendResult.Unreachable(reason) : null,
        };

    /// <summary>What a refusal says about more than this one message. Saves nothing itself.</summary>
    public static async Task RememberAsync(DialogDb db, OutboxRow row, AddressRow? address, SendResult result, DateTimeOffset now)
    {
        switch (result)
        {
            case SendResult.Unreachable unreachable:
                address?.Unreachable ??= unreachable.Reason;
                break;
            case SendResult.Stopped stopped:
                var workspace = await db.Workspaces.FindAsync([row.Channel, row.Workspace], CancellationToken.None);
                if (workspace is null)
                {
                    workspace = new WorkspaceRow { Channel = row.Channel, Id = row.Workspace, InstalledAt = now, ConfirmedAt = now };
                    db.Add(workspace);
                }

                if (workspace.ConfirmedAt is not null)
                {
                    workspace.StoppedAt ??= now;
                    workspace.StopReason ??= stopped.Reason;
                }

                break;
        }
    }
}
