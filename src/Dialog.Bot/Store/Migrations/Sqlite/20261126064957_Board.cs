using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Dialog.Bot.Store.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Board : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "LeftAt",
                table: "Outbox",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "PublishOn",
                table: "Assignments",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "SortAt",
                table: "Assignments",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "Stage",
                table: "Assignments",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.Sql(
                """
                UPDATE "Assignments" SET "SortAt" = COALESCE("CopyDeadline", 253402300799999), "PublishOn" = json_extract("Body", '$.publishOn'), "Stage" = CASE
                    WHEN "State" IN ('Planned', 'Assigned', 'InProgress') THEN "State"
                    WHEN "State" = 'Completed' AND EXISTS (SELECT 1 FROM "Drafts" d WHERE d."AssignmentId" = "Assignments"."Id" AND d."Status" IN ('Published', 'Corrected')) THEN 'Published'
                    WHEN "State" IN ('Completed', 'Declined', 'Cancelled') THEN 'Ended'
                    WHEN EXISTS (SELECT 1 FROM "Drafts" d WHERE d."AssignmentId" = "Assignments"."Id" AND d."Status" IN ('Approved', 'Scheduled', 'Published', 'Corrected')
                        AND NOT EXISTS (SELECT 1 FROM "Drafts" n WHERE n."Id" = d."Id" AND n."Revision" > d."Revision"))
                        AND NOT EXISTS (SELECT 1 FROM "Drafts" d WHERE d."AssignmentId" = "Assignments"."Id" AND d."Status" IN ('Working', 'InReview', 'ChangesRequested')
                        AND NOT EXISTS (SELECT 1 FROM "Drafts" n WHERE n."Id" = d."Id" AND n."Revision" > d."Revision")) THEN 'Approved'
                    ELSE 'Review' END;
                """.ReplaceLineEndings("\n"))
                .Annotation("PostgreSql:Replace", "json_extract(\"Body\", '$.publishOn')")
                .Annotation("PostgreSql:By", "\"Body\"::json->>'publishOn'");

            migrationBuilder.CreateIndex(
                name: "IX_Outbox_Status_Seq",
                table: "Outbox",
                columns: new[] { "Status", "Seq" },
                filter: "\"Status\" IN ('Failed', 'Unknown')");

            migrationBuilder.CreateIndex(
                name: "IX_Assignments_MovedAt",
                table: "Assignments",
                column: "MovedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Assignments_PublishOn",
                table: "Assignments",
                column: "PublishOn",
                filter: "\"PublishOn\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Assignments_Stage_EscalatedAt",
                table: "Assignments",
                columns: new[] { "Stage", "EscalatedAt" },
                filter: "\"EscalatedAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Assignments_Stage_MovedAt",
                table: "Assignments",
                columns: new[] { "Stage", "MovedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Assignments_Stage_SortAt_Id",
                table: "Assignments",
                columns: new[] { "Stage", "SortAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Addresses_Unreachable",
                table: "Addresses",
                column: "Unreachable",
                filter: "\"Unreachable\" IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Outbox_Status_Seq",
                table: "Outbox");

            migrationBuilder.DropIndex(
                name: "IX_Assignments_MovedAt",
                table: "Assignments");

            migrationBuilder.DropIndex(
                name: "IX_Assignments_PublishOn",
                table: "Assignments");

            migrationBuilder.DropIndex(
                name: "IX_Assignments_Stage_EscalatedAt",
                table: "Assignments");

            migrationBuilder.DropIndex(
                name: "IX_Assignments_Stage_MovedAt",
                table: "Assignments");

            migrationBuilder.DropIndex(
                name: "IX_Assignments_Stage_SortAt_Id",
                table: "Assignments");

            migrationBuilder.DropIndex(
                name: "IX_Addresses_Unreachable",
                table: "Addresses");

            migrationBuilder.DropColumn(
                name: "LeftAt",
                table: "Outbox");

            migrationBuilder.DropColumn(
                name: "PublishOn",
                table: "Assignments");

            migrationBuilder.DropColumn(
                name: "SortAt",
                table: "Assignments");

            migrationBuilder.DropColumn(
                name: "Stage",
                table: "Assignments");
        }
    }
}
