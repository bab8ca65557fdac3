using System.Security.Cryptography;
using System.Text;
using Dialog.Bot.Store;
using Dialog.Core.Interviews;
using Microsoft.EntityFrameworkCore;

namespace Dialog.Bot.Turns;

/// <summary>Makes two records of one person one, and two again, within a turn's transaction. Saves nothing itself.</summary>
internal static class Joins
{
    /// <summary>Joined once more into another is followed this far.</summary>
    private const int MostSteps = 5;

    /// <summary>What a wish to join is decided by; null for any other event.</summary>
    public static async Task<JoinDesk?> DeskAsync(DialogDb db, Incoming what, CancellationToken cancellationToken)
    {
        if (what is not Incoming.Said said || JoinWish.Read(said.Text) is not { } wish)
        {
            return null;
        }

        var code = wish.Code is null ? null : await db.JoinCodes.FindAsync([Hash(wish.Code)], cancellationToken);
        var other = code is null || code.ExpiresAt < what.At ? null : await db.People.FindAsync([code.PersonId], cancellationToken);
        return new JoinDesk(RandomNumberGenerator.GetString(JoinWish.Letters, JoinWish.Length), other is null ? null : new Joinable(other.Id, other.Name));
    }

    /// <summary>The record that stands for this one now.</summary>
    public static async Task<string> FollowAsync(DialogDb db, string personId, CancellationToken cancellationToken)
    {
        for (var step = 0; step < MostSteps && await db.Joins.FindAsync([personId], cancellationToken) is { PartedAt: null } join; step++)
        {
            personId = join.Into;
        }

        return personId;
    }

    public static async Task GiveCodeAsync(DialogDb db, string personId, string code, DateTimeOffset now, CancellationToken cancellationToken)
    {
        db.RemoveRange(await db.JoinCodes.Where(c => c.PersonId == personId).ToListAsync(cancellationToken));
        db.Add(new JoinCodeRow { Hash = Hash(code), PersonId = personId, ExpiresAt = now + JoinWish.Lifetime });
    }

    /// <summary>Whoever comes second finds it gone and loses the race.</summary>
    public static async Task UseCodeAsync(DialogDb db, string code, CancellationToken cancellationToken)
    {
        if (await db.JoinCodes.FindAsync([Hash(code)], cancellationToken) is { } row)
        {
            db.Remove(row);
        }
    }

    /// <summary>All that is the person's becomes the other's, but what was said outside any assignment.</summary>
    public static async Task JoinAsync(DialogDb db, PersonRow person, string intoId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await db.People.FindAsync([intoId], cancellationToken) is not { } into)
        {
            throw new InvalidOperationException($"Person {intoId} is not stored.");
        }

        var addresses = await db.Addresses.Where(a => a.PersonId == person.Id).ToListAsync(cancellationToken);
        var assignments = await db.Assignments.Where(a => a.PersonId == person.Id).ToListAsync(cancellationToken);
        var things = StateJson.Write(new JoinedThings(into.Roles, addresses.ConvertAll(row => row.Address), assignments.ConvertAll(row => row.Id)));
        if (await db.Joins.FindAsync([person.Id], cancellationToken) is { } earlier)
        {
            (earlier.Into, earlier.At, earlier.PartedAt, earlier.Body) = (into.Id, now, null, things);
        }
        else
        {
            db.Add(new JoinRow { PersonId = person.Id, Into = into.Id, At = now, Body = things });
        }

        into.Roles = string.Join(',', into.Roles.Split(',', StringSplitOptions.RemoveEmptyEntries).Union(person.Roles.Split(',', StringSplitOptions.RemoveEmptyEntries)));
        into.Name ??= person.Name;
        into.Title ??= person.Title;
        into.Email ??= person.Email;
        addresses.ForEach(row => row.PersonId = into.Id);
        assignments.ForEach(row => row.PersonId = into.Id);
        foreach (var row in await db.Messages.Where(m => m.PersonId == person.Id).ToListAsync(cancellationToken))
        {
            // Its buttons are settled; under the other record their numbers would be another message's.
            (row.PersonId, row.PromptId) = (into.Id, null);
        }

        foreach (var row in await db.Mail.Where(m => m.PersonId == person.Id).ToListAsync(cancellationToken))
        {
            row.PersonId = into.Id;
        }

        await MoveDueAsync(db, person.Id, into.Id, _ => true, cancellationToken);
    }

    /// <summary>What came with the other record goes back to it.</summary>
    public static async Task PartAsync(DialogDb db, PersonRow person, string otherId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await db.Joins.FindAsync([otherId], cancellationToken) is not { PartedAt: null } join)
        {
            return;
        }

        var things = StateJson.Read<JoinedThings>(join.Body);
        join.PartedAt = now;
        person.Roles = things.RolesBefore;
        foreach (var address in things.Addresses)
        {
            if (await db.Addresses.FindAsync([address.Channel, address.Workspace, address.User], cancellationToken) is { } row && row.PersonId == person.Id)
            {
                row.PersonId = otherId;
            }
        }

        foreach (var row in await db.Assignments.Where(a => things.Assignments.Contains(a.Id)).ToListAsync(cancellationToken))
        {
            row.PersonId = otherId;
        }

        foreach (var row in await db.Messages.Where(m => m.PersonId == person.Id && things.Assignments.Contains(m.AssignmentId!)).ToListAsync(cancellationToken))
        {
            (row.PersonId, row.PromptId) = (otherId, null);
        }

        await MoveDueAsync(db, person.Id, otherId, name => things.Assignments.Any(id => name.Contains(id, StringComparison.Ordinal)), cancellationToken);
    }

    private static async Task MoveDueAsync(DialogDb db, string from, string to, Func<string, bool> goes, CancellationToken cancellationToken)
    {
        foreach (var due in (await db.Due.Where(d => d.PersonId == from).ToListAsync(cancellationToken)).Where(due => goes(due.Name)))
        {
            db.Remove(due);
            if (await db.Due.FindAsync([to, due.Name], cancellationToken) is null)
            {
                db.Add(new DueRow { PersonId = to, Name = due.Name, At = due.At });
            }
        }
    }

    private static string Hash(string code) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(code)));
}
