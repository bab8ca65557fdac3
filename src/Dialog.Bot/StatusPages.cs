using Dialog.Bot.Api;
using Dialog.Bot.Pages;
using Dialog.Core.Interviews;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dialog.Bot;

/// <summary>What stands on an answer that says nothing but its status: problem details for programs, a page for people.</summary>
internal static class StatusPages
{
    public static void UseStatusPages(this IApplicationBuilder app) => app.UseStatusCodePages(async context =>
    {
        var http = context.HttpContext;
        if (!ApiProblemWriter.Is(http) && http.Request.GetTypedHeaders().Accept.Any(type => type.MediaType == "text/html"))
        {
            var texts = PageLanguage.TextsFor(http, http.RequestServices.GetRequiredService<Organisation>());
            await new RazorComponentResult<MessagePage>(new { Texts = texts, Heading = texts.DeskTitle, Message = Say(http.Response.StatusCode, texts), Back = true }) { StatusCode = http.Response.StatusCode }.ExecuteAsync(http);
            return;
        }

        await http.RequestServices.GetRequiredService<IProblemDetailsService>().TryWriteAsync(new ProblemDetailsContext { HttpContext = http, ProblemDetails = { Status = http.Response.StatusCode } });
    });

    private static string Say(int status, PageTexts texts) => (status, texts.Language) switch
    {
        (StatusCodes.Status404NotFound, _) => texts.NotFound,
        (StatusCodes.Status429TooManyRequests, "en") => "That was a lot at once. Wait a minute and try again.",
        (StatusCodes.Status429TooManyRequests, _) => "Det blev många försök på en gång. Vänta en minut och försök igen.",
        (StatusCodes.Status400BadRequest, "en") => "The form could not be taken, maybe because the page was open for long. Go back, reload the page and send it again.",
        (StatusCodes.Status400BadRequest, _) => "Formuläret gick inte att ta emot, kanske för att sidan stått öppen länge. Gå tillbaka, läs in sidan på nytt och skicka igen.",
        (StatusCodes.Status413PayloadTooLarge, "en") => "That is too big.",
        (StatusCodes.Status413PayloadTooLarge, _) => "Det är för stort.",
        (_, "en") => $"That did not work ({status}).",
        _ => $"Det gick inte ({status}).",
    };
}
