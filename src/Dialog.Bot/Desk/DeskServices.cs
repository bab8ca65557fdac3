using Dialog.Bot.Access;
using Dialog.Bot.Channels.Web;
using Dialog.Bot.Pages;
using Dialog.Bot.Store;
using Dialog.Bot.Turns;
using Dialog.Core.Access;
using Dialog.Core.Drafts;
using Dialog.Core.Interviews;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Dialog.Bot.Desk;

internal static class DeskServices
{
    public static void AddDesk(this IServiceCollection services)
    {
        services.AddRazorComponents();
        services.AddAntiforgery(options => options.Cookie.Name = "dialog-form");
        services.AddScoped<DeskRead>();
        services.AddScoped<OverviewRead>();
        services.AddScoped<SearchRead>();
        services.AddScoped<OperationRead>();
        services.AddScoped<LiveRead>();
        services.AddSingleton<Presence>();
    }

    public static void MapDesk(this IEndpointRouteBuilder routes)
    {
        var desk = routes.MapGroup("").ExcludeFromDescription();
        desk.MapGet("/", OverviewAsync).Needs(Act.SeeWork);
        desk.MapGet("/assignments/{id}", AssignmentAsync).Needs(Act.ReadDrafts);
        desk.MapDeskOrder();
        desk.MapDeskActions();
        desk.MapDeskReview();
        desk.MapDeskAssist();
        desk.MapDeskReaders();
        desk.MapDeskComments();
        desk.MapDeskSeries();
        desk.MapDeskImport();
        desk.MapDeskPeopleImport();
        desk.MapDeskSearch();
        desk.MapDeskOperation();
        desk.MapDeskQuestions();
        desk.MapDeskOutlets();
        desk.MapDeskSettings();
        desk.MapDeskLive();
        desk.MapPost("/workspaces", ConfirmWorkspaceAsync).Needs(Act.Operate);
    }

    private static async Task<IResult> OverviewAsync(HttpContext http, OverviewRead overview, DeskRead read, LiveRead live, SearchRead search, Organisation organisation, TimeProvider time) =>
        await DeskOverview.ShowAsync(http, overview, read, live, search, organisation, time);

    /// <summary>An assignment's page; with what could not be done to one of its drafts it says so there, and shows what was written for it.</summary>
    public static IResult Show(
        HttpContext http, DeskAssignment found, ChatVisitors visitors, Organisation organisation,
        (string DraftId, string Text)? problem = null, ReviewOrder? written = null, (string Problem, FilledForm Written)? readers = null, (OrderForm Written, int Status)? order = null, string? comment = null, DeskLine? from = null) =>
        new RazorComponentResult<AssignmentPage>(new
        {
            Texts = PageLanguage.TextsFor(http, organisation),
            Found = found,
            Organisation = organisation,
            Problem = problem,
            Written = written,
            Comment = comment,
            ReadersProblem = readers,
            Order = order?.Written,
            Who = Acting.Of(http, found.Review),
            Caller = Caller.Of(http),
            Done = http.Request.Query["done"].ToString(),
            From = from,
            Now = http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow(),
            Invitation = found.WebUser is null ? null : $"{PathPrefix.Root(http)}/chat?invite={Uri.EscapeDataString(visitors.Invite(found.WebUser))}",
        })
        {
            StatusCode = order?.Status ?? (problem is null ? readers is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest : StatusCodes.Status409Conflict),
        };

    /// <summary>There is no such page.</summary>
    public static IResult NotFound(PageTexts texts) =>
        new RazorComponentResult<MessagePage>(new { Texts = texts, Heading = texts.DeskTitle, Message = texts.NotFound, Back = true }) { StatusCode = StatusCodes.Status404NotFound };

    private static async Task<IResult> AssignmentAsync(HttpContext http, string id, string? find, string? from, DeskRead read, ChatVisitors visitors, Organisation organisation) =>
        await read.FindAsync(id, http.RequestAborted, find?.Trim() ?? "") is { } found
            ? Show(http, found, visitors, organisation, from: from is null ? null : await read.LineAsync(from, http.RequestAborted))
            : NotFound(PageLanguage.TextsFor(http, organisation));

    private static async Task<IResult> ConfirmWorkspaceAsync(HttpContext http, [FromForm] string? channel, [FromForm] string? id, WorkspaceBook workspaces)
    {
        await workspaces.ConfirmAsync(channel ?? "", id ?? "", http.RequestAborted);
        return Results.Redirect("~/");
    }
}
