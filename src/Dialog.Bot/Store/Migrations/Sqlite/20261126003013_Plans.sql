ALTER TABLE "People" ADD "Hours" TEXT NULL;

ALTER TABLE "Assignments" ADD "EscalatedAt" INTEGER NULL;

ALTER TABLE "Assignments" ADD "Plan" TEXT NULL;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261126003013_Plans', '10.0.15');

