ALTER TABLE "People" ADD "Absences" text;

ALTER TABLE "Assignments" ADD "Ad" text;

CREATE INDEX "IX_Assignments_Ad" ON "Assignments" ("Ad") WHERE "Ad" IS NOT NULL;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261126011915_Absences', '10.0.15');
