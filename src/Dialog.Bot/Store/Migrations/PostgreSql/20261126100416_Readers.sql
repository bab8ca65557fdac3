ALTER TABLE "Reactions" ADD "Asked" boolean NOT NULL DEFAULT FALSE;

ALTER TABLE "Reactions" ADD "GroupBefore" text;

ALTER TABLE "Reactions" ADD "GroupId" text;

ALTER TABLE "Assignments" ADD "ReplyTo" text;

ALTER TABLE "Assignments" ADD "Touched" integer NOT NULL DEFAULT 0;

CREATE TABLE "Comments" (
    "Id" text NOT NULL,
    "AssignmentId" text NOT NULL,
    "DraftId" text NOT NULL,
    "Quote" text NOT NULL,
    "Before" text NOT NULL,
    "After" text NOT NULL,
    "ReplyTo" text,
    "Text" text NOT NULL,
    "By" text,
    "At" bigint NOT NULL,
    "ResolvedAt" bigint,
    "ResolvedBy" text,
    "ToldAt" bigint,
    CONSTRAINT "PK_Comments" PRIMARY KEY ("Id")
);

CREATE TABLE "OpenPages" (
    "Page" text NOT NULL,
    "Tab" text NOT NULL,
    "By" text,
    "At" bigint NOT NULL,
    CONSTRAINT "PK_OpenPages" PRIMARY KEY ("Page", "Tab")
);

CREATE TABLE "ReactionGroups" (
    "Id" text NOT NULL,
    "AssignmentId" text NOT NULL,
    "Name" text,
    "AsideAt" bigint,
    "AskedIn" text,
    "CreatedAt" bigint NOT NULL,
    CONSTRAINT "PK_ReactionGroups" PRIMARY KEY ("Id")
);

CREATE INDEX "IX_Assignments_ReplyTo" ON "Assignments" ("ReplyTo") WHERE "ReplyTo" IS NOT NULL;

CREATE INDEX "IX_Comments_AssignmentId" ON "Comments" ("AssignmentId");

CREATE INDEX "IX_OpenPages_At" ON "OpenPages" ("At");

CREATE INDEX "IX_ReactionGroups_AssignmentId" ON "ReactionGroups" ("AssignmentId");

UPDATE "Reactions" SET "Asked" = TRUE;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261126100416_Readers', '10.0.15');
