using Dialog.Core.Drafts;

namespace Dialog.Bot.Desk;

/// <summary>Who of the staff the person at the desk says to be; nobody chosen, the desk acts as itself. Everybody with the desk's token may choose.</summary>
internal static class Acting
{
    private const string Cookie = "dialog-acting";

    /// <summary>The editor or approver that was chosen, if there still is one.</summary>
    public static Reviewer? Of(HttpContext http, ReviewFile file) => http.Request.Cookies[Cookie] is { Length: > 0 } id ? file.Staff.Find(person => person.Id == id) : null;

    /// <summary>Remembers a choice; null is the desk itself.</summary>
    public static void Choose(HttpContext http, string? personId)
    {
        if (personId is null)
        {
            http.Response.Cookies.Delete(Cookie);
            return;
        }

        http.Response.Cookies.Append(Cookie, personId, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, IsEssential = true, MaxAge = TimeSpan.FromDays(365), Secure = http.Request.IsHttps });
    }

    /// <summary>What can be done to a draft. Nobody acts at the desk on own words: that is done in the talk.</summary>
    public static bool May(Reviewer? who, ReviewFile file, ReviewedDraft draft, ReviewAction action) =>
        ReviewTable.Next(draft.Status, action) is not null
        && (who is null ? ReviewTable.May(ReviewRole.Desk, action, draft.Status) : who.Id != file.RespondentId && file.As(who.Id, action, draft.Status) is not null);
}
