namespace Dialog.Bot.Turns;

/// <summary>What was decided at the desk counts from the first turn: it is read before anything comes in.</summary>
internal sealed class SettingsFirst(QuestionShelf questions, OrganisationShelf organisations) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await questions.LookAsync(cancellationToken);
        await organisations.LookAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
