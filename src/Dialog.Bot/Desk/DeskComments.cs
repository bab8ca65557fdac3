using Dialog.Bot.Access;
using Dialog.Bot.Channels.Web;
using Dialog.Bot.Pages;
using Dialog.Bot.Turns;
using Dialog.Core.Access;
using Dialog.Core.Drafts;
using Dialog.Core.Interviews;

namespace Dialog.Bot.Desk;

/// <summary>Comments on passages on an assignment's page.</summary>
internal static class DeskComments
{
    public static void MapDeskComments(this IEndpointRouteBuilder desk) => desk.MapPost("/assignments/{id}/comments", ChangeAsync).Needs(Act.Comment);

    private static async Task<IResult> ChangeAsync(HttpContext http, string id, IFormCollection form, CommentBook book, DeskRead read, ChatVisitors visitors, Organisation organisation)
    {
        var texts = PageLanguage.TextsFor(http, organisation);
        var (draftId, comment, text) = (form["draft"].ToString(), form["comment"].ToString(), form["text"].ToString().ReplaceLineEndings("\n").Trim());
        if (await read.FindAsync(id, http.RequestAborted) is not { } found || found.Drafts.FirstOrDefault(draft => draft.Id == draftId) is not { } draft)
        {
            return DeskServices.NotFound(texts);
        }

        var by = Caller.Of(http).PersonId ?? found.Review.Staff.Find(other => other.Id == form["by"].ToString() && other.Id != found.Person.Id)?.Id;
        var given = form["id"].ToString();
        var newId = given.Length == 32 && given.All(char.IsAsciiHexDigit) ? given : Guid.CreateVersion7().ToString("N");
        switch (form["action"].ToString())
        {
            case "add" or "reply" when text.Length is 0 or > CommentBook.MostText:
                return DeskServices.Show(http, found, visitors, organisation, (draftId, CommentWords.For(texts.Language).Empty), comment: text);
            case "add" when Place(form) is { } place:
                await book.AddAsync(newId, draftId, place, text, by, http.RequestAborted);
                break;
            case "reply":
                await book.ReplyAsync(newId, comment, text, by, http.RequestAborted);
                break;
            case "resolve" or "reopen":
                await book.ResolveAsync(comment, form["action"] == "resolve", by, http.RequestAborted);
                break;
        }

        return Results.Redirect($"~/assignments/{id}?comments={Uri.EscapeDataString(draft.Draft.Outlet)}#comments-{draft.Draft.Outlet}");
    }

    /// <summary>The passage; a form's line ends are the text's again.</summary>
    private static Anchor? Place(IFormCollection form)
    {
        string Field(string name) => form[name].ToString().ReplaceLineEndings("\n");
        return Field("quote") is { Length: > 0 and <= CommentBook.MostQuote } quote
            ? new Anchor(quote, Field("before") is { Length: <= Anchor.Around } before ? before : "", Field("after") is { Length: <= Anchor.Around } after ? after : "")
            : null;
    }
}
