using Dialog.Core.Interviews;

namespace Dialog.Bot.Pages;

/// <summary>Which language a page is shown in: what was chosen, else what the browser asks for, else the organisation's.</summary>
internal static class PageLanguage
{
    private const string Cookie = "dialog-language";

    public static PageTexts TextsFor(HttpContext http, Organisation organisation) => PageTexts.For(Of(http, organisation));

    /// <summary>Remembers a choice made by <c>?lang=</c>.</summary>
    private static string Of(HttpContext http, Organisation organisation)
    {
        if (http.Request.Query["lang"].ToString() is ("sv" or "en") and var wanted)
        {
            http.Response.Cookies.Append(Cookie, wanted, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, IsEssential = true, MaxAge = TimeSpan.FromDays(365), Secure = http.Request.IsHttps });
            return wanted;
        }

        return http.Request.Cookies[Cookie] is ("sv" or "en") and var chosen
            ? chosen
            : http.Request.GetTypedHeaders().AcceptLanguage
                .OrderByDescending(language => language.Quality ?? 1)
                .Select(language => language.Value.Value)
                .Select(tag => tag is null ? null : tag.StartsWith("sv", StringComparison.OrdinalIgnoreCase) ? "sv" : tag.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? "en" : null)
                .FirstOrDefault(language => language is not null) ?? organisation.Language;
    }
}
