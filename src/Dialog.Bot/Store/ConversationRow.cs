using Dialog.Core.Interviews;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dialog.Bot.Store;

/// <summary>Everything remembered of the talk with one person, as one document.</summary>
internal sealed class ConversationRow : IEntityTypeConfiguration<ConversationRow>
{
    public required string PersonId { get; init; }

    /// <summary>The conversation, see <see cref="StateJson"/>.</summary>
    public required string State { get; set; }

    /// <summary>Counts turns; two turns of one conversation can not both commit.</summary>
    public int Version { get; set; }

    /// <summary>Null when nothing was said yet. In a transaction the conversation is this turn's until the commit: turns of one person go one after the other.</summary>
    public static Task<ConversationRow?> FindAsync(Session session, string personId, CancellationToken cancellationToken) => session.LockAsync(
        """SELECT "State", "Version" FROM "Conversations" WHERE "PersonId" = $1""",
        [personId],
        row => new ConversationRow { PersonId = personId, State = row.GetString(0), Version = row.GetInt32(1) },
        cancellationToken);

    /// <summary>The talk remembers nothing of these assignments any more.</summary>
    public static async Task ForgetAsync(Session session, string personId, IReadOnlySet<string> assignments, CancellationToken cancellationToken)
    {
        if (await FindAsync(session, personId, cancellationToken) is { } row && row.Read() is var talk && talk.Knows(assignments))
        {
            session.WriteSurely(
                """UPDATE "Conversations" SET "State" = $2, "Version" = "Version" + 1 WHERE "PersonId" = $1 AND "Version" = $3""",
                personId, StateJson.Write(talk.Without(assignments)), row.Version);
        }
    }

    /// <summary>The conversation, read from <see cref="State"/>.</summary>
    public Conversation Read() => StateJson.Read<Conversation>(State);

    public void Configure(EntityTypeBuilder<ConversationRow> builder)
    {
        builder.ToTable("Conversations").HasKey(c => c.PersonId);
        builder.Property(c => c.Version).IsConcurrencyToken();
    }
}

/// <summary>The key of an event that was taken: the same key is never taken again. Pruned by age.</summary>
internal sealed class InboxRow : IEntityTypeConfiguration<InboxRow>
{
    public required string Key { get; init; }

    public required DateTimeOffset At { get; init; }

    public void Configure(EntityTypeBuilder<InboxRow> builder) => builder.ToTable("Inbox").HasKey(i => i.Key);
}

/// <summary>An instant a conversation asked to be woken at.</summary>
internal sealed class DueRow : IEntityTypeConfiguration<DueRow>
{
    public required string PersonId { get; init; }

    /// <summary>See <see cref="Dialog.Core.Interviews.Due"/>.</summary>
    public required string Name { get; init; }

    public required DateTimeOffset At { get; set; }

    /// <summary>Reads <c>PersonId, Name, At</c>.</summary>
    public static DueRow Read(Row row) => new() { PersonId = row.GetString(0), Name = row.GetString(1), At = row.Instant(2) };

    public void Configure(EntityTypeBuilder<DueRow> builder)
    {
        builder.ToTable("Due").HasKey(d => new { d.PersonId, d.Name });
        builder.HasIndex(d => d.At);
    }
}
