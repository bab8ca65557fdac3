using System.Globalization;
using System.Text;

namespace Dialog.Core.Drafts;

/// <summary>What every platform takes for one hashtag: letters, digits and underscores, a letter among them. Any other sign ends it there, or begins a mention.</summary>
public static class Hashtag
{
    /// <param name="word">Without its leading #.</param>
    public static bool Is(string word) => word.EnumerateRunes().All(IsPart) && word.EnumerateRunes().Any(Rune.IsLetter);

    private static bool IsPart(Rune sign) =>
        Rune.IsLetterOrDigit(sign) || sign.Value == '_' || Rune.GetUnicodeCategory(sign) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
