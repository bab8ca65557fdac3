using Dialog.Bot.Channels;
using Dialog.Bot.Store;
using Dialog.Bot.Turns;
using Dialog.Core.Assignments;
using Dialog.Core.Interviews;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dialog.Bot.Tests.Support;

/// <summary>Somebody who has answered in the browser.</summary>
internal static class Interviewed
{
    /// <summary>Id of an assignment that has a draft for the web in review.</summary>
    /// <param name="site">The program.</param>
    /// <param name="why">The answer to the first question.</param>
    /// <param name="outlets">Where the drafts are for; the web when nothing is said.</param>
    public static async Task<string> InterviewedAsync(this OpenSite site, string why, params string[] outlets)
    {
        var cancelled = TestContext.Current.CancellationToken;
        var (person, user) = await site.AddOnTheWebAsync("Mattias Jansson");
        var order = House.Assignment(person) with { Track = Track.Quick, Outlets = outlets is [] ? ["web"] : [.. outlets] };
        await site.Services.GetRequiredService<AssignmentOpener>().OpenAsync(order, requestKey: null, cancelled);
        await using var db = await site.Services.GetRequiredService<IDbContextFactory<DialogDb>>().CreateDbContextAsync(cancelled);
        string[] said = ["kör", why, "klar", "Vad tycker du om nya rondellen?", "klar", "ja", "klar", "klar", "ja"];
        for (var number = 0; number < said.Length && !await db.Drafts.AnyAsync(draft => draft.AssignmentId == order.Id, cancelled); number++)
        {
            var key = $"{order.Id}/{number}";
            var what = new Incoming.Said(said[number], key) { Key = key, At = TimeProvider.System.GetUtcNow() };
            await site.Services.GetRequiredService<TurnRunner>().TakeAsync(new Arrival(new Address(Address.Web, Address.Web, user), new Room(user), what), cancelled);
        }

        return order.Id;
    }
}
