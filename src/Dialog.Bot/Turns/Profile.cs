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

    /// <summary>Certainly of the organisation: the platform says that they belong to it and are no guest.</summary>
    public bool Member { get; init; }

    /// <summary>Why the person cannot be written to, in plain words.</summary>
    public string? Unreachable { get; init; }

    /// <summary>When <see cref="Unreachable"/> came about, when the channel tells it: who has been heard from since is there again.</summary>
    public DateTimeOffset? MadeAt { get; init; }

    /// <summary>The person can be written to, whatever was known before.</summary>
    public bool Reachable { get; init; }
}
