ALTER TABLE "Feeds" ADD "TakenBackAt" INTEGER NULL;

CREATE TABLE "Settings" (
    "Kind" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    "Body" TEXT NULL,
    "At" INTEGER NOT NULL,
    "By" TEXT NULL,
    "Restores" INTEGER NULL,
    CONSTRAINT "PK_Settings" PRIMARY KEY ("Kind", "Version")
);

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261126110000_Settings', '10.0.15');

