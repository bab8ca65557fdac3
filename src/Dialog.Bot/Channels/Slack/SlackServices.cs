using Dialog.Bot.Access;

namespace Dialog.Bot.Channels.Slack;

internal static class SlackServices
{
    public static void AddSlack(this IServiceCollection services, IConfiguration configuration)
    {
        var options = SlackOptions.Read(configuration.GetSection("Slack"));
        options.Check();
        services.AddSingleton(options);
        services.AddSingleton<SlackReceive>();
        services.AddSingleton<ICheck, SlackCheck>();
        services.AddSingleton<SlackApi>();
        services.AddSingleton(provider => new SlackPace(provider.GetRequiredService<TimeProvider>(), options.MessagesPerMinute));
        services.AddSingleton<SlackInstalls>();
        services.AddSingleton<SlackCalls>();
        services.AddSingleton<SlackHistory>();
        services.AddSingleton<SlackPeople>();
        services.AddSingleton<SlackMentions>();
        services.AddSingleton<SlackTurns>();
        services.AddSingleton<SlackAsking>();
        services.AddSingleton<SlackCommands>();
        services.AddSingleton<SlackWindows>();
        services.AddSingleton<SlackDispatch>();
        services.AddSingleton<SlackOAuth>();
        if (options.CanSend)
        {
            services.AddSingleton<IChannel, SlackChannel>();
            services.AddHostedService<SlackCare>();
            services.AddHostedService(provider => provider.GetRequiredService<SlackPeople>());
        }

        if (options.HearsSocket)
        {
            services.AddHostedService<SlackSockets>();
        }

        services.AddHttpClient(SlackApi.HttpClientName, client =>
            {
                client.Timeout = TimeSpan.FromSeconds(20);
                client.DefaultRequestHeaders.UserAgent.ParseAdd("Dialog/0.1");
            })
            .ConfigurePrimaryHttpMessageHandler(() => Outward.Handler(host => host == options.Api.IdnHost))
            .RemoveAllLoggers();
    }

    public static void MapSlack(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/slack/install", (HttpContext http, SlackOAuth slack) => slack.Begin(http)).ExcludeFromDescription().OpenTo("Slack asks the workspace's administrator; what comes of it waits for a yes at the desk");
        routes.MapGet("/slack/oauth/callback", (HttpContext http, SlackOAuth slack, string? code, string? state, string? error) => slack.FinishAsync(http, code, state, error)).ExcludeFromDescription().OpenTo("the state cookie and Slack's code");
        routes.MapPost("/slack/events", (HttpContext http, SlackReceive slack) => slack.EventsAsync(http)).ExcludeFromDescription().OpenTo("Slack's signature").StraightIn();
        routes.MapPost("/slack/interactions", (HttpContext http, SlackReceive slack) => slack.InteractionsAsync(http)).ExcludeFromDescription().OpenTo("Slack's signature");
        routes.MapPost("/slack/commands", (HttpContext http, SlackReceive slack) => slack.CommandsAsync(http)).ExcludeFromDescription().OpenTo("Slack's signature");
    }
}
