using System.Text.Json.Serialization;
using Dialog.Bot.Access;
using Dialog.Bot.Api;
using Dialog.Bot.Assisting;
using Dialog.Bot.Channels.Hooks;
using Dialog.Bot.Channels.Slack;
using Dialog.Bot.Channels.Teams;
using Dialog.Bot.Channels.Web;
using Dialog.Bot.Delivery;
using Dialog.Bot.Desk;
using Dialog.Bot.Export;
using Dialog.Bot.Observing;
using Dialog.Bot.Schedule;
using Dialog.Bot.SigningIn;
using Dialog.Bot.Store;
using Dialog.Bot.Trust;
using Dialog.Bot.Turns;
using Microsoft.Extensions.Configuration.EnvironmentVariables;
using Microsoft.Extensions.Configuration.Json;

namespace Dialog.Bot;

/// <summary>The program put together: what it is made of, and what a request passes on its way in.</summary>
internal static class Site
{
    /// <summary>Sections that hold secrets.</summary>
    private static readonly string[] Secretive = ["Desk", "Slack", "Teams", "Ai"];

    /// <summary>Built, not started.</summary>
    /// <param name="args">Configuration.</param>
    /// <param name="replace">Puts other parts in the place of some.</param>
    /// <exception cref="StartupException">A value of the configuration cannot work.</exception>
    public static WebApplication Build(string[] args, Action<IServiceCollection>? replace = null)
    {
        var builder = Configure(args);
        builder.WebHost.UseStaticWebAssets();
        var levels = new LogLevels();
        ((IConfigurationBuilder)builder.Configuration).Add(levels);
        builder.Services.AddSingleton(levels);
        StartupChecks.Check(builder.Configuration);
        builder.WebHost.ConfigureKestrel(Limits.Bound);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(4));
        builder.Services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.DefaultIgnoreCondition = JsonIgnoreCondition.Never;
            json.SerializerOptions.MaxDepth = 32;
            json.SerializerOptions.Converters.Add(new WithOffset());
            json.SerializerOptions.Converters.Add(new ByName());
        });
        builder.Services.AddSingleton(TimeProvider.System);

        builder.Services.AddLimits(builder.Configuration);
        builder.Services.AddObserving(builder.Configuration);
        builder.Services.AddStore(builder.Configuration);
        builder.Services.AddTurns(builder.Configuration);
        builder.Services.AddSlack(builder.Configuration);
        builder.Services.AddTeams(builder.Configuration);
        builder.Services.AddHooks(builder.Configuration);
        builder.Services.AddDelivery();
        builder.Services.AddSchedule();
        builder.Services.AddExport();
        builder.Services.AddStatusPages();
        builder.Services.AddApi();
        builder.Services.AddWebChat();
        builder.Services.AddSignIn(builder.Configuration);
        builder.Services.AddDesk();
        builder.Services.AddAssisting(builder.Configuration);

        replace?.Invoke(builder.Services);

        var app = builder.Build();
        app.UsePathPrefix();
        app.UseHead();
        app.UseExceptionHandler();
        app.UseStatusPages();
        app.UseSecurityHeaders();
        app.UseRouting();
        app.MapMetrics(open: StartupChecks.IsLocal(app.Configuration));
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseDoors();
        app.UseAntiforgery();
        app.UseFormsOfOurOwnOnly();
        app.MapStaticAssets().OpenTo("files of the program's own, without data");
        app.MapHealth();
        app.MapSignIn();
        app.MapSlack();
        app.MapTeams();
        app.MapWebChat(open: StartupChecks.IsLocal(app.Configuration));
        app.MapDesk();
        app.MapPrivacy();
        app.MapArchivePage();
        app.MapApi();
        return app;
    }

    /// <summary>With its configuration, and nothing else.</summary>
    /// <exception cref="InvalidDataException">A file of settings cannot be read.</exception>
    public static WebApplicationBuilder Configure(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ApplicationName = typeof(Site).Assembly.GetName().Name, ContentRootPath = AppContext.BaseDirectory });
        var configuration = builder.Configuration;

        // dotnet user-secrets: before appsettings.json, behind the environment. Where its folder is missing it would look beside the program.
        if (new ConfigurationBuilder().AddUserSecrets(typeof(Site).Assembly, optional: true).Sources is [JsonConfigurationSource { FileProvider: not null } secrets])
        {
            configuration.Sources.Insert(configuration.Sources.IndexOf(configuration.Sources.OfType<EnvironmentVariablesConfigurationSource>().Last()), secrets);
        }

        // A secret that was copied, or read from a file, brings a blank or a line's end along.
        configuration.AddInMemoryCollection(Secretive.SelectMany(section => configuration.GetSection(section).AsEnumerable()).Where(pair => pair.Value?.Trim() != pair.Value).Select(pair => KeyValuePair.Create(pair.Key, pair.Value?.Trim())).ToList());
        return builder;
    }
}
