using System.Globalization;
using Dialog.Core.Questions;

namespace Dialog.Core.Texts;

public sealed partial record ExplainTexts
{
    private static ExplainTexts Swedish { get; } = new()
    {
        Rule = (rule, words) => rule switch
        {
            FollowUpRule.Unknown => "Jag frågade för att svaret var tomt på innehåll. Ofta finns det något ändå.",
            FollowUpRule.NoCounterVoice => "Jag frågade för att ingen invändning fanns med. En läsare som håller emot känner annars inte igen sig.",
            FollowUpRule.OnlyList => "Jag frågade för att svaret var en lista. En enda händelse säger mer än många punkter.",
            FollowUpRule.Abstract => $"Jag frågade för att ”{words}” är stora ord, och jag hittade inget att se, räkna eller ta på.",
            FollowUpRule.TooShort => $"Jag frågade för att svaret var kort: ”{words}”.",
            FollowUpRule.NoReason => "Jag frågade för att jag inte hittade något ”eftersom”, ”för att” eller ”annars” i svaret.",
            FollowUpRule.NotAQuestion => "Jag frågade för att det inte var någon fråga. Läsarna svarar hellre när någon undrar.",
            FollowUpRule.NoPerson => "Jag frågade för att jag inte hittade något ”jag” eller ”vi” i svaret.",
            FollowUpRule.NoExample => "Jag frågade för att jag inte hittade någon plats, tid eller siffra i svaret.",
            _ => $"Jag frågade för att ”{words}” är en förkortning som alla inte känner till.",
        },
        Question = slot => slot switch
        {
            Slot.What => "Jag frågar för att läsaren först vill veta vad det handlar om.",
            Slot.Why => "Jag frågar för att skälet är det läsaren minns.",
            Slot.Who => "Jag frågar för att läsaren vill möta en människa, inte en organisation.",
            Slot.Challenge => "Jag frågar för att någon läsare tänker invändningen. Det är bättre att du tar upp den själv.",
            Slot.Synthesis => "Jag frågar för att invändningen aldrig trycks utan ditt svar.",
            Slot.Question => "Jag frågar för att en fråga till läsarna öppnar ett samtal.",
            _ => "Jag frågar för att en mening ibland rycks loss ur sitt sammanhang. Du ska kunna stå för den ändå.",
        },
        Capacity = "Jag frågar för att du nämner något privat. Det du säger i tjänsten får tryckas, det du säger som privatperson lämnar jag utanför.",
        Guard = "Jag frågar för att något i svaret kan skada någon om det trycks. Du bestämmer vad som händer med meningen.",
        Deadline = (deadline, print) =>
            (deadline, print) switch
            {
                ({ } at, { } day) => $"Senast {at.ToString("dddd d MMMM", SwedishCulture)} klockan {at.ToString("H.mm", SwedishCulture)}. Det trycks {day.ToString("dddd d MMMM", SwedishCulture)}.",
                ({ } at, null) => $"Senast {at.ToString("dddd d MMMM", SwedishCulture)} klockan {at.ToString("H.mm", SwedishCulture)}.",
                (null, { } day) => $"Det trycks {day.ToString("dddd d MMMM", SwedishCulture)}, så gärna i god tid före.",
                _ => "Det finns ingen bestämd dag. När det passar dig.",
            },
        Length = "Ett par meningar räcker, skriv gärna mer. Jag väljer hela meningar som får plats och ändrar inte orden.",
        Left = left => left == 1 ? "En fråga till, det tar under en minut." : string.Create(CultureInfo.InvariantCulture, $"Högst {left} frågor till, ungefär en halv minut var."),
        Readers = editor => $"Svaren läses av dig och {editor ?? "redaktionen"}, ingen annan. Din chef ser bara text som du har godkänt.",
        Record = "Det du skriver här är arbetsmaterial tills något skickas eller publiceras. Det som går till tidningen eller läggs ut blir allmän handling. Fråga registratorn om du är osäker.",
        Data = "Svaren sparas som arbetsmaterial hos redaktionen tills texten är klar. Inget går ut innan du har läst och godkänt det. Skriv inget som är hemligt om en enskild.",
        Meaning = slot => slot switch
        {
            Slot.What => "Berätta vad som händer, så att någon som inte vet något ser det framför sig.",
            Slot.Why => "Berätta vad som blir bättre, eller vad som händer om ni låter bli.",
            Slot.Who => "Berätta vilka som gör jobbet, vilka som märker det och vad du själv gör.",
            Slot.Challenge => "Tänk på någon som tycker tvärtom. Vad säger hen?",
            Slot.Synthesis => "Vad säger du till den som tycker så? Du får hålla fast vid din tanke.",
            Slot.Question => "Läsaren får en fråga sist i texten. Vad är du nyfiken på att få veta?",
            _ => "Meningen är din egen. Skulle den vara okej även helt ensam, med ditt namn under?",
        },
        Bot = "Jag är en bot som följer fasta regler. Jag ställer frågor och väljer bland dina egna meningar. Jag hittar inte på något.",
        Duty = "Nej, det är frivilligt och du behöver inte säga varför. Skriv ”hoppa över” för en fråga eller ”avbryt” för alltihop.",
        Purpose = "Av dina egna meningar blir det utkast till en annons eller ett inlägg, som redaktionen läser. Inget går ut innan du har läst och godkänt det.",
        Call = editor => $"Jag kan bara skriva. Vill du hellre prata, hör av dig till {editor ?? "redaktionen"}. Det går också bra att diktera svaret här.",
        Medium = "Jag läser bara text. Skriv eller diktera svaret med egna ord.",
        Ahead = "En i taget, och du kan hoppa över:",
        Asker = (editor, brief) => $"{editor ?? "Redaktionen"} undrar: ”{brief}”",
    };

    private static CultureInfo SwedishCulture { get; } = CultureInfo.GetCultureInfo("sv-SE");
}
