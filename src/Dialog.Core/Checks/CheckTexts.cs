namespace Dialog.Core.Checks;

/// <summary>
/// What a person is told about a finding: what it is, why it matters, what can be done. The value itself is never repeated. The one place
/// for these texts, in both languages.
/// </summary>
public static class CheckTexts
{
    /// <summary>The message for a detector.</summary>
    /// <param name="detector">A name of <see cref="Detector"/>.</param>
    /// <param name="language"><c>sv</c> or <c>en</c>.</param>
    /// <param name="editor">Who may decide; null says "the editor".</param>
    public static string For(string detector, string language, string? editor = null) => language == "en"
        ? English(detector).Replace("{editor}", editor ?? "the editor", StringComparison.Ordinal)
        : Swedish(detector).Replace("{editor}", editor ?? "redaktören", StringComparison.Ordinal);

    /// <summary>The detector's name as a noun, for "left out: …".</summary>
    public static string Kind(string detector, string language) => (detector, language) switch
    {
        (Detector.Personnummer, "en") => "personal identity number",
        (Detector.Samordningsnummer, "en") => "coordination number",
        (Detector.PersonnummerLike, "en") => "number like an identity number",
        (Detector.Phone, "en") => "phone number",
        (Detector.Email, "en") => "e-mail address",
        (Detector.Address, "en") => "address",
        (Detector.Child, "en") => "child by name",
        (Detector.ClientOrPatient, "en") => "client or patient",
        (Detector.Health, "en") => "health",
        (Detector.Insult, "en") => "insult",
        (Detector.Political, "en") => "party politics",
        (Detector.Confidence, "en") => "said in confidence",
        (Detector.BroadcastMention, "en") => "mention of everybody",
        (Detector.DisguisedLink, "en") => "disguised link",
        (Detector.Markup, "en") => "code",
        (Detector.Formula, "en") => "formula",
        (Detector.BidiControl, "en") => "invisible character",
        (_, "en") => "warning",
        (Detector.Personnummer, _) => "personnummer",
        (Detector.Samordningsnummer, _) => "samordningsnummer",
        (Detector.PersonnummerLike, _) => "nummer som liknar personnummer",
        (Detector.Phone, _) => "telefonnummer",
        (Detector.Email, _) => "e-postadress",
        (Detector.Address, _) => "adress",
        (Detector.Child, _) => "barn vid namn",
        (Detector.ClientOrPatient, _) => "någon i vård eller omsorg",
        (Detector.Health, _) => "hälsa",
        (Detector.Insult, _) => "kränkande ord",
        (Detector.Political, _) => "partipolitik",
        (Detector.Confidence, _) => "sagt i förtroende",
        (Detector.BroadcastMention, _) => "omnämnande av alla",
        (Detector.DisguisedLink, _) => "länk som lurar",
        (Detector.Markup, _) => "kod",
        (Detector.Formula, _) => "formel",
        (Detector.BidiControl, _) => "osynligt tecken",
        _ => "varning",
    };

    private static string Swedish(string detector) => detector switch
    {
        Detector.Personnummer => "Här står något som ser ut som ett personnummer. Det får inte stå i en annons. Skriv om, stryk eller låt {editor} avgöra?",
        Detector.Samordningsnummer => "Här står något som ser ut som ett samordningsnummer. Det får inte stå i en annons. Skriv om, stryk eller låt {editor} avgöra?",
        Detector.PersonnummerLike => "Här står ett nummer som liknar ett personnummer. Ett sådant får inte stå i en annons. Skriv om, stryk eller låt {editor} avgöra?",
        Detector.Phone => "Här står ett telefonnummer som inte är publicerat. Det når många främmande om det trycks. Skriv om, stryk eller låt {editor} avgöra?",
        Detector.Email => "Här står en e-postadress som inte är publicerad. Den når många främmande om den trycks. Skriv om, stryk eller låt {editor} avgöra?",
        Detector.Address => "Här står en adress med nummer. Den kan visa var någon bor. Skriv gatan utan nummer, stryk eller låt {editor} avgöra?",
        Detector.Child => "Du nämner ett barn vid namn. Barn ska inte kunna kännas igen. Skriv om, stryk eller låt {editor} avgöra?",
        Detector.ClientOrPatient => "Här kan någon som får vård eller omsorg kännas igen. Det kan vara hemligt. Skriv om, stryk eller låt {editor} avgöra?",
        Detector.Health => "Här står något om hälsa eller stöd. Om en enskild kan kännas igen kan det vara hemligt. Skriv om, stryk eller låt {editor} avgöra?",
        Detector.PersonName => "Du nämner någon vid namn. Personen ska veta om det. Har du frågat, eller vill du skriva om?",
        Detector.Insult => "Här står ett ord som kan såra. I tryck låter det hårdare än i samtal. Skriv om, stryk eller låt {editor} avgöra?",
        Detector.StrongEmotion => "Det här är starkt sagt. Det kan bli rubriken. Står du för det på löpsedeln?",
        Detector.Shouting => "Det här ser ut som ett rop. Versaler och många utropstecken är svåra att läsa. Vill du skriva det lugnare?",
        Detector.Political => "Du nämner ett parti eller ett val. Kommunen är opartisk, särskilt före val. Skriv om, stryk eller låt {editor} avgöra?",
        Detector.Confidence => "Det här låter som sagt i förtroende. Då ska det inte tryckas. Skriv om, stryk eller låt {editor} avgöra?",
        Detector.BroadcastMention => "Här står ett omnämnande som ropar på alla. Det hör inte hemma i en text. Jag tar bort det, eller så skriver du om meningen.",
        Detector.DisguisedLink => "Länken visar en adress men leder till en annan. Läsaren kan bli lurad. Skriv om, stryk eller låt {editor} avgöra?",
        Detector.Markup => "Här står kod eller en tom plats i en mall. Läsaren ser den som den står. Skriv om, stryk eller låt {editor} avgöra?",
        Detector.Formula => "Raden ser ut som en formel. Ett kalkylark kan räkna ut den. Skriv om, stryk eller låt {editor} avgöra?",
        Detector.BidiControl => "Här finns ett osynligt tecken som vänder på läsriktningen. Texten kan se ut som något annat än den är. Skriv om, stryk eller låt {editor} avgöra?",
        Detector.Jargon => "Förkortningen förklaras inte. Alla känner inte till den. Vill du skriva ut den?",
        Detector.Spelling => "Stavningen kan vara en miss. Texten ändras inte av sig själv. Vill du rätta den?",
        Detector.MixedLanguage => "Mycket här är på ett annat språk. Läsaren kan tappa tråden. Vill du skriva om?",
        Detector.MetaAside => "Det här låter som sagt till mig, inte till läsaren. Jag lämnar det utanför. Vill du ha med det, skriv om.",
        _ => throw new KeyNotFoundException($"{detector} is not a detector."),
    };

    private static string English(string detector) => detector switch
    {
        Detector.Personnummer => "This looks like a personal identity number. It must not stand in an ad. Rewrite, remove or let {editor} decide?",
        Detector.Samordningsnummer => "This looks like a coordination number. It must not stand in an ad. Rewrite, remove or let {editor} decide?",
        Detector.PersonnummerLike => "This number resembles a personal identity number. Such a number must not stand in an ad. Rewrite, remove or let {editor} decide?",
        Detector.Phone => "This is a phone number that is not published. In print it reaches many strangers. Rewrite, remove or let {editor} decide?",
        Detector.Email => "This is an e-mail address that is not published. In print it reaches many strangers. Rewrite, remove or let {editor} decide?",
        Detector.Address => "This is an address with a number. It may show where somebody lives. Write the street without the number, remove it or let {editor} decide?",
        Detector.Child => "You name a child. Children should not be recognisable. Rewrite, remove or let {editor} decide?",
        Detector.ClientOrPatient => "Somebody in care may be recognised here. That can be confidential. Rewrite, remove or let {editor} decide?",
        Detector.Health => "This is about health or support. If one person can be recognised it may be confidential. Rewrite, remove or let {editor} decide?",
        Detector.PersonName => "You mention somebody by name. They should know. Have you asked, or would you rather rewrite?",
        Detector.Insult => "This word may hurt. In print it sounds harder than in talk. Rewrite, remove or let {editor} decide?",
        Detector.StrongEmotion => "That is strongly put. It may become the headline. Would you stand by it on the news bill?",
        Detector.Shouting => "This looks like shouting. Capitals and many exclamation marks are hard to read. Would you write it more calmly?",
        Detector.Political => "You mention a party or an election. The organisation is impartial, above all before elections. Rewrite, remove or let {editor} decide?",
        Detector.Confidence => "This sounds as if said in confidence. Then it should not be printed. Rewrite, remove or let {editor} decide?",
        Detector.BroadcastMention => "This mention calls everybody. It does not belong in a text. I take it away, or you rewrite the sentence.",
        Detector.DisguisedLink => "The link shows one address and leads to another. Readers may be misled. Rewrite, remove or let {editor} decide?",
        Detector.Markup => "There is code here, or an unfilled place of a template. Readers would see it as it is. Rewrite, remove or let {editor} decide?",
        Detector.Formula => "This line looks like a formula. A spreadsheet may calculate it. Rewrite, remove or let {editor} decide?",
        Detector.BidiControl => "An invisible character here turns the reading direction. The text may look different from what it is. Rewrite, remove or let {editor} decide?",
        Detector.Jargon => "The acronym is not explained. Not everybody knows it. Would you write it out?",
        Detector.Spelling => "The spelling may be a slip. The text is not changed by itself. Would you correct it?",
        Detector.MixedLanguage => "Much of this is in another language. Readers may lose the thread. Would you rewrite?",
        Detector.MetaAside => "This sounds as if said to me, not to the reader. I leave it out. If you want it in, rewrite it.",
        _ => throw new KeyNotFoundException($"{detector} is not a detector."),
    };
}
