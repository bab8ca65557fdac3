using Dialog.Core.Access;
using Dialog.Core.Drafts;

namespace Dialog.Core.Texts;

public sealed partial record ReviewTexts
{
    private static ReviewTexts Swedish { get; } = new()
    {
        Approve = "Godkänn",
        ApproveAll = "Godkänn alla",
        Change = "Ändra",
        Another = "Annat förslag",
        ShowRest = "Visa resten",
        Good = "Det är bra",
        Withdraw = "Dra tillbaka",
        RequestChanges = "Be om ändring",
        Used = (outlet, used, all) => $"{outlet}: {used} av {all} meningar används.",
        RestIntro = outlet => $"Det här kom inte med ({outlet}):",
        Newer = "Det finns en nyare version",
        WhichDraft = "Vilket utkast vill du se ett annat förslag till?",
        More = "Fler",
        BesideName = name => name == "abstract" ? "Ingress" : "För sökmotorer",
        AnotherCut = "Här är ett annat förslag, ur samma svar.",
        NoOtherCut = "Jag har inget annat förslag som får plats. Skriv ”ändra” om något ska låta annorlunda.",
        SameDrafts = "Det är sparat. Utkasten blev desamma.",
        AlreadyOut = outlets => $"Det som redan är ute ändras inte av det här: {outlets}. Säg till redaktionen om det ska rättas.",
        DeskCompares = "Redaktionen har skrivit för hand i en av texterna, så den ligger kvar tills de har jämfört.",
        ThanksForYes = "Tack! Du har godkänt dina ord. Ändrar någon ett ord visar jag dig texten igen.",
        ChangedSince = "Texten har ändrats sedan du såg den. Så här står det nu.",
        LastLook = outlet => $"Redaktionen har godkänt texten, {outlet}. Så här går den ut. Är det bra?",
        WriteText = "Skriv hela texten som du vill ha den i ett meddelande, så byter jag ut den. Skriv ”avbryt” om den ska stå kvar.",
        TextTaken = "Då står det så här. Redaktionen får läsa igen.",
        LeftAsItIs = "Då står det kvar.",
        TakenBack = "Texten är tillbakadragen och går inte ut. Jag säger till redaktionen.",
        ReviewAsked = (name, topic) => $"{name ?? "Någon"} har svarat om ”{topic}”. Stämmer utkasten?",
        AskReason = "Vad behöver ändras? Skriv det i ett meddelande, eller ”avbryt”.",
        ReasonTaken = "Tack, jag säger till redaktionen.",
        Settled = (action, by, comment, waits) => action switch
        {
            ReviewAction.Approve when waits => "Ditt ja är noterat, fler ska svara",
            ReviewAction.Approve => $"Godkänt av {by ?? "redaktionen"}",
            ReviewAction.RequestChanges => $"Ändring begärd av {by ?? "redaktionen"}{(comment is null ? "" : $": {comment}")}",
            ReviewAction.Withdraw => $"Tillbakadraget av {by ?? "redaktionen"}",
            _ => "Inte längre aktuellt",
        },
        Published = (topic, outlet, url) => $"Nu är ”{topic}” ute ({outlet}).{(url is null ? "" : $" {url}")} Tack för orden!",
        ReaderSays = (topic, reaction) => $"En läsare svarar på ”{topic}”{(reaction.Source is null ? "" : $" ({reaction.Source})")}: ”{Quoted(reaction)}” Vad svarar du, har du ändrat dig på något sätt?",
        Why = refusal => refusal switch
        {
            Refusal.Unknown => "Det utkastet finns inte.",
            Refusal.Stale => "Texten har ändrats sedan du läste den. Läs den nya och bestäm dig igen.",
            Refusal.NotAllowed => "Det får inte du göra. Be en redaktör eller godkännare.",
            Refusal.TextMissing => "Skriv en text.",
            Refusal.CommentMissing => "Skriv varför.",
            Refusal.NotApproved => "Texten är inte godkänd. Godkänn den först, sedan kan den gå ut.",
            Refusal.OpenWarnings => "Det finns en allvarlig varning. Ändra texten, eller godta varningen med en kommentar.",
            Refusal.QuoteNotApproved => "Den som har sagt orden ska godkänna dem först.",
            Refusal.RespondentObjects => "Den som har sagt orden vill ändra texten. Ändra den först.",
            Refusal.PictureIncomplete => "Bilden behöver alt-text, fotograf, licens och besked om samtycke. Komplettera den, eller ta bort den.",
            Refusal.PictureRefused => "Någon som syns på bilden har sagt nej. Byt bild, eller ta bort den.",
            Refusal.AlreadyPublished => "Texten är redan ute. Ändra den om den behöver rättas.",
            Refusal.Withdrawn => "Texten är tillbakadragen. Be den som har sagt orden att ändra sitt svar om den ändå ska ut.",
            Refusal.Spiked => "Texten är kastad. Återställ en version först.",
            Refusal.PersonGone => "Den som har sagt orden har fått sina uppgifter raderade och går inte att fråga. Ändra texten själv, eller dra tillbaka den.",
            _ => "Det finns inget att göra här.",
        },
    };
}
