using System.Collections.Immutable;
using Dialog.Core.Assignments;

namespace Dialog.Core.Drafts;

/// <summary>What an editor is told about the picture that goes with a draft.</summary>
public static class PictureWarnings
{
    /// <summary>A draft's warnings with what is true of the picture as it is now: it may have been mended since the draft was made.</summary>
    public static ImmutableList<DraftWarning> Renew(ImmutableList<DraftWarning> warnings, Picture? picture, string language)
    {
        var now = Of(picture, language).ToImmutableList();
        var texts = DraftWarnings.For(language);
        var kept = warnings.RemoveAll(warning =>
            Enum.GetValues<PictureGap>().Any(gap => texts.Of(gap).Code == warning.Code) && !now.Exists(other => other.Code == warning.Code)
            || picture is not null && warning.Code == texts.MissingPicture.Code);
        return kept.AddRange(now.Where(warning => !kept.Exists(other => other.Code == warning.Code)));
    }

    /// <summary>One warning for each thing that keeps the picture from going out.</summary>
    internal static IEnumerable<DraftWarning> Of(Picture? picture, string language) => picture?.Gaps().Select(DraftWarnings.For(language).Of) ?? [];
}
