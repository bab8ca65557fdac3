using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Dialog.Bot.Store.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Joins : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "RenewingUntil",
                table: "Workspaces",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "JoinCodes",
                columns: table => new
                {
                    Hash = table.Column<string>(type: "TEXT", nullable: false),
                    PersonId = table.Column<string>(type: "TEXT", nullable: false),
                    ExpiresAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_JoinCodes", x => x.Hash);
                });

            migrationBuilder.CreateTable(
                name: "Joins",
                columns: table => new
                {
                    PersonId = table.Column<string>(type: "TEXT", nullable: false),
                    Into = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    PartedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Body = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Joins", x => x.PersonId);
                });

            migrationBuilder.CreateIndex(
                name: "IX_JoinCodes_PersonId",
                table: "JoinCodes",
                column: "PersonId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "JoinCodes");

            migrationBuilder.DropTable(
                name: "Joins");

            migrationBuilder.DropColumn(
                name: "RenewingUntil",
                table: "Workspaces");
        }
    }
}
