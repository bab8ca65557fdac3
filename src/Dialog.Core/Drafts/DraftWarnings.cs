namespace Dialog.Core.Drafts;

/// <summary>What an editor is told about a draft, in the draft's language.</summary>
internal static class DraftWarnings
{
    public static void NoReflection(DraftText draft, Source source) => draft.Warn(
        "no_reflection",
        "medium",
        source.English
            ? "No passage of the answers fits here. Ask for a shorter answer, or go without a personal reflection."
            : "Ingen del av svaren får plats här. Be om ett kortare svar, eller kör utan personlig reflektion.");

    public static void NoQuestion(DraftText draft, Source source) => draft.Warn(
        "no_question",
        "low",
        source.English ? "There is no question to the readers that fits." : "Det finns ingen fråga till läsarna som får plats.");

    public static void EnumerationCut(DraftText draft, Source source, int left) => draft.Warn(
        "enumeration_cut",
        "low",
        source.English ? $"{left} lines of the enumeration do not fit." : $"{left} rader i uppräkningen får inte plats.");

    public static void HeadlineLong(DraftText draft, Source source) => draft.Warn(
        "headline_long",
        "low",
        source.English ? "No headline fits the size. Choose a shorter one." : "Ingen rubrik ryms i storleken. Välj en kortare.");
}
