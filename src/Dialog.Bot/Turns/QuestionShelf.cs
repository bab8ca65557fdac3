using System.Collections.Immutable;
using Dialog.Bot.Store;
using Dialog.Core.Interviews;

namespace Dialog.Bot.Turns;

/// <summary>
/// The question sets at hand. New interviews begin with the organisation's file, or the program's own set; every interview keeps the set it
/// began with, which is stored in the transaction that opens it, so that no later edit of the file reaches it.
/// </summary>
internal sealed partial class QuestionShelf(QuestionFile? file, QuestionSets first, ILogger<QuestionShelf> logger)
{
    private QuestionSets sets = first;

    /// <summary>All sets that are at hand now, the one new interviews begin with among them.</summary>
    public QuestionSets Sets => sets;

    /// <summary>The organisation's file; null when the program's own set is used.</summary>
    public string? File => file?.Path;

    /// <summary>The set new interviews begin with, and all that <paramref name="before"/> may ask for.</summary>
    public async Task<QuestionSets> ForAsync(Session session, Conversation before, CancellationToken cancellationToken)
    {
        foreach (var key in before.Interviews.Select(interview => interview.QuestionSet).Where(key => !sets.Has(key)).Distinct())
        {
            if (await session.FirstAsync("""SELECT "Body" FROM "QuestionSets" WHERE "Key" = $1""", [key], row => row.GetString(0), cancellationToken) is { } kept && QuestionSetReader.Read(kept).Set is { } set)
            {
                ImmutableInterlocked.Update(ref sets, known => known.With(set));
            }
        }

        return sets;
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

    /// <summary>Takes up a change of the file, for interviews that begin from now on. A broken file changes nothing.</summary>
    public void Look()
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
            LogGoesOn(sets.Newest.Name);
            return;
        }

        var before = sets.Newest;
        if (set.Key == before.Key)
        {
            return;
        }

        if (set.Name == before.Name)
        {
            LogSameVersion(set.Name);
        }

        ImmutableInterlocked.Update(ref sets, known => known.BeginningWith(set));
        LogTakenUp(set.Name);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Interview:QuestionSet: {Mistake}")]
    private partial void LogMistake(string mistake);

    [LoggerMessage(Level = LogLevel.Error, Message = "New interviews go on with the questions {Name} until the file is mended.")]
    private partial void LogGoesOn(string name);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The questions {Name} were edited without raising version. Interviews under way keep the earlier texts.")]
    private partial void LogSameVersion(string name);

    [LoggerMessage(Level = LogLevel.Information, Message = "New interviews begin with the questions {Name}.")]
    private partial void LogTakenUp(string name);
}
