using Dialog.Bot.Turns;

namespace Dialog.Bot.Channels.Hooks;

internal static class HookServices
{
    public static void AddHooks(this IServiceCollection services, IConfiguration configuration)
    {
        var (targets, anywhere) = (HookSettings.Read(configuration), HookSettings.AllowsPrivate(configuration));
        if (targets.Count == 0)
        {
            return;
        }

        services.AddSingleton<IChannel, HookChannel>();
        services.AddHttpClient(HookChannel.HttpClientName, client =>
            {
                client.Timeout = TimeSpan.FromSeconds(15);
                client.DefaultRequestHeaders.UserAgent.ParseAdd("Dialog/0.1");
            })
            .ConfigurePrimaryHttpMessageHandler(() => Outward.Handler(host => anywhere || targets.Any(target => target.Url.IsLoopback && target.Url.IdnHost == host)))
            .RemoveAllLoggers();
    }
}
