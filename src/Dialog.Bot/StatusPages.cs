using System.Globalization;
using Dialog.Bot.Api;
using Dialog.Bot.Pages;
using Dialog.Bot.Store;
using Dialog.Core.Interviews;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dialog.Bot;

/// <summary>What stands on an answer that says nothing but its status: problem details for programs, a page for people.</summary>
internal static class StatusPages
{
    public static void AddStatusPages(this IServiceCollection services) => services.Configure<ExceptionHandlerOptions>(handler => handler.ExceptionHandler = AnswerAsync);

    public static void UseStatusPages(this IApplicationBuilder app) => app.UseStatusCodePages(context => AnswerAsync(context.HttpContext));

    /// <summary>What failed on its way has lost the headers that it had.</summary>
    private static async Task AnswerAsync(HttpContext http)
    {
        SecurityHeaders.Tell(http);
        var failure = http.Features.Get<IExceptionHandlerFeature>()?.Error;
        if (failure is not null && Outage.Is(failure))
        {
            http.Response.Headers.RetryAfter = Outage.RetryAfter.ToString(CultureInfo.InvariantCulture);
        }

        if (!ApiProblemWriter.Is(http) && http.Request.GetTypedHeaders().Accept.Any(type => type.MediaType == "text/html"))
        {
            var texts = PageLanguage.TextsFor(http, http.RequestServices.GetRequiredService<Organisation>());
            await new RazorComponentResult<MessagePage>(new { Texts = texts, Heading = texts.DeskTitle, Message = Say(http, texts), Back = true }) { StatusCode = http.Response.StatusCode }.ExecuteAsync(http);
            return;
        }

        await http.RequestServices.GetRequiredService<IProblemDetailsService>().TryWriteAsync(new ProblemDetailsContext { HttpContext = http, Exception = failure, ProblemDetails = { Status = http.Response.StatusCode } });
    }

    private static string Say(HttpContext http, PageTexts texts) => (http.Response.StatusCode, texts.Language) switch
    {
        (StatusCodes.Status404NotFound, _) => texts.NotFound,
        (StatusCodes.Status429TooManyRequests, "en") => "That was a lot at once. Wait a minute and try again.",
        (StatusCodes.Status429TooManyRequests, _) => "Det blev många försök på en gång. Vänta en minut och försök igen.",
        (StatusCodes.Status400BadRequest, "en") => "The form could not be taken, maybe because the page was open for long. Go back, reload the page and send it again.",
        (StatusCodes.Status400BadRequest, _) => "Formuläret gick inte att ta emot, kanske för att sidan stått öppen länge. Gå tillbaka, läs in sidan på nytt och skicka igen.",
        (StatusCodes.Status413PayloadTooLarge, "en") => "That is too big.",
        (StatusCodes.Status413PayloadTooLarge, _) => "Det är för stort.",
        (StatusCodes.Status503ServiceUnavailable, "en") when HttpMethods.IsGet(http.Request.Method) => "This page can not be shown just now. Wait a while and load it again.",
        (StatusCodes.Status503ServiceUnavailable, _) when HttpMethods.IsGet(http.Request.Method) => "Sidan kan inte visas just nu. Vänta en stund och läs in den igen.",
        (StatusCodes.Status503ServiceUnavailable, "en") => "Nothing can be saved just now, and nothing was. Wait a while, go back and send it again: what you wrote is still there.",
        (StatusCodes.Status503ServiceUnavailable, _) => "Det går inte att spara just nu, och ingenting sparades. Vänta en stund, gå tillbaka och skicka igen: det du skrev står kvar där.",
        (var status, "en") => $"That did not work ({status}).",
        var (status, _) => $"Det gick inte ({status}).",
    };
}
