using System.Data.Common;
using Npgsql;

namespace Dialog.Bot.Store;

/// <summary>Whether the PostgreSQL server that <c>Storage:ConnectionString</c> names can be used.</summary>
internal sealed class PostgreSqlCheck(Database database, TimeProvider time) : ICheck
{
    public string Name => "Store";

    public async Task<Checked> TryAsync(CancellationToken cancellationToken)
    {
        try
        {
            var upToDate = await database.IsUpToDateAsync(cancellationToken);
            await database.TryWritingAsync(time.GetUtcNow(), cancellationToken);
            return new Checked(Holds: true, upToDate ? "PostgreSQL can be written and is up to date" : "PostgreSQL can be written; the next start brings it up to date");
        }
        catch (PostgresException empty) when (empty.SqlState == PostgresErrorCodes.UndefinedTable)
        {
            return new Checked(Holds: true, "PostgreSQL can be reached; the first start makes the tables");
        }
        catch (StartupException newer)
        {
            return new Checked(Holds: false, newer.Message);
        }
        catch (DbException exception)
        {
            return new Checked(Holds: false, Explain(exception));
        }
    }

    /// <summary>Says what is wrong with the server, and the mend. Npgsql's messages hold no password.</summary>
    public static string Explain(Exception exception) =>
        $"Storage:ConnectionString: PostgreSQL cannot be used ({exception.Message.Split('\n')[0]}). Check host, database, user and password, and that the user may create tables.";
}
