using System.Collections.Immutable;
using System.Text.Json;
using Dialog.Core.Checks;
using Dialog.Core.Texts;

namespace Dialog.Core.Drafts;

/// <summary>What an editor is told about a draft, in the draft's language.</summary>
internal static class DraftWarnings
{
    public static void NoReflection(DraftText draft, Source source) => draft.Warn(
        "no_reflection",
        "medium",
        source.English
            ? "No passage of the answers fits here. Ask for a shorter answer, or go without a personal reflection."
            : "Ingen del av svaren får plats här. Be om ett kortare svar, eller kör utan personlig reflektion.");

    public static void NoQuestion(DraftText draft, Source source) => draft.Warn(
        "no_question",
        "low",
        source.English ? "There is no question to the readers that fits." : "Det finns ingen fråga till läsarna som får plats.");

    public static void EnumerationCut(DraftText draft, Source source, int left) => draft.Warn(
        "enumeration_cut",
        "low",
        source.English ? $"{left} lines of the enumeration do not fit." : $"{left} rader i uppräkningen får inte plats.");

    public static void HeadlineLong(DraftText draft, Source source) => draft.Warn(
        "headline_long",
        "low",
        source.English ? "No headline fits the size. Choose a shorter one." : "Ingen rubrik ryms i storleken. Välj en kortare.");

    /// <summary>A text written by hand, kept although the answers have changed since.</summary>
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

    /// <summary>What can be said of a text written by hand.</summary>
    public static ImmutableList<DraftWarning> OfEdited(Draft draft, CheckContext checks)
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

        if (!draft.Text.Contains('?', StringComparison.Ordinal))
        {
            warnings.Add(new DraftWarning("no_question", "low", english ? "There is no question to the readers." : "Det finns ingen fråga till läsarna.", 0, 0));
        }

        warnings.AddRange(Detectors.Find(draft.Text, checks).Select(finding => new DraftWarning(
            finding.Detector,
            JsonNamingPolicy.CamelCase.ConvertName(finding.Severity.ToString()),
            CheckTexts.For(finding.Detector, checks.Language),
            finding.Start,
            finding.Length)));
        return warnings.ToImmutable();
    }
}
