CREATE TABLE "Feeds" (
    "Owner" text NOT NULL,
    "Hash" text NOT NULL,
    "CreatedAt" bigint NOT NULL,
    CONSTRAINT "PK_Feeds" PRIMARY KEY ("Owner")
);

CREATE TABLE "Series" (
    "Id" text NOT NULL,
    "Body" text NOT NULL,
    "NextAt" bigint,
    "DoneUntil" bigint NOT NULL,
    "Version" integer NOT NULL,
    CONSTRAINT "PK_Series" PRIMARY KEY ("Id")
);

CREATE UNIQUE INDEX "IX_Feeds_Hash" ON "Feeds" ("Hash");

CREATE INDEX "IX_Series_NextAt" ON "Series" ("NextAt");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261126013025_Series', '10.0.15');
