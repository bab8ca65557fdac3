using System.Collections.Immutable;
using Dialog.Bot.Store;
using Dialog.Core.Interviews;
using Dialog.Core.Questions;

namespace Dialog.Bot.Turns;

/// <summary>
/// The question sets at hand. New interviews begin with what was saved at the desk, or else the organisation's file, or else the program's own set;
/// every interview keeps the set it began with, which is stored in the transaction that opens it, so that no later edit reaches it.
/// </summary>
internal sealed partial class QuestionShelf(QuestionFile? file, QuestionSets first, SettingBook book, ILogger<QuestionShelf> logger)
{
    private OnShelf shelf = new(first, first.Newest, Version: 0, IsEdited: false);

    /// <summary>All sets that are at hand now, the one new interviews begin with among them.</summary>
    public QuestionSets Sets => shelf.Sets;

    /// <summary>What the file, or the program itself, says.</summary>
    public QuestionSet Configured => shelf.Configured;

    /// <summary>The newest version of the desk's that is known here; 0 when nothing was ever saved there.</summary>
    public int Version => shelf.Version;

    /// <summary>The desk's version is in force, not what is configured.</summary>
    public bool IsEdited => shelf.IsEdited;

    /// <summary>The organisation's file; null when there is none.</summary>
    public string? File => file?.Path;

    /// <summary>The set new interviews begin with, and all that <paramref name="before"/> may ask for.</summary>
    public async Task<QuestionSets> ForAsync(Session session, Conversation before, CancellationToken cancellationToken)
    {
        foreach (var key in before.Interviews.Select(interview => interview.QuestionSet).Where(key => !Sets.Has(key)).Distinct())
        {
            if (await session.FirstAsync("""SELECT "Body" FROM "QuestionSets" WHERE "Key" = $1""", [key], row => row.GetString(0), cancellationToken) is { } kept && QuestionSetReader.Read(kept).Set is { } set)
            {
                ImmutableInterlocked.Update(ref shelf, known => known with { Sets = known.Sets.With(set) });
            }
        }

        return Sets;
    }

    /// <summary>Puts a set in force for new interviews. False when there is a newer version than <paramref name="seen"/>: then nothing was saved.</summary>
    /// <param name="set">The set; null for what is configured.</param>
    /// <param name="seen">The version it was decided on.</param>
    /// <param name="restores">The version that is gone back to, if any.</param>
    /// <param name="cancellationToken">Cancelling is safe: it is saved or not.</param>
    public async Task<bool> SaveAsync(QuestionSet? set, int seen, int? restores, CancellationToken cancellationToken)
    {
        if (await book.SaveAsync(SettingRow.Questions, set?.Json, seen, restores, cancellationToken) is not { } row)
        {
            return false;
        }

        TakeUp(row);
        return true;
    }

    /// <summary>Puts the sets of interviews that a turn opened beside them.</summary>
    /// <param name="session">The turn's transaction.</param>
    /// <param name="known">What the turn was taken with.</param>
    /// <param name="what">The turn's event.</param>
    /// <param name="result">What the turn decided.</param>
    public static void Keep(Session session, QuestionSets known, Incoming what, TurnResult result)
    {
        if (!result.Facts.Exists(fact => fact is Fact.AssignmentOpened))
        {
            return;
        }

        var opened = result.Facts.OfType<Fact.AssignmentOpened>().Select(fact => fact.Assignment.Id).ToHashSet();
        foreach (var key in result.After.Interviews.Where(interview => opened.Contains(interview.Id)).Select(interview => interview.QuestionSet).Distinct())
        {
            var set = known[key];
            session.Write(
                """INSERT INTO "QuestionSets" ("Key", "Id", "Version", "Body", "At") VALUES ($1, $2, $3, $4, $5) ON CONFLICT ("Key") DO NOTHING""",
                key, set.Id, set.Version, set.Json, what.At);
        }
    }

    /// <summary>Takes up what was saved at the desk, here or through another process, and a change of the file, for interviews that begin from now on. What is broken changes nothing.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        LookAtFile();
        if (await book.NewestAsync(SettingRow.Questions, Version, cancellationToken) is { } row)
        {
            TakeUp(row);
        }
    }

    private void LookAtFile()
    {
        if (file is null || !file.HasChanged())
        {
            return;
        }

        var (set, mistakes) = file.Read();
        foreach (var mistake in mistakes)
        {
            LogMistake(mistake);
        }

        if (set is null)
        {
            LogGoesOn(Sets.Newest.Name);
            return;
        }

        var before = Configured;
        if (set.Key == before.Key)
        {
            return;
        }

        if (set.Name == before.Name)
        {
            LogSameVersion(set.Name);
        }

        ImmutableInterlocked.Update(ref shelf, known => known with { Sets = known.IsEdited ? known.Sets.With(set) : known.Sets.BeginningWith(set), Configured = set });
        if (IsEdited)
        {
            LogOverruled(set.Name, Sets.Newest.Name);
        }
        else
        {
            LogTakenUp(set.Name);
        }
    }

    private void TakeUp(SettingRow row)
    {
        var set = row.Body is null ? null : QuestionSetReader.Read(row.Body).Set;
        if (row.Body is not null && set is null)
        {
            // A later version of the program may have saved it.
            LogUnreadable(row.Version, Sets.Newest.Name);
            ImmutableInterlocked.Update(ref shelf, known => known with { Version = Math.Max(known.Version, row.Version) });
            return;
        }

        ImmutableInterlocked.Update(ref shelf, known => row.Version <= known.Version ? known : new OnShelf(known.Sets.BeginningWith(set ?? known.Configured), known.Configured, row.Version, set is not null));
        LogTakenUp(Sets.Newest.Name);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Interview:QuestionSet: {Mistake}")]
    private partial void LogMistake(string mistake);

    [LoggerMessage(Level = LogLevel.Error, Message = "New interviews go on with the questions {Name} until the file is mended.")]
    private partial void LogGoesOn(string name);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The questions {Name} were edited without raising version. Interviews under way keep the earlier texts.")]
    private partial void LogSameVersion(string name);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The questions {Name} of the file are not used: {Saved} was saved at the desk. Go back to what is configured there.")]
    private partial void LogOverruled(string name, string saved);

    [LoggerMessage(Level = LogLevel.Error, Message = "Version {Version} of the questions at the desk cannot be read here. New interviews go on with {Name}.")]
    private partial void LogUnreadable(int version, string name);

    [LoggerMessage(Level = LogLevel.Information, Message = "New interviews begin with the questions {Name}.")]
    private partial void LogTakenUp(string name);

    /// <param name="Sets">All that are at hand.</param>
    /// <param name="Configured">What the file, or the program, says.</param>
    /// <param name="Version">The newest of the desk's that is known.</param>
    /// <param name="IsEdited">It is in force.</param>
    private sealed record OnShelf(QuestionSets Sets, QuestionSet Configured, int Version, bool IsEdited);
}
