using System.Globalization;
using Dialog.Core.Assignments;

namespace Dialog.Core.Texts;

public sealed partial record BotTexts
{
    private static readonly CultureInfo SwedishCulture = CultureInfo.GetCultureInfo("sv-SE");

    private static BotTexts Swedish { get; } = new()
    {
        Amend = AmendTexts.For("sv"),
        Explain = ExplainTexts.For("sv"),
        Opening = (name, editor, brief, printed) =>
            $"{Hello("Hej", name)}! Jag är Dialog, en bot som hjälper redaktionen. {editor ?? "Redaktionen"} undrar: ”{brief}”"
            + (printed is { } day ? $" Svaret är till annonsen den {day.ToString("d MMMM", SwedishCulture)}." : "")
            + " Det tar ungefär tre minuter. Svara som du pratar, du får läsa allt innan något går ut. Passar det nu?",
        Welcome = name =>
            $"{Hello("Hej", name)}! Jag är Dialog. Jag hjälper dig att berätta varför saker görs, med dina egna ord. Det tar ungefär tre minuter. Vad vill du skriva om? Skriv till exempel ”jag vill skriva om nya lekplatsen”.",
        TopicTaken = topic => $"Bra, då pratar vi om ”{topic}”.",
        LetsGo = "Fint, då kör vi.",
        Help = "Svara som du pratar, i ett eller flera meddelanden. Skriv ”klar” när svaret är slut, ”hoppa över”, ”tillbaka”, ”ändra varför”, ”stryk det”, ”ångra”, ”visa”, ”senare”, ”börja om” eller ”avbryt”. Undrar du något, fråga. Du får läsa allt innan något går ut.",
        HelpOutside = "Jag ställer några korta frågor, vad, varför och vem, och gör utkast till annonsen och inläggen av dina egna ord. Skriv ”jag vill skriva om …” så börjar vi. Skriv ”english” om du hellre talar engelska.",
        NoText = "Jag hittar ingen text i meddelandet. Skriv ditt svar med ord, så tar jag det därifrån.",
        VeryLong = characters => $"Tack, hela texten är sparad ({characters.ToString("N0", SwedishCulture)} tecken). Annonsen rymmer några meningar, så jag väljer bland dem.",
        QuotedMail = "Jag tar med det du skrev, inte mejlet som står under. Är det också dina ord, klistra in dem för sig.",
        UnknownButton = "Den knappen känner jag inte igen. Svara gärna med egna ord, eller skriv ”hjälp”.",
        OldButton = "Den frågan är redan avklarad, så jag ändrade ingenting.",
        TakeYourTime = "Ta den tid du behöver.",
        ThanksBack = "Tack själv!",
        HelloAgain = "Hej igen!",
        AlreadyGot = "Det svaret har jag.",
        DoneHint = "Vill du sluta här? Skriv ”klar” en gång till, så gör jag utkast av det du har sagt.",
        NothingYet = "Jag har inget svar från dig än.",
        CancelQuestion = "Ska vi avbryta intervjun? Det du har skrivit ligger kvar hos dig och redaktionen.",
        Cancelled = "Då avbryter vi. Inget går ut. Skriv ”ångra” om du vill fortsätta ändå.",
        NotCancelled = "Då fortsätter vi.",
        Undone = "Klart, vi är tillbaka där vi var.",
        NothingToUndo = "Det finns inget att ångra just nu.",
        EditWhich = "Vilket svar vill du ändra?",
        NothingToEdit = "Du har inte svarat på något än, så det finns inget att ändra.",
        EditThis = (label, text) => $"Så här står det under {label}\n”{text}”\nSkriv det nya svaret, så byter jag ut det.",
        Edited = "Ändrat.",
        StatusIntro = "Det här har du sagt så långt:",
        StatusLine = (label, text) => $"{label} ”{text}”",
        Snoozed = at => $"Klart, jag hör av mig {at.ToString("dddd d MMMM", SwedishCulture)} {at.ToString("H.mm", SwedishCulture)}.",
        AnotherDay = "Vilken dag passar dig bäst? Skriv den, så byter jag.",
        WelcomeBack = "Hej igen! Nu fortsätter vi.",
        Declined = "Tack för att du säger till. Jag hälsar redaktionen, och du behöver inte göra något mer.",
        WrongPerson = "Tack för att du säger till. Jag hälsar redaktionen att frågan ska till någon annan.",
        NoInterview = "Vi har ingen intervju igång just nu. Skriv ”jag vill skriva om …” så börjar vi.",
        AlreadyFinished = topic => $"Intervjun om ”{topic}” är klar och sparad. Skriv ”ändra varför” om du vill ändra ett svar, eller ”jag vill skriva om …” för något nytt.",
        Afterwards = topic => $"Intervjun om ”{topic}” är klar, men det går bra att lägga till. I vilket svar ska det stå, eller är det något nytt?",
        AfterwardsMore = "Det tar jag med. Var ska det stå?",
        LetBe = "Då låter jag det vara. Det står kvar här i chatten.",
        Away = "Då ställer jag inga följdfrågor. Skriv till exempel ”i morgon”, ”nästa vecka” eller ett datum, så hör jag av mig då.",
        WaitsForCurrent = topic => $"Vi tar den när du är klar med ”{topic}”. Skriv ”den andra” om du hellre tar den nu.",
        Finished = name => $"{Hello("Tack", name)}! Här är utkasten, med dina egna ord. Inget går ut förrän redaktionen har läst och du har sagt ja. Skriv ”ändra” om något ska bort eller låta annorlunda.",
        Redrafted = "Ändrat. Så här blir utkasten nu.",
        FinishedThin = name => $"{Hello("Tack", name)}, det räcker fint. Det blev lite för kort för egna utkast, men redaktionen ser det du skrev och hör av sig om något saknas.",
        Struck = "Den meningen är borta ur alla utkast.",
        NoOtherSentence = "Jag har ingen annan mening att visa.",
        Reminder = (name, topic) => $"{Hello("Hej", name)}! En vänlig puff om ”{topic}”. Det tar tre minuter och ett par meningar räcker.",
        ReminderUnfinished = (label, left) => $"Tack för det du skrev! Vi var på ”{label}” {(left == 1 ? "En fråga" : $"{left} frågor")} kvar, när det passar.",
        LanguageChanged = "Då talar vi svenska.",
        PickQuestion = "Helt okej. Passar någon av de här frågorna?",
        MoreDrafts = "Och de här:",
        DraftCut = left => $"… {left} tecken till. Hela texten finns hos redaktionen.",
        DefaultTopic = "Med egna ord",
        EditorTold = (name, topic, what, deadline, past) => what switch
        {
            EditorNote.NoAnswer => $"{name ?? "Någon"} har inte svarat om ”{topic}”.{Before(deadline, past)}",
            EditorNote.Away => $"{name ?? "Någon"} är borta, och svaret om ”{topic}” hinner inte komma.{Before(deadline, past)}",
            EditorNote.Unfinished => $"{name ?? "Någon"} har börjat svara om ”{topic}” men inte blivit klar.{Before(deadline, past)}",
            EditorNote.Thin => $"{name ?? "Någon"} har svarat kort om ”{topic}”. Underlaget är tunt: be om ett par meningar till, eller kör utan personlig reflektion.",
            EditorNote.PutOff => $"{name ?? "Någon"} vill skjuta upp svaret om ”{topic}”, och då hinner det inte till annonsen.",
            EditorNote.Changed => $"{name ?? "Någon"} har ändrat ett svar om ”{topic}”, och en text är redan ute. Den ändras inte av sig själv: på redaktionens sida står det vad som är ändrat.",
            EditorNote.WrongPerson => $"{name ?? "Någon"} är fel person att fråga om ”{topic}”.",
            _ => $"{name ?? "Någon"} vill inte vara med den här gången, det gäller ”{topic}”.",
        },
        EditorAdvice = what => what switch
        {
            EditorNote.NoAnswer => "Ring, byt person eller kör utan personlig reflektion: det gör du på redaktionens sida.",
            EditorNote.Away or EditorNote.WrongPerson => "Byt person eller kör utan personlig reflektion: det gör du på redaktionens sida.",
            _ => null,
        },
        EditorToldMany = count => $"Det här behöver du veta om {count} frågor:",
        EditorToldMore = count => $"… och {count} till, som du ser på redaktionens sida.",
        OnlyAttachment = "Tack, den ligger kvar i chatten, men jag läser bara text. Skriv eller diktera med egna ord.",
        AttachmentBeside = "Texten har jag. Det du bifogade ligger kvar i chatten, men jag läser bara text.",
        OnlyEmoji = "Jag ser! Säg det gärna med ord också.",
        OneQuestionOnly = "Jag förstår, då räcker en enda fråga.",
        EnoughForNow = editor => $"Tack, det räcker fint. {editor ?? "Redaktionen"} hör av sig om något saknas.",
        MovesOn = "Då lämnar jag den frågan.",
        Thesis = sentence => $"Du säger: ”{sentence}”",
        StartOverQuestion = "Ska vi börja om från början? Svaren tas bort, men du kan ångra dig.",
        StartedOver = "Då börjar vi om. Skriv ”ångra” om du vill ha tillbaka det du sa.",
        Which = "Du har mer än en fråga hos mig. Vilken tar vi?",
        OnlyThis = "Det finns bara den här frågan just nu.",
        NowAbout = topic => $"Då pratar vi om ”{topic}”.",
        TooLate = (deadline, past, instead) =>
            $"Då hinner vi inte till annonsen, manusstopp {(past ? "var" : "är")} {deadline.ToString("dddd d MMMM H.mm", SwedishCulture)}. "
            + (instead is { } at ? $"Ska jag fråga {at.ToString("dddd H.mm", SwedishCulture)} i stället, eller blir det utan den här gången?" : "Tar vi det nu, eller blir det utan den här gången?"),
        StrongWord = editor => $"Ett ord är starkt sagt, så den meningen väntar på {editor ?? "redaktionen"}. Skriv ”stryk det” om den ska bort.",
        RewriteNow = "Skriv meningen som du vill ha den, så byter jag ut den.",
        EditorDecides = editor => $"Då väntar meningen på {editor ?? "redaktionen"}.",
        Capacity = title => $"Svarar du som {title ?? "anställd"} eller som privatperson? Det syns i bylinen.",
        PrivateLeftOut = count => count == 1 ? "Då använder jag inte den meningen." : string.Create(CultureInfo.InvariantCulture, $"Då använder jag inte de {count} meningarna."),
        OtherLanguage = "Det där var på engelska. Ska vi fortsätta på engelska?",
        UnknownLanguage = "Jag sparade det, men jag kan bara svenska och engelska. Skriv gärna på något av dem.",
        Buttons = new ButtonTexts
        {
            Go = "Kör",
            Later = "Senare",
            Tomorrow = "I morgon",
            OnMonday = "På måndag",
            WrongPerson = "Fel person",
            Skip = "Hoppa över",
            AnswerNow = "Svara nu",
            Enough = "Nej, det räcker",
            ReallyCancel = "Ja, avbryt",
            GoOn = "Nej, fortsätt",
            Yes = "Ja",
            StrikeSentence = "Nej, ta bort den",
            AnotherSentence = "Välj en annan",
            Change = "Ändra ett svar",
            Done = "Klar",
            Back = "Tillbaka",
            Show = "Visa svaren",
            Cancel = "Avbryt",
            Undo = "Ångra",
            All = "Ja, alla",
            OnlyLast = "Bara den sista",
            LeaveIt = "Nej, låt stå",
            LetItBe = "Låt vara",
            SomethingNew = "Något nytt",
            MoveIt = "Ja, flytta",
            Rewrite = "Skriv om",
            Strike = "Stryk",
            EditorDecides = editor => $"Låt {Short(editor ?? "redaktionen", 26)} avgöra",
            ReallyStartOver = "Ja, börja om",
            AskAt = at => $"Fråga {at.ToString("dddd H.mm", SwedishCulture)}",
            WithoutMe = "Utan den här gången",
            InOffice = title => $"Som {Short(title ?? "anställd", 34)}",
            InPrivate = "Privat, använd inte",
            No = "Nej",
        },
    };

    private static string Before(DateTimeOffset? deadline, bool past) => deadline is { } at ? $" Sista tiden {(past ? "var" : "är")} {at.ToString("dddd d MMMM H.mm", SwedishCulture)}." : "";

    private static string Hello(string word, string? name) => name is null ? word : $"{word} {name}";

    private static string Short(string text, int most) => text.Length <= most ? text : text[..(most - 1)].TrimEnd() + "…";
}
