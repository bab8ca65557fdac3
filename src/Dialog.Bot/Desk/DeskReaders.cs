using Dialog.Bot.Access;
using Dialog.Bot.Channels.Web;
using Dialog.Bot.Pages;
using Dialog.Bot.Turns;
using Dialog.Core.Access;
using Dialog.Core.Assignments;
using Dialog.Core.Interviews;
using Dialog.Core.Readers;

namespace Dialog.Bot.Desk;

/// <summary>What is done with readers' words on an assignment's page.</summary>
internal static class DeskReaders
{
    private const int LongestBatch = 40;

    public static void MapDeskReaders(this IEndpointRouteBuilder desk) => desk.MapPost("/assignments/{id}/readers", ChangeAsync).Needs(Act.Order);

    private static async Task<IResult> ChangeAsync(HttpContext http, string id, IFormCollection form, ReaderBook book, DeskRead read, ChatVisitors visitors, Organisation organisation)
    {
        var texts = PageLanguage.TextsFor(http, organisation);
        if (await book.ReadAsync(id, http.RequestAborted) is not { } readers)
        {
            return DeskServices.NotFound(texts);
        }

        var (action, group, to) = (form["action"].ToString(), form["group"].ToString(), form["to"].ToString());
        if (action == "add")
        {
            return await AddAsync(http, id, form, book, read, visitors, organisation);
        }

        if (action is "rename" or "aside" or "takeup" or "ask" or "merge" && readers.Groups.TrueForAll(other => other.Id != group))
        {
            return Back("could-not");
        }

        switch (action)
        {
            case "takeaway":
                await book.TakeAwayAsync(id, $"{form["batch"]}-", http.RequestAborted);
                return Back(null);
            case "move":
                var moved = form["reaction"].OfType<string>().ToList();
                await book.MoveAsync(id, moved, to.Length == 0 ? null : to, http.RequestAborted);
                return Back(moved.Count > 0 && group.Length > 0 && group != "alone" ? $"moved:{group}" : null);
            case "merge":
                return Back(await book.MergeAsync(group, to, http.RequestAborted) ? $"moved:{group}" : "could-not");
            case "back":
                await book.MoveBackAsync(id, group, http.RequestAborted);
                return Back(null);
            case "rename" when form["name"].ToString().Trim() is { Length: <= ReaderBook.MostName } name:
                await book.RenameAsync(group, name, http.RequestAborted);
                var before = readers.Groups.Find(other => other.Id == group)!;
                return Back($"renamed:{group}:{(before.Automatic ? "" : before.Called)}");
            case "aside":
                await book.SetAsideAsync(group, aside: true, http.RequestAborted);
                return Back($"aside:{group}");
            case "takeup":
                await book.SetAsideAsync(group, aside: false, http.RequestAborted);
                return Back(null);
            case "ask" when !await book.CanAskAsync(id, http.RequestAborted):
                return Back("gone");
            case "ask" when Field("claim") is null or { Length: <= ReaderBook.MostClaim } && Field("topic") is null or { Length: <= 200 }:
                return Back(await book.AskAsync(group, Field("claim"), Field("topic"), http.RequestAborted) is { } reply ? $"asked:{reply}" : "could-not");
            default:
                return Back(null);
        }

        string? Field(string name) => form[name].ToString().ReplaceLineEndings(" ").Trim() is { Length: > 0 } text ? text : null;
        IResult Back(string? done) => Results.Redirect($"~/assignments/{id}{(done is null ? "" : $"?readers={Uri.EscapeDataString(done)}")}#readers");
    }

    private static async Task<IResult> AddAsync(HttpContext http, string id, IFormCollection form, ReaderBook book, DeskRead read, ChatVisitors visitors, Organisation organisation)
    {
        var words = ReadersTexts.For(PageLanguage.TextsFor(http, organisation).Language);
        var (text, source, url) = (form["text"].ToString(), form["source"].ToString().Trim(), form["url"].ToString().Trim());
        var pasted = ReactionPaste.Read(text);
        var problem = pasted.Count == 0 ? words.Empty
            : pasted.Count > ReaderBook.MostAtOnce ? words.TooMany(ReaderBook.MostAtOnce)
            : pasted.Exists(one => one.Length > ReaderBook.MostText) ? words.TooLong(ReaderBook.MostText)
            : url.Length > 0 && !WebAddress.Is(url) ? words.UrlWrong
            : null;
        if (problem is not null)
        {
            return DeskServices.Show(http, (await read.FindAsync(id, http.RequestAborted))!, visitors, organisation, readers: (problem, new FilledForm(form)));
        }

        // The page names the batch: the same form sent twice adds nothing twice.
        var batch = form["batch"].ToString() is { Length: > 0 and <= LongestBatch } named && named.All(char.IsAsciiHexDigit) ? named : Guid.CreateVersion7().ToString("N");
        await book.AddAsync(id, Reaction.Many(batch, pasted, source.Length is > 0 and <= 200 ? source : null, url.Length > 0 ? url : null), http.RequestAborted);
        return Results.Redirect($"~/assignments/{id}?readers={Uri.EscapeDataString($"added:{batch}:{pasted.Count}")}#readers");
    }
}
