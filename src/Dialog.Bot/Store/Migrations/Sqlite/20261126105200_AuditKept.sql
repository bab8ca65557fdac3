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

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261126105200_AuditKept', '10.0.15');

