using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Dialog.Bot.Store;

/// <summary>Whether a text holds what the store has in no text: PostgreSQL knows no NUL. Nothing is wrong with the store, and nothing was stored.</summary>
internal static class Unstorable
{
    /// <summary>character_not_in_repertoire and untranslatable_character: https://www.postgresql.org/docs/current/errcodes-appendix.html</summary>
    private static readonly string[] States = [PostgresErrorCodes.CharacterNotInRepertoire, PostgresErrorCodes.UntranslatableCharacter];

    public static bool Is(Exception exception) => exception switch
    {
        PostgresException answered => States.Contains(answered.SqlState),
        DbUpdateException { InnerException: { } inner } => Is(inner),
        _ => false,
    };
}
