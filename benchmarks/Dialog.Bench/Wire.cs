using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Dialog.Bench;

/// <summary>HTTP/1.1 on one connection, as little of it as the bench speaks: what generates the load and what swallows the replies must cost less than what is measured between them.</summary>
internal sealed class Wire(Socket socket) : IDisposable
{
    private byte[] buffer = new byte[16 * 1024];
    private int start;
    private int end;

    public static async Task<Wire> ConnectAsync(Uri address)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, address.Port);
        return new Wire(socket);
    }

    public async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            bytes = bytes[await socket.SendAsync(bytes)..];
        }
    }

    /// <summary>The next request or answer, good until the one after it; null when the other side has closed.</summary>
    public async ValueTask<Message?> ReadAsync()
    {
        buffer.AsSpan(start, end - start).CopyTo(buffer);
        (start, end) = (0, end - start);
        int head;
        while ((head = buffer.AsSpan(0, end).IndexOf("\r\n\r\n"u8) + 4) < 4)
        {
            if (!await FillAsync())
            {
                return null;
            }
        }

        int body;
        while ((body = BodyLength(head)) < 0)
        {
            if (!await FillAsync())
            {
                return null;
            }
        }

        start = head + body;
        return new Message(buffer.AsMemory(0, head), buffer.AsMemory(head, body));
    }

    public void Dispose() => socket.Dispose();

    private async ValueTask<bool> FillAsync()
    {
        if (end == buffer.Length)
        {
            Array.Resize(ref buffer, buffer.Length * 2);
        }

        var read = await socket.ReceiveAsync(buffer.AsMemory(end));
        end += read;
        return read > 0;
    }

    /// <summary>How long the body is that follows the head; -1 when it has not come wholly.</summary>
    private int BodyLength(int head)
    {
        foreach (var range in buffer.AsSpan(0, head).Split("\r\n"u8))
        {
            var line = buffer.AsSpan(range);
            if (line.Length > 15 && Ascii.EqualsIgnoreCase(line[..15], "content-length:"u8))
            {
                var length = int.Parse(line[15..][Ascii.Trim(line[15..])], System.Globalization.CultureInfo.InvariantCulture);
                return end - head >= length ? length : -1;
            }

            if (line.Length > 18 && Ascii.EqualsIgnoreCase(line[..18], "transfer-encoding:"u8))
            {
                return buffer.AsSpan(head, end - head).IndexOf("0\r\n\r\n"u8) is >= 0 and var last ? last + 5 : -1;
            }
        }

        return 0;
    }

    internal readonly record struct Message(ReadOnlyMemory<byte> Head, ReadOnlyMemory<byte> Body)
    {
        /// <summary>An answer that says that all is well.</summary>
        public bool IsOk => Head.Span.StartsWith("HTTP/1.1 2"u8);
    }
}
