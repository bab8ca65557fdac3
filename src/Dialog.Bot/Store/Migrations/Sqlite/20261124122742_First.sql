CREATE TABLE "Addresses" (
    "Channel" TEXT NOT NULL,
    "Workspace" TEXT NOT NULL,
    "User" TEXT NOT NULL,
    "PersonId" TEXT NOT NULL,
    "RoomId" TEXT NULL,
    "RoomData" TEXT NULL,
    "HeardAt" INTEGER NULL,
    CONSTRAINT "PK_Addresses" PRIMARY KEY ("Channel", "Workspace", "User")
);

CREATE TABLE "Answers" (
    "AssignmentId" TEXT NOT NULL,
    "Slot" TEXT NOT NULL,
    "Revision" INTEGER NOT NULL,
    "Text" TEXT NOT NULL,
    "At" INTEGER NOT NULL,
    CONSTRAINT "PK_Answers" PRIMARY KEY ("AssignmentId", "Slot", "Revision")
);

CREATE TABLE "Assignments" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Assignments" PRIMARY KEY,
    "PersonId" TEXT NOT NULL,
    "Topic" TEXT NOT NULL,
    "State" TEXT NOT NULL,
    "Body" TEXT NOT NULL,
    "CreatedAt" INTEGER NOT NULL,
    "MovedAt" INTEGER NOT NULL,
    "CopyDeadline" INTEGER NULL,
    "RequestKey" TEXT NULL
);

CREATE TABLE "Conversations" (
    "PersonId" TEXT NOT NULL CONSTRAINT "PK_Conversations" PRIMARY KEY,
    "State" TEXT NOT NULL,
    "Version" INTEGER NOT NULL
);

CREATE TABLE "Drafts" (
    "Id" TEXT NOT NULL,
    "Revision" INTEGER NOT NULL,
    "AssignmentId" TEXT NOT NULL,
    "Outlet" TEXT NOT NULL,
    "Body" TEXT NOT NULL,
    "Hash" TEXT NOT NULL,
    "Status" TEXT NOT NULL,
    "At" INTEGER NOT NULL,
    CONSTRAINT "PK_Drafts" PRIMARY KEY ("Id", "Revision")
);

CREATE TABLE "Due" (
    "PersonId" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "At" INTEGER NOT NULL,
    CONSTRAINT "PK_Due" PRIMARY KEY ("PersonId", "Name")
);

CREATE TABLE "Inbox" (
    "Key" TEXT NOT NULL CONSTRAINT "PK_Inbox" PRIMARY KEY,
    "At" INTEGER NOT NULL
);

CREATE TABLE "Messages" (
    "Seq" INTEGER NOT NULL CONSTRAINT "PK_Messages" PRIMARY KEY AUTOINCREMENT,
    "PersonId" TEXT NOT NULL,
    "AssignmentId" TEXT NULL,
    "Incoming" INTEGER NOT NULL,
    "Key" TEXT NOT NULL,
    "Channel" TEXT NOT NULL,
    "Kind" TEXT NOT NULL,
    "Text" TEXT NOT NULL,
    "Body" TEXT NULL,
    "PromptId" TEXT NULL,
    "Chosen" TEXT NULL,
    "At" INTEGER NOT NULL
);

CREATE TABLE "Outbox" (
    "Seq" INTEGER NOT NULL CONSTRAINT "PK_Outbox" PRIMARY KEY AUTOINCREMENT,
    "Id" TEXT NULL,
    "PersonId" TEXT NOT NULL,
    "Channel" TEXT NOT NULL,
    "Workspace" TEXT NOT NULL,
    "User" TEXT NOT NULL,
    "Body" TEXT NOT NULL,
    "PromptId" TEXT NULL,
    "Status" TEXT NOT NULL,
    "NextAt" INTEGER NULL,
    "Attempts" INTEGER NOT NULL,
    "FirstTriedAt" INTEGER NULL,
    "CreatedAt" INTEGER NOT NULL,
    "PlatformId" TEXT NULL,
    "Reason" TEXT NULL
);

CREATE TABLE "People" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_People" PRIMARY KEY,
    "Name" TEXT NULL,
    "Title" TEXT NULL,
    "Roles" TEXT NOT NULL,
    "Language" TEXT NOT NULL,
    "TimeZone" TEXT NOT NULL,
    "CreatedAt" INTEGER NOT NULL
);

CREATE INDEX "IX_Addresses_PersonId" ON "Addresses" ("PersonId");

CREATE INDEX "IX_Assignments_CopyDeadline" ON "Assignments" ("CopyDeadline");

CREATE INDEX "IX_Assignments_PersonId" ON "Assignments" ("PersonId");

CREATE UNIQUE INDEX "IX_Assignments_RequestKey" ON "Assignments" ("RequestKey");

CREATE INDEX "IX_Drafts_AssignmentId" ON "Drafts" ("AssignmentId");

CREATE INDEX "IX_Due_At" ON "Due" ("At");

CREATE INDEX "IX_Messages_AssignmentId" ON "Messages" ("AssignmentId");

CREATE UNIQUE INDEX "IX_Messages_Key" ON "Messages" ("Key");

CREATE INDEX "IX_Messages_PersonId_Seq" ON "Messages" ("PersonId", "Seq");

CREATE UNIQUE INDEX "IX_Outbox_Id" ON "Outbox" ("Id");

CREATE INDEX "IX_Outbox_NextAt" ON "Outbox" ("NextAt") WHERE "NextAt" IS NOT NULL;

CREATE INDEX "IX_Outbox_PersonId_PromptId" ON "Outbox" ("PersonId", "PromptId") WHERE "PromptId" IS NOT NULL;

CREATE INDEX "IX_Outbox_PersonId_Seq" ON "Outbox" ("PersonId", "Seq") WHERE "NextAt" IS NOT NULL;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261124122742_First', '10.0.15');

