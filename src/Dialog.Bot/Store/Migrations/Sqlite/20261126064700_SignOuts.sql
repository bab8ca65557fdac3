CREATE TABLE "SignOuts" (
    "Owner" TEXT NOT NULL CONSTRAINT "PK_SignOuts" PRIMARY KEY,
    "At" INTEGER NOT NULL
);

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261126064700_SignOuts', '10.0.15');

