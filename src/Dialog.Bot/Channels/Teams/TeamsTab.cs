using Dialog.Bot.Turns;
using Dialog.Core.Calendars;
using Dialog.Core.Interviews;
using Dialog.Core.Questions;
using Dialog.Core.Texts;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Dialog.Bot.Channels.Teams;

/// <summary>
/// The personal tab "my questions". Teams hands the page a token of the organisation's OpenID provider for whoever looks at it (single sign-on);
/// it is sent with the one request and checked like any other. There is no cookie: nothing is signed in.
/// </summary>
internal sealed partial class TeamsTab(OidcOptions oidc, TeamsOptions teams, Glances glances, Organisation organisation, TimeProvider time, ILogger<TeamsTab> logger)
{
    private const string Scope = "access_as_user";

    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    private readonly JsonWebTokenHandler handler = new() { MapInboundClaims = false };

    private readonly ConfigurationManager<OpenIdConnectConfiguration>? metadata = !oidc.IsConfigured ? null : new(
        $"{oidc.Authority!.TrimEnd('/')}/.well-known/openid-configuration",
        new OpenIdConnectConfigurationRetriever(),
        new HttpDocumentRetriever { RequireHttps = !new Uri(oidc.Authority).IsLoopback });

    /// <summary>The page; who looks at it is not known yet.</summary>
    public IResult Page(HttpContext http) => Results.Content(
        $"""
        <!DOCTYPE html>
        <html lang="{LanguageOf(http)}"><head><meta charset="utf-8"><base href="{PathPrefix.Base(http)}"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Dialog</title>
        <link rel="stylesheet" href="base.css"><link rel="stylesheet" href="desk.css"><script src="teams.min.js" defer></script><script src="teams-tab.js" defer></script></head>
        <body class="desk"><main id="mine" aria-live="polite"></main></body></html>
        """,
        "text/html; charset=utf-8");

    /// <summary>What the page shows to the holder of the token.</summary>
    public async Task<IResult> MineAsync(HttpContext http)
    {
        var language = LanguageOf(http);
        if (metadata is null)
        {
            return Say(SurfaceTexts.For(language).TabNotConfigured, language, StatusCodes.Status404NotFound);
        }

        var (address, refusal) = await WhoAsync(http.Request.Headers.Authorization, http.RequestAborted);
        if (address is null)
        {
            LogRefused(refusal!);
            return Say(SurfaceTexts.For(language).TabNotSignedIn, language, StatusCodes.Status401Unauthorized);
        }

        var glance = await glances.FindAsync(address, http.RequestAborted);
        var texts = SurfaceTexts.For(glance?.Language ?? language);
        return Results.Json(new TabPage(
            texts.Hello(glance?.FirstName),
            glance?.Language ?? language,
            glance is not { } known ? [new TabPart(texts.OpenQuestions, [new TabLine(texts.NoOpenQuestions, null)])] :
            [
                new TabPart(texts.OpenQuestions, Or([.. known.Open.Select(item => new TabLine(item.Topic, item.Deadline is { } until ? texts.Until(WallClock.Local(until, known.TimeZone)) : null))], texts.NoOpenQuestions)),
                .. Part(texts.Drafts, from item in known.Items from draft in item.Drafts select new TabLine(draft.Draft.Text, $"{draft.Outlet} · {texts.DraftState(draft.Status)} · {item.Topic}")),
                .. Part(texts.Answers, from item in known.Items from answer in item.Answers where answer.Slot != Slot.Headline select new TabLine(answer.Text, $"{answer.Label} · {item.Topic}")),
            ],
            texts.TabToChat,
            texts.TabToDesk));
    }

    /// <summary>Who holds the token; null with why it is refused.</summary>
    private async Task<(Address? Address, string? Refusal)> WhoAsync(string? authorization, CancellationToken cancellationToken)
    {
        if (authorization?.Split(' ') is not [var scheme, { Length: > 0 } token] || !scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase) || !handler.CanReadToken(token))
        {
            return (null, "no token");
        }

        OpenIdConnectConfiguration provider;
        try
        {
            provider = await metadata!.GetConfigurationAsync(cancellationToken);
        }
        catch (InvalidOperationException)
        {
            return (null, "Desk:Oidc:Authority cannot be reached");
        }

        var result = await handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = provider.Issuer,
            AudienceValidator = (audiences, _, _) => audiences.Any(IsOurs),
            IssuerSigningKeys = provider.SigningKeys,
            TryAllIssuerSigningKeys = false,
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            LifetimeValidator = (notBefore, expires, _, _) => time.GetUtcNow().UtcDateTime is var now && expires is { } end && now < end + Skew && (notBefore is null || now > notBefore - Skew),
        });
        if (!result.IsValid)
        {
            if (result.Exception is SecurityTokenSignatureKeyNotFoundException)
            {
                metadata!.RequestRefresh();
            }

            return (null, result.Exception?.GetType().Name ?? "invalid");
        }

        string? Claim(string name) => result.Claims.TryGetValue(name, out var value) ? value as string : null;
        return Claim("scp")?.Split(' ').Contains(Scope) != true ? (null, "not a person's token")
            : Claim("tid") is not { Length: > 0 } tenant || Claim("oid") is not { Length: > 0 } person ? (null, "names nobody")
            : teams.AllowedTenants.Count > 0 && !teams.AllowedTenants.Contains(tenant, StringComparer.OrdinalIgnoreCase) ? (null, "tenant")
            : (new Address(Address.Teams, Activity.Canonical(tenant), Activity.Canonical(person)), null);
    }

    /// <summary>The application itself, or its address as Teams writes it: <c>api://host/client-id</c>.</summary>
    private bool IsOurs(string audience) => audience.Equals(oidc.ClientId, StringComparison.OrdinalIgnoreCase)
        || audience.StartsWith("api://", StringComparison.OrdinalIgnoreCase) && audience.EndsWith($"/{oidc.ClientId}", StringComparison.OrdinalIgnoreCase);

    private string LanguageOf(HttpContext http) => TeamsText.Language(http.Request.Query["locale"], organisation);

    private static IEnumerable<TabPart> Part(string heading, IEnumerable<TabLine> lines) => lines.ToList() is { Count: > 0 } some ? [new TabPart(heading, some)] : [];

    private static IReadOnlyList<TabLine> Or(IReadOnlyList<TabLine> lines, string none) => lines.Count > 0 ? lines : [new TabLine(none, null)];

    private static IResult Say(string text, string language, int status) =>
        Results.Json(new TabPage("Dialog", language, [new TabPart("", [new TabLine(text, null)])], null, SurfaceTexts.For(language).TabToDesk), statusCode: status);

    private sealed record TabPage(string Title, string Language, IReadOnlyList<TabPart> Parts, string? ToChat, string ToDesk);

    private sealed record TabPart(string Heading, IReadOnlyList<TabLine> Lines);

    private sealed record TabLine(string Text, string? Note);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A token of the tab in Teams was refused: {Reason}")]
    private partial void LogRefused(string reason);
}
