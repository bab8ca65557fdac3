ALTER TABLE "People" ADD "LanguageAssumed" INTEGER NOT NULL DEFAULT 0;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261126042110_Languages', '10.0.15');

