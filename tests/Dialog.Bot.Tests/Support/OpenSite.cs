using System.Net;
using System.Net.Http.Headers;
using Dialog.Bot.Access;
using Dialog.Bot.Store;
using Dialog.Bot.Turns;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Dialog.Bot.Tests.Support;

/// <summary>The whole program in this process: its real doors on a free port of loopback, a store of its own.</summary>
internal sealed class OpenSite : IAsyncDisposable
{
    public const string Token = "the-desks-token-of-these-tests";

    private readonly TestStore store;
    private readonly bool owns;
    private readonly WebApplication app;
    private readonly List<HttpClient> clients = [];

    private OpenSite(TestStore store, bool owns, WebApplication app)
    {
        this.store = store;
        this.owns = owns;
        this.app = app;
    }

    public Uri Address => new(app.Urls.Single());

    public IServiceProvider Services => app.Services;

    public IReadOnlyList<RouteEndpoint> Routes => [.. ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()];

    public static async Task<OpenSite> OpenAsync(Dictionary<string, string>? settings = null, Action<IServiceCollection>? replace = null)
    {
        var store = new TestStore();
        try
        {
            return await OpenAsync(store, owns: true, settings, replace);
        }
        catch
        {
            store.Dispose();
            throw;
        }
    }

    /// <summary>A second program on another one's store.</summary>
    public static Task<OpenSite> OpenBesideAsync(OpenSite beside, Dictionary<string, string>? settings = null) => OpenAsync(beside.store, owns: false, settings, replace: null);

    private static async Task<OpenSite> OpenAsync(TestStore store, bool owns, Dictionary<string, string>? settings, Action<IServiceCollection>? replace)
    {
        var all = new Dictionary<string, string> { ["Urls"] = "http://127.0.0.1:0", ["Desk:Token"] = Token }.Concat(store.Settings.Select(pair => KeyValuePair.Create(pair.Key, pair.Value!)));
        foreach (var (key, value) in settings ?? [])
        {
            all = all.Where(pair => pair.Key != key).Append(KeyValuePair.Create(key, value));
        }

        var app = Site.Build([.. all.Select(pair => $"--{pair.Key}={pair.Value}")], services =>
        {
            services.AddLogging(logging => logging.ClearProviders());
            replace?.Invoke(services);
        });
        await app.Services.MigrateStoreAsync(TestContext.Current.CancellationToken);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new OpenSite(store, owns, app);
    }

    /// <summary>A browser of its own: keeps cookies, follows nothing.</summary>
    public HttpClient Browser(string? cookie = null)
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = cookie is null, CookieContainer = new CookieContainer() }) { BaseAddress = Address };
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        if (cookie is not null)
        {
            client.DefaultRequestHeaders.Add("Cookie", cookie);
        }

        clients.Add(client);
        return client;
    }

    /// <summary>A browser of somebody who is signed in, with what else it is given to keep: so it can send forms.</summary>
    public HttpClient Signed(string cookie)
    {
        var cookies = new CookieContainer();
        cookies.SetCookies(Address, cookie);
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = cookies }) { BaseAddress = Address };
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        clients.Add(client);
        return client;
    }

    /// <summary>A script with a bearer.</summary>
    public HttpClient Script(string? token = Token)
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Address };
        client.DefaultRequestHeaders.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        clients.Add(client);
        return client;
    }

    /// <summary>Somebody new who answers in the browser, and who they are there.</summary>
    public async Task<(string Id, string User)> AddOnTheWebAsync(string name)
    {
        var user = $"web-{Guid.NewGuid():N}";
        var person = await Services.GetRequiredService<PeopleBook>().AddAsync(name, null, ["respondent"], "sv", "Europe/Stockholm", [new Bot.Channels.Address(Bot.Channels.Address.Web, Bot.Channels.Address.Web, user)], TestContext.Current.CancellationToken);
        return (person!.Id, user);
    }

    /// <summary>Somebody new with a role, and the cookie of their session.</summary>
    public async Task<(string Id, string Cookie)> SignInAsync(string role)
    {
        var person = await Services.GetRequiredService<PeopleBook>().AddAsync(role, null, [role], "sv", "Europe/Stockholm", [], TestContext.Current.CancellationToken);
        return (person!.Id, Session(person.Id, TimeSpan.FromHours(1)));
    }

    /// <summary>A cookie as the program itself would have made it.</summary>
    public string Session(string personId, TimeSpan life)
    {
        const string Scheme = CookieAuthenticationDefaults.AuthenticationScheme;
        var cookies = Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(Scheme);
        var now = TimeProvider.System.GetUtcNow();
        var ticket = new AuthenticationTicket(Sessions.OfPerson(personId, now), new AuthenticationProperties { IssuedUtc = now.AddHours(-1), ExpiresUtc = now + life }, Scheme);
        return $"{cookies.Cookie.Name}={cookies.TicketDataFormat.Protect(ticket)}";
    }

    public async ValueTask DisposeAsync()
    {
        clients.ForEach(client => client.Dispose());
        await app.StopAsync(CancellationToken.None);
        await app.DisposeAsync();
        if (owns)
        {
            store.Dispose();
        }
    }
}
