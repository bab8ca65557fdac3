namespace Dialog.Core.Interviews;

/// <summary>What a wish about the person's own data is answered with.</summary>
/// <param name="PrivacyUrl">The page that says what is kept, why and how long; null when the program does not know its own address.</param>
/// <param name="DataUrl">The page with all that is kept of the person, for a short time; null likewise.</param>
/// <param name="Minutes">How many minutes <paramref name="DataUrl"/> can be used.</param>
/// <param name="Records">How many of the person's assignments are public records, which stay.</param>
/// <param name="TranscriptDays">How many days after its end a talk is pseudonymised; 0 for never.</param>
/// <param name="InSeries">The person takes part in a recurring assignment: somebody has to be put in their place first.</param>
public sealed record PrivacyDesk(string? PrivacyUrl, string? DataUrl, int Minutes, int Records, int TranscriptDays, bool InSeries)
{
    /// <summary>An editor may ask a language model for suggestions.</summary>
    public bool Assisted { get; init; }

    /// <summary>The person has decided about others' texts, which stays.</summary>
    public bool Decides { get; init; }

    /// <summary>The event is a wish that has to be answered with these.</summary>
    public static bool Concerns(Incoming what) => what is Incoming.Said said && Command.Read(said.Text) is { Kind: CommandKind.Privacy or CommandKind.MyData or CommandKind.EraseMe };
}
