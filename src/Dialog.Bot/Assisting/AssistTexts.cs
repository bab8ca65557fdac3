using Dialog.Core.Assisting;
using Dialog.Core.Drafts;

namespace Dialog.Bot.Assisting;

/// <summary>What the desk, the privacy page and the archive say of the drafting help. One complete instance per language.</summary>
internal sealed record AssistTexts
{
    private static readonly AssistTexts Swedish = new()
    {
        Heading = "Skrivhjälp",
        Intro = settings => $"Förslag från en språkmodell ({settings.Model}, {Where(settings, english: false)}). Du läser, jämför och godtar eller kastar; inget ändras av sig självt. Namn, nummer och adresser byts ut innan texten skickas.",
        Name = kind => kind switch
        {
            AssistKind.Shorten => "Korta",
            AssistKind.Headline => "Rubriker",
            AssistKind.Critic => "Kritikerns fråga",
            _ => "Klarspråk",
        },
        Suggestion = number => $"Förslag {number}",
        Changes = "Det som ändras",
        Accept = kind => kind == AssistKind.Critic ? "Godta och be om ändring" : "Godta",
        ThrowAway = "Kasta förslagen och gå tillbaka",
        Explains = model => $"Skrivet av {model} och jämfört med svaren: varje ord, namn och tal finns där. Läs ändå om det stämmer. Det du godtar märks som AI-hjälp i historik, export och arkiv.",
        None = "Inget förslag höll. Texten är oförändrad.",
        Dropped = count => count == 1 ? "1 förslag visas inte" : $"{count} förslag visas inte",
        Reason = reason => reason switch
        {
            Core.Assisting.Dropped.Empty => "Svaret var tomt.",
            Core.Assisting.Dropped.Unchanged => "Det var samma text som redan står där.",
            Core.Assisting.Dropped.TooLong => "Det blev för långt.",
            Core.Assisting.Dropped.NoQuestion => "Det var ingen fråga.",
            Core.Assisting.Dropped.Markup => "Det innehöll kod, länkar eller omnämnanden.",
            Core.Assisting.Dropped.Placeholder => "Det hittade på en platshållare.",
            Core.Assisting.Dropped.Number => "Ett tal finns inte i svaren, eller gäller något annat där.",
            Core.Assisting.Dropped.Name => "Ett namn finns inte i svaren.",
            Core.Assisting.Dropped.Quotation => "Ett citat finns inte i svaren.",
            Core.Assisting.Dropped.Word => "Ett ord eller påstående finns inte i svaren.",
            Core.Assisting.Dropped.PutTogether => "Det sattes samman av ord från olika ställen.",
            _ => "Ett ”inte”, ”om”, ”kanske” eller liknande föll bort.",
        },
        Why = trouble => trouble switch
        {
            Trouble.TooLong => "Texten är för lång för skrivhjälpen.",
            Trouble.TooPersonal => "Texten berättar om någons hälsa. Sådant skickas inte till en språkmodell.",
            Trouble.Busy => "Andra använder skrivhjälpen just nu. Försök igen om en stund.",
            Trouble.TimedOut => "Språkmodellen svarade inte i tid. Försök igen, eller skriv själv.",
            _ => "Språkmodellen gav inget svar som går att använda. Den som sköter Dialog ser varför i loggen och med kommandot check.",
        },
        Privacy = settings => $"En redaktör kan be en språkmodell ({settings.Model}, {Where(settings, english: false)}) om förslag till kortare text, rubriker och klarspråk. Då skickas utkastets text. Namn, nummer och adresser som känns igen byts först ut mot platshållare, och text om någons hälsa skickas inte. Förslagen jämförs med dina svar, en människa väljer, och det syns i historiken.",
        On = settings => $"{settings.Model}, {Where(settings, english: false)}.",
        Off = "Av: inget du eller någon annan skriver går till en språkmodell.",
    };

    private static readonly AssistTexts English = new()
    {
        Heading = "Drafting help",
        Intro = settings => $"Suggestions by a language model ({settings.Model}, {Where(settings, english: true)}). You read, compare and accept or throw away; nothing changes by itself. Names, numbers and addresses are replaced before the text is sent.",
        Name = kind => kind switch
        {
            AssistKind.Shorten => "Shorten",
            AssistKind.Headline => "Headlines",
            AssistKind.Critic => "A critic's question",
            _ => "Plain language",
        },
        Suggestion = number => $"Suggestion {number}",
        Changes = "What changes",
        Accept = kind => kind == AssistKind.Critic ? "Accept and request changes" : "Accept",
        ThrowAway = "Throw the suggestions away and go back",
        Explains = model => $"Written by {model} and compared with the answers: every word, name and number is there. Read all the same whether it is true. What you accept is marked as AI-assisted in history, export and archive.",
        None = "No suggestion held. The text is unchanged.",
        Dropped = count => count == 1 ? "1 suggestion is not shown" : $"{count} suggestions are not shown",
        Reason = reason => reason switch
        {
            Core.Assisting.Dropped.Empty => "The answer was empty.",
            Core.Assisting.Dropped.Unchanged => "It was the text that stands there already.",
            Core.Assisting.Dropped.TooLong => "It was too long.",
            Core.Assisting.Dropped.NoQuestion => "It was no question.",
            Core.Assisting.Dropped.Markup => "It held code, links or mentions.",
            Core.Assisting.Dropped.Placeholder => "It made up a placeholder.",
            Core.Assisting.Dropped.Number => "A number is not in the answers, or is of something else there.",
            Core.Assisting.Dropped.Name => "A name is not in the answers.",
            Core.Assisting.Dropped.Quotation => "A quotation is not in the answers.",
            Core.Assisting.Dropped.Word => "A word or claim is not in the answers.",
            Core.Assisting.Dropped.PutTogether => "It was put together from words of different places.",
            _ => "A “not”, “if”, “perhaps” or the like was left out.",
        },
        Why = trouble => trouble switch
        {
            Trouble.TooLong => "The text is too long for the drafting help.",
            Trouble.TooPersonal => "The text tells of somebody's health. That is not sent to a language model.",
            Trouble.Busy => "Others are using the drafting help. Try again in a while.",
            Trouble.TimedOut => "The language model did not answer in time. Try again, or write it yourself.",
            _ => "The language model gave no answer that can be used. Whoever runs Dialog sees why in the log and with the command check.",
        },
        Privacy = settings => $"An editor can ask a language model ({settings.Model}, {Where(settings, english: true)}) for suggestions: a shorter text, headlines, plain language. The draft's text is sent then. Names, numbers and addresses that are recognised are replaced first, and text about somebody's health is not sent. Suggestions are compared with your answers, a person chooses, and the history shows it.",
        On = settings => $"{settings.Model}, {Where(settings, english: true)}.",
        Off = "Off: nothing that anybody writes goes to a language model.",
    };

    public required string Heading { get; init; }

    /// <summary>What it is, over the buttons.</summary>
    public required Func<AiSettings, string> Intro { get; init; }

    /// <summary>What can be asked for.</summary>
    public required Func<AssistKind, string> Name { get; init; }

    public required Func<int, string> Suggestion { get; init; }

    /// <summary>Over the difference, word by word.</summary>
    public required string Changes { get; init; }

    public required Func<AssistKind, string> Accept { get; init; }

    public required string ThrowAway { get; init; }

    /// <summary>Over suggestions: by which model, and what accepting one means.</summary>
    public required Func<string, string> Explains { get; init; }

    public required string None { get; init; }

    /// <summary>How many are not shown.</summary>
    public required Func<int, string> Dropped { get; init; }

    public required Func<Dropped, string> Reason { get; init; }

    public required Func<Trouble, string> Why { get; init; }

    /// <summary>On the page about personal data, when it is on.</summary>
    public required Func<AiSettings, string> Privacy { get; init; }

    /// <summary>On the page of settings, when it is on.</summary>
    public required Func<AiSettings, string> On { get; init; }

    public required string Off { get; init; }

    /// <summary>The texts of <c>sv</c> or <c>en</c>; anything else reads as Swedish.</summary>
    public static AssistTexts For(string language) => language == "en" ? English : Swedish;

    private static string Where(AiSettings settings, bool english) =>
        settings.IsHere ? english ? "on Dialog's own machine" : "på Dialogs egen maskin" : english ? $"at {settings.Endpoint.IdnHost}" : $"hos {settings.Endpoint.IdnHost}";
}
