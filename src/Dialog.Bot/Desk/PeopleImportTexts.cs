namespace Dialog.Bot.Desk;

/// <summary>What the page for many people says.</summary>
public sealed record PeopleImportTexts
{
    public static PeopleImportTexts For(string language) => language == "en" ? English : Swedish;

    public required string Title { get; init; }

    public required string Back { get; init; }

    public required string Hint { get; init; }

    public required Func<string, string> Columns { get; init; }

    public required string File { get; init; }

    public required string Text { get; init; }

    public required string Look { get; init; }

    public required string Wrong { get; init; }

    public required string TooBig { get; init; }

    public required string NoRoles { get; init; }

    public required Func<int, int, string> Preview { get; init; }

    public required Func<int, string> Now { get; init; }

    public required Func<int, int, string> Done { get; init; }

    public required string Line { get; init; }

    public required string Name { get; init; }

    public required string New { get; init; }

    public required string Known { get; init; }

    private static PeopleImportTexts Swedish { get; } = new()
    {
        Title = "Lägg till många",
        Back = "Till personerna",
        Hint = "Välj en fil eller klistra in en tabell. Först får du se vad det blir; ingen läggs till förrän du säger till. Den som redan finns lämnas som den är.",
        Columns = columns => $"Den första raden namnger kolumnerna, skilda åt av semikolon, komma eller tabb. name (namnet) behövs. Alla kolumner: {columns}. I slack skrivs team och medlem (T0123:U0123), i teams klientorganisation och objekt-id med kolon emellan.",
        File = "Fil (CSV)",
        Text = "Eller tabellen här",
        Look = "Titta först",
        Wrong = "Ingen är tillagd. Rätta och titta igen.",
        TooBig = "Tabellen är för stor. Dela upp den i flera.",
        NoRoles = "Bara en administratör ger roller och e-postadresser. Ta bort de kolumnerna, eller be en administratör.",
        Preview = (added, known) => $"{added} läggs till, {known} finns redan",
        Now = count => count == 1 ? "Lägg till en person" : $"Lägg till {count} personer",
        Done = (added, known) => $"{added} tillagda, {known} fanns redan.",
        Line = "Rad",
        Name = "Namn",
        New = "läggs till",
        Known = "finns redan",
    };

    private static PeopleImportTexts English { get; } = new()
    {
        Title = "Add many",
        Back = "To the people",
        Hint = "Choose a file or paste a table. You see first what it becomes; nobody is added until you say so. Whoever is known already is let be.",
        Columns = columns => $"The first line names the columns, parted by semicolon, comma or tab. name is needed. All columns: {columns}. slack is team and member (T0123:U0123), teams is tenant and object id with a colon between.",
        File = "File (CSV)",
        Text = "Or the table here",
        Look = "Look first",
        Wrong = "Nobody is added. Correct it and look again.",
        TooBig = "The table is too big. Part it into several.",
        NoRoles = "Only an administrator gives roles and e-mail addresses. Take those columns out, or ask an administrator.",
        Preview = (added, known) => $"{added} will be added, {known} are known already",
        Now = count => count == 1 ? "Add one person" : $"Add {count} people",
        Done = (added, known) => $"{added} added, {known} were known already.",
        Line = "Line",
        Name = "Name",
        New = "will be added",
        Known = "known already",
    };
}
