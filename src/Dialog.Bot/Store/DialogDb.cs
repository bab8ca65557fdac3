using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Dialog.Bot.Store;

/// <summary>The store: what it holds is listed here, each table's mapping stands beside its row.</summary>
internal sealed class DialogDb(DbContextOptions<DialogDb> options) : DbContext(options), IDataProtectionKeyContext
{
    /// <summary>Keys that seal cookies and tokens, where several processes share them.</summary>
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    public DbSet<PersonRow> People => Set<PersonRow>();

    public DbSet<AddressRow> Addresses => Set<AddressRow>();

    public DbSet<WorkspaceRow> Workspaces => Set<WorkspaceRow>();

    public DbSet<ConversationRow> Conversations => Set<ConversationRow>();

    public DbSet<AssignmentRow> Assignments => Set<AssignmentRow>();

    public DbSet<AnswerRow> Answers => Set<AnswerRow>();

    public DbSet<DraftRow> Drafts => Set<DraftRow>();

    public DbSet<ReviewRow> Reviews => Set<ReviewRow>();

    public DbSet<ReactionRow> Reactions => Set<ReactionRow>();

    public DbSet<ReactionGroupRow> ReactionGroups => Set<ReactionGroupRow>();

    public DbSet<CommentRow> Comments => Set<CommentRow>();

    public DbSet<OpenPageRow> OpenPages => Set<OpenPageRow>();

    public DbSet<SearchRow> SearchTexts => Set<SearchRow>();

    public DbSet<MessageRow> Messages => Set<MessageRow>();

    public DbSet<InboxRow> Inbox => Set<InboxRow>();

    public DbSet<OutboxRow> Outbox => Set<OutboxRow>();

    public DbSet<QuestionSetRow> QuestionSets => Set<QuestionSetRow>();

    public DbSet<DueRow> Due => Set<DueRow>();

    public DbSet<MailRow> Mail => Set<MailRow>();

    public DbSet<SeriesRow> Series => Set<SeriesRow>();

    public DbSet<FeedRow> Feeds => Set<FeedRow>();

    public DbSet<SignOutRow> SignOuts => Set<SignOutRow>();

    public DbSet<JoinRow> Joins => Set<JoinRow>();

    public DbSet<JoinCodeRow> JoinCodes => Set<JoinCodeRow>();

    public DbSet<AuditRow> Audit => Set<AuditRow>();

    public DbSet<AuditHeadRow> AuditHead => Set<AuditHeadRow>();

    public DbSet<FinalRecordRow> Records => Set<FinalRecordRow>();

    public DbSet<SettingRow> Settings => Set<SettingRow>();

    public DbSet<LeaseRow> Leases => Set<LeaseRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.ApplyConfigurationsFromAssembly(typeof(DialogDb).Assembly);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcMilliseconds>();

    /// <summary>Instants are stored as UTC milliseconds since 1970: SQLite has no instant type it can compare.</summary>
    private sealed class UtcMilliseconds() : ValueConverter<DateTimeOffset, long>(
        instant => instant.ToUnixTimeMilliseconds(),
        stored => DateTimeOffset.FromUnixTimeMilliseconds(stored));
}
