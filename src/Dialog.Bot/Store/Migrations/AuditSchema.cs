namespace Dialog.Bot.Store.Migrations;

/// <summary>
/// What makes the audit log append-only for whoever writes in the database, the program itself included, as the migration <c>AuditKept</c> made it: an entry is only added, is given its place in the
/// chain once, and the chain's end only moves on. Never changed: a change is another migration's.
/// </summary>
internal static class AuditSchema
{
    public const string Sqlite = """
        CREATE TRIGGER "Audit_added" BEFORE INSERT ON "Audit" WHEN new."Number" IS NOT NULL BEGIN
            SELECT RAISE(ABORT, 'The audit log is only added to: an entry is sealed afterwards.');
        END;
        CREATE TRIGGER "Audit_kept" BEFORE DELETE ON "Audit" BEGIN
            SELECT RAISE(ABORT, 'The audit log is only added to: nothing is removed.');
        END;
        CREATE TRIGGER "Audit_fixed" BEFORE UPDATE ON "Audit"
        WHEN old."Number" IS NOT NULL OR new."Number" IS NULL OR new."Seq" IS NOT old."Seq" OR new."At" IS NOT old."At" OR new."Door" IS NOT old."Door" OR new."By" IS NOT old."By" OR new."Role" IS NOT old."Role"
            OR new."Action" IS NOT old."Action" OR new."Kind" IS NOT old."Kind" OR new."Subject" IS NOT old."Subject" OR new."Detail" IS NOT old."Detail" BEGIN
            SELECT RAISE(ABORT, 'The audit log is only added to: nothing is changed.');
        END;
        CREATE TRIGGER "AuditHead_kept" BEFORE DELETE ON "AuditHead" BEGIN
            SELECT RAISE(ABORT, 'The audit log is only added to: its end stays.');
        END;
        CREATE TRIGGER "AuditHead_onward" BEFORE UPDATE ON "AuditHead" WHEN new."Id" IS NOT old."Id" OR new."Number" <= old."Number" BEGIN
            SELECT RAISE(ABORT, 'The audit log is only added to: its end only moves on.');
        END;
        """;

    public const string PostgreSql = """
        CREATE FUNCTION "Audit_only_added"() RETURNS trigger AS $$ BEGIN
            IF TG_OP = 'INSERT' AND new."Number" IS NULL THEN
                RETURN new;
            END IF;
            IF TG_OP = 'UPDATE' AND old."Number" IS NULL AND new."Number" IS NOT NULL
                AND (new."Seq", new."At", new."Door", new."By", new."Role", new."Action", new."Kind", new."Subject", new."Detail")
                IS NOT DISTINCT FROM (old."Seq", old."At", old."Door", old."By", old."Role", old."Action", old."Kind", old."Subject", old."Detail") THEN
                RETURN new;
            END IF;
            RAISE EXCEPTION 'The audit log is only added to.';
        END $$ LANGUAGE plpgsql;
        CREATE FUNCTION "AuditHead_only_onward"() RETURNS trigger AS $$ BEGIN
            IF TG_OP = 'UPDATE' AND new."Id" = old."Id" AND new."Number" > old."Number" THEN
                RETURN new;
            END IF;
            RAISE EXCEPTION 'The audit log is only added to: its end only moves on.';
        END $$ LANGUAGE plpgsql;
        CREATE TRIGGER "Audit_kept" BEFORE INSERT OR UPDATE OR DELETE ON "Audit" FOR EACH ROW EXECUTE FUNCTION "Audit_only_added"();
        CREATE TRIGGER "Audit_whole" BEFORE TRUNCATE ON "Audit" FOR EACH STATEMENT EXECUTE FUNCTION "Audit_only_added"();
        CREATE TRIGGER "AuditHead_kept" BEFORE UPDATE OR DELETE ON "AuditHead" FOR EACH ROW EXECUTE FUNCTION "AuditHead_only_onward"();
        CREATE TRIGGER "AuditHead_whole" BEFORE TRUNCATE ON "AuditHead" FOR EACH STATEMENT EXECUTE FUNCTION "AuditHead_only_onward"();
        """;

    /// <summary>Takes it away again, where somebody goes back by hand.</summary>
    public const string Open = """
        DROP TRIGGER "Audit_added"; DROP TRIGGER "Audit_kept"; DROP TRIGGER "Audit_fixed"; DROP TRIGGER "AuditHead_kept"; DROP TRIGGER "AuditHead_onward";
        """;
}
