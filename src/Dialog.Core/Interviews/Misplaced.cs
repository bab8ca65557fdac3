using System.Text.RegularExpressions;
using Dialog.Core.Questions;

namespace Dialog.Core.Interviews;

/// <summary>Recognises an answer to another question than the one asked.</summary>
internal static partial class Misplaced
{
    /// <summary>The question an answer belongs to by its own words; null when it belongs where it stands, or that cannot be told.</summary>
    public static Slot? Find(Interview interview, Slot slot)
    {
        var text = interview.AnswerIn(slot).Text;
        if (Label().Match(text) is { Success: true } label && Command.ReadSlot(label.Groups["slot"].Value) is { } named && named != slot)
        {
            return Open(interview, named) ? named : null;
        }

        return slot is Slot.What or Slot.Who && BeginsWithReason().IsMatch(text) && interview.AnswerIn(Slot.Why).IsEmpty && Open(interview, Slot.Why) ? Slot.Why : null;
    }

    /// <summary>The question a message names at its beginning, and what it says without that: "Varför: för att …". Null when it names none, or says nothing more.</summary>
    public static (Slot Slot, string Text)? Named(string text) =>
        Label().Match(text) is { Success: true } label && label.Value.Contains(':') && Command.ReadSlot(label.Groups["slot"].Value) is { } slot && text[label.Length..].Trim() is { Length: > 0 } said ? (slot, said) : null;

    /// <summary>The message without the name of the answer it begins with.</summary>
    public static string Unlabelled(string text, Slot slot) =>
        Label().Match(text) is { Success: true } label && Command.ReadSlot(label.Groups["slot"].Value) == slot && text[label.Length..].Trim() is { Length: > 0 } said ? said : text;

    private static bool Open(Interview interview, Slot slot) => Agenda.Of(interview.Assignment).Contains(slot);

    [GeneratedRegex(@"^(svar(et)? på |answer to |re )?(?<slot>vad|varför|vem|invändningen|slutfrågan|what|why|who|objection)\??\s*[:–-]\s", RegexOptions.IgnoreCase)]
    private static partial Regex Label();

    [GeneratedRegex(@"^(för att|därför att|eftersom|pga|p\.g\.a\.|på grund av|because|so that)\b", RegexOptions.IgnoreCase)]
    private static partial Regex BeginsWithReason();
}
