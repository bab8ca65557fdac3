namespace Dialog.Bot;

/// <summary>HEAD is answered wherever GET is, with the same status and headers (RFC 9110, 9.3.2); the server leaves the body out.</summary>
internal static class Head
{
    public static void UseHead(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        if (HttpMethods.IsHead(http.Request.Method))
        {
            http.Request.Method = HttpMethods.Get;
        }

        return next(http);
    });
}
