ALTER TABLE "Workspaces" ADD "RenewingUntil" INTEGER NULL;

CREATE TABLE "JoinCodes" (
    "Hash" TEXT NOT NULL CONSTRAINT "PK_JoinCodes" PRIMARY KEY,
    "PersonId" TEXT NOT NULL,
    "ExpiresAt" INTEGER NOT NULL
);

CREATE TABLE "Joins" (
    "PersonId" TEXT NOT NULL CONSTRAINT "PK_Joins" PRIMARY KEY,
    "Into" TEXT NOT NULL,
    "At" INTEGER NOT NULL,
    "PartedAt" INTEGER NULL,
    "Body" TEXT NOT NULL
);

CREATE INDEX "IX_JoinCodes_PersonId" ON "JoinCodes" ("PersonId");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261126000233_Joins', '10.0.15');

