ALTER TABLE "People" ADD "Email" TEXT NULL;

ALTER TABLE "Drafts" ADD "By" TEXT NULL;

ALTER TABLE "Drafts" ADD "Kind" TEXT NOT NULL DEFAULT 'Composed';

UPDATE "Drafts" SET "Status" = 'InReview' WHERE "Status" = 'Working';

ALTER TABLE "Answers" ADD "Kind" TEXT NOT NULL DEFAULT 'Initial';

ALTER TABLE "Answers" ADD "Raw" TEXT NULL;

ALTER TABLE "Addresses" ADD "HomeSeenAt" INTEGER NULL;

ALTER TABLE "Addresses" ADD "ProfileAt" INTEGER NULL;

ALTER TABLE "Addresses" ADD "Unreachable" TEXT NULL;

CREATE TABLE "Mail" (
    "Seq" INTEGER NOT NULL CONSTRAINT "PK_Mail" PRIMARY KEY AUTOINCREMENT,
    "Key" TEXT NOT NULL,
    "PersonId" TEXT NOT NULL,
    "Body" TEXT NOT NULL,
    "CreatedAt" INTEGER NOT NULL,
    "NextAt" INTEGER NULL,
    "Attempts" INTEGER NOT NULL,
    "Reason" TEXT NULL
);

CREATE TABLE "QuestionSets" (
    "Key" TEXT NOT NULL CONSTRAINT "PK_QuestionSets" PRIMARY KEY,
    "Id" TEXT NULL,
    "Version" INTEGER NOT NULL,
    "Body" TEXT NOT NULL,
    "At" INTEGER NOT NULL
);

CREATE TABLE "Reactions" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Reactions" PRIMARY KEY,
    "AssignmentId" TEXT NOT NULL,
    "Text" TEXT NOT NULL,
    "Source" TEXT NULL,
    "Url" TEXT NULL,
    "At" INTEGER NOT NULL
);

CREATE TABLE "Reviews" (
    "Seq" INTEGER NOT NULL CONSTRAINT "PK_Reviews" PRIMARY KEY AUTOINCREMENT,
    "AssignmentId" TEXT NOT NULL,
    "DraftId" TEXT NOT NULL,
    "Action" TEXT NOT NULL,
    "Body" TEXT NOT NULL,
    "At" INTEGER NOT NULL
);

CREATE TABLE "Workspaces" (
    "Channel" TEXT NOT NULL,
    "Id" TEXT NOT NULL,
    "Name" TEXT NULL,
    "Secret" TEXT NULL,
    "Data" TEXT NULL,
    "ExpiresAt" INTEGER NULL,
    "InstalledAt" INTEGER NOT NULL,
    "ConfirmedAt" INTEGER NULL,
    "StoppedAt" INTEGER NULL,
    "StopReason" TEXT NULL,
    CONSTRAINT "PK_Workspaces" PRIMARY KEY ("Channel", "Id")
);

CREATE INDEX "IX_People_Email" ON "People" ("Email");

CREATE INDEX "IX_People_Roles" ON "People" ("Roles") WHERE "Roles" <> 'respondent';

CREATE UNIQUE INDEX "IX_Mail_Key" ON "Mail" ("Key");

CREATE INDEX "IX_Mail_NextAt" ON "Mail" ("NextAt") WHERE "NextAt" IS NOT NULL;

CREATE INDEX "IX_Reactions_AssignmentId" ON "Reactions" ("AssignmentId");

CREATE INDEX "IX_Reviews_AssignmentId" ON "Reviews" ("AssignmentId");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261125224430_Newsroom', '10.0.15');

