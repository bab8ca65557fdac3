using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Dialog.Bot.Turns;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Dialog.Bot.Access;

/// <summary>
/// Sessions at the desk: a protected cookie that says who and since when, and is looked at anew with every request. A session is over when the desk's
/// token is another one, when the person has signed out everywhere, and when the person is nobody of the staff any more.
/// </summary>
internal sealed class Sessions(DeskOptions desk, Staff staff, TimeProvider time)
{
    /// <summary>How long another process may go on with what it knows of somebody. In this process a change counts at once.</summary>
    private static readonly TimeSpan Known = TimeSpan.FromSeconds(2);

    /// <summary>So far the clocks of several machines may be apart.</summary>
    private static readonly TimeSpan Apart = TimeSpan.FromMinutes(5);

    private const string Stamp = "stamp";
    private const string Since = "since";

    /// <summary>Who it is, whenever they signed in: forms that were left open go on when somebody signs in anew.</summary>
    private const string Subject = "sub";
    private const string Scheme = CookieAuthenticationDefaults.AuthenticationScheme;

    private readonly ConcurrentDictionary<string, (Standing Standing, long At)> seen = new();

    /// <summary>Whoever signs in now: somebody of the staff, or with null the desk. It begins after all that were ended before it, also when the machine's clock was set back since.</summary>
    public async Task<ClaimsPrincipal> BeginAsync(string? personId, CancellationToken cancellationToken)
    {
        var ended = (await StandingAsync(personId ?? SignOuts.Desk, cancellationToken)).SignedOutAt;
        var since = ended >= time.GetUtcNow() ? ended.Value.AddMilliseconds(1) : time.GetUtcNow();
        return personId is null ? OfDesk(Scheme, since) : OfPerson(personId, since);
    }

    /// <summary>Whoever sends the desk's token along.</summary>
    public ClaimsPrincipal OfDesk(string scheme) => OfDesk(scheme, time.GetUtcNow());

    /// <summary>Somebody of the staff. What they may is not in the cookie: it is looked up.</summary>
    public static ClaimsPrincipal OfPerson(string personId, DateTimeOffset since) => new(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, personId), Began(since)], Scheme));

    /// <summary>Looks whether the session goes on, and as what.</summary>
    public async Task CheckAsync(CookieValidatePrincipalContext context)
    {
        var user = context.Principal!;
        var personId = user.FindFirstValue(ClaimTypes.NameIdentifier);
        var standing = await StandingAsync(personId ?? SignOuts.Desk, context.HttpContext.RequestAborted);
        var since = long.TryParse(user.FindFirstValue(Since), NumberStyles.None, CultureInfo.InvariantCulture, out var began) ? DateTimeOffset.FromUnixTimeMilliseconds(began) : DateTimeOffset.MinValue;
        if (since <= standing.SignedOutAt || IsByAnotherClock(since, standing.SignedOutAt) || (personId is null ? user.FindFirstValue(Stamp) != StampOf(desk) : standing.Roles.IsEmpty))
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(Scheme);
            return;
        }

        if (personId is not null)
        {
            var name = standing.Name is null ? [] : new[] { new Claim(ClaimTypes.Name, standing.Name) };
            context.ReplacePrincipal(new ClaimsPrincipal(new ClaimsIdentity([.. user.Claims.Where(claim => claim.Type is ClaimTypes.NameIdentifier or Since), .. name, .. standing.Roles.Select(role => new Claim(ClaimTypes.Role, role))], Scheme)));
        }
    }

    /// <summary>Ends every session of the person, or with <c>desk</c> every one begun with the token.</summary>
    public async Task EndAsync(string owner, CancellationToken cancellationToken)
    {
        await staff.SignOutAsync(owner, time.GetUtcNow(), cancellationToken);
        seen.TryRemove(owner, out _);
    }

    /// <summary>Something of the person has changed: it is looked up at the next request.</summary>
    public void Forget(string personId) => seen.TryRemove(personId, out _);

    private async Task<Standing> StandingAsync(string owner, CancellationToken cancellationToken)
    {
        if (seen.TryGetValue(owner, out var known) && time.GetElapsedTime(known.At) < Known)
        {
            return known.Standing;
        }

        var at = time.GetTimestamp();
        var standing = await staff.StandingAsync(owner, cancellationToken);
        seen[owner] = (standing, at);
        return standing;
    }

    /// <summary>It began by a clock that was set back since: whether that was before all were ended cannot be told.</summary>
    private bool IsByAnotherClock(DateTimeOffset since, DateTimeOffset? ended) => ended is not null && since > ended + Apart && since > time.GetUtcNow() + Apart;

    private ClaimsPrincipal OfDesk(string scheme, DateTimeOffset since) =>
        new(new ClaimsIdentity([new Claim(Subject, "desk"), new Claim(ClaimTypes.Name, "desk"), new Claim(ClaimTypes.Role, "desk"), new Claim(Stamp, StampOf(desk)), Began(since)], scheme));

    private static Claim Began(DateTimeOffset since) => new(Since, since.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture));

    /// <summary>Changes with the token and does not tell it.</summary>
    private static string StampOf(DeskOptions desk) => Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(desk.Token), "session at the desk"u8));
}
