using Dialog.Core.Assignments;
using Dialog.Core.Checks;

namespace Dialog.Core.Drafts;

/// <summary>Looks at a draft that is laid out and says what an editor should look at. Changes nothing.</summary>
internal static class DraftChecks
{
    /// <summary>Alternative text up to here is good to listen to; above <see cref="MostAltText"/> no network takes it (domain.md §3.5, Pictures).</summary>
    private const int AdvisedAltText = 250;

    private const int MostAltText = 1000;

    public static void Look(DraftText draft, Source source, Outlet outlet, bool reflected)
    {
        var warnings = source.Warnings;
        if (reflected && !draft.Placed.Exists(sentence => sentence.Placed.From is { FirstPerson: true, Reasoned: true }))
        {
            draft.Warn(warnings.NoFirstPersonReason);
        }

        if (source.LeftOut is { } leftOut)
        {
            draft.Warn(leftOut);
        }

        if (source.Material.Outlets.AccountOf(outlet.Code, source.Material.Assignment.PersonId) is { Register: Register.Private } account)
        {
            draft.Warn(warnings.PrivateAccount(account.Name));
        }

        Picture(draft, source.Material.Assignment.Picture, outlet, warnings);
        Sentences(draft, source);
    }

    private static void Picture(DraftText draft, Picture? picture, Outlet outlet, DraftWarnings warnings)
    {
        if (picture is null)
        {
            if (outlet.Picture)
            {
                draft.Warn(warnings.MissingPicture);
            }

            return;
        }

        foreach (var gap in picture.Gaps())
        {
            draft.Warn(warnings.Of(gap));
        }

        var length = picture.AltText?.Trim().Length ?? 0;
        if (length > AdvisedAltText)
        {
            var most = outlet.MostAltText?.Value ?? MostAltText;
            draft.Warn(length > most ? warnings.AltTextLong(length, most, refused: true) : warnings.AltTextLong(length, AdvisedAltText, refused: false));
        }
    }

    private static void Sentences(DraftText draft, Source source)
    {
        (int Start, Placed Placed)? riskiest = null;
        foreach (var (start, placed) in draft.Placed)
        {
            if (placed.From is { } own)
            {
                foreach (var (detector, severity, words) in own.Findings)
                {
                    var found = placed.Text.Text.IndexOf(words, StringComparison.Ordinal);
                    Warn(detector, severity, start + Math.Max(0, found), found < 0 ? placed.Text.Text.Length : words.Length);
                }

                if (own.Risk.Points >= HeadlineRisk.Risky && own.Risk.Points > (riskiest?.Placed.From?.Risk.Points ?? 0))
                {
                    riskiest = (start, placed);
                }
            }
            else if (placed.Text.Origin == Origin.Staff)
            {
                foreach (var finding in source.StaffFindings(placed.Text.Text))
                {
                    Warn(finding.Detector, finding.Severity, start + finding.Start, finding.Length);
                }
            }
        }

        if (riskiest is ({ } at, { From: { } risky } sentence))
        {
            draft.Warn(source.HeadlineTest(sentence.Text.Text, risky.Risk, at));
        }

        void Warn(string detector, Severity severity, int start, int length) => draft.Warn(
            new DraftWarning(detector, Name(severity), source.Message(detector), start, length));
    }

    private static string Name(Severity severity) => severity switch
    {
        Severity.High => "high",
        Severity.Medium => "medium",
        Severity.Low => "low",
        _ => "info",
    };
}
