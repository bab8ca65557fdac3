using System.Collections.Frozen;
using Dialog.Core.Questions;
using Dialog.Core.Reading;
using static Dialog.Core.Questions.Slot;

namespace Dialog.Core.Interviews;

/// <summary>A command as the person wrote it.</summary>
/// <param name="Kind">What to do.</param>
/// <param name="Slot">With <see cref="CommandKind.Edit"/>: which answer, if named.</param>
public sealed record Command(CommandKind Kind, Slot? Slot = null)
{
    private static readonly FrozenDictionary<string, Slot> SlotWords = new Dictionary<string, Slot>
    {
        ["vad"] = What,
        ["what"] = What,
        ["varför"] = Why,
        ["why"] = Why,
        ["vem"] = Who,
        ["who"] = Who,
        ["invändningen"] = Challenge,
        ["invändning"] = Challenge,
        ["motargumentet"] = Challenge,
        ["motfrågan"] = Challenge,
        ["antites"] = Challenge,
        ["antitesen"] = Challenge,
        ["objection"] = Challenge,
        ["challenge"] = Challenge,
        ["svaret"] = Synthesis,
        ["syntes"] = Synthesis,
        ["syntesen"] = Synthesis,
        ["synthesis"] = Synthesis,
        ["frågan"] = Question,
        ["slutfrågan"] = Question,
        ["läsarfrågan"] = Question,
        ["question"] = Question,
    }.ToFrozenDictionary();

    private static readonly FrozenSet<string> EditVerbs = ["ändra", "ändrar", "redigera", "rätta", "byt", "korrigera", "gör", "göra", "edit", "change", "correct", "redo"];

    /// <summary>"Svaret på varför" is about why; the other names of answers stand alone.</summary>
    private static readonly FrozenSet<Slot> ThreeQuestions = [What, Why, Who];

    /// <summary>Which answer is meant is asked.</summary>
    private static readonly FrozenSet<string> Ordinals =
        ["första", "andra", "tredje", "förra", "föregående", "sista", "senaste", "1", "2", "3", "4", "5", "first", "second", "third", "previous", "last", "löpsedeln", "fråga", "headline"];

    private static readonly FrozenSet<string> EditFiller =
        ["på", "min", "mitt", "svar", "svaret", "om", "i", "till", "my", "the", "answer", "to", "on", "frågan", "jag", "vill", "kan", "vi", "du", "skulle", "vilja", "det", "den", "sa", "sade", "skrev", "svarade", "i'd", "like", "want", "please", "tack", "can", "we", "let", "me", "about", "said", "wrote"];

    /// <summary>The longest command: a longer message is never one (domain.md §2.3).</summary>
    private const int MostWords = 8;

    /// <summary>Reads a whole message as a command; null when it is anything else.</summary>
    public static Command? Read(string text)
    {
        if (text.Length > 80)
        {
            return null;
        }

        var plain = ShortReply.Plain(text);
        var words = plain.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length > MostWords)
        {
            return null;
        }

        if (CommandWords.Exactly(plain) is { } exact)
        {
            return new Command(exact);
        }

        return ReadEdit(plain) ?? (CommandWords.Find(plain) is { } kind ? new Command(kind) : null);
    }

    /// <summary>The slot a short reply names: "varför", "svaret på vem".</summary>
    public static Slot? ReadSlot(string text)
    {
        var named = ShortReply.Plain(text).TrimEnd('?', ':').Split(' ').Where(SlotWords.ContainsKey).Select(word => SlotWords[word]).Distinct().ToList();
        return named is [var only] ? only : named is [Synthesis, var other] ? other : null;
    }

    /// <summary>"Ändra varför", as people write it: "andra varfor", "ändra varför-svaret", "change the question to the readers".</summary>
    private static Command? ReadEdit(string plain)
    {
        plain = plain.Replace("frågan till läsarna", "slutfrågan", StringComparison.Ordinal).Replace("question to the readers", "question", StringComparison.Ordinal);
        var words = plain.Split([' ', ':', '-', '–'], StringSplitOptions.RemoveEmptyEntries);
        var verb = Array.FindIndex(words, word => EditVerbs.Contains(word) || EditVerbs.Any(other => CommandWords.IsSlip(word, other)));
        if (verb < 0)
        {
            return null;
        }

        // "Vad vill du ändra?" asks the readers: an answer is named behind the verb.
        var (known, behind) = (EditVerbs.Contains(words[verb]), words[(verb + 1)..]);
        var redo = words[verb] is "gör" or "göra";
        if (!words[..verb].All(EditFiller.Contains) || redo && behind is not ["om", ..])
        {
            return null;
        }

        var named = behind.Select(word => (Word: word, Slot: SlotNamed(word))).ToList();
        var rest = named.Where(word => word.Slot is null && !EditFiller.Contains(word.Word)).ToList();
        var slots = named.Select(word => word.Slot).OfType<Slot>().ToList();
        var three = slots.Where(ThreeQuestions.Contains).Cast<Slot?>().LastOrDefault();
        if (rest.Count > 0)
        {
            return known && !redo && three is null && words[verb] != "byt" && rest.TrueForAll(word => Ordinals.Contains(word.Word)) ? new Command(CommandKind.Edit) : null;
        }

        return (three ?? (known && !redo && slots.Count > 0 ? slots[^1] : null)) is { } slot ? new Command(CommandKind.Edit, slot) : null;
    }

    private static Slot? SlotNamed(string word) =>
        SlotWords.TryGetValue(word, out var slot) ? slot
        : !EditFiller.Contains(word) && SlotWords.Keys.FirstOrDefault(other => CommandWords.IsSlip(word, other)) is { } meant ? SlotWords[meant]
        : null;
}
