CREATE TABLE "SearchTexts" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_SearchTexts" PRIMARY KEY AUTOINCREMENT,
    "AssignmentId" TEXT NOT NULL,
    "Kind" TEXT NOT NULL,
    "Part" TEXT NOT NULL,
    "Text" TEXT NOT NULL,
    "Language" TEXT NOT NULL
);

CREATE UNIQUE INDEX "IX_SearchTexts_AssignmentId_Kind_Part" ON "SearchTexts" ("AssignmentId", "Kind", "Part");

CREATE VIRTUAL TABLE "__Search" USING fts5("Text", content='SearchTexts', content_rowid='Id', tokenize='unicode61 remove_diacritics 0', prefix='2 3');
CREATE TRIGGER "Search_in" AFTER INSERT ON "SearchTexts" BEGIN
    INSERT INTO "__Search" (rowid, "Text") VALUES (new."Id", new."Text");
END;
CREATE TRIGGER "Search_out" AFTER DELETE ON "SearchTexts" BEGIN
    INSERT INTO "__Search" ("__Search", rowid, "Text") VALUES ('delete', old."Id", old."Text");
END;
CREATE TRIGGER "Search_change" AFTER UPDATE OF "Text" ON "SearchTexts" WHEN old."Text" <> new."Text" BEGIN
    INSERT INTO "__Search" ("__Search", rowid, "Text") VALUES ('delete', old."Id", old."Text");
    INSERT INTO "__Search" (rowid, "Text") VALUES (new."Id", new."Text");
END;
CREATE TRIGGER "Search_assignment_in" AFTER INSERT ON "Assignments" BEGIN
    INSERT INTO "SearchTexts" ("AssignmentId", "Kind", "Part", "Text", "Language") VALUES (new."Id", 'topic', '', new."Topic", COALESCE(json_extract(new."Body", '$.language'), 'sv'));
    INSERT INTO "SearchTexts" ("AssignmentId", "Kind", "Part", "Text", "Language")
    SELECT new."Id", 'brief', '', json_extract(new."Body", '$.brief'), COALESCE(json_extract(new."Body", '$.language'), 'sv') WHERE json_extract(new."Body", '$.brief') IS NOT NULL;
END;
CREATE TRIGGER "Search_assignment_change" AFTER UPDATE OF "Topic", "Body" ON "Assignments"
WHEN old."Topic" <> new."Topic" OR json_extract(old."Body", '$.brief') IS NOT json_extract(new."Body", '$.brief') BEGIN
    UPDATE "SearchTexts" SET "Text" = new."Topic" WHERE "AssignmentId" = new."Id" AND "Kind" = 'topic' AND "Part" = '';
    DELETE FROM "SearchTexts" WHERE "AssignmentId" = new."Id" AND "Kind" = 'brief' AND "Part" = '';
    INSERT INTO "SearchTexts" ("AssignmentId", "Kind", "Part", "Text", "Language")
    SELECT new."Id", 'brief', '', json_extract(new."Body", '$.brief'), COALESCE(json_extract(new."Body", '$.language'), 'sv') WHERE json_extract(new."Body", '$.brief') IS NOT NULL;
END;
CREATE TRIGGER "Search_assignment_out" AFTER DELETE ON "Assignments" BEGIN
    DELETE FROM "SearchTexts" WHERE "AssignmentId" = old."Id";
END;
CREATE TRIGGER "Search_answer_in" AFTER INSERT ON "Answers" BEGIN
    INSERT INTO "SearchTexts" ("AssignmentId", "Kind", "Part", "Text", "Language")
    VALUES (new."AssignmentId", 'answer', new."Slot", new."Text", COALESCE((SELECT "Language" FROM "SearchTexts" WHERE "AssignmentId" = new."AssignmentId" AND "Kind" = 'topic' AND "Part" = ''), 'sv'))
    ON CONFLICT ("AssignmentId", "Kind", "Part") DO UPDATE SET "Text" = excluded."Text";
END;
CREATE TRIGGER "Search_answer_change" AFTER UPDATE OF "Text" ON "Answers"
WHEN NOT EXISTS (SELECT 1 FROM "Answers" n WHERE n."AssignmentId" = new."AssignmentId" AND n."Slot" = new."Slot" AND n."Revision" > new."Revision") BEGIN
    UPDATE "SearchTexts" SET "Text" = new."Text" WHERE "AssignmentId" = new."AssignmentId" AND "Kind" = 'answer' AND "Part" = new."Slot";
END;
CREATE TRIGGER "Search_answer_out" AFTER DELETE ON "Answers" BEGIN
    DELETE FROM "SearchTexts" WHERE "AssignmentId" = old."AssignmentId" AND "Kind" = 'answer' AND "Part" = old."Slot";
END;
CREATE TRIGGER "Search_draft_in" AFTER INSERT ON "Drafts" BEGIN
    INSERT INTO "SearchTexts" ("AssignmentId", "Kind", "Part", "Text", "Language")
    VALUES (new."AssignmentId", 'draft', new."Outlet", COALESCE(json_extract(new."Body", '$.text'), ''), COALESCE((SELECT "Language" FROM "SearchTexts" WHERE "AssignmentId" = new."AssignmentId" AND "Kind" = 'topic' AND "Part" = ''), 'sv'))
    ON CONFLICT ("AssignmentId", "Kind", "Part") DO UPDATE SET "Text" = excluded."Text";
END;
CREATE TRIGGER "Search_draft_change" AFTER UPDATE OF "Body" ON "Drafts"
WHEN NOT EXISTS (SELECT 1 FROM "Drafts" n WHERE n."Id" = new."Id" AND n."Revision" > new."Revision") BEGIN
    UPDATE "SearchTexts" SET "Text" = COALESCE(json_extract(new."Body", '$.text'), '') WHERE "AssignmentId" = new."AssignmentId" AND "Kind" = 'draft' AND "Part" = new."Outlet";
END;
CREATE TRIGGER "Search_draft_out" AFTER DELETE ON "Drafts" BEGIN
    DELETE FROM "SearchTexts" WHERE "AssignmentId" = old."AssignmentId" AND "Kind" = 'draft' AND "Part" = old."Outlet";
END;
INSERT INTO "SearchTexts" ("AssignmentId", "Kind", "Part", "Text", "Language")
SELECT "Id", 'topic', '', "Topic", COALESCE(json_extract("Body", '$.language'), 'sv') FROM "Assignments" WHERE true
UNION ALL SELECT "Id", 'brief', '', json_extract("Body", '$.brief'), COALESCE(json_extract("Body", '$.language'), 'sv') FROM "Assignments" WHERE json_extract("Body", '$.brief') IS NOT NULL
UNION ALL SELECT w."AssignmentId", 'answer', w."Slot", w."Text", COALESCE(json_extract(a."Body", '$.language'), 'sv') FROM "Answers" w JOIN "Assignments" a ON a."Id" = w."AssignmentId"
    WHERE NOT EXISTS (SELECT 1 FROM "Answers" n WHERE n."AssignmentId" = w."AssignmentId" AND n."Slot" = w."Slot" AND n."Revision" > w."Revision")
UNION ALL SELECT d."AssignmentId", 'draft', d."Outlet", COALESCE(json_extract(d."Body", '$.text'), ''), COALESCE(json_extract(a."Body", '$.language'), 'sv') FROM "Drafts" d JOIN "Assignments" a ON a."Id" = d."AssignmentId"
    WHERE NOT EXISTS (SELECT 1 FROM "Drafts" n WHERE n."Id" = d."Id" AND n."Revision" > d."Revision");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261126073057_Search', '10.0.15');

