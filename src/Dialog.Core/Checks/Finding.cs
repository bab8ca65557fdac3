namespace Dialog.Core.Checks;

/// <summary>Something in a text that a person should decide about. The text is never changed because of it.</summary>
/// <param name="Detector">Which detector, e.g. <c>personnummer</c>; see <see cref="Detector"/>.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Start">Place in the text given, UTF-16 units.</param>
/// <param name="Length">Length of the place.</param>
public sealed record Finding(string Detector, Severity Severity, int Start, int Length)
{
    /// <summary>The first unit behind the place.</summary>
    public int End => Start + Length;

    /// <summary>Keeps its sentence out of every draft until it is resolved.</summary>
    public bool Blocks => Severity >= Severity.Medium;
}
