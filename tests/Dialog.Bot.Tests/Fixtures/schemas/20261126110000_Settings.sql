PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE IF NOT EXISTS "Addresses" (
    "Channel" TEXT NOT NULL,
    "Workspace" TEXT NOT NULL,
    "User" TEXT NOT NULL,
    "PersonId" TEXT NOT NULL,
    "RoomId" TEXT NULL,
    "RoomData" TEXT NULL,
    "HeardAt" INTEGER NULL, "HomeSeenAt" INTEGER NULL, "ProfileAt" INTEGER NULL, "Unreachable" TEXT NULL,
    CONSTRAINT "PK_Addresses" PRIMARY KEY ("Channel", "Workspace", "User")
);
INSERT INTO Addresses VALUES('slack','T0TOWN0001','U0MATTIAS1','01a2163d6b0f7cc5a46f882a39a5f7df',NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO Addresses VALUES('web','web','mattias','01a2163d6b0f7cc5a46f882a39a5f7df','mattias',NULL,1795669609090,NULL,NULL,NULL);
INSERT INTO Addresses VALUES('teams','5b0c2a4e-0000-4000-8000-000000000001','29:sofia','01a2163d6b0f7cc5a46f882a39a5f7df','a:1','{"serviceUrl":"https://smba.trafficmanager.net/emea/"}',1795669480173,1795669480173,1795669480173,'user_inactive');
CREATE TABLE IF NOT EXISTS "Answers" (
    "AssignmentId" TEXT NOT NULL,
    "Slot" TEXT NOT NULL,
    "Revision" INTEGER NOT NULL,
    "Text" TEXT NOT NULL,
    "At" INTEGER NOT NULL, "Kind" TEXT NOT NULL DEFAULT 'Initial', "Raw" TEXT NULL,
    CONSTRAINT "PK_Answers" PRIMARY KEY ("AssignmentId", "Slot", "Revision")
);
INSERT INTO Answers VALUES('01a2163dcce6773d913a796001dc2af7','Why',1,'Jag twittrar för att medborgarna ska kunna fråga mig direkt. I tisdags fick jag tolv frågor om snöröjningen och svarade på alla.',1795669587188,'Initial',NULL);
INSERT INTO Answers VALUES('01a2163dcce6773d913a796001dc2af7','Question',1,'Förtroende byggs i möten, också korta. Ingen ska behöva leta efter vem som bestämmer.',1795669594326,'Initial',NULL);
CREATE TABLE IF NOT EXISTS "Assignments" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Assignments" PRIMARY KEY,
    "PersonId" TEXT NOT NULL,
    "Topic" TEXT NOT NULL,
    "State" TEXT NOT NULL,
    "Body" TEXT NOT NULL,
    "CreatedAt" INTEGER NOT NULL,
    "MovedAt" INTEGER NOT NULL,
    "CopyDeadline" INTEGER NULL,
    "RequestKey" TEXT NULL
, "EscalatedAt" INTEGER NULL, "Plan" TEXT NULL, "Ad" TEXT NULL, "PublishOn" TEXT NULL, "SortAt" INTEGER NOT NULL DEFAULT 0, "Stage" TEXT NOT NULL DEFAULT '', "PseudonymisedAt" INTEGER NULL, "ReplyTo" TEXT NULL, "Touched" INTEGER NOT NULL DEFAULT 0);
INSERT INTO Assignments VALUES('01a2163dcce6773d913a796001dc2af7','01a2163d6b0f7cc5a46f882a39a5f7df','Varför twittrar kommunchefen?','Submitted','{"id":"01a2163dcce6773d913a796001dc2af7","topic":"Varför twittrar kommunchefen?","brief":null,"personId":"01a2163d6b0f7cc5a46f882a39a5f7de","track":"quick","primarySlot":"why","outlets":["x","web"],"adSize":"quarter","enumeration":[],"voice":"own","threads":false,"picture":null,"link":null,"hashtags":[],"publishOn":null,"copyDeadline":null,"remindAt":[],"language":"sv","editorName":null}',1795669480173,1795669596106,NULL,'assign:01a2163dcce6773d913a796001dc2af7',NULL,NULL,NULL,NULL,253402300799999,'Review',NULL,NULL,0);
CREATE TABLE IF NOT EXISTS "Conversations" (
    "PersonId" TEXT NOT NULL CONSTRAINT "PK_Conversations" PRIMARY KEY,
    "State" TEXT NOT NULL,
    "Version" INTEGER NOT NULL
);
INSERT INTO Conversations VALUES('01a2163d6b0f7cc5a46f882a39a5f7de','{"language":"sv","greeted":true,"refused":false,"prompts":9,"openPrompt":null,"looks":[],"echo":null,"confirming":null,"pending":null,"held":[],"late":[],"gaps":[],"changesMade":0,"changes":[],"joinAsked":null,"wrongCodes":[],"joins":[],"activeAt":null,"noReminders":false,"remindedAt":null,"absences":[],"current":null,"interviews":[]}',17);
INSERT INTO Conversations VALUES('01a2163d6b0f7cc5a46f882a39a5f7df','{"language":"sv","greeted":true,"prompts":4,"openPrompt":{"kind":"followUp","text":"Det där är vad ni gör. Vad blir bättre, eller sämre om ni låter bli?","language":"sv","choices":[{"value":"p4:skip","label":"Hoppa över","primary":false}],"drafts":[],"promptId":"p4","settles":null,"chosen":null,"assignmentId":"a1","slot":"why"},"confirming":null,"current":"a1","interviews":[{"assignment":{"id":"a1","topic":"Varför twittrar kommunchefen?","brief":null,"personId":"mattias","track":"standard","primarySlot":"why","outlets":["ad","x","web"],"adSize":"quarter","enumeration":[],"link":null,"hashtags":[],"publishOn":null,"copyDeadline":null,"remindAt":[],"language":"sv","editorName":null},"questionSet":"vad-varfor-vem.1","language":"sv","state":"open","slot":"why","returnTo":null,"replacing":false,"judgeAt":"2027-02-05T08:07:45+00:00","doneSaid":false,"noMoreFollowUps":false,"shortReplies":0,"reminderAfterStart":false,"finishedOnce":false,"followUps":[{"slot":"why","rule":"no_reason","answered":false}],"answers":{"what":{"lines":[{"messageId":"m2","text":"I går satte vi ut 24 nya bänkar längs ån vid Bruksgatan, och redan samma kväll satt det folk på alla.","followUp":false,"template":false}],"revision":1,"status":"given"},"why":{"lines":[{"messageId":"m4","text":"Vi byter bänkarna i etapper hela våren, först vid ån och sedan uppe vid torget.","followUp":false,"template":false},{"messageId":"m6","text":"Annars orkar många äldre inte gå","followUp":true,"template":false}],"revision":2,"status":"given"}},"struck":[],"headlineShown":[]}]}',7);
CREATE TABLE IF NOT EXISTS "DataProtectionKeys" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_DataProtectionKeys" PRIMARY KEY AUTOINCREMENT,
    "FriendlyName" TEXT NULL,
    "Xml" TEXT NULL
);
INSERT INTO DataProtectionKeys VALUES(1,'key-1','<key id="1" version="1" />');
CREATE TABLE IF NOT EXISTS "Drafts" (
    "Id" TEXT NOT NULL,
    "Revision" INTEGER NOT NULL,
    "AssignmentId" TEXT NOT NULL,
    "Outlet" TEXT NOT NULL,
    "Body" TEXT NOT NULL,
    "Hash" TEXT NOT NULL,
    "Status" TEXT NOT NULL,
    "At" INTEGER NOT NULL, "By" TEXT NULL, "Kind" TEXT NOT NULL DEFAULT 'Composed',
    CONSTRAINT "PK_Drafts" PRIMARY KEY ("Id", "Revision")
);
INSERT INTO Drafts VALUES('01a2163dcce6773d913a796001dc2af7-x',1,'01a2163dcce6773d913a796001dc2af7','x','{"outlet":"x","text":"Jag twittrar för att medborgarna ska kunna fråga mig direkt. I tisdags fick jag tolv frågor om snöröjningen och svarade på alla.\n\nFörtroende byggs i möten, också korta. Ingen ska behöva leta efter vem som bestämmer.","parts":[{"kind":"reflection","text":"Jag twittrar för att medborgarna ska kunna fråga mig direkt. I tisdags fick jag tolv frågor om snöröjningen och svarade på alla.","length":null,"limit":null,"lines":null},{"kind":"question","text":"Förtroende byggs i möten, också korta. Ingen ska behöva leta efter vem som bestämmer.","length":null,"limit":null,"lines":null}],"length":215,"limit":280,"hardLimit":280,"unit":"weightedCharacters","sentences":[{"text":"Jag twittrar för att medborgarna ska kunna fråga mig direkt.","origin":"own","answer":{"slot":"why","revision":1,"index":0},"cut":null,"touchUps":[]},{"text":"I tisdags fick jag tolv frågor om snöröjningen och svarade på alla.","origin":"own","answer":{"slot":"why","revision":1,"index":1},"cut":null,"touchUps":[]},{"text":"Förtroende byggs i möten, också korta.","origin":"own","answer":{"slot":"question","revision":1,"index":0},"cut":null,"touchUps":[]},{"text":"Ingen ska behöva leta efter vem som bestämmer.","origin":"own","answer":{"slot":"question","revision":1,"index":1},"cut":null,"touchUps":[]}],"headlines":[],"abstract":null,"description":null,"warnings":[]}','bc57dce6ce0b98df5e7c981235022e48c5ffb680d0b079dd32466ee7726eae8c','ChangesRequested',1795669596106,'{"role":"respondent","personId":"01a2163d6b0f7cc5a46f882a39a5f7de","name":"Mattias Jansson"}','Composed');
INSERT INTO Drafts VALUES('01a2163dcce6773d913a796001dc2af7-web',1,'01a2163dcce6773d913a796001dc2af7','web','{"outlet":"web","text":"Varför twittrar kommunchefen?\n\nVarför?\nJag twittrar för att medborgarna ska kunna fråga mig direkt. I tisdags fick jag tolv frågor om snöröjningen och svarade på alla.\n\nFörtroende byggs i möten, också korta. Ingen ska behöva leta efter vem som bestämmer.\n\nMattias Jansson, kommunchef","parts":[{"kind":"headline","text":"Varför twittrar kommunchefen?","length":null,"limit":null,"lines":null},{"kind":"reflection","text":"Varför?\nJag twittrar för att medborgarna ska kunna fråga mig direkt. I tisdags fick jag tolv frågor om snöröjningen och svarade på alla.","length":null,"limit":null,"lines":null},{"kind":"question","text":"Förtroende byggs i möten, också korta. Ingen ska behöva leta efter vem som bestämmer.","length":null,"limit":null,"lines":null},{"kind":"byline","text":"Mattias Jansson, kommunchef","length":null,"limit":null,"lines":null}],"length":283,"limit":null,"hardLimit":null,"unit":"graphemes","sentences":[{"text":"Varför twittrar kommunchefen?","origin":"staff","answer":null,"cut":null,"touchUps":[]},{"text":"Varför?","origin":"template","answer":null,"cut":null,"touchUps":[]},{"text":"Jag twittrar för att medborgarna ska kunna fråga mig direkt.","origin":"own","answer":{"slot":"why","revision":1,"index":0},"cut":null,"touchUps":[]},{"text":"I tisdags fick jag tolv frågor om snöröjningen och svarade på alla.","origin":"own","answer":{"slot":"why","revision":1,"index":1},"cut":null,"touchUps":[]},{"text":"Förtroende byggs i möten, också korta.","origin":"own","answer":{"slot":"question","revision":1,"index":0},"cut":null,"touchUps":[]},{"text":"Ingen ska behöva leta efter vem som bestämmer.","origin":"own","answer":{"slot":"question","revision":1,"index":1},"cut":null,"touchUps":[]},{"text":"Mattias Jansson, kommunchef","origin":"template","answer":null,"cut":null,"touchUps":[]}],"headlines":[],"abstract":"Jag twittrar för att medborgarna ska kunna fråga mig direkt. I tisdags fick jag tolv frågor om snöröjningen och svarade på alla.","description":"Jag twittrar för att medborgarna ska kunna fråga mig direkt. I tisdags fick jag tolv frågor om snöröjningen och svarade på alla.","warnings":[]}','8a70e4ca88acac5dab3370deee1a27c7d8cf544af822da8f55797c059dfbe164','InReview',1795669596106,'{"role":"respondent","personId":"01a2163d6b0f7cc5a46f882a39a5f7de","name":"Mattias Jansson"}','Composed');
CREATE TABLE IF NOT EXISTS "Due" (
    "PersonId" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "At" INTEGER NOT NULL,
    CONSTRAINT "PK_Due" PRIMARY KEY ("PersonId", "Name")
);
INSERT INTO Due VALUES('01a2163d6b0f7cc5a46f882a39a5f7df','quiet',1795669525173);
CREATE TABLE IF NOT EXISTS "Feeds" (
    "Owner" TEXT NOT NULL CONSTRAINT "PK_Feeds" PRIMARY KEY,
    "Hash" TEXT NOT NULL,
    "CreatedAt" INTEGER NOT NULL
, "TakenBackAt" INTEGER NULL);
INSERT INTO Feeds VALUES('01a2163d6b0f7cc5a46f882a39a5f7de','1645E6D6DA6CF48C5F4C2556BAC06803EC48DD3A953A44CA1EC07A4C45519F9C',1795669646916,NULL);
CREATE TABLE IF NOT EXISTS "Inbox" (
    "Key" TEXT NOT NULL CONSTRAINT "PK_Inbox" PRIMARY KEY,
    "At" INTEGER NOT NULL
);
INSERT INTO Inbox VALUES('assign:01a2163dcce6773d913a796001dc2af7',1795669480173);
INSERT INTO Inbox VALUES('web:mattias:86969d21195f4d369e3539bf6a3426d3',1795669583443);
INSERT INTO Inbox VALUES('web:mattias:e9005a773bdb48d8a542b081ec1726c5',1795669587188);
INSERT INTO Inbox VALUES('join/1',1795687706398);
CREATE TABLE IF NOT EXISTS "JoinCodes" (
    "Hash" TEXT NOT NULL CONSTRAINT "PK_JoinCodes" PRIMARY KEY,
    "PersonId" TEXT NOT NULL,
    "ExpiresAt" INTEGER NOT NULL
);
INSERT INTO JoinCodes VALUES('ABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABAB','01a2163d6b0f7cc5a46f882a39a5f7de',1795669480173);
CREATE TABLE IF NOT EXISTS "Joins" (
    "PersonId" TEXT NOT NULL CONSTRAINT "PK_Joins" PRIMARY KEY,
    "Into" TEXT NOT NULL,
    "At" INTEGER NOT NULL,
    "PartedAt" INTEGER NULL,
    "Body" TEXT NOT NULL
);
INSERT INTO Joins VALUES('01a2163d6b0f7cc5a46f882a39a5f7df','01a2163d6b0f7cc5a46f882a39a5f7de',1795669480173,NULL,'{"rolesBefore":"respondent","addresses":[],"assignments":[]}');
INSERT INTO Joins VALUES('01a2163d6b0f7cc5a46f882a39a5f7de','01a2163d6b0f7cc5a46f882a39a5f7df',1795687706398,NULL,'{"rolesBefore":"respondent,editor","addresses":[{"channel":"slack","workspace":"T0TOWN0001","user":"U0MATTIAS1"},{"channel":"web","workspace":"web","user":"mattias"}],"assignments":["01a2163dcce6773d913a796001dc2af7"]}');
CREATE TABLE IF NOT EXISTS "Mail" (
    "Seq" INTEGER NOT NULL CONSTRAINT "PK_Mail" PRIMARY KEY AUTOINCREMENT,
    "Key" TEXT NOT NULL,
    "PersonId" TEXT NOT NULL,
    "Body" TEXT NOT NULL,
    "CreatedAt" INTEGER NOT NULL,
    "NextAt" INTEGER NULL,
    "Attempts" INTEGER NOT NULL,
    "Reason" TEXT NULL
, "Door" TEXT NULL);
INSERT INTO Mail VALUES(1,'join/1','01a2163d6b0f7cc5a46f882a39a5f7df','{"kind":"recognised","intoPersonId":"01a2163d6b0f7cc5a46f882a39a5f7df", "key": "join/1", "at": "2026-11-26T05:04:40+00:00"}',1795669480173,1795669480173,0,NULL,NULL);
INSERT INTO Mail VALUES(2,'mail:join/1/1','01a2163d6b0f7cc5a46f882a39a5f7df','{"kind":"moved","fromPersonId":"01a2163d6b0f7cc5a46f882a39a5f7de","what":{"interviews":[{"assignment":{"id":"01a2163dcce6773d913a796001dc2af7","topic":"Varför twittrar kommunchefen?","brief":null,"personId":"01a2163d6b0f7cc5a46f882a39a5f7de","track":"quick","primarySlot":"why","outlets":["x","web"],"adSize":"quarter","enumeration":[],"voice":"own","threads":false,"picture":null,"link":null,"hashtags":[],"publishOn":null,"copyDeadline":null,"remindAt":[],"language":"sv","editorName":null},"questionSet":"vad-varfor-vem.1#cb96c38b51099286aa82c895","language":"sv","state":"open","beganAt":"2026-11-26T05:06:23.4430831+00:00","slot":"synthesis","returnTo":null,"replacing":false,"judgeAt":null,"doneSaid":false,"noMoreFollowUps":false,"hasty":false,"snoozes":0,"setAside":false,"spokenOf":null,"placeAsked":[],"guards":[],"rewriting":null,"capacityAsked":false,"languageNoted":false,"shortReplies":1,"plan":null,"askedAt":"2026-11-26T05:04:40.1732817+00:00","remindedUntil":null,"snoozedUntil":null,"deputyAssignmentId":null,"escalated":false,"reminderAfterStart":false,"finishedOnce":true,"followUps":[{"slot":"question","rule":"not_a_question","answered":true,"evidence":"","at":"2026-11-26T05:06:36.0811204+00:00"}],"answers":{"why":{"lines":[{"messageId":"e9005a773bdb48d8a542b081ec1726c5","text":"Jag twittrar för att medborgarna ska kunna fråga mig direkt. I tisdags fick jag tolv frågor om snöröjningen och svarade på alla.","followUp":false,"template":false,"at":"2026-11-26T05:06:27.1888503+00:00","raw":null}],"unread":[],"revision":1,"status":"given"},"question":{"lines":[{"messageId":"6d4861747cbd4ee7af6e0d04ccab718d","text":"Förtroende byggs i möten, också korta. Ingen ska behöva leta efter vem som bestämmer.","followUp":false,"template":false,"at":"2026-11-26T05:06:34.3261131+00:00","raw":null}],"unread":[],"revision":1,"status":"given"}},"struck":[],"proposals":{},"reactions":[],"headlineShown":[]}],"looks":[{"prompt":{"kind":"drafts","text":"Tack Mattias! Här är utkasten, med dina egna ord. Inget går ut förrän redaktionen har läst och du har sagt ja. Skriv ”ändra” om något ska bort eller låta annorlunda. X: 4 av 4 meningar används.","language":"sv","choices":[{"value":"p6:yes","label":"Godkänn alla","primary":true,"asksReason":false},{"value":"p6:edit","label":"Ändra","primary":false,"asksReason":false},{"value":"p6:another","label":"Annat förslag","primary":false,"asksReason":false}],"drafts":[{"outlet":"x","name":"X","text":"Jag twittrar för att medborgarna ska kunna fråga mig direkt. I tisdags fick jag tolv frågor om snöröjningen och svarade på alla.\n\nFörtroende byggs i möten, också korta. Ingen ska behöva leta efter vem som bestämmer.","length":215,"limit":280,"unit":"tecken"},{"outlet":"web","name":"Webbsidan","text":"Varför twittrar kommunchefen?\n\nVarför?\nJag twittrar för att medborgarna ska kunna fråga mig direkt. I tisdags fick jag tolv frågor om snöröjningen och svarade på alla.\n\nFörtroende byggs i möten, också korta. Ingen ska behöva leta efter vem som bestämmer.\n\nMattias Jansson, kommunchef","length":283,"limit":null,"unit":"tecken"}],"promptId":"p6","settles":null,"chosen":null,"place":null,"assignmentId":"01a2163dcce6773d913a796001dc2af7","slot":null},"kind":"preview","assignmentId":"01a2163dcce6773d913a796001dc2af7","respondentId":"01a2163d6b0f7cc5a46f882a39a5f7de","topic":"Varför twittrar kommunchefen?","revisions":{"01a2163dcce6773d913a796001dc2af7-x":1,"01a2163dcce6773d913a796001dc2af7-web":1},"which":null,"awaits":null}],"held":[],"gaps":[],"absences":[],"noReminders":false,"current":"01a2163dcce6773d913a796001dc2af7","prompts":9},"back":false,"key":"mail:join/1/1","at":"2026-11-26T10:08:26.3989714+00:00"}',1795687706398,1795687716607,2,'there is nowhere to reach the person','{"name":"clock","personId":null,"role":null}');
CREATE TABLE IF NOT EXISTS "Messages" (
    "Seq" INTEGER NOT NULL CONSTRAINT "PK_Messages" PRIMARY KEY AUTOINCREMENT,
    "PersonId" TEXT NOT NULL,
    "AssignmentId" TEXT NULL,
    "Incoming" INTEGER NOT NULL,
    "Key" TEXT NOT NULL,
    "Channel" TEXT NOT NULL,
    "Kind" TEXT NOT NULL,
    "Text" TEXT NOT NULL,
    "Body" TEXT NULL,
    "PromptId" TEXT NULL,
    "Chosen" TEXT NULL,
    "At" INTEGER NOT NULL
);
INSERT INTO Messages VALUES(1,'01a2163d6b0f7cc5a46f882a39a5f7df','01a2163dcce6773d913a796001dc2af7',0,'assign:01a2163dcce6773d913a796001dc2af7/0','web','opening','Hej Mattias! Jag är Dialog, en bot som hjälper redaktionen. Redaktionen undrar: ”Varför twittrar kommunchefen?” Det tar ungefär tre minuter. Svara som du pratar, du får läsa allt innan något går ut. Passar det nu?','{"kind":"opening","text":"Hej Mattias! Jag är Dialog, en bot som hjälper redaktionen. Redaktionen undrar: ”Varför twittrar kommunchefen?” Det tar ungefär tre minuter. Svara som du pratar, du får läsa allt innan något går ut. Passar det nu?","language":"sv","choices":[{"value":"p1:go","label":"Kör","primary":true,"asksReason":false},{"value":"p1:later","label":"Senare","primary":false,"asksReason":false},{"value":"p1:wrong-person","label":"Fel person","primary":false,"asksReason":false}],"drafts":[],"promptId":"p1","settles":null,"chosen":null,"place":null,"assignmentId":"01a2163dcce6773d913a796001dc2af7","slot":null}',NULL,NULL,1795669480173);
INSERT INTO Messages VALUES(2,'01a2163d6b0f7cc5a46f882a39a5f7df','01a2163dcce6773d913a796001dc2af7',1,'web:mattias:86969d21195f4d369e3539bf6a3426d3','web','said','kör',NULL,NULL,NULL,1795669583443);
INSERT INTO Messages VALUES(3,'01a2163d6b0f7cc5a46f882a39a5f7df','01a2163dcce6773d913a796001dc2af7',0,'web:mattias:86969d21195f4d369e3539bf6a3426d3/0','web','question','Fint, då kör vi. Varför gör ni det, och varför just nu?','{"kind":"question","text":"Fint, då kör vi. Varför gör ni det, och varför just nu?","language":"sv","choices":[{"value":"p2:skip","label":"Hoppa över","primary":false,"asksReason":false}],"drafts":[],"promptId":"p2","settles":null,"chosen":null,"place":null,"assignmentId":"01a2163dcce6773d913a796001dc2af7","slot":"why"}',NULL,NULL,1795669583443);
INSERT INTO Messages VALUES(12,'01a2163d6b0f7cc5a46f882a39a5f7df','01a2163dcce6773d913a796001dc2af7',0,'web:mattias:bf88a0e2714f473bb148749f09d18ff4/0','web','drafts','Tack Mattias! Här är utkasten, med dina egna ord. Inget går ut förrän redaktionen har läst och du har sagt ja. Skriv ”ändra” om något ska bort eller låta annorlunda. X: 4 av 4 meningar används.','{"kind":"drafts","text":"Tack Mattias! Här är utkasten, med dina egna ord. Inget går ut förrän redaktionen har läst och du har sagt ja. Skriv ”ändra” om något ska bort eller låta annorlunda. X: 4 av 4 meningar används.","language":"sv","choices":[{"value":"p6:yes","label":"Godkänn alla","primary":true,"asksReason":false},{"value":"p6:edit","label":"Ändra","primary":false,"asksReason":false},{"value":"p6:another","label":"Annat förslag","primary":false,"asksReason":false}],"drafts":[{"outlet":"x","name":"X","text":"Jag twittrar för att medborgarna ska kunna fråga mig direkt. I tisdags fick jag tolv frågor om snöröjningen och svarade på alla.\n\nFörtroende byggs i möten, också korta. Ingen ska behöva leta efter vem som bestämmer.","length":215,"limit":280,"unit":"tecken"},{"outlet":"web","name":"Webbsidan","text":"Varför twittrar kommunchefen?\n\nVarför?\nJag twittrar för att medborgarna ska kunna fråga mig direkt. I tisdags fick jag tolv frågor om snöröjningen och svarade på alla.\n\nFörtroende byggs i möten, också korta. Ingen ska behöva leta efter vem som bestämmer.\n\nMattias Jansson, kommunchef","length":283,"limit":null,"unit":"tecken"}],"promptId":"p6","settles":null,"chosen":null,"place":null,"assignmentId":"01a2163dcce6773d913a796001dc2af7","slot":null}',NULL,NULL,1795669596106);
CREATE TABLE IF NOT EXISTS "Outbox" (
    "Seq" INTEGER NOT NULL CONSTRAINT "PK_Outbox" PRIMARY KEY AUTOINCREMENT,
    "Id" TEXT NULL,
    "PersonId" TEXT NOT NULL,
    "Channel" TEXT NOT NULL,
    "Workspace" TEXT NOT NULL,
    "User" TEXT NOT NULL,
    "Body" TEXT NOT NULL,
    "PromptId" TEXT NULL,
    "Status" TEXT NOT NULL,
    "NextAt" INTEGER NULL,
    "Attempts" INTEGER NOT NULL,
    "FirstTriedAt" INTEGER NULL,
    "CreatedAt" INTEGER NOT NULL,
    "PlatformId" TEXT NULL,
    "Reason" TEXT NULL
, "LeftAt" INTEGER NULL);
INSERT INTO Outbox VALUES(1,'assign:01a2163dcce6773d913a796001dc2af7/0','01a2163d6b0f7cc5a46f882a39a5f7de','web','web','mattias','{"kind":"opening","text":"Hej Mattias! Jag är Dialog, en bot som hjälper redaktionen. Redaktionen undrar: ”Varför twittrar kommunchefen?” Det tar ungefär tre minuter. Svara som du pratar, du får läsa allt innan något går ut. Passar det nu?","language":"sv","choices":[{"value":"p1:go","label":"Kör","primary":true,"asksReason":false},{"value":"p1:later","label":"Senare","primary":false,"asksReason":false},{"value":"p1:wrong-person","label":"Fel person","primary":false,"asksReason":false}],"drafts":[],"promptId":"p1","settles":null,"chosen":null,"place":null,"assignmentId":"01a2163dcce6773d913a796001dc2af7","slot":null}','p1','Sent',NULL,1,1795669483474,1795669480173,NULL,NULL,NULL);
INSERT INTO Outbox VALUES(2,'web:mattias:86969d21195f4d369e3539bf6a3426d3/0','01a2163d6b0f7cc5a46f882a39a5f7de','web','web','mattias','{"kind":"question","text":"Fint, då kör vi. Varför gör ni det, och varför just nu?","language":"sv","choices":[{"value":"p2:skip","label":"Hoppa över","primary":false,"asksReason":false}],"drafts":[],"promptId":"p2","settles":null,"chosen":null,"place":null,"assignmentId":"01a2163dcce6773d913a796001dc2af7","slot":"why"}','p2','Sent',NULL,1,1795669585225,1795669583443,NULL,NULL,NULL);
INSERT INTO Outbox VALUES(3,'01a2163dcce6773d913a796001dc2af7/p','01a2163d6b0f7cc5a46f882a39a5f7df','slack','T0TOWN0001','U0SOFIA001','{"kind":"opening","text":"Hej Mattias! Jag är Dialog, en bot som hjälper redaktionen. Redaktionen undrar: ”Varför twittrar kommunchefen?” Det tar ungefär tre minuter. Svara som du pratar, du får läsa allt innan något går ut. Passar det nu?","language":"sv","choices":[{"value":"p1:go","label":"Kör","primary":true,"asksReason":false},{"value":"p1:later","label":"Senare","primary":false,"asksReason":false},{"value":"p1:wrong-person","label":"Fel person","primary":false,"asksReason":false}],"drafts":[],"promptId":"p1","settles":null,"chosen":null,"place":null,"assignmentId":"01a2163dcce6773d913a796001dc2af7","slot":null}',NULL,'Failed',NULL,3,1795669480173,1795669480173,NULL,'slack is not configured',NULL);
INSERT INTO Outbox VALUES(4,'join/1/0','01a2163d6b0f7cc5a46f882a39a5f7de','web','web','mattias','{"kind":"question","text":"En läsare svarar på ”Varför twittrar kommunchefen?” (X): ”Bra att ni svarar!” Vad svarar du, har du ändrat dig på något sätt?","language":"sv","choices":[],"drafts":[],"promptId":null,"settles":"p9","chosen":"Fortsätter nedanför","place":null,"assignmentId":"01a2163dcce6773d913a796001dc2af7","slot":"synthesis"}',NULL,'Sent',NULL,1,1795687709723,1795687706398,NULL,NULL,NULL);
INSERT INTO Outbox VALUES(5,'join/1/1','01a2163d6b0f7cc5a46f882a39a5f7de','web','web','mattias','{"kind":"drafts","text":"Tack Mattias! Här är utkasten, med dina egna ord. Inget går ut förrän redaktionen har läst och du har sagt ja. Skriv ”ändra” om något ska bort eller låta annorlunda. X: 4 av 4 meningar används.","language":"sv","choices":[],"drafts":[{"outlet":"x","name":"X","text":"Jag twittrar för att medborgarna ska kunna fråga mig direkt. I tisdags fick jag tolv frågor om snöröjningen och svarade på alla.\n\nFörtroende byggs i möten, också korta. Ingen ska behöva leta efter vem som bestämmer.","length":215,"limit":280,"unit":"tecken"},{"outlet":"web","name":"Webbsidan","text":"Varför twittrar kommunchefen?\n\nVarför?\nJag twittrar för att medborgarna ska kunna fråga mig direkt. I tisdags fick jag tolv frågor om snöröjningen och svarade på alla.\n\nFörtroende byggs i möten, också korta. Ingen ska behöva leta efter vem som bestämmer.\n\nMattias Jansson, kommunchef","length":283,"limit":null,"unit":"tecken"}],"promptId":null,"settles":"p6","chosen":"Fortsätter nedanför","place":null,"assignmentId":"01a2163dcce6773d913a796001dc2af7","slot":null}',NULL,'Sent',NULL,1,1795687709758,1795687706398,NULL,NULL,NULL);
CREATE TABLE IF NOT EXISTS "People" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_People" PRIMARY KEY,
    "Name" TEXT NULL,
    "Title" TEXT NULL,
    "Roles" TEXT NOT NULL,
    "Language" TEXT NOT NULL,
    "TimeZone" TEXT NOT NULL,
    "CreatedAt" INTEGER NOT NULL
, "Email" TEXT NULL, "Hours" TEXT NULL, "Absences" TEXT NULL, "LanguageAssumed" INTEGER NOT NULL DEFAULT 0);
INSERT INTO People VALUES('01a2163d6b0f7cc5a46f882a39a5f7de','Mattias Jansson','kommunchef','respondent','sv','Europe/Stockholm',1795669453584,NULL,NULL,NULL,0);
INSERT INTO People VALUES('01a2163d6b0f7cc5a46f882a39a5f7df','Sofia Lind','kommunchef','respondent,editor','en','Europe/Helsinki',1795669480173,'sofia@example.com',NULL,'[{"first":"2031-07-01","last":"2031-07-28"}]',1);
CREATE TABLE IF NOT EXISTS "QuestionSets" (
    "Key" TEXT NOT NULL CONSTRAINT "PK_QuestionSets" PRIMARY KEY,
    "Id" TEXT NULL,
    "Version" INTEGER NOT NULL,
    "Body" TEXT NOT NULL,
    "At" INTEGER NOT NULL
);
INSERT INTO QuestionSets VALUES('town.1#abc','town',1,'{"id":"town","version":1,"languages":{}}',1795669480173);
CREATE TABLE IF NOT EXISTS "Reactions" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Reactions" PRIMARY KEY,
    "AssignmentId" TEXT NOT NULL,
    "Text" TEXT NOT NULL,
    "Source" TEXT NULL,
    "Url" TEXT NULL,
    "At" INTEGER NOT NULL
, "Asked" INTEGER NOT NULL DEFAULT 0, "GroupBefore" TEXT NULL, "GroupId" TEXT NULL);
INSERT INTO Reactions VALUES('01a216405ad77a65a649cf0e12dd6993','01a2163dcce6773d913a796001dc2af7','Bra att ni svarar!','X',NULL,1795669646105,1,NULL,'0193c1');
CREATE TABLE IF NOT EXISTS "Reviews" (
    "Seq" INTEGER NOT NULL CONSTRAINT "PK_Reviews" PRIMARY KEY AUTOINCREMENT,
    "AssignmentId" TEXT NOT NULL,
    "DraftId" TEXT NOT NULL,
    "Action" TEXT NOT NULL,
    "Body" TEXT NOT NULL,
    "At" INTEGER NOT NULL
);
INSERT INTO Reviews VALUES(1,'01a2163dcce6773d913a796001dc2af7','01a2163dcce6773d913a796001dc2af7-x','Compose','{"draftId":"01a2163dcce6773d913a796001dc2af7-x","revision":1,"hash":"bc57dce6ce0b98df5e7c981235022e48c5ffb680d0b079dd32466ee7726eae8c","action":"compose","by":{"role":"respondent","personId":"01a2163d6b0f7cc5a46f882a39a5f7de","name":"Mattias Jansson"},"at":"2026-11-26T05:06:36.1063924+00:00","comment":null,"url":null,"goesOutAt":null}',1795669596106);
INSERT INTO Reviews VALUES(2,'01a2163dcce6773d913a796001dc2af7','01a2163dcce6773d913a796001dc2af7-web','Compose','{"draftId":"01a2163dcce6773d913a796001dc2af7-web","revision":1,"hash":"8a70e4ca88acac5dab3370deee1a27c7d8cf544af822da8f55797c059dfbe164","action":"compose","by":{"role":"respondent","personId":"01a2163d6b0f7cc5a46f882a39a5f7de","name":"Mattias Jansson"},"at":"2026-11-26T05:06:36.1063924+00:00","comment":null,"url":null,"goesOutAt":null}',1795669596106);
INSERT INTO Reviews VALUES(3,'01a2163dcce6773d913a796001dc2af7','01a2163dcce6773d913a796001dc2af7-x','RequestChanges','{"draftId":"01a2163dcce6773d913a796001dc2af7-x","revision":1,"hash":"bc57dce6ce0b98df5e7c981235022e48c5ffb680d0b079dd32466ee7726eae8c","action":"requestChanges","by":{"role":"desk","personId":null,"name":null},"at":"2026-11-26T05:07:24.7259118+00:00","comment":"Kortare, tack.","url":null,"goesOutAt":null}',1795669644725);
CREATE TABLE IF NOT EXISTS "Series" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Series" PRIMARY KEY,
    "Body" TEXT NOT NULL,
    "NextAt" INTEGER NULL,
    "DoneUntil" INTEGER NOT NULL,
    "Version" INTEGER NOT NULL
);
INSERT INTO Series VALUES('01a216405c7f782ba4343df5b43ad1ab','{"id":"01a216405c7f782ba4343df5b43ad1ab","title":"Månadsannonsen","template":{"id":"","topic":"","brief":null,"personId":"","track":"standard","primarySlot":"why","outlets":["ad","x"],"adSize":"quarter","enumeration":[],"voice":"own","threads":false,"picture":null,"link":null,"hashtags":[],"publishOn":null,"copyDeadline":null,"remindAt":[],"language":"sv","editorName":null},"rule":{"nth":1,"weekday":"Thursday","everyMonths":1},"editions":[],"workingDaysBefore":null,"personIds":["01a2163d6b0f7cc5a46f882a39a5f7de"],"questions":[{"topic":"Varför bygger vi om torget?","brief":null}],"from":"2031-01-01","skipped":[],"moved":{}}',1922677200000,1795669646513,0);
CREATE TABLE IF NOT EXISTS "Workspaces" (
    "Channel" TEXT NOT NULL,
    "Id" TEXT NOT NULL,
    "Name" TEXT NULL,
    "Secret" TEXT NULL,
    "Data" TEXT NULL,
    "ExpiresAt" INTEGER NULL,
    "InstalledAt" INTEGER NOT NULL,
    "ConfirmedAt" INTEGER NULL,
    "StoppedAt" INTEGER NULL,
    "StopReason" TEXT NULL, "RenewingUntil" INTEGER NULL,
    CONSTRAINT "PK_Workspaces" PRIMARY KEY ("Channel", "Id")
);
INSERT INTO Workspaces VALUES('slack','T0TOWN0001','Town','CfDJ8-sealed','{"botUser":"U0DIALOG"}',1795669480173,1795669480173,1795669480173,NULL,NULL,NULL);
CREATE TABLE IF NOT EXISTS "__EFMigrationsHistory" ("MigrationId" TEXT NOT NULL CONSTRAINT "PK___EFMigrationsHistory" PRIMARY KEY, "ProductVersion" TEXT NOT NULL);
INSERT INTO __EFMigrationsHistory VALUES('20261124122742_First','10.0.15');
INSERT INTO __EFMigrationsHistory VALUES('20261125224430_Newsroom','10.0.15');
INSERT INTO __EFMigrationsHistory VALUES('20261126000233_Joins','10.0.15');
INSERT INTO __EFMigrationsHistory VALUES('20261126003013_Plans','10.0.15');
INSERT INTO __EFMigrationsHistory VALUES('20261126005612_Keys','10.0.15');
INSERT INTO __EFMigrationsHistory VALUES('20261126011915_Absences','10.0.15');
INSERT INTO __EFMigrationsHistory VALUES('20261126013025_Series','10.0.15');
INSERT INTO __EFMigrationsHistory VALUES('20261126042110_Languages','10.0.15');
INSERT INTO __EFMigrationsHistory VALUES('20261126064700_SignOuts','10.0.15');
INSERT INTO __EFMigrationsHistory VALUES('20261126064957_Board','10.0.15');
INSERT INTO __EFMigrationsHistory VALUES('20261126072500_Trust','10.0.15');
INSERT INTO __EFMigrationsHistory VALUES('20261126073057_Search','10.0.15');
INSERT INTO __EFMigrationsHistory VALUES('20261126100416_Readers','10.0.15');
INSERT INTO __EFMigrationsHistory VALUES('20261126105200_AuditKept','10.0.15');
INSERT INTO __EFMigrationsHistory VALUES('20261126110000_Settings','10.0.15');
CREATE TABLE IF NOT EXISTS "SignOuts" (
    "Owner" TEXT NOT NULL CONSTRAINT "PK_SignOuts" PRIMARY KEY,
    "At" INTEGER NOT NULL
);
INSERT INTO SignOuts VALUES('desk',1795672020000);
CREATE TABLE IF NOT EXISTS "Audit" (
    "Seq" INTEGER NOT NULL CONSTRAINT "PK_Audit" PRIMARY KEY AUTOINCREMENT,
    "At" INTEGER NOT NULL,
    "Door" TEXT NOT NULL,
    "By" TEXT NULL,
    "Role" TEXT NULL,
    "Action" TEXT NOT NULL,
    "Kind" TEXT NOT NULL,
    "Subject" TEXT NOT NULL,
    "Detail" TEXT NULL,
    "Number" INTEGER NULL,
    "Previous" TEXT NULL,
    "Hash" TEXT NULL
);
INSERT INTO Audit VALUES(1,1795669480173,'desk',NULL,'desk','open','assignment','01a2163dcce6773d913a796001dc2af7','person 01a2163d6b0f7cc5a46f882a39a5f7de',1,'0000000000000000000000000000000000000000000000000000000000000000','72030ea98ac91be8a83b7f295cba3b65c2510df0b072460cc770f373ebb0fee4');
INSERT INTO Audit VALUES(2,1795687706398,'clock',NULL,NULL,'join','person','01a2163d6b0f7cc5a46f882a39a5f7de','into 01a2163d6b0f7cc5a46f882a39a5f7df',2,'72030ea98ac91be8a83b7f295cba3b65c2510df0b072460cc770f373ebb0fee4','cbb64275d0869ed81989d513142e47da05a78558b93e289200a687b657fe8e97');
CREATE TABLE IF NOT EXISTS "AuditHead" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_AuditHead" PRIMARY KEY,
    "Number" INTEGER NOT NULL,
    "Hash" TEXT NOT NULL
);
INSERT INTO AuditHead VALUES(1,2,'cbb64275d0869ed81989d513142e47da05a78558b93e289200a687b657fe8e97');
CREATE TABLE IF NOT EXISTS "Leases" (
    "Name" TEXT NOT NULL CONSTRAINT "PK_Leases" PRIMARY KEY,
    "Holder" TEXT NOT NULL,
    "Until" INTEGER NOT NULL
);
INSERT INTO Leases VALUES('retention','0000',1795669480173);
CREATE TABLE IF NOT EXISTS "Records" (
    "Seq" INTEGER NOT NULL CONSTRAINT "PK_Records" PRIMARY KEY AUTOINCREMENT,
    "AssignmentId" TEXT NOT NULL,
    "DraftId" TEXT NOT NULL,
    "Revision" INTEGER NOT NULL,
    "PublishedAt" INTEGER NOT NULL,
    "Body" TEXT NOT NULL,
    "Sha256" TEXT NOT NULL
);
INSERT INTO Records VALUES(1,'01a2163dcce6773d913a796001dc2af7','01a2163dcce6773d913a796001dc2af7-x',1,1795669480173,'{}','44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a');
CREATE TABLE IF NOT EXISTS "SearchTexts" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_SearchTexts" PRIMARY KEY AUTOINCREMENT,
    "AssignmentId" TEXT NOT NULL,
    "Kind" TEXT NOT NULL,
    "Part" TEXT NOT NULL,
    "Text" TEXT NOT NULL,
    "Language" TEXT NOT NULL
);
INSERT INTO SearchTexts VALUES(1,'01a2163dcce6773d913a796001dc2af7','topic','','Varför twittrar kommunchefen?','sv');
INSERT INTO SearchTexts VALUES(2,'01a2163dcce6773d913a796001dc2af7','answer','Why','Jag twittrar för att medborgarna ska kunna fråga mig direkt. I tisdags fick jag tolv frågor om snöröjningen och svarade på alla.','sv');
INSERT INTO SearchTexts VALUES(3,'01a2163dcce6773d913a796001dc2af7','answer','Question','Förtroende byggs i möten, också korta. Ingen ska behöva leta efter vem som bestämmer.','sv');
INSERT INTO SearchTexts VALUES(4,'01a2163dcce6773d913a796001dc2af7','draft','x',replace('Jag twittrar för att medborgarna ska kunna fråga mig direkt. I tisdags fick jag tolv frågor om snöröjningen och svarade på alla.\n\nFörtroende byggs i möten, också korta. Ingen ska behöva leta efter vem som bestämmer.','\n',char(10)),'sv');
INSERT INTO SearchTexts VALUES(5,'01a2163dcce6773d913a796001dc2af7','draft','web',replace('Varför twittrar kommunchefen?\n\nVarför?\nJag twittrar för att medborgarna ska kunna fråga mig direkt. I tisdags fick jag tolv frågor om snöröjningen och svarade på alla.\n\nFörtroende byggs i möten, också korta. Ingen ska behöva leta efter vem som bestämmer.\n\nMattias Jansson, kommunchef','\n',char(10)),'sv');
PRAGMA writable_schema=ON;
INSERT INTO sqlite_schema(type,name,tbl_name,rootpage,sql)VALUES('table','__Search','__Search',0,'CREATE VIRTUAL TABLE "__Search" USING fts5("Text", content=''SearchTexts'', content_rowid=''Id'', tokenize=''unicode61 remove_diacritics 0'', prefix=''2 3'')');
CREATE TABLE IF NOT EXISTS '__Search_data'(id INTEGER PRIMARY KEY, block BLOB);
INSERT INTO __Search_data VALUES(1,X'0576');
INSERT INTO __Search_data VALUES(10,X'000000000101010001010101');
INSERT INTO __Search_data VALUES(137438953473,X'0000059a0530616c6c6102021702021701021b020274740202050202050102090107626568c3b6766103020a01022001022403087374c3a46d6d657203020f01022501022902047967677303020301021901021d0106646972656b7402020b02020b01020f0105656674657203020c01022201022601046669636b02020e02020e010212020572c3a5676102020902020901020d06026f720202110202110102150203c3b672020204020204010208050774726f656e646503020201021801021c01016902020c01020401040c100104101002046e67656e03020801021e01022201036a61670204020f0204020f0104060f03056e73736f6e05022b010a6b6f6d6d756e6368656605022c0b02656e010204040204030372746103020701021d0102210204756e6e6102020802020801020c01046c65746103020b01022101022501076d61747469617305022a020a6564626f726761726e6102020602020601020a0202696702020a02020a01020e0205c3b674656e03020501021b01021f01036f636802021402021401021803046b73c3a503020601021c01022002016d020212020212010216010370c3a502021602021601021a0103736b610202070102090104071a01040b1a020d6ec3b672c3b66a6e696e67656e02021302021301021702026f6d03020e010224010228020676617261646502021502021501021901077469736461677302020d02020d01021102036f6c7602021002021001021402077769747472617201020301020302020301040306010776617266c3b672010202040402050202656d03020d010223010227000331616c02021702021701021b0201740202050202050102090102626503040a07010420070104240702017903020301021901021d0102646902020b02020b01020f0102656603020c0102220102260102666902020e02020e0102120201720204090a0204090a01040d0a0202c3b602020401020201040416010408160102696e03020801021e01022201026a610204020f0204020f0106060f1a01026b6f01020402020701021d0106041f0d02017502020802020801020c01026c6503020b01022101022501026d6105022a02016502020602020601020a02016902020a02020a01020e0202c3b603020501021b01021f01026f630202140102060104140a0104180a02016d020212020212010216010370c3a502021602021601021a0102736b0202070102090104071a01040b1a02016e02021302021301021702016f03020e0102240102280201760202150202150102190102746902020d02020d01021102016f02021002021001021402017701020301020302020301040306010276610102020404020502016503020d010223010227000432616c6c02021702021701021b02027474020205020205010209010362656803020a01022001022403017303020f0102250102290202796703020301021901021d010364697202020b02020b01020f010365667403020c010222010226010366696302020e02020e010212020372c3a50204090a0204090a01040d0a0203c3b67202020401020201040416010408160103696e6703020801021e01022201036a61670204020f0204020f0104060f03016e05022b01036b6f6d0102040404042a03017203020701021d0102210202756e02020802020801020c01036c657403020b01022101022501036d617405022a0202656402020602020601020a0202696702020a02020a01020e0203c3b67403020501021b01021f01036f636802021402021401021803016b03020601021c0102200103736b610202070102090104071a01040b1a02036ec3b602021302021301021702026f6d03020e01022401022802027661020215020215010219010374697302020d02020d01021102026f6c02021002021001021402027769010203010203020203010403060103766172010202040402050202656d03020d010223010227040f0d12130f11100f100d0e12110f110a0f0a0e0f0f0c150d100e0f0c0e13180d11120e16100d0e0c100c0d0d0d0f120d11120c0d070c0c0d120c0e120c0c0c0d0c100b0c0f0d0e0c0d0e0e0e11130e11060c0c0d0e080d0d0e0e0c130e0d0d0e0d110c');
CREATE TABLE IF NOT EXISTS '__Search_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;
INSERT INTO __Search_idx VALUES(1,X'',2);
CREATE TABLE IF NOT EXISTS '__Search_docsize'(id INTEGER PRIMARY KEY, sz BLOB);
INSERT INTO __Search_docsize VALUES(1,X'03');
INSERT INTO __Search_docsize VALUES(2,X'16');
INSERT INTO __Search_docsize VALUES(3,X'0e');
INSERT INTO __Search_docsize VALUES(4,X'24');
INSERT INTO __Search_docsize VALUES(5,X'2b');
CREATE TABLE IF NOT EXISTS '__Search_config'(k PRIMARY KEY, v) WITHOUT ROWID;
INSERT INTO __Search_config VALUES('version',4);
CREATE TABLE IF NOT EXISTS "Comments" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Comments" PRIMARY KEY,
    "AssignmentId" TEXT NOT NULL,
    "DraftId" TEXT NOT NULL,
    "Quote" TEXT NOT NULL,
    "Before" TEXT NOT NULL,
    "After" TEXT NOT NULL,
    "ReplyTo" TEXT NULL,
    "Text" TEXT NOT NULL,
    "By" TEXT NULL,
    "At" INTEGER NOT NULL,
    "ResolvedAt" INTEGER NULL,
    "ResolvedBy" TEXT NULL,
    "ToldAt" INTEGER NULL
);
INSERT INTO Comments VALUES('0193d1','01a2163dcce6773d913a796001dc2af7','01a2163dcce6773d913a796001dc2af7-web','Twitter','',' är',NULL,'Säg det enklare?',NULL,1795681200000,NULL,NULL,NULL);
CREATE TABLE IF NOT EXISTS "OpenPages" (
    "Page" TEXT NOT NULL,
    "Tab" TEXT NOT NULL,
    "By" TEXT NULL,
    "At" INTEGER NOT NULL,
    CONSTRAINT "PK_OpenPages" PRIMARY KEY ("Page", "Tab")
);
INSERT INTO OpenPages VALUES('01a2163dcce6773d913a796001dc2af7','t1',NULL,1795681200000);
CREATE TABLE IF NOT EXISTS "ReactionGroups" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_ReactionGroups" PRIMARY KEY,
    "AssignmentId" TEXT NOT NULL,
    "Name" TEXT NULL,
    "AsideAt" INTEGER NULL,
    "AskedIn" TEXT NULL,
    "CreatedAt" INTEGER NOT NULL
);
INSERT INTO ReactionGroups VALUES('0193c1','01a2163dcce6773d913a796001dc2af7','bänkarna',NULL,NULL,1795681200000);
CREATE TABLE IF NOT EXISTS "Settings" (
    "Kind" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    "Body" TEXT NULL,
    "At" INTEGER NOT NULL,
    "By" TEXT NULL,
    "Restores" INTEGER NULL,
    CONSTRAINT "PK_Settings" PRIMARY KEY ("Kind", "Version")
);
INSERT INTO Settings VALUES('questions',1,NULL,1799999999000,'p1',0);
DELETE FROM sqlite_sequence;
INSERT INTO sqlite_sequence VALUES('Messages',12);
INSERT INTO sqlite_sequence VALUES('Outbox',5);
INSERT INTO sqlite_sequence VALUES('Mail',2);
INSERT INTO sqlite_sequence VALUES('Reviews',3);
INSERT INTO sqlite_sequence VALUES('DataProtectionKeys',1);
INSERT INTO sqlite_sequence VALUES('Audit',2);
INSERT INTO sqlite_sequence VALUES('Records',1);
INSERT INTO sqlite_sequence VALUES('SearchTexts',5);
CREATE INDEX "IX_Addresses_PersonId" ON "Addresses" ("PersonId");
CREATE INDEX "IX_Assignments_CopyDeadline" ON "Assignments" ("CopyDeadline");
CREATE INDEX "IX_Assignments_PersonId" ON "Assignments" ("PersonId");
CREATE UNIQUE INDEX "IX_Assignments_RequestKey" ON "Assignments" ("RequestKey");
CREATE INDEX "IX_Drafts_AssignmentId" ON "Drafts" ("AssignmentId");
CREATE INDEX "IX_Due_At" ON "Due" ("At");
CREATE INDEX "IX_Messages_AssignmentId" ON "Messages" ("AssignmentId");
CREATE UNIQUE INDEX "IX_Messages_Key" ON "Messages" ("Key");
CREATE INDEX "IX_Messages_PersonId_Seq" ON "Messages" ("PersonId", "Seq");
CREATE UNIQUE INDEX "IX_Outbox_Id" ON "Outbox" ("Id");
CREATE INDEX "IX_Outbox_NextAt" ON "Outbox" ("NextAt") WHERE "NextAt" IS NOT NULL;
CREATE INDEX "IX_Outbox_PersonId_PromptId" ON "Outbox" ("PersonId", "PromptId") WHERE "PromptId" IS NOT NULL;
CREATE INDEX "IX_Outbox_PersonId_Seq" ON "Outbox" ("PersonId", "Seq") WHERE "NextAt" IS NOT NULL;
CREATE INDEX "IX_People_Email" ON "People" ("Email");
CREATE INDEX "IX_People_Roles" ON "People" ("Roles") WHERE "Roles" <> 'respondent';
CREATE UNIQUE INDEX "IX_Mail_Key" ON "Mail" ("Key");
CREATE INDEX "IX_Mail_NextAt" ON "Mail" ("NextAt") WHERE "NextAt" IS NOT NULL;
CREATE INDEX "IX_Reactions_AssignmentId" ON "Reactions" ("AssignmentId");
CREATE INDEX "IX_Reviews_AssignmentId" ON "Reviews" ("AssignmentId");
CREATE INDEX "IX_JoinCodes_PersonId" ON "JoinCodes" ("PersonId");
CREATE INDEX "IX_Assignments_Ad" ON "Assignments" ("Ad") WHERE "Ad" IS NOT NULL;
CREATE UNIQUE INDEX "IX_Feeds_Hash" ON "Feeds" ("Hash");
CREATE INDEX "IX_Series_NextAt" ON "Series" ("NextAt");
CREATE INDEX "IX_Outbox_Status_Seq" ON "Outbox" ("Status", "Seq") WHERE "Status" IN ('Failed', 'Unknown');
CREATE INDEX "IX_Assignments_MovedAt" ON "Assignments" ("MovedAt");
CREATE INDEX "IX_Assignments_PublishOn" ON "Assignments" ("PublishOn") WHERE "PublishOn" IS NOT NULL;
CREATE INDEX "IX_Assignments_Stage_EscalatedAt" ON "Assignments" ("Stage", "EscalatedAt") WHERE "EscalatedAt" IS NOT NULL;
CREATE INDEX "IX_Assignments_Stage_MovedAt" ON "Assignments" ("Stage", "MovedAt");
CREATE INDEX "IX_Assignments_Stage_SortAt_Id" ON "Assignments" ("Stage", "SortAt", "Id");
CREATE INDEX "IX_Addresses_Unreachable" ON "Addresses" ("Unreachable") WHERE "Unreachable" IS NOT NULL;
CREATE UNIQUE INDEX "IX_Audit_Number" ON "Audit" ("Number") WHERE "Number" IS NOT NULL;
CREATE INDEX "IX_Audit_Subject_Seq" ON "Audit" ("Subject", "Seq");
CREATE INDEX "IX_Audit_Unsealed" ON "Audit" ("Seq") WHERE "Number" IS NULL;
CREATE INDEX "IX_Records_AssignmentId" ON "Records" ("AssignmentId");
CREATE INDEX "IX_Records_PublishedAt" ON "Records" ("PublishedAt");
CREATE UNIQUE INDEX "IX_SearchTexts_AssignmentId_Kind_Part" ON "SearchTexts" ("AssignmentId", "Kind", "Part");
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
CREATE INDEX "IX_Assignments_ReplyTo" ON "Assignments" ("ReplyTo") WHERE "ReplyTo" IS NOT NULL;
CREATE INDEX "IX_Comments_AssignmentId" ON "Comments" ("AssignmentId");
CREATE INDEX "IX_OpenPages_At" ON "OpenPages" ("At");
CREATE INDEX "IX_ReactionGroups_AssignmentId" ON "ReactionGroups" ("AssignmentId");
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
PRAGMA writable_schema=OFF;
COMMIT;
