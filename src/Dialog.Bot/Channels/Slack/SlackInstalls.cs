using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text.Json;
using Dialog.Bot.Turns;
using Microsoft.AspNetCore.DataProtection;

namespace Dialog.Bot.Channels.Slack;

/// <summary>Which token speaks in which workspace: the configured one, or one per installation, renewed in time by one at a time.</summary>
internal sealed partial class SlackInstalls(
    SlackOptions options,
    SlackApi api,
    WorkspaceBook book,
    IDataProtectionProvider protection,
    TimeProvider time,
    ILogger<SlackInstalls> logger)
{
    /// <summary>A token is renewed when less than this is left of its twelve hours, as Slack's own client does.</summary>
    public static readonly TimeSpan RenewBefore = TimeSpan.FromHours(2);

    /// <summary>A renewal that takes longer has died with its process: a call to Slack is given up after 20 seconds.</summary>
    private static readonly TimeSpan RenewWithin = TimeSpan.FromSeconds(40);

    /// <summary>Whoever waits for another process's renewal looks this often.</summary>
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(200);

    /// <summary>What ends so shortly before an installation may as well have ended after it: Slack tells whole seconds, and its clock is not ours.</summary>
    private static readonly TimeSpan Doubtful = TimeSpan.FromSeconds(1);

    private static readonly (string? Access, bool Answered) CannotBeRenewed = (null, Answered: true);

    private static readonly ConditionalWeakTable<Workspace, SlackInstall> Known = [];

    private readonly IDataProtector protector = protection.CreateProtector("Dialog.Slack.Tokens");
    private readonly ConcurrentDictionary<string, SemaphoreSlim> renewing = new();

    /// <summary>All workspaces of Slack.</summary>
    public Task<IReadOnlyList<Workspace>> ListAsync(CancellationToken cancellationToken) => book.ListAsync(Address.Slack, cancellationToken);

    public Task<Workspace?> FindAsync(string workspace, CancellationToken cancellationToken) => book.FindAsync(Address.Slack, workspace, cancellationToken);

    /// <summary>
    /// What comes from there is ours to take: installed, confirmed and not uninstalled; or the configured token's workspace is not known yet. Where only sending is
    /// stopped, what people write is taken, and the replies wait.
    /// </summary>
    /// <param name="workspace">Where it comes from.</param>
    /// <param name="app">Which app it is meant for, when Slack told; another one than what is installed there is not ours.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public async Task<bool> IsOursAsync(string workspace, string? app, CancellationToken cancellationToken)
    {
        var all = await book.AllAsync(cancellationToken);
        if (all.GetValueOrDefault((Address.Slack, workspace)) is { Data: not null } known)
        {
            return known.ConfirmedAt is not null && (known.StoppedAt is null || HasToken(known)) && (app is null || Read(known).App is not { Length: > 0 } own || own == app);
        }

        return MayBeConfigured(all.Values);
    }

    private static bool HasToken(Workspace workspace) => workspace.Secret is not null || Read(workspace).Configured;

    /// <summary>A workspace nobody has told us of may be the configured token's, as long as that is not known.</summary>
    private bool MayBeConfigured(IEnumerable<Workspace> all) => options.BotToken is { Length: > 0 } && !all.Any(other => other.Channel == Address.Slack && Read(other).Configured);

    /// <summary>The token to call with; null when there is none.</summary>
    public async Task<string?> TokenAsync(string workspace, CancellationToken cancellationToken)
    {
        if ((await book.AllAsync(cancellationToken)).GetValueOrDefault((Address.Slack, workspace)) is not { Secret: not null } installed)
        {
            return options.BotToken;
        }

        return installed.ExpiresAt - time.GetUtcNow() < RenewBefore
            ? (await RenewAsync(workspace, installed.Secret, cancellationToken)).Access ?? Open(installed.Secret)?.Access
            : Open(installed.Secret)?.Access;
    }

    /// <summary>The token after Slack called the earlier one expired; null when it cannot be renewed, or Slack has not said whether (<c>Answered</c>).</summary>
    public async Task<(string? Access, bool Answered)> FreshTokenAsync(string workspace, string? expired, CancellationToken cancellationToken)
    {
        if (await FindAsync(workspace, cancellationToken) is not { Secret: { } secret } || Open(secret) is not { } tokens)
        {
            return CannotBeRenewed;
        }

        return tokens.Access != expired ? (tokens.Access, Answered: true) : await RenewAsync(workspace, secret, cancellationToken);
    }

    /// <summary>Writes an installation down as OAuth (<c>oauth.v2.access</c>) told it.</summary>
    /// <param name="answer">Slack's answer.</param>
    /// <param name="confirmed">Whoever installed it is signed in at the desk.</param>
    /// <param name="cancellationToken">Cancelling leaves all as it was.</param>
    /// <returns>The workspace as it is now: a yes at the desk may be of an earlier installation. Null when the answer names none.</returns>
    public async Task<Workspace?> InstallAsync(JsonElement answer, bool confirmed, CancellationToken cancellationToken)
    {
        var (team, enterprise) = (SlackJson.Member(answer, "team"), SlackJson.Member(answer, "enterprise"));
        var whole = SlackJson.Flag(answer, "is_enterprise_install");
        var id = SlackJson.Text(whole ? enterprise : team, "id");
        if (string.IsNullOrEmpty(id) || SlackJson.Text(answer, "access_token") is not { Length: > 0 } access)
        {
            return null;
        }

        var now = time.GetUtcNow();
        var workspace = new Workspace(Address.Slack, id, now)
        {
            Name = SlackJson.Text(whole ? enterprise : team, "name"),
            Secret = Seal(new SlackTokens(access, SlackJson.Text(answer, "refresh_token"))),
            ExpiresAt = Expiry(answer, now),
            ConfirmedAt = confirmed ? now : null,
            Data = Write(new SlackInstall
            {
                BotUser = SlackJson.Text(answer, "bot_user_id"),
                App = SlackJson.Text(answer, "app_id"),
                Enterprise = SlackJson.Text(enterprise, "id"),
                WholeOrganisation = whole,
                Scopes = [.. (SlackJson.Text(answer, "scope") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries)],
                InstalledBy = SlackJson.Text(SlackJson.Member(answer, "authed_user"), "id"),
            }),
        };
        await book.PutAsync(workspace, cancellationToken);
        return await FindAsync(id, cancellationToken);
    }

    /// <summary>Asks Slack whose the configured token is and writes that workspace down; opens it again when Slack let the token in. Null when Slack did not say ok.</summary>
    public async Task<string?> LearnAsync(CancellationToken cancellationToken)
    {
        if (options.BotToken is not { Length: > 0 } token
            || await api.CallAsync("auth.test", token, new Dictionary<string, string>(), cancellationToken) is not SlackAnswer.Ok { Body: var body })
        {
            return null;
        }

        var whole = SlackJson.Flag(body, "is_enterprise_install");
        var id = SlackJson.Text(body, whole ? "enterprise_id" : "team_id");
        if (id is null)
        {
            return null;
        }

        var now = time.GetUtcNow();
        await book.PutAsync(
            new Workspace(Address.Slack, id, now)
            {
                Name = SlackJson.Text(body, "team"),
                ConfirmedAt = now,
                Data = Write(new SlackInstall { BotUser = SlackJson.Text(body, "user_id"), App = SlackJson.Text(body, "app_id"), Enterprise = SlackJson.Text(body, "enterprise_id"), WholeOrganisation = whole, Configured = true }),
            },
            cancellationToken);
        return id;
    }

    /// <summary>Whether Slack lets the workspace's token in.</summary>
    public async Task<SlackAnswer> TestAsync(string workspace, CancellationToken cancellationToken) =>
        await TokenAsync(workspace, cancellationToken) is { } token
            ? await api.CallAsync("auth.test", token, new Dictionary<string, string>(), cancellationToken)
            : new SlackAnswer.Refused("not_authed", "");

    /// <summary>
    /// Slack tells that the installation is gone. It may tell so after the app was installed anew, of the installation before: that leaves the new one as it is.
    /// </summary>
    /// <param name="workspace">Where.</param>
    /// <param name="told">When it happened, in whole seconds since 1970; null when Slack did not say.</param>
    /// <param name="reason">Why nothing is sent any more, in plain words.</param>
    /// <param name="cancellationToken">Cancelling leaves all as it was.</param>
    public async Task EndAsync(string workspace, long? told, string reason, CancellationToken cancellationToken)
    {
        if (await FindAsync(workspace, cancellationToken) is { InstalledAt: var installed } && told < (installed - Doubtful).ToUnixTimeSeconds())
        {
            LogEndedBefore(workspace, reason);
            return;
        }

        await StopAsync(workspace, reason, cancellationToken);
    }

    /// <summary>Nothing is sent in the workspace any more; its tokens are forgotten. Where nothing was installed, there is nothing to stop.</summary>
    public async Task StopAsync(string workspace, string reason, CancellationToken cancellationToken)
    {
        var all = await ListAsync(cancellationToken);
        if (all.All(known => known.Id != workspace))
        {
            if (!MayBeConfigured(all))
            {
                return;
            }

            await book.PutAsync(new Workspace(Address.Slack, workspace, time.GetUtcNow()) { ConfirmedAt = time.GetUtcNow() }, cancellationToken);
        }

        await book.StopAsync(Address.Slack, workspace, reason, forgetSecret: true, cancellationToken);
        LogStopped(workspace, reason);
    }

    /// <summary>A stopped workspace that has its token still goes on as it was.</summary>
    public Task ResumeAsync(string workspace, CancellationToken cancellationToken) => book.ResumeAsync(Address.Slack, workspace, cancellationToken);

    /// <summary>What Slack told of an installation. Every event asks for it, so a workspace is read once.</summary>
    public static SlackInstall Read(Workspace workspace) => Known.GetValue(
        workspace,
        unread => unread.Data is { } data ? JsonSerializer.Deserialize<SlackInstall>(data, JsonSerializerOptions.Web) ?? new SlackInstall() : new SlackInstall());

    /// <summary>
    /// One renewal at a time, of all processes on the store: the refresh token is good for one use, so whoever comes second takes what the
    /// first one got.
    /// </summary>
    private async Task<(string? Access, bool Answered)> RenewAsync(string workspace, string seen, CancellationToken cancellationToken)
    {
        var one = renewing.GetOrAdd(workspace, _ => new SemaphoreSlim(1, 1));
        await one.WaitAsync(cancellationToken);
        try
        {
            if (await ClaimAsync(workspace, seen, cancellationToken) is not { Secret: { } secret } || Open(secret) is not { } tokens)
            {
                return CannotBeRenewed;
            }

            if (secret != seen)
            {
                return (tokens.Access, Answered: true);
            }

            if (tokens.Refresh is null)
            {
                await book.GiveUpRenewalAsync(Address.Slack, workspace, CancellationToken.None);
                return CannotBeRenewed;
            }

            // From here on nothing may be cancelled: the old refresh token is spent, the new one must be written down.
            var answer = await api.CallAsync("oauth.v2.access", null, new Dictionary<string, string>
            {
                ["client_id"] = options.ClientId ?? "",
                ["client_secret"] = options.ClientSecret ?? "",
                ["grant_type"] = "refresh_token",
                ["refresh_token"] = tokens.Refresh,
            }, CancellationToken.None);
            if (answer is not SlackAnswer.Ok { Body: var body } || SlackJson.Text(body, "access_token") is not { Length: > 0 } access)
            {
                await book.GiveUpRenewalAsync(Address.Slack, workspace, CancellationToken.None);
                LogNotRenewed(workspace, answer is SlackAnswer.Refused refused ? refused.Code : answer.GetType().Name);
                return (null, Answered: answer is SlackAnswer.Refused no && SlackErrors.Decide(no.Code) is not (SlackDecision.Wait or SlackDecision.Later or SlackDecision.Look));
            }

            var renewed = Seal(new SlackTokens(access, SlackJson.Text(body, "refresh_token") ?? tokens.Refresh));
            await book.RenewAsync(Address.Slack, workspace, seen, renewed, Expiry(body, time.GetUtcNow()), CancellationToken.None);
            return (access, Answered: true);
        }
        finally
        {
            one.Release();
        }
    }

    /// <summary>The workspace with the token that was seen and the right to renew it, or with the one that somebody else got meanwhile.</summary>
    private async Task<Workspace?> ClaimAsync(string workspace, string seen, CancellationToken cancellationToken)
    {
        while (await FindAsync(workspace, cancellationToken) is { } current)
        {
            if (current.Secret != seen || await book.ClaimRenewalAsync(Address.Slack, workspace, seen, time.GetUtcNow() + RenewWithin, cancellationToken))
            {
                return current;
            }

            await Task.Delay(LookEvery, time, cancellationToken);
        }

        return null;
    }

    private static DateTimeOffset? Expiry(JsonElement answer, DateTimeOffset now) =>
        long.TryParse(SlackJson.Text(answer, "expires_in"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? now.AddSeconds(seconds) : null;

    private static string Write(SlackInstall install) => JsonSerializer.Serialize(install, JsonSerializerOptions.Web);

    private string Seal(SlackTokens tokens) => protector.Protect(JsonSerializer.Serialize(tokens, JsonSerializerOptions.Web));

    private SlackTokens? Open(string secret)
    {
        try
        {
            return JsonSerializer.Deserialize<SlackTokens>(protector.Unprotect(secret), JsonSerializerOptions.Web);
        }
        catch (CryptographicException)
        {
            LogCannotOpen();
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Nothing more is sent in Slack's workspace {Workspace}: {Reason}")]
    private partial void LogStopped(string workspace, string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "In Slack's workspace {Workspace} an installation before this one has ended: {Reason}")]
    private partial void LogEndedBefore(string workspace, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The token of Slack's workspace {Workspace} could not be renewed: {Reason}")]
    private partial void LogNotRenewed(string workspace, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "A stored Slack token cannot be decrypted: the keys beside the database are missing. Install the app again.")]
    private partial void LogCannotOpen();
}
