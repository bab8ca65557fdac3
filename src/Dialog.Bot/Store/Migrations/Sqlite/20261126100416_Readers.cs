using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Dialog.Bot.Store.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Readers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "Asked",
                table: "Reactions",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "GroupBefore",
                table: "Reactions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "GroupId",
                table: "Reactions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ReplyTo",
                table: "Assignments",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Touched",
                table: "Assignments",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "Comments",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    AssignmentId = table.Column<string>(type: "TEXT", nullable: false),
                    DraftId = table.Column<string>(type: "TEXT", nullable: false),
                    Quote = table.Column<string>(type: "TEXT", nullable: false),
                    Before = table.Column<string>(type: "TEXT", nullable: false),
                    After = table.Column<string>(type: "TEXT", nullable: false),
                    ReplyTo = table.Column<string>(type: "TEXT", nullable: true),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    By = table.Column<string>(type: "TEXT", nullable: true),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    ResolvedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ResolvedBy = table.Column<string>(type: "TEXT", nullable: true),
                    ToldAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Comments", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "OpenPages",
                columns: table => new
                {
                    Page = table.Column<string>(type: "TEXT", nullable: false),
                    Tab = table.Column<string>(type: "TEXT", nullable: false),
                    By = table.Column<string>(type: "TEXT", nullable: true),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OpenPages", x => new { x.Page, x.Tab });
                });

            migrationBuilder.CreateTable(
                name: "ReactionGroups",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    AssignmentId = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: true),
                    AsideAt = table.Column<long>(type: "INTEGER", nullable: true),
                    AskedIn = table.Column<string>(type: "TEXT", nullable: true),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReactionGroups", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Assignments_ReplyTo",
                table: "Assignments",
                column: "ReplyTo",
                filter: "\"ReplyTo\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Comments_AssignmentId",
                table: "Comments",
                column: "AssignmentId");

            migrationBuilder.CreateIndex(
                name: "IX_OpenPages_At",
                table: "OpenPages",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_ReactionGroups_AssignmentId",
                table: "ReactionGroups",
                column: "AssignmentId");

            // Until now every reaction was put to the person by itself.
            migrationBuilder.Sql("""UPDATE "Reactions" SET "Asked" = TRUE;""");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Comments");

            migrationBuilder.DropTable(
                name: "OpenPages");

            migrationBuilder.DropTable(
                name: "ReactionGroups");

            migrationBuilder.DropIndex(
                name: "IX_Assignments_ReplyTo",
                table: "Assignments");

            migrationBuilder.DropColumn(
                name: "Asked",
                table: "Reactions");

            migrationBuilder.DropColumn(
                name: "GroupBefore",
                table: "Reactions");

            migrationBuilder.DropColumn(
                name: "GroupId",
                table: "Reactions");

            migrationBuilder.DropColumn(
                name: "ReplyTo",
                table: "Assignments");

            migrationBuilder.DropColumn(
                name: "Touched",
                table: "Assignments");
        }
    }
}
