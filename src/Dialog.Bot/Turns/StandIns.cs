using Dialog.Bot.Store;
using Dialog.Core.Assignments;
using Dialog.Core.Interviews;
using Dialog.Core.Texts;

namespace Dialog.Bot.Turns;

/// <summary>A deputy was told whose place they take. When that person is erased the question stays theirs, and nothing says any more who it was asked first.</summary>
internal static class StandIns
{
    /// <summary>Takes it out of the deputies' assignments, and of what they were told or are to be told.</summary>
    /// <param name="session">The transaction.</param>
    /// <param name="assignments">What the person was asked.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task ForgetAsync(Session session, IEnumerable<string> assignments, CancellationToken cancellationToken)
    {
        foreach (var id in assignments.Select(StandIn.IdFor))
        {
            foreach (var order in await session.ListAsync("""SELECT "Body" FROM "Assignments" WHERE "Id" = $1""", [id], row => StateJson.Read<Assignment>(row.GetString(0)), cancellationToken))
            {
                session.Write("""UPDATE "Assignments" SET "Body" = $2, "RequestKey" = 'assign:' || "Id" WHERE "Id" = $1""", id, StateJson.Write(order with { StandsIn = null }));
                await RewordAsync(session, "Messages", """ "AssignmentId" = $1 AND "Body" IS NOT NULL""", id, order, cancellationToken);
                await RewordAsync(session, "Outbox", """ "Body" LIKE '%"assignmentId":"' || $1 || '"%'""", id, order, cancellationToken);
            }

            foreach (var (seq, mail) in await session.ListAsync(
                """SELECT "Seq", "Body" FROM "Mail" WHERE "Body" LIKE $1""", [$"%\"id\":\"{id}\"%"], row => (row.GetInt64(0), StateJson.Read<Incoming>(row.GetString(1))), cancellationToken))
            {
                if (mail is Incoming.Assigned asked)
                {
                    session.Write("""UPDATE "Mail" SET "Body" = $2 WHERE "Seq" = $1""", seq, StateJson.Write<Incoming>(asked with { Assignment = asked.Assignment with { StandsIn = null } }));
                }
            }
        }
    }

    private static async Task RewordAsync(Session session, string table, string where, string id, Assignment order, CancellationToken cancellationToken)
    {
        foreach (var (seq, message) in await session.ListAsync($"""SELECT "Seq", "Body" FROM "{table}" WHERE {where}""", [id], row => (row.GetInt64(0), StateJson.Read<Outgoing>(row.GetString(1))), cancellationToken))
        {
            if (order.StandsIn is { } place && ScheduleTexts.For(order.Language).WithoutAway(message.Text, place) is var text && text != message.Text)
            {
                session.Write($"""UPDATE "{table}" SET "Body" = $2 WHERE "Seq" = $1""", seq, StateJson.Write(message with { Text = text }));
                if (table == "Messages")
                {
                    session.Write("""UPDATE "Messages" SET "Text" = $2 WHERE "Seq" = $1""", seq, text);
                }
            }
        }
    }
}
