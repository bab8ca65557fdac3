using System.Buffers;
using System.Collections.Immutable;
using Dialog.Core.Checks;
using Dialog.Core.Drafts;
using Dialog.Core.Reading;

namespace Dialog.Core.Assisting;

/// <summary>Reads what a language model answered. Whatever it is, only plain text that the person's own answers bear is left of it.</summary>
public static class AssistReading
{
    /// <summary>Above this nothing is read: no wish leads to so much.</summary>
    public const int MostCharacters = 20_000;

    private static readonly SearchValues<char> Signs = SearchValues.Create("<>{}`|\\");

    private static readonly ImmutableHashSet<string> Hostile = [Detector.BroadcastMention, Detector.DisguisedLink, Detector.Markup, Detector.Formula, Detector.BidiControl];

    /// <param name="answer">The model's answer.</param>
    /// <param name="task">What was wanted.</param>
    /// <param name="redaction">What stands for what.</param>
    /// <param name="answers">The person's own answers.</param>
    /// <param name="language"><c>sv</c> or <c>en</c>.</param>
    public static Assisted Read(string answer, AssistTask task, Redaction redaction, IEnumerable<string> answers, string language)
    {
        if (string.IsNullOrWhiteSpace(answer))
        {
            return new Assisted([], [Dropped.Empty]);
        }

        if (answer.Length > MostCharacters)
        {
            return new Assisted([], [Dropped.TooLong]);
        }

        var grounding = new Grounding(answers, language);
        var suggestions = ImmutableList.CreateBuilder<Suggestion>();
        var dropped = ImmutableList.CreateBuilder<Dropped>();
        var lines = task.Wanted == 1 ? [Bare(answer)] : answer.Split('\n').Select(Bare).Where(line => line.Length > 0).Distinct().Take(2 * task.Wanted);
        foreach (var line in lines)
        {
            if (redaction.Restore(line) is not { } restored)
            {
                dropped.Add(Dropped.Placeholder);
            }
            else if (Why(line, restored, task, grounding, language) is { } reason)
            {
                dropped.Add(reason);
            }
            else if (suggestions.Count < task.Wanted)
            {
                suggestions.Add(new Suggestion(restored));
            }
        }

        return suggestions.Count + dropped.Count == 0 ? new Assisted([], [Dropped.Empty]) : new Assisted(suggestions.ToImmutable(), dropped.ToImmutable());
    }

    private static Dropped? Why(string raw, string text, AssistTask task, Grounding grounding, string language) =>
        text.Length == 0 ? Dropped.Empty
        : text == task.Before ? Dropped.Unchanged
        : IsHostile(raw, language) ? Dropped.Markup
        : task.Kind == AssistKind.Critic && !text.EndsWith('?') ? Dropped.NoQuestion
        : !task.Fits(text) ? Dropped.TooLong
        : grounding.Check(text, isQuestion: task.Kind == AssistKind.Critic);

    private static bool IsHostile(string text, string language) =>
        text.AsSpan().ContainsAny(Signs) || text.Contains("://", StringComparison.Ordinal) || text.Contains("**", StringComparison.Ordinal) || text.StartsWith('#')
        || Detectors.Find(text, new CheckContext(language, respondent: null, roster: [], publishedContacts: [])).Exists(finding => Hostile.Contains(finding.Detector));

    /// <summary>Without list marks, fences and quotation marks around the whole.</summary>
    private static string Bare(string line)
    {
        var text = Clean.Text(line).Trim();
        var mark = text.Length > 2 && (text[0] is '-' or '*' or '•' or '–' && text[1] == ' ') ? 1 : text.Length > 3 && char.IsAsciiDigit(text[0]) && text[1] is '.' or ')' && text[2] == ' ' ? 2 : 0;
        text = text[mark..].Trim();
        return text.Length > 2 && text[0] is '"' or '”' or '“' && text[^1] is '"' or '”' && text.AsSpan(1, text.Length - 2).IndexOfAny('"', '”', '“') < 0 ? text[1..^1].Trim() : text;
    }
}
