using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dialog.Bot.Store;

/// <summary>A Slack team or organisation the app is installed in, with whether the bot may write there.</summary>
internal sealed class WorkspaceRow : IEntityTypeConfiguration<WorkspaceRow>
{
    public required string Channel { get; init; }

    /// <summary>As in <see cref="AddressRow.Workspace"/>.</summary>
    public required string Id { get; init; }

    public string? Name { get; set; }

    /// <summary>The channel's tokens, encrypted by it with Data Protection; null when they are configured, or were taken back.</summary>
    public string? Secret { get; set; }

    /// <summary>What else the channel knows of the installation, written and read by the channel alone; no secrets.</summary>
    public string? Data { get; set; }

    /// <summary>When the token has to be renewed at the latest; null when it lasts.</summary>
    public DateTimeOffset? ExpiresAt { get; set; }

    /// <summary>Somebody renews the token until then at the longest; null when nobody does.</summary>
    public DateTimeOffset? RenewingUntil { get; set; }

    public required DateTimeOffset InstalledAt { get; set; }

    /// <summary>When somebody at the desk said that the workspace is ours; until then nothing is read or sent there.</summary>
    public DateTimeOffset? ConfirmedAt { get; set; }

    /// <summary>Since when nothing is sent; null while all is well.</summary>
    public DateTimeOffset? StoppedAt { get; set; }

    /// <summary>Why nothing is sent, in plain words.</summary>
    public string? StopReason { get; set; }

    /// <summary>What <see cref="Read"/> reads.</summary>
    public const string Columns = """ "Channel", "Id", "InstalledAt", "Name", "Secret", "Data", "ExpiresAt", "ConfirmedAt", "StoppedAt", "StopReason" """;

    public static WorkspaceRow Read(Row row) => new()
    {
        Channel = row.GetString(0),
        Id = row.GetString(1),
        InstalledAt = row.Instant(2),
        Name = row.TextOrNull(3),
        Secret = row.TextOrNull(4),
        Data = row.TextOrNull(5),
        ExpiresAt = row.InstantOrNull(6),
        ConfirmedAt = row.InstantOrNull(7),
        StoppedAt = row.InstantOrNull(8),
        StopReason = row.TextOrNull(9),
    };

    public void Configure(EntityTypeBuilder<WorkspaceRow> builder) => builder.ToTable("Workspaces").HasKey(w => new { w.Channel, w.Id });
}
