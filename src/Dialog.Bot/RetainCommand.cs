using Dialog.Bot.Schedule;
using Dialog.Bot.Store;

namespace Dialog.Bot;

/// <summary>The sub-command <c>retain</c>: removes and pseudonymises now what the night would (section <c>Retention</c>); also while the program runs.</summary>
internal static class RetainCommand
{
    public const string Word = "retain";

    /// <summary>The file is written anew afterwards.</summary>
    public const string Rewrite = "--rewrite";

    /// <summary>0 when it is done, 1 when there is no store, or it cannot be written anew from here.</summary>
    public static async Task<int> RunAsync(IServiceProvider services, string[] options, CancellationToken cancellationToken)
    {
        if (!await services.IsStoreThereAsync(cancellationToken))
        {
            await Console.Error.WriteLineAsync(StoreServices.NoStore);
            return 1;
        }

        var done = await ActivatorUtilities.CreateInstance<Retention>(services).RunAsync(cancellationToken);
        Console.WriteLine(done is null ? "Another process is at it, or was stopped in the middle: try again in five minutes." : done == 0 ? "Nothing has been kept for longer than its time." : $"{done} removed or pseudonymised; the audit log has what and by which rule.");
        if (!options.Contains(Rewrite))
        {
            return 0;
        }

        if (!await services.GetRequiredService<Database>().RewriteAsync(cancellationToken))
        {
            await Console.Error.WriteLineAsync("PostgreSQL's files are its server's: whoever owns the tables writes them anew with VACUUM FULL, while Dialog is stopped.");
            return 1;
        }

        Console.WriteLine("The database is written anew: nothing of what was removed is left in its file.");
        return 0;
    }
}
