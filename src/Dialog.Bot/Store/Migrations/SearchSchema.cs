using Dialog.Core.Questions;

namespace Dialog.Bot.Store.Migrations;

/// <summary>What keeps the texts that can be searched the same as the rows they are of, as the migration <c>Search</c> made it. Never changed: a change is another migration's.</summary>
internal static class SearchSchema
{
    /// <summary>FTS5 with the texts in a table of ours. Å, Ä and Ö stay letters of their own; beginnings of two and three letters have an index.</summary>
    public const string Sqlite = """
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
        """;

    /// <summary>A column that the server stems by the text's language, and functions for the triggers.</summary>
    public const string PostgreSql = """
        ALTER TABLE "SearchTexts" ADD COLUMN "Words" tsvector GENERATED ALWAYS AS (CASE WHEN "Language" = 'en' THEN to_tsvector('english'::regconfig, "Text") ELSE to_tsvector('swedish'::regconfig, "Text") END) STORED;
        CREATE INDEX "IX_SearchTexts_Words" ON "SearchTexts" USING gin ("Words");
        CREATE FUNCTION "Search_put"(assignment text, kind text, part text, body text, tongue text) RETURNS void AS $$
            INSERT INTO "SearchTexts" ("AssignmentId", "Kind", "Part", "Text", "Language")
            VALUES (assignment, kind, part, COALESCE(body, ''), COALESCE(tongue, (SELECT s."Language" FROM "SearchTexts" s WHERE s."AssignmentId" = assignment AND s."Kind" = 'topic' AND s."Part" = ''), 'sv'))
            ON CONFLICT ("AssignmentId", "Kind", "Part") DO UPDATE SET "Text" = excluded."Text" WHERE "SearchTexts"."Text" <> excluded."Text"
        $$ LANGUAGE sql;
        CREATE FUNCTION "Search_assignment"() RETURNS trigger AS $$ BEGIN
            IF TG_OP = 'DELETE' THEN
                DELETE FROM "SearchTexts" WHERE "AssignmentId" = old."Id";
                RETURN NULL;
            END IF;
            PERFORM "Search_put"(new."Id", 'topic', '', new."Topic", new."Body"::jsonb->>'language');
            IF new."Body"::jsonb->>'brief' IS NULL THEN
                DELETE FROM "SearchTexts" WHERE "AssignmentId" = new."Id" AND "Kind" = 'brief' AND "Part" = '';
            ELSE
                PERFORM "Search_put"(new."Id", 'brief', '', new."Body"::jsonb->>'brief', new."Body"::jsonb->>'language');
            END IF;
            RETURN NULL;
        END $$ LANGUAGE plpgsql;
        CREATE FUNCTION "Search_answer"() RETURNS trigger AS $$ BEGIN
            IF TG_OP = 'DELETE' THEN
                DELETE FROM "SearchTexts" WHERE "AssignmentId" = old."AssignmentId" AND "Kind" = 'answer' AND "Part" = old."Slot";
            ELSIF NOT EXISTS (SELECT 1 FROM "Answers" n WHERE n."AssignmentId" = new."AssignmentId" AND n."Slot" = new."Slot" AND n."Revision" > new."Revision") THEN
                PERFORM "Search_put"(new."AssignmentId", 'answer', new."Slot", new."Text", NULL);
            END IF;
            RETURN NULL;
        END $$ LANGUAGE plpgsql;
        CREATE FUNCTION "Search_draft"() RETURNS trigger AS $$ BEGIN
            IF TG_OP = 'DELETE' THEN
                DELETE FROM "SearchTexts" WHERE "AssignmentId" = old."AssignmentId" AND "Kind" = 'draft' AND "Part" = old."Outlet";
            ELSIF NOT EXISTS (SELECT 1 FROM "Drafts" n WHERE n."Id" = new."Id" AND n."Revision" > new."Revision") THEN
                PERFORM "Search_put"(new."AssignmentId", 'draft', new."Outlet", new."Body"::jsonb->>'text', NULL);
            END IF;
            RETURN NULL;
        END $$ LANGUAGE plpgsql;
        CREATE TRIGGER "Search_assignment" AFTER INSERT OR UPDATE OF "Topic", "Body" OR DELETE ON "Assignments" FOR EACH ROW EXECUTE FUNCTION "Search_assignment"();
        CREATE TRIGGER "Search_answer" AFTER INSERT OR UPDATE OF "Text" OR DELETE ON "Answers" FOR EACH ROW EXECUTE FUNCTION "Search_answer"();
        CREATE TRIGGER "Search_draft" AFTER INSERT OR UPDATE OF "Body" OR DELETE ON "Drafts" FOR EACH ROW EXECUTE FUNCTION "Search_draft"();
        INSERT INTO "SearchTexts" ("AssignmentId", "Kind", "Part", "Text", "Language")
        SELECT "Id", 'topic', '', "Topic", COALESCE("Body"::jsonb->>'language', 'sv') FROM "Assignments"
        UNION ALL SELECT "Id", 'brief', '', "Body"::jsonb->>'brief', COALESCE("Body"::jsonb->>'language', 'sv') FROM "Assignments" WHERE "Body"::jsonb->>'brief' IS NOT NULL
        UNION ALL SELECT w."AssignmentId", 'answer', w."Slot", w."Text", COALESCE(a."Body"::jsonb->>'language', 'sv') FROM "Answers" w JOIN "Assignments" a ON a."Id" = w."AssignmentId"
            WHERE NOT EXISTS (SELECT 1 FROM "Answers" n WHERE n."AssignmentId" = w."AssignmentId" AND n."Slot" = w."Slot" AND n."Revision" > w."Revision")
        UNION ALL SELECT d."AssignmentId", 'draft', d."Outlet", COALESCE(d."Body"::jsonb->>'text', ''), COALESCE(a."Body"::jsonb->>'language', 'sv') FROM "Drafts" d JOIN "Assignments" a ON a."Id" = d."AssignmentId"
            WHERE NOT EXISTS (SELECT 1 FROM "Drafts" n WHERE n."Id" = d."Id" AND n."Revision" > d."Revision");
        """;
}
