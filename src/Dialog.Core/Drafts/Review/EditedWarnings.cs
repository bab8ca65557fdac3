using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Dialog.Core.Checks;
using Dialog.Core.Reading;

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

    /// <summary>Its length, whether the person still speaks, gives a reason and asks, what the detectors find, and the harshest fair headline.</summary>
    /// <param name="draft">The text.</param>
    /// <param name="before">What stood there.</param>
    /// <param name="checks">Its language, and what is no finding here.</param>
    /// <param name="outlet">Where it is for.</param>
    /// <param name="size">The size of the ad; null when it is none.</param>
    public static ImmutableList<DraftWarning> Of(Draft draft, Draft before, CheckContext checks, Outlet outlet, AdBudget? size)
    {
        var told = DraftWarnings.For(checks.Language);
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
        else if (outlet.MostBytes is { } bytes && Posts(draft).Max(Encoding.UTF8.GetByteCount) is var length && length > bytes.Value)
        {
            warnings.Add(new DraftWarning("too_long", "high", english ? $"The text is {length - bytes.Value} bytes too long. Shorten it." : $"Texten är {length - bytes.Value} byte för lång. Korta den.", 0, 0));
        }

        else if (size is not null && draft.Parts.Sum(part => part.Lines ?? 0) is var lines && lines > size.Lines)
        {
            warnings.Add(told.TooManyLines(lines - size.Lines));
        }

        if (draft.Parts.Exists(part => part.Kind == "headline" && part.Length > part.Limit))
        {
            warnings.Add(told.HeadlineLong);
        }

        if (outlet.MostLinks is { } most && XLinks.Find(draft.Text).Count is var links && links > most.Value)
        {
            warnings.Add(told.TooManyLinks(links, most.Value));
        }

        if (!draft.HasOwnWords)
        {
            warnings.Add(new DraftWarning("no_reflection", "medium", english ? "Nothing of the person's own words is left." : "Inget av personens egna ord är kvar.", 0, 0));
        }
        else if (!Spoken(draft, before).Any(sentence => Lexicon.For(checks.Language).Read(sentence.Text) is { HasFirstPerson: true, HasReason: true }))
        {
            warnings.Add(told.NoFirstPersonReason);
        }

        if (outlet.Layout != Layout.Press && !Asks(draft))
        {
            warnings.Add(told.NoQuestion);
        }

        var ready = ReadyMade(draft);
        warnings.AddRange(Detectors.Find(draft.Text, checks).Where(finding => !ready.Exists(place => place.Start <= finding.Start && finding.End <= place.End)).Select(finding => new DraftWarning(
            finding.Detector,
            JsonNamingPolicy.CamelCase.ConvertName(finding.Severity.ToString()),
            CheckTexts.For(finding.Detector, checks.Language),
            finding.Start,
            finding.Length)));
        var (text, risk) = Spoken(draft, before).Select(sentence => (sentence.Text, Risk: HeadlineRisk.Of(sentence.Text, checks.Language))).OrderByDescending(spoken => spoken.Risk.Points).FirstOrDefault();
        if (risk is { Points: >= HeadlineRisk.Risky })
        {
            warnings.Add(told.HeadlineTest(text, risk.Words.Distinct(), Math.Max(0, draft.Text.IndexOf(text, StringComparison.Ordinal))));
        }

        return warnings.ToImmutable();
    }

    /// <summary>What the person says, and what was written in: neither the editor's facts, link and tags nor what the program puts around them.</summary>
    private static IEnumerable<DraftSentence> Spoken(Draft draft, Draft before) =>
        draft.Sentences.Where(sentence => sentence.Origin is Origin.Own or Origin.Shortened || sentence.Origin == Origin.Staff && !before.Sentences.Exists(other => other.Text == sentence.Text));

    /// <summary>A question stands in it that is neither its headline nor a label.</summary>
    private static bool Asks(Draft draft)
    {
        var headline = draft.Sentences.FindIndex(sentence => draft.Parts.Find(part => part.Kind == "headline")?.Text == sentence.Text);
        return draft.Sentences.Where((sentence, index) => index != headline && (sentence.Origin != Origin.Template || sentence.Answer is not null)).Any(sentence => Polish.Asks(sentence.Text));
    }

    /// <summary>The posts of a thread; else the text.</summary>
    private static IEnumerable<string> Posts(Draft draft) => draft.Parts.Exists(part => part.Kind == "post") ? draft.Parts.Select(part => part.Text) : [draft.Text];

    /// <summary>Where byline, labels and sender stand: a title is nobody's name.</summary>
    private static List<(int Start, int End)> ReadyMade(Draft draft) =>
        [.. SentencePlaces.Of(draft).Where(place => place.Sentence.Origin == Origin.Template).Select(place => (place.At, place.At + place.Sentence.Text.Length))];
}
