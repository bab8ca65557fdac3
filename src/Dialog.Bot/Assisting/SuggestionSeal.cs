using Dialog.Bot.Store;
using Dialog.Core.Drafts;
using Microsoft.AspNetCore.DataProtection;

namespace Dialog.Bot.Assisting;

/// <summary>A suggestion on its way to the editor and back. Sealed, so that nothing else can be taken as one, and nothing is stored that nobody accepted.</summary>
internal sealed class SuggestionSeal(IDataProtectionProvider protection, TimeProvider time)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(2);

    private readonly SealedFor seal = new(protection, "Dialog.Suggestion", time);

    public string Close(SealedSuggestion suggestion) => seal.Close(StateJson.Write(suggestion), Lifetime);

    /// <summary>Null when it is not ours, or too old.</summary>
    public SealedSuggestion? Open(string text) => seal.Open(text) is { } suggestion ? StateJson.Read<SealedSuggestion>(suggestion) : null;
}

/// <summary>A suggestion with what it was made of.</summary>
/// <param name="AssignmentId">The assignment.</param>
/// <param name="DraftId">The draft.</param>
/// <param name="Revision">The revision it was made of.</param>
/// <param name="Text">The whole new text, or a critic's question.</param>
/// <param name="By">What was asked of which model.</param>
internal sealed record SealedSuggestion(string AssignmentId, string DraftId, int Revision, string Text, Assistance By);
