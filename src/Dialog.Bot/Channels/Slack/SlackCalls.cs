namespace Dialog.Bot.Channels.Slack;

/// <summary>Calls on behalf of a workspace: its token, its pace, a renewed token once, and what a refusal means for a message.</summary>
internal sealed class SlackCalls(SlackApi api, SlackInstalls installs, SlackPace pace, TimeProvider time)
{
    /// <summary>A shorter wait is waited out; a longer one gives the sender back to others.</summary>
    private static readonly TimeSpan ShortWait = TimeSpan.FromSeconds(1);

    /// <summary>429 without Retry-After: what Slack's own clients take.</summary>
    private static readonly TimeSpan DefaultWait = TimeSpan.FromSeconds(30);

    /// <summary>What an administrator has to mend is tried again this often.</summary>
    private static readonly TimeSpan AdminWait = TimeSpan.FromMinutes(5);

    /// <summary>See <see cref="SlackPace.PostsPerMinute"/>.</summary>
    public double PostsPerMinute => pace.PostsPerMinute;

    /// <summary>One call. Nobody calls faster than Slack allows, and everybody waits when it says so.</summary>
    /// <param name="workspace">Whose token and limits.</param>
    /// <param name="method">The Web API method.</param>
    /// <param name="fields">Its fields.</param>
    /// <param name="ticket">The same for every attempt at the same call; keeps its place in the queue.</param>
    /// <param name="cancellationToken">Gives the call up; it may have been made.</param>
    public Task<SlackAnswer> CallAsync(string workspace, string method, IReadOnlyDictionary<string, string> fields, string ticket, CancellationToken cancellationToken) =>
        CallAsync(workspace, method, fields, ticket, yields: false, cancellationToken);

    /// <summary>One call that lets others go first when <paramref name="yields"/> says so, see <see cref="SlackPace.Wait"/>.</summary>
    public async Task<SlackAnswer> CallAsync(string workspace, string method, IReadOnlyDictionary<string, string> fields, string ticket, bool yields, CancellationToken cancellationToken)
    {
        while (pace.Wait(workspace, method, fields.GetValueOrDefault("channel"), ticket, yields) is var wait && wait > TimeSpan.Zero)
        {
            if (wait > ShortWait)
            {
                return new SlackAnswer.Limited(wait);
            }

            await Task.Delay(wait, time, cancellationToken);
        }

        var token = await installs.TokenAsync(workspace, cancellationToken);
        if (token is null)
        {
            return new SlackAnswer.Refused("not_authed", "");
        }

        var answer = await api.CallAsync(method, token, fields, cancellationToken);
        if (answer is SlackAnswer.Refused { Code: "token_expired" })
        {
            var (fresh, answered) = await installs.FreshTokenAsync(workspace, token, cancellationToken);
            answer = fresh is not null ? await api.CallAsync(method, fresh, fields, cancellationToken)
                : answered ? answer
                : new SlackAnswer.Unreachable();
        }

        if (answer is SlackAnswer.Limited limited)
        {
            var longer = limited.After ?? DefaultWait;
            pace.Hold(workspace, method, longer);
            return new SlackAnswer.Limited(longer);
        }

        return answer;
    }

    /// <summary>What an answer other than ok means for a message that was to be sent.</summary>
    /// <param name="workspace">Where.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="repeatable">Doing it twice does no harm, so what is not known is simply tried again.</param>
    /// <param name="cancellationToken">Gives up asking whether the workspace is dead.</param>
    public async Task<SendResult> MeansAsync(string workspace, SlackAnswer answer, bool repeatable, CancellationToken cancellationToken)
    {
        switch (answer)
        {
            case SlackAnswer.Limited limited:
                return new SendResult.Again(limited.After, "ratelimited");
            case SlackAnswer.Unreachable:
                return new SendResult.Again(null, "Slack cannot be reached");
            case SlackAnswer.NoAnswer none:
                return repeatable ? new SendResult.Again(null, none.Reason) : new SendResult.Unknown(none.Reason) { Silent = none.Silent };
            case SlackAnswer.Refused refused:
                var words = SlackErrors.Explain(refused);
                return SlackErrors.Decide(refused.Code) switch
                {
                    SlackDecision.Wait => new SendResult.Again(DefaultWait, refused.Code),
                    SlackDecision.Later or SlackDecision.Reload => new SendResult.Again(null, refused.Code),
                    SlackDecision.Look => repeatable ? new SendResult.Again(null, words) : new SendResult.Unknown(words),
                    SlackDecision.Refresh or SlackDecision.StopWorkspace => await IsDeadAsync(workspace, cancellationToken) ? new SendResult.Stopped(words) : new SendResult.Again(null, words),
                    SlackDecision.Admin => new SendResult.Again(AdminWait, words),
                    SlackDecision.Reopen or SlackDecision.Unreachable => new SendResult.Unreachable(words),
                    SlackDecision.Done => new SendResult.Sent(null),
                    _ => new SendResult.Failed(words),
                };
            default:
                throw new System.Diagnostics.UnreachableException(answer.GetType().Name);
        }
    }

    /// <summary>Slack says so a second time. A look without an answer says nothing.</summary>
    private async Task<bool> IsDeadAsync(string workspace, CancellationToken cancellationToken) =>
        await installs.TestAsync(workspace, cancellationToken) is SlackAnswer.Refused refused && SlackErrors.Decide(refused.Code) is SlackDecision.Refresh or SlackDecision.StopWorkspace;
}
