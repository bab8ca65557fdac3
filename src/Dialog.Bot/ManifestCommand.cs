using System.Text.RegularExpressions;
using Dialog.Bot.Channels.Slack;
using Dialog.Bot.Channels.Teams;

namespace Dialog.Bot;

/// <summary><c>manifest slack --url …</c>, <c>manifest teams --app-id … --url …</c>: an app's manifest with the addresses filled in, ready to be pasted or uploaded.</summary>
internal static partial class ManifestCommand
{
    public const string Word = "manifest";

    /// <summary>The package that is uploaded to Teams, in the folder where the command is given.</summary>
    private const string Package = "dialog-teams.zip";

    private const string TeamsUsage = "Write: manifest teams --app-id 00000000-0000-0000-0000-000000000000 --url https://dialog.example.com [--sso-client-id 00000000-0000-0000-0000-000000000000] [--version 0.1.1]";

    private const string Usage = "Write: manifest slack --url https://dialog.example.com   or, without a public address: manifest slack --socket";

    /// <summary>0 when the manifest is there, 1 when it cannot be made, 2 when the command was not understood.</summary>
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

        return args is ["slack", "--url", _] ? Refuse($"--url: Slack only calls https addresses. {Usage}") : Misunderstand(args is ["slack", ..] ? Usage : $"{Usage}\n{TeamsUsage}");
    }

    private static int Pack(string[] args)
    {
        var given = new Dictionary<string, string>();
        for (var index = 0; index + 1 < args.Length; index += 2)
        {
            given[args[index]] = args[index + 1];
        }

        if (args.Length % 2 != 0 || !given.TryGetValue("--app-id", out var app) || !given.TryGetValue("--url", out var url) || given.Keys.Except(["--app-id", "--url", "--sso-client-id", "--version"]).Any())
        {
            return Misunderstand(TeamsUsage);
        }

        if (!Guid.TryParse(app, out var appId) || appId == Guid.Empty)
        {
            return Refuse($"--app-id: ”{app}” is not an application id (a GUID). Copy it from the Azure Bot's configuration page.");
        }

        if (!Uri.TryCreate(url, UriKind.Absolute, out var host) || host.Scheme != "https")
        {
            return Refuse($"--url: ”{url}” is not an https address. Teams only calls those.");
        }

        var signOn = given.TryGetValue("--sso-client-id", out var client) ? Guid.TryParse(client, out var id) ? id : Guid.Empty : default(Guid?);
        if (signOn == Guid.Empty)
        {
            return Refuse($"--sso-client-id: ”{client}” is not an application id (a GUID). Take the one in Desk:Oidc:ClientId.");
        }

        given.TryGetValue("--version", out var version);
        if (version is not null && !ThreeNumbers().IsMatch(version))
        {
            return Refuse($"--version: ”{version}” is not three numbers such as 0.1.1. Give a higher one each time the package is uploaded anew.");
        }

        try
        {
            File.WriteAllBytes(Package, TeamsManifest.Pack(appId, host, signOn, version));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Refuse($"{Path.GetFullPath(Package)} was not written. {exception.Message}");
        }

        Console.WriteLine($"{Path.GetFullPath(Package)} is ready to be uploaded in the Teams admin center.");
        return 0;
    }

    [GeneratedRegex(@"^(0|[1-9][0-9]{0,8})(\.(0|[1-9][0-9]{0,8})){2}\z", RegexOptions.NonBacktracking)]
    private static partial Regex ThreeNumbers();

    private static int Refuse(string why) => Say(why, ends: 1);

    private static int Misunderstand(string usage) => Say(usage, ends: 2);

    private static int Say(string what, int ends)
    {
        Console.Error.WriteLine(what);
        return ends;
    }
}
