using System.Text.RegularExpressions;
using Dialog.Core.Reading;

namespace Dialog.Core.Interviews;

/// <summary>The person has answered where the bot cannot read it: in a file, in a mail. Only a whole message of nothing else: "se bifogat avtal, där står varför vi byggde" is an answer.</summary>
internal static partial class Elsewhere
{
    /// <summary>A longer message says something itself.</summary>
    private const int MostCharacters = 100;

    /// <summary>The message points there, and says nothing else.</summary>
    public static bool Says(string text) => text.Length <= MostCharacters && ShortReply.Plain(text) is var plain && (Swedish().IsMatch(plain) || English().IsMatch(plain));

    [GeneratedRegex(
        @"^((hej|ja|jo|nej|ok|okej|men)\b[ .!–-]*)*"
        + @"(se (det |den |mitt |mina |min )?(bifogat|bifogad|bifogade|bilagan|bilaga|bilagor|bilagorna|mejlet|mejl|mailet|mail|e-posten|mejlen|dokumentet|filen|länken)( (svar|fil|filer|dokument|text|bild|word-fil|pdf|svaret|filen|dokumentet))?"
        + @"|(jag )?(bifogar|har bifogat) (svaret|svaren|svar|mina svar|en fil|ett dokument|filen|dokumentet|det|dem)|(mina |mitt )?(svar|svaret|svaren) (bifogas|är bifogat|är bifogade)|bifogat|bifogas"
        + @"|((mina |mitt )?(svar|svaret|svaren)|det|allt) (finns|står|ligger|är|kommer) (i|på|per|via|med) (ett |det |den |mitt |en )?(bifogade? )?(mejlet|mejl|mailet|mail|e-post|e-posten|bilagan|filen|dokumentet)( jag skickade| som jag skickade)?"
        + @"|(det )?(jag )?(har )?(redan )?(svarade|svarat|skickade|skickat|mejlade|mejlat|mailade|mailat)( jag)?( redan)? ?((på )?(det|frågan|frågorna|allt|svaret|svaren|mina svar)( här)?)? ?(i|på|via|per|med) (ett |det |mitt )?(mejlet|mejl|mailet|mail|e-posten|e-post)"
        + @"|(det )?(jag )?(har )?(redan )?(mejlade|mejlat|mailade|mailat|mejlar|mailar)( jag)?( redan)? (det|svaret|svaren|mina svar|dig|er|redaktionen))"
        + @"( (i går|igår|nyss|förut|tidigare|i morse|i dag|idag|redan|förra veckan|i stället|till dig|till er|till redaktionen|tack))*$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Swedish();

    [GeneratedRegex(
        @"^((hi|yes|no|ok|okay|but|please)\b[ .!–-]*)*"
        + @"(see (the |my )?(attached|attachment|attachments|enclosed|e-?mail|mail|document|file|link)( (file|document|answer|answers|text|picture|pdf))?|(it's |it is |the answer is |my answer is |answers? )?attached|(i've |i have |i )?attached (it|them|the answer|the answers|my answers|a file|a document|the file)"
        + @"|(it's|it is|they're|the answers? (is|are)|my answers? (is|are)) in (the|my|an) (e-?mail|mail|attachment|attached file|document|file)( i sent( you)?)?"
        + @"|(i('ve| have)? )?(already )?(answered|replied|sent|e-?mailed|mailed)( (it|that|this|them|the answers?|my answers?|you|that one))*( already)?( (by|in|via|through|over) (an |the |my )?(e-?mail|mail))"
        + @"|i('ve| have|'ll| will)? (already )?(e-?mail(ed)?|mail(ed)?)( (it|that|them|the answers?|my answers?|you|the desk))+)"
        + @"( (yesterday|earlier|already|this morning|today|last week|instead|thanks|please))*$",
        RegexOptions.CultureInvariant)]
    private static partial Regex English();
}
