using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Dialog.Bot.Access;
using Dialog.Core.Access;
using Dialog.Core.Interviews;
using Dialog.Core.Texts;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace Dialog.Bot.Channels.Slack;

/// <summary>One-click installs (OAuth v2). The state is bound to the browser that began, good for ten minutes and one use.</summary>
internal sealed partial class SlackOAuth(
    SlackOptions options,
    SlackApi api,
    SlackInstalls installs,
    IDataProtectionProvider protection,
    Organisation organisation,
    TimeProvider time,
    ILogger<SlackOAuth> logger)
{
    private const string Cookie = "dialog-slack-install";

    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    private readonly SealedFor states = new(protection, "Dialog.Slack.Install", time);
    private readonly ConcurrentDictionary<string, DateTimeOffset> used = new();

    public IResult Begin(HttpContext http)
    {
        if (!options.CanInstall)
        {
            return Results.NotFound();
        }

        var state = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
        http.Response.Cookies.Append(Cookie, states.Close(state, Lifetime), new CookieOptions
        {
            HttpOnly = true,
            Secure = http.Request.IsHttps,
            SameSite = SameSiteMode.Lax,
            IsEssential = true,
            MaxAge = Lifetime,
            Path = $"{http.Request.PathBase}/slack",
        });
        var query = new Dictionary<string, string?>
        {
            ["client_id"] = options.ClientId,
            ["scope"] = string.Join(',', SlackScopes.Needed.Concat(SlackScopes.Optional)),
            ["state"] = state,
            ["redirect_uri"] = options.RedirectUrl,
        };
        return Results.Redirect(QueryHelpers.AddQueryString(options.AuthorizeUrl, query.Where(field => !string.IsNullOrEmpty(field.Value))));
    }

    public async Task<IResult> FinishAsync(HttpContext http, string? code, string? state, string? error)
    {
        if (!options.CanInstall)
        {
            return Results.NotFound();
        }

        var texts = InstallTexts.For(LanguageOf(http));
        var known = IsOurs(http.Request.Cookies[Cookie], state);
        http.Response.Cookies.Delete(Cookie, new CookieOptions { Path = $"{http.Request.PathBase}/slack" });
        if (!known)
        {
            return Page(http, texts.BadState, StatusCodes.Status400BadRequest, texts);
        }

        if (error is not null || string.IsNullOrEmpty(code))
        {
            return Page(http, texts.Cancelled, StatusCodes.Status200OK, texts);
        }

        var fields = new Dictionary<string, string> { ["client_id"] = options.ClientId!, ["client_secret"] = options.ClientSecret!, ["code"] = code };
        if (options.RedirectUrl is { Length: > 0 } redirect)
        {
            fields["redirect_uri"] = redirect;
        }

        // The code is good for one use: whoever goes away meanwhile has the app installed all the same.
        var answer = await api.CallAsync("oauth.v2.access", token: null, fields, CancellationToken.None);
        var confirmed = Caller.Of(http).May(Act.Operate);
        if (answer is not SlackAnswer.Ok { Body: var body } || await installs.InstallAsync(body, confirmed, CancellationToken.None) is not { } workspace)
        {
            LogNotInstalled(answer is SlackAnswer.Refused refused ? SlackErrors.Explain(refused) : answer.GetType().Name);
            return Page(http, texts.NotInstalled, StatusCodes.Status502BadGateway, texts);
        }

        var missing = SlackScopes.Needed.Except(SlackInstalls.Read(workspace).Scopes).ToList();
        return Page(
            http,
            missing.Count > 0 ? texts.ScopesMissing(string.Join(", ", missing)) : workspace.ConfirmedAt is null ? texts.Waiting : texts.Installed(workspace.Name ?? workspace.Id),
            StatusCodes.Status200OK, texts);
    }

    /// <summary>The same browser began, lately, and this is the first time it comes back.</summary>
    private bool IsOurs(string? cookie, string? state)
    {
        return !string.IsNullOrEmpty(cookie) && !string.IsNullOrEmpty(state) && states.Open(cookie) is { } began
            && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(began), Encoding.UTF8.GetBytes(state)) && IsFirst(state);
    }

    private bool IsFirst(string state)
    {
        var now = time.GetUtcNow();
        foreach (var (old, until) in used)
        {
            if (until < now)
            {
                used.TryRemove(old, out _);
            }
        }

        return used.TryAdd(state, now + Lifetime);
    }

    private string LanguageOf(HttpContext http) =>
        http.Request.GetTypedHeaders().AcceptLanguage.OrderByDescending(language => language.Quality ?? 1).Select(language => language.Value.Value)
            .FirstOrDefault(tag => tag is not null && (tag.StartsWith("sv", StringComparison.OrdinalIgnoreCase) || tag.StartsWith("en", StringComparison.OrdinalIgnoreCase)))?[..2].ToLowerInvariant()
        ?? organisation.Language;

    private static IResult Page(HttpContext http, string text, int status, InstallTexts texts) => Results.Content(
        $"""
        <!DOCTYPE html>
        <html lang="{texts.Language}"><head><meta charset="utf-8"><base href="{PathPrefix.Base(http)}"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Dialog · Slack</title>
        <link rel="stylesheet" href="base.css"><link rel="stylesheet" href="desk.css"></head>
        <body class="desk"><main><h1>Dialog · Slack</h1><p>{WebUtility.HtmlEncode(text)}</p><p><a href="./">{texts.ToDesk}</a></p></main></body></html>
        """,
        "text/html; charset=utf-8", statusCode: status);

    [LoggerMessage(Level = LogLevel.Warning, Message = "An installation in Slack did not work: {Reason}")]
    private partial void LogNotInstalled(string reason);
}
