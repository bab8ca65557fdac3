ALTER TABLE "Feeds" ADD "TakenBackAt" bigint;

CREATE TABLE "Settings" (
    "Kind" text NOT NULL,
    "Version" integer NOT NULL,
    "Body" text,
    "At" bigint NOT NULL,
    "By" text,
    "Restores" integer,
    CONSTRAINT "PK_Settings" PRIMARY KEY ("Kind", "Version")
);

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261126110000_Settings', '10.0.15');
