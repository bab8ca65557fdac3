using Dialog.Bot.Channels.Slack;
using Dialog.Bot.Channels.Teams;

namespace Dialog.Bot;

/// <summary><c>manifest slack --url …</c>, <c>manifest teams --app-id … --url …</c>: an app's manifest with the addresses filled in, ready to be pasted or uploaded.</summary>
internal static class ManifestCommand
{
    /// <summary>The package that is uploaded to Teams, in the folder where the command is given.</summary>
    private const string Package = "dialog-teams.zip";

    private const string TeamsUsage = "Write: manifest teams --app-id 00000000-0000-0000-0000-000000000000 --url https://dialog.example.com";

    private const string Usage = "Write: manifest slack --url https://dialog.example.com   or, without a public address: manifest slack --socket";

    public static int Print(string[] args)
    {
        if (args is ["teams", .. var of])
        {
            return Pack(of);
        }

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

    private static int Pack(string[] args)
    {
        var (app, url) = args switch
        {
            ["--app-id", var id, "--url", var address] => (id, address),
            ["--url", var address, "--app-id", var id] => (id, address),
            _ => (null, null),
        };
        if (app is null)
        {
            return Refuse(TeamsUsage);
        }

        if (!Guid.TryParse(app, out var appId) || appId == Guid.Empty)
        {
            return Refuse($"--app-id: ”{app}” is not an application id (a GUID). Copy it from the Azure Bot's configuration page.");
        }

        if (!Uri.TryCreate(url, UriKind.Absolute, out var host) || host.Scheme != "https")
        {
            return Refuse($"--url: ”{url}” is not an https address. Teams only calls those.");
        }

        File.WriteAllBytes(Package, TeamsManifest.Pack(appId, host));
        Console.WriteLine($"{Path.GetFullPath(Package)} is ready to be uploaded in the Teams admin center.");
        return 0;
    }

    private static int Refuse(string why)
    {
        Console.Error.WriteLine(why);
        return 1;
    }
}
