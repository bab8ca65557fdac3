using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dialog.Bot.Store;

/// <summary>A question set some interview began with, as it was then. Never changed: an edit is another row.</summary>
internal sealed class QuestionSetRow : IEntityTypeConfiguration<QuestionSetRow>
{
    /// <summary>See <see cref="Dialog.Core.Questions.QuestionSet.Key"/>.</summary>
    public required string Key { get; init; }

    public required string Id { get; init; }

    public required int Version { get; init; }

    /// <summary>See <see cref="Dialog.Core.Questions.QuestionSet.Json"/>.</summary>
    public required string Body { get; init; }

    /// <summary>When the first interview began with it.</summary>
    public required DateTimeOffset At { get; init; }

    public void Configure(EntityTypeBuilder<QuestionSetRow> builder) => builder.ToTable("QuestionSets").HasKey(q => q.Key);
}
