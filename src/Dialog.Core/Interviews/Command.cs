using System.Collections.Immutable;

namespace Dialog.Core.Interviews;

/// <summary>What a person can tell the bot to do with the talk itself.</summary>
public enum CommandKind
{
    /// <summary>What can I do here?</summary>
    Help,

    /// <summary>Ask me again.</summary>
    Repeat,

    /// <summary>Next question, this one stays open.</summary>
    Skip,

    /// <summary>The answer is complete.</summary>
    Done,

    /// <summary>The answer is complete and no follow-up is wanted.</summary>
    ThatIsAll,

    /// <summary>Change an earlier answer.</summary>
    Edit,

    /// <summary>What have I said so far?</summary>
    Status,

    /// <summary>Not now; later today.</summary>
    Later,

    /// <summary>Not today; the next working day.</summary>
    Tomorrow,

    /// <summary>Go on where we were.</summary>
    Resume,

    /// <summary>Stop the interview.</summary>
    Cancel,

    /// <summary>Take the stop back.</summary>
    Undo,

    /// <summary>Speak Swedish.</summary>
    Swedish,

    /// <summary>Speak English.</summary>
    English,
}

/// <summary>A command as the person wrote it.</summary>
/// <param name="Kind">What to do.</param>
/// <param name="Slot">With <see cref="CommandKind.Edit"/>: which answer, if named.</param>
public sealed record Command(CommandKind Kind, Slot? Slot = null)
{
    private static readonly ImmutableDictionary<string, CommandKind> Words = Table(
        (CommandKind.Help, "hjälp|hjälp mig|help|help me|?|vad kan du|vad kan jag göra|kommandon|commands|what can you do"),
        (CommandKind.Repeat, "upprepa|igen|en gång till|vad var frågan|repeat|again|say again|what was the question"),
        (CommandKind.Skip, "hoppa över|hoppa över den|hoppa över frågan|hoppa|nästa|nästa fråga|skippa|pass|skip|skip it|skip this|skip that|next|next question|nej hoppa över|nej hoppa över den|nej tack hoppa över"),
        (CommandKind.Done, "klar|klart|jag är klar|färdig|jag är färdig|done|i'm done|im done|i am done|finished|ready"),
        (CommandKind.ThatIsAll, "det var allt|det är allt|det räcker|det räcker så|räcker så|that's all|thats all|that is all|that's it|that is it"),
        (CommandKind.Edit, "ändra|ändra svar|ändra något|ändra ett svar|redigera|edit|change|change an answer|change answer|edit answer"),
        (CommandKind.Status, "status|visa|visa mina svar|vad har jag sagt|vad har jag skrivit|mina svar|show|show my answers|my answers|what have i said"),
        (CommandKind.Later, "senare|inte nu|sen|paus|pausa|återkommer|jag återkommer|vänta|later|not now|pause|i'll be back"),
        (CommandKind.Tomorrow, "imorgon|i morgon|ta det imorgon|ta det i morgon|tomorrow|ask me tomorrow"),
        (CommandKind.Resume, "fortsätt|fortsätta|vi fortsätter|kör vidare|resume|continue|go on"),
        (CommandKind.Cancel, "avbryt|avsluta|sluta|stopp|stop|avbryt intervjun|cancel|abort|quit"),
        (CommandKind.Undo, "ångra|ångra det|ångra mig|jag ångrar mig|undo"),
        (CommandKind.Swedish, "svenska|på svenska|byt till svenska|swedish"),
        (CommandKind.English, "engelska|på engelska|english|in english|switch to english"));

    private static readonly ImmutableDictionary<string, Slot> SlotWords = new Dictionary<string, Slot>
    {
        ["vad"] = Interviews.Slot.What,
        ["what"] = Interviews.Slot.What,
        ["varför"] = Interviews.Slot.Why,
        ["why"] = Interviews.Slot.Why,
        ["vem"] = Interviews.Slot.Who,
        ["who"] = Interviews.Slot.Who,
        ["invändningen"] = Interviews.Slot.Challenge,
        ["antites"] = Interviews.Slot.Challenge,
        ["objection"] = Interviews.Slot.Challenge,
        ["challenge"] = Interviews.Slot.Challenge,
        ["svaret"] = Interviews.Slot.Synthesis,
        ["syntes"] = Interviews.Slot.Synthesis,
        ["synthesis"] = Interviews.Slot.Synthesis,
        ["frågan"] = Interviews.Slot.Question,
        ["slutfrågan"] = Interviews.Slot.Question,
        ["question"] = Interviews.Slot.Question,
    }.ToImmutableDictionary();

    private static readonly ImmutableHashSet<string> EditVerbs = ["ändra", "redigera", "byt", "edit", "change"];

    private static readonly ImmutableHashSet<string> EditFiller = ["på", "min", "mitt", "svar", "svaret", "om", "my", "the", "answer", "to", "on", "frågan"];

    /// <summary>The longest command: a longer message is never one (domain.md §2.3).</summary>
    private const int MostWords = 8;

    /// <summary>Reads a whole message as a command; null when it is anything else.</summary>
    public static Command? Read(string text)
    {
        if (text.Length > 80)
        {
            return null;
        }

        var plain = Plain(text);
        if (Words.TryGetValue(plain, out var kind))
        {
            return new Command(kind);
        }

        var words = plain.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length is > 1 and <= MostWords && EditVerbs.Contains(words[0]) ? ReadEdit(words[1..]) : null;
    }

    /// <summary>The slot a short reply names: "varför", "svaret på vem".</summary>
    public static Slot? ReadSlot(string text)
    {
        var named = Plain(text).Split(' ').Where(SlotWords.ContainsKey).Select(word => SlotWords[word]).Distinct().ToList();
        return named is [var only] ? only : null;
    }

    /// <summary>Lower case, single spaces, no marks at the ends: how short replies are compared.</summary>
    internal static string Plain(string text)
    {
        var trimmed = text.Trim().TrimStart('/').TrimEnd('.', '!', '…', ' ');
        return string.Join(' ', trimmed.ToLowerInvariant().Replace('’', '\'').Replace(",", "", StringComparison.Ordinal).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static Command? ReadEdit(string[] words)
    {
        var slots = words.Where(SlotWords.ContainsKey).ToList();
        var rest = words.Except(slots).Except(EditFiller);
        return rest.Any() || slots.Count == 0 ? null : new Command(CommandKind.Edit, SlotWords[slots[^1]]);
    }

    private static ImmutableDictionary<string, CommandKind> Table(params (CommandKind Kind, string Phrases)[] rows) =>
        rows.SelectMany(row => row.Phrases.Split('|').Select(phrase => (phrase, row.Kind))).ToImmutableDictionary(pair => pair.phrase, pair => pair.Kind);
}
