using Dialog.Bot.Turns;
using Quartz;

namespace Dialog.Bot.Schedule;

/// <summary>Looks whether the organisation has edited its questions in the file, or decided something at the desk of another process.</summary>
[DisallowConcurrentExecution]
internal sealed class SettingWatch(QuestionShelf questions, OrganisationShelf organisations) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        await questions.LookAsync(cancellationToken);
        await organisations.LookAsync(cancellationToken);
    }
}
