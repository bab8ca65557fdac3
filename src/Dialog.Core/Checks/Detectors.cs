using System.Collections.Immutable;

namespace Dialog.Core.Checks;

/// <summary>
/// Finds what may harm somebody, or the organisation, if it is printed (domain.md §4.2): a warning with a reason, never a silent change.
/// Time grows linearly with the text.
/// </summary>
public static class Detectors
{
    /// <summary>All findings in the order of the text; the graver first where two begin together.</summary>
    public static ImmutableList<Finding> Find(string text, CheckContext context) => [.. Read(text, context).Findings];

    /// <summary>The text with all that was found in it.</summary>
    internal static CheckText Read(string text, CheckContext context)
    {
        var read = new CheckText(text, context);
        MarkupDetectors.Find(read);
        Contacts.Find(read);
        IdentityNumbers.Find(read);
        Addresses.Find(read);
        PersonDetectors.Find(read);
        ToneDetectors.Find(read);
        Confidences.Find(read);
        LanguageDetectors.Find(read);
        read.Sort();
        return read;
    }
}
