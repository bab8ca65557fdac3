using System.Collections.Frozen;
using System.Collections.Immutable;
using Dialog.Core.Reading;

namespace Dialog.Core.Interviews;

/// <summary>The control words of both languages, as people write them: in phrases, inflected, politely wrapped, with a slip of the finger.</summary>
internal static class CommandWords
{
    /// <summary>Words shorter than this are never read as a slip of another: too many real words are one letter away.</summary>
    private const int LeastForSlip = 5;

    /// <summary>Shorter words without their marks are other words.</summary>
    private const int LeastUnmarked = 4;

    private static readonly FrozenDictionary<string, CommandKind> Phrases = Table(
        (CommandKind.Help, "hjälp|hjälp mig|help|help me|?|vad kan du|vad kan du göra|vad kan jag göra|hur funkar det|hur fungerar det|kommandon|commands|what can you do|how does it work"),
        (CommandKind.Repeat, "upprepa|repetera|igen|en gång till|ta det igen|vad var frågan|vad frågade du|var var vi|var var vi nu|var är vi|where were we|ställ frågan igen|repeat|again|once more|say again|what was the question|repeat the question"),
        (CommandKind.Skip, "hoppa över|hoppa|hoppa vidare|nästa|nästa fråga|vidare|gå vidare|skippa|pass|jag passar|skip|next|next question|move on|nej tack|no thanks|no thank you"),
        (CommandKind.Done, "klar|klart|klara|färdig|färdiga|färdigt|är klar|är klara|är färdig|är färdiga|done|i'm done|im done|i am done|we're done|finished|i'm finished|ready|inget mer|inget mer att säga|nothing more|nothing else"),
        (CommandKind.ThatIsAll, "det var allt|det var nog allt|det var allt från mig|jag tror det var allt|tror det var allt|jag tror att det var allt|det var nog det|jag är nöjd|jag är nöjd så|nöjd så|det är allt|det var det|det räcker|det räcker så|räcker så|det räcker nu|that's all|thats all|that is all|that's it|that is it|that's enough|enough"),
        (CommandKind.Edit, "ändra|ändra svar|ändra svaret|ändra något|ändra ett svar|ändra mina svar|ändra mitt svar|redigera|rätta|edit|change|change an answer|change answer|change my answer|edit answer|edit an answer"),
        (CommandKind.Back, "tillbaka|tillbaks|gå tillbaka|backa|föregående|föregående fråga|förra frågan|back|go back|previous|previous question"),
        (CommandKind.Status, "status|visa|visa mina svar|visa svar|visa svaren|visa vad jag sagt|visa vad jag har sagt|vad har jag sagt|vad har jag svarat|vad har jag skrivit|vad sa jag|mina svar|show|show my answers|show answers|my answers|what have i said|what did i say"),
        (CommandKind.Drafts, "utkasten|visa utkast|visa utkasten|visa mina utkast|visa förslagen|se utkasten|få se utkasten|the drafts|show drafts|show the drafts|show my drafts|show me the drafts|see the drafts"),
        (CommandKind.AlreadySaid, "jag har redan svarat|jag har redan svarat på det|jag har redan svarat på den|det har jag redan svarat på|den har jag redan svarat på|det har jag ju redan svarat på|har redan svarat|har redan svarat på det|redan svarat|det har jag redan sagt|det har jag ju redan sagt|det sa jag nyss|det sa jag ju|det svarade jag på nyss|se ovan|se tidigare svar|se mitt förra svar|se förra svaret|se förra|som ovan|samma som ovan|samma svar som ovan|samma svar|samma svar igen|samma som förra|samma som förra frågan|se mitt svar ovan|se svaret ovan|det framgår ovan|det står ovan|det sa jag ju redan|jag har redan sagt det|jag har ju redan sagt det|jag har ju sagt det|du frågar samma sak|du frågar samma sak igen|du frågar samma sak hela tiden|samma fråga igen|du har redan frågat det|you already asked that|you are asking the same thing|you're asking the same thing|you keep asking the same thing|i have already said that|det sa jag redan|i already answered|i already answered that|i've already answered|i've already answered that|i have already answered|i have already answered that|already answered|already answered that|i already said that|i've already said that|see above|as above|same as above|see my previous answer|see my earlier answer"),
        (CommandKind.Resume, "fortsätt|fortsätta|vi fortsätter|då fortsätter vi|kör vidare|nu kan jag|nu har jag tid|nu har jag lite tid|nu har jag en stund|nu har jag en stund över|nu har jag fem minuter|nu har jag några minuter|nu passar det|nu går det bra|då kör vi|då kan vi fortsätta|jag är tillbaka|nu är jag här|nu är jag här igen|nu är jag tillbaka|resume|continue|go on|carry on|i'm back|im back|i am back|let's continue"),
        (CommandKind.Cancel, "avbryt|avbryta|avsluta|sluta|stopp|stoppa|stop|avbryt intervjun|avsluta intervjun|jag vill inte vara med|jag vill inte vara med längre|jag vill inte vara med mer|jag vill inte delta|vill inte vara med|vill inte delta|lägg av|sluta skriva till mig|sluta skicka meddelanden till mig|sluta störa mig|sluta fråga|sluta fråga mig|stop asking|stop asking me|lämna mig i fred|lämna mig ifred|stop writing to me|stop messaging me|stop texting me|stop bothering me|leave me alone|i don't want to take part|i do not want to take part|i don't want to be part of this|cancel|abort|quit|stop the interview|cancel the interview"),
        (CommandKind.StartOver, "börja om|börja om från början|starta om|gör om allt|från början|om från början|start over|start again|restart|begin again|from the beginning"),
        (CommandKind.Undo, "ångra|ångra det|ångra mig|ångrar mig|jag ångrar mig|ångra senaste|ta tillbaka det|undo|undo that|revert"),
        (CommandKind.WhyAsked, "varför frågar du|varför frågar du det|varför frågade du|varför frågade du det|varför undrar du|varför vill du veta det|why do you ask|why do you ask that|why did you ask|why did you ask that|why are you asking|why do you want to know"),
        (CommandKind.Switch, "den andra|den andra frågan|det andra|det andra uppdraget|byt|byt uppdrag|byt till den andra|ta den andra|ta den andra först|the other|the other one|switch|switch to the other|other assignment"),
        (CommandKind.NoReminders, "sluta påminna mig|sluta påminna|påminn mig inte|påminn mig inte mer|påminn mig inte längre|inga fler påminnelser|inga påminnelser|sluta tjata|stop reminding me|stop the reminders|no more reminders|no reminders|don't remind me|do not remind me|don't remind me again"),
        (CommandKind.Reminders, "påminn mig igen|du får påminna mig|du får påminna mig igen|börja påminna mig igen|slå på påminnelser|påminnelser på|remind me again|you may remind me|you may remind me again|turn on reminders|reminders on"),
        (CommandKind.Privacy, "integritet|integritetspolicy|om integritet|hur hanteras mina uppgifter|hur hanterar du mina uppgifter|vad sparar du om mig|privacy|privacy policy|what do you know about me|what do you store about me"),
        (CommandKind.MyData, "mina uppgifter|mina personuppgifter|visa mina uppgifter|visa mina personuppgifter|skicka mina uppgifter|ge mig mina uppgifter|hämta mina uppgifter|ladda ner mina uppgifter|registerutdrag|my data|my personal data|show my data|send me my data|give me my data|download my data"),
        (CommandKind.EraseMe, "radera mina uppgifter|radera mina personuppgifter|ta bort mina uppgifter|ta bort mina personuppgifter|radera mig|glöm mig|erase my data|delete my data|remove my data|erase me|forget me"),
        (CommandKind.Before, "vad sa jag förra gången|vad sade jag förra gången|vad sa jag sist|vad sa jag förut|vad sa jag tidigare|vad har jag sagt förut|vad har jag sagt tidigare|vad sa jag förra gången om det här|what did i say before|what did i say last time|what did i say before on this|what did i say about this before|what have i said before"),
        (CommandKind.Swedish, "svenska|på svenska|byt till svenska|swedish|in swedish"),
        (CommandKind.English, "engelska|på engelska|byt till engelska|english|in english|switch to english"));

    private static readonly FrozenDictionary<string, string> Inflections = new Dictionary<string, string>
    {
        ["hoppar"] = "hoppa",
        ["skippar"] = "skippa",
        ["skipping"] = "skip",
        ["skipped"] = "skip",
        ["ändrar"] = "ändra",
        ["ändras"] = "ändra",
        ["redigerar"] = "redigera",
        ["avbryter"] = "avbryt",
        ["avslutar"] = "avsluta",
        ["slutar"] = "sluta",
        ["stoppar"] = "stopp",
        ["fortsätter"] = "fortsätt",
        ["upprepar"] = "upprepa",
        ["repeterar"] = "repetera",
        ["visar"] = "visa",
        ["backar"] = "backa",
        ["ångrar"] = "ångra",
        ["börjar"] = "börja",
        ["startar"] = "starta",
        ["går"] = "gå",
    }.ToFrozenDictionary();

    /// <summary>Said around a command; the command means the same without them.</summary>
    private static readonly FrozenSet<string> WrappersBefore =
        ["jag", "vi", "vill", "kan", "du", "får", "ska", "skulle", "snälla", "nej", "ja", "jo", "ok", "okej", "och", "men", "nu", "då", "nä", "hej", "igen", "please", "can", "could", "you", "we", "i", "want", "to", "i'd", "like", "let's", "ok", "okay", "no", "yes", "and", "just", "bara", "gärna", "tack", "tyvärr", "thanks", "sorry"];

    private static readonly FrozenSet<string> WrappersAfter =
        ["den", "det", "frågan", "denna", "här", "nu", "tack", "då", "bara", "du", "snälla", "this", "that", "it", "one", "please", "now", "thanks", "question", "the", "intervjun", "interview", "en", "mig", "me"];

    /// <summary>"Vi vill visa" tells something, "kan vi avbryta" asks for something.</summary>
    private static readonly string[] Statements = ["vi vill ", "vi ska ", "vi kan ", "vi får ", "we can ", "we could ", "we want ", "we like "];

    /// <summary>Real words that are one letter away from a control word.</summary>
    private static readonly FrozenSet<string> NotSlips =
        ["andra", "about", "nästan", "hoppas", "klarar", "klarna", "finish", "chance", "charge", "ändrad", "ändrat", "vidgar", "vidta"];

    private static readonly FrozenDictionary<int, ImmutableList<(string[] Words, CommandKind Kind)>> ByLength = Phrases
        .Where(pair => pair.Value is not (CommandKind.Swedish or CommandKind.English))
        .GroupBy(pair => pair.Key.Split(' ').Length)
        .ToFrozenDictionary(group => group.Key, group => group.Select(pair => (pair.Key.Split(' '), pair.Value)).ToImmutableList());

    /// <summary>The command whose phrase these plain lower-case words are; null when there is none.</summary>
    public static CommandKind? Exactly(string plain) => Phrases.TryGetValue(plain, out var kind) ? kind : null;

    /// <summary>The command of a whole message, given as plain lower-case words: inflected, wrapped, with slips; null when it is none.</summary>
    public static CommandKind? Find(string plain) => Array.Exists(Statements, plain.StartsWith) ? null : Core(plain.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static CommandKind? Core(string[] words)
    {
        for (var from = 0; from < words.Length; from++)
        {
            for (var to = words.Length; to > from; to--)
            {
                if (Match(words[from..to]) is { } kind)
                {
                    return kind;
                }

                if (!WrappersAfter.Contains(words[to - 1]))
                {
                    break;
                }
            }

            if (!WrappersBefore.Contains(words[from]))
            {
                return null;
            }
        }

        return null;
    }

    private static CommandKind? Match(string[] words)
    {
        var plain = words.Select(word => Inflections.GetValueOrDefault(word, word)).ToArray();
        if (Phrases.TryGetValue(string.Join(' ', plain), out var kind))
        {
            return kind;
        }

        return ByLength.TryGetValue(plain.Length, out var phrases)
            && phrases.Find(phrase => phrase.Words.Zip(plain).All(pair => pair.First == pair.Second || !NotSlips.Contains(pair.Second) && IsSlip(pair.Second, pair.First))) is { Words: not null } found
            ? found.Kind
            : null;
    }

    /// <summary>One letter missing, too many, wrong or swapped, the first letter right; or å, ä and ö without their marks, as on keyboards that have none.</summary>
    public static bool IsSlip(string written, string meant) =>
        meant.Length >= LeastUnmarked && IsUnmarked(written, meant)
        || meant.Length >= LeastForSlip && written.Length >= LeastForSlip - 1 && written[0] == meant[0] && Spelling.Distance(written, meant, 1) <= 1;

    private static bool IsUnmarked(string written, string meant)
    {
        if (written.Length != meant.Length)
        {
            return false;
        }

        for (var index = 0; index < meant.Length; index++)
        {
            if (Unmarked(written[index]) != Unmarked(meant[index]))
            {
                return false;
            }
        }

        return true;
    }

    private static char Unmarked(char letter) => letter switch { 'å' or 'ä' => 'a', 'ö' => 'o', _ => letter };

    private static FrozenDictionary<string, CommandKind> Table(params (CommandKind Kind, string Phrases)[] rows) =>
        rows.SelectMany(row => row.Phrases.Split('|').Select(phrase => (phrase, row.Kind))).ToFrozenDictionary(pair => pair.phrase, pair => pair.Kind);
}
