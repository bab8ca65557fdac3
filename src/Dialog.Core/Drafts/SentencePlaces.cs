namespace Dialog.Core.Drafts;

/// <summary>Where the sentences of a draft stand in its text; one that stands there otherwise is left out.</summary>
public static class SentencePlaces
{
    /// <summary>In their order, each behind the one before.</summary>
    public static IEnumerable<(int At, DraftSentence Sentence)> Of(Draft draft)
    {
        var from = 0;
        foreach (var sentence in draft.Sentences.Where(sentence => sentence.Text.Length > 0))
        {
            if (draft.Text.IndexOf(sentence.Text, from, StringComparison.Ordinal) is >= 0 and var at)
            {
                yield return (at, sentence);
                from = at + sentence.Text.Length;
            }
        }
    }
}
