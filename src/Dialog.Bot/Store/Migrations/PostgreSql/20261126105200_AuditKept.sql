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

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261126105200_AuditKept', '10.0.15');
