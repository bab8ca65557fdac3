namespace Dialog.Bot.Trust;

/// <summary>The page with all that is kept of one person. One complete instance per language.</summary>
public sealed record MyDataTexts
{
    private static readonly MyDataTexts Swedish = new()
    {
        Language = "sv",
        Title = "Allt som är sparat om dig",
        Intro = "Sidan visar allt som Dialog har sparat om dig just nu. Spara filen om du vill behålla den: länken slutar gälla efter en kvart.",
        DownloadJson = "Ladda ner allt som JSON",
        DownloadPage = "Ladda ner sidan",
        Nothing = "Inget sparat.",
        TooOld = "Länken gäller inte längre. Skriv ”mina uppgifter” till boten, så får du en ny.",
        Name = table => table switch
        {
            "person" => "Vem du är",
            "addresses" => "Var du nås",
            "conversation" => "Botens minne av samtalet",
            "assignments" => "Frågor du har fått",
            "answers" => "Dina svar",
            "drafts" => "Utkast",
            "reviews" => "Beslut om utkasten",
            "decisions" => "Beslut du har tagit om andras texter",
            "edits" => "När du har ändrat i andras texter",
            "settings" => "När du har ändrat frågor eller var texter går ut",
            "series" => "Återkommande frågor du är med i",
            "records" => "Fastställda handlingar",
            "audit" => "Beslutslogg",
            "reactions" => "Läsarnas reaktioner",
            "reactionGroups" => "Läsarnas reaktioner i grupper",
            "comments" => "Kommentarer på texterna",
            "resolved" => "Kommentarer du har markerat som klara",
            "openPages" => "Sidor du har öppna",
            "messages" => "Samtalet",
            "toldToReviewers" => "Det redaktörer och godkännare har fått läsa om dina frågor",
            "outbox" => "Meddelanden till dig",
            "due" => "Påminnelser",
            "mail" => "På väg till ditt samtal",
            "joins" => "Kopplade konton",
            "signOuts" => "När alla inloggningar avslutades",
            _ => "Kalendrar",
        },
    };

    private static readonly MyDataTexts English = new()
    {
        Language = "en",
        Title = "All that is kept of you",
        Intro = "The page shows all that Dialog keeps of you right now. Save the file if you want to keep it: the link ends after a quarter of an hour.",
        DownloadJson = "Download everything as JSON",
        DownloadPage = "Download the page",
        Nothing = "Nothing kept.",
        TooOld = "The link is no longer good. Write “my data” to the bot and you get a new one.",
        Name = table => table switch
        {
            "person" => "Who you are",
            "addresses" => "Where you are reached",
            "conversation" => "What the bot remembers of the talk",
            "assignments" => "Questions you were asked",
            "answers" => "Your answers",
            "drafts" => "Drafts",
            "reviews" => "Decisions about the drafts",
            "decisions" => "Decisions you took about others' texts",
            "edits" => "When you changed others' texts",
            "settings" => "When you changed the questions or where texts go out",
            "series" => "Recurring questions you take part in",
            "records" => "Fixed records",
            "audit" => "Log of decisions",
            "reactions" => "Readers' reactions",
            "reactionGroups" => "Readers' reactions in groups",
            "comments" => "Comments on the texts",
            "resolved" => "Comments you have marked as done",
            "openPages" => "Pages you have open",
            "messages" => "The talk",
            "toldToReviewers" => "What editors and approvers were told about your questions",
            "outbox" => "Messages to you",
            "due" => "Reminders",
            "mail" => "On its way to your talk",
            "joins" => "Joined accounts",
            "signOuts" => "When all sessions were ended",
            _ => "Calendars",
        },
    };

    public required string Language { get; init; }

    public required string Title { get; init; }

    public required string Intro { get; init; }

    public required string DownloadJson { get; init; }

    public required string DownloadPage { get; init; }

    public required string Nothing { get; init; }

    public required string TooOld { get; init; }

    /// <summary>What a part of the data is called.</summary>
    public required Func<string, string> Name { get; init; }

    public static MyDataTexts Of(string language) => language == "en" ? English : Swedish;
}
