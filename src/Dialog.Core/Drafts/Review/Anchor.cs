namespace Dialog.Core.Drafts;

/// <summary>A passage of a text, known by its words and by what stands around it: found again after an edit elsewhere, and gone when its own words are.</summary>
/// <param name="Quote">The passage.</param>
/// <param name="Before">What stood right before it.</param>
/// <param name="After">What stood right after it.</param>
public sealed record Anchor(string Quote, string Before, string After)
{
    /// <summary>Characters kept on each side: enough to tell two like passages apart.</summary>
    public const int Around = 40;

    /// <summary>The passage of a text.</summary>
    public static Anchor Of(string text, int start, int length) =>
        new(text.Substring(start, length), text[Math.Max(0, start - Around)..start], text[(start + length)..Math.Min(text.Length, start + length + Around)]);

    /// <summary>Where it stands in a text; of several places the one whose surroundings are most alike. Null when its words are gone.</summary>
    public int? Find(string text)
    {
        (int At, int Alike)? best = null;
        for (var at = Quote.Length == 0 ? -1 : text.IndexOf(Quote, StringComparison.Ordinal); at >= 0; at = text.IndexOf(Quote, at + 1, StringComparison.Ordinal))
        {
            var alike = Alike(text, at);
            best = best is { } other && other.Alike >= alike ? best : (at, alike);
        }

        return best?.At;
    }

    private int Alike(string text, int at)
    {
        var (before, after) = (0, 0);
        while (before < Before.Length && before < at && Before[^(before + 1)] == text[at - before - 1])
        {
            before++;
        }

        while (after < After.Length && at + Quote.Length + after < text.Length && After[after] == text[at + Quote.Length + after])
        {
            after++;
        }

        return before + after;
    }
}

/// <summary>What somebody of the staff wrote about a passage of a draft, or replied to that.</summary>
/// <param name="Id">Opaque id.</param>
/// <param name="DraftId">Which draft.</param>
/// <param name="Place">The passage; without words for a reply.</param>
/// <param name="ReplyTo">The comment it replies to; null for one about a passage.</param>
/// <param name="Text">Plain text.</param>
/// <param name="By">The name of who wrote it; null for the desk itself and for who is known no more.</param>
/// <param name="At">When.</param>
public sealed record PassageComment(string Id, string DraftId, Anchor Place, string? ReplyTo, string Text, string? By, DateTimeOffset At)
{
    /// <summary>When it was done with; null while it is open.</summary>
    public DateTimeOffset? ResolvedAt { get; init; }

    /// <summary>When the person whose words they are was told of it; null before.</summary>
    public DateTimeOffset? ToldAt { get; init; }

    /// <summary>The person is told of it when changes are requested.</summary>
    public bool IsToBeTold => ReplyTo is null && ResolvedAt is null && ToldAt is null;
}
