using Dialog.Bot.Access;
using Dialog.Bot.Channels.Slack;
using Dialog.Bot.Channels.Teams;

namespace Dialog.Bot;

/// <summary>The few lines an operator reads when the program has started.</summary>
internal static class Welcome
{
    public static void Print(WebApplication app)
    {
        Console.WriteLine();
        foreach (var line in Lines(app.Services, app.Configuration, app.Urls.FirstOrDefault() ?? "http://localhost:5080"))
        {
            Console.WriteLine($"  {line}");
        }

        Console.WriteLine();
    }

    /// <summary>Where the chat and the desk are, which platforms are configured and what is missing for the others.</summary>
    public static IEnumerable<string> Lines(IServiceProvider services, IConfiguration configuration, string listening)
    {
        var address = Reachable(configuration, listening);
        var desk = services.GetRequiredService<DeskOptions>();
        var random = string.IsNullOrEmpty(configuration["Desk:Token"]);
        return
        [
            "Dialog is ready.  Stop with Ctrl-C.",
            $"Chat   {address}/chat",
            services.GetRequiredService<OidcOptions>().SignsIn && random ? $"Desk   {address}/   (sign in with the organisation's account)"
                : random ? $"Desk   {address}/signin?token={desk.Token}   (set Desk:Token to keep the same)"
                : $"Desk   {address}/   (sign in with Desk:Token)",
            $"Slack  {SlackState(services.GetRequiredService<SlackOptions>(), address)}",
            $"Teams  {(services.GetRequiredService<TeamsOptions>().IsConfigured ? "configured" : "local playground only: Teams:AppId, Teams:AppPassword and Teams:TenantId missing. See docs/connect-teams.md")}",
        ];
    }

    /// <summary>Where people reach the program; what listens everywhere is on this machine, too, and a browser needs a name for it.</summary>
    private static string Reachable(IConfiguration configuration, string listening) =>
        configuration["Organisation:Url"] is { Length: > 0 } url
            ? url.TrimEnd('/')
            : listening.Replace("://0.0.0.0", "://localhost", StringComparison.Ordinal).Replace("://[::]", "://localhost", StringComparison.Ordinal);

    private static string SlackState(SlackOptions slack, string address) => slack switch
    {
        { CanSend: false } => "not configured: Slack:SigningSecret and Slack:BotToken missing. See docs/connect-slack.md",
        { HearsSocket: true } => "configured, Socket Mode (no public address needed)",
        { CanInstall: true } => $"configured; install it at {address}/slack/install",
        _ => "configured",
    };
}
