using System.Collections.Immutable;
using System.Threading.Channels;

namespace Dialog.Bot.Channels.Web;

/// <summary>Tells open chat pages of this process that there is something new to fetch.</summary>
internal sealed class WebSignals
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, ImmutableList<Channel<bool>>> listeners = [];

    /// <summary>Rings for every open page of a visitor; rings while a page is busy are remembered as one.</summary>
    public void Ring(string visitor)
    {
        ImmutableList<Channel<bool>> open;
        lock (gate)
        {
            open = listeners.GetValueOrDefault(visitor) ?? [];
        }

        open.ForEach(page => page.Writer.TryWrite(true));
    }

    /// <summary>Listens until disposed.</summary>
    public Listener Listen(string visitor)
    {
        var page = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        lock (gate)
        {
            listeners[visitor] = (listeners.GetValueOrDefault(visitor) ?? []).Add(page);
        }

        return new Listener(this, visitor, page);
    }

    private void Leave(string visitor, Channel<bool> page)
    {
        lock (gate)
        {
            var left = (listeners.GetValueOrDefault(visitor) ?? []).Remove(page);
            if (left.IsEmpty)
            {
                listeners.Remove(visitor);
            }
            else
            {
                listeners[visitor] = left;
            }
        }
    }

    /// <summary>One open page.</summary>
    internal sealed class Listener(WebSignals signals, string visitor, Channel<bool> page) : IDisposable
    {
        /// <summary>A ring each time there is something new.</summary>
        public ChannelReader<bool> Rings => page.Reader;

        public void Dispose() => signals.Leave(visitor, page);
    }
}
