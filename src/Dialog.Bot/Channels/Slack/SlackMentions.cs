using System.Collections.Concurrent;
using Dialog.Bot.Turns;
using Dialog.Core.Interviews;

namespace Dialog.Bot.Channels.Slack;

/// <summary>
/// The names of people whom a text mentions: as they stand here, else as Slack tells (<c>users.info</c>). Slack waits for an answer meanwhile, so it is asked
/// for a moment only; whoever is not named by then is a colleague.
/// </summary>
internal sealed class SlackMentions(SlackCalls calls, PeopleBook book, Organisation organisation, TimeProvider time)
{
    /// <summary>Of the three seconds within which Slack wants an answer.</summary>
    private static readonly TimeSpan Within = TimeSpan.FromSeconds(1);

    /// <summary>What Slack told is remembered for so long.</summary>
    private static readonly TimeSpan Lasts = TimeSpan.FromDays(1);

    /// <summary>People named in one text.</summary>
    private const int Most = 10;

    /// <summary>Names remembered; one too many, and all are forgotten.</summary>
    private const int MostRemembered = 10_000;

    /// <summary>The bot, as its app is called.</summary>
    private const string Bot = "Dialog";

    private readonly ConcurrentDictionary<Address, (string Name, DateTimeOffset Until)> told = new();

    /// <summary>Nobody's.</summary>
    public SlackNames None { get; } = SlackNames.None(organisation.Language);

    /// <param name="workspace">Through which installation the text came.</param>
    /// <param name="text">Text as Slack sent it.</param>
    /// <param name="bots">The bot's own user ids.</param>
    public async ValueTask<SlackNames> OfAsync(string workspace, string text, IReadOnlyList<string> bots)
    {
        var users = SlackText.Users(text).Distinct().Take(Most).ToList();
        if (users.Count == 0)
        {
            return None;
        }

        using var enough = new CancellationTokenSource(Within, time);
        var names = await Task.WhenAll(users.Select(async user => (User: user, Name: bots.Contains(user) ? Bot : await NameAsync(new Address(Address.Slack, workspace, user), enough.Token))));
        return None with { Known = names.Where(named => named.Name is not null).ToDictionary(named => named.User, named => named.Name!) };
    }

    private async Task<string?> NameAsync(Address address, CancellationToken enough)
    {
        if (told.TryGetValue(address, out var before) && time.GetUtcNow() < before.Until)
        {
            return before.Name;
        }

        try
        {
            return await book.NameAsync(address, enough) ?? await AskAsync(address, enough);
        }
        catch (OperationCanceledException) when (enough.IsCancellationRequested)
        {
            return null;
        }
    }

    private async Task<string?> AskAsync(Address address, CancellationToken enough)
    {
        var fields = new Dictionary<string, string> { ["user"] = address.User };
        if (await calls.CallAsync(address.Workspace, "users.info", fields, $"name:{address.Workspace}:{address.User}", enough) is not SlackAnswer.Ok { Body: var body }
            || SlackPeople.Read(SlackJson.Member(body, "user"), address.Workspace).Name is not { } name)
        {
            return null;
        }

        if (told.Count >= MostRemembered)
        {
            told.Clear();
        }

        told[address] = (name, time.GetUtcNow() + Lasts);
        return name;
    }
}
