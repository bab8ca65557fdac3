using System.Collections.Immutable;
using Dialog.Bot.Observing;
using Dialog.Core.Assisting;
using Microsoft.Extensions.AI;

namespace Dialog.Bot.Assisting;

/// <summary>Asks the language model, and lets through what the person's own answers bear.</summary>
internal sealed partial class Assistant(IChatClient client, AiSettings settings, Measures measures, TimeProvider time, ILogger<Assistant> logger) : IDisposable
{
    /// <summary>Characters that are sent at the most.</summary>
    private const int MostAsked = 8000;

    /// <summary>A token is three characters or more in these languages; twice what was asked is room enough.</summary>
    private const int FewestTokens = 200;

    /// <summary>Asked at the same time: a model on this machine has no room for more.</summary>
    private readonly SemaphoreSlim places = new(2);

    /// <param name="task">What is wanted.</param>
    /// <param name="names">Whose names are known to stand in the text.</param>
    /// <param name="answers">The person's own answers.</param>
    /// <param name="language"><c>sv</c> or <c>en</c>.</param>
    /// <param name="cancellationToken">The editor has gone.</param>
    public async Task<Advice> AskAsync(AssistTask task, IEnumerable<string> names, IEnumerable<string> answers, string language, CancellationToken cancellationToken)
    {
        if (task.Asked.Length > MostAsked)
        {
            return No(task, Trouble.TooLong);
        }

        if (Redaction.IsTooPersonal(task.Asked, language))
        {
            return No(task, Trouble.TooPersonal);
        }

        if (!await places.WaitAsync(TimeSpan.Zero, cancellationToken))
        {
            return No(task, Trouble.Busy);
        }

        try
        {
            var redaction = new Redaction(task.Asked, language, names);
            using var wait = new CancellationTokenSource(settings.Wait, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(wait.Token, cancellationToken);
            var prompt = AssistPrompt.Of(task, redaction.Text, language);
            var response = await client.GetResponseAsync(
                [new ChatMessage(ChatRole.System, prompt.Instructions), new ChatMessage(ChatRole.User, prompt.Data)],
                new ChatOptions { ModelId = settings.Model, Temperature = 0.2f, MaxOutputTokens = FewestTokens + task.Asked.Length },
                either.Token).WaitAsync(either.Token);
            var read = AssistReading.Read(response.Text, task, redaction, answers, language);
            measures.Assisted(task.Kind, "shown", read.Suggestions.Count);
            measures.Assisted(task.Kind, "dropped", read.Dropped.Count);
            return new Advice(read.Suggestions, read.Dropped, Trouble: null);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return No(task, Trouble.TimedOut);
        }
        catch (AiException exception)
        {
            LogFailed(exception.Message);
            return No(task, Trouble.Failed);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // Another client's exception may hold the text: only its kind is told.
            LogFailed(exception.GetType().Name);
            return No(task, Trouble.Failed);
        }
        finally
        {
            places.Release();
        }
    }

    public void Dispose() => places.Dispose();

    private Advice No(AssistTask task, Trouble trouble)
    {
        measures.Assisted(task.Kind, "failed", 1);
        return new Advice([], [], trouble);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The language model gave no answer: {Reason}")]
    private partial void LogFailed(string reason);
}

/// <summary>What came of asking for help.</summary>
/// <param name="Suggestions">To be accepted or thrown away.</param>
/// <param name="Dropped">Why others are not shown.</param>
/// <param name="Trouble">Why there are none at all; null when the model answered.</param>
public sealed record Advice(ImmutableList<Suggestion> Suggestions, ImmutableList<Dropped> Dropped, Trouble? Trouble);

/// <summary>Why a language model could not be asked, or did not answer.</summary>
public enum Trouble
{
    /// <summary>More text than is sent.</summary>
    TooLong,

    /// <summary>It tells of somebody's health: that does not leave.</summary>
    TooPersonal,

    /// <summary>Others are asking.</summary>
    Busy,

    /// <summary>No answer in time.</summary>
    TimedOut,

    /// <summary>No answer that could be used; the log has why.</summary>
    Failed,
}
