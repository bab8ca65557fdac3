using Dialog.Bot.Turns;
using Quartz;

namespace Dialog.Bot.Schedule;

/// <summary>Looks whether the organisation has edited its questions.</summary>
[DisallowConcurrentExecution]
internal sealed class QuestionWatch(QuestionShelf shelf) : IJob
{
    public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        shelf.Look();
        return ValueTask.CompletedTask;
    }
}
