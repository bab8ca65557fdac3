using Dialog.Bot.Turns;

namespace Dialog.Bot.Channels.Teams;

/// <summary>Who is in a conversation, as Teams tells; and the way to somebody the bot has not heard from, who is in a group or a team with it.</summary>
internal sealed class TeamsRoster(TeamsConnector connector, PeopleBook book, TimeProvider time)
{
    /// <summary>An editor waits for the answer, and Teams for the editor's.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <param name="room">Whose connector.</param>
    /// <param name="conversation">The conversation's id, without a thread.</param>
    /// <param name="member">The account for this bot (29:…), or the id in Entra ID.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    public Task<TeamsAnswer> AskAsync(TeamsRoom room, string conversation, string member, CancellationToken cancellationToken) =>
        connector.CallAsync(HttpMethod.Get, room, $"conversations/{Uri.EscapeDataString(conversation)}/members/{Uri.EscapeDataString(member)}", $"members of {conversation}", null, cancellationToken);

    /// <summary>Looks for somebody in the group or the team where an editor asks, and writes down how to get to them. False when they are not there.</summary>
    public async Task<bool> MeetAsync(Activity activity, Address somebody, CancellationToken cancellationToken)
    {
        if (activity.IsPersonal)
        {
            return false;
        }

        var room = TeamsRoom.Of(activity);
        if (await AskInTimeAsync(room, activity.ConversationId.Split(';')[0], somebody.User, cancellationToken) is not TeamsAnswer.Done { Body: var member } || Activity.String(member, "id") is not { } account)
        {
            return false;
        }

        await book.ReachAsync(somebody, new Room(null, (room with { UserId = account }).Write()), cancellationToken);
        if (TeamsPeople.Read(member, somebody.Workspace) is { Outsider: false } profile)
        {
            await book.LearnAsync(somebody, profile, cancellationToken);
        }

        return true;
    }

    private async Task<TeamsAnswer> AskInTimeAsync(TeamsRoom room, string conversation, string member, CancellationToken cancellationToken)
    {
        using var enough = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, enough.Token);
        try
        {
            return await AskAsync(room, conversation, member, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new TeamsAnswer.NoAnswer("Teams did not answer in time");
        }
    }
}
