namespace Dialog.Core.Access;

/// <summary>Whose words, or whose data, something is done to.</summary>
[Flags]
public enum Whose
{
    /// <summary>Nobody's.</summary>
    None = 0,

    /// <summary>One's own.</summary>
    Own = 1,

    /// <summary>Somebody else's.</summary>
    Others = 2,

    /// <summary>One's own and everybody else's.</summary>
    Anybodys = Own | Others,
}
