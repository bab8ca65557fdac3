using System.Text.Json;
using Dialog.Bot.Access;
using Dialog.Bot.Pages;
using Dialog.Bot.Turns;
using Dialog.Core.Interviews;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dialog.Bot.Trust;

/// <summary>What is kept, why and how long, for everybody; and all that is kept of one person, for whoever holds the short-lived address the bot gave.</summary>
internal static class PrivacyPages
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void MapPrivacy(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(DataLinks.PrivacyPath, IResult (HttpContext http, Organisation organisation, RetentionOptions retention) => new RazorComponentResult<PrivacyPage>(new
        {
            Texts = PrivacyPageTexts.Of(PageLanguage.TextsFor(http, organisation).Language),
            Organisation = organisation,
            Retention = retention,
        })).ExcludeFromDescription().OpenTo("says what is kept, and holds no data");
        routes.MapGet(DataLinks.DataPath, MyDataAsync).ExcludeFromDescription().OpenTo("looks at the key itself");
    }

    private static async Task<IResult> MyDataAsync(HttpContext http, string? key, string? @as, DataLinks links, PersonalData data, Organisation organisation)
    {
        var texts = PageLanguage.TextsFor(http, organisation);
        var own = MyDataTexts.Of(texts.Language);
        if (links.Open(key ?? "") is not { } personId)
        {
            return new RazorComponentResult<MessagePage>(new { Texts = texts, Heading = own.Title, Message = own.TooOld }) { StatusCode = StatusCodes.Status403Forbidden };
        }

        Door.Enter(new Door("web", personId, "respondent"));
        if (await data.TellAsync(personId, http.RequestAborted) is not { } all)
        {
            return new RazorComponentResult<MessagePage>(new { Texts = texts, Heading = own.Title, Message = own.Nothing }) { StatusCode = StatusCodes.Status404NotFound };
        }

        if (@as is "json" or "html")
        {
            http.Response.Headers.ContentDisposition = $"attachment; filename=\"dialog.{@as}\"";
        }

        return @as == "json" ? Results.Text(all.ToJsonString(Readable), "application/json") : new RazorComponentResult<MyDataPage>(new { Texts = own, Data = all, Key = key });
    }
}
