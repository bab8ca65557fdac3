using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Threading.RateLimiting;
using Dialog.Bot.Channels.Web;
using Dialog.Bot.Turns;
using Dialog.Core.Drafts;
using Dialog.Core.Interviews;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Dialog.Bot.Desk;

internal static class DeskServices
{
    private const string SignInLimit = "sign-in";

    public static void AddDesk(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(new DeskOptions { Token = configuration["Desk:Token"] is { Length: > 0 } token ? token : DeskOptions.RandomToken() });
        services.AddRazorComponents();
        services.AddAntiforgery(options => options.Cookie.Name = "dialog-form");
        services.AddScoped<DeskRead>();
        services.AddAuthorization();
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(options =>
        {
            options.Cookie.Name = "dialog-desk";
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.ExpireTimeSpan = TimeSpan.FromDays(7);
            options.SlidingExpiration = true;
            options.LoginPath = "/";
            options.Events.OnRedirectToLogin = context =>
            {
                context.Response.Redirect("/");
                return Task.CompletedTask;
            };
        });
        services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.AddPolicy(SignInLimit, http => RateLimitPartition.GetFixedWindowLimiter(
                http.Connection.RemoteIpAddress?.ToString() ?? "", _ => new FixedWindowRateLimiterOptions { PermitLimit = 30, Window = TimeSpan.FromMinutes(1) }));
        });
    }

    public static void MapDesk(this IEndpointRouteBuilder routes)
    {
        var desk = routes.MapGroup("").ExcludeFromDescription();
        desk.MapGet("/", ListAsync);
        desk.MapGet("/signin", SignInByLinkAsync).RequireRateLimiting(SignInLimit);
        desk.MapPost("/signin", SignInAsync).RequireRateLimiting(SignInLimit);
        desk.MapPost("/signout", SignOutAsync).RequireAuthorization();
        desk.MapGet("/assignments/{id}", AssignmentAsync).RequireAuthorization();
        desk.MapDeskOrder();
        desk.MapDeskActions();
        desk.MapDeskReview();
        desk.MapDeskSeries();
        desk.MapDeskImport();
        desk.MapPost("/workspaces", ConfirmWorkspaceAsync).RequireAuthorization();
    }

    private static async Task<IResult> ListAsync(HttpContext http, DeskRead read, Organisation organisation) =>
        http.User.Identity?.IsAuthenticated == true ? await ListPageAsync(http, read, organisation, problem: null) : AskToSignIn(http, organisation, wrong: false);

    private static async Task<IResult> SignInByLinkAsync(HttpContext http, string? token, DeskOptions options, Organisation organisation) =>
        await EnterAsync(http, token, options) ? Results.Redirect("/") : AskToSignIn(http, organisation, wrong: true);

    private static async Task<IResult> SignInAsync(HttpContext http, [FromForm] string? token, DeskOptions options, Organisation organisation) =>
        await EnterAsync(http, token?.Trim(), options) ? Results.Redirect("/") : AskToSignIn(http, organisation, wrong: true);

    private static async Task<IResult> SignOutAsync(HttpContext http, [FromForm] string? leave)
    {
        await http.SignOutAsync();
        Acting.Choose(http, personId: null);
        return Results.Redirect("/");
    }

    /// <summary>An assignment's page; with what could not be done to one of its drafts it says so there.</summary>
    public static IResult Show(HttpContext http, DeskAssignment found, ChatVisitors visitors, Organisation organisation, (string DraftId, string Text)? problem = null) =>
        new RazorComponentResult<AssignmentPage>(new
        {
            Texts = PageLanguage.TextsFor(http, organisation),
            Found = found,
            Organisation = organisation,
            Problem = problem,
            Who = Acting.Of(http, found.Review),
            Now = http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow(),
            Invitation = found.WebUser is null ? null : $"{http.Request.Scheme}://{http.Request.Host}/chat?invite={Uri.EscapeDataString(visitors.Invite(found.WebUser))}",
        })
        {
            StatusCode = problem is null ? StatusCodes.Status200OK : StatusCodes.Status409Conflict,
        };

    /// <summary>There is no such page.</summary>
    public static IResult NotFound(PageTexts texts) =>
        new RazorComponentResult<MessagePage>(new { Texts = texts, Heading = texts.DeskTitle, Message = texts.NotFound }) { StatusCode = StatusCodes.Status404NotFound };

    private static async Task<IResult> AssignmentAsync(HttpContext http, string id, DeskRead read, ChatVisitors visitors, Organisation organisation) =>
        await read.FindAsync(id, http.RequestAborted) is { } found ? Show(http, found, visitors, organisation) : NotFound(PageLanguage.TextsFor(http, organisation));

    private static async Task<IResult> ConfirmWorkspaceAsync(HttpContext http, [FromForm] string? channel, [FromForm] string? id, WorkspaceBook workspaces)
    {
        await workspaces.ConfirmAsync(channel ?? "", id ?? "", http.RequestAborted);
        return Results.Redirect("/");
    }

    /// <summary>The first page; with what is wrong with the order that was filled in there.</summary>
    public static async Task<RazorComponentResult<ListPage>> ListPageAsync(HttpContext http, DeskRead read, Organisation organisation, string? problem) => new RazorComponentResult<ListPage>(new
    {
        Texts = PageLanguage.TextsFor(http, organisation),
        Lines = await read.ListAsync(http.RequestAborted),
        People = await read.PeopleAsync(http.RequestAborted),
        Notices = await read.NoticesAsync(http.RequestAborted),
        Queues = await read.QueuesAsync(http.RequestAborted),
        Organisation = organisation,
        Problem = problem,
    })
    {
        StatusCode = problem is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
    };

    private static RazorComponentResult<SignInPage> AskToSignIn(HttpContext http, Organisation organisation, bool wrong) =>
        new RazorComponentResult<SignInPage>(new { Texts = PageLanguage.TextsFor(http, organisation), Wrong = wrong })
        {
            StatusCode = wrong ? StatusCodes.Status401Unauthorized : StatusCodes.Status200OK,
        };

    private static async Task<bool> EnterAsync(HttpContext http, string? token, DeskOptions options)
    {
        if (token is null || !CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(options.Token)))
        {
            return false;
        }

        var identity = new ClaimsIdentity([new Claim(ClaimTypes.Name, "desk"), new Claim(ClaimTypes.Role, "editor")], CookieAuthenticationDefaults.AuthenticationScheme);
        await http.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, new ClaimsPrincipal(identity), new AuthenticationProperties { IsPersistent = true });
        return true;
    }
}
