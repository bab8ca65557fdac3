using Dialog.Bot.Access;
using Dialog.Bot.Pages;
using Dialog.Bot.Store;
using Dialog.Core.Access;
using Dialog.Core.Calendars;
using Dialog.Core.Interviews;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dialog.Bot.Trust;

/// <summary>The months at the desk, each with its package for the archive.</summary>
internal static class ArchivePages
{
    public static void MapArchivePage(this IEndpointRouteBuilder routes) => routes.MapGet("/archive", ShowAsync).ExcludeFromDescription().Needs(Act.Operate);

    private static async Task<IResult> ShowAsync(HttpContext http, DialogDb db, Organisation organisation, TimeProvider time)
    {
        var texts = PageLanguage.TextsFor(http, organisation);
        var published = await db.Records.AsNoTracking().Select(record => record.PublishedAt).ToListAsync(http.RequestAborted);
        var now = Month(time.GetUtcNow());
        var months = published.GroupBy(Month).OrderByDescending(month => month.Key, StringComparer.Ordinal).Select(month => new ArchiveMonth(month.Key, month.Count(), string.CompareOrdinal(month.Key, now) < 0)).ToList();
        return new RazorComponentResult<ArchivePage>(new { Page = texts, Texts = ArchivePageTexts.For(texts.Language), Months = months });

        string Month(DateTimeOffset at) => WallClock.Local(at, organisation.TimeZone).ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture);
    }
}
