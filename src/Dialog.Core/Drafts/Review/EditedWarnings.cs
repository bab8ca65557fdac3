using System.Collections.Immutable;
using System.Text.Json;
using Dialog.Core.Checks;
using Dialog.Core.Texts;

namespace Dialog.Core.Drafts;

/// <summary>What an editor is told about a text that somebody wrote by hand.</summary>
internal static class EditedWarnings
{
    /// <summary>The text was kept although the answers have changed since.</summary>
    public static Draft AnswersChanged(Draft kept, int offered, string language) => kept with
    {
        Warnings = kept.Warnings.RemoveAll(warning => warning.Code == "answers_changed").Add(new DraftWarning(
            "answers_changed",
            "medium",
            language == "en"
                ? $"The answers have changed since this text was written by hand. Compare with version {offered}."
                : $"Svaren har ändrats sedan texten skrevs för hand. Jämför med version {offered}.",
            0,
            0)),
    };

    /// <summary>It is no matter of the text: whose account it goes out on, and the picture beside it.</summary>
    public static bool Stays(DraftWarning warning) => warning.Code is DraftWarnings.PrivateAccountCode or "missing_picture" or "alt_text_long" or "alt_text_too_long";

    /// <summary>Its length, whether the person still speaks and asks, and what the detectors find.</summary>
    /// <param name="draft">The text.</param>
    /// <param name="checks">Its language, and what is no finding here.</param>
    /// <param name="asks">It is to end with a question.</param>
    public static ImmutableList<DraftWarning> Of(Draft draft, CheckContext checks, bool asks)
    {
        var english = checks.Language == "en";
        var warnings = ImmutableList.CreateBuilder<DraftWarning>();
        if (draft.Limit is { } limit && draft.Length > limit)
        {
            warnings.Add(new DraftWarning(
                "too_long",
                "high",
                english ? $"The text is {draft.Length - limit} too long. Shorten it." : $"Texten är {draft.Length - limit} för lång. Korta den.",
                0,
                0));
        }

        if (!draft.HasOwnWords)
        {
            warnings.Add(new DraftWarning("no_reflection", "medium", english ? "Nothing of the person's own words is left." : "Inget av personens egna ord är kvar.", 0, 0));
        }

        if (asks && !draft.Text.Contains('?', StringComparison.Ordinal))
        {
            warnings.Add(DraftWarnings.For(checks.Language).NoQuestion);
        }

        var ready = ReadyMade(draft);
        warnings.AddRange(Detectors.Find(draft.Text, checks).Where(finding => !ready.Exists(place => place.Start <= finding.Start && finding.End <= place.End)).Select(finding => new DraftWarning(
            finding.Detector,
            JsonNamingPolicy.CamelCase.ConvertName(finding.Severity.ToString()),
            CheckTexts.For(finding.Detector, checks.Language),
            finding.Start,
            finding.Length)));
        return warnings.ToImmutable();
    }

    /// <summary>Where byline, labels and sender stand: a title is nobody's name.</summary>
    private static List<(int Start, int End)> ReadyMade(Draft draft)
    {
        var places = new List<(int, int)>();
        var at = 0;
        foreach (var sentence in draft.Sentences)
        {
            if (draft.Text.IndexOf(sentence.Text, at, StringComparison.Ordinal) is >= 0 and var start)
            {
                at = start + sentence.Text.Length;
                if (sentence.Origin == Origin.Template)
                {
                    places.Add((start, at));
                }
            }
        }

        return places;
    }
}
