namespace Dialog.Bot.Desk;

/// <summary>What the page about settings says.</summary>
public sealed record SettingsTexts
{
    public static SettingsTexts For(string language) => language == "en" ? English : Swedish;

    public required string Change { get; init; }

    public required string Platforms { get; init; }

    public required string Organisation { get; init; }

    public required string Ready { get; init; }

    public required string Missing { get; init; }

    public required string Off { get; init; }

    public required string Set { get; init; }

    public required Func<string, string> Guide { get; init; }

    public required string SlackReady { get; init; }

    public required string SlackSocket { get; init; }

    public required Func<string, string> SlackInstall { get; init; }

    public required string SlackMissing { get; init; }

    public required string TeamsReady { get; init; }

    public required string TeamsMissing { get; init; }

    public required string WebReady { get; init; }

    public required string OidcReady { get; init; }

    public required string OidcMissing { get; init; }

    public required string Chat { get; init; }

    public required string SignIn { get; init; }

    public required string Name { get; init; }

    public required string Web { get; init; }

    public required string NoWeb { get; init; }

    public required string Language { get; init; }

    public required Func<string, string> LanguageName { get; init; }

    public required string TimeZone { get; init; }

    public required string Hours { get; init; }

    public required string Quiet { get; init; }

    public required Func<double, string> Seconds { get; init; }

    public required string Approvers { get; init; }

    public required string OneApprover { get; init; }

    public required string AllApprovers { get; init; }

    public required string Quotes { get; init; }

    public required string QuotesRequired { get; init; }

    public required string QuotesFree { get; init; }

    public required string Roster { get; init; }

    public required string Contacts { get; init; }

    public required string None { get; init; }

    public required string Store { get; init; }

    private static SettingsTexts Swedish { get; } = new()
    {
        Change = "Det här är konfiguration: den ändras i appsettings.json, i miljön eller på kommandoraden och gäller från nästa start (README). Hemligheter visas aldrig.",
        Platforms = "Anslutet",
        Organisation = "Organisationen",
        Ready = "anslutet",
        Missing = "saknas",
        Off = "avstängt",
        Set = "Ange",
        Guide = file => $"Så här gör du: {file}",
        SlackReady = "Dialog hör och svarar i Slack.",
        SlackSocket = "Dialog hör och svarar i Slack genom Socket Mode. Ingen öppen adress behövs.",
        SlackInstall = address => $"Appen kan installeras i arbetsytor på {address}.",
        SlackMissing = "Ingen kan svara i Slack än.",
        TeamsReady = "Dialog hör och svarar i Teams.",
        TeamsMissing = "Bara den lokala lekplatsen når Dialog som Teams.",
        WebReady = "Den som får en personlig länk svarar i webbläsaren.",
        OidcReady = "Redaktionen loggar in med organisationens konton.",
        OidcMissing = "Redaktionen loggar in med nyckeln Desk:Token, som är densamma för alla.",
        Chat = "Chatten",
        SignIn = "Inloggning",
        Name = "Avsändare",
        Web = "Webbadress i annonsen",
        NoWeb = "ingen",
        Language = "Språk",
        LanguageName = language => language == "en" ? "engelska" : "svenska",
        TimeZone = "Tidszon",
        Hours = "Arbetstid",
        Quiet = "Ett svar bedöms efter",
        Seconds = seconds => $"{seconds:0.#} sekunders tystnad",
        Approvers = "Godkännande",
        OneApprover = "en godkännare räcker",
        AllApprovers = "alla godkännare ska säga ja",
        Quotes = "Citat",
        QuotesRequired = "den som svarar ska godkänna sina ord först",
        QuotesFree = "den som svarar får läsa och kan säga nej",
        Roster = "Namn som talar för organisationen",
        Contacts = "Öppna kontaktvägar",
        None = "inga",
        Store = "Databas",
    };

    private static SettingsTexts English { get; } = new()
    {
        Change = "This is configuration: it is changed in appsettings.json, in the environment or on the command line, and counts from the next start (README). Secrets are never shown.",
        Platforms = "Connected",
        Organisation = "The organisation",
        Ready = "connected",
        Missing = "missing",
        Off = "off",
        Set = "Set",
        Guide = file => $"How to: {file}",
        SlackReady = "Dialog hears and answers in Slack.",
        SlackSocket = "Dialog hears and answers in Slack through Socket Mode. No public address is needed.",
        SlackInstall = address => $"The app can be installed in workspaces at {address}.",
        SlackMissing = "Nobody can answer in Slack yet.",
        TeamsReady = "Dialog hears and answers in Teams.",
        TeamsMissing = "Only the local playground reaches Dialog as Teams.",
        WebReady = "Whoever gets a personal link answers in the browser.",
        OidcReady = "The desk signs in with the organisation's accounts.",
        OidcMissing = "The desk signs in with the key Desk:Token, which is the same for everybody.",
        Chat = "The chat",
        SignIn = "Sign-in",
        Name = "Sender",
        Web = "Web address in the ad",
        NoWeb = "none",
        Language = "Language",
        LanguageName = language => language == "en" ? "English" : "Swedish",
        TimeZone = "Time zone",
        Hours = "Working hours",
        Quiet = "An answer is judged after",
        Seconds = seconds => $"{seconds:0.#} seconds of quiet",
        Approvers = "Approval",
        OneApprover = "one approver is enough",
        AllApprovers = "all approvers have to say yes",
        Quotes = "Quotes",
        QuotesRequired = "whoever answers approves the words first",
        QuotesFree = "whoever answers may read and can say no",
        Roster = "Names that speak for the organisation",
        Contacts = "Public contacts",
        None = "none",
        Store = "Database",
    };
}
