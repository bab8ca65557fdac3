namespace Dialog.Bot.Desk;

/// <summary>What is said of people, one and many.</summary>
public sealed record PersonTexts
{
    public static PersonTexts For(string language) => language == "en" ? English : Swedish;

    public required string Details { get; init; }

    public required string Name { get; init; }

    public required string Title { get; init; }

    public required string Language { get; init; }

    public required string TimeZone { get; init; }

    public required string TimeZoneHint { get; init; }

    public required string Email { get; init; }

    public required string EmailHint { get; init; }

    public required string Roles { get; init; }

    public required Func<string, string> Role { get; init; }

    /// <summary>Where somebody is reached.</summary>
    public required string Addresses { get; init; }

    public required string NoAddress { get; init; }

    public required string Saved { get; init; }

    /// <summary>What is wrong with a field, by its name in the API; <c>taken</c> when the e-mail address is somebody else's.</summary>
    public required Func<string, string> Wrong { get; init; }

    public required string Ask { get; init; }

    public required string Find { get; init; }

    /// <summary>The same where somebody is chosen afterwards.</summary>
    public required string Seek { get; init; }

    public required string Show { get; init; }

    public required string Everybody { get; init; }

    public required string NobodyFits { get; init; }

    /// <summary>So many of so many are shown.</summary>
    public required Func<int, int, string> Shown { get; init; }

    /// <summary>So many have been found.</summary>
    public required Func<int, string> Found { get; init; }

    private static PersonTexts Swedish { get; } = new()
    {
        Details = "Uppgifter",
        Name = "Namn",
        Title = "Titel",
        Language = "Språk",
        TimeZone = "Tidszon",
        TimeZoneHint = "Till exempel Europe/Stockholm.",
        Email = "E-postadress",
        EmailHint = "Den som personen loggar in med.",
        Roles = "Roller",
        Role = role => role switch { "editor" => "redaktör", "approver" => "godkännare", "admin" => "administratör", _ => "svarar på frågor" },
        Addresses = "Nås i",
        NoAddress = "Ingen adress i Slack, Teams eller webbchatten: personen kan inte få frågor.",
        Saved = "Uppgifterna är sparade.",
        Wrong = field => field switch
        {
            "name" => "Skriv ett namn med högst 200 tecken.",
            "title" => "Titeln kan ha högst 200 tecken.",
            "language" => "Välj svenska eller engelska.",
            "timeZone" => "Tidszonen finns inte. Skriv den som Europe/Stockholm.",
            "email" => "Skriv en e-postadress som anna@example.com.",
            "taken" => "E-postadressen är redan någon annans.",
            _ => "Välj minst en roll.",
        },
        Ask = "Ställ en fråga",
        Find = "Namn eller titel",
        Seek = "Sök person efter namn eller titel",
        Show = "Visa",
        Everybody = "Visa alla",
        NobodyFits = "Ingen heter så. Skriv en del av namnet eller titeln.",
        Shown = (shown, all) => $"{shown} av {all} visas. Skriv en del av namnet eller titeln för att hitta de andra.",
        Found = count => count == 1 ? "1 person hittades." : $"{count} personer hittades.",
    };

    private static PersonTexts English { get; } = new()
    {
        Details = "Details",
        Name = "Name",
        Title = "Title",
        Language = "Language",
        TimeZone = "Time zone",
        TimeZoneHint = "For example Europe/Stockholm.",
        Email = "E-mail address",
        EmailHint = "The one the person signs in with.",
        Roles = "Roles",
        Role = role => role switch { "editor" => "editor", "approver" => "approver", "admin" => "administrator", _ => "answers questions" },
        Addresses = "Reached in",
        NoAddress = "No address in Slack, Teams or the web chat: the person cannot be asked.",
        Saved = "The details are saved.",
        Wrong = field => field switch
        {
            "name" => "Write a name of at most 200 characters.",
            "title" => "The title can have at most 200 characters.",
            "language" => "Choose Swedish or English.",
            "timeZone" => "There is no such time zone. Write it like Europe/Stockholm.",
            "email" => "Write an e-mail address such as anna@example.com.",
            "taken" => "The e-mail address is somebody else's already.",
            _ => "Choose at least one role.",
        },
        Ask = "Ask a question",
        Find = "Name or title",
        Seek = "Find a person by name or title",
        Show = "Show",
        Everybody = "Show everybody",
        NobodyFits = "Nobody is called that. Write a part of the name or the title.",
        Shown = (shown, all) => $"{shown} of {all} are shown. Write a part of the name or the title to find the others.",
        Found = count => count == 1 ? "1 person was found." : $"{count} people were found.",
    };
}
