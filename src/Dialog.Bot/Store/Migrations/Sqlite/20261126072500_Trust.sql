ALTER TABLE "Mail" ADD "Door" TEXT NULL;

ALTER TABLE "Assignments" ADD "PseudonymisedAt" INTEGER NULL;

CREATE TABLE "Audit" (
    "Seq" INTEGER NOT NULL CONSTRAINT "PK_Audit" PRIMARY KEY AUTOINCREMENT,
    "At" INTEGER NOT NULL,
    "Door" TEXT NOT NULL,
    "By" TEXT NULL,
    "Role" TEXT NULL,
    "Action" TEXT NOT NULL,
    "Kind" TEXT NOT NULL,
    "Subject" TEXT NOT NULL,
    "Detail" TEXT NULL,
    "Number" INTEGER NULL,
    "Previous" TEXT NULL,
    "Hash" TEXT NULL
);

CREATE TABLE "AuditHead" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_AuditHead" PRIMARY KEY,
    "Number" INTEGER NOT NULL,
    "Hash" TEXT NOT NULL
);

CREATE TABLE "Leases" (
    "Name" TEXT NOT NULL CONSTRAINT "PK_Leases" PRIMARY KEY,
    "Holder" TEXT NOT NULL,
    "Until" INTEGER NOT NULL
);

CREATE TABLE "Records" (
    "Seq" INTEGER NOT NULL CONSTRAINT "PK_Records" PRIMARY KEY AUTOINCREMENT,
    "AssignmentId" TEXT NOT NULL,
    "DraftId" TEXT NOT NULL,
    "Revision" INTEGER NOT NULL,
    "PublishedAt" INTEGER NOT NULL,
    "Body" TEXT NOT NULL,
    "Sha256" TEXT NOT NULL
);

CREATE UNIQUE INDEX "IX_Audit_Number" ON "Audit" ("Number") WHERE "Number" IS NOT NULL;

CREATE INDEX "IX_Audit_Subject_Seq" ON "Audit" ("Subject", "Seq");

CREATE INDEX "IX_Audit_Unsealed" ON "Audit" ("Seq") WHERE "Number" IS NULL;

CREATE INDEX "IX_Records_AssignmentId" ON "Records" ("AssignmentId");

CREATE INDEX "IX_Records_PublishedAt" ON "Records" ("PublishedAt");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261126072500_Trust', '10.0.15');

