namespace Dialog.Bot;

/// <summary>Something that can be tried without starting: is it configured, and does it work?</summary>
internal interface ICheck
{
    /// <summary>As the operator knows it.</summary>
    string Name { get; }

    /// <summary>Tries it. Changes nothing, neither here nor on a platform.</summary>
    Task<Checked> TryAsync(CancellationToken cancellationToken);
}

/// <summary>What a check found.</summary>
/// <param name="Holds">False when something that is configured does not work.</param>
/// <param name="Says">In plain words; what is missing, and the mend.</param>
internal sealed record Checked(bool Holds, string Says);
