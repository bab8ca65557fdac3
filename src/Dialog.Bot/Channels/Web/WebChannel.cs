namespace Dialog.Bot.Channels.Web;

/// <summary>On the web the transcript is the delivery: a committed message is there for the page to fetch. All that is sent is a ring.</summary>
internal sealed class WebChannel(WebSignals signals) : IChannel
{
    public string Name => Address.Web;

    public bool CanTell => true;

    public Task<SendResult> SendAsync(Posting posting, CancellationToken cancellationToken)
    {
        signals.Ring(posting.To.User);
        return Task.FromResult<SendResult>(new SendResult.Sent(null));
    }

    public Task<SendResult> ReconcileAsync(Posting posting, CancellationToken cancellationToken) => SendAsync(posting, cancellationToken);
}
