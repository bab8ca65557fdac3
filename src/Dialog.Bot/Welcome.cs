using Dialog.Bot.Access;
using Dialog.Bot.Channels.Slack;

namespace Dialog.Bot;

/// <summary>The few lines an operator reads when the program has started.</summary>
internal static class Welcome
{
    public static void Print(WebApplication app)
    {
        var configuration = app.Configuration;
        var address = app.Urls.FirstOrDefault() ?? "http://localhost:5080";
        var desk = app.Services.GetRequiredService<DeskOptions>();
        var random = string.IsNullOrEmpty(configuration["Desk:Token"]);
        Console.WriteLine();
        Console.WriteLine($"  Dialog is ready.  Stop with Ctrl-C.");
        Console.WriteLine($"  Chat   {address}/chat");
        Console.WriteLine(app.Services.GetRequiredService<OidcOptions>().SignsIn && random ? $"  Desk   {address}/   (sign in with the organisation's account)" : random
            ? $"  Desk   {address}/signin?token={desk.Token}   (set Desk:Token to keep the same)"
            : $"  Desk   {address}/   (sign in with Desk:Token)");
        Console.WriteLine($"  Slack  {SlackState(app.Services.GetRequiredService<SlackOptions>(), address)}");
        Console.WriteLine($"  Teams  {TeamsState(configuration)}");
        Console.WriteLine();
    }

    private static string SlackState(SlackOptions slack, string address) => slack switch
    {
        { CanSend: false } => "not configured: Slack:SigningSecret and Slack:BotToken missing. See docs/connect-slack.md",
        { HearsSocket: true } => "configured, Socket Mode (no public address needed)",
        { CanInstall: true } => $"configured; install it at {address}/slack/install",
        _ => "configured",
    };

    private static string State(IConfiguration configuration, string section, params string[] keys)
    {
        var missing = keys.Where(key => string.IsNullOrEmpty(configuration[$"{section}:{key}"])).ToList();
        return missing.Count == 0 ? "configured" : $"not configured: {string.Join(" and ", missing.Select(key => $"{section}:{key}"))} missing. See docs/connect-{section.ToLowerInvariant()}.md";
    }

    private static string TeamsState(IConfiguration configuration) =>
        string.IsNullOrEmpty(configuration["Teams:AppId"])
            ? "local playground only: Teams:AppId, Teams:AppPassword and Teams:TenantId missing. See docs/connect-teams.md"
            : "configured";
}
