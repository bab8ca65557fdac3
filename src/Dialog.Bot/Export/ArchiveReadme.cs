using Dialog.Core.Interviews;

namespace Dialog.Bot.Export;

/// <summary>What the archivist reads first; in Swedish, as the archive is.</summary>
internal static class ArchiveReadme
{
    public static string Of(Organisation organisation, ArchivePeriod period, int records, int decisions) => $"""
        ARKIVPAKET FRÅN DIALOG
        ======================

        Arkivbildare:  {organisation.Name}
        Period:        {period.Name} (till och med sista dagen, {organisation.TimeZone})
        Handlingar:    {records}
        Beslut i logg: {decisions}

        VAD PAKETET INNEHÅLLER

        Dialog är ett system där kommunens medarbetare och chefer svarar på frågor om sitt
        arbete. Av svaren görs annonstext och inlägg. Paketet innehåller det som har
        publicerats under perioden. Arbetsmaterial (samtal, svar, utkast som inte har
        publicerats) ingår inte.

        manifest.json          Förteckning: varje handling med mapp, utkast, version, kanal,
                               tidpunkt och kontrollsumma.
        handlingar/<mapp>/     En mapp per publicering. En rättelse är en egen handling.
          handling.json        Handlingen som den fastställdes när den publicerades: texten,
                               vems den är, när, av vem och var den publicerades, vem som
                               godkände just den texten, varje menings ursprung. Original.
          handling.html        Samma sak läsbar i en webbläsare. Filen behöver inget annat
                               och kan skrivas ut som PDF/A.
          handling.md          Samma sak som vanlig text (Markdown).
          reaktioner.json      Läsarnas reaktioner till och med periodens slut.
        reaktioner-till-tidigare.json
                               Läsarnas reaktioner under perioden på det som publicerades
                               före den, per uppdrag (assignmentId, som i manifest.json).
                               Finns bara om det kom några.
        logg/beslut.jsonl      Vem (id) som beslutade vad och när, en rad per beslut, i
                               ordning. Varje rad har en kontrollsumma som bygger på raden
                               före, så att ändringar syns.
        SHA256SUMS             Kontrollsumma för varje fil. Kontrollera med:
                               sha256sum -c SHA256SUMS

        FORMAT

        All text är UTF-8. JSON enligt RFC 8259, en rad per post i .jsonl. Tider står i ISO
        8601 med tidszon; i loggen är fältet "at" en tidpunkt av samma slag. HTML5 utan
        skript och utan länkade filer.

        PERSONUPPGIFTER

        handling.json innehåller namn och titel på den som uttalar sig och namn på dem som
        godkänt. Loggen innehåller bara id.

        GALLRING

        Inget i paketet gallras av Dialog. Arbetsmaterialet gallras enligt reglerna som
        ställts in (Retention i konfigurationen), och varje gallring står i loggen med
        regeln.

        """;
}
