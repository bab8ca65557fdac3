namespace Dialog.Core.Interviews;

/// <summary>A long message in parts that every channel takes whole; what hangs on the message hangs on the last of them.</summary>
internal static class Parts
{
    /// <summary>Characters in one part. Slack takes 3000 in a block, Teams is safe with some more.</summary>
    public const int Most = 3000;

    public static IEnumerable<Outgoing> Of(Outgoing message)
    {
        var text = message.Text;
        while (text.Length > Most)
        {
            var cut = Cut(text);
            if (message.Settles is null)
            {
                yield return message with { Text = text[..cut].TrimEnd(), Choices = [], Drafts = [], PromptId = null };
            }

            text = text[cut..].TrimStart();
        }

        yield return text == message.Text ? message : message with { Text = text };
    }

    /// <summary>At a line's end, else a sentence's, else a word's, in the second half of the part; else anywhere but inside a character.</summary>
    private static int Cut(string text)
    {
        foreach (var end in (ReadOnlySpan<string>)["\n", ". ", " "])
        {
            if (text.LastIndexOf(end, Most - end.Length, Most / 2, StringComparison.Ordinal) is > 0 and var at)
            {
                return at + end.Length;
            }
        }

        return char.IsHighSurrogate(text[Most - 1]) ? Most - 1 : Most;
    }
}
