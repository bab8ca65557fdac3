using System.Collections.Immutable;
using Dialog.Core.Checks;
using Dialog.Core.Drafts;
using Dialog.Core.Questions;

namespace Dialog.Core.Interviews;

/// <summary>Which of the person's own sentences is shown as if it stood alone on the news bill (domain.md §2.6).</summary>
internal static class HeadlineTest
{
    /// <summary>The next sentence to test, or null when no own sentence stands in any draft or all were shown.</summary>
    public static string? Pick(IReadOnlyList<Draft> drafts, ImmutableList<string> shown, string language)
    {
        var candidates = drafts
            .OrderBy(draft => draft.Outlet == "ad" ? 0 : 1)
            .SelectMany(draft => draft.Sentences)
            .Where(sentence => sentence.Origin is Origin.Own or Origin.Shortened && sentence.Answer is { Slot: not Slot.Question })
            .GroupBy(sentence => (sentence.Answer!.Slot, sentence.Answer.Index), sentence => sentence.Text)
            .Where(forms => !forms.Any(shown.Contains))
            .Select(forms => forms.First())
            .ToList();

        return candidates.Select(sentence => (Sentence: sentence, Risk: HeadlineRisk.Of(sentence, language).Points)).Where(candidate => candidate.Risk >= HeadlineRisk.Risky).OrderByDescending(candidate => candidate.Risk).FirstOrDefault().Sentence
            ?? candidates.FirstOrDefault();
    }
}
