ALTER TABLE "Workspaces" ADD "RenewingUntil" bigint;

CREATE TABLE "JoinCodes" (
    "Hash" text NOT NULL,
    "PersonId" text NOT NULL,
    "ExpiresAt" bigint NOT NULL,
    CONSTRAINT "PK_JoinCodes" PRIMARY KEY ("Hash")
);

CREATE TABLE "Joins" (
    "PersonId" text NOT NULL,
    "Into" text NOT NULL,
    "At" bigint NOT NULL,
    "PartedAt" bigint,
    "Body" text NOT NULL,
    CONSTRAINT "PK_Joins" PRIMARY KEY ("PersonId")
);

CREATE INDEX "IX_JoinCodes_PersonId" ON "JoinCodes" ("PersonId");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261126000233_Joins', '10.0.15');
