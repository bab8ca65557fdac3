ALTER TABLE "People" ADD "Hours" text;

ALTER TABLE "Assignments" ADD "EscalatedAt" bigint;

ALTER TABLE "Assignments" ADD "Plan" text;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261126003013_Plans', '10.0.15');
