using System.Collections.Frozen;
using System.Collections.Immutable;
using Dialog.Core.Calendars;
using Dialog.Core.Reading;

namespace Dialog.Core.Interviews;

/// <summary>What a person writes to be known as one and the same on two channels: a word asks for a code, the word and the code use it.</summary>
/// <param name="Code">The code, as it was given out; null when one is asked for.</param>
public sealed record JoinWish(string? Code)
{
    /// <summary>No vowels and nothing that looks like something else: no word, and none is misread.</summary>
    public const string Letters = "BCDFGHJKLMNPQRSTVWXZ23456789";

    /// <summary>Two groups of four: more than 10^11 codes, of which one is good for <see cref="Lifetime"/>.</summary>
    public const int Length = 8;

    /// <summary>How long a code can be used, once.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    private static readonly FrozenSet<string> Words = ["koppla", "koppla ihop", "länka", "link", "link me", "connect me"];

    /// <summary>How every wish begins.</summary>
    private static readonly string[] Beginnings = ["koppla", "länka", "link", "connect"];

    /// <summary>Null when the text is no such wish.</summary>
    public static JoinWish? Read(string text)
    {
        var said = Clean.Text(text);
        if (!Array.Exists(Beginnings, word => said.StartsWith(word, StringComparison.OrdinalIgnoreCase)))
        {
            return null;
        }

        var plain = string.Join(' ', said.TrimEnd('.', '!').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (Words.Contains(plain.ToLowerInvariant()))
        {
            return new JoinWish(null as string);
        }

        var space = plain.IndexOf(' ', StringComparison.Ordinal);
        if (space < 0 || !Words.Contains(plain[..space].ToLowerInvariant()))
        {
            return null;
        }

        var code = plain[space..].ToUpperInvariant().Replace("-", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        return code.Length == Length && code.All(Letters.Contains) ? new JoinWish(code) : null;
    }

    /// <summary>A code as people read it.</summary>
    public static string Write(string code) => $"{code[..(Length / 2)]}-{code[(Length / 2)..]}";
}

/// <summary>What a turn with a wish to join is decided by.</summary>
/// <param name="FreshCode">A code nobody has had, for the turn to give out.</param>
/// <param name="Other">Whose the code is that was said; null when it is nobody's, or not any more.</param>
public sealed record JoinDesk(string FreshCode, Joinable? Other);

/// <summary>The person a code was given to.</summary>
/// <param name="PersonId">Whom.</param>
/// <param name="Name">As what they are known; null when nobody told.</param>
public sealed record Joinable(string PersonId, string? Name);

/// <summary>The right code was said; the person has to say that the other one is they.</summary>
/// <param name="PersonId">The other one.</param>
/// <param name="Prompt">The message with the buttons.</param>
/// <param name="Until">Afterwards the answer comes too late.</param>
public sealed record JoinAsk(string PersonId, Outgoing Prompt, DateTimeOffset Until);

/// <summary>Another record that was joined into this one, as long as it can be taken apart again.</summary>
/// <param name="PersonId">The other record.</param>
/// <param name="Assignments">What came with it.</param>
/// <param name="Prompt">The message with the button that takes it apart.</param>
public sealed record Join(string PersonId, ImmutableList<string> Assignments, Outgoing Prompt);

/// <summary>What goes from one conversation to another when they are joined, or taken apart.</summary>
public sealed record Moving
{
    public ImmutableList<Interview> Interviews { get; init; } = [];

    public ImmutableList<Look> Looks { get; init; } = [];

    public ImmutableList<Line> Held { get; init; } = [];

    public ImmutableList<Gap> Gaps { get; init; } = [];

    public ImmutableList<DateSpan> Absences { get; init; } = [];

    public bool NoReminders { get; init; }

    /// <summary>The talk that was open.</summary>
    public string? Current { get; init; }

    /// <summary>How many prompts the other conversation has shown: new ones get higher numbers, so that no old button means anything.</summary>
    public required int Prompts { get; init; }

    /// <summary>How many changes it has made, likewise: an old [Undo] takes back nothing of the other's.</summary>
    public int ChangesMade { get; init; }
}
