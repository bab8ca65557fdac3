using System.Collections.Concurrent;
using Dialog.Bot.Channels;

namespace Dialog.Bot.Tests.Support;

/// <summary>A platform that answers as the test says, and tells the test when it was called.</summary>
internal sealed class FakeChannel : IChannel, IDisposable
{
    private readonly SemaphoreSlim called = new(0);

    public string Name => Address.Slack;

    public bool CanTell { get; set; } = true;

    /// <summary>What the next calls are answered with; when empty a message is simply sent.</summary>
    public ConcurrentQueue<SendResult> Answers { get; } = new();

    /// <summary>What the next look-ups are answered with; when empty the outcome stays unknown.</summary>
    public ConcurrentQueue<SendResult> LookUps { get; } = new();

    public ConcurrentQueue<Posting> Sent { get; } = new();

    public ConcurrentQueue<Posting> LookedUp { get; } = new();

    /// <summary>What happens while a message is on its way.</summary>
    public Func<Posting, Task>? Sending { get; set; }

    public async Task<SendResult> SendAsync(Posting posting, CancellationToken cancellationToken)
    {
        if (Sending is { } meanwhile)
        {
            await meanwhile(posting);
        }

        Sent.Enqueue(posting);
        called.Release();
        return Answers.TryDequeue(out var answer) ? answer : new SendResult.Sent($"D1:{Sent.Count}");
    }

    public Task<SendResult> ReconcileAsync(Posting posting, CancellationToken cancellationToken)
    {
        LookedUp.Enqueue(posting);
        called.Release();
        return Task.FromResult(LookUps.TryDequeue(out var answer) ? answer : new SendResult.Unknown("cannot tell"));
    }

    public void Dispose() => called.Dispose();

    /// <summary>Returns once the channel has been called that many more times.</summary>
    public async Task WaitForCallsAsync(int count)
    {
        for (var call = 0; call < count; call++)
        {
            Assert.True(await called.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken), "The channel was not called.");
        }
    }

    /// <summary>Returns once that many postings of a kind were sent.</summary>
    public async Task WaitForAsync(Func<Posting, bool> wanted, int count = 1)
    {
        while (Sent.Count(wanted) < count)
        {
            await WaitForCallsAsync(1);
        }
    }
}
