using System.Globalization;
using Dialog.Bot.Access;
using Dialog.Bot.Channels.Web;
using Dialog.Bot.Export;
using Dialog.Bot.Pages;
using Dialog.Bot.Turns;
using Dialog.Core.Access;
using Dialog.Core.Drafts;
using Dialog.Core.Interviews;
using Dialog.Core.Reading;
using Dialog.Core.Texts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dialog.Bot.Desk;

/// <summary>What is done to drafts on an assignment's page.</summary>
internal static class DeskReview
{
    private const int MostText = 20_000;

    private static readonly ReviewAction[] Offered =
    [
        ReviewAction.Edit, ReviewAction.Restore, ReviewAction.AcceptWarnings, ReviewAction.Approve, ReviewAction.RequestChanges, ReviewAction.Publish, ReviewAction.Withdraw, ReviewAction.Spike,
    ];

    public static void MapDeskReview(this IEndpointRouteBuilder desk)
    {
        desk.MapPost("/assignments/{id}/review", ReviewAsync).Needs(Act.Review);
        desk.MapPost("/assignments/{id}/acting", ChooseAsync).Needs(Act.ActForStaff);
        desk.MapPost("/assignments/{id}/count", Count).Needs(Act.Review);
        desk.MapGet("/assignments/{id}/export", ExportAsync).Needs(Act.ReadDrafts);
    }

    private static async Task<IResult> ReviewAsync(HttpContext http, string id, DeskRead read, ReviewDesk desk, ChatVisitors visitors, Organisation organisation, IFormCollection form)
    {
        var texts = PageLanguage.TextsFor(http, organisation);
        if (Read(http, form) is not { } order || await read.FindAsync(id, http.RequestAborted) is not { } before || before.Drafts.FirstOrDefault(draft => draft.Id == order.DraftId) is not { } draft)
        {
            return DeskServices.NotFound(texts);
        }

        if (form.ContainsKey("show"))
        {
            return Stale(before);
        }

        if (WrongField(order) is { } field)
        {
            return DeskServices.Show(http, before, visitors, organisation, (order.DraftId, OrderTexts.For(texts.Language).Wrong(field)), order);
        }

        var done = Results.Redirect(order.Action == ReviewAction.Spike ? $"~/assignments/{id}?done={order.DraftId}" : $"~/assignments/{id}#draft-{draft.Draft.Outlet}");
        var refused = Holds(order, draft) && !before.Review.Comments.Exists(comment => comment.DraftId == draft.Id && comment.IsToBeTold) ? null
            : await desk.OrderAsync(order, http.RequestAborted);
        if (refused is null)
        {
            return done;
        }

        var found = (await read.FindAsync(id, http.RequestAborted))!;
        if (Holds(order, found.Drafts.First(other => other.Id == order.DraftId)))
        {
            return done;
        }

        return refused == Refusal.Stale ? Stale(found) : DeskServices.Show(http, found, visitors, organisation, (order.DraftId, ReviewTexts.For(texts.Language).Why(refused.Value)), order);

        RazorComponentResult<StalePage> Stale(DeskAssignment now) => new(new { Texts = texts, Found = now.Assignment, Draft = now.Drafts.First(other => other.Id == order.DraftId), Order = order })
        {
            StatusCode = StatusCodes.Status412PreconditionFailed,
        };
    }

    /// <summary>The field that holds what no text and no address can be; null when there is none.</summary>
    private static string? WrongField(ReviewOrder order) => order.Text?.Length > MostText ? "text" : order.Url is { } url && !WebAddress.Is(url) ? "url" : null;

    /// <summary>What is ordered was the last that was done, by the same person: the form was sent twice.</summary>
    private static bool Holds(ReviewOrder order, ReviewedDraft draft) =>
        draft.Entries is [.., var last] && last.Action == order.Action && last.By.PersonId == order.By.PersonId && (last.Comment ?? "") == (order.Comment?.Trim() ?? "") && last.Url == order.Url
        && order.Action switch
        {
            ReviewAction.Edit => draft.Newest.Number == order.IfRevision + 1 && draft.Draft.Text == Clean.Text(order.Text!).Trim(),
            ReviewAction.Restore => draft.Newest.Number == order.IfRevision + 1 && draft.Revisions.Find(revision => revision.Number == order.Restores)?.Draft.Text == draft.Draft.Text,
            _ => draft.Newest.Number == order.IfRevision,
        };

    private static async Task<IResult> ChooseAsync(HttpContext http, string id, DeskRead read, Organisation organisation, IFormCollection form)
    {
        if (await read.FindAsync(id, http.RequestAborted) is not { } found)
        {
            return DeskServices.NotFound(PageLanguage.TextsFor(http, organisation));
        }

        Acting.Choose(http, found.Review.Staff.Find(person => person.Id == form["person"].ToString())?.Id);
        return Results.Redirect($"~/assignments/{id}#drafts");
    }

    /// <summary>An order names who the page said it would be done by, whatever was chosen on another page since. One that is only shown again tells what was to be done.</summary>
    private static ReviewOrder? Read(HttpContext http, IFormCollection form)
    {
        string? Field(string key) => form[key].ToString() is { Length: > 0 } text ? text : null;
        int? Number(string key) => int.TryParse(form[key], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        return Enum.TryParse<ReviewAction>(Field("action") ?? Field("show"), out var action) && Offered.Contains(action) && Field("draft") is { } draft && Number("revision") is { } revision
            ? new ReviewOrder(draft, action, Acting.By(http, Field("by")))
            {
                IfRevision = revision,
                Text = action == ReviewAction.Edit ? Field("text")?.ReplaceLineEndings("\n") ?? "" : null,
                Comment = Field("comment")?.ReplaceLineEndings("\n") is { Length: <= 2000 } comment ? comment : null,
                Url = action == ReviewAction.Publish && Field("url")?.Trim() is { Length: > 0 } url ? url : null,
                Restores = Number("restores"),
            }
            : null;
    }

    /// <summary>How long a text would be on an outlet, while it is being written.</summary>
    private static Results<Ok<CountBody>, NotFound> Count(CountQuestion question, Organisation organisation) =>
        question.Text is { Length: <= MostText } text && organisation.Outlets.Known(question.Outlet ?? "") is { } outlet
            ? TypedResults.Ok(new CountBody(ThreadText.Length(Clean.Text(text).Trim(), outlet)))
            : TypedResults.NotFound();

    private static async Task<IResult> ExportAsync(HttpContext http, string id, string? format, Exporter exporter, Organisation organisation)
    {
        if (format is null || !Exporter.Formats.Contains(format) || await exporter.WriteAsync(id, format, http.RequestAborted) is not { } file)
        {
            return DeskServices.NotFound(PageLanguage.TextsFor(http, organisation));
        }

        Downloads.TellReady(http);
        return TypedResults.File(file.Content, file.ContentType, file.Name);
    }
}

/// <summary>A text to be counted.</summary>
internal sealed record CountQuestion(string? Outlet, string? Text);

/// <summary>Its length by the outlet's rule.</summary>
internal sealed record CountBody(int Length);
