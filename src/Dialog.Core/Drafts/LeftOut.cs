using System.Collections.Immutable;
using Dialog.Core.Questions;

namespace Dialog.Core.Drafts;

/// <summary>What of the answers stands in a draft, and what does not (domain.md §3.1: what does not fit is left out whole, and shown).</summary>
/// <param name="Used">Sentences of the answers that stand in the draft.</param>
/// <param name="All">All sentences of the answers.</param>
/// <param name="Rest">Those that do not, in the order of the interview.</param>
public sealed record LeftOut(int Used, int All, ImmutableList<string> Rest)
{
    private static readonly ImmutableList<Slot> Slots = [Slot.What, Slot.Why, Slot.Who, Slot.Challenge, Slot.Synthesis, Slot.Question];

    /// <summary>Compares a draft with what it was made of.</summary>
    public static LeftOut Of(Material material, Draft draft)
    {
        var source = new Source(material);
        var used = draft.Sentences.Where(sentence => sentence.Answer is not null).Select(sentence => (sentence.Answer!.Slot, sentence.Answer.Index)).ToHashSet();
        var all = Slots.SelectMany(slot => source[slot]).Select(sentence => sentence.Post).ToImmutableList();
        var rest = all.FindAll(sentence => sentence.Answer is { } place && !used.Contains((place.Slot, place.Index)));
        return new LeftOut(all.Count - rest.Count, all.Count, rest.ConvertAll(sentence => sentence.Text));
    }
}
