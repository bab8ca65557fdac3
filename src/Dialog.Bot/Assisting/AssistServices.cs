using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace Dialog.Bot.Assisting;

internal static class AssistServices
{
    /// <summary>The drafting help. Off, it costs nothing: no part of it is made, and none of its library is loaded.</summary>
    /// <exception cref="StartupException">A value cannot work.</exception>
    public static void AddAssisting(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = AiSettings.Read(configuration);
        if (settings.Model is not null)
        {
            AddOn(services, settings);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void AddOn(IServiceCollection services, AiSettings settings)
    {
        services.AddHttpClient(ChatCompletions.HttpClientName, client =>
            {
                // The assistant ends it earlier, with a word for the editor.
                client.Timeout = settings.Wait + TimeSpan.FromSeconds(5);
                client.DefaultRequestHeaders.UserAgent.ParseAdd("Dialog/0.1");
            })
            .ConfigurePrimaryHttpMessageHandler(() => Outward.Handler(host => host == settings.Endpoint.IdnHost))
            .RemoveAllLoggers();
        services.AddSingleton<IChatClient, ChatCompletions>();
        services.AddSingleton<Assistant>();
        services.AddSingleton<SuggestionSeal>();
        services.AddSingleton<ICheck, AiCheck>();
    }
}
