using System.Collections.Concurrent;
using System.Globalization;

namespace Dialog.Bot.Channels.Slack;

/// <summary>What a look at what was written in a conversation told.</summary>
internal abstract record SlackLook
{
    private SlackLook()
    {
    }

    /// <summary>The message is there.</summary>
    /// <param name="Ts">Its identity.</param>
    public sealed record Found(string Ts) : SlackLook;

    /// <summary>All was looked through: it is not there.</summary>
    public sealed record Absent : SlackLook;

    /// <summary>So much was written since that it was not looked through.</summary>
    public sealed record TooMuch : SlackLook;

    /// <summary>Slack did not show it.</summary>
    public sealed record Closed(SlackAnswer Answer) : SlackLook;
}

/// <summary>Looks for a message whose outcome is unknown in what Slack shows of a conversation.</summary>
internal sealed class SlackHistory(SlackCalls calls, TimeProvider time)
{
    /// <summary>Unapproved distributed apps get 15 messages a call since May 2025.</summary>
    private const string Limit = "15";

    /// <summary>Pages read back at most: 300 messages since the attempt.</summary>
    private const int MostPages = 20;

    /// <summary>Looks that are remembered; one too many, and all begin anew.</summary>
    private const int MostBrokenOff = 1_000;

    /// <summary>
    /// How far a look had come when Slack took no more calls: the next one goes on there, or several in long conversations would never come to an end. What was written since
    /// stands before that, and is not what is looked for.
    /// </summary>
    private readonly ConcurrentDictionary<string, (string Cursor, int Page)> brokenOff = new();

    /// <param name="posting">The message.</param>
    /// <param name="channel">The conversation.</param>
    /// <param name="thread">The thread in it; null for what stands outside any.</param>
    /// <param name="cancellationToken">Ends the look.</param>
    public async Task<SlackLook> LookAsync(Posting posting, string channel, string? thread, CancellationToken cancellationToken)
    {
        var oldest = (posting.FirstTried ?? time.GetUtcNow()).AddSeconds(-60).ToUnixTimeSeconds();
        var fields = new Dictionary<string, string>
        {
            ["channel"] = channel,
            ["oldest"] = oldest.ToString(CultureInfo.InvariantCulture),
            ["limit"] = Limit,
            ["include_all_metadata"] = "true",
        };
        if (thread is not null)
        {
            fields["ts"] = thread;
        }

        var first = 1;
        var look = $"{posting.OutboxId} {channel} {thread}";
        if (brokenOff.TryRemove(look, out var before))
        {
            (fields["cursor"], first) = before;
        }

        for (var page = first; page <= MostPages; page++)
        {
            var answer = await calls.CallAsync(posting.To.Workspace, thread is null ? "conversations.history" : "conversations.replies", fields, $"look:{posting.OutboxId}", cancellationToken);
            if (answer is SlackAnswer.Limited && fields.TryGetValue("cursor", out var reached))
            {
                BreakOff(look, reached, page);
            }

            if (answer is not SlackAnswer.Ok { Body: var body })
            {
                return new SlackLook.Closed(answer);
            }

            foreach (var message in SlackJson.Items(body, "messages"))
            {
                if (SlackJson.Text(SlackJson.Member(SlackJson.Member(message, "metadata"), "event_payload"), "outbox_id") == posting.OutboxId)
                {
                    return new SlackLook.Found(SlackJson.Text(message, "ts") ?? "");
                }
            }

            // What was written since may fill more than a page: only the whole of it says that the message is not there.
            if (SlackJson.Text(SlackJson.Member(body, "response_metadata"), "next_cursor") is not { Length: > 0 } cursor)
            {
                return SlackJson.Flag(body, "has_more") ? new SlackLook.TooMuch() : new SlackLook.Absent();
            }

            fields["cursor"] = cursor;
        }

        return new SlackLook.TooMuch();
    }

    private void BreakOff(string look, string cursor, int page)
    {
        if (brokenOff.Count >= MostBrokenOff)
        {
            brokenOff.Clear();
        }

        brokenOff[look] = (cursor, page);
    }
}
