using System.Globalization;
using Dialog.Core.Drafts;

namespace Dialog.Core.Texts;

public sealed partial record SurfaceTexts
{
    private static readonly CultureInfo Sv = CultureInfo.GetCultureInfo("sv-SE");

    private static SurfaceTexts Swedish { get; } = new()
    {
        Home = "Din sida",
        InPrivate = "Det tar vi på tu man hand. Jag har skrivit till dig i vårt direktmeddelande.",
        Outsider = organisation => $"Hej! Jag är en bot som intervjuar medarbetare hos {organisation}. Vill du dem något, skriv till den du känner där.",
        Hello = name => name is null ? "Hej!" : $"Hej {name}!",
        What = "Jag frågar vad, varför och vem, och gör utkast av dina egna ord. Du får läsa allt innan något går ut.",
        OpenQuestions = "Mina frågor",
        NoOpenQuestions = "Inget väntar på ditt svar just nu. Skriv till mig under Meddelanden när du vill berätta om något.",
        Until = day => $"senast {day.ToString("dddd d MMMM 'kl.' H.mm", Sv)}",
        Drafts = "Mina utkast",
        Answers = "Mina svar",
        More = count => $"… och {count} till hos redaktionen",
        Settings = "Inställningar",
        SettingsNow = zone => $"Språk: svenska · Tidszon: {zone}",
        OtherLanguage = "English",
        Answer = "Svara",
        Pause = "Inte nu",
        Change = "Ändra",
        AskSomebody = "Ställ en fråga",
        EditAnswer = "Ändra svaret",
        EditDraft = "Ändra utkastet",
        EditDraftHint = "En ändrad text måste godkännas på nytt. Det du skriver här märks som ändrat för hand.",
        RequestChanges = "Be om ändring",
        WhatToChange = "Vad behöver ändras?",
        WhatToChangeHint = "Redaktionen läser det du skriver.",
        DraftState = status => status switch
        {
            DraftStatus.Working => "arbetas med",
            DraftStatus.InReview => "läses av en godkännare",
            DraftStatus.ChangesRequested => "ska ändras",
            DraftStatus.Approved => "godkänd",
            DraftStatus.Scheduled => "går ut på utsatt tid",
            DraftStatus.Published => "publicerad",
            DraftStatus.Corrected => "rättad",
            DraftStatus.Withdrawn => "återtagen",
            _ => "struken",
        },
        AddReaction = "Lägg till reaktion",
        ReactionTo = "Vad gäller det?",
        ReactionText = "Vad läsaren sa",
        ReactionSource = "Var det stod",
        NothingToReactTo = "Det finns inget färdigt uppdrag att lägga reaktionen till än.",
        GiveAnswer = "Svara på en fråga",
        YourText = "Med dina ord",
        YourTextHint = "Skriv som du pratar. Utkasten görs om när du sparar.",
        Save = "Spara",
        Send = "Skicka",
        Cancel = "Avbryt",
        NewAssignment = "Ställ en fråga",
        Person = "Vem ska svara?",
        Topic = "Frågan som läsarna ser",
        Brief = "Dina ord till den som svarar",
        Deadline = "Senast",
        Outlets = "Var ska det publiceras?",
        Deputy = "Ersättare, om personen är borta",
        SizeOfAd = "Annonsens storlek",
        PublishOn = "Införandedag",
        NoDeputy = "Välj någon annan som ersättare än den som får frågan.",
        AfterPrint = "Texten måste lämnas senast på införandedagen.",
        Empty = "Skriv något här.",
        TooLong = most => $"Det blev för långt, högst {most} tecken får plats.",
        TooLongToEdit = "Svaret är längre än vad som får plats här. Ändra ditt meddelande i chatten i stället, så ändras svaret med det.",
        Past = "Den dagen har redan varit.",
        Somebody = "en kollega",
        SomeChannel = "en kanal",
        NotAPerson = "Välj en kollega, inte en bot.",
        NotInTeams = "Den du valde har inte Dialog i Teams än. Be hen lägga till appen, fråga i ett team eller en gruppchatt där ni båda och appen är med, eller välj någon annan.",
        DeputyNotInTeams = "Ersättaren har inte Dialog i Teams än. Be hen lägga till appen, eller välj någon annan.",
        EditorsOnly = "Bara redaktörer kan ställa frågor. Be redaktionen lägga till dig.",
        Gone = "Det går inte att ändra längre. Öppna din sida igen och se vad som gäller nu.",
        NotKept = "Det här är avslutat, och jag har inte kvar det som stod här.",
        AnotherQuestion = "Samtalet har gått vidare, så det här är inte den öppna frågan längre. Kopiera din text, stäng rutan och öppna den igen.",
        ChangedSince = "Svaret har ändrats sedan du öppnade rutan. Kopiera din text, stäng rutan och öppna den igen.",
        NotOpened = canWrite => canWrite
            ? "Öppnades ingen ruta? Tryck en gång till, eller skriv till mig här i stället."
            : "Öppnades ingen ruta? Tryck en gång till. Går det inte då heller, hör av dig till redaktionen.",
        InsteadOfButtons = labels => $"Knapparna kunde inte visas. I stället kan du skriva: {string.Join(" · ", labels)}",
        NothingToAnswer = "Inget väntar på ditt svar just nu. Skriv till mig i vårt direktmeddelande när du vill berätta om något.",
        InDirectMessage = "Jag svarar i vårt direktmeddelande.",
        CommandHelp = command => $"""
            {command} mina: dina frågor och utkast
            {command} status: hur långt du har kommit
            {command} paus: vi tar det senare
            {command} språk svenska eller engelska
            {command} fråga @namn "Varför …?" senast fredag (för redaktörer)
            Allt annat du skriver efter {command} säger du till mig i vårt direktmeddelande.
            """,
        AskHelp = command => $"Skriv så här: {command} fråga @namn \"Varför plogar vi skolvägarna först?\" senast fredag",
        Asked = (name, topic, day) => day is not { } last ? $"Klart. Jag frågar {name}: ”{topic}”" : $"Klart. Jag frågar {name}: ”{topic}” Svar senast {last.ToString("dddd d MMMM", Sv)}.",
        NoSuchDay = day => $"Jag förstår inte dagen ”{day}”. Skriv till exempel fredag, imorgon, 12/3 eller 2027-03-12.",
        Progress = (topic, left) => left == 0 ? $"{topic}: allt är besvarat." : left == 1 ? $"{topic}: en fråga kvar." : $"{topic}: {left} frågor kvar.",
        LanguageHelp = command => $"Skriv {command} språk svenska eller {command} språk engelska.",
        Withdrawn = "Borttaget. Det är inte med i svaret längre.",
        TabNotConfigured = "Inloggningen från Teams är inte inställd. Den som sköter Dialog anger Desk:Oidc. Chatten fungerar ändå.",
        TabNotSignedIn = "Teams kunde inte visa vem du är. Öppna fliken igen, eller skriv till mig i chatten.",
        TabToChat = "Svara gör du i chatten med Dialog.",
        TabToDesk = "Öppna redaktionen",
    };
}
