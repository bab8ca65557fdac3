using System.Text.Json;
using Dialog.Bot.Turns;

namespace Dialog.Bot.Channels.Slack;

/// <summary>Who people are, asked of Slack (<c>users.info</c>) at first contact and once a day at most, never while Slack waits for an answer.</summary>
internal sealed partial class SlackPeople(SlackCalls calls, PeopleBook book, Guests guests, TimeProvider time, OutageLog outages, ILogger<SlackPeople> logger) : BackgroundService
{
    /// <summary>People who were only written down, and whose first contact is ours, are looked for this often.</summary>
    private static readonly TimeSpan LookEvery = TimeSpan.FromMinutes(10);

    private const int MostInOneLook = 200;

    private readonly FirstContacts<Address> met = new(address => address, time);

    /// <inheritdoc cref="FirstContacts{T}.Meet"/>
    public void Meet(Address address) => met.Meet(address);

    /// <summary>Slack tells of somebody by itself (<c>user_change</c>, <c>team_join</c>). Only people who are known here are written down.</summary>
    public Task LearnAsync(string workspace, JsonElement user, CancellationToken cancellationToken) =>
        SlackJson.Text(user, "id") is { Length: > 0 } id ? book.LearnAsync(new Address(Address.Slack, workspace, id), Read(user, workspace), cancellationToken) : Task.CompletedTask;

    private async Task<bool> AskAsync(Address address, CancellationToken cancellationToken)
    {
        if (!await book.IsStrangerAsync(address, cancellationToken))
        {
            return true;
        }

        var fields = new Dictionary<string, string> { ["user"] = address.User, ["include_locale"] = "true" };
        switch (await calls.CallAsync(address.Workspace, "users.info", fields, $"who:{address.Workspace}:{address.User}", cancellationToken))
        {
            case SlackAnswer.Ok { Body: var body }:
                var profile = Read(SlackJson.Member(body, "user"), address.Workspace);
                await book.LearnAsync(address, profile, cancellationToken);
                if (profile.Outsider)
                {
                    await guests.MetAsync(address, cancellationToken);
                }

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
