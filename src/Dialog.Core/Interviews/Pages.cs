using System.Collections.Immutable;
using Dialog.Core.Reading;

namespace Dialog.Core.Interviews;

/// <summary>A message too long for one is sent as several, so that each has its own place in the outbox and none is half sent.</summary>
internal static class Pages
{
    /// <summary>Text and drafts of one message, in UTF-16 code units: Slack refuses about 13,200 in all blocks, Teams 28 KB.</summary>
    public const int Most = 9000;

    /// <summary>The message, or its pages in order. Buttons stand under the last one.</summary>
    public static ImmutableList<Outgoing> Of(Outgoing message, string more)
    {
        if (Size(message) <= Most)
        {
            return [message];
        }

        var bare = message with { Choices = [], PromptId = null, Drafts = [] };
        var pages = ImmutableList.CreateBuilder<Outgoing>();
        pages.AddRange(Pieces.Of(message.Text, Most).Select(piece => bare with { Text = piece }));
        foreach (var draft in message.Drafts.SelectMany(Parts))
        {
            var last = pages[^1];
            if (Size(last) + draft.Text.Length <= Most)
            {
                pages[^1] = last with { Drafts = last.Drafts.Add(draft) };
            }
            else
            {
                pages.Add(bare with { Text = more, Drafts = [draft] });
            }
        }

        pages[^1] = pages[^1] with { Choices = message.Choices, PromptId = message.PromptId };
        return pages.ToImmutable();
    }

    private static int Size(Outgoing message) => message.Text.Length + message.Drafts.Sum(draft => draft.Text.Length);

    private static IEnumerable<DraftPreview> Parts(DraftPreview draft)
    {
        var parts = Pieces.Of(draft.Text, Most / 2).ToList();
        return parts.Count < 2 ? [draft] : parts.Select((part, index) => draft with { Text = part, Name = $"{draft.Name} ({index + 1}/{parts.Count})" });
    }
}
