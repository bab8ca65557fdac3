using Dialog.Core.Assignments;
using Dialog.Core.Checks;

namespace Dialog.Core.Drafts;

/// <summary>What an editor is told about a draft as a whole, in the draft's language: what, why it matters, what can be done.</summary>
internal sealed class DraftWarnings(bool english)
{
    private static readonly DraftWarnings Swedish = new(english: false);
    private static readonly DraftWarnings English = new(english: true);

    public DraftWarning NoReflection { get; } = Whole(
        "no_reflection",
        "medium",
        english
            ? "No passage of the answers fits here. Ask for a shorter answer, or go without a personal reflection."
            : "Ingen del av svaren får plats här. Be om ett kortare svar, eller kör utan personlig reflektion.");

    public DraftWarning EnumerationOnly { get; } = Whole(
        "enumeration_only",
        "medium",
        english
            ? "This is a mere list. Readers meet no person in it. Ask for a sentence, or go without a personal reflection."
            : "Det här är bara en uppräkning. Läsaren möter ingen människa. Be om en mening, eller kör utan personlig reflektion.");

    public DraftWarning NoFirstPersonReason { get; } = Whole(
        "no_first_person_reason",
        "low",
        english
            ? "No sentence says I or we and why. A reason of one's own is what people remember. Ask once more, or leave it."
            : "Ingen mening säger jag eller vi och varför. Ett eget skäl är det som fastnar. Fråga en gång till, eller låt det vara.");

    public DraftWarning NoQuestion { get; } = Whole(
        "no_question",
        "low",
        english ? "There is no question to the readers that fits. Without one nobody answers. Choose a ready-made one, or leave it." : "Det finns ingen fråga till läsarna som får plats. Utan en svarar ingen. Välj en färdig, eller låt det vara.");

    public DraftWarning MissingAltText { get; } = Whole(
        "missing_alt_text",
        "medium",
        english
            ? "The picture has no alternative text. Those who do not see it miss it. Describe it, or mark it as decorative."
            : "Bilden saknar alt-text. Den som inte ser bilden går miste om den. Beskriv den, eller märk den som dekorativ.");

    public DraftWarning MissingPicture { get; } = Whole(
        "missing_picture",
        "medium",
        english
            ? "This outlet publishes nothing without a picture. Add one with alternative text, or leave the outlet out."
            : "Här går inget ut utan bild. Lägg till en med alt-text, eller hoppa över kanalen.");

    public DraftWarning LinkLeftOut { get; } = Whole(
        "link_left_out",
        "low",
        english ? "The link does not fit. Choose a shorter one." : "Länken får inte plats. Välj en kortare.");

    public DraftWarning HeadlineLong { get; } = Whole(
        "headline_long",
        "low",
        english ? "No headline fits the size. Choose a shorter one." : "Ingen rubrik ryms i storleken. Välj en kortare.");

    public DraftWarning TooLong { get; } = Whole(
        "too_long",
        "medium",
        english ? "The fixed elements alone are longer than the limit. Shorten headline, byline or link." : "De fasta delarna är ensamma längre än gränsen. Korta rubrik, byline eller länk.");

    public DraftWarning TooManyLines(int over) => Whole(
        "too_long",
        "medium",
        (english, over) switch
        {
            (true, 1) => "The text is 1 line too long for the ad. Shorten it.",
            (true, _) => $"The text is {over} lines too long for the ad. Shorten it.",
            (false, 1) => "Texten är 1 rad för lång för annonsen. Korta den.",
            _ => $"Texten är {over} rader för lång för annonsen. Korta den.",
        });

    public DraftWarning EnumerationCut(int left) => Whole(
        "enumeration_cut",
        "low",
        (english, left) switch
        {
            (true, 1) => "1 line of the enumeration does not fit. Shorten it, or book a larger ad.",
            (true, _) => $"{left} lines of the enumeration do not fit. Shorten them, or book a larger ad.",
            (false, 1) => "1 rad i uppräkningen får inte plats. Korta den, eller boka en större annons.",
            _ => $"{left} rader i uppräkningen får inte plats. Korta dem, eller boka en större annons.",
        });

    public DraftWarning AltTextLong(int length, int most, bool refused) => Whole(
        refused ? "alt_text_too_long" : "alt_text_long",
        refused ? "medium" : "info",
        english ? $"The alternative text has {length} characters, {most} are advised at most. Long ones are hard to listen to. Shorten it." : $"Alt-texten har {length} tecken, högst {most} är lagom. Långa är svåra att lyssna på. Korta den.");

    public DraftWarning NoPhotographer { get; } = Whole(
        "no_photographer",
        "medium",
        english ? "The photographer is not named. The law asks for it. Write the name." : "Fotografen är inte namngiven. Det kräver upphovsrätten. Skriv namnet.");

    public DraftWarning NoLicence { get; } = Whole(
        "no_licence",
        "medium",
        english
            ? "It is not said by what right the picture is used. Without a licence it must not be printed. Write agreement, licence or own work."
            : "Det står inte med vilken rätt bilden används. Utan licens får den inte tryckas. Skriv avtal, licens eller egen bild.");

    public DraftWarning NoConsent { get; } = Whole(
        "no_consent",
        "medium",
        english
            ? "It is not said whether those in the picture agree. Whoever can be recognised is asked first. Write yes, no or not needed."
            : "Det står inte om de som syns på bilden har sagt ja. Den som känns igen ska tillfrågas först. Skriv ja, nej eller behövs inte.");

    public DraftWarning ConsentRefused { get; } = Whole(
        "consent_refused",
        "medium",
        english
            ? "Somebody in the picture has said no. It must not go out. Take another picture, or leave it out."
            : "Någon som syns på bilden har sagt nej. Den får inte gå ut. Ta en annan bild, eller gå ut utan.");

    /// <summary>The code of <see cref="PrivateAccount"/>.</summary>
    public const string PrivateAccountCode = "private_account";

    public DraftWarning PrivateAccount(string name) => Whole(
        PrivateAccountCode,
        "high",
        english
            ? $"The only account here, {name}, is private. The organisation publishes nothing there; the person may. Choose another account, or leave the outlet out."
            : $"Det enda kontot här, {name}, är privat. Där publicerar organisationen inget; det får personen göra själv. Välj ett annat konto, eller hoppa över kanalen.");

    public DraftWarning HashtagsLeftOut(int left) => Whole(
        "hashtags_left_out",
        "info",
        (english, left) switch
        {
            (true, 1) => "1 hashtag is left out here: there are too many, it is too long or does not fit.",
            (true, _) => $"{left} hashtags are left out here: they are too many, too long or do not fit.",
            (false, 1) => "1 hashtagg är utelämnad här: de är för många, den är för lång eller får inte plats.",
            _ => $"{left} hashtaggar är utelämnade här: de är för många, för långa eller får inte plats.",
        });

    public DraftWarning TooManyLinks(int links, int most) => Whole(
        "too_many_links",
        "medium",
        english ? $"The text has {links} links, {most} are allowed. The network refuses more. Take some away." : $"Texten har {links} länkar, {most} är tillåtna. Nätverket vägrar fler. Ta bort några.");

    public DraftWarning SentenceOverLimit(int length, int limit) => Whole(
        "sentence_over_limit",
        "low",
        english ? $"A sentence has {length} characters, a post holds {limit}. It is left out whole, never cut." : $"En mening har {length} tecken, ett inlägg rymmer {limit}. Den är utelämnad hel, aldrig kapad.");

    public DraftWarning LeftOut(int sentences, IEnumerable<string> detectors)
    {
        var kinds = string.Join(", ", detectors.Select(detector => CheckTexts.Kind(detector, english ? "en" : "sv")));
        return Whole(
            "blocked_left_out",
            "medium",
            english
                ? $"{sentences} {(sentences == 1 ? "sentence is" : "sentences are")} left out: {kinds}. They wait for somebody to decide. Rewrite, remove or accept with a comment."
                : $"{sentences} {(sentences == 1 ? "mening är utelämnad" : "meningar är utelämnade")}: {kinds}. {(sentences == 1 ? "Den" : "De")} väntar på att någon avgör. Skriv om, stryk eller godta med en kommentar.");
    }

    public DraftWarning HeadlineTest(string sentence, IEnumerable<string> words, int start) => new(
        "headline_test",
        "info",
        english
            ? $"The harshest fair headline this text allows: “{sentence}” It is these words: {string.Join(", ", words)}. Would the person stand by it alone?"
            : $"Den hårdaste rubrik texten tillåter: ”{sentence}” Det är orden: {string.Join(", ", words)}. Kan personen stå för den ensam?",
        start,
        sentence.Length);

    public DraftWarning Of(PictureGap gap) => gap switch
    {
        PictureGap.AltText => MissingAltText,
        PictureGap.Photographer => NoPhotographer,
        PictureGap.Licence => NoLicence,
        PictureGap.Consent => NoConsent,
        _ => ConsentRefused,
    };

    public static DraftWarnings For(string language) => language == "en" ? English : Swedish;

    private static DraftWarning Whole(string code, string severity, string message) => new(code, severity, message, 0, 0);
}
