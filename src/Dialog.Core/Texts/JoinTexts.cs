namespace Dialog.Core.Texts;

/// <summary>What the bot says when one person is known twice. One complete instance per language: a missing text does not compile.</summary>
public sealed record JoinTexts
{
    private static readonly JoinTexts Swedish = new()
    {
        Code = (code, minutes) => $"Skriv ”koppla {code}” till mig där du också finns, i Slack, Teams eller webbchatten, inom {minutes} minuter. Ge inte koden till någon annan.",
        WrongCode = "Koden stämmer inte, eller så gäller den inte längre. Skriv ”koppla” på det andra stället, så får du en ny.",
        TooMany = "Det blev många fel koder. Försök igen om en timme.",
        SaidHere = "Den koden fick du här. Skriv den till mig på det andra stället.",
        IsThatYou = name => $"Koden gavs till {name ?? "någon utan namn"}. Är det du? Då blir era frågor, svar och utkast gemensamma. Svara bara ja om du själv bad om koden nyss.",
        ThatIsMe = "Ja, det är jag",
        NotMe = "Nej",
        LetBe = "Då låter jag det vara.",
        Joined = "Nu vet jag att det är du på båda ställena. Allt du har börjat på finns kvar, och jag skriver där du skrev senast.",
        TakeApart = "Ångra kopplingen",
        Apart = "Kopplingen är ångrad. Det som var ditt här är ditt här igen.",
        GoesOn = "Fortsätter nedanför",
    };

    private static readonly JoinTexts English = new()
    {
        Code = (code, minutes) => $"Write “link {code}” to me in the other place where you are, Slack, Teams or the web chat, within {minutes} minutes. Give the code to nobody else.",
        WrongCode = "The code is wrong, or no longer good. Write “link” in the other place and you get a new one.",
        TooMany = "That was a lot of wrong codes. Try again in an hour.",
        SaidHere = "You got that code here. Write it to me in the other place.",
        IsThatYou = name => $"The code was given to {name ?? "somebody without a name"}. Is that you? Then your questions, answers and drafts become one. Say yes only if you asked for the code yourself just now.",
        ThatIsMe = "Yes, that is me",
        NotMe = "No",
        LetBe = "Then I leave it.",
        Joined = "Now I know that it is you in both places. Everything you have begun is still there, and I write where you wrote last.",
        TakeApart = "Undo the link",
        Apart = "The link is undone. What was yours here is yours here again.",
        GoesOn = "Goes on below",
    };

    /// <summary>The texts of <c>sv</c> or <c>en</c>; anything else reads as Swedish.</summary>
    public static JoinTexts For(string language) => language == "en" ? English : Swedish;

    /// <summary>The code, and how many minutes it lasts.</summary>
    public required Func<string, int, string> Code { get; init; }

    /// <summary>Wrong, used, or too late.</summary>
    public required string WrongCode { get; init; }

    /// <summary>No code is looked at for a while.</summary>
    public required string TooMany { get; init; }

    /// <summary>The code was given out in this very place.</summary>
    public required string SaidHere { get; init; }

    /// <summary>Whose the code is: the name, if it is known.</summary>
    public required Func<string?, string> IsThatYou { get; init; }

    /// <summary>Button: yes.</summary>
    public required string ThatIsMe { get; init; }

    /// <summary>Button: no.</summary>
    public required string NotMe { get; init; }

    /// <summary>Nothing was joined.</summary>
    public required string LetBe { get; init; }

    /// <summary>The two records are one.</summary>
    public required string Joined { get; init; }

    /// <summary>Button: two again.</summary>
    public required string TakeApart { get; init; }

    /// <summary>The two records are two again.</summary>
    public required string Apart { get; init; }

    /// <summary>In place of buttons: the same is asked further down, or elsewhere.</summary>
    public required string GoesOn { get; init; }
}
