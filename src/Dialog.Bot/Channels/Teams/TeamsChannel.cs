using System.Text.Json.Nodes;

namespace Dialog.Bot.Channels.Teams;

/// <summary>Posts activities to the Bot Connector. A post whose outcome is unknown is left visibly so: Teams gives no way to look.</summary>
internal sealed class TeamsChannel(TeamsConnector connector) : IChannel
{
    /// <summary>Where a tenant is served whom the public host sends away (GCC).</summary>
    private const string OtherHost = "https://smba.infra.gcc.teams.microsoft.com/teams";

    /// <summary>What an administrator has to mend is tried again this often.</summary>
    private static readonly TimeSpan AdminWait = TimeSpan.FromMinutes(5);

    public string Name => Address.Teams;

    public bool CanTell => false;

    public double? MessagesPerMinute => TeamsPace.PerMinute;

    public async Task<SendResult> SendAsync(Posting posting, CancellationToken cancellationToken)
    {
        if (posting.Message.Place is { } called)
        {
            var place = TeamsPlace.Read(called);
            var answer = await PostAsync(posting, place.Room, place.Conversation, cancellationToken);
            if (answer is TeamsAnswer.Refused { Decision: TeamsDecision.OtherHost })
            {
                answer = await PostAsync(posting, place.Room with { ServiceUrl = OtherHost }, place.Conversation, cancellationToken);
            }

            return answer is TeamsAnswer.Done { Body: var done } ? new SendResult.Sent(Activity.String(done, "id"))
                : Means(answer, repeatable: false) is var result and not SendResult.Unreachable ? result : new SendResult.Failed("the app is not in the group any more");
        }

        return TeamsRoom.Read(posting.Room.Data) is { } room
            ? await SendAsync(posting, room, posting.Room.Id, moved: false, cancellationToken)
            : new SendResult.Unreachable("the person has not installed the app in Teams");
    }

    public async Task ShowReceivedAsync(Receipt receipt, CancellationToken cancellationToken)
    {
        if (!receipt.Edited && TeamsRoom.Read(receipt.Room.Data) is { } room && receipt.Room.Id is { } conversation)
        {
            await connector.CallAsync(HttpMethod.Post, room, $"conversations/{Uri.EscapeDataString(conversation)}/activities", conversation, TeamsRender.Typing(), cancellationToken);
        }
    }

    public Task<SendResult> ReconcileAsync(Posting posting, CancellationToken cancellationToken) =>
        Task.FromResult<SendResult>(posting.Updates is null ? new SendResult.Unknown("Teams cannot tell whether it arrived") : new SendResult.Again(TimeSpan.Zero, SendReasons.Repeatable));

    /// <summary>A conversation that is not known, or not any more, is opened once; a tenant that is served elsewhere is followed once.</summary>
    private async Task<SendResult> SendAsync(Posting posting, TeamsRoom room, string? conversation, bool moved, CancellationToken cancellationToken)
    {
        var opened = conversation is null;
        if (conversation is null)
        {
            var created = await OpenAsync(room, cancellationToken);
            if (created is TeamsAnswer.Refused { Decision: TeamsDecision.OtherHost } && !moved)
            {
                return await SendAsync(posting, room with { ServiceUrl = OtherHost }, null, moved: true, cancellationToken);
            }

            if (created is not TeamsAnswer.Done { Body: var body } || Activity.String(body, "id") is not { } id)
            {
                return created is TeamsAnswer.Done ? new SendResult.Failed("Teams opened a conversation without telling which") : Means(created, repeatable: true);
            }

            conversation = id;
        }

        switch (await PostAsync(posting, room, conversation, cancellationToken))
        {
            case TeamsAnswer.Done { Body: var done }:
                return new SendResult.Sent(posting.Updates ?? Activity.String(done, "id"), opened || moved ? new Room(conversation, room.Write()) : null);
            case TeamsAnswer.Refused { Decision: TeamsDecision.Reopen } when !opened && posting.Updates is null:
                return await SendAsync(posting, room, null, moved, cancellationToken);
            case TeamsAnswer.Refused { Decision: TeamsDecision.OtherHost } when !moved:
                return await SendAsync(posting, room with { ServiceUrl = OtherHost }, conversation, moved: true, cancellationToken);
            case TeamsAnswer.Refused { Decision: TeamsDecision.Gone } when posting.Updates is not null:
                return new SendResult.Failed(SendReasons.UpdateGone);
            case TeamsAnswer.Refused { Decision: TeamsDecision.Reopen } gone when posting.Updates is not null:
                return new SendResult.Failed(gone.Reason);
            case var answer:
                return Means(answer, repeatable: posting.Updates is not null);
        }
    }

    /// <summary>The personal conversation with somebody the bot has only met: asking twice gives the same one.</summary>
    private async Task<TeamsAnswer> OpenAsync(TeamsRoom room, CancellationToken cancellationToken)
    {
        var parameters = new JsonObject
        {
            ["isGroup"] = false,
            ["members"] = new JsonArray(new JsonObject { ["id"] = room.UserId }),
            ["tenantId"] = room.TenantId,
            ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = room.TenantId } },
        };
        if (room.BotId is not null)
        {
            parameters["bot"] = new JsonObject { ["id"] = room.BotId };
        }

        try
        {
            return await connector.CallAsync(HttpMethod.Post, room, "conversations", room.UserId, parameters, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            return new TeamsAnswer.NotSent(null, "the conversation was not opened in time");
        }
    }

    private Task<TeamsAnswer> PostAsync(Posting posting, TeamsRoom room, string conversation, CancellationToken cancellationToken)
    {
        var activity = TeamsRender.Message(posting.Message, room.UserId);
        var path = $"conversations/{Uri.EscapeDataString(conversation)}/activities";
        if (posting.Updates is not { } activityId)
        {
            return connector.CallAsync(HttpMethod.Post, room, path, conversation, activity, cancellationToken);
        }

        activity["id"] = activityId;
        return connector.CallAsync(HttpMethod.Put, room, $"{path}/{Uri.EscapeDataString(activityId)}", conversation, activity, cancellationToken);
    }

    /// <summary>What an answer other than done means for the message.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="repeatable">Doing it twice does no harm, so what is not known is simply tried again.</param>
    private static SendResult Means(TeamsAnswer answer, bool repeatable) => answer switch
    {
        TeamsAnswer.NotSent unsent => new SendResult.Again(unsent.After, unsent.Reason),
        TeamsAnswer.NoAnswer none => repeatable ? new SendResult.Again(Soon(), none.Reason) : new SendResult.Unknown(none.Reason),
        TeamsAnswer.Refused refused => refused.Decision switch
        {
            TeamsDecision.Again => new SendResult.Again(refused.After ?? Soon(), refused.Reason),
            TeamsDecision.Mend => new SendResult.Again(AdminWait, refused.Reason),
            TeamsDecision.Unknown => repeatable ? new SendResult.Again(refused.After ?? Soon(), refused.Reason) : new SendResult.Unknown(refused.Reason),
            TeamsDecision.Unreachable or TeamsDecision.Reopen => new SendResult.Unreachable(refused.Reason),
            _ => new SendResult.Failed(refused.Reason),
        },
        _ => throw new System.Diagnostics.UnreachableException(answer.GetType().Name),
    };

    /// <summary>Two to six seconds: many senders that failed together do not come back together.</summary>
    private static TimeSpan Soon() => TimeSpan.FromSeconds(2 + (4 * Random.Shared.NextDouble()));
}
