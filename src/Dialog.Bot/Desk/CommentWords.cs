namespace Dialog.Bot.Desk;

/// <summary>What the page says about comments on passages.</summary>
public sealed record CommentWords
{
    public static CommentWords For(string language) => language == "en" ? English : Swedish;

    public required Func<int, string> Heading { get; init; }

    public required string None { get; init; }

    public required string Gone { get; init; }

    public required string Reply { get; init; }

    public required Func<string, string> ReplyTo { get; init; }

    public required string Resolve { get; init; }

    public required string Reopen { get; init; }

    public required string Resolved { get; init; }

    public required string Told { get; init; }

    public required string ToBeTold { get; init; }

    public required string Choose { get; init; }

    public required Func<string, string> CommentOn { get; init; }

    public required string Comment { get; init; }

    public required string OnSelection { get; init; }

    public required string Empty { get; init; }

    private static CommentWords Swedish { get; } = new()
    {
        Heading = open => open == 0 ? "Kommentarer" : $"Kommentarer ({open})",
        None = "Inga kommentarer. Välj en mening nedan, eller markera i texten.",
        Gone = "Stället finns inte kvar i texten.",
        Reply = "Svara",
        ReplyTo = quote => $"Svara om ”{quote}”",
        Resolve = "Klart",
        Reopen = "Öppna igen",
        Resolved = "Klar",
        Told = "Visad för den som svarat",
        ToBeTold = "Följer med när du ber om ändring",
        Choose = "Kommentera en mening",
        CommentOn = quote => $"Kommentera ”{quote}”",
        Comment = "Kommentera",
        OnSelection = "Kommentera det markerade",
        Empty = "Skriv något, högst 1 000 tecken.",
    };

    private static CommentWords English { get; } = new()
    {
        Heading = open => open == 0 ? "Comments" : $"Comments ({open})",
        None = "No comments. Choose a sentence below, or select in the text.",
        Gone = "The passage is no longer in the text.",
        Reply = "Reply",
        ReplyTo = quote => $"Reply about “{quote}”",
        Resolve = "Done",
        Reopen = "Open again",
        Resolved = "Done",
        Told = "Shown to who answered",
        ToBeTold = "Goes along when you request changes",
        Choose = "Comment on a sentence",
        CommentOn = quote => $"Comment on “{quote}”",
        Comment = "Comment",
        OnSelection = "Comment on the selection",
        Empty = "Write something, 1,000 characters at most.",
    };
}
