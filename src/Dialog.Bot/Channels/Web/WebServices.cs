using Dialog.Bot.Access;
using Dialog.Bot.Pages;
using Dialog.Core.Interviews;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Dialog.Bot.Channels.Web;

internal static class WebServices
{
    /// <summary>The largest body read: the longest message, however it is escaped.</summary>
    private const int MostBytes = 256 * 1024;

    public static void AddWebChat(this IServiceCollection services)
    {
        services.AddSingleton<WebSignals>();
        services.AddSingleton<ChatVisitors>();
        services.AddSingleton<ChatApi>();
        services.AddSingleton<IChannel, WebChannel>();
    }

    /// <param name="routes">Where to map.</param>
    /// <param name="open">Anybody at this machine may chat; otherwise an invitation is needed.</param>
    public static void MapWebChat(this IEndpointRouteBuilder routes, bool open)
    {
        routes.MapGet("/chat", (HttpContext http, string? invite, ChatVisitors visitors, Organisation organisation) => Page(http, invite, visitors, organisation, open)).ExcludeFromDescription().OpenTo("an invitation, the visitor's protected cookie, or this machine");
        var chat = routes.MapGroup("/chat").AddEndpointFilter(SameSite.OnlyAsync).AddEndpointFilter(SameVisitorAsync).WithMetadata(new RequestSizeLimitAttribute(MostBytes)).ExcludeFromDescription().OpenTo("the visitor's protected cookie");
        chat.MapGet("/messages", (HttpContext http, ChatApi api) => api.ReadAsync(http));
        chat.MapPost("/messages", (HttpContext http, ChatMessage message, ChatApi api) => api.SayAsync(http, message));
        chat.MapPost("/choices", (HttpContext http, ChatChoice choice, ChatApi api) => api.ChooseAsync(http, choice));
        chat.MapPost("/arrive", (HttpContext http, ChatApi api) => api.ArriveAsync(http));
        chat.MapGet("/stream", (HttpContext http, ChatApi api, IHostApplicationLifetime lifetime) => api.Stream(http, lifetime));
    }

    private static async ValueTask<object?> SameVisitorAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        context.HttpContext.RequestServices.GetRequiredService<ChatVisitors>().IsOfAnother(context.HttpContext.Request)
            ? TypedResults.Problem("This browser is another visitor's now.", statusCode: StatusCodes.Status409Conflict)
            : await next(context);

    private static IResult Page(HttpContext http, string? invite, ChatVisitors visitors, Organisation organisation, bool open)
    {
        var texts = PageLanguage.TextsFor(http, organisation);
        if (invite is { Length: > 0 })
        {
            if (visitors.Accept(invite) is not { } invited)
            {
                return Refused(texts.ChatInvitationOld);
            }

            visitors.Remember(http, invited);
            return Results.Redirect("~/chat");
        }

        var visitor = visitors.Find(http.Request);
        if (visitor is null)
        {
            if (!open || !ThisMachine.Asks(http))
            {
                return Refused(texts.ChatNeedsInvitation);
            }

            visitor = visitors.Remember(http);
        }

        return new RazorComponentResult<ChatPage>(new { Texts = texts, OrganisationName = organisation.Name, Visitor = ChatVisitors.Stamp(visitor) });

        RazorComponentResult Refused(string why) => new RazorComponentResult<MessagePage>(new { Texts = texts, Heading = texts.ChatTitle, Message = why }) { StatusCode = StatusCodes.Status403Forbidden };
    }
}
