using System.Globalization;
using Dialog.Bot.Access;
using Dialog.Bot.Pages;
using Dialog.Bot.Store;
using Dialog.Core.Access;
using Dialog.Core.Interviews;
using Dialog.Core.Reading;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dialog.Bot.Desk;

/// <summary>The search behind the box on every page. Any text is a query: what cannot be looked for is not there.</summary>
internal static class DeskSearch
{
    private const int LongestQuery = 200;

    public static void MapDeskSearch(this IEndpointRouteBuilder desk) => desk.MapGet("/search", FindAsync).Needs(Act.ReadDrafts);

    private static async Task<IResult> FindAsync(HttpContext http, SearchRead search, Organisation organisation)
    {
        var written = http.Request.Query["q"].ToString().Trim();
        var words = written.Length > LongestQuery ? written[..LongestQuery] : written;
        long? after = long.TryParse(http.Request.Query["after"], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
        var (found, next) = await search.FindAsync(SearchWords.Of(words), Caller.Of(http).May(Act.ReadAnswers), after, http.RequestAborted);
        return new RazorComponentResult<SearchPage>(new { Texts = PageLanguage.TextsFor(http, organisation), Words = words, Found = found, Next = next, Organisation = organisation });
    }
}
