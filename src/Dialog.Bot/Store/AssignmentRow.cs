using System.Globalization;
using System.Linq.Expressions;
using Dialog.Core.Assignments;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dialog.Bot.Store;

/// <summary>One question to one respondent. The whole assignment is <see cref="Body"/>; the columns beside it are for lists.</summary>
internal sealed class AssignmentRow : IEntityTypeConfiguration<AssignmentRow>
{
    public required string Id { get; init; }

    public required string PersonId { get; set; }

    public required string Topic { get; init; }

    public required AssignmentState State { get; set; }

    /// <summary>The person is being asked, or will be, or has just answered.</summary>
    public static Expression<Func<AssignmentRow, bool>> IsUnderWay { get; } = row =>
        row.State == AssignmentState.Planned || row.State == AssignmentState.Assigned || row.State == AssignmentState.InProgress || row.State == AssignmentState.Submitted;

    /// <summary><see cref="Assignment"/> as JSON, see <see cref="StateJson"/>.</summary>
    public required string Body { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it reached its state.</summary>
    public required DateTimeOffset MovedAt { get; set; }

    /// <summary>The copy deadline as it was ordered.</summary>
    public DateTimeOffset? CopyDeadline { get; init; }

    /// <summary>When the text must have left: as it was ordered, or as its plan says; what has neither comes last.</summary>
    public DateTimeOffset SortAt { get; init; }

    /// <summary>The day it appears, as <c>YYYY-MM-DD</c>.</summary>
    public string? PublishOn { get; init; }

    /// <summary>Written by <see cref="Restage"/> whenever the state or a draft's status changes.</summary>
    public AssignmentStage Stage { get; init; }

    /// <summary><see cref="ReminderPlan"/> as JSON; null when nothing is planned.</summary>
    public string? Plan { get; set; }

    /// <summary>When the editors were told that no answer has come.</summary>
    public DateTimeOffset? EscalatedAt { get; set; }

    /// <summary>The ad that several assignments are for.</summary>
    public string? Ad { get; init; }

    /// <summary>The published assignment whose readers it replies to.</summary>
    public string? ReplyTo { get; init; }

    /// <summary>How often something on its page changed that is neither message nor decision: open pages look anew.</summary>
    public int Touched { get; init; }

    /// <summary>The caller's Idempotency-Key, when it gave one.</summary>
    public string? RequestKey { get; set; }

    /// <summary>When its transcript was pseudonymised; null while it is as it was said.</summary>
    public DateTimeOffset? PseudonymisedAt { get; set; }

    /// <summary><see cref="SortAt"/> of what has no copy deadline.</summary>
    private const long Never = 253402300799999;

    /// <summary>Works out <see cref="Stage"/> anew; <c>$1</c> is the assignment.</summary>
    public const string Restage = $"""UPDATE "Assignments" SET "Stage" = {StageOf} WHERE "Id" = $1""";

    /// <summary>The stage by the state and the newest revisions of the drafts.</summary>
    private const string StageOf = """
        CASE
            WHEN "State" IN ('Planned', 'Assigned', 'InProgress') THEN "State"
            WHEN "State" = 'Completed' AND EXISTS (SELECT 1 FROM "Drafts" d WHERE d."AssignmentId" = "Assignments"."Id" AND d."Status" IN ('Published', 'Corrected')) THEN 'Published'
            WHEN "State" IN ('Completed', 'Declined', 'Cancelled') THEN 'Ended'
            WHEN EXISTS (SELECT 1 FROM "Drafts" d WHERE d."AssignmentId" = "Assignments"."Id" AND d."Status" IN ('Approved', 'Scheduled', 'Published', 'Corrected')
                AND NOT EXISTS (SELECT 1 FROM "Drafts" n WHERE n."Id" = d."Id" AND n."Revision" > d."Revision"))
                AND NOT EXISTS (SELECT 1 FROM "Drafts" d WHERE d."AssignmentId" = "Assignments"."Id" AND d."Status" IN ('Working', 'InReview', 'ChangesRequested')
                AND NOT EXISTS (SELECT 1 FROM "Drafts" n WHERE n."Id" = d."Id" AND n."Revision" > d."Revision")) THEN 'Approved'
            ELSE 'Review'
        END
        """;

    /// <summary>Tells open pages that something is new; <c>$1</c> is the assignment.</summary>
    public const string Touch = """UPDATE "Assignments" SET "Touched" = "Touched" + 1 WHERE "Id" = $1""";

    /// <summary><see cref="SortAt"/> of a copy deadline.</summary>
    public static DateTimeOffset SortOf(DateTimeOffset? copyDeadline) => copyDeadline ?? DateTimeOffset.FromUnixTimeMilliseconds(Never);

    /// <summary>The copy deadline of a <see cref="SortAt"/>.</summary>
    public static DateTimeOffset? DeadlineOf(DateTimeOffset sortAt) => sortAt.ToUnixTimeMilliseconds() == Never ? null : sortAt;

    /// <summary><see cref="PublishOn"/> of an order.</summary>
    public static string? DayOf(Assignment assignment) => assignment.PublishOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public void Configure(EntityTypeBuilder<AssignmentRow> builder)
    {
        builder.ToTable("Assignments").HasKey(a => a.Id);
        builder.Property(a => a.State).HasConversion<string>();
        builder.Property(a => a.Stage).HasConversion<string>();
        builder.HasIndex(a => a.PersonId);
        builder.HasIndex(a => new { a.Stage, a.SortAt, a.Id });
        builder.HasIndex(a => new { a.Stage, a.MovedAt });
        builder.HasIndex(a => a.MovedAt);
        builder.HasIndex(a => a.PublishOn).HasFilter("\"PublishOn\" IS NOT NULL");
        builder.HasIndex(a => new { a.Stage, a.EscalatedAt }).HasFilter("\"EscalatedAt\" IS NOT NULL");
        builder.HasIndex(a => a.CopyDeadline);
        builder.HasIndex(a => a.ReplyTo).HasFilter("\"ReplyTo\" IS NOT NULL");
        builder.HasIndex(a => a.Ad).HasFilter("\"Ad\" IS NOT NULL");
        builder.HasIndex(a => a.RequestKey).IsUnique();
    }
}
