using Dialog.Bot.Access;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Dialog.Bot.Channels.Teams;

internal static class TeamsServices
{
    public static void AddTeams(this IServiceCollection services, IConfiguration configuration)
    {
        var options = TeamsOptions.Read(configuration.GetSection("Teams"));
        options.Check();
        services.AddSingleton(options);
        services.AddSingleton<ServiceHosts>();
        services.AddSingleton<IConfigurationManager<OpenIdConnectConfiguration>>(_ => new ConfigurationManager<OpenIdConnectConfiguration>(
            options.OpenIdMetadata,
            new OpenIdConnectConfigurationRetriever(),
            new HttpDocumentRetriever { RequireHttps = !new Uri(options.OpenIdMetadata).IsLoopback }));
        services.AddSingleton<TeamsToken>();
        services.AddSingleton<TeamsCredential>();
        services.AddSingleton<TeamsPace>();
        services.AddSingleton<TeamsConnector>();
        services.AddSingleton<TeamsRoster>();
        services.AddSingleton<TeamsPeople>();
        services.AddHostedService(provider => provider.GetRequiredService<TeamsPeople>());
        services.AddSingleton<TeamsDialogs>();
        services.AddSingleton<TeamsReasonDialog>();
        services.AddSingleton<TeamsReactions>();
        services.AddSingleton<TeamsAsking>();
        services.AddSingleton<TeamsInvoke>();
        services.AddSingleton<TeamsTab>();
        services.AddSingleton<TeamsReceive>();
        services.AddSingleton<ICheck, TeamsCheck>();
        services.AddSingleton<IChannel, TeamsChannel>();
        services.AddHttpClient(TeamsConnector.HttpClientName, client =>
            {
                client.Timeout = TimeSpan.FromSeconds(20);
                client.DefaultRequestHeaders.UserAgent.ParseAdd("Dialog/0.1");
            })
            .ConfigurePrimaryHttpMessageHandler(() => Outward.Handler(options.Names))
            .RemoveAllLoggers();
    }

    public static void MapTeams(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/api/messages", (HttpContext http, TeamsReceive teams) => teams.ReceiveAsync(http)).ExcludeFromDescription().OpenTo("the Bot Framework's token").StraightIn();

        routes.MapGet("/teams/tab", (HttpContext http, TeamsTab tab) => tab.Page(http)).ExcludeFromDescription().OpenTo("an empty page");
        routes.MapGet("/teams/tab/mine", (HttpContext http, TeamsTab tab) => tab.MineAsync(http)).ExcludeFromDescription().OpenTo("the OpenID provider's token, for one's own words");

        // The Agents Playground asks with HEAD whether somebody is there.
        routes.MapMethods("/api/messages", [HttpMethods.Get, HttpMethods.Head, HttpMethods.Put, HttpMethods.Delete], () => Results.StatusCode(StatusCodes.Status405MethodNotAllowed)).ExcludeFromDescription().OpenTo("says that somebody is there");
    }
}
