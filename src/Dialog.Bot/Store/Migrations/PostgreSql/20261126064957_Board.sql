ALTER TABLE "Outbox" ADD "LeftAt" bigint;

ALTER TABLE "Assignments" ADD "PublishOn" text;

ALTER TABLE "Assignments" ADD "SortAt" bigint NOT NULL DEFAULT 0;

ALTER TABLE "Assignments" ADD "Stage" text NOT NULL DEFAULT '';

UPDATE "Assignments" SET "SortAt" = COALESCE("CopyDeadline", 253402300799999), "PublishOn" = "Body"::json->>'publishOn', "Stage" = CASE
    WHEN "State" IN ('Planned', 'Assigned', 'InProgress') THEN "State"
    WHEN "State" = 'Completed' AND EXISTS (SELECT 1 FROM "Drafts" d WHERE d."AssignmentId" = "Assignments"."Id" AND d."Status" IN ('Published', 'Corrected')) THEN 'Published'
    WHEN "State" IN ('Completed', 'Declined', 'Cancelled') THEN 'Ended'
    WHEN EXISTS (SELECT 1 FROM "Drafts" d WHERE d."AssignmentId" = "Assignments"."Id" AND d."Status" IN ('Approved', 'Scheduled', 'Published', 'Corrected')
        AND NOT EXISTS (SELECT 1 FROM "Drafts" n WHERE n."Id" = d."Id" AND n."Revision" > d."Revision"))
        AND NOT EXISTS (SELECT 1 FROM "Drafts" d WHERE d."AssignmentId" = "Assignments"."Id" AND d."Status" IN ('Working', 'InReview', 'ChangesRequested')
        AND NOT EXISTS (SELECT 1 FROM "Drafts" n WHERE n."Id" = d."Id" AND n."Revision" > d."Revision")) THEN 'Approved'
    ELSE 'Review' END;

CREATE INDEX "IX_Outbox_Status_Seq" ON "Outbox" ("Status", "Seq") WHERE "Status" IN ('Failed', 'Unknown');

CREATE INDEX "IX_Assignments_MovedAt" ON "Assignments" ("MovedAt");

CREATE INDEX "IX_Assignments_PublishOn" ON "Assignments" ("PublishOn") WHERE "PublishOn" IS NOT NULL;

CREATE INDEX "IX_Assignments_Stage_EscalatedAt" ON "Assignments" ("Stage", "EscalatedAt") WHERE "EscalatedAt" IS NOT NULL;

CREATE INDEX "IX_Assignments_Stage_MovedAt" ON "Assignments" ("Stage", "MovedAt");

CREATE INDEX "IX_Assignments_Stage_SortAt_Id" ON "Assignments" ("Stage", "SortAt", "Id");

CREATE INDEX "IX_Addresses_Unreachable" ON "Addresses" ("Unreachable") WHERE "Unreachable" IS NOT NULL;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261126064957_Board', '10.0.15');
