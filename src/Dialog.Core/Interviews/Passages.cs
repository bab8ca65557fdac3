using System.Collections.Immutable;
using Dialog.Core.Drafts;
using Dialog.Core.Questions;
using Dialog.Core.Reading;

namespace Dialog.Core.Interviews;

/// <summary>Finds words and sentences in what a person has said.</summary>
internal static class Passages
{
    /// <summary>A word that shares this much of its beginning is taken for an inflection of it.</summary>
    private const int SameStem = 4;

    /// <summary>One place where words stand.</summary>
    public sealed record Place(Slot Slot, Line Line, int Start, int Length);

    /// <summary>Where these very words stand, whole words only; upper and lower case do not matter.</summary>
    public static ImmutableList<Place> Of(Interview interview, string words)
    {
        var places = ImmutableList.CreateBuilder<Place>();
        foreach (var (slot, line) in Lines(interview))
        {
            for (var at = Find(line.Text, words, 0); at >= 0; at = Find(line.Text, words, at + words.Length))
            {
                places.Add(new Place(slot, line, at, words.Length));
            }
        }

        return places.ToImmutable();
    }

    /// <summary>Every sentence that holds these words.</summary>
    public static ImmutableList<Passage> Sentences(Interview interview, string words) =>
        [.. All(interview).Where(passage => Find(passage.Sentence, words, 0) >= 0)];

    /// <summary>Sentences that hold an inflection of every longer word.</summary>
    public static ImmutableList<Passage> Like(Interview interview, string words)
    {
        var wanted = TextParts.Words(words).Where(word => word.Length >= SameStem).Select(word => word.ToLowerInvariant()).ToList();
        return wanted.Count == 0 ? [] : [.. All(interview).Where(passage => wanted.TrueForAll(word => TextParts.Words(passage.Sentence).Any(other => IsAlike(word, other.ToLowerInvariant()))))];
    }

    /// <summary>The sentence that stands in a draft in this form.</summary>
    public static Passage? Printed(Interview interview, string printed)
    {
        return All(interview).FirstOrDefault(passage => Stands(passage.Sentence, emoji: true) || Stands(passage.Sentence, emoji: false));

        bool Stands(string sentence, bool emoji)
        {
            var (text, _) = Polish.Sentence(sentence, interview.Language, emoji, asQuestion: false, reply: true);
            return text == printed || Polish.Inside(text) == printed;
        }
    }

    /// <summary>The messages in the order they were written, the headline test's left out.</summary>
    public static IEnumerable<(Slot Slot, Line Line)> Lines(Interview interview) =>
        interview.Answers.Where(pair => pair.Key != Slot.Headline).OrderBy(pair => pair.Key).SelectMany(pair => pair.Value.Lines.Select(line => (pair.Key, line)));

    /// <summary>The message without a sentence; null when nothing is left of it.</summary>
    public static Line? Without(Line line, IEnumerable<string> sentences)
    {
        var text = line.Text;
        foreach (var sentence in sentences)
        {
            var at = text.IndexOf(sentence, StringComparison.Ordinal);
            text = at < 0 ? text : Join(text[..at].TrimEnd(' '), text[(at + sentence.Length)..].TrimStart(' '));
        }

        text = text.Trim();
        return text.Length == 0 ? null : line with { Text = text };
    }

    private static string Join(string before, string after) =>
        before.Length == 0 || after.Length == 0 || before[^1] == '\n' || after[0] == '\n' ? before + after : $"{before} {after}";

    private static IEnumerable<Passage> All(Interview interview) =>
        Lines(interview).SelectMany(place => TextParts.Sentences(place.Line.Text).Select(sentence => new Passage(place.Slot, place.Line.MessageId, sentence)));

    private static bool IsAlike(string word, string other)
    {
        var shorter = Math.Min(word.Length, other.Length);
        var same = 0;
        while (same < shorter && word[same] == other[same])
        {
            same++;
        }

        return same >= SameStem && same >= shorter - 2;
    }

    private static int Find(string text, string words, int from)
    {
        for (var at = from; (at = text.IndexOf(words, at, StringComparison.OrdinalIgnoreCase)) >= 0; at++)
        {
            var end = at + words.Length;
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1]) || !char.IsLetterOrDigit(words[0])) && (end == text.Length || !char.IsLetterOrDigit(text[end]) || !char.IsLetterOrDigit(words[^1])))
            {
                return at;
            }
        }

        return -1;
    }
}
