using Dialog.Bot.Channels;
using Dialog.Bot.Store;
using Dialog.Core.Interviews;
using Microsoft.EntityFrameworkCore;

namespace Dialog.Bot.Turns;

/// <summary>Messages with choices as they stand now: for a channel that has to draw one again.</summary>
internal sealed class Prompts(IDbContextFactory<DialogDb> databases)
{
    /// <summary>The message, with its buttons as long as they do something, else with what was chosen; null when the person never got it there.</summary>
    /// <param name="address">Whose conversation.</param>
    /// <param name="promptId">See <see cref="Outgoing.PromptId"/>.</param>
    /// <param name="platformId">The platform's id of what the person has before them, which may be another record's message of that number; null when it does not tell.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public async Task<Outgoing?> FindAsync(Address address, string promptId, string? platformId, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (await db.Addresses.FindAsync([address.Channel, address.Workspace, address.User], cancellationToken) is not { PersonId: var personId })
        {
            return null;
        }

        if (await db.Messages.AsNoTracking().Where(m => m.PersonId == personId && m.PromptId == promptId && m.Channel == address.Channel).OrderByDescending(m => m.Seq).FirstOrDefaultAsync(cancellationToken) is not { Body: { } body } row
            || platformId is not null && await db.Outbox.Where(o => o.Id == row.Key).Select(o => o.PlatformId).SingleOrDefaultAsync(cancellationToken) is { } sent && sent != platformId)
        {
            return platformId is null ? null : await OfJoinedAsync(db, personId, address.Channel, promptId, platformId, cancellationToken);
        }

        var state = await db.Conversations.AsNoTracking().Where(c => c.PersonId == personId).Select(c => c.State).SingleOrDefaultAsync(cancellationToken);
        var message = StateJson.Read<Outgoing>(body);
        var open = state is null || row.Chosen is not null ? [] : StateJson.Read<Conversation>(state).Pressable(message);
        return open.IsEmpty
            ? Settled(message, promptId, row.Chosen)
            : message with { Choices = open };
    }

    /// <summary>What another record of the person was asked before the two became one. Its number is another message's by now, or none's; its buttons do nothing any more.</summary>
    private static async Task<Outgoing?> OfJoinedAsync(DialogDb db, string personId, string channel, string promptId, string platformId, CancellationToken cancellationToken)
    {
        var left = db.Joins.Where(join => join.Into == personId && join.PartedAt == null).Select(join => join.PersonId);
        var sent = await db.Outbox.Where(o => left.Contains(o.PersonId) && o.PromptId == promptId && o.Channel == channel && o.PlatformId == platformId)
            .Select(o => new { o.Body, Chosen = db.Messages.Where(m => m.Key == o.Id).Select(m => m.Chosen).FirstOrDefault() })
            .FirstOrDefaultAsync(cancellationToken);
        return sent is null ? null : Settled(StateJson.Read<Outgoing>(sent.Body), promptId, sent.Chosen);
    }

    private static Outgoing Settled(Outgoing message, string promptId, string? chosen) => message with { PromptId = null, Choices = [], Settles = promptId, Chosen = chosen };
}
