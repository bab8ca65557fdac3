using System.Globalization;
using Dialog.Core.Interviews;

namespace Dialog.Bot.Desk;

/// <summary>What the page about operation says.</summary>
public sealed record OperationTexts
{
    public static OperationTexts For(string language) => language == "en" ? English : Swedish;

    public required string Channels { get; init; }

    public required string Channel { get; init; }

    public required string State { get; init; }

    public required string LastSent { get; init; }

    public required string LastError { get; init; }

    public required string Waiting { get; init; }

    public required string Well { get; init; }

    public required string NotConfigured { get; init; }

    public required string Unconfirmed { get; init; }

    public required Func<string, string> Stopped { get; init; }

    public required string Trouble { get; init; }

    public required string Undelivered { get; init; }

    public required string AllArrived { get; init; }

    public required string Failed { get; init; }

    public required string Unknown { get; init; }

    public required string UnknownHint { get; init; }

    public required string SendAgain { get; init; }

    public required string SendAnyway { get; init; }

    public required string SendConfirm { get; init; }

    public required string Leave { get; init; }

    public required string Left { get; init; }

    public required string Resent { get; init; }

    public required string TooLate { get; init; }

    public required Func<OutgoingKind, string> Kind { get; init; }

    public required string To { get; init; }

    public required string What { get; init; }

    public required string When { get; init; }

    public required string Why { get; init; }

    public required string Do { get; init; }

    public required string Queue { get; init; }

    public required Func<string, string> OnTheWay { get; init; }

    public required string ClockRuns { get; init; }

    public required Func<string, string> ClockLate { get; init; }

    public required Func<int, string> MailGivenUp { get; init; }

    public required string Next { get; init; }

    public required string NothingNext { get; init; }

    public required Func<string, string> NextSeries { get; init; }

    public required Func<string, string> DueName { get; init; }

    public required string Program { get; init; }

    public required string Version { get; init; }

    public required string Started { get; init; }

    public required string Memory { get; init; }

    public required string Store { get; init; }

    public required string Replicas { get; init; }

    public required string OneProcess { get; init; }

    public required Func<int, string> Machines { get; init; }

    public required string Try { get; init; }

    public required string TryHint { get; init; }

    public required string Works { get; init; }

    public required string Mend { get; init; }

    private static OperationTexts Swedish { get; } = new()
    {
        Channels = "Kanalerna",
        Channel = "Kanal",
        State = "Läge",
        LastSent = "Senast levererat",
        LastError = "Senaste felet",
        Waiting = "Väntar",
        Well = "fungerar",
        NotConfigured = "inte inställd",
        Unconfirmed = "väntar på ett ja",
        Stopped = since => $"stoppad sedan {since}",
        Trouble = "något kom inte fram",
        Undelivered = "Meddelanden som inte kom fram",
        AllArrived = "Allt har kommit fram.",
        Failed = "kom inte fram",
        Unknown = "okänt om det kom fram",
        UnknownHint = "Plattformen svarade inte och kan inte säga om meddelandet finns där. Titta gärna i chatten först.",
        SendAgain = "Skicka igen",
        SendAnyway = "Skicka ändå …",
        SendConfirm = "Ja, skicka. Personen kan få det två gånger.",
        Leave = "Låt vara",
        Left = "Meddelandet är borta ur listan. Inget skickas.",
        Resent = "Meddelandet skickas igen.",
        TooLate = "Meddelandets läge har ändrats sedan sidan visades. Ingenting gjordes.",
        Kind = kind => kind switch
        {
            OutgoingKind.Opening => "frågan",
            OutgoingKind.Question => "en fråga i intervjun",
            OutgoingKind.FollowUp => "en följdfråga",
            OutgoingKind.Reminder => "en påminnelse",
            OutgoingKind.Drafts => "utkasten",
            OutgoingKind.Home => "sidan Hem i appen",
            OutgoingKind.Event => "en händelse",
            OutgoingKind.Problem => "ett besked om ett fel",
            _ => "ett besked",
        },
        To = "Till",
        What = "Vad",
        When = "När",
        Why = "Varför",
        Do = "Gör",
        Queue = "På väg och på gång",
        OnTheWay = count => count == "0" ? "Inga meddelanden väntar på att skickas." : $"Meddelanden på väg: {count}.",
        ClockRuns = "Klockan går: inget som skulle ha hänt har blivit liggande.",
        ClockLate = count => $"Blivit liggande mer än en minut: {count}. Se i programmets logg varför.",
        MailGivenUp = count => $"Gavs upp mellan två samtal: {count}. Se i programmets logg varför.",
        Next = "Det närmaste",
        NothingNext = "Inget är planerat.",
        NextSeries = at => $"Nästa fråga i en serie ställs {at}.",
        DueName = name => name.Split('/') switch
        {
            ["quiet"] => "svaret bedöms",
            ["plan", _, "Question"] => "frågan skickas",
            ["plan", _, "Escalation"] or ["tell", ..] or ["told"] => "redaktionen får veta",
            ["plan", ..] or ["reminder", ..] => "påminnelse",
            ["snooze", ..] => "frågan kommer tillbaka",
            _ => "samtalet väcks",
        },
        Program = "Programmet",
        Version = "Version",
        Started = "Startat",
        Memory = "Minne",
        Store = "Databas",
        Replicas = "Processer",
        OneProcess = "en, SQLite delas inte",
        Machines = count => count == 1 ? "en maskin är ansluten till databasen" : $"{count} maskiner är anslutna till databasen",
        Try = "Prova förbindelserna",
        TryHint = "Provar databasen och varje plattforms nycklar. Ingenting ändras eller skickas.",
        Works = "fungerar",
        Mend = "behöver rättas",
    };

    private static OperationTexts English { get; } = new()
    {
        Channels = "The channels",
        Channel = "Channel",
        State = "State",
        LastSent = "Delivered last",
        LastError = "Last error",
        Waiting = "Waiting",
        Well = "works",
        NotConfigured = "not configured",
        Unconfirmed = "waits for a yes",
        Stopped = since => $"stopped since {since}",
        Trouble = "something did not arrive",
        Undelivered = "Messages that did not arrive",
        AllArrived = "Everything has arrived.",
        Failed = "did not arrive",
        Unknown = "not known whether it arrived",
        UnknownHint = "The platform did not answer and cannot say whether the message is there. Have a look in the chat first.",
        SendAgain = "Send again",
        SendAnyway = "Send anyway …",
        SendConfirm = "Yes, send it. The person may get it twice.",
        Leave = "Leave it",
        Left = "The message is off the list. Nothing is sent.",
        Resent = "The message is sent again.",
        TooLate = "The message's state has changed since the page was shown. Nothing was done.",
        Kind = kind => kind switch
        {
            OutgoingKind.Opening => "the question",
            OutgoingKind.Question => "a question of the interview",
            OutgoingKind.FollowUp => "a follow-up question",
            OutgoingKind.Reminder => "a reminder",
            OutgoingKind.Drafts => "the drafts",
            OutgoingKind.Home => "the app's Home page",
            OutgoingKind.Event => "an event",
            OutgoingKind.Problem => "word of an error",
            _ => "a note",
        },
        To = "To",
        What = "What",
        When = "When",
        Why = "Why",
        Do = "Do",
        Queue = "Under way and next",
        OnTheWay = count => count == "0" ? "No messages wait to be sent." : $"Messages on their way: {count}.",
        ClockRuns = "The clock runs: nothing that should have happened has been left lying.",
        ClockLate = count => $"Left lying for more than a minute: {count}. The program's log says why.",
        MailGivenUp = count => $"Given up between two conversations: {count}. The program's log says why.",
        Next = "Next",
        NothingNext = "Nothing is planned.",
        NextSeries = at => $"The next question of a series is asked {at}.",
        DueName = name => name.Split('/') switch
        {
            ["quiet"] => "the answer is judged",
            ["plan", _, "Question"] => "the question is sent",
            ["plan", _, "Escalation"] or ["tell", ..] or ["told"] => "the editors are told",
            ["plan", ..] or ["reminder", ..] => "reminder",
            ["snooze", ..] => "the question comes back",
            _ => "the conversation is woken",
        },
        Program = "The program",
        Version = "Version",
        Started = "Started",
        Memory = "Memory",
        Store = "Database",
        Replicas = "Processes",
        OneProcess = "one, SQLite is not shared",
        Machines = count => count == 1 ? "one machine is connected to the database" : $"{count} machines are connected to the database",
        Try = "Try the connections",
        TryHint = "Tries the database and each platform's credentials. Nothing is changed or sent.",
        Works = "works",
        Mend = "has to be mended",
    };

    /// <summary>"3,2 MB".</summary>
    public static string Size(long bytes, string language) =>
        (bytes / 1_000_000d).ToString("N1", CultureInfo.GetCultureInfo(language == "en" ? "en-GB" : "sv-SE")) + " MB";
}
