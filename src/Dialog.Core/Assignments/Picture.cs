namespace Dialog.Core.Assignments;

/// <summary>The picture that goes with the drafts. Without alternative text nothing is approved (domain.md §3.5, Pictures).</summary>
/// <param name="AltText">What it shows, for those who do not see it.</param>
/// <param name="Decorative">It tells nothing; alternative text is left out on purpose.</param>
/// <param name="Photographer">Who took it.</param>
public sealed record Picture(string? AltText, bool Decorative = false, string? Photographer = null);
