using Dialog.Bot.Channels.Slack;

namespace Dialog.Bot;

/// <summary><c>manifest slack --url …</c>: an app's manifest with the addresses filled in, ready to be pasted.</summary>
internal static class ManifestCommand
{
    private const string Usage = "Write: manifest slack --url https://dialog.example.com   or, without a public address: manifest slack --socket";

    public static int Print(string[] args)
    {
        if (args is ["slack", "--socket"])
        {
            Console.Write(SlackManifest.ForSocketMode());
            return 0;
        }

        if (args is ["slack", "--url", var url] && Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme == "https")
        {
            Console.Write(SlackManifest.For(address));
            return 0;
        }

        Console.Error.WriteLine(args is ["slack", "--url", ..] ? $"--url: Slack only calls https addresses. {Usage}" : Usage);
        return 1;
    }
}
