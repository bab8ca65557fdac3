namespace Dialog.EndToEnd.Running;

/// <summary>An organisation whose day never ends: editors and approvers are written to at whatever hour the tests are run.</summary>
internal static class AlwaysOpen
{
    public static IReadOnlyDictionary<string, string> Settings { get; } = new Dictionary<string, string>
    {
        ["Organisation__Hours"] = "00:00-23:59",
        ["Calendar__File"] = Path.Combine(AppContext.BaseDirectory, "Fixtures", "calendar-always.json"),
    };
}
