ALTER TABLE "Reactions" ADD "Asked" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "Reactions" ADD "GroupBefore" TEXT NULL;

ALTER TABLE "Reactions" ADD "GroupId" TEXT NULL;

ALTER TABLE "Assignments" ADD "ReplyTo" TEXT NULL;

ALTER TABLE "Assignments" ADD "Touched" INTEGER NOT NULL DEFAULT 0;

CREATE TABLE "Comments" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Comments" PRIMARY KEY,
    "AssignmentId" TEXT NOT NULL,
    "DraftId" TEXT NOT NULL,
    "Quote" TEXT NOT NULL,
    "Before" TEXT NOT NULL,
    "After" TEXT NOT NULL,
    "ReplyTo" TEXT NULL,
    "Text" TEXT NOT NULL,
    "By" TEXT NULL,
    "At" INTEGER NOT NULL,
    "ResolvedAt" INTEGER NULL,
    "ResolvedBy" TEXT NULL,
    "ToldAt" INTEGER NULL
);

CREATE TABLE "OpenPages" (
    "Page" TEXT NOT NULL,
    "Tab" TEXT NOT NULL,
    "By" TEXT NULL,
    "At" INTEGER NOT NULL,
    CONSTRAINT "PK_OpenPages" PRIMARY KEY ("Page", "Tab")
);

CREATE TABLE "ReactionGroups" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_ReactionGroups" PRIMARY KEY,
    "AssignmentId" TEXT NOT NULL,
    "Name" TEXT NULL,
    "AsideAt" INTEGER NULL,
    "AskedIn" TEXT NULL,
    "CreatedAt" INTEGER NOT NULL
);

CREATE INDEX "IX_Assignments_ReplyTo" ON "Assignments" ("ReplyTo") WHERE "ReplyTo" IS NOT NULL;

CREATE INDEX "IX_Comments_AssignmentId" ON "Comments" ("AssignmentId");

CREATE INDEX "IX_OpenPages_At" ON "OpenPages" ("At");

CREATE INDEX "IX_ReactionGroups_AssignmentId" ON "ReactionGroups" ("AssignmentId");

UPDATE "Reactions" SET "Asked" = TRUE;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261126100416_Readers', '10.0.15');

