using Microsoft.EntityFrameworkCore;

namespace Dialog.Bot.Store;

/// <summary>Looks people up by what they are called, in the database; whether it is written in capital letters or small ones is all the same.</summary>
internal static class NameSearch
{
    /// <summary>Nobody is called by more words.</summary>
    private const int MostWords = 10;

    /// <summary>Those whose name has the part, or whose id it is.</summary>
    public static IQueryable<PersonRow> Named(this DialogDb db, string part)
    {
        var (like, glob) = (Like(part), Glob(part));
        return db.Database.IsNpgsql()
            ? db.People.Where(p => p.Id == part || EF.Functions.ILike(p.Name!, like, "\\"))
            : db.People.Where(p => p.Id == part || EF.Functions.Glob(p.Name!, glob));
    }

    /// <summary>Those of the people whose name and title have all the words between them; everybody when there is no word.</summary>
    public static IQueryable<PersonRow> Called(this DialogDb db, IQueryable<PersonRow> people, string words)
    {
        foreach (var word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MostWords))
        {
            var (like, glob) = (Like(word), Glob(word));
            people = db.Database.IsNpgsql()
                ? people.Where(p => EF.Functions.ILike((p.Name ?? "") + " " + (p.Title ?? ""), like, "\\"))
                : people.Where(p => EF.Functions.Glob((p.Name ?? "") + " " + (p.Title ?? ""), glob));
        }

        return people;
    }

    private static string Like(string part) =>
        $"%{part.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%";

    /// <summary>SQLite's LIKE knows the capital letters of English only: each letter may be either.</summary>
    private static string Glob(string part) => $"*{string.Concat(part.Select(mark =>
        char.ToUpperInvariant(mark) is var capital && char.ToLowerInvariant(mark) is var small && capital != small ? $"[{capital}{small}]" : mark is '*' or '?' or '[' ? $"[{mark}]" : $"{mark}"))}*";
}
