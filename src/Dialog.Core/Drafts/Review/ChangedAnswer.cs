using System.Collections.Immutable;
using Dialog.Core.Access;
using Dialog.Core.Questions;
using Dialog.Core.Reading;

namespace Dialog.Core.Drafts;

/// <summary>An answer as it read from an instant on; an empty text means withdrawn.</summary>
/// <param name="Slot">Which answer.</param>
/// <param name="Revision">1 for the first.</param>
/// <param name="Text">Its effective text.</param>
/// <param name="At">Since when.</param>
public sealed record AnswerVersion(Slot Slot, int Revision, string Text, DateTimeOffset At);

/// <summary>An answer that reads otherwise now than when a text made of it was approved or went out.</summary>
/// <param name="Slot">Which answer.</param>
/// <param name="Since">What was done to the text before: approve or publish.</param>
/// <param name="At">When it was changed last.</param>
/// <param name="Gone">Sentences of the text that no longer stand in it.</param>
public sealed record ChangedAnswer(Slot Slot, ReviewAction Since, DateTimeOffset At, ImmutableList<string> Gone)
{
    /// <summary>Those behind the text that is out, or approved and waits to go out, in the order of the interview; none behind any other.</summary>
    public static ImmutableList<ChangedAnswer> Behind(ReviewedDraft draft, IReadOnlyCollection<AnswerVersion> answers) =>
        (draft.Out ?? Approved(draft)) is not { } done || draft.Revisions.Find(revision => revision.Number == done.Revision) is not { } revision
            ? []
            : [.. revision.Draft.Sentences.Where(sentence => sentence.Answer is not null).GroupBy(sentence => sentence.Answer!.Slot).OrderBy(sentences => sentences.Key)
                .Select(sentences => Of(sentences.Key, sentences, done, [.. answers.Where(answer => answer.Slot == sentences.Key).OrderBy(answer => answer.Revision)])).OfType<ChangedAnswer>()];

    private static ReviewEntry? Approved(ReviewedDraft draft) => draft.Status is DraftStatus.Approved or DraftStatus.Scheduled
        ? draft.OfNewest().LastOrDefault(entry => entry is { Action: ReviewAction.Approve, By.Role: not ReviewRole.Respondent })
        : null;

    private static ChangedAnswer? Of(Slot slot, IEnumerable<DraftSentence> sentences, ReviewEntry done, ImmutableList<AnswerVersion> versions) =>
        versions.FindLast(version => version.At <= done.At) is { } then && versions[^1] is var now && now.Text != then.Text
            ? new ChangedAnswer(slot, done.Action, now.At, [.. sentences.Select(sentence => sentence.Text).Where(sentence => !Stands(sentence, now.Text))])
            : null;

    /// <summary>Whatever touch-ups it got, and with words left out.</summary>
    private static bool Stands(string sentence, string answer) =>
        Letters(answer).Contains(Letters(sentence), StringComparison.OrdinalIgnoreCase) || TextParts.Sentences(answer).Any(said => WordCut.Of(said, sentence) is not null);

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));
}
