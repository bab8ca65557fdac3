namespace Dialog.Bot.Desk;

/// <summary>What is said around drafts as they will look.</summary>
public sealed record FrameTexts(Func<int, int, string> AdSketch, Func<int, string> Thread, string Picture)
{
    public static FrameTexts For(string language) => language == "en" ? English : Swedish;

    private static FrameTexts Swedish { get; } = new(
        (width, height) => $"Så här står annonsen, {width} × {height} mm. Tidningen sätter den med sitt eget typsnitt. Texten:",
        posts => $"En tråd med {posts} inlägg.",
        "Bild:");

    private static FrameTexts English { get; } = new(
        (width, height) => $"This is how the ad stands, {width} × {height} mm. The newspaper sets it in a face of its own. The text:",
        posts => $"A thread of {posts} posts.",
        "Picture:");
}
