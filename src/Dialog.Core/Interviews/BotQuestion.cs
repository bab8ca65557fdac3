using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Dialog.Core.Questions;
using Dialog.Core.Reading;

namespace Dialog.Core.Interviews;

/// <summary>What a person may ask the bot about the interview itself.</summary>
internal enum BotTopic
{
    /// <summary>When is it due, when is it printed?</summary>
    Deadline,

    /// <summary>How much am I to write?</summary>
    Length,

    /// <summary>How many questions, how much time?</summary>
    Left,

    /// <summary>Who reads it?</summary>
    Readers,

    /// <summary>Is this an official record?</summary>
    Record,

    /// <summary>What happens to the answers?</summary>
    Data,

    /// <summary>What do you mean?</summary>
    Meaning,

    /// <summary>Who are you?</summary>
    Bot,

    /// <summary>Do I have to?</summary>
    Duty,

    /// <summary>Who asks?</summary>
    Asker,

    /// <summary>What is it used for?</summary>
    Purpose,

    /// <summary>Can you call me?</summary>
    Call,

    /// <summary>Can I answer with something else than words?</summary>
    Medium,

    /// <summary>Which questions will you ask?</summary>
    Ahead,
}

/// <summary>Tells a question to the bot from an answer (domain.md §2.3, step 4).</summary>
internal static partial class BotQuestion
{
    /// <summary>A longer question is an answer.</summary>
    private const int MostWords = 10;

    /// <summary>What may stand around the words that were read, in a question that asks nothing else.</summary>
    private static readonly FrozenSet<string> Around =
    [
        "men", "ok", "okej", "hej", "ja", "förresten", "vad", "hur", "du", "jag", "det", "den", "här", "där", "detta", "med", "på", "nu", "egentligen", "handling", "uppgifter", "väl", "vara", "är", "kvar", "till",
        "but", "okay", "hi", "what", "how", "you", "i", "it", "this", "that", "by", "way", "the", "with", "now", "then", "actually", "answer", "be",
    ];

    /// <summary>What is asked, or null. Where answers are questions themselves (the objection, the question to the readers) only what names the interview counts, and a whole question that can mean nothing else.</summary>
    public static BotTopic? Read(string text, Slot? open)
    {
        var isAsked = text.TrimEnd().EndsWith('?');
        if (!isAsked && !WishWords().IsMatch(text) || text.Length > 120 || text.Contains('\n', StringComparison.Ordinal) || TextParts.Words(text).Count > MostWords)
        {
            return null;
        }

        var plain = text.ToLowerInvariant();
        foreach (var (topic, pattern, certain) in Topics)
        {
            if (pattern().Match(plain) is { Success: true } match && (open is not (Slot.Challenge or Slot.Question) || InterviewWords().IsMatch(plain) || certain && IsWhole(plain, match)) && (isAsked || IsWhole(plain, match)))
            {
                return topic;
            }
        }

        return null;
    }

    private static bool IsWhole(string plain, Match match) =>
        TextParts.Words(plain.Remove(match.Index, match.Length)).All(Around.Contains);

    private static (BotTopic Topic, Func<Regex> Pattern, bool Certain)[] Topics { get; } =
    [
        (BotTopic.Record, RecordWords, true),
        (BotTopic.Meaning, MeaningWords, true),
        (BotTopic.Meaning, ExampleWords, true),
        (BotTopic.Meaning, HowWords, false),
        (BotTopic.Bot, BotWords, true),
        (BotTopic.Bot, WriterWords, true),
        (BotTopic.Bot, PoliteWords, false),
        (BotTopic.Purpose, PurposeWords, false),
        (BotTopic.Call, CallWords, true),
        (BotTopic.Medium, MediumWords, true),
        (BotTopic.Ahead, AheadWords, true),
        (BotTopic.Readers, ReaderWords, true),
        (BotTopic.Data, DataWords, true),
        (BotTopic.Duty, DutyWords, true),
        (BotTopic.Asker, AskerWords, true),
        (BotTopic.Left, LeftWords, false),
        (BotTopic.Deadline, DeadlineWords, false),
        (BotTopic.Length, LengthWords, true),
    ];

    [GeneratedRegex(@"\b(är (det|detta) här (en )?(allmän|offentlig)|allmän handling|allmänna handlingar|offentlig handling|public record|freedom of information|official record|official document)")]
    private static partial Regex RecordWords();

    [GeneratedRegex(@"\b(menar du|vad menas|hur menar|förstår inte (frågan|riktigt)|förstår inte vad du menar|(kan du )?(förenkla|förklara|formulera om) frågan|vilken fråga|what do you mean|what does that mean|what did you mean|which question)\b")]
    private static partial Regex MeaningWords();

    [GeneratedRegex(@"^((men|ok|okej|hej|but|okay|hi)\b[ ,]*)*((kan|skulle|can|could) (du|you)|ge mig|give me|(jag )?förstår inte|(vad|hur|vem|vilka|när|what|how|who|when) |måste jag|ring mig|call me|(jag )?vill hellre|i('d| would) rather|hitta på|skriv (vad|som)|(det )?(får|kan) du|du får)\b", RegexOptions.IgnoreCase)]
    private static partial Regex WishWords();

    [GeneratedRegex(@"\b((kan du )?ge (mig )?(ett|något|nåt) exempel|((can|could) you )?give (me )?(an|some) examples?)\b")]
    private static partial Regex ExampleWords();

    [GeneratedRegex(@"^((hej|tack|men|och|ja|ok|hi|hello|thanks|but|and)\b[ ,.!]*)*(hur mår du|hur är (läget|det)( med dig)?|vad heter du|vad gör du|how are you( doing)?( today)?|what('s| is) your name|what do you do)(?=\s*[?!.]*$)")]
    private static partial Regex PoliteWords();

    [GeneratedRegex(@"^((men|ok|ja|hm+|but|and)\b[ ,.!]*)*(hur ska jag (svara|tänka)( på det( här)?)?|vad vill (du|ni) ha( av mig)?|vad ska jag (svara|skriva)( på det( här)?)?|finns det (något |nåt |några )?exempel|har du (något |nåt |ett )?exempel|what should i (say|write|answer)( to that)?|how should i answer( that| this)?|(is there|do you have) an example|any examples?)(?=\s*[?!.]*$)")]
    private static partial Regex HowWords();

    [GeneratedRegex(@"\b((kan|skulle) du (kunna )?((skriva|formulera) (det|det här|svaret|texten)|(skriva|formulera|svara|svara på|hitta på)( (det|den|det här|frågan|något|nåt|ett svar))? (åt|för) (mig|oss))|hitta på (något|nåt)( bra| själv)?|skriv (vad|som) du vill|det kan du (skriva|hitta på)( själv)?|det får du (avgöra|bestämma|hitta på|skriva)( själv)?|du får (välja|bestämma|hitta på|avgöra)( själv| något| nåt)?|(can|could) you (write|phrase) (it|this|the answer|the text)( for (me|us))?|(can|could) you (write|phrase|answer)( (that|it|this|something|an answer))? for (me|us))(?=\s*[?.!]*$)")]
    private static partial Regex WriterWords();

    [GeneratedRegex(@"\b(vad (ska|skall|kommer) (det|den|detta|svaren|svaret|texten|mina svar)( här)?( att)? användas till|vad används (det|detta|svaren|svaret|texten|mina svar)( här)? till|vad är (det|detta)( här)? till för|vad ska (ni|du) (ha|använda) (det|detta|svaren|mina svar)( här)? till|what (is|are|will) (this|it|my answers|the answers|the text) (be )?(used )?for|what (do|will) you (use|need) (this|it|my answers|the answers) for)\b")]
    private static partial Regex PurposeWords();

    [GeneratedRegex(@"\b((kan|skulle|vill) (du|ni) (inte |kunna )*ringa( (mig|upp mig|i ?stället|hellre))*|ring mig( i ?stället| hellre| gärna)?|((kan (vi|jag|man)|jag vill|vill|får jag) )(inte |hellre )*(ta|göra|svara på|prata om)?( det)?( muntligt| (på|över|via|i) telefon(en)?)+|(can|could) (you|we) (call|phone|ring)( me)?( instead)?|call me( instead)?|(can|could) (we|i) (do|take) (it|this) (on|over) the phone|i('d| would) rather (talk|do it on the phone))(?=\s*[?.!]*$)")]
    private static partial Regex CallWords();

    [GeneratedRegex(@"\b((kan|får) (jag|man) (svara med|skicka|tala in|spela in|bifoga)( ett| en)? (röstmeddelande|röstmemo|ljudfil|bild|bilder|foto|film|fil|länk|dokument|svaret|det)|(can|may) i (send|attach|record|answer with) (a |an |the )?(voice message|voice note|picture|photo|file|link|document|answer|it))\b")]
    private static partial Regex MediumWords();

    [GeneratedRegex(@"\b((kan|får) jag (få )?(se|läsa) (alla )?frågorna|vilka (är )?frågor(na)?|vad är det för frågor|vilka frågor (är det|kommer du (att )?ställa)|(can|may) i (see|read) (all )?the questions|what are the questions|which questions (are there|will you ask))\b")]
    private static partial Regex AheadWords();

    [GeneratedRegex(@"\b(är du (en )?(robot|bot|ai|människa|dator)|vem är du|vad är du|are you (a |an )?(robot|bot|ai|human|real)|who are you|what are you)\b")]
    private static partial Regex BotWords();

    [GeneratedRegex(@"\b(vem läser|vilka läser|vem ser (det|svar|mina)|vilka ser (det|svar|mina)|vem får (läsa|se) (det|mina|svar)|ser (min )?chef\w* (det|svar|mina)|who reads|who will read|who (can |will )?sees? (this|my|the answers))")]
    private static partial Regex ReaderWords();

    [GeneratedRegex(@"\b(händer med (svar|mina|det jag)|sparas (det|svar|mina)|sparar (du|ni)|var (sparas|hamnar) (det|svar|mina)|gdpr|what happens (to|with) (my|the) (answers?|text|words)|do you (store|save|keep)|is (this|it) (stored|saved))")]
    private static partial Regex DataWords();

    [GeneratedRegex(@"\b(måste jag (svara|vara med|göra)|är det frivilligt|kan jag (tacka nej|slippa|låta bli)|do i have to|is (it|this) (voluntary|mandatory|optional)|can i (say no|decline))\b")]
    private static partial Regex DutyWords();

    [GeneratedRegex(@"\b(vem (har )?(frågat|beställt)|vem (frågar|beställer)|vem vill veta|vem är redaktör|who (asked|is asking|ordered|wants to know))\b")]
    private static partial Regex AskerWords();

    [GeneratedRegex(@"\b(hur många frågor|många frågor (är )?kvar|hur (lång|mycket) tid|tar det (lång tid|länge)|är vi klara snart|how many questions|how (much time|long) (does|will) (it|this) take|questions (are )?left)\b")]
    private static partial Regex LeftWords();

    [GeneratedRegex(@"\b(när ska|senast när|när är (deadline|manusstopp)|deadline|manusstopp|när (trycks|publiceras|kommer) (det|annonsen|den)|när går (det|annonsen)|när behöver (du|ni) (svaret|svaren|svar|det)|när vill (du|ni) ha (svaret|svaren|svar|det)|when (is|must|should|do you need)|when does (it|this|the ad) come out)\b")]
    private static partial Regex DeadlineWords();

    [GeneratedRegex(@"\b(hur (långt|mycket|utförligt|kort) (ska|bör|får|behöver|kan) (jag|det|svaret|texten|man)|hur långt|hur mycket text|hur många (tecken|ord|meningar|rader)(?= (ska|får|bör|kan|behöver|vill) |\s*\?*$)|how many (characters|words|sentences|lines)(?= (should|do|must|can|may) |\s*\?*$)|räcker det så|är det (för )?(långt|kort) nog|how (long|much) (should|do|must|can) (i|it|the answer|this)|how long)\b")]
    private static partial Regex LengthWords();

    [GeneratedRegex(@"\b(svaret|svaren|mina svar|ha svar|frågor|klara snart|intervjun|annonsen|texten|skriva|manusstopp|deadline|senast när|the answers?|my answers?|questions|interview|the ad|the text|write)\b")]
    private static partial Regex InterviewWords();
}
