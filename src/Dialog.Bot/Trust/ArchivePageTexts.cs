namespace Dialog.Bot.Trust;

/// <summary>The desk's page of what is ready for the archive. One complete instance per language.</summary>
public sealed record ArchivePageTexts
{
    private static readonly ArchivePageTexts Swedish = new()
    {
        Title = "Arkiv",
        Intro = "Det som har publicerats är fastställt och sparas. När en månad är slut kan den hämtas som ett paket för kommunens arkiv, med läsbara filer, JSON, kontrollsummor och beslutslogg.",
        Nothing = "Inget är publicerat ännu.",
        Month = "Månad",
        Records = "Handlingar",
        Package = "Paket",
        NotOver = "När månaden är slut",
        Download = month => $"Hämta paketet för {month}",
    };

    private static readonly ArchivePageTexts English = new()
    {
        Title = "Archive",
        Intro = "What has been published is fixed and kept. When a month is over it can be had as a package for the town's archive, with readable files, JSON, checksums and the log of decisions.",
        Nothing = "Nothing has been published yet.",
        Month = "Month",
        Records = "Records",
        Package = "Package",
        NotOver = "When the month is over",
        Download = month => $"Download the package of {month}",
    };

    public required string Title { get; init; }

    public required string Intro { get; init; }

    public required string Nothing { get; init; }

    public required string Month { get; init; }

    public required string Records { get; init; }

    public required string Package { get; init; }

    public required string NotOver { get; init; }

    /// <summary>Link: which month.</summary>
    public required Func<string, string> Download { get; init; }

    public static ArchivePageTexts For(string language) => language == "en" ? English : Swedish;
}

/// <summary>A month in which something went out.</summary>
/// <param name="Name">As <c>2026-10</c>.</param>
/// <param name="Records">How many records.</param>
/// <param name="IsOver">Its package can be made.</param>
public sealed record ArchiveMonth(string Name, int Records, bool IsOver);
