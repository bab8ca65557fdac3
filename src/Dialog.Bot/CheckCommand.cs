namespace Dialog.Bot;

/// <summary>The sub-command <c>check</c>: tries the store and each platform's credentials and says what is missing.</summary>
internal static class CheckCommand
{
    public const string Word = "check";

    /// <summary>0 when all that is configured works, else 1.</summary>
    public static async Task<int> RunAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var holds = true;
        foreach (var check in services.GetServices<ICheck>())
        {
            var result = await check.TryAsync(cancellationToken);
            holds &= result.Holds;
            Console.WriteLine($"{(result.Holds ? "ok     " : "mend   ")} {check.Name,-6} {result.Says}");
        }

        return holds ? 0 : 1;
    }
}
