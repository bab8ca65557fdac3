using System.Collections.Immutable;

namespace Dialog.Bot.Trust;

/// <summary>The page about personal data. One complete instance per language.</summary>
public sealed record PrivacyPageTexts
{
    private static readonly PrivacyPageTexts Swedish = new()
    {
        Language = "sv",
        OtherLanguage = "en",
        OtherLanguageName = "English",
        Title = "Dina uppgifter hos Dialog",
        Intro = organisation => $"Dialog är en bot som ställer frågor åt {organisation} och gör annonstext och inlägg av svaren, med dina egna ord. Här står vad som sparas om dig, varför och hur länge.",
        ResponsibleHeading = "Vem som ansvarar",
        Responsible = (organisation, contact) => $"{organisation} är personuppgiftsansvarig.{(contact is null ? "" : $" Frågor om dina uppgifter: {contact}.")} Uppgifterna behandlas för en uppgift av allmänt intresse (artikel 6.1 e i dataskyddsförordningen), och det som är allmän handling sparas enligt arkivlagen.",
        KeptHeading = "Vad som sparas",
        What = "Vad",
        Why = "Varför",
        HowLong = "Hur länge",
        Kept =
        [
            ("Namn, titel, språk, tidszon, arbetstider, frånvaro och e-postadress från Slack eller Teams", "För att tilltala dig rätt, fråga när det passar och veta att du är samma person på flera ställen", Kind.Person),
            ("Dina konton i Slack, Teams och webbchatten", "För att känna igen dig och kunna svara", Kind.Person),
            ("Samtalet: det du skriver och det boten svarar", "Du och redaktionen ska kunna gå tillbaka till vad som sades", Kind.Transcript),
            ("Svar och utkast som inte blev godkända", "Arbetsmaterial för redaktionen", Kind.Working),
            ("Godkänd och publicerad text med svar, godkännanden och läsarnas reaktioner", "Allmän handling: var och en ska kunna se vad som gick ut och vem som beslutade", Kind.Record),
            ("Logg över beslut: vem (som id, utan namn) som gjorde vad och när", "För att kunna visa i efterhand vem som beslutade, och att inget ändrats", Kind.Record),
            ("Meddelanden på väg ut", "Inget ska gå förlorat eller skickas två gånger", Kind.Sent),
        ],
        For = (kind, retention) => kind switch
        {
            Kind.Person => retention.InactivePeople is { } time ? $"Tills du ber om radering, eller {Days(time)} efter att du senast hördes av, om inget uppdrag finns kvar och du inte är med i någon återkommande fråga. Är du redaktör, godkännare eller administratör: så länge du har den rollen" : "Tills du ber om radering",
            Kind.Transcript => retention.Transcripts is { } time ? $"{Days(time)} efter att uppdraget är slut; sedan ersätts namn, adresser, nummer och id med platshållare" : "Tills du ber om radering",
            Kind.Working => retention.WorkingMaterial is { } time ? $"{Days(time)} efter att uppdraget är slut" : "Tills du ber om radering",
            Kind.Sent => retention.Sent is { } time ? $"{Days(time)}" : "Tills du ber om radering",
            _ => "Bevaras, och lämnas till arkivet",
        },
        Abandoned = time => $"Ett uppdrag där inget har hänt på {Days(time)} räknas som slut.",
        RightsHeading = "Vad du kan göra",
        Rights =
        [
            "Skriv ”mina uppgifter” till boten, så får du en länk till allt som är sparat om dig, att läsa och att ladda ner.",
            "Skriv ”radera mina uppgifter”, så raderas allt utom det som är allmän handling. Boten frågar först, och säger vad som blir kvar.",
            "Ändra ett svar när som helst: skriv ”ändra”, eller ändra meddelandet i Slack eller Teams.",
            "Be redaktionen rätta ditt namn eller din titel.",
            "Du kan klaga hos Integritetsskyddsmyndigheten, imy.se.",
        ],
        WhereHeading = "Var uppgifterna finns",
        Where = "I en databas hos den som driver Dialog. Skriver du i Slack eller Teams finns samtalet också där.",
        NobodyElse = "Inget skickas till någon annan.",
    };

    private static readonly PrivacyPageTexts English = new()
    {
        Language = "en",
        OtherLanguage = "sv",
        OtherLanguageName = "Svenska",
        Title = "Your data at Dialog",
        Intro = organisation => $"Dialog is a bot that asks questions for {organisation} and makes ad text and posts of the answers, in your own words. This is what is kept of you, why and how long.",
        ResponsibleHeading = "Who is responsible",
        Responsible = (organisation, contact) => $"{organisation} is the controller.{(contact is null ? "" : $" Questions about your data: {contact}.")} The data is processed for a task in the public interest (article 6.1 e of the GDPR), and what is a public record is kept as the Swedish Archives Act says.",
        KeptHeading = "What is kept",
        What = "What",
        Why = "Why",
        HowLong = "How long",
        Kept =
        [
            ("Name, title, language, time zone, working hours, absence and e-mail address from Slack or Teams", "To address you rightly, to ask when it suits you, and to know that you are the same person in several places", Kind.Person),
            ("Your accounts in Slack, Teams and the web chat", "To recognise you and to be able to answer", Kind.Person),
            ("The talk: what you write and what the bot answers", "You and the desk can go back to what was said", Kind.Transcript),
            ("Answers and drafts that were not approved", "The desk's working material", Kind.Working),
            ("Approved and published text with answers, approvals and readers' reactions", "A public record: everybody can see what went out and who decided", Kind.Record),
            ("A log of decisions: who (as an id, without a name) did what and when", "To be able to show later who decided, and that nothing was changed", Kind.Record),
            ("Messages on their way out", "Nothing is lost or sent twice", Kind.Sent),
        ],
        For = (kind, retention) => kind switch
        {
            Kind.Person => retention.InactivePeople is { } time ? $"Until you ask for erasure, or {DaysEnglish(time)} after you were last heard from, if no assignment is left and you take part in no recurring question. If you are an editor, approver or administrator: as long as you have that role" : "Until you ask for erasure",
            Kind.Transcript => retention.Transcripts is { } time ? $"{DaysEnglish(time)} after the assignment has ended; then names, addresses, numbers and ids are replaced" : "Until you ask for erasure",
            Kind.Working => retention.WorkingMaterial is { } time ? $"{DaysEnglish(time)} after the assignment has ended" : "Until you ask for erasure",
            Kind.Sent => retention.Sent is { } time ? DaysEnglish(time) : "Until you ask for erasure",
            _ => "Kept, and handed to the archive",
        },
        Abandoned = time => $"An assignment in which nothing has happened for {DaysEnglish(time)} counts as ended.",
        RightsHeading = "What you can do",
        Rights =
        [
            "Write “my data” to the bot and you get a link to all that is kept of you, to read and to download.",
            "Write “erase my data” and all is erased but what is a public record. The bot asks first, and says what stays.",
            "Change an answer at any time: write “edit”, or edit the message in Slack or Teams.",
            "Ask the desk to correct your name or title.",
            "You can complain to the Swedish Authority for Privacy Protection, imy.se.",
        ],
        WhereHeading = "Where the data is",
        Where = "In a database of whoever runs Dialog. When you write in Slack or Teams the talk is there too.",
        NobodyElse = "Nothing is sent to anybody else.",
    };

    /// <summary>What a line of the table is about, which says how long it is kept.</summary>
    public enum Kind
    {
        Person,
        Transcript,
        Working,
        Record,
        Sent,
    }

    public required string Language { get; init; }

    public required string OtherLanguage { get; init; }

    public required string OtherLanguageName { get; init; }

    public required string Title { get; init; }

    public required Func<string, string> Intro { get; init; }

    public required string ResponsibleHeading { get; init; }

    /// <summary>The organisation; whom to ask.</summary>
    public required Func<string, string?, string> Responsible { get; init; }

    public required string KeptHeading { get; init; }

    public required string What { get; init; }

    public required string Why { get; init; }

    public required string HowLong { get; init; }

    public required ImmutableList<(string What, string Why, Kind Kind)> Kept { get; init; }

    /// <summary>How long, as it is configured.</summary>
    public required Func<Kind, Turns.RetentionOptions, string> For { get; init; }

    /// <summary>When an assignment that nobody ends has ended.</summary>
    public required Func<TimeSpan, string> Abandoned { get; init; }

    public required string RightsHeading { get; init; }

    public required ImmutableList<string> Rights { get; init; }

    public required string WhereHeading { get; init; }

    public required string Where { get; init; }

    /// <summary>When no language model is asked.</summary>
    public required string NobodyElse { get; init; }

    public static PrivacyPageTexts Of(string language) => language == "en" ? English : Swedish;

    private static string Days(TimeSpan time) => time.TotalDays % 365 == 0 ? $"{time.TotalDays / 365:0} år" : $"{time.TotalDays:0} dagar";

    private static string DaysEnglish(TimeSpan time) => time.TotalDays == 365 ? "1 year" : time.TotalDays % 365 == 0 ? $"{time.TotalDays / 365:0} years" : $"{time.TotalDays:0} days";
}
