namespace Dialog.Bot.Channels;

/// <summary>Reads a request body into memory, up to a limit.</summary>
internal static class BoundedBody
{
    /// <summary>Bodies up to here, in bytes, are read in one go: nearly all that platforms send.</summary>
    private const int Usual = 16 * 1024;

    /// <summary>The body's bytes; null when it is longer than the limit.</summary>
    public static async Task<byte[]?> ReadAsync(HttpRequest request, int most, CancellationToken cancellationToken)
    {
        if (request.ContentLength > most)
        {
            return null;
        }

        if (request.ContentLength is { } length and <= Usual)
        {
            // The server reads no more than that, and fails where less comes.
            var whole = new byte[length];
            await request.Body.ReadExactlyAsync(whole, cancellationToken);
            return whole;
        }

        // Memory is taken for what has come, not for what is announced.
        using var body = new MemoryStream(Usual);
        var buffer = new byte[Usual];
        while (await request.Body.ReadAsync(buffer, cancellationToken) is var read and > 0)
        {
            if (body.Length + read > most)
            {
                return null;
            }

            body.Write(buffer, 0, read);
        }

        return body.ToArray();
    }
}
