using System.Text.Json;
using Dialog.Bot.Turns;

namespace Dialog.Bot.Channels.Teams;

/// <summary>
/// Who people are, asked of the roster at first contact and once a day at most, never while Teams waits for an answer; where they are, their client has told. Guests of the
/// tenant are told whom the bot is for, unless the desk itself has asked them something.
/// </summary>
internal sealed partial class TeamsPeople(TeamsRoster roster, PeopleBook book, Guests guests, TimeProvider time, OutageLog outages, ILogger<TeamsPeople> logger) : BackgroundService
{
    private readonly FirstContacts<Met> met = new(somebody => somebody.Address, time);

    /// <inheritdoc cref="FirstContacts{T}.Meet"/>
    public void Meet(Activity activity) => met.Meet(new Met(TeamsParse.AddressOf(activity), TeamsRoom.Of(activity), activity.ConversationId, activity.TimeZone));

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => met.AskAllAsync(AskAsync, Tell, stoppingToken);

    private async Task<bool> AskAsync(Met somebody, CancellationToken cancellationToken)
    {
        if (!await book.IsStrangerAsync(somebody.Address, cancellationToken))
        {
            return true;
        }

        var answer = await roster.AskAsync(somebody.Room, somebody.Conversation, somebody.Room.UserId, cancellationToken);
        if (answer is not TeamsAnswer.Done { Body: var member })
        {
            LogNotKnown(somebody.Address.User, answer is TeamsAnswer.Refused refused ? refused.Reason : answer.GetType().Name);
            return false;
        }

        var profile = Read(member, somebody.Address.Workspace) with { TimeZone = somebody.TimeZone };
        await book.LearnAsync(somebody.Address, profile, cancellationToken);
        if (profile.Outsider)
        {
            await guests.MetAsync(somebody.Address, cancellationToken);
        }

        return true;
    }

    /// <param name="member">The person as the roster describes them.</param>
    /// <param name="tenant">The tenant they were met in.</param>
    internal static Profile Read(JsonElement member, string tenant)
    {
        var outsider = IsGuest(member, tenant);
        return new Profile
        {
            Name = Activity.String(member, "name"),
            Email = outsider ? null : Activity.String(member, "email"),
            Outsider = outsider,
            Member = !outsider && (Activity.String(member, "userRole") == "user" || Activity.String(member, "tenantId") is not null),
        };
    }

    /// <summary>Invited into the tenant (a guest's user name carries #EXT#), or at home in another one.</summary>
    private static bool IsGuest(JsonElement member, string tenant) =>
        Activity.String(member, "userRole") is "guest" or "anonymous"
        || Activity.String(member, "userPrincipalName")?.Contains("#EXT#", StringComparison.OrdinalIgnoreCase) == true
        || Activity.String(member, "tenantId") is { } home && !home.Equals(tenant, StringComparison.OrdinalIgnoreCase);

    private sealed record Met(Address Address, TeamsRoom Room, string Conversation, string? TimeZone);

    private void Tell(Exception exception, Address address)
    {
        if (!outages.Took(exception))
        {
            LogFailed(exception, address.User);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Teams did not tell who {User} is: {Reason}")]
    private partial void LogNotKnown(string user, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "Asking Teams who {User} is failed.")]
    private partial void LogFailed(Exception exception, string user);
}
