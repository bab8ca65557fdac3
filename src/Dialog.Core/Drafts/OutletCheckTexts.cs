namespace Dialog.Core.Drafts;

/// <summary>What can be wrong with outlets, sizes and accounts that somebody writes down: said beside the place.</summary>
internal sealed record OutletCheckTexts
{
    /// <summary>The most characters.</summary>
    public required Func<int, string> Code { get; init; }

    public required string Twice { get; init; }

    /// <summary>The most characters.</summary>
    public required Func<int, string> Name { get; init; }

    /// <summary>The least and the most.</summary>
    public required Func<int, int, string> Between { get; init; }

    /// <summary>The hard limit.</summary>
    public required Func<int, string> AboveLimit { get; init; }

    /// <summary>How many hashtags are allowed.</summary>
    public required Func<int, string> ManyHashtags { get; init; }

    public required string WordsForAds { get; init; }

    public required string NeedsSize { get; init; }

    public required string NeedsBookedSize { get; init; }

    /// <summary>Columns, their width and the width of the ad.</summary>
    public required Func<int, int, int, string> TooWide { get; init; }

    public required string UnknownOutlet { get; init; }

    public required string NoAccountsInPrint { get; init; }

    public required string OneLine { get; init; }

    public required string PrivateIsSomebodys { get; init; }

    public static OutletCheckTexts For(string language) => language == "en" ? English : Swedish;

    private static OutletCheckTexts English { get; } = new()
    {
        Code = most => $"Use small letters a–z, digits and hyphens, at most {most}.",
        Twice = "There is one already.",
        Name = most => $"Write a name of at most {most} characters, in one line.",
        Between = (least, most) => $"Use a whole number from {least} to {most}.",
        AboveLimit = limit => $"This is above the limit {limit}.",
        ManyHashtags = most => $"Only {most} are allowed there.",
        WordsForAds = "An ad is counted in words, and nothing else is.",
        NeedsSize = "An ad of its own needs a size.",
        NeedsBookedSize = "Use eighth, quarter, half or full.",
        TooWide = (columns, wide, width) => $"{columns} columns of {wide} mm do not fit in {width} mm.",
        UnknownOutlet = "There is no such outlet.",
        NoAccountsInPrint = "An ad goes out in the paper, not on an account.",
        OneLine = "One line without spaces, at most 100 characters.",
        PrivateIsSomebodys = "A private account is somebody's: say whose.",
    };

    private static OutletCheckTexts Swedish { get; } = new()
    {
        Code = most => $"Skriv små bokstäver a–z, siffror och bindestreck, högst {most}.",
        Twice = "Det finns redan en.",
        Name = most => $"Skriv ett namn på högst {most} tecken, på en rad.",
        Between = (least, most) => $"Skriv ett heltal från {least} till {most}.",
        AboveLimit = limit => $"Det är över gränsen {limit}.",
        ManyHashtags = most => $"Bara {most} är tillåtna där.",
        WordsForAds = "En annons räknas i ord, och inget annat gör det.",
        NeedsSize = "En egen annons behöver ett format.",
        NeedsBookedSize = "Skriv eighth, quarter, half eller full.",
        TooWide = (columns, wide, width) => $"{columns} spalter på {wide} mm ryms inte på {width} mm.",
        UnknownOutlet = "Den utgåvan finns inte.",
        NoAccountsInPrint = "En annons går ut i tidningen, inte på ett konto.",
        OneLine = "På en rad utan mellanslag, högst 100 tecken.",
        PrivateIsSomebodys = "Ett privat konto är någons: ange vems.",
    };
}
