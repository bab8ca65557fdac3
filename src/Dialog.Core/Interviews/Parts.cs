using System.Collections.Immutable;
using Dialog.Core.Reading;
using Dialog.Core.Texts;

namespace Dialog.Core.Interviews;

/// <summary>A long message in parts that every channel takes whole, each with its own place in the outbox; what hangs on the message hangs on the last of them.</summary>
internal static class Parts
{
    /// <summary>Characters of text in one part. Slack takes 3000 in a block, Teams is safe with some more.</summary>
    public const int Most = 3000;

    /// <summary>Characters of text and drafts in one part: Slack refuses about 13,200 in all blocks, Teams 28 KB.</summary>
    public const int MostWhole = 9000;

    /// <summary>The parts in order. The end of an older message is the end of its last part.</summary>
    public static IEnumerable<Outgoing> Of(Outgoing message)
    {
        if (message.Text.Length <= Most && Size(message) <= MostWhole)
        {
            return [message];
        }

        var bare = message with { Choices = [], PromptId = null, Drafts = [], Settles = null, Chosen = null, Link = null };
        var parts = Pieces.Of(message.Text, Most).Select(piece => bare with { Text = piece }).ToImmutableList().ToBuilder();
        foreach (var draft in message.Drafts.SelectMany(Cut))
        {
            var last = parts[^1];
            if (Size(last) + draft.Size <= MostWhole)
            {
                parts[^1] = last with { Drafts = last.Drafts.Add(draft) };
            }
            else
            {
                parts.Add(bare with { Text = BotTexts.For(message.Language).MoreDrafts, Drafts = [draft] });
            }
        }

        parts[^1] = parts[^1] with { Choices = message.Choices, PromptId = message.PromptId, Settles = message.Settles, Chosen = message.Chosen, Link = message.Link };
        return message.Settles is null ? parts : [parts[^1]];
    }

    private static int Size(Outgoing message) => message.Text.Length + message.Drafts.Sum(draft => draft.Size);

    private static IEnumerable<DraftPreview> Cut(DraftPreview draft)
    {
        var pieces = Pieces.Of(draft.Text, MostWhole / 2).ToList();
        return pieces.Count < 2 ? [draft] : pieces.Select((piece, index) => draft with { Text = piece, Name = $"{draft.Name} ({index + 1}/{pieces.Count})", Beside = index + 1 == pieces.Count ? draft.Beside : [] });
    }
}
