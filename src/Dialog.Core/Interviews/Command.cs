using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Dialog.Core.Interviews;

/// <summary>A command as the person wrote it.</summary>
/// <param name="Kind">What to do.</param>
/// <param name="Slot">With <see cref="CommandKind.Edit"/>: which answer, if named.</param>
public sealed record Command(CommandKind Kind, Slot? Slot = null)
{
    private static readonly FrozenDictionary<string, Slot> SlotWords = new Dictionary<string, Slot>
    {
        ["vad"] = Interviews.Slot.What,
        ["what"] = Interviews.Slot.What,
        ["varför"] = Interviews.Slot.Why,
        ["why"] = Interviews.Slot.Why,
        ["vem"] = Interviews.Slot.Who,
        ["who"] = Interviews.Slot.Who,
        ["invändningen"] = Interviews.Slot.Challenge,
        ["motfrågan"] = Interviews.Slot.Challenge,
        ["antites"] = Interviews.Slot.Challenge,
        ["antitesen"] = Interviews.Slot.Challenge,
        ["objection"] = Interviews.Slot.Challenge,
        ["challenge"] = Interviews.Slot.Challenge,
        ["svaret"] = Interviews.Slot.Synthesis,
        ["syntes"] = Interviews.Slot.Synthesis,
        ["syntesen"] = Interviews.Slot.Synthesis,
        ["synthesis"] = Interviews.Slot.Synthesis,
        ["frågan"] = Interviews.Slot.Question,
        ["slutfrågan"] = Interviews.Slot.Question,
        ["läsarfrågan"] = Interviews.Slot.Question,
        ["question"] = Interviews.Slot.Question,
    }.ToFrozenDictionary();

    private static readonly ImmutableHashSet<string> EditVerbs = ["ändra", "ändrar", "redigera", "rätta", "byt", "edit", "change"];

    private static readonly ImmutableHashSet<string> EditFiller =
        ["på", "min", "mitt", "svar", "svaret", "om", "i", "till", "my", "the", "answer", "to", "on", "frågan", "jag", "vill", "kan", "vi", "du", "i'd", "like", "want", "please", "tack", "can", "we"];

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
        var words = plain.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length > MostWords)
        {
            return null;
        }

        if (CommandWords.Exactly(plain) is { } exact)
        {
            return new Command(exact);
        }

        return words.Any(EditVerbs.Contains) && ReadEdit(words) is { } edit ? edit : CommandWords.Find(plain) is { } kind ? new Command(kind) : null;
    }

    /// <summary>The slot a short reply names: "varför", "svaret på vem".</summary>
    public static Slot? ReadSlot(string text)
    {
        var named = Plain(text).TrimEnd('?', ':').Split(' ').Where(SlotWords.ContainsKey).Select(word => SlotWords[word]).Distinct().ToList();
        return named is [var only] ? only : named is [Interviews.Slot.Synthesis, var other] ? other : null;
    }

    /// <summary>Lower case, single spaces, no marks at the ends: how short replies are compared.</summary>
    internal static string Plain(string text)
    {
        var trimmed = text.Trim().TrimStart('/').TrimEnd('.', '!', '…', ' ', ',');
        trimmed = trimmed.Length > 1 ? trimmed.TrimEnd('?') : trimmed;
        return string.Join(' ', trimmed.ToLowerInvariant().Replace('’', '\'').Replace(",", "", StringComparison.Ordinal).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static Command? ReadEdit(string[] words)
    {
        var slots = words.Where(SlotWords.ContainsKey).ToList();
        var rest = words.Except(slots).Except(EditFiller).Except(EditVerbs);
        return rest.Any() || slots.Count == 0 ? null : new Command(CommandKind.Edit, SlotWords[slots[^1]]);
    }
}
