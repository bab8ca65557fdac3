namespace Dialog.EndToEnd.Running;

/// <summary>How long a test waits before it says that something did not happen. Nothing passes or fails by being faster.</summary>
internal static class Patience
{
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(90);

    /// <summary>For a run that shall end by itself.</summary>
    public static readonly TimeSpan GiveUp = TimeSpan.FromSeconds(60);

    /// <summary>Promised by the program: Ctrl-C stops it within this time.</summary>
    public static readonly TimeSpan Stop = TimeSpan.FromSeconds(5);
}
