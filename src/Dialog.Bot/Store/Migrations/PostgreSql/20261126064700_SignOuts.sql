CREATE TABLE "SignOuts" (
    "Owner" text NOT NULL,
    "At" bigint NOT NULL,
    CONSTRAINT "PK_SignOuts" PRIMARY KEY ("Owner")
);

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261126064700_SignOuts', '10.0.15');
