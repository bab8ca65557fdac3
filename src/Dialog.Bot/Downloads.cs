namespace Dialog.Bot;

/// <summary>Tells a page that the file it asked for is on its way (<c>busy.js</c>): nothing else does.</summary>
internal static class Downloads
{
    private const int LongestToken = 20;

    /// <summary>The file is ready; the page that gave a token sees it in a cookie for a minute.</summary>
    public static void TellReady(HttpContext http)
    {
        if (http.Request.Query["done"].ToString() is { Length: > 0 and <= LongestToken } token && token.All(char.IsAsciiLetterOrDigit))
        {
            http.Response.Cookies.Append("dialog-done", token, new CookieOptions { SameSite = SameSiteMode.Strict, MaxAge = TimeSpan.FromMinutes(1), Secure = http.Request.IsHttps, IsEssential = true });
        }
    }
}
