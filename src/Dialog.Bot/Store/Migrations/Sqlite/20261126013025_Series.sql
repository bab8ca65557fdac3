CREATE TABLE "Feeds" (
    "Owner" TEXT NOT NULL CONSTRAINT "PK_Feeds" PRIMARY KEY,
    "Hash" TEXT NOT NULL,
    "CreatedAt" INTEGER NOT NULL
);

CREATE TABLE "Series" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Series" PRIMARY KEY,
    "Body" TEXT NOT NULL,
    "NextAt" INTEGER NULL,
    "DoneUntil" INTEGER NOT NULL,
    "Version" INTEGER NOT NULL
);

CREATE UNIQUE INDEX "IX_Feeds_Hash" ON "Feeds" ("Hash");

CREATE INDEX "IX_Series_NextAt" ON "Series" ("NextAt");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261126013025_Series', '10.0.15');

