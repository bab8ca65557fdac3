using Dialog.Bot.Schedule;
using Dialog.Bot.Store;

namespace Dialog.Bot;

/// <summary>The sub-command <c>retain</c>: removes and pseudonymises now what the night would (section <c>Retention</c>); also while the program runs.</summary>
internal static class RetainCommand
{
    public const string Word = "retain";

    /// <summary>0 when it is done, 1 when there is no store.</summary>
    public static async Task<int> RunAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        if (!await services.IsStoreThereAsync(cancellationToken))
        {
            await Console.Error.WriteLineAsync(StoreServices.NoStore);
            return 1;
        }

        var done = await ActivatorUtilities.CreateInstance<Retention>(services).RunAsync(cancellationToken);
        Console.WriteLine(done is null ? "Another process is at it, or was stopped in the middle: try again in five minutes." : done == 0 ? "Nothing has been kept for longer than its time." : $"{done} removed or pseudonymised; the audit log has what and by which rule.");
        return 0;
    }
}
