using System.Text.Json;
using System.Threading.Channels;
using Dialog.Bot.Turns;

namespace Dialog.Bot.Channels.Teams;

/// <summary>
/// Who people are, asked of the roster at first contact and once a day at most, never while Teams waits for an answer. Guests of the
/// tenant are told whom the bot is for, unless the desk itself has asked them something.
/// </summary>
internal sealed partial class TeamsPeople(TeamsConnector connector, PeopleBook book, Guests guests, TimeProvider time, ILogger<TeamsPeople> logger) : BackgroundService
{
    private static readonly TimeSpan AskAgainAfter = TimeSpan.FromDays(1);

    private readonly Channel<Met> met = System.Threading.Channels.Channel.CreateBounded<Met>(new BoundedChannelOptions(10_000) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });
    private readonly Lately<DateTimeOffset> asked = new();

    /// <summary>Somebody was heard from. Costs nothing when they were met today.</summary>
    public void Meet(Activity activity)
    {
        var (now, address) = (time.GetUtcNow(), TeamsParse.AddressOf(activity));
        if (!asked.Knows(address, out var last) || now - last > AskAgainAfter)
        {
            asked.Note(address, now);
            met.Writer.TryWrite(new Met(address, TeamsRoom.Of(activity), activity.ConversationId));
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var somebody in met.Reader.ReadAllAsync(stoppingToken))
            {
                try
                {
                    await AskAsync(somebody, stoppingToken);
                }
                catch (Exception exception) when (exception is not OperationCanceledException)
                {
                    LogFailed(exception, somebody.Address.User);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopping: whoever is not known yet is asked about at the next contact.
        }
    }

    private async Task AskAsync(Met somebody, CancellationToken cancellationToken)
    {
        if (!await book.IsStrangerAsync(somebody.Address, time.GetUtcNow() - AskAgainAfter, cancellationToken))
        {
            return;
        }

        var path = $"conversations/{Uri.EscapeDataString(somebody.Conversation)}/members/{Uri.EscapeDataString(somebody.Room.UserId)}";
        var answer = await connector.CallAsync(HttpMethod.Get, somebody.Room, path, $"members of {somebody.Conversation}", null, cancellationToken);
        if (answer is not TeamsAnswer.Done { Body: var member })
        {
            LogNotKnown(somebody.Address.User, answer is TeamsAnswer.Refused refused ? refused.Reason : answer.GetType().Name);
            return;
        }

        var outsider = IsGuest(member, somebody.Address.Workspace);
        await book.LearnAsync(somebody.Address, new Profile { Name = Activity.String(member, "name"), Email = outsider ? null : Activity.String(member, "email"), Outsider = outsider }, cancellationToken);
        if (outsider)
        {
            await guests.MetAsync(somebody.Address, cancellationToken);
        }
    }

    /// <summary>Invited into the tenant (a guest's user name carries #EXT#), or at home in another one.</summary>
    internal static bool IsGuest(JsonElement member, string tenant) =>
        Activity.String(member, "userRole") is "guest" or "anonymous"
        || Activity.String(member, "userPrincipalName")?.Contains("#EXT#", StringComparison.OrdinalIgnoreCase) == true
        || Activity.String(member, "tenantId") is { } home && !home.Equals(tenant, StringComparison.OrdinalIgnoreCase);

    private sealed record Met(Address Address, TeamsRoom Room, string Conversation);

    [LoggerMessage(Level = LogLevel.Information, Message = "Teams did not tell who {User} is: {Reason}")]
    private partial void LogNotKnown(string user, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "Asking Teams who {User} is failed.")]
    private partial void LogFailed(Exception exception, string user);
}
