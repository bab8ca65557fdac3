using Dialog.Bot.Api;
using Dialog.Bot.Channels.Web;
using Dialog.Bot.Pages;
using Dialog.Bot.Store;
using Dialog.Bot.Turns;
using Dialog.Core.Assignments;
using Dialog.Core.Drafts;
using Dialog.Core.Interviews;

namespace Dialog.Bot.Desk;

/// <summary>An order is changed: only what is other than what was seen, and never over what somebody else has changed meanwhile.</summary>
internal static class DeskReorder
{
    public static async Task<IResult> ReorderAsync(HttpContext http, IFormCollection form, AssignmentRow row, AssignmentDesk desk, DeskRead read, ChatVisitors visitors, Organisation organisation)
    {
        var texts = OrderTexts.For(PageLanguage.TextsFor(http, organisation).Language);
        var written = OrderForm.Read(form, StateJson.Read<Assignment>(row.Body), organisation);
        var problems = new Problems();
        var change = written.Change(problems, organisation);
        if (problems.Any)
        {
            return await ShowAsync(written with { Problems = [.. problems.All.Select(problem => texts.Wrong(problem.Field)).Distinct()] }, StatusCodes.Status400BadRequest);
        }

        switch (change is null ? null : await desk.ReorderAsync(row, change, written.Seen, http.RequestAborted))
        {
            case null:
                return Results.Redirect($"~/assignments/{row.Id}");
            case Refusal.DateMissing:
                return await ShowAsync(written with { Problems = [texts.DateMissing] }, StatusCodes.Status400BadRequest);
            case Refusal.Stale:
                var now = (await read.FindAsync(row.Id, http.RequestAborted))!.Assignment;
                var merged = OrderForm.Of(change!.Apply(now), organisation) with { Seen = OrderSeen.Of(now) };
                return await ShowAsync(merged with { Problems = [texts.Overtaken], Overtaken = written.Seen.Overtaken(change, now) }, StatusCodes.Status412PreconditionFailed);
            default:
                var answered = (await desk.FindAsync(row.Id, http.RequestAborted))?.State == AssignmentState.Submitted && !change!.IsOfDates;
                return await ShowAsync(written with { Problems = [answered ? texts.Answered : texts.Ended] }, StatusCodes.Status409Conflict);
        }

        async Task<IResult> ShowAsync(OrderForm order, int status) => DeskServices.Show(http, (await read.FindAsync(row.Id, http.RequestAborted))!, visitors, organisation, order: (order, status));
    }
}
