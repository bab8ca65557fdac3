using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using Dialog.Bot.Store;
using Dialog.Bot.Turns;
using Dialog.Core.Interviews;

namespace Dialog.Bot;

/// <summary>
/// The sub-command <c>doctor</c>: a report for a support mail. Which settings are set, never what the secret ones say; how much is stored, never what. Changes nothing.
/// </summary>
internal static class DoctorCommand
{
    public const string Word = "doctor";

    /// <summary>Settings whose value may be read by anybody. Of all others only the name is told.</summary>
    private static readonly string[] Open =
    [
        "Urls", "PathBase", "ForwardedHeaders_Enabled", "Organisation:Language", "Organisation:TimeZone", "Organisation:Hours", "Organisation:Lunch", "Storage:Provider", "Retention:", "Plan:", "Review:", "Logging:LogLevel:", "Slack:MessagesPerMinute", "Teams:Cloud",
        "Teams:ManagedIdentity", "Interview:QuietWindow", "Interview:WholeAnswerWindow",
    ];

    private static readonly string[] Tables = ["People", "Assignments", "Answers", "Drafts", "Records", "Messages", "Outbox", "Inbox", "Due", "Mail", "Series", "Workspaces", "Audit"];

    /// <summary>0 when everything that is configured works, else 1.</summary>
    public static async Task<int> RunAsync(IServiceProvider services, IConfiguration configuration, CancellationToken cancellationToken)
    {
        var organisation = services.GetRequiredService<Organisation>();
        Heading("Program");
        Line("version", typeof(DoctorCommand).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "?");
        Line("runtime", $"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.RuntimeIdentifier}");
        Line("system", RuntimeInformation.OSDescription);
        Line("machine", string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessorCount} cores, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1024 / 1024} MB"));
        Line("clock", $"{services.GetRequiredService<TimeProvider>().GetUtcNow():yyyy-MM-dd HH:mm:ss} UTC, {organisation.TimeZone}");

        Heading("Settings");
        foreach (var (key, value) in configuration.AsEnumerable().Where(pair => !string.IsNullOrEmpty(pair.Value) && Setting.IsOwn(pair.Key)).OrderBy(pair => pair.Key, StringComparer.OrdinalIgnoreCase))
        {
            Line(key, Open.Any(open => open.EndsWith(':') ? key.StartsWith(open, StringComparison.OrdinalIgnoreCase) : key.Equals(open, StringComparison.OrdinalIgnoreCase)) ? value! : "(set)");
        }

        Heading("Kept for");
        foreach (var (kind, kept) in services.GetRequiredService<RetentionOptions>().All)
        {
            Line(kind, kept is { } span ? string.Create(CultureInfo.InvariantCulture, $"{span.TotalDays:0} days") : "ever");
        }

        Heading("Store");
        try
        {
            if (await services.IsStoreThereAsync(cancellationToken))
            {
                await StoreAsync(services.GetRequiredService<Database>(), cancellationToken);
            }
            else
            {
                Line("store", "none yet, or the next start brings it up to date");
            }
        }
        catch (StartupException unusable)
        {
            Line("store", unusable.Message);
        }

        Heading("Checks");
        return await CheckCommand.RunAsync(services, cancellationToken);
    }

    private static async Task StoreAsync(Database database, CancellationToken cancellationToken)
    {
        foreach (var table in Tables)
        {
            Line(table, await AskAsync(database, $"""SELECT COUNT(*) FROM "{table}" """, cancellationToken));
        }

        Line("messages waiting", await AskAsync(database, """SELECT COUNT(*) FROM "Outbox" WHERE "NextAt" IS NOT NULL""", cancellationToken));
        Line("messages not through", await AskAsync(database, """SELECT COUNT(*) FROM "Outbox" WHERE "NextAt" IS NULL AND "Status" <> 'Sent'""", cancellationToken));
        Line("workspaces stopped", await AskAsync(database, """SELECT COUNT(*) FROM "Workspaces" WHERE "StoppedAt" IS NOT NULL""", cancellationToken));
        Line("schema", (await database.ReadAsync((session, token) => session.ListAsync(Schema.ReadApplied, [], row => row.GetString(0), token), cancellationToken))[^1]);
    }

    private static async Task<string> AskAsync(Database database, string sql, CancellationToken cancellationToken) =>
        (await database.ReadAsync((session, token) => session.ListAsync(sql, [], row => row.GetInt64(0), token), cancellationToken))[0].ToString(CultureInfo.InvariantCulture);

    private static void Heading(string text) => Console.WriteLine($"\n{text}");

    private static void Line(string name, string value) => Console.WriteLine($"  {name,-34} {value}");
}
