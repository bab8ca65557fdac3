using Dialog.Bot.Desk;
using Dialog.Bot.Store;
using Dialog.Core.Drafts;
using Dialog.Core.Questions;

namespace Dialog.Bot.Tests.Fuzz;

/// <summary>What senders really send.</summary>
internal static class Seeds
{
    private const string Personal = """
        "channelId":"msteams","serviceUrl":"http://127.0.0.1:9/","id":"1790000000001","timestamp":"2026-11-26T06:00:00.000Z","localTimezone":"Europe/Stockholm","locale":"sv-SE",
        "from":{"id":"29:1manager","name":"Mattias Jansson","aadObjectId":"00000000-0000-0000-0000-000000000001"},"recipient":{"id":"28:bot","name":"Dialog"},
        "conversation":{"id":"a:1chat","conversationType":"personal","tenantId":"00000000-0000-0000-0000-00000000000a"},"channelData":{"tenant":{"id":"00000000-0000-0000-0000-00000000000a"}}
        """;

    public static readonly string[] Activities = new[]
    {
        """{"type":"message","text":"<p>Vi bygger om rondellen</p>","textFormat":"plain",$personal$,"attachments":[{"contentType":"text/html","content":"<p>Vi bygger <b>om</b> &amp; rondellen</p>"}],"entities":[{"type":"clientInfo","locale":"sv-SE","timezone":"Europe/Stockholm"}]}""",
        """{"type":"message",$personal$,"replyToId":"1790000000000","value":{"choice":"p1:go","verb":"choose"}}""",
        """{"type":"invoke","name":"adaptiveCard/action",$personal$,"replyToId":"1790000000000","value":{"action":{"type":"Action.Execute","verb":"choose","data":{"choice":"p1:go"}},"trigger":"manual"}}""",
        """{"type":"invoke","name":"task/fetch",$personal$,"value":{"data":{"assignment":"a1","slot":"why","choice":"p1:change"}}}""",
        """{"type":"invoke","name":"composeExtension/submitAction",$personal$,"value":{"commandId":"reaction","data":{"assignment":"a1"},"messagePayload":{"id":"1","body":{"contentType":"html","content":"<div>Hej</div>"}}}}""",
        """{"type":"messageUpdate","text":"Vi bygger om torget",$personal$}""",
        """{"type":"messageDelete",$personal$}""",
        """{"type":"conversationUpdate","membersAdded":[{"id":"28:bot"}],$personal$}""",
        """{"type":"installationUpdate","action":"add",$personal$}""",
        """{"type":"message","text":"<at>Dialog</at> hej",$group$,"entities":[{"type":"mention","text":"<at>Dialog</at>","mentioned":{"id":"28:bot","name":"Dialog"}}]}""",
    }.Select(seed => seed.Replace("$personal$", Personal, StringComparison.Ordinal).Replace("$group$", Personal.Replace("personal", "groupChat", StringComparison.Ordinal), StringComparison.Ordinal)).ToArray();

    public static readonly string[] Tables =
    [
        "topic;person;publishOn;copyDeadline;outlets\n\"Varför, ”egentligen”?\";anna@example.se;2027-03-25;2027-03-22 12:00;ad x web\nRondellen;Anna Ek;;;\n",
        "topic,person,brief,due,start,adSize,track,language,deputy,ad,link\nRondellen,Anna Ek,\"två\nrader\",2027-03-22T12:00+01:00,planned,half,quick,sv,,januari,https://example.se\n",
        "topic\tperson\nRondellen\tAnna Ek\n",
    ];

    public static readonly string[] Calendars =
    [
        """
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//Microsoft Corporation//Outlook 16.0 MIMEDIR//EN
        BEGIN:VTIMEZONE
        TZID:W. Europe Standard Time
        BEGIN:STANDARD
        DTSTART:16010101T030000
        RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
        TZOFFSETFROM:+0200
        TZOFFSETTO:+0100
        END:STANDARD
        END:VTIMEZONE
        BEGIN:VEVENT
        UID:1@example.se
        DTSTAMP:20270101T000000Z
        DTSTART;VALUE=DATE:20270701
        DTEND;VALUE=DATE:20270729
        SUMMARY:Semester
        X-MICROSOFT-CDO-BUSYSTATUS:OOF
        END:VEVENT
        BEGIN:VEVENT
        UID:2@example.se
        DTSTAMP:20270101T000000Z
        DTSTART;TZID="W. Europe Standard Time":20270210T080000
        DTEND;TZID="W. Europe Standard Time":20270210T170000
        RRULE:FREQ=WEEKLY;UNTIL=20270401T000000Z;BYDAY=WE
        EXDATE;TZID="W. Europe Standard Time":20270217T080000
        X-MICROSOFT-CDO-BUSYSTATUS:OOF
        END:VEVENT
        END:VCALENDAR
        """,
        """
        BEGIN:VCALENDAR
        BEGIN:VEVENT
        DTSTART:19700101T000000Z
        DTEND:19700101T080000Z
        RRULE:FREQ=SECONDLY
        X-MICROSOFT-CDO-BUSYSTATUS:OOF
        END:VEVENT
        BEGIN:VEVENT
        DTSTART:19700101T000000Z
        DTEND:19700101T080000Z
        RRULE:FREQ=DAILY;BYHOUR=0,1,2,3;BYMINUTE=0,1,2,3,4,5;BYSECOND=0,1,2,3
        X-MICROSOFT-CDO-BUSYSTATUS:OOF
        END:VEVENT
        END:VCALENDAR
        """,
    ];

    public static readonly string[] Commands = ["command=%2Fdialog&text=hj%C3%A4lp&team_id=T0TOWN0001&user_id=U0MANAGER1&trigger_id=1.2.3&response_url=https%3A%2F%2Fhooks.slack.com%2Fx", "command=%2Fdialog&text=fr%C3%A5ga+%3C%40U0ANNA0001%7Canna%3E+%22Varf%C3%B6r%3F%22+senast+fredag&team_id=T0TOWN0001&user_id=U0MANAGER1&trigger_id=1.2.4"];

    public static readonly string[] PeopleTables =
    [
        "name;title;roles;email;language;timeZone;slack;teams;web\nAnna Ek;rektor;respondent editor;anna@example.se;sv;Europe/Stockholm;T0TOWN0001:U0ANNA0001;00000000-0000-0000-0000-00000000000a:00000000-0000-0000-0000-000000000002;anna\n\"Ek, Bo\";;;;;;;;bo\n",
        "name,email\nAnna Ek,anna@example.se\nBo Ek,bo@example.se\n",
        "NAME\tslack\nAnna Ek\tT1:U1\n",
    ];

    public static readonly string[] OutletChanges =
    [
        StateJson.Write(new OutletChanges { Outlets = [Outlets.BuiltIn.Find("x") with { Hashtags = 1 }], Accounts = [new Account { Id = "kommunen-x", Outlet = "x", Name = "Katrineholms kommun", Handle = "@katrineholm" }] }),
        StateJson.Write(new OutletChanges { Outlets = [Outlets.BuiltIn.Find("web") with { Code = "intranat", Retired = true }], AdSizes = [Outlets.BuiltIn.AdSizes[0] with { Words = 90 }] }),
        StateJson.Write(new OutletChanges { Outlets = [Outlets.BuiltIn.Find("ad") with { Code = "halvsida", Size = Outlets.BuiltIn.AdSizes[1] with { Size = null } }] }),
    ];

    public static readonly string[] OutletForms =
    [
        "kind=Size&key=quarter&name.sv=Kvart&name.en=Quarter&widthMm=122&heightMm=178&columns=2&columnMm=58&lines=60&words=150&headline=40&items=5&enumeration=300&reflection=500&question=120&pullQuote=&runs=4&mostSentences=8&objection=yes",
        "kind=Size&key=&code=remsa&name.sv=Remsa&widthMm=250&heightMm=60&columns=3&columnMm=58&lines=30&words=80&headline=40&items=0&enumeration=0&reflection=200&question=80&pullQuote=60&runs=3&mostSentences=5",
        "kind=Outlet&key=x&name.sv=X&name.en=X&target=240&hardLimit=280&hashtags=1&runs=2&mostSentences=4&link=yes&thread=yes",
        "kind=Outlet&key=&code=intranat&name.sv=Intran%C3%A4tet&counting=graphemes&layout=web&target=&hardLimit=&hashtags=0&runs=2&mostSentences=20",
        "kind=Account&key=&outlet=bluesky&name=Katrineholms+kommun&handle=%40katrineholm.se&personId=&register=professional",
    ];

    public static readonly string[] QuestionForms = [Filled(QuestionSets.BuiltIn.Newest)];

    /// <summary>A set as the form at the desk sends it.</summary>
    private static string Filled(QuestionSet set)
    {
        var form = QuestionForm.Of(set);
        var fields = ((string[])["sv", "en"]).SelectMany(language => QuestionForm.Slots.SelectMany(slot =>
            ((string[])["label", "question", "covered", "templates"]).Select(part => QuestionForm.Field(language, slot, part)).Concat(form.Rules(slot).Select(rule => QuestionForm.Field(language, slot, rule)))));
        return string.Join('&', fields.Select(field => $"{field}={Uri.EscapeDataString(form.Value(field))}"));
    }
}
