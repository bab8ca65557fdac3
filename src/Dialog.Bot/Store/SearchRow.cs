using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dialog.Bot.Store;

/// <summary>
/// A text that can be searched: a question, a brief, an answer or a draft as it stands. Written by the database's own triggers in the transaction
/// that writes what it is of (<c>Migrations/SearchSchema.cs</c>), and by nothing else. SQLite's full-text index <c>__Search</c> and PostgreSQL's column <c>Words</c> follow it.
/// </summary>
internal sealed class SearchRow : IEntityTypeConfiguration<SearchRow>
{
    /// <summary>The <see cref="Kind"/> of an assignment's question, of which each has one.</summary>
    public const string Topic = "topic";

    /// <summary>Newer texts have higher ones.</summary>
    public long Id { get; init; }

    public required string AssignmentId { get; init; }

    /// <summary>topic, brief, answer or draft.</summary>
    public required string Kind { get; init; }

    /// <summary>The slot of an answer, the outlet of a draft; empty for the others.</summary>
    public required string Part { get; init; }

    public required string Text { get; init; }

    /// <summary>The assignment's language, which PostgreSQL stems by.</summary>
    public required string Language { get; init; }

    public void Configure(EntityTypeBuilder<SearchRow> builder)
    {
        builder.ToTable("SearchTexts").HasKey(s => s.Id);
        builder.Property(s => s.Id).ValueGeneratedOnAdd();
        builder.HasIndex(s => new { s.AssignmentId, s.Kind, s.Part }).IsUnique();
    }
}
