using System.Buffers;
using System.Text.RegularExpressions;
using Dialog.Core.Reading;

namespace Dialog.Core.Interviews;

/// <summary>The person does not want to, or cannot, answer the question that is open (domain.md §4: a no needs no reason). Only a whole message of nothing else: "det vill vi inte svara på, säger barnen" is an answer.</summary>
internal static partial class Unwilling
{
    /// <summary>A longer message says something itself.</summary>
    private const int MostCharacters = 120;

    /// <summary>A message without any of these is not unwilling in Swedish: a cheap look that spares many the reading.</summary>
    private static readonly SearchValues<string> Hints = SearchValues.Create(
        ["inte", "ej", "komment", "avstår", "passar", "hoppa", "skippa", "strunt", "nästa", "inget", "får", "fråg", "n/a", "slöseri", "helvete", "lägg", "bot", "maskin", "tjata", "trams", "skit", "glöm"], StringComparison.Ordinal);

    /// <summary>The message says that the question is not to be answered, and nothing else.</summary>
    public static bool Says(string text) => text.Length <= MostCharacters && ShortReply.Plain(text) is var plain && (plain.AsSpan().ContainsAny(Hints) && Swedish().IsMatch(plain) || English().IsMatch(plain));

    [GeneratedRegex(
        @"^((nej|nä|nja|njae|hm+|sorry|tyvärr|tack|men|alltså|jo|ok|okej|nog)\b[ .!:–-]*)*"
        + @"(("
        + @"((det|den|detta|sådant|sånt|frågan)( där| här)?( frågan)?|den frågan) (vill|kan|får|tänker|ska|bör|hinner|orkar) jag (nog |helst |faktiskt |verkligen |tyvärr )*(inte|ej)( nu)? (svara|svara på|gå in på|gå in i|kommentera|säga (något|nåt) om|uttala mig om|prata om|tala om)"
        + @"|(det|den)( där| här)? vill jag (nog |helst |faktiskt |verkligen |tyvärr )*(inte|ej)"
        + @"|(jag )?(vill|kan|får|tänker|ska) (nog |helst |faktiskt |verkligen |tyvärr )*(inte|ej) (helst )?(svara|gå in|kommentera|uttala mig|säga (något|nåt))( (på|in på|i|om))?( (det|den|detta|frågan|sådant|sånt|saken|just))*( där| här)?( frågan)?"
        + @"|((det|den|sådant|sånt)( där| här)?( frågan)?|den frågan) (svarar|kommenterar) jag (nog |helst |faktiskt |verkligen |tyvärr )*(inte|ej)( på)?"
        + @"|jag (svarar|kommenterar|uttalar mig) (nog |helst |faktiskt |verkligen |tyvärr )*(inte|ej)( på| om)? (det|den|detta|sådant|sånt|frågan)( där| här)?( frågan)?"
        + @"|inte (svara|kommentera)|(ingen|inga) kommentar(er)?|(jag )?avstår( från (att (svara|kommentera)|det|den|detta|frågan))?( frågan| på den)?|jag (passar|hoppar)( på| över) (den|det|detta|frågan)( där| här)?( frågan)?"
        + @"|(den|det|den frågan|den där|den här) (hoppar|skippar|passar) (jag|vi)( nog| gärna| helst)?( över| på)?|((vi|du) kan (väl )?)?(hoppa( över)?|strunta i|skippa) (den|det|frågan|den frågan)( där| här)?( frågan)?|(vi tar|ta) nästa( fråga)?"
        + @"|(jag )?(har )?(inget|inte (något|nåt)|inte) ((bra|riktigt|mer) )?(svar|att (säga|tillägga))( (på|om) (det|den|detta|frågan|saken))?( där| här)?( frågan)?"
        + @"|((det|den|detta)( där| här)?( frågan)?|den frågan) får (nog )?(politiken|politikerna|nämnden|kommunstyrelsen|fullmäktige|andra|någon annan|nån annan|(min )?chefen?) (svara|svara på|svara för|uttala sig om|bedöma)|(det|den)( där| här)?( frågan)? får (du|ni) (fråga|ta med) \p{L}+( \p{L}+)?( om)?"
        + @"|(det|den)( där| här)?( frågan)? är (nog |ju |väl )?((mer )?en (rent )?politisk fråga|inte min (sak|fråga|roll|uppgift)( att (svara på|svara|säga|kommentera|bedöma|uttala mig om))?( det)?|inte (något|nåt) (som )?jag (vill|kan) (svara på|kommentera|säga (något|nåt) om)|en fråga för (politiken|politikerna|nämnden|någon annan|andra))"
        + @"|(inte|ej) (relevant|tillämpligt)|n/a"
        + @"|(vilken |en |vad är det för |det (här|där|är|var) (en |ju |bara )*)*(jävla |så |väldigt )*((dum|dumma|korkad|fånig|konstig|idiotisk) (fråga|frågor)|skitfråga|skitfrågor|slöseri med tid)|vad är det för jävla (fråga|frågor)|dra åt helvete|(lägg|lägga) ner|(jag )?orkar inte( med)?( (det|den|detta|sånt|mer|längre))*( här| där)?|(du är|är) (ju |väl )?bara en (robot|bot|maskin)|(du|ni) är inte (riktigt )?kloka?|sluta tjata( om \p{L}+)?|(det är |det här är )?(bara )?trams"
        + @"|(skit|strunta) i (det|den|frågan)( här| där| nu)?|glöm (det|den|frågan)|strunt ?samma"
        + @")([ .!:–-]*\b(och|så|utan|för)\b)?[ .!:–-]*)+((här|tyvärr|tack|just nu|nu|alls|offentligt|i tidningen|i dagsläget|heller|men tack ändå)\b[ .!]*)*$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Swedish();

    [GeneratedRegex(
        @"^((no|sorry|well|hm+|thanks|but|ok|okay)\b[ .!:–-]*)*"
        + @"(i('d| would) (rather|prefer) not( to)?( (say|answer|comment|go into))?( on| into)?( that| this| it)?|i (don't|do not|won't|will not|can't|cannot) (want to |wish to |really )?(answer|comment|go into|discuss|talk about|say anything about)( on)?( that| this| it)?( one| question)?"
        + @"|no comments?|i('ll| will)? pass( on)?( that| this)?( one)?|(that's|that is|it's) (a political question|not (for me|my place) to (say|answer)|not my call|for (others|somebody else|someone else|the politicians) to (say|answer))|(let's |can we )?(leave|skip|pass on) (that|this|it)( one| question)?|i have no answer( to (that|this))?|nothing to add|(what a |this is a |that's a )?(stupid|silly|dumb|ridiculous) question|(this is |what )?a waste of (my )?time|are you kidding( me)?|go to hell|you('re| are) just a (bot|robot|machine)|stop nagging|forget it|never mind|not (relevant|applicable)|n/a)"
        + @"([ .!]*(thanks|thank you|sorry|please|now|right now|at all|i'm afraid)\b)*[ .!]*$",
        RegexOptions.CultureInvariant)]
    private static partial Regex English();
}
