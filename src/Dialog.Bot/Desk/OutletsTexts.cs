namespace Dialog.Bot.Desk;

/// <summary>What the page about outlets says.</summary>
public sealed record OutletsTexts
{
    public static OutletsTexts For(string language) => language == "en" ? English : Swedish;

    public required string Change { get; init; }

    /// <summary>What is configured.</summary>
    public required Func<string, string> Default { get; init; }

    public required string Outlets { get; init; }

    public required string Outlet { get; init; }

    public required string Usual { get; init; }

    public required string Target { get; init; }

    public required string Limit { get; init; }

    public required string More { get; init; }

    public required string Source { get; init; }

    public required Func<int, string> Hashtags { get; init; }

    public required string Link { get; init; }

    public required string Picture { get; init; }

    public required string Thread { get; init; }

    public required string Sizes { get; init; }

    public required string Size { get; init; }

    public required string WordsInAll { get; init; }

    public required string Headline { get; init; }

    public required string Reflection { get; init; }

    public required string Question { get; init; }

    public required string Lines { get; init; }

    public required Func<int, int, string> Columns { get; init; }

    public required string Accounts { get; init; }

    public required string AccountsHint { get; init; }

    private static OutletsTexts Swedish { get; } = new()
    {
        Change = "Det som ändras här gäller nya utkast genast och går före konfigurationen (README, Outlets). Det som inte är ändrat står som i konfigurationen.",
        Default = usual => $"I konfigurationen: {usual}.",
        Outlets = "Var texterna går ut",
        Outlet = "Utgåva",
        Usual = "förvald",
        Target = "Vi håller oss till",
        Limit = "Gränsen",
        More = "Tar med",
        Source = "Källa",
        Hashtags = count => count == 1 ? "en hashtagg" : $"{count} hashtaggar",
        Link = "länk",
        Picture = "kräver bild",
        Thread = "trådar",
        Sizes = "Annonsens storlekar",
        Size = "Storlek",
        WordsInAll = "Ord i allt",
        Headline = "Rubrik, tecken",
        Reflection = "Reflektion, tecken",
        Question = "Fråga, tecken",
        Lines = "Rader",
        Columns = (lines, columns) => columns == 1 ? $"{lines} i en spalt" : $"{lines} i {columns} spalter",
        Accounts = "Konton",
        AccountsHint = "Dialog publicerar inte själv. Ett godkänt utkast kopieras, hämtas som fil eller hämtas av ett annat program; redaktionen anger sedan att det är publicerat, och var.",
    };

    private static OutletsTexts English { get; } = new()
    {
        Change = "What is changed here counts for new drafts at once and goes before the configuration (README, Outlets). What is not changed is as configured.",
        Default = usual => $"Configured: {usual}.",
        Outlets = "Where texts go out",
        Outlet = "Outlet",
        Usual = "chosen by default",
        Target = "We keep to",
        Limit = "The limit",
        More = "Carries",
        Source = "Source",
        Hashtags = count => count == 1 ? "one hashtag" : $"{count} hashtags",
        Link = "link",
        Picture = "needs a picture",
        Thread = "threads",
        Sizes = "Sizes of the ad",
        Size = "Size",
        WordsInAll = "Words in all",
        Headline = "Headline, characters",
        Reflection = "Reflection, characters",
        Question = "Question, characters",
        Lines = "Lines",
        Columns = (lines, columns) => columns == 1 ? $"{lines} in one column" : $"{lines} in {columns} columns",
        Accounts = "Accounts",
        AccountsHint = "Dialog does not publish by itself. An approved draft is copied, fetched as a file or by another program; then the desk says that it is published, and where.",
    };
}
