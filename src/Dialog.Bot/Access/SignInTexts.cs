namespace Dialog.Bot.Access;

/// <summary>What the door says.</summary>
public sealed record SignInTexts
{
    private static readonly SignInTexts Swedish = new()
    {
        NotAllowed = "Dina roller räcker inte för det här. Den som är administratör kan ge dig fler.",
    };

    private static readonly SignInTexts English = new()
    {
        NotAllowed = "Your roles do not allow this. An administrator can give you more.",
    };

    /// <summary>Somebody is signed in and may not do this.</summary>
    public required string NotAllowed { get; init; }

    public static SignInTexts For(string language) => language == "en" ? English : Swedish;
}
