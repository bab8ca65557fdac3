using System.IO.Compression;
using System.Text;

namespace Dialog.Bot.Channels.Teams;

/// <summary>The package that an administrator uploads to Teams: <c>manifest/teams</c> with the application's id and the program's address filled in.</summary>
internal static class TeamsManifest
{
    private const string NoApp = "00000000-0000-0000-0000-000000000000";
    private const string Placeholder = "https://dialog.example.com";
    private const string SignOnPlace = "\"validDomains\": [";
    private const string FirstVersion = "\"version\": \"0.1.0\"";
    private const string Prefix = "manifest.teams/";

    /// <summary>Every package of one program is the same, byte for byte.</summary>
    private static readonly DateTimeOffset Stamp = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The zip, its files at the root as Teams wants them.</summary>
    /// <param name="appId">The Azure Bot's application id.</param>
    /// <param name="address">Where people reach the program, https.</param>
    /// <param name="signOn">The OpenID provider's application for single sign-on (<c>Desk:Oidc:ClientId</c>); null without.</param>
    /// <param name="version">The package's version; Teams takes a changed package under a higher one only. Null for the first.</param>
    public static byte[] Pack(Guid appId, Uri address, Guid? signOn = null, string? version = null)
    {
        using var package = new MemoryStream();
        using (var zip = new ZipArchive(package, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var name in typeof(TeamsManifest).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
            {
                var entry = zip.CreateEntry(name[Prefix.Length..]);
                entry.LastWriteTime = Stamp;
                using var file = entry.Open();
                file.Write(name.EndsWith("/manifest.json", StringComparison.Ordinal) ? Fill(Read(name), appId, address, signOn, version) : Read(name));
            }
        }

        return package.ToArray();
    }

    private static byte[] Fill(byte[] manifest, Guid appId, Uri address, Guid? signOn, string? version) => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(manifest)
        .Replace(SignOnPlace, signOn is null ? SignOnPlace : $"\"webApplicationInfo\": {{ \"id\": \"{signOn}\", \"resource\": \"api://{address.Authority}/{signOn}\" }},\n  {SignOnPlace}", StringComparison.Ordinal)
        .Replace(FirstVersion, version is null ? FirstVersion : $"\"version\": \"{version}\"", StringComparison.Ordinal)
        .Replace(NoApp, appId.ToString(), StringComparison.Ordinal)
        .Replace(Placeholder, address.GetLeftPart(UriPartial.Path).TrimEnd('/'), StringComparison.Ordinal)
        .Replace(new Uri(Placeholder).Host, address.Authority, StringComparison.Ordinal));

    private static byte[] Read(string name)
    {
        using var stream = typeof(TeamsManifest).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not part of the program.");
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
