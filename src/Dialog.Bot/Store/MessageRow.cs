using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dialog.Bot.Store;

/// <summary>One line of the transcript, in or out. Nothing a person wrote is changed here: an edit is a line of its own.</summary>
internal sealed class MessageRow : IEntityTypeConfiguration<MessageRow>
{
    /// <summary>Order of the transcript.</summary>
    public long Seq { get; init; }

    public required string PersonId { get; set; }

    /// <summary>What it is about: of an assignment's lines, those of its own person are its transcript, others are what reviewers were told. Null outside any.</summary>
    public string? AssignmentId { get; init; }

    /// <summary>True for the person's lines, false for the bot's.</summary>
    public required bool Incoming { get; init; }

    /// <summary>The event's key for a line in; the outbox id for a line out.</summary>
    public required string Key { get; init; }

    /// <summary>Where it was said or sent: <c>slack</c>, <c>teams</c>, <c>web</c>.</summary>
    public required string Channel { get; init; }

    /// <summary>In: said, edited, deleted, chose, arrived. Out: the <see cref="Dialog.Core.Interviews.OutgoingKind"/>'s name as in JSON.</summary>
    public required string Kind { get; init; }

    public required string Text { get; init; }

    /// <summary>Out: the whole <see cref="Dialog.Core.Interviews.Outgoing"/> as JSON (choices, drafts), see <see cref="StateJson"/>.</summary>
    public string? Body { get; init; }

    /// <summary>Out: identity of a message with choices, unique for the person.</summary>
    public string? PromptId { get; set; }

    /// <summary>Out: the label of the button that was pressed.</summary>
    public string? Chosen { get; set; }

    public required DateTimeOffset At { get; init; }

    /// <summary>How the id begins that stands for the person in a pseudonymised transcript.</summary>
    public const string Nobody = "nobody-";

    /// <summary>The transcript of an assignment, without what reviewers were told about it.</summary>
    public static IQueryable<MessageRow> Transcript(DialogDb db, string assignmentId) => db.Messages.AsNoTracking()
        .Where(m => m.AssignmentId == assignmentId && (m.PersonId.StartsWith(Nobody) || db.Assignments.Any(a => a.Id == assignmentId && a.PersonId == m.PersonId)));

    public void Configure(EntityTypeBuilder<MessageRow> builder)
    {
        builder.ToTable("Messages").HasKey(m => m.Seq);
        builder.Property(m => m.Seq).ValueGeneratedOnAdd();
        builder.HasIndex(m => m.Key).IsUnique();
        builder.HasIndex(m => new { m.PersonId, m.Seq });
        builder.HasIndex(m => m.AssignmentId);
    }
}
