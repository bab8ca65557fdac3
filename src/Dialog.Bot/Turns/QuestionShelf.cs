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

    /// <summary>The set new interviews begin with, and all that <paramref name="before"/> may ask for.</summary>
    public async Task<QuestionSets> ForAsync(DialogDb db, Conversation before, CancellationToken cancellationToken)
    {
        foreach (var key in before.Interviews.Select(interview => interview.QuestionSet).Where(key => !sets.Has(key)).Distinct())
        {
            if (await db.QuestionSets.FindAsync([key], cancellationToken) is { } kept && QuestionSetReader.Read(kept.Body).Set is { } set)
            {
                ImmutableInterlocked.Update(ref sets, known => known.With(set));
            }
        }

        return sets;
    }

    /// <summary>Puts the sets of interviews that a turn opened beside them. Saves nothing itself.</summary>
    /// <param name="db">The turn's transaction.</param>
    /// <param name="known">What the turn was taken with.</param>
    /// <param name="what">The turn's event.</param>
    /// <param name="result">What the turn decided.</param>
    /// <param name="cancellationToken">Cancelling is safe.</param>
    public static async Task KeepAsync(DialogDb db, QuestionSets known, Incoming what, TurnResult result, CancellationToken cancellationToken)
    {
        var opened = result.Facts.OfType<Fact.AssignmentOpened>().Select(fact => fact.Assignment.Id).ToHashSet();
        foreach (var key in result.After.Interviews.Where(interview => opened.Contains(interview.Id)).Select(interview => interview.QuestionSet).Distinct())
        {
            if (await db.QuestionSets.FindAsync([key], cancellationToken) is null)
            {
                var set = known[key];
                db.Add(new QuestionSetRow { Key = key, Id = set.Id, Version = set.Version, Body = set.Json, At = what.At });
            }
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
