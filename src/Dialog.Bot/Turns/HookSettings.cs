using System.Buffers.Text;

namespace Dialog.Bot.Turns;

/// <summary>Reads the section <c>Webhooks</c>.</summary>
internal static class HookSettings
{
    private const string AllowPrivateKey = "Webhooks:AllowPrivate";

    private const string Prefix = "whsec_";

    /// <exception cref="StartupException">A value cannot work.</exception>
    public static IReadOnlyList<HookTarget> Read(IConfiguration configuration) =>
        [.. configuration.GetSection("Webhooks").GetChildren().Where(child => !child.Path.Equals(AllowPrivateKey, StringComparison.OrdinalIgnoreCase)).Select(Target)];

    /// <summary>Receivers may lie in a private network.</summary>
    /// <exception cref="StartupException">The value is neither true nor false.</exception>
    public static bool AllowsPrivate(IConfiguration configuration) => Setting.IsOn(configuration, AllowPrivateKey);

    private static HookTarget Target(IConfigurationSection section)
    {
        if (!section.Key.All(mark => char.IsAsciiLetterOrDigit(mark) || mark is '-' or '_') || section.Key.Length > 40)
        {
            throw new StartupException($"{section.Path}: name it with letters and digits, e.g. Webhooks:0 or Webhooks:intranet.");
        }

        if (!Uri.TryCreate(section["Url"], UriKind.Absolute, out var url) || url.UserInfo.Length > 0 || url.Scheme != "https" && !(url.Scheme == "http" && url.IsLoopback))
        {
            throw new StartupException($"{section.Path}:Url: ”{Setting.Shown(section["Url"])}” must be an https address (http only on this machine), without a name and password in it.");
        }

        var secrets = (section["Secret"] ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(secret => Secret(section, secret)).ToList();
        if (secrets.Count == 0)
        {
            throw new StartupException($"{section.Path}:Secret: missing. The receiver checks with it that a call is from here; make one with: echo {Prefix}$(openssl rand -base64 32)");
        }

        var events = section.GetSection("Events").GetChildren().Select(child => child.Value ?? "").Concat((section["Events"] ?? "").Split([',', ' '], StringSplitOptions.RemoveEmptyEntries)).ToList();
        return events.Find(name => !Hooks.Events.Contains(name)) is { } unknown
            ? throw new StartupException($"{section.Path}:Events: ”{unknown}” is none. Use {string.Join(", ", Hooks.Events)}, or leave it out for all.")
            : new HookTarget(section.Key, url, secrets, events.Count == 0 ? Hooks.Events : events);
    }

    private static byte[] Secret(IConfigurationSection section, string secret)
    {
        var mend = new StartupException($"{section.Path}:Secret: write {Prefix} and 24 to 64 bytes in base64; make one with: echo {Prefix}$(openssl rand -base64 32)");
        if (!secret.StartsWith(Prefix, StringComparison.Ordinal) || !Base64.IsValid(secret.AsSpan(Prefix.Length)))
        {
            throw mend;
        }

        var bytes = Convert.FromBase64String(secret[Prefix.Length..]);
        return bytes.Length is >= 24 and <= 64 ? bytes : throw mend;
    }
}
