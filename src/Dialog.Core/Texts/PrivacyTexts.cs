namespace Dialog.Core.Texts;

/// <summary>What the bot says about what is kept of the person. One complete instance per language: a missing text does not compile.</summary>
public sealed record PrivacyTexts
{
    private static readonly PrivacyTexts Swedish = new()
    {
        Kept = days => $"Jag sparar namn och adress här för att kunna fråga, och det du skriver för att göra text av det.{(days == 0 ? "" : $" Samtalet pseudonymiseras efter {(days == 365 ? "ett år" : $"{days} dagar")}.")} Godkänd och publicerad text är allmän handling och sparas. Skriv ”mina uppgifter” för att få allt, ”radera mina uppgifter” för att ta bort det.",
        Assisted = "En språkmodell kan få föreslå ändringar, utan ditt namn.",
        ReadMore = "Läs mer om dina uppgifter",
        YourData = minutes => $"Här är allt som är sparat om dig. Länken gäller i {minutes} minuter. Ge den inte till någon annan.",
        OpenData = "Öppna mina uppgifter",
        AskTheDesk = "Redaktionen kan ge dig en fil med allt som är sparat om dig. Be dem om den.",
        InSeries = "Du är med i en återkommande fråga. Be redaktionen att sätta någon annan där först, och skriv sedan samma sak igen. Inget är raderat.",
        ReallyErase = records => records switch
        {
            0 => "Ska jag radera allt som är sparat om dig: namn, adresser, samtal, svar och utkast? Det går inte att ångra.",
            1 => "Ska jag radera allt som är sparat om dig? En text är godkänd eller publicerad: den är allmän handling och sparas med sina svar, utan samtalet. Resten går inte att få tillbaka.",
            _ => $"Ska jag radera allt som är sparat om dig? {records} texter är godkända eller publicerade: de är allmänna handlingar och sparas med sina svar, utan samtalet. Resten går inte att få tillbaka.",
        },
        DecisionsStay = "Beslut du har tagit om andras texter står kvar hos dem, för det ska gå att se vem som beslutade.",
        Erase = "Ja, radera",
        Keep = "Nej, låt det vara",
        NotErased = "Då raderar jag inget.",
        Erasing = "Tack för den här tiden. Om en minut är det raderat. Skriver du till mig igen börjar vi om från början.",
    };

    private static readonly PrivacyTexts English = new()
    {
        Kept = days => $"I keep your name and address here to ask you, and what you write to make text of it.{(days == 0 ? "" : $" The talk is pseudonymised after {(days == 365 ? "a year" : $"{days} days")}.")} Approved and published text is a public record and is kept. Write “my data” to get all of it, “erase my data” to remove it.",
        Assisted = "A language model may suggest changes, without your name.",
        ReadMore = "Read more about your data",
        YourData = minutes => $"This is all that is kept of you. The link lasts {minutes} minutes. Give it to nobody else.",
        OpenData = "Open my data",
        AskTheDesk = "The desk can give you a file with all that is kept of you. Ask them for it.",
        InSeries = "You take part in a recurring question. Ask the desk to put somebody else there first, then write the same again. Nothing is erased.",
        ReallyErase = records => records switch
        {
            0 => "Shall I erase all that is kept of you: name, addresses, talk, answers and drafts? It cannot be undone.",
            1 => "Shall I erase all that is kept of you? One text is approved or published: it is a public record and is kept with its answers, without the talk. The rest cannot be brought back.",
            _ => $"Shall I erase all that is kept of you? {records} texts are approved or published: they are public records and are kept with their answers, without the talk. The rest cannot be brought back.",
        },
        DecisionsStay = "Decisions you took about others' texts stay with these: it has to be seen who decided.",
        Erase = "Yes, erase it",
        Keep = "No, leave it",
        NotErased = "Then I erase nothing.",
        Erasing = "Thank you for your time. In a minute it is erased. If you write to me again we begin anew.",
    };

    /// <summary>The texts of <c>sv</c> or <c>en</c>; anything else reads as Swedish.</summary>
    public static PrivacyTexts For(string language) => language == "en" ? English : Swedish;

    /// <summary>What is kept, why and how long: the days after which a talk is pseudonymised, 0 for never.</summary>
    public required Func<int, string> Kept { get; init; }

    /// <summary>Said after <see cref="Kept"/> when an editor may ask a language model for suggestions.</summary>
    public required string Assisted { get; init; }

    /// <summary>Link: the page about it.</summary>
    public required string ReadMore { get; init; }

    /// <summary>Under it stands the link to all that is kept: for how many minutes.</summary>
    public required Func<int, string> YourData { get; init; }

    /// <summary>Link: all that is kept.</summary>
    public required string OpenData { get; init; }

    /// <summary>The program does not know its own address.</summary>
    public required string AskTheDesk { get; init; }

    /// <summary>Somebody has to be put in the person's place first.</summary>
    public required string InSeries { get; init; }

    /// <summary>The question before all is erased: how many assignments are public records.</summary>
    public required Func<int, string> ReallyErase { get; init; }

    /// <summary>Said after <see cref="ReallyErase"/> to whoever has decided about others' texts.</summary>
    public required string DecisionsStay { get; init; }

    /// <summary>Button: yes.</summary>
    public required string Erase { get; init; }

    /// <summary>Button: no.</summary>
    public required string Keep { get; init; }

    /// <summary>Nothing was erased.</summary>
    public required string NotErased { get; init; }

    /// <summary>It is being erased.</summary>
    public required string Erasing { get; init; }
}
