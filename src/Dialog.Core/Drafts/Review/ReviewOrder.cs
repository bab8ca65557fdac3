using Dialog.Core.Access;

namespace Dialog.Core.Drafts;

/// <summary>Somebody wants something done to a draft.</summary>
/// <param name="DraftId">Which draft.</param>
/// <param name="Action">What.</param>
/// <param name="By">Who, as what. The turn looks whether they may.</param>
public sealed record ReviewOrder(string DraftId, ReviewAction Action, Actor By)
{
    /// <summary>Only if this is still the newest revision (If-Match); null when it does not matter.</summary>
    public int? IfRevision { get; init; }

    /// <summary>With edit: the whole new text.</summary>
    public string? Text { get; init; }

    /// <summary>With edit, and with a reason: a language model suggested it; null when nobody's help was had.</summary>
    public Assistance? Assisted { get; init; }

    /// <summary>The reason; needed to request changes and to accept warnings.</summary>
    public string? Comment { get; init; }

    /// <summary>With restore: which revision.</summary>
    public int? Restores { get; init; }

    /// <summary>With publish: where it can be seen.</summary>
    public string? Url { get; init; }

    /// <summary>With schedule: when it goes out.</summary>
    public DateTimeOffset? GoesOutAt { get; init; }
}
