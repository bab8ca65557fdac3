using System.Collections.Concurrent;
using System.Text.Json;
using Dialog.Bot.Turns;

namespace Dialog.Bot.Channels.Slack;

/// <summary>Who people are, asked of Slack (<c>users.info</c>) at first contact and once a day at most; while Slack waits for an answer only of somebody new, and for a moment.</summary>
internal sealed partial class SlackPeople(SlackCalls calls, PeopleBook book, Guests guests, TimeProvider time, OutageLog outages, ILogger<SlackPeople> logger) : BackgroundService
{
    /// <summary>People who were only written down, and whose first contact is ours, are looked for this often.</summary>
    private static readonly TimeSpan LookEvery = TimeSpan.FromMinutes(10);

    private const int MostInOneLook = 200;

    /// <summary>Of the three seconds within which Slack wants an answer.</summary>
    private static readonly TimeSpan Within = TimeSpan.FromSeconds(1);

    /// <summary>People remembered of whom Slack has told; one too many, and all are forgotten: they are asked about twice.</summary>
    private const int MostRemembered = 1_000;

    private readonly FirstContacts<Address> met = new(address => address, time);

    /// <summary>What Slack told of somebody new, and is not written down yet.</summary>
    private readonly ConcurrentDictionary<Address, Profile> told = new();

    /// <summary>The language of somebody new; null when Slack does not tell soon.</summary>
    public async Task<string?> LocaleAsync(Address address)
    {
        if (await SoonAsync(token => InfoAsync(address, token)) is not SlackAnswer.Ok { Body: var body })
        {
            return null;
        }

        if (told.Count >= MostRemembered)
        {
            told.Clear();
        }

        return (told[address] = Read(SlackJson.Member(body, "user"), address.Workspace)).Locale;
    }

    /// <inheritdoc cref="FirstContacts{T}.Meet"/>
    public void Meet(Address address) => met.Meet(address);

    /// <summary>Asks about somebody at once, and for a moment only; false when Slack did not tell by then, and it is found out later.</summary>
    public async Task<bool> GetToKnowAsync(Address address)
    {
        if (await SoonAsync(token => AskAsync(address, token)))
        {
            return true;
        }

        Meet(address);
        return false;
    }

    /// <summary>What is asked of Slack while Slack, or somebody, waits for an answer of ours; nothing when it does not come soon.</summary>
    private async Task<T?> SoonAsync<T>(Func<CancellationToken, Task<T>> ask)
    {
        using var enough = new CancellationTokenSource(Within, time);
        try
        {
            return await ask(enough.Token);
        }
        catch (OperationCanceledException) when (enough.IsCancellationRequested)
        {
            return default;
        }
    }

    /// <summary>Slack tells of somebody by itself (<c>user_change</c>, <c>team_join</c>). Only people who are known here are written down.</summary>
    public Task LearnAsync(string workspace, JsonElement user, CancellationToken cancellationToken) =>
        SlackJson.Text(user, "id") is { Length: > 0 } id ? book.LearnAsync(new Address(Address.Slack, workspace, id), Read(user, workspace), cancellationToken) : Task.CompletedTask;

    private async Task<bool> AskAsync(Address address, CancellationToken cancellationToken)
    {
        if (!await book.IsStrangerAsync(address, cancellationToken))
        {
            return true;
        }

        if (told.TryRemove(address, out var profile))
        {
            await LearnAsync(address, profile, cancellationToken);
            return true;
        }

        switch (await InfoAsync(address, cancellationToken))
        {
            case SlackAnswer.Ok { Body: var body }:
                await LearnAsync(address, Read(SlackJson.Member(body, "user"), address.Workspace), cancellationToken);
                return true;
            case SlackAnswer.Limited { After: { } wait }:
                await Task.Delay(wait, time, cancellationToken);
                met.Queue(address);
                return true;
            case var other:
                LogNotKnown(address.User, other is SlackAnswer.Refused refused ? refused.Code : other.GetType().Name);
                return other is SlackAnswer.Refused;
        }
    }

    private Task<SlackAnswer> InfoAsync(Address address, CancellationToken cancellationToken) => calls.CallAsync(
        address.Workspace, "users.info", new Dictionary<string, string> { ["user"] = address.User, ["include_locale"] = "true" }, $"who:{address.Workspace}:{address.User}", cancellationToken);

    private async Task LearnAsync(Address address, Profile profile, CancellationToken cancellationToken)
    {
        await book.LearnAsync(address, profile, cancellationToken);
        if (profile.Outsider)
        {
            await guests.MetAsync(address, cancellationToken);
        }
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(met.AskAllAsync(AskAsync, Tell, stoppingToken), LookAsync(stoppingToken));

    private async Task LookAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(LookEvery, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                foreach (var address in await book.StrangersAsync(Address.Slack, MostInOneLook, stoppingToken))
                {
                    Meet(address);
                }
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                if (!outages.Took(exception))
                {
                    LogNotLooked(exception);
                }
            }
        }
    }

    /// <param name="user">The person as Slack describes them.</param>
    /// <param name="workspace">The workspace, or the whole organisation, that the app is installed in.</param>
    internal static Profile Read(JsonElement user, string workspace)
    {
        var profile = SlackJson.Member(user, "profile");
        var outsider = SlackJson.Flag(user, "is_restricted") || SlackJson.Flag(user, "is_ultra_restricted") || SlackJson.Flag(user, "is_stranger");
        var unreachable = SlackJson.Flag(user, "deleted") ? "the person's account is deactivated (user_disabled)" : SlackJson.Flag(user, "is_bot") ? "that is a bot" : null;
        return new Profile
        {
            Name = First(SlackJson.Text(profile, "real_name"), SlackJson.Text(user, "real_name"), SlackJson.Text(profile, "display_name")),
            Title = First(SlackJson.Text(profile, "title")),
            Outsider = outsider,
            Member = !outsider && unreachable is null && SlackJson.Member(user, "is_restricted").ValueKind == JsonValueKind.False
                && (SlackJson.Text(user, "team_id") == workspace || SlackJson.Text(SlackJson.Member(user, "enterprise_user"), "enterprise_id") == workspace),
            Email = outsider || SlackJson.Member(user, "is_email_confirmed").ValueKind == JsonValueKind.False ? null : First(SlackJson.Text(profile, "email")),
            TimeZone = First(SlackJson.Text(user, "tz")),
            Locale = First(SlackJson.Text(user, "locale")),
            Unreachable = unreachable,
            Reachable = unreachable is null,
        };
    }

    private static string? First(params string?[] texts) => texts.FirstOrDefault(text => !string.IsNullOrWhiteSpace(text))?.Trim();

    private void Tell(Exception exception, Address address)
    {
        if (!outages.Took(exception))
        {
            LogFailed(exception, address.User);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "People nothing is known of could not be looked for; it is tried again.")]
    private partial void LogNotLooked(Exception exception);

    [LoggerMessage(Level = LogLevel.Information, Message = "Slack did not tell who {User} is: {Reason}")]
    private partial void LogNotKnown(string user, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "Asking Slack who {User} is failed.")]
    private partial void LogFailed(Exception exception, string user);
}
