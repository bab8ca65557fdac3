namespace Dialog.Bot.Channels;

/// <summary>
/// When those that are kept in memory are looked through for what can be forgotten: when there are twice as many as were left the last time. So each costs the same, however many
/// there are that cannot be forgotten.
/// </summary>
internal sealed class Crowd
{
    /// <summary>So many are never looked through; some megabytes.</summary>
    private const int Few = 20_000;

    private int most = Few;

    public bool IsTooLarge(int count) => count > most;

    /// <summary>Forgets those that are over.</summary>
    public static void Forget<T>(Dictionary<string, T> kept, Func<T, bool> isOver)
    {
        foreach (var (key, _) in kept.Where(pair => isOver(pair.Value)))
        {
            kept.Remove(key);
        }
    }

    /// <summary>So many could not be forgotten.</summary>
    public void Left(int count) => most = Math.Max(Few, 2 * count);
}
