namespace Dialog.Bot;

/// <summary>The time since the program began, by a clock that nobody sets: how long something has to wait does not depend on the hour.</summary>
internal sealed class Uptime(TimeProvider time)
{
    private readonly long began = time.GetTimestamp();

    public TimeSpan Now => time.GetElapsedTime(began);
}
