using System.Text.Json;
using System.Text.Json.Nodes;
using Dialog.Bot.Turns;
using Dialog.Core.Interviews;

namespace Dialog.Bot.Channels.Slack;

/// <summary>Posts to Slack. Never repeats a post whose outcome is unknown: the outbox decides, after a look at the history.</summary>
internal sealed partial class SlackChannel(SlackCalls calls, SlackHistory history, Glances glances, ILogger<SlackChannel> logger) : IChannel
{
    private const string MetadataType = "dialog_prompt";

    /// <summary>The reaction that says "read".</summary>
    private const string ReceivedMark = "eyes";

    /// <summary>The reactions that say "the answer is changed with it": from the second edit on, how many it were.</summary>
    private static readonly string[] EditedMarks = ["pencil2", "two", "three", "four", "five", "six", "seven", "eight", "nine", "keycap_ten"];

    public string Name => Address.Slack;

    public bool CanTell => true;

    public double? MessagesPerMinute => calls.PostsPerMinute;

    public async Task<SendResult> SendAsync(Posting posting, CancellationToken cancellationToken)
    {
        if (posting.Message.Kind == OutgoingKind.Home)
        {
            return await PublishAsync(posting, cancellationToken);
        }

        if (posting.Updates?.Split(':') is [var channel, var ts])
        {
            return await UpdateAsync(posting, channel, ts, cancellationToken);
        }

        return RoomOf(posting) is { } room
            ? await PostAsync(posting, room, mayReopen: !IsInGroup(posting), cancellationToken)
            : await OpenAndPostAsync(posting, cancellationToken);
    }

    public async Task<SendResult> ReconcileAsync(Posting posting, CancellationToken cancellationToken)
    {
        if (posting.Updates is not null || posting.Message.Kind == OutgoingKind.Home)
        {
            return new SendResult.Again(TimeSpan.Zero, SendReasons.Repeatable);
        }

        if (RoomOf(posting) is not { } room)
        {
            // The direct message may have been opened by the very attempt that was interrupted; opening it again gives the same one.
            return await LookAnewAsync(posting, cancellationToken);
        }

        var (channel, thread) = Split(room);
        var look = await history.LookAsync(posting, channel, thread, cancellationToken);
        var isThreadGone = thread is not null && IsGone(posting, look);
        if (isThreadGone)
        {
            // So it went, if it did, into the conversation itself.
            look = await history.LookAsync(posting, channel, thread: null, cancellationToken);
        }

        return IsGone(posting, look) ? await LookAnewAsync(posting, cancellationToken) : await ToldAsync(posting, channel, look, isThreadGone ? new Room(channel) : null, cancellationToken);
    }

    /// <summary>In the conversation that opens now. Only if none opens is it the person who cannot be reached.</summary>
    private async Task<SendResult> LookAnewAsync(Posting posting, CancellationToken cancellationToken)
    {
        var (channel, problem) = await OpenAsync(posting, cancellationToken);
        if (channel is null)
        {
            return LookLater(problem!);
        }

        var look = await history.LookAsync(posting, channel, thread: null, cancellationToken);
        return look is SlackLook.Closed { Answer: SlackAnswer.Refused gone } && IsGone(posting, look)
            ? new SendResult.Unknown(SlackErrors.Explain(gone), LookAgain: true)
            : await ToldAsync(posting, channel, look, new Room(channel), cancellationToken);
    }

    /// <summary>The conversation or its thread is not there any more; a group's is left as it is.</summary>
    private static bool IsGone(Posting posting, SlackLook look) =>
        !IsInGroup(posting) && look is SlackLook.Closed { Answer: SlackAnswer.Refused gone } && SlackErrors.Decide(gone.Code) is SlackDecision.Reopen;

    private async Task<SendResult> ToldAsync(Posting posting, string channel, SlackLook look, Room? opened, CancellationToken cancellationToken) => look switch
    {
        SlackLook.Found found => new SendResult.Sent($"{channel}:{found.Ts}", opened),
        SlackLook.Absent => new SendResult.Again(TimeSpan.Zero, SendReasons.NotInHistory, opened),
        SlackLook.Closed shut => LookLater(await MeansAsync(posting, shut.Answer, repeatable: true, cancellationToken)),
        _ => new SendResult.Unknown(SendReasons.TooMuchSince),
    };

    public async Task ShowReceivedAsync(Receipt receipt, CancellationToken cancellationToken)
    {
        if (receipt.MessageId.Split(':') is [['D', ..] channel, var ts])
        {
            foreach (var mark in receipt.Edited ? EditedMarks : [ReceivedMark])
            {
                var fields = new Dictionary<string, string> { ["channel"] = channel, ["timestamp"] = ts, ["name"] = mark };
                if (await calls.CallAsync(receipt.To.Workspace, "reactions.add", fields, $"received:{receipt.MessageId}:{mark}", cancellationToken) is not SlackAnswer.Refused { Code: "already_reacted" })
                {
                    break;
                }
            }
        }
    }

    private async Task<SendResult> OpenAndPostAsync(Posting posting, CancellationToken cancellationToken)
    {
        var (room, problem) = await OpenAsync(posting, cancellationToken);
        if (room is null)
        {
            return problem!;
        }

        return await PostAsync(posting, room, mayReopen: false, cancellationToken) switch
        {
            SendResult.Sent sent => sent with { Room = new Room(room) },
            SendResult.Again again => again with { Room = new Room(room) },
            var result => result,
        };
    }

    private async Task<SendResult> PostAsync(Posting posting, string room, bool mayReopen, CancellationToken cancellationToken)
    {
        var fields = SlackRender.Message(posting.Message);
        var (channel, thread) = Split(room);
        fields["channel"] = channel;
        if (thread is not null)
        {
            fields["thread_ts"] = thread;
        }

        fields["metadata"] = new JsonObject { ["event_type"] = MetadataType, ["event_payload"] = new JsonObject { ["outbox_id"] = posting.OutboxId } }.ToJsonString();
        var answer = await calls.CallAsync(posting.To.Workspace, "chat.postMessage", fields, posting.OutboxId, posting.Message.CanWait, cancellationToken);
        if (answer is SlackAnswer.Refused refused)
        {
            switch (SlackErrors.Decide(refused.Code))
            {
                case SlackDecision.Reopen when mayReopen:
                    return await OpenAndPostAsync(posting, cancellationToken);
                case SlackDecision.PlainText:
                    LogPlainText(posting.OutboxId, SlackErrors.Explain(refused));
                    if (refused.Code.Contains("metadata", StringComparison.Ordinal))
                    {
                        fields.Remove("metadata");
                    }
                    else
                    {
                        SlackRender.MakePlain(fields, posting.Message, update: false);
                    }

                    answer = await calls.CallAsync(posting.To.Workspace, "chat.postMessage", fields, posting.OutboxId, posting.Message.CanWait, cancellationToken);
                    break;
            }
        }

        return answer is SlackAnswer.Ok { Body: var body }
            ? new SendResult.Sent($"{SlackJson.Text(body, "channel") ?? channel}:{SlackJson.Text(body, "ts")}")
            : await MeansAsync(posting, answer, repeatable: false, cancellationToken);
    }

    /// <summary>A group that does not let the bot in, write or look says nothing about whether the person can be reached, and holds up nothing else they are told.</summary>
    private async Task<SendResult> MeansAsync(Posting posting, SlackAnswer answer, bool repeatable, CancellationToken cancellationToken) =>
        IsInGroup(posting) && answer is SlackAnswer.Refused refused && SlackErrors.Decide(refused.Code) is SlackDecision.Admin or SlackDecision.Reopen or SlackDecision.Unreachable
            ? new SendResult.Failed(SlackErrors.Explain(refused))
            : await calls.MeansAsync(posting.To.Workspace, answer, repeatable, cancellationToken);

    /// <summary>The person's page, from what is stored now: however many changes led here, the last one is shown.</summary>
    private async Task<SendResult> PublishAsync(Posting posting, CancellationToken cancellationToken)
    {
        if (await glances.FindAsync(posting.To, cancellationToken) is not { } glance)
        {
            return new SendResult.Failed(SendReasons.NoPage);
        }

        var fields = new Dictionary<string, string> { ["user_id"] = posting.To.User, ["view"] = SlackHome.Render(glance).ToJsonString(JsonSerializerOptions.Web) };
        var answer = await calls.CallAsync(posting.To.Workspace, "views.publish", fields, posting.OutboxId, cancellationToken);
        return answer switch
        {
            SlackAnswer.Ok => new SendResult.Sent(null),
            SlackAnswer.Refused refused when SlackErrors.Decide(refused.Code) is SlackDecision.Admin or SlackDecision.Unreachable or SlackDecision.Reload => new SendResult.Failed(SlackErrors.Explain(refused)),
            _ => await calls.MeansAsync(posting.To.Workspace, answer, repeatable: true, cancellationToken),
        };
    }

    private static bool IsInGroup(Posting posting) => posting.Message.Place is { } place && place[0] != 'D';

    /// <summary>A thread only for what was written for one (<see cref="Outgoing.Place"/>): where the person happened to write last is no place for what nobody there asked for.</summary>
    private static string? RoomOf(Posting posting) => posting.Message.Place ?? (posting.Room.Id is { } room ? Split(room).Channel : null);

    /// <summary>A thread is written <c>channel:ts</c>.</summary>
    private static (string Channel, string? Thread) Split(string room) => room.Split(':') is [var channel, var thread] ? (channel, thread) : (room, null);

    private async Task<SendResult> UpdateAsync(Posting posting, string channel, string ts, CancellationToken cancellationToken)
    {
        var fields = SlackRender.Message(posting.Message);
        fields["channel"] = channel;
        fields["ts"] = ts;
        fields.Remove("unfurl_links");
        fields.Remove("unfurl_media");
        var answer = await calls.CallAsync(posting.To.Workspace, "chat.update", fields, posting.OutboxId, cancellationToken);
        if (answer is SlackAnswer.Refused { Code: var code } && SlackErrors.Decide(code) is SlackDecision.PlainText)
        {
            LogPlainText(posting.OutboxId, code);
            SlackRender.MakePlain(fields, posting.Message, update: true);
            answer = await calls.CallAsync(posting.To.Workspace, "chat.update", fields, posting.OutboxId, cancellationToken);
        }

        return answer switch
        {
            SlackAnswer.Ok => new SendResult.Sent(posting.Updates),
            SlackAnswer.Refused { Code: "message_not_found" } => new SendResult.Failed(SendReasons.UpdateGone),
            SlackAnswer.Refused refused when SlackErrors.Decide(refused.Code) is SlackDecision.Reopen => new SendResult.Failed(SlackErrors.Explain(refused)),
            _ => await calls.MeansAsync(posting.To.Workspace, answer, repeatable: true, cancellationToken),
        };
    }

    /// <summary>The direct message with the person; opening it again gives the same one.</summary>
    private async Task<(string? Room, SendResult? Problem)> OpenAsync(Posting posting, CancellationToken cancellationToken)
    {
        var answer = await calls.CallAsync(posting.To.Workspace, "conversations.open", new Dictionary<string, string> { ["users"] = posting.To.User }, $"open:{posting.OutboxId}", cancellationToken);
        return answer is SlackAnswer.Ok { Body: var body }
            ? SlackJson.Text(SlackJson.Member(body, "channel"), "id") is { } id ? (id, null) : (null, new SendResult.Failed("Slack opened no direct message"))
            : (null, await calls.MeansAsync(posting.To.Workspace, answer, repeatable: true, cancellationToken));
    }

    /// <summary>The look itself did not work out: later, unless Slack refuses it for good.</summary>
    private static SendResult LookLater(SendResult problem) => problem switch
    {
        SendResult.Again again => new SendResult.Unknown(again.Reason, LookAgain: true),
        SendResult.Failed failed => new SendResult.Unknown($"cannot be looked up: {failed.Reason}"),
        _ => problem,
    };

    [LoggerMessage(Level = LogLevel.Error, Message = "Slack did not like how message {OutboxId} was written, so it went as plain text: {Reason}")]
    private partial void LogPlainText(string outboxId, string reason);
}
