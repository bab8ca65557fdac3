using Dialog.Bot.Access;
using Dialog.Bot.Pages;
using Dialog.Bot.Store;
using Dialog.Core.Access;
using Dialog.Core.Assignments;
using Dialog.Core.Interviews;
using Dialog.Core.Reading;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dialog.Bot.Desk;

/// <summary>The first page: what needs somebody now, the board, the month and the list.</summary>
internal static class DeskOverview
{
    public static async Task<IResult> ShowAsync(HttpContext http, OverviewRead overview, DeskRead read, LiveRead live, SearchRead search, Organisation organisation, TimeProvider time)
    {
        var (filter, now, stop) = (DeskFilter.Read(http.Request.Query), time.GetUtcNow(), http.RequestAborted);
        var today = DateOnly.FromDateTime(DeskTime.Local(now, organisation).DateTime);
        var first = filter.Month ?? new DateOnly(today.Year, today.Month, 1);
        var version = await live.OverviewAsync(stop);
        var caller = Caller.Of(http);
        var among = filter.Words.Length == 0 ? null : await search.AssignmentsAsync(SearchWords.Of(filter.Words), caller.May(Act.ReadAnswers), caller.May(Act.ReadDrafts), stop);
        var (lines, next) = await overview.ListAsync(filter, among, stop);
        var page = new Dictionary<string, object?>
        {
            [nameof(OverviewPage.Texts)] = PageLanguage.TextsFor(http, organisation),
            [nameof(OverviewPage.Filter)] = filter,
            [nameof(OverviewPage.Organisation)] = organisation,
            [nameof(OverviewPage.Now)] = now,
            [nameof(OverviewPage.First)] = first,
            [nameof(OverviewPage.Live)] = ((string Of, string Version)?)(DeskLive.Overview, version),
            [nameof(OverviewPage.Lines)] = lines,
            [nameof(OverviewPage.Next)] = next,
            [nameof(OverviewPage.Names)] = await overview.NamesAsync(stop),
            [nameof(OverviewPage.PersonName)] = await overview.NameAsync(filter.Person, stop),
        };
        if (!filter.Narrows)
        {
            page[nameof(OverviewPage.Notices)] = await read.NoticesAsync(stop);
            page[nameof(OverviewPage.Queues)] = await read.QueuesAsync(stop);
        }

        if (lines.Count == 0 && await overview.IsEmptyAsync(stop))
        {
            page[nameof(OverviewPage.Empty)] = true;
        }
        else if (!filter.Narrows)
        {
            var board = await overview.BoardAsync(stop);
            var review = board.First(column => column.Stage == AssignmentStage.Review);
            page[nameof(OverviewPage.Columns)] = board;
            page[nameof(OverviewPage.Review)] = review;
            page[nameof(OverviewPage.Warnings)] = await overview.WarningsAsync(review.Lines.Select(line => line.Id), stop);
            page[nameof(OverviewPage.Late)] = await overview.LateAsync(stop);
            page[nameof(OverviewPage.Unsent)] = await overview.UnsentAsync(stop);
            page[nameof(OverviewPage.Readers)] = await overview.ReadersAsync(stop);
            page[nameof(OverviewPage.Entries)] = await overview.MonthAsync(first, stop);
        }

        return new RazorComponentResult<OverviewPage>(page);
    }
}
