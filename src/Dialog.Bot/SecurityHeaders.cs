namespace Dialog.Bot;

/// <summary>What browsers are told about every page: own scripts and styles only, no frames, no sniffing, no addresses given away.</summary>
internal static class SecurityHeaders
{
    private const string Policy = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /// <summary>The API's human page brings its own inline script and style.</summary>
    private const string ApiPagePolicy = "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; frame-ancestors 'none'";

    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        var headers = http.Response.Headers;
        var isApiPage = http.Request.Path.StartsWithSegments("/api", out var rest) && !rest.StartsWithSegments("/v1") && !rest.StartsWithSegments("/messages");
        headers.ContentSecurityPolicy = isApiPage ? ApiPagePolicy : Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        return next(http);
    });
}
