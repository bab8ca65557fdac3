ALTER TABLE "People" ADD "LanguageAssumed" boolean NOT NULL DEFAULT FALSE;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261126042110_Languages', '10.0.15');
