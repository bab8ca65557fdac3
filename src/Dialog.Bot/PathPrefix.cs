namespace Dialog.Bot;

/// <summary>
/// The program may lie below the root of its host, at <c>https://town.example/dialog/</c>. Links are relative to the page's <c>base</c>,
/// redirects begin with <c>~/</c>; whole addresses begin with <see cref="Root"/>.
/// </summary>
internal static class PathPrefix
{
    private const string Key = "PathBase";

    private const string Header = "X-Forwarded-Prefix";

    /// <summary>
    /// Takes the prefix off, whether the proxy left it in the path or took it off itself. Where none is configured, the proxy's header counts, if
    /// its headers are believed at all (<c>ASPNETCORE_FORWARDEDHEADERS_ENABLED</c>).
    /// </summary>
    public static void UsePathPrefix(this WebApplication app)
    {
        var (configured, believes) = (Read(app.Configuration[Key]), StartupChecks.BelievesProxy(app.Configuration));
        app.Use((http, next) =>
        {
            if ((configured ?? (believes && IsPath(http.Request.Headers[Header]) ? Read(http.Request.Headers[Header]) : default(PathString?))) is { } prefix)
            {
                if (http.Request.Path.StartsWithSegments(prefix, out var rest))
                {
                    http.Request.Path = rest.HasValue ? rest : "/";
                }

                http.Request.PathBase = prefix;
            }

            return next(http);
        });
    }

    /// <summary>What a page's <c>base</c> says.</summary>
    public static string Base(HttpContext http) => $"{http.Request.PathBase}/";

    /// <summary>The program's whole address as the caller sees it, without a slash at the end.</summary>
    public static string Root(HttpContext http) => $"{http.Request.Scheme}://{http.Request.Host}{http.Request.PathBase}";

    /// <exception cref="StartupException">The value cannot work.</exception>
    public static void Check(IConfiguration configuration)
    {
        if (!IsPath(configuration[Key]))
        {
            throw new StartupException($"{Key}: ”{configuration[Key]}” is not a path. Use e.g. /dialog, or leave it out when Dialog lies at the root of its host.");
        }
    }

    private static bool IsPath(string? prefix) =>
        string.IsNullOrEmpty(prefix) || prefix.StartsWith('/') && !prefix.Contains("//", StringComparison.Ordinal) && Uri.IsWellFormedUriString(prefix, UriKind.Relative) && prefix.IndexOfAny(['?', '#', '\\']) < 0;

    /// <summary>Null for the root.</summary>
    private static PathString? Read(string? prefix) => prefix?.TrimEnd('/') is { Length: > 0 } path ? new PathString(Uri.UnescapeDataString(path)) : default(PathString?);
}
