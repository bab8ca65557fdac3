using Dialog.Core.Drafts;
using Dialog.Core.Questions;

namespace Dialog.Core.Interviews;

/// <summary>The person's thesis: the best of their own sentences, to be played back before the objection is asked for.</summary>
internal static class Thesis
{
    /// <summary>With the question after it the message stays short.</summary>
    private const int MostWords = 30;

    /// <summary>What a reason adds: a thesis says why.</summary>
    private const int ReasonBonus = 4;

    /// <summary>The sentence; null when none stands on its own.</summary>
    public static string? Of(Material material)
    {
        var source = new Source(material);
        return new[] { Slot.What, Slot.Why, Slot.Who }
            .SelectMany(slot => source[slot])
            .Where(sentence => !sentence.Blocked && !sentence.Asks && sentence.Words is >= 4 and <= MostWords)
            .OrderBy(sentence => sentence.Bound ? 1 : 0)
            .ThenByDescending(sentence => sentence.Score + (sentence.Reasoned ? ReasonBonus : 0))
            .ThenBy(sentence => sentence.Post.Text.Length)
            .FirstOrDefault()?.Post.Text;
    }
}
