using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dialog.Bot.Store;

/// <summary>A version of something that is decided at the desk. Never changed: a change, and going back, is another row; the newest is in force.</summary>
internal sealed class SettingRow : IEntityTypeConfiguration<SettingRow>
{
    /// <summary>The interview's questions: <see cref="Body"/> is a question set.</summary>
    public const string Questions = "questions";

    /// <summary>Where texts go out: <see cref="Body"/> is what is other than configured.</summary>
    public const string Outlets = "outlets";

    public required string Kind { get; init; }

    /// <summary>1 for the first of its kind, without gaps: of two at the same time one loses.</summary>
    public required int Version { get; init; }

    /// <summary>What was decided, as JSON; null for what the configuration says.</summary>
    public string? Body { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The person who did it; null for the desk's token.</summary>
    public string? By { get; init; }

    /// <summary>The version that was gone back to; null for a new one.</summary>
    public int? Restores { get; init; }

    /// <summary>What <see cref="Read"/> reads.</summary>
    public const string Columns = """ "Kind", "Version", "Body", "At", "By", "Restores" """;

    public static SettingRow Read(Row row) => new()
    {
        Kind = row.GetString(0),
        Version = row.GetInt32(1),
        Body = row.TextOrNull(2),
        At = row.Instant(3),
        By = row.TextOrNull(4),
        Restores = row.IsDBNull(5) ? null : row.GetInt32(5),
    };

    public void Configure(EntityTypeBuilder<SettingRow> builder) => builder.ToTable("Settings").HasKey(s => new { s.Kind, s.Version });
}
