using System.Security.Cryptography;
using System.Text;
using Dialog.Bot.Store;

namespace Dialog.Bot.Turns;

/// <summary>What is decided at the desk instead of in the configuration, in versions: who, when, and back to an earlier one.</summary>
internal sealed class SettingBook(Database database, TimeProvider time)
{
    /// <summary>Versions that are told of.</summary>
    private const int MostVersions = 50;

    /// <summary>The newest version, if it is newer than one that is known; 0 knows none.</summary>
    public Task<SettingRow?> NewestAsync(string kind, int than, CancellationToken cancellationToken) => database.ReadAsync((session, token) => NewestAsync(session, kind, than, token), cancellationToken);

    /// <summary>A version; null when there is none with that number.</summary>
    public Task<SettingRow?> FindAsync(string kind, int version, CancellationToken cancellationToken) => database.ReadAsync(
        (session, token) => session.FirstAsync($"""SELECT {SettingRow.Columns} FROM "Settings" WHERE "Kind" = $1 AND "Version" = $2""", [kind, version], SettingRow.Read, token), cancellationToken);

    /// <summary>The newest versions, each with the name of who made it as far as it is known.</summary>
    public Task<List<(SettingRow Row, string? Name)>> HistoryAsync(string kind, CancellationToken cancellationToken) => database.ReadAsync(
        async (session, token) =>
        {
            var rows = await session.ListAsync($"""SELECT {SettingRow.Columns} FROM "Settings" WHERE "Kind" = $1 ORDER BY "Version" DESC LIMIT $2""", [kind, MostVersions], SettingRow.Read, token);
            var names = new Dictionary<string, string?>();
            foreach (var id in rows.Select(row => row.By).OfType<string>().Distinct())
            {
                names[id] = (await People.FindAsync(session, id, token))?.Name;
            }

            return rows.ConvertAll(row => (row, row.By is null ? null : names[row.By]));
        },
        cancellationToken);

    /// <summary>Puts a version behind the one that was seen. Null when there is a newer one: then nothing was written.</summary>
    /// <param name="kind">Of what.</param>
    /// <param name="body">What was decided; null for what the configuration says.</param>
    /// <param name="seen">The version it was decided on; 0 for none.</param>
    /// <param name="restores">The version that is gone back to, if any.</param>
    /// <param name="cancellationToken">Cancelling is safe: it is written or not.</param>
    public Task<SettingRow?> SaveAsync(string kind, string? body, int seen, int? restores, CancellationToken cancellationToken)
    {
        var (door, now) = (Door.Current, time.GetUtcNow());
        return database.WriteAsync(
            async (session, token) =>
            {
                if (await NewestAsync(session, kind, seen, token) is not null)
                {
                    return null;
                }

                var row = new SettingRow { Kind = kind, Version = seen + 1, Body = body, At = now, By = door.PersonId, Restores = restores };
                session.Write($"""INSERT INTO "Settings" ({SettingRow.Columns}) VALUES ($1, $2, $3, $4, $5, $6)""", row.Kind, row.Version, row.Body, row.At, row.By, row.Restores);
                session.Tell(door, new Deed(restores is null ? "change" : "restore", "setting", kind, $"version {row.Version} {(body is null ? "as configured" : Hash(body))}"), now);
                return row;
            },
            cancellationToken);
    }

    private static Task<SettingRow?> NewestAsync(Session session, string kind, int than, CancellationToken cancellationToken) => session.FirstAsync(
        $"""SELECT {SettingRow.Columns} FROM "Settings" WHERE "Kind" = $1 AND "Version" > $2 ORDER BY "Version" DESC LIMIT 1""", [kind, than], SettingRow.Read, cancellationToken);

    private static string Hash(string body) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body)));
}
