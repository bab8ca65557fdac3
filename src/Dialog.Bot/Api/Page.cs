namespace Dialog.Bot.Api;

/// <summary>One page of a list.</summary>
/// <param name="Items">The items.</param>
/// <param name="Next">Cursor of the next page; null on the last.</param>
internal sealed record Page<T>(IReadOnlyList<T> Items, string? Next = null);
