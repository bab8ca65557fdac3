namespace Dialog.Bot.Turns;

/// <summary>What a channel tells of a person. What is null is not known.</summary>
internal sealed record Profile
{
    public string? Name { get; init; }

    public string? Title { get; init; }

    /// <summary>E-mail address the platform has verified.</summary>
    public string? Email { get; init; }

    /// <summary>IANA time zone.</summary>
    public string? TimeZone { get; init; }

    /// <summary>BCP 47.</summary>
    public string? Locale { get; init; }

    /// <summary>Not of the organisation: a guest. Talks with the bot only when the desk has asked something.</summary>
    public bool Outsider { get; init; }

    /// <summary>Why the person cannot be written to, in plain words; null when they can.</summary>
    public string? Unreachable { get; init; }
}
