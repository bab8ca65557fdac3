using System.Collections.Frozen;

namespace Dialog.Bot.Desk;

/// <summary>
/// Why something was not delivered, on a Swedish page. The store holds reasons in English, as the log and the API say them: plain words, then
/// the platform's own code in brackets and details. The words are translated, the rest stays.
/// </summary>
internal static class Reasons
{
    private static readonly FrozenDictionary<string, string> Swedish = new Dictionary<string, string>
    {
        ["the app's account is inactive: install it again"] = "appens konto är avstängt: installera den igen",
        ["the bot token was revoked: install the app again"] = "appens nyckel har dragits in: installera appen igen",
        ["the bot token has expired and could not be renewed: install the app again"] = "appens nyckel har gått ut och gick inte att förnya: installera appen igen",
        ["Slack does not accept the bot token: install the app again, or mend Slack:BotToken"] = "Slack godtar inte appens nyckel: installera appen igen, eller rätta Slack:BotToken",
        ["Slack got no bot token: install the app again, or set Slack:BotToken"] = "Slack fick ingen nyckel: installera appen igen, eller ange Slack:BotToken",
        ["the organisation has not let the app into this workspace"] = "organisationen har inte släppt in appen i arbetsytan",
        ["the app lacks a permission: compare its scopes with the manifest and install it again"] = "appen saknar en rättighet: jämför med manifestet och installera den igen",
        ["the app's Messages tab is off: turn it on under App Home"] = "appens flik Meddelanden är avstängd: slå på den under App Home",
        ["the app's Home tab is off: turn it on under App Home"] = "appens flik Hem är avstängd: slå på den under App Home",
        ["the workspace demands two-factor sign-in"] = "arbetsytan kräver inloggning i två steg",
        ["the direct message does not exist any more"] = "direktmeddelandet finns inte längre",
        ["the direct message is archived"] = "direktmeddelandet är arkiverat",
        ["Slack does not know the person"] = "Slack känner inte till personen",
        ["the person's account is deactivated"] = "personens konto är avslutat",
        ["the person cannot be seen by the app"] = "appen får inte se personen",
        ["that is a bot"] = "det är en bot",
        [SendReasons.UpdateGone] = "meddelandet som skulle ändras är borta",
        ["the message cannot be updated any more"] = "meddelandet går inte att ändra längre",
        ["the message cannot be updated"] = "meddelandet går inte att ändra",
        ["Slack's answer could not be read"] = "Slacks svar gick inte att läsa",
        ["Slack cannot be reached"] = "Slack går inte att nå",
        ["Slack opened no direct message"] = "Slack öppnade inget direktmeddelande",
        ["the app was uninstalled"] = "appen är avinstallerad",
        ["Teams does not understand the message"] = "Teams förstår inte meddelandet",
        ["the Azure Bot is not registered or has no Teams channel"] = "boten är inte registrerad i Azure, eller saknar kanalen Teams",
        ["Teams does not accept the bot's token: check Teams:AppId, its secret and the Azure Bot's Teams channel"] = "Teams godtar inte botens nyckel: se över Teams:AppId, hemligheten och Azure-botens kanal Teams",
        ["the person has uninstalled the app in Teams"] = "personen har tagit bort appen i Teams",
        ["the person has blocked the app in Teams"] = "personen har blockerat appen i Teams",
        ["the person has not installed the app in Teams"] = "personen har inte installerat appen i Teams",
        ["the Teams administrator has switched the app off for the person"] = "Teams-administratören har stängt av appen för personen",
        ["the tenant is served by another host"] = "organisationen betjänas av en annan server",
        ["the app may not do this in Teams"] = "appen får inte göra så i Teams",
        ["Teams forbids the message"] = "Teams förbjuder meddelandet",
        ["the conversation does not exist any more"] = "konversationen finns inte längre",
        ["the message was deleted in Teams"] = "meddelandet är borttaget i Teams",
        ["the person is not in the Teams tenant any more"] = "personen finns inte kvar i organisationen i Teams",
        ["the conversation or the message does not exist any more"] = "konversationen eller meddelandet finns inte längre",
        ["something else happened in the conversation at the same time"] = "något annat hände i konversationen samtidigt",
        ["the message is too big for Teams"] = "meddelandet är för stort för Teams",
        ["too many messages"] = "för många meddelanden på en gång",
        ["the limits of Teams"] = "gränserna i Teams",
        ["Teams did not answer in time"] = "Teams svarade inte i tid",
        ["Teams did not answer"] = "Teams svarade inte",
        ["Teams failed"] = "det gick fel hos Teams",
        ["Teams is out of service"] = "Teams är ur drift",
        ["Teams refused the message"] = "Teams tog inte emot meddelandet",
        ["Teams cannot be reached"] = "Teams går inte att nå",
        ["Teams cannot tell whether it arrived"] = "Teams kan inte säga om det kom fram",
        ["Teams opened a conversation without telling which"] = "Teams öppnade en konversation utan att säga vilken",
        ["the app is not in the group any more"] = "appen är inte kvar i gruppen",
        ["the workspace is stopped"] = "arbetsytan är stoppad",
        ["the workspace has not been confirmed at the desk"] = "arbetsytan är inte bekräftad hos redaktionen",
        [SendReasons.NeverThere] = "meddelandet som skulle ändras kom aldrig fram",
        [SendReasons.HeardFirst] = "personen hörde av sig innan den hann skickas",
        [SendReasons.Interrupted] = "avbrutet av en omstart",
        [SendReasons.Restored] = "återläst från en säkerhetskopia",
        [SendReasons.NotBegun] = "hann inte påbörjas i tid",
        [SendReasons.NotAsked] = "det hann inte tas reda på i tid",
        [SendReasons.NoAnswer] = "plattformen svarade inte i tid",
        [SendReasons.Repeatable] = "kan upprepas utan risk",
        [SendReasons.NotInHistory] = "finns inte i historiken",
        [SendReasons.TooMuchSince] = "för mycket har skrivits sedan dess för att leta igenom",
        [SendReasons.NoPage] = "det finns ingen att rita sidan för",
        [SendReasons.SlackSilent] = "Slack svarade inte",
        [SendReasons.SlackFailed] = "det gick fel hos Slack",
        [SendReasons.HookGone] = "webhooken är inte inställd längre",
        [SendReasons.HookOver] = "webhooken vill inte ha fler",
        [SendReasons.HookAnswered] = "webhooken svarade",
        [SendReasons.HookSilent] = "webhooken svarade inte i tid",
        [SendReasons.HookAway] = "webhooken går inte att nå:",
        ["the conversation was not opened in time"] = "konversationen öppnades inte i tid",
        ["no token in time"] = "ingen nyckel i tid",
        ["slack is not configured"] = "Slack är inte inställt",
        ["teams is not configured"] = "Teams är inte inställt",
        ["given up after 24 h:"] = "gavs upp efter ett dygn:",
        ["cannot be looked up:"] = "går inte att slå upp:",
    }.ToFrozenDictionary();

    /// <summary>The reason as the page's reader reads it, and the language that it is in: what nobody has translated stays English.</summary>
    public static (string Text, string Language) Of(string reason, string language)
    {
        if (language != "sv" || Swedish.Keys.Where(phrase => Begins(reason, phrase)).MaxBy(phrase => phrase.Length) is not { } known)
        {
            return (reason, "en");
        }

        var rest = reason[known.Length..];
        return ($"{Swedish[known]}{(known.EndsWith(':') && rest.Length > 1 ? $" {Of(rest[1..], language).Text}" : rest)}", "sv");
    }

    private static bool Begins(string reason, string phrase) =>
        reason.StartsWith(phrase, StringComparison.Ordinal) && (reason.Length == phrase.Length || reason[phrase.Length] is ' ' or ';');
}
