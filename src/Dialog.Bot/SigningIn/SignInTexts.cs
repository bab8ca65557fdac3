namespace Dialog.Bot.SigningIn;

/// <summary>What the door says.</summary>
public sealed record SignInTexts
{
    private static readonly SignInTexts Swedish = new()
    {
        NotAllowed = "Dina roller räcker inte för det här. Den som är administratör kan ge dig fler.",
        With = organisation => $"Logga in med {organisation}s konto",
        OrKey = "Eller med nyckeln:",
        Failed = "Inloggningen gick inte igenom. Gå tillbaka till redaktionen och försök en gång till. Hjälper det inte kan den som sköter Dialog se varför.",
        Ask = (names, organisation) => names.Count == 0 ? $"den som sköter Dialog hos {organisation}" : string.Join(" eller ", names),
        Unknown = (address, ask) => $"Inloggningen gick bra, men ingen i Dialog har adressen {address}. Be {ask} lägga till dig.",
        NotVerified = (address, ask) => $"Inloggningen gick bra, men din organisation intygar inte att adressen {address} är din. Be {ask} om hjälp.",
        NoRole = ask => $"Du är inloggad, men redaktionen är för redaktörer, godkännare och administratörer. Frågor till dig svarar du på i chatten. Ska du vara med här: be {ask}.",
        Unsaved = "Du är inte inloggad längre, så ingenting sparades. Logga in och gå sedan tillbaka i webbläsaren tills du ser det du skrev: det står kvar där.",
        SignedIn = "Du är inloggad",
        GoBack = "Gå tillbaka i webbläsaren tills du ser det du skrev: det står kvar där.",
    };

    private static readonly SignInTexts English = new()
    {
        NotAllowed = "Your roles do not allow this. An administrator can give you more.",
        With = organisation => $"Sign in with your account at {organisation}",
        OrKey = "Or with the key:",
        Failed = "The sign-in did not go through. Go back to the desk and try once more. If that does not help, whoever runs Dialog can see why.",
        Ask = (names, organisation) => names.Count == 0 ? $"whoever runs Dialog at {organisation}" : string.Join(" or ", names),
        Unknown = (address, ask) => $"You are signed in, but nobody in Dialog has the address {address}. Ask {ask} to add you.",
        NotVerified = (address, ask) => $"You are signed in, but your organisation does not vouch that the address {address} is yours. Ask {ask} for help.",
        NoRole = ask => $"You are signed in, but the desk is for editors, approvers and administrators. Questions to you are answered in the chat. If you belong here, ask {ask}.",
        Unsaved = "You are no longer signed in, so nothing was saved. Sign in, then go back in the browser until you see what you wrote: it is still there.",
        SignedIn = "You are signed in",
        GoBack = "Go back in the browser until you see what you wrote: it is still there.",
    };

    /// <summary>Somebody is signed in and may not do this.</summary>
    public required string NotAllowed { get; init; }

    /// <summary>The way to the organisation's own sign-in.</summary>
    public required Func<string, string> With { get; init; }

    /// <summary>Above the form for the desk's token, where there is another way too.</summary>
    public required string OrKey { get; init; }

    /// <summary>The provider, or what it sent, would not do.</summary>
    public required string Failed { get; init; }

    /// <summary>Whom to ask: the administrators' names, or who they are.</summary>
    public required Func<IReadOnlyList<string>, string, string> Ask { get; init; }

    /// <summary>Nobody has the address; whom to ask.</summary>
    public required Func<string?, string, string> Unknown { get; init; }

    /// <summary>The provider does not say that the address is verified; whom to ask.</summary>
    public required Func<string?, string, string> NotVerified { get; init; }

    /// <summary>A person who is nobody of the staff; whom to ask.</summary>
    public required Func<string, string> NoRole { get; init; }

    /// <summary>A form was sent when the session had ended.</summary>
    public required string Unsaved { get; init; }

    /// <summary>Somebody signed in who had been writing.</summary>
    public required string SignedIn { get; init; }

    /// <summary>Where what they wrote is.</summary>
    public required string GoBack { get; init; }

    public static SignInTexts For(string language) => language == "en" ? English : Swedish;
}
