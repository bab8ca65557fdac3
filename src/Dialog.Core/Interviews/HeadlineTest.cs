using System.Collections.Immutable;
using Dialog.Core.Checks;
using Dialog.Core.Drafts;
using Dialog.Core.Questions;

namespace Dialog.Core.Interviews;

/// <summary>Which of the person's own sentences is shown as if it stood alone on the news bill (domain.md §2.6).</summary>
internal static class HeadlineTest
{
    /// <summary>
    /// The next sentence to test, or null when no own sentence stands in any draft or all were shown. A risky one is shown though the next takes it back: a news
    /// bill leaves that out. Where none is risky, one is shown that is meant as it stands.
    /// </summary>
    public static string? Pick(IReadOnlyList<Draft> drafts, ImmutableList<string> shown, string language)
    {
        var ordered = drafts.OrderBy(draft => draft.Outlet == "ad" ? 0 : 1).ToList();
        var candidates = ordered
            .SelectMany(draft => draft.Sentences)
            .Where(sentence => sentence.Origin is Origin.Own or Origin.Shortened && sentence.Answer is { Slot: not Slot.Question })
            .GroupBy(sentence => (sentence.Answer!.Slot, sentence.Answer.Index), sentence => sentence.Text)
            .Where(forms => !forms.Any(shown.Contains))
            .ToList();
        var goesOn = ordered.SelectMany(draft => draft.Sentences.Zip(draft.Sentences.Skip(1)))
            .Where(pair => pair.First.Answer is not null && pair.Second.Answer?.Slot == pair.First.Answer.Slot && SentenceStarts.GoesOn(pair.First.Text, pair.Second.Text))
            .Select(pair => (pair.First.Answer!.Slot, pair.First.Answer.Index))
            .ToHashSet();

        return candidates.Select(forms => (Sentence: forms.First(), Risk: HeadlineRisk.Of(forms.First(), language).Points)).Where(candidate => candidate.Risk >= HeadlineRisk.Risky).OrderByDescending(candidate => candidate.Risk).FirstOrDefault().Sentence
            ?? candidates.Where(forms => !goesOn.Contains(forms.Key) && !SentenceStarts.Leans(forms.First())).Concat(candidates).FirstOrDefault()?.First();
    }
}
