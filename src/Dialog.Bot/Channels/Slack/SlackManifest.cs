namespace Dialog.Bot.Channels.Slack;

/// <summary>The app's manifest, <c>manifest/slack/manifest.yaml</c>, with an address filled in or for Socket Mode.</summary>
internal static class SlackManifest
{
    private const string Placeholder = "https://dialog.example.com";

    /// <summary>Slack reaches us at the address.</summary>
    public static string For(Uri address) => Read().Replace(Placeholder, address.GetLeftPart(UriPartial.Path).TrimEnd('/'), StringComparison.Ordinal);

    /// <summary>We reach Slack: no address of ours is in it, except where an administrator's browser would come back to.</summary>
    public static string ForSocketMode()
    {
        var lines = Read().Split('\n').ToList();
        lines.RemoveAll(line => line.Contains(Placeholder, StringComparison.Ordinal) && !line.StartsWith('#') || line.Trim() == "redirect_urls:");
        return string.Join('\n', lines).Replace("socket_mode_enabled: false", "socket_mode_enabled: true", StringComparison.Ordinal);
    }

    private static string Read()
    {
        using var stream = typeof(SlackManifest).Assembly.GetManifestResourceStream("manifest.slack.yaml") ?? throw new InvalidOperationException("The manifest is not part of the program.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
