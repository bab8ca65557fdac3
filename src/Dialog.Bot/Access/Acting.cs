using Dialog.Core.Access;
using Dialog.Core.Drafts;

namespace Dialog.Bot.Access;

/// <summary>
/// Who of the staff acts at the desk: whoever is signed in; with the desk's token whom the person says to be, and nobody chosen, the desk acts as itself.
/// </summary>
internal static class Acting
{
    private const string Cookie = "dialog-acting";

    /// <summary>The editor or approver who acts, if there still is one.</summary>
    public static Reviewer? Of(HttpContext http, ReviewFile file) =>
        (Caller.Of(http).PersonId ?? http.Request.Cookies[Cookie]) is { Length: > 0 } id ? file.Staff.Find(person => person.Id == id) : null;

    /// <summary>Who an order comes from: whoever is signed in, whatever the order says; with the desk's token the one of the staff that it names.</summary>
    public static Actor By(HttpContext http, string? named) => Actor.Desk with { PersonId = Caller.Of(http).PersonId ?? (string.IsNullOrWhiteSpace(named) ? null : named.Trim()) };

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

    /// <summary>What can be done to a draft. Nobody acts at the desk on own words: that is done in the talk. Whoever has been erased is asked for no changes.</summary>
    public static bool May(Reviewer? who, ReviewFile file, ReviewedDraft draft, ReviewAction action) =>
        ReviewTable.Next(draft.Status, action) is not null
        && !(action == ReviewAction.RequestChanges && file.IsPersonGone)
        && (who is null ? ReviewTable.May(ReviewRole.Desk, action, draft.Status) : who.Id != file.RespondentId && file.As(who.Id, action, draft.Status) is not null);
}
