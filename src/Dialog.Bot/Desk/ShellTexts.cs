namespace Dialog.Bot.Desk;

/// <summary>What stands around every page of the desk.</summary>
public sealed record ShellTexts
{
    public static ShellTexts For(string language) => language == "en" ? English : Swedish;

    public required string Skip { get; init; }

    public required string Places { get; init; }

    public required Func<DeskPlace, string> Place { get; init; }

    public required string Search { get; init; }

    public required string SearchHint { get; init; }

    public required string Shortcuts { get; init; }

    public required IReadOnlyList<(string Key, string What)> ShortcutList { get; init; }

    public required string ShortcutsOn { get; init; }

    public required string Close { get; init; }

    public required string Undo { get; init; }

    /// <summary>The button that ends all of one's sessions.</summary>
    public required string SignOutEverywhere { get; init; }

    /// <summary>A part of the page is new: the part's name.</summary>
    public required string Renewed { get; init; }

    /// <summary>A part is new, and somebody writes in it.</summary>
    public required string RenewedElsewhere { get; init; }

    /// <summary>Somebody else looks at the same page: the names stand before it.</summary>
    public required string AlsoHere { get; init; }

    public required string SomebodyElse { get; init; }

    /// <summary>The page is open still, and nobody is signed in any more.</summary>
    public required string SignedOut { get; init; }

    private static ShellTexts Swedish { get; } = new()
    {
        Skip = "Till innehållet",
        Places = "Redaktionen",
        Place = place => place switch
        {
            DeskPlace.Overview => "Översikt",
            DeskPlace.New => "Ny fråga",
            DeskPlace.Series => "Serier",
            DeskPlace.People => "Personer",
            DeskPlace.Questions => "Frågor",
            DeskPlace.Outlets => "Utgåvor och kanaler",
            DeskPlace.Archive => "Arkiv",
            DeskPlace.Operation => "Drift",
            DeskPlace.Settings => "Inställningar",
            _ => "",
        },
        Search = "Sök",
        SearchHint = "Sök i frågor, svar och utkast",
        Shortcuts = "Kortkommandon",
        ShortcutList =
        [
            ("/", "Sök"), ("n", "Ny fråga"), ("o", "Översikt"), ("s", "Serier"), ("p", "Personer"), ("d", "Drift"),
            ("j", "Nästa länk i listan"), ("k", "Föregående länk i listan"), ("?", "Den här listan"), ("Esc", "Stäng"),
        ],
        ShortcutsOn = "Använd kortkommandon på en tangent",
        Close = "Stäng",
        Undo = "Ångra",
        SignOutEverywhere = "Logga ut överallt",
        Renewed = "Nytt",
        RenewedElsewhere = "Det här har ändrats medan du skriver. Det du har skrivit är kvar; när du sparar får du se båda texterna.",
        AlsoHere = "är också här",
        SomebodyElse = "Någon annan",
        SignedOut = "Du är utloggad. Logga in i en annan flik och skicka sedan: det du har skrivit är kvar här.",
    };

    private static ShellTexts English { get; } = new()
    {
        Skip = "To the content",
        Places = "The desk",
        Place = place => place switch
        {
            DeskPlace.Overview => "Overview",
            DeskPlace.New => "New question",
            DeskPlace.Series => "Series",
            DeskPlace.People => "People",
            DeskPlace.Questions => "Questions",
            DeskPlace.Outlets => "Outlets and channels",
            DeskPlace.Archive => "Archive",
            DeskPlace.Operation => "Operation",
            DeskPlace.Settings => "Settings",
            _ => "",
        },
        Search = "Search",
        SearchHint = "Search questions, answers and drafts",
        Shortcuts = "Keyboard shortcuts",
        ShortcutList =
        [
            ("/", "Search"), ("n", "New question"), ("o", "Overview"), ("s", "Series"), ("p", "People"), ("d", "Operation"),
            ("j", "Next link in the list"), ("k", "Previous link in the list"), ("?", "This list"), ("Esc", "Close"),
        ],
        ShortcutsOn = "Use shortcuts of one key",
        Close = "Close",
        Undo = "Undo",
        SignOutEverywhere = "Sign out everywhere",
        Renewed = "New",
        RenewedElsewhere = "This was changed while you write. What you have written is still here; when you save you will see both texts.",
        AlsoHere = "is here too",
        SomebodyElse = "Somebody else",
        SignedOut = "You are signed out. Sign in in another tab, then send: what you have written is still here.",
    };
}
